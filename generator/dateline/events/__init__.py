"""Event files: read, checked, written beside a person's edits, and described by a schema."""

from dateline.events.checking import check, load_events, read_events
from dateline.events.findings import Finding
from dateline.events.planning import Plan, plan_events, proposal_of
from dateline.events.report import LostSource, Proposal, WriteReport, in_words
from dateline.events.schema import event_schema
from dateline.events.writing import schema_file, write_events, write_schema

__all__ = [
    "Finding",
    "LostSource",
    "Plan",
    "Proposal",
    "WriteReport",
    "check",
    "event_schema",
    "in_words",
    "load_events",
    "plan_events",
    "proposal_of",
    "read_events",
    "schema_file",
    "write_events",
    "write_schema",
]
