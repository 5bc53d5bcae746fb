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
from dateline.site.paging import INLINE, parts
from dateline.site.templating import templates
from dateline.site.views import EventView, Views
from dateline.site.wording import Wording, wording

Pages = Iterator[tuple[str, Callable[[], Page]]]
"""Pages of one kind in the order in which they are written: the path of each and what makes it."""

_CardKey = tuple[str, int, bool, Addresses]
"""Which card: its event, the rank of its heading, whether it is an anchor, how links are written."""

# From so many events on, what is off the screen is left for later.
_LONG = 200
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
        self.views: Views = Views(
            self.catalogue, self.words, self.addresses, earlier.views if earlier else None
        )
        self._templates = templates(options.language, self.addresses)
        macros = self._templates.get_template("timeline.html").module
        self._make_card: Callable[[EventView, int, bool], Markup] = macros.card  # type: ignore[attr-defined]
        self.made: dict[_CardKey, tuple[EventView, Markup]] = earlier.made if earlier else {}
        """The cards made so far, for pages at any depth, with the view they show."""

    def fill(self, template: str, path: str, **values: Any) -> str:  # noqa: ANN401 (templates take anything)
        """Fill a template for the page at a path."""
        return at(path, self._templates.get_template(template).render(cards=self.cards, **values))

    def fragment(self, template: str, **values: Any) -> Markup:  # noqa: ANN401 (templates take anything)
        """Fill a template for any page: `at` puts its links on one."""
        html = self._templates.get_template(template).render(**values)
        return Markup(html)  # noqa: S704 (the templates escape)

    def cards(self, events: Iterable[Event], level: int, *, is_anchor: bool = True) -> Markup:
        """Make some events of a timeline, each once for all pages; `at` puts them on one.

        Args:
            events: Which, in order.
            level: The rank of their headings.
            is_anchor: Whether links lead to the event on this page.
        """
        cards = "".join(self._card(event, level, is_anchor) for event in events)
        return Markup(cards)  # noqa: S704 (the template escapes)

    def _card(self, event: Event, level: int, is_anchor: bool) -> Markup:
        view = self.views.event(event)
        key = (event.id, level, is_anchor, self.addresses)
        known = self.made.get(key)
        if known is None or known[0] is not view:
            known = self.made[key] = (view, self._make_card(view, level, is_anchor))
        return known[1]

    def timeline(
        self, events: Sequence[Event], year_link: Callable[[Year], str] | None = None
    ) -> dict[str, Any]:
        """Return what templates need to show events; of too many, ``year_link`` leads to a year's."""
        years = by_year(events)
        is_inline = year_link is None or len(events) <= INLINE
        cited = {source.article for event in events for source in event.sources}
        return {
            "years": years,
            "busiest": max((year.count for year in years), default=0),
            "total": len(events),
            "is_inline": is_inline,
            "is_long": len(events) > _LONG,
            "year_link": None if is_inline else year_link,
            "parts_shown": [] if is_inline else parts(events),
            "articles_cited": len(cited & self.catalogue.articles.keys()),
        }

    def faults(self, findings: Iterable[Finding]) -> Markup:
        """Make the banner that says what is wrong; empty where nothing is."""
        found = list(findings)
        if not found:
            return Markup("")
        return self.fragment(
            "faults.html", findings=found[:_FAULTS_SHOWN], total=len(found), more=len(found[_FAULTS_SHOWN:])
        )
