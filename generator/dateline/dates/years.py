"""In which year a date falls that names none, counted from a day: the last one, the next one or the nearest.

Measured on news: a month and day without a year is the nearest one in about 95 of 100 cases, a bare month the
last one in about 70; the verb that governs them tells most of the others.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateline.dates.calendars import make_date
from dateline.dates.meaning import Day, Tense
from dateline.dates.moments import Moment

Build = Callable[[int | None], Moment]
"""Makes the moment of a date in a year; of None, the moment that leaves the year open."""

# A month and day this near are meant unless the verb puts them on the other side; farther away
# the verb decides.
_DOUBTFUL = timedelta(days=120)
# A day that passed longer ago than this is none to come.
_JUST_PAST = timedelta(days=30)
# Without a verb to tell, a month and day farther ahead is the last one: news tells more than it announces.
_AHEAD = timedelta(days=60)
# A season or quarter that began so many days ago cannot lie ahead; one so many days ahead is the last one.
_PASSED, _TOO_FAR = 91, 200
# Until this month, the running winter is the one that began last year.
_WINTER_ENDS = 3
# From one item of a chronology to the next.
_LONGEST_STEP = timedelta(days=240)
# Without a verb to tell, a month is the one to come if it comes so soon that its last one is long past.
_MONTHS_AHEAD = 2


def year_around(day: Day, build: Build, anchor: date, tense: Tense | None) -> int:
    """Find the year of a date.

    Args:
        day: The date, without a year.
        build: How to make its moment in a year.
        anchor: The day to count from.
        tense: Of the verb that governs the date, if known.

    Returns:
        The year.
    """
    if day.part == "WI" and day.which is not None and anchor.month <= _WINTER_ENDS:
        return anchor.year + day.which - 1  # a winter is of the year in which it begins
    if day.which == 0:
        return anchor.year
    if day.weekday and (fitting := _year_of_weekday(day, anchor)):
        return fitting
    if day.which is None and (day.part or day.holiday):
        passed = 0 if day.holiday else _PASSED
        return anchor.year + _other_year(build(anchor.year), anchor, tense, passed)
    near = [found for year in (-1, 0, 1) if (found := build(anchor.year + year)).first]
    if not near:
        return anchor.year
    if day.which is None and day.day:
        nearest = _start(min(near, key=lambda found: abs(_start(found) - anchor)))
        against = tense == "past" and nearest > anchor
        against = against or (tense == "future" and anchor - nearest > _JUST_PAST)
        farthest = _AHEAD if tense is None and nearest > anchor else _DOUBTFUL
        if (tense is None and nearest <= anchor) or (abs(nearest - anchor) <= farthest and not against):
            return nearest.year
    return _year_beside(day, near, anchor, tense)


def year_after(build: Build, last: Moment) -> int:
    """Find the year of an item of a chronology.

    Args:
        build: How to make its moment in a year.
        last: The item before it, or the year that its heading names.

    Returns:
        The year in which the item comes next after the last one; the one in which it came before that, where
        that is so much nearer that the chronology goes back.
    """
    now = _start(last)
    if last.grain == "Y":
        return now.year
    following = now.year + (_start(build(now.year)) < now)
    return following - (_start(build(following)) - now > _LONGEST_STEP)


def _year_beside(day: Day, near: Sequence[Moment], anchor: date, tense: Tense | None) -> int:
    """The year of the next or the last one of some moments, as the words or the verb say."""
    now = anchor if day.day or day.holiday else anchor.replace(day=1)
    soon = 0 < ((day.month or 0) - now.month) % 12 <= _MONTHS_AHEAD
    if day.which == 1 or (day.which is None and (tense == "future" or (tense is None and soon))):
        later = [found for found in near if (_start(found) > now if day.which else _start(found) >= now)]
        return _start(later[0] if later else near[-1]).year
    earlier = [found for found in near if (_start(found) < now if day.which else _start(found) <= now)]
    return _start(earlier[-1] if earlier else near[0]).year


def _other_year(found: Moment, now: date, tense: Tense | None, passed: int) -> int:
    """How many years off a season, quarter or holiday is from the one of the running year.

    It cannot lie ahead once it began more than so many days ago as ``passed`` says.
    """
    ahead = (_start(found) - now).days
    if tense == "future":
        return 1 if ahead < -passed else 0
    return -1 if ahead > _TOO_FAR or (tense == "past" and ahead > 0) else 0


def _year_of_weekday(day: Day, now: date) -> int | None:
    """The nearest year in which a day of a month falls on the weekday it is named with."""
    years = sorted(range(now.year - 6, now.year + 7), key=lambda year: (abs(year - now.year), year))
    for year in years:
        found = make_date(year, day.month or 0, day.day or 0)
        if found and found.isoweekday() == day.weekday:
            return year
    return None


def _start(found: Moment) -> date:
    return found.first or date.min
