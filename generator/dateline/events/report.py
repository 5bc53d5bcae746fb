"""What a run did to the events, and what it leaves to a person."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["new", "changed", "unchanged", "kept", "deleted", "absorbed", "orphaned"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was proposed for an event and not taken up, since a person has decided otherwise."""

    event: str
    path: str
    """Of its file, relative to the content folder."""
    line: str
    """The key and the value proposed, as a line of YAML."""


@dataclass(frozen=True, slots=True)
class LostSource:
    """A source in the file of an event that is told no more."""

    event: str
    path: str
    """Of its file, relative to the content folder."""
    article: str
    gone: bool
    """There is no such article any more; else it has changed, or tells of something else."""
    last: bool
    """The event is told by no article any more."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of the events: their ids, each in one list, sorted; and what a person may want to do."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Brought up to date with their proposals, as far as no person had changed them."""
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """A person's: proposed again and left alone."""
    deleted: tuple[str, ...] = ()
    """Deleted by a person, or merged into another event: proposed again and not written."""
    absorbed: tuple[str, ...] = ()
    """Told as part of other events now, and no person has touched them: left alone."""
    orphaned: tuple[str, ...] = ()
    """Generated once and not told by any article any more: left alone."""
    proposals: tuple[Proposal, ...] = ()
    """Told once: the next run takes them for known."""
    lost: tuple[LostSource, ...] = ()
    """Told once, but for the last sources of events: these are told until the event is deleted."""
    by_hand: tuple[str, ...] = ()
    """What to type where a file leaves no place for it: told until it is done."""
    unreadable: tuple[str, ...] = ()
    """Files that cannot be read and were left alone, by path relative to the content folder."""


def in_words(report: WriteReport) -> dict[str, list[str]]:
    """What a person may want to know or do, as lists under the words that lead each item."""
    losing: dict[str, list[str]] = {}
    for lost in report.lost:
        reason = "is gone" if lost.gone else "tells it no more"
        losing.setdefault(lost.event, []).append(f"article {lost.article} {reason}")
    because = {event: f"{event} ({', '.join(reasons)})" for event, reasons in losing.items()}
    return {
        "new": list(report.new),
        "changed": list(report.changed),
        "lost a source": [because[event] for event in losing if event not in report.orphaned],
        "told as part of another event now": list(report.absorbed),
        "told by no article any more": [because.get(event, event) for event in report.orphaned],
        "proposed, yours is kept": [f"{kept.path}: {kept.line}" for kept in report.proposals],
        "to do by hand": list(report.by_hand),
        "left alone, it cannot be read": list(report.unreadable),
    }
