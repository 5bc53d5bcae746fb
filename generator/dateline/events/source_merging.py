"""The sources of an event that a person changed, brought up to date: what is told anew is added.

Three lists meet: what was proposed last, what the file holds, what is proposed now. A source goes on from
list to list by its article and words, be they changed a little, as when an article is corrected.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.events.fields import SOURCE_FIELDS
from dateline.events.ledger import SourceTexts, mention_key

_KEYS = tuple(field.name for field in SOURCE_FIELDS)
ALIKE = 0.75
"""The `likeness` of two versions of one sentence; two sentences of an article share about a third."""


@dataclass(frozen=True, slots=True)
class SourceMerge:
    """What is to be done to the sources of a file."""

    added: tuple[SourceTexts, ...]
    """To be put at the end."""
    changed: tuple[tuple[int, str, str | None], ...]
    """Values to be set, by number of the source and key; None for a key to be taken out."""
    removed: tuple[int, ...]
    """By their numbers: told no more, and nobody has touched them."""
    lost: tuple[SourceTexts, ...]
    """In the file and told no more, the removed ones among them."""
    proposals: tuple[tuple[str, str], ...]
    """Keys and their values now, where a person has another."""
    taken_out: tuple[SourceTexts, ...]
    """What a person took out and no article tells now, to be remembered so that it stays out."""


def merge_sources(
    base: Sequence[SourceTexts],
    written: Sequence[SourceTexts],
    new: Sequence[SourceTexts],
    taken_out: Sequence[SourceTexts],
    *,
    only_add: bool,
    merged: Container[str] = (),
) -> SourceMerge:
    """Merge what is told now into the sources that a file holds.

    Args:
        base: The sources as last proposed.
        written: Those of the file.
        new: Those proposed now.
        taken_out: Those that a person has taken out.
        only_add: Whether a person vouches for those that are there, so that none is changed or removed.
        merged: The keys of mentions that a person put there from another event, so that none is removed.
    """
    in_base, in_file = _pairs(new, base), _pairs(base, written)
    own = [number for number in range(len(written)) if number not in in_file.values()]
    free = [number for number in range(len(new)) if number not in in_base]
    typed = _pairs([new[n] for n in free], [written[n] for n in own])
    free = [number for at, number in enumerate(free) if at not in typed]
    barred = _pairs([new[n] for n in free], taken_out)
    added = tuple(new[number] for at, number in enumerate(free) if at not in barred)
    changed: list[tuple[int, str, str | None]] = []
    proposals: list[tuple[str, str]] = []
    for number, before in in_base.items():
        if (at := in_file.get(before)) is not None:
            for key, value, touched in _changes(base[before], written[at], new[number]):
                if not touched and not only_add:
                    changed.append((at, key, value))
                else:
                    proposals.append((key, value or ""))
    gone = [number for number in range(len(base)) if number not in in_base.values()]
    lost = [number for number in gone if number in in_file]
    untouched = [
        in_file[number]
        for number in lost
        if base[number] == written[in_file[number]] and mention_key(base[number]) not in merged
    ]
    if only_add or (len(untouched) == len(written) and not added):
        untouched = []  # an event without a source is for a person to delete
    out = (base[number] for number in gone if number not in in_file and base[number] not in taken_out)
    return SourceMerge(
        added,
        tuple(changed),
        tuple(untouched),
        tuple(written[in_file[number]] for number in lost),
        tuple(proposals),
        (*taken_out, *out),
    )


def _changes(
    before: SourceTexts, written: SourceTexts, now: SourceTexts
) -> Iterator[tuple[str, str | None, bool]]:
    """The keys whose value is another now, with it, and whether a person touched the one that is written."""
    for key in _KEYS:
        old, held, value = before.get(key), written.get(key), now.get(key)
        if value not in {old, held}:
            yield key, value, held != old


def _pairs(sources: Sequence[SourceTexts], others: Sequence[SourceTexts]) -> dict[int, int]:
    """Which source of one list goes on as which of another, by their numbers: the surest first."""
    left, right = list(range(len(sources))), list(range(len(others)))
    found: dict[int, int] = {}

    def pair(keys: tuple[str, ...]) -> None:
        waiting: dict[tuple[str, ...], list[int]] = {}
        for number in right:
            waiting.setdefault(tuple(others[number].get(key, "") for key in keys), []).append(number)
        for number in left:
            same = waiting.get(tuple(sources[number].get(key, "") for key in keys))
            if same:
                found[number] = same.pop(0)
        left[:] = [number for number in left if number not in found]
        right[:] = [number for number in right if number not in set(found.values())]

    pair(_KEYS)
    pair(("article", "quote", "dated"))
    pair(("article", "quote"))
    alike = [
        (-shared, number, other)
        for number in left
        for other in right
        if (shared := likeness(sources[number], others[other])) >= ALIKE
    ]
    for _, number, other in sorted(alike):
        if number in left and other in right:
            found[number] = other
            left.remove(number)
            right.remove(other)
    return found


def likeness(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """How much two versions of a source share of their words, from 0 to 1; 0 if their articles differ."""
    quote, words = one.get("quote", ""), other.get("quote", "")
    if one.get("article") != other.get("article") or not quote or not words:
        return 0.0
    if quote in words or words in quote:
        return 1.0
    return SequenceMatcher(None, quote, words, autojunk=False).ratio()
