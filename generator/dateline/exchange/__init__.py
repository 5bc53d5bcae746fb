"""Exchange: events to the formats of other tools, and what other tools wrote to events."""

from dateline.exchange.data_package import data_package
from dateline.exchange.formats import EXPORTS, IMPORTS, Exported, Imported, export_events, import_events
from dateline.exchange.tables import FIELDS, Table, guess_columns, is_own, read_table

__all__ = [
    "EXPORTS",
    "FIELDS",
    "IMPORTS",
    "Exported",
    "Imported",
    "Table",
    "data_package",
    "export_events",
    "guess_columns",
    "import_events",
    "is_own",
    "read_table",
]
