"""Uncertain dates as a start and an end on a calendar, which is all that most tools know, and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.edtf import Edtf, in_words, languages, parse
from dateline.edtf.nearmiss import suggest
from dateline.exceptions import EdtfError

_QUALIFIERS = ("", "~", "?", "%")
_PARTS_OF_YEARS = (*range(21, 25), *range(33, 37), 40, 41, "XX", "XX-XX")
_ON_A_CALENDAR = {"time", "day", "month", "year"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or minute, as far as it is named."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    """``HH:MM`` or ``HH:MM:SS``, with its offset from UTC if one is known: as in EDTF."""

    @property
    def edtf(self) -> str:
        """The moment in EDTF."""
        sign = "-" if self.year < 0 else ""
        parts = [f"{sign}{abs(self.year):04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + (f"T{self.time}" if self.time and self.day else "")


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """From when to when; a single date has no end."""

    start: Moment
    end: Moment | None = None

    @property
    def edtf(self) -> str:
        """The span in EDTF."""
        return (
            f"{self.start.edtf}/{self.end.edtf}" if self.end and self.end != self.start else self.start.edtf
        )


def calendar_span(edtf: str) -> CalendarSpan:
    """A date as start and end; what a calendar cannot say, such as "about", is left out of them.

    An open side is left out: ``2014-06/..`` starts in June 2014, ``../2020`` is told of 2020.

    Raises:
        EdtfError: It is no date.
    """
    date = parse(edtf)
    ends = date.parts if date.form == "interval" else (date,)
    known = [end for end in ends if end]
    if all(end.form in _ON_A_CALENDAR for end in known):
        return CalendarSpan(*map(_moment, known))
    days = [Moment(*day) for day in (date.earliest, date.latest) if day]
    return CalendarSpan(*dict.fromkeys(days))


@lru_cache(maxsize=65_536)
def says_all(edtf: str) -> bool:
    """Whether start and end on a calendar say all that a date says."""
    return parse(calendar_span(edtf).edtf).text == parse(edtf).text


def words_beside(edtf: str, language: str) -> str | None:
    """What to show beside start and end so that readers see the whole date; None where they say it all."""
    return None if says_all(edtf) else in_words(edtf, language)


def date_meant(span: CalendarSpan, words: str | None) -> str:
    """The date that a start, an end and the words shown for them say together.

    Args:
        span: As another tool has it.
        words: What it shows to readers: "about 2015" beside a start in 2015 is ``2015~``.

    Returns:
        EDTF: what the words say if they stand for this span, else the span.

    Raises:
        EdtfError: The span is no date, such as 31 June.
    """
    plain = parse(span.edtf).text
    if not words:
        return plain
    meant = (date.text for date in _meant(words, span) if calendar_span(date.text) == span)
    # "Between 3 and 5 May" may be all of the time as well: but then no words would be needed.
    return next((text for text in meant if text != plain), plain)


def _meant(words: str, span: CalendarSpan) -> Iterator[Edtf]:
    """The dates that words can stand for: EDTF, English as people type it, or what we say in any language."""
    for text in (words, *suggest(words)):
        try:
            yield parse(text)
        except EdtfError:
            continue
    for date in _spanning(span):
        if any(in_words(date, language) == words for language in languages()):
            yield date


def _spanning(span: CalendarSpan) -> Iterator[Edtf]:
    """The uncertain dates that a start and an end can stand for."""
    for text in _between(span.start, span.end) if span.end else _around(span.start.edtf):
        try:
            yield parse(text)
        except EdtfError:
            continue


def _around(date: str) -> Iterator[str]:
    for qualified in (date + qualifier for qualifier in _QUALIFIERS):
        yield from (qualified, f"{qualified}/..", f"../{qualified}", f"{qualified}/", f"/{qualified}")
    yield from (f"[..{date}]", f"[{date}..]")


def _between(first: Moment, last: Moment) -> Iterator[str]:
    start, end = first.edtf, last.edtf
    yield from (f"{start}{one}/{end}{other}" for one in _QUALIFIERS for other in _QUALIFIERS)
    yield from (f"[{start},{end}]", f"[{start}..{end}]")
    if first.day:
        year, month = start[:-6], start[:-3]
        parts = [f"{year}-{part}" for part in _PARTS_OF_YEARS] + [f"{month}-XX"]
        parts += [f"{year[:known]}{'X' * (len(year) - known)}" for known in range(1, len(year))]
        yield from (part + qualifier for part in parts for qualifier in _QUALIFIERS)


def _moment(date: Edtf) -> Moment:
    day = date.earliest
    if day is None:
        raise AssertionError("only intervals and choices are open")
    return Moment(
        day.year,
        None if date.form == "year" else day.month,
        None if date.form in {"year", "month"} else day.day,
        date.text.partition("T")[2] or None,
    )
