"""Event files: read, checked, written beside a person's edits, and described by a schema."""

from dateline.events.adding import EventsAdded, add_events
from dateline.events.checking import load_events
from dateline.events.content_folder import Content, ContentFolder, check
from dateline.events.fields import URL_PATTERN
from dateline.events.fixing import Change, fix
from dateline.events.formatting import source_entry
from dateline.events.history import last_changes
from dateline.events.planning import Plan, plan_events, proposal_of
from dateline.events.report import LostSource, Proposal, WriteReport, in_words
from dateline.events.schema import SCHEMA_NAME, event_schema, schema_text
from dateline.events.showing import shown
from dateline.events.writing import schema_files, write_events, write_schemas
from dateline.findings import Finding

__all__ = [
    "SCHEMA_NAME",
    "URL_PATTERN",
    "Change",
    "Content",
    "ContentFolder",
    "EventsAdded",
    "Finding",
    "LostSource",
    "Plan",
    "Proposal",
    "WriteReport",
    "add_events",
    "check",
    "event_schema",
    "fix",
    "in_words",
    "last_changes",
    "load_events",
    "plan_events",
    "proposal_of",
    "schema_files",
    "schema_text",
    "shown",
    "source_entry",
    "write_events",
    "write_schemas",
]
