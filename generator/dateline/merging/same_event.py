"""Whether two articles tell one happening.

Evidence for and against is added up: how the dates stand to each other, who takes part (rare names weigh
more), the kind of deed, the words. From :data:`ENOUGH` on, two tellings are one event. Those told in
different ways (as fact, as plan) and those whose dates exclude each other never are.
"""

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from dateline.merging.rarity import Rarity, words_of
from dateline.merging.spans import Fit, fit
from dateline.merging.tellings import Telling, agents_of

ENOUGH = 2.0
_DATES = MappingProxyType({"same": 0.7, "near": 0.4, "within": 0.0, "open": 0.3, "unsaid": -0.4})
_SAME_VERB, _SAME_KIND = 0.7, 0.5
_NAMES, _COVER, _WORDS = 0.5, 0.5, 1.4
_OTHER_DOER = -0.7


class Profile:
    """What two tellings are compared by.

    Args:
        telling: of one article.
        rarity: the weights of names and words.
    """

    def __init__(self, telling: Telling, rarity: Rarity) -> None:
        head = telling.head
        self.telling, self.date, self.kind = telling, telling.date, head.kind
        titled = [m for m in telling.mentions if m.title]
        self.verbs = {m.predicate for m in titled}
        self.tags = {tag for m in titled for tag in m.tags}
        self.agents = {name for m in titled for name in agents_of(m)}
        self.names = {name: rarity.of_name(name) for name in sorted(telling.names)}
        self.words = {w: rarity.of_word(w) for w in sorted(words_of(head.title))}

    @cached_property
    def names_weight(self) -> float:
        """The weight of all names."""
        return sum(self.names.values())

    @cached_property
    def words_weight(self) -> float:
        """The weight of all words."""
        return sum(self.words.values())


@dataclass(frozen=True, slots=True)
class Likeness:
    """The evidence that two tellings are of one happening."""

    dates: Fit
    deed: float
    names: float
    cover: float
    words: float
    other_doer: bool
    shared: tuple[str, ...]

    @property
    def total(self) -> float:
        """All of it together; at least :data:`ENOUGH` for one event."""
        return (
            _DATES[self.dates]
            + self.deed
            + _NAMES * min(self.names, 2.0)
            + _COVER * self.cover
            + _WORDS * self.words
            + (_OTHER_DOER if self.other_doer else 0.0)
        )


def compare(one: Profile, other: Profile) -> Likeness | None:
    """The evidence that two tellings are of one happening; None where they cannot be."""
    dates = fit(one.date, other.date)
    if dates is None or one.kind != other.kind:
        return None
    shared = one.names.keys() & other.names.keys()
    names = sum(one.names[name] for name in sorted(shared))
    least = min(one.names_weight, other.names_weight)
    return Likeness(
        dates=dates,
        deed=_SAME_VERB if one.verbs & other.verbs else _SAME_KIND if one.tags & other.tags else 0.0,
        names=names,
        cover=names / least if least else 0.0,
        words=_likeness(one, other),
        other_doer=bool(one.agents and other.agents and not one.agents & other.agents),
        shared=tuple(sorted(shared)),
    )


def _likeness(one: Profile, other: Profile) -> float:
    """How alike the words of two titles are, 0 to 1 (Dice's measure, weighted)."""
    shared = one.words.keys() & other.words.keys()
    both = one.words_weight + other.words_weight
    return 2 * sum(one.words[word] for word in sorted(shared)) / both if both else 0.0
