"""English durations: "two and a half years", "the past five days", "a 46-day siege"; ages are none."""

from dateline.dates.en.macros import MACROS, MOD
from dateline.dates.en.numbers import mod_of, number, plain
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Fixed, Reading
from dateline.dates.rules import Hit, Parts, Reader, Rule, compile_pattern

_OF, _PAST = KINDS["OF"], KINDS["PAST"]
_TIME_UNITS = {"TH": "H", "TM": "M", "TS": "S"}


def _rule(pattern: str, read: Reader, whole: str | None = None) -> Rule:
    return Rule(compile_pattern(pattern, MACROS), read, whole)


def span_value(amount: str, unit: str) -> str:
    """Returns the TIMEX3 value of a duration.

    Args:
        amount: The number, ``X`` if the words leave it open.
        unit: A unit of the lexicon: ``D``, ``TH``, ``F`` for a fortnight …
    """
    if unit in _TIME_UNITS:
        return f"PT{amount}{_TIME_UNITS[unit]}"
    if unit in {"F", "CE10"}:
        factor, unit = (2, "W") if unit == "F" else (10, "CE")
        amount = amount if amount == "X" else plain(float(amount) * factor)
    if unit == "DE":
        amount, unit = (amount if amount == "X" else plain(float(amount) * 10)), "Y"
    return f"P{amount}{unit}"


def _amount(hit: Hit) -> str:
    return "X" if hit.has("few") else plain(number(hit, "count"))


def _span(hit: Hit) -> Reading | Parts:
    if hit.word("unit") == "Q" and (hit.has("few") or hit.tokens.kinds.startswith(_OF, hit.match.end())):
        return ()  # three quarters of something
    return _span_of(hit)


def _with_adjective(hit: Hit) -> Reading | None:
    """A number and its unit with one word between: "two bloody weeks"."""
    place = hit.span("adjective")[0]
    text, end = hit.tokens.text, hit.tokens.ends[place]
    alone = text[end : hit.tokens.starts[place + 1]].isspace()
    word = hit.tokens.said(place)
    return _span_of(hit) if alone and word.islower() and not word.endswith("s") else None


def _span_of(hit: Hit) -> Reading:
    return Reading("DURATION", Fixed(span_value(_amount(hit), hit.word("unit"))), mod_of(hit))


def _one(hit: Hit) -> Reading | Parts | None:
    if hit.word("unit") == "WE" and hit.tokens.kinds[hit.match.end() - 2] == _PAST:
        return None  # a weekend has its days, whatever precedes it
    if hit.word("unit") == "Q":
        return ()  # a fourth
    return Reading("DURATION", Fixed(span_value("1", hit.word("unit"))), mod_of(hit))


def _half(hit: Hit) -> Reading | None:
    halves = {"Y": "P6M", "CE": "P50Y", "DE": "P5Y", "TH": "PT30M", "D": "PT12H", "M": "P15D"}
    value = halves.get(hit.word("unit"))
    return Reading("DURATION", Fixed(value), mod_of(hit)) if value else None


def _year_and_half(hit: Hit) -> Reading:
    return Reading("DURATION", Fixed(span_value("1.5", hit.word("unit"))))


def _some_of(hit: Hit) -> Reading | None:
    """Units that something fills: "years of conflict"; "minutes of the meeting" are none."""
    return None if hit.word("unit") in {"TM", "TS", "Q"} else _some(hit)


def _two_spans(hit: Hit) -> Parts:
    """Two numbers with one unit: "60 to 90 days"."""
    unit = hit.word("unit")
    left = Reading("DURATION", Fixed(span_value(plain(number(hit, "count")), unit)), mod_of(hit))
    right = Reading("DURATION", Fixed(span_value(plain(number(hit, "till")), unit)))
    return (("left", left), ("right", right))


def _compound(hit: Hit) -> Reading | None:
    """A longer unit and a shorter one: "three hours and 54 minutes"."""
    units = _PAIRS.get((hit.word("unit"), hit.word("small")))
    if units is None:
        return None
    count, small = plain(number(hit, "count")), plain(number(hit, "till"))
    return Reading("DURATION", Fixed(units.format(count, small)), mod_of(hit))


_PAIRS = {
    ("TH", "TM"): "PT{}H{}M",
    ("TM", "TS"): "PT{}M{}S",
    ("Y", "M"): "P{}Y{}M",
    ("M", "D"): "P{}M{}D",
    ("W", "D"): "P{}W{}D",
    ("D", "TH"): "P{}DT{}H",
}


def _some(hit: Hit) -> Reading:
    return Reading("DURATION", Fixed(span_value("X", hit.word("unit"))))


def _word(hit: Hit) -> Reading:
    return Reading("DURATION", Fixed(hit.word("word")))


def _no_time(_: Hit) -> Parts:
    return ()


_COUNT = "(?:(?P<few>FEW) | (?P<count>COUNT ANDAHALF?))"
_UNIT = "(?P<unit>UNIT|UNITS)"

RULES = (
    _rule("A? (?P<whole>(?P<unit>UNIT) DASH LONG)", _one, "whole"),
    _rule(
        MOD
        + "(?P<count>COUNT|A) DASH? (?P<unit>UNIT|UNITS) COMMA? AND?"
        + "(?P<till>COUNT) DASH? (?P<small>UNIT|UNITS)",
        _compound,
    ),
    # An age is no time: "27-year-old", "aged 27 years", "18 years old".
    _rule(
        MOD + "(?P<count>COUNT|FEW|A) DASH? (?:UNIT DASH OLD | (?:UNIT|UNITS) OLD | (?:UNIT|UNITS) OF OLD)",
        _no_time,
    ),
    _rule("(?:OF|AS|AT) [MERE JUST]? UNITS? OLD", _no_time),
    _rule(
        "(?P<left>"
        + MOD
        + "(?P<count>COUNT)) (?:TO|OR|DASH|AND) (?P<right>(?P<till>COUNT) DASH? "
        + _UNIT
        + ")",
        _two_spans,
    ),
    _rule(
        "(?:(?: THE | OUR)? (?:PAST|LAST|NEXT|COMING|PREVIOUS|FOLLOWING|ORDINAL) | THE SAME)"
        + _COUNT
        + "(?:STRAIGHT|OTHERWORD|FISCAL){0,2} (?P<unit>UNITS)",
        _span_of,
    ),
    _rule("(?:THE)? " + _COUNT + "(?:PAST|LAST|NEXT|COMING|PREVIOUS|FOLLOWING|MORE) (?P<unit>UNITS)", _span),
    _rule("(?:THE)? (?:PAST|LAST|NEXT|COMING|PREVIOUS|FOLLOWING|RECENT|ORDINAL) (?P<unit>UNITS)", _some),
    _rule(
        "[IN DURING OVER FOR WITHIN THROUGH THROUGHOUT]"
        "(?P<whole>THE (?:PAST|LAST|COMING) (?P<unit>UNIT)) (?!OF)",
        _one,
        "whole",
    ),
    _rule("[FOR OVER] (?P<whole>THE (?:NEXT|FOLLOWING) (?P<unit>UNIT))", _one, "whole"),
    _rule("THE PAST (?P<unit>UNIT)", _one),
    _rule("(?:A | THE SAME?)?" + _COUNT + "DASH (?P<unit>UNIT|UNITS) PERIOD", _span),
    _rule(MOD + _COUNT + "DASH (?P<unit>UNIT|UNITS) (?:DASH LONG)?", _span),
    _rule("THE" + _COUNT + "(?P<unit>UNITS)", _span),
    _rule(MOD + _COUNT + "(?:STRAIGHT | ENTIRE | MORE)?" + _UNIT + "(?! DASH? OLD)", _span),
    _rule(MOD + _COUNT + "(?P<adjective>OTHER) (?P<unit>UNITS)", _with_adjective),
    _rule("A? SINGLE DASH? (?P<unit>UNIT)", _one),
    _rule("THE ENTIRE (?P<unit>UNIT)", _one),
    _rule("LASTING (?P<whole>(?P<unit>UNITS))", _some, "whole"),
    _rule("A (?P<unit>UNIT) AND A HALF", _year_and_half),
    _rule(MOD + "HALF DASH? A? " + _UNIT, _half),
    _rule(MOD + "A HALF DASH? " + _UNIT, _half),
    _rule(MOD + "A (?:ENTIRE | STRAIGHT)? (?P<unit>UNIT)", _one),
    _rule("(?P<unit>UNITS) DASH LONG", _some),
    _rule("(?P<unit>UNITS) (?=OF (?! [THE THIS THAT YEAR MONTH]))", _some_of),
    _rule("UNITS (?:AND|OR) (?P<whole>(?P<unit>UNITS))", _some, "whole"),
    _rule("(?P<word>SPANWORD)", _word),
    _rule("OVER (?P<whole>THE (?P<unit>UNITS))", _some, "whole"),
    _rule(
        "[IN FOR WITHIN AFTER MERE JUST OVER] (?P<whole>(?P<unit>UNITS))"
        "(?! [AGO LATER EARLIER BEFORE AFTER])",
        _some,
        "whole",
    ),
)
