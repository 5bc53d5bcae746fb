"""Whether two articles tell one happening.

Evidence for and against is added up: how the dates stand to each other, who takes part (rare names weigh
more), the kind of deed, the words. From :data:`ENOUGH` on, two tellings are one event. Those told in
different ways (as fact, as plan), those whose dates exclude each other, and those that nothing ties together
but a day, or a doer and a wide date, never are. The weights are those of a logistic regression on pairs of
tellings of the development half of tests/evaluation/newsroom, rounded.
"""

import math
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from dateline.merging.rarity import Rarity, words_of
from dateline.merging.references import (
    ALIKE,
    DAY,
    TIME,
    Meaning,
    deed_likeness,
    deed_words,
    is_when,
    said_of,
    sense_of,
)
from dateline.merging.spans import Fit, fit, span_of
from dateline.merging.tellings import Telling, agents_of

ENOUGH = 2.8
_DATES = MappingProxyType({"same": 1.4, "near": 0.3, "within": 1.1, "open": 1.0, "unsaid": 0.0})
# What it adds that both name one day, and what more if few articles name it.
_ONE_DAY, _RARE_DAY = 1.2, 1.0
# What it takes away that so many times as many articles tell of the day, in powers of e.
_CROWDED, _FEW = 0.35, 4
# What it takes away that one only has the day the news came out.
_NEWS_DAY = -1.0
_SAME_VERB, _SAME_KIND = 0.9, 0.6
# Of these kinds are deeds too unlike to be one for that alone: a man is jailed, a merger is ruled against;
# and of one day much is said.
_BROAD = frozenset({"justice", "statement"})
_NAMES, _COVER, _TITLE, _TEXT = 0.8, 1.2, 1.0, 1.5
# Different doers may be two names of one, or parts of one event; with nobody in common they hardly are.
_OTHER_DOER, _STRANGERS = -0.4, -1.4
# Where the dates decide little, this much of names must be shared.
_TIE = 0.8
# Or so much of the words: two outlets print one report.
_SAME_TITLE, _SAME_TEXT = 0.8, 0.5
# Where a date is wider than this many days, the deed must be one, or the titles share words that weigh so
# much beside names: a president does much in a week. Where few articles tell of the time, it suffices that
# somebody takes part in both, unless both dates are wider than so many days: a firm does much in a quarter.
_WIDE, _BESIDE, _LONG = 3, 0.3, 31
# So many names in common tie two of a wide date whose doers differ and whose deeds are only of one kind.
_PAIR = 2
# How alike the words of two passages must be to tie two tellings of one day.
_SPEAKS_OF_SAME = 0.11
# How alike what two articles name must be for them to tell one story.
_ONE_STORY = 0.15
# What a shared name says of a reference beside its words, and what it says that the deed is rare.
_SHARED, _DEED = 0.5, 0.5


class Profile:
    """What two tellings are compared by.

    Args:
        telling: of one article.
        rarity: the weights of names and words.
    """

    def __init__(self, telling: Telling, rarity: Rarity) -> None:
        self.telling, self.date, self._rarity = telling, telling.date, rarity
        self.head = head = telling.head
        self.kind = head.kind
        self.verbs = {m.predicate for m in telling.core}
        self.deeds = {deed for m in telling.core for deed in m.deeds}
        self.tags = {tag for m in telling.core for tag in m.tags}
        self.agents = {name for m in telling.core for name in agents_of(m)}
        self.names = {name: rarity.of_name(name) for name in sorted(telling.names)}
        self.words = {w: rarity.of_word(w) for w in sorted(words_of(head.title))}
        self.day = self._of_day(telling.date) if telling.date else 0.0

    def _of_day(self, date: str) -> float:
        """What it says that another tells of the same day."""
        crowd = math.log(max(1.0, self._rarity.crowd_of(date) / _FEW))
        return _ONE_DAY + _RARE_DAY * self._rarity.of_day(date) - _CROWDED * crowd

    @cached_property
    def is_day(self) -> bool:
        """Whether its date is one day."""
        return self.date is not None and span_of(self.date).days == 1

    @cached_property
    def people(self) -> set[str]:
        """The persons and organisations that take part, by name."""
        taking_part = (p for m in self.telling.core for p in m.participants)
        return {p.name for p in taking_part if p.named and p.kind != "place"}

    @cached_property
    def is_quiet(self) -> bool:
        """Whether few articles tell of its date."""
        return self.date is not None and self._rarity.crowd_of(self.date) <= _FEW

    def is_before(self, other: "Profile") -> bool:
        """Whether it was told before the other had happened."""
        out, start = self.telling.not_after, span_of(other.date).first if other.date else None
        return out is not None and start is not None and out < start

    @cached_property
    def is_news(self) -> bool:
        """Whether it is only known to be the news of its day."""
        return self.date is not None and span_of(self.date).approximate

    @cached_property
    def names_weight(self) -> float:
        """The weight of all names."""
        return sum(self.names.values())

    @cached_property
    def words_weight(self) -> float:
        """The weight of the words of its title."""
        return sum(self.words.values())

    @cached_property
    def story(self) -> dict[str, float]:
        """All that its article names with the weights."""
        return {name: self._rarity.of_name(name) for name in sorted(self.telling.story)}

    @cached_property
    def story_length(self) -> float:
        """The length of what its article names as a vector of weighted names."""
        return _length(self.story)

    @cached_property
    def text(self) -> dict[str, float]:
        """The words of its passage with their weights."""
        passage = self.head.passage
        return {word: self._rarity.of_word(word) for word in sorted(words_of(passage.text))}

    @cached_property
    def said(self) -> frozenset[str]:
        """The words that tell it."""
        return said_of(self.telling.core)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The words of its title, and the names of those who take part."""
        return words_of(" ".join((self.head.title, *sorted(self.names))))

    @cached_property
    def beside(self) -> set[str]:
        """The words of its title that are no part of a name."""
        return self.words.keys() - words_of(" ".join(self.names))

    @cached_property
    def sense(self) -> dict[str, float]:
        """Of a reference, the words beside the deed with their weights."""
        return {word: self._rarity.of_word(word) for word in sorted(sense_of(self.head))}

    @cached_property
    def deed_rarity(self) -> float:
        """How rare the words are that name the deed of a reference."""
        return max((self._rarity.of_word(word) for word in deed_words(self.head)), default=0.0)

    @cached_property
    def text_length(self) -> float:
        """The length of its passage as a vector of weighted words."""
        return _length(self.text)


class Likeness(NamedTuple):
    """The evidence that two tellings are of one happening."""

    dates: Fit
    is_wide: bool
    """Whether a date leaves room for many happenings."""
    is_quiet: bool
    """Whether few articles tell of the time, which is no long one, and somebody takes part in both."""
    one_day: float
    """0 unless both name one day; then the more, the fewer articles tell of it."""
    news_day: bool
    """Whether one has no date but that of the day the news came out."""
    deed: float
    names: float
    cover: float
    """What share of the names of the one with fewer is shared, by weight."""
    title: float
    beside: float
    """The weight of the words that both titles have beside the names of those who take part."""
    text: float
    other_doer: bool
    shared: tuple[str, ...]
    """The names that both have."""
    one_article: bool
    """Whether one article tells both, which then are mostly two happenings."""
    one_story: bool
    """Whether they name somebody in common, or their articles name enough that is alike."""

    @property
    def total(self) -> float:
        """All of it together; at least :data:`ENOUGH` for one event."""
        return (
            _DATES[self.dates]
            + (self.one_day if not self.news_day else _NEWS_DAY)
            + self.deed
            + _NAMES * min(self.names, 2.0)
            + _COVER * self.cover
            + _TITLE * self.title
            + _TEXT * self.text
            + (0.0 if not self.other_doer else _OTHER_DOER if self.shared else _STRANGERS)
        )

    @property
    def is_one_event(self) -> bool:
        """Whether the evidence suffices."""
        return self.total >= ENOUGH and self._is_tied

    @property
    def _is_tied(self) -> bool:
        if self.one_article and not (self.deed and self.names) and self.title < _SAME_TITLE:
            return False
        if _decides_little(self.dates) or self.news_day:
            same_words = self.title >= _SAME_TITLE and self.text >= _SAME_TEXT and self.dates != "unsaid"
            return same_words or (self.deed > 0 and self.names >= _TIE)
        alike = self.deed > 0 or self.beside >= _BESIDE or self.is_quiet
        if self.is_wide:
            # Two who meet in January need not be who meets whom on the 11th, for all that one of them does.
            return alike and not (self.other_doer and self.deed <= _SAME_KIND and len(self.shared) < _PAIR)
        if self.title >= _SAME_TITLE or self.text >= _SAME_TEXT:
            return True
        # Of the many articles of one day most tell of other things.
        return (alike or self.text >= _SPEAKS_OF_SAME) and (self.names >= _TIE or self.one_story)


def can_be_tied(one: Profile, other: Profile) -> bool:
    """Whether two tellings share what one event takes at the least, which is quick to see.

    False only where :func:`compare` finds no one event.
    """
    dates = fit(one.date, other.date)
    if dates is None:
        return False
    if not (_decides_little(dates) or one.is_news or other.is_news):
        return True
    if not one.names.keys().isdisjoint(other.names):
        return True
    return dates != "unsaid" and not one.words.keys().isdisjoint(other.words)


def compare(one: Profile, other: Profile) -> Likeness | None:
    """The evidence that two tellings are of one happening; None where they cannot be."""
    dates = fit(one.date, other.date)
    if dates is None or one.is_before(other) or other.is_before(one):
        return None
    if one.kind != other.kind and not _came_true(one, other, dates):
        return None
    shared = _shared(one.names, other.names)
    names = sum(one.names[name] for name in shared)
    least = min(one.names_weight, other.names_weight)
    breadths = [span_of(date).breadth if date else 0 for date in (one.date, other.date)]
    return Likeness(
        dates=dates,
        is_wide=max(breadths) > _WIDE,
        is_quiet=one.is_quiet
        and other.is_quiet
        and min(breadths) <= _LONG
        and not one.people.isdisjoint(other.people),
        one_day=one.day if dates == "same" and one.is_day else 0.0,
        news_day=one.is_news or other.is_news,
        deed=_deed(one, other),
        names=names,
        cover=names / least if least else 0.0,
        title=titles_alike(one, other),
        beside=sum(one.words[word] for word in _shared(one.words, other.words) if word in one.beside),
        text=_cosine(one.text, one.text_length, other.text, other.text_length),
        other_doer=bool(one.agents and other.agents and not one.agents & other.agents),
        shared=tuple(shared),
        one_article=one.telling.article == other.telling.article,
        one_story=bool(names) or _of_one_story(one, other),
    )


def _came_true(one: Profile, other: Profile, dates: Fit) -> bool:
    """Whether one tells as planned for a day the deed that the other tells as done on it, by the same."""
    kinds = {one.kind, other.kind}
    named = any(one.names[name] for name in _shared(one.names, other.names))
    same = dates == "same" and one.is_day and bool(one.verbs & other.verbs or one.deeds & other.deeds)
    return kinds == {"planned", "happened"} and same and named


def _decides_little(dates: Fit) -> bool:
    return dates in {"unsaid", "near"}


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """What both have; in order where they are."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return [each for each in few if each in many]


def _deed(one: Profile, other: Profile) -> float:
    """What it says that the deeds are alike; of one day much is said, by the same and of the same kind."""
    said = "statement" in one.tags and "statement" in other.tags
    if one.verbs & other.verbs:
        return _SAME_VERB if not said else 0.0
    return _SAME_KIND if (one.tags & other.tags) - _BROAD or one.deeds & other.deeds else 0.0


def meaning(reference: Profile, told: Profile) -> Meaning | None:
    """The evidence that a reference means what another article tells; None where it cannot.

    It lies before the article of the reference came out, and at the time that its words give, if any.
    """
    head, known = reference.head, told.date
    if known is None or told.kind != head.kind or reference.is_before(told):
        return None
    if reference.date is not None and not is_when(reference.date, known):
        return None
    wide = span_of(reference.date).breadth if reference.date else 0
    if not reference.telling.refers and span_of(known).breadth >= wide:
        return None
    said = told.said if reference.telling.refers else told.titled
    deed = deed_likeness(head, told.telling.core, said)
    if not deed:
        return None
    repeated = [word for word in reference.sense if word in said]
    if deed == ALIKE and not (reference.telling.refers or reference.beside.intersection(repeated)):
        return None  # of what one body bought and sold in a year, a name is no sign which is meant
    whole = sum(reference.sense.values())
    named = _DEED * reference.deed_rarity if deed != ALIKE else 0.0
    weight = sum(reference.sense[word] for word in repeated)
    shared = reference.names.keys() & told.names.keys()
    if reference.names and told.names and not shared and not repeated:
        return None
    if not shared and not _of_one_story(reference, told):
        return None
    return Meaning(
        deed=deed,
        cover=weight / whole if whole else float(reference.is_day),
        weight=weight + named + _SHARED * sum(reference.names[name] for name in sorted(shared)),
        when=0.0 if reference.date is None else DAY if _is_one_day(reference, told) else TIME,
        shared=tuple(sorted(shared)),
    )


def _is_one_day(one: Profile, other: Profile) -> bool:
    return one.is_day and other.is_day and not one.is_news and fit(one.date, other.date) == "same"


def _of_one_story(one: Profile, other: Profile) -> bool:
    """Whether what two articles name is enough alike, as far as both name anything."""
    if not (one.story and other.story) or one.telling.article == other.telling.article:
        return True
    return _cosine(one.story, one.story_length, other.story, other.story_length) >= _ONE_STORY


def titles_alike(one: Profile, other: Profile) -> float:
    """How alike the words of two titles are, 0 to 1 (Dice's measure, weighted)."""
    shared = _shared(one.words, other.words)
    both = one.words_weight + other.words_weight
    return 2 * sum(one.words[word] for word in shared) / both if both else 0.0


def _cosine(one: Mapping[str, float], length: float, other: Mapping[str, float], its: float) -> float:
    """How alike two vectors are, 0 to 1 (the cosine), given their lengths."""
    shared = sum(one[each] * other[each] for each in _shared(one, other))
    return shared / (length * its) if length and its else 0.0


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))
