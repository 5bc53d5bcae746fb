"""The fields of an event that a person changed, brought up to date one by one."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.events.fields import EVENT_FIELDS
from dateline.events.ledger import Fields, SourceTexts
from dateline.events.present import Present
from dateline.events.source_merging import SourceMerge, merge_sources
from dateline.exceptions import DatelineError
from dateline.yaml_edits import AddEntry, AddKey, Edit, Path, Remove, SetValue, edit_yaml, one_line
from dateline.yaml_quoting import is_numeral

# What a proposal says beside its sources, in the order of a file; the status is a person's alone.
_ORDER = tuple(field.name for field in EVENT_FIELDS)
MERGED = tuple(name for name in _ORDER if name not in {"id", "status", "sources"})


@dataclass(slots=True)
class Merged:
    """What became of an event's part of its file."""

    text: str
    """Of the whole file."""
    base: Fields
    """What to remember as proposed."""
    proposals: list[str] = field(default_factory=list)
    """What was proposed and not taken up, since a person has decided otherwise: as lines of YAML."""
    by_hand: list[str] = field(default_factory=list)
    """What is to be typed, since the file leaves no place for it."""
    lost: tuple[SourceTexts, ...] = ()
    """Sources in the file that are told no more."""


def merge_event(
    text: str,
    name: str,
    file: Present,
    base: Mapping[str, Any],
    new: Mapping[str, Any] | None,
    sources: Sequence[SourceTexts],
    merged_mentions: Container[str],
) -> Merged:
    """Bring an event in a person's file up to date: what nobody touched follows, what a person says stays.

    Args:
        text: The text of its file.
        name: What to call the file where something is to be done by hand.
        file: The event as it is there.
        base: What was proposed last; only sources, if any, for an event that a person made.
        new: What is proposed now; None if only sources come from elsewhere.
        sources: All that are told now.
        merged_mentions: The keys of the mentions that a person put there from other events.

    Returns:
        The text with every comment and every value that a person gave left in it. Of a reviewed event a
        person vouches for every field, so that sources are added to it and nothing else.
    """
    merged = Merged(text, dict(base))
    reviewed = file.status == "reviewed"
    held = file.fields or {}
    for key in MERGED if new is not None else ():
        value, before = (new or {}).get(key), base.get(key)
        if "title" in base and value not in (before, held.get(key)):
            if reviewed or held.get(key) != before:
                merged.proposals.append(_shown(key, value))
            elif not _edit(merged, [_set(file, key, value)], name):
                continue
        _remember(merged.base, key, value)
    if file.sources is None:
        added = [source for source in sources if source not in merged.base["sources"]]
        merged.by_hand += [
            f"{name}: sources is no list: add by hand - {_in_words(source)}" for source in added
        ]
    else:
        plan = merge_sources(
            base["sources"],
            file.sources,
            sources,
            base.get("taken_out", ()),
            only_add=reviewed,
            merged=merged_mentions,
        )
        if _edit_sources(merged, name, file, plan):
            merged.base["sources"] = list(sources)
            _remember(merged.base, "taken_out", list(plan.taken_out) or None)
    return merged


def _edit_sources(merged: Merged, name: str, file: Present, plan: SourceMerge) -> bool:
    """Whether the sources could be edited as planned."""
    merged.proposals += [_shown(key, value) for key, value in plan.proposals]
    merged.lost = plan.lost
    at = (*_path(file), "sources")
    entries = [AddEntry(at, tuple(source.items())) for source in plan.added]
    missing = bool(entries) and "sources" not in file.keys
    listed = not missing or _edit(merged, [AddKey(_path(file), "sources", ())], name)
    return listed and _edit(merged, [*_source_edits(file.sources or [], at, plan), *entries], name)


def _source_edits(written: Sequence[SourceTexts], at: Path, plan: SourceMerge) -> Iterator[Edit]:
    for number, key, value in plan.changed:
        if value is None:
            yield Remove((*at, number, key))
        elif key in written[number]:
            yield SetValue((*at, number, key), value)
        else:
            yield AddKey((*at, number), key, value)
    yield from (Remove((*at, number)) for number in plan.removed)


def _set(file: Present, key: str, value: Any) -> Edit:  # noqa: ANN401  a text or a list of texts
    if key in file.keys:
        at = (*_path(file), key)
        return Remove(at) if value is None else SetValue(at, value)
    above = [name for name in _ORDER[: _ORDER.index(key)] if name in file.keys]
    return AddKey(_path(file), key, value, after=above[-1] if above else None)


def _path(file: Present) -> Path:
    return () if file.number is None else (file.number,)


def _edit(merged: Merged, edits: Sequence[Edit], name: str) -> bool:
    """Whether the text could be edited; else what to type is noted."""
    try:
        if edits:
            merged.text = edit_yaml(merged.text, edits, name)
    except DatelineError as error:
        merged.by_hand.append(str(error))
        return False
    return True


def _remember(base: Fields, name: str, value: Any) -> None:  # noqa: ANN401  a text or a list of texts
    if value is None:
        base.pop(name, None)
    else:
        base[name] = value


def _shown(name: str, value: Any) -> str:  # noqa: ANN401  a text or a list of texts
    if isinstance(value, str) and is_numeral(value):
        return f"{name}: {value}"
    return one_line(name, value or "")


def _in_words(source: SourceTexts) -> str:
    return "; ".join(one_line(key, value) for key, value in source.items())
