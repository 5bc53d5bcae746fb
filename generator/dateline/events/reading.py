"""Event files to events: each field read by its kind of value, and each finding at its place."""

import dataclasses
import os
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.events.fields import EVENT_FIELDS, LISTS, OWN_KEY_PREFIX, SOURCE_FIELDS, Field
from dateline.events.misfits import meant_key, missing, no_item, no_list, no_text, unknown_key
from dateline.events.values import WrongValueError, checked_id, checked_text, read_scalar
from dateline.exceptions import YamlTextError
from dateline.findings import Finding
from dateline.model import Event, Source
from dateline.utf8 import read_utf8
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, mend_text_yaml

_EVENT_FIELDS = {field.name: field for field in EVENT_FIELDS}
_SOURCE_FIELDS = {field.name: field for field in SOURCE_FIELDS}
# An event is shown with what is right about it, but never with a guess at one of these.
_NEEDED = frozenset({"id", "date", "title", "kind", "status"})
# What many events say in the same words is kept once, as are the names in lists.
_REPEATED = frozenset({"kind", "status", "article", "speaker", "dated"})


@dataclasses.dataclass(slots=True)
class ReadFile:
    """What one file holds."""

    name: str
    """What findings call it."""
    events: list[tuple[Event, MapNode]] = dataclasses.field(default_factory=list)
    """The events that can be shown, and where they stand."""
    sources: list[tuple[Source, MapNode]] = dataclasses.field(default_factory=list)
    """The sources of all events, also of those that cannot be shown."""
    names: list[tuple[str, TextNode]] = dataclasses.field(default_factory=list)
    """The names of all events, each with the key that it stands under."""
    findings: list[Finding] = dataclasses.field(default_factory=list)
    slips: frozenset[int] = frozenset()
    """The lines that are not YAML; what else is wrong with them shows once they are mended."""

    def find(self, findings: Iterable[Finding]) -> None:
        """Add findings, but none on a line that is not YAML."""
        self.findings.extend(finding for finding in findings if finding.line not in self.slips)


def read_file(path: Path | str, content: Path) -> ReadFile:
    """Read one event file.

    Args:
        path: The file; as a text where there are many, which are then not taken apart.
        content: The content folder, to which the events' own ``path`` is relative.
    """
    file = ReadFile(str(path).replace(os.sep, "/"))
    if os.path.islink(path):  # noqa: PTH114 (the same)
        file.findings.append(Finding(file.name, 0, 0, "this is a link to a file", "put the file itself here"))
        return file
    try:
        text = read_utf8(path)
    except YamlTextError as error:
        file.findings.extend(error.findings)
        return file
    return read_text(text, file.name, file.name.removeprefix(f"{content.as_posix()}/"))


def read_text(text: str, name: str, path: str) -> ReadFile:
    """Read the text of an event file.

    Args:
        text: All of it.
        name: What findings call the file.
        path: What the events call it: relative to the content folder.
    """
    file = ReadFile(name)
    mended = mend_text_yaml(text, name)
    if mended.root is not None:
        _Reader(file, path).read(mended.root)
    if mended.slips:
        # What is meant is read for the sake of further findings, and never shown.
        file.events.clear()
        file.slips = frozenset(slip.line for slip in mended.slips)
        found, file.findings = file.findings, list(mended.slips)
        file.find(found)
    return file


class _Reader:
    """Reads the nodes of a file into a `ReadFile`."""

    def __init__(self, file: ReadFile, path: str) -> None:
        self._file = file
        self._path = path

    def read(self, root: MapNode | ListNode) -> None:
        listed = isinstance(root, ListNode)
        for node in root.items if isinstance(root, ListNode) else [root]:
            try:
                self._event(_mapping(node, "an event", "its keys, 'date: …' and 'title: …'"), listed=listed)
            except WrongValueError as wrong:
                self._find(wrong)

    def _find(self, wrong: WrongValueError) -> None:
        node = wrong.node
        self._file.findings.append(
            Finding(self._file.name, node.line, node.col, wrong.message, wrong.fix, wrong.instead)
        )

    def _event(self, node: MapNode, *, listed: bool) -> None:
        values, wrong = self._values(node, _EVENT_FIELDS)
        if "id" not in values and "id" not in wrong:
            if listed:
                raise WrongValueError(
                    node, "this event in a list has no id", "write 'id: ' and a-short-name-with-dashes"
                )
            stem, _, suffix = self._path.rpartition("/")[2].rpartition(".")
            values["id"] = checked_id(
                unicodedata.normalize("NFC", stem), node, f"name the file {{}}.{suffix}"
            )
        if not wrong & _NEEDED:
            self._file.events.append((Event(**values, path=self._path), node))

    def _values(self, node: MapNode, named: dict[str, Field]) -> tuple[dict[str, Any], set[str]]:
        """The values by key, and the keys that are wrong or missing; an empty value is no value."""
        values: dict[str, Any] = {}
        wrong: set[str] = set()
        meant: set[str] = set()
        for key, value in node.items:
            try:
                if key.value not in named:
                    if not key.value.startswith(OWN_KEY_PREFIX):
                        meant |= meant_key(key, named)
                        raise unknown_key(key, named)
                elif not isinstance(value, TextNode) or value.value.strip():
                    values[key.value] = self._value(named[key.value], value)
            except WrongValueError as found:
                wrong.add(key.value)
                self._find(found)
        wrong |= meant - values.keys()
        for field in named.values():
            if field.required and field.name not in values and field.name not in wrong:
                wrong.add(field.name)
                self._find(missing(field, node))
        return values, wrong

    def _value(self, field: Field, node: Node) -> Any:  # noqa: ANN401  the field table says which type
        if field.value in LISTS:
            if not isinstance(node, ListNode):
                raise no_list(field, node)
            if field.value == "sources":
                return tuple(source for item in node.items if (source := self._source(item)))
            return tuple(text for item in node.items if (text := self._text_item(field, item)))
        if not isinstance(node, TextNode):
            raise no_text(field, node)
        if field.value == "name":
            self._file.names.append((field.name, node))
        value = read_scalar(field, node)
        return sys.intern(value) if isinstance(value, str) and field.name in _REPEATED else value

    def _text_item(self, field: Field, node: Node) -> str | None:
        if not isinstance(node, TextNode) or not node.value.strip():
            self._find(no_item(node))
            return None
        try:
            text = checked_text(field.name, node)
        except WrongValueError as wrong:
            self._find(wrong)
            return None
        if field.value == "names":
            self._file.names.append((field.name, node))
        return sys.intern(text)

    def _source(self, node: Node) -> Source | None:
        try:
            place = _mapping(node, "a source", "its keys, 'article: …' and 'quote: …'")
        except WrongValueError as found:
            self._find(found)
            return None
        values, wrong = self._values(place, _SOURCE_FIELDS)
        if wrong & {"article", "quote"}:
            return None
        if "article" in values and "quote" not in values:
            self._find(
                WrongValueError(place, "the quote is missing", "write 'quote: ' and the words of the article")
            )
        elif not values.keys() & {"article", "url"} and "url" not in wrong:
            fix = "write 'article: ' and the name of its file, or 'url: https://…'"
            self._find(WrongValueError(place, "this source names no article", fix))
        source = Source(**{"article": "", "quote": ""} | values)
        self._file.sources.append((source, place))
        return source


def _mapping(node: Node, name: str, fix: str) -> MapNode:
    if isinstance(node, MapNode):
        return node
    raise WrongValueError(node, f"this is not {name}", f"write {fix}")
