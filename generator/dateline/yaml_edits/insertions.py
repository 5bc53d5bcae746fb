"""What is put into a YAML document: items, keys, entries."""

from collections.abc import Sequence

import yaml

from dateline.yaml_edits.changes import Changes
from dateline.yaml_edits.edits import AddEntry, AddItems, AddKey
from dateline.yaml_edits.layout import Layout, is_block_list
from dateline.yaml_edits.styles import WIDTH, block_scalar, key_lines, one_line, scalar


class Insertions:
    """Makes of an edit the text to put in and its place.

    Args:
        layout: the document.
        changes: where to note them.
    """

    def __init__(self, layout: Layout, changes: Changes) -> None:
        self._layout, self._changes = layout, changes

    def add(self, edit: AddItems | AddKey | AddEntry) -> None:
        """Place one edit."""
        *owners, node = self._layout.nodes(edit.path)
        match edit:
            case AddItems():
                self._add_items(node, edit.items)
            case AddKey():
                self._add_key(node, edit)
            case AddEntry():
                self._add_entry(owners[-1] if owners else None, node, edit)

    def items(self, node: yaml.SequenceNode, texts: Sequence[str], before: int) -> None:
        """Put texts into a list, before an item or at the end.

        Args:
            node: the list; in the flow style only its end can be added to.
            texts: what to put in.
            before: the number of an item, or that of all.
        """
        if node.flow_style:
            self._add_in_flow(node, [scalar(text) for text in texts])
            return
        lines = [f"{' ' * node.start_mark.column}- {block_scalar(text)}" for text in texts]
        if before:
            self._below(self._layout.end(node.value[before - 1]), lines)
        else:
            at = self._layout.above_comments(node.start_mark.index)
            self._changes.insert(at, "".join(line + self._layout.newline for line in lines))

    def _add_items(self, node: yaml.Node | None, items: tuple[str, ...]) -> None:
        if isinstance(node, yaml.SequenceNode):
            self.items(node, items, len(node.value))
        elif node is not None:
            self._changes.insert(node.start_mark.index, f" [{', '.join(map(scalar, items))}]")

    def _add_in_flow(self, node: yaml.CollectionNode, texts: list[str]) -> None:
        """Texts put before the closing bracket, on lines of their own where the line would get long."""
        layout = self._layout
        last = layout.last(node)
        at = node.start_mark.index + 1 if last is None else layout.end(last)
        length = layout.line_end(at) - layout.line_start(at)
        first = layout.text[layout.line_start(node.start_mark.index) :]
        indent = len(first) - len(first.lstrip(" -")) + 2
        added = ""
        for number, text in enumerate(texts):
            comma = "," if number or last is not None else ""
            if comma and length + len(text) + 2 > WIDTH:
                added += f"{comma}{layout.newline}{' ' * indent}{text}"
                length = indent + len(text) + 1
            else:
                added += f"{comma} {text}" if comma else text
                length += len(text) + 2
        self._changes.insert(at, added)

    def _add_key(self, node: yaml.Node | None, edit: AddKey) -> None:
        if isinstance(node, yaml.MappingNode) and node.flow_style:
            self._add_in_flow(node, [one_line(edit.key, edit.value)])
        else:
            indent = node.start_mark.column if isinstance(node, yaml.MappingNode) else 0
            lines = key_lines(edit.key, edit.value, indent)
            lines[0] = " " * indent + lines[0]
            if isinstance(node, yaml.MappingNode):
                above = [value for key, value in node.value if key.value == edit.after]
                self._below(self._layout.end(above[0] if above else node), lines)
            else:
                self._at_the_end(lines)

    def _add_entry(self, owner: yaml.Node | None, node: yaml.Node | None, edit: AddEntry) -> None:
        layout = self._layout
        if isinstance(node, yaml.SequenceNode) and node.flow_style and not self._opened(owner, node):
            text = "{" + ", ".join(one_line(key, value) for key, value in edit.entry) + "}"
            if edit.before is not None and edit.before < len(node.value):
                self._changes.insert(node.value[edit.before].start_mark.index, f"{text}, ")
            else:
                self._add_in_flow(node, [text])
            return
        listed = isinstance(node, yaml.SequenceNode) and not node.flow_style
        indent = node.start_mark.column if listed and node is not None else 0
        if owner is not None and not listed:
            indent = owner.start_mark.column + 2
        lines: list[str] = []
        for number, (key, value) in enumerate(edit.entry):
            found = key_lines(key, value, indent + 2)
            lines += [" " * indent + ("  " if number else "- ") + found[0], *found[1:]]
        if not isinstance(node, yaml.SequenceNode) or not listed:
            if owner is None or node is None:
                self._at_the_end(lines)
            else:
                self._below(node.start_mark.index, lines)
            return
        gap = [""] if layout.is_spaced(node) else []
        before = len(node.value) if edit.before is None else min(edit.before, len(node.value))
        if before:
            end = layout.end(node.value[before - 1])
            self._below(layout.past_comments(end, node.start_mark.column), [*gap, *lines])
        else:
            at = layout.above_comments(node.start_mark.index)
            self._changes.insert(at, "".join(line + layout.newline for line in [*lines, *gap]))

    def _opened(self, owner: yaml.Node | None, node: yaml.SequenceNode) -> bool:
        """Whether the brackets of an empty list are taken away: an entry reads better in lines of its own."""
        start, end = node.start_mark.index, node.end_mark.index
        text = self._layout.text
        if owner is None or not is_block_list(owner) or text[start:end].replace(" ", "") != "[]":
            return False
        self._changes.remove(len(text[:start].rstrip(" ")), end)
        return True

    def _below(self, at: int, lines: list[str]) -> None:
        """Lines put below the line of a place."""
        newline = self._layout.newline
        self._changes.insert(self._layout.line_end(at), "".join(newline + line for line in lines))

    def _at_the_end(self, lines: list[str]) -> None:
        newline = self._layout.newline
        start = newline if self._layout.ends_in_line() else ""
        text = "".join(line + newline for line in lines)
        self._changes.insert(len(self._layout.text), start + text)
