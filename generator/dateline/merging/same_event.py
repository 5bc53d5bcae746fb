"""Whether two mentions tell one happening.

They do when all of this holds: both are told the same way (fact, plan, forecast), their dates fit, the kind
of happening or the verb is the same, and they share who took part.
"""

from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from dateline.edtf import parse
from dateline.model import Mention

# A year told in one article may be a day in another; wider spans are told on their own.
_WIDEST_FIT = 366
# Of 100; titles above it say the same in nearly the same words.
_SAME_WORDS = 88


@dataclass(frozen=True, slots=True)
class Span:
    """The days a date covers, as ordinals; None on an open side."""

    first: int | None
    last: int | None

    @property
    def days(self) -> int | None:
        """How many days it covers, None when open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


@cache
def span_of(edtf: str) -> Span:
    """The days that an EDTF date covers; months count 31 days, which keeps the order and any year."""
    date = parse(edtf)
    first, last = (d and (d.year * 12 + d.month) * 31 + d.day for d in (date.earliest, date.latest))
    return Span(first, last)


def same_event(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell one happening."""
    return (
        one.kind == other.kind
        and _dates_fit(one.date, other.date)
        and same_deed(one, other)
        and same_people(one, other)
    )


def _dates_fit(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return one == other
    a, b = span_of(one), span_of(other)
    if a.days is None or b.days is None or max(a.days, b.days) > _WIDEST_FIT * 31 // 30:
        return False
    narrow, wide = sorted((a, b), key=lambda s: s.days or 0)
    return bool(
        wide.first is not None
        and narrow.first is not None
        and wide.last is not None
        and narrow.last is not None
        and wide.first <= narrow.first
        and narrow.last <= wide.last
        and narrow.days != wide.days
    )


def same_deed(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell the same kind of deed: the same verb, tag, or nearly the same words."""
    if one.predicate == other.predicate or fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS:
        return True
    return bool(set(one.tags) & set(other.tags))


def same_people(one: Mention, other: Mention) -> bool:
    """Whether two mentions share who took part, and do not name different doers."""
    mine, theirs = _names(one), _names(other)
    if not mine or not theirs:
        return fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS
    shared = sum(any(same_name(a, b) for b in theirs) for a in mine)
    if (
        _agents(one)
        and _agents(other)
        and not any(same_name(a, b) for a in _agents(one) for b in _agents(other))
    ):
        return False
    return shared >= 2 or (shared == min(len(mine), len(theirs)) and one.predicate == other.predicate)


def shares_agent(one: Mention, other: Mention) -> bool:
    """Whether who acts in one mention has a part in the other."""
    return any(same_name(a, b) for a in _agents(one) for b in _names(other))


def same_name(one: str, other: str) -> bool:
    """Whether two names are spellings of one: equal, or the words of the shorter are found in the longer."""
    return one == other or (
        fuzz.token_set_ratio(one, other) >= 95 and min(len(one.split()), len(other.split())) > 1
    )


def _names(mention: Mention) -> set[str]:
    return {p.name for p in mention.participants if p.named} | set(mention.places)


def _agents(mention: Mention) -> set[str]:
    return {p.name for p in mention.participants if p.named and p.role == "agent"}
