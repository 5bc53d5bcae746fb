"""Edits of YAML that people wrote: something is put in, and every byte around it stays as it is.

The places come from the parser; what is put in follows the style it finds (block or flow, indentation, blank
lines between entries, line ends). Every edit is checked by reading the result.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import yaml

from dateline.exceptions import DatelineError, YamlTextError
from dateline.yaml_quoting import is_plain, quoted
from dateline.yaml_text import Plain, load_text_yaml, plain

Path = tuple[str | int, ...]
"""Where a value is: keys of mappings, numbers of items from 0."""
Value = str | Sequence[str]

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDTH = 100
# What cannot stand without quotes in a list of the flow style.
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LAST_BREAK = re.compile("(?:\r\n|[\n\r\x85\u2028\u2029])$")
_BLANK_LINE = re.compile(r"(?:\r\n|[\n\r])[ \t]*(?=[\r\n])")
_COMMENT_BELOW = re.compile(r"(?:\r\n|[\n\r])([ ]*)#[^\r\n]*")
_BYTE_ORDER_MARK = "\ufeff"


def scalar(text: str) -> str:
    """A text as YAML, in quotes only where it needs them; it may stand in a list of either style.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    return text if is_plain(text) and not _UNSAFE_IN_FLOW.search(text) else quoted(text)


@dataclass(frozen=True, slots=True)
class AddItems:
    """Texts to put at the end of the list at a path; a key without a value counts as an empty list."""

    path: Path
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddKey:
    """A key to put at the end of the mapping at a path."""

    path: Path
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class AddEntry:
    """A mapping to put into the list at a path, before its item ``before`` or, if None, at its end."""

    path: Path
    entry: tuple[tuple[str, Value], ...]
    before: int | None = None


Edit = AddItems | AddKey | AddEntry


def edit_yaml(text: str, edits: Sequence[Edit], name: str) -> str:
    """A YAML text with something put in.

    Args:
        text: a document as `load_text_yaml` reads it; an empty one is an empty list for `AddEntry`.
        edits: what to put in. Paths and numbers are those of ``text``, whatever the other edits do; edits at
            one place come in their order.
        name: what to call the text in errors: the path of its file.

    Returns:
        The text with nothing of it left out or changed.

    Raises:
        YamlTextError: the text cannot be read.
        DatelineError: a path leads nowhere, or the text is written in a way that leaves no place for an edit.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    wanted = _edited(plain(load_text_yaml(body, name, most=len(body))), edits)
    root = yaml.compose(body, Loader=_LOADER)
    insertions = _Insertions(body, root)
    for edit in sorted(_merged(edits), key=lambda edit: -len(edit.path)):
        insertions.add(edit)
    result = insertions.result()
    try:
        reached = plain(load_text_yaml(result, name, most=len(result))) == wanted
    except YamlTextError:
        reached = False
    if not reached:
        raise DatelineError(f"{name}: nothing can be added to what is written so: {_in_words(edits)}")
    return mark + result


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """The edits with the items for one list put together."""
    items: dict[Path, tuple[str, ...]] = {}
    for edit in edits:
        if isinstance(edit, AddItems):
            items[edit.path] = (*items.get(edit.path, ()), *edit.items)
    lists: list[Edit] = [AddItems(path, texts) for path, texts in items.items() if texts]
    return [*lists, *(edit for edit in edits if not isinstance(edit, AddItems))]


def _in_words(edits: Sequence[Edit]) -> str:
    match edits[0]:
        case AddItems(items=items):
            what = f"[{', '.join(map(scalar, items))}]"
        case AddKey(key=key, value=value):
            what = _pair(key, value)
        case AddEntry(entry=entry):
            what = "- " + "; ".join(_pair(key, value) for key, value in entry)
    return f"add by hand {what}" + (f" and {len(edits) - 1} more" if len(edits) > 1 else "")


def _edited(document: Plain, edits: Sequence[Edit]) -> Plain:
    """What the result must hold."""
    if document == {} and any(isinstance(edit, AddEntry) and not edit.path for edit in edits):
        document = []
    targets = [_at(document, edit.path) for edit in edits]
    entries: list[tuple[int, int, list[Plain], Plain]] = []
    for number, (edit, target) in enumerate(zip(edits, targets, strict=True)):
        if isinstance(edit, AddKey):
            if not isinstance(target, dict) or edit.key in target:
                raise DatelineError(f"{_shown(edit.path)}: the key {edit.key} cannot be added here")
            target[edit.key] = _plain_value(edit.value)
            continue
        items = _as_list(document, edit.path) if target == "" else target
        if not isinstance(items, list):
            raise DatelineError(f"{_shown(edit.path)}: this is no list")
        if isinstance(edit, AddItems):
            items.extend(edit.items)
        else:
            before = len(items) if edit.before is None else edit.before
            entries.append((before, number, items, {key: _plain_value(value) for key, value in edit.entry}))
    for before, _, items, entry in sorted(entries, key=lambda found: found[:2], reverse=True):
        items.insert(before, entry)
    return document


def _plain_value(value: Value) -> Plain:
    return value if isinstance(value, str) else [*value]


def _shown(path: Path) -> str:
    return ".".join(map(str, path))


def _at(document: Plain, path: Path) -> Plain:
    for step in path:
        match document, step:
            case dict(), str() if step in document:
                document = document[step]
            case list(), int() if 0 <= step < len(document):
                document = document[step]
            case _:
                raise DatelineError(f"there is no {_shown(path)}")
    return document


def _as_list(document: Plain, path: Path) -> Plain:
    """The list that stands for a key's empty value."""
    owner, key = _at(document, path[:-1]), path[-1]
    if isinstance(owner, dict) and isinstance(key, str):
        owner[key] = owner[key] or []
        return owner[key]
    raise DatelineError(f"{_shown(path)}: this is no list")


def _pair(key: str, value: Value) -> str:
    shown = scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"
    return f"{scalar(key)}: {shown}"


def _lines_of(key: str, value: Value, indent: int, used: int) -> list[str]:
    """A key with its value; a long list goes on in further lines. ``used`` is the room before the first."""
    one_line = _pair(key, value)
    if isinstance(value, str) or used + len(one_line) <= _WIDTH:
        return [one_line]
    lines = [f"{scalar(key)}: ["]
    for number, item in enumerate(value):
        text = scalar(item) + ("]" if number == len(value) - 1 else ",")
        if number and len(lines[-1]) + len(text) + 1 + (used if len(lines) == 1 else 0) > _WIDTH:
            lines.append(" " * (indent + 2) + text)
        else:
            lines[-1] += text if not number else f" {text}"
    return lines


class _Insertions:
    """Texts to put in at places of a document, which the parser's marks give."""

    def __init__(self, text: str, root: yaml.Node | None) -> None:
        self._text, self._root = text, root
        self._newline = found[0] if (found := _BREAK.search(text)) else "\n"
        self._found: list[tuple[int, str]] = []
        self._spaced: dict[int, bool] = {}

    def result(self) -> str:
        """The document with all of them in it; those at one place in the order in which they came."""
        parts, last = [], 0
        for at, text in sorted(self._found, key=lambda insertion: insertion[0]):
            parts += [self._text[last:at], text]
            last = at
        return "".join([*parts, self._text[last:]])

    def add(self, edit: Edit) -> None:
        """Place one edit."""
        owner, node = self._node(edit.path)
        match edit:
            case AddItems():
                self._add_items(node, edit.items)
            case AddKey():
                self._add_key(node, edit)
            case AddEntry():
                self._add_entry(owner, node, edit)

    def _node(self, path: Path) -> tuple[yaml.Node | None, yaml.Node | None]:
        owner, node = None, self._root
        for step in path:
            owner = node
            if isinstance(node, yaml.MappingNode):
                node = next(value for key, value in node.value if key.value == step)
            elif isinstance(node, yaml.SequenceNode):
                node = node.value[step]
        return owner, node

    def _add_items(self, node: yaml.Node | None, items: tuple[str, ...]) -> None:
        texts = [scalar(item) for item in items]
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            indent = " " * node.start_mark.column
            self._below(self._end(node), [f"{indent}- {text}" for text in texts])
        elif isinstance(node, yaml.SequenceNode):
            self._add_in_flow(node, texts)
        elif node is not None:
            self._found.append((node.start_mark.index, f" [{', '.join(texts)}]"))

    def _add_in_flow(self, node: yaml.CollectionNode, texts: list[str]) -> None:
        """Texts put before the closing bracket, on lines of their own where the line would get long."""
        last = self._last(node)
        at = node.start_mark.index + 1 if last is None else self._end(last)
        length = self._line_end(at) - self._line_start(at)
        first = self._text[self._line_start(node.start_mark.index) :]
        indent = len(first) - len(first.lstrip(" -")) + 2
        added = ""
        for number, text in enumerate(texts):
            comma = "," if number or last is not None else ""
            if comma and length + len(text) + 2 > _WIDTH:
                added += f"{comma}{self._newline}{' ' * indent}{text}"
                length = indent + len(text) + 1
            else:
                added += f"{comma} {text}" if comma else text
                length += len(text) + 2
        self._found.append((at, added))

    def _add_key(self, node: yaml.Node | None, edit: AddKey) -> None:
        if isinstance(node, yaml.MappingNode) and node.flow_style:
            self._add_in_flow(node, [_pair(edit.key, edit.value)])
        else:
            indent = node.start_mark.column if isinstance(node, yaml.MappingNode) else 0
            lines = _lines_of(edit.key, edit.value, indent, indent)
            lines[0] = " " * indent + lines[0]
            if isinstance(node, yaml.MappingNode):
                self._below(self._end(node), lines)
            else:
                self._at_the_end(lines)

    def _add_entry(self, owner: yaml.Node | None, node: yaml.Node | None, edit: AddEntry) -> None:
        if isinstance(node, yaml.SequenceNode) and node.flow_style:
            text = "{" + ", ".join(_pair(key, value) for key, value in edit.entry) + "}"
            if edit.before is not None and edit.before < len(node.value):
                self._found.append((node.value[edit.before].start_mark.index, f"{text}, "))
            else:
                self._add_in_flow(node, [text])
            return
        indent = node.start_mark.column if isinstance(node, yaml.SequenceNode) else 0
        if owner is not None and not isinstance(node, yaml.SequenceNode):
            indent = owner.start_mark.column + 2
        lines: list[str] = []
        for number, (key, value) in enumerate(edit.entry):
            found = _lines_of(key, value, indent + 2, indent + 2)
            lines += [" " * indent + ("  " if number else "- ") + found[0], *found[1:]]
        if not isinstance(node, yaml.SequenceNode):
            if owner is None or node is None:
                self._at_the_end(lines)
            else:
                self._below(node.start_mark.index, lines)
            return
        gap = [""] if self._is_spaced(node) else []
        before = len(node.value) if edit.before is None else min(edit.before, len(node.value))
        if before:
            at = self._past_comments(self._end(node.value[before - 1]), node.start_mark.column)
            self._below(at, [*gap, *lines])
        else:
            at = self._above_comments(node.start_mark.index)
            self._found.append((at, "".join(line + self._newline for line in [*lines, *gap])))

    def _below(self, at: int, lines: list[str]) -> None:
        """Lines put below the line of a place."""
        self._found.append((self._line_end(at), "".join(self._newline + line for line in lines)))

    def _at_the_end(self, lines: list[str]) -> None:
        start = self._newline if self._text and not _BREAK.match(self._text[-1]) else ""
        self._found.append((len(self._text), start + "".join(line + self._newline for line in lines)))

    def _last(self, node: yaml.CollectionNode) -> yaml.Node | None:
        last: yaml.Node | tuple[yaml.Node, yaml.Node] | None = node.value[-1] if node.value else None
        return last[1] if isinstance(last, tuple) else last

    def _end(self, node: yaml.Node) -> int:
        """Where a node's own text ends, less the blank lines and comments that the parser counts in."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = self._last(node)
            return self._end(last) if last is not None else node.start_mark.index
        end: int = node.end_mark.index
        if not isinstance(node, yaml.ScalarNode) or node.style not in {"|", ">"}:
            return end
        text = self._text[node.start_mark.index : end]
        blank = text[len(text.rstrip()) :]
        if "+" in text.splitlines()[0].partition("#")[0] or blank.strip("\r\n"):
            final = _LAST_BREAK.search(blank)
            return final.start() + end - len(blank) if final else end
        return end - len(blank)

    def _line_start(self, at: int) -> int:
        start = at
        while start and not _BREAK.match(self._text[start - 1]):
            start -= 1
        return start

    def _line_end(self, at: int) -> int:
        found = _BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def _past_comments(self, at: int, column: int) -> int:
        """The end of the comments below a place that are indented deeper than its list: they are its."""
        end = self._line_end(at)
        while found := _COMMENT_BELOW.match(self._text, end):
            if len(found[1]) <= column:
                break
            end = found.end()
        return end

    def _above_comments(self, at: int) -> int:
        """The start of a line, or of the comments right above it, unless they begin the document."""
        start = above = self._line_start(at)
        while above:
            line = self._line_start(above - 1 if self._text[above - 2 : above] != "\r\n" else above - 2)
            if not self._text[line:above].strip():
                return start
            if not self._text[line:above].lstrip().startswith("#"):
                break
            start = above = line
        return self._line_start(at)

    def _is_spaced(self, node: yaml.SequenceNode) -> bool:
        """Whether blank lines part most items of a list."""
        if id(node) not in self._spaced:
            gaps = [
                bool(_BLANK_LINE.search(self._text, self._end(one), other.start_mark.index))
                for one, other in pairwise(node.value)
            ]
            self._spaced[id(node)] = 2 * sum(gaps) > len(gaps)
        return self._spaced[id(node)]
