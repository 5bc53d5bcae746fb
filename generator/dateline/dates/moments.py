"""A date as far as it is known: its TIMEX3 value, its first day and how long it is."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline.dates.calendars import before_christ, make_date, week_value, year_value

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
GRAINS = ("T", "D", "W", "M", "Q", "H", "Y", "DE", "CE")
"""The lengths of moments, from short to long; weekends count as weeks, seasons as quarters."""
_DATED = re.compile(
    r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?|-W(\d\d)(-WE)?|-(SP|SU|FA|WI|Q[1-4])|-(H[12]))?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A TIMEX3 value with what calendar arithmetic needs of it."""

    value: str
    first: date | None = None
    """None where the year is not known."""
    grain: str = ""
    """One of GRAINS, empty where ``first`` is None."""


UNKNOWN = Moment("XXXX-XX-XX")


@lru_cache(maxsize=1_000)  # a text names few days, and each again and again
def moment(value: str) -> Moment:
    """Returns the moment of a TIMEX3 value."""
    if match := re.fullmatch(r"(BC)?(\d{2,3})", value):
        grain = "CE" if len(match[2]) == 2 else "DE"
        first = int(match[2].ljust(4, "0"))
        return _starting(
            value, before_christ(first + 10 ** (4 - len(match[2])) - 1) if match[1] else first, grain
        )
    match = _DATED.fullmatch(value)
    if match is None:
        return Moment(value)
    _, _, month, day, time, week, _, part, half = match.groups()
    year = before_christ(int(match[2])) if match[1] else int(match[2])
    if week:
        monday = _monday(year, int(week))
        return Moment(value, monday, "W") if monday else Moment(value)
    if part:
        first_month = _SEASON_MONTHS.get(part) or int(part[1]) * 3 - 2
        return Moment(value, make_date(year, first_month, 1), "Q")
    if half:
        return Moment(value, make_date(year, int(half[1]) * 6 - 5, 1), "H")
    if month is None:
        return _starting(value, year, "Y")
    begin = make_date(year, int(month), int(day or 1))
    if begin is None:
        return Moment(value)
    return Moment(value, begin, "T" if time else "D" if day else "M")


def _starting(value: str, year: int, grain: str) -> Moment:
    first = make_date(year, 1, 1)
    return Moment(value, first, grain) if first else Moment(value)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def moment_in(day: date, unit: str) -> Moment:
    """Returns the day, week, weekend, month, quarter, half-year, year, decade or century that holds a day."""
    year = year_value(day.year)
    values = {
        "D": f"{year}-{day:%m-%d}",
        "W": week_value(day),
        "WE": f"{week_value(day)}-WE",
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "Y": year,
        "DE": year[:-1],
        "CE": year[:-2],
    }
    return moment(values[unit])


def days_of(value: str) -> tuple[date, date] | None:
    """Returns the first and last day of a week or weekend value."""
    match = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    monday = _monday(int(match[1]), int(match[2])) if match else None
    if match is None or monday is None:
        return None
    return (monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6))
