"""The words around the events, per language: a data file each in ``languages/``."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib import resources
from typing import Any

from dateline.edtf import in_words
from dateline.edtf.language import language_data
from dateline.exceptions import DatelineError
from dateline.site.paging import year_digits


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words."""

    language: str
    table: dict[str, Any]

    def escaped(self) -> dict[str, str]:
        """Return what stands around the events as HTML has it, by name."""
        text: dict[str, str] = self.table["text"]
        return {name: escape(words) for name, words in text.items()}

    def count(self, what: str, number: int) -> str:
        """Say how many, e.g. "1 event" or "18 events"."""
        forms: dict[str, str] = self.table["counts"][what]
        return forms["one" if number == 1 else "other"].format(n=self.number(number))

    def number(self, number: int) -> str:
        """Write a number in the language's digits, with its mark between the thousands."""
        return _number(number, language_data(self.language)["digits"] + self.table["thousands"])

    def year(self, year: int) -> str:
        """Say a year, counted astronomically: 0 is 1 BCE."""
        return _said(year_digits(year), self.language)

    def month(self, year: int, month: int) -> str:
        """Say a month of a year."""
        return _said(f"{year_digits(year)}-{month:02}", self.language)


# Headings say the same few hundred years, months and numbers again and again.
_said = lru_cache(maxsize=4096)(in_words)


@lru_cache(maxsize=4096)
def _number(number: int, signs: str) -> str:
    return f"{number:,}".translate(str.maketrans("0123456789,", signs))


@lru_cache(maxsize=8)
def wording(language: str) -> Wording:
    """Read a language's words.

    Raises:
        DatelineError: There are none in that language.
    """
    file = resources.files(__package__) / "languages" / f"{language}.toml"
    if language not in languages():
        raise DatelineError(f"no words in the language {language!r}: write one of {', '.join(languages())}")
    return Wording(language, tomllib.loads(file.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """List the languages that have words."""
    folder = resources.files(__package__) / "languages"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir()))
