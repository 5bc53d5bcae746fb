"""The word lists of the articles room, read once from the YAML files beside this module."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.yaml_text import Plain, load_text_yaml, plain

_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What pages put around articles; see ``words/en.yml`` for what each list is."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    stamp_glue: tuple[str, ...]
    sections: frozenset[str]
    closing_headings: tuple[str, ...]
    closing_starts: tuple[str, ...]
    inline_headings: tuple[str, ...]
    lone_lines: frozenset[str]
    patterns: dict[str, re.Pattern[str]]
    source_labels: tuple[str, ...]
    nameless_sources: frozenset[str]
    mastheads: frozenset[str]
    agencies: tuple[str, ...]
    not_datelines: frozenset[str]
    towns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Languages:
    """What tells languages apart; see ``words/languages.yml``."""

    names: tuple[str, ...]
    codes: frozenset[str]
    stop_words: dict[str, frozenset[str]]
    letters: tuple[tuple[str, re.Pattern[str]], ...]


def letters_of(line: str) -> str:
    """The letters and digits of a line in one case, by which lines are compared."""
    return _NOT_A_LETTER.sub("", line).casefold()


@cache
def words() -> Words:
    """The word lists for English pages."""
    lists = _load("en.yml")
    return Words(
        months={
            name: number for number, names in enumerate(_items(lists["months"]), 1) for name in _texts(names)
        },
        weekdays=_texts(lists["weekdays"]),
        published=_texts(lists["published"]),
        updated=_texts(lists["updated"]),
        stamp_glue=_texts(lists["stamp_glue"]),
        sections=_lines(lists["sections"]),
        closing_headings=tuple(sorted(_lines(lists["closing_headings"]))),
        closing_starts=tuple(sorted(_lines(lists["closing_starts"]))),
        inline_headings=tuple(sorted(_lines(lists["inline_headings"]))),
        lone_lines=_lines(lists["lone_lines"]),
        patterns={
            name: re.compile("|".join(f"(?:{p})" for p in _texts(listed)), re.IGNORECASE)
            for name, listed in _pairs(lists["patterns"]).items()
        },
        source_labels=_texts(lists["source_labels"]),
        nameless_sources=_lines(lists["nameless_sources"]),
        mastheads=frozenset(_texts(lists["mastheads"])),
        agencies=_texts(lists["agencies"]),
        not_datelines=frozenset(_texts(lists["not_datelines"])),
        towns=frozenset(town.upper() for town in _texts(_load("towns.yml")["towns"])),
    )


@cache
def languages() -> Languages:
    """The names, stop words and letters of languages."""
    lists = _load("languages.yml")
    return Languages(
        names=_texts(lists["names"]),
        codes=frozenset(_texts(lists["codes"])),
        stop_words={code: frozenset(_texts(listed)) for code, listed in _pairs(lists["stop_words"]).items()},
        letters=tuple((code, re.compile(letters)) for code, letters in map(_texts, _items(lists["letters"]))),
    )


def _load(name: str) -> dict[str, Plain]:
    text = (files("dateline.articles") / "words" / name).read_text(encoding="utf-8")
    return _pairs(plain(load_text_yaml(text, name)))


def _lines(node: Plain) -> frozenset[str]:
    return frozenset(map(letters_of, _texts(node)))


def _texts(node: Plain) -> tuple[str, ...]:
    return tuple(item for item in _items(node) if isinstance(item, str))


def _items(node: Plain) -> list[Plain]:
    return node if isinstance(node, list) else []


def _pairs(node: Plain) -> dict[str, Plain]:
    return node if isinstance(node, dict) else {}
