"""Who tells what: the events against the outlets."""

import pytest

from dateline.model import Source
from dateline.site import telling
from dateline.site.catalogue import Catalogue


def sources(*articles: str) -> tuple[Source, ...]:
    return tuple(Source(article, "It sank.") for article in articles)


@pytest.fixture
def articles(article):
    """Three outlets, one of them with two articles."""
    return [
        article(id="post-1", outlet="Harbour Post"),
        article(id="post-2", outlet="Harbour Post"),
        article(id="radio", outlet="Radio Kesten"),
        article(id="gazette", outlet="Gazette"),
        article(id="unnamed", outlet=None),
    ]


def test_passages_are_counted_by_outlet_and_the_outlet_that_tells_most_stands_first(event, articles):
    events = [
        event(id="a", date="2019", sources=sources("radio", "post-1", "post-2")),
        event(id="b", date="2020", sources=sources("radio")),
        event(id="c", date="2020", sources=sources("gazette")),
    ]
    matrix = telling.matrix(Catalogue(events, articles))
    assert matrix.outlets == ("Radio Kesten", "Gazette", "Harbour Post")
    assert [(year.number, [row.passages for row in year.rows]) for year in matrix.years] == [
        (2019, [(1, 0, 2)]),
        (2020, [(1, 0, 0), (0, 1, 0)]),
    ]


def test_what_no_named_outlet_tells_has_an_empty_row(event, articles):
    events = [
        event(id="a", date="2019", sources=sources("radio", "gazette")),
        event(id="b", date="2020", sources=sources("unnamed")),
    ]
    (_, year) = telling.matrix(Catalogue(events, articles)).years
    assert year.rows[0].passages == (0, 0)


def test_a_single_outlet_needs_no_matrix(event, articles):
    assert telling.paths(Catalogue([event(sources=sources("radio"))], articles)) == []


def test_outlets_beyond_a_dozen_are_counted_together(event, article):
    articles = [article(id=f"a{number}", outlet=f"Outlet {number:02}") for number in range(14)]
    matrix = telling.matrix(Catalogue([event(sources=sources(*(each.id for each in articles)))], articles))
    assert (len(matrix.outlets), matrix.left_out) == (12, 2)
    assert matrix.years[0].rows[0].others == 2


def test_many_events_are_a_page_a_year_with_the_latest_first(event, articles):
    events = [
        event(id=f"{year}-{number}", date=str(year), sources=sources("radio", "gazette"))
        for year in (2018, 2019, 2020)
        for number in range(200)
    ]
    catalogue = Catalogue(events, articles)
    pages = telling.matrix(catalogue).pages
    assert {path: [year.number for year in years] for path, years in pages.items()} == {
        "telling/index.html": [2020],
        "telling/2018/index.html": [2018],
        "telling/2019/index.html": [2019],
    }
    assert telling.paths(catalogue) == list(pages)


def test_the_page_has_a_cell_for_each_outlet_and_says_where_they_differ(event, articles, pages, outline):
    told = (
        Source("post-1", "Five sailors were hurt.", dated="on 3 January 2020"),
        Source("radio", "Three sailors were hurt.", dated="on 4 January 2020"),
    )
    page = outline(pages([event(sources=told)], articles)["telling/index.html"])
    assert [head.text for head in page.all("th")] == [
        "Event",
        "Harbour Post",
        "Radio Kesten",
        "They differ in",
        "2020",
        "Ferry sinks off Kesten 3 January 2020",
    ]
    assert [cell.text for cell in page.all("td")] == ["1", "1", "≠date≠figures"]
