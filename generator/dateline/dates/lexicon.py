"""Reads a language's list of the words that matter to dates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.dates.kinds import KINDS

Value = int | float | str


class Entry(NamedTuple):
    """What a word is."""

    kind: str
    """The letter of its kind in a kind string."""
    value: Value


class Lexicon(NamedTuple):
    """The words of a language that matter to dates, in every spelling in which they count."""

    words: dict[str, Entry]
    phrases: dict[str, tuple[re.Pattern[str], dict[str, Entry]]]
    """First word → the names of several words that start with it ("New Year's Eve"): their pattern, and what
    they are, by their words in small letters joined with blanks."""


_SIGNS = {
    "COMMA": ",",
    "DASH": "-–—‑",
    "SLASH": "/",
    "DOT": ".",
    "STOP": "!?;…",
    "COLON": ":",
    "OPEN": "([",
    "CLOSE": ")]",
    "APOSTROPHE": "'’‘`",
    "MONEY": "$€£¥₹#№",
    "PERCENT": "%",
    "PLUS": "+",
}


def read_lexicon(table: str) -> Lexicon:
    """Read a lexicon.

    Args:
        table: Lines of kind, value and spellings, parted by tabs; spellings are parted by `` | ``. A spelling
            in small letters also counts with a capital and in capitals, one with a capital also in capitals.
            Where a spelling occurs twice the first counts. Lines that start with ``#`` are comments.

    Returns:
        The lexicon, punctuation included.

    Raises:
        KeyError: A line names a kind that does not exist.
    """
    words = {sign: Entry(KINDS[kind], "") for kind, signs in _SIGNS.items() for sign in signs}
    named: dict[str, dict[str, Entry]] = {}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, value, spellings = line.split("\t")
        entry = Entry(KINDS[kind], _typed(value))
        for spelling in spellings.split(" | "):
            head = re.split(r"[ '’/.-]", spelling, maxsplit=1)[0]
            if head != spelling and not _is_token(spelling):
                for first in _cases(head):
                    named.setdefault(first, {})[spelling.lower()] = entry
                continue
            for written in _cases(spelling):
                words.setdefault(written, entry)
    for first in filter(str.isalpha, named):
        words.setdefault(first, Entry(KINDS["OTHER"], ""))
    phrases = {first: (_any_of(names), names) for first, names in named.items()}
    return Lexicon(words, phrases)


def _typed(value: str) -> Value:
    return int(value) if re.fullmatch(r"-?[1-9]\d*|0", value) else float(value) if value == "0.5" else value


def _is_token(spelling: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z](?:\.[A-Za-z])+\.?", spelling))


def _cases(spelling: str) -> Iterator[str]:
    yield spelling
    yield spelling[:1].upper() + spelling[1:]
    yield spelling.upper()


def _any_of(names: dict[str, Entry]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    patterns = (re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in longest_first)
    return re.compile(rf"(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
