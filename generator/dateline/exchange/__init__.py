"""Exchange: events to the formats of other tools, and what other tools wrote to events."""

from dateline.exchange.data_package import data_package
from dateline.exchange.formats import (
    EXPORTS,
    IMPORTS,
    Exported,
    Imported,
    export_events,
    import_events,
    own_lines,
)
from dateline.exchange.incoming import Incoming, incoming
from dateline.exchange.tables import FIELDS

__all__ = [
    "EXPORTS",
    "FIELDS",
    "IMPORTS",
    "Exported",
    "Imported",
    "Incoming",
    "data_package",
    "export_events",
    "import_events",
    "incoming",
    "own_lines",
]
