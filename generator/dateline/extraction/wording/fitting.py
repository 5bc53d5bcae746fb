"""The pieces of a title, and which of them go when there is no room for all."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

# How much a piece is missed that a title cannot do without, and one that is most of what it says.
NEEDED, CONTENT = 9, 8
# How many characters a title has: what is little missed goes beyond the first, the rest beyond the second.
COMFORTABLE = 76
LONGEST = 90
_LITTLE = 3
# How much is missed what only describes a needed piece.
_SHORTENED = 6


class Part(NamedTuple):
    """A piece of a title and how much it is missed when it goes."""

    text: str
    weight: int = NEEDED
    short: tuple[str, ...] = ()
    """What to say where that is too long, in fewer and fewer words."""
    told: bool = False
    """Whether it is what somebody said."""
    inner: "tuple[Part, ...]" = ()
    """What follows it and goes with it, or before it: "from Norvia" of "to buy ships from Norvia"."""

    def mapped(self, change: Callable[[str], str]) -> "Part":
        """The piece, and all that goes with it, with its words changed."""
        short, inner = map(change, self.short), (part.mapped(change) for part in self.inner)
        return self._replace(text=change(self.text), short=tuple(short), inner=tuple(inner))

    def __str__(self) -> str:
        return " ".join([self.text, *map(str, self.inner)])


def fit(subject: str, parts: Sequence[Part], *, shorter: str | None = None, room: int = LONGEST) -> str:
    """Subject and parts in order, the least needed pieces dropped until they fit a title.

    Args:
        subject: how it begins.
        parts: what follows; of equal weight the last goes first, since the first belongs to the verb most.
        shorter: a shorter form of the subject, for when dropping what is little missed is not enough.
        room: how many characters there are; where needed pieces take more, the result is longer.
    """
    kept = tuple(parts)
    while True:
        length = len(subject) + sum(1 + len(str(part)) for part in kept)
        lighter = min(_lighter(kept), key=lambda each: each[0], default=None)
        little = lighter is not None and lighter[0] <= _LITTLE
        if length <= min(room, COMFORTABLE if little else room):
            break
        if shorter and not little:
            subject, shorter = shorter, None
        elif lighter is not None:
            kept = lighter[1]
        else:
            break
    return " ".join([subject, *map(str, kept)])


def _lighter(parts: tuple[Part, ...]) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Every way to say less by a piece, and how much that is missed; of equal weight the last first."""
    for at in reversed(range(len(parts))):
        part = parts[at]
        for weight, inner in _lighter(part.inner):
            less = part._replace(inner=inner)
            yield min(weight, part.weight), (*parts[:at], less, *parts[at + 1 :])
        if part.short:
            short = part._replace(text=part.short[0], short=part.short[1:])
            yield min(part.weight, _SHORTENED), (*parts[:at], short, *parts[at + 1 :])
        elif part.weight < NEEDED:
            yield part.weight, (*parts[:at], *parts[at + 1 :])
