"""What to write where a key or a value is not of the kind that the table of fields has there."""

import difflib
from collections.abc import Iterable

from dateline.events.fields import EVENT_FIELDS, OWN_KEY_PREFIX, SOURCE_FIELDS, Field
from dateline.events.values import WrongValueError
from dateline.yaml_quoting import quoted
from dateline.yaml_text import MapNode, Node, TextNode

_OF_EVENTS = frozenset(field.name for field in EVENT_FIELDS)
_OF_SOURCES = frozenset(field.name for field in SOURCE_FIELDS)
# What editors make of a hyphen.
_LONG_DASHES = ("– ", "— ")


def meant_key(key: TextNode, known: Iterable[str]) -> set[str]:
    """The known key that an unknown one is a slip for, if there is one."""
    return set(difflib.get_close_matches(key.value.lower(), list(known), n=1))


def unknown_key(key: TextNode, known: Iterable[str]) -> WrongValueError:
    """What to write for a key that is not known where it stands."""
    name = key.value
    if name.startswith("-"):
        return WrongValueError(key, "a space is missing after the dash", f"write '- {name[1:]}: …'")
    if name in _OF_SOURCES:
        fix = f"move it to a source, below 'sources:', as in '- {name}: …'"
        return WrongValueError(key, f"'{name}' is a key of a source, not of an event", fix)
    if name in _OF_EVENTS:
        fix = "start its line with as many spaces as 'sources:'"
        return WrongValueError(key, f"'{name}' is a key of an event, not of a source", fix)
    near = meant_key(key, known)
    fix = f"write '{near.pop()}'" if near else f"write one of {', '.join(known)}"
    return WrongValueError(
        key, f"the key '{name}' is unknown", f"{fix}, or '{OWN_KEY_PREFIX}{name}' for a key of your own"
    )


def missing(field: Field, node: MapNode) -> WrongValueError:
    """What to write where a mapping lacks a field, or has its key without a value."""
    empty = next((key for key, _ in node.items if key.value == field.name), None)
    if empty is None:
        fix = f"add a line like '{field.name}: {field.examples[0]}'"
        return WrongValueError(node, f"the {field.name} is missing", fix)
    fix = f"write one like '{field.name}: {field.examples[0]}', in quotes where it starts with #"
    return WrongValueError(empty, f"the {field.name} is empty", fix)


def no_list(field: Field, node: Node) -> WrongValueError:
    """What to write where a list should be."""
    message = f"{field.name} is not a list"
    if isinstance(node, TextNode) and node.value.startswith(_LONG_DASHES):
        fix = f"write '- {node.value.split(node.value[:2])[1].strip()}'"
        return WrongValueError(node, "an item starts with a hyphen, not with a longer dash", fix)
    if isinstance(node, TextNode) and node.value.startswith("-"):
        fix = f"write '- {node.value.split(' -')[0].lstrip('- ')}'"
        return WrongValueError(node, "a space is missing after the dash", fix)
    if field.value == "sources":
        first = f"'{node.items[0][0].value}'" if isinstance(node, MapNode) and node.items else "'article: …'"
        fix = f"write '- ' before {first}, and two spaces more before its other keys"
        return WrongValueError(node, message, fix)
    if not isinstance(node, TextNode):
        return WrongValueError(node, message, f"write '{field.name}: {_example(field)}'")
    # A comma may part two names, or a name from what somebody is.
    single = None if "," in node.value or ";" in node.value else (node.value,)
    return WrongValueError(node, message, f"write '{field.name}: [{node.value.replace(';', ',')}]'", single)


def no_text(field: Field, node: Node) -> WrongValueError:
    """What to write where one text should be."""
    if text := _with_colon(node):
        message = "a colon inside a text needs quotes around it"
        return WrongValueError(node, message, f"write {field.name}: {quoted(text)}")
    fix = f"write '{field.name}: {_example(field)}', in quotes where it starts with [ or {{"
    return WrongValueError(node, f"{field.name} is not one text", fix)


def no_item(node: Node) -> WrongValueError:
    """What to write where an item of a list is not one text."""
    if text := _with_colon(node):
        return WrongValueError(node, "a colon inside a text needs quotes around it", f"write {quoted(text)}")
    return WrongValueError(
        node, "an item of this list is not one text", "write texts, with commas between them"
    )


def _with_colon(node: Node) -> str | None:
    """The text that YAML took for a key and its value."""
    if not isinstance(node, MapNode) or len(node.items) != 1:
        return None
    ((key, value),) = node.items
    return f"{key.value}: {value.value}" if isinstance(value, TextNode) else None


def _example(field: Field) -> str:
    return field.examples[0] if field.examples else "…"
