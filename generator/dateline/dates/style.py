"""Whether a text is news, which counts from its day of writing, or narrative, which tells a past in order."""

from collections.abc import Sequence
from datetime import date
from re import Pattern

from dateline.dates.meaning import Clock, Day, Expression, Shift

# News names its own time at least once: a weekday, "today", the day it was published. In WikiWars
# and MEANTIME a narrative has 16 or more dates of the time it tells of for each of those, news at most 6.
_SHARE = 12
# With fewer dates than these a text is taken for news: a few years are background there.
_FEWEST, _FEWEST_FAR = 8, 3
# A text that says what will be so often, once in so many words, is of its own time; the histories say so
# once in 1,200 at most.
_WORDS_AHEAD = 1000


def is_narrative(expressions: Sequence[Expression], reference: date | None, *, looks_ahead: bool) -> bool:
    """Tell narrative from news by its dates.

    Args:
        expressions: All expressions of the text.
        reference: The day it was written, None if unknown.
        looks_ahead: Whether it says what will be.

    Returns:
        True if most of its dates name years away from the day of writing and few point at that day.
    """
    if looks_ahead:
        return False
    far = near = bare = pointing = 0
    for expression in expressions:
        meaning = expression.reading.meaning
        if isinstance(meaning, Clock) and meaning.day is not None:
            meaning = meaning.day
        if isinstance(meaning, Day):
            if meaning.year is not None and reference is not None and abs(meaning.year - reference.year) <= 1:
                near += 1
            elif meaning.year is not None:
                far += 1
            elif (meaning.weekday is not None and meaning.month is None) or meaning.which is not None:
                pointing += 1
            else:
                bare += 1
        elif isinstance(meaning, Shift) and meaning.base == "reference":
            pointing += 1
    own = far + bare
    return far >= _FEWEST_FAR and far > near and own >= max(_FEWEST, _SHARE * (pointing + (near > 0)))


def looks_ahead(text: str, future: Pattern[str]) -> bool:
    """Tell whether a text says often enough what will be to be of its own time.

    Args:
        text: The whole of it.
        future: The words of its language that say so.
    """
    ahead = len(future.findall(text))
    return ahead > 0 and text.count(" ") <= ahead * _WORDS_AHEAD
