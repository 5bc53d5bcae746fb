"""Events of earlier runs under the ids, and in the files, that people gave them."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import replace

from dateline.events.ledger import Entry, mention_keys, settled
from dateline.events.matching import Known
from dateline.events.present import Present

_NOWHERE = Present("")


def follow(ledger: Mapping[str, tuple[Entry, ...]], present: Mapping[str, Present]) -> dict[str, Entry]:
    """The ledger as it is after what people renamed and merged.

    An event whose id is gone goes on in a file new to us that holds its sources: it was renamed. If a person
    put its sources into another event, it was merged into that one. Else it was deleted.

    Args:
        ledger: The entries of each id.
        present: What is in the files.
    """
    followed = {}
    for event, entries in ledger.items():
        at = present.get(event, _NOWHERE)
        followed[event] = settled(entries, at.fields, at.fingerprint)
    gone = sorted(ledger.keys() - present.keys())
    if not gone:
        return {event: replace(entry, into=None) for event, entry in followed.items()}
    fresh = _holders({event: present[event].mentions for event in present.keys() - ledger.keys()})
    renamed: dict[str, str] = {}
    for event in sorted(gone, key=lambda event: (followed[event].into is not None, event)):
        entry = followed[event]
        into = renamed.get(entry.into or "", entry.into)
        if not present.get(into or "", _NOWHERE).mentions.isdisjoint(entry.mentions):
            followed[event] = replace(entry, into=into)
        elif new := _most_shared(entry, fresh, besides=followed):
            renamed[event] = new
            followed[new] = replace(followed.pop(event), id=new, into=None)
        else:
            followed[event] = replace(entry, into=None)
    typed = _holders({event: _typed(file, followed.get(event)) for event, file in present.items()})
    for event, entry in followed.items():
        if event in present:
            followed[event] = replace(entry, into=None)
        elif entry.into is None:
            followed[event] = replace(entry, into=_most_shared(entry, typed, besides=()))
    return followed


def known_events(ledger: Mapping[str, Entry], present: Mapping[str, Present]) -> list[Known]:
    """All events of earlier runs and of people, as `match` wants them.

    Args:
        ledger: As `follow` has it.
        present: What is in the files.
    """
    merged: dict[str, set[str]] = {}
    for gone in ledger.values():
        if gone.into is not None:
            merged.setdefault(gone.into, set()).update(gone.mentions)
    known = []
    for event in sorted(ledger.keys() | present.keys()):
        entry, file = ledger.get(event), present.get(event)
        known_by = entry.proposed if entry is not None and "title" in entry.proposed else None
        fields = known_by or (file.fields if file is not None else None)
        home = entry.into if entry is not None else None
        if fields is None:
            continue
        mentions = frozenset(entry.mentions if entry else ()) | (file.mentions if file else frozenset())
        known.append(
            Known(
                mentions - merged.get(event, set()) or mentions,
                fields,
                event,
                closed=not is_ours(entry, file),
                barred=home is None if file is None else file.status == "rejected",
                generated=entry is not None and "title" in entry.proposed,
                home=home,
                joined=event in merged,
            )
        )
    return known


def is_ours(entry: Entry | None, file: Present | None) -> bool:
    """Whether a file is what the generator last wrote."""
    return (
        entry is not None
        and file is not None
        and file.fingerprint is not None
        and file.fingerprint == entry.sha256
        and "taken_out" not in entry.proposed
    )


def _typed(file: Present, entry: Entry | None) -> frozenset[str]:
    """The mentions that a person put into a file, not the generator.

    What the generator once put there stays its own when no article tells it any more.
    """
    return file.mentions - (mention_keys(entry.proposed).union(entry.mentions) if entry else frozenset())


def _holders(mentions: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """The events that hold each mention."""
    holders: dict[str, list[str]] = {}
    for event, keys in mentions.items():
        for key in keys:
            holders.setdefault(key, []).append(event)
    return holders


def _most_shared(entry: Entry, holders: Mapping[str, list[str]], besides: Container[str]) -> str | None:
    """The event with which an entry shares most mentions; None if it shares none."""
    shared = Counter(
        event for key in entry.mentions for event in holders.get(key, ()) if event not in besides
    )
    return min(shared, key=lambda event: (-shared[event], event), default=None)
