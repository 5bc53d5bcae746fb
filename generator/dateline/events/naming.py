"""Ids of new events, made of the date as far as it is known and the title, and the folder of their year."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from functools import cache
from importlib.resources import files

from dateline.edtf import Day, Edtf, parse
from dateline.slugs import slug

_WORDS = 6
_LONGEST = 80
# What file systems allow for a name is 255; an ending and a temporary name come on top.
_LONGEST_ID_IN_BYTES = 200
# What most ids are.
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")
_TO_THE_MONTH = {"month", "season", "day of month"}


def new_id(date: str, title: str, taken: Container[str]) -> str:
    """An id for an event that has none.

    Args:
        date: Its date, EDTF.
        title: Its title, in any script.
        taken: The ids that are or were in use.
    """
    stem = f"{_day_known(parse(date))}-{title_slug(title)}"
    number = 2
    unique = stem
    while unique in taken:
        unique = f"{stem}-{number}"
        number += 1
    return unique


def year_of(date: str) -> str:
    """The folder of an event with this date: the year in which it begins, or by which it was over."""
    return _day_known(parse(date)).split("-", 1)[0]


def is_id(text: str) -> bool:
    """Whether an id is safe in addresses and as a file name on every system.

    It is made of letters and digits of any script, dashes and underscores, starts with a letter or digit, has
    no capitals (some file systems take them for small letters) and its letters are composed (NFC).
    """
    if _PLAIN_ID.fullmatch(text):
        return True
    return (
        text[:1].isalnum()
        and all(char in "-_" or unicodedata.category(char)[0] in "LMN" for char in text)
        and text == unicodedata.normalize("NFC", text.lower())
        and len(text.encode()) <= _LONGEST_ID_IN_BYTES
    )


def title_slug(title: str) -> str:
    """The first words of a title as lower-case ASCII with dashes; a title without any gets a hash."""
    words = [word for word in slug(title).split("-") if word][:_WORDS]
    while len(words) > 1 and words[-1] in _joining_words():
        words.pop()
    return "-".join(words)[:_LONGEST].rstrip("-") or hashlib.sha256(title.encode()).hexdigest()[:8]


@cache
def _joining_words() -> frozenset[str]:
    """Words at which a title cannot be cut off; other languages keep theirs at the end of an id."""
    data = files("dateline.events") / "joining_words" / "en.txt"
    return frozenset(data.read_text(encoding="utf-8").split())


def _day_known(date: Edtf) -> str:
    """The first date that is named, cut where its calendar digits end: ``1998-05`` of ``1998-05-XX``."""
    while date.parts:
        date = next(part for part in date.parts if part)
    day = date.earliest or Day(0, 1, 1)
    year = f"{day.year:04}" if day.year > 0 else f"bce{1 - day.year:04}"
    if date.form in {"day", "time"}:
        return f"{year}-{day.month:02}-{day.day:02}"
    return f"{year}-{day.month:02}" if date.form in _TO_THE_MONTH else year
