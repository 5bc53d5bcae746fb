"""From what the words mean to TIMEX3 values: one pass through the document, first expression to last.

News counts from the day it was written, narrative from the date it mentioned last. Which occurrence of a bare
weekday or month is meant follows how English news uses them: the latest weekday on or before the day of
writing, the nearest month and day, the latest month, and the future ones only under a verb that looks ahead.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from dateline.dates.calendars import add_months, before_christ, is_before_christ, year_value
from dateline.dates.holidays import holiday_in
from dateline.dates.meaning import Clock, Day, Expression, Fixed, Meaning, Part, Same, Shift, Tense, Which
from dateline.dates.moments import GRAINS, UNKNOWN, Moment, moment, moment_in
from dateline.dates.months import day_around, day_in
from dateline.dates.years import Build, year_after, year_around

# A narrative that seems to go back so many months has gone on into the next year.
_MONTHS_BACK = 8
_A_NIGHT = Clock("TNI")
_NEXT_DAY = Shift("D", 1, "previous")
_THAT_YEAR = Shift("Y", 0, "previous", calendar=True)
# So many letters after a day was told, news still speaks of it.
_DAY_LASTS = 400
# So many letters after a month was counted to, a day of that month is one of it; of a week, one so near it.
_SAME_BREATH, _WEEKS = 120, 10
# News names the year of what is so many years old once; what follows it is of that year.
_LONG_PAST = 8
_MONTHS_OF = {"Q": 3, "H": 6, "M": 1, "Y": 12, "DE": 120, "CE": 1200}


def resolve(expressions: Sequence[Expression], reference: date | None, narrative: bool) -> list[Moment]:
    """Give every expression its value.

    Args:
        expressions: In the order of the text.
        reference: The day the text was written; None if unknown.
        narrative: Whether the text tells of its past in order, rather than of the days before it was written.

    Returns:
        The moments, in the same order; values have X where the context does not decide.
    """
    context = _Context(reference, narrative)
    excursions = _excursions(expressions) if narrative else set()
    return [
        context.resolve(expression, place not in excursions) for place, expression in enumerate(expressions)
    ]


def _tells(meaning: Meaning) -> bool:
    """Whether a date says where a narrative has come to; flashbacks do not."""
    if isinstance(meaning, Clock) and meaning.day is not None:
        return _tells(meaning.day)
    if isinstance(meaning, Shift):
        return meaning.base == "previous" and (meaning.amount or 0) > 0
    return isinstance(meaning, Day) and not meaning.bare


def _excursions(expressions: Sequence[Expression]) -> set[int]:
    """The places where a narrative names a year only to return at once to the one it was telling of."""
    years = [
        (place, meaning.year)
        for place, expression in enumerate(expressions)
        if isinstance(meaning := expression.reading.meaning, Day)
        and meaning.year is not None
        and meaning.year >= 100
        and not meaning.bare
    ]
    found = set()
    for (_, now), (place, year), (_, following) in zip(years, years[1:], years[2:], strict=False):
        if year != now and abs(following - now) < abs(following - year):
            found.add(place)
    return found


class _Context:
    """What is known at a place of the text: the day of writing and the dates mentioned before."""

    def __init__(self, reference: date | None, narrative: bool) -> None:
        self._written = reference
        self._narrative = narrative
        self._mentioned: dict[str, Moment] = {}
        """The last moment of each grain."""
        self._last: Moment | None = None
        self._listed: Moment | None = None
        """The item of a chronology that was the last one."""
        self._near: dict[str, tuple[Moment, int]] = {}
        """The last day and the last month, and where in the text they stand."""
        self._last_opens = False
        """Whether what was told last is the first of two dates, from one to the other."""
        self._at = 0
        """Where in the text the expression stands that is being resolved."""
        self._opening: Moment | None = None
        """Where the time begins whose end was told last."""
        self._follows = False
        """Whether the expression that is being resolved goes on from the one before."""
        self._told: date | None = None
        """Where a narrative has come to."""
        self._told_month = False
        self._counted = (UNKNOWN, 0)
        """The last month or week that was counted from what was told before, and where it stands."""
        self._happened = UNKNOWN
        """The last day on which more happened than that something was said."""
        self._is_late = False
        """Whether it was told in an evening or a night, so that small hours are of the next day."""
        self._in_night = self._was_in_night = False
        """Whether small hours of such a night are told, or were last: "the next morning" is of their day."""

    def resolve(self, expression: Expression, moves: bool) -> Moment:
        meaning = expression.reading.meaning
        self._at, self._follows = expression.start, expression.follows
        if expression.reading.type in {"DATE", "TIME"}:
            self._was_in_night, self._in_night = self._in_night, False
        if expression.item and isinstance(meaning, Day) and not self._narrative:
            meaning = self._item(meaning, expression.tense)
        try:
            found = self._moment(meaning, expression.tense)
        except (OverflowError, ValueError):  # beyond the years that calendars count
            found = UNKNOWN
        if expression.item:
            self._listed = found if found.first else None
        if expression.reading.type in {"DATE", "TIME"} and found.first is not None:
            ends = expression.partner is not None and expression.reading.type == "DATE" and self._last_opens
            self._opening = self._last if ends else None
            self._last_opens = expression.partner is not None and not ends
            if not (expression.reported and found.grain in {"M", "Y"}):
                self._remember(found)  # what was said in 1998 goes on from no time
            if found.grain in {"M", "W"} and isinstance(meaning, Shift) and meaning.base == "previous":
                self._counted = (found, self._at)
            if found.grain in {"T", "D"} and not expression.reported:
                same = found.grain == "D" and found.first == self._happened.first  # "at 11 p.m. on Monday"
                late = expression.reading.mod == "END" or found.value[11:13] in _LATE  # "late Sunday"
                self._is_late = (same and self._is_late) or late
                self._happened = self._mentioned["D"]
            if moves and _tells(meaning):
                self._told, self._told_month = found.first, found.grain in {"T", "D", "M", "Q"}
        return found

    def _item(self, day: Day, tense: Tense | None) -> Day:
        """An item of a chronology with the year that the item before it gives."""
        if day.year is not None or day.weekday is not None or self._listed is None:
            return day
        dated = replace(day, year=year_after(_builder(day), self._listed))
        found = _builder(dated)(dated.year).first
        ahead = tense == "past" and self._written and found and found > self._written
        return day if ahead else dated

    def _year_before(self, day: Day) -> int | None:
        """The year of the date long past from which news goes on with another day or month."""
        told = self._last.first if self._follows and self._last else None
        if told is None or self._written is None or self._written.year - told.year < _LONG_PAST:
            return None
        return told.year + ((day.month or 0) > 0 and told.month - (day.month or 0) >= _MONTHS_BACK)

    def _remember(self, found: Moment) -> None:
        if found.grain in {"T", "D", "W", "M"}:
            self._near["D" if found.grain in {"T", "D"} else "M"] = (found, self._at)
        if found.grain == "T" and found.first:
            self._mentioned["D"] = moment_in(found.first, "D")
            self._last = self._mentioned["D"]
            return
        self._mentioned[found.grain] = found
        self._last = found

    def _moment(self, meaning: Meaning, tense: Tense | None) -> Moment:
        if isinstance(meaning, Fixed):
            return moment(meaning.value)
        if isinstance(meaning, Day):
            return self._day(meaning, tense)
        if isinstance(meaning, Shift):
            return self._shift(meaning, tense)
        if isinstance(meaning, Part):
            return self._part(meaning)
        if isinstance(meaning, Clock):
            return self._clock(meaning, tense)
        return self._last or UNKNOWN

    # -- calendar dates -------------------------------------------------------------------------------------

    def _day(self, day: Day, tense: Tense | None) -> Moment:
        if isinstance(day.of, Same) and day.which is not None:
            return self._beside_told(replace(day, of=None), tense)
        if day.weekday is not None and day.of is not None:
            return self._weekday_of(day.weekday, day.of)
        if day.weekday is not None and day.month is None:
            return self._weekday(day.weekday, day.which, tense)
        if day.bare and day.year is not None and self._told and is_before_christ(self._told.year):
            day = replace(day, year=before_christ(day.year))
        if day.year is not None and day.year < 100 and not day.bare:
            day = replace(day, year=self._century(day.year))
        build = _builder(day)
        if isinstance(day.of, Same) and day.day is not None:
            return self._day_of_month(day.day, tense)
        if day.of is not None:
            whole = self._moment(day.of, None)
            if whole.first is None:
                return build(None)
            if day.month is None and day.day is not None:
                return day_in(whole.first, day.day)
            found = build(whole.first.year)
            if day.of == _THAT_YEAR and self._is_going_on(found):
                return build(self._year_left())
            return found
        if day.year is not None:
            return build(day.year)
        return build(self._year(day, build, tense))

    def _is_going_on(self, time: Moment) -> bool:
        """Whether a month or season is not over in news, which then says "this autumn" and not "that"."""
        now = self._written
        over = time.first is None or time.grain == "D" or now is None or _after(time) <= now
        return not (over or self._narrative)

    def _year_left(self) -> int | None:
        """The year of the last month or year told, with which news has not done yet."""
        times = [t for g in ("M", "Y") if (t := self._mentioned.get(g)) is not None and t.first is not None]
        return times[0].first.year if times and times[0].first else None

    def _beside_told(self, day: Day, tense: Tense | None) -> Moment:
        """The next or the last one from what was told last; from the day of writing if nothing was."""
        told = self._day_told() if day.weekday else (self._last or UNKNOWN)
        if self._narrative or told.first is None:
            return self._day(day, tense)
        if day.weekday:
            return _weekday_from(told.first, day.weekday, day.which or 0)
        year = told.grain == "Y" and day.which == 1
        anchor = told.first.replace(month=12, day=31) if year else told.first
        return _builder(day)(year_around(day, _builder(day), anchor, tense))

    def _day_of_month(self, day: int, tense: Tense | None) -> Moment:
        """A bare day of the month: in news not always of the month told last."""
        if not self._narrative and self._written is not None:
            told = sorted(((found, self._at - at) for found, at in self._near.values()), key=itemgetter(1))
            return day_around(day, told, self._written, tense)
        told_last = self._anchor(Shift("M", 0, "previous"))
        return day_in(told_last.first if told_last else None, day)

    def _year(self, day: Day, build: Build, tense: Tense | None) -> int | None:
        """The year in which a date without one falls."""
        told = self._told if self._narrative else None
        if day.which is not None and self._tells_of_now():
            told = None
        anchor = told or self._written
        if not self._narrative and (year := self._year_before(day)) is not None:
            return year
        if day.day and day.which is None and not self._narrative and (year := self._year_beside(build)):
            return year
        if anchor is None:
            return None
        if told and day.which is None and not day.weekday:
            return anchor.year + self._turns_year(day)
        return year_around(day, build, anchor, tense)

    def _year_beside(self, build: Build) -> int | None:
        """The year of a day in a month or week counted to just before: "a week later, on 23 August"."""
        told, at = self._counted
        day = build(told.first.year).first if told.first else None
        if told.first is None or day is None or self._at - at > _SAME_BREATH:
            return None
        near = day.month == told.first.month if told.grain == "M" else abs((day - told.first).days) <= _WEEKS
        return day.year if near else None

    def _turns_year(self, day: Day) -> bool:
        """Whether a narrative that goes forward has passed into the next year: January after December."""
        if self._told is None or not self._told_month or day.month is None:
            return False
        return self._told.month - day.month >= _MONTHS_BACK

    def _century(self, year: int) -> int:
        """The year that its last two figures stand for: the one nearest to what the text is about."""
        now = (self._told if self._narrative else None) or self._written or date(2000, 1, 1)
        if self._narrative and self._told:
            return min(
                (now.year // 100 * 100 + year + step for step in (-100, 0, 100)),
                key=lambda each: abs(each - now.year),
            )
        latest = now.year + 20
        return latest - (latest - year) % 100

    def _weekday(self, weekday: int, which: Which | None, tense: Tense | None) -> Moment:
        last = self._mentioned.get("D")
        anchor = last.first if self._narrative and last else self._written
        if anchor is None:
            return Moment(f"XXXX-WXX-{weekday}")
        if which is None:
            which = 1 if tense == "future" else -1
            if weekday == anchor.isoweekday():
                return moment_in(anchor, "D")
        if which == -2 and not self._narrative and (anchor.isoweekday() - weekday) % 7 == 1:
            anchor -= timedelta(days=1)  # what is called "last Saturday" on a Sunday was not yesterday
        return _weekday_from(anchor, weekday, which)

    def _weekday_of(self, weekday: int, of: Meaning) -> Moment:
        """The weekday of a week, or the one nearest to the day told last: "that Friday"."""
        whole = self._day_told() if isinstance(of, Same) else self._moment(of, None)
        if whole.first is None:
            return Moment(f"XXXX-WXX-{weekday}")
        ahead = weekday - whole.first.isoweekday()
        if whole.grain != "W":
            ahead = (ahead + 3) % 7 - 3
        return moment_in(whole.first + timedelta(days=ahead), "D")

    def _day_told(self) -> Moment:
        """The day told last; in news only as long as it is what the text speaks of."""
        day, at = self._near.get("D", (UNKNOWN, 0))
        left = self._near.get("M", (UNKNOWN, -1))[1] > at or self._at - at > _DAY_LASTS
        return UNKNOWN if left and not self._narrative else day

    # -- distances ------------------------------------------------------------------------------------------

    def _shift(self, shift: Shift, tense: Tense | None = None) -> Moment:
        base = shift.base
        anchor = self._anchor(shift) if isinstance(base, str) else self._moment(base, tense)
        if isinstance(base, Same) and self._last is None and self._written:
            anchor = moment_in(self._written, "D")
        if base == "previous" and (shift.amount or 0) < 0 and self._opening is not None:
            anchor = self._opening  # "from 3 to 19 May …, a week before"
        if base == "previous" and tense == "past" and (shift.amount or 0) > 0:
            anchor = self._told_before(anchor, shift)
        if anchor is None or anchor.first is None or shift.amount is None:
            within = self._last if base == "previous" and not (shift.amount and self._narrative) else None
            return _within(within, shift) or Moment(_UNKNOWN_UNITS.get(shift.unit, "XXXX-XX-XX"))
        if shift.unit in {"TH", "TM", "TS"}:
            return (
                Moment(f"{moment_in(anchor.first, 'D').value}TXX:XX")
                if shift.base == "reference"
                else Moment("XXXX-XX-XXTXX:XX")
            )
        if shift.unit == "Y" and not isinstance(base, str) and anchor.grain in {"M", "Q", "H"}:
            year = add_months(anchor.first, 12 * shift.amount).year
            return moment(anchor.value.replace(year_value(anchor.first.year), year_value(year)))
        if shift.unit in {"D", "W", "WE"}:
            days = shift.amount * (1 if shift.unit == "D" else 7)
            return moment_in(anchor.first + timedelta(days=days), shift.unit)
        return moment_in(add_months(anchor.first, shift.amount * _MONTHS_OF[shift.unit]), shift.unit)

    def _told_before(self, anchor: Moment | None, shift: Shift) -> Moment | None:
        """From what to count what is past in news: "this year …, in 2010. Six years later it was over"."""
        if self._narrative or self._written is None or shift.unit not in {"Y", "M"} or shift.amount is None:
            return anchor
        months, written = shift.amount * _MONTHS_OF[shift.unit], self._written

        def is_past(told: Moment | None) -> bool:
            return bool(told and told.first and add_months(told.first, months) <= written)

        if is_past(anchor):
            return anchor
        grains = ("M",) if shift.unit == "M" else ("M", "Y")
        others = [t for grain in grains if is_past(t := self._mentioned.get(grain))]
        return others[0] if others else None

    def _anchor(self, shift: Shift) -> Moment | None:
        written = moment_in(self._written, "D") if self._written else None
        unit = "W" if shift.unit == "WE" else shift.unit
        fine = GRAINS[: GRAINS.index(unit) + 1] if unit in GRAINS else ("T", "D")
        if shift.base == "reference" and (not self._narrative or not self._last or self._tells_of_now()):
            return written
        if self._last and self._last.grain in fine:
            return self._last
        if unit == "D" and not self._narrative and self._last is not None and self._last.grain == "W":
            return None  # "last week …, the day before" counts from no day told before that
        if shift.amount and self._left_day():
            return None  # "quit yesterday. In May 2018 he was held, and the next day …"
        if shift.amount == 0 and shift.base == "previous" and self._left_behind(fine):
            return None  # "left on 2 May 2016. In 2018 he was told so, and in the same week …"
        for grain in reversed(fine):
            if grain in self._mentioned:
                return self._mentioned[grain]
        if unit == "D" and shift.amount == 0 and not self._narrative:
            return written  # "was convicted in November and will be sentenced later in the day"
        # "In 1998 … three months later": what is counted from too coarse a date has no month of its own. Nor
        # is anything "two days later" where no day has been told.
        return None if self._narrative or self._last or shift.amount else written

    def _left_day(self) -> bool:
        """Whether news has gone from a day to a month of another year, of which it now tells."""
        day, last = self._mentioned.get("D"), self._last
        if self._narrative or day is None or day.first is None or last is None or last.first is None:
            return False
        return last.grain == "M" and last.first.year != day.first.year

    def _left_behind(self, fine: Sequence[str]) -> bool:
        """Whether a text has gone on from the last day or week to a month or year after it."""
        last = self._last
        if last is None or last.first is None or last.grain not in {"M", "Y"}:
            return False
        told = next((found.first for grain, found in self._mentioned.items() if grain in fine), None)
        return told is not None and last.first > told

    def _tells_of_now(self) -> bool:
        """Whether a narrative has come so near the day of writing that "this year" means that day's."""
        if self._told is None or self._written is None:
            return False
        return 0 <= self._written.year - self._told.year <= 1

    def _part(self, part: Part) -> Moment:
        whole = self._moment(part.whole, None)
        if whole.first is not None and part.place == 0:
            return moment_in(whole.first, part.unit)
        if whole.first is None or whole.grain not in {"W", "M", "Q", "H", "Y"}:
            return UNKNOWN
        first, after = whole.first, _after(whole)
        if part.unit in {"W", "WE"}:
            # A week belongs to the month that holds its Thursday, as ISO weeks belong to years.
            thursday = first + timedelta(days=(4 - first.isoweekday()) % 7)
            if part.place < 0:
                end = after - timedelta(days=1)
                thursday = end - timedelta(days=(end.isoweekday() - 4) % 7)
            else:
                thursday += timedelta(days=7 * (part.place - 1))
            return moment_in(thursday, part.unit)
        if part.unit == "D":
            day = after - timedelta(days=1) if part.place < 0 else first + timedelta(days=part.place - 1)
            return moment_in(day, "D")
        months = part.place - 1 if part.place > 0 else 0
        if part.place < 0:
            return moment_in(after - timedelta(days=1), part.unit)
        return moment_in(add_months(first, months * _MONTHS_OF.get(part.unit, 1)), part.unit)

    def _is_ahead(self, moment: Moment | None) -> bool:
        """Whether a day is still to come."""
        return bool(moment and moment.first and self._written and moment.first > self._written)

    def _last_is_reported(self) -> bool:
        """Whether the day told last only says when something was said."""
        return self._last is not None and self._last is self._mentioned.get("D") is not self._happened

    def _clock(self, clock: Clock, tense: Tense | None) -> Moment:
        if clock.day == _NEXT_DAY and self._was_in_night:
            day = self._mentioned["D"]
        elif clock.day is not None:
            day = self._moment(clock.day, tense)
        elif not self._narrative and self._last_is_reported():
            day = self._happened  # "was hit, he said on Friday, at 4 a.m." leaves open on which day
        elif not self._narrative and tense == "past" and self._is_ahead(self._last):
            day = self._happened  # "will start on Tuesday. He conceded defeat at 11 p.m."
        elif "D" in self._mentioned and (self._narrative or self._last is self._mentioned["D"]):
            day = self._mentioned["D"]
        elif not self._narrative and self._last is not None:
            day = self._day_told()  # after a month or year it is not known of which day the hour is
        else:
            day = moment_in(self._written, "D") if self._written and not self._narrative else UNKNOWN
        if clock == _A_NIGHT and day.first and day.first == self._written and not self._narrative:
            day = moment_in(day.first - timedelta(days=1), "D")  # the one that is over
        if clock.day is None and self._is_late and clock.time[1:3] in _SMALL_HOURS and day.first:
            day = moment_in(day.first + timedelta(days=1), "D")
            self._in_night = clock.time[1].isdigit()
        value = f"{day.value}{clock.time}" if day.grain == "D" else f"XXXX-XX-XX{clock.time}"
        return Moment(value, day.first, "T" if day.first else "")


# How a time begins that is in the evening, and one after midnight or in the morning after.
_LATE = {"EV", "NI", *(str(hour) for hour in range(18, 24))}
_SMALL_HOURS = {"MO", *(f"0{hour}" for hour in range(7))}


def _within(told: Moment | None, shift: Shift) -> Moment | None:
    """What is known of a time so many days or weeks after some day of a month: "the next day"."""
    if not shift.amount and told is not None and told.grain == "Y":
        return told  # "in the same week"
    if told is None or told.first is None or told.grain != "M" or shift.unit not in {"D", "W"}:
        return None
    days = timedelta(days=(shift.amount or 0) * (1 if shift.unit == "D" else 7))
    first, last = told.first + days, _after(told) - timedelta(days=1) + days
    if abs(days) <= timedelta(days=1):
        return Moment(f"{told.value}-XX")
    return Moment(year_value(first.year)) if first.year == last.year else None


_UNKNOWN_UNITS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


def _after(whole: Moment) -> date:
    """The first day after a moment."""
    first = whole.first or date.min
    if whole.grain == "W":
        return first + timedelta(days=7)
    return add_months(first, _MONTHS_OF[whole.grain])


def _weekday_from(anchor: date, weekday: int, which: Which) -> Moment:
    """A weekday after a day, before it or, of 0, in its week."""
    days = weekday - anchor.isoweekday()
    if which > 0:
        days = days % 7 or 7
    elif which < 0:
        days = days % 7 - 7
    return moment_in(anchor + timedelta(days=days), "D")


def _builder(day: Day) -> Build:
    """Returns how to make the moment of a calendar date once its year is known."""

    def build(year: int | None) -> Moment:
        known = "XXXX" if year is None else year_value(year)
        if day.holiday is not None:
            found = holiday_in(day.holiday, year) if year else None
            return moment_in(found, "D") if found else Moment(holiday_in_any(day.holiday))
        if day.part is not None:
            return moment(f"{known}-{day.part}")
        if day.month is None:
            return moment(known if day.day is None else f"{known}-XX-{day.day:02}")
        if day.day is None:
            return moment(f"{known}-{day.month:02}")
        return moment(f"{known}-{day.month:02}-{min(day.day, 31):02}")

    return build


def holiday_in_any(rule: str) -> str:
    """The value of a holiday in a year that is not known."""
    return f"XXXX-{rule}" if rule[2:3] == "-" else "XXXX-XX-XX"
