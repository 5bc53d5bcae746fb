"""``names.yml`` to entries, and the memory beside it of what was proposed."""

import difflib
from dataclasses import replace
from pathlib import Path
from typing import get_args

from dateline.exceptions import YamlTextError
from dateline.findings import Finding
from dateline.json_lines import read_lines
from dateline.model import NameKind
from dateline.names.records import Name, Names, spelling_key
from dateline.utf8 import read_utf8
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, mend_text_yaml

MEMORY_NAME = ".names.jsonl"
# Twenty times what is read of other files: some hundred thousand entries.
MOST_CHARACTERS = 20_000_000

_KINDS: tuple[NameKind, ...] = get_args(NameKind)
_KEYS = ("name", "kind", "also")


def read_names(path: Path) -> Names:
    """The entries of ``names.yml``, and what was proposed on earlier runs.

    Args:
        path: the file. Without it there are no entries; the memory is ``.names.jsonl`` beside it.

    Raises:
        YamlTextError: something in one of the two is wrong; it lists all of it.
    """
    return Names(parse_names(text_of(path), path), read_memory(path.with_name(MEMORY_NAME)))


def text_of(path: Path) -> str:
    """The text of ``names.yml`` as it is, line ends included; empty if there is none.

    Raises:
        YamlTextError: it cannot be read, or is not UTF-8.
    """
    return read_utf8(path) if path.is_file() else ""


def parse_names(text: str, path: Path) -> tuple[Name, ...]:
    """The entries of a text, in their order.

    Args:
        text: YAML: a list of mappings with ``name``, ``kind`` and, as a list, ``also``.
        path: what to call it in errors.

    Raises:
        YamlTextError: it is no such text, or a spelling stands in two entries of one kind.
    """
    mended = mend_text_yaml(text, path.as_posix(), most=MOST_CHARACTERS)
    reader = _Reader(path.as_posix())
    names = () if mended.root is None else reader.read(mended.root)
    if findings := [*mended.slips, *reader.findings]:
        raise YamlTextError(*sorted(findings))
    return names


def read_memory(path: Path) -> tuple[Name, ...]:
    """What was proposed on earlier runs, one line of JSON a name; of two lines of one name both count.

    Raises:
        YamlTextError: lines are broken.
    """
    found: dict[tuple[NameKind, str], Name] = {}
    broken = []
    for number, fields in read_lines(path):
        try:
            entry = Name(
                str(fields["name"]), _KINDS[_KINDS.index(fields["kind"])], tuple(map(str, fields["also"]))
            )
        except (ValueError, TypeError, KeyError):
            fix = "delete it; its name may be proposed once more"
            broken.append(Finding(path.as_posix(), number, 1, "this line of the memory is broken", fix))
            continue
        key = (entry.kind, entry.name)
        before = found[key].also if key in found else ()
        found[key] = replace(entry, also=tuple(dict.fromkeys((*before, *entry.also))))
    if broken:
        raise YamlTextError(*broken)
    return tuple(found.values())


class _Reader:
    """Reads the entries of one file; what is wrong in it goes into ``findings``."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.findings: list[Finding] = []
        self._seen: dict[tuple[NameKind, str], MapNode] = {}

    def read(self, root: Node) -> tuple[Name, ...]:
        if isinstance(root, MapNode) and not root.items:
            return ()
        if not isinstance(root, ListNode):
            fix = "write '- ' before each 'name:', and '  ' before its other keys"
            self._find(root, "the names are a list", fix)
            return ()
        return tuple(entry for item in root.items if (entry := self._entry(item)))

    def _entry(self, item: Node) -> Name | None:
        if not isinstance(item, MapNode):
            self._find(item, "an entry has keys", "write '- name: …' and below it '  kind: person'")
            return None
        for key, _ in item.items:
            if key.value not in _KEYS:
                near = difflib.get_close_matches(key.value, _KEYS, 1)
                instead = f"write '{near[0]}'" if near else f"use {', '.join(_KEYS)}"
                self._find(key, f"'{key.value}' is no key of an entry", instead)
        name = self._text(item, "name", "write 'name: …', what it is called on the pages")
        kind, also = self._kind(item), self._also(item)
        if not name or kind is None:
            return None
        entry = Name(name, kind, also)
        for text in dict.fromkeys(entry.spellings):
            self._note(entry, text, item)
        return entry

    def _text(self, item: MapNode, key: str, instead: str) -> str:
        node = item.get(key)
        if isinstance(node, TextNode) and spelling_key(node.value):
            return node.value
        self._find(node or item, f"an entry needs a {key}", instead)
        return ""

    def _kind(self, item: MapNode) -> NameKind | None:
        written = self._text(item, "kind", f"write 'kind: {_KINDS[0]}', or {' or '.join(_KINDS[1:])}")
        kind = next((kind for kind in _KINDS if kind == written), None)
        if kind is None and written:
            near = difflib.get_close_matches(written.lower(), _KINDS, 1)
            instead = f"write {near[0]}" if near else f"write one of {', '.join(_KINDS)}"
            self._find(item.get("kind") or item, f"'{written}' is no kind", instead)
        return kind

    def _also(self, item: MapNode) -> tuple[str, ...]:
        node = item.get("also")
        if node is None or (isinstance(node, TextNode) and not node.value):
            return ()
        if not isinstance(node, ListNode):
            shown = (
                f"[{node.value}]" if isinstance(node, TextNode) else "[one, two], in quotes what has a colon"
            )
            self._find(node, "the other spellings are a list", f"write also: {shown}")
            return ()
        texts = []
        for spelling in node.items:
            if isinstance(spelling, TextNode) and spelling_key(spelling.value):
                texts.append(spelling.value)
            else:
                self._find(spelling, "a spelling is a text", "write it in quotes, or delete this item")
        return tuple(texts)

    def _note(self, entry: Name, text: str, item: MapNode) -> None:
        key = (entry.kind, spelling_key(text))
        owner = self._seen.setdefault(key, item)
        if owner is not item:
            first = owner.get("name")
            name = first.value if isinstance(first, TextNode) else ""
            message = f"'{text}' is a spelling of {name} already, on line {owner.line}"
            self._find(self._place(item, text), message, "keep it in one of the two")

    @staticmethod
    def _place(item: MapNode, text: str) -> Node:
        also = item.get("also")
        nodes = [item.get("name"), *(also.items if isinstance(also, ListNode) else ())]
        return next((node for node in nodes if isinstance(node, TextNode) and node.value == text), item)

    def _find(self, node: Node, message: str, fix: str) -> None:
        self.findings.append(Finding(self._file, node.line, node.col, message, fix))
