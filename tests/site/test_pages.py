"""The pages: what is on them, where they are, and that nothing in them bites."""

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.exceptions import DatelineError
from dateline.model import Source
from dateline.site import Site

EVENT_PAGE = "events/2020-01-03-ferry-sinks/index.html"
ARTICLE_PAGE = "articles/post-2020/index.html"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} <!-- '


def test_every_event_article_person_place_and_tag_has_a_page_and_each_section_a_list(event, pages):
    assert [path for path in pages([event()]) if path.endswith(".html")] == [
        "embed/index.html",
        EVENT_PAGE,
        "people/index.html",
        "people/orsa/index.html",
        "places/index.html",
        "places/kesten/index.html",
        "tags/index.html",
        "tags/accident/index.html",
        "outlets/index.html",
        "outlets/harbour-post/index.html",
        "articles/index.html",
        ARTICLE_PAGE,
        "data/index.html",
    ]


def test_rejected_events_and_their_names_are_nowhere(event, pages, article, options):
    rejected = event(id="2020-01-04-rumour", title="A rumour", actors=("Gossip",), status="rejected")
    everything = pages([event(), rejected])
    everything["index.html"] = Site([event(), rejected], [article()], options).home()
    assert not [path for path in everything if "rumour" in path or "gossip" in path]
    assert not [path for path, page in everything.items() if "rumour" in str(page) or "Gossip" in str(page)]


def test_the_home_page_has_every_event_in_order_below_its_year_and_month(event, article, options, outline):
    """A month has a heading where it has several events."""
    events = [
        event(id="d", date="2021", title="Fourth"),
        event(id="c", date="2020-05-06", title="Third"),
        event(id="b", date="2020-05-05", title="Second"),
        event(id="a", date="2020-01-03", title="First"),
    ]
    home = outline(Site(events, [article()], options).home())
    headings = [element for element in home.elements if element.tag in {"h2", "h3", "h4"}]
    assert [(heading.tag, heading.text) for heading in headings] == [
        ("h2", "2020"),
        ("h3", "First"),
        ("h3", "May 2020"),
        ("h4", "Second"),
        ("h4", "Third"),
        ("h2", "2021"),
        ("h3", "Fourth"),
    ]


def test_the_home_page_counts_what_it_has_and_leads_to_each_year(event, article, options, outline):
    events = [event(id="a", date="2003"), event(id="b", date="2020"), event(id="c", date="2020")]
    home = outline(Site(events, [article()], options).home())
    assert home.all("p", "dl-count")[0].text == "3 events, 2003–2020, from 1 article"
    years = [link for link in home.all("a") if link.attributes["href"].startswith("#year-")]
    assert [link.attributes["aria-label"] for link in years] == ["2003, 1 event", "2020, 2 events"]
    ids = {element.attributes.get("id") for element in home.elements}
    assert {link.attributes["href"].removeprefix("#") for link in years} <= ids


def test_an_empty_site_says_so(article, options):
    assert "No events yet" in Site([], [article()], options).home()


def test_an_event_has_an_anchor_and_a_page_of_its_own(event, article, options, outline):
    home = outline(Site([event()], [article()], options).home())
    (card,) = home.all("li", "dl-event")
    assert card.attributes["id"] == "2020-01-03-ferry-sinks"
    assert {"events/2020-01-03-ferry-sinks/", "#2020-01-03-ferry-sinks"} <= {
        link.attributes["href"] for link in home.all("a")
    }


@pytest.mark.parametrize(
    ("date", "words", "machine"),
    [
        ("2020-01-03", "3 January 2020", "2020-01-03"),
        ("2020-01", "January 2020", "2020-01"),
        ("../2020", "by the end of 2020", None),
        ("2014-06/..", "since June 2014", None),
        ("2015~", "about 2015", None),
    ],
)
def test_dates_are_said_as_uncertain_as_they_are(event, article, options, outline, date, words, machine):
    home = outline(Site([event(date=date)], [article()], options).home())
    assert home.all("p", "dl-when")[0].text == words
    assert [time.attributes["datetime"] for time in home.all("time")] == ([machine] if machine else [])


@pytest.mark.parametrize(
    ("kind", "label"), [("planned", "Planned"), ("forecast", "Forecast"), ("denied", "Denied")]
)
def test_what_is_not_a_fact_is_labelled_on_its_card_and_page(
    event, article, options, pages, outline, kind, label
):
    home = outline(Site([event(kind=kind)], [article()], options).home())
    page = outline(pages([event(kind=kind)])[EVENT_PAGE])
    assert [mark.text for mark in home.all("span", "dl-kind")] == [label]
    assert page.all("h1")[0].text.startswith(label)


def test_a_name_that_acts_and_is_a_place_stands_on_a_card_once(event, article, options, outline):
    events = [event(actors=("Iraq", "Iran"), places=("Iraq", "Basra"))]
    home = outline(Site(events, [article()], options).home())
    (names,) = home.all("ul", "dl-names")
    assert names.text.split() == ["IraqIranBasra"]


def test_what_happened_has_no_label(event, pages, outline):
    assert outline(pages([event()])[EVENT_PAGE]).all("span", "dl-kind") == []


def test_drafts_say_that_nobody_has_checked_them_and_reviewed_events_do_not(event, pages):
    assert "not yet checked" in pages([event(status="draft")])[EVENT_PAGE]
    assert "not yet checked" not in pages([event(status="reviewed")])[EVENT_PAGE]


def test_an_event_page_shows_each_quote_with_its_outlet_speaker_and_the_words_that_dated_it(
    event, pages, outline
):
    sources = (
        Source("post-2020", "The ferry sank on Friday.", dated="on Friday"),
        Source("post-2020", "Nobody was hurt.", speaker="The captain", dated="on Friday"),
    )
    page = outline(pages([event(sources=sources)])[EVENT_PAGE])
    assert [quote.text for quote in page.all("blockquote")] == [
        "The ferry sank on Friday.",
        "Nobody was hurt.",
    ]
    assert [speaker.text for speaker in page.all("p", "dl-speaker")] == ["The captain"]
    # What one article tells stands together, below it the outlet once.
    assert [outlet.text for outlet in page.all("a", "dl-by")] == ["Harbour Post"]
    # The second quote does not hold the words that dated it, so they stand below it.
    assert [mark.text for mark in page.all("mark")] == ["on Friday", "on Friday"]
    assert [dated.text for dated in page.all("p", "dl-dated")] == ["Dated by the words on Friday"]
    assert "../../articles/post-2020/" in {link.attributes["href"] for link in page.all("a")}


def test_an_event_page_leads_to_the_events_before_and_after_it(event, pages, outline):
    events = [event(id=f"{year}", date=f"{year}") for year in (2019, 2020, 2021)]
    page = outline(pages(events)["events/2020/index.html"])
    links = {link.attributes.get("rel"): link.attributes["href"] for link in page.all("a")}
    assert links["prev"] == "../../events/2019/"
    assert links["next"] == "../../events/2021/"


def test_the_file_of_an_event_can_be_corrected_where_it_is_kept(event, pages, outline):
    page = outline(pages([event()], edit_url=lambda path: f"https://host.example/edit/{path}")[EVENT_PAGE])
    (link,) = page.all("a", "dl-edit")
    assert link.attributes["href"] == "https://host.example/edit/events/2020/2020-01-03-ferry-sinks.yml"


def test_an_article_page_has_its_facts_and_events_but_not_its_text(event, pages):
    page = pages([event()])[ARTICLE_PAGE]
    for fact in (
        "Ferry sinks",
        "Harbour Post",
        "6 January 2020",
        "https://post.example/ferry",
        EVENT_PAGE[:-10],
    ):
        assert fact in page
    assert "The ferry sank" not in page


def test_no_page_but_the_event_quotes_an_article(event, pages, article, options):
    everything = pages([event()])
    everything["index.html"] = Site([event()], [article()], options).home()
    quoting = [path for path, page in everything.items() if "The ferry sank" in str(page)]
    # What is there to be read back holds events whole.
    assert quoting == ["events.csv", "events.json", EVENT_PAGE]


def test_the_text_of_an_article_is_published_on_request_only(event, pages, outline):
    page = outline(pages([event()], publish_text=True)[ARTICLE_PAGE])
    paragraphs = [paragraph.text for paragraph in page.all("p")]
    assert {"The ferry sank on Friday.", "Nobody was hurt."} <= set(paragraphs)


def test_a_source_without_its_article_keeps_its_quote(event, pages, outline):
    page = outline(pages([event(sources=(Source("gone", "It sank."),))])[EVENT_PAGE])
    assert page.all("blockquote")[0].text == "It sank."
    assert page.all("span", "dl-by")[0].text == "gone"


def test_a_source_may_be_a_web_page_alone(event, pages, outline):
    page = outline(pages([event(sources=(Source("", "", url="https://www.post.example/a"),))])[EVENT_PAGE])
    assert page.all("a", "dl-by")[0].text == "post.example"
    assert page.all("blockquote") == []
    assert "https://www.post.example/a" in [link.attributes["href"] for link in page.all("a")]


def test_an_event_without_sources_claims_none(event, pages, outline):
    page = outline(pages([event(sources=())])[EVENT_PAGE])
    assert [heading.text for heading in page.all("h2")] == []


def test_links_work_without_a_server_when_urls_name_files(event, pages, outline):
    everything = pages([event()], directory_urls=False)
    for path, page in everything.items():
        if path.endswith(".html") and path != "data/index.html":
            local = [link.attributes["href"] for link in outline(page).all("a")]
            assert all(
                re.split("[?#]", href)[0].endswith(".html") or href.startswith(("#", "https://"))
                for href in local
            )


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page_that_exists(event, pages, outline, directory_urls):
    from posixpath import dirname, join, normpath
    from urllib.parse import unquote

    events = [event(), event(id="b", actors=("قاسم", "../..", "A/B", "a b"), tags=("index",))]
    everything = pages(events, directory_urls=directory_urls)
    everything["index.html"] = ""
    for path, page in everything.items():
        if not path.endswith(".html"):
            continue
        for link in outline(page).all("a"):
            href = unquote(re.split("[?#]", link.attributes["href"])[0])
            if href and not href.startswith("https://"):
                target = normpath(join(dirname(path), href + ("index.html" if href.endswith("/") else "")))
                assert target in everything, f"{path} links {href}"


def test_hostile_text_stays_text_everywhere(event, article, pages, options, outline):
    events = [
        event(
            title=HOSTILE,
            summary=HOSTILE,
            actors=(HOSTILE,),
            places=(HOSTILE,),
            tags=(HOSTILE,),
            sources=(
                Source("post-2020", HOSTILE, speaker=HOSTILE, dated="alert(1)", url="javascript:alert(1)"),
            ),
        )
    ]
    articles = [
        article(title=HOSTILE, outlet=HOSTILE, place=HOSTILE, url="javascript:alert(1)", text=HOSTILE)
    ]
    everything = pages(events, articles, publish_text=True)
    everything["index.html"] = Site(events, articles, options).home()
    for path, page in everything.items():
        if path.endswith(".html"):
            seen = outline(page)
            explorer = ["timeline/index.js", "assets/dateline.js"]
            scripts = {
                "index.html": explorer,
                "embed/index.html": ["../assets/embed.js", *(f"../{script}" for script in explorer)],
            }
            assert [script.attributes["src"] for script in seen.all("script")] == scripts.get(path, [])
            assert "".join(script.text for script in seen.all("script")) == ""
            assert seen.all("img") == []
            for element in seen.elements:
                assert not [name for name in element.attributes if name.startswith("on")]
                assert not element.attributes.get("href", "").startswith("javascript")
            assert "49" not in page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_no_text_breaks_a_page(event, pages, outline, text, name):
    for path, page in pages([event(title=text, actors=(name,), tags=(name,), summary=text)]).items():
        if path.endswith(".html"):
            outline(page)


def test_headings_never_skip_a_level(event, pages, outline):
    events = [event(), event(id="b", date="2020"), event(id="c", date="../2020")]
    for path, page in pages(events).items():
        if path.endswith(".html"):
            levels = [int(e.tag[1]) for e in outline(page).elements if e.tag in {"h1", "h2", "h3", "h4"}]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_same_content_gives_the_same_bytes_in_any_order(event, article, options):
    events = [event(id=str(number), date="2020", actors=(f"Name {number % 3}",)) for number in range(9)]
    articles = [article(), article(id="other")]
    once = list(Site(events, articles, options).files())
    again = list(Site(events[::-1], articles[::-1], options).files())
    assert once == again


def test_an_unknown_language_is_refused_with_those_there_are(event, pages):
    with pytest.raises(DatelineError, match="no words in the language 'xx': write one of en, fa"):
        pages([event()], language="xx")


def test_the_shell_gets_all_parts_of_a_page(event, article):
    from dateline.site import Options, Page, render

    seen: list[Page] = []
    options = Options(
        shell=lambda page: seen.append(page) or "", edit_url=lambda path: f"https://e.example/{path}"
    )
    list(render([event()], [article()], options))
    page = seen[0]
    parts = {"path", "title", "content", "description", "edit_url", "about", "head"}
    assert set(Page._fields) == parts
    assert page.path == EVENT_PAGE
    assert page.title == "Ferry sinks off Kesten"
    assert page.description == "3 January 2020: Nobody was hurt."
    assert page.edit_url == "https://e.example/events/2020/2020-01-03-ferry-sinks.yml"
    assert page.about == event()
    assert '<link rel="alternate"' in page.head


def test_many_quotes_of_one_article_are_folded_but_for_a_few(event, pages):
    """Three quotes are shown, the one that gives the date among them; a line counts the rest."""
    said = [Source("post-2020", f"Sentence {number}.") for number in range(6)]
    dated = Source("post-2020", "The ferry sank on Friday.", dated="on Friday")
    page = pages([event(sources=(*said, dated))])[EVENT_PAGE]
    shown, folded = page.split("<details")
    assert [f"Sentence {number}." in shown for number in range(6)] == [True, True, *[False] * 4]
    assert "<mark>on Friday</mark>" in shown
    assert "4 more passages</summary>" in folded
    assert all(f"Sentence {number}." in folded for number in range(2, 6))


def test_several_tellings_stand_side_by_side_with_what_each_gives(event, article, pages, outline):
    articles = [article(), article(id="radio", outlet="Radio Kesten", published="2020-01-07")]
    told = (
        Source("post-2020", "Five sailors were hurt.", dated="on 3 January 2020"),
        Source("radio", "Three sailors were hurt off Skar.", speaker="The navy"),
    )
    page = outline(pages([event(sources=told)], articles)[EVENT_PAGE])
    post, radio = page.all("figure", "dl-source")
    assert "Harbour Post" in post.text
    assert "The navy" in radio.text
    given = page.all("div", "dl-differ")[0].text
    assert "Figures given" in given
    assert "Harbour Post: Five sailors" in given
    assert "Radio Kesten: Three sailors" in given
    facts = [fact.text for fact in page.all("dd") if "sailors" in fact.text or "Skar" in fact.text]
    assert facts[2:] == ["≠Five sailors", "≠Three sailors", "Skar"]
    assert {sign.attributes["title"] for sign in page.all("abbr")} == {"differs from another source"}
    assert "no date in words" in radio.text


def test_one_telling_is_not_compared(event, pages, outline):
    page = outline(pages([event()])[EVENT_PAGE])
    assert page.all("dl") == page.all("div", "dl-compare") == []


def test_the_page_of_an_outlet_has_its_articles_and_the_events_they_tell(event, article, pages, outline):
    articles = [article(), article(id="later", title="Ferry raised", published=None)]
    page = outline(pages([event()], articles)["outlets/harbour-post/index.html"])
    assert [item.text for item in page.all("ul", "dl-articles")] == [
        "\nFerry raised date not known\nFerry sinks 6 January 2020\n"
    ]
    assert [title.text for title in page.all("h3")] == ["Ferry sinks off Kesten"]


@pytest.mark.parametrize(
    ("dates", "said"),
    [((), "0 events"), (("2003",), "1 event, 2003"), (("2003", "2005", "2020-05"), "3 events, 2003–2020")],
)
def test_a_site_is_described_by_what_it_holds(event, article, options, dates, said):
    events = [event(id=f"e{number}", date=date) for number, date in enumerate(dates)]
    assert Site(events, [article()], options).description() == said


def test_an_event_page_leads_to_the_original_of_each_source(event, pages, outline):
    page = outline(pages([event()])[EVENT_PAGE])
    (link,) = (link for link in page.all("a") if link.text == "Read the source")
    assert link.attributes["href"] == "https://post.example/ferry"


def test_the_page_of_an_outlet_does_not_count_the_articles_of_others(event, article, pages, outline):
    articles = [article(), article(id="radio", outlet="Radio Kesten")]
    told = (Source("post-2020", "It sank."), Source("radio", "It sank."))
    page = outline(pages([event(sources=told)], articles)["outlets/radio-kesten/index.html"])
    assert page.all("p", "dl-count")[0].text == "1 event, 2020"
