"""All that a content folder holds, and all that is wrong in it.

A preview reads it again and again: only what changed is read and checked anew.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.articles import read_article
from dateline.events.checking import Against, merged
from dateline.events.files import EVENTS, event_file_names
from dateline.events.ledger import LEDGER_NAME
from dateline.events.reading import ReadFile, read_file
from dateline.findings import Finding
from dateline.model import Article, Event
from dateline.remembered import Remembered, Stamp, stamp
from dateline.yaml_text import MapNode


@dataclass(frozen=True, slots=True)
class Content:
    """What a content folder holds."""

    events: list[Event]
    """In order of time, without those whose id, date, title, kind or status is wrong."""
    articles: list[Article]
    """Those that can be read, in order of id."""
    findings: list[Finding]
    """Everything that is wrong, as `check` tells it."""


def check(content: Path) -> list[Finding]:
    """Everything that is wrong in a content folder, all in one go.

    Args:
        content: The content folder.

    Returns:
        The findings in order of file and line: articles, names and ledger that cannot be read; of events YAML
        slips, keys and values, ids used twice, sources whose article is not there or does not have their
        words, names spelt unlike names.yml.
    """
    return ContentFolder(content).read().findings


class ContentFolder:
    """A content folder.

    Args:
        content: Where it is; findings name files as it is named.
        again: Whether it will be read again: what each file holds is kept then, which takes half the room of
            the events.
    """

    def __init__(self, content: Path, *, again: bool = False) -> None:
        self._content = content
        self._again = again
        self._read_article = Remembered(read_article)
        self._background: dict[str, Stamp | None] = {}

    def read(self) -> Content:
        """What it holds now."""
        self._look_around()
        names = event_file_names(self._content)
        events, findings = merged(map(self._check, names))
        return Content(events, self._against.articles(), sorted([*self._own_findings, *findings]))

    def _look_around(self) -> None:
        """See what events are checked against; when any of that changed, every event is checked anew."""
        articles = sorted((self._content / "articles").glob("*.md"))
        others = (self._content / "names.yml", self._content / EVENTS / LEDGER_NAME)
        background = {str(path): stamp(str(path)) for path in (*articles, *others)}
        if background != self._background:
            self._background = background
            self._against = Against(self._content, self._read_article)
            self._own_findings = list(self._against.findings())
            # No method: the articles would be kept by a circle.
            check_file = partial(_checked, self._content, self._against)
            self._check = Remembered(check_file) if self._again else check_file


def _checked(content: Path, against: Against, path: Path | str) -> ReadFile:
    """What a file holds, less what it was checked by: that takes ten times the room of its events."""
    file = read_file(path, content)
    file.find(against.of_file(file))
    events = [(event, MapNode((), node.line, node.col)) for event, node in file.events]
    return ReadFile(file.name, events, findings=file.findings)
