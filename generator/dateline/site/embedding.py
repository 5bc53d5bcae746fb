"""Timelines in any page: fenced `timeline` blocks and `[[event-id]]` links, as an extension of Markdown."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from dateline.findings import Finding
from dateline.site.pages import Site
from dateline.site.selecting import nearest

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)")
# "## Words", or words with a line of = or - below them.
_HEADING = re.compile(
    r"(?P<signs>#{1,6})(?:[ \t]|\Z)|(?!>|[-*+] |\d+[.)] ).*\S.*\n(?P<line>[=-])(?P=line)*[ \t]*\Z"
)
# The rank of headings where none stands above them but the page's own.
_BELOW_TITLE = 2
# Not what looks like a link with brackets in its words: [[1]](…) or [[1]][…].
_LINK = r"\[\[(?P<id>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\](?![(\[])"


class Embedding(Extension):
    """Puts timelines and links to events into the pages that people write.

    Args:
        report: Is told what is wrong in a page.

    Before a page is converted, ``site`` must be set and `begin` called. The links in what is made hold a mark
    for the way to the site's root: `dateline.site.at` fills it in.
    """

    site: Site

    def __init__(self, report: Callable[[Finding], None]) -> None:
        super().__init__()
        self._report = report
        self._name = ""
        self._first_line = 1
        self._lines: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        """Register the block before code blocks are taken out, the link after code spans are."""
        md.preprocessors.register(_Blocks(md, self), "dateline_timeline", 28)
        md.inlinePatterns.register(_Links(_LINK, md, self), "dateline_event", 175)

    def begin(self, name: str, first_line: int) -> None:
        """Say which page comes: what findings call its file, and on which line its text starts."""
        self._name, self._first_line = name, first_line

    def take_lines(self, lines: list[str]) -> None:
        """Keep the lines of the page, to tell where on it something stands."""
        self._lines = lines

    def timeline(self, text: str, number: int, level: int) -> str:
        """Make the timeline of a block whose text starts on the line of that number, counted from 0.

        The titles of its events are headings of the rank ``level``.
        """
        html, findings = self.site.excerpt(text, self._name, self._first_line + number, level)
        for finding in findings:
            self._report(finding)
        return html

    def unclosed(self, number: int) -> None:
        """Report a block without an end."""
        fix = "write the same signs on a line of their own below it"
        self._report(Finding(self._name, self._first_line + number, 1, "this timeline is not closed", fix))

    def link(self, event_id: str, words: str | None) -> str | None:
        """Make the link to an event; None, and a report, when there is no such event."""
        html = self.site.link(event_id, words)
        if html is None:
            line, col = self._place(f"[[{event_id}")
            message = f"there is no event '{event_id}'"
            self._report(Finding(self._name, line, col, message, nearest(event_id, self.site.ids)))
        return html

    def _place(self, text: str) -> tuple[int, int]:
        for number, line in enumerate(self._lines):
            if text in line:
                return self._first_line + number, line.index(text) + 1
        return self._first_line, 1


class _Blocks(Preprocessor):
    """Puts timelines where the blocks stand; leaves all other fenced blocks, and what they hold, alone."""

    def __init__(self, md: Markdown, embedding: Embedding) -> None:
        super().__init__(md)
        self._embedding = embedding

    def run(self, lines: list[str]) -> list[str]:
        self._embedding.take_lines(lines)
        made: list[str] = []
        number, level = 0, _BELOW_TITLE
        while number < len(lines):
            level = _below_heading(lines, number) or level
            opening = _FENCE.fullmatch(lines[number])
            end = _end(lines, number, opening["mark"]) if opening else None
            if opening is None or opening["info"].strip() != "timeline":
                following = number + 1 if end is None else end + 1
                made += lines[number:following]
            elif end is None:
                self._embedding.unclosed(number)
                following = number + 1
                made.append(lines[number])
            else:
                html = self._embedding.timeline("\n".join(lines[number + 1 : end]), number + 1, level)
                made += ["", self.md.htmlStash.store(html), ""]
                following = end + 1
            number = following
        return made


def _below_heading(lines: list[str], number: int) -> int | None:
    """The rank of headings below the one that stands on a line; None where none does."""
    heading = _HEADING.match("\n".join(lines[number : number + 2]))
    if heading is None:
        return None
    rank = len(heading["signs"] or "") or "=-".index(heading["line"]) + 1
    return min(rank + 1, 6)


def _end(lines: list[str], start: int, mark: str) -> int | None:
    """The line that closes a fence: the same sign at least as often, and nothing else."""
    closing = re.compile(rf" {{0,3}}{re.escape(mark)}{re.escape(mark[0])}*[ \t]*")
    return next((n for n in range(start + 1, len(lines)) if closing.fullmatch(lines[n])), None)


class _Links(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, embedding: Embedding) -> None:
        super().__init__(pattern, md)
        self._embedding = embedding

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Markdown's name)
        self, match: re.Match[str], _data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        html = self._embedding.link(match["id"].strip(), match["words"])
        if html is None:
            return None, None, None
        # Stored as it is: what follows would take it for the path of a file.
        return self.md.htmlStash.store(html), match.start(), match.end()
