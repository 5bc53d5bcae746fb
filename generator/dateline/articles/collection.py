"""All articles of a content folder, one at a time: those in archives, then those in files of their own."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.articles.archives import archive_files, read_archive
from dateline.articles.cleaning import read_article
from dateline.exceptions import ArticleError
from dateline.findings import Finding
from dateline.model import Article

_DIGEST = 8


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article of a folder, or what is wrong with one."""

    article: Article | None
    finding: Finding | None
    size: int
    """How many bytes were read for it."""
    archived: bool = False
    """Whether it stands in an archive only."""


def size_of(content: Path) -> int:
    """How many bytes of articles a content folder holds."""
    folder = content / "articles"
    if not folder.is_dir():
        return 0
    with os.scandir(folder) as entries:
        return sum(entry.stat().st_size for entry in entries if entry.name.endswith((".md", ".jsonl", ".gz")))


def all_articles(content: Path) -> Iterator[FoundArticle]:
    """The articles of a content folder, in an order that stays when more are added at the end.

    An article file stands for the line of an archive that has its id: there a person may correct it. Of lines
    with one id the first counts.

    Args:
        content: the content folder.
    """
    folder = content / "articles"
    files = {path.stem: path for path in sorted(folder.glob("*.md"))}
    seen: set[bytes] = set()
    for path in archive_files(folder):
        yield from _archived(path, files, seen)
    for stem, path in files.items():
        if _digest(stem) not in seen:
            yield _in_file(path)


def _archived(archive: Path, files: Mapping[str, Path], seen: set[bytes]) -> Iterator[FoundArticle]:
    before = 0
    try:
        for line in read_archive(archive):
            size, before = line.position - before, line.position
            if line.article is None:
                yield FoundArticle(None, line.finding, size)
                continue
            name, digest = line.article.id, _digest(line.article.id)
            if digest not in seen:
                yield (
                    replace(_in_file(files[name]), size=size)
                    if name in files
                    else FoundArticle(line.article, None, size, archived=True)
                )
            elif line.named:
                message = f"the id {name!r} stands further up already"
                yield FoundArticle(
                    None,
                    Finding(archive.as_posix(), line.number, 1, message, "give each article its own"),
                    size,
                )
            else:  # an article that was sent out twice
                yield FoundArticle(None, None, size)
            seen.add(digest)
    except ArticleError as error:
        yield FoundArticle(None, error.findings[0], 0)


def _in_file(path: Path) -> FoundArticle:
    size = path.stat().st_size
    try:
        return FoundArticle(read_article(path), None, size)
    except ArticleError as error:
        return FoundArticle(None, error.findings[0], size)


def _digest(name: str) -> bytes:
    """As much of a hash as tells the ids of a collection apart; a million ids whole would fill memory."""
    return hashlib.blake2b(name.encode(), digest_size=_DIGEST).digest()
