"""Events from elsewhere to event files of their own; a person brings them, so they are hers."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.events.checking import load_events
from dateline.events.files import EVENTS
from dateline.events.formatting import format_event
from dateline.events.ledger import LEDGER_NAME, read_ledger
from dateline.events.naming import is_id, new_id, year_of
from dateline.events.writing import schema_files
from dateline.joint_writes import finish, write_together
from dateline.locking import only_one
from dateline.model import Event


@dataclass(frozen=True, slots=True)
class EventsAdded:
    """What became of events from elsewhere."""

    paths: tuple[str, ...]
    """The files of new events, relative to the content folder."""
    known: tuple[str, ...]
    """The ids of those that were there already, by id or by date and title: not written again."""


def add_events(events: Iterable[Event], content: Path) -> EventsAdded:
    """Write events to files of their own, and no event twice.

    Args:
        events: With an id to keep, or an empty one.
        content: The content folder.

    Raises:
        EventFileError: The event files that are there have errors.
        LockedError: A conversion is at work in the folder.
        WriteError: A file cannot be written.
    """
    with only_one(content):
        finish(content)
        present = load_events(content)
        by_facts = {(event.date, event.title): event.id for event in present}
        taken = {event.id for event in present} | read_ledger(content / EVENTS / LEDGER_NAME).keys()
        files: dict[str, bytes] = {}
        known = []
        for event in events:
            same = event.id if event.id in taken else by_facts.get((event.date, event.title))
            if same:
                known.append(same)
                continue
            name = event.id if is_id(event.id) else new_id(event.date, event.title, taken)
            taken.add(name)
            by_facts[event.date, event.title] = name
            path = f"{EVENTS}/{year_of(event.date)}/{name}.yml"
            files[path] = format_event(event, depth=path.count("/")).encode()
        if files:
            write_together(schema_files() | files, content)
    return EventsAdded(tuple(files), tuple(known))
