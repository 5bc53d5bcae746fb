"""Many articles in one file: a JSON object a line, the file compressed or not."""

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

from dateline.articles.front_matter import KEYS, check_field, paragraphs_of
from dateline.articles.language import detect_language
from dateline.articles.naming import article_id
from dateline.articles.paragraphs import first_words
from dateline.articles.reading import MAX_BYTES, normalise
from dateline.findings import Finding
from dateline.model import Article
from dateline.slugs import slug

ENDINGS = (".jsonl", ".jsonl.gz")
FIELDS = (*KEYS, "id", "text")
"""The keys of a line that count."""
_LONGEST_ID = 100
_HASH = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """A line of an archive: an article, or what is wrong with it."""

    article: Article | None
    finding: Finding | None
    number: int
    """Counts from 1."""
    position: int
    """How many bytes of the file have been read by now."""
    named: bool = False
    """Whether the line gives the article's id; else it is made of its outlet, date and text."""


def archive_files(folder: Path) -> list[Path]:
    """The archives of a folder of articles, in order of their names."""
    return sorted(path for path in folder.glob("*.jsonl*") if path.name.endswith(ENDINGS))


def read_archive(path: Path) -> Iterator[ArchiveLine]:
    """The articles of an archive, one at a time; blank lines are passed over.

    Args:
        path: a ``.jsonl`` or ``.jsonl.gz`` file. Each line is a JSON object with ``text`` and, where they are
            known, ``id``, ``title``, ``outlet``, ``published``, ``url``, ``language``, ``place``. Other keys
            do not count.
    """
    number = position = 0
    try:
        with path.open("rb") as raw, _opened(raw, path) as file:
            for number, line in enumerate(_lines(file), 1):
                position = raw.tell()
                if line is None or line.strip():
                    yield _read_line(line, path, number, position)
    except (OSError, EOFError, zlib.error) as error:
        number += 1
        message = f"from here on the file cannot be read ({error})"
        yield ArchiveLine(
            None, Finding(path.as_posix(), number, 1, message, "fetch it again"), number, position
        )


def _opened(raw: BufferedReader, path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if path.suffix == ".gz" else raw


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is longer than an article can be."""
    while line := file.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_BYTES)
            yield None


def _read_line(line: bytes | None, path: Path, number: int, position: int) -> ArchiveLine:
    def refused(message: str, fix: str) -> ArchiveLine:
        return ArchiveLine(None, Finding(path.as_posix(), number, 1, message, fix), number, position)

    if line is None:
        return refused("the line is longer than 5 MB", "give it the text of one article")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return refused("this line is no JSON", 'write an object such as {"title": …, "text": …}')
    if not isinstance(record, dict):
        return refused("this line is no JSON object", 'write one such as {"title": …, "text": …}')
    fields: dict[str, str] = {}
    for key in FIELDS:
        value = record.get(key)
        if value is not None and not isinstance(value, str):
            return refused(f"'{key}' is no text", "put it in quotation marks")
        fields[key] = _HALF_CHARACTER.sub("", value or "")
    known = {key: " ".join(normalise(fields[key]).split()) for key in KEYS}
    for key, value in known.items():
        if value and (wrong := check_field(key, value)):
            return refused(*wrong[:2])
    text = paragraphs_of(fields["text"])
    if not text:
        return refused("the article has no text", "write it under the key 'text'")
    article = _article(fields["id"], known, text)
    return ArchiveLine(article, None, number, position, named=bool(fields["id"]))


def _article(given: str, known: dict[str, str], text: str) -> Article:
    rest: dict[str, Any] = {key: value for key, value in known.items() if value}
    rest |= {
        "title": known["title"] or first_words(text.partition("\n")[0]),
        "language": known["language"] or detect_language(text),
    }
    article = Article(id="", text=text, **rest)
    return replace(article, id=_file_name(given) if given else _own_id(article))


def _file_name(given: str) -> str:
    """An id as it is given where that is safe as a file's name, else a safe one that is as much its own."""
    plain = slug(given)[:_LONGEST_ID].strip("-")
    return plain if plain == given else f"{plain}-{_hash(given)}".strip("-")


def _own_id(article: Article) -> str:
    """An id for an article that comes without: an outlet has many a day, so a hash tells them apart."""
    own = article.url or article.title + "\n" + article.text
    return f"{article_id(article)}-{_hash(own)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH]
