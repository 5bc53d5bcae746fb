"""Which night "overnight" and "during the night" mean: the one named beside them, else the one just past."""

from dataclasses import replace

from dateline.dates.en.tense import verb_before
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Expression, Meaning, Shift
from dateline.dates.tokens import Tokens

_OVERNIGHT, _DAYTIME, _OTHER, _TO = (KINDS[name] for name in ("OVERNIGHT", "DAYTIME", "OTHER", "TO"))
_A_NIGHT = Clock("TNI")
_AND, _ENDS = KINDS["AND"], {KINDS[name] for name in ("DOT", "STOP", "PARAGRAPH")}
_ON = {"", KINDS["ON"]}
_DURING = {KINDS["IN"], KINDS["DURING"]}


def nights(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give each such night its day: "overnight on Friday", "overnight into Friday", "Friday overnight"."""
    if not (_OVERNIGHT in tokens.kinds or _DAYTIME in tokens.kinds):
        return expressions
    out = list(expressions)
    for place, expression in enumerate(expressions):
        if not _is_some_night(expression, tokens):
            continue
        day = _day_beside(expressions, place, tokens)
        if day is None and verb_before(expression, tokens) == "future":
            day = Shift("D", 0, "reference")
        following = expressions[place + 1] if place + 1 < len(expressions) else None
        if day is None and following is not None and _goes_on(expression, following, tokens):
            before = Clock("TNI", Shift("D", -1, _day_of(following.reading.meaning)))
            out[place] = replace(expression.means(before), bound="overnight")
        elif day is not None:
            out[place] = expression.means(Clock("TNI", day))
        else:
            out[place] = replace(expression, bound="overnight")
    return out


def _is_some_night(expression: Expression, tokens: Tokens) -> bool:
    first, meaning = expression.first, expression.reading.meaning
    if tokens.kinds[first] == _OVERNIGHT:
        return True
    return meaning == _A_NIGHT and tokens.kinds[max(0, first - 1) : first] in _DURING


def _day_beside(expressions: list[Expression], place: int, tokens: Tokens) -> Meaning | None:
    this = expressions[place]
    if tokens.kinds[this.first] != _OVERNIGHT:
        return None
    if place + 1 < len(expressions) and expressions[place + 1].reading.type == "DATE":
        following = expressions[place + 1]
        gap = tokens.kinds[this.last + 1 : following.first]
        if gap in _ON:
            return following.reading.meaning
        if gap == _TO or (gap == _OTHER and tokens.said(this.last + 1) == "into"):
            return Shift("D", -1, following.reading.meaning)
    previous = expressions[place - 1] if place else None
    if previous and previous.last + 1 == this.first and previous.reading.type == "DATE":
        return previous.reading.meaning
    return None


def _goes_on(night: Expression, following: Expression, tokens: Tokens) -> bool:
    """Whether a sentence goes on from the night to the day after: "overnight and the rest on Friday"."""
    day = _day_of(following.reading.meaning)
    gap = tokens.kinds[night.last + 1 : following.first]
    named = isinstance(day, Day) and (day.weekday or day.day) and not following.reported
    return bool(named) and _AND in gap and _ENDS.isdisjoint(gap)


def _day_of(meaning: Meaning) -> Meaning:
    return meaning.day if isinstance(meaning, Clock) and meaning.day is not None else meaning
