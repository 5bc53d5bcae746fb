"""Where the parts of a YAML document stand in its text: nodes, lines, comments."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

import yaml

from dateline.yaml_edits.edits import Path

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LAST_BREAK = re.compile("(?:\r\n|[\n\r\x85\u2028\u2029])\\Z")
_BLANK_LINE = re.compile(r"(?:\r\n|[\n\r])[ \t]*(?=[\r\n])")
_COMMENT_BELOW = re.compile(r"(?:\r\n|[\n\r])([ ]*)#[^\r\n]*")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Layout:
    """A document with its places, all of which are numbers of characters.

    Args:
        text: the document.
        root: what the parser made of it; None of an empty one.
    """

    def __init__(self, text: str, root: yaml.Node | None) -> None:
        self.text, self._root = text, root
        self.newline = found[0] if (found := _BREAK.search(text)) else "\n"
        self._spaced: dict[int, bool] = {}

    def nodes(self, path: Path) -> list[yaml.Node | None]:
        """The nodes from the root to the one at a path."""
        found = [self._root]
        for step in path:
            node = found[-1]
            if isinstance(node, yaml.MappingNode):
                found.append(next(value for key, value in node.value if key.value == step))
            elif isinstance(node, yaml.SequenceNode):
                found.append(node.value[step])
        return found

    def place(self, path: Path) -> str:
        """Line and column, from 1, of the node at a path."""
        node = self.nodes(path)[-1]
        return f"{node.start_mark.line + 1}:{node.start_mark.column + 1}" if node is not None else "1:1"

    def last(self, node: yaml.CollectionNode) -> yaml.Node | None:
        """The last item or value of a list or mapping."""
        last: yaml.Node | tuple[yaml.Node, yaml.Node] | None = node.value[-1] if node.value else None
        return last[1] if isinstance(last, tuple) else last

    def end(self, node: yaml.Node) -> int:
        """Where a node's own text ends, less the blank lines and comments that the parser counts in."""
        if is_block_list(node):
            last = self.last(node)
            return self.end(last) if last is not None else node.start_mark.index
        end: int = node.end_mark.index
        if not is_block_scalar(node):
            return end
        text = self.text[node.start_mark.index : end]
        blank = text[len(text.rstrip()) :]
        if "+" in text.splitlines()[0].partition("#")[0] or blank.strip("\r\n"):
            final = _LAST_BREAK.search(blank)
            return final.start() + end - len(blank) if final else end
        return end - len(blank)

    def header_end(self, node: yaml.Node) -> int:
        """Where the sign ends that opens a block scalar."""
        found = _BLOCK_HEADER.match(self.text, node.start_mark.index)
        return found.end() if found else node.start_mark.index

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        start = at
        while start and not _BREAK.match(self.text[start - 1]):
            start -= 1
        return start

    def line_end(self, at: int) -> int:
        """Where the line of a place ends, before its break."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def break_before(self, line_start: int) -> int:
        """Where the break begins that ends the line above."""
        found = _LAST_BREAK.search(self.text, max(0, line_start - 2), line_start)
        return found.start() if found else line_start

    def ends_in_line(self) -> bool:
        """Whether the last line lacks its break."""
        return self.text != "" and not _BREAK.match(self.text[-1])

    def comments(self, start: int, end: int, within: yaml.Node) -> list[str]:
        """The comments in a piece of the text, which holds no scalars but those of a node."""
        found, last = [], start
        for first, behind in [*self._scalars(within), (end, end)]:
            found += _COMMENT.findall(self.text, last, max(first, last))
            last = max(last, behind)
        return found

    def _scalars(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        match node:
            case yaml.MappingNode():
                for key, value in node.value:
                    yield from self._scalars(key)
                    yield from self._scalars(value)
            case yaml.SequenceNode():
                for item in node.value:
                    yield from self._scalars(item)
            case _ if is_block_scalar(node):
                yield self.line_end(node.start_mark.index), self.end(node)
            case _:
                yield node.start_mark.index, node.end_mark.index

    def past_comments(self, at: int, column: int) -> int:
        """The end of the comments below a place that are indented deeper than its list: they are its."""
        end = self.line_end(at)
        while found := _COMMENT_BELOW.match(self.text, end):
            if len(found[1]) <= column:
                break
            end = found.end()
        return end

    def above_comments(self, at: int) -> int:
        """The start of a line, or of the comments right above it, unless they begin the document."""
        start = above = self.line_start(at)
        while above:
            line = self.line_start(self.break_before(above))
            if not self.text[line:above].strip():
                return start
            if not self.text[line:above].lstrip().startswith("#"):
                break
            start = above = line
        return self.line_start(at)

    def is_spaced(self, node: yaml.SequenceNode) -> bool:
        """Whether blank lines part most items of a list."""
        if id(node) not in self._spaced:
            gaps = [
                bool(_BLANK_LINE.search(self.text, self.end(one), other.start_mark.index))
                for one, other in pairwise(node.value)
            ]
            self._spaced[id(node)] = 2 * sum(gaps) > len(gaps)
        return self._spaced[id(node)]


def is_block_scalar(node: yaml.Node) -> bool:
    """Whether a node is a text below a ``|`` or ``>``."""
    return isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}


def is_block_list(node: yaml.Node) -> TypeGuard[yaml.CollectionNode]:
    """Whether a node is a list or mapping without brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style
