"""The press: what all pages of a site are made with, its templates filled with events."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from dateline.findings import Finding
from dateline.model import Article, Event
from dateline.site.addresses import Addresses, at
from dateline.site.catalogue import Catalogue
from dateline.site.chronology import Year, by_year
from dateline.site.options import Options, Page
from dateline.site.paging import INLINE, parts, whereabouts
from dateline.site.sources import Sources
from dateline.site.templating import templates
from dateline.site.timeline import Timeline
from dateline.site.views import Views
from dateline.site.wording import Wording, wording

Pages = Iterator[tuple[str, Callable[[], Page]]]
"""Pages of one kind in the order in which they are written: the path of each and what makes it."""

# From so many events on, what is off the screen is left for later.
_LONG = 50
_FAULTS_SHOWN = 20


class Press:
    """What a site holds, how it is said, and the templates that show it.

    Args:
        events: As `dateline.site.render`.
        articles: As `dateline.site.render`.
        options: As `dateline.site.render`.
        earlier: Of the site as it was before an edit: what has not changed is taken over from it.
    """

    def __init__(
        self,
        events: Sequence[Event],
        articles: Sequence[Article],
        options: Options,
        earlier: "Press | None" = None,
    ) -> None:
        self.options = options
        self.words: Wording = wording(options.language)
        self.addresses = Addresses(options.directory_urls)
        self.catalogue = Catalogue(events, articles, show_drafts=options.show_drafts)
        self.where = whereabouts(self.catalogue.events, options.event_pages_from)
        self.views: Views = Views(
            self.catalogue, self.words, self.addresses, self.where, earlier.views if earlier else None
        )
        self.sources = Sources(self.views, self.words)
        self.timeline = Timeline(self.views, self.words, self.sources, options.edit_url)
        self._templates = templates(options.language, self.addresses)

    @property
    def title(self) -> str:
        """What the timeline is called."""
        title: str = self.options.title or self.words.table["theme"]["timeline"]
        return title

    def address(self, event: Event) -> str | None:
        """The web address of an event: of its page, or of its place on the timeline; None without a home."""
        home = self.options.address
        return home and home + at("index.html", self.views.event(event).href).removeprefix("./")

    def fill(self, template: str, path: str, **values: Any) -> str:  # noqa: ANN401 (templates take anything)
        """Fill a template for the page at a path."""
        return at(path, self._templates.get_template(template).render(timeline=self.timeline, **values))

    def fragment(self, template: str, **values: Any) -> Markup:  # noqa: ANN401 (templates take anything)
        """Fill a template for any page: `at` puts its links on one."""
        html = self._templates.get_template(template).render(**values)
        return Markup(html)  # noqa: S704 (the templates escape)

    def shown(
        self, events: Sequence[Event], year_link: Callable[[Year], str] | None = None
    ) -> dict[str, Any]:
        """Return what templates need to show events; of too many, ``year_link`` leads to a year's."""
        years = by_year(events)
        is_inline = year_link is None or len(events) <= INLINE
        return {
            "years": years,
            "busiest": max((year.count for year in years), default=0),
            "total": len(events),
            "is_inline": is_inline,
            "is_long": len(events) > _LONG,
            "year_link": None if is_inline else year_link,
            "parts_shown": [] if is_inline else parts(events),
        }

    def articles_cited(self, events: Iterable[Event]) -> int:
        """Count the articles that tell some of the events."""
        cited = {source.article for event in events for source in event.sources}
        return len(cited & self.catalogue.articles.keys())

    def faults(self, findings: Iterable[Finding]) -> Markup:
        """Make the banner that says what is wrong; empty where nothing is."""
        found = list(findings)
        if not found:
            return Markup("")
        return self.fragment(
            "faults.html", findings=found[:_FAULTS_SHOWN], total=len(found), more=len(found[_FAULTS_SHOWN:])
        )
