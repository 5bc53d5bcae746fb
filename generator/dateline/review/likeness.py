"""Which other events may be the same happening told twice, for a person to judge."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.edtf import Day, parse
from dateline.model import Event

# Reports of one thing are a few days apart, and give it the day they came out as often as its own.
_DAYS_APART = 3
# How much of the words that titles are made of beside names must be the same, and of all words where
# nobody takes part in both.
_LIKE_WORDS = 0.5
_SHORTEST_WORD = 4
_STEM = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Like:
    """An event that may be the same."""

    event: Event
    shared: frozenset[str]
    """The actors of both."""
    words: float
    """How much of the titles is the same, names not counted, from 0 to 1."""


def alike(event: Event, others: Iterable[Event]) -> list[Like]:
    """The events that may be the same as one, likeliest first.

    Two are alike if their dates overlap or lie up to three days apart, and their titles share half of their
    words, names not counted; if they share no actor, half of their words with the names. Rejected events are
    left out.

    Args:
        event: The one.
        others: All events; it may be among them.
    """
    first, last = _bounds(event)
    found = []
    for other in others:
        start, end = _bounds(other)
        apart = last < start or end < first
        if apart or other.id == event.id or other.status == "rejected":
            continue
        names = _words(*event.actors, *event.places, *other.actors, *other.places)
        told, also_told = _words(event.title), _words(other.title)
        beside_names = _share(told - names, also_told - names)
        shared = frozenset(event.actors).intersection(other.actors)
        if beside_names >= _LIKE_WORDS and (shared or _share(told, also_told) >= _LIKE_WORDS):
            found.append(Like(other, shared, beside_names))
    return sorted(found, key=lambda like: (-like.words, -len(like.shared), like.event.id))


def _bounds(event: Event) -> tuple[Day, Day]:
    """The days between which another telling of the event may be dated."""
    known = parse(event.date)
    first = known.earliest or known.latest or Day(0, 1, 1)
    last = known.latest or known.earliest or Day(0, 1, 1)
    return _moved(first, -_DAYS_APART), last


def _moved(day: Day, days: int) -> Day:
    try:
        moved = date(*day) + timedelta(days)
    except (ValueError, OverflowError):  # before the year 1, where nobody knows the day
        return day
    return Day(moved.year, moved.month, moved.day)


def _words(*texts: str) -> frozenset[str]:
    """The words that tell something, by how they begin: "visit" and "visits" are one."""
    return frozenset(
        word.lower()[:_STEM]
        for text in texts
        for word in _WORD.findall(text)
        if len(word) >= _SHORTEST_WORD or word.isdigit()
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets have in common, of the smaller one: a short title may be all in a long one."""
    if not one or not other:
        return float(one == other)
    return len(one & other) / min(len(one), len(other))
