"""Event files to events: each field read by its kind of value, and each finding at its place."""

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.edtf import parse
from dateline.events.fields import EVENT_FIELDS, OWN_KEY_PREFIX, SOURCE_FIELDS, Field
from dateline.events.findings import Finding
from dateline.events.naming import is_id, title_slug
from dateline.exceptions import EdtfError, YamlTextError
from dateline.model import Event, Source
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, load_text_yaml

_URL = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
# An event is shown with what is right about it, but never with a guess at one of these.
_NEEDED = frozenset({"id", "date", "title", "kind", "status"})


@dataclasses.dataclass(slots=True)
class ReadFile:
    """What one file holds."""

    name: str
    """What findings call it."""
    events: list[tuple[Event, MapNode]] = dataclasses.field(default_factory=list)
    """The events that can be shown, and where they stand."""
    sources: list[tuple[Source, MapNode]] = dataclasses.field(default_factory=list)
    """The sources of all events, also of those that cannot be shown."""
    findings: list[Finding] = dataclasses.field(default_factory=list)

    def find(self, line: int, col: int, message: str, fix: str) -> None:
        """Note something to correct."""
        self.findings.append(Finding(self.name, line, col, message, fix))


def read_file(path: Path, content: Path) -> ReadFile:
    """Read one event file.

    Args:
        path: The file.
        content: The content folder, to which the events' own ``path`` is relative.
    """
    file = ReadFile(path.as_posix())
    if path.is_symlink():
        file.find(1, 1, "this is a link to a file", "put the file itself here")
        return file
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        file.find(line, 1, "this file is not UTF-8", "save it in the encoding UTF-8")
        return file
    return read_text(text, path.as_posix(), path.relative_to(content).as_posix())


def read_text(text: str, name: str, path: str) -> ReadFile:
    """Read the text of an event file.

    Args:
        text: All of it.
        name: What findings call the file.
        path: What the events call it: relative to the content folder.
    """
    file = ReadFile(name)
    try:
        root = load_text_yaml(text, name)
    except YamlTextError as error:
        message, _, fix = error.message.partition(": ")
        file.find(error.line, error.col, message, fix)
    else:
        _Reader(file, PurePosixPath(path)).read(root)
    return file


class _WrongError(Exception):
    """A value that cannot be read: at which node, what is wrong, what to write."""

    def __init__(self, node: Node, message: str, fix: str) -> None:
        super().__init__(message)
        self.parts = (node.line, node.col, message, fix)


class _Reader:
    """Reads the nodes of a file into a `ReadFile`."""

    def __init__(self, file: ReadFile, path: PurePosixPath) -> None:
        self._file = file
        self._path = path

    def read(self, root: MapNode | ListNode) -> None:
        listed = isinstance(root, ListNode)
        for node in root.items if isinstance(root, ListNode) else [root]:
            try:
                self._event(_mapping(node, "an event", "its keys, 'date: …' and 'title: …'"), listed=listed)
            except _WrongError as wrong:
                self._find(wrong)

    def _find(self, wrong: _WrongError) -> None:
        self._file.find(*wrong.parts)

    def _event(self, node: MapNode, *, listed: bool) -> None:
        values, wrong = self._values(node, EVENT_FIELDS)
        if "id" not in values and "id" not in wrong:
            if listed:
                raise _WrongError(
                    node, "this event in a list has no id", "write 'id: ' and a-short-name-with-dashes"
                )
            values["id"] = _id(
                unicodedata.normalize("NFC", self._path.stem), node, f"name the file {{}}{self._path.suffix}"
            )
        if not wrong & _NEEDED:
            self._file.events.append((Event(**values, path=self._path.as_posix()), node))

    def _values(self, node: MapNode, fields: tuple[Field, ...]) -> tuple[dict[str, Any], set[str]]:
        """The values by key, and the keys that are wrong or missing; an empty value is no value."""
        named = {field.name: field for field in fields}
        values: dict[str, Any] = {}
        wrong: set[str] = set()
        for key, value in node.items:
            try:
                if key.value not in named:
                    wrong |= _meant(key, named)
                    _check_own_key(key, named)
                elif not isinstance(value, TextNode) or value.value.strip():
                    values[key.value] = self._value(named[key.value], value)
            except _WrongError as found:
                wrong.add(key.value)
                self._find(found)
        for field in fields:
            if field.required and field.name not in values.keys() | wrong:
                wrong.add(field.name)
                fix = f"write '{field.name}: {field.examples[0]}'"
                self._find(_WrongError(node, f"the {field.name} is missing", fix))
        return values, wrong

    def _value(self, field: Field, node: Node) -> Any:  # noqa: ANN401  the field table says which type
        if field.value in {"texts", "sources"}:
            if not isinstance(node, ListNode):
                raise _WrongError(node, f"{field.name} is not a list", f"write {_list_like(field, node)}")
            read_item = self._source if field.value == "sources" else self._text_item
            items = [read_item(item) for item in node.items]
            return tuple(item for item in items if item is not None)
        if not isinstance(node, TextNode):
            raise _WrongError(
                node, f"{field.name} is not one text", f"write '{field.name}: {_example(field)}'"
            )
        return _scalar(field, node)

    def _text_item(self, node: Node) -> str | None:
        if isinstance(node, TextNode) and node.value.strip():
            return node.value
        self._find(
            _WrongError(node, "an item of this list is not one text", "write texts, with commas between them")
        )
        return None

    def _source(self, node: Node) -> Source | None:
        try:
            place = _mapping(node, "a source", "its keys, 'article: …' and 'quote: …'")
        except _WrongError as found:
            self._find(found)
            return None
        values, wrong = self._values(place, SOURCE_FIELDS)
        if wrong & {"article", "quote"}:
            return None
        if "article" in values and "quote" not in values:
            self._find(
                _WrongError(place, "the quote is missing", "write 'quote: ' and the words of the article")
            )
        elif not values.keys() & {"article", "url"} and "url" not in wrong:
            fix = "write 'article: ' and the name of its file, or 'url: https://…'"
            self._find(_WrongError(place, "this source names no article", fix))
        source = Source(**{"article": "", "quote": ""} | values)
        self._file.sources.append((source, place))
        return source


def _mapping(node: Node, name: str, fix: str) -> MapNode:
    if isinstance(node, MapNode):
        return node
    raise _WrongError(node, f"this is not {name}", f"write {fix}")


def _check_own_key(key: TextNode, known: Iterable[str]) -> None:
    if key.value.startswith(OWN_KEY_PREFIX):
        return
    near = _meant(key, known)
    fix = f"write '{near.pop()}'" if near else f"write one of {', '.join(known)}"
    raise _WrongError(
        key,
        f"the key '{key.value}' is unknown",
        f"{fix}, or '{OWN_KEY_PREFIX}{key.value}' for a key of your own",
    )


def _meant(key: TextNode, known: Iterable[str]) -> set[str]:
    """The known key that an unknown one is a slip for, if there is one."""
    return set(difflib.get_close_matches(key.value.lower(), list(known), n=1))


def _scalar(field: Field, node: TextNode) -> str | int:
    text = node.value
    match field.value:
        case "date":
            try:
                return parse(text).text
            except EdtfError as error:
                raise _WrongError(node, error.problem, error.fix) from None
        case "choice":
            if text not in field.choices:
                near = difflib.get_close_matches(text.lower(), field.choices, n=1)
                fix = (
                    f"write {near[0] if near else ', '.join(field.choices[:-1]) + ' or ' + field.choices[-1]}"
                )
                raise _WrongError(node, f"{field.name} is '{text}'", fix)
        case "scale":
            if text not in {"1", "2", "3", "4", "5"}:
                fix = "write a whole number from 1 (minor) to 5 (major)"
                raise _WrongError(node, f"{field.name} is '{text}'", fix)
            return int(text)
        case "url":
            if not _URL.fullmatch(text):
                raise _WrongError(
                    node, f"'{text}' is not a web address", "write one that starts with https:// or http://"
                )
        case "id":
            return _id(text, node, "write {}")
        case _:
            pass
    return text


def _id(text: str, node: Node, fix: str) -> str:
    if not is_id(text):
        message = f"the id '{text}' is not made of small letters, digits and dashes"
        raise _WrongError(node, message, fix.format(title_slug(text)))
    return text


def _example(field: Field) -> str:
    return field.examples[0] if field.examples else "…"


def _list_like(field: Field, node: Node) -> str:
    if field.value == "sources":
        return "each source below it, '- article: …' and 'quote: …'"
    return (
        f"'{field.name}: [{node.value}]'"
        if isinstance(node, TextNode)
        else f"'{field.name}: {_example(field)}'"
    )
