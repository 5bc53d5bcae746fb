"""What is to become of proposed events beside what people wrote: a plan, of which nothing is written yet.

A proposal continues the event of an earlier run with which it shares most mentions. That event's file is
written anew, in place and under its id, if it still is what the generator wrote. A file that a person changed
is edited field by field; what was deleted or rejected stays so, and what was merged stays one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.edtf import Day, parse
from dateline.events.field_merging import merge_event
from dateline.events.files import EVENTS
from dateline.events.following import follow, is_ours, known_events
from dateline.events.formatting import format_event
from dateline.events.ledger import (
    LEDGER_NAME,
    Entry,
    Fields,
    SourceTexts,
    fingerprint,
    ledger_bytes,
    mention_key,
    mention_keys,
    proposed_fields,
    read_ledger,
)
from dateline.events.matching import Matching, Telling, match
from dateline.events.naming import new_id, year_of
from dateline.events.present import Present, present_events
from dateline.events.report import LostSource, Outcome, Proposal, WriteReport
from dateline.model import Event


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would write, and what it would tell."""

    files: dict[str, bytes]
    """By path relative to the content folder, the ledger last."""
    report: WriteReport
    cited: frozenset[str]
    """The articles that the events in files have for sources, by id."""


def plan_events(events: Iterable[Event], content: Path, least: int = 1) -> Plan:
    """Work out what to write for proposed events; nothing is written.

    Args:
        events: The proposals; their own id and path do not count.
        content: The content folder.
        least: The importance from which on an event is written that no earlier run wrote; those that one did
            are kept up to date whatever they weigh now.

    Raises:
        EventFileError: The ledger is broken, or a text cannot be written as UTF-8.
        EdtfError: The date of a proposal is no date.
    """
    return _Planning(events, content, least).plan()


def proposal_of(event: str, events: Iterable[Event], content: Path) -> Event | None:
    """The proposal that continues an event of an earlier run; None if none does.

    Args:
        event: Its id.
        events: The proposals.
        content: The content folder.

    Raises:
        EventFileError: The ledger is broken.
    """
    planning = _Planning(events, content)
    continuing = (number for number, known in planning.matching.continues.items() if known == event)
    return next((planning.proposals[number] for number in continuing), None)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told now of an event that is known."""

    main: list[int] = field(default_factory=list)
    """The number of the proposal that continues it, if there is one."""
    joined: list[int] = field(default_factory=list)
    """The numbers of proposals that belong to no other event."""
    merged: list[int] = field(default_factory=list)
    """The numbers of proposals that continue events which a person merged into it."""


class _Planning:
    """Works out one run, event by event."""

    def __init__(self, events: Iterable[Event], content: Path, least: int = 1) -> None:
        self._content, self._least = content, least
        self._present = present_events(content)
        recorded = read_ledger(content / EVENTS / LEDGER_NAME)
        known = frozenset().union(
            *(file.mentions for file in self._present.values()),
            *(entry.mentions for entries in recorded.values() for entry in entries),
        )
        wanted = (each for each in events if each.importance >= least or _is_known(each, known))
        self.proposals = sorted(wanted, key=_order)
        self._has_ledger = bool(recorded)
        self._before = follow(recorded, self._present)
        self._told = [_telling(proposal) for proposal in self.proposals]
        self.matching: Matching = match(self._told, known_events(self._before, self._present))
        self._merged: dict[str | None, list[Entry]] = defaultdict(list)
        for entry in self._before.values():
            self._merged[entry.into].append(entry)
        self._ledger = dict(self._before)
        self._files: dict[str, bytes] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._proposals: list[Proposal] = []
        self._lost: list[LostSource] = []
        self._by_hand: list[str] = []

    def plan(self) -> Plan:
        """The files and the report."""
        for event, told in sorted(self._by_event().items()):
            self._continue(event, told)
        taken = {*self._before, *self._present, *(_stem(file.path) for file in self._present.values())}
        known = self.matching.continues.keys() | self.matching.joins.keys()
        for number, proposal in enumerate(self.proposals):
            if number not in known and proposal.importance >= self._least:
                event = new_id(proposal.date, proposal.title, taken)
                taken.add(event)
                self._write(event, number, f"{EVENTS}/{year_of(proposal.date)}/{event}.yml")
                self._outcomes[event] = "new"
        self._find_orphans()
        self._note_parted()
        self._files[f"{EVENTS}/{LEDGER_NAME}"] = ledger_bytes(self._ledger.values())
        return Plan(self._files, self._report(), self._cited())

    def _cited(self) -> frozenset[str]:
        """The articles that those events have for sources that are in files now."""
        here = self._present.keys() | {event for event, outcome in self._outcomes.items() if outcome == "new"}
        entries = (self._ledger[event] for event in here & self._ledger.keys())
        return frozenset(source.get("article", "") for each in entries for source in each.proposed["sources"])

    def _by_event(self) -> dict[str, _Told]:
        """What is told of each known event; of one that was merged into another, that one's as well."""
        by_event: dict[str, _Told] = defaultdict(_Told)
        for number, event in sorted(self.matching.continues.items()):
            by_event[event].main.append(number)
            home = self._before[event].into if event in self._before else None
            if home is not None:
                by_event[home].merged.append(number)
        for number, event in sorted(self.matching.joins.items()):
            by_event[event].joined.append(number)
        return by_event

    def _continue(self, event: str, told: _Told) -> None:
        """Bring an event that is known up to date with what is told of it."""
        file, entry = self._present.get(event), self._before.get(event)
        main = next(iter(told.main), None)
        if file is None:
            home = self._present.get(entry.into) if entry and entry.into else None
            self._remember(event, main, entry, anew=home is None or home.status != "rejected")
            self._outcomes[event] = "deleted"
        elif main is not None and (entry is None or is_ours(entry, file)) and self._is_as_told(main, file):
            self._ledger[event] = self._entry(event, main, file.fingerprint)
            self._outcomes[event] = "unchanged"
        elif main is not None and is_ours(entry, file):
            self._write(event, main, file.path)
            self._outcomes[event] = "changed"
        elif file.fields is None or file.status == "rejected":
            self._remember(event, main, entry, anew=False)
            self._outcomes[event] = "kept"
        else:
            self._merge(event, file, entry, told)

    def _is_as_told(self, number: int, file: Present) -> bool:
        """Whether a file is what the generator would write for a proposal, but for line ends."""
        return file.fingerprint == self._mark(number, file.path)

    def _merge(self, event: str, file: Present, entry: Entry | None, told: _Told) -> None:
        """Edit the file of a person as far as she has left it to the generator."""
        main = next(iter(told.main), None)
        new = None if main is None else self._told[main].fields
        sources = self._sources((*told.main, *told.joined, *told.merged))
        base = self._base(event, entry)
        if entry is None and not self._has_ledger and new is not None:
            base = new  # what a person took out is known no more: nothing is brought back
        theirs = {key for other in self._merged[event] for key in other.mentions}
        if entry is not None and "title" not in entry.proposed:  # a person made it of parts of others
            theirs |= mention_keys(entry.proposed)
        path = self._content / file.path
        before = self._files.get(file.path) or path.read_bytes()
        merged = merge_event(before.decode(), path.as_posix(), file, base, new, sources, theirs)
        if merged.base["sources"] == sources:
            merged.base["sources"] = self._sources((*told.main, *told.joined))
        after = merged.text.encode()
        if after != before:
            self._files[file.path] = after
        old = entry or Entry(event, None, (), {})
        mentions = {key for number in told.main for key in self._told[number].mentions}.union(old.mentions)
        self._ledger[event] = replace(old, mentions=tuple(sorted(mentions)), proposed=merged.base)
        self._proposals += [Proposal(event, file.path, line) for line in merged.proposals]
        self._by_hand += merged.by_hand
        self._lose(event, file.path, merged.lost, last=False)
        if main is not None and "taken_out" not in merged.base:
            ours = {old.sha256, self._mark(main, file.path)}
            if fingerprint(after) in ours:  # by whatever way it came to be so, it is the generator's
                self._write(event, main, file.path)
        self._outcomes[event] = "kept" if self._files.get(file.path, before) == before else "changed"

    def _sources(self, numbers: Iterable[int]) -> list[SourceTexts]:
        """The sources of some proposals, each once."""
        sources: list[SourceTexts] = []
        for number in numbers:
            sources += [source for source in self._told[number].fields["sources"] if source not in sources]
        return sources

    def _base(self, event: str, entry: Entry | None) -> Mapping[str, Any]:
        """What was proposed last, with the sources of the events that a person merged into this one.

        What she took out of those stays out of this one, too.
        """
        base: Fields = (dict(entry.proposed) if entry else {}) or {"sources": []}
        for other in self._merged[event]:
            for key in ("sources", "taken_out"):
                if told := other.proposed.get(key):
                    held = base.get(key, [])
                    base[key] = held + [source for source in told if source not in held]
        return base

    def _write(self, event: str, number: int, path: str) -> None:
        """Write a proposal's own file, with the line ends that it has."""
        data = self._formatted(number, path)
        self._ledger[event] = self._entry(event, number, fingerprint(data))
        file = self._content / path
        if file.is_file() and b"\r\n" in file.read_bytes():
            data = data.replace(b"\n", b"\r\n")
        self._files[path] = data

    def _formatted(self, number: int, path: str) -> bytes:
        return format_event(self.proposals[number], depth=path.count("/")).encode()

    def _mark(self, number: int, path: str) -> str:
        return fingerprint(self._formatted(number, path))

    def _entry(self, event: str, number: int, sha256: str | None) -> Entry:
        told = self._told[number]
        return Entry(event, sha256, tuple(sorted(told.mentions)), dict(told.fields))

    def _remember(self, event: str, number: int | None, entry: Entry | None, *, anew: bool) -> None:
        """Note what is told of an event that is not written; its fields only if it is proposed anew.

        What is not noted is proposed once the file can be read, or is no longer rejected.
        """
        if number is None:
            return
        new = self._entry(event, number, None)
        if entry is not None:
            mentions = tuple(sorted({*new.mentions, *entry.mentions}))
            new = replace(entry, mentions=mentions, proposed=new.proposed if anew else entry.proposed)
        self._ledger[event] = new

    def _lose(self, event: str, path: str, sources: Iterable[SourceTexts], *, last: bool) -> None:
        for article in sorted({source.get("article", "") for source in sources}):
            gone = not (self._content / "articles" / f"{article}.md").is_file()
            self._lost.append(LostSource(event, path, article, gone, last))

    def _find_orphans(self) -> None:
        """Events that were proposed once, and of whose tellings none is told any more."""
        mentions = frozenset().union(*(told.mentions for told in self._told))
        for event in sorted(self._before.keys() & self._present.keys() - self._outcomes.keys()):
            entry, file = self._before[event], self._present[event]
            if mentions.isdisjoint(entry.mentions) and mentions.isdisjoint(file.mentions):
                self._outcomes[event] = "orphaned"
                self._lose(event, file.path, file.sources or entry.proposed["sources"], last=True)
            else:
                self._outcomes[event] = "absorbed" if is_ours(entry, file) else "kept"

    def _note_parted(self) -> None:
        """Remember what a person made of parts of other events, so that it is not taken for a renamed one."""
        mentions = frozenset().union(*(entry.mentions for entry in self._ledger.values()))
        for event in sorted(self._present.keys() - self._ledger.keys()):
            file = self._present[event]
            told = [source for source in file.sources or () if mention_key(source) in mentions]
            if told:
                self._ledger[event] = Entry(event, None, tuple(sorted(file.mentions)), {"sources": told})

    def _report(self) -> WriteReport:
        ids: dict[Outcome, list[str]] = defaultdict(list)
        for event, outcome in sorted(self._outcomes.items()):
            ids[outcome].append(event)
        return WriteReport(
            **{outcome: tuple(events) for outcome, events in ids.items()},
            proposals=tuple(self._proposals),
            lost=tuple(self._lost),
            by_hand=tuple(self._by_hand),
            unreadable=tuple(sorted({file.path for file in self._present.values() if file.fields is None})),
        )


def _telling(proposal: Event) -> Telling:
    fields = proposed_fields(proposal)
    return Telling(mention_keys(fields), fields)


def _is_known(proposal: Event, mentions: AbstractSet[str]) -> bool:
    """Whether an earlier run, or a person, has an event with a mention of a proposal."""
    return not mentions.isdisjoint(mention_keys(proposed_fields(proposal)))


def _order(event: Event) -> tuple[tuple[Day, Day, int], str]:
    return parse(event.date).sort_key, repr(event)


def _stem(path: str) -> str:
    return PurePosixPath(path).stem.lower()
