"""Timelines too long for one page: every event is on some page, and every page is one link from the next."""

import re

import pytest

from dateline.site import Site
from dateline.site.paging import INLINE, year_path


@pytest.fixture
def busy(event):
    """1,800 events: 300 in 2019, 1,200 in 2020 (too many for a page), 300 in 2021."""
    counts = {2019: 300, 2020: 1200, 2021: 300}
    return [
        event(id=f"{year}-{number:04}", date=f"{year}-{1 + number % 12:02}-03", importance=1 + number % 5)
        for year, count in counts.items()
        for number in range(count)
    ] + [event(id="some-time", date="2020")]


def test_every_event_is_on_the_page_of_its_year_or_month_once(busy, pages):
    listed = []
    for path, page in pages(busy).items():
        if path.startswith("years/"):
            listed += re.findall(r'class="dl-event" id="([^"]+)"', page)
    assert sorted(listed) == sorted(event.id for event in busy)


def test_a_year_too_long_for_a_page_leads_to_pages_of_its_months(busy, pages, outline):
    everything = pages(busy)
    year = outline(everything["years/2020/index.html"])
    assert [card.attributes["id"] for card in year.all("li", "dl-event")] == ["some-time"]
    links = [link.attributes["href"] for link in year.all("a") if "rel" not in link.attributes]
    assert [href for href in links if re.search(r"years/2020/\d\d/$", href)] == [
        f"../../years/2020/{month:02}/" for month in range(1, 13)
    ]
    may = outline(everything["years/2020/05/index.html"])
    assert may.all("h1")[0].text == "May 2020"
    assert len(may.all("li", "dl-event")) == 100


def test_pages_of_years_lead_to_the_one_before_and_after(busy, pages, outline):
    everything = pages(busy)
    ends = {}
    for path in ("years/2019/index.html", "years/2020/index.html", "years/2020/01/index.html"):
        links = outline(everything[path]).all("a")
        ends[path] = {
            link.attributes["rel"]: link.attributes["href"] for link in links if "rel" in link.attributes
        }
    assert ends == {
        "years/2019/index.html": {"next": "../../years/2020/"},
        "years/2020/index.html": {"prev": "../../years/2019/", "next": "../../years/2020/01/"},
        "years/2020/01/index.html": {"prev": "../../../years/2020/", "next": "../../../years/2020/02/"},
    }


def test_the_home_page_shows_the_years_the_most_important_and_the_latest_events(
    busy, article, options, outline
):
    home = outline(Site(busy, [article()], options).home())
    rail = [link for link in home.all("a") if link.attributes["href"].startswith("years/")]
    assert [link.attributes["aria-label"] for link in rail] == [
        "2019, 300 events",
        "2020, 1,201 events",
        "2021, 300 events",
    ]
    assert [heading.text for heading in home.all("h2")] == ["Most important", "Latest"]
    cards = home.all("li", "dl-event")
    assert len(cards) == 24
    assert {card.attributes["data-importance"] for card in cards[:12]} == {"5"}
    # No year takes all the places.
    assert [
        sum(card.attributes["id"].startswith(str(year)) for card in cards[:12]) for year in (2019, 2020, 2021)
    ] == [
        4,
        4,
        4,
    ]
    assert cards[12].attributes["id"].startswith("2021-")


def test_a_long_list_leads_to_what_the_explorer_finds_year_by_year(busy, pages, outline):
    listing = outline(pages(busy)["people/orsa/index.html"])
    assert len(listing.all("li", "dl-event")) == 24
    links = [link.attributes["href"] for link in listing.all("a")]
    assert "../../?people=Orsa&from=2020&to=2020" in links


def test_a_timeline_that_fits_has_no_pages_of_years(event, pages):
    events = [event(id=str(number), date="2020") for number in range(INLINE)]
    assert not [path for path in pages(events) if path.startswith("years/")]


def test_years_have_four_digits_in_addresses():
    assert year_path(812) == "years/0812/index.html"
    assert year_path(-43) == "years/-0043/index.html"
