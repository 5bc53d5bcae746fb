"""What the generator last wrote for each event, so that a person's edits can be told from its own work.

``content/events/.ledger.jsonl`` has one line an event, in order of ids: lines of different events never
touch, so that two branches merge. It belongs into version control, like the events.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from dateline.exceptions import EventFileError
from dateline.findings import Finding
from dateline.model import Event

LEDGER_NAME = ".ledger.jsonl"
_KEY_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an event that was once written."""

    id: str
    sha256: str | None
    """Of the file as last written by the generator; None where that is not known."""
    mentions: tuple[str, ...]
    """The keys of the mentions it was made of, see `mention_keys`; sorted."""
    proposed: dict[str, Any]
    """The fields as last proposed, so that a person's change of one can be told from the others."""


def mention_keys(event: Event) -> frozenset[str]:
    """What an event is recognised by on a later run, whatever its title or date have become.

    A key for each telling: a hash of its article, quote and dating words. An event without sources is
    recognised by its date and title.
    """
    told = [(source.article, source.quote, source.dated or "") for source in event.sources]
    return frozenset(_key(*parts) for parts in told or [("", event.title, event.date)])


def proposed_fields(event: Event) -> dict[str, Any]:
    """All that a proposal says, as the ledger keeps it: of each source a hash, since the words are long."""
    return {
        "date": event.date,
        "title": event.title,
        "summary": event.summary,
        "actors": list(event.actors),
        "places": list(event.places),
        "tags": list(event.tags),
        "kind": event.kind,
        "importance": event.importance,
        "status": event.status,
        "sources": [_key(*(value or "" for value in astuple(source))) for source in event.sources],
    }


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file, the same whichever line ends version control gave it."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_ledger(path: Path) -> dict[str, Entry]:
    """The entries by id; none if there is no ledger.

    Raises:
        EventFileError: A line is no entry.
    """
    if not path.exists():
        return {}
    entries: dict[str, Entry] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            fields = json.loads(line)
            fields["mentions"] = tuple(fields["mentions"])
            entry = Entry(**fields)
        except (ValueError, TypeError, KeyError):
            fix = "delete it; its event will be kept as it is"
            finding = Finding(path.as_posix(), number, 1, "this line of the ledger is broken", fix)
            raise EventFileError(finding) from None
        entries[entry.id] = entry
    return entries


def ledger_bytes(entries: Iterable[Entry]) -> bytes:
    """The ledger's file: the same bytes for the same entries."""
    lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in sorted(entries, key=lambda e: e.id))
    return "".join(f"{line}\n" for line in lines).encode()


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]
