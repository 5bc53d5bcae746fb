"""In which month a day falls that names none: "on the 9th"."""

from collections.abc import Sequence
from datetime import date

from dateline.dates.calendars import add_months
from dateline.dates.meaning import Tense
from dateline.dates.moments import UNKNOWN, Moment, moment, moment_in

# So many letters after a day or a month was told, its month is still the one that a bare day belongs to. A
# month soon gives way: "an inspection in January found rust … she sank on Tuesday … for help on the 9th".
_REACH = {"D": 600, "T": 600, "W": 200, "M": 200}


def day_around(day: int, told: Sequence[tuple[Moment, int]], written: date, tense: Tense | None) -> Moment:
    """Find the day of a bare number in news.

    Args:
        day: The number of the day.
        told: What was told before and how many letters before, the nearest first.
        written: The day the text was written.
        tense: Of the verb that governs the day, if known.

    Returns:
        The day in the month told shortly before, the one before it if that is yet to come under a past verb;
        else the last such day or, under a verb that looks ahead, the next.
    """
    for last, letters in told:
        if last.first and letters <= _REACH.get(last.grain, 0):
            found = day_in(last.first, day)
            if found.first is None or (tense == "future" and found.first < written):
                continue
            late = tense == "past" and found.first > written >= last.first
            return day_in(add_months(last.first, -1), day) if late else found
    if tense == "future":
        return day_in(written if day >= written.day else add_months(written, 1), day)
    return day_in(written if day <= written.day else add_months(written, -1), day)


def day_in(month: date | None, day: int) -> Moment:
    """Returns a day of the month that holds a date."""
    return moment(f"{moment_in(month, 'M').value}-{day:02}") if month else UNKNOWN
