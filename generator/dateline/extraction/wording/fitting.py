"""The pieces of a title, and which of them go when there is no room for all."""

from collections.abc import Sequence
from typing import NamedTuple

# Where a title grows longer than this, what is least missed goes.
COMFORTABLE = 76
NEEDED = 9
# So long a title may be before what it needs is said shorter.
_UTMOST = 90


class Part(NamedTuple):
    """A piece of a title and how much it is missed when it goes."""

    text: str
    weight: int = NEEDED
    short: str | None = None
    """What to say where that is too long."""
    told: bool = False
    """Whether it is what somebody said."""


def fit(subject: str, parts: Sequence[Part], *, shorter: str | None = None, room: int = COMFORTABLE) -> str:
    """Subject and parts in order, the least needed parts dropped until they fit a title.

    Args:
        subject: how it begins.
        parts: what follows; of equal weight the last goes first, since the first belongs to the verb most.
        shorter: a shorter form of the subject, for when dropping parts is not enough.
        room: how many characters there are; where needed parts take more, the result is longer. With the
            usual room, what is needed is said shorter only where a title would else be too long to be one.
    """
    kept = list(parts)
    while len(text := " ".join([subject, *(p.text for p in kept)])) > room:
        optional = [at for at in reversed(range(len(kept))) if kept[at].weight < NEEDED]
        long = [at for at in reversed(range(len(kept))) if _can_shorten(kept[at])]
        if optional:
            at = min(optional, key=lambda each: kept[each].weight)
            kept[at : at + 1] = [_shortened(kept[at])] if _can_shorten(kept[at]) else []
        elif long and (room < COMFORTABLE or len(text) > _UTMOST):
            kept[long[0]] = _shortened(kept[long[0]])
        else:
            return fit(shorter, parts, room=room) if shorter and shorter != subject else text
    return text


def _can_shorten(part: Part) -> bool:
    return bool(part.short) and part.short != part.text


def _shortened(part: Part) -> Part:
    return part._replace(text=part.short or "", short=None)
