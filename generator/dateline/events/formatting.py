"""An event as the text of its file: YAML as a person would type it, which reads back the very same texts."""

import re
from collections.abc import Iterator, Sequence

from dateline.events.schema import SCHEMA_NAME
from dateline.model import Event, Source
from dateline.yaml_quoting import can_fold, folded, is_numeral, is_plain, quoted

_WIDTH = 100
# What cannot stand without quotes in a flow list.
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|:")


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
    yield from _text("title", event.title, 0)
    if event.summary:
        yield from _text("summary", event.summary, 0)
    for name, items in (("actors", event.actors), ("places", event.places), ("tags", event.tags)):
        if items:
            yield from _flow_list(name, items)
    if event.kind != "happened":
        yield f"kind: {event.kind}"
    yield f"importance: {event.importance}"
    yield f"status: {event.status}"
    if event.sources:
        yield "sources:"
    for source in event.sources:
        yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    named = (
        ("article", source.article),
        ("quote", source.quote),
        ("speaker", source.speaker),
        ("dated", source.dated),
        ("url", source.url),
    )
    lines = [line for name, text in named if text is not None for line in _text(name, text, 4)]
    yield "  - " + lines[0].lstrip()
    yield from lines[1:]


def _text(name: str, text: str, indent: int) -> Iterator[str]:
    """A key and its text: on one line, or folded below it where it is long."""
    start = f"{' ' * indent}{name}: "
    one_line = start + (text if is_plain(text) else quoted(text))
    if len(one_line) <= _WIDTH or not can_fold(text):
        yield one_line
        return
    yield start + ">-"
    yield from folded(text, indent + 2, _WIDTH)


def _flow_list(name: str, items: Sequence[str]) -> Iterator[str]:
    line = f"{name}: ["
    for number, item in enumerate(items):
        text = item if is_plain(item) and not _UNSAFE_IN_FLOW.search(item) else quoted(item)
        end = "]" if number == len(items) - 1 else ","
        if number and len(line) + len(text) + 2 > _WIDTH:
            yield line
            line = f"  {text}{end}"
        else:
            line += f"{' ' if number else ''}{text}{end}"
    yield line
