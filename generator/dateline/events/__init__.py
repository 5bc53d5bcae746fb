"""Event files: read, checked, written beside a person's edits, and described by a schema."""

from dateline.events.checking import check, load_events, read_events
from dateline.events.fixing import Change, fix
from dateline.events.schema import SCHEMA_NAME, event_schema, schema_text
from dateline.events.showing import shown
from dateline.events.writing import WriteReport, proposal_of, write_events, write_schema
from dateline.findings import Finding

__all__ = [
    "SCHEMA_NAME",
    "Change",
    "Finding",
    "WriteReport",
    "check",
    "event_schema",
    "fix",
    "load_events",
    "proposal_of",
    "read_events",
    "schema_text",
    "shown",
    "write_events",
    "write_schema",
]
