"""Tables, one event a row: our own CSV, and the CSV or Excel sheets that people keep."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.edtf import Day, parse
from dateline.exceptions import ImportFileError
from dateline.exchange.records import LISTS, sources_of, to_json
from dateline.model import Event

COLUMNS = (
    *("id", "date", "earliest", "latest", "title", "summary", "actors", "places", "tags"),
    *("kind", "importance", "status", "sources"),
)
"""Those of our own table; earliest and latest are the bounds of the date, for tools that sort by days."""
FIELDS = ("date", "title", "summary", "actors", "places", "tags", "kind", "importance", "status", "url", "id")
"""What a column of a foreign table can hold."""
_LIST_MARK = "; "
# A spreadsheet takes a cell that starts so for a formula; the quote before it makes it a text again.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SUSPECT = "'=+-@\t\r"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GUESSES = {
    "date": ("date", "when", "edtf", "day", "start", "start date", "time"),
    "title": ("title", "headline", "event", "name", "what", "heading"),
    "summary": ("summary", "description", "text", "details", "notes", "note"),
    "actors": ("actors", "people", "who", "persons", "participants", "organisations"),
    "places": ("places", "place", "where", "location", "city", "country"),
    "tags": ("tags", "tag", "category", "categories", "type", "group", "topic"),
    "kind": ("kind",),
    "importance": ("importance", "weight", "priority"),
    "status": ("status",),
    "url": ("url", "link", "source", "web address", "source url"),
    "id": ("id", "unique_id", "identifier"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of texts, as many in each as the header has."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """The rows by column."""
        return (dict(zip(self.header, row, strict=True)) for row in self.rows)


class _Line:
    """Stands for a file before ``csv``, whose writer hands out what this returns."""

    def write(self, line: str) -> str:
        return line


def table_lines(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """CSV (RFC 4180) whose cells no spreadsheet takes for formulas, line by line."""
    line = csv.writer(_Line()).writerow
    yield line(columns)
    for row in rows:
        yield line([guarded(row.get(column, "")) for column in columns])


def guarded(cell: str) -> str:
    """A cell that stays a text in a spreadsheet: what could be a formula gets a quote before it."""
    if not cell or cell[0] not in _SUSPECT:
        return cell
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def rows_of(events: Iterable[Event]) -> Iterator[dict[str, str]]:
    """Events as rows of our own table."""
    for event in events:
        date = parse(event.date)
        yield {
            "id": event.id,
            "date": event.date,
            "earliest": _iso(date.earliest),
            "latest": _iso(date.latest),
            "title": event.title,
            "summary": event.summary,
            "actors": _joined(event.actors),
            "places": _joined(event.places),
            "tags": _joined(event.tags),
            "kind": event.kind,
            "importance": str(event.importance),
            "status": event.status,
            "sources": to_json(sources_of(event)) if event.sources else "",
        }


def _joined(items: Sequence[str]) -> str:
    """A list as people read it; one that could not be parted again as JSON."""
    text = _LIST_MARK.join(items)
    is_plain = not items or (text.count(_LIST_MARK) == len(items) - 1 and not text.startswith("["))
    return text if is_plain else to_json(items)


def _parted(cell: str) -> list[str]:
    if cell.startswith("["):
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return [str(item) for item in found]
    return cell.split(_LIST_MARK)


def _iso(day: Day | None) -> str:
    if day is None:
        return ""
    return f"{'-' if day.year < 0 else ''}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def read_table(data: bytes, name: str) -> Table:
    """A table out of a CSV or Excel file.

    Args:
        data: The file; a CSV with commas, semicolons or tabs.
        name: Its name, whose ending tells Excel (.xlsx) from CSV.

    Raises:
        ImportFileError: It cannot be read, or has no header.
    """
    rows = _excel(data) if name.lower().endswith(".xlsx") else _csv(data)
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise ImportFileError("this table is empty: its first row must name the columns")
    header = tuple(cell.strip() for cell in rows[0])
    width = len(header)
    return Table(header, tuple(tuple([*row, *[""] * width][:width]) for row in rows[1:]))


def _csv(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportFileError("this table is not UTF-8: save it as “CSV UTF-8”") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ImportFileError(f"this is no CSV ({error}): check the quotes") from None
    return [[_unguarded(cell) for cell in row] for row in rows]


def _excel(data: bytes) -> list[list[str]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only for Excel files
    except ImportError:
        message = (
            'to read Excel files, install what they need: pip install "dateline[import]"; or save as CSV'
        )
        raise ImportFileError(message) from None
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        return [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except Exception as error:  # noqa: BLE001 - a broken file fails in many ways
        raise ImportFileError(f"this is no Excel file ({error}): save it as CSV") from None


def _cell(value: object) -> str:
    """A cell as a person typed it: a day without its midnight, a year without its decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """Which column is likely to hold which field, by its name; one column for a field at most."""
    names = {column.strip().casefold().replace("_", " "): column for column in reversed(header)}
    guesses = {
        field: next((names[name] for name in words if name in names), None)
        for field, words in _GUESSES.items()
    }
    return {field: column for field, column in guesses.items() if column is not None}


def is_own(table: Table) -> bool:
    """Whether it is a table as `rows_of` makes it."""
    return set(COLUMNS) <= set(table.header)


def own_records(table: Table) -> Iterator[dict[str, Any]]:
    """The rows of our own table as records of events.

    Raises:
        ImportFileError: The sources of a row are no JSON.
    """
    for number, row in enumerate(table.records(), 2):
        record: dict[str, Any] = {key: row[key] for key in COLUMNS if key not in {"earliest", "latest"}}
        record |= {key: _parted(row[key]) for key in LISTS}
        try:
            record["sources"] = json.loads(row["sources"] or "[]")
        except (ValueError, RecursionError) as error:
            message = f"row {number}: the sources are no JSON ({error}): leave them as they were"
            raise ImportFileError(message) from None
        yield record | {key: value for key, value in row.items() if key not in COLUMNS and value}


def mapped_records(table: Table, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The rows of a foreign table as records of events.

    Args:
        table: It.
        columns: The column of each field; date and title are needed.

    Raises:
        ImportFileError: A column is not there, or date or title have none.
    """
    for field in ("date", "title"):
        if field not in columns:
            raise ImportFileError(f"no column is named for the {field}: say --column {field}=NAME")
    for column in columns.values():
        if column not in table.header:
            raise ImportFileError(f"there is no column {column!r}: the table has {', '.join(table.header)}")
    for row in table.records():
        record: dict[str, Any] = {field: row[column].strip() for field, column in columns.items()}
        record |= {key: re.split(r"\s*[;|]\s*", record[key]) for key in LISTS if key in record}
        if url := record.pop("url", ""):
            record["sources"] = [{"url": url}]
        yield record
