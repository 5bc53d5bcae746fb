"""Article files: front matter read as text, errors with their place, written as the contract says."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import clean_article, read_article
from dateline.articles.front_matter import format_article, parse_article
from dateline.articles.reading import normalise
from dateline.exceptions import ArticleError
from dateline.model import Article

FILE = """---
title: "Ministers: the treaty is signed"
outlet: Valley Post
published: 2023-02
url: https://valleypost.example/a?b=c
language: en
place: Rome
---

The ministers met on Monday
and signed.


They left: on Tuesday.
"""


def error(content: str) -> str:
    with pytest.raises(ArticleError) as caught:
        parse_article(content, Path("a.md"))
    return str(caught.value)


def test_every_field_is_read_and_the_id_is_the_name_of_the_file(write):
    assert read_article(write(FILE, "valley-1.md")) == Article(
        id="valley-1",
        title="Ministers: the treaty is signed",
        text="The ministers met on Monday and signed.\n\nThey left: on Tuesday.",
        outlet="Valley Post",
        published="2023-02",
        url="https://valleypost.example/a?b=c",
        language="en",
        place="Rome",
    )


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(write):
    there = read_article(write(FILE, "a.md"))
    assert read_article(write(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode(), "a.md")) == there


@pytest.mark.parametrize(
    "published", ["2014", "2014-12", "2020-01-03", "../2020", "2015~", "2020-01-03T15:44+03:30"]
)
def test_published_is_the_text_that_was_typed(published: str):
    article = parse_article(f"---\ntitle: NO\npublished: {published}\n---\nText.", Path("a.md"))
    assert (article.title, article.published) == ("NO", published)


def test_what_is_left_out_or_empty_is_unknown_and_the_language_is_detected():
    text = "Die Brücke ist seit Montag wieder offen und wird mit einem Fest für die Stadt gefeiert."
    article = parse_article(f"---\ntitle: Brücke\noutlet:\n---\n{text}", Path("a.md"))
    assert (article.outlet, article.published, article.url, article.place) == (None, None, None, None)
    assert article.language == "de"


def test_items_of_a_list_are_paragraphs(write):
    """A line that begins with a mark is no continuation of the one before; other lines are joined."""
    article = read_article(
        write("---\ntitle: x\n---\nHow it\nwent\n- 1 May: strike\n- 2 May: more\n", "a.md")
    )
    assert article.text == "How it went\n\n- 1 May: strike\n\n- 2 May: more"


def test_of_an_article_file_nothing_is_cut(write):
    cleaned = clean_article(write("---\ntitle: x\n---\nLatest news\n\nShare\n\n---\n", "a.md"))
    assert cleaned.cut == ()
    assert cleaned.article.text == "Latest news\n\nShare\n\n---"


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("title: x\npublished: 27 February 2023", "a.md:3:12: "),
        ("title: x\nurl: ftp://x.example/", "a.md:3:6: 'ftp://x.example/' is no web address"),
        ("title: x\nurl: javascript:alert(1)", "a.md:3:6: "),
        ("title: x\nlanguage: English", "a.md:3:11: 'English' is no language code: write two letters"),
        ("titel: x", "a.md:2:1: the key 'titel' is not known: write 'title'"),
        ("title: x\nweather: fine", "a.md:3:1: the key 'weather' is not known: write one of title, outlet"),
        ("title: x\nplace: [Rome]", "a.md:3:8: 'place' holds more than a text: write 'place: …'"),
        ("title: x\ntitle: y", "a.md:3:1: the key 'title' is given twice"),
        ("title: a: b", 'a.md:2:9: a colon inside a text needs quotes around it: write title: "a: b"'),
        ("title: &a x", "a.md:2:8: "),
        ("outlet: x", "a.md:2:1: the title is missing: write a line 'title: …'"),
        ("", "a.md:2:1: the title is missing"),
        ("- title", "a.md:2:1: this is a list: write lines such as 'title: …'"),
    ],
)
def test_an_error_says_where_and_what_to_write(front: str, message: str):
    assert error(f"---\n{front}\n---\nText.").startswith(message)


def test_front_matter_that_is_not_closed_is_told():
    assert error("---\ntitle: x\n\nText.") == (
        "a.md:1:1: the front matter is not closed: write a line '---' after its last key"
    )


def test_an_article_without_text_is_told():
    assert error("---\ntitle: x\n---\n\n").startswith("a.md:3:1: the article has no text")


def test_the_file_has_the_known_keys_in_the_order_of_the_contract():
    article = Article(
        id="a", title="NO", text="One.\n\nTwo.", published="2023-02-27", language="en", place="Rome"
    )
    assert format_article(article) == (
        "---\ntitle: 'NO'\npublished: 2023-02-27\nlanguage: en\nplace: Rome\n---\nOne.\n\nTwo.\n"
    )


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(normalise(text).split())
)


@given(
    title=WORDS.filter(bool), outlet=WORDS, paragraphs=st.lists(WORDS.filter(bool), min_size=1, max_size=3)
)
def test_reading_undoes_writing(title: str, outlet: str, paragraphs: list[str]):
    """An article survives its file, and any other YAML reader takes its words for text as well."""
    article = Article(
        id="a", title=title, text="\n\n".join(paragraphs), outlet=outlet or None, published="2014~"
    )
    content = format_article(article)
    assert parse_article(content, Path("a.md")) == article
    assert yaml.safe_load(content[4 : content.index("\n---\n")])["title"] == title


def test_article_files_are_read_without_the_conversion_half(write):
    """The site half has neither trafilatura nor htmldate; a web page then asks for them."""
    article, page = write(FILE, "a.md"), write("<html><body><p>Text.</p></body></html>", "page.html")
    code = (
        "import sys\n"
        "for name in ('trafilatura', 'htmldate', 'lxml', 'spacy'): sys.modules[name] = None\n"
        "from pathlib import Path\n"
        "from dateline.articles import read_article\n"
        "from dateline.exceptions import ArticleError\n"
        "print(read_article(Path(sys.argv[1])).title)\n"
        "try: read_article(Path(sys.argv[2]))\n"
        "except ArticleError as error: print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, article, page], capture_output=True, text=True, check=True
    )
    title, message = run.stdout.splitlines()
    assert title == "Ministers: the treaty is signed"
    assert message.endswith("reading web pages needs more packages: pip install 'dateline[convert]'")
