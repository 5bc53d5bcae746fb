"""Names to ``names.yml``: what is new is put in, and nothing that a person typed is touched."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from dateline.joint_writes import write_together
from dateline.names.reading import MEMORY_NAME, MOST_CHARACTERS, parse_names, read_memory, text_of
from dateline.names.records import Name, Names, order, spelling_key
from dateline.names.schema import NAMES_SCHEMA_NAME
from dateline.yaml_edits import AddEntry, AddItems, AddKey, Edit, Value, edit_yaml
from dateline.yaml_text import ListNode, MapNode, load_text_yaml

_HEAD = f"""\
# yaml-language-server: $schema={NAMES_SCHEMA_NAME}
# People, organisations and places: the name each goes by, and its other spellings.
# Change it as you like: Dateline adds to it, and never brings back what you took out.

"""


@dataclass(frozen=True, slots=True)
class NamesPlan:
    """What a run would write."""

    files: dict[str, bytes]
    """By path relative to the folder of ``names.yml``."""
    added: tuple[Name, ...]
    """New entries, and entries that are there with the spellings they gain, by name."""


def write_names(proposed: Names, path: Path) -> tuple[Name, ...]:
    """Put what is new into ``names.yml``, and into ``.names.jsonl`` beside it what has been proposed.

    Args:
        proposed: what `propose` made of the names that `read_names` read from the same path.
        path: the file; it is made if there is something to put into it.

    Returns:
        What was added. Running it again with the same names adds nothing and changes no byte.

    Raises:
        YamlTextError: the file that is there cannot be read.
        DatelineError: it is written in a way that leaves no place for an entry.
        WriteError: it cannot be written.
    """
    plan = plan_names(proposed, path)
    write_together(plan.files, path.parent)
    return plan.added


def plan_names(proposed: Names, path: Path) -> NamesPlan:
    """Work out what `write_names` would write; nothing is written.

    Args:
        proposed: what `propose` made of the names that `read_names` read from the same path.
        path: the file ``names.yml``.

    Raises:
        YamlTextError: the file that is there cannot be read.
        DatelineError: it is written in a way that leaves no place for an entry.
    """
    text = text_of(path)
    present = parse_names(text, path)
    earlier = read_memory(path.with_name(MEMORY_NAME))
    added, edits = _additions(proposed.entries, present, _with_lists(text, path), earlier)
    files = {}
    if edits:
        files[path.name] = edit_yaml(text or _HEAD, edits, path.as_posix()).encode("utf-8")
    if proposed.proposed or path.with_name(MEMORY_NAME).is_file():
        files[MEMORY_NAME] = memory_bytes(proposed.proposed)
    return NamesPlan(files, tuple(sorted(added, key=lambda entry: order(entry.name))))


def memory_bytes(proposed: Sequence[Name]) -> bytes:
    """The file of what has been proposed: the same bytes for the same names, one line each."""
    lines = sorted(json.dumps(asdict(entry), ensure_ascii=False) for entry in proposed)
    return "".join(f"{line}\n" for line in lines).encode()


def _with_lists(text: str, path: Path) -> frozenset[int]:
    """The entries, by number, that have a key ``also``, be it empty."""
    root = load_text_yaml(text, path.as_posix(), most=MOST_CHARACTERS)
    items = root.items if isinstance(root, ListNode) else ()
    return frozenset(n for n, item in enumerate(items) if isinstance(item, MapNode) and item.get("also"))


def _additions(
    proposed: Sequence[Name], present: Sequence[Name], with_lists: frozenset[int], earlier: Sequence[Name]
) -> tuple[list[Name], list[Edit]]:
    """What the file lacks, as entries and as edits; what was taken out since it was read stays out."""
    at = {(entry.kind, entry.name): number for number, entry in enumerate(present)}
    taken = {(entry.kind, spelling_key(text)) for entry in present for text in entry.spellings}
    before = {(entry.kind, entry.name) for entry in earlier}
    sorted_by = [order(entry.name) for entry in present]
    in_order = all(one <= other for one, other in pairwise(sorted_by))
    added: list[Name] = []
    edits: list[Edit] = []
    for entry in sorted(proposed, key=lambda entry: (*order(entry.name), entry.kind)):
        number = at.get((entry.kind, entry.name))
        lacking = tuple(text for text in entry.also if (entry.kind, spelling_key(text)) not in taken)
        if number is not None:
            if lacking:
                listed = number in with_lists
                edits.append(
                    AddItems((number, "also"), lacking) if listed else AddKey((number,), "also", lacking)
                )
                added.append(Name(entry.name, entry.kind, lacking))
        elif (entry.kind, entry.name) not in before and (entry.kind, spelling_key(entry.name)) not in taken:
            place = bisect_left(sorted_by, order(entry.name)) if in_order else None
            edits.append(AddEntry((), _fields(entry, lacking), place))
            added.append(Name(entry.name, entry.kind, lacking))
    return added, edits


def _fields(entry: Name, also: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    fields: list[tuple[str, Value]] = [("name", entry.name), ("kind", entry.kind)]
    return (*fields, ("also", also)) if also else tuple(fields)
