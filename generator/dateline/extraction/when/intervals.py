"""Dates counted from other dates: "two days after the 5th"."""

import re
from datetime import date, timedelta

_DURATION = re.compile(r"P(\d+)([DWMY])")
_MONTHS = 12
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def shifted(edtf: str, duration: str, sign: int) -> str | None:
    """The date that lies a duration after or before another.

    Args:
        edtf: a day, month or year; anything wider or vaguer gives None.
        duration: a TIMEX3 duration in days, weeks, months or years.
        sign: 1 for after, -1 for before.

    Returns:
        EDTF as precise as both allow: days counted from a month say nothing, so None.
    """
    known, count = _DATE.fullmatch(edtf), _DURATION.fullmatch(duration)
    if known is None or count is None:
        return None
    year, month, day = int(known[1]), known[2], known[3]
    number, unit = sign * int(count[1]), count[2]
    if unit == "Y":
        return f"{year + number:04}"
    if month is None or int(month) > _MONTHS:
        return None  # a season is no month to count from
    if unit == "M":
        years, months = divmod(year * 12 + int(month) - 1 + number, 12)
        return f"{years:04}-{months + 1:02}"
    if day is None:
        return None
    try:
        return (
            date(year, int(month), int(day)) + timedelta(days=number * (7 if unit == "W" else 1))
        ).isoformat()
    except OverflowError:
        return None
