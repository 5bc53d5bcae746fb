"""What an event's page says, as the little HTML that other tools show, and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from dateline.events import URL_PATTERN
from dateline.model import Article, Event, Source

_WEB = re.compile(URL_PATTERN)
# HTML drops spaces at the start and end of a line and all but one between words, unless they do not break.
_DROPPED = re.compile("^ +| +$| (?= )|(?<= ) ")
_KEPT = "\u00a0"
_SPACE = re.compile("[ \t\n\f\r]+")
_BLOCKS = {"p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "tr", "figcaption"}
# Stand between what HTML parts; no text has them, for they are no letters.
_PARAGRAPH, _BREAK = "\x00", "\x01"
# Of quotes that we wrote without an address to read them back as sources by: no part of the summary.
_OURS = "dateline"
_UNSEEN = {"script", "style", "template", "head"}


def body_of(event: Event, articles: Mapping[str, Article]) -> str:
    """An event's summary and sources as HTML; the summary's Markdown stays as it was typed."""
    parts = [_paragraph(text) for text in event.summary.split("\n\n")] if event.summary else []
    for source in event.sources:
        url = address_of(source, articles)
        cite = f' cite="{escape(url)}"' if url else f' class="{_OURS}"'
        parts.append(f"<blockquote{cite}>{escape(source.quote)}</blockquote>")
        said = ", ".join(filter(None, (source.speaker, outlet_of(source, articles))))
        if said:
            parts.append(f"<cite>{escape(said)}</cite>")
    return "".join(parts)


def _paragraph(text: str) -> str:
    """A paragraph with its lines and the spaces that HTML would drop."""
    lines = escape(text).split("\n")
    return (
        f"<p>{'<br>'.join(_DROPPED.sub(lambda spaces: _KEPT * len(spaces[0]), line) for line in lines)}</p>"
    )


def is_web_address(text: str) -> bool:
    """Whether a text is a web address that a source can have, as `dateline check` wants it."""
    return _WEB.fullmatch(text) is not None


def address_of(source: Source, articles: Mapping[str, Article]) -> str | None:
    """The web address of a source, its article's where it has none of its own."""
    article = articles.get(source.article)
    url = source.url or (article.url if article else None)
    return url if url and is_web_address(url) else None


def outlet_of(source: Source, articles: Mapping[str, Article]) -> str:
    """Who published a source, as far as it is known."""
    article = articles.get(source.article)
    return (article.outlet if article else None) or source.article


@dataclass(slots=True)
class Body:
    """What HTML of another tool says."""

    text: str
    sources: tuple[Source, ...]
    """What it quotes, as far as the quotes have a web address: a source needs one."""


def read_body(html: str) -> Body:
    """Read HTML as a text and the sources it quotes; nothing of its markup is kept."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    paragraphs = "".join(reader.text).split(_PARAGRAPH)
    texts = ("\n".join(map(_line, paragraph.split(_BREAK))).strip("\n") for paragraph in paragraphs)
    return Body("\n\n".join(filter(None, texts)), tuple(reader.sources))


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ").replace(_KEPT, " ")


@dataclass
class _Reader(HTMLParser):
    """Collects text outside of markup; a quote with a web address becomes a source."""

    text: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._url: str | None = None
        self._quote: list[str] | None = None
        self._is_ours = False
        self._citing = False
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "blockquote":
            given = dict(attrs)
            url = given.get("cite") or ""
            self._url = url if is_web_address(url) else None
            self._is_ours = given.get("class") == _OURS
            self._quote = []
        elif tag == "cite" and (self.sources or self._is_ours):
            self._citing = True
        if tag in _BLOCKS:
            self.text.append(_PARAGRAPH)
        elif tag == "br":
            (self.text if self._quote is None else self._quote).append(_BREAK)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "cite":
            self._citing = False
        elif tag == "blockquote" and self._quote is not None:
            quote = " ".join("".join(self._quote).replace(_BREAK, " ").split())
            if self._url and quote:
                self.sources.append(Source(article="", quote=quote, url=self._url))
            elif not self._is_ours:
                self.text.append(quote)
            self._quote = None
        if tag in _BLOCKS:
            self.text.append(_PARAGRAPH)

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if self._unseen or self._citing:
            return
        (self.text if self._quote is None else self._quote).append(data)
