"""How a timeline is spread over pages: all on one, or a page a year and, of busy years, a page a month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Event
from dateline.site.chronology import (
    AFTER_MONTHS,
    BEFORE_MONTHS,
    Month,
    Year,
    by_year,
    place_of,
    ranks_in_years,
)

INLINE = 500
"""So many events one page carries: with their texts, the explorer and its data it has 90 kB, compressed.

Nobody should wait for more than 100 kB. A hundred events more are 11 kB more: with 2,000 on it the home page
has 243 kB and takes three times as long to be drawn as the front page of pages by year, which has 42.
"""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year, or what of it one page carries."""

    path: str
    year: Year
    month: int | None
    """The month whose page it is; None for the page of the year."""
    months: tuple[Month, ...]
    """The months that have pages of their own, on the page of their year."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some events of a long timeline, below a heading of their own."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the events of a site are: on pages of their own or, the less important, on the timeline alone."""

    pages_from: int
    """Events at least so important have pages."""
    is_inline: bool
    """Whether the home page holds the whole timeline."""
    by_month: frozenset[int]
    """The years whose months have pages."""

    def has_page(self, event: Event) -> bool:
        """Tell whether an event has a page of its own."""
        return event.importance >= self.pages_from

    def on_timeline(self, event: Event) -> str:
        """Return the path of the page of the timeline on which an event stands."""
        if self.is_inline:
            return "index.html"
        year, month = place_of(event)
        is_of_month = year in self.by_month and month not in {BEFORE_MONTHS, AFTER_MONTHS}
        return month_path(year, month) if is_of_month else year_path(year)


def whereabouts(events: Sequence[Event], pages_from: int) -> Whereabouts:
    """Find out where events are, given in order; those at least so important have pages."""
    busy = frozenset(year.number for year in by_year(events) if year.count > INLINE)
    return Whereabouts(pages_from, len(events) <= INLINE, busy)


def year_digits(year: int) -> str:
    """Return a year as addresses hold it, counted astronomically: 44 BCE is "-0043"."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def year_path(year: int) -> str:
    """Return the path of the page of a year."""
    return f"years/{year_digits(year)}/index.html"


def month_path(year: int, month: int) -> str:
    """Return the path of the page of a month of a busy year."""
    return year_path(year).replace("index.html", f"{month:02}/index.html")


def year_pages(years: Sequence[Year]) -> Iterator[YearPage]:
    """Yield the pages of some years in order; a year too long for one is followed by its months."""
    for year in years:
        path = year_path(year.number)
        if year.count <= INLINE:
            yield YearPage(path, year, None, ())
            continue
        yield YearPage(path, replace(year, months=()), None, year.months)
        for month in year.months:
            only = Year(year.number, (), (month,), ())
            yield YearPage(month_path(year.number, month.number), only, month.number, ())


def parts(events: Sequence[Event]) -> list[Part]:
    """Choose what the first page of a long timeline, given in order, shows: the most important, the latest.

    Of equally important events those come first that lead their years. The latest have happened, as far as
    the sources say.
    """
    ranks = ranks_in_years(events)
    best_first = sorted(
        range(len(events)), key=lambda number: (-events[number].importance, ranks[number], number)
    )
    important = sorted(best_first[:_SHOWN])
    happened = [number for number, event in enumerate(events) if event.kind == "happened"]
    latest = [number for number in reversed(happened) if number not in important][:_SHOWN]
    return [
        Part("important", tuple(events[number] for number in important)),
        Part("latest", tuple(events[number] for number in latest)),
    ]
