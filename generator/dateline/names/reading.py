"""``names.yml`` to entries, and the memory beside it of what was proposed."""

import difflib
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, get_args

from dateline.exceptions import YamlTextError
from dateline.json_lines import read_lines
from dateline.model import NameKind
from dateline.names.records import Name, Names, spelling_key
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, load_text_yaml

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
        YamlTextError: something in one of the two is wrong; the text says where and what to write instead.
    """
    return Names(parse_names(text_of(path), path), read_memory(path.with_name(MEMORY_NAME)))


def text_of(path: Path) -> str:
    """The text of ``names.yml`` as it is, line ends included; empty if there is none.

    Raises:
        YamlTextError: it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8") if path.is_file() else ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise YamlTextError(path.as_posix(), line, 1, "this is not UTF-8: save the file as UTF-8") from None


def parse_names(text: str, path: Path) -> tuple[Name, ...]:
    """The entries of a text, in their order.

    Args:
        text: YAML: a list of mappings with ``name``, ``kind`` and, as a list, ``also``.
        path: what to call it in errors.

    Raises:
        YamlTextError: it is no such text, or a spelling stands in two entries of one kind.
    """
    return _Reader(path.as_posix()).read(load_text_yaml(text, path.as_posix(), most=MOST_CHARACTERS))


def read_memory(path: Path) -> tuple[Name, ...]:
    """What was proposed on earlier runs, one line of JSON a name; of two lines of one name both count.

    Raises:
        YamlTextError: a line is broken.
    """
    found: dict[tuple[NameKind, str], Name] = {}
    for number, fields in read_lines(path):
        try:
            entry = Name(
                str(fields["name"]), _KINDS[_KINDS.index(fields["kind"])], tuple(map(str, fields["also"]))
            )
        except (ValueError, TypeError, KeyError):
            message = "this line of the memory is broken: delete it; its name may be proposed once more"
            raise YamlTextError(path.as_posix(), number, 1, message) from None
        key = (entry.kind, entry.name)
        before = found[key].also if key in found else ()
        found[key] = replace(entry, also=tuple(dict.fromkeys((*before, *entry.also))))
    return tuple(found.values())


class _Reader:
    """Reads the entries of one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: dict[tuple[NameKind, str], MapNode] = {}

    def read(self, root: Node) -> tuple[Name, ...]:
        if isinstance(root, MapNode) and not root.items:
            return ()
        if not isinstance(root, ListNode):
            self._refuse(
                root, "the names are a list: write '- ' before each 'name:', and '  ' before its other keys"
            )
        return tuple(self._entry(item) for item in root.items)

    def _entry(self, item: Node) -> Name:
        if not isinstance(item, MapNode):
            self._refuse(item, "an entry has keys: write '- name: …' and below it '  kind: person'")
        for key, _ in item.items:
            if key.value not in _KEYS:
                near = difflib.get_close_matches(key.value, _KEYS, 1)
                instead = f"write '{near[0]}'" if near else f"use {', '.join(_KEYS)}"
                self._refuse(key, f"'{key.value}' is no key of an entry: {instead}")
        name = self._text(item, "name", "write 'name: …', what it is called on the pages")
        kind = self._kind(item)
        entry = Name(name, kind, self._also(item))
        for text in dict.fromkeys(entry.spellings):
            self._note(entry, text, item)
        return entry

    def _text(self, item: MapNode, key: str, instead: str) -> str:
        node = item.get(key)
        if not isinstance(node, TextNode) or not spelling_key(node.value):
            self._refuse(node or item, f"an entry needs a {key}: {instead}")
        return node.value

    def _kind(self, item: MapNode) -> NameKind:
        written = self._text(item, "kind", f"write 'kind: {_KINDS[0]}', or {' or '.join(_KINDS[1:])}")
        kind = next((kind for kind in _KINDS if kind == written), None)
        if kind is None:
            near = difflib.get_close_matches(written, _KINDS, 1)
            instead = f"write {near[0]}" if near else f"write one of {', '.join(_KINDS)}"
            self._refuse(item.get("kind") or item, f"'{written}' is no kind: {instead}")
        return kind

    def _also(self, item: MapNode) -> tuple[str, ...]:
        node = item.get("also")
        if node is None or (isinstance(node, TextNode) and not node.value):
            return ()
        if isinstance(node, TextNode):
            self._refuse(node, f"the other spellings are a list: write also: [{node.value}]")
        if isinstance(node, MapNode):
            self._refuse(
                node, "the other spellings are a list: write also: [one, two], in quotes what has a colon"
            )
        texts = []
        for spelling in node.items:
            if not isinstance(spelling, TextNode) or not spelling_key(spelling.value):
                self._refuse(spelling, "a spelling is a text: write it in quotes, or delete this item")
            texts.append(spelling.value)
        return tuple(texts)

    def _note(self, entry: Name, text: str, item: MapNode) -> None:
        key = (entry.kind, spelling_key(text))
        owner = self._seen.setdefault(key, item)
        if owner is not item:
            first = owner.get("name")
            name = first.value if isinstance(first, TextNode) else ""
            self._refuse(
                self._place(item, text),
                f"'{text}' is a spelling of {name} already, on line {owner.line}: keep it in one of the two",
            )

    @staticmethod
    def _place(item: MapNode, text: str) -> Node:
        also = item.get("also")
        nodes = [item.get("name"), *(also.items if isinstance(also, ListNode) else ())]
        return next((node for node in nodes if isinstance(node, TextNode) and node.value == text), item)

    def _refuse(self, node: Node, message: str) -> NoReturn:
        raise YamlTextError(self._file, node.line, node.col, message)
