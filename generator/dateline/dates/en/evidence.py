"""The words around English dates: what bounds them, ranges, the day of a time, events placed by a date."""

import re
from dataclasses import replace
from typing import cast

from dateline.dates.en.joining import PREPOSITION, before, left_of
from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Bound, Clock, Day, Expression, Fixed, Shift, Unit
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens

_RANGE_GAP = compile_pattern("(?:TO|DASH|UNTIL|THROUGH|UP TO) (?:THE|EARLY|LATE|MID|DASH){0,2}", MACROS)
_BETWEEN_GAP = compile_pattern("AND", MACROS)
# "From 1998 until his retirement in 2005".
_TO_ITS_END = compile_pattern("UNTIL (?:OUR|THE) OTHER (?:IN|ON)", MACROS)
_PREMODIFYING = ("-quarter", "-half")
_SINCE = before("SINCE")
_BETWEEN = before("BETWEEN")
_IN = KINDS["IN"]
_FROM, _UNTIL = before("FROM"), KINDS["UNTIL"]
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("near", before("[SOON JUST] [AFTER BEFORE]")),
    ("since", before("(?:SINCE|AFTER) [APPROX ABOUT]?")),
    ("before", before("(?:BEFORE|PRIOR TO) [APPROX ABOUT]?")),
    ("by", before("(?:BY|UNTIL|UP TO|THROUGH) [APPROX ABOUT]?")),
)
_TIME_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("beside", before("(?:AFTER|BEFORE)")),
    *_BOUNDS[1:],
)
# A bound that is denied is the other one: "not before June", "no later than 5 May".
_DENIED = re.compile(r"\b(?:no|not) (later than|(?:earlier|sooner) than|before) (?:the )?\Z", re.IGNORECASE)
_LONGEST_DENIED = 24
_TO_ITS_DAY = compile_pattern("OTHER? (?:ZONE|TIME|CLOSE)? COMMA? (?:ON|OF)? (?:THE)?", MACROS)
_SIDES = {KINDS["AFTER"]: 1, KINDS["BEFORE"]: -1}
_BESIDE = compile_pattern("COMMA? [MERE JUST]?", MACROS)


def ranges_and_bounds(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark the ends of ranges, and what is only bounded: "between 1990 and 1994", "since May", "by 1998"."""
    out = list(expressions)
    for place, expression in enumerate(out):
        if expression.reading.type not in {"DATE", "TIME"} or expression.bound:
            continue
        left = left_of(out, place, tokens)
        if (opening := _opens_range(out, place, left, tokens)) is not None:
            start, end = tokens.starts[expression.first - opening], out[place + 1].end
            ends: tuple[tuple[int, Bound, int], ...] = (
                (place, "from", place + 1),
                (place + 1, "to", place),
            )
            for at, end_of, partner in ends:
                out[at] = replace(
                    out[at],
                    bound=end_of,
                    partner=partner,
                    evidence_start=start,
                    evidence_end=end,
                )
            continue
        if denied := _DENIED.search(
            tokens.text[: expression.start], max(0, expression.start - _LONGEST_DENIED)
        ):
            opposite: Bound = "by" if denied[1].lower().startswith("later") else "since"
            out[place] = replace(expression, bound=opposite, evidence_start=denied.start())
            continue
        if tokens.text[expression.start : expression.end].lower().endswith(_PREMODIFYING):
            continue  # "after second-quarter profit dropped"
        meaning = expression.reading.meaning
        bounds = _TIME_BOUNDS if expression.reading.type == "TIME" else _BOUNDS
        bound, match = next(
            ((name, found) for name, pattern in bounds if (found := pattern.search(left))), (None, None)
        )
        if (
            bound is None
            and (start_of := _FROM.search(left))
            and tokens.kinds[expression.last + 1 :][:1] == _UNTIL
        ):
            bound, match = "since", start_of  # "from 2001 until her death"
        day = isinstance(meaning, Day) and meaning.month is not None and meaning.day is not None
        if day and left[-1:] == _IN:
            continue  # "will be sworn in June 17"
        if match := match or PREPOSITION.search(left):
            start = tokens.starts[expression.first - len(match[0])]
            out[place] = replace(expression, bound=bound, evidence_start=start)
    return out


def _opens_range(expressions: list[Expression], place: int, left: str, tokens: Tokens) -> int | None:
    """How many tokens before it belong to a range that starts here; None if none does."""
    if place + 1 == len(expressions):
        return None
    this, following = expressions[place], expressions[place + 1]
    if following.reading.type != this.reading.type:
        return None
    gap = tokens.kinds[this.last + 1 : following.first]
    between = _BETWEEN.search(left)
    ends = _FROM.search(left) and _TO_ITS_END.fullmatch(gap)
    if not _RANGE_GAP.fullmatch(gap) and not (between and _BETWEEN_GAP.fullmatch(gap)) and not ends:
        return None
    opening = between or _SINCE.search(left) or PREPOSITION.search(left)
    return len(opening[0]) if opening else 0


def clock_days(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give a time the day that follows it: "16:15 UTC, June 1st", "5:34 a.m. local time on March 20"."""
    out = list(expressions)
    for place, expression in enumerate(out[:-1]):
        meaning, day = expression.reading.meaning, out[place + 1].reading
        if not isinstance(meaning, Clock) or meaning.day is not None:
            continue
        part = day.meaning if day.type == "TIME" else None
        if (
            isinstance(part, Clock)
            and part.day is not None
            and part.time in _PARTS
            and meaning.time[1].isdigit()
        ):
            if _TO_ITS_DAY.fullmatch(tokens.kinds[expression.last + 1 : out[place + 1].first]):
                out[place] = expression.means(
                    replace(meaning, time=_in_part(meaning.time, part), day=part.day)
                )
            continue
        if day.type != "DATE":
            continue
        if _TO_ITS_DAY.fullmatch(tokens.kinds[expression.last + 1 : out[place + 1].first]):
            out[place] = expression.means(replace(meaning, day=day.meaning))
            if isinstance(day.meaning, Shift) and day.meaning.base == "previous":
                # "At 6 a.m. the next day": the time has gone on to that day already.
                out[place + 1] = out[place + 1].means(replace(day.meaning, amount=0))
    return out


_PARTS = {"TAF", "TEV", "TNI", "TMO"}
_NOON = 12


def _in_part(time: str, part: Clock) -> str:
    """A time in the part of the day that is named with it: eight "on Wednesday evening" is T20:00."""
    hour = int(time[1:3])
    after_noon = part.time != "TMO" and hour < _NOON and (part.time != "TNI" or hour >= _NOON // 2)
    return f"T{hour + _NOON:02}{time[3:]}" if after_noon else time


def events(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Date what lies so far off a date: "on May 7, a week after the vote" dates the vote."""
    out = list(expressions)
    for place, expression in enumerate(out):
        meaning = expression.reading.meaning
        if expression.reading.type != "DURATION" or not isinstance(meaning, Fixed):
            continue
        span = re.fullmatch(r"P(\d{1,6})([DWMY])", meaning.value)
        side = tokens.kinds[expression.last + 1 : expression.last + 2]
        if span is None or side not in _SIDES:
            continue
        unit, amount = cast("Unit", span[2]), _SIDES[side] * int(span[1])
        following = out[place + 1] if place + 1 < len(out) else None
        day = out[place - 1] if place else None
        if following and following.first == expression.last + 2 and following.reading.type == "DATE":
            shift = Shift(unit, amount, following.reading.meaning, calendar=False)
            out[place] = replace(expression, event=shift, evidence_end=following.end)
            out[place + 1] = replace(following, bound=None, evidence_start=following.start)
        elif (
            day
            and day.reading.type == "DATE"
            and _BESIDE.fullmatch(tokens.kinds[day.last + 1 : expression.first])
        ):
            shift = Shift(unit, -amount, day.reading.meaning, calendar=False)
            out[place] = replace(
                expression,
                event=shift,
                evidence_start=day.evidence_start,
                evidence_end=tokens.ends[expression.last + 1],
            )
    return out
