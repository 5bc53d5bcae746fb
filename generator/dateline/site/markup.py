"""Text from the event files to HTML that cannot do harm: summaries, quotes, links."""

import re
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

# What a summary may hold once rendered; everything else keeps its text and loses its tag.
_ELEMENTS = frozenset({"div", "p", "br", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote"})
# Markdown is slow, and most summaries are plain sentences: none of these, no Markdown.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&#!\n]|^ {4}|^\s*(?:[-+]|\d+[.)])\s")


# Many events stand in the same article.
@lru_cache(maxsize=16_384)
def safe_url(url: str | None) -> str | None:
    """Return the URL when it is an absolute http(s) one, else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def host(url: str | None) -> str:
    """Return the host of an http(s) URL as a reader knows it, without "www."; empty for anything else."""
    checked = safe_url(url)
    return (urlsplit(checked).hostname or "").removeprefix("www.") if checked else ""


@lru_cache(maxsize=4096)
def summary_html(summary: str) -> Markup:
    """Render a summary.

    Args:
        summary: Markdown. Raw HTML shows as the text it is; headings and images are not recognised; links
            other than http(s) lose their target.

    Returns:
        HTML blocks.
    """
    if not _MARKDOWN.search(summary):
        return Markup(f"<p>{escape(summary)}</p>" if summary.strip() else "")  # noqa: S704 (escaped)
    # Made afresh each time: a converter keeps references of the last text.
    return Markup(Markdown(extensions=[_Harmless()]).convert(summary))  # noqa: S704 (only _ELEMENTS remain)


def summary_text(summary: str) -> str:
    """Return the words of a summary, without its marks, in one line."""
    return " ".join(summary.split()) if not _MARKDOWN.search(summary) else summary_html(summary).striptags()


class MarkedQuote(NamedTuple):
    """A quote cut around the words that dated it; all of it in ``before`` when they do not stand in it."""

    before: str
    marked: str
    after: str


def mark(quote: str, dated: str | None) -> MarkedQuote:
    """Find the words that dated an event inside the quote, however the lines are broken and letters cased."""
    if dated and dated.strip() and (start := quote.find(dated)) >= 0:
        end = start + len(dated)
        return MarkedQuote(quote[:start], dated, quote[end:])
    words = (dated or "").split()
    if words:
        found = re.search(r"\s+".join(map(re.escape, words)), quote, re.IGNORECASE)
        if found:
            return MarkedQuote(quote[: found.start()], found.group(), quote[found.end() :])
    return MarkedQuote(quote, "", "")


class _Harmless(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        md.preprocessors.deregister("html_block")
        for name in ("hashheader", "setextheader", "hr"):
            md.parser.blockprocessors.deregister(name)
        for name in ("html", "automail", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_Sanitizer(md), "harmless", -10)


class _Sanitizer(Treeprocessor):
    """The last word on the tree: known elements only, no attribute but the target of a link."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            target = element.get("href")
            element.attrib.clear()
            if element.tag not in _ELEMENTS:
                element.tag = "div"
            elif element.tag == "a":
                if target and safe_url(target):
                    element.set("href", target)
                    element.set("rel", "noopener")
                else:
                    element.tag = "em"
