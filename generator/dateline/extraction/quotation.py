"""Which words of a passage stand in quotation marks."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.parsing import Token

_MARK = re.compile("[“«„”»\"]|``|''")
_OPENS, _CLOSES = frozenset("“«„"), frozenset("”»")


def in_quotes(token: "Token") -> bool:
    """Whether a word is quoted; a quotation may open in an earlier passage or close in a later one."""
    if not _is_marked(token.doc.text):
        return False
    inside = False
    for other in token.doc[: token.i]:
        if other.text in _OPENS or (not inside and _is_straight(other.text)):
            inside = True
        elif other.text in _CLOSES or _is_straight(other.text):
            inside = False
    if inside:
        return True
    marks = [other for other in token.doc[token.i :] if _is_mark(other.text)]
    if not marks:
        return False
    first = marks[0]
    opens = first.i > 0 and bool(first.nbor(-1).whitespace_)  # it runs on in the next passage
    # A mark that closes what no mark has opened: the passage began within the quotation.
    return first.text in _CLOSES or (_is_straight(first.text) and len(marks) % 2 == 1 and not opens)


@lru_cache
def _is_marked(text: str) -> bool:
    """Whether there is a mark in a text; it is asked for each of its words."""
    return _MARK.search(text) is not None


def _is_straight(text: str) -> bool:
    return text in {'"', "``", "''"}


def _is_mark(text: str) -> bool:
    return text in _OPENS or text in _CLOSES or _is_straight(text)
