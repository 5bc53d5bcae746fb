"""The way from a text to its dated phrases: tokens, rules, refiners, style, resolution, EDTF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from dateline.dates import en
from dateline.dates.meaning import Expression, Tense
from dateline.dates.moments import Moment
from dateline.dates.resolve import resolve
from dateline.dates.style import is_narrative
from dateline.dates.timeline import between, edtf_of
from dateline.dates.tokens import tokenise
from dateline.edtf import parse
from dateline.exceptions import DatelineError
from dateline.model import DatedPhrase

Style = Literal["news", "narrative", "auto"]

_LANGUAGES = {"en": en}


def find_dates(
    text: str,
    reference: date | str | None,
    language: str = "en",
    style: Style = "auto",
    *,
    tense_at: Callable[[int], Tense | None] | None = None,
) -> list[DatedPhrase]:
    """Find the words in a text that say when.

    Args:
        text: Any text; offsets count its characters.
        reference: When it was written: a day, an EDTF text (a month or an interval will do), or None if
            unknown. Phrases whose date it does not determine stay underspecified; the clock is never read.
        language: The language of the text, ISO 639-1. There are rules for ``en``.
        style: ``news`` counts from the day of writing, ``narrative`` from the date mentioned last; ``auto``
            decides by the dates of the text.
        tense_at: For callers who have parsed the text: from the offset of a date to the tense of the verb
            that governs it, None where there is none. It goes before the light cue that is used without it.

    Returns:
        The phrases in the order of the text, none overlapping another: TIMEX3 (TimeML 1.2.1) type, value and
        modifier, and EDTF where the words give a place on a timeline.

    Raises:
        DatelineError: There are no rules for the language.
        EdtfError: The reference is no date.
    """
    if language not in _LANGUAGES:
        known = ", ".join(sorted(_LANGUAGES))
        raise DatelineError(f"there are no date rules for the language {language!r}: use one of {known}")
    rules = _LANGUAGES[language]
    tokens = tokenise(text, rules.LEXICON)
    expressions = rules.not_dates(rules.GRAMMAR.read(tokens), tokens)
    days = _days(reference)
    narrative = style == "narrative" or (
        style == "auto" and is_narrative(expressions, days[0] if days else None)
    )
    unfit = "news" if narrative else "narrative"
    expressions = [expression for expression in expressions if expression.reading.only != unfit]
    for refine in rules.REFINERS:
        expressions = refine(expressions, tokens)
    if tense_at is not None:
        parsed = [tense_at(e.start) if rules.needs_tense(e) else None for e in expressions]
        expressions = [
            replace(e, tense=tense or e.tense) for e, tense in zip(expressions, parsed, strict=True)
        ]
    moments = _resolve(expressions, days, narrative)
    return _phrases(text, expressions, moments)


def _days(reference: date | str | None) -> tuple[date, ...]:
    """The first and the last day on which the text may have been written; none if unknown."""
    if reference is None:
        return ()
    if isinstance(reference, date):
        return (date(reference.year, reference.month, reference.day),)  # also of a datetime
    bounds = parse(reference)
    if bounds.earliest is None or bounds.latest is None:
        return ()
    if not (1 <= bounds.earliest.year <= 9999 and 1 <= bounds.latest.year <= 9999):
        return ()
    first, last = date(*bounds.earliest), date(*bounds.latest)
    return (first,) if first == last else (first, last)


def _resolve(
    expressions: Sequence[Expression], days: Sequence[date], narrative: bool
) -> list[tuple[Moment, Moment | None]]:
    """Resolve against the whole time in which the text may have been written.

    What comes out the same for its first and last day is determined, since no rule turns back in between.
    """
    events = [
        expression.means(expression.event) if expression.event else expression for expression in expressions
    ]

    def run(day: date | None) -> list[tuple[Moment, Moment | None]]:
        own = resolve(expressions, day, narrative)
        if not any(expression.event for expression in expressions):
            return [(moment, None) for moment in own]
        other = resolve(events, day, narrative)
        return [
            (moment, event if expression.event else None)
            for moment, event, expression in zip(own, other, expressions, strict=True)
        ]

    found = run(days[0] if days else None)
    if len(days) < 2:
        return found
    last, open_ = run(days[1]), run(None)
    return [one if one == two else unknown for one, two, unknown in zip(found, last, open_, strict=True)]


def _phrases(
    text: str, expressions: Sequence[Expression], moments: Sequence[tuple[Moment, Moment | None]]
) -> list[DatedPhrase]:
    own = [
        edtf_of(moment.value, expression.reading.mod) if expression.reading.type in {"DATE", "TIME"} else None
        for expression, (moment, _) in zip(expressions, moments, strict=True)
    ]
    phrases = []
    for place, (expression, (moment, _)) in enumerate(zip(expressions, moments, strict=True)):
        edtf = _placed(place, expressions, moments, own)
        phrases.append(
            DatedPhrase(
                start=expression.start,
                end=expression.end,
                text=text[expression.start : expression.end],
                type=expression.reading.type,
                value=moment.value,
                edtf=edtf,
                mod=expression.reading.mod,
                evidence_start=expression.evidence_start,
                evidence_end=expression.evidence_end,
            )
        )
    return phrases


def _placed(
    place: int,
    expressions: Sequence[Expression],
    moments: Sequence[tuple[Moment, Moment | None]],
    own: Sequence[str | None],
) -> str | None:
    """The EDTF of an expression with what bounds it: "since", "by", the other end of a range."""
    expression, edtf = expressions[place], own[place]
    if (event := moments[place][1]) is not None:
        return edtf_of(event.value, None)
    if expression.bound == "since" and edtf:
        return between(edtf, None)
    if expression.bound == "by" and edtf:
        return between(None, edtf)
    if expression.bound == "beside" and edtf:
        return edtf.split("T")[0]
    if expression.partner is None:
        return edtf
    start, end = sorted((place, expression.partner))
    if own[start] and moments[end][0].value == "PRESENT_REF":
        return between(own[start], None)
    return (between(own[start], own[end]) if own[start] and own[end] else None) or edtf
