"""Timelines and links to events in pages that people write."""

import pytest
from markdown import Markdown

from dateline.site import Embedding, Site, at


@pytest.fixture
def convert(event, article, options):
    """Markdown to HTML on the page guide/index.html, with what is reported."""
    events = [event(), event(id="2021-vote", date="2021", title="Vote", actors=("Velmark",))]

    def converted(text: str, first_line: int = 1) -> tuple[str, list[str]]:
        reports: list[str] = []
        embedding = Embedding(lambda finding: reports.append(str(finding)))
        embedding.site = Site(events, [article()], options)
        embedding.begin("content/guide.md", first_line)
        html = Markdown(extensions=["fenced_code", "tables", "toc", embedding]).convert(text)
        return at("guide/index.html", html), reports

    return converted


def test_a_block_becomes_the_timeline_of_the_events_that_fit(convert, outline):
    html, reports = convert("Before.\n\n```timeline\npeople: Orsa\n```\n\nAfter.")
    page = outline(html)
    assert [title.text for title in page.all("h2", "dl-title")] == ["Ferry sinks off Kesten"]
    assert page.all("p")[0].text == "Before."
    assert "../events/2020-01-03-ferry-sinks/" in {link.attributes["href"] for link in page.all("a")}
    assert reports == []


@pytest.mark.parametrize(
    ("above", "tag"),
    [
        ("", "h2"),
        ("# Title", "h2"),
        ("# Title\n\n### Part\n\nWords.", "h4"),
        ("# Title\n\nPart\n----", "h3"),
        ("Title\n=====", "h2"),
        ("###### Deep", "h6"),
        ("## Part\n\n```\n# no heading\n```", "h3"),
        ("## Part\n\nWords\n\n---", "h3"),
    ],
)
def test_titles_of_events_are_headings_below_the_one_above_them(convert, above, tag):
    html, _ = convert(f"{above}\n\n```timeline\npeople: Orsa\n```")
    assert f'<{tag} class="dl-title">' in html


def test_the_same_event_may_stand_twice_on_a_page(convert, outline):
    page = outline(convert("```timeline\n```\n\n~~~~ timeline\n~~~~")[0])
    assert len(page.all("li", "dl-event")) == 4
    assert not [element for element in page.elements if "id" in element.attributes]


def test_a_block_that_nothing_fits_says_so(convert):
    assert "No event fits what is asked for here." in convert("```timeline\nto: 1999\n```")[0]


@pytest.mark.parametrize(
    "text",
    [
        "````markdown\n```timeline\npeople: Nobody\n```\n````",
        "~~~\n```timeline\npeople: Nobody\n```\n~~~",
        "```\n[[nothing]]\n```",
        "    [[nothing]]",
        "`[[nothing]]`",
        "[[1]](https://example.org)",
    ],
)
def test_code_and_other_links_are_left_alone(convert, text):
    html, reports = convert(text)
    assert "dl-event" not in html
    assert reports == []


def test_a_link_to_an_event_has_its_title_or_the_given_words(convert, outline):
    html, reports = convert("First [[2020-01-03-ferry-sinks]], then [[2021-vote|they *voted*]].")
    links = [(link.attributes["href"], link.text) for link in outline(html).all("a")]
    assert links == [
        ("../events/2020-01-03-ferry-sinks/", "Ferry sinks off Kesten"),
        ("../events/2021-vote/", "they *voted*"),
    ]
    assert reports == []


def test_an_unknown_event_is_reported_with_its_place_and_the_nearest_and_stays_text(convert):
    html, reports = convert("# Vote\n\nSee [[2021-vode]].", first_line=4)
    assert reports == ["content/guide.md:6:5: there is no event '2021-vode': write '2021-vote'"]
    assert "[[2021-vode]]" in html


def test_what_is_wrong_in_a_block_is_reported_by_the_line_of_the_file(convert):
    _, reports = convert("# A\n\n```timeline\ntags: acident\n```", first_line=4)
    assert reports == ["content/guide.md:7:7: tags has no 'acident': write 'accident'"]


def test_a_block_without_an_end_is_reported(convert):
    _, reports = convert("```timeline\ntags: accident\n")
    (report,) = reports
    assert report.startswith("content/guide.md:1:1: this timeline is not closed: write ")


def test_words_of_a_link_are_text(convert):
    html, _ = convert("[[2021-vote|<script>alert(1)</script>]]")
    assert "<script>" not in html
