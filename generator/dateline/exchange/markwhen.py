"""Timelines in markwhen: one event a paragraph, ``date: title #tag`` and lines of text below.

Source: https://docs.markwhen.com, as of its parser 0.10: dates are ISO 8601 or EDTF; ``key: value`` lines
below the first line of an event are its properties; ``//`` starts a comment; ``#``, ``section`` and ``group``
start sections.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.edtf import parse
from dateline.edtf.nearmiss import suggest
from dateline.exceptions import EdtfError, ImportFileError
from dateline.exchange.calendar_spans import calendar_span, date_meant, says_all
from dateline.exchange.records import record_of, to_json
from dateline.model import Event

_FIRST_LINE = re.compile(r"(?P<date>[^:]*(?:T\d\d:\d\d(?::\d\d)?[^:]*)*(?:\d\d:\d\d[^:]*)*): +(?P<title>.*)")
_TAG = re.compile(r"(?<!\S)#([\w-]+)(?!\S)")
_PROPERTY = re.compile(r"(\w+): *(.*)")
_SECTION = re.compile(r"(?:#+ |(?:section|group|end ?section|end ?group)\b)", re.IGNORECASE)
# A line of words up to a colon may be of any length, and hold any number of slashes.
_LONGEST_DATE = 100
_RANGE = re.compile(r"(.+?) ?(?:/| - | to ) ?(.+)")
_LISTS = ("actors", "places", "tags", "sources")
_TEXTS = ("id", "date", "kind", "importance", "status")
# Keeps a text from being read as something else; it shows nowhere (a word joiner).
_GUARD = "\u2060"


def to_markwhen(events: Iterable[Event], title: str) -> str:
    """Events as a markwhen document; what its first line cannot say of one stands in its properties."""
    parts = [f"title: {_line(title)}"]
    for event in events:
        span = calendar_span(event.date).edtf
        tags = [_tag(tag) for tag in event.tags]
        properties = {"id": event.id}
        if not says_all(event.date):
            properties["date"] = event.date
        record = record_of(event)
        usual = {"kind": "happened", "importance": 3}
        for key in ("kind", "importance", "status"):
            if record[key] != usual.get(key):
                properties[key] = str(record[key])
        if list(map(_untagged, tags)) == list(event.tags):
            record.pop("tags", None)
        for key in _LISTS:
            if key in record:
                properties[key] = to_json(record[key])
        lines = [f"{span}: {' '.join([_line(event.title), *(f'#{tag}' for tag in tags if tag)])}"]
        lines += [f"{key}: {value}" for key, value in properties.items()]
        lines += [f"{_GUARD}{line}" if _opens(line) else line for line in event.summary.split("\n")]
        parts.append("\n".join(lines).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    """A text as one line without tags."""
    return _TAG.sub(lambda tag: f"#{_GUARD}{tag[1]}", " ".join(text.split()))


def _tag(tag: str) -> str:
    return re.sub(r"[^\w-]+", "-", tag).strip("-")


def _untagged(tag: str) -> str:
    return tag.replace("-", " ")


def _opens(line: str) -> bool:
    """Whether a line of text would be read as something else, or as nothing."""
    stripped = line.strip()
    return bool(
        stripped.startswith(("//", "---", _GUARD))
        or _FIRST_LINE.match(stripped)
        or _SECTION.match(stripped)
        or _PROPERTY.match(stripped)
        or line != stripped
    )


def from_markwhen(text: str) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The events of a document as records, and what of it has no place in one.

    Raises:
        ImportFileError: No line of it is an event.
    """
    record: dict[str, Any] | None = None
    for line in _body(text):
        stripped = line.strip()
        date = None if stripped.startswith(("//", "title:", "tags:")) else _date_of(stripped)
        if date:
            if record is not None:
                yield _finished(record)
            record = _record(*date)
        elif record is not None and not stripped.startswith("//") and not _SECTION.match(stripped):
            _add(record, line)
    if record is None:
        raise ImportFileError(
            "no line of this is an event of markwhen: an event starts with its date and a colon"
        )
    yield _finished(record)


def _finished(record: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    return record | {"summary": "\n".join(record["summary"]).strip("\n")}, []


def _body(text: str) -> list[str]:
    """The lines without the header between ``---``."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines and lines[0].strip() == "---":
        end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        return lines[end + 1 :]
    return lines


def _record(date: str, title: str) -> dict[str, Any]:
    tags = [_untagged(tag) for tag in _TAG.findall(title)]
    plain = " ".join(_TAG.sub("", title).split()).replace(f"#{_GUARD}", "#")
    return {"date": date, "title": plain, "tags": tags, "summary": []}


def _add(record: dict[str, Any], line: str) -> None:
    """Take over a line below the first: a property directly below it, else a line of text."""
    match = None if record["summary"] else _PROPERTY.fullmatch(line.strip())
    if match and match[1] in {*_LISTS, *_TEXTS}:
        key, value = match.groups()
        if key == "date":
            record[key] = date_meant(calendar_span(record[key]), value)
        else:
            record[key] = _listed(value) if key in _LISTS else value.strip()
        return
    kept = line.removeprefix(_GUARD) if line.startswith(_GUARD) else line.strip()
    record["summary"].append(kept)


def _listed(value: str) -> list[Any]:
    """A list as we write it, or names with commas between, as people do."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return [part.strip() for part in value.strip("[] ").split(",")]
    return found if isinstance(found, list) else [found]


def _date_of(line: str) -> tuple[str, str] | None:
    match = _FIRST_LINE.match(line)
    if not match:
        return None
    date = next(iter(_dates(match["date"].strip())), None)
    return (date, match["title"]) if date else None


def _dates(text: str) -> Iterator[str]:
    """What a date of markwhen can mean in EDTF."""
    if len(text) > _LONGEST_DATE:
        return
    candidates = [text, *suggest(text)]
    if both := _RANGE.fullmatch(text):
        candidates += [f"{one}/{other}" for one in _dates(both[1]) for other in _ends(both[2])]
    for candidate in candidates:
        try:
            yield parse(candidate).text
        except EdtfError:
            continue


def _ends(text: str) -> Iterator[str]:
    if text.strip().lower() == "now":
        yield ".."
    else:
        yield from _dates(text)
