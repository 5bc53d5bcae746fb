"""Whether a text is news, which counts from its day of writing, or narrative, which tells a past in order."""

from collections.abc import Sequence
from datetime import date

from dateline.dates.meaning import Clock, Day, Expression, Shift


def is_narrative(expressions: Sequence[Expression], reference: date | None) -> bool:
    """Tell narrative from news by its dates.

    Args:
        expressions: All expressions of the text.
        reference: The day it was written, None if unknown.

    Returns:
        True if most of its dates name years away from the day of writing and few point at that day.
    """
    far = near = deictic = 0
    for expression in expressions:
        meaning = expression.reading.meaning
        if isinstance(meaning, Clock) and meaning.day is not None:
            meaning = meaning.day
        if isinstance(meaning, Day):
            if meaning.year is not None:
                if reference is not None and abs(meaning.year - reference.year) <= 1:
                    near += 1
                else:
                    far += 1
            elif meaning.weekday is not None and meaning.month is None:
                deictic += 1
        elif isinstance(meaning, Shift) and meaning.base == "reference":
            deictic += 1
    return far >= 3 and far > 3 * deictic and far > near
