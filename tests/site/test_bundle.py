"""The explorer that is shipped is the one that its sources give."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import dateline

SITE = Path(dateline.__file__).parent / "site"
BUNDLE = SITE / "assets" / "dateline.js"
ESBUILD = SITE / "explorer" / "node_modules" / "esbuild"


def test_the_bundle_was_made_of_these_sources():
    """The bundle names the hash of its sources; `make assets` renews it."""
    digest = hashlib.sha256()
    names = [
        path.name
        for path in (SITE / "explorer").iterdir()
        if path.suffix in {".js", ".json", ".mjs"} and path.name != "package-lock.json"
    ]
    for name in sorted(names):
        digest.update(f"{name}\n".encode())
        digest.update((SITE / "explorer" / name).read_bytes())
    named = re.search(r"sources sha256:(\w+)", BUNDLE.read_text(encoding="utf-8"))
    assert named is not None
    assert named[1] == digest.hexdigest(), "run `make assets`"


@pytest.mark.skipif(not ESBUILD.is_dir() or not shutil.which("node"), reason="`make assets` has not run here")
def test_bundling_again_gives_the_same_bytes(tmp_path):
    again = tmp_path / "dateline.js"
    subprocess.run(["node", "bundle.mjs", again], cwd=SITE / "explorer", check=True)
    assert again.read_bytes() == BUNDLE.read_bytes()
