"""An event as the text of its file: YAML as a person would type it, which reads back the very same texts."""

import re
from collections.abc import Iterator, Sequence

from dateline.events.schema import SCHEMA_NAME
from dateline.exceptions import EventFileError
from dateline.model import Event, Source

_WIDTH = 100
# YAML 1.1 takes these for truth values and nothing; other readers of the file still do.
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_STARTS_SAFELY = re.compile(r"[^\W\d_]|[(“‘„«]|[0-9][^ ]* [^\W\d_]{2}")
_DATE_AS_IS = re.compile(r"[-.0-9][-0-9XTZ:+/.~?%]*")
# What cannot stand in a text without quotes; in a flow list the brackets and commas neither.
_UNSAFE = re.compile(r": | #|:$|^\s|\s$")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|:")
# What must be escaped: all that YAML calls non-printable, and breaks and blanks an editor may change.
_ESCAPED = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def format_event(event: Event, depth: int) -> str:
    """The text of an event's file.

    Args:
        event: The event; its id and path are not written.
        depth: How many folders below the content folder the file stands.

    Raises:
        EventFileError: A text holds a lone surrogate, which no file can keep.
    """
    return "\n".join(_lines(event, depth)) + "\n"


def _lines(event: Event, depth: int) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_NAME}"
    yield f"date: {event.date if _DATE_AS_IS.fullmatch(event.date) else _quoted(event.date)}"
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
    one_line = start + (text if _is_plain(text) else _quoted(text))
    if len(one_line) <= _WIDTH or _ESCAPED.search(text) or text != text.strip():
        yield one_line
        return
    yield start + ">-"
    yield from _folded(text, indent + 2)


def _folded(text: str, indent: int) -> Iterator[str]:
    """Lines broken at single spaces only, so that joining them again with a space gives the same text."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and indent + len(line) + 1 + len(word) > _WIDTH:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield " " * indent + line


def _flow_list(name: str, items: Sequence[str]) -> Iterator[str]:
    line = f"{name}: ["
    for number, item in enumerate(items):
        text = item if _is_plain(item) and not _UNSAFE_IN_FLOW.search(item) else _quoted(item)
        end = "]" if number == len(items) - 1 else ","
        if number and len(line) + len(text) + 2 > _WIDTH:
            yield line
            line = f"  {text}{end}"
        else:
            line += f"{' ' if number else ''}{text}{end}"
    yield line


def _is_plain(text: str) -> bool:
    """Whether the text needs no quotes in any YAML reader, old or new."""
    return (
        _STARTS_SAFELY.match(text) is not None
        and text.lower() not in _RESERVED
        and not _UNSAFE.search(text)
        and not _ESCAPED.search(text)
    )


def _quoted(text: str) -> str:
    if not _ESCAPED.search(text) and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        raise EventFileError(
            f"a text holds half a character (U+{code:04X}): convert its article to UTF-8 anew"
        )
    return _SHORT_ESCAPES.get(match[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
