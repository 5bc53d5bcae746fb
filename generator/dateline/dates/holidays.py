"""The day of a holiday in a year, from its rule in a lexicon."""

import re
from datetime import date, timedelta

from dateline.dates.calendars import easter, nth_weekday


def holiday_in(rule: str, year: int) -> date | None:
    """Find the day of a holiday.

    Args:
        rule: ``12-25``, a day of the year; ``11/4/4``, the fourth Thursday of November; ``5/1/-1``, the last
            Monday of May; ``E-2``, two days before Easter Sunday.
        year: 1 to 9999.

    Returns:
        The day; None before 1583, where Western Easter is not computed by this calendar.
    """
    if fixed := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return date(year, int(fixed[1]), int(fixed[2]))
    if moving := re.fullmatch(r"E([+-]\d+)", rule):
        return easter(year) + timedelta(days=int(moving[1])) if year >= 1583 else None
    month, weekday, place = (int(part) for part in rule.split("/"))
    return nth_weekday(year, month, weekday, place)
