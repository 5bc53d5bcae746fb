"""EDTF text to its bounds: the forms news needs of ISO 8601-2 (EDTF levels 0 and 1, and some of 2).

A season counts northern months (spring is March to May; winter starts in December of its year and ends in
February of the next). A day with a time is the day its own clock shows: no zone conversion is made.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.edtf.nearmiss import suggest
from dateline.exceptions import EdtfError

Form = Literal[
    "time",  # 1998-05-03T15:44+02:00
    "day",  # 1998-05-03
    "month",  # 1998-05
    "season",  # 1998-22, a season, quarter or half
    "year",  # 1998
    "years",  # 201X, a decade, century or millennium
    "day of month",  # 1998-05-XX
    "day of year",  # 1998-XX-XX
    "month of year",  # 1998-XX
    "interval",  # A/B; its two parts are None where open or unknown
    "choice",  # [A,B]; a part is a date or an interval of dates to choose from
]


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, years counted astronomically: 0 is 1 BCE."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as far as it is known."""

    text: str
    """Canonical EDTF: no spaces, weeks as the interval of their days."""
    earliest: Day | None
    """The first day it can be or begin; None where the start is open or unknown."""
    latest: Day | None
    """The last day it can be or end; None where the end is open or unknown."""
    approximate: bool
    uncertain: bool
    form: Form
    parts: tuple["Edtf | None", ...] = ()
    """The ends of an interval, the members of a choice."""
    second: int = -1
    """Seconds after midnight of a time, -1 without one."""

    @property
    def sort_key(self) -> tuple[Day, Day, int]:
        """Orders a timeline: by earliest day, then latest day, then time of day.

        A date with an open start stands at its latest day (``../1998`` at the end of 1998, where it is
        known to have happened); an open end counts as later than any day.
        """
        latest = self.latest or _NEVER
        return (self.earliest or latest, latest, self.second)


EXAMPLES = (
    "1998-05-03, 1998-05, 1998, 1998/2001 (from, to), 1998-05/.. (since), ../1998 (by), "
    "[1998-05-03,1998-05-04] (one of), 1998~ (about), 1998? (uncertain), 199X (the 1990s)"
)

_NO_YEAR = ("there is no year -0000", "0000 for 1 BCE, -0001 for 2 BCE")
_NEVER = Day(99999, 12, 31)
_MAX_CHARACTERS = 500
_YEAR = r"(-?[0-9]{4})"
_QUALIFIER = r"([~?%]?)"
_PLAIN = re.compile(_YEAR + r"(?:-([0-9]{2})(?:-([0-9]{2}))?)?" + _QUALIFIER)
_UNSPECIFIED = re.compile(_YEAR + r"-(?:XX(-XX)?|([0-9]{2})-XX)" + _QUALIFIER)
_YEARS = re.compile(r"(-?)([0-9]{1,3})(X{1,3})" + _QUALIFIER)
_WEEK = re.compile(_YEAR + r"-W([0-9]{2})" + _QUALIFIER)
_TIME = re.compile(
    _YEAR + r"-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:Z|[+-]([0-9]{2}):([0-9]{2}))?"
)

# First month and number of months of ISO 8601-2's divisions of a year.
_SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=65_536)
def parse(text: str) -> Edtf:
    """Read a date.

    Args:
        text: EDTF; spaces around it, and beside ``/`` and ``,``, are let pass.

    Returns:
        The date with its bounds.

    Raises:
        EdtfError: The text is no date; ``problem`` says what is wrong and ``fix`` what to write instead.
    """
    trimmed = text.strip()
    if len(trimmed) > _MAX_CHARACTERS:
        raise EdtfError(f"a date of {len(trimmed)} characters is too long", f"write one like {EXAMPLES}")
    try:
        return _read(trimmed)
    except _NotADateError as wrong:
        meant = tuple(candidate for candidate in suggest(trimmed) if _is_date(candidate))
        reason = f", {wrong.reason}" if wrong.reason and not meant else ""
        fix = f"write {' or '.join(meant) or wrong.fix}"
        raise EdtfError(f"{trimmed!r} is not a date{reason}", fix, meant) from None


class _NotADateError(Exception):
    """Why a text is no date (empty when it has no form of one at all), and what to write."""

    def __init__(self, reason: str = "", fix: str = f"a date like {EXAMPLES}") -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix


def _is_date(text: str) -> bool:
    try:
        _read(text)
    except _NotADateError:
        return False
    return True


def _read(text: str) -> Edtf:
    if text.startswith("["):
        return _choice(text)
    if "/" in text:
        return _interval(text)
    return _single(text)


def _single(text: str) -> Edtf:
    if match := _PLAIN.fullmatch(text):
        return _plain(text, *match.groups())
    if match := _TIME.fullmatch(text):
        return _time(match)
    if match := _UNSPECIFIED.fullmatch(text):
        return _unspecified(text, *match.groups())
    if match := _YEARS.fullmatch(text):
        return _years(text, *match.groups())
    if match := _WEEK.fullmatch(text):
        return _week(*match.groups())
    raise _NotADateError


def _plain(text: str, year_text: str, month_text: str | None, day_text: str | None, qualifier: str) -> Edtf:
    year = _year(year_text)
    approximate, uncertain = qualifier in {"~", "%"}, qualifier in {"?", "%"}
    if month_text is None:
        return Edtf(text, Day(year, 1, 1), Day(year, 12, 31), approximate, uncertain, "year")
    month = int(month_text)
    if day_text is not None:
        day = Day(year, month, _day_in(year, _month(month), int(day_text)))
        return Edtf(text, day, day, approximate, uncertain, "day")
    if month in _SEASONS:
        first, months = _SEASONS[month]
        last = first + months - 1
        end = _last_day(year + (last > 12), (last - 1) % 12 + 1)
        return Edtf(text, Day(year, first, 1), end, approximate, uncertain, "season")
    first_day = Day(year, _month(month), 1)
    return Edtf(text, first_day, _last_day(year, month), approximate, uncertain, "month")


def _time(match: re.Match[str]) -> Edtf:
    year, month, day, hour, minute, second, zone_hour, zone_minute = match.groups(default="00")
    on = _plain("", year, month, day, "").earliest
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        raise _NotADateError("no clock shows that", "a time from T00:00 to T23:59")
    if int(zone_hour) > 14 or int(zone_minute) > 59:
        raise _NotADateError("no time zone is that far from UTC", "an offset from -14:00 to +14:00")
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second)
    return Edtf(match[0], on, on, approximate=False, uncertain=False, form="time", second=seconds)


def _unspecified(text: str, year_text: str, any_day: str | None, month_text: str | None, qual: str) -> Edtf:
    year = _year(year_text)
    approximate, uncertain = qual in {"~", "%"}, qual in {"?", "%"}
    if month_text is not None:
        month = _month(int(month_text))
        first, last = Day(year, month, 1), _last_day(year, month)
        return Edtf(text, first, last, approximate, uncertain, "day of month")
    form: Form = "day of year" if any_day else "month of year"
    return Edtf(text, Day(year, 1, 1), Day(year, 12, 31), approximate, uncertain, form)


def _years(text: str, sign: str, known: str, unknown: str, qualifier: str) -> Edtf:
    if len(known) + len(unknown) != 4:
        raise _NotADateError("a year has four digits", "199X for the 1990s, 19XX for 1900 to 1999")
    smallest, largest = int(known + "0" * len(unknown)), int(known + "9" * len(unknown))
    if sign:
        if smallest == 0:
            raise _NotADateError(*_NO_YEAR)
        smallest, largest = -largest, -smallest
    approximate, uncertain = qualifier in {"~", "%"}, qualifier in {"?", "%"}
    return Edtf(text, Day(smallest, 1, 1), Day(largest, 12, 31), approximate, uncertain, "years")


def _week(year_text: str, week_text: str, qualifier: str) -> Edtf:
    try:
        monday = date.fromisocalendar(int(year_text), int(week_text), 1)
        sunday = monday + timedelta(days=6)
    except (ValueError, OverflowError):
        raise _NotADateError(f"{year_text} has no week {week_text}", "a week W01 to W52 or W53") from None
    return _interval(f"{monday}{qualifier}/{sunday}{qualifier}")


def _interval(text: str) -> Edtf:
    ends = [end.strip() for end in text.split("/")]
    if len(ends) != 2:
        raise _NotADateError("an interval has one slash", "its first and last date: 1998/2001")
    start, end = (None if end in {"", ".."} else _single(end) for end in ends)
    # A week is the interval of its days: from its first one, or to its last.
    if start and start.form == "interval":
        start = start.parts[0]
    if end and end.form == "interval":
        end = end.parts[1]
    texts = (start.text if start else ends[0], end.text if end else ends[1])
    return _span("/".join(texts), start, end)


def _choice(text: str) -> Edtf:
    if not text.endswith("]"):
        raise _NotADateError("the bracket is not closed", f"{text}]")
    members = [_member(member.strip()) for member in text[1:-1].split(",")]
    earliest = [member.earliest for member in members]
    latest = [member.latest for member in members]
    return Edtf(
        text="[" + ",".join(member.text for member in members) + "]",
        earliest=None if None in earliest else min(day for day in earliest if day),
        latest=None if None in latest else max(day for day in latest if day),
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        form="choice",
        parts=tuple(members),
    )


def _member(text: str) -> Edtf:
    first, dots, last = text.partition("..")
    start = _single(first.strip()) if first else None
    if not dots:
        if start is None:
            raise _NotADateError("a date is missing", "[1998-05-03,1998-05-04]")
        _forbid([start], "interval", "its days: [1998-05-04..1998-05-10]")
        _forbid([start], "time", "the day without the time")
        return start
    end = _single(last.strip()) if last else None
    _forbid([start, end], "interval", "its days: [1998-05-04..1998-05-10]")
    return _span(f"{start.text if start else ''}..{end.text if end else ''}", start, end)


def _span(text: str, start: Edtf | None, end: Edtf | None) -> Edtf:
    if start is None and end is None:
        raise _NotADateError("one end must be known", "1998-05/.. (since) or ../1998 (by)")
    _forbid([start, end], "time", "the day without the time")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and latest < earliest:
        raise _NotADateError("it ends before it starts", "the earlier date first")
    known = [part for part in (start, end) if part]
    return Edtf(
        text=text,
        earliest=earliest,
        latest=latest,
        approximate=any(part.approximate for part in known),
        uncertain=any(part.uncertain for part in known),
        form="interval",
        parts=(start, end),
    )


def _forbid(parts: Iterable[Edtf | None], form: Form, fix: str) -> None:
    if any(part is not None and part.form == form for part in parts):
        name = "week" if form == "interval" else form
        raise _NotADateError(f"a {name} cannot stand in an interval or a choice", fix)


def _year(text: str) -> int:
    if text == "-0000":
        raise _NotADateError(*_NO_YEAR)
    return int(text)


def _month(month: int) -> int:
    if not 1 <= month <= 12:
        raise _NotADateError(
            f"there is no month {month:02}",
            "a month 01 to 12, a season 21 to 24, a quarter 33 to 36, or a half 40 or 41",
        )
    return month


def _day_in(year: int, month: int, day: int) -> int:
    last = _last_day(year, month).day
    if not 1 <= day <= last:
        raise _NotADateError(
            f"{year:04}-{month:02} has no day {day:02}", f"a day from {year:04}-{month:02}-01 to {last}"
        )
    return day


def _last_day(year: int, month: int) -> Day:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return Day(year, month, _DAYS[month - 1] + leap)
