"""Articles to events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.edtf import parse
from dateline.extraction import read
from dateline.merging.importance import importance
from dateline.merging.same_event import same_event, span_of
from dateline.merging.undated import place_undated
from dateline.model import Article, Event, Mention, Reading, Source


def build_events(articles: Iterable[Article]) -> list[Event]:
    """The events that a set of articles tells, in order of time.

    Args:
        articles: in any order; the result does not depend on it.

    Returns:
        Proposals without an id: writing gives them one.

    Raises:
        DatelineError: no language model is installed for an article's language.
    """
    return merge([read(article) for article in articles])


def merge(readings: Iterable[Reading]) -> list[Event]:
    """Mentions to events: those that tell one happening become one event with several sources.

    Args:
        readings: one for each article, in any order; the result does not depend on it.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    mentions = [mention for reading in ordered for mention in reading.mentions]
    by_id = {reading.article.id: reading.article for reading in ordered}
    dated = _groups([m for m in mentions if m.date is not None])
    told = place_undated(dated, [m for m in mentions if m.date is None], by_id)
    events = [_event(group) for group in told]
    return sorted(events, key=lambda event: (parse(event.date).sort_key, event.title))


def _groups(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions by event: each joins the first group that it agrees with throughout.

    So no chain of likenesses joins what differs.
    """
    groups: list[list[Mention]] = []
    by_deed: dict[str, list[list[Mention]]] = defaultdict(list)
    for mention in mentions:
        keys = [*mention.tags, mention.predicate]
        nearby = [group for key in keys for group in by_deed[key]]
        home = next((group for group in nearby if all(same_event(mention, other) for other in group)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(mention)
        for key in keys:
            if not any(group is home for group in by_deed[key]):
                by_deed[key].append(home)
    return groups


def _event(mentions: Sequence[Mention]) -> Event:
    best = min(
        mentions, key=lambda m: (m.dated is None, _breadth(m.date), -len(m.participants), len(m.title))
    )
    # What was said of the event elsewhere in the article adds words to it, not people.
    core = [best, *(m for m in mentions if m.dated)]
    people = [p.name for m in core for p in m.participants if p.named]
    places = [name for m in core for name in m.places]
    sources = [
        Source(m.article, m.passage.text, m.speaker.name if m.speaker else None, m.dated) for m in mentions
    ]
    return Event(
        id="",
        date=best.date or "",
        title=best.title,
        actors=tuple(dict.fromkeys(people)),
        places=tuple(dict.fromkeys(places)),
        tags=tuple(dict.fromkeys(tag for m in core for tag in m.tags)),
        kind=best.kind,
        importance=importance(mentions),
        sources=tuple(dict.fromkeys(sources)),
    )


def _breadth(date: str | None) -> int:
    """How many days a date covers; open ends count as a century."""
    days = span_of(date).days if date else None
    return 36_525 if days is None else days
