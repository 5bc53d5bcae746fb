"""Events that have no page of their own: whole on the timeline, and every link leads there."""

import json
from dataclasses import replace

import pytest

from dateline.model import Source
from dateline.site import Site, at
from dateline.site.paging import INLINE

MINOR = "2020-05-06-tide-table-printed"


@pytest.fixture
def minor(event):
    """An event of little importance, told by the captain."""
    source = Source("post-2020", "The table was printed.", speaker="The captain")
    return event(
        id=MINOR,
        date="2020-05-06",
        title="Tide table printed",
        importance=2,
        actors=("Orsa",),
        sources=(source,),
    )


@pytest.fixture
def long(event, minor):
    """More events than a page carries, all of 2020; each month of it has a page."""
    others = [event(id=f"e{number:04}", date="2020-01-03", importance=3) for number in range(INLINE)]
    return [*others, minor]


def hrefs(page):
    return [link.attributes["href"] for link in page.all("a")]


def test_only_events_important_enough_have_pages(event, minor, pages):
    paths = pages([event(importance=3), minor], event_pages_from=3)
    assert [path for path in paths if path.startswith("events/")] == [
        "events/2020-01-03-ferry-sinks/index.html"
    ]


def test_by_default_every_event_has_a_page(minor, pages):
    assert f"events/{MINOR}/index.html" in pages([minor])


def test_every_link_to_an_event_without_a_page_leads_to_its_place_on_the_home_page(
    event, minor, pages, outline
):
    everything = pages([event(importance=3), minor], event_pages_from=3)
    place = f"../../#{MINOR}"
    for path in (
        "people/orsa/index.html",
        "articles/post-2020/index.html",
        "events/2020-01-03-ferry-sinks/index.html",
    ):
        found = hrefs(outline(everything[path]))
        assert place in found, path
        assert not [href for href in found if f"events/{MINOR}" in href], path


def test_on_a_long_timeline_the_place_is_on_the_page_of_its_month(long, pages, outline):
    everything = pages(long, event_pages_from=3)
    assert f"../../years/2020/05/#{MINOR}" in hrefs(outline(everything["articles/post-2020/index.html"]))
    (card,) = outline(everything["years/2020/05/index.html"]).all("li", "dl-event")
    assert card.attributes["id"] == MINOR


@pytest.mark.parametrize(
    ("date", "path"), [("2020", "years/2020/"), ("../2020", "years/2020/"), ("1999", "years/1999/")]
)
def test_what_is_not_known_to_a_month_is_on_the_page_of_its_year(long, event, pages, outline, date, path):
    events = [*long, event(id="vague", date=date, title="Some time", importance=1, actors=("Ada",))]
    everything = pages(events, event_pages_from=3)
    assert f"../../{path}#vague" in hrefs(outline(everything["people/ada/index.html"]))
    cards = outline(everything[f"{path}index.html"]).all("li", "dl-event")
    assert "vague" in [card.attributes["id"] for card in cards]


def test_in_its_place_an_event_without_a_page_has_all_that_a_page_would_have(
    minor, article, options, outline
):
    shown = Site(
        [minor], [article()], options_from(options, 3, edit_url=lambda path: f"https://edit.example/{path}")
    )
    home = outline(shown.home())
    (card,) = home.all("li", "dl-event")
    assert "The table was printed." in card.text
    assert "The captain" in card.text
    assert {f"#{MINOR}", "tags/accident/", "outlets/harbour-post/", "articles/post-2020/"} <= set(hrefs(home))
    assert f"https://edit.example/{minor.path}" in hrefs(home)


def test_the_card_of_an_event_with_a_page_leaves_its_sources_to_that_page(event, article, options, outline):
    home = outline(Site([event(importance=3)], [article()], options_from(options, 3)).home())
    assert home.all("details", "dl-more") == []


def test_links_in_pages_that_people_write_lead_to_its_place(long, minor, article, options):
    site = Site(long, [article()], options_from(options, 3))
    link = site.link(MINOR)
    assert at("about/index.html", link) == f'<a href="../years/2020/05/#{MINOR}">{minor.title}</a>'


def test_the_explorer_is_told_where_an_event_without_a_page_is(long, pages):
    assert [place for place in shown_places(pages(long, event_pages_from=3)) if place] == [
        f"years/2020/05/#{MINOR}"
    ]
    assert shown_places(pages(long)) == []


def test_without_directory_addresses_the_place_is_in_a_file(minor, article, options, outline):
    site = Site([minor], [article()], options_from(options, 3, directory_urls=False))
    assert f"../../index.html#{MINOR}" in hrefs(outline(site.page("people/orsa/index.html")))


def options_from(options, importance, **changes):
    return replace(options, event_pages_from=importance, **changes)


def shown_places(files):
    """What the files of the explorer's cards say of places."""
    parts = [json.loads(text) for path, text in files.items() if path.startswith("timeline/2020-")]
    return [place for part in parts for place in part.get("place", [])]
