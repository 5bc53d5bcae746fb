"""English dates that point: from the day of writing, or from a date mentioned before."""

import re
from dataclasses import replace
from typing import Literal, cast

from dateline.dates.en.macros import MACROS, MOD
from dateline.dates.en.numbers import mod_of, number
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Base, Day, Fixed, Mod, Reading, Same, Shift, Unit, Which
from dateline.dates.rules import Hit, Parts, Reader, Rule, compile_pattern

Style = Literal["news", "narrative"] | None


def _rule(pattern: str, read: Reader, whole: str | None = None) -> Rule:
    return Rule(compile_pattern(pattern, MACROS), read, whole)


def _unit(hit: Hit) -> tuple[Unit, int]:
    """The unit and how many of it the word holds: a fortnight is two weeks."""
    word = hit.word("unit")
    if word == "F":
        return "W", 2
    if word == "CE10":
        return "CE", 10
    return cast("Unit", word), 1


def _to_writing(step: int) -> Reader:
    """A calendar unit counted from the day of writing: "last week"."""

    def read(hit: Hit) -> Reading | None:
        unit, factor = _unit(hit)
        if factor > 1:
            return None
        return Reading("DATE", Shift(unit, step, "reference"))

    return read


def _to_mentioned(step: int) -> Reader:
    """A calendar unit counted from the date last mentioned: "the following day"."""

    def read(hit: Hit) -> Reading | None:
        unit, factor = _unit(hit)
        if factor > 1 or unit in {"TM", "TS"}:
            return None
        return Reading("DATE", Shift(unit, step, "previous"))

    return read


def _same_unit(hit: Hit) -> Reading | Parts | None:
    """The unit last mentioned: "that very day", but not "the very day the port opened"."""
    first, after = hit.match.start(), hit.match.end()
    points_on = hit.tokens.said(first).lower() == "the" and hit.tokens.said(first + 1).lower() == "very"
    if points_on and hit.tokens.kinds[after:] and not _PAUSE.match(hit.tokens.kinds, after):
        return None
    return _to_mentioned(0)(hit)


def _named(which: Which) -> Reader:
    """A month, weekday or season with a pointer: "last June", "next Friday", "this summer"."""

    def read(hit: Hit) -> Reading:
        return Reading("DATE", _named_day(hit, which))

    return read


def _beside_told(which: Which) -> Reader:
    """The same, counted from what was told before: "the following June", "the previous Friday"."""
    return lambda hit: Reading("DATE", replace(_named_day(hit, which), of=Same()))


def _named_day(hit: Hit, which: Which | None) -> Day:
    return Day(
        month=hit.integer("month") if hit.has("month") else None,
        weekday=hit.integer("weekday") if hit.has("weekday") else None,
        part=hit.word("season") or None,
        holiday=hit.word("holiday") or None,
        which=which,
    )


def _that(hit: Hit) -> Reading | None:
    """The month or season of the year last mentioned, the weekday beside the day: "that same spring"."""
    if hit.tokens.said(hit.match.start()) == "that" and _VERB_AFTER.match(hit.tokens.kinds, hit.match.end()):
        return None  # "they said that spring was late"
    day = _named_day(hit, None)
    if day.weekday:
        return Reading("DATE", Day(weekday=day.weekday, of=Same()))
    return Reading(
        "DATE", Day(month=day.month, part=day.part, holiday=day.holiday, of=Shift("Y", 0, "previous"))
    )


def _weekday(hit: Hit) -> Reading:
    return Reading("DATE", Day(weekday=hit.integer("weekday")))


def _of_today(hit: Hit) -> Reading | None:
    """The present at large, where it is a name's: "today's Beirut", but not "today's meeting"."""
    end = hit.tokens.ends[hit.match.end() - 1]
    named = _NAME_AFTER.match(hit.tokens.text, end) if hit.integer("today") == 0 else None
    return Reading("DATE", Fixed("PRESENT_REF")) if named else None


def _today(hit: Hit) -> Reading:
    return Reading("DATE", Shift("D", hit.integer("today"), "reference"))


def _ago(hit: Hit) -> Reading | None:
    return _distance(hit, -1, "reference")


def _later(hit: Hit) -> Reading | None:
    return _distance(hit, 1, "previous")


def _earlier(hit: Hit) -> Reading | None:
    return _distance(hit, -1, "previous")


def _from_now(hit: Hit) -> Reading | None:
    return _distance(hit, 1, "reference")


def _distance(hit: Hit, sign: int, base: Base) -> Reading | None:
    unit, factor = _unit(hit)
    if hit.has("few"):
        return Reading("DATE", Fixed("PAST_REF" if sign < 0 else "FUTURE_REF"))
    amount = number(hit, "count") * factor
    if unit == "Y" and amount != int(amount):
        unit, amount = "M", amount * 12
    if unit in {"WE", "Q"}:
        return None
    if unit in {"TH", "TM", "TS"}:
        return Reading("TIME", Shift(unit, sign * int(amount), base, calendar=False))
    return Reading("DATE", Shift(unit, sign * int(amount), base, calendar=False), mod_of(hit))


def _edge_of_unit(hit: Hit) -> Reading | None:
    """An edge of the running unit or, of days, of the one last mentioned: "the end of the year"."""
    of_day = hit.word("unit") == "D"
    reading = (_to_mentioned if of_day else _to_writing)(0)(hit)
    values = (str(value) for value in hit.tokens.values[slice(*hit.match.span())])
    mod = next((value for value in values if value in {"START", "MID", "END"}), None)
    return replace(reading, mod=cast("Mod | None", mod)) if isinstance(reading, Reading) else None


def _year_ago(hit: Hit) -> Reading | None:
    """The unit before, or the part of it that is named after: "the year-ago quarter"."""
    reading = _to_writing(-1)(hit)
    if not isinstance(reading, Reading) or hit.word("inner") not in {"Q", "M", "H"}:
        return reading if isinstance(reading, Reading) else None
    running = Shift(cast("Unit", hit.word("inner")), 0, "reference")
    return replace(reading, meaning=Shift("Y", -1, running))


def _half_distance(hit: Hit) -> Reading | None:
    """Half a unit off the day of writing or the date mentioned last: "half a century ago"."""
    halves: dict[str, tuple[Unit, int]] = {"CE": ("Y", 50), "DE": ("Y", 5), "Y": ("M", 6)}
    if hit.word("unit") not in halves:
        return None
    unit, amount = halves[hit.word("unit")]
    ago = hit.has("ago")
    sign = 1 if hit.has("later") else -1
    return Reading("DATE", Shift(unit, sign * amount, "reference" if ago else "previous", calendar=False))


def _end_of_unit(hit: Hit) -> Reading | None:
    """The end of the running unit: "year-end", "month's end"."""
    reading = _to_writing(0)(hit)
    return replace(reading, mod="END") if isinstance(reading, Reading) else None


def _is_out(hit: Hit) -> Reading | Parts | None:
    """The running unit, or the one told last: "before the month is out", "before the year was over"."""
    out = _OUT_AFTER.match(hit.tokens.text, hit.tokens.ends[hit.match.end() - 1])
    return (_to_writing if out[1] == "is" else _to_mentioned)(0)(hit) if out else None


def _weekend(hit: Hit) -> Reading | None:
    """The weekend that has begun last."""
    return Reading("DATE", Shift("WE", 0, Day(weekday=6))) if hit.word("unit") == "WE" else None


def _beside_event(hit: Hit) -> Reading | None:
    """The day before or after something that is no date itself."""
    return Reading("DATE", Fixed("XXXX-XX-XX")) if hit.word("unit") == "D" else None


def _day_of_month(hit: Hit) -> Reading | None:
    """A day that only what was told before gives its month: "on the 9th", not "on the 9th floor"."""
    tokens, after = hit.tokens, hit.match.end()
    if to := _TO_DAY.match(tokens.kinds, after):
        after = to.end()
    if tokens.kinds[after : after + 1] == _OTHER and tokens.said(after).lower() not in _OPEN_CLAUSES:
        return None
    day = hit.integer("day")
    return Reading("DATE", Day(day=day, of=Same())) if day <= 31 else None


def _reference_word(value: str, only: Style = None) -> Reader:
    return lambda _: Reading("DATE", Fixed(value), only=only)


def _now(hit: Hit) -> Reading:
    return Reading("DATE", Fixed(hit.word("now")))


def _in_style(only: Style) -> Reader:
    """A word that refers to past or future in one style of text alone."""
    return lambda hit: Reading("DATE", Fixed(hit.word("now")), only=only)


def _same(_: Hit) -> Reading:
    return Reading("DATE", Same())


def _same_in_narrative(_: Hit) -> Reading:
    return Reading("DATE", Same(), only="narrative")


# What may follow "on the 9th" where a name would make it a count ("on the 9th floor").
_OPEN_CLAUSES = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "who", "which", "when", "where", "while", "with", "without")
)
_OTHER = KINDS["OTHER"]
_TO_DAY = compile_pattern("[DASH TO AND UNTIL THROUGH] THE? NTH", MACROS)
_PAUSE = compile_pattern("PAUSE", MACROS)
_VERB_AFTER = compile_pattern("[DID WILL MODAL]", MACROS)
_OUT_AFTER = re.compile(r" (is|was) (?:out|over|up|through)\b")
_NAME_AFTER = re.compile(r"['’]s [A-Z]")
_SPAN = (
    MOD + "(?:(?P<few>FEW | (?=UNITS)) | (?P<count>COUNT (?:ANDAHALF)? | A | THE? SAME))"
    "DASH? (?P<unit>UNIT|UNITS)"
)
_NAMED = "(?:(?P<month>MON)|(?P<weekday>WEEKDAY)|(?P<season>ANYSEASON)|(?P<holiday>HOLIDAY))"

RULES = (
    _rule(
        "(?:(?:THE)? (?:START|MIDDLE|END|REST|(?:LATTER|EARLY|LATE|MIDDLE|ORDINAL) PARTWORD) OF"
        "| (?:EARLY|LATE|EARLIER|LATER) (?:IN|ON)) THE (?P<unit>UNIT)",
        _edge_of_unit,
    ),
    _rule("(?P<whole>(?P<today>TODAY)) (?=APOSTROPHE)", _of_today, "whole"),
    _rule("(?P<today>TODAY)", _today),
    _rule(
        "THE UNIT BEFORE (?P<today>TODAY)",
        lambda hit: Reading("DATE", Shift("D", 2 * hit.integer("today"), "reference")),
    ),
    _rule(
        "THE UNIT AFTER (?P<today>TODAY)",
        lambda hit: Reading("DATE", Shift("D", 2 * hit.integer("today"), "reference")),
    ),
    _rule("HALF DASH? A? (?P<unit>UNIT) (?:(?P<ago>AGO) | (?P<later>LATER) | EARLIER)", _half_distance),
    _rule(_SPAN + "(?:AGO | BACK (?! [TO IN AT FROM ON]))", _ago),
    _rule(_SPAN + "FROM (?:NOW|TODAY)", _from_now),
    _rule(_SPAN + "(?:LATER (?! THAN) | AFTER (?=PAUSE) | ON (?=[COMMA DOT]))", _later),
    _rule(_SPAN + "(?:EARLIER (?! IN THE UNIT) | PREVIOUS | BEFORE (?=PAUSE) | PRIOR)", _earlier),
    _rule(
        "(?:THE)? (?P<unit>UNIT) (?:EARLIER | PREVIOUS | PRIOR | BEFORE (?=PAUSE))",
        _to_mentioned(-1),
    ),
    _rule("THE (?P<unit>UNIT) (?:LATER | AFTER (?=PAUSE))", _to_mentioned(1)),
    # "The year-earlier quarter", "the year-ago period".
    _rule("(?:THE | A)? (?P<unit>UNIT) DASH (?:AGO|EARLIER) (?:(?P<inner>UNIT)|PERIOD)?", _year_ago),
    _rule("(?P<unit>UNIT) (?:DASH END | APOSTROPHE OTHER END)", _end_of_unit),
    _rule("[OVER AT ON DURING FOR IN SINCE] (?P<whole>THE (?P<unit>UNIT))", _weekend, "whole"),
    _rule("(?P<whole>MIDWEEK)", lambda _: Reading("DATE", Shift("W", 0, "reference"), "MID")),
    _rule("(?<=BEFORE) THE (?P<unit>UNIT)", _is_out),
    _rule("THE (?P<unit>UNIT) (?:AFTER|BEFORE)", _beside_event),
    _rule(
        "(?:(?<=[OF ON BY SINCE UNTIL BEFORE AFTER FROM BETWEEN]) | (?<=NTH [TO AND UNTIL THROUGH]))"
        "THE (?P<day>NTH)"
        "(?! [UNIT UNITS OF MONTH MONTHABBR ORDINAL PARTWORD COUNTED HOLIDAY CARDINAL DAY YEAR PAPER WEEKDAY]"
        "| COMMA? AND? NTH"
        "| [DASH TO AND OR THROUGH UNTIL] THE? DAYNUMBER OF? MON)",
        _day_of_month,
    ),
    _rule("LAST (?P<unit>UNIT)", _to_writing(-1)),
    _rule("THE? PAST (?P<unit>UNIT)", _weekend),
    _rule("(?:NEXT|COMING) (?P<unit>UNIT)", _to_writing(1)),
    _rule("(?:THIS) (?:SAME | CURRENT | PAST | COMING)? (?P<unit>UNIT)", _to_writing(0)),
    _rule("THE CURRENT (?P<unit>UNIT)", _to_writing(0)),
    _rule("THE LAST (?P<unit>UNIT) (?! [OF IN])", _to_writing(-1)),
    _rule("(?<! [FOR OVER]) THE (?:NEXT | FOLLOWING) (?P<unit>UNIT)", _to_mentioned(1)),
    _rule("(?:THE)? PREVIOUS (?P<unit>UNIT)", _to_mentioned(-1)),
    _rule("FOLLOWING (?P<unit>UNIT)", _to_mentioned(1)),
    _rule("(?:THE SAME | THAT SAME?) (?P<unit>UNIT)", _same_unit),
    _rule("LAST (?P<weekday>WEEKDAY)", _named(-2)),
    _rule("(?:LAST|PAST) " + _NAMED, _named(-1)),
    _rule("THE PREVIOUS " + _NAMED, _beside_told(-1)),
    _rule("(?:NEXT|COMING) " + _NAMED, _named(1)),
    _rule("THE (?:NEXT|FOLLOWING) " + _NAMED, _beside_told(1)),
    _rule("THIS PAST" + _NAMED, _named(-1)),
    _rule("THIS COMING" + _NAMED, _named(1)),
    _rule("THIS" + _NAMED, _named(0)),
    _rule("(?:THAT SAME?|THE SAME) " + _NAMED, _that),
    # "On the Wednesday" of what is told, but no "on the Monday before" and "on the Friday flight".
    _rule("(?<=ON) THE (?P<weekday>WEEKDAY) (?=PAUSE)", _that),
    _rule("(?P<weekday>WEEKDAY)", _weekday),
    _rule(
        "(?:[FINISH END FOR] | ON (?=THE UNIT PAUSE)) (?P<whole>THE (?P<unit>UNIT)) (?!OF)",
        _to_mentioned(0),
        "whole",
    ),
    _rule("[UNIT UNITS HALF PARTWORD QUARTERNAME] OF (?P<whole>THE (?P<unit>UNIT))", _to_writing(0), "whole"),
    _rule("AT (?P<whole>THE SAME TIME)", _same_in_narrative, "whole"),
    _rule("[AT OF] (?P<whole>THE TIME) (?!OF)", _reference_word("PRESENT_REF", "narrative"), "whole"),
    _rule(
        "(?:[IN ON AT BY DURING FROM SINCE UNTIL THROUGH THROUGHOUT APPROX])"
        "(?P<whole>(?:THAT SAME?|THE SAME) (?:TIME|PERIOD|DATE|MOMENT))",
        _same,
        "whole",
    ),
    _rule("THIS (?:PERIOD|DATE)", _same),
    _rule("THE SAME PERIOD", _same),
    _rule(
        "(?:[IN DURING BY THROUGH THROUGHOUT FROM APPROX]) (?P<whole>THIS (?:TIME|PERIOD|DATE))",
        _same,
        "whole",
    ),
    _rule(
        "AT (?P<whole>THIS TIME | THE MOMENT | THE CURRENT TIME | CURRENT)",
        _reference_word("PRESENT_REF"),
        "whole",
    ),
    _rule("THESE UNITS", _reference_word("PRESENT_REF")),
    _rule("(?P<now>NOW)", _now),
    _rule("(?:THE)? CURRENT (?P<unit>UNIT)", _to_writing(0)),
    _rule("(?P<now>CURRENT)", _now),
    _rule("(?:[THE AT OUR DASH UNTIL] | YEAR TO) (?P<whole>(?P<now>PRESENT))", _now, "whole"),
    _rule("(?P<now>PASTREF) (?!AS)", _now),
    _rule("(?<!MOST) (?P<now>RECENT) (?! UNITS|OTHER? UNITS)", _now),
    _rule("(?: THE)? (?P<now>FUTUREREF)", _now),
    _rule(
        "[IN OF] (?P<whole>THE PAST)"
        "(?! [UNIT UNITS VAGUE CARDINAL DAY TWO COUPLE OTHER MONTH WEEKDAY SEASON])",
        _reference_word("PAST_REF"),
        "whole",
    ),
    _rule("(?P<now>FORMER)", _in_style("narrative")),
    _rule("(?P<now>SOON) (?! AFTER|DASH|AS|BEFORE)", _in_style("news")),
)
