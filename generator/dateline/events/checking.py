"""All event files of a content folder: reads them and checks them against each other and the articles."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from dateline.articles import read_article
from dateline.edtf import parse
from dateline.events.files import event_files
from dateline.events.findings import Finding
from dateline.events.reading import ReadEvent, read_file
from dateline.exceptions import ArticleError, EventFileError
from dateline.model import Article, Event, Source
from dateline.yaml_text import MapNode

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
    read, findings = _read_all(content)
    if findings:
        lines = [str(finding) for finding in findings[:_SHOWN]]
        more = len(findings) - len(lines)
        raise EventFileError("\n".join([*lines, *([f"and {more} more"] if more else [])]))
    return _in_order(read)


def read_events(content: Path) -> tuple[list[Event], list[Finding]]:
    """The events that can be read, and everything that is wrong, for callers that go on.

    Args:
        content: The content folder.

    Returns:
        The events in order of time, without those whose id, date, title, kind or status is wrong; and the
        findings of `check`.
    """
    read, findings = _read_all(content)
    articles = _Articles(content / "articles")
    for event in read:
        findings.extend(_source_findings(event, articles))
    findings.extend(articles.findings)
    return _in_order(read), sorted(findings)


def check(content: Path) -> list[Finding]:
    """Everything that is wrong in the event files of a content folder, all in one go.

    Args:
        content: The content folder.

    Returns:
        The findings in order of file and line: YAML slips, keys and values, ids used twice, sources whose
        article is not there or does not have their words.
    """
    return read_events(content)[1]


def _in_order(read: list[ReadEvent]) -> list[Event]:
    return sorted((one.event for one in read), key=lambda event: (parse(event.date).sort_key, event.id))


def _read_all(content: Path) -> tuple[list[ReadEvent], list[Finding]]:
    """The events of all files, each id once, and what is wrong in the files themselves."""
    findings: list[Finding] = []
    by_id: dict[str, ReadEvent] = {}
    for path in event_files(content):
        file = read_file(path, content)
        findings.extend(file.findings)
        for one in file.events:
            first = by_id.setdefault(one.event.id, one)
            if first is not one:
                message = f"the id '{one.event.id}' is already used in {first.name}"
                fix = "delete one of the two events, or give this one another id"
                findings.append(Finding(one.name, one.node.line, one.node.col, message, fix))
    return list(by_id.values()), findings


class _Articles:
    """The articles that sources point at, each read at most once."""

    def __init__(self, folder: Path) -> None:
        self.ids = sorted(path.stem for path in folder.glob("*.md"))
        self.findings: list[Finding] = []
        self._folder = folder
        self._texts: dict[str, str | None] = {}

    def text(self, article: str) -> str | None:
        """The title and text with every white space one blank; None if the article cannot be read."""
        if article not in self._texts:
            path = self._folder / f"{article}.md"
            try:
                self._texts[article] = _one_line(_all_words(read_article(path)))
            except ArticleError as error:
                message = f"a source points at {path.as_posix()}, which cannot be read"
                self.findings.append(Finding(path.as_posix(), 1, 1, message, f"correct it: {error}"))
                self._texts[article] = None
        return self._texts[article]


def _all_words(article: Article) -> str:
    return f"{article.title}\n{article.text}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _source_findings(read: ReadEvent, articles: _Articles) -> Iterator[Finding]:
    for source, node in zip(read.event.sources, read.sources, strict=True):
        if source.article not in articles.ids:
            near = difflib.get_close_matches(source.article, articles.ids, n=1)
            fix = f"write {near[0]}" if near else f"add its text as content/articles/{source.article}.md"
            yield _finding(read, node, "article", f"there is no article '{source.article}'", fix)
        elif (text := articles.text(source.article)) is not None:
            yield from _word_findings(read, source, node, text)


def _word_findings(read: ReadEvent, source: Source, node: MapNode, text: str) -> Iterator[Finding]:
    quote = _one_line(source.quote)
    if quote not in text:
        message = "the quote is not in the article, whose words it must have exactly (white space aside)"
        yield _finding(read, node, "quote", message, _where_it_differs(quote, text))
    dated = _one_line(source.dated or "")
    if dated not in text:
        message = f"'{dated}' is not in the article"
        yield _finding(
            read, node, "dated", message, "write the words of the article that gave the date, or nothing"
        )


def _where_it_differs(quote: str, text: str) -> str:
    """Advice with the words of the article from where the quote goes its own way."""
    words = quote.split(" ")
    same = next(count for count in range(len(words), -1, -1) if " ".join(words[:count]) in text)
    if not same:
        return "copy the words from the article"
    start = " ".join(words[:same])
    after = text[text.index(start) + len(start) :].split(" ")
    rest = " ".join(after[: _WORDS_SHOWN + 1]).strip()
    shown = " ".join(words[max(0, same - _WORDS_SHOWN) : same])
    return f"copy the words from the article; after '{shown}' it goes on '{rest}'"


def _finding(read: ReadEvent, node: MapNode, key: str, message: str, fix: str) -> Finding:
    place = node.get(key) or node
    return Finding(read.name, place.line, place.col, message, fix)
