"""What a site offers to other programs, each file read by a program that is not ours."""

import csv
import gzip
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import atoma
import feedparser
import frictionless
import icalendar
import pytest
from citeproc.source.json import CiteProcJSON
from PIL import Image
from pyld import jsonld

from dateline.edtf import parse
from dateline.exchange import import_events, incoming
from dateline.model import Source
from dateline.site import Page, Site
from dateline.site.open_data import Listed, cards, downloads, heads, sitemaps
from dateline.site.open_data.linked_data import as_known

HOME = "https://timeline.example/ferries/"
EVENT_PAGE = "events/2020-01-03-ferry-sinks/index.html"
PAGE_ADDRESS = f"{HOME}events/2020-01-03-ferry-sinks/"
ARTICLE_PAGE = "articles/post-2020/index.html"
HOSTILE = "</script><script>alert(1)</script> ]]> \x0b\x00 & \"'\r\nBEGIN:VEVENT"
CHANGED = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def read(style, data, name, columns=None):
    return import_events(incoming(data, name, style), columns)


class Head(HTMLParser):
    """The links, properties and linked data of a page."""

    def __init__(self, html):
        super().__init__()
        self.links, self.properties, self.data, self._in_data = {}, {}, [], False
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "link" and given["rel"] == "alternate":
            self.links[given["type"]] = given["href"]
        if tag == "meta":
            self.properties[given.get("property") or given["name"]] = given["content"]
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"
        self.scripts += tag == "script"

    def handle_data(self, data):
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, _tag):
        self._in_data = False


@pytest.fixture
def offered(pages):
    """Everything a site at a known address has, pages as their heads alone."""
    return lambda events, **changes: pages(
        events, **{"address": HOME, "title": "Ferries", "shell": lambda page: page.head} | changes
    )


def linked(html):
    """The linked data of a page as an independent reader expands it: every name an address of schema.org."""
    (text,) = Head(html).data
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    (node,) = jsonld.expand(document | {"@context": {"@vocab": "https://schema.org/"}})
    return node


def value(node, name):
    """What a property of linked data says: texts, or nodes."""
    return [each.get("@value", each) for each in node.get(f"https://schema.org/{name}", [])]


def test_the_feed_has_the_newest_changes_first(offered, event):
    """Feedparser finds no fault, and every entry leads to its page."""
    events = [
        event(),
        event(id="later", date="2020-02-01", title="Inquiry <opens> & closes", path="events/later.yml"),
        event(id="plan", title="A new ferry", kind="planned", tags=()),
    ]
    site = offered(events, changed={"events/later.yml": CHANGED}, description="All about ferries.")
    feed = feedparser.parse(site["feed.xml"].encode())
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.subtitle, feed.feed.id) == ("Ferries", "All about ferries.", HOME)
    assert feed.feed.updated == "2024-05-06T07:08:09Z"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{HOME}feed.xml"]
    assert [entry.title for entry in feed.entries] == [
        "Inquiry <opens> & closes",
        "Planned: A new ferry",
        "Ferry sinks off Kesten",
    ]
    first, _, last = feed.entries
    assert first.updated == "2024-05-06T07:08:09Z"
    assert last.updated == "2020-01-06T00:00:00Z"  # the day of the article: nothing else is known
    assert (last.id, last.link) == (PAGE_ADDRESS, PAGE_ADDRESS)
    assert [tag.term for tag in last.tags] == ["accident"]
    assert "<p>3 January 2020 · Draft</p>" in last.content[0].value
    assert "Harbour Post" in last.content[0].value


def test_the_json_feed_says_the_same(offered, event):
    feed = atoma.parse_json_feed_bytes(offered([event()])["feed.json"].encode())
    assert (feed.version, feed.title) == ("https://jsonfeed.org/version/1.1", "Ferries")
    assert (feed.home_page_url, feed.feed_url) == (HOME, f"{HOME}feed.json")
    (item,) = feed.items
    assert (item.id_, item.url, item.title) == (PAGE_ADDRESS, PAGE_ADDRESS, "Ferry sinks off Kesten")
    assert item.date_modified == datetime(2020, 1, 6, tzinfo=UTC)
    assert item.tags == ["accident"]
    assert json.loads(offered([event()])["feed.json"])["language"] == "en"


def test_a_feed_holds_the_newest_fifty(offered, event):
    events = [event(id=f"e{year}", date=f"{year}", sources=()) for year in range(1900, 2000)]
    feed = feedparser.parse(offered(events)["feed.xml"])
    assert [entry.link.split("/")[-2] for entry in feed.entries] == [f"e{y}" for y in range(1999, 1949, -1)]


def test_an_event_without_a_page_is_at_its_place_on_the_timeline(offered, event):
    """Feed and calendar lead there, and no picture is drawn for it."""
    site = offered([event(importance=2)], event_pages_from=3)
    place = f"{HOME}#2020-01-03-ferry-sinks"
    assert [entry.link for entry in feedparser.parse(site["feed.xml"]).entries] == [place]
    (shown,) = icalendar.Calendar.from_ical(site["events.ics"]).walk("VEVENT")
    assert shown["URL"] == place
    assert [path for path in site if path.endswith(".png")] == ["assets/timeline.png"]


def test_an_empty_site_has_a_valid_feed(offered):
    feed = feedparser.parse(offered([])["feed.xml"])
    assert not feed.bozo
    assert (feed.entries, feed.feed.updated) == ([], "1970-01-01T00:00:00Z")


def test_without_an_address_what_needs_one_is_left_out(offered, event):
    site = offered([event()], address=None)
    files = {path for path in site if not path.endswith((".html", ".js", ".css"))}
    assert files == {"events.csv", "events.json", "events.ics", "articles.json", "datapackage.json"}
    head = Head(site[EVENT_PAGE])
    assert head.links == {
        "text/csv": "../../events.csv",
        "application/json": "../../events.json",
        "text/calendar": "../../events.ics",
    }
    assert not {"og:url", "og:image"} & head.properties.keys()
    assert head.properties["og:title"] == "Ferry sinks off Kesten"


def test_the_calendar_leads_to_the_pages(offered, event):
    site = offered([event(), event(id="vague", date="2020~", title="A rumour")])
    calendar = icalendar.Calendar.from_ical(site["events.ics"])
    vague, exact = sorted(calendar.walk("VEVENT"), key=lambda each: each["UID"], reverse=True)
    assert (exact["URL"], str(exact["DTSTART"].dt)) == (PAGE_ADDRESS, "2020-01-03")
    assert (exact["STATUS"], vague["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert exact["DTSTAMP"].dt == datetime(2020, 1, 6, tzinfo=UTC)


def test_of_very_many_events_the_calendar_has_the_most_important(offered, event, monkeypatch):
    monkeypatch.setattr(downloads, "_IN_CALENDAR", 2)
    events = [event(id=f"e{weight}", importance=weight) for weight in (1, 5, 3, 4)]
    calendar = icalendar.Calendar.from_ical(offered(events)["events.ics"])
    assert sorted(each["UID"] for each in calendar.walk("VEVENT")) == ["e4@dateline", "e5@dateline"]


@pytest.mark.parametrize("dates", [["2020-01-03", "2019~", "2020-01/.."], ["-0043-03-15", "2020"]])
def test_the_data_package_describes_the_table(offered, event, tmp_path, dates):
    """Frictionless finds the table to be what its schema says."""
    events = [event(id=f"e{n}", date=date, title="=1+1; x") for n, date in enumerate(dates)]
    site = offered(events)
    for name in ("datapackage.json", "events.csv", "events.json"):
        (tmp_path / name).write_text(site[name], encoding="utf-8", newline="")
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert [resource.path for resource in package.resources] == ["events.csv", "events.json"]
    row = next(row for row in package.get_resource("events").read_rows() if row["id"] == "e0")
    assert row["sources"] == [
        {"article": "post-2020", "quote": "The ferry sank on Friday.", "dated": "on Friday"}
    ]
    assert row["importance"] == 3


def test_the_schema_of_the_table_finds_faults(offered, event, tmp_path):
    """A date that is none does not pass."""
    site = offered([event()])
    (tmp_path / "datapackage.json").write_text(site["datapackage.json"], encoding="utf-8")
    (tmp_path / "events.json").write_text(site["events.json"], encoding="utf-8")
    wrong = site["events.csv"].replace("2020-01-03,2020-01-03,2020-01-03", "May,2020-01-03,soon")
    assert wrong != site["events.csv"]
    (tmp_path / "events.csv").write_text(wrong, encoding="utf-8", newline="")
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert {fault[0] for fault in report.flatten(["fieldName"])} == {"date", "latest"}


def test_the_files_can_be_imported(offered, event):
    """Both hold the events whole; rejected ones and hidden drafts are not among them."""
    kept = event(status="reviewed", path="")
    site = offered([kept, event(id="b", status="draft"), event(id="c", status="rejected")], show_drafts=False)
    for style in ("csv", "json"):
        found = read(style, site[f"events.{style}"].encode(), "x")
        assert (found.events, found.lost) == ((kept,), ())


def pages_data(event, options):
    """The page that lists the files."""
    return str(dict(Site([event()], [], options).files())["data/index.html"])


def test_of_very_many_events_the_tables_are_gzipped(offered, event, options, monkeypatch, tmp_path):
    plain = offered([event()])
    monkeypatch.setattr(downloads, "LARGE", 1)
    site = offered([event()])
    assert "events.csv" not in site
    assert gzip.decompress(site["events.csv.gz"]).decode() == plain["events.csv"]
    assert gzip.decompress(site["events.json.gz"]).decode() == plain["events.json"]
    for name in ("datapackage.json", "events.csv.gz", "events.json.gz"):
        content = site[name]
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["fieldName", "message"])
    assert "application/gzip" not in Head(site[EVENT_PAGE]).links
    assert 'href="../events.csv.gz"' in pages_data(event, options)


def test_of_very_many_events_heads_say_nothing_twice(offered, event, monkeypatch):
    """A hundred thousand pages must fit into what a host allows."""
    few = offered([event()])
    monkeypatch.setattr(heads, "LARGE", 1)
    many = offered([event()])
    assert "og:description" in few[EVENT_PAGE]
    assert "og:description" not in many[EVENT_PAGE]
    assert "assets/timeline.png" in few["data/index.html"]
    assert "assets/timeline.png" not in many["data/index.html"]


def test_citations_are_read_by_a_citation_processor(offered, event):
    source = CiteProcJSON(json.loads(offered([event()])["articles.json"]))
    cited = source["post-2020"]
    assert (*map(str, cited.title), *map(str, cited.container_title)) == ("Ferry sinks", "Harbour Post")
    assert (cited.issued.year, cited.issued.month, cited.issued.day) == (2020, 1, 6)


def test_linked_data_of_an_event(offered, event):
    node = linked(offered([event()])[EVENT_PAGE])
    assert node["@type"] == ["https://schema.org/Event"]
    assert value(node, "name") == ["Ferry sinks off Kesten"]
    assert value(node, "startDate") == ["2020-01-03"]
    assert value(node, "location") == ["Kesten"]
    (actor,) = value(node, "about")
    assert value(actor, "name") == ["Orsa"]
    (article,) = value(node, "subjectOf")
    assert article["@type"] == ["https://schema.org/NewsArticle"]
    assert (value(article, "headline"), value(article, "url")) == (
        ["Ferry sinks"],
        ["https://post.example/ferry"],
    )


def test_linked_data_of_an_article(offered, event):
    node = linked(offered([event()])[ARTICLE_PAGE])
    assert node["@type"] == ["https://schema.org/NewsArticle"]
    assert value(node, "headline") == ["Ferry sinks"]
    assert value(node, "datePublished") == ["2020-01-06"]
    (publisher,) = value(node, "publisher")
    assert value(publisher, "name") == ["Harbour Post"]


@pytest.mark.parametrize(
    ("kind", "type_", "status"),
    [
        ("happened", "Event", []),
        ("planned", "Event", ["https://schema.org/EventScheduled"]),
        ("forecast", "Claim", []),
        ("denied", "Claim", []),
    ],
)
def test_what_is_denied_or_only_expected_is_no_event_to_machines(offered, event, kind, type_, status):
    node = linked(offered([event(kind=kind)])[EVENT_PAGE])
    assert node["@type"] == [f"https://schema.org/{type_}"]
    assert value(node, "eventStatus") == status
    assert bool(value(node, "startDate")) == (type_ == "Event")


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2020-01-03", ["2020-01-03"], []),
        ("2020-01-03T15:44+03:30", ["2020-01-03T15:44+03:30"], []),
        ("2020-01", ["2020-01"], []),
        ("2020", ["2020"], []),
        ("2020-01-XX", ["2020-01"], []),
        ("2020-XX-XX", ["2020"], []),
        ("2020-22", ["2020"], []),
        ("[2020-01-03,2020-01-05]", ["2020-01"], []),
        ("2020-01-03/2020-02", ["2020-01-03"], ["2020-02"]),
        ("2020-06/..", ["2020-06"], []),
        ("../2020", [], ["2020"]),
        ("2020~/2021", [], ["2021"]),
        ("2020~", [], []),
        ("2020-01-03?", [], []),
        ("201X", [], []),
        ("2020-24", [], []),  # winter, which ends in the next year
        ("-0043-03-15", [], []),
        ("[..2020]", [], []),
    ],
)
def test_machines_get_no_date_that_the_words_do_not_give(offered, event, date, start, end):
    node = linked(offered([event(date=date)])[EVENT_PAGE])
    assert (value(node, "startDate"), value(node, "endDate")) == (start, end)


def test_text_cannot_leave_linked_data_feed_or_calendar(offered, event):
    """No text of an article opens an element, ends a document or begins a property."""
    hostile = event(title=HOSTILE, summary=HOSTILE, actors=(HOSTILE,), tags=(HOSTILE,), places=(HOSTILE,))
    site = offered([hostile])
    head = Head(site[EVENT_PAGE])
    assert head.scripts == 1
    assert value(linked(site[EVENT_PAGE]), "name") == [HOSTILE]
    assert not feedparser.parse(site["feed.xml"].encode()).bozo
    assert ET.fromstring(site["feed.xml"]).tag == "{http://www.w3.org/2005/Atom}feed"
    assert len(icalendar.Calendar.from_ical(site["events.ics"]).walk("VEVENT")) == 1
    assert len(list(csv.reader(io.StringIO(site["events.csv"])))) == 2


def test_every_page_links_the_other_forms(offered, event):
    """From however deep a page lies, the links lead to the files."""
    site = offered([event()])
    for path, html in site.items():
        if path.endswith(".html") and path != "embed/index.html":
            up = "../" * path.count("/")
            assert Head(html).links == {
                "application/atom+xml": f"{up}feed.xml",
                "application/feed+json": f"{up}feed.json",
                "text/csv": f"{up}events.csv",
                "application/json": f"{up}events.json",
                "text/calendar": f"{up}events.ics",
            }, path


def test_the_data_page_lists_every_file_and_each_is_there(pages, event, outline):
    for address in (HOME, None):
        site = pages([event()], address=address)
        links = [link.attributes["href"] for link in outline(site["data/index.html"]).all("a")]
        assert {f"../{name}" for name in downloads_of(site)} == set(links)


def downloads_of(site):
    return {path for path in site if "/" not in path}


def test_a_page_of_someone_else_gets_the_links_and_its_preview_stays_the_only_one(event, article, options):
    site = Site([event()], [article()], replace(options, address=HOME, title="Ferries"))
    page = Page("about/index.html", "About", "", "Who we are.")
    made = Head(site.put_head(page, "<html><head></head><body></body></html>"))
    assert made.links["application/atom+xml"] == "../feed.xml"
    assert made.properties["og:title"] == "About"
    assert made.properties["og:url"] == f"{HOME}about/"
    with_own = '<html><head><meta property="og:title" content="Mine"></head></html>'
    kept = site.put_head(page, with_own)
    assert kept.count("og:title") == 1
    assert Head(kept).links["application/atom+xml"] == "../feed.xml"


def test_every_important_event_has_a_picture_and_the_others_share_one(offered, event):
    events = [event(importance=4), event(id="small", importance=1)]
    site = offered(events, pictures=1)
    assert {path for path in site if path.endswith(".png")} == {
        "assets/timeline.png",
        "pictures/2020-01-03-ferry-sinks.png",
    }
    important, small = Head(site[EVENT_PAGE]), Head(site["events/small/index.html"])
    assert important.properties["og:image"] == f"{HOME}pictures/2020-01-03-ferry-sinks.png"
    assert small.properties["og:image"] == f"{HOME}assets/timeline.png"
    assert small.properties["twitter:card"] == "summary_large_image"
    picture = Image.open(io.BytesIO(site["pictures/2020-01-03-ferry-sinks.png"]))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(picture.getcolors()) > 2  # paper, accent, and letters
    assert offered(events, pictures=1) == site


@pytest.mark.parametrize(
    ("title", "is_shown"),
    [
        ("Ferry sinks off Kesten – “all saved”", True),
        ("Паром затонул у Кестена", True),
        ("Το πλοίο βυθίστηκε", True),
        ("کشتی در نزدیکی دماغه غرق شد", True),
        ("渡轮沉没", False),
    ],
)
def test_words_that_the_fonts_lack_get_no_picture_of_boxes(offered, event, title, is_shown):
    site = offered([event(title=title)])
    assert ("pictures/2020-01-03-ferry-sinks.png" in site) == is_shown
    shown = Head(site[EVENT_PAGE]).properties["og:image"]
    assert shown.endswith("pictures/2020-01-03-ferry-sinks.png" if is_shown else "assets/timeline.png")


def test_a_long_title_is_cut_with_dots_and_stays_inside_the_picture():
    card = cards.Card("2020", "Harbour " * 60, "Ferries", "ltr")
    font = cards._font_for(card.title, cards._TITLE, cards._BOLD)
    lines = cards._lines(card.title, font)
    assert len(lines) == 5
    assert lines[-1].endswith(" …")
    picture = Image.open(io.BytesIO(cards.draw(card))).convert("L")
    right = picture.crop((cards.WIDTH - cards._MARGIN // 4, 0, cards.WIDTH, 600))
    assert right.getextrema() == (255, 255)


def test_without_the_extra_there_are_no_pictures_and_the_preview_is_small(offered, event, monkeypatch):
    monkeypatch.setattr("dateline.site.open_data.pictures.can_draw", lambda: False)
    site = offered([event()])
    assert not [path for path in site if path.endswith(".png")]
    properties = Head(site[EVENT_PAGE]).properties
    assert "og:image" not in properties
    assert properties["twitter:card"] == "summary"


def test_no_pictures_are_made_where_none_are_wanted(offered, event):
    assert not [path for path in offered([event()], pictures=0) if path.endswith(".png")]


def test_the_sitemap_lists_every_page_once(event, article, options):
    site = Site(
        [event()],
        [article()],
        replace(options, address=HOME, changed={"events/2020/2020-01-03-ferry-sinks.yml": CHANGED}),
    )
    ((path, text),) = site.sitemap([f"{HOME}about/"])
    assert path == "sitemap.xml"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in ET.fromstring(text)}
    pages = {HOME + path.removesuffix("index.html") for path in site.paths() if path != "embed/index.html"}
    assert set(urls) == pages | {f"{HOME}about/"}
    assert {address: day for address, day in urls.items() if day} == {PAGE_ADDRESS: "2024-05-06"}


def test_a_sitemap_that_is_too_long_is_a_list_of_sitemaps(monkeypatch):
    monkeypatch.setattr("dateline.site.open_data.sitemap._MOST", 2)
    listed = [Listed(f"{HOME}{number}/") for number in range(5)]
    files = dict(sitemaps(HOME, listed))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert re.findall(r"<loc>(.*?)</loc>", files["sitemap.xml"]) == [
        f"{HOME}sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert re.findall(r"<loc>(.*?)</loc>", files["sitemap-3.xml"]) == [f"{HOME}4/"]


def test_the_same_site_gives_the_same_bytes(offered, event):
    assert offered([event()]) == offered([event()])


def test_what_is_known_of_a_date_holds_for_every_day_it_can_mean():
    """The year, month or day told to machines contains all days of the date."""
    for text in ("2020", "2020-05", "2020-05-XX", "2020-21", "2020-W08", "[2020-01-01..2020-01-09]"):
        date = parse(text)
        known = as_known(date)
        if known:
            outer = parse(known)
            assert outer.earliest <= date.earliest <= date.latest <= outer.latest


def test_a_source_that_is_only_an_address_is_named_by_it(offered, event):
    sources = (
        Source("", "It sank.", url="https://post.example/2"),
        Source("", "It sank.", url="javascript:x()"),
    )
    (told,) = value(linked(offered([event(sources=sources)])[EVENT_PAGE]), "subjectOf")
    assert told["@type"] == ["https://schema.org/CreativeWork"]
    assert value(told, "url") == ["https://post.example/2"]
