"""What the generator last proposed for each event, so that a person's edits can be told from its own work.

``content/events/.ledger.jsonl`` has one line an event, in order of ids: lines of different events never
touch, so that two branches merge; of an event that both changed there may be two lines. It belongs into
version control, like the events.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.edtf import parse
from dateline.events.fields import SOURCE_FIELDS
from dateline.exceptions import EventFileError
from dateline.findings import Finding
from dateline.json_lines import read_lines
from dateline.model import Event, Source

LEDGER_NAME = ".ledger.jsonl"
_KEY_DIGITS = 16

SourceTexts = dict[str, str]
"""The keys of a source that hold something, as in its file."""
Fields = dict[str, Any]
"""What was proposed for an event: texts and lists of texts by key, left out where there is nothing to say.

Under ``sources`` there is a list of `SourceTexts`, and under ``taken_out`` those of earlier runs that a
person took out.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an event that was once proposed."""

    id: str
    sha256: str | None
    """Of the file as last written by the generator; None where that is not known."""
    mentions: tuple[str, ...]
    """The keys of the mentions it was made of, see `mention_keys`; sorted."""
    proposed: Fields
    """The fields as last proposed, so that a person's change of one can be told from the others."""
    into: str | None = None
    """The event into which a person merged it."""


def mention_keys(fields: Mapping[str, Any]) -> frozenset[str]:
    """What an event is recognised by on a later run, whatever its title or date have become.

    A key for each telling: a hash of its article, quote and dating words. An event without sources is
    recognised by its date and title.
    """
    told = [mention_key(source) for source in fields["sources"]]
    return frozenset(told or [_key("", str(fields.get("title")), str(fields.get("date")))])


def mention_key(source: Mapping[str, str]) -> str:
    """A hash of the article, quote and dating words of a source."""
    return _key(source.get("article", ""), source.get("quote", ""), source.get("dated", ""))


def proposed_fields(event: Event) -> Fields:
    """All that a proposal says, as an event file and the ledger keep it.

    Raises:
        EdtfError: Its date is no date.
    """
    fields = {
        "date": parse(event.date).text,
        "title": event.title,
        "summary": event.summary,
        "actors": list(event.actors),
        "places": list(event.places),
        "tags": list(event.tags),
        "kind": event.kind if event.kind != "happened" else "",
        "importance": str(event.importance),
        "sources": [_source_texts(source) for source in event.sources],
    }
    return {key: value for key, value in fields.items() if value or key == "sources"}


def _source_texts(source: Source) -> SourceTexts:
    values = ((field.name, getattr(source, field.name)) for field in SOURCE_FIELDS)
    return {key: value for key, value in values if value is not None}


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file, the same whichever line ends version control gave it."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_ledger(path: Path) -> dict[str, tuple[Entry, ...]]:
    """The entries by id, several where two branches were merged; none if there is no ledger.

    Raises:
        EventFileError: A line is no entry.
    """
    entries: dict[str, tuple[Entry, ...]] = {}
    for number, fields in read_lines(path):
        try:
            entry = Entry(**fields | {"mentions": tuple(fields["mentions"])})
            if not isinstance(entry.proposed["sources"], list):
                raise TypeError  # noqa: TRY301 - told with the others
            mention_keys(entry.proposed)
        except (ValueError, TypeError, KeyError, AttributeError):
            fix = "delete it; its event will be kept as it is"
            finding = Finding(path.as_posix(), number, 1, "this line of the ledger is broken", fix)
            raise EventFileError(finding) from None
        entries[entry.id] = (*entries.get(entry.id, ()), entry)
    return entries


def settled(entries: Sequence[Entry], held: Mapping[str, Any] | None, sha256: str | None) -> Entry:
    """One entry of those that two branches have for an event.

    Args:
        entries: The lines of its id, in the order of the ledger; at least one.
        held: The fields that the event's file holds; None if there is no such file.
        sha256: The fingerprint of the file; None if the generator never writes such a one.

    Returns:
        For each field what the file holds, if one branch proposed just that; else what the last proposed. Of
        sources, and of those taken out, what any of them has.
    """
    last = entries[-1]
    if len(entries) == 1:
        return last
    proposed: Fields = {}
    for key in dict.fromkeys(key for entry in entries for key in entry.proposed):
        values = [entry.proposed.get(key) for entry in entries]
        if held is not None and held.get(key) in values:
            values.append(held.get(key))
        if values[-1] is not None:
            proposed[key] = values[-1]
    joined: dict[str, list[SourceTexts]] = {"sources": []}
    for key in ("sources", "taken_out"):
        for source in (source for entry in entries for source in entry.proposed.get(key, ())):
            texts = joined.setdefault(key, [])
            texts += [source] if source not in texts else []
    written = {entry.sha256 for entry in entries}
    return Entry(
        last.id,
        sha256 if sha256 in written else last.sha256,
        tuple(sorted({key for entry in entries for key in entry.mentions})),
        proposed | joined,
        next((entry.into for entry in reversed(entries) if entry.into), None),
    )


def ledger_bytes(entries: Iterable[Entry]) -> bytes:
    """The ledger's file: the same bytes for the same entries."""
    return "".join(f"{_line(entry)}\n" for entry in sorted(entries, key=lambda entry: entry.id)).encode()


def _line(entry: Entry) -> str:
    known = {
        "id": entry.id,
        "sha256": entry.sha256,
        "mentions": entry.mentions,
        "proposed": entry.proposed,
        "into": entry.into,
    }
    if entry.into is None:
        del known["into"]
    return json.dumps(known, ensure_ascii=False)


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]
