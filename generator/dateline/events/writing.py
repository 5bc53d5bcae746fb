"""Proposed events to event files, without ever touching what a person wrote, changed, moved or deleted."""

from collections.abc import Iterable
from pathlib import Path

from dateline.events.planning import plan_events
from dateline.events.report import WriteReport
from dateline.events.schema import SCHEMA_NAME, schema_text
from dateline.joint_writes import finish, write_together
from dateline.locking import only_one
from dateline.model import Event
from dateline.names import NAMES_SCHEMA_NAME, names_schema_text


def write_events(events: Iterable[Event], content: Path) -> WriteReport:
    """Write proposed events below ``events/`` of a content folder, the ledger beside them, and the schemas.

    Args:
        events: The proposals; their own id and path do not count.
        content: The content folder.

    Returns:
        What became of each. Running it again with the same proposals changes no byte.

    Raises:
        EventFileError: The ledger is broken, or a text cannot be
            written as UTF-8. Nothing is written then.
        EdtfError: The date of a proposal is no date.
        LockedError: Another run is at work in the folder.
        WriteError: A file cannot be written. None is left half written, and the next run writes the rest.
    """
    with only_one(content):
        finish(content)
        plan = plan_events(events, content)
        write_together(schema_files() | plan.files, content)
    return plan.report


def write_schemas(content: Path) -> None:
    """Write the JSON Schemas of event files and of names.yml, where they are not there yet.

    Raises:
        WriteError: It cannot be written.
    """
    write_together(schema_files(), content)


def schema_files() -> dict[str, bytes]:
    """The JSON Schemas of event files and of names.yml, by their paths in the content folder."""
    return {SCHEMA_NAME: schema_text().encode(), NAMES_SCHEMA_NAME: names_schema_text().encode()}
