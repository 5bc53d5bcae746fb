"""How much an event weighs, 1 to 5."""

from collections.abc import Sequence

from dateline.model import Mention

_LEAD = 400


def importance(mentions: Sequence[Mention]) -> int:
    """The weight of an event, from how often and how early in the articles it is told.

    It starts at 2 and gains one each for being told by two articles, by four, and in the opening of one (its
    first 400 characters); a forecast loses one.
    """
    told_by = {m.article for m in mentions}
    leads = any(m.passage.start < _LEAD for m in mentions)
    weight = (
        2 + (len(told_by) >= 2) + (len(told_by) >= 4) + leads - all(m.kind == "forecast" for m in mentions)
    )
    return max(1, min(5, weight))
