"""Timelines of TimelineJS: its JSON and the rows of its spreadsheet.

Source: https://timeline.knightlab.com/docs/json-format.html and the columns of its spreadsheet template.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any

from dateline.exceptions import EdtfError, ImportFileError
from dateline.exchange.calendar_spans import CalendarSpan, Moment, calendar_span, date_meant, words_beside
from dateline.exchange.markup import address_of, body_of, is_web_address, read_body
from dateline.model import Article, Event

NOT_HELD = ("actors", "places", "tags", "kind", "importance", "status")
"""What the format has no place for; of the tags it has one, as the group."""
COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail"),
    *("Type", "Group", "Background"),
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp][Mm])?")
_DATE_KEYS = ("year", "month", "day", "hour", "minute", "second")


def to_json(
    events: list[Event], articles: Mapping[str, Article], title: str, language: str
) -> dict[str, Any]:
    """Events as a timeline for `new TL.Timeline(element, …)`."""
    slides = [_slide(event, articles, language) for event in events]
    return {"title": {"text": {"headline": escape(title)}}, "events": slides}


def _slide(event: Event, articles: Mapping[str, Article], language: str) -> dict[str, Any]:
    span = calendar_span(event.date)
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": _json_date(span.start)}
    if span.end:
        slide["end_date"] = _json_date(span.end)
    if words := words_beside(event.date, language):
        slide["display_date"] = words
    slide["text"] = {"headline": escape(event.title), "text": body_of(event, articles)}
    if event.tags:
        slide["group"] = event.tags[0]
    return slide


def _json_date(moment: Moment) -> dict[str, int]:
    clock = map(int, _clock_of(moment).split(":")) if moment.time else ()
    parts = (_year_of_era(moment.year), moment.month, moment.day, *clock)
    return {key: part for key, part in zip(_DATE_KEYS, parts, strict=False) if part is not None}


def _clock_of(moment: Moment) -> str:
    """The time without its offset from UTC, which has no place here."""
    return re.split("[Z+-]", moment.time or "")[0]


def _year_of_era(year: int) -> int:
    """A year as TimelineJS counts: it shows -44 as 44 BCE, which EDTF writes -0043."""
    return year if year > 0 else year - 1


def from_json(document: object) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The slides of a timeline as records of events, each with what of it has no place in an event.

    Raises:
        ImportFileError: It is no such timeline, or a slide has no date.
    """
    slides = document.get("events") if isinstance(document, Mapping) else None
    if not isinstance(slides, list):
        raise ImportFileError("this is no TimelineJS timeline: it has no list 'events'")
    for number, slide in enumerate(slides, 1):
        where = f"event {number}"
        if not isinstance(slide, Mapping):
            raise ImportFileError(f"{where}: this is not a record: take it out")
        yield _record(slide, where)


def _record(slide: Mapping[str, Any], where: str) -> tuple[dict[str, Any], list[str]]:
    text = slide.get("text") or {}
    if not isinstance(text, Mapping):
        raise ImportFileError(f"{where}: its text is no record: write it as {{…}}, or take it out")
    media = slide.get("media") or {}
    lost = sorted(slide.keys() - {"unique_id", "start_date", "end_date", "display_date", "text", "group"})
    url = str(media.get("url") or "") if isinstance(media, Mapping) else ""
    if is_web_address(url):
        lost.remove("media")
    span = CalendarSpan(
        _moment(slide.get("start_date"), where),
        _moment(slide["end_date"], where) if slide.get("end_date") else None,
    )
    return _event_record(
        identity=str(slide.get("unique_id") or ""),
        date=_date(span, str(slide.get("display_date") or ""), where),
        headline=str(text.get("headline") or ""),
        html=str(text.get("text") or ""),
        group=str(slide.get("group") or ""),
        url=url if is_web_address(url) else "",
        caption=str(media.get("caption") or "") if isinstance(media, Mapping) else "",
    ), lost


def _event_record(
    *, identity: str, date: str, headline: str, html: str, group: str, url: str, caption: str
) -> dict[str, Any]:
    body = read_body(html)
    sources = [{"quote": source.quote, "url": source.url} for source in body.sources]
    if url and url not in {source.url for source in body.sources}:
        sources.append({"quote": read_body(caption).text, "url": url})
    return {
        "id": identity,
        "date": date,
        "title": " ".join(read_body(headline).text.split()),
        "summary": body.text,
        "tags": [group] if group else [],
        "sources": sources,
    }


def _moment(date: object, where: str) -> Moment:
    if not isinstance(date, Mapping) or not str(date.get("year", "")).strip():
        raise ImportFileError(f"{where}: there is no start_date with a year: add one")
    clock = [date.get(key) for key in ("hour", "minute", "second")]
    time = ":".join(f"{_number(part, where):02}" for part in clock if part not in (None, ""))
    if ":" not in time:
        time = f"{time}:00" if time else ""
    return _moment_of(date.get("year"), date.get("month"), date.get("day"), time, where)


def _moment_of(year: object, month: object, day: object, time: str, where: str) -> Moment:
    numbers = [None if part in (None, "") else _number(part, where) for part in (year, month, day)]
    if numbers[0] is None:
        raise ImportFileError(f"{where}: there is no year: add one")
    # The year before 1 is -1 there; EDTF counts astronomically and has a year 0.
    year_counted = numbers[0] + 1 if numbers[0] < 0 else numbers[0]
    return Moment(year_counted, numbers[1], numbers[2] if numbers[1] else None, time or None)


def _number(value: object, where: str) -> int:
    try:
        return int(str(value).strip())
    except ValueError:
        raise ImportFileError(f"{where}: {value!r} is no part of a date: write a number") from None


def _date(span: CalendarSpan, words: str, where: str) -> str:
    try:
        return date_meant(span, unescape(words))
    except EdtfError as error:
        raise ImportFileError(f"{where}: {error}") from None


def is_timelinejs(header: Sequence[str]) -> bool:
    """Whether a table with these columns is a spreadsheet of TimelineJS."""
    return {"Headline", "Year"} <= set(header)


def to_rows(events: list[Event], articles: Mapping[str, Article], language: str) -> Iterator[dict[str, str]]:
    """Events as rows of the spreadsheet, by column."""
    for event in events:
        span = calendar_span(event.date)
        row = dict.fromkeys(COLUMNS, "")
        row |= _columns("", span.start) | (_columns("End ", span.end) if span.end else {})
        row["Display Date"] = words_beside(event.date, language) or ""
        row["Headline"], row["Text"] = escape(event.title, quote=False), body_of(event, articles)
        row["Media"] = next(filter(None, (address_of(s, articles) for s in event.sources)), "")
        row["Group"] = event.tags[0] if event.tags else ""
        yield row


def _columns(side: str, moment: Moment) -> dict[str, str]:
    parts = {
        "Year": _year_of_era(moment.year),
        "Month": moment.month,
        "Day": moment.day,
        "Time": _clock_of(moment) or None,
    }
    return {side + column: str(part) for column, part in parts.items() if part is not None}


def from_row(row: Mapping[str, str], where: str) -> tuple[dict[str, Any], list[str]] | None:
    """A row as a record of an event and the columns that have no place in one; None for a title or an era.

    Raises:
        ImportFileError: The row has no date.
    """
    if row.get("Type", "").strip().lower() in {"title", "era"}:
        return None
    start = _row_moment(row, "", where)
    end = _row_moment(row, "End ", where) if row.get("End Year", "").strip() else None
    url = row.get("Media", "").strip()
    is_link = is_web_address(url)
    kept = {*COLUMNS[:11], "Media Caption", "Type", "Group", *(["Media"] if is_link else [])}
    lost = [column for column, value in row.items() if column and value.strip() and column not in kept]
    record = _event_record(
        identity="",
        date=_date(CalendarSpan(start, end), row.get("Display Date", ""), where),
        headline=row.get("Headline", ""),
        html=row.get("Text", ""),
        group=row.get("Group", "").strip(),
        url=url if is_link else "",
        caption=row.get("Media Caption", ""),
    )
    return record, lost


def _row_moment(row: Mapping[str, str], side: str, where: str) -> Moment:
    time = row.get(f"{side}Time", "").strip()
    return _moment_of(
        row.get(f"{side}Year"), row.get(f"{side}Month"), row.get(f"{side}Day"), _clock(time, where), where
    )


def _clock(time: str, where: str) -> str:
    if not time:
        return ""
    match = _TIME.fullmatch(time)
    if not match:
        raise ImportFileError(f"{where}: the time {time!r} cannot be read: write it like 15:44")
    hour, minute, second, half = match.groups()
    hours = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
    return f"{hours:02}:{minute}" + (f":{second}" if second else "")
