"""What looks like an English date and is none: names, verbs, quantities, addresses, versions."""

import re

from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Day, Expression
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens

_K = KINDS
_LEADS_TO_DATE = {_K[name] for name in ("IN", "OF", "BY", "SINCE", "UNTIL", "FROM", "BETWEEN", "DURING", "THROUGH", "AFTER", "BEFORE", "TO", "AND", "THE", "DASH", "OR", "AROUND" if "AROUND" in _K else "APPROX", "LAST", "NEXT", "THIS", "EARLY", "LATE", "MID", "APPROX")}
_NUMERIC_LEFT = {_K["MONEY"], _K["NUMBER"], _K["DECIMAL"], _K["PLUS"]}
# A dash or dot glues a figure to a name or to another figure ("GPT-2000", "555-2014", "2014.3"), unless the
# figure beside it can be a year's.
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|(?:\D|^)\d{1,3}|\d{5})[-–.]\Z")
_GLUED_AFTER = re.compile(r"[-–](?:\d(?!\d)|\d{3}(?!\d)|\d{5})|\.\d")
_TO_MONTH = compile_pattern("[DASH TO AND SLASH OR UNTIL] [MONTH MONTHABBR]", {})
_MID_DASH = _K["MID"] + _K["DASH"]
_STREET = re.compile(r"\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Place)\b")


def not_dates(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Drop expressions whose neighbours say that they are no dates."""
    return [expression for expression in expressions if _is_date(expression, tokens)]


def _is_date(expression: Expression, tokens: Tokens) -> bool:
    meaning = expression.reading.meaning
    if not isinstance(meaning, Day):
        return True
    first, last = expression.first, expression.last
    kinds = tokens.kinds
    left = kinds[first - 1 : first]
    right = kinds[last + 1 : last + 2]
    if first == last and kinds[first] == _K["YEAR"]:
        return _is_year(expression, tokens, left, right)
    if first == last and kinds[first] in {_K["MONTH"], _K["MONTHABBR"]}:
        return _is_month(expression, tokens, left, right)
    if kinds[last] == _K["FALL"] and last - first < 1:
        # "Fall" alone is a verb or a drop.
        return left in {_K["LAST"], _K["NEXT"], _K["THIS"]} or (left == _K["IN"])
    if kinds[last] == _K["FALL"]:
        return right != _K["OF"] and right != _K["IN"] and left in {_K[n] for n in ("IN", "DURING", "BY", "SINCE", "THROUGH", "UNTIL", "OF")}
    if first == last and kinds[first] == _K["SEASON"]:
        return _is_season(expression, tokens, left, right)
    return True


def _is_year(expression: Expression, tokens: Tokens, left: str, right: str) -> bool:
    text, start, end = tokens.text, expression.start, expression.end
    year = expression.reading.meaning.year or 0
    before, after = text[start - 1 : start], text[end : end + 1]
    if left in _NUMERIC_LEFT or right in {_K["COUNTED"], _K["PERCENT"], _K["UNITS"], _K["CARDINAL"], _K["MERIDIEM"]}:
        return False
    if before and (before.isalnum() or before in "_#@/.:+=&$€£¥") or after and (after in "_%@/=+°" ):
        return False
    if tokens.kinds[expression.first - 2 : expression.first] == _MID_DASH:
        return True
    if _GLUED_BEFORE.search(text[max(0, start - 7) : start]) or _GLUED_AFTER.match(text, end):
        return False
    if _STREET.match(text, end):
        return False
    if year % 100 == 0 or not 1500 <= year <= 2100:
        return left in _LEADS_TO_DATE or right in {_K["COLON"]} or before == "("
    return True


def _is_month(expression: Expression, tokens: Tokens, left: str, right: str) -> bool:
    said = tokens.said(expression.first)
    if tokens.kinds[expression.first] == _K["MONTHABBR"]:
        return left in _LEADS_TO_DATE
    if said in {"May", "March", "August", "April", "June"} or said.isupper():
        if left in _LEADS_TO_DATE and not (left == _K["THE"] and said == "March"):
            return True
        if left == _K["A"] or _TO_MONTH.match(tokens.kinds, expression.last + 1):
            return True
        if said in {"August"}:
            return True
        return False if said in {"May", "March"} else left != _K["OTHER"] or not _name_before(expression, tokens)
    return True


def _name_before(expression: Expression, tokens: Tokens) -> bool:
    return bool(re.search(r"\b[A-Z][\w.]* \Z", tokens.text[max(0, expression.start - 20) : expression.start]))


def _is_season(expression: Expression, tokens: Tokens, left: str, right: str) -> bool:
    return tokens.text[expression.end : expression.end + 1] not in {"s", "e"}
