"""The tellings of all articles to groups, each of one happening.

A telling is compared only with groups that share a name or a word with it at a fitting time, and of those
with the most promising, so the work grows with the number of tellings, not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.edtf import parse
from dateline.merging.rarity import Rarity
from dateline.merging.references import MARGIN
from dateline.merging.same_event import ENOUGH, Likeness, Profile, can_be_tied, compare, meaning
from dateline.merging.spans import NEWS_AGE, UNKNOWN, span_of
from dateline.merging.tellings import Telling

# How many names and words of a telling are looked up, the rarest first.
_LOOKED_UP = 6
# A name or word with more groups than this at one time tells nothing apart.
_TOO_COMMON = 400
# How many groups a telling is compared with, and how many tellings of each.
_COMPARED = 12
# It must fit one of them, and all together nearly as well.
_WITH_ALL = 0.85
_MEMBERS = 6
# A telling that does not say when joins an event only if it fits it so much better than any other.
_MARGIN = 0.3
_LONGEST_MONTH = 31
_LONGEST_NEWS = 7

Key = tuple[str, str, int]


class Group:
    """The tellings of one happening, the one with the closest date first."""

    def __init__(self, first: Profile) -> None:
        self.members = [first]

    @property
    def tellings(self) -> list[Telling]:
        """What the articles tell."""
        return [member.telling for member in self.members]

    def likeness(self, telling: Profile) -> float:
        """How well a telling fits: the mean over the first members; 0 where any date excludes it."""
        members, found = self.members[:_MEMBERS], list[Likeness]()
        if not any(can_be_tied(telling, member) for member in members):
            return 0.0  # as nearly always
        for member in members:
            if (likeness := compare(telling, member)) is None:
                return 0.0
            found.append(likeness)
        if not any(likeness.is_one_event for likeness in found):
            return 0.0
        return sum(likeness.total for likeness in found) / len(found)

    def meaning(self, reference: Profile) -> float:
        """How well a reference fits the first members: the best of them; 0 where none suffices."""
        found = (meaning(reference, member) for member in self.members[:_MEMBERS])
        return max((each.total for each in found if each and each.suffices), default=0.0)


def group(tellings: Sequence[Telling], rarity: Rarity) -> list[Group]:
    """Put together the tellings of one happening.

    Args:
        tellings: of all articles; those without a date only join others.
        rarity: the weights of names and words.

    Returns:
        Groups in which each telling fits those before it, so that no chain of likenesses joins what differs.
    """
    profiles = [Profile(telling, rarity) for telling in tellings]
    groups: list[Group] = []
    index: dict[Key, list[int]] = defaultdict(list)
    references = [profile for profile in profiles if profile.telling.refers]
    for telling in sorted((each for each in profiles if not each.telling.refers), key=_order):
        home = _home(telling, groups, index)
        if home is None:
            if telling.date is None or not telling.head.title:
                continue
            home = len(groups)
            groups.append(Group(telling))
            for key in _keys(telling):
                index[key].append(home)
        else:
            groups[home].members.append(telling)
    return _with_references(references, groups)


def _with_references(references: Sequence[Profile], groups: Sequence[Group]) -> list[Group]:
    """The groups with each reference in the one that it means; what may mean several, or none, is left out.

    What is told of a month or a year is a reference, too, where a day in it is told of the same.
    """
    wide = [n for n, found in enumerate(groups) if _is_wide(found.members[0])]
    index: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(groups) if references or wide else ():
        for word in set().union(*(member.said for member in found.members[:_MEMBERS])):
            index[word].append(number)
    meant = {number: _meant(groups[number].members[0], groups, index) for number in wide}
    moved = {number: home for number, home in meant.items() if home is not None}
    added = [(home, each) for each in references if (home := _meant(each, groups, index)) is not None]
    for number in moved:
        groups[_last(number, moved)].members.extend(groups[number].members)
    for home, reference in added:
        groups[_last(home, moved)].members.append(reference)
    return [found for number, found in enumerate(groups) if number not in moved]


def _last(number: int, moved: Mapping[int, int]) -> int:
    """Where a group ends up: what is told of a year may mean what is told of a month, and that a day."""
    while number in moved:
        number = moved[number]
    return number


def _is_wide(telling: Profile) -> bool:
    days = span_of(telling.date).days if telling.date else None
    return days is not None and days > _LONGEST_NEWS


def _meant(reference: Profile, groups: Sequence[Group], index: dict[str, list[int]]) -> int | None:
    """The one group that a reference means."""
    hits: Counter[int] = Counter()
    for word in sorted(reference.sense, key=lambda word: (-reference.sense[word], word))[:_LOOKED_UP]:
        if len(index[word]) <= _TOO_COMMON:
            hits.update(index[word])
    fits = sorted(((groups[n].meaning(reference), -n) for n in _promising(hits)), reverse=True)
    if not fits or not fits[0][0] or (len(fits) > 1 and fits[0][0] - fits[1][0] < MARGIN):
        return None
    return -fits[0][1]


def _order(telling: Profile) -> tuple[bool, int, bool, str, str, int]:
    """Close dates before wide ones and told dates before news of the day; what only joins others last."""
    span = span_of(telling.date) if telling.date else UNKNOWN
    head = telling.head
    only_joins = telling.date is None or not head.title
    return (
        only_joins,
        span.breadth,
        span.approximate,
        telling.date or "~",
        telling.telling.article,
        head.passage.start,
    )


def _home(telling: Profile, groups: Sequence[Group], index: dict[Key, list[int]]) -> int | None:
    hits: Counter[int] = Counter()
    for key in _lookups(telling):
        posted = index.get(key, ())
        if len(posted) <= _TOO_COMMON:
            hits.update(posted)
    fits = [(groups[number].likeness(telling), -number) for number in _promising(hits)]
    best, *others = sorted(fits, reverse=True) or [(0.0, 0)]
    doubtful = telling.date is None and others and best[0] - others[0][0] < _MARGIN
    return -best[1] if best[0] >= ENOUGH * _WITH_ALL and not doubtful else None


def _promising(hits: Counter[int]) -> list[int]:
    """The groups to compare with: those that were hit most often, of equals the first."""
    least = min(sorted(hits.values())[-_COMPARED:], default=0)
    often = [number for number, count in hits.items() if count >= least]
    return sorted(sorted(often), key=hits.__getitem__, reverse=True)[:_COMPARED]


def _keys(telling: Profile) -> Iterator[Key]:
    """Where a group is found: under its terms, at its own day, month and year and at no time."""
    times = [("any", 0), *_times(telling.date)]
    return ((term, *time) for term in _terms(telling) for time in times)


def _lookups(telling: Profile) -> Iterator[Key]:
    """Where a telling looks for its group: at the finest time that it knows."""
    times = _times(telling.date)
    if telling.date is None or not times:
        times = [("any", 0)]
    elif times[0][0] == "day" and span_of(telling.date).approximate:
        times = [("day", times[0][1] + step) for step in range(-NEWS_AGE, NEWS_AGE + 1)]
    elif span_of(telling.date).days is not None:
        times = times[:1]
    return ((term, *time) for term in _terms(telling) for time in times)


def _terms(telling: Profile) -> list[str]:
    """The rarest names and words of a telling, and one that all have, for times that few share."""
    weighed = [*telling.names.items(), *((f"w:{word}", weight / 2) for word, weight in telling.words.items())]
    return ["", *(term for term, _ in sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:_LOOKED_UP])]


def _times(date: str | None) -> list[tuple[str, int]]:
    """The times at which a date begins, the finest that it knows first."""
    if date is None:
        return []
    span, known = span_of(date), parse(date)
    start = known.earliest or known.latest
    if start is None:
        return []
    times = [("month", start.year * 12 + start.month), ("year", start.year)]
    if span.days == 1 and span.first is not None:
        return [("day", span.first), *times]
    return times if span.breadth <= _LONGEST_MONTH or span.days is None else times[1:]
