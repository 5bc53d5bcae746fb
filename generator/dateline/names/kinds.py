"""Of what kind a name is, where articles differ: the recogniser takes many a body for a person."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.model import NameKind, Naming
from dateline.names.bodies import without_legal_form
from dateline.names.records import Name, spelling_key

_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")


def with_settled_kinds(namings: Sequence[Naming], entries: Sequence[Name]) -> list[Naming]:
    """The namings, each of the kind that an entry or else most articles say its name has.

    A name that stands elsewhere with "Inc" behind it is a company's. People and places are never mixed up:
    many a place is named as people are.
    """
    said: dict[str, set[NameKind]] = defaultdict(set)
    for entry in entries:
        for text in entry.spellings:
            said[spelling_key(text)].add(entry.kind)
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    companies: set[str] = set()
    for naming in namings:
        votes[spelling_key(naming.name)][naming.kind] += 1
        if naming.kind == "organisation" and (short := without_legal_form(naming.name)) != naming.name:
            companies.add(spelling_key(short))
    settled = []
    for naming in namings:
        key = spelling_key(naming.name)
        company = key in companies and not naming.roles
        kind = _settled(naming.kind, said[key] | ({"organisation"} if company else set()), votes[key])
        settled.append(naming if kind == naming.kind else replace(naming, kind=kind))
    return settled


def _settled(kind: NameKind, said: set[NameKind], votes: Counter[NameKind]) -> NameKind:
    if kind in said:
        return kind
    others = said or {other for other in _KINDS if votes[other] > votes[kind]}
    most = max(_KINDS, key=lambda other: (other in others, votes[other], -_KINDS.index(other)))
    return most if most in others and "organisation" in {kind, most} else kind
