"""Arithmetic of the proleptic Gregorian calendar, pure."""

from calendar import monthrange
from datetime import date, timedelta

# Years before Christ are counted backwards from this one, so that ``datetime``, which has no such years,
# can reckon with them: 1 BC is 4999, 264 BC is 4736. Texts do not tell of the years from 3000 on.
_AFTER_ALL = 5000
_LAST_YEAR = 2999


def before_christ(year: int) -> int:
    """Returns how a year before Christ is counted, and back again."""
    return _AFTER_ALL - year


def year_value(year: int) -> str:
    """Returns the TIMEX3 value of a year as counted here: ``0476``, ``BC0264``."""
    return f"{year:04}" if year <= _LAST_YEAR else f"BC{before_christ(year):04}"


def is_before_christ(year: int) -> bool:
    """Returns whether a year as counted here lies before Christ."""
    return year > _LAST_YEAR


def add_months(day: date, months: int) -> date:
    """Returns the day so many months later (earlier if negative), or the month's last day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"the year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def make_date(year: int, month: int, day: int) -> date | None:
    """Returns the date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """Returns the ISO week of a day: ``2013-W08``."""
    year, week, _ = day.isocalendar()
    return f"{year_value(year)}-W{week:02}"


def nth_weekday(year: int, month: int, weekday: int, place: int) -> date:
    """Returns the first (place 1), second … or last (place -1) given weekday (1 is Monday) of a month."""
    if place > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (place - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Returns Western Easter Sunday, by the anonymous Gregorian computus (Meeus 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)
