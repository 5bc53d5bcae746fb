"""Timelines in markwhen: one event a paragraph, ``date: title #tag`` and lines of text below.

Source: https://docs.markwhen.com, as of its parser 0.10: dates are ISO 8601 or EDTF; ``key: value`` lines
below the first line of an event are its properties; ``//`` starts a comment; ``#``, ``section`` and ``group``
start sections.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.edtf import in_words, parse
from dateline.edtf.nearmiss import suggest
from dateline.exceptions import EdtfError, ImportFileError
from dateline.exchange.calendar_spans import calendar_span, date_meant, says_all
from dateline.model import Event

NOT_HELD = ("actors", "places", "kind", "importance", "status", "sources")
_FIRST_LINE = re.compile(r"(?P<date>[^:]*(?:T\d\d:\d\d(?::\d\d)?[^:]*)*(?:\d\d:\d\d[^:]*)*): +(?P<title>.*)")
_TAG = re.compile(r"(?<!\S)#([\w-]+)(?!\S)")
_PROPERTY = re.compile(r"(id|date): (.*)")
_SECTION = re.compile(r"(?:#+ |(?:section|group|end ?section|end ?group)\b)", re.IGNORECASE)
_RANGE = re.compile(r"(.+?) ?(?:/| - | to ) ?(.+)")


def to_markwhen(events: Iterable[Event], title: str, language: str) -> str:
    """Events as a markwhen document."""
    parts = [f"title: {_line(title)}"]
    for event in events:
        span = calendar_span(event.date).edtf
        tags = "".join(f" #{_tag(tag)}" for tag in event.tags)
        lines = [f"{span}: {_line(event.title)}{tags}", f"id: {event.id}"]
        if not says_all(event.date):
            lines.append(f"date: {in_words(event.date, language)}")
        lines += [
            f"// {line}" if _opens(line) else line for line in event.summary.splitlines() if line.strip()
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split()).replace("#", "＃")


def _tag(tag: str) -> str:
    return re.sub(r"[^\w-]+", "-", tag)


def _opens(line: str) -> bool:
    """Whether a line of text would be read as something else."""
    return bool(_FIRST_LINE.match(line) or _SECTION.match(line) or _PROPERTY.match(line))


def from_markwhen(text: str) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The events of a document as records, and what of it has no place in one.

    Raises:
        ImportFileError: No line of it is an event.
    """
    record: dict[str, Any] | None = None
    found = False
    for line in _body(text):
        stripped = line.strip()
        date = None if stripped.startswith(("//", "title:", "tags:")) else _date_of(stripped)
        if date:
            if record:
                yield record, []
            record, found = _record(*date), True
        elif not stripped or _SECTION.match(stripped):
            continue
        elif record is not None and not stripped.startswith("//"):
            _add(record, stripped)
    if record:
        yield record, []
    if not found:
        raise ImportFileError(
            "no line of this is an event of markwhen: an event starts with its date and a colon"
        )


def _body(text: str) -> list[str]:
    """The lines without the header between ``---``."""
    lines = text.removeprefix("\ufeff").splitlines()
    if lines and lines[0].strip() == "---":
        end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        return lines[end + 1 :]
    return lines


def _record(date: str, title: str) -> dict[str, Any]:
    tags = [tag.replace("-", " ") for tag in _TAG.findall(title)]
    return {"date": date, "title": " ".join(_TAG.sub("", title).split()), "tags": tags, "summary": ""}


def _add(record: dict[str, Any], line: str) -> None:
    if match := _PROPERTY.fullmatch(line):
        key, value = match.groups()
        if key == "id":
            record["id"] = value.strip()
        else:
            record["date"] = date_meant(calendar_span(record["date"]), value)
        return
    record["summary"] = f"{record['summary']}\n{line}".strip()


def _date_of(line: str) -> tuple[str, str] | None:
    match = _FIRST_LINE.match(line)
    if not match:
        return None
    date = next(iter(_dates(match["date"].strip())), None)
    return (date, match["title"]) if date else None


def _dates(text: str) -> Iterator[str]:
    """What a date of markwhen can mean in EDTF."""
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
