"""All articles of a content folder, one at a time: those in archives, then those in files of their own."""

import hashlib
import os
from collections.abc import Container, Iterator
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
    place: tuple[str, int]
    """Its file, and there its line; 0 where it is the file as a whole."""
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
    in_files = {path.stem for path in folder.glob("*.md")}
    seen: set[bytes] = set()
    for archive in archive_files(folder):
        yield from _archived(archive, in_files, seen)
    for name in sorted(in_files):
        if _digest(name) not in seen:
            yield _in_file(folder / f"{name}.md")


def _archived(archive: Path, in_files: Container[str], seen: set[bytes]) -> Iterator[FoundArticle]:
    """The articles of an archive; what is seen for the first time is added to ``seen``."""
    before = 0
    for line in read_archive(archive):
        size, before = line.position - before, line.position
        place = archive.as_posix(), line.number
        article, finding = line.article, line.finding
        if article is None:
            yield FoundArticle(None, finding, size, place)
            continue
        digest = _digest(article.id)
        if digest not in seen and article.id in in_files:
            corrected = _in_file(archive.parent / f"{article.id}.md")
            yield replace(corrected, size=size + corrected.size)
        elif digest not in seen:
            yield FoundArticle(article, None, size, place, archived=True)
        else:  # what has no id of its own was sent out twice, which is nobody's mistake
            message, fix = f"the id {article.id!r} stands further up already", "give each article its own"
            finding = Finding(*place, 1, message, fix) if line.named else None
            yield FoundArticle(None, finding, size, place)
        seen.add(digest)


def _in_file(path: Path) -> FoundArticle:
    size, place = path.stat().st_size, (path.as_posix(), 0)
    try:
        return FoundArticle(read_article(path), None, size, place)
    except ArticleError as error:
        return FoundArticle(None, error.findings[0], size, place)


def _digest(name: str) -> bytes:
    """As much of a hash as tells the ids of a collection apart; a million ids whole would fill memory."""
    return hashlib.blake2b(name.encode(), digest_size=_DIGEST).digest()
