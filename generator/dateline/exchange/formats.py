"""The formats by name: what writes and reads each, and what each cannot hold."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from dateline.exceptions import ImportFileError
from dateline.exchange import calendars, markwhen, tables, timelinejs
from dateline.exchange.citations import to_citations
from dateline.exchange.incoming import Incoming
from dateline.exchange.markup import address_of
from dateline.exchange.records import event_of, record_of, to_json
from dateline.model import Article, Event, ExportFormat, ImportFormat

EXPORTS, IMPORTS = get_args(ExportFormat), get_args(ImportFormat)
_VERSION = 1
_OFFSET = re.compile(r"T[\d:]+(?:Z|[+-]\d)")

Found = Iterator[tuple[dict[str, Any], list[str]]]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for another tool."""

    text: str
    lost: tuple[str, ...]
    """What of the events it does not hold, a line each."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What another tool's file gives."""

    events: tuple[Event, ...]
    """Their ids empty where the file has none."""
    lost: tuple[str, ...]
    """What of the file has no place in an event, a line each."""


def export_events(
    style: str,
    events: Sequence[Event],
    articles: Iterable[Article],
    *,
    title: str,
    language: str,
    stamp: datetime,
    address: Callable[[Event], str | None] = lambda _event: None,
) -> Exported:
    """Write events for another tool.

    Args:
        style: One of `EXPORTS`.
        events: In the order they are to have.
        articles: Those that their sources name.
        title: What the timeline is called.
        language: Of the words that stand for uncertain dates.
        stamp: The time of the export, which a calendar must carry.
        address: The web address of an event's page, None if it has none.
    """
    known = {article.id: article for article in articles}
    listed = list(events)
    match style:
        case "json" | "csv":
            return Exported("".join(own_lines(style, listed)), ())
        case "timelinejs":
            document = timelinejs.to_json(listed, known, title, language)
            return Exported(_json(document), tuple(_lost_to_timelinejs(listed, known)))
        case "timelinejs-csv":
            rows = timelinejs.to_rows(listed, known, language)
            lost = [*_lost_to_timelinejs(listed, known), "id: the spreadsheet gives none"]
            return Exported("".join(tables.table_lines(timelinejs.COLUMNS, rows)), tuple(lost))
        case "markwhen":
            return Exported(markwhen.to_markwhen(listed, title), ())
        case "ics":
            text = calendars.to_calendar(listed, title, language, stamp, address)
            left_out = [event.id for event in listed if not calendars.has_days(event)]
            told = [f"{name}: a calendar has no day for it, it is left out" for name in left_out]
            return Exported(text, (*_lost(listed, calendars.NOT_HELD), *told))
        case "csl":
            cited = {source.article for event in listed for source in event.sources}
            return Exported(_json(to_citations(a for name, a in sorted(known.items()) if name in cited)), ())
    raise ImportFileError(f"there is no format {style!r}: write one of {', '.join(EXPORTS)}")


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def own_lines(style: Literal["json", "csv"], events: Sequence[Event]) -> Iterator[str]:
    """Write events in one of our own formats, which lose nothing, line by line.

    Args:
        style: JSON has an event a line, too, so that two exports can be compared line by line.
        events: In the order they are to have; so many that the whole file would fill memory.
    """
    if style == "csv":
        yield from tables.table_lines(tables.COLUMNS, tables.rows_of(events))
        return
    yield f'{{"dateline": {_VERSION}, "events": [\n'
    for number, event in enumerate(events, 1):
        yield to_json(record_of(event)) + (",\n" if number < len(events) else "")
    yield "\n]}\n"


def _lost(events: Sequence[Event], keys: Iterable[str]) -> Iterator[str]:
    """What keys of events are not held, with how many events have something there."""
    usual = {"kind": "happened", "importance": 3, "status": "draft"}
    for key in keys:
        nothing = ("", (), usual.get(key))
        count = sum(getattr(event, key) not in nothing for event in events)
        if count:
            yield f"{key}: of {count} event{'s' if count > 1 else ''}"


def _lost_to_timelinejs(events: Sequence[Event], articles: Mapping[str, Article]) -> Iterator[str]:
    yield from _lost([e for e in events if len(e.tags) > 1], ["tags"])
    yield from _lost(events, [key for key in timelinejs.NOT_HELD if key != "tags"])
    sources = [source for event in events for source in event.sources]
    loose = sum(address_of(source, articles) is None for source in sources)
    if loose:
        yield f"sources: {loose} have no web address and are kept as text only"
    if any(source.speaker or source.dated for source in sources):
        yield "sources: speaker and dating words are kept as text or not at all"
    timed = sum(_OFFSET.search(event.date) is not None for event in events)
    if timed:
        yield f"date: of {timed} event{'s' if timed > 1 else ''} the offset from UTC"


def import_events(file: Incoming, columns: Mapping[str, str] | None = None) -> Imported:
    """Read events out of another tool's file.

    Args:
        file: It, in one of the formats `IMPORTS`.
        columns: The column of each field of a table, where its names are not to tell.

    Raises:
        ImportFileError: It cannot be read; the text starts with the name of the file.
    """
    readers: dict[str, Callable[[], Found]] = {
        "json": lambda: _records(_document(file.data)),
        "csv": lambda: _table(_table_of(file), columns or (None if file.is_own else file.columns)),
        "timelinejs": lambda: timelinejs.from_json(_document(file.data)),
        "timelinejs-csv": lambda: _rows(_table_of(file)),
        "markwhen": lambda: markwhen.from_markwhen(_text(file.data)),
        "ics": lambda: calendars.from_calendar(file.data),
    }
    if file.style not in readers:
        raise ImportFileError(f"there is no format {file.style!r}: write one of {', '.join(IMPORTS)}")
    events: list[Event] = []
    lost: Counter[str] = Counter()
    try:
        for number, (record, ignored) in enumerate(readers[file.style](), 1):
            event, unknown = event_of(record, f"event {number}")
            events.append(event)
            lost.update([*ignored, *unknown])
    except ImportFileError as error:
        raise ImportFileError(f"{file.name}: {error}") from None
    told = (f"{key}: of {count} event{'s' if count > 1 else ''}" for key, count in sorted(lost.items()))
    return Imported(tuple(events), tuple(told))


def _table_of(file: Incoming) -> tables.Table:
    if file.table is None:
        raise AssertionError("a file in the format of a table has one")
    return file.table


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportFileError("this is not UTF-8: save it in the encoding UTF-8") from None


def _document(data: bytes) -> object:
    try:
        return json.loads(_text(data))
    except (ValueError, RecursionError) as error:
        raise ImportFileError(f"this is no JSON ({error})") from None


def _records(document: object) -> Found:
    events = document.get("events") if isinstance(document, Mapping) else None
    if not isinstance(events, list) or not all(isinstance(event, Mapping) for event in events):
        raise ImportFileError("this is no export of Dateline: it has no list 'events'")
    return ((dict(event), []) for event in events)


def _table(table: tables.Table, columns: Mapping[str, str] | None) -> Found:
    if columns is None:
        return ((record, []) for record in tables.own_records(table))
    ignored = [column for column in table.header if column and column not in columns.values()]
    return ((record, ignored) for record in tables.mapped_records(table, columns))


def _rows(table: tables.Table) -> Found:
    found = (timelinejs.from_row(row, f"row {number}") for number, row in enumerate(table.records(), 2))
    return (each for each in found if each)
