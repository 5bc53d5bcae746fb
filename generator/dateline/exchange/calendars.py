"""Calendars (iCalendar, RFC 5545): every event as all-day, an uncertain one marked as tentative."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from dateline.edtf import Day, in_words, languages, parse
from dateline.exceptions import EdtfError, ImportFileError
from dateline.exchange.calendar_spans import says_all
from dateline.exchange.markup import is_web_address
from dateline.exchange.records import to_json
from dateline.model import Event

NOT_HELD = ("actors", "status", "sources")
_LINE_OCTETS = 75
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 30)
_EDTF = "X-DATELINE-DATE"
_KIND = "X-DATELINE-KIND"
_PLACES = "X-DATELINE-PLACES"
_PRIORITIES = {5: 1, 4: 3, 3: 5, 2: 7, 1: 9}
"""Of importance; RFC 5545 counts from 1, the highest, to 9."""


def to_calendar(
    events: Iterable[Event],
    title: str,
    language: str,
    stamp: datetime,
    address: Callable[[Event], str | None],
) -> str:
    """Events as a calendar.

    Args:
        events: Those with no day between the years 1 and 9999 are left out: `has_days` tells which.
        title: The name of the calendar.
        language: Of the words for uncertain dates.
        stamp: When the calendar was made.
        address: The web address of an event's page, None if it has none.
    """
    made = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//EN", f"X-WR-CALNAME:{_text(title)}"]
    for event in events:
        lines += _event(event, made, language, address(event))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def has_days(event: Event) -> bool:
    """Whether a calendar can show an event: one of its days is known, in the years 1 to 9999."""
    return _days(event.date) is not None


@lru_cache(maxsize=65_536)
def _days(edtf: str) -> tuple[date, date] | None:
    read = parse(edtf)
    first = read.earliest or read.latest
    # What goes on without an end known is marked on the day it began.
    last = read.latest if read.earliest and read.latest else first
    start, end = _date(first), _date(last)
    return (start, end) if start and end else None


def _date(day: Day | None) -> date | None:
    found = date(*day) if day and 1 <= day.year <= 9999 else None
    return found if found and _FIRST <= found <= _LAST else None


def _event(event: Event, made: str, language: str, url: str | None) -> Iterator[str]:
    days = _days(event.date)
    if days is None:
        return
    is_exact = says_all(event.date)
    certain = is_exact and event.kind == "happened"
    words = "" if is_exact else in_words(event.date, language)
    yield from ("BEGIN:VEVENT", f"UID:{_text(event.id)}@dateline", f"DTSTAMP:{made}")
    yield f"DTSTART;VALUE=DATE:{_basic(days[0])}"
    yield f"DTEND;VALUE=DATE:{_basic(days[1] + timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.title)}"
    if description := "\n\n".join(filter(None, (words, event.summary))):
        yield f"DESCRIPTION:{_text(description)}"
    if event.places:
        yield f"LOCATION:{_text(', '.join(event.places))}"
        if any(", " in place for place in event.places):
            yield f"{_PLACES}:{_text(to_json(event.places))}"
    yield f"PRIORITY:{_PRIORITIES[event.importance]}"
    if event.tags:
        yield f"CATEGORIES:{','.join(map(_text, event.tags))}"
    yield f"STATUS:{'CONFIRMED' if certain else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    if url:
        yield f"URL:{''.join(url.split())}"
    yield f"{_EDTF}:{_text(event.date)}"
    if event.kind != "happened":
        yield f"{_KIND}:{event.kind}"
    yield "END:VEVENT"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A text as a property's value: no line of it can pass for a property."""
    plain = _CONTROL.sub("", text)
    for char, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(char, escaped)
    return plain


def _folded(line: str) -> str:
    """Lines of at most 75 octets, none broken inside a letter."""
    octets = line.encode()
    if len(octets) <= _LINE_OCTETS:
        return line
    parts, start, width = [], 0, _LINE_OCTETS
    while start < len(octets):
        end = start + width
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end].decode())
        start, width = end, _LINE_OCTETS - 1  # the space that marks what goes on
    return "\r\n ".join(parts)


def from_calendar(data: bytes) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The events of a calendar as records, and what of each has no place in one.

    Raises:
        ImportFileError: It is no calendar, or what reads calendars is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - only to import calendars
    except ImportError:
        raise ImportFileError(
            'to read calendars, install what they need: pip install "dateline[import]"'
        ) from None
    try:
        parts = list(Calendar.from_ical(data).walk("VEVENT"))
    except Exception as error:  # noqa: BLE001 - a broken file fails in many ways
        raise ImportFileError(f"this is no calendar ({' '.join(str(error).split())})") from None
    for number, part in enumerate(parts, 1):
        yield _record(part, f"event {number}")


_READ = {
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "STATUS"),
    *("TRANSP", "URL", "CREATED", "LAST-MODIFIED", "SEQUENCE", "PRIORITY", _EDTF, _KIND, _PLACES),
}


def _record(part: Any, where: str) -> tuple[dict[str, Any], list[str]]:  # noqa: ANN401 - icalendar's own
    own = str(part.get("UID", "")).endswith("@dateline")
    shown = _edtf(_span(part, where), where)
    written = _unescaped(part.get(_EDTF, ""))
    # Whoever moved the event in a calendar moved its days only.
    edtf = written if _has_days_of(written, shown) else shown
    categories = part.get("CATEGORIES") or []
    listed = categories if isinstance(categories, list) else [categories]
    description = str(part.get("DESCRIPTION", ""))
    words, _, rest = description.partition("\n\n")
    if own and not says_all(edtf) and any(in_words(edtf, language) == words for language in languages()):
        description = rest
    url = str(part.get("URL", ""))
    location = str(part.get("LOCATION", ""))
    places = [place.strip() for place in location.split(", ") if place.strip()]
    if _PLACES in part:
        told = _listed(_unescaped(part[_PLACES]))
        places = told if ", ".join(told) == location else places
    record = {
        "id": str(part["UID"]).removesuffix("@dateline") if own else "",
        "date": edtf,
        "title": " ".join(str(part.get("SUMMARY", "")).split()),
        "summary": description,
        "places": places,
        "tags": [str(tag) for each in listed for tag in each.cats],
        "kind": str(part.get(_KIND, "")),
        "importance": _importance(str(part.get("PRIORITY", ""))),
        "sources": [{"url": url}] if not own and is_web_address(url) else [],
    }
    return record, sorted(set(part) - _READ)


def _unescaped(value: object) -> str:
    """A property that icalendar does not know, as a text."""
    return re.sub(r"\\([\\,;])", r"\1", str(value))


def _listed(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [str(each) for each in found] if isinstance(found, list) else []


def _importance(priority: str) -> int | None:
    """What a priority from 1 to 9 comes to; 0 is none."""
    return 5 - (int(priority) - 1) // 2 if priority in set("123456789") else None


def _has_days_of(edtf: str, shown: str) -> bool:
    try:
        return bool(edtf) and _days(edtf) == _days(shown)
    except EdtfError:
        return False


def _span(part: Any, where: str) -> str:  # noqa: ANN401
    """From the first day to the last, or the minute that it starts."""
    start, end = _moment(part, "DTSTART", where), _moment(part, "DTEND", where)
    if start is None:
        raise ImportFileError(f"{where}: it has no DTSTART: add one")
    if isinstance(start, datetime):
        return start.isoformat(timespec="minutes")
    # Of a day, the end is the day after the last.
    last = end - timedelta(days=1) if end and not isinstance(end, datetime) and end > start else start
    return str(start) if last == start else f"{start}/{last}"


def _moment(part: Any, name: str, where: str) -> date | None:  # noqa: ANN401
    """The day or minute of a property, None where it is missing."""
    try:
        found = part[name].dt if name in part else None
    except (AttributeError, ValueError):  # what icalendar raises of a property that is broken or there twice
        found = ""
    if found is None or isinstance(found, date):
        return found
    raise ImportFileError(f"{where}: its {name} is no day: write it once, like {name};VALUE=DATE:19980503")


def _edtf(text: str, where: str) -> str:
    try:
        return parse(text).text
    except EdtfError as error:
        raise ImportFileError(f"{where}: {error}") from None
