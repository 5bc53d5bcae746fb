"""All event files of a content folder: reads them and checks them against each other and the articles."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.articles import read_article
from dateline.edtf import parse
from dateline.events.files import event_files
from dateline.events.findings import Finding
from dateline.events.reading import ReadFile, read_file
from dateline.exceptions import ArticleError, EventFileError
from dateline.model import Event, Source
from dateline.yaml_text import MapNode

_ARTICLE_ERROR = re.compile(r":(?:(?P<line>\d+):(?P<col>\d+):)? (?P<message>.*?): (?P<fix>.*)", re.DOTALL)
_SHOWN = 10
_WORDS_SHOWN = 6


def load_events(content: Path) -> list[Event]:
    """The events of a content folder, for programs; articles are not looked at.

    Args:
        content: The content folder; the events are in ``events/`` below it, at any depth.

    Returns:
        The events in order of time: by the sort key of their date, then by id.

    Raises:
        EventFileError: A file is wrong; the text has a line for each of the first findings.
    """
    events, findings = _merged(_read_files(content))
    if findings:
        lines = [str(finding) for finding in findings[:_SHOWN]]
        more = len(findings) - len(lines)
        raise EventFileError("\n".join([*lines, *([f"and {more} more"] if more else [])]))
    return events


def read_events(content: Path) -> tuple[list[Event], list[Finding]]:
    """The events that can be read, and everything that is wrong, for callers that go on.

    Args:
        content: The content folder.

    Returns:
        The events in order of time, without those whose id, date, title, kind or status is wrong; and what
        is wrong in event files, in order of file and line.
    """
    return _read_events(content, _Articles(content / "articles"))


def check(content: Path) -> list[Finding]:
    """Everything that is wrong in the articles and event files of a content folder, all in one go.

    Args:
        content: The content folder.

    Returns:
        The findings in order of file and line: articles that cannot be read; of events YAML slips, keys and
        values, ids used twice, sources whose article is not there or does not have their words.
    """
    articles = _Articles(content / "articles")
    _, findings = _read_events(content, articles)
    return sorted([*articles.findings(), *findings])


def _read_events(content: Path, articles: "_Articles") -> tuple[list[Event], list[Finding]]:
    files = _read_files(content)
    events, findings = _merged(files)
    for file in files:
        for source, node in file.sources:
            findings.extend(_source_findings(file.name, source, node, articles))
    return events, sorted(findings)


def _read_files(content: Path) -> list[ReadFile]:
    return [read_file(path, content) for path in event_files(content)]


def _merged(files: list[ReadFile]) -> tuple[list[Event], list[Finding]]:
    """The events of all files in order of time, each id once, and what is wrong in the files themselves."""
    findings: list[Finding] = []
    by_id: dict[str, tuple[Event, str]] = {}
    for file in files:
        findings.extend(file.findings)
        for event, node in file.events:
            first, name = by_id.setdefault(event.id, (event, file.name))
            if first is not event:
                message = f"the id '{event.id}' is already used in {name}"
                fix = "delete one of the two events, or give this one another id"
                findings.append(Finding(file.name, node.line, node.col, message, fix))
    events = (event for event, _ in by_id.values())
    return sorted(events, key=lambda event: (parse(event.date).sort_key, event.id)), findings


class _Articles:
    """The articles that sources point at, each read at most once."""

    def __init__(self, folder: Path) -> None:
        self.paths = {path.stem: path for path in sorted(folder.glob("*.md"))}
        self._read: dict[str, str | ArticleError] = {}

    def text(self, article: str) -> str | ArticleError:
        """The title and text with every white space one blank, or why the article cannot be read."""
        if article not in self._read:
            try:
                found = read_article(self.paths[article])
            except ArticleError as error:
                self._read[article] = error
            else:
                self._read[article] = _one_line(f"{found.title} {found.text}")
        return self._read[article]

    def findings(self) -> Iterator[Finding]:
        """What is wrong in the articles."""
        for article, path in self.paths.items():
            error = self.text(article)
            if isinstance(error, ArticleError):
                yield _of_article(path.as_posix(), str(error))


def _of_article(name: str, error: str) -> Finding:
    """The finding that an error's ``file:line:col: what is wrong: what to write`` stands for."""
    parts = _ARTICLE_ERROR.fullmatch(error.removeprefix(name))
    if not parts:
        return Finding(name, 1, 1, "this article cannot be read", error)
    return Finding(name, int(parts["line"] or 1), int(parts["col"] or 1), parts["message"], parts["fix"])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _source_findings(name: str, source: Source, node: MapNode, articles: _Articles) -> Iterator[Finding]:
    def finding(key: str, message: str, fix: str) -> Finding:
        place = node.get(key) or node
        return Finding(name, place.line, place.col, message, fix)

    if not source.article:
        return
    if source.article not in articles.paths:
        near = difflib.get_close_matches(source.article, articles.paths, n=1)
        fix = f"write {near[0]}" if near else f"add its text as content/articles/{source.article}.md"
        yield finding("article", f"there is no article '{source.article}'", fix)
        return
    text = articles.text(source.article)
    if isinstance(text, ArticleError):
        return
    quote, dated = _one_line(source.quote), _one_line(source.dated or "")
    if quote not in text:
        message = "these are not the words of the article"
        yield finding("quote", message, _where_it_differs(quote, text))
    if dated not in text:
        fix = "write its words that gave the date, or leave 'dated' out"
        yield finding("dated", f"'{dated}' is not in the article", fix)


def _where_it_differs(quote: str, text: str) -> str:
    """Advice with the words of the article from where the quote goes its own way."""
    words = quote.split(" ")
    same = next(count for count in range(len(words), -1, -1) if " ".join(words[:count]) in text)
    if not same:
        return "copy them from it"
    start = " ".join(words[:same])
    after = text[text.index(start) + len(start) :].split(" ")
    rest = " ".join(after[: _WORDS_SHOWN + 1]).strip()
    shown = " ".join(words[max(0, same - _WORDS_SHOWN) : same])
    return f"copy them from it; after '{shown}' it goes on '{rest}'"
