"""What is fuzzed: each target takes any bytes and asserts what must hold for them.

A target raises nothing for whatever it is given; an error that the code documents is an answer like another.
"""

import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from dateline.articles.cleaning import clean_article
from dateline.articles.front_matter import format_article, parse_article
from dateline.articles.reading import normalise
from dateline.dates import find_dates
from dateline.edtf import in_words, parse
from dateline.events.formatting import format_event
from dateline.events.reading import read_text
from dateline.exceptions import ArticleError, EdtfError, ImportFileError
from dateline.exchange import IMPORTS, export_events, import_events, incoming
from dateline.findings import Finding

Read = TypeVar("Read")
Error = TypeVar("Error", bound=Exception)

_REFERENCES = (date(2014, 12, 17), None, "2014-12", "2014", "2020-01-03/2020-12-31", "../2014", date(1, 1, 1))
_STYLES = ("auto", "news", "narrative")
_SUFFIXES = (".txt", ".md", ".html")
# As YAML counts lines, and as Dateline counts them in articles.
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def dates(data: bytes) -> None:
    """The date finder; the first byte chooses when the text was written and in which style it tells."""
    choice, text = data[:1], data[1:].decode("utf-8", "replace")
    number = ord(choice or b"\0")
    reference, style = _REFERENCES[number % len(_REFERENCES)], _STYLES[number % len(_STYLES)]
    end = 0
    for phrase in find_dates(text, reference, style=style):
        assert end <= phrase.start < phrase.end
        assert text[phrase.start : phrase.end] == phrase.text
        assert 0 <= phrase.evidence_start <= phrase.start
        assert phrase.end <= phrase.evidence_end <= len(text)
        if phrase.edtf is not None:
            assert parse(phrase.edtf).text == phrase.edtf
        end = phrase.end


def articles(data: bytes) -> None:
    """The reader of articles; the first byte chooses the ending of the file's name."""
    suffix = _SUFFIXES[ord(data[:1] or b"\0") % len(_SUFFIXES)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data[1:])
        article = _answer(ArticleError, lambda: clean_article(path).article)
    if isinstance(article, ArticleError):
        _sound(article.findings, path.as_posix(), data[1:].decode("utf-8", "replace"))
        return
    assert article.id
    assert article.title == " ".join(article.title.split()) != ""
    assert article.text == normalise(article.text) != ""
    assert parse_article(format_article(article), Path("again.md")) == replace(article, id="again")


def events(data: bytes) -> None:
    """The reader of event files, and the writer: what is written reads back the same."""
    text = data.decode("utf-8", "replace")
    file = read_text(text, "events/a.yml", "events/a.yml")
    _sound(file.findings, "events/a.yml", text)
    assert file.events or file.findings or text.lstrip("\ufeff \t\r\n").startswith("[")
    for event, _ in () if file.findings else file.events:
        (again, _), *rest = read_text(format_event(event, 1), "events/a.yml", "events/a.yml").events
        assert not rest
        # A file of one event says its id by its name.
        assert replace(again, id=event.id) == event


def edtf(data: bytes) -> None:
    """Dates as people type them: read, bounded and said, or answered with advice."""
    text = data.decode("utf-8", "replace")
    found = _answer(EdtfError, lambda: parse(text))
    if isinstance(found, EdtfError):
        assert found.fix.startswith("write ")
        for meant in found.meant:
            parse(meant)
        return
    assert parse(found.text) == found
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert in_words(found.text).strip()


def imports(data: bytes) -> None:
    """What reads the files of other tools; the first byte chooses which. What it reads survives an export."""
    style = IMPORTS[ord(data[:1] or b"\0") % len(IMPORTS)]
    found = _answer(ImportFileError, lambda: import_events(incoming(data[1:], "file.csv", style)).events)
    if isinstance(found, ImportFileError):
        assert str(found).startswith("file.csv: ")
        return
    for event in found:
        assert event.title
        assert parse(event.date).text == event.date
    stamp = datetime(2024, 5, 6, tzinfo=UTC)
    written = export_events("json", found, [], title="T", language="en", stamp=stamp).text
    assert (
        import_events(incoming(written.encode("utf-8", "surrogatepass"), "again.json", "json")).events
        == found
    )


TARGETS = {target.__name__: target for target in (dates, articles, events, edtf, imports)}


def _answer(documented: type[Error], read: Callable[[], Read]) -> Read | Error:
    """What is read, or the error that the code documents; any other goes on its way."""
    try:
        return read()
    except documented as error:
        return error


def _sound(findings: Iterable[Finding], name: str, text: str) -> None:
    """Every finding names the file and a place in it, and says what is wrong and what to write."""
    lines = len(_LINE_BREAK.findall(text)) + 1
    for finding in findings:
        assert finding.path == name
        assert 0 <= finding.line <= lines
        assert finding.col >= (finding.line > 0)
        assert finding.message
        assert finding.fix
        assert "\n" not in str(finding)
