"""The page of each article with the events it tells, and the list of all articles."""

from functools import partial

from dateline.model import Article
from dateline.site.catalogue import article_path, section_path
from dateline.site.markup import safe_url
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press


def pages(press: Press) -> Pages:
    """Yield the list, then the page of each article."""
    articles = press.catalogue.articles.values()
    if articles:
        yield section_path("articles"), partial(_list, press)
    for article in articles:
        yield article_path(article), partial(_page, press, article)


def _list(press: Press) -> Page:
    words = press.words.table["sections"]["articles"]
    articles = [
        {
            "article": article,
            "path": article_path(article),
            "published": press.views.published(article),
            "count": len(press.catalogue.events_of_article.get(article.id, ())),
        }
        for article in press.catalogue.articles.values()
    ]
    path = section_path("articles")
    content = press.fill("articles.html", path, words=words, articles=articles)
    return Page(path, words["title"], content, words["lead"])


def _page(press: Press, article: Article) -> Page:
    options = press.options
    file = f"articles/{article.id}.md"
    edit_url = options.edit_url(file)
    content = press.fill(
        "article.html",
        article_path(article),
        article=article,
        url=safe_url(article.url),
        published=press.views.published(article),
        paragraphs=article.text.split("\n\n") if options.publish_text else (),
        section=press.words.table["sections"]["articles"],
        section_path=section_path("articles"),
        edit_url=edit_url,
        faults=press.faults(options.faults.get(file, ())),
        **press.shown(press.catalogue.events_of_article.get(article.id, ())),
    )
    return Page(article_path(article), article.title, content, article.title, edit_url, article)
