"""Whether the words around an English date look ahead or back."""

from dataclasses import replace

from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Day, Expression, Tense
from dateline.dates.tokens import Tokens

_K = KINDS
_ENDS = {_K["DOT"], _K["STOP"], _K["PARAGRAPH"]}
_AHEAD = {_K["WILL"], _K["PLAN"]}
_BACK = {_K["DID"]}
_FAR = 14


def tenses(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give each date that needs it the tense of the nearest verb: first before it, then after it."""
    return [
        replace(expression, tense=_tense(expression, tokens)) if _needs(expression) else expression
        for expression in expressions
    ]


def _needs(expression: Expression) -> bool:
    meaning = getattr(expression.reading.meaning, "day", expression.reading.meaning)
    meaning = meaning if isinstance(meaning, Day) else expression.reading.meaning
    return isinstance(meaning, Day) and meaning.year is None and meaning.of is None


def _tense(expression: Expression, tokens: Tokens) -> Tense | None:
    kinds = tokens.kinds
    if expression.bound == "by" and kinds[expression.first - 1 : expression.first] == _K["UNTIL"]:
        return None
    for place in range(expression.first - 1, max(-1, expression.first - _FAR), -1):
        kind = kinds[place]
        if kind in _ENDS:
            break
        if kind in _AHEAD or (kind == _K["BE"] and kinds[place - 1 : place] in {_K["TO"], _K["WILL"]}):
            return "future"
        if kind == _K["MODAL"] and kinds[place + 1 : place + 2] == _K["BE"]:
            return "future"
        if kind in _BACK:
            return "past"
    for place in range(expression.last + 1, min(len(kinds), expression.last + _FAR)):
        kind = kinds[place]
        if kind in _ENDS:
            break
        if kind in _AHEAD:
            return "future"
        if kind in _BACK:
            return "past"
    return None
