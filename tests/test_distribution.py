"""What users install: it holds all that is needed and nothing else, and works where nothing else is."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BESIDE = {"LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", "pyproject.toml"}
ARTICLE = """Port reopens after strike

HARBOUR CITY (Example News) - Dockers ended their strike on Monday, the port authority said.

The strike began on 3 March 2019. Ana Ruiz, the mayor, visited the docks last week.
"""


def build(source, to, kind):
    """Build one archive with what is locked; its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", to]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = to.iterdir()
    return made


def package_files(wheel):
    """The bytes of the package's files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def kept():
    """The package's files in version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "generator/dateline"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name.removeprefix("generator/") for name in listed.split("\0") if (ROOT / name).is_file()}


def test_the_wheel_holds_the_package_and_nothing_else(wheel, kept):
    """Templates, words of languages, the script of the timeline, the sums of the language model."""
    assert package_files(wheel).keys() == kept
    for needed in ("parsing/en/model.sha256", "site/theme/base.html", "scaffold/template/mkdocs.yml"):
        assert f"dateline/{needed}" in kept


def test_the_source_holds_what_the_wheel_is_made_of_and_nothing_else(source, kept):
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    # The last two are hatchling's own.
    assert names == {f"generator/{name}" for name in kept} | BESIDE | {"PKG-INFO", ".gitignore"}


def test_the_source_makes_the_same_wheel(source, wheel, tmp_path):
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    again = build(unpacked, tmp_path / "again", "wheel")
    assert package_files(again) == package_files(wheel)


def test_an_older_python_is_refused_and_the_licence_is_there(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (info,) = {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        metadata = message_from_bytes(archive.read(f"{info}/METADATA"))
        assert archive.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert {"convert", "import"} <= set(metadata.get_all("Provides-Extra"))


def test_make_refuses_an_older_python_in_a_line(tmp_path):
    """It says which one it needs and how to name it."""
    older = tmp_path / "python3.9"
    older.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "import sys; sys.version_info = (3, 9, 0); $2"\n'
    )
    older.chmod(0o755)
    command = ["make", "-f", ROOT / "Makefile", "site", f"PYTHON={older}"]
    for name in ("requirements", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Dateline needs Python 3.11 or later: make PYTHON=python3.11 …" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_wheel_works_in_a_clean_place(wheel, tmp_path):
    """A new site, an article, its events, its pages: with what is locked, and nothing of this repository."""
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pip = [venv / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    lock = ROOT / "requirements" / "convert.lock"
    subprocess.run([*pip, "install", "--no-compile", "--require-hashes", "-r", lock], check=True)
    subprocess.run([*pip, "install", "--no-deps", wheel], check=True)
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(folder, command, *arguments):
        done = subprocess.run(
            [venv / "bin" / command, *arguments],
            cwd=folder,
            env=bare | {"HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    (tmp_path / "clipping.txt").write_text(ARTICLE)
    run(tmp_path, "dateline", "new", "news")
    site = tmp_path / "news"
    assert "added as content/articles/example-news-2019-03-12.md" in run(
        site, "dateline", "add", "../clipping.txt", "--published", "2019-03-12"
    )
    converted = run(site, "dateline", "convert")
    assert converted.splitlines()[-1].startswith("2 articles, ")
    assert "Everything is in order." in run(site, "dateline", "check")
    run(site, "mkdocs", "build", "--strict")
    (page,) = (site / "site" / "events").glob("2019-03-03-*/index.html")
    assert "The strike began on 3 March 2019." in re.sub("<[^>]*>", "", page.read_text(encoding="utf-8"))
    assert (site / "content" / "event.schema.json").is_file()
