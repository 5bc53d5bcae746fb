"""Event files: read, checked, written beside a person's edits, and described by a schema."""

from dateline.events.checking import load_events
from dateline.events.content_folder import Content, ContentFolder, check
from dateline.events.fixing import Change, fix
from dateline.events.schema import SCHEMA_NAME, event_schema, schema_text
from dateline.events.showing import shown
from dateline.events.writing import WriteReport, proposal_of, write_events, write_schema
from dateline.findings import Finding

__all__ = [
    "SCHEMA_NAME",
    "Change",
    "Content",
    "ContentFolder",
    "Finding",
    "WriteReport",
    "check",
    "event_schema",
    "fix",
    "load_events",
    "proposal_of",
    "schema_text",
    "shown",
    "write_events",
    "write_schema",
]
