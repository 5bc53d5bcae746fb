"""Who tells what: the events of a site against its outlets, on one page or, when too many, a page a year."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Event
from dateline.site.catalogue import Catalogue
from dateline.site.chronology import year_of
from dateline.site.paging import year_digits

MOST_COLUMNS = 12
"""So many outlets fit beside the events on a page; the others are counted together."""
ONE_PAGE = 500
"""So many events are a table that loads at once; of more, each year has a page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event: how many passages of each column's outlet tell it, and of all others."""

    event: Event
    passages: tuple[int, ...]
    others: int


@dataclass(frozen=True, slots=True)
class YearRows:
    """The events of one year."""

    number: int
    events: tuple[Event, ...]
    outlets: tuple[str, ...]
    """The columns."""
    catalogue: Catalogue

    @property
    def rows(self) -> list[Row]:
        """Its rows, made when they are shown: those of all years take much room."""
        return [_row(event, self.outlets, self.catalogue) for event in self.events]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table."""

    outlets: tuple[str, ...]
    """The columns: those that tell most events first."""
    left_out: int
    """How many outlets are counted together."""
    years: tuple[YearRows, ...]

    @property
    def pages(self) -> Mapping[str, Sequence[YearRows]]:
        """The years on each page by its path; of many pages the section's own has the latest year."""
        if sum(len(year.events) for year in self.years) <= ONE_PAGE:
            return {PATH: self.years}
        *others, latest = self.years
        return {PATH: (latest,)} | {year_path(year.number): (year,) for year in others}


PATH = "telling/index.html"


def year_path(year: int) -> str:
    """Return the path of a year's page."""
    return f"telling/{year_digits(year)}/index.html"


def paths(catalogue: Catalogue) -> Iterable[str]:
    """Return the paths of the pages; there are none where there are not two outlets to compare."""
    if len(catalogue.sections["outlets"]) < 2:
        return []
    if len(catalogue.events) <= ONE_PAGE:
        return [PATH]
    *others, _ = dict.fromkeys(map(year_of, catalogue.events))
    return [PATH, *map(year_path, others)]


def matrix(catalogue: Catalogue) -> Matrix:
    """Set the events of a catalogue against its outlets."""
    ranked = sorted(catalogue.sections["outlets"].values(), key=lambda listing: -len(listing.events))
    outlets = tuple(listing.name for listing in ranked[:MOST_COLUMNS])
    years = tuple(
        YearRows(year, tuple(events), outlets, catalogue)
        for year, events in groupby(catalogue.events, key=year_of)
    )
    return Matrix(outlets, len(ranked) - len(outlets), years)


def _row(event: Event, outlets: Sequence[str], catalogue: Catalogue) -> Row:
    told = Counter(filter(None, map(catalogue.outlet, event.sources)))
    passages = tuple(told.pop(outlet, 0) for outlet in outlets)
    return Row(event, passages, told.total())
