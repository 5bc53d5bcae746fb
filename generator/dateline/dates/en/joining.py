"""Joins what the English rules found: parts to wholes, periods to their edges, dates that share a year."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard, cast

from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Expression, Fixed, Meaning, Mod, Part, Same, Shift
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens], list[Expression]]

# How many tokens to look back for the words around an expression.
_LONGEST_LEFT = 8


def before(pattern: str) -> re.Pattern[str]:
    """A pattern of what stands right before an expression."""
    return re.compile(compile_pattern(pattern, MACROS).pattern + r"\Z")


def left_of(expressions: list[Expression], place: int, tokens: Tokens) -> str:
    """The kinds of the few tokens between an expression and the one before it."""
    first = expressions[place].first
    after_previous = expressions[place - 1].last + 1 if place else 0
    return tokens.kinds[max(after_previous, first - _LONGEST_LEFT) : first]


PREPOSITION = before("(?:IN|ON|AT|DURING|OF|FROM|AS OF|OVER|WITHIN|FOR|THROUGHOUT) (?:APPROX|ABOUT)?")


def day_order(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Read 3/4/2020 day first where the document shows that order by 25/4/2020."""
    slashed = [place for place, each in enumerate(expressions) if tokens.kinds[each.first] == _SLASHED]
    if not slashed or not any(_is_day_first(expressions[place], tokens) for place in slashed):
        return expressions
    out = list(expressions)
    for place in slashed:
        meaning = out[place].reading.meaning
        if isinstance(meaning, Day) and not _is_day_first(out[place], tokens) and (meaning.day or 99) <= 12:
            out[place] = out[place].means(replace(meaning, month=meaning.day, day=meaning.month))
    return out


_SLASHED = KINDS["SLASHED"]


def _is_day_first(expression: Expression, tokens: Tokens) -> bool:
    first, _, _ = tokens.said(expression.first).replace("-", "/").partition("/")
    return first.isdigit() and int(first) > 12


def approximations(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark what is only about right: "around" 1923, "circa" 1850, "at about" 6 a.m."""
    out = list(expressions)
    for place, each in enumerate(out):
        word = tokens.kinds[max(0, each.first - 1) : each.first]
        around = word == KINDS["APPROX"] if each.reading.type == "DATE" else word in _ABOUT and _is_hour(each)
        if around and each.reading.mod is None:
            out[place] = replace(
                each,
                reading=replace(each.reading, mod="APPROX"),
                evidence_start=tokens.starts[each.first - 1],
            )
    return out


_ABOUT = {KINDS["APPROX"], KINDS["ABOUT"]}


def _is_hour(expression: Expression) -> bool:
    """Whether something is a time by the clock, and no part of a day: "about Monday night" may be a topic."""
    meaning = expression.reading.meaning
    return isinstance(meaning, Clock) and meaning.time[1:2].isdigit()


def wholes(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Join a part to its whole: "the last week of" + "March", "October of" + "that year"."""
    joined: list[Expression] = []
    for expression in reversed(expressions):
        if joined:
            whole = joined[-1]
            gap = tokens.kinds[expression.last + 1 : whole.first]
            meaning = _within(expression, whole) if gap in _GAPS else None
            if not gap and tokens.kinds[expression.last] in _SIDES and whole.reading.type == "DATE":
                meaning = Shift("D", _SIDES[tokens.kinds[expression.last]], whole.reading.meaning)
            if gap == KINDS["OF"] and _lasts_within(expression, whole, tokens):
                joined[-1] = replace(expression, end=whole.end, last=whole.last, evidence_end=whole.end)
                continue
            if meaning is not None:
                reading = replace(expression.reading, meaning=meaning)
                joined[-1] = replace(
                    expression,
                    end=whole.end,
                    last=whole.last,
                    reading=reading,
                    evidence_end=whole.evidence_end,
                )
                continue
        if _hangs(expression):
            continue
        joined.append(_of_an_event(expression, tokens))
    return joined[::-1]


def _hangs(expression: Expression) -> bool:
    """Whether a part has found no whole, so that it says nothing."""
    meaning = expression.reading.meaning
    if isinstance(meaning, Day):
        half = meaning.part in {"H1", "H2"} and meaning == Day(part=meaning.part)
        return half or (meaning.day is not None and meaning == Day(day=meaning.day))
    return isinstance(meaning, Part) and meaning.whole == Fixed("")


def _of_an_event(expression: Expression, tokens: Tokens) -> Expression:
    """Leave the day of "the night of the vote" open: only the vote has it."""
    meaning = expression.reading.meaning
    if not isinstance(meaning, Clock) or meaning.day is not None or not meaning.time[1:].isalpha():
        return expression
    of = tokens.kinds[expression.last + 1 : expression.last + 2] == KINDS["OF"]
    return expression.means(Fixed(f"XXXX-XX-XX{meaning.time}")) if of else expression


# "The day after Christmas".
_SIDES = {KINDS["AFTER"]: 1, KINDS["BEFORE"]: -1}
_GAPS = {"", KINDS["OF"]}


def _lasts_within(part: Expression, whole: Expression, tokens: Tokens) -> bool:
    """Whether a duration is measured off a period: "the first ten months of 1915"."""
    said = tokens.kinds[part.first : part.last + 1]
    types = (part.reading.type, whole.reading.type)
    return types == ("DURATION", "DATE") and _DURATION_OF.fullmatch(said) is not None


def _is_years(meaning: Meaning) -> TypeGuard[Shift]:
    """Whether something counts in years off another date: "a year earlier"."""
    return isinstance(meaning, Shift) and meaning.unit == "Y" and meaning.amount != 0


def _is_same(meaning: Meaning) -> TypeGuard[Same | Shift]:
    """Whether something takes up a time mentioned before: "the same period", "the same quarter"."""
    return isinstance(meaning, Same) or (isinstance(meaning, Shift) and meaning.base == "previous")


def _years_off(inner: Same | Shift, outer: Shift) -> Shift:
    """The meaning of "the same quarter" so many years off: "a year earlier", "last year"."""
    if outer.base == "previous" or isinstance(inner, Same):
        return replace(outer, base=inner)
    if inner.unit in {"Q", "M"}:
        return replace(outer, base=Shift(inner.unit, 0, "reference"))
    return outer


_DURATION_OF = compile_pattern("THE? (?:ORDINAL|LAST) COUNT? (?:UNIT|UNITS)", MACROS)


def _within(part: Expression, whole: Expression) -> Meaning | None:
    inner, outer = part.reading.meaning, whole.reading.meaning
    if whole.reading.type != "DATE" or part.reading.type not in {"DATE", "TIME"}:
        return None
    if isinstance(inner, Part) and inner.whole == Fixed(""):
        return replace(inner, whole=outer)
    if _is_years(outer) and _is_same(inner):
        return _years_off(inner, outer)
    if isinstance(inner, Day) and isinstance(outer, Shift) and inner.of is None:
        if outer.unit == "M" and inner == Day(day=inner.day):
            return replace(inner, of=outer)
        if outer.unit == "W" and inner == Day(weekday=inner.weekday):
            return replace(inner, of=outer)
    if isinstance(inner, Clock) and inner.day is None and inner.time[1:2].isalpha():
        return replace(inner, day=outer)
    if isinstance(inner, Day) and inner.year is None and inner.of is None and inner.weekday is None:
        if isinstance(outer, Shift) and outer.unit == "Y":
            return replace(inner, of=outer)
        if isinstance(outer, Day) and outer == Day(year=outer.year):
            return replace(inner, year=outer.year)
    return None


_EDGE = before(
    "(?: (?:THE)? (?:(?:EARLY|MID) DASH TO DASH)? (?:EARLY|LATE|MID|MIDDLE|LATTER) DASH?"
    "| (?:THE)? (?:START|MIDDLE|END|REST|LATTER PARTWORD|EARLY PARTWORD|LATE PARTWORD|LATTER) OF"
    "| (?:THE)? (?:LATTER|ORDINAL) HALF OF | END DASH | (?:EARLY|LATE|EARLIER|LATER) IN | EARLIER | LATER )"
)


def edges(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Take in what narrows a date: "the end of" 1914, "early" June, "mid-"2010s, "later" that month."""
    out = list(expressions)
    for place, expression in enumerate(expressions):
        if not _has_edges(expression):
            continue
        if match := _EDGE.search(left_of(expressions, place, tokens)):
            first = expression.first - len(match[0])
            values = (str(tokens.values[at]) for at in range(first, expression.first))
            mod = next((value for value in values if value in {"START", "MID", "END"}), None)
            start = tokens.starts[first]
            reading = replace(expression.reading, mod=cast("Mod | None", mod or expression.reading.mod))
            out[place] = replace(expression, start=start, first=first, reading=reading, evidence_start=start)
    return out


def _has_edges(expression: Expression) -> bool:
    """Whether something has a beginning and an end to speak of."""
    if expression.reading.type not in {"DATE", "TIME"}:
        return False
    meaning = expression.reading.meaning
    return not isinstance(meaning, Fixed) or meaning.value[-1:].isdigit()


def shared_years(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Let a date take the year of the one it is joined with: "March and April 1918", "6 and 7 May 2020"."""
    out = list(expressions)
    for place in range(len(out) - 2, -1, -1):
        this, following = out[place], out[place + 1]
        gap = tokens.kinds[this.last + 1 : following.first]
        if not _JOINT.fullmatch(gap):
            continue
        mine, other = this.reading.meaning, following.reading.meaning
        if not (isinstance(mine, Day) and isinstance(other, Day)):
            continue
        if mine.weekday and other.weekday and mine.which == 1 and other.which is None:
            out[place + 1] = following.means(replace(other, which=1))  # "next Wednesday and Thursday"
        turns = (mine.month or 0) > (other.month or 12)
        if other.year and _lacks_year(mine):
            out[place] = this.means(replace(mine, year=other.year - (turns and other.year >= 100)))
        elif mine.year and mine.month and other.month and _lacks_year(other):
            out[place + 1] = following.means(replace(other, year=mine.year + turns))
    return out


def attributes(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Leave the article to the noun that a date describes: "the" summer "offensive"."""
    out = list(expressions)
    for place, expression in enumerate(expressions):
        if _describes(expression, left_of(expressions, place, tokens), tokens):
            start = tokens.starts[expression.first + 1]
            out[place] = replace(expression, first=expression.first + 1, start=start, evidence_start=start)
    return out


def _describes(expression: Expression, left: str, tokens: Tokens) -> bool:
    """Whether a date with an article stands before the noun that the article belongs to."""
    first, last, meaning = expression.first, expression.last, expression.reading.meaning
    if tokens.kinds[first] != KINDS["THE"] or tokens.kinds[last + 1 : last + 2] != KINDS["OTHER"]:
        return False
    if isinstance(meaning, Day):
        if meaning.which is not None or meaning.of is not None or last == first:
            return False
    elif not isinstance(meaning, Fixed) or not meaning.value[-1:].isdigit():
        return False
    name_follows = tokens.text[tokens.starts[last + 1]].isupper()
    if PREPOSITION.search(left) or (_BOUNDED.search(left) and isinstance(meaning, Day) and meaning.year):
        return name_follows and _LONE_SEASON.fullmatch(tokens.kinds, first + 1, last + 1) is not None
    opens_sentence = tokens.text[expression.start] == "T"
    return name_follows or not opens_sentence


_BOUNDED = before("(?:BY|SINCE|UNTIL|BEFORE|AFTER|THROUGH|TO)")
_LONE_SEASON = compile_pattern("SEASON | FALL", MACROS)


def _lacks_year(day: Day) -> bool:
    return day == replace(day, year=None, of=None, which=None, weekday=None)


_JOINT = compile_pattern(
    "(?:AND|OR|TO|UNTIL|THROUGH) (?:THE|IN|ON|BY|EARLY|LATE|MID|DASH){0,3}"
    "| [DASH SLASH] [THE EARLY LATE MID DASH]{0,3}",  # "BONN, 4 May – In 2012 …" joins nothing
    MACROS,
)
