"""One article's mentions to its tellings: each all that the article says of one happening."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dateline.merging.spans import fit, span_of
from dateline.model import Mention

# How far apart two passages are of which the one goes on with the other, in characters.
_NEXT = 3
# Of 100; titles above it say the same in nearly the same words.
_SAME_WORDS = 88


@dataclass(slots=True)
class Telling:
    """What one article tells of one happening."""

    core: list[Mention]
    """The mentions that name the happening."""
    date: str | None
    """EDTF; None where the article gives no way to know."""
    details: list[Mention] = field(default_factory=list)
    """Mentions that add to it: what was said of it, how it was."""
    not_after: int | None = None
    """The number of the last day on which it can have been, as :class:`Span` counts, where that is known."""
    names: set[str] = field(default_factory=set)
    """Who and what takes part, by name."""
    refers: bool = False
    """Whether it takes the happening for known, so that it can only join those who tell it."""
    beside: bool = False
    """Whether it is beside the news of its article."""
    story: frozenset[str] = frozenset()
    """All that its article names, one set for all tellings of the article."""

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.core[0].article

    @property
    def head(self) -> Mention:
        """The mention that tells it best."""
        return min(self.core, key=_plainness)

    @property
    def mentions(self) -> list[Mention]:
        """All of them, in the order of the text."""
        return sorted([*self.core, *self.details], key=lambda m: m.passage.start)

    def add(self, mention: Mention) -> None:
        """Take in a mention that names the happening; one without a title can only add to it."""
        if mention.title:
            self.core.append(mention)
            self.names |= names_of(mention)
        else:
            self.details.append(mention)


def dated_tellings(mentions: Iterable[Mention]) -> list[Telling]:
    """What an article dates by itself: its dated mentions by happening."""
    tellings: list[Telling] = []
    mentions = list(mentions)
    # Those without a title come last, since they can only add.
    for mention in sorted((m for m in mentions if m.date), key=lambda m: not m.title):
        home = next((t for t in tellings if _tells_more(mention, t)), None)
        if home is None and not mention.title:
            # What an article tells of the one thing that it dates to a day.
            of_day = [t for t in tellings if fit(mention.date, t.date) == "same"]
            alone = len(of_day) == 1 and _shares_words(mention, of_day[0])
            home = of_day[0] if alone and not _another_hour(mention, of_day[0]) else None
        if home is None:
            home = Telling([], mention.date)
            if not mention.title and (occasion := _occasion(mention, mentions)):
                home.add(occasion)
            elif not mention.title:
                continue
            tellings.append(home)
        elif span_of(mention.date or "").breadth < span_of(home.date or "").breadth:
            home.date = mention.date
        home.add(mention)
    return [telling for telling in tellings if not any(_outdates(other, telling) for other in tellings)]


def _outdates(one: Telling, other: Telling) -> bool:
    """Whether one gives a later day for a death: nobody dies twice, so the first death was another's."""
    first, last = span_of(one.date or "").first, span_of(other.date or "").last
    later = first is not None and last is not None and first > last
    return later and any(
        m.predicate == n.predicate == "die" and same_death(m, n) for m in one.core for n in other.core
    )


def _another_hour(mention: Mention, telling: Telling) -> bool:
    """Whether a mention is of another hour of the same day."""
    one, other = mention.date or "", telling.date or ""
    return "T" in one and "T" in other and one != other


def _shares_words(mention: Mention, telling: Telling) -> bool:
    """Whether a mention speaks of somebody or something that a telling speaks of."""
    said = {word for m in telling.core for word in m.words}
    return bool(said & set(mention.words) or telling.names & (names_of(mention) | speakers_of(mention)))


def _occasion(said: Mention, mentions: Iterable[Mention]) -> Mention | None:
    """The occasion at which something was said on a day: told right after, of the same person."""
    speakers = speakers_of(said)
    return next(
        (
            m
            for m in mentions
            if m.title
            and m.date is None
            and 0 < m.passage.start - said.passage.end <= _NEXT
            and "meeting" in m.tags
            and speakers & agents_of(m)
        ),
        None,
    )


def _tells_more(mention: Mention, telling: Telling) -> bool:
    stands = fit(mention.date, telling.date)
    if stands not in {"same", "within"}:
        return False
    if not mention.title:
        same = stands == "same" or any(m.kind == mention.kind and same_deed(mention, m) for m in telling.core)
        return same and bool(telling.names & names_of(mention))
    return all(
        m.kind == mention.kind
        and (same_death(mention, m) or (same_deed(mention, m) and same_people(mention, m)))
        for m in telling.core
    )


def names_of(mention: Mention) -> set[str]:
    """The names of who and what takes part in a mention."""
    return {p.name for p in mention.participants if p.named} | set(mention.places)


def same_deed(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell the same kind of deed: the same verb, tag, or nearly the same words."""
    if one.predicate == other.predicate or fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS:
        return True
    return bool(set(one.tags) & set(other.tags))


def same_people(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one article share who took part, and do not name different doers."""
    mine, theirs = names_of(one), names_of(other)
    if not mine or not theirs:
        return fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS
    doers, others = agents_of(one), agents_of(other)
    if doers and others and not doers & others:
        return False
    shared = len(mine & theirs)
    return shared >= 2 or (shared == min(len(mine), len(theirs)) and one.predicate == other.predicate)


def same_death(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell that somebody died, which nobody does twice."""
    return bool(_dead_of(one) & _dead_of(other))


def _dead_of(mention: Mention) -> set[str]:
    """The names of those who die in a mention."""
    dies, killed = mention.predicate == "die", "killing" in mention.tags
    if mention.kind != "happened" or not (dies or killed):
        return set()
    return {p.name for p in mention.participants if p.named and p.role == ("agent" if dies else "patient")}


def speakers_of(mention: Mention) -> set[str]:
    """The names of those who say what a mention tells."""
    return agents_of(mention) | ({mention.speaker.name} if mention.speaker else set())


def agents_of(mention: Mention) -> set[str]:
    """The names of those who act in a mention."""
    return {p.name for p in mention.participants if p.named and p.role == "agent"}


def _plainness(mention: Mention) -> tuple[bool, bool, int, int, int]:
    breadth = span_of(mention.date).breadth if mention.date else 0
    return (mention.slight, mention.dated is None, breadth, -len(mention.participants), len(mention.title))
