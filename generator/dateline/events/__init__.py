"""Event files: read, checked, written beside a person's edits, and described by a schema."""

from dateline.events.checking import check, load_events, read_events
from dateline.events.findings import Finding
from dateline.events.schema import event_schema
from dateline.events.writing import WriteReport, proposal_of, write_events, write_schema

__all__ = [
    "Finding",
    "WriteReport",
    "check",
    "event_schema",
    "load_events",
    "proposal_of",
    "read_events",
    "write_events",
    "write_schema",
]
