"""The word lists of a language, read once from its folder."""

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """The words of ``<language>/<name>.txt``, a list with ``#`` comments."""
    text = (files(__package__) / language / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def table_of(language: str, name: str) -> dict[str, Any]:
    """The table ``<language>/<name>.yml``, every scalar as text."""
    text = (files(__package__) / language / f"{name}.yml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - reads texts only, and our own file
    return table


@cache
def rows_of(language: str, name: str) -> list[list[str]]:
    """The rows of ``<language>/<name>.tsv``, without ``#`` comments."""
    text = (files(__package__) / language / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@cache
def word_set(language: str, name: str, *keys: str, but: str | None = None) -> frozenset[str]:
    """One list of ``<language>/<name>.yml`` or several together, but for the words of another."""
    table = table_of(language, name)
    return frozenset(word for key in keys for word in table[key]) - frozenset(table[but] if but else ())


@cache
def verb_tags(language: str) -> dict[str, str]:
    """Verb lemma to the tag of its kind of happening.

    The first kind that lists a verb wins; the lists of verbs go before the verbs that stand beside nouns.
    """
    tags: dict[str, str] = {}
    kinds = table_of(language, "kinds")
    for verbs in ("verbs", "nouns"):
        for tag, kind in kinds.items():
            for verb in kind["verbs"] if verbs == "verbs" else filter(None, kind["nouns"].values()):
                tags.setdefault(verb, tag)
    return tags


Alternatives = tuple[frozenset[str], ...]
"""What must stand beside a word: one of each."""


class Senses(NamedTuple):
    """The tags of a word of many senses; see ``senses.yml``."""

    beside: tuple[tuple[str | None, Alternatives], ...]
    """Each with what the word has it beside, the first that fits before the others."""
    otherwise: str | None
    """That beside anything other."""


@cache
def senses(language: str, words: str) -> dict[str, Senses]:
    """The tags of the "verbs" or "nouns" that have more than one or not always one."""
    table = table_of(language, "senses")
    found = {}
    for word, kinds in table[words].items():
        beside = tuple(
            (None if tag == "none" else tag, _alternatives(entry, table["lists"]))
            for tag, entries in kinds.items()
            if tag != "else"
            for entry in entries
        )
        found[word] = Senses(beside, kinds.get("else"))
    return found


def _alternatives(entry: str, lists: dict[str, list[str]]) -> Alternatives:
    """What "by forces + places" asks for, the lists in it spread."""
    return tuple(frozenset(_spread(part, lists)) for part in entry.split(" + "))


def _spread(part: str, lists: dict[str, list[str]]) -> list[str]:
    where, _, name = part.rpartition(" ")
    return [f"{where} {word}".strip() for word in lists.get(name, [name])]


@cache
def noun_kinds(language: str) -> dict[str, tuple[str, str]]:
    """Event noun to its tag and the verb it is made from (empty where there is none)."""
    kinds: dict[str, tuple[str, str]] = {}
    for tag, kind in table_of(language, "kinds").items():
        for noun, verb in kind["nouns"].items():
            kinds.setdefault(noun, (tag, verb))
    return kinds


@cache
def synonyms_of(language: str, *, nouns: bool = False) -> dict[str, tuple[str, ...]]:
    """Lemma to the verbs that stand for the deeds it may tell, sorted; see ``synonyms.txt``."""
    text = (files(__package__) / language / "synonyms.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        verbs, _, others = ("" if line.startswith("#") else line).partition("|")
        for word in (others if nouns else verbs).split():
            found.setdefault(word, set()).add(verbs.split()[0])
    return {word: tuple(sorted(deeds)) for word, deeds in found.items()}
