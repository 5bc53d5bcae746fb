"""What the event files of a site hold now: every value as it was typed, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.edtf import parse
from dateline.events.fields import EVENT_FIELDS
from dateline.events.files import event_files
from dateline.events.ledger import SourceTexts, fingerprint, mention_keys
from dateline.events.reading import ReadFile, read_file
from dateline.exceptions import EdtfError
from dateline.model import Event
from dateline.yaml_text import ListNode, MapNode, Node, Plain, TextNode, load_text_yaml, plain


@dataclass(frozen=True, slots=True)
class Present:
    """An event that is in a file."""

    path: str
    """Relative to the content folder."""
    number: int | None = None
    """Which one it is in a file with a list of events, from 0."""
    keys: tuple[str, ...] = ()
    """All keys that it has, in their order."""
    fields: Mapping[str, Any] | None = None
    """As `proposed_fields` has them; None if the file cannot be read. A source has a person's own keys, too,
    and is empty if it is no mapping; ``sources`` is None if it is no list."""
    mentions: frozenset[str] = frozenset()
    fingerprint: str | None = None
    """None for a file that the generator never writes: a list of events, a link, one with mistakes."""

    @property
    def status(self) -> str:
        """What a person says of it; a draft if nothing is said."""
        return str((self.fields or {}).get("status", "draft"))

    @property
    def sources(self) -> list[SourceTexts] | None:
        """Its sources; None if they are no list, or the file cannot be read."""
        return None if self.fields is None else self.fields["sources"]


def present_events(content: Path) -> dict[str, Present]:
    """Every event that is in a file, by id; a file that cannot be read holds the one it is named after."""
    present: dict[str, Present] = {}
    for path in event_files(content):
        inside = path.relative_to(content).as_posix()
        file = read_file(path, content)
        if not file.events:
            present.setdefault(path.stem, Present(inside))
            continue
        data = path.read_bytes()
        numbers = _numbers(data, path.as_posix(), file)
        mark = fingerprint(data) if not numbers and not file.findings else None
        for event, node in file.events:
            number = numbers.get((node.line, node.col))
            present.setdefault(event.id, _present(inside, number, event, node, mark))
    return present


def _numbers(data: bytes, name: str, file: ReadFile) -> dict[tuple[int, int], int]:
    """The numbers of the events in a list by their places; none of an event that is alone in its file."""
    if all(node.col == 1 for _, node in file.events):  # in a list a dash or bracket comes first
        return {}
    root = load_text_yaml(data.decode(), name)
    items = root.items if isinstance(root, ListNode) else ()
    return {(item.line, item.col): number for number, item in enumerate(items) if isinstance(item, MapNode)}


def _present(path: str, number: int | None, event: Event, node: MapNode, mark: str | None) -> Present:
    fields = {
        field.name: value
        for field in EVENT_FIELDS
        if field.name not in {"id", "sources"} and (value := _typed(node.get(field.name)))
    }
    fields["date"] = _normal_date(fields.get("date", ""))
    sources = _sources(node.get("sources"))
    known = {"date": event.date, "title": event.title, "sources": sources or []}
    keys = tuple(key.value for key, _ in node.items)
    return Present(path, number, keys, fields | {"sources": sources}, mention_keys(known), mark)


def _typed(node: Node | None) -> Plain | None:
    """A value as it was typed; None where there is none, or only blanks."""
    value = None if node is None else plain(node)
    return None if isinstance(value, str) and not value.strip() else value


def _normal_date(value: Plain) -> Plain:
    try:
        return parse(value).text if isinstance(value, str) else value
    except EdtfError:
        return value


def _sources(node: Node | None) -> list[SourceTexts] | None:
    if node is None or (isinstance(node, TextNode) and not node.value.strip()):
        return []
    return [_source(item) for item in node.items] if isinstance(node, ListNode) else None


def _source(node: Node) -> SourceTexts:
    if not isinstance(node, MapNode):
        return {}
    texts = {
        key.value: value.value if isinstance(value, TextNode) else str(plain(value))
        for key, value in node.items
    }
    return {key: text for key, text in texts.items() if text.strip()}
