"""Articles to events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from types import MappingProxyType
from typing import NamedTuple

from dateline.edtf import Day, parse
from dateline.extraction import read_all
from dateline.garbage import without_collecting
from dateline.merging.canonical import with_names
from dateline.merging.explaining import explain
from dateline.merging.grouping import Group, group
from dateline.merging.importance import NamedDays, name_days, rank, weigh
from dateline.merging.news import find_tellings
from dateline.merging.rarity import Rarity, words_of
from dateline.merging.same_event import Profile, titles_alike
from dateline.merging.spans import span_of
from dateline.merging.tellings import Telling
from dateline.model import Article, Event, Mention, Reading, Source, Speaker
from dateline.names import Names, propose
from dateline.publication import Dating, date_articles, with_late_dates

_NO_NAMES = Names()
_NEWS_WEEK = 7
# From so many tellings on the titles are compared, the first so many of them.
_MANY, _VOICES = 3, 40
# A title that names two says who did what to whom.
_NAMED_ENOUGH = 2
# What a deed of the same kind counts beside the likeness of two titles, what a name in one, what a date, and
# what it counts that a title has more than so few words.
_DEED, _NAME, _SAYS_WHEN, _FULL = 0.5, 0.15, 0.25, 0.15
# From so much on two titles say one thing.
_SAID_ALIKE = 1.0
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a set of articles gives."""

    events: tuple[Event, ...]
    """In order of time; proposals without an id: writing gives them one."""
    names: Names
    """The names known before and those that the articles add."""
    datings: Mapping[str, Dating]
    """When the articles without a date of publication came out, by id."""
    groups: Mapping[Event, Group]
    articles: Mapping[str, Article]

    def explain(self, event: Event) -> str:
        """Why an event is told so, for people."""
        return explain(self.groups[event], event, self.articles)


def build_events(articles: Iterable[Article], jobs: int = 1) -> list[Event]:
    """The events that a set of articles tells, in order of time.

    Args:
        articles: in any order; the result does not depend on it.
        jobs: how many processes may share the reading; the result does not depend on it.

    Returns:
        Proposals without an id: writing gives them one.

    Raises:
        DatelineError: an article cannot be read, as for want of a model of its language; the text names it.
    """
    return list(convert(articles, jobs=jobs).events)


@without_collecting()  # it would look through all readings, again and again
def convert(articles: Iterable[Article], known: Names = _NO_NAMES, *, jobs: int = 1) -> Conversion:
    """All that a set of articles gives: events, names, and the dates of undated articles.

    Args:
        articles: in any order; the result does not depend on it.
        known: the names that people keep.
        jobs: how many processes may share the reading; the result does not depend on it.

    Raises:
        DatelineError: an article cannot be read; the text names it.
    """
    ordered = sorted(read_all(articles, jobs), key=lambda reading: reading.article.id)
    names = propose((naming for reading in ordered for naming in reading.namings), known)
    readings = [with_names(reading, names) for reading in ordered]
    datings = date_articles(readings)
    dated = [
        replace(reading.article, published=dating.published)
        for reading in readings
        if (dating := datings.get(reading.article.id)) and dating.published
    ]
    again = {
        reading.article.id: with_late_dates(with_names(reading, names), datings[reading.article.id])
        for reading in read_all(dated, jobs)
    }
    return merge([again.get(reading.article.id, reading) for reading in readings], names, datings)


def merge(
    readings: Sequence[Reading],
    names: Names = _NO_NAMES,
    datings: Mapping[str, Dating] = MappingProxyType({}),
) -> Conversion:
    """Mentions to events: those that tell one happening become one event with several sources.

    Args:
        readings: one for each article, in order of their ids, names as they are kept.
        names: passed on.
        datings: passed on.
    """
    archive = Merging()
    tellings = [telling for reading in readings for telling in archive.add(reading)]
    articles = {reading.article.id: reading.article for reading in readings}
    merged = archive.merge(tellings, articles)
    importance = rank([each.weight for each in merged], [each.known_to for each in merged])
    events = {
        replace(each.event, importance=level): each.group
        for each, level in zip(merged, importance, strict=True)
    }
    return Conversion(tuple(sorted(events, key=in_time)), names, datings, events, articles)


def in_time(event: Event) -> tuple[tuple[Day, Day, int], str]:
    """What events are sorted by."""
    return parse(event.date).sort_key, event.title


class Merged(NamedTuple):
    """An event before it is ranked among the others of its timeline."""

    event: Event
    group: Group
    weight: float
    known_to: int
    """How many articles tell it or name its day."""


class Merging:
    """The merging of a set of articles: first all are added, then their tellings merged by stretches."""

    def __init__(self) -> None:
        self._rarity = Rarity()
        self._named: NamedDays = {}

    def add(self, reading: Reading) -> list[Telling]:
        """What an article tells, to be merged once all articles are added.

        Args:
            reading: of it, names as they are kept; the articles come in any order.
        """
        tellings = find_tellings(reading)
        named = {p.name: p.kind for m in reading.mentions for p in m.participants if p.named}
        named |= {place: "place" for m in reading.mentions for place in m.places}
        story = frozenset(named)
        for telling in tellings:
            telling.story = story
        self._rarity.add(
            named,
            words_of(reading.article.text),
            {telling.date for telling in tellings if telling.date},
        )
        name_days(reading, self._named)
        return tellings

    def merge(self, tellings: Sequence[Telling], articles: Mapping[str, Article]) -> list[Merged]:
        """The events that some tellings make up.

        Args:
            tellings: all of a stretch of time, in order of the ids of their articles and of `add`.
            articles: those of the tellings, by id; their texts do not count.
        """
        groups = [found for found in group(tellings, self._rarity) if not _is_slight(found.tellings)]
        weights = weigh([found.tellings for found in groups], articles, self._named)
        merged = (
            Merged(_event(found), found, *weight) for found, weight in zip(groups, weights, strict=True)
        )
        return list({each.event: each for each in merged}.values())


def _is_slight(found: Sequence[Telling]) -> bool:
    """Whether only one article tells a happening, beside its news or with too few words to know which."""
    told, *others = (telling for telling in found if not telling.refers)
    return not others and (told.head.slight or told.beside)


def _on_record(speaker: Speaker | None) -> str | None:
    """Who is on record, with who passes it on: "Ana Ruiz, according to Example News"."""
    if speaker is None or speaker.via in {None, speaker.name}:
        return speaker.name if speaker else None
    return f"{speaker.name}, according to {speaker.via}"


def _plainness(voice: Profile, voices: Sequence[Profile]) -> tuple[bool, bool, bool]:
    """Least for a title that tells what was done, is clear, and tells a deed or what others tell, too."""
    head = voice.head
    others = (other for other in voices if other.head.article != head.article)
    states = "statement" in head.tags and not any(_says_same(voice, other) >= _SAID_ALIKE for other in others)
    return head.kind != "happened", head.slight, states


def _named(head: Mention) -> int:
    """How many a title names, as far as it matters."""
    return min(sum(participant.named for participant in head.participants), _NAMED_ENOUGH)


def _says_same(one: Profile, other: Profile) -> float:
    """How alike two titles are, and whether they tell the same kind of deed."""
    return titles_alike(one, other) + _DEED * bool(one.verbs & other.verbs or one.tags & other.tags)


def _spokesman(members: Sequence[Profile]) -> Mention:
    """The mention whose title says what all tell: of many the one most like the others, else the fullest."""
    voices = [m for m in members if m.head.title and not m.telling.refers][:_VOICES]

    def key(voice: Profile) -> tuple[tuple[bool, bool, bool], float]:
        head, likeness = voice.head, 0.0
        if len(voices) >= _MANY:
            likeness = fmean(_says_same(voice, other) for other in voices if other is not voice)
        likeness += _SAYS_WHEN * (head.dated is not None) + _FULL * (len(head.title.split()) > _FEW_WORDS)
        return _plainness(voice, voices), -round(likeness + _NAME * _named(head), 6)

    return min(voices, key=key).head


def _event(group: Group) -> Event:
    """The event of a group: dated by its closest telling, titled by one for all, each mention a source."""
    found = group.tellings
    days, is_news = span_of(found[0].date or ""), found[0].head.dated is None
    best = _spokesman(group.members)
    tell = [telling for telling in found if not telling.refers]
    core = [m for telling in tell for m in telling.core if m.dated or m is telling.head]
    # First the words that the title is made of, then of each article those that tell the event best.
    mentions = [best, *(m for telling in found for m in (telling.head, *telling.mentions))]
    # A passage that tells an event twice over is one source: the mention that says when speaks for it.
    sources: dict[tuple[str, str], Source] = {}
    for m in mentions:
        known = sources.get((m.article, m.passage.text))
        told = span_of(m.date) if m.date else None
        # What is only known to be news is dated by no "since the beginning of the year" beside it.
        dates = told is not None and told.overlaps(days) and (not is_news or told.breadth <= _NEWS_WEEK)
        dated = m.dated if dates else None
        if known is None or (dated and not known.dated):
            sources[m.article, m.passage.text] = Source(
                m.article, m.passage.text, _on_record(m.speaker), dated
            )
    return Event(
        id="",
        date=found[0].date or "",
        title=best.title,
        actors=tuple(dict.fromkeys(p.name for m in core for p in m.participants if p.named)),
        places=tuple(dict.fromkeys(place for m in core for place in m.places)),
        tags=tuple(dict.fromkeys(tag for m in core for tag in m.tags)),
        kind=best.kind,
        sources=tuple(sources.values()),
    )
