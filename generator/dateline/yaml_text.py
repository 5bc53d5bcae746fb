"""Reads YAML in which every scalar is text, and keeps the place of every key and value.

People write ``2014``, ``NO`` and ``12:30`` and mean these characters, so nothing is typed here. What could
hide or multiply content (anchors, aliases, tags, duplicate keys) is refused, each with what to write instead.
Where only one thing can be meant, reading goes on as if it stood there, so that all slips are found at once.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

import yaml

from dateline.exceptions import YamlTextError
from dateline.findings import Finding
from dateline.yaml_slips import (
    SlipError,
    TabSlipError,
    explain,
    explain_hash,
    explain_lone_text,
    explain_no_break_spaces,
    quoted_line,
)

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 20

# libyaml is about ten times as fast; a PyYAML built without it has no CSafeLoader.
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML 1.1 calls non-printable, less the byte order mark at the start.
_UNPRINTABLE = re.compile("[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)
# "Ferry #3": a comment to YAML, and to nobody else.
_HASH = re.compile(r"(?<![ \t])[ \t]+#(?=[A-Z0-9])")
# Found fast, since it starts with a letter that few texts hold.
_ANY_HASH = re.compile("#[A-Z0-9]")
# How many spaces editors show for a tab.
_TAB_WIDTHS = (2, 4, 8)
_INDENTATION = re.compile(r"^([ -]*\t[ \t-]*)", re.MULTILINE)
# Of a text with more slips than these, the first are told.
_MOST_MENDED = 30


# Named tuples, since they are made by the million: a frozen dataclass takes three times as long.
class TextNode(NamedTuple):
    """A scalar as it was written; an empty value is the empty text. ``line`` and ``col`` count from 1."""

    value: str
    line: int
    col: int
    plain: bool = True
    """Whether it stands there without quotes, on a line with its key."""


class ListNode(NamedTuple):
    """A sequence of nodes."""

    items: tuple["Node", ...]
    line: int
    col: int


class MapNode(NamedTuple):
    """A mapping: pairs of key and value in the order they were written, no key twice."""

    items: tuple[tuple[TextNode, "Node"], ...]
    line: int
    col: int

    def get(self, key: str) -> "Node | None":
        """The value of ``key``, None when the mapping has no such key."""
        return next((value for name, value in self.items if name.value == key), None)


Node = TextNode | ListNode | MapNode
Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Mended:
    """What a text holds, were it mended where only one thing can be meant."""

    text: str
    """The text with these lines mended, all other bytes as they were."""
    root: MapNode | ListNode | None
    """None where a slip is left that nobody but a person can mend."""
    slips: tuple[Finding, ...]
    """All that is wrong, also what is mended; places are those of the original."""


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
    mended = mend_text_yaml(text, name, first_line, most)
    if mended.root is None or mended.slips:
        raise YamlTextError(*mended.slips)
    return mended.root


def mend_text_yaml(text: str, name: str, first_line: int = 1, most: int = MAX_CHARACTERS) -> Mended:
    """Read one YAML document as `load_text_yaml` does, and go on after slips where that is safe.

    Args:
        text: The document.
        name: What to call it in findings.
        first_line: The line of the file on which ``text`` starts.
        most: How many characters are read.
    """
    slips: list[SlipError] = []
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    root: MapNode | ListNode | None = None
    try:
        _check_characters(body, most)
        body, root = _read_on(body, first_line, slips)
    except SlipError as problem:
        slips.append(problem)
    findings = (Finding(name, slip.line + first_line, slip.col + 1, slip.message, slip.fix) for slip in slips)
    return Mended(mark + body, root, tuple(sorted(findings)))


def plain(node: Node) -> Plain:
    """The node as dict, list or str, without its places."""
    match node:
        case TextNode():
            return node.value
        case ListNode():
            return [plain(item) for item in node.items]
        case MapNode():
            return {key.value: plain(value) for key, value in node.items}


def _read_on(text: str, first_line: int, slips: list[SlipError]) -> tuple[str, MapNode | ListNode | None]:
    """The text and its tree after mending line by line; all that is met goes into ``slips``."""
    before = written = text
    for _ in range(_MOST_MENDED):
        builder = _Builder(text, first_line)
        try:
            root = builder.build()
        except SlipError as slip:
            last = slips[-1] if slips else None
            if last and (slip.line < last.line or (slip.line, slip.message) == (last.line, last.message)):
                return before, None  # what was mended last did not help
            slips.append(_as_written(slip, text, written))
            mended = _spaces_for_tabs(text) if isinstance(slip, TabSlipError) else _with_line(text, slip)
            if mended is None:
                break
            before, text = text, mended
        else:
            slips += (_as_written(slip, text, written) for slip in builder.slips)
            return text, root
    return text, None


def _as_written(slip: SlipError, text: str, written: str) -> SlipError:
    """The slip of a text that was mended on the way, with its column in what a person wrote."""
    if text is not written:
        now, then = (_LINE_BREAK.split(of)[slip.line] for of in (text, written))
        if now[: slip.col] != then[: slip.col]:
            slip.col = max(0, len(then) - len(now) + slip.col)
    return slip


def _with_line(text: str, slip: SlipError) -> str | None:
    """The text with the line of a slip as it should be."""
    if slip.mended is None:
        return None
    start = 0
    for _ in range(slip.line):
        found = _LINE_BREAK.search(text, start)
        start = found.end() if found else len(text)
    found = _LINE_BREAK.search(text, start)
    return text[:start] + slip.mended + text[found.start() if found else len(text) :]


def _spaces_for_tabs(text: str) -> str | None:
    """The text with spaces for the tabs before its lines; None where their number decides what it says."""
    readings: dict[str, str] = {}
    for width in _TAB_WIDTHS:
        spaced = "".join(
            indentation.expandtabs(width) if number % 2 else indentation
            for number, indentation in enumerate(_INDENTATION.split(text))
        )
        try:
            readings.setdefault(repr(plain(_Builder(spaced, 1).build())), spaced)
        except SlipError:
            continue
    return readings.popitem()[1] if len(readings) == 1 else None


def _check_characters(text: str, most: int) -> None:
    if len(text) > max(most, MAX_CHARACTERS):
        raise SlipError(0, 0, "this is more than 1 MB of YAML", "split it into several files")
    if bad := _UNPRINTABLE.search(text):
        message = f"the invisible character U+{ord(bad[0]):04X} stands here"
        raise SlipError(*_place(text, bad.start()), message, "delete it")
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (conflict := _CONFLICT.search(text)):
        end = _CONFLICT_END.search(text, conflict.start())
        to = f", down to line {_place(text, end.start())[0] + 1}" if end else ""
        message = f"a merge conflict is left here{to}"
        fix = "keep one of the two versions and delete the lines that start with <<<<<<<, ======= and >>>>>>>"
        raise SlipError(*_place(text, conflict.start()), message, fix)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 0, with the line breaks that YAML 1.1 knows."""
    before = _LINE_BREAK.split(text[:offset])
    return len(before) - 1, len(before[-1])


class _Open(NamedTuple):
    """A list or mapping whose end has not been read yet; the keys and values of a mapping alternate."""

    children: list[Node]
    place: tuple[int, int]
    """Line and column of its start."""


class _Builder:
    """Makes the tree of a document out of the parser's events, with a stack: depth is no recursion."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._has_hash = _ANY_HASH.search(text) is not None
        self.slips: list[SlipError] = []
        """What is refused but does not keep the rest from being read."""
        self._roots: list[Node] = []
        self._stack: list[_Open] = []
        self._add = self._roots.append
        """Adds a node to what is open."""

    @property
    def _lines(self) -> list[str]:
        return _LINE_BREAK.split(self._text)

    def build(self) -> MapNode | ListNode:
        first_line, has_hash = self._first_line, self._has_hash
        loader = _LOADER(self._text)
        try:
            # As ``yaml.parse``, which asks the loader twice for each event.
            for event in iter(loader.get_event, None):
                if not isinstance(event, yaml.ScalarEvent):
                    self._take(event)
                    continue
                # Most are scalars, and they come by the million: what all of them need is done here at once.
                if event.anchor is not None or event.tag is not None:
                    self._refuse_signs(event)
                mark, is_plain = event.start_mark, not event.style
                if has_hash and is_plain:
                    self._check_hash(event)
                line, col = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
                self._add(TextNode(event.value, line, col, is_plain))
        except yaml.MarkedYAMLError as error:
            raise explain(error, self._lines) from None
        finally:
            loader.dispose()
        root = self._roots[0] if self._roots else TextNode("", 1, 1)
        if not isinstance(root, TextNode):
            return root
        if not root.value:
            return MapNode((), self._first_line, 1)
        raise explain_lone_text(self._lines, root.line - self._first_line, root.col - 1)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            children, place = self._stack.pop()
            self._add = self._stack[-1].children.append if self._stack else self._roots.append
            if isinstance(event, yaml.MappingEndEvent):
                self._add(MapNode(self._pairs(children), *place))
            else:
                self._add(ListNode(tuple(children), *place))
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse_signs(event)
            if len(self._stack) == MAX_DEPTH:
                self._refuse(event, f"this is nested more than {MAX_DEPTH} levels deep", "write it flatter")
            self._stack.append(_Open([], self._mark(event)))
            self._add = self._stack[-1].children.append
        elif isinstance(event, yaml.DocumentStartEvent):
            if self._roots:
                self._refuse(event, "a second document starts here", "delete this line, a file holds one")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_sign(event, f"*{event.anchor} is an alias")
            self._add(TextNode("", *self._mark(event)))

    def _pairs(self, children: list[Node]) -> tuple[tuple[TextNode, Node], ...]:
        pairs: dict[str, tuple[TextNode, Node]] = {}
        alternating = iter(children)
        for key, value in zip(alternating, alternating, strict=True):
            if isinstance(key, TextNode) and key.value not in pairs:
                if key.value.startswith("\xa0") and (
                    slip := explain_no_break_spaces(self._lines, key.line - self._first_line)
                ):
                    raise slip
                pairs[key.value] = (key, value)
                continue
            message, fix = "a key must be a plain word", "put what starts with [ or { in quotes"
            if isinstance(key, TextNode):
                first = pairs[key.value][0]
                message = f"the key '{key.value}' is given twice, first on line {first.line}"
                fix = "keep one of them"
            self.slips.append(SlipError(key.line - self._first_line, key.col - 1, message, fix))
        return tuple(pairs.values())

    def _mark(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self._first_line, mark.column + 1) if mark else (self._first_line, 1)

    def _check_hash(self, event: yaml.ScalarEvent) -> None:
        end = event.end_mark
        if end and (lost := _HASH.match(self._text, end.index)):
            col = end.column + lost.end() - lost.start() - 1
            self.slips.append(explain_hash(self._lines[end.line], end.line, col))

    def _refuse(self, event: yaml.Event, message: str, fix: str) -> NoReturn:
        raise SlipError(*_start(event), message, fix)

    def _refuse_sign(self, event: yaml.Event, what: str) -> None:
        line = quoted_line(self._lines[_start(event)[0]])
        message, fix = f"{what}, which Dateline does not read", f"write the text itself, in quotes: {line}"
        self.slips.append(SlipError(*_start(event), message, fix))

    def _refuse_signs(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse_sign(event, f"&{event.anchor} is an anchor")
        if event.tag is not None:
            self._refuse_sign(event, f"{event.tag} is a tag")


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, both counted from 0; an event of a parsed text always has them."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
