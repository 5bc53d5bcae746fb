"""What the columns of our table hold, told to programs: a Data Package with a Table Schema.

Source: https://specs.frictionlessdata.io (Tabular Data Package 1.0).
"""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from dateline.edtf import EDTF_PATTERN, parse
from dateline.exchange.tables import COLUMNS
from dateline.model import Event, Kind, Status

_WORDS = {
    "id": "The name of the event, which never changes.",
    "date": "When, as far as it is known: EDTF (ISO 8601-2).",
    "earliest": "The first day that the date can mean; empty where its start is open.",
    "latest": "The last day that the date can mean; empty where its end is open.",
    "title": "What happened, in one line.",
    "summary": "The same in a few sentences; Markdown.",
    "actors": "Who took part, parted by a semicolon and a space.",
    "places": "Where, parted likewise.",
    "tags": "What kind of happening, parted likewise.",
    "kind": "Whether the sources say that it happened, is planned, is expected, or deny it.",
    "importance": "From 1 to 5.",
    "status": "Whether a person has reviewed it.",
    "sources": "Who says so: article or url, quote, speaker, and the words that gave the date.",
}
_NEEDED = {"required": True}
# A year before Christ has a quote before its minus in our table: a spreadsheet would reckon with it.
_DATE = EDTF_PATTERN.replace("^", "^'?", 1)


def data_package(
    events: Iterable[Event], *, name: str, title: str, table: str, others: Sequence[str] = ()
) -> dict[str, Any]:
    """Describe the files that hold events.

    Args:
        events: Those in the table.
        name: Of the package: lower-case letters, digits and hyphens.
        title: What the timeline is called.
        table: The name of the file with our table, gzipped if it ends in ".gz".
        others: Names of further files: no tables.
    """
    bounds = [bound for event in events for bound in (parse(event.date).earliest, parse(event.date).latest)]
    # Programs know no days before the year 1.
    day = "date" if all(bound is None or 1 <= bound.year <= 9999 for bound in bounds) else "string"
    types: dict[str, dict[str, Any]] = {
        "id": {"type": "string", "constraints": _NEEDED | {"unique": True}},
        "date": {"type": "string", "constraints": _NEEDED | {"pattern": _DATE}},
        "earliest": {"type": day},
        "latest": {"type": day},
        "title": {"type": "string", "constraints": _NEEDED},
        "kind": {"type": "string", "constraints": {"enum": get_args(Kind)}},
        "importance": {"type": "integer", "constraints": {"minimum": 1, "maximum": 5}},
        "status": {"type": "string", "constraints": {"enum": get_args(Status)}},
        "sources": {"type": "array"},
    }
    fields = [
        {"name": column, "description": _WORDS[column], **types.get(column, {"type": "string"})}
        for column in COLUMNS
    ]
    resource = {
        "name": "events",
        "path": table,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
    }
    if table.endswith(".gz"):
        resource["compression"] = "gz"
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "resources": [resource, *(_other(path) for path in others)],
    }


def _other(path: str) -> dict[str, str]:
    stem, _, ending = path.removesuffix(".gz").rpartition(".")
    return {"name": f"{stem}-{ending}", "path": path, "format": ending}
