"""A file from elsewhere: which format it has, and its table if it is one, read once."""

from dataclasses import dataclass
from pathlib import PurePath

from dateline.exceptions import ImportFileError, UnknownFormatError
from dateline.exchange.tables import Table, guess_columns, is_own, read_table
from dateline.exchange.timelinejs import is_timelinejs

_ENDINGS = {
    ".json": "timelinejs",
    ".csv": "csv",
    ".xlsx": "csv",
    ".ics": "ics",
    ".mw": "markwhen",
    ".markwhen": "markwhen",
}
_TABLES = frozenset({"csv", "timelinejs-csv"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file whose format is known."""

    name: str
    style: str
    data: bytes
    table: Table | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is a table that Dateline made, with columns that need no guessing."""
        return self.style == "csv" and self.table is not None and is_own(self.table)

    @property
    def columns(self) -> dict[str, str]:
        """Which column of a table is likely to hold which field, by its name."""
        return guess_columns(self.table.header) if self.table else {}


def incoming(data: bytes, name: str, style: str | None = None) -> Incoming:
    """See what a file is.

    Args:
        data: The file.
        name: Its name, for errors and to tell its format.
        style: Its format, if it is known.

    Raises:
        UnknownFormatError: Neither the name nor anybody says which format it has.
        ImportFileError: It is no table, though it should be one; the text starts with ``name``.
    """
    told = style or _ENDINGS.get(PurePath(name).suffix.lower())
    if told is None:
        raise UnknownFormatError(f"the name {name!r} does not tell its format")
    if told not in _TABLES:
        is_export = style is None and told == "timelinejs" and b'"dateline"' in data[:200]
        return Incoming(name, "json" if is_export else told, data)
    try:
        table = read_table(data, name)
    except ImportFileError as error:
        raise ImportFileError(f"{name}: {error}") from None
    if style is None and is_timelinejs(table.header):
        told = "timelinejs-csv"
    return Incoming(name, told, data, table)
