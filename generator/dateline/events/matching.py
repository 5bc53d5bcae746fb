"""Which event of an earlier run a proposal continues, by the mentions they share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from dateline.events.source_merging import ALIKE, likeness


@dataclass(frozen=True, slots=True)
class Telling:
    """What a proposal is, or an event was when last proposed."""

    mentions: frozenset[str]
    fields: Mapping[str, Any]
    """With ``date`` and ``title``, if it was ever proposed."""


@dataclass(frozen=True, slots=True)
class Known(Telling):
    """An event of an earlier run, or of a person."""

    id: str
    closed: bool
    """A person changed or deleted it: nothing else is to be made of its mentions."""
    barred: bool
    """A person deleted or rejected it: nothing at all is to be made of its mentions."""
    generated: bool
    """It was proposed before."""
    home: str | None
    """The event into which a person merged it."""
    joined: bool
    """A person merged another into it."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What becomes of each proposal, by its number; one that is in neither is new."""

    continues: dict[int, str]
    """The ids that proposals go on as, each id once."""
    joins: dict[int, str]
    """The ids of closed events that proposals only add their sources to."""


def match(proposals: Sequence[Telling], known: Sequence[Known]) -> Matching:
    """Give each proposal the event it continues.

    Two events may share a mention, since a sentence can tell two happenings; then what was proposed before,
    the date and the likeness of the titles decide.

    Args:
        proposals: What is told now.
        known: What is there.
    """
    pairs = _pairs(proposals, known)
    continues: dict[int, str] = {}
    taken: set[str] = set()

    def settle(pairs: Iterable[tuple[int, int]]) -> None:
        for number, event in sorted(pairs, key=lambda pair: _rank(pair, proposals, known)):
            if number not in continues and known[event].id not in taken:
                continues[number] = known[event].id
                taken.add(known[event].id)

    settle(pairs)
    left: dict[int, list[Known]] = defaultdict(list)
    for number, event in pairs:
        if number not in continues:
            left[number].append(known[event])
    homes = {number: _joined(proposals[number], events) for number, events in left.items()}
    joins = {number: event for number, event in homes.items() if event is not None}
    fresh = [number for number in range(len(proposals)) if number not in {*continues, *joins}]
    settle(_corrected(proposals, fresh, known, [n for n, event in enumerate(known) if event.id not in taken]))
    return Matching(continues, joins)


def _joined(told: Telling, sharing: Sequence[Known]) -> str | None:
    """The event that a proposal without one of its own belongs to.

    What a person joined is not parted again, and what she took out does not come back in parts.
    """
    for event in sharing:
        if event.home is not None or event.joined or (event.closed and _same(told, event)):
            return event.home or event.id
    barred = [event for event in sharing if event.barred]
    if told.mentions <= frozenset().union(*(event.mentions for event in barred)):
        return barred[0].id
    return None


def _corrected(
    proposals: Sequence[Telling], fresh: Sequence[int], known: Sequence[Known], lost: Sequence[int]
) -> set[tuple[int, int]]:
    """Which of the proposals and events given share a telling whose words or dating have changed a little."""
    sources: dict[str, list[tuple[int, Mapping[str, str]]]] = defaultdict(list)
    for event in lost:
        for source in known[event].fields["sources"] or ():
            sources[source.get("article", "")].append((event, source))
    return {
        (number, event)
        for number in fresh
        for source in proposals[number].fields["sources"]
        for event, before in sources.get(source.get("article", ""), ())
        if likeness(source, before) >= ALIKE
    }


def _pairs(proposals: Sequence[Telling], known: Sequence[Known]) -> list[tuple[int, int]]:
    """Which share a mention, as numbers of proposal and event."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(known):
        for key in event.mentions:
            holders[key].append(number)
    return sorted(
        {(n, event) for n, told in enumerate(proposals) for key in told.mentions for event in holders[key]}
    )


def _rank(
    pair: tuple[int, int], proposals: Sequence[Telling], known: Sequence[Known]
) -> tuple[int, bool, bool, bool, float, str, int]:
    """Sorts the best pairs first."""
    number, event = pair
    told, before = proposals[number], known[event]
    title, old_title = str(told.fields["title"]), str(before.fields.get("title"))
    return (
        -len(told.mentions & before.mentions),
        not before.generated,
        _without_sources(told) != _without_sources(before),
        told.fields["date"] != before.fields.get("date"),
        -SequenceMatcher(None, title, old_title, autojunk=False).ratio(),
        before.id,
        number,
    )


def _without_sources(told: Telling) -> dict[str, Any]:
    return {key: value for key, value in told.fields.items() if key != "sources"}


def _same(told: Telling, event: Telling) -> bool:
    return any(told.fields[key] == event.fields.get(key) for key in ("date", "title"))
