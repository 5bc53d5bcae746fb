"""The pages: the templates filled for every event, article, person, place and tag."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.model import Article, Event
from dateline.site.addresses import Addresses
from dateline.site.catalogue import Catalogue, article_path, event_path, section_path
from dateline.site.chronology import by_year
from dateline.site.markup import safe_url
from dateline.site.options import Options, Page
from dateline.site.views import Views
from dateline.site.wording import Wording, wording

STYLESHEET = "assets/dateline.css"
"""What the pages look like inside any theme; every page links it."""

_LISTED = ("people", "places", "tags")


def render(
    events: Sequence[Event], articles: Sequence[Article], options: Options
) -> Iterator[tuple[str, str | bytes]]:
    """Make every page and file of the site but the home page, one at a time.

    Args:
        events: All events, in any order; rejected ones are not shown.
        articles: All articles; their text is left alone unless ``options.publish_text``.
        options: How to make the pages.

    Yields:
        A path relative to the site's root, with slashes, and what to write there. The same arguments give
        the same bytes in the same order.

    Raises:
        DatelineError: There are no words in ``options.language``.
        EdtfError: The date of an event or article is none.
    """
    yield from Site(events, articles, options).files()


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


class Site:
    """The pages of one site, for callers that need more of it than `render` gives.

    Args:
        events: As `render`.
        articles: As `render`.
        options: As `render`.
    """

    def __init__(self, events: Sequence[Event], articles: Sequence[Article], options: Options) -> None:
        self._words: Wording = wording(options.language)
        self._catalogue = Catalogue(events, articles)
        self._views = Views(self._catalogue, self._words)
        self._addresses = Addresses(options.directory_urls)
        self._options = options

    def home(self) -> str:
        """Make the timeline of the home page: HTML to stand below the page's own heading and introduction."""
        return self._fill("home.html", "index.html", **self._timeline(self._catalogue.events))

    def sections(self) -> list[tuple[str, str]]:
        """Return the title and the URL, relative to the site's root, of each section that is not empty."""
        titles = self._words.table["sections"]
        names = [name for name in _LISTED if self._catalogue.sections[name]]
        names += ["articles"] if self._catalogue.articles else []
        return [(titles[name]["title"], self._addresses.from_root(section_path(name))) for name in names]

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Make everything but the home page, as `render`."""
        yield STYLESHEET, (resources.files(__package__) / STYLESHEET).read_bytes()
        for page in self._pages():
            yield page.path, self._options.shell(page)

    def _pages(self) -> Iterator[Page]:
        yield from self._event_pages()
        yield from self._listing_pages()
        yield from self._article_pages()

    def _event_pages(self) -> Iterator[Page]:
        events = self._catalogue.events
        for number, event in enumerate(events):
            view = self._views.event(event)
            edit_url = self._options.edit_url(event.path) if event.path else None
            content = self._fill(
                "event.html",
                event_path(event),
                event=view,
                sources=self._views.sources(event),
                edit_url=edit_url,
                earlier=self._views.event(events[number - 1]) if number else None,
                later=self._views.event(events[number + 1]) if number + 1 < len(events) else None,
            )
            description = f"{view.when}: {view.summary.striptags() or event.title}"
            yield Page(event_path(event), event.title, content, description, edit_url)

    def _listing_pages(self) -> Iterator[Page]:
        for section in _LISTED:
            listings = self._catalogue.sections[section]
            if not listings:
                continue
            words = self._words.table["sections"][section]
            path = section_path(section)
            content = self._fill("section.html", path, words=words, listings=listings.values())
            yield Page(path, words["title"], content, words["lead"])
            for listing in listings.values():
                content = self._fill(
                    "listing.html",
                    listing.path,
                    name=listing.name,
                    section=self._words.table["sections"][section],
                    section_path=path,
                    **self._timeline(listing.events),
                )
                description = self._words.count("events", len(listing.events))
                yield Page(listing.path, listing.name, content, f"{listing.name}: {description}")

    def _article_pages(self) -> Iterator[Page]:
        if not self._catalogue.articles:
            return
        words = self._words.table["sections"]["articles"]
        articles = [
            {
                "article": article,
                "path": article_path(article),
                "published": self._views.published(article),
                "count": len(self._catalogue.events_of_article.get(article.id, ())),
            }
            for article in self._catalogue.articles.values()
        ]
        path = section_path("articles")
        yield Page(
            path,
            words["title"],
            self._fill("articles.html", path, words=words, articles=articles),
            words["lead"],
        )
        for article in self._catalogue.articles.values():
            edit_url = self._options.edit_url(f"articles/{article.id}.md")
            content = self._fill(
                "article.html",
                article_path(article),
                article=article,
                url=safe_url(article.url),
                published=self._views.published(article),
                paragraphs=article.text.split("\n\n") if self._options.publish_text else (),
                section=words,
                section_path=path,
                edit_url=edit_url,
                **self._timeline(self._catalogue.events_of_article.get(article.id, ())),
            )
            yield Page(article_path(article), article.title, content, article.title, edit_url)

    def _timeline(self, events: Sequence[Event]) -> dict[str, Any]:
        years = by_year(events)
        cited = {source.article for event in events for source in event.sources}
        return {
            "years": years,
            "busiest": max((year.count for year in years), default=0),
            "total": len(events),
            "articles_cited": len(cited & self._catalogue.articles.keys()),
        }

    def _fill(self, template: str, path: str, **values: Any) -> str:  # noqa: ANN401 (templates take anything)
        return (
            _templates()
            .get_template(template)
            .render(
                text=self._words.table["text"],
                words_of=self._words.table,
                count=self._words.count,
                year_in_words=self._words.year,
                month_in_words=self._words.month,
                view=self._views.event,
                to=lambda target: self._addresses.link(path, target),
                **values,
            )
        )
