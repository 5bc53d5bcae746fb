"""Proposed events to event files, without ever touching what a person wrote, changed, moved or deleted.

A proposal continues the event of an earlier run with which it shares most mentions. That event's file is
rewritten, in place and under its id, only if it still is what the generator wrote; a changed file is a
person's and stays as it is, a deleted one stays deleted, and one that no article tells any more is reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from dateline.edtf import Day, parse
from dateline.events.files import EVENTS, event_files
from dateline.events.formatting import format_event
from dateline.events.ledger import (
    LEDGER_NAME,
    Entry,
    fingerprint,
    ledger_bytes,
    mention_keys,
    proposed_fields,
    read_ledger,
)
from dateline.events.matching import Known, Telling, match
from dateline.events.naming import new_id, year_of
from dateline.events.reading import read_file
from dateline.events.schema import SCHEMA_NAME, schema_text
from dateline.model import Event
from dateline.whole_files import write_whole

Outcome = Literal["new", "changed", "unchanged", "kept", "deleted", "orphaned"]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of the events: their ids, each in one list, sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Rewritten: the proposal has changed and no person has changed the file."""
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """A person's: proposed again and left alone."""
    deleted: tuple[str, ...] = ()
    """Deleted by a person: proposed again and not written."""
    orphaned: tuple[str, ...] = ()
    """Generated once and not proposed any more: left alone."""


@dataclass(frozen=True, slots=True)
class _Present:
    """An event that is in a file."""

    path: str
    """Relative to the content folder."""
    fields: dict[str, Any] | None
    """None if the file cannot be read."""
    mentions: frozenset[str]
    fingerprint: str | None
    """None for a file that the generator never writes: a list of events, a link."""


@dataclass(frozen=True, slots=True)
class _Plan:
    files: dict[str, bytes]
    """What to write, by path relative to the content folder."""
    ledger: dict[str, Entry]
    outcomes: dict[str, Outcome]


def write_events(events: Iterable[Event], content: Path) -> WriteReport:
    """Write proposed events below ``events/`` of a content folder, and beside them the ledger and the schema.

    Args:
        events: The proposals; their own id and path do not count.
        content: The content folder.

    Returns:
        What became of each. Running it again with the same proposals changes no byte.

    Raises:
        EventFileError: The ledger is broken, or a text cannot be
            written as UTF-8. No file is left half written.
        EdtfError: The date of a proposal is no date.
    """
    ledger_path = content / EVENTS / LEDGER_NAME
    plan = _plan(sorted(events, key=_order), read_ledger(ledger_path), _present(content))
    for path, data in plan.files.items():
        write_whole(content / path, data, content)
    write_schema(content)
    _write_if_new(ledger_path, ledger_bytes(plan.ledger.values()), content)
    ids: dict[Outcome, list[str]] = defaultdict(list)
    for event, outcome in sorted(plan.outcomes.items()):
        ids[outcome].append(event)
    return WriteReport(**{outcome: tuple(events) for outcome, events in ids.items()})


def proposal_of(event: str, events: Iterable[Event], content: Path) -> Event | None:
    """The proposal that continues an event of an earlier run; None if none does.

    Args:
        event: Its id.
        events: The proposals.
        content: The content folder.

    Raises:
        EventFileError: The ledger is broken.
    """
    proposals, present = sorted(events, key=_order), _present(content)
    ledger = _follow_renamed(read_ledger(content / EVENTS / LEDGER_NAME), present)
    told = [Telling(mention_keys(proposal), proposed_fields(proposal)) for proposal in proposals]
    continues, _ = match(told, _known(ledger, present))
    return next((proposals[number] for number, known in continues.items() if known == event), None)


def write_schema(content: Path) -> None:
    """Write the JSON Schema that the first line of every event file names, where it is not there yet.

    Raises:
        WriteError: It cannot be written.
    """
    _write_if_new(content / SCHEMA_NAME, schema_text().encode(), content)


def _write_if_new(path: Path, data: bytes, content: Path) -> None:
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data, content)


def _order(event: Event) -> tuple[tuple[Day, Day, int], str]:
    return parse(event.date).sort_key, repr(event)


def _present(content: Path) -> dict[str, _Present]:
    """Every event that is in a file, by id; a file that cannot be read holds the one it is named after."""
    present: dict[str, _Present] = {}
    for path in event_files(content):
        inside = path.relative_to(content).as_posix()
        file = read_file(path, content)
        alone = len(file.events) <= 1 and not file.findings and not path.is_symlink()
        mark = fingerprint(path.read_bytes()) if alone else None
        for event, _ in file.events:
            present.setdefault(event.id, _Present(inside, proposed_fields(event), mention_keys(event), mark))
        if not file.events:
            present.setdefault(path.stem, _Present(inside, None, frozenset(), None))
    return present


def _plan(proposals: Sequence[Event], ledger: dict[str, Entry], present: Mapping[str, _Present]) -> _Plan:
    ledger = _follow_renamed(ledger, present)
    told = [Telling(mention_keys(event), proposed_fields(event)) for event in proposals]
    continues, reworded = match(told, _known(ledger, present))
    plan = _Plan({}, ledger, {})
    taken = (
        ledger.keys() | present.keys() | {PurePosixPath(file.path).stem.lower() for file in present.values()}
    )
    for number, proposal in enumerate(proposals):
        if number in continues:
            _continue(plan, continues[number], proposal, told[number], present.get(continues[number]))
        elif number not in reworded:
            event = new_id(proposal.date, proposal.title, taken)
            taken.add(event)
            _write(plan, event, proposal, told[number], f"{EVENTS}/{year_of(proposal.date)}/{event}.yml")
            plan.outcomes[event] = "new"
    for event in ledger.keys() & present.keys() - plan.outcomes.keys():
        plan.outcomes[event] = "orphaned"
    return plan


def _follow_renamed(ledger: Mapping[str, Entry], present: Mapping[str, _Present]) -> dict[str, Entry]:
    """The ledger with the ids that a person gave: an event whose file is gone may be in a file new to us."""
    followed = dict(ledger)
    for event in sorted(ledger.keys() - present.keys()):
        entry = ledger[event]
        shared = {
            other: len(present[other].mentions.intersection(entry.mentions))
            for other in present.keys() - followed.keys()
        }
        best = min(shared, key=lambda other: (-shared[other], other), default=None)
        if best is not None and shared[best]:
            del followed[event]
            followed[best] = replace(entry, id=best)
    return followed


def _known(ledger: Mapping[str, Entry], present: Mapping[str, _Present]) -> list[Known]:
    known = []
    for event in sorted(ledger.keys() | present.keys()):
        entry, file = ledger.get(event), present.get(event)
        mentions = frozenset(entry.mentions if entry else ()) | (file.mentions if file else frozenset())
        fields = entry.proposed if entry else file.fields if file else None
        if fields is not None:
            known.append(Known(mentions, fields, event, closed=not _is_ours(entry, file)))
    return known


def _is_ours(entry: Entry | None, file: _Present | None) -> bool:
    """Whether the file is what the generator last wrote."""
    return (
        entry is not None
        and file is not None
        and file.fingerprint is not None
        and file.fingerprint == entry.sha256
    )


def _continue(plan: _Plan, event: str, proposal: Event, told: Telling, file: _Present | None) -> None:
    """Bring an event that is known up to date with its proposal, as far as it is the generator's."""
    entry = plan.ledger.get(event)
    if file is not None:
        data = _formatted(proposal, file.path)
        if file.fingerprint == fingerprint(data):
            plan.ledger[event] = _entry(event, data, told)
            plan.outcomes[event] = "unchanged"
            return
        if _is_ours(entry, file):
            _write(plan, event, proposal, told, file.path)
            plan.outcomes[event] = "changed"
            return
    mentions = tuple(sorted(told.mentions.union(entry.mentions if entry else ())))
    plan.ledger[event] = Entry(event, entry.sha256 if entry else None, mentions, told.fields)
    plan.outcomes[event] = "kept" if file else "deleted"


def _write(plan: _Plan, event: str, proposal: Event, told: Telling, path: str) -> None:
    data = _formatted(proposal, path)
    plan.files[path] = data
    plan.ledger[event] = _entry(event, data, told)


def _formatted(proposal: Event, path: str) -> bytes:
    return format_event(proposal, depth=path.count("/")).encode()


def _entry(event: str, data: bytes, told: Telling) -> Entry:
    return Entry(event, fingerprint(data), tuple(sorted(told.mentions)), told.fields)
