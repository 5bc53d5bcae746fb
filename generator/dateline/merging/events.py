"""Articles to events."""

from collections.abc import Iterable, Sequence

from dateline.edtf import parse
from dateline.extraction import read_all
from dateline.merging.grouping import group
from dateline.merging.importance import named_days, weigh
from dateline.merging.news import find_tellings
from dateline.merging.rarity import Rarity, words_of
from dateline.merging.tellings import Telling
from dateline.model import Article, Event, Reading, Source


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
    return merge(read_all(articles, jobs))


def merge(readings: Iterable[Reading]) -> list[Event]:
    """Mentions to events: those that tell one happening become one event with several sources.

    Args:
        readings: one for each article, in any order; the result does not depend on it.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    articles = {reading.article.id: reading.article for reading in ordered}
    tellings = [find_tellings(reading) for reading in ordered]
    groups = group([telling for found in tellings for telling in found], _rarity(ordered, tellings))
    weights = weigh(groups, articles, named_days(ordered))
    events = [_event(found, weight) for found, weight in zip(groups, weights, strict=True)]
    return sorted(events, key=lambda event: (parse(event.date).sort_key, event.title))


def _rarity(readings: Sequence[Reading], tellings: Sequence[Sequence[Telling]]) -> Rarity:
    names = (
        {p.name: p.kind for m in reading.mentions for p in m.participants if p.named}
        | {place: "place" for m in reading.mentions for place in m.places}
        for reading in readings
    )
    words = (words_of(reading.article.text) for reading in readings)
    dates = ({telling.date for telling in found if telling.date} for found in tellings)
    return Rarity(names, words, dates)


def _event(found: Sequence[Telling], importance: int) -> Event:
    """The event of a group: titled and dated by its closest telling, with every mention as a source."""
    best = found[0]
    core = [m for telling in found for m in telling.core if m.dated or m is telling.head]
    mentions = [m for telling in found for m in telling.mentions]
    # A passage that tells an event twice over is one source: the mention that says when speaks for it.
    sources: dict[tuple[str, str], Source] = {}
    for m in mentions:
        known = sources.get((m.article, m.passage.text))
        if known is None or (m.dated and not known.dated):
            speaker = m.speaker.name if m.speaker else None
            sources[m.article, m.passage.text] = Source(m.article, m.passage.text, speaker, m.dated)
    return Event(
        id="",
        date=best.date or "",
        title=best.head.title,
        actors=tuple(dict.fromkeys(p.name for m in core for p in m.participants if p.named)),
        places=tuple(dict.fromkeys(place for m in core for place in m.places)),
        tags=tuple(dict.fromkeys(tag for m in core for tag in m.tags)),
        kind=best.head.kind,
        importance=importance,
        sources=tuple(sources.values()),
    )
