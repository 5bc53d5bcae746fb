"""How a date stands on the timeline: what is known of it, and below which year and month it goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from dateline.edtf import Day, Edtf, parse
from dateline.model import Event

Precision = Literal["day", "month", "year", "span", "before", "after"]


class Place(NamedTuple):
    """Where a date stands: below a year and, if it is known to one, below a month."""

    year: int
    month: int
    """1 to 12; ``BEFORE_MONTHS`` or ``AFTER_MONTHS`` for what is not known to a month."""


BEFORE_MONTHS = 0
AFTER_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month."""

    number: int
    events: tuple[Event, ...]


class Group(NamedTuple):
    """Events that stand together below a year."""

    month: int | None
    """Whose heading stands above them; None for those without a heading."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year: its months, between what is not known to a month."""

    number: int
    before: tuple[Event, ...]
    """Some time in the year."""
    months: tuple[Month, ...]
    after: tuple[Event, ...]
    """By the end of the year."""

    @property
    def groups(self) -> list[Group]:
        """All events in order, those of a month with several of them below its heading.

        Above a single event its own date says as much as a heading would.
        """
        groups: list[Group] = []
        plain: list[Event] = [*self.before]
        for month in self.months:
            if len(month.events) == 1:
                plain += month.events
                continue
            if plain:
                groups.append(Group(None, tuple(plain)))
                plain = []
            groups.append(Group(month.number, month.events))
        plain += self.after
        if plain:
            groups.append(Group(None, tuple(plain)))
        return groups

    @property
    def count(self) -> int:
        """How many events stand below this year."""
        return len(self.before) + sum(len(month.events) for month in self.months) + len(self.after)


def precision(date: Edtf) -> Precision:
    """Tell how a date is drawn: "span" goes on, "year" is once in a season, a year or longer."""
    if date.earliest is None:
        return "before"
    if date.latest is None:
        return "after"
    if date.form == "interval":
        return "span"
    if date.earliest == date.latest:
        return "day"
    return "month" if date.earliest[:2] == date.latest[:2] else "year"


def place(date: Edtf) -> Place:
    """Find the headings of a date.

    An interval stands where it starts, or where it ends when its start is open; there a month counts only
    when that end is known to the month. What is not known to a month comes before the months of its year
    or, when all that is known is that it had happened by then, after them.
    """
    anchor = next(part for part in date.parts if part) if date.form == "interval" else date
    day = date.earliest or date.latest
    if day is None:
        raise AssertionError("a date has at least one bound")
    in_one_month = (
        anchor.earliest is not None and anchor.latest is not None and anchor.earliest[:2] == anchor.latest[:2]
    )
    if in_one_month:
        return Place(day.year, day.month)
    return Place(day.year, BEFORE_MONTHS if date.earliest else AFTER_MONTHS)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Sort events by their places, then by the EDTF sort key, then by id."""
    return sorted(events, key=_order)


def by_year(events: Iterable[Event]) -> list[Year]:
    """Group events, given as `in_order` sorts them, below years and months."""
    years: list[tuple[int, dict[int, list[Event]]]] = []
    number: int | None = None
    months: dict[int, list[Event]] = {}
    for event in events:
        year, month = _place_of(event.date)
        if year != number:
            number, months = year, {}
            years.append((year, months))
        if month in months:
            months[month].append(event)
        else:
            months[month] = [event]
    return [_year(number, months) for number, months in years]


def _year(number: int, months: dict[int, list[Event]]) -> Year:
    before, after = months.pop(BEFORE_MONTHS, ()), months.pop(AFTER_MONTHS, ())
    of_months = tuple([Month(month, tuple(found)) for month, found in months.items()])
    return Year(number, tuple(before), of_months, tuple(after))


def place_of(event: Event) -> Place:
    """Return where an event stands."""
    return _place_of(event.date)


def year_of(event: Event) -> int:
    """Return the year below which an event stands."""
    return _place_of(event.date).year


def ranks_in_years(events: Iterable[Event]) -> list[int]:
    """Rank events, given as `in_order` sorts them, by importance within their years.

    Returns:
        A rank from 0 for each event; of equally important events the earlier ranks first.
    """
    ranks: list[int] = []
    for _, of_year in groupby(events, key=year_of):
        listed = list(of_year)
        best_first = sorted(range(len(listed)), key=lambda number: -listed[number].importance)
        of_listed = {number: rank for rank, number in enumerate(best_first)}
        ranks += [of_listed[number] for number in range(len(listed))]
    return ranks


@lru_cache(maxsize=65_536)
def _place_of(date: str) -> Place:
    return place(parse(date))


def _order(event: Event) -> tuple[Place, tuple[Day, Day, int], str]:
    date = parse(event.date)
    return (_place_of(event.date), date.sort_key, event.id)
