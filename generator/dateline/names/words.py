"""The word lists that tell names apart, of all languages together: one pile of articles may hold several."""

from functools import cache
from importlib.resources import files
from typing import cast

from dateline.yaml_text import load_text_yaml, plain


@cache
def words(key: str) -> frozenset[str]:
    """One list of the files ``<language>/words.yml``."""
    return frozenset(word for table in _tables() for word in table[key])


@cache
def _tables() -> tuple[dict[str, list[str]], ...]:
    tables = []
    for folder in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        file = folder / "words.yml"
        if folder.is_dir() and file.is_file():
            root = load_text_yaml(file.read_text(encoding="utf-8"), file.name)
            tables.append(cast("dict[str, list[str]]", plain(root)))
    return tuple(tables)
