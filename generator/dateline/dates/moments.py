"""A date as far as it is known: its TIMEX3 value, its first day and how long it is."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.dates.calendars import make_date, week_value

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
GRAINS = ("T", "D", "W", "M", "Q", "H", "Y", "DE", "CE")
"""The lengths of moments, from short to long; weekends count as weeks, seasons as quarters."""
_DATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?|-W(\d\d)(-WE)?|-(SP|SU|FA|WI|Q[1-4])|-(H[12]))?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A TIMEX3 value with what calendar arithmetic needs of it."""

    value: str
    first: date | None = None
    """None where the year is not known."""
    grain: str = ""
    """One of GRAINS, empty where ``first`` is None."""


UNKNOWN = Moment("XXXX-XX-XX")


def moment(value: str) -> Moment:
    """Returns the moment of a TIMEX3 value."""
    if re.fullmatch(r"\d{2}", value):
        return _starting(value, int(value) * 100, "CE")
    if re.fullmatch(r"\d{3}", value):
        return _starting(value, int(value) * 10, "DE")
    match = _DATED.fullmatch(value)
    if match is None:
        return Moment(value)
    year = int(match[1])
    if match[5]:
        monday = _monday(year, int(match[5]))
        return Moment(value, monday, "W") if monday else Moment(value)
    if match[7]:
        month = _SEASON_MONTHS.get(match[7]) or int(match[7][1]) * 3 - 2
        return Moment(value, make_date(year, month, 1), "Q")
    if match[8]:
        return Moment(value, make_date(year, int(match[8][1]) * 6 - 5, 1), "H")
    if match[2] is None:
        return _starting(value, year, "Y")
    first = make_date(year, int(match[2]), int(match[3] or 1))
    if first is None:
        return Moment(value)
    return Moment(value, first, "T" if match[4] else "D" if match[3] else "M")


def _starting(value: str, year: int, grain: str) -> Moment:
    first = make_date(year, 1, 1)
    return Moment(value, first, grain) if first else Moment(value)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def moment_in(day: date, unit: str) -> Moment:
    """Returns the day, week, weekend, month, quarter, half-year, year, decade or century that holds a day."""
    year = f"{day.year:04}"
    values = {
        "D": day.isoformat(),
        "W": week_value(day),
        "WE": f"{week_value(day)}-WE",
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{(day.month + 5) // 6}",
        "Y": year,
        "DE": year[:3],
        "CE": year[:2],
    }
    return moment(values[unit])


def days_of(value: str) -> tuple[date, date] | None:
    """Returns the first and last day of a week or weekend value."""
    match = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    monday = _monday(int(match[1]), int(match[2])) if match else None
    if match is None or monday is None:
        return None
    return (monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6))
