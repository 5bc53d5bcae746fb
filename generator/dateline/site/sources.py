"""Who says so: the sources of an event as HTML, side by side where there are several."""

from collections.abc import Iterable, Sequence
from html import escape

from dateline.model import Event
from dateline.site.comparing import Fact, Telling
from dateline.site.views import Difference, Origin, QuoteView, SourceView, Views
from dateline.site.wording import Wording

_SIGN = '<span class="dl-sign" aria-hidden="true">≠</span>'


class Sources:
    """Puts the sources of events together, for pages at any depth: `dateline.site.at` puts them on one.

    Args:
        views: Of the events.
        words: The words around them.
    """

    def __init__(self, views: Views, words: Wording) -> None:
        self._views = views
        self._words = words
        self._text = words.escaped()
        self._captions: dict[Origin, str] = {}

    def of(self, event: Event, level: int) -> str:
        """Make what each source of an event says of it, and how they differ, below a heading of a rank."""
        sources = self._views.sources(event)
        if not any(source.origin.outlet.name for source in sources):
            return ""
        differences = self._differences(self._views.differences(event, sources), level)
        if len(sources) == 1:
            return differences + self._source(sources[0], with_figures=False)
        with_figures = any(source.telling.figures for source in sources if source.telling)
        compared = "".join([self._source(source, with_figures=with_figures) for source in sources])
        return f'{differences}<div class="dl-compare">\n{compared}</div>\n'

    def _differences(self, differences: Sequence[Difference], level: int) -> str:
        if not differences:
            return ""
        listed = "".join(
            f"<div><dt>{self._text[difference.what]}</dt>"
            + "".join(
                f'<dd><bdi>{escape(outlet)}</bdi>: <q dir="auto">{escape(words)}</q></dd>'
                for outlet, words in difference.given
            )
            + "</div>\n"
            for difference in differences
        )
        heading = f"<h{level}>{_SIGN}{self._text['they_differ']}</h{level}>"
        return f'<div class="dl-differ">\n{heading}\n<dl>\n{listed}</dl>\n</div>\n'

    def _source(self, source: SourceView, *, with_figures: bool) -> str:
        language = source.origin.language
        lang = f' lang="{escape(language)}"' if language else ""
        quotes = "".join([self._quote(quote, lang) for quote in source.quotes])
        if source.more:
            more = "".join([self._quote(quote, lang) for quote in source.more])
            count = escape(self._words.count("more_quotes", len(source.more)))
            quotes += f'<details class="dl-more"><summary>{count}</summary>\n{more}</details>\n'
        given = self._given(source.telling, with_figures=with_figures) if source.telling else ""
        return (
            f'<figure class="dl-source">\n{self._caption(source.origin)}'
            f'<div class="dl-quotes">\n{quotes}</div>\n{given}</figure>\n'
        )

    def _caption(self, origin: Origin) -> str:
        """Who published a source, and where: made once for all events that an article tells."""
        caption = self._captions.get(origin)
        if caption is None:
            outlet, published, article, url, _ = origin
            by = f'dir="auto">{escape(outlet.name)}'
            lines = [
                f'<a class="dl-by" href="{outlet.href}" {by}</a>'
                if outlet.href
                else f'<span class="dl-by" {by}</span>',
                f"<span>{escape(published)}</span>" if published else "",
                f'<a class="dl-in" href="{article.href}" dir="auto">{escape(article.name)}</a>'
                if article
                else "",
                f'<a class="dl-in" href="{escape(url)}" rel="noopener">{self._text["source_page"]}</a>'
                if url
                else "",
            ]
            shown = "\n".join(filter(None, lines))
            caption = self._captions[origin] = f"<figcaption>\n{shown}\n</figcaption>\n"
        return caption

    def _quote(self, quote: QuoteView, lang: str) -> str:
        before, marked, after = quote.words
        html = ""
        if before or marked:
            marked = f"<mark>{escape(marked)}</mark>" if marked else ""
            html = (
                f'<blockquote dir="auto"{lang}><p>{escape(before)}{marked}{escape(after)}</p></blockquote>\n'
            )
        if quote.speaker:
            html += f'<p class="dl-speaker" dir="auto">{escape(quote.speaker)}</p>\n'
        if quote.dated:
            html += f'<p class="dl-dated">{self._text["dated_by"]} <mark>{escape(quote.dated)}</mark></p>\n'
        return html

    def _given(self, telling: Telling, *, with_figures: bool) -> str:
        """What a telling gives beside others."""
        rows = self._facts("dates", telling.dates, "no_date_given")
        if with_figures:
            rows += self._facts("figures", telling.figures, "none_given")
        if telling.alone:
            alone = "".join([f'<dd dir="auto">{escape(words)}</dd>' for words in telling.alone])
            rows += f"<div><dt>{self._text['only_here']}</dt>{alone}</div>\n"
        return f'<dl class="dl-given">\n{rows}</dl>\n'

    def _facts(self, what: str, facts: Iterable[Fact], instead: str) -> str:
        given = "".join(map(self._fact, facts)) or f'<dd class="dl-none">{self._text[instead]}</dd>'
        return f"<div><dt>{self._text[what]}</dt>{given}</div>\n"

    def _fact(self, fact: Fact) -> str:
        if not fact.differs:
            return f'<dd dir="auto">{escape(fact.words)}</dd>'
        sign = f'<abbr class="dl-sign" title="{self._text["differs"]}">≠</abbr>'
        return f'<dd class="dl-differs" dir="auto">{sign}{escape(fact.words)}</dd>'
