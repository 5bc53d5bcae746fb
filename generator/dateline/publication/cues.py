"""How the words around a date or a name tell of it: as over, as still to come, as done to somebody."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from dateline.extraction.lexicon import noun_kinds, verb_tags
from dateline.model import Kind

Stance = Literal["past", "ahead"]

_CLAUSE = re.compile(r"[;:]|[.!?][\"'”’]?\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"[^\W_][\w.’'-]*|[^\w\s]")
# So many words before a deed may say that it has not come to pass, so many may stand between it and a name,
# and an infinitive so many words before a date may be what the date belongs to.
_NEAR, _BETWEEN, _GOVERNS = 3, 6, 8
# So many words between commas are no clause.
_ASIDE = 2


@cache
def _table(language: str) -> dict[str, Any]:
    text = (files(__package__) / language / "cues.yml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - reads texts only, and our own file
    return table


@cache
def words_of(language: str, key: str) -> frozenset[str]:
    """One list, or the keys of one table, of ``<language>/cues.yml``."""
    return frozenset(_table(language)[key])


@cache
def _cue(language: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_table(language)[key])})(?![\w-])")


# -- dates --------------------------------------------------------------------------------------------------


def stance(passage: str, start: int, end: int, told: Kind | None, language: str) -> Stance | None:
    """Whether a passage tells of a date in it as past or as still to come; None where that is not certain.

    Args:
        passage: the sentence.
        start: where the words of the date start in it, preposition included.
        end: where they end.
        told: how the happening is told that has this date, None where none is known.
        language: the language of the word lists.
    """
    before, after = _CLAUSE.split(passage[:start])[-1], _CLAUSE.split(passage[end:])[0]
    words = [*_WORD.findall(before)[-1:], *_WORD.findall(passage[start:end])[:1]]
    leading = {word.lower() for word in words}
    if (
        told != "happened"
        and leading & words_of(language, "limits")
        and _ahead(before, after, told, language)
    ):
        return "ahead"
    cues = ("shifted", "unreal", "ahead") if told == "happened" else ("shifted", "unreal", "ahead", "intent")
    if any(_cue(language, cue).search(" ".join(before.split()[-_GOVERNS:])) for cue in cues):
        return None
    if told == "happened":
        fits = leading & words_of(language, "times") or not leading & words_of(language, "limits")
        verb = _last(f"{before} {after}", language, "past", "perfect", "present")
        return "past" if fits and verb != "present" else None
    timed = leading & words_of(language, "times") or is_over(passage, start, end, language)
    if told is not None or not timed:
        return None
    verb = _last(before, language, "past", "ahead", "shifted") or _first(
        after, language, "past", "ahead", "shifted"
    )
    return "past" if verb == "past" else None


def _ahead(before: str, after: str, told: Kind | None, language: str) -> bool:
    cues = ["ahead", "intent"] if told else ["ahead"]
    if not before.strip():
        return _first(after, language, *cues, "past", "shifted", "unreal") in cues
    pieces = before.split(",")
    # "By the end of the year, perhaps by May": an aside goes with what stands before it.
    asides = next((n for n, piece in enumerate(reversed(pieces)) if len(piece.split()) > _ASIDE), 0)
    clause = " ".join(pieces[len(pieces) - 1 - asides :])
    return _last(clause, language, *cues, "past", "shifted", "breaks") in cues


def _last(text: str, language: str, *cues: str) -> str | None:
    """The kind of cue that stands last in a text."""
    found = [(match.end(), cue) for cue in cues for match in _cue(language, cue).finditer(text)]
    return max(found)[1] if found else None


def _first(text: str, language: str, *cues: str) -> str | None:
    found = [(match.start(), cue) for cue in cues for match in _cue(language, cue).finditer(text)]
    return min(found)[1] if found else None


def looks_ahead(passage: str, language: str) -> bool:
    """Whether any word of a passage puts something in the future or leaves it open."""
    return any(_cue(language, cue).search(passage) for cue in ("ahead", "shifted", "intent"))


def is_over(passage: str, start: int, end: int, language: str) -> bool:
    """Whether what is told of a period holds at its end: "the whole of 2019", "after the end of May".

    Args:
        passage: the sentence.
        start: where the words of the date start in it, preposition included.
        end: where they end.
        language: the language of the word lists.
    """
    return any(start <= match.end() < end for match in _cue(language, "over").finditer(passage[:end]))


# -- deeds --------------------------------------------------------------------------------------------------


def tags_in(text: str, language: str) -> frozenset[str]:
    """The kinds of happening that any word of a text names, whether noun or verb."""
    found = set()
    for word in {match.lower() for match in _WORD.findall(text)}:
        noun = noun_kinds(language).get(word) or noun_kinds(language).get(word.removesuffix("s"))
        verb = next((tag for stem in _stems(word, language) if (tag := verb_tags(language).get(stem))), None)
        found |= {noun[0] if noun else None, verb}
    return frozenset(tag for tag in found if tag)


def _stems(word: str, language: str) -> list[str]:
    """What a word may be a form of: "met" is not regular, "visited" is."""
    stems = [word, _table(language)["irregular"].get(word, word)]
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            stems += [stem, f"{stem}e", stem[:-1]] if ending in {"ed", "ing"} else [stem]
    return stems


def befell(passage: str, start: int, end: int, tag: str, language: str) -> bool:
    """Whether a passage tells as past that a deed of a kind was done to whom it names at a place.

    Args:
        passage: the sentence.
        start: where the name starts, titles included.
        end: where it ends, a possessive "'s" left out.
        tag: a key of ``once`` in the word lists.
        language: the language of the word lists.
    """
    words = _table(language)["once"][tag]
    if _followed(passage[end:], words, language):
        before = [token.lower() for token in _TOKEN.findall(passage[:start])[-_NEAR:]]
        return not set(before) & words_of(language, "undone")
    return _preceded(passage[:start], passage[end:], words, language)


def _followed(after: str, words: dict[str, list[str]], language: str) -> bool:
    """Whether a deed stands after a name: "X's death", "X was killed", "X, who died"."""
    parts = {name: "|".join(listed) for name, listed in words.items()}
    patterns = (pattern.format_map(parts) for pattern in _table(language)["after"])
    return any(re.match(pattern, after) for pattern in patterns)


def _preceded(before: str, after: str, words: dict[str, list[str]], language: str) -> bool:
    """Whether a deed stands before a name: "killing its commander X", "the death of X"."""
    follows = _WORD.match(after.lstrip())
    if follows and follows[0].lower() in words_of(language, "speaks"):
        return False
    tokens = _TOKEN.findall(before)
    for back in range(1, min(len(tokens), _BETWEEN + 1) + 1):
        token = tokens[-back].lower()
        between = tokens[len(tokens) - back + 1 :]
        names_it = token in words["done"] or (token in words["called"] and between[:1] == ["of"])
        if names_it:
            ahead_of_it = {each.lower() for each in tokens[-back - _NEAR : -back]}
            return not ahead_of_it & words_of(language, "undone")
        if not token[0].isalnum() or token in words_of(language, "apart"):
            return False
    return False
