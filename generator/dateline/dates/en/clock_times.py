"""English times of the day: "09:30 GMT+5:30", "6 p.m. Sunday", "Monday morning", "the night of 20 June"."""

import re

from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Fixed, Meaning, Reading, Shift, Which
from dateline.dates.rules import Hit, Parts, Reader, Rule, compile_pattern


def _rule(pattern: str, read: Reader, whole: str | None = None) -> Rule:
    return Rule(compile_pattern(pattern, MACROS), read, whole)


def _day(hit: Hit) -> Meaning | None:
    """The day that is named beside the time."""
    if hit.has("weekday"):
        return Day(weekday=hit.integer("weekday"))
    if hit.has("today"):
        return Shift("D", hit.integer("today"), "reference")
    if hit.has("holiday"):
        return Day(holiday=hit.word("holiday"))
    if hit.has("day"):
        year = hit.integer("year") if hit.has("year") else None
        return Day(year=year, month=hit.integer("month"), day=hit.integer("day"))
    return None


def _offset(hit: Hit) -> str:
    """The offset from UTC: ``Z``, ``-05``, ``+03:30`` or nothing."""
    if hit.has("far"):
        sign = "+" if hit.tokens.said(hit.span("sign")[0]) == "+" else "-"
        hours, _, minutes = hit.tokens.said(hit.span("far")[0]).partition(":")
        return f"{sign}{int(hours):02}" + (f":{minutes}" if minutes else "")
    return hit.word("zone")


def _bare_clock(hit: Hit) -> Reading | None:
    """Two figures with a colon, where words or a date before them say that they are no score or verse."""
    start = hit.match.start()
    alone = not hit.has("zone") and not hit.has("weekday") and not hit.has("today")
    return None if alone and start and hit.tokens.kinds[start - 1] not in _LEADS_TO_TIME else _clock(hit)


def _clock(hit: Hit) -> Reading | None:
    said = hit.tokens.said(hit.span("time")[0])
    if "," in said:
        return None
    parts = [int(part) for part in re.split(r"[:.]", said)]
    if len(parts) == 1 and len(said) == 4:
        parts = [int(said[:2]), int(said[2:])]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if hit.has("half"):
        if hour > 12:
            return None
        hour = hour % 12 + (12 if hit.word("half") == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    seconds = f":{parts[2]:02}" if len(parts) > 2 and parts[2] < 60 else ""
    return Reading("TIME", Clock(f"T{hour:02}:{minute:02}{seconds}{_offset(hit)}", _day(hit)))


def _clock_pair(hit: Hit) -> Parts | None:
    """Two times with one "p.m.": "6-8 p.m."."""
    right = _clock(hit)
    said = hit.tokens.said(hit.span("left")[0])
    hour, _, minute = said.partition(":")
    if right is None or not isinstance(right.meaning, Clock) or int(hour) > 12:
        return None
    afternoon = hit.word("half") == "pm"
    left = f"T{int(hour) % 12 + (12 if afternoon else 0):02}:{minute or '00'}{_offset(hit)}"
    return (("left", Reading("TIME", Clock(left, right.meaning.day))), ("right", right))


def _oclock(hit: Hit) -> Reading | None:
    hour = hit.integer("hour")
    return Reading("TIME", Clock(f"T{hour:02}:00", None)) if hour <= 12 else None


def _noon(hit: Hit) -> Reading:
    return Reading("TIME", Clock(hit.word("noon"), _day(hit)))


def _daytime(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", _day(hit)))


def _this_daytime(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", Shift("D", 0, "reference")))


def _that_daytime(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", Shift("D", 0, "previous")))


def _next_daytime(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", Shift("D", 1, "previous")))


def _previous_daytime(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", Shift("D", -1, "previous")))


def _pointed_weekday(which: Which) -> Reader:
    def read(hit: Hit) -> Reading:
        day = Day(weekday=hit.integer("weekday"), which=which)
        return Reading("TIME", Clock(f"T{hit.word('part')}", day))

    return read


def _last_night(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", Shift("D", -1, "reference")))


def _tonight(_: Hit) -> Reading:
    return Reading("TIME", Clock("TNI", Shift("D", 0, "reference")))


def _any_night(hit: Hit) -> Reading:
    return Reading("TIME", Fixed(f"XXXX-XX-XXT{hit.word('part')}"))


def _night(hit: Hit) -> Reading:
    return Reading("TIME", Clock(f"T{hit.word('part')}", None))


_LEADS_TO_TIME = frozenset(
    KINDS[name]
    for name in (
        *(
            "AT",
            "BY",
            "SINCE",
            "UNTIL",
            "FROM",
            "BEFORE",
            "AFTER",
            "APPROX",
            "ABOUT",
            "BETWEEN",
            "TO",
            "AND",
            "DASH",
        ),
        *(
            "DAY",
            "YEAR",
            "NTH",
            "ISO",
            "SLASHED",
            "WEEKDAY",
            "TODAY",
            "MONTH",
            "PARAGRAPH",
            "COMMA",
            "OPEN",
            "THE",
        ),
    )
)
_WEEKDAY = "(?P<weekday>NAMEDWEEKDAY)"
_NAMEDDAY = f"(?:{_WEEKDAY}|(?P<today>TODAY))"
_ZONE = "(?: OPEN? (?P<zone>ZONE) (?:(?P<sign>[PLUS DASH]) (?P<far>DAY|CLOCK))? CLOSE?)?"

RULES = (
    _rule(
        "(?P<time>CLOCK|DAY|DECIMAL) (?P<half>MERIDIEM)" + _ZONE + "(?: (?:THIS|" + _NAMEDDAY + "))?", _clock
    ),
    _rule("(?P<month>MON) (?P<day>DAY) (?P<time>CLOCK) (?P<half>MERIDIEM)" + _ZONE, _clock),
    _rule("(?P<time>DECIMAL) (?P<zone>ZONE)", _clock),
    _rule("(?P<time>CLOCK)" + _ZONE + "(?:" + _NAMEDDAY + ")?", _bare_clock),
    _rule(
        "(?P<left>DAY|CLOCK) (?:DASH|TO|AND) (?P<right>(?P<time>DAY|CLOCK) (?P<half>MERIDIEM)" + _ZONE + ")",
        _clock_pair,
    ),
    _rule("(?P<hour>DAY|CARDINAL) OCLOCK", _oclock),
    _rule("THE EARLY UNITS (?=OF)", lambda _: Reading("TIME", Clock("TMO", None))),
    _rule("THE (?P<part>DAYTIME) BEFORE (?=PAUSE)", _previous_daytime),
    _rule("THE (?P<part>DAYTIME) AFTER (?=PAUSE)", _next_daytime),
    _rule("(?P<time>MILITARY|YEAR) (?P<zone>ZONE)", _clock),
    _rule("(?P<noon>NOON) (?:" + _NAMEDDAY + ")?", _noon),
    _rule("(?:ON)? (?P<whole>" + _NAMEDDAY + "(?P<part>DAYTIME))", _daytime, "whole"),
    _rule("(?P<holiday>HOLIDAY) (?P<part>DAYTIME)", _daytime),
    _rule("(?P<day>DAY) (?P<month>MON) (?P<year>YEAR)? (?P<part>DAYTIME)", _daytime),
    _rule("(?P<month>MON) (?P<day>DAY) (?: COMMA (?P<year>YEAR))? (?P<part>DAYTIME)", _daytime),
    _rule("(?:EARLY|LATE)? THIS (?:SAME)? (?P<part>DAYTIME)", _this_daytime),
    _rule("(?:THAT SAME? | THE SAME) (?P<part>DAYTIME)", _that_daytime),
    _rule("(?:THE (?:NEXT|FOLLOWING)) (?P<part>DAYTIME)", _next_daytime),
    _rule("THE PREVIOUS (?P<part>DAYTIME)", _previous_daytime),
    _rule("LAST (?P<part>DAYTIME)", _last_night),
    _rule("LAST (?P<weekday>WEEKDAY) (?P<part>DAYTIME)", _pointed_weekday(-2)),
    _rule("NEXT (?P<weekday>WEEKDAY) (?P<part>DAYTIME)", _pointed_weekday(1)),
    _rule("THIS (?P<weekday>WEEKDAY) (?P<part>DAYTIME)", _pointed_weekday(0)),
    _rule("(?P<part>OVERNIGHT)", _last_night),
    _rule("[AT BY] (?P<whole>(?P<part>DAYTIME))", _any_night, "whole"),
    _rule("[IN ON DURING] (?P<whole>(?:CARDINAL|A) (?P<part>DAYTIME))", _night, "whole"),
    _rule("TONIGHT", _tonight),
    _rule("THE (?P<part>DAYTIME) (?=OF)", _night),
    _rule("THE (?:EARLY | LATE)? (?P<part>DAYTIME) UNITS (?=OF)", _night),
    _rule("[IN DURING] (?P<whole>THE (?P<part>DAYTIME))", _night, "whole"),
)
