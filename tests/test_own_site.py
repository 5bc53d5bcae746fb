"""The site that this repository ships."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from dateline.cli import main
from dateline.events import check

CONTENT = Path(__file__).parents[1] / "content"


def test_everything_is_in_order():
    """Every article and event of the repository holds, quotes included."""
    assert check(CONTENT) == []


def test_converting_again_changes_no_byte(tmp_path, monkeypatch):
    """The committed events are what the generator made of the articles, and people of them."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["convert"])
    assert result.exit_code == 0, result.output
    files = {path.relative_to(CONTENT): path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}
    again = tmp_path / "content"
    assert {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()} == files
