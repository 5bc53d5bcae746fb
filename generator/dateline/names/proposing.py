"""The namings of all articles to names: which are one bearer's, what it is called, what its spellings are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import NameKind, Naming
from dateline.names.bodies import stem
from dateline.names.clusters import Clusters, Spelled
from dateline.names.edits import Edits, edits_of, remembered
from dateline.names.entries import Bearers, is_safe
from dateline.names.kinds import with_settled_kinds
from dateline.names.organisations import join_organisations
from dateline.names.people import join_people
from dateline.names.records import Name, Names, spelling_key
from dateline.names.surnames import lone_surnames

# What is proposed is proposed from again until it stays as it is, so that a second run finds nothing new.
_MOST_ROUNDS = 5
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def propose(namings: Iterable[Naming], known: Names) -> Names:
    """Which names of all articles are one bearer's.

    Args:
        namings: those of all articles, in any order; the result does not depend on it.
        known: what `read_names` gave. Its entries stay as they are: none is joined to another, renamed or
            left out, and nothing that a person took out comes back; they may gain spellings.

    Returns:
        The known entries, in their order, then the new ones by name: those with more than one spelling, and
        those that two articles name. With them what forms mean that are safe in one article only.
    """
    writable = (naming for naming in namings if _writable(naming.name))
    ordered = sorted(writable, key=lambda naming: (naming.article, naming.kind, naming.name, naming.forms))
    edits = edits_of(known, {spelling_key(form) for naming in ordered for form in naming.forms})
    entries = _with_old_names(known.entries, edits)
    for _ in range(_MOST_ROUNDS):
        bearers = _bearers(with_settled_kinds(ordered, entries), entries, edits)
        before, entries = entries, bearers.entries(entries, edits)
        if entries == before:
            break
    return Names(entries, remembered(known, edits, entries), bearers.within(entries, edits))


def _with_old_names(entries: Sequence[Name], edits: Edits) -> tuple[Name, ...]:
    """The entries that a person gave another name, with the old one among their spellings."""
    return tuple(
        replace(entry, also=(*entry.also, edits.old_names[n])) if n in edits.old_names else entry
        for n, entry in enumerate(entries)
    )


def _writable(text: str) -> bool:
    """Whether a name can be kept in a file: blanks and half characters cannot."""
    return bool(spelling_key(text)) and not _HALF_CHARACTER.search(text)


def _bearers(namings: Sequence[Naming], entries: Sequence[Name], edits: Edits) -> Bearers:
    names = _spelled(namings, entries)
    at = {(name.kind, name.key): n for n, name in enumerate(names)}
    of_entry: list[int | None] = [None] * len(names)
    for number, entry in enumerate(entries):
        for text in entry.spellings:
            of_entry[at[entry.kind, spelling_key(text)]] = number
    clusters = Clusters(names, of_entry, edits.taken_out)
    free = [n for n, name in enumerate(names) if (name.kind, name.key) not in edits.removed]
    of_kind: dict[NameKind, list[int]] = defaultdict(list)
    for n in free:
        of_kind[names[n].kind].append(n)
    join_people(clusters, of_kind["person"])
    places = frozenset(stem(word) for n in of_kind["place"] for word in names[n].key.split())
    join_organisations(clusters, of_kind["organisation"], places)
    _join_forms(clusters, free)
    lone = lone_surnames(clusters, of_kind["person"], namings, at)
    return Bearers(clusters, namings, at, lone)


def _spelled(namings: Sequence[Naming], entries: Sequence[Name]) -> list[Spelled]:
    """Every name, in an order that depends on the names only."""
    found: dict[tuple[NameKind, str], Spelled] = {}

    def spelled(kind: NameKind, text: str) -> Spelled:
        key = spelling_key(text)
        return found.setdefault((kind, key), Spelled(kind, key, Counter({text: 0})))

    for entry in entries:
        for text in entry.spellings:
            spelled(entry.kind, text)
    for naming in namings:
        name = spelled(naming.kind, naming.name)
        name.texts[naming.name] += 1
        name.articles.add(naming.article)
        name.roles.update(naming.roles)
        for form in naming.forms:
            if _writable(form) and spelling_key(form) != name.key:
                name.forms.setdefault(form, set()).add(naming.article)
    return [found[key] for key in sorted(found)]


def _join_forms(clusters: Clusters, free: Sequence[int]) -> None:
    """A name that articles elsewhere use as a form of one bearer only."""
    users: dict[tuple[NameKind, str], list[int]] = defaultdict(list)
    for n in free:
        name = clusters.names[n]
        for form in name.forms:
            if is_safe(form, name.kind, (name.text,)):
                users[name.kind, spelling_key(form)].append(n)
    for n in free:
        bearers = users.get((clusters.names[n].kind, clusters.names[n].key), [])
        if len({clusters.root(bearer) for bearer in bearers}) == 1:
            clusters.join(bearers[0], n)
