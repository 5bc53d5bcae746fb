"""Text from event files becomes HTML that does what it says and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.site.markup import mark, safe_url, summary_html

HARMLESS = {"div", "p", "br", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote"}


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Plain words.", "<p>Plain words.</p>"),
        ("", ""),
        ("He said “no” & left", "<p>He said “no” &amp; left</p>"),
        ("It took **two** days", "<p>It took <strong>two</strong> days</p>"),
        (
            "See [the map](https://maps.example/?a=1&b=2)",
            '<p>See <a href="https://maps.example/?a=1&amp;b=2" rel="noopener">the map</a></p>',
        ),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    ],
)
def test_a_summary_is_markdown(summary, expected):
    assert summary_html(summary) == expected


@pytest.mark.parametrize(
    "summary",
    [
        "<script>alert(1)</script>",
        "before\n\n<script>\nalert(1)\n</script>\n\nafter",
        'a <img src="x" onerror="alert(1)"> b',
        "![picture](https://elsewhere.example/x.png)",
        "[click](javascript:alert(1))",
        "[click](java&#115;cript:alert(1))",
        "[click](data:text/html,<script>alert(1)</script>)",
        "[click](//elsewhere.example)",
        "<javascript:alert(1)>",
        "<someone@mail.example>",
        "[x][1]\n\n[1]: javascript:alert(1)",
        '[x](https://a.example "title" onclick="alert(1)")',
        "# Heading",
        "Heading\n=======",
        "***\n\n---",
    ],
)
def test_a_summary_brings_in_no_element_attribute_or_address_but_the_harmless(summary, outline):
    for element in outline(summary_html(summary)).elements:
        assert element.tag in HARMLESS
        assert set(element.attributes) <= {"href", "rel"}
        assert element.attributes.get("href", "https://").startswith(("http://", "https://"))


@given(
    st.text(alphabet=st.sampled_from("<>[]()!#*_`&;:/\\\"'= \nahrefjsconlickimg&#106;\x02\x03"), max_size=60)
)
def test_no_mixture_of_signs_brings_in_more(summary):
    from html.parser import HTMLParser

    class Seen(HTMLParser):
        def handle_starttag(self, tag, attrs):
            assert tag in HARMLESS
            assert {name for name, _ in attrs} <= {"href", "rel"}

    Seen().feed(summary_html(summary))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://post.example/a", True),
        ("http://post.example", True),
        ("HTTPS://post.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("//post.example", False),
        ("https:", False),
        ("http://[::1", False),
        ("/local", False),
        ("", False),
        (None, False),
    ],
)
def test_only_whole_http_addresses_are_links(url, kept):
    assert safe_url(url) == (url if kept else None)


@pytest.mark.parametrize(
    ("quote", "dated", "marked"),
    [
        ("It sank on Friday.", "on Friday", "on Friday"),
        ("It sank on\nFriday.", "on Friday", "on\nFriday"),
        ("On Friday it sank.", "on Friday", "On Friday"),
        ("It sank on Friday.", "on Monday", ""),
        ("It sank on Friday.", None, ""),
        ("It sank on Friday.", " ", ""),
        ("It cost 5.5 (five) on Friday.", "5.5 (five)", "5.5 (five)"),
    ],
)
def test_the_words_that_dated_an_event_are_found_in_its_quote(quote, dated, marked):
    found = mark(quote, dated)
    assert found.marked == marked
    assert "".join(found) == quote
