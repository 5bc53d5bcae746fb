"""What looks like an English date and is none: names, verbs, quantities, addresses, versions."""

import re

from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Day, Expression, Fixed
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens


def _kinds(names: str) -> frozenset[str]:
    return frozenset(KINDS[name] for name in names.split())


_OWN = KINDS["OUR"]
_YEAR, _SEASON, _FALL, _THE, _A = (KINDS[name] for name in ("YEAR", "SEASON", "FALL", "THE", "A"))
_EDGE_DASH = tuple(KINDS[name] + KINDS["DASH"] for name in ("MID", "END", "EARLY", "LATE"))

# Words after which a figure, a name or a verb can only be a date.
_LEADS_TO_DATE = _kinds(
    "IN OF BY SINCE UNTIL FROM BETWEEN DURING THROUGH THROUGHOUT AFTER BEFORE TO"
    " AND OR THE DASH APPROX LAST NEXT THIS EARLY LATE MID"
)
_LEADS_TO_ABBREVIATION = _kinds("IN OF BY SINCE UNTIL FROM LAST EARLY LATE DASH")
_LEADS_TO_FALL = _kinds("IN DURING BY SINCE THROUGH THROUGHOUT UNTIL OF")
_POINTS = _kinds("LAST NEXT THIS IN")
# A figure with one of these beside it counts or numbers something.
_COUNTS_BEFORE = _kinds("MONEY NUMBER DECIMAL PLUS NUMBERED")
_COUNTS_AFTER = _kinds("COUNTED PERCENT UNITS CARDINAL HUNDRED MERIDIEM")
# Words beside which "spring" is a verb.
_VERBAL = _kinds("UP TO MODAL WILL BACK")

_GLUE_BEFORE, _GLUE_AFTER = frozenset("_#@/.:+=&$€£¥"), frozenset("_%@=+°")
# A dash or dot glues a figure to a name or to another figure ("GPT-2000", "555-1987", "1987.3"), unless the
# figure beside it can be a year's.
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|(?:\D|^)\d{1,3}|\d{5})[-–.]\Z")
_GLUED_AFTER = re.compile(r":\w|/(?!\d\d?(?!\d))|[-–](?:\d(?!\d)|\d{3}(?!\d)|\d{5})|\.\d")
_STREET = re.compile(
    r"\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Place)\b"
)
# "The Sunday Times", "the Daily Mail".
_PUBLISHED = _kinds("WEEKDAY RATE DAYTIME")
# "The Future Foundation", "Now Magazine".
_GOES_ON = re.compile(r" [A-Z]")
_REFERENCES = _kinds("FUTUREREF NOW RECENT CURRENT")
_IN_NAME = re.compile(r"[A-Z]\w+ [A-Z]")
_NAME_BEFORE = re.compile(r"[a-z\d,] [A-Z][a-z]+ \Z")
_TO_MONTH = compile_pattern("[DASH TO AND SLASH OR UNTIL] [MONTH MONTHABBR]", MACROS)
_SHORT_YEAR = compile_pattern("SHORTYEAR", MACROS)
# A name right before a short year makes it a model's.
_MODEL = re.compile(r"[A-Z]\w+ \Z")
# "In his or her 20s and 30s".
_LATER_AGE = re.compile(r"\b(?:his|her|their|my|our|your) (?:\w+ )?[2-9]0s (?:and|or) \Z")
_LONE_MONTH = compile_pattern("MONTH | MONTHABBR DOT?", MACROS)


def not_dates(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Drop expressions whose neighbours say that they are no dates.

    Args:
        expressions: What the rules found.
        tokens: The text it was found in.

    Returns:
        The expressions that are left, in the same order.
    """
    return [expression for expression in expressions if _is_date(expression, tokens)]


def _is_date(expression: Expression, tokens: Tokens) -> bool:
    meaning = expression.reading.meaning
    if isinstance(meaning, Fixed) and tokens.kinds[expression.last] in _REFERENCES:
        return not _IN_NAME.match(tokens.text, tokens.starts[expression.last])
    said = tokens.kinds[expression.first : expression.last + 1]
    if tokens.values[expression.last] == "CE" and _left(expression, tokens) == _OWN:
        return False  # "his first century", which is a hundred runs or points
    if tokens.said(expression.last) == "Century" and _GOES_ON.match(
        tokens.text, tokens.ends[expression.last]
    ):
        return False  # "21st Century Foods"
    if said[-1] in _PUBLISHED and _right(expression, tokens) == KINDS["PAPER"]:
        return False
    start = tokens.starts[expression.first]
    if isinstance(meaning, Fixed) and _LATER_AGE.search(tokens.text, max(0, start - 40), start):
        return False
    if tokens.said(expression.last) == "Week" and tokens.said(expression.first) == "This":
        return False  # a programme
    if not isinstance(meaning, Day):
        return True
    if tokens.said(expression.last) == "New Year" and _left(expression, tokens) == KINDS["OTHER"]:
        return not _MODEL.search(tokens.text, max(0, start - 40), start)  # "Chinese New Year"
    if _SHORT_YEAR.fullmatch(said) and _left(expression, tokens) == KINDS["OTHER"]:
        return not _MODEL.search(tokens.text, max(0, start - 40), start)  # "Office '04"
    if said == _YEAR:
        return _is_year(expression, meaning.year or 0, tokens)
    if _LONE_MONTH.fullmatch(said):
        return _is_month(expression, tokens)
    if said[-1] == _FALL:
        return _is_fall(expression, tokens)
    if said == _SEASON:
        beside = _left(expression, tokens) + _right(expression, tokens)
        return not any(kind in _VERBAL for kind in beside) and not _names_season(expression, tokens)
    return True


def _left(expression: Expression, tokens: Tokens) -> str:
    return tokens.kinds[max(0, expression.first - 1) : expression.first]


def _right(expression: Expression, tokens: Tokens) -> str:
    return tokens.kinds[expression.last + 1 : expression.last + 2]


def _is_year(expression: Expression, year: int, tokens: Tokens) -> bool:
    text, start, end = tokens.text, expression.start, expression.end
    left, right = _left(expression, tokens), _right(expression, tokens)
    if tokens.kinds[max(0, expression.first - 2) : expression.first] in _EDGE_DASH:
        return True
    if left in _COUNTS_BEFORE or right in _COUNTS_AFTER:
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or before in _GLUE_BEFORE or after in _GLUE_AFTER:
        return False
    if _GLUED_BEFORE.search(text[max(0, start - 7) : start]) or _GLUED_AFTER.match(text, end):
        return False
    if _STREET.match(text, end):
        return False
    # Round figures and those outside modern history are mostly quantities.
    if year % 100 == 0 or not 1500 <= year <= 2100:
        if left == KINDS["DASH"]:
            return tokens.kinds[max(0, expression.first - 2) : expression.first - 1] == _YEAR
        return left in _LEADS_TO_DATE or right == KINDS["COLON"] or before == "("
    return True


def _is_month(expression: Expression, tokens: Tokens) -> bool:
    left, said = _left(expression, tokens), tokens.said(expression.first)
    if tokens.kinds[expression.first] == KINDS["MONTHABBR"]:
        return left in _LEADS_TO_ABBREVIATION
    if said.upper() not in _NAMES:
        return (
            left in _LEADS_TO_DATE
            or said.upper() not in _GIVEN_NAMES
            or not _NAME_AFTER.match(tokens.text, expression.end)
        )
    if left in _LEADS_TO_DATE and not (left == _THE and said == "March"):
        return True
    return left == _A or bool(_TO_MONTH.match(tokens.kinds, expression.last + 1))


_GIVEN_NAMES = frozenset(("APRIL", "JUNE", "AUGUST"))
_NAME_AFTER = re.compile(r" [A-Z][a-z]+ (?:[a-z]|[A-Z][a-z]+ )")
_NAMES = frozenset(("MAY", "MARCH"))
"""Months that are verbs or surnames as well."""


def _names_season(expression: Expression, tokens: Tokens) -> bool:
    """Whether a season is part of a name: "the Arab Spring"."""
    before = tokens.text[max(0, expression.start - 20) : expression.start]
    return tokens.text[expression.start].isupper() and _NAME_BEFORE.search(before) is not None


def _is_fall(expression: Expression, tokens: Tokens) -> bool:
    """Tell the season "fall", which follows a pointer or a preposition, from a drop."""
    left = _left(expression, tokens)
    if expression.first == expression.last:
        return left in _POINTS
    if tokens.kinds[expression.first] != _THE:
        return True
    return _right(expression, tokens) not in _kinds("OF IN") and left in _LEADS_TO_FALL
