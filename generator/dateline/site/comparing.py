"""Several tellings of one event side by side: the dates and figures each gives, and what it alone says.

Only what can be compared without understanding the text is compared: dates that are written out, figures of
the same thing, names. Everything else stands there in the words of the article, for the reader to judge.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from dateline.edtf import Edtf, parse
from dateline.edtf.nearmiss import suggest
from dateline.exceptions import EdtfError
from dateline.site.wording import languages, wording

_SENTENCE_END = '.!?:;…“"«'
_WORD = re.compile(rf"[^\W\d_][\w’'-]*|[{_SENTENCE_END}]")
_DIGITS = r"\d{1,3}(?:[,٬\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_POSSESSIVE = re.compile("[’']s?$")
_GROUPING = re.compile(r"[^\d.]")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_PREPOSITION = re.compile(r"^(?:at \d\d?:\d\d )?(?:on|in|during) ")


class Fact(NamedTuple):
    """Something that a telling gives, in its own words."""

    words: str
    differs: bool = False
    """Another telling gives something else for it."""


@dataclass(slots=True)
class Telling:
    """What one article says of an event, and how that compares with the others; see `compare`."""

    quotes: tuple[str, ...]
    dated: tuple[str, ...]
    language: str
    dates: list[Fact] = field(default_factory=list)
    """The words that give the date."""
    figures: list[Fact] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    """Names and figures that no other telling has, less the figures that differ."""


def compare(tellings: Sequence[Telling], names: Sequence[str]) -> None:
    """Fill in what each telling gives and how that compares with the others.

    Args:
        tellings: The tellings of one event.
        names: Who and what the event is known to be about; other names are found by their capital letters.
    """
    texts = [" ".join(telling.quotes) for telling in tellings]
    folded = [text.casefold() for text in texts]
    found = [_figures(telling, text) for telling, text in zip(tellings, texts, strict=True)]
    days = [[_day(words) for words in telling.dated] for telling in tellings]
    for number, telling in enumerate(tellings):
        other_days = [day for other, given in enumerate(days) if other != number for day in given if day]
        telling.dates = [
            Fact(words, day is not None and any(_apart(day, other) for other in other_days))
            for words, day in zip(telling.dated, days[number], strict=True)
        ]
        other_figures = [figure for other, given in enumerate(found) if other != number for figure in given]
        telling.figures = [
            Fact(figure.words, _is_another(figure, found[number], other_figures)) for figure in found[number]
        ]
        other_texts = [text for other, text in enumerate(folded) if other != number]
        values = {figure.value for figure in other_figures}
        telling.alone = [
            *(
                name
                for name in _names(texts[number], names, telling.language)
                if not any(name.casefold().split()[-1] in text for text in other_texts)
            ),
            *(
                figure.words
                for figure, fact in zip(found[number], telling.figures, strict=True)
                if figure.value not in values and not fact.differs
            ),
        ]


class _Figure(NamedTuple):
    words: str
    value: float
    nouns: frozenset[str]
    """What it counts: the words after it."""


def _is_another(figure: _Figure, own: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    """Whether others count the same and come to another number, and none to a number given here."""
    here = {one.value for one in own if one.nouns & figure.nouns}
    there = {one.value for one in others if one.nouns & figure.nouns}
    return bool(there) and not here & there


def _figures(telling: Telling, text: str) -> list[_Figure]:
    """The figures of a text, each once, without those of its dates."""
    for words in telling.dated:
        text = text.replace(words, " — ")
    language = _figure_words(telling.language)
    found: dict[tuple[float, frozenset[str]], _Figure] = {}
    for match in language.pattern.finditer(text):
        number, scale, after = match["number"], match["scale"] or "", (match["after"] or "").split()
        before = text[: match.start()].split()[-1:]
        if language.months & {*before, *after[:1]} or (_YEAR.fullmatch(number) and not scale):
            continue
        counted = _counted(after, language)
        value = language.values.get(number.casefold()) or float(_GROUPING.sub("", number))
        figure = _Figure(
            " ".join([text[match.start() : match.end("scale" if scale else "number")].strip(), *counted]),
            value * language.values.get(scale.casefold(), 1),
            frozenset(noun.casefold() for noun in counted),
        )
        found.setdefault(figure[1:], figure)
    return list(found.values())


def _counted(after: list[str], language: "_FigureWords") -> list[str]:
    """Of the words after a figure those that name what it counts, through the first plural."""
    words = list(takewhile(lambda word: word.casefold() not in language.not_counted, after))
    plural = next((n for n, word in enumerate(words, 1) if word.endswith(language.plurals)), 1)
    return words[:plural]


class _FigureWords(NamedTuple):
    pattern: re.Pattern[str]
    values: dict[str, float]
    not_counted: frozenset[str]
    plurals: tuple[str, ...]
    """What words in the plural end with; none where the first word after a figure is what it counts."""
    months: frozenset[str]


@lru_cache(maxsize=8)
def _figure_words(language: str) -> _FigureWords:
    """How a language writes figures; of one that has no words here, those in digits are found."""
    table: dict[str, Any] = wording(language).table["figures"] if language in languages() else {}
    numbers, scales = table.get("numbers", {}), table.get("scales", {})
    pattern = re.compile(
        rf"(?<![\w:./-])[$€£¥]?(?P<number>{_DIGITS}{_or(numbers)})(?![\w:/-]|\.\d)"
        rf"(?: (?P<scale>%{_or(scales)}))?%?(?P<after>(?: [^\W\d_]{{2,}}){{1,2}})?",
        re.IGNORECASE,
    )
    return _FigureWords(
        pattern,
        numbers | scales,
        frozenset(table.get("not_counted", ())),
        tuple(table.get("plurals", ())),
        frozenset(table.get("months", ())),
    )


def _or(words: Iterable[str]) -> str:
    return "".join(f"|{re.escape(word)}" for word in words)


def _names(text: str, known: Sequence[str], language: str) -> list[str]:
    """The known names in a text, and others that are written with capital letters inside a sentence."""
    months = _figure_words(language).months
    found = dict.fromkeys(name for name in known if name in text)
    run: list[str] = []
    starts = True
    for word in [*_WORD.findall(text), "."]:
        if word[0].isupper() and not starts and word not in months:
            run.append(_POSSESSIVE.sub("", word))
            continue
        if run:
            found.setdefault(" ".join(run))
            run = []
        starts = word in _SENTENCE_END
    return [name for name in found if not any(name in other for other in found if other != name)]


@lru_cache(maxsize=4096)
def _day(words: str) -> Edtf | None:
    """The date that the words write out; None where they need the rest of the article, or are vague."""
    candidates = list(suggest(_PREPOSITION.sub("", words)))
    try:
        date = parse(candidates[0]) if len(candidates) == 1 else None
    except EdtfError:
        return None
    return (
        date if date and date.earliest and date.latest and not (date.approximate or date.uncertain) else None
    )


def _apart(one: Edtf, other: Edtf) -> bool:
    """Whether no day is in both."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest
