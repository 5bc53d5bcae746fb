"""Reads YAML in which every scalar is text, and keeps the place of every key and value.

People write ``2014``, ``NO`` and ``12:30`` and mean these characters, so nothing is typed here. What could
hide or multiply content (anchors, aliases, tags, duplicate keys) is refused, each with what to write instead.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

import yaml

from dateline.exceptions import YamlTextError
from dateline.yaml_slips import SlipError, explain, explain_lone_text, quoted_line

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 20

# libyaml is about ten times as fast; a PyYAML built without it has no CSafeLoader.
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML 1.1 calls non-printable, less the byte order mark at the start.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar as it was written; an empty value is the empty text. ``line`` and ``col`` count from 1."""

    value: str
    line: int
    col: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence of nodes."""

    items: tuple["Node", ...]
    line: int
    col: int


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping: pairs of key and value in the order they were written, no key twice."""

    items: tuple[tuple[TextNode, "Node"], ...]
    line: int
    col: int

    def get(self, key: str) -> "Node | None":
        """The value of ``key``, None when the mapping has no such key."""
        return next((value for name, value in self.items if name.value == key), None)


Node = TextNode | ListNode | MapNode
Plain = str | list["Plain"] | dict[str, "Plain"]


def load_text_yaml(
    text: str, name: str, first_line: int = 1, most: int = MAX_CHARACTERS
) -> MapNode | ListNode:
    """Read one YAML document whose scalars are all text.

    Args:
        text: The document. An empty one is an empty mapping.
        name: What to call it in errors: the path of its file.
        first_line: The line of the file on which ``text`` starts, for front matter.
        most: How many characters are read, for a file that grows with the site.

    Returns:
        The mapping or list it holds, as a tree whose nodes know their line and column in the file.

    Raises:
        YamlTextError: It is not YAML, or uses what is refused here: anchors, aliases, tags, a key twice,
            more than 1 MB, more than 20 levels, two documents, a lone text.
    """
    text = text.removeprefix("\ufeff")
    try:
        _check_characters(text, most)
        return _Builder(text, first_line).build()
    except SlipError as problem:
        line, col, message = problem.line + first_line, problem.col + 1, problem.message
        raise YamlTextError(name, line, col, message) from None


def plain(node: Node) -> Plain:
    """The node as dict, list or str, without its places."""
    match node:
        case TextNode():
            return node.value
        case ListNode():
            return [plain(item) for item in node.items]
        case MapNode():
            return {key.value: plain(value) for key, value in node.items}


def _check_characters(text: str, most: int) -> None:
    if len(text) > max(most, MAX_CHARACTERS):
        raise SlipError(0, 0, "this is more than 1 MB of YAML: split it into several files")
    if bad := _UNPRINTABLE.search(text):
        message = f"the invisible character U+{ord(bad[0]):04X} stands here: delete it"
        raise SlipError(*_place(text, bad.start()), message)
    if conflict := _CONFLICT.search(text):
        message = "a merge conflict is left here: keep one of the two versions and delete the marker lines"
        raise SlipError(*_place(text, conflict.start()), message)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 0, with the line breaks that YAML 1.1 knows."""
    before = _LINE_BREAK.split(text[:offset])
    return len(before) - 1, len(before[-1])


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet; the keys and values of a mapping alternate."""

    start: yaml.Event
    children: list[Node]


class _Builder:
    """Makes the tree of a document out of the parser's events, with a stack: depth is no recursion."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._lines = _LINE_BREAK.split(text)
        self._first_line = first_line
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def build(self) -> MapNode | ListNode:
        try:
            for event in yaml.parse(self._text, Loader=_LOADER):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise explain(error, self._lines) from None
        root = self._root
        if root is None or (isinstance(root, TextNode) and not root.value):
            return MapNode((), self._first_line, 1)
        if isinstance(root, TextNode):
            raise explain_lone_text(self._lines, root.line - self._first_line, root.col - 1)
        return root

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                if self._root is not None:
                    self._refuse(event, "a second document starts here: delete this line, a file holds one")
            case yaml.AliasEvent():
                self._refuse_sign(event, f"*{event.anchor} is an alias")
            case yaml.ScalarEvent():
                self._refuse_signs(event)
                self._add(TextNode(event.value, *self._mark(event)))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_signs(event)
                if len(self._stack) == MAX_DEPTH:
                    self._refuse(event, f"this is nested more than {MAX_DEPTH} levels deep: write it flatter")
                self._stack.append(_Open(event, []))
            case yaml.SequenceEndEvent():
                opened = self._stack.pop()
                self._add(ListNode(tuple(opened.children), *self._mark(opened.start)))
            case yaml.MappingEndEvent():
                opened = self._stack.pop()
                self._add(MapNode(self._pairs(opened.children), *self._mark(opened.start)))

    def _add(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].children.append(node)
        else:
            self._root = node

    def _pairs(self, children: list[Node]) -> tuple[tuple[TextNode, Node], ...]:
        seen: dict[str, TextNode] = {}
        for key in children[::2]:
            line, col = key.line - self._first_line, key.col - 1
            if not isinstance(key, TextNode):
                raise SlipError(
                    line, col, "a key must be a plain word: put what starts with [ or { in quotes"
                )
            if first := seen.get(key.value):
                message = (
                    f"the key '{key.value}' is given twice, first on line {first.line}: keep one of them"
                )
                raise SlipError(line, col, message)
            seen[key.value] = key
        return tuple(zip(seen.values(), children[1::2], strict=True))

    def _mark(self, event: yaml.Event) -> tuple[int, int]:
        line, col = _start(event)
        return line + self._first_line, col + 1

    def _refuse(self, event: yaml.Event, message: str) -> NoReturn:
        raise SlipError(*_start(event), message)

    def _refuse_sign(self, event: yaml.Event, what: str) -> NoReturn:
        line = quoted_line(self._lines[_start(event)[0]])
        self._refuse(event, f"{what}, which Dateline does not read: write the text itself, in quotes: {line}")

    def _refuse_signs(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse_sign(event, f"&{event.anchor} is an anchor")
        if event.tag is not None:
            self._refuse_sign(event, f"{event.tag} is a tag")


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, both counted from 0; an event of a parsed text always has them."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
