"""What can be asked of a YAML text, and what the text must hold once it is done."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.exceptions import DatelineError
from dateline.yaml_edits.styles import Value, one_line, scalar
from dateline.yaml_text import Plain

Path = tuple[str | int, ...]
"""Where a value is: keys of mappings, numbers of items from 0."""


@dataclass(frozen=True, slots=True)
class AddItems:
    """Texts to put at the end of the list at a path; a key without a value counts as an empty list."""

    path: Path
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddKey:
    """A key to put into the mapping at a path, below its key ``after`` or, if None, at its end."""

    path: Path
    key: str
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AddEntry:
    """A mapping to put into the list at a path, before its item ``before`` or, if None, at its end."""

    path: Path
    entry: tuple[tuple[str, Value], ...]
    before: int | None = None


@dataclass(frozen=True, slots=True)
class SetValue:
    """Another value for the key or item at a path, which holds a text or a list of texts."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """The key with its value, or the item, at a path is taken out; comments in and behind it are left."""

    path: Path


Edit = AddItems | AddKey | AddEntry | SetValue | Remove


def edited(document: Plain, edits: Sequence[Edit]) -> Plain:
    """What a document must hold after edits whose paths are those before any of them.

    Args:
        document: what it holds now; it is changed.
        edits: what to do.

    Raises:
        DatelineError: a path leads nowhere, or to what an edit does not fit.
    """
    if document == {} and any(isinstance(edit, AddEntry) and not edit.path for edit in edits):
        document = []
    lists = _Lists()
    for edit, target in [(edit, _target(document, edit)) for edit in edits]:
        match edit:
            case AddKey():
                if not isinstance(target, dict) or edit.key in target:
                    raise DatelineError(f"{shown(edit.path)}: the key {edit.key} cannot be added here")
                target[edit.key] = _plain(edit.value)
            case SetValue():
                _set(target, edit)
            case Remove():
                if isinstance(target, dict):
                    target.pop(str(edit.path[-1]), None)
                elif isinstance(target, list):
                    lists.remove(target, int(edit.path[-1]))
            case AddItems() | AddEntry():
                items = _as_list(document, edit.path) if target == "" else target
                if not isinstance(items, list):
                    raise DatelineError(f"{shown(edit.path)}: this is no list")
                if isinstance(edit, AddItems):
                    items.extend(edit.items)
                else:
                    lists.insert(items, edit.before, {key: _plain(value) for key, value in edit.entry})
    lists.apply()
    return document


class _Lists:
    """What is put into lists and taken out of them, by the numbers that items had before any of it."""

    def __init__(self) -> None:
        self._lists: dict[int, list[Plain]] = {}
        self._added: dict[int, dict[int, list[Plain]]] = defaultdict(lambda: defaultdict(list))
        self._removed: dict[int, set[int]] = defaultdict(set)

    def insert(self, items: list[Plain], before: int | None, entry: Plain) -> None:
        self._lists[id(items)] = items
        self._added[id(items)][len(items) if before is None else min(before, len(items))].append(entry)

    def remove(self, items: list[Plain], number: int) -> None:
        self._lists[id(items)] = items
        self._removed[id(items)].add(number)

    def apply(self) -> None:
        for key, items in self._lists.items():
            result: list[Plain] = []
            for number, item in enumerate([*items, None]):
                result += self._added[key][number]
                if item is not None and number not in self._removed[key]:
                    result.append(item)
            items[:] = result


def in_words(edits: Sequence[Edit]) -> str:
    """What a person has to type where no edit can be made."""
    match edits[0]:
        case AddItems(items=items):
            what = f"add by hand [{', '.join(map(scalar, items))}]"
        case AddKey(key=key, value=value):
            what = f"add by hand {one_line(key, value)}"
        case AddEntry(entry=entry):
            what = "add by hand - " + "; ".join(one_line(key, value) for key, value in entry)
        case SetValue(path=path, value=value):
            key = next((step for step in reversed(path) if isinstance(step, str)), "-")
            what = f"write by hand {one_line(key, value)}"
        case Remove(path=path):
            what = f"take out by hand {shown(path)}"
    return what + (f" and {len(edits) - 1} more" if len(edits) > 1 else "")


def shown(path: Path) -> str:
    """A path for an error."""
    return ".".join(map(str, path))


def _set(owner: Plain, edit: SetValue) -> None:
    step = edit.path[-1]
    old = _at(owner, (step,))
    if isinstance(old, dict) or (isinstance(old, list) and not all(isinstance(item, str) for item in old)):
        raise DatelineError(f"{shown(edit.path)}: this is neither a text nor a list of texts")
    if isinstance(owner, dict):
        owner[str(step)] = _plain(edit.value)
    elif isinstance(owner, list):
        owner[int(step)] = _plain(edit.value)


def _target(document: Plain, edit: Edit) -> Plain:
    """What is changed: for a value that goes or is replaced, what it stands in."""
    if not isinstance(edit, SetValue | Remove):
        return _at(document, edit.path)
    if not edit.path:
        raise DatelineError("the whole document is no value that an edit can change")
    _at(document, edit.path)
    return _at(document, edit.path[:-1])


def _plain(value: Value) -> Plain:
    return value if isinstance(value, str) else [*value]


def _at(document: Plain, path: Path) -> Plain:
    for step in path:
        match document, step:
            case dict(), str() if step in document:
                document = document[step]
            case list(), int() if 0 <= step < len(document):
                document = document[step]
            case _:
                raise DatelineError(f"there is no {shown(path)}")
    return document


def _as_list(document: Plain, path: Path) -> Plain:
    """The list that stands for a key's empty value."""
    owner, key = _at(document, path[:-1]), path[-1]
    if isinstance(owner, dict) and isinstance(key, str):
        owner[key] = owner[key] or []
        return owner[key]
    raise DatelineError(f"{shown(path)}: this is no list")
