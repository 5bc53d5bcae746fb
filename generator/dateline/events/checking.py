"""What the files of a content folder show to be wrong in each other: ids, sources, spellings."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dateline.articles import read_article
from dateline.edtf import parse
from dateline.events.files import EVENTS, event_file_names
from dateline.events.ledger import LEDGER_NAME, read_ledger
from dateline.events.reading import ReadFile, read_file
from dateline.events.sources import Articles, source_findings
from dateline.events.spellings import Spellings
from dateline.exceptions import EventFileError, FileError
from dateline.findings import Finding
from dateline.garbage import without_collecting
from dateline.model import Article, Event
from dateline.names import read_names


def load_events(content: Path) -> list[Event]:
    """The events of a content folder, for programs; articles are not looked at.

    Args:
        content: The content folder; the events are in ``events/`` below it, at any depth.

    Returns:
        The events in order of time: by the sort key of their date, then by id.

    Raises:
        EventFileError: Files are wrong; it lists all that is.
    """
    events, findings = merged(read_file(path, content) for path in event_file_names(content))
    if findings:
        raise EventFileError(*findings)
    return events


class Against:
    """What event files are checked against: the articles and names of a content folder.

    Args:
        content: The content folder.
        read: Reads one article's file; raises `ArticleError` where that cannot be done.
    """

    def __init__(self, content: Path, read: Callable[[Path], Article] = read_article) -> None:
        self._content = content
        self._articles = Articles(content / "articles", read)
        self._findings: list[Finding] = []
        try:
            self._spellings = Spellings(read_names(content / "names.yml").entries)
        except FileError as error:
            self._spellings = Spellings(())
            self._findings.extend(error.findings)

    def articles(self) -> list[Article]:
        """The articles that can be read."""
        return self._articles.readable()

    def of_file(self, file: ReadFile) -> Iterator[Finding]:
        """What the articles and names show to be wrong in a file."""
        for source, node in file.sources:
            yield from source_findings(file.name, source, node, self._articles)
        cited = {source.article for source, _ in file.sources}

        def is_cited(words: str) -> bool:
            return any(words in (self._articles.text(article) or "") for article in cited)

        yield from self._spellings.findings(file.name, file.names, is_cited)

    def findings(self) -> Iterator[Finding]:
        """What is wrong in the articles, names and ledger themselves."""
        yield from self._findings
        yield from self._articles.findings()
        try:
            read_ledger(self._content / EVENTS / LEDGER_NAME)
        except FileError as error:
            yield from error.findings


@without_collecting()  # trees of YAML have no cycles
def merged(files: Iterable[ReadFile]) -> tuple[list[Event], list[Finding]]:
    """The events of all files in order of time, each id once, and what is wrong in the files themselves."""
    findings: list[Finding] = []
    by_id: dict[str, tuple[Event, str]] = {}
    for file in files:
        findings.extend(file.findings)
        for event, node in file.events:
            first, place = by_id.setdefault(event.id, (event, f"{file.name}:{node.line}"))
            if first is not event:
                message = f"the id '{event.id}' is already used in {place}"
                fix = "delete one of the two events, or give this one another id"
                findings.append(Finding(file.name, node.line, node.col, message, fix))
    events = (event for event, _ in by_id.values())
    return sorted(events, key=lambda event: (parse(event.date).sort_key, event.id)), findings
