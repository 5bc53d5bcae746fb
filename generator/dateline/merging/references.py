"""Which happening a reference means: one told in its own article, or an event of others.

A reference means what is told of the same deed (a verb and the noun made from it are one) in words and names
that it repeats: "her third period of medical leave" is told by "she goes on medical leave". The evidence is
how alike the deeds are, how much of the reference is told there, by weight, and whether the times agree: the
features of pairwise event coreference (head lemma, overlap of arguments, time; Cybulska and Vossen 2015).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.merging.rarity import words_of
from dateline.merging.spans import span_of
from dateline.model import Mention

# How alike the deeds are: one verb; another verb for it, or its noun among the words; or only the same kind.
SAME, NAMED, ALIKE = 1.0, 0.8, 0.5
# How much of a reference must be told, and how much that must weigh.
_COVER = {SAME: 0.5, NAMED: 0.6, ALIKE: 0.75}
_WEIGHT = {SAME: 0.7, NAMED: 0.9, ALIKE: 1.2}
# What it says that both name one day, or that the one time lies in the other.
DAY, TIME = 1.2, 0.4
# With the same day and a deed that is only alike, so much of a reference must be told.
_DAY_COVER = 0.3
# How far off the mark a time may be that is only counted, as a share of it.
_SLACK = 0.15
# Of two happenings that a reference may mean, the one must fit so much better than the other.
MARGIN = 0.25


def said_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The stems of the words that tell a happening, the names of those who take part among them."""
    told = ((m.title, *m.words, *(p.name for p in m.participants)) for m in mentions)
    return words_of(" ".join(" ".join(each) for each in told))


def sense_of(reference: Mention) -> frozenset[str]:
    """The stems of the words of a reference, names among them, without that of the deed itself."""
    named = (p.name for p in reference.participants if p.named)
    words = (reference.title,) if reference.title else reference.words
    deed = tuple(deed_words(reference))  # "lends" is "lend", too
    return frozenset(word for word in words_of(" ".join((*words, *named))) if not word.startswith(deed))


def deed_likeness(reference: Mention, told: Iterable[Mention], said: frozenset[str]) -> float:
    """How alike what a reference names is to what some mentions tell: :data:`SAME` and so on, or 0.

    Args:
        reference: whose deed is looked for.
        told: mentions of one happening.
        said: their words, as :func:`said_of` gives them.
    """
    told = list(told)
    if any(m.predicate == reference.predicate for m in told):
        return SAME
    if any(set(m.deeds) & set(reference.deeds) for m in told):
        return NAMED
    if deed_words(reference) & said:
        return NAMED
    return ALIKE if any(set(m.tags) & set(reference.tags) for m in told) else 0.0


def is_when(reference: str, told: str) -> bool:
    """Whether a happening of one date can be what a reference puts at another."""
    mine, other = span_of(reference), span_of(told)
    if not mine.approximate or mine.days is None:
        return mine.overlaps(other)
    return mine.widened(max(1, round(mine.days * _SLACK))).overlaps(other)


def deed_words(reference: Mention) -> frozenset[str]:
    """The stems of the words that name the deed: the noun itself and the verb it is made from."""
    noun = () if reference.title else reference.words[:1]  # what has a title may open with somebody else
    return words_of(" ".join((reference.predicate, *noun)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The evidence that a reference means a happening."""

    deed: float
    cover: float
    """How much of the reference is told of it, 0 to 1, by weight."""
    weight: float
    """How much that weighs."""
    when: float
    """What it says that the reference has a date and it was then: :data:`DAY`, :data:`TIME` or 0."""
    shared: tuple[str, ...]
    """The names that both have."""

    @property
    def total(self) -> float:
        """All of it together."""
        return self.deed + self.cover + 0.5 * min(self.weight, 2.0) + self.when

    @property
    def suffices(self) -> bool:
        """Whether the reference may mean it, unless it fits another as well."""
        if self.when == DAY and (self.deed != ALIKE or self.cover >= _DAY_COVER):
            return True
        return self.cover >= _COVER[self.deed] and self.weight + self.when >= _WEIGHT[self.deed]
