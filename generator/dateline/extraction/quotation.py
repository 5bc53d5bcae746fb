"""Which words of a passage stand in quotation marks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.parsing import Token

_OPENS, _CLOSES = frozenset("“«„"), frozenset("”»")


def in_quotes(token: "Token") -> bool:
    """Whether a word is quoted; a quotation may open in an earlier passage or close in a later one."""
    inside = False
    for other in token.doc[: token.i]:
        if other.text in _OPENS or (not inside and _is_straight(other.text)):
            inside = True
        elif other.text in _CLOSES or _is_straight(other.text):
            inside = False
    if inside:
        return True
    marks = [other.text for other in token.doc[token.i :] if _is_mark(other.text)]
    # A mark that closes what no mark has opened: the passage began within the quotation.
    return bool(marks) and (marks[0] in _CLOSES or (_is_straight(marks[0]) and len(marks) % 2 == 1))


def _is_straight(text: str) -> bool:
    return text in {'"', "``", "''"}


def _is_mark(text: str) -> bool:
    return text in _OPENS or text in _CLOSES or _is_straight(text)
