"""The pages of a timeline too long for one: a page a year and, of busy years, a page a month."""

from functools import partial
from typing import NamedTuple

from dateline.site.chronology import Year, by_year
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press
from dateline.site.paging import YearPage, month_path, year_pages, year_path


class _Neighbour(NamedTuple):
    """The page before or after another."""

    href: str
    title: str


def pages(press: Press) -> Pages:
    """Yield the pages of all years; none for a timeline that the home page holds."""
    if press.where.is_inline:
        return
    years = by_year(press.catalogue.events)
    listed = list(year_pages(years))
    for number, page in enumerate(listed):
        earlier = listed[number - 1] if number else None
        later = listed[number + 1] if number + 1 < len(listed) else None
        yield page.path, partial(_page, press, years, page, earlier, later)


def year_link(press: Press, year: Year) -> str:
    """Return the link to the page of a year, as `Addresses.to`."""
    return press.addresses.to(year_path(year.number))


def _page(
    press: Press, years: list[Year], page: YearPage, earlier: YearPage | None, later: YearPage | None
) -> Page:
    title = _title(press, page)
    total = page.year.count + sum(len(month.events) for month in page.months)
    content = press.fill(
        "year.html",
        page.path,
        title=title,
        total=total,
        years=years,
        busiest=max(year.count for year in years),
        year_link=partial(year_link, press),
        year=page.year,
        month_links=[
            {
                "path": month_path(page.year.number, month.number),
                "title": press.words.month(page.year.number, month.number),
                "count": len(month.events),
            }
            for month in page.months
        ],
        earlier=earlier and _neighbour(press, earlier),
        later=later and _neighbour(press, later),
    )
    return Page(page.path, title, content, press.words.count("events", total))


def _neighbour(press: Press, page: YearPage) -> _Neighbour:
    return _Neighbour(press.addresses.to(page.path), _title(press, page))


def _title(press: Press, page: YearPage) -> str:
    year = page.year.number
    return press.words.year(year) if page.month is None else press.words.month(year, page.month)
