"""An event as a reader sees it: its record turned into words and links for the templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from dateline.edtf import Edtf, in_words, parse
from dateline.model import Article, Event, Source
from dateline.site.addresses import Addresses, segment
from dateline.site.catalogue import Catalogue, article_path, event_path
from dateline.site.chronology import Precision, precision
from dateline.site.comparing import Fact, Telling, compare
from dateline.site.markup import MarkedQuote, mark, safe_url, summary_html
from dateline.site.paging import Whereabouts
from dateline.site.wording import Wording

# Of one article, so many quotes tell an event to most readers.
_SHOWN = 3


class Name(NamedTuple):
    """A person, place, tag, outlet or article with the link to its page."""

    name: str
    href: str | None
    """As `Addresses.to` makes it; None where there is no page."""


# Made for every event: a frozen dataclass takes three times as long.
class EventView(NamedTuple):
    """What a card on the timeline shows."""

    event: Event
    """What it is a view of."""

    anchor: str
    href: str
    """The link to the event, as `Addresses.to` makes it: to its page, or to its place on the timeline."""
    title: str
    """HTML, as the next."""
    said: str
    """The date, as HTML knows dates where it does."""
    when: str
    """The same as plain text."""
    precision: Precision
    vague: bool
    """Approximate or uncertain."""
    kind: str
    importance: int
    draft: bool
    summary: Markup
    outlets: tuple[str, ...]
    names: tuple[Markup, ...]
    """People and places, each an item of a list."""
    tags: tuple[Markup, ...]
    """The same of tags."""


class QuoteView(NamedTuple):
    """One telling, in the words of its article."""

    words: MarkedQuote
    speaker: str | None
    dated: str | None
    """The words that gave the date, when they cannot be marked inside the quote."""


class Origin(NamedTuple):
    """An article or web page that tells events: who published it, when and where."""

    outlet: Name
    published: str
    article: Name | None
    url: str | None
    language: str | None


class SourceView(NamedTuple):
    """What an event's page shows of one article or web page that tells it."""

    origin: Origin
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]
    """What else it says of the event, for readers who want it all."""
    telling: Telling | None
    """How it compares with the others, when there are others."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What several tellings of an event give differently."""

    what: str
    """``dates`` or ``figures``."""
    given: tuple[tuple[str, str], ...]
    """Who gives what, as pairs of outlet and words."""


class Views:
    """Makes the views of a catalogue's events.

    Args:
        catalogue: What the site holds.
        words: The words around the events.
        addresses: How links are written.
        where: Where the events are.
        earlier: Views of an earlier catalogue: those of the very same events are taken over.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        words: Wording,
        addresses: Addresses,
        where: Whereabouts,
        earlier: "Views | None" = None,
    ) -> None:
        self.catalogue = catalogue
        self.words = words
        self.where = where
        self._addresses = addresses
        self.around = (
            words.language,
            addresses,
            where,
            {article.id: article.outlet for article in catalogue.articles.values()},
            {(section, listing.name): listing.path for section, listing in catalogue.listings()},
        )
        """All that a view depends on beside its event."""
        same = earlier is not None and earlier.around == self.around
        self.made: dict[str, EventView] = earlier.made if earlier and same else {}
        """The views made so far, by id of their event."""
        self._names: dict[tuple[str, str], Name] = {}
        self._items_made: dict[tuple[str, str], Markup] = {}
        self._origins: dict[tuple[str, str | None], Origin] = {}
        self._articles: dict[str, Name] = {}
        self._differing: dict[str, tuple[str, ...]] = {}

    def event(self, event: Event) -> EventView:
        """Return the view of an event, made once however many pages show it."""
        known = self.made.get(event.id)
        if known is None or known.event is not event:
            known = self.made[event.id] = self._event(event)
        return known

    def _event(self, event: Event) -> EventView:
        date = parse(event.date)
        vague = date.approximate or date.uncertain
        # A country can act and be acted in; its name stands on the card once.
        places = [place for place in event.places if place not in event.actors]
        anchor = segment(event.id)
        when = in_words(date, self.words.language)
        return EventView(
            event=event,
            anchor=anchor,
            href=self._addresses.to(event_path(event))
            if self.where.has_page(event)
            else f"{self._addresses.to(self.where.on_timeline(event))}#{quote(anchor)}",
            title=escape(event.title),
            said=_said(date, when),
            when=when,
            precision=precision(date),
            vague=vague,
            kind=event.kind,
            importance=event.importance,
            draft=event.status == "draft",
            summary=summary_html(event.summary),
            outlets=tuple(
                dict.fromkeys(filter(None, (self.outlet(source).name for source in event.sources)))
            ),
            names=(*self._items("people", event.actors), *self._items("places", places)),
            tags=self._items("tags", event.tags),
        )

    def sources(self, event: Event) -> list[SourceView]:
        """Return the views of an event's sources in their order, the quotes of one article together."""
        told: dict[tuple[str, str | None], list[Source]] = {}
        for source in event.sources:
            told.setdefault((source.article, source.url), []).append(source)
        if len(told) == 1:
            return [self._source([*event.sources], None)]
        tellings = [self._telling(sources) for sources in told.values()]
        compare(tellings, (*event.actors, *event.places))
        return [
            self._source(sources, telling) for sources, telling in zip(told.values(), tellings, strict=True)
        ]

    def _telling(self, sources: list[Source]) -> Telling:
        article = self.catalogue.articles.get(sources[0].article)
        return Telling(
            tuple(source.quote for source in sources),
            tuple(dict.fromkeys(source.dated for source in sources if source.dated)),
            article.language if article else self.words.language,
        )

    def _source(self, sources: list[Source], telling: Telling | None) -> SourceView:
        first, more = _first_quotes(sources)
        return SourceView(
            self._origin(sources[0]), tuple(map(_quote, first)), tuple(map(_quote, more)), telling
        )

    def _origin(self, source: Source) -> Origin:
        """Where a source stands: made once for all events that an article tells."""
        key = (source.article, source.url)
        origin = self._origins.get(key)
        if origin is None:
            article = self.catalogue.articles.get(source.article)
            origin = self._origins[key] = Origin(
                outlet=self.outlet(source),
                published=self.published(article) if article else "",
                article=self.article(article) if article else None,
                url=safe_url(source.url) or (safe_url(article.url) if article else None),
                language=article.language if article else None,
            )
        return origin

    def differences(self, event: Event, sources: Sequence[SourceView]) -> list[Difference]:
        """Return what the sources of an event give differently, with who gives what."""
        told = [(source.origin.outlet.name, source.telling) for source in sources if source.telling]
        found = [
            Difference("dates", _differing((outlet, telling.dates) for outlet, telling in told)),
            Difference("figures", _differing((outlet, telling.figures) for outlet, telling in told)),
        ]
        differences = [difference for difference in found if difference.given]
        self._differing[event.id] = tuple(difference.what for difference in differences)
        return differences

    def differing(self, event: Event) -> tuple[str, ...]:
        """Return what the sources of an event give differently: ``dates``, ``figures``, both or nothing."""
        known = self._differing.get(event.id)
        if known is None:
            self.differences(event, self.sources(event))
            known = self._differing[event.id]
        return known

    def published(self, article: Article) -> str:
        """Say when an article was published; empty when that is not known."""
        return in_words(article.published, self.words.language) if article.published else ""

    def article(self, article: Article) -> Name:
        """Return an article's title with the link to its page."""
        name = self._articles.get(article.id)
        if name is None:
            name = self._articles[article.id] = Name(article.title, self._addresses.to(article_path(article)))
        return name

    def outlet(self, source: Source) -> Name:
        """Return who published a source, in words where that is not known."""
        if name := self.catalogue.outlet(source):
            return self.name("outlets", name)
        if source.article in self.catalogue.articles:
            return Name(self.words.table["text"]["unnamed_outlet"], None)
        return Name(source.article, None)

    def name(self, section: str, name: str) -> Name:
        """Return a name with the link to its page in a section."""
        found = self._names.get((section, name))
        if found is None:
            path = self.catalogue.sections[section][name].path
            found = self._names[section, name] = Name(name, self._addresses.to(path))
        return found

    def _items(self, section: str, names: Iterable[str]) -> tuple[Markup, ...]:
        return tuple([self._item(section, name) for name in dict.fromkeys(names)])

    def _item(self, section: str, name: str) -> Markup:
        item = self._items_made.get((section, name))
        if item is None:
            href = self.name(section, name).href
            item = Markup('<li><a href="{}" dir="auto">{}</a></li>').format(href, name)
            self._items_made[section, name] = item
        return item


def _differing(given: Iterable[tuple[str, Sequence[Fact]]]) -> tuple[tuple[str, str], ...]:
    return tuple((outlet, fact.words) for outlet, facts in given for fact in facts if fact.differs)


def _first_quotes(sources: list[Source]) -> tuple[list[Source], list[Source]]:
    """The quotes to show at once, those that give the date before others, and the rest; each in order."""
    if len(sources) <= _SHOWN + 1:  # one more takes no more room than the words that it is there
        return sources, []
    ranked = sorted(range(len(sources)), key=lambda n: (sources[n].dated is None, n))
    shown = set(ranked[:_SHOWN])
    first = [source for n, source in enumerate(sources) if n in shown]
    return first, [source for n, source in enumerate(sources) if n not in shown]


def _quote(source: Source) -> QuoteView:
    words = mark(source.quote, source.dated)
    return QuoteView(words, source.speaker, None if words.marked else source.dated)


# Events share days as they share words.
@lru_cache(maxsize=65_536)
def _said(date: Edtf, when: str) -> str:
    is_vague = date.approximate or date.uncertain
    in_html = date.form in {"day", "month", "year", "time"} and not is_vague
    if in_html and date.text[0] != "-" and date.text[:4] != "0000":
        return f'<time datetime="{date.text}">{escape(when)}</time>'
    return f"<span>{escape(when)}</span>"
