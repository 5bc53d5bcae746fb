"""Joins what the English rules found: wholes of parts, edges of periods, ranges, and the words around a date."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Bound, Clock, Day, Expression, Fixed, Mod, Part, Shift
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens], list[Expression]]

_LONGEST_LEFT = 8


def _before(pattern: str) -> re.Pattern[str]:
    """A pattern of what stands right before an expression."""
    return re.compile(compile_pattern(pattern, MACROS).pattern + r"\Z")


def _left(expressions: list[Expression], place: int, tokens: Tokens) -> str:
    """The kinds of the few tokens between an expression and the one before it."""
    first = expressions[place].first
    after_previous = expressions[place - 1].last + 1 if place else 0
    return tokens.kinds[max(after_previous, first - _LONGEST_LEFT) : first]


def wholes(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Join a part to its whole: "the last week of" + "March", "October of" + "that year"."""
    joined: list[Expression] = []
    for expression in reversed(expressions):
        if joined:
            whole = joined[-1]
            gap = tokens.kinds[expression.last + 1 : whole.first]
            meaning = _within(expression, whole) if gap in _GAPS else None
            if gap == KINDS["OF"] and _lasts_within(expression, whole, tokens):
                joined[-1] = replace(expression, end=whole.end, last=whole.last, evidence_end=whole.end)
                continue
            if meaning is not None:
                reading = replace(expression.reading, meaning=meaning)
                joined[-1] = replace(
                    expression, end=whole.end, last=whole.last, reading=reading, evidence_end=whole.evidence_end
                )
                continue
        if isinstance(expression.reading.meaning, Part) and expression.reading.meaning.whole == Fixed(""):
            continue
        joined.append(expression)
    return joined[::-1]


_GAPS = {"", KINDS["OF"], KINDS["IN"], KINDS["COMMA"], KINDS["ON"]}


def _lasts_within(part: Expression, whole: Expression, tokens: Tokens) -> bool:
    """Whether a duration is measured off a period: "the first ten months of 1915"."""
    said = tokens.kinds[part.first : part.last + 1]
    types = (part.reading.type, whole.reading.type)
    return types == ("DURATION", "DATE") and _DURATION_OF.fullmatch(said) is not None


_DURATION_OF = compile_pattern("THE? (?:ORDINAL|LAST) COUNT? (?:UNIT|UNITS)", MACROS)


def _within(part: Expression, whole: Expression) -> Day | Part | Clock | None:
    inner, outer = part.reading.meaning, whole.reading.meaning
    if whole.reading.type not in {"DATE"} or part.reading.type not in {"DATE", "TIME"}:
        return None
    if isinstance(inner, Part) and inner.whole == Fixed(""):
        return replace(inner, whole=outer)
    if isinstance(inner, Clock) and inner.day is None and inner.time[1:2].isalpha():
        return replace(inner, day=outer)
    if isinstance(inner, Day) and inner.year is None and inner.of is None and inner.weekday is None:
        if isinstance(outer, Shift) and outer.unit == "Y":
            return replace(inner, of=outer)
        if isinstance(outer, Day) and outer.year and outer.month is None and outer.part is None:
            return replace(inner, year=outer.year)
    return None


_EDGE = _before(
    "(?: (?:THE)? (?:(?:EARLY|MID) DASH TO DASH)? (?:EARLY|LATE|MID|MIDDLE|LATTER) DASH?"
    "| (?:THE)? (?:START|MIDDLE|END|REST|LATTER PARTWORD|EARLY PARTWORD|LATE PARTWORD|LATTER) OF"
    "| (?:EARLY|LATE|EARLIER|LATER) IN | EARLIER | LATER )"
)


def edges(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Take in what narrows a date: "the end of" 1914, "early" June, "mid-"2010s, "later" that month."""
    out = []
    for place, expression in enumerate(expressions):
        widened = expression
        if expression.reading.type in {"DATE", "TIME"} and not isinstance(expression.reading.meaning, Fixed) or _is_period(expression):
            left = _left(expressions, place, tokens)
            if match := _EDGE.search(left):
                first = expression.first - len(match[0])
                values = (str(tokens.values[at]) for at in range(first, expression.first))
                mod = next((value for value in values if value in {"START", "MID", "END"}), None)
                start = tokens.starts[first]
                reading = replace(expression.reading, mod=cast("Mod | None", mod or expression.reading.mod))
                widened = replace(expression, start=start, first=first, reading=reading, evidence_start=start)
        out.append(widened)
    return out


def _is_period(expression: Expression) -> bool:
    meaning = expression.reading.meaning
    return isinstance(meaning, Fixed) and meaning.value[-1:].isdigit() and expression.reading.type == "DATE"


def shared_years(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Let a date take the year of the one it is joined with: "March and April 1918", "6 and 7 May 2020"."""
    out = list(expressions)
    for place in range(len(out) - 2, -1, -1):
        this, following = out[place], out[place + 1]
        gap = tokens.kinds[this.last + 1 : following.first]
        if not _JOINT.fullmatch(gap):
            continue
        mine, other = this.reading.meaning, following.reading.meaning
        if isinstance(mine, Day) and isinstance(other, Day) and mine.year is None and other.year and not mine.weekday:
            if mine.of is None and mine.which is None:
                later = (mine.month or 0) > (other.month or 12) and other.year >= 100
                out[place] = this.means(replace(mine, year=other.year - later))
    return out


def attributes(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Leave the article to the noun that a date describes: "the" summer "offensive"."""
    out = []
    for place, expression in enumerate(expressions):
        first, last = expression.first, expression.last
        meaning = expression.reading.meaning
        plain = isinstance(meaning, Day) and meaning.which is None and meaning.of is None
        if plain and tokens.kinds[first] == KINDS["THE"] and last > first and tokens.kinds[last + 1 : last + 2] == KINDS["OTHER"]:
            following = tokens.text[tokens.starts[last + 1]]
            if following.isupper() or not _PREPOSITION.search(_left(expressions, place, tokens)):
                start = tokens.starts[first + 1]
                expression = replace(expression, first=first + 1, start=start, evidence_start=start)
        out.append(expression)
    return out


_JOINT = compile_pattern("(?:AND|OR|TO|DASH|UNTIL|THROUGH|SLASH) (?:THE|IN|ON|BY|EARLY|LATE|MID|DASH){0,3}", MACROS)

_RANGE_GAP = compile_pattern("(?:TO|DASH|UNTIL|THROUGH|UP TO) (?:THE|EARLY|LATE|MID|DASH){0,2}", MACROS)
_BETWEEN_GAP = compile_pattern("AND", MACROS)
_FROM = _before("(?:FROM|SINCE|BETWEEN|IN|DURING)")
_BETWEEN = _before("BETWEEN")

_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("since", _before("(?:EVER)? (?:SINCE|AFTER|(?:START|BEGINNING) (?:IN|ON))".replace("EVER", "AS").replace("BEGINNING", "START"))),
    ("by", _before("(?:BY|UNTIL|BEFORE|UP TO|THROUGH|PRIOR TO)")),
)
_PREPOSITION = _before("(?:IN|ON|AT|DURING|OF|FROM|AS OF|OVER|WITHIN|APPROX|FOR|THROUGH)")


def ranges_and_bounds(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark the ends of ranges, and what is only bounded: "between 2019 and 2021", "since June", "by 2020"."""
    out = list(expressions)
    for place, expression in enumerate(out):
        if expression.reading.type not in {"DATE", "TIME"} or expression.bound:
            continue
        left = _left(out, place, tokens)
        if place + 1 < len(out) and out[place + 1].reading.type == expression.reading.type:
            partner = out[place + 1]
            gap = tokens.kinds[expression.last + 1 : partner.first]
            opening = _BETWEEN.search(left)
            if _RANGE_GAP.fullmatch(gap) or (opening and _BETWEEN_GAP.fullmatch(gap)):
                match = opening or _FROM.search(left)
                start = tokens.starts[expression.first - len(match[0])] if match else expression.start
                evidence = {"evidence_start": start, "evidence_end": partner.end}
                out[place] = replace(expression, bound="from", partner=place + 1, **evidence)
                out[place + 1] = replace(partner, bound="to", partner=place, **evidence)
                continue
        for bound, pattern in _BOUNDS:
            if match := pattern.search(left):
                start = tokens.starts[expression.first - len(match[0])]
                out[place] = replace(expression, bound=bound, evidence_start=start)
                break
        else:
            if match := _PREPOSITION.search(left):
                start = tokens.starts[expression.first - len(match[0])]
                out[place] = replace(expression, evidence_start=start)
    return out


def clock_days(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give a time the day that follows it: "at 16:15 UTC, June 1st", "at 5:34 a.m. local time on March 20"."""
    out = list(expressions)
    for place, expression in enumerate(out[:-1]):
        meaning, day = expression.reading.meaning, out[place + 1].reading
        if not isinstance(meaning, Clock) or meaning.day is not None or day.type != "DATE":
            continue
        if _TO_ITS_DAY.fullmatch(tokens.kinds[expression.last + 1 : out[place + 1].first]):
            out[place] = expression.means(replace(meaning, day=day.meaning))
    return out


_TO_ITS_DAY = compile_pattern("OTHER? (?:ZONE|TIME|CLOSE)? COMMA? (?:ON|OF)? (?:THE)?", MACROS)


def offsets_of_events(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Date what happened so long before or after: "on January 5, two days after the strike" dates the strike."""
    out = list(expressions)
    for place, expression in enumerate(out):
        meaning = expression.reading.meaning
        if expression.reading.type != "DURATION" or not isinstance(meaning, Fixed):
            continue
        span = re.fullmatch(r"P(\d+)([DWMY])", meaning.value)
        side = tokens.kinds[expression.last + 1 : expression.last + 2]
        if not span or side not in _SIDES:
            continue
        sign = _SIDES[side]
        if place + 1 < len(out) and out[place + 1].first == expression.last + 2 and out[place + 1].reading.type == "DATE":
            whole = out[place + 1]
            shift = Shift(cast("Any", span[2]), sign * int(span[1]), whole.reading.meaning, calendar=False)
            out[place] = replace(expression, event=shift, evidence_end=whole.end)
        elif place and _COMMA.fullmatch(tokens.kinds[out[place - 1].last + 1 : expression.first]):
            day = out[place - 1]
            if day.reading.type == "DATE":
                shift = Shift(cast("Any", span[2]), -sign * int(span[1]), day.reading.meaning, calendar=False)
                end = tokens.ends[expression.last + 1]
                out[place] = replace(expression, event=shift, evidence_start=day.evidence_start, evidence_end=end)
    return out


_SIDES = {KINDS["AFTER"]: 1, KINDS["BEFORE"]: -1}
_COMMA = compile_pattern("COMMA? MERE?", MACROS)
