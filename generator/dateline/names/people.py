"""Which names of people are one person's, from the names, their roles and the articles that hold them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dateline.names.clusters import Clusters, pairs
from dateline.names.roles import agree, differ
from dateline.names.sounds import Likeness, Sound, likeness, person_tokens
from dateline.names.words import words

_SAME_LETTERS, _SAME_SOUND, _ALIKE = 3, 2, 1
_FULL = 2
_THREE = 3
# Names longer than this are compared by their first tokens.
_MOST_TOKENS = 6
# With how many names of its block a name is compared; blocks are small but in made-up data.
_REACH = 30
# A short name like "Jo Lee" sounds like too many others.
_LEAST_CONSONANTS = 4


def join_people(clusters: Clusters, people: Sequence[int]) -> None:
    """Join the full names that are one person's.

    Args:
        clusters: where they are joined.
        people: the persons named in full, in an order that depends on the names only.
    """
    tokens = {n: person_tokens(clusters.names[n].text)[:_MOST_TOKENS] for n in people}
    full = [n for n in people if len(tokens[n]) >= _FULL]
    _join_spellings(clusters, full, tokens)
    _join_long_names(clusters, full, tokens)
    _join_shortened(clusters, full, tokens)


def _join_spellings(clusters: Clusters, full: list[int], tokens: dict[int, tuple[Sound, ...]]) -> None:
    """Names token for token alike: "Muammar Gaddafi" and "Moammar Qadhafi"."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for n in full:
        blocks["".join(token.consonants for token in tokens[n])].append(n)
    found = []
    for block in blocks.values():
        for one, other in pairs(block, _REACH):
            if like := _likeness(tokens[one], tokens[other]):
                found.append((-like, one, other))
    for negative, one, other in sorted(found):
        if not clusters.same(one, other) and _may_be_spelled(clusters, one, other, -negative, tokens):
            clusters.join(one, other)


def _likeness(one: tuple[Sound, ...], other: tuple[Sound, ...]) -> Likeness:
    """How alike the least alike tokens are; names parted otherwise are compared whole."""
    if _generation(one) != _generation(other):
        return 0
    if len(one) != len(other):
        same = "".join(t.letters for t in one) == "".join(t.letters for t in other)
        return 3 if same else 0
    return min(likeness(a, b) for a, b in zip(one, other, strict=True))


def _generation(tokens: tuple[Sound, ...]) -> str:
    return tokens[-1].token if tokens[-1].token in words("generations") else ""


def _may_be_spelled(
    clusters: Clusters, one: int, other: int, like: int, tokens: dict[int, tuple[Sound, ...]]
) -> bool:
    written = ["".join(token.token for token in tokens[n]) for n in (one, other)]
    if written[0] == written[1]:
        return True
    mine, theirs = clusters.roles(one), clusters.roles(other)
    if like == _SAME_LETTERS:
        return not differ(mine, theirs)
    if clusters.meet(one, other):
        return False
    if agree(mine, theirs):
        return True
    long_enough = sum(len(token.consonants) for token in tokens[one]) >= _LEAST_CONSONANTS
    return like == _SAME_SOUND and long_enough and (len(tokens[one]) >= _THREE or not differ(mine, theirs))


def _join_long_names(clusters: Clusters, full: list[int], tokens: dict[int, tuple[Sound, ...]]) -> None:
    """Names of three tokens or more that share three in order and a role."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in full:
        first, *rest = tokens[n]
        for some in combinations(rest, _THREE - 1):
            blocks[first.consonants, *(token.consonants for token in some)].append(n)
    found = {pair for block in blocks.values() for pair in pairs(dict.fromkeys(block), _REACH)}
    for one, other in sorted(found):
        if (
            not clusters.same(one, other)
            and _shared(tokens[one], tokens[other]) >= _THREE
            and _generation(tokens[one]) == _generation(tokens[other])
            and agree(clusters.roles(one), clusters.roles(other))
            and not clusters.meet(one, other)
        ):
            clusters.join(one, other)


def _shared(one: tuple[Sound, ...], other: tuple[Sound, ...]) -> int:
    """How many tokens of two names sound alike in order, from the first on (longest common subsequence)."""
    if likeness(one[0], other[0]) < _SAME_SOUND:
        return 0
    longest = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            longest[i + 1][j + 1] = (
                longest[i][j] + 1
                if likeness(a, b) >= _SAME_SOUND
                else max(longest[i][j + 1], longest[i + 1][j])
            )
    return longest[-1][-1]


def _join_shortened(clusters: Clusters, full: list[int], tokens: dict[int, tuple[Sound, ...]]) -> None:
    """A shorter name to the one longer name that it is found in: first and last, or with a role in common."""
    longer: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n in full:
        for consonants in sorted({token.consonants for token in tokens[n][1:]}):
            longer[tokens[n][0].consonants, consonants].append(n)
    for n in sorted(full, key=lambda n: (-len(tokens[n]), n)):
        mine = tokens[n]
        block = longer[mine[0].consonants, mine[-1].consonants]
        fitting: dict[int, int] = {}
        for other in block[: _REACH * _REACH]:
            if clusters.root(other) != clusters.root(n) and _within(mine, tokens[other]):
                fitting.setdefault(clusters.root(other), other)
        _join_the_one(clusters, n, fitting, tokens)


def _join_the_one(
    clusters: Clusters, n: int, fitting: dict[int, int], tokens: dict[int, tuple[Sound, ...]]
) -> None:
    apart = {root: m for root, m in fitting.items() if not clusters.meet(n, root)}
    agreeing = {root: m for root, m in apart.items() if agree(clusters.roles(n), clusters.roles(root))}
    if len(agreeing) == 1:
        clusters.join(n, *agreeing)
    elif len(fitting) == 1 and len(apart) == 1:
        [(root, other)] = apart.items()
        ends_alike = likeness(tokens[n][-1], tokens[other][-1]) >= _SAME_SOUND
        if ends_alike:
            clusters.join(n, root)


def _within(short: tuple[Sound, ...], long: tuple[Sound, ...]) -> bool:
    """Whether a longer name holds all tokens of a shorter in order, the first at its beginning."""
    if len(short) >= len(long) or _generation(short) != _generation(long):
        return False
    initials = [sum(len(token.token) == 1 for token in some) for some in (short, long)]
    if initials[0] and initials[0] != initials[1]:
        return False  # "Ann B. Lee" is not "Ann A. B. Lee": initials are given to tell people apart.
    return _shared(short, long) == len(short)


def surname(name: str) -> str:
    """What a person's last name sounds like; empty where a name has no other part."""
    tokens = person_tokens(name)
    return tokens[-1].letters if len(tokens) >= _FULL else ""
