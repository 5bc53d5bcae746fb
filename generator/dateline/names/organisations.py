"""Which names of organisations are one body's: letters, short forms, spellings, and whose it is."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from dateline.names.bodies import acronym_key, body, initials, is_acronym
from dateline.names.clusters import Clusters, pairs
from dateline.names.sounds import Sound, likeness, sound
from dateline.names.words import words

_REACH = 30
_SAME_SOUND = 2
# Words that sound alike are two spellings of one only if they are long enough.
_LEAST_CONSONANTS = 4
# Initials of two letters are too many bodies'.
_LEAST_INITIALS = 3


def join_organisations(clusters: Clusters, bodies: Sequence[int], places: frozenset[str]) -> None:
    """Join the names that are one organisation's.

    Args:
        clusters: where they are joined.
        bodies: the organisations, in an order that depends on the names only.
        places: the stems of the places named; two places are never spellings of one.
    """
    written_out = [n for n in bodies if not is_acronym(clusters.names[n].text)]
    name = {n: clusters.names[n].text for n in bodies}
    for block in _blocks(written_out, lambda n: body(name[n]).weighty):
        for n in block[1:]:
            clusters.join(block[0], n)
    for block in _blocks(written_out, lambda n: body(name[n]).core):
        _join_owned(clusters, block)
    _join_spellings(clusters, written_out, places)
    _join_acronyms(clusters, bodies)


def _blocks(names: Iterable[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for n in names:
        blocks[key(n)].append(n)
    return [block for block in blocks.values() if len(block) > 1]


def _join_owned(clusters: Clusters, block: list[int]) -> None:
    """Names alike but for whose the body is, where that is one owner's; or for a word at the end."""
    found = {n: body(clusters.names[n].text) for n in block}
    endings = {parts.ending for parts in found.values() if parts.ending}
    owners = {parts.owner for parts in found.values() if parts.owner}
    core = found[block[0]].core
    general = core[-1] in words("common") or core[0] in words("common")
    if len(core) == 1:
        # One word says too little to leave out more than "Inc".
        block = [n for n in block if not (found[n].owner or found[n].groups or found[n].ending)]
        owners, endings = set(), set()
    if len(endings) > 1:
        return
    by_owner: dict[str, list[int]] = defaultdict(list)
    for n in block:
        by_owner[found[n].owner].append(n)
    if len(owners) <= 1 and not general:
        by_owner = {"": block}
    for same in by_owner.values():
        for n in same[1:]:
            clusters.join(same[0], n)


def _join_spellings(clusters: Clusters, bodies: list[int], places: frozenset[str]) -> None:
    """Names that sound alike word for word: "Hezbollah" and "Hizbullah"."""
    heard = {n: _sounds(clusters.names[n].text) for n in bodies}
    found = []
    for block in _blocks(bodies, lambda n: tuple(token.consonants for token in heard[n])):
        found += [pair for pair in pairs(block, _REACH) if _spelled_alike(heard, *pair, places)]
    for one, other in sorted(found):
        clusters.join(one, other)


def _sounds(name: str) -> tuple[Sound, ...]:
    tokens = name.casefold().replace("-", " ").split()
    weighty = [token for token in tokens if token not in words("particles") | words("between")]
    return tuple(sound(token) for token in weighty or tokens)


def _spelled_alike(heard: dict[int, tuple[Sound, ...]], one: int, other: int, places: frozenset[str]) -> bool:
    apart = [(a, b) for a, b in zip(heard[one], heard[other], strict=True) if a.letters != b.letters]
    return all(
        likeness(a, b) >= _SAME_SOUND
        and len(a.consonants) >= _LEAST_CONSONANTS
        and not places & {a.token, b.token}
        for a, b in apart
    )


def _join_acronyms(clusters: Clusters, bodies: Sequence[int]) -> None:
    """Letters alone to the one name that an article gives them to, or else to the one that they begin."""
    declared: dict[str, set[int]] = defaultdict(set)
    begun: dict[str, set[int]] = defaultdict(set)
    for n in bodies:
        name = clusters.names[n]
        for form in name.forms:
            if is_acronym(form):
                declared[acronym_key(form)].add(n)
        if not is_acronym(name.text):
            for letters in initials(name.text):
                begun[letters].add(n)
    for n in bodies:
        if is_acronym(clusters.names[n].text):
            letters = acronym_key(clusters.names[n].text)
            bearers = declared.get(letters) or (
                begun.get(letters, set()) if len(letters) >= _LEAST_INITIALS else set()
            )
            if len({clusters.root(m) for m in bearers}) == 1:
                clusters.join(min(bearers), n)
