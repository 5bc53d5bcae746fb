"""English numbers: their words added up."""

from typing import cast

from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Mod
from dateline.dates.rules import Hit

_COUNTING = {
    KINDS[name]
    for name in ("DAY", "TWO", "NUMBER", "DECIMAL", "YEAR", "CARDINAL", "HUNDRED", "NTH", "ORDINAL")
}
_HALF = KINDS["HALF"]


def number(hit: Hit, group: str) -> float:
    """Add up the number words of a group.

    Args:
        hit: What a rule matched.
        group: The group that holds the number: figures or words, "and a half" included.

    Returns:
        The number; 1 for a group without number words ("a", "the").
    """
    first, after = hit.span(group)
    total = 0.0
    for place in range(first, after):
        kind, value = hit.tokens.kinds[place], hit.tokens.values[place]
        if kind == _HALF:
            total += 0.5
        elif kind in _COUNTING:
            amount = float(value)
            # "hundred" and "thousand" multiply what stands before them, all other words add to it.
            total = total * amount if amount >= 100 and 0 < total < amount else total + amount
    return total or 1.0


def plain(amount: float) -> str:
    """Returns the number as TIMEX3 writes it: ``2``, ``2.5``."""
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def mod_of(hit: Hit) -> Mod | None:
    """Returns what the words before an amount say about it: "more than", "nearly"."""
    if not hit.has("mod"):
        return None
    values = (str(hit.tokens.values[place]) for place in range(*hit.span("mod")))
    return cast("Mod | None", next((value for value in values if value), None))
