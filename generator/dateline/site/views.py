"""An event as a reader sees it: its record turned into words and links for the templates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dateline.edtf import in_words, parse
from dateline.model import Article, Event, Source
from dateline.site.addresses import segment
from dateline.site.catalogue import Catalogue, article_path, event_path
from dateline.site.chronology import Precision, precision
from dateline.site.markup import MarkedQuote, host, mark, safe_url, summary_html
from dateline.site.wording import Wording

# Of one article, so many quotes tell an event to most readers.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or tag with the path of its page."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class EventView:
    """What a card on the timeline shows."""

    anchor: str
    path: str
    title: str
    when: str
    machine_date: str | None
    """For the ``datetime`` attribute of HTML; None where HTML has no form for so uncertain a date."""
    precision: Precision
    vague: bool
    """Approximate or uncertain."""
    kind: str
    importance: int
    draft: bool
    summary: Markup
    outlets: tuple[str, ...]
    names: tuple[Name, ...]
    """People and places."""
    tags: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One telling, in the words of its article."""

    words: MarkedQuote
    speaker: str | None
    dated: str | None
    """The words that gave the date, when they cannot be marked inside the quote."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """What an event's page shows of one article or web page that tells it."""

    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]
    """What else it says of the event, for readers who want it all."""
    language: str | None
    outlet: str
    published: str
    article: Name | None
    url: str | None


class Views:
    """Makes the views of a catalogue's events.

    Args:
        catalogue: What the site holds.
        words: The words around the events.
        earlier: Views of an earlier catalogue: those of the very same events are taken over.
    """

    def __init__(self, catalogue: Catalogue, words: Wording, earlier: "Views | None" = None) -> None:
        self.catalogue = catalogue
        self.words = words
        self.around = (
            words.language,
            {article.id: article.outlet for article in catalogue.articles.values()},
            {(section, listing.name): listing.path for section, listing in catalogue.listings()},
        )
        """All that a view depends on beside its event."""
        same = earlier is not None and earlier.around == self.around
        self.made: dict[str, tuple[Event, EventView]] = earlier.made if earlier and same else {}
        """The views made so far, by id of their event, with the event."""

    def event(self, event: Event) -> EventView:
        """Return the view of an event, made once however many pages show it."""
        known = self.made.get(event.id)
        if known is None or known[0] is not event:
            known = self.made[event.id] = (event, self._event(event))
        return known[1]

    def _event(self, event: Event) -> EventView:
        date = parse(event.date)
        # A country can act and be acted in; its name stands on the card once.
        places = [place for place in event.places if place not in event.actors]
        return EventView(
            anchor=segment(event.id),
            path=event_path(event),
            title=event.title,
            when=in_words(date, self.words.language),
            machine_date=_machine_date(date.form, date.text, vague=date.approximate or date.uncertain),
            precision=precision(date),
            vague=date.approximate or date.uncertain,
            kind=event.kind,
            importance=event.importance,
            draft=event.status == "draft",
            summary=summary_html(event.summary),
            outlets=tuple(dict.fromkeys(filter(None, map(self._outlet, event.sources)))),
            names=(*self._names("people", event.actors), *self._names("places", places)),
            tags=tuple(self._names("tags", event.tags)),
        )

    def sources(self, event: Event) -> Iterator[SourceView]:
        """Yield the views of an event's sources in their order, the quotes of one article together."""
        told: dict[tuple[str, str | None], list[Source]] = {}
        for source in event.sources:
            told.setdefault((source.article, source.url), []).append(source)
        for sources in told.values():
            article = self.catalogue.articles.get(sources[0].article)
            first, more = _first_quotes(sources)
            yield SourceView(
                quotes=tuple(map(_quote, first)),
                more=tuple(map(_quote, more)),
                language=article.language if article else None,
                outlet=self._outlet(sources[0]),
                published=self.published(article) if article else "",
                article=Name(article.title, article_path(article)) if article else None,
                url=safe_url(sources[0].url),
            )

    def published(self, article: Article) -> str:
        """Say when an article was published; empty when that is not known."""
        return in_words(article.published, self.words.language) if article.published else ""

    def _outlet(self, source: Source) -> str:
        article = self.catalogue.articles.get(source.article)
        if article is None:
            return source.article or host(source.url)
        unnamed: str = self.words.table["text"]["unnamed_outlet"]
        return article.outlet or unnamed

    def _names(self, section: str, names: Iterable[str]) -> Iterator[Name]:
        listings = self.catalogue.sections[section]
        return (Name(name, listings[name].path) for name in dict.fromkeys(names))


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


def _machine_date(form: str, text: str, *, vague: bool) -> str | None:
    in_html = form in {"day", "month", "year", "time"} and not vague and text[0] != "-" and text[:4] != "0000"
    return text if in_html else None
