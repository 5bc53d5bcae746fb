"""An event as the text of its file: YAML as a person would type it, which reads back the very same texts."""

from collections.abc import Iterator

from dateline.events.fields import SOURCE_FIELDS
from dateline.events.schema import SCHEMA_NAME
from dateline.model import Event, Source
from dateline.yaml_edits import key_lines
from dateline.yaml_quoting import is_numeral, quoted


def format_event(event: Event, depth: int) -> str:
    """The text of an event's file.

    Args:
        event: The event; its id and path are not written.
        depth: How many folders below the content folder the file stands.

    Raises:
        DatelineError: A text holds a lone surrogate, which no file can keep.
    """
    return "\n".join(_lines(event, depth)) + "\n"


def _lines(event: Event, depth: int) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_NAME}"
    yield f"date: {event.date if is_numeral(event.date) else quoted(event.date)}"
    yield from key_lines("title", event.title, 0)
    if event.summary:
        yield from key_lines("summary", event.summary, 0)
    for name, items in (("actors", event.actors), ("places", event.places), ("tags", event.tags)):
        if items:
            yield from key_lines(name, items, 0)
    if event.kind != "happened":
        yield f"kind: {event.kind}"
    yield f"importance: {event.importance}"
    yield f"status: {event.status}"
    if event.sources:
        yield "sources:"
    for source in event.sources:
        yield from _source(source)


def source_entry(source: Source) -> tuple[tuple[str, str], ...]:
    """The keys and values of a source in a file; what is empty is left out."""
    named = ((field.name, getattr(source, field.name)) for field in SOURCE_FIELDS)
    return tuple((name, text) for name, text in named if text)


def _source(source: Source) -> Iterator[str]:
    for number, (name, text) in enumerate(source_entry(source)):
        first, *rest = key_lines(name, text, 4)
        yield ("    " if number else "  - ") + first
        yield from rest
