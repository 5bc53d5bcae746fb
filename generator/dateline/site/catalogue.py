"""What a site holds: the shown events in order, and what they are listed by."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Article, Event, Source
from dateline.site.addresses import segment, slugs
from dateline.site.chronology import in_order
from dateline.site.markup import host


@dataclass(frozen=True, slots=True)
class Listing:
    """One person, place, tag or outlet with its events."""

    name: str
    path: str
    events: tuple[Event, ...]


class Catalogue:
    """The events and articles of one site, cross-referenced.

    Args:
        events: All events; rejected ones are left out here, once and for all.
        articles: All articles.
        show_drafts: Whether events that nobody has reviewed are among them.
    """

    def __init__(
        self, events: Iterable[Event], articles: Iterable[Article], *, show_drafts: bool = True
    ) -> None:
        shown = {"reviewed", "draft"} if show_drafts else {"reviewed"}
        self.events = tuple(in_order(event for event in events if event.status in shown))
        self.articles = {
            article.id: article
            for article in sorted(articles, key=lambda each: (each.title.casefold(), each.id))
        }

    @cached_property
    def sections(self) -> dict[str, dict[str, Listing]]:
        """The listings by section (people, places, tags, outlets) and name, in order of the names."""
        return {
            "people": _listings("people", self.events, lambda event: event.actors),
            "places": _listings("places", self.events, lambda event: event.places),
            "tags": _listings("tags", self.events, lambda event: event.tags),
            "outlets": _listings(
                "outlets", self.events, lambda event: filter(None, map(self.outlet, event.sources))
            ),
        }

    def outlet(self, source: Source) -> str:
        """Return who published a source: by name, or by host when all that is known is its address.

        Empty for an article that does not say, and for one that is not there.
        """
        article = self.articles.get(source.article)
        if article is not None:
            return article.outlet or ""
        return "" if source.article else host(source.url)

    @cached_property
    def articles_of_outlet(self) -> dict[str, tuple[Article, ...]]:
        """The articles of each outlet, by its name."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles.values():
            found[article.outlet or ""].append(article)
        return {outlet: tuple(articles) for outlet, articles in found.items()}

    def listings(self) -> Iterator[tuple[str, Listing]]:
        """Every listing with its section."""
        return ((section, listing) for section, of in self.sections.items() for listing in of.values())

    @cached_property
    def events_of_article(self) -> dict[str, tuple[Event, ...]]:
        """The events that each article tells, by article id."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for article in dict.fromkeys(source.article for source in event.sources):
                found[article].append(event)
        return {article: tuple(events) for article, events in found.items()}


def event_path(event: Event) -> str:
    """Return the path of an event's page, for one that has a page."""
    return f"events/{segment(event.id)}/index.html"


def article_path(article: Article) -> str:
    """Return the path of an article's page."""
    return f"articles/{segment(article.id)}/index.html"


def section_path(section: str) -> str:
    """Return the path of the page that lists a section."""
    return f"{section}/index.html"


def _listings(
    section: str, events: Sequence[Event], names_of: Callable[[Event], Iterable[str]]
) -> dict[str, Listing]:
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in dict.fromkeys(names_of(event)):
            by_name[name].append(event)
    paths = slugs(by_name)
    return {
        name: Listing(name, f"{section}/{paths[name]}/index.html", tuple(by_name[name]))
        for name in sorted(by_name, key=str.casefold)
    }
