"""HTML pages: text, title, outlet, address and date by their markup, never from running text or the clock."""

import socket

import pytest

from dateline.articles import clean_article
from dateline.exceptions import ArticleError

PARAGRAPHS = (
    "The valley opened its new bridge on Saturday, three years after the old one was lost in March 2018.",
    "The mayor thanked the engineers, who had worked through two winters, and the families of the valley.",
    "Trucks will be let across from July, the council said in a statement that was read out on 5 May 2021.",
)


@pytest.fixture
def page(write, monkeypatch: pytest.MonkeyPatch):
    """Reads a page made of a head and an article; opening a connection is an error."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    def read(head: str = "", above: str = "", below: str = ""):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        html = (
            f"<!DOCTYPE html><html><head><title>Bridge opens in the valley</title>{head}</head><body>"
            "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
            f"<article><h1>Bridge opens in the valley</h1>{above}{body}{below}</article>"
            "<aside><h3>Latest news</h3><time datetime='2020-01-01'>1 January 2020</time></aside>"
            "<footer>© 2021 Valley Post</footer></body></html>"
        )
        return clean_article(write(html, "page.html"))

    return read


def test_the_text_is_the_article_without_the_page_around_it(page):
    article = page().article
    assert article.title == "Bridge opens in the valley"
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_the_head_of_the_page_gives_outlet_address_and_date(page):
    article = page(
        '<meta property="og:site_name" content="Valley Post">'
        '<link rel="canonical" href="https://valleypost.example/bridge">'
        '<meta property="article:published_time" content="2021-06-05T10:00:00+02:00">'
    ).article
    assert (article.outlet, article.url) == ("Valley Post", "https://valleypost.example/bridge")
    assert article.published == "2021-06-05"
    assert article.id == "valley-post-2021-06-05"


def test_linked_data_gives_the_date(page):
    data = (
        '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2021-06-05T10:00:00Z"}'
    )
    assert page(f'<script type="application/ld+json">{data}</script>').article.published == "2021-06-05"


def test_a_time_element_of_the_article_gives_the_date(page):
    assert page(above='<time datetime="2021-06-05">Saturday</time>').article.published == "2021-06-05"
    assert page(above='<span class="post-date">5 June 2021</span>').article.published == "2021-06-05"


def test_dates_of_the_running_text_of_teasers_and_of_the_footer_are_not_taken(page):
    assert page().article.published is None


def test_a_month_is_not_completed_to_a_day(page):
    assert page('<meta name="date" content="2021-06">').article.published is None


def test_an_address_of_another_kind_is_not_taken(page):
    assert page('<link rel="canonical" href="javascript:alert(1)">').article.url is None


def test_a_text_that_is_an_address_is_not_fetched(write, page):
    page()
    with pytest.raises(ArticleError):
        clean_article(write("https://valleypost.example/bridge", "page.html"))


def test_a_page_under_another_name_is_known_by_its_tags(write):
    html = "<html><body><article>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article></body></html>"
    assert clean_article(write(html, "page.txt")).article.text == "\n\n".join(PARAGRAPHS)


def test_a_page_without_an_article_is_told(write):
    with pytest.raises(ArticleError, match=r"no article is found in this page: save its text as \.txt"):
        clean_article(write("<html><body></body></html>", "page.html"))
