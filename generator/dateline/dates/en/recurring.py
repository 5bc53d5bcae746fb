"""English times that recur: "every Tuesday", "twice a week", "daily", "$5 a month"."""

from dateline.dates.en.durations import span_value
from dateline.dates.en.macros import MACROS
from dateline.dates.en.numbers import number, plain
from dateline.dates.meaning import Fixed, Reading
from dateline.dates.rules import Hit, Reader, Rule, compile_pattern


def _rule(pattern: str, read: Reader, whole: str | None = None) -> Rule:
    return Rule(compile_pattern(pattern, MACROS), read, whole)


def _every(hit: Hit) -> Reading:
    amount = plain(number(hit, "count")) if hit.has("count") else "1"
    if hit.has("other"):
        amount = "2"
    return Reading("SET", Fixed(span_value(amount, hit.word("unit"))))


def _every_weekday(hit: Hit) -> Reading:
    part = f"T{hit.word('part')}" if hit.has("part") else ""
    return Reading("SET", Fixed(f"XXXX-WXX-{hit.integer('weekday')}{part}"))


def _every_month(hit: Hit) -> Reading:
    day = f"-{hit.integer('day'):02}" if hit.has("day") else ""
    return Reading("SET", Fixed(f"XXXX-{hit.integer('month'):02}{day}"))


def _every_season(hit: Hit) -> Reading:
    return Reading("SET", Fixed(f"XXXX-{hit.word('season')}"))


def _every_daytime(hit: Hit) -> Reading:
    return Reading("SET", Fixed(f"XXXX-XX-XXT{hit.word('part')}"))


def _weekends(hit: Hit) -> Reading | None:
    return Reading("SET", Fixed("XXXX-WXX-WE")) if hit.word("unit") == "WE" else None


def _rate(hit: Hit) -> Reading:
    return Reading("SET", Fixed(hit.word("rate")))


_FREQUENCY = "(?:(?:COUNT|FEW) TIMES | TIMES)"

RULES = (
    _rule("EVERY (?:(?P<count>COUNT|ORDINAL)|(?P<other>OTHERWORD))? (?P<unit>UNIT|UNITS)", _every),
    _rule("EVERY OTHERWORD? (?P<weekday>WEEKDAY) (?:(?P<part>DAYTIME))?", _every_weekday),
    _rule("EVERY (?P<month>MONTH) (?P<day>DAY)", _every_month),
    _rule("EVERY (?P<month>MONTH)", _every_month),
    _rule("EVERY (?P<season>ANYSEASON)", _every_season),
    _rule("EVERY (?P<part>DAYTIME)", _every_daytime),
    _rule("(?P<weekday>WEEKDAYS)", _every_weekday),
    _rule("(?P<weekday>WEEKDAY) (?P<part>DAYTIMES)", _every_weekday),
    _rule("[IN AT ON DURING] (?P<whole>THE? (?P<part>DAYTIMES))", _every_daytime, "whole"),
    _rule("[ON AT AND] (?P<whole>(?P<unit>UNITS))", _weekends, "whole"),
    _rule(_FREQUENCY + "(?:A|PER|EVERY) (?P<unit>UNIT)", _every),
    _rule("PER (?P<unit>UNIT)", _every),
    _rule(
        "(?:[DAY TWO NUMBER DECIMAL YEAR PERCENT COUNTED SLASH UNITS]) (?P<whole>A (?P<unit>UNIT))"
        "(?! [AGO LATER EARLIER BEFORE AFTER])",
        _every,
        "whole",
    ),
    _rule("(?P<rate>RATE)", _rate),
)
