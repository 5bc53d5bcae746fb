"""Which event of an earlier run a proposal continues, by the mentions they share."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any


@dataclass(frozen=True, slots=True)
class Telling:
    """What a proposal is, or an event was when last proposed."""

    mentions: frozenset[str]
    fields: dict[str, Any]
    """With ``date`` and ``title``."""


@dataclass(frozen=True, slots=True)
class Known(Telling):
    """An event of an earlier run, or of a person."""

    id: str
    closed: bool
    """A person changed or deleted it: nothing else is to be made of its mentions."""


def match(proposals: Sequence[Telling], known: Sequence[Known]) -> tuple[dict[int, str], set[int]]:
    """Give each proposal the event it continues.

    Two events may share a mention, since a sentence can tell two happenings; then what was proposed before,
    the date and the likeness of the titles decide.

    Args:
        proposals: What is told now.
        known: What is there.

    Returns:
        The ids that proposals continue, each id once, by the number of the proposal; and the numbers of
        proposals that are only another wording of a closed event, of which nothing is to be written.
    """
    pairs = _pairs(proposals, known)
    continues: dict[int, str] = {}
    taken: set[str] = set()
    for number, event in sorted(pairs, key=lambda pair: _rank(pair, proposals, known)):
        if number not in continues and known[event].id not in taken:
            continues[number] = known[event].id
            taken.add(known[event].id)
    left = [(number, known[event]) for number, event in pairs if number not in continues]
    return continues, {number for number, event in left if event.closed and _same(proposals[number], event)}


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
) -> tuple[int, bool, bool, float, str, int]:
    """Sorts the best pairs first."""
    number, event = pair
    told, before = proposals[number], known[event]
    return (
        -len(told.mentions & before.mentions),
        told.fields != before.fields,
        told.fields["date"] != before.fields["date"],
        -SequenceMatcher(None, told.fields["title"], before.fields["title"], autojunk=False).ratio(),
        before.id,
        number,
    )


def _same(told: Telling, event: Telling) -> bool:
    return any(told.fields[key] == event.fields[key] for key in ("date", "title"))
