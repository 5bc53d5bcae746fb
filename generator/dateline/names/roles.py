"""Whether two namings are given one role: "Iraqi Defence Minister" and "the defense minister"."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from dateline.names.bodies import stem
from dateline.names.words import words

Role = tuple[str, frozenset[str]]
"""What somebody is, and whose or of what: ("minister", {"iraqi", "defense"})."""

_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


@lru_cache(maxsize=50_000)
def role(text: str) -> Role | None:
    """A role in words, as its head and what belongs to it; None where it says nothing ("Mr")."""
    tokens = _TOKEN.findall(text.casefold())
    parting = next((n for n, token in enumerate(tokens) if token in words("parting")), len(tokens))
    if parting == 0:
        return None
    head = stem(tokens[parting - 1])
    rest = (token for n, token in enumerate(tokens) if n != parting - 1)
    weighty = frozenset(stem(token) for token in rest if token not in words("between") | words("parting"))
    return (head, weighty) if weighty else None


def agree(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two sets of roles share one: the same head, and nothing on both sides that the other lacks."""
    mine: dict[str, list[frozenset[str]]] = {}
    for text in one:
        if found := role(text):
            mine.setdefault(found[0], []).append(found[1])
    theirs = (found for text in other if (found := role(text)))
    return any(mine_of <= of or of <= mine_of for head, of in theirs for mine_of in mine.get(head, ()))


def differ(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether both are given telling roles, and they have no word in common."""
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs and not mine & theirs)


def _words(roles: AbstractSet[str]) -> set[str]:
    return {word for text in roles if (found := role(text)) for word in (found[0], *found[1])}
