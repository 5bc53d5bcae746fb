"""The pages: the templates filled for every event, article, person, place and tag."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.findings import Finding
from dateline.model import Article, Event
from dateline.site.addresses import Addresses, segment
from dateline.site.catalogue import Catalogue, Listing, article_path, event_path, section_path
from dateline.site.chronology import by_year
from dateline.site.markup import safe_url
from dateline.site.options import Options, Page
from dateline.site.reports import report_url
from dateline.site.views import EventView, Views
from dateline.site.wording import Wording, wording

STYLESHEET = "assets/dateline.css"
"""What the pages look like inside any theme; every page links it."""

_Place = tuple[str, int, int, Addresses]
"""Where a card stands: its event, the rank of its heading, how deep its page is, how links are written."""

_LISTED = ("people", "places", "tags")
_FAULTS_SHOWN = 20


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
        earlier: The site as it was before an edit: what has not changed is taken over from it.
    """

    def __init__(
        self,
        events: Sequence[Event],
        articles: Sequence[Article],
        options: Options,
        earlier: "Site | None" = None,
    ) -> None:
        self._words: Wording = wording(options.language)
        self._catalogue = Catalogue(events, articles, show_drafts=options.show_drafts)
        self.views: Views = Views(self._catalogue, self._words, earlier.views if earlier else None)
        self._addresses = Addresses(options.directory_urls)
        self._options = options
        self.cards: dict[_Place, tuple[EventView, Markup]] = earlier.cards if earlier else {}
        """The cards made so far, by where they stand, with the view they show."""
        self._pages: Mapping[str, Callable[[], Page]] = self._all_pages()

    def home(self) -> str:
        """Make the timeline of the home page: HTML to stand below the page's own heading and introduction."""
        faults = sorted(finding for findings in self._options.faults.values() for finding in findings)
        return self._fill(
            "home.html",
            "index.html",
            faults=self._faults(faults),
            drafts_hidden=not self._options.show_drafts,
            **self._timeline(self._catalogue.events),
        )

    def sections(self) -> list[tuple[str, str]]:
        """Return the title and the URL, relative to the site's root, of each section that is not empty."""
        titles = self._words.table["sections"]
        names = [name for name in _LISTED if self._catalogue.sections[name]]
        names += ["articles"] if self._catalogue.articles else []
        return [(titles[name]["title"], self._addresses.from_root(section_path(name))) for name in names]

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Make everything but the home page, as `render`."""
        yield STYLESHEET, self.stylesheet()
        for path, make in self._pages.items():
            yield path, self._options.shell(make())

    def stylesheet(self) -> bytes:
        """Return what stands in `STYLESHEET`."""
        return (resources.files(__package__) / STYLESHEET).read_bytes()

    def paths(self) -> AbstractSet[str]:
        """Return where the pages are, the home page not among them."""
        return self._pages.keys()

    def page(self, path: str) -> str | None:
        """Make one page; None where the site has none at this path."""
        make = self._pages.get(path)
        return None if make is None else self._options.shell(make())

    def _all_pages(self) -> dict[str, Callable[[], Page]]:
        """What makes each page, by path, in the order in which they are written."""
        pages: dict[str, Callable[[], Page]] = {}
        for number, event in enumerate(self._catalogue.events):
            pages[event_path(event)] = partial(self._event_page, number, event)
        for section in _LISTED:
            listings = self._catalogue.sections[section]
            if listings:
                pages[section_path(section)] = partial(self._section_page, section)
            for listing in listings.values():
                pages[listing.path] = partial(self._listing_page, section, listing)
        if self._catalogue.articles:
            pages[section_path("articles")] = self._articles_page
        for article in self._catalogue.articles.values():
            pages[article_path(article)] = partial(self._article_page, article)
        for file in self._options.faults:
            folder, _, name = file.rpartition("/")
            path = f"{folder.split('/')[0]}/{segment(name.rpartition('.')[0])}/index.html"
            if folder and path not in pages:
                pages[path] = partial(self._faulty_page, path, file)
        return pages

    def _event_page(self, number: int, event: Event) -> Page:
        events = self._catalogue.events
        view = self.views.event(event)
        edit_url = self._options.edit_url(event.path) if event.path else None
        content = self._fill(
            "event.html",
            event_path(event),
            event=view,
            sources=self.views.sources(event),
            edit_url=edit_url,
            report_url=self._report_url(event, view.when),
            faults=self._faults(self._options.faults.get(event.path, ())),
            earlier=self.views.event(events[number - 1]) if number else None,
            later=self.views.event(events[number + 1]) if number + 1 < len(events) else None,
        )
        description = f"{view.when}: {view.summary.striptags() or event.title}"
        return Page(event_path(event), event.title, content, description, edit_url)

    def _report_url(self, event: Event, when: str) -> str | None:
        words = self._words.table["text"]
        page = (self._options.address or "") and (
            f"{self._options.address}{self._addresses.from_root(event_path(event))}"
        )
        facts = [event.title, f"{when} ({event.date})", event.id, page]
        body = "\n".join([*(f"- {fact}" for fact in facts if fact), "", words["report_body"], ""])
        return report_url(self._options.repository, f"{words['report_title']}: {event.title}", body)

    def _section_page(self, section: str) -> Page:
        words = self._words.table["sections"][section]
        path = section_path(section)
        listings = self._catalogue.sections[section].values()
        content = self._fill("section.html", path, words=words, listings=listings)
        return Page(path, words["title"], content, words["lead"])

    def _listing_page(self, section: str, listing: Listing) -> Page:
        content = self._fill(
            "listing.html",
            listing.path,
            name=listing.name,
            section=self._words.table["sections"][section],
            section_path=section_path(section),
            **self._timeline(listing.events),
        )
        description = self._words.count("events", len(listing.events))
        return Page(listing.path, listing.name, content, f"{listing.name}: {description}")

    def _articles_page(self) -> Page:
        words = self._words.table["sections"]["articles"]
        articles = [
            {
                "article": article,
                "path": article_path(article),
                "published": self.views.published(article),
                "count": len(self._catalogue.events_of_article.get(article.id, ())),
            }
            for article in self._catalogue.articles.values()
        ]
        path = section_path("articles")
        content = self._fill("articles.html", path, words=words, articles=articles)
        return Page(path, words["title"], content, words["lead"])

    def _article_page(self, article: Article) -> Page:
        file = f"articles/{article.id}.md"
        edit_url = self._options.edit_url(file)
        content = self._fill(
            "article.html",
            article_path(article),
            article=article,
            url=safe_url(article.url),
            published=self.views.published(article),
            paragraphs=article.text.split("\n\n") if self._options.publish_text else (),
            section=self._words.table["sections"]["articles"],
            section_path=section_path("articles"),
            edit_url=edit_url,
            faults=self._faults(self._options.faults.get(file, ())),
            **self._timeline(self._catalogue.events_of_article.get(article.id, ())),
        )
        return Page(article_path(article), article.title, content, article.title, edit_url)

    def _faulty_page(self, path: str, file: str) -> Page:
        """Stands where an event or article would, were its file in order."""
        name = file.rpartition("/")[2]
        edit_url = self._options.edit_url(file)
        faults = self._faults(self._options.faults[file])
        content = self._fill("faulty.html", path, name=name, faults=faults, edit_url=edit_url)
        return Page(path, name, content, "", edit_url)

    def _faults(self, findings: Iterable[Finding]) -> Markup:
        """The banner that says what is wrong; empty where nothing is."""
        found = list(findings)
        return Markup(  # noqa: S704 (the template escapes)
            _templates()
            .get_template("faults.html")
            .render(
                text=self._words.table["text"],
                count=self._words.count,
                findings=found[:_FAULTS_SHOWN],
                total=len(found),
                more=len(found[_FAULTS_SHOWN:]),
            )
            if found
            else ""
        )

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
        def to(target: str) -> str:
            return self._addresses.link(path, target)

        def cards(events: Sequence[Event], level: int) -> Markup:
            return Markup("").join(self._card(event, level, path) for event in events)

        return (
            _templates()
            .get_template(template)
            .render(
                text=self._words.table["text"],
                words_of=self._words.table,
                count=self._words.count,
                year_in_words=self._words.year,
                month_in_words=self._words.month,
                cards=cards,
                to=to,
                **values,
            )
        )

    def _card(self, event: Event, level: int, path: str) -> Markup:
        """An event on the timeline of a page, made once for all pages that are as deep in the site."""
        view = self.views.event(event)
        place = (event.id, level, path.count("/"), self._addresses)
        known = self.cards.get(place)
        if known is None or known[0] is not view:
            template = _templates().get_template("card.html")
            html = template.render(
                event=view,
                level=level,
                to=lambda target: self._addresses.link(path, target),
                text=self._words.table["text"],
                words_of=self._words.table,
            )
            known = self.cards[place] = (view, Markup(html))  # noqa: S704 (the template escapes)
        return known[1]
