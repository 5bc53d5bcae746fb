"""A decision about an event as the new text of its file; every other byte stays as it is."""

from collections.abc import Sequence

from dateline.edtf import parse
from dateline.events import source_entry
from dateline.exceptions import DatelineError
from dateline.model import Event, Source
from dateline.yaml_edits import AddEntry, AddKey, Edit, Remove, SetValue, edit_yaml
from dateline.yaml_text import ListNode, MapNode, load_text_yaml

_FILLED = ("summary", "actors", "places", "tags")


def with_field(text: str, name: str, event: str, key: str, value: str) -> str:
    """The text of a file in which a key of an event has a value.

    Args:
        text: The file's.
        name: Its path, for errors.
        event: The id of the event.
        key: The key.
        value: Its new value.

    Raises:
        DatelineError: The file is written in a way that leaves no place for it, or no such event is in it.
    """
    place, node = _find(text, name, event)
    return edit_yaml(text, [_set(place, node, key, value)], name)


def with_date(text: str, name: str, event: str, date: str) -> str:
    """The text of a file in which an event has a date; arguments and errors as `with_field`.

    Raises:
        EdtfError: The date is none.
    """
    return with_field(text, name, event, "date", parse(date).text)


def with_tellings(text: str, name: str, event: Event, other: Event) -> str:
    """The text of a file in which an event has also the sources of another, and what it lacks itself.

    Args:
        text: The file's.
        name: Its path, for errors.
        event: The event that is kept.
        other: The event that goes into it.

    Raises:
        DatelineError: As `with_field`.
    """
    place, node = _find(text, name, event.id)
    told = {_telling(source) for source in event.sources}
    new = [source for source in other.sources if _telling(source) not in told]
    if new and node.get("sources") is None:
        text = edit_yaml(text, [AddKey(place, "sources", ())], name)
    text = edit_yaml(text, [AddEntry((*place, "sources"), source_entry(source)) for source in new], name)
    missing: dict[str, str | tuple[str, ...]] = {
        key: getattr(other, key) for key in _FILLED if getattr(other, key) and not getattr(event, key)
    }
    # After the sources: at the end of the event's text both would be put at one place.
    return edit_yaml(text, [_set(place, node, key, value) for key, value in missing.items()], name)


def without(text: str, name: str, event: str) -> str | None:
    """The text of a file without an event; None if nothing is left of it.

    Raises:
        DatelineError: As `with_field`.
    """
    place, _ = _find(text, name, event)
    root = load_text_yaml(text, name)
    if not isinstance(root, ListNode) or len(root.items) == 1:
        return None
    return edit_yaml(text, [Remove(place)], name)


def _find(text: str, name: str, event: str) -> tuple[tuple[str | int, ...], MapNode]:
    """Where an event stands in a file: the file itself, or an item of its list."""
    root = load_text_yaml(text, name)
    if isinstance(root, MapNode):
        return (), root
    for number, node in enumerate(root.items):
        if isinstance(node, MapNode) and getattr(node.get("id"), "value", None) == event:
            return (number,), node
    raise DatelineError(f"{name}: there is no event {event} any more: begin again")


def _set(place: tuple[str | int, ...], node: MapNode, key: str, value: str | Sequence[str]) -> Edit:
    if node.get(key) is None:
        return AddKey(place, key, value)
    return SetValue((*place, key), value)


def _telling(source: Source) -> tuple[str, str, str | None]:
    return (source.article, " ".join(source.quote.split()), source.url)
