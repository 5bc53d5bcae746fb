"""What is replaced in a YAML document, and what is taken out of it; comments stay."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import yaml

from dateline.yaml_edits.changes import Changes
from dateline.yaml_edits.edits import Remove, SetValue
from dateline.yaml_edits.insertions import Insertions
from dateline.yaml_edits.layout import Layout, is_block_scalar
from dateline.yaml_edits.styles import WIDTH, flow_lines, restyled, scalar
from dateline.yaml_quoting import can_fold, folded


class Replacements:
    """Makes of an edit the pieces to replace.

    Args:
        layout: the document.
        changes: where to note them.
    """

    def __init__(self, layout: Layout, changes: Changes) -> None:
        self._layout, self._changes = layout, changes
        self._insertions = Insertions(layout, changes)

    def add(self, edit: SetValue | Remove) -> None:
        """Place one edit."""
        *owners, node = self._layout.nodes(edit.path)
        in_flow = any(isinstance(owner, yaml.CollectionNode) and owner.flow_style for owner in owners)
        owner = owners[-1]
        if node is None or not isinstance(owner, yaml.CollectionNode):
            return
        if isinstance(edit, Remove):
            self._remove(owner, edit.path[-1], node)
        elif isinstance(node, yaml.SequenceNode) and not isinstance(edit.value, str):
            self._set_items(owner, node, list(edit.value))
        elif isinstance(edit.value, str):
            self._set_text(owner, node, edit.value, in_flow=in_flow)
        else:
            self._replace_whole(node, f"[{', '.join(map(scalar, edit.value))}]", [])

    def _set_text(self, owner: yaml.CollectionNode, node: yaml.Node, text: str, *, in_flow: bool) -> None:
        if isinstance(node, yaml.ScalarNode) and node.value == text:
            return
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        shown = restyled(text, style, flow=in_flow)
        start = node.start_mark.index
        used = start - self._layout.line_start(start)
        lines: list[str] = []
        if not in_flow and can_fold(text) and (is_block_scalar(node) or used + len(shown) > WIDTH):
            indent = owner.start_mark.column + 2
            shown, lines = ">-", folded(text, indent, WIDTH)
        self._replace_whole(node, shown, lines)

    def _replace_whole(self, node: yaml.Node, shown: str, lines: Sequence[str]) -> None:
        """Put a value in place of another, and lines below the line on which it stands."""
        layout = self._layout
        start, end = node.start_mark.index, layout.end(node)
        if layout.text[start - 1 : start] == ":":
            shown = f" {shown}"
        below = "".join(layout.newline + line for line in lines)
        if is_block_scalar(node):
            self._changes.replace(start, layout.header_end(node), shown)
            body = layout.line_end(start)
            self._changes.replace(body, max(body, end), below)
        elif (isinstance(node, yaml.CollectionNode) and not node.flow_style) or layout.comments(
            start, end, node
        ):
            self._changes.refuse()
        else:
            self._changes.replace(start, end, shown)
            if lines:
                self._changes.insert(layout.line_end(end), below)

    def _set_items(self, owner: yaml.CollectionNode, node: yaml.SequenceNode, items: list[str]) -> None:
        """Change a list item by item, so that what stays is not written anew."""
        old = [item.value for item in node.value]
        steps = SequenceMatcher(None, old, items, autojunk=False).get_opcodes()
        if node.flow_style and not all(_fits_in_place(step, len(old)) for step in steps):
            self._rewrite_flow(node, items)
            return
        if not items and old:
            self._empty(owner, node)
            return
        for _, start, end, new_start, new_end in (step for step in steps if step[0] != "equal"):
            paired = min(end - start, new_end - new_start)
            for number in range(paired):
                self._set_text(
                    node, node.value[start + number], items[new_start + number], in_flow=bool(node.flow_style)
                )
            for number in range(start + paired, end):
                self._cut_lines(node.value[number].start_mark.index, node.value[number], node)
            if added := items[new_start + paired : new_end]:
                self._insertions.items(node, added, end)

    def _rewrite_flow(self, node: yaml.SequenceNode, items: list[str]) -> None:
        layout = self._layout
        start, end = node.start_mark.index, node.end_mark.index
        if layout.comments(start + 1, end - 1, node):
            self._changes.refuse()
        first, last = (node.value[0], node.value[-1]) if node.value else (None, None)
        left = layout.text[start + 1 : first.start_mark.index] if first is not None else ""
        right = layout.text[last.end_mark.index : end - 1] if last is not None else ""
        written = {
            item.value: layout.text[item.start_mark.index : item.end_mark.index] for item in node.value
        }
        texts = [written.get(item) or scalar(item) for item in items]
        line = layout.text[layout.line_start(start) :]
        indent = len(line) - len(line.lstrip(" -")) + 2
        used = start + 1 - layout.line_start(start)
        padding = left if items and left.strip(" ") == "" and right == left else ""
        shown = layout.newline.join(flow_lines(texts, indent, used + len(padding)))
        self._changes.replace(start, end, f"[{padding}{shown}{padding}]")

    def _empty(self, owner: yaml.CollectionNode, node: yaml.SequenceNode) -> None:
        """Take all items out of a list in lines of its own; brackets behind the key stand for them."""
        if not isinstance(owner, yaml.MappingNode):
            self._changes.refuse()
            return
        key = next(key for key, value in owner.value if value is node)
        colon = self._layout.text.index(":", key.end_mark.index) + 1
        self._changes.insert(colon, " []")
        for item in node.value:
            self._cut_lines(item.start_mark.index, item, node)

    def _remove(self, owner: yaml.CollectionNode, step: str | int, node: yaml.Node) -> None:
        parts = [part if isinstance(part, tuple) else (part, part) for part in owner.value]
        number = next(
            n for n, (first, _) in enumerate(parts) if step == (first.value if isinstance(step, str) else n)
        )
        key = parts[number][0]
        if owner.flow_style or not self._begins_line(key.start_mark.index, owner):
            self._cut_between(owner, parts, number)
        else:
            self._cut_lines(key.start_mark.index, node, owner)

    def _begins_line(self, start: int, owner: yaml.CollectionNode) -> bool:
        before = self._layout.text[self._layout.line_start(start) : start]
        return before.strip(" -" if isinstance(owner, yaml.SequenceNode) else " ") == ""

    def _cut_between(
        self, owner: yaml.CollectionNode, parts: Sequence[tuple[yaml.Node, yaml.Node]], number: int
    ) -> None:
        """Take out one of several parts that stand on lines with others."""
        layout, (key, node) = self._layout, parts[number]
        start, end = key.start_mark.index, layout.end(node)
        if number + 1 < len(parts):
            end = parts[number + 1][0].start_mark.index
        elif owner.flow_style:
            start = layout.end(parts[number - 1][1]) if number else owner.start_mark.index + 1
        if layout.comments(start, end, node):
            self._changes.refuse()
        self._changes.remove(start, end)

    def _cut_lines(self, start: int, node: yaml.Node, owner: yaml.CollectionNode) -> None:
        """Take out the lines of a part of a block; comments in and behind it stay, on lines of their own."""
        layout = self._layout
        first, end = layout.line_start(start), layout.line_end(layout.end(node))
        kept = layout.comments(start, end, node)
        indent = " " * owner.start_mark.column
        if first:
            below = "".join(f"{layout.newline}{indent}{comment}" for comment in kept)
            self._changes.replace(layout.break_before(first), end, below)
        else:
            behind = end + len(layout.newline) if end < len(layout.text) else end
            above = "".join(f"{indent}{comment}{layout.newline}" for comment in kept)
            self._changes.replace(0, behind, above)


def _fits_in_place(step: tuple[str, int, int, int, int], count: int) -> bool:
    """Whether a step changes items one for one, or adds to the end."""
    kind, start, end, new_start, new_end = step
    return kind == "equal" or (kind == "insert" and start == count > 0) or end - start == new_end - new_start
