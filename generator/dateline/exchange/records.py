"""Events as plain records with the keys of an event file, and back: what all formats share."""

from collections.abc import Mapping
from dataclasses import fields
from json import JSONEncoder
from typing import Any, get_args

from dateline.edtf import parse
from dateline.exceptions import EdtfError, ImportFileError
from dateline.model import Event, Kind, Source, Status

LISTS = ("actors", "places", "tags")
_SOURCE_KEYS = tuple(field.name for field in fields(Source))
_EVENT_KEYS = tuple(field.name for field in fields(Event) if field.name != "path")
_CHOICES = {"kind": get_args(Kind), "status": get_args(Status)}


# Made once: json.dumps with options makes an encoder each time.
to_json = JSONEncoder(ensure_ascii=False).encode
"""Writes a record, or a list of texts, as JSON on one line."""


def record_of(event: Event) -> dict[str, Any]:
    """An event as a record; what is empty is left out."""
    record = {key: value for key in _EVENT_KEYS if (value := getattr(event, key)) not in ("", ())}
    record.update({key: list(record[key]) for key in LISTS if key in record})
    if event.sources:
        record["sources"] = sources_of(event)
    return record


def sources_of(event: Event) -> list[dict[str, str]]:
    """The sources of an event as records; what is empty is left out."""
    return [
        {key: value for key in _SOURCE_KEYS if (value := getattr(source, key))} for source in event.sources
    ]


def event_of(record: Mapping[str, Any], where: str) -> tuple[Event, list[str]]:
    """A record as an event.

    Args:
        record: Keys and values as in an event file; values may be texts, numbers, lists of these.
        where: What to call it in errors: "row 3".

    Returns:
        The event, its id empty where the record has none, and the keys that an event has no place for.

    Raises:
        ImportFileError: Date or title are missing or wrong.
    """
    values: dict[str, Any] = {"id": ""}
    for key, value in record.items():
        if key in _EVENT_KEYS and value not in (None, "", []):
            values[key] = _value(key, value, where)
    for key in ("date", "title"):
        if key not in values:
            raise ImportFileError(f"{where}: there is no {key}: add one, or take the event out")
    return Event(**values), sorted(record.keys() - set(_EVENT_KEYS))


def _value(key: str, value: Any, where: str) -> Any:  # noqa: ANN401 - what a key holds is its own affair
    if key == "sources":
        return tuple(_source(source, where) for source in _listed(value))
    if key in LISTS:
        return tuple(text for item in _listed(value) if (text := str(item).strip()))
    text = str(value).strip()
    if key == "date":
        try:
            return parse(text).text
        except EdtfError as error:
            raise ImportFileError(f"{where}: {error}") from None
    if key == "importance":
        if text not in {"1", "2", "3", "4", "5"}:
            raise ImportFileError(f"{where}: importance is {text!r}: write a whole number from 1 to 5")
        return int(text)
    if key in _CHOICES and text not in _CHOICES[key]:
        raise ImportFileError(f"{where}: {key} is {text!r}: write one of {', '.join(_CHOICES[key])}")
    return text


def _source(value: Any, where: str) -> Source:  # noqa: ANN401
    if not isinstance(value, Mapping):
        raise ImportFileError(f"{where}: a source is not a record: write its keys, such as article and quote")
    known = {key: str(value[key]) for key in _SOURCE_KEYS if value.get(key)}
    return Source(**{"article": "", "quote": ""} | known)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return list(value) if isinstance(value, list | tuple) else [value]
