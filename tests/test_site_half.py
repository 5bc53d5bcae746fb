"""The site half stands alone: hosting installs no conversion library."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_site_builds_without_the_conversion_half(tmp_path):
    """With what the hosting lock has and no spaCy, this repository's site builds strictly."""
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    python = venv / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements" / "site.lock"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", ROOT], check=True)
    for absent in ("spacy", "trafilatura", "rapidfuzz"):
        assert subprocess.run([python, "-c", f"import {absent}"], check=False, capture_output=True).returncode
    subprocess.run([venv / "bin" / "dateline", "check"], cwd=ROOT, check=True)
    build = [venv / "bin" / "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"]
    subprocess.run(build, cwd=ROOT, check=True)
    assert (tmp_path / "site" / "index.html").is_file()
