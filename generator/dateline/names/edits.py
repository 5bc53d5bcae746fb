"""What a person did to earlier proposals: took out spellings and entries, moved them, gave another name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.model import NameKind
from dateline.names.records import Name, Names, order, spelling_key

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Edits:
    """Entries and earlier proposals are told by their number among those known."""

    homes: Mapping[int, int]
    """The entry that an earlier proposal goes on in, whatever its name is now."""
    joined: frozenset[int]
    """The earlier proposals whose name was moved to another entry."""
    taken_out: Mapping[int, Keys]
    """The spellings, by key, that an entry was proposed and does not have any more."""
    old_names: Mapping[int, str]
    """The name that an entry was proposed under, where it is none of its spellings now."""
    removed: frozenset[tuple[NameKind, str]]
    """The spellings, by key, of proposals whose entry was taken out."""


def edits_of(known: Names, used: AbstractSet[str]) -> Edits:
    """What a person did, read off the difference between the entries and what was proposed.

    An entry goes on under its name; else under a name not seen before, where it kept its old name or half of
    its spellings; else, where it had no others, in its old place under a name that no article uses.

    Args:
        known: the entries as they are now, in their order, and the earlier proposals.
        used: the keys of the forms that articles use.
    """
    keys = [frozenset(map(spelling_key, entry.spellings)) for entry in known.entries]
    homes, lost = _by_name(known)
    before = {spelling_key(earlier.name) for earlier in known.proposed}
    fresh = [n for n, entry in enumerate(known.entries) if spelling_key(entry.name) not in before]
    for number in list(lost):
        if (home := _by_spellings(known, number, keys, fresh)) is not None:
            homes[number] = home
            fresh.remove(home)
            lost.remove(number)
    anywhere = frozenset().union(*keys)
    joined = frozenset(n for n in lost if spelling_key(known.proposed[n].name) in anywhere)
    lost = [n for n in lost if n not in joined]
    for number, home in _by_place(known, lost, homes, fresh, used).items():
        homes[number] = home
        lost.remove(number)
    gone = {(known.proposed[n].kind, spelling_key(s)) for n in lost for s in known.proposed[n].spellings}
    kept = {(entry.kind, key) for entry, of in zip(known.entries, keys, strict=True) for key in of}
    proposed = ((n, home, known.proposed[n]) for n, home in homes.items())
    return Edits(
        homes=homes,
        joined=joined,
        taken_out={
            home: frozenset(map(spelling_key, known.proposed[n].also)) - keys[home]
            for n, home in homes.items()
        },
        old_names={home: old.name for _, home, old in proposed if spelling_key(old.name) not in keys[home]},
        removed=frozenset(gone - kept),
    )


def remembered(known: Names, edits: Edits, entries: Sequence[Name]) -> tuple[Name, ...]:
    """All that has ever been proposed, this time included, under the names that the entries go by now.

    Args:
        known: the entries before this proposal, and what was proposed earlier.
        edits: what became of that.
        entries: the known entries with the spellings they gained, in their order, then the new ones.
    """
    lines: dict[tuple[NameKind, str], set[str]] = {}
    for number, earlier in enumerate(known.proposed):
        if number not in edits.joined:
            home = edits.homes.get(number)
            now = earlier if home is None else entries[home]
            lines.setdefault((now.kind, now.name), set()).update(set(earlier.spellings) - {now.name})
    for number, entry in enumerate(entries):
        before = known.entries[number].spellings if number < len(known.entries) else ()
        if gained := [text for text in entry.also if text not in before]:
            lines.setdefault((entry.kind, entry.name), set()).update(gained)
        elif not before:
            lines.setdefault((entry.kind, entry.name), set())
    found = (Name(name, kind, tuple(sorted(also))) for (kind, name), also in lines.items())
    return tuple(sorted(found, key=lambda line: (*order(line.name), line.kind)))


def _by_name(known: Names) -> tuple[dict[int, int], list[int]]:
    entries: dict[str, list[int]] = {}
    for n, entry in enumerate(known.entries):
        entries.setdefault(spelling_key(entry.name), []).append(n)
    homes: dict[int, int] = {}
    lost: list[int] = []
    for number, earlier in enumerate(known.proposed):
        same = entries.get(spelling_key(earlier.name), [])
        alone = same[0] if len(same) == 1 else None  # whose kind a person may have put right
        home = next((n for n in same if known.entries[n].kind == earlier.kind), alone)
        if home is None or home in homes.values():
            lost.append(number)
        else:
            homes[number] = home
    return homes, lost


def _by_spellings(known: Names, number: int, keys: list[Keys], fresh: list[int]) -> int | None:
    """The entry of a new name that has the old one among its spellings, or half of the old spellings."""
    earlier = known.proposed[number]
    name, also = spelling_key(earlier.name), frozenset(map(spelling_key, earlier.also))
    same_kind = [n for n in fresh if known.entries[n].kind == earlier.kind]
    shared = {n: len((also | {name}) & keys[n]) for n in same_kind}
    fitting = [n for n in shared if name in keys[n] or (shared[n] and 2 * shared[n] >= len(also))]
    return min(fitting, key=lambda n: (-shared[n], n), default=None)


def _by_place(
    known: Names, lost: list[int], homes: Mapping[int, int], fresh: list[int], used: AbstractSet[str]
) -> dict[int, int]:
    """The entries that stand, alone, where a lost one stood alone, by a name of a person's own making."""
    own = [n for n in fresh if not known.entries[n].also and spelling_key(known.entries[n].name) not in used]
    placed = sorted((order(known.entries[home].name), home) for home in homes.values())
    gaps = {number: _gap(order(known.proposed[number].name), placed, len(known.entries)) for number in lost}
    crowded = Counter(gaps.values())
    found = {}
    for number, (first, last) in gaps.items():
        inside = [n for n in own if first < n < last and known.entries[n].kind == known.proposed[number].kind]
        if crowded[first, last] == 1 and len(inside) == 1:
            found[number] = inside[0]
    return found


def _gap(name: tuple[str, str], placed: list[tuple[tuple[str, str], int]], end: int) -> tuple[int, int]:
    """The entries between which a name stood in the order of names."""
    before = [home for other, home in placed if other < name]
    after = [home for other, home in placed if other > name]
    return (before[-1] if before else -1), (after[0] if after else end)
