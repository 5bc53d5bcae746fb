"""The way from a text to its dated phrases: tokens, rules, refiners, style, resolution, EDTF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import ModuleType
from typing import Literal

from dateline.dates import en
from dateline.dates.meaning import Expression, Shift, Tense
from dateline.dates.moments import UNKNOWN, Moment
from dateline.dates.resolve import resolve
from dateline.dates.style import is_narrative, looks_ahead
from dateline.dates.timeline import about, between, covering, edge_of, edtf_of, night_of, unit_before
from dateline.dates.tokens import tokenise
from dateline.edtf import parse
from dateline.exceptions import DatelineError
from dateline.model import DatedPhrase

Style = Literal["news", "narrative", "auto"]

_LANGUAGES = {"en": en}
# A text written within so many days is read as of each of them; what they disagree on is told as a span.
_SHORT = 7
# Over more years than these a text may have been written at any time.
_LONGEST = 40


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
            unknown. A phrase gets the date that it has on every day of the reference. Where that differs its
            value stays underspecified, and its EDTF covers all of them if the reference is at most a week,
            else it is None. An interval with an open end determines nothing. The clock is never read.
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
    return read_dates(text, reference, language, style).phrases(tense_at)


@dataclass(frozen=True, slots=True)
class DatesRead:
    """The dates of a text as its words have them, to be placed in time: by its own cues, or by a parse."""

    text: str
    expressions: tuple[Expression, ...]
    days: tuple[date, ...]
    """Those on which it may have been written."""
    narrative: bool
    rules: ModuleType
    """The language's."""

    def phrases(self, tense_at: Callable[[int], Tense | None] | None = None) -> list[DatedPhrase]:
        """The dated phrases, as :func:`find_dates` gives them."""
        expressions: Sequence[Expression] = self.expressions
        if tense_at is not None:
            parsed = [tense_at(e.start) if self.rules.needs_tense(e) else None for e in expressions]
            expressions = [
                replace(e, tense=tense) if tense else e for e, tense in zip(expressions, parsed, strict=True)
            ]
        if not self.days:
            return self._as_of(None, expressions)
        read = [self._as_of(day, expressions) for day in self.days]
        if len(self.days) == 1:
            return read[0]
        undecided = self._as_of(None, expressions)
        short = (self.days[-1] - self.days[0]).days < _SHORT
        return [
            _agreed(readings, unknown, short)
            for readings, unknown in zip(zip(*read, strict=True), undecided, strict=True)
        ]

    def _as_of(self, day: date | None, expressions: Sequence[Expression]) -> list[DatedPhrase]:
        return _phrases(self.text, expressions, _resolve(expressions, day, self.narrative))


def read_dates(
    text: str, reference: date | str | None, language: str = "en", style: Style = "auto"
) -> DatesRead:
    """Read the dates of a text; for callers who need them before they have parsed it, and once more after.

    Args:
        text: As for :func:`find_dates`, and so are the others.
        reference: When it was written.
        language: The language of the text.
        style: What its dates count from.

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
    ahead = looks_ahead(text, rules.FUTURE)
    styles = {
        style == "narrative" or (style == "auto" and is_narrative(expressions, day, looks_ahead=ahead))
        for day in days or [None]
    }
    if len(styles) > 1:
        # News on one day and narrative on another: nothing can be counted from such a reference.
        days, styles = (), {is_narrative(expressions, None, looks_ahead=ahead)}
    narrative = True in styles
    unfit = "news" if narrative else "narrative"
    expressions = [expression for expression in expressions if expression.reading.only != unfit]
    for refine in rules.REFINERS:
        expressions = refine(expressions, tokens)
    return DatesRead(text, tuple(expressions), days, narrative, rules)


def _days(reference: date | str | None) -> tuple[date, ...]:
    """The days to read a text from, in order: those on which it may have been written; none if unknown.

    Of a longer time its ends and each New Year between stand for all: from one day to the next a phrase only
    ever moves ahead, so what is the same at both ends is the same in between, and only whether a narrative
    has come to its own present, which is a matter of years, comes and goes.
    """
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
    if (last - first).days < _SHORT:
        return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
    if last.year - first.year > _LONGEST:
        return ()
    return (first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1)), last)


def _resolve(
    expressions: Sequence[Expression], day: date | None, narrative: bool
) -> list[tuple[Moment, Moment | None]]:
    """The moment of each expression as of a day, and that of an event which it dates."""
    own = resolve(expressions, day, narrative)
    if not any(expression.event for expression in expressions):
        return [(moment, None) for moment in own]
    events = [
        expression.means(expression.event) if expression.event else expression for expression in expressions
    ]
    return [
        (moment, event if expression.event else None)
        for moment, event, expression in zip(own, resolve(events, day, narrative), expressions, strict=True)
    ]


def _agreed(readings: Sequence[DatedPhrase], unknown: DatedPhrase, short: bool) -> DatedPhrase:
    """What a phrase says whichever of some days it was written on.

    Args:
        readings: The phrase as read from each day.
        unknown: The phrase as read from no day.
        short: Whether the days are so near to each other that a span over all readings says something.
    """
    if all(reading == readings[0] for reading in readings):
        return readings[0]
    dates = [reading.edtf for reading in readings if reading.edtf]
    edtf = covering(dates) if short and len(dates) == len(readings) else None
    if {reading.value for reading in readings} == {unknown.value}:
        return replace(unknown, edtf=edtf or unknown.edtf)  # of a range whose other end is open
    # A date in full here would count from one before it, past another that is open.
    value = unknown.value if "X" in unknown.value else UNKNOWN.value
    return replace(unknown, value=value, edtf=edtf)


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
    narrowed = edtf and edge_of(edtf, expression.reading.mod)
    if expression.bound == "since" and narrowed:
        begins = expression.reading.mod == "START"  # "since early July" may be since the first of it
        return between(edtf if begins else narrowed, None)
    if expression.bound == "by" and narrowed:
        return between(None, narrowed)
    if expression.bound == "before" and edtf and narrowed:
        whole = narrowed != edtf or expression.reading.mod == "END" or _is_running(expression)
        return between(None, narrowed if whole else unit_before(edtf))
    if expression.bound == "beside" and edtf:
        return edtf.split("T")[0]
    if expression.bound == "near" and edtf:
        return about(edtf)
    if expression.bound == "overnight" and edtf:
        return night_of(edtf)
    if expression.partner is None:
        return edtf
    start, end = sorted((place, expression.partner))
    if own[start] and moments[end][0].value == "PRESENT_REF":
        return between(own[start], None)
    return (between(own[start], own[end]) if own[start] and own[end] else None) or edtf


def _is_running(expression: Expression) -> bool:
    """Whether a unit is the one that goes on: "before the month is out" is within it."""
    meaning = expression.reading.meaning
    return isinstance(meaning, Shift) and meaning.amount == 0
