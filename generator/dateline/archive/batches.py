"""Articles to batches that are read together, each with a key that says what its readings depend on."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace

from dateline.archive.packing import pack
from dateline.archive.versions import Versions, differences, versions
from dateline.exceptions import DatelineError
from dateline.extraction import read_together
from dateline.model import Article, Reading

# One article in so many ends a batch. Which one does its id decides, so that a new article changes only the
# batch it falls into and none behind it.
_ONE_IN = 12
# Characters of text from which on a batch ends anyway.
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles that are read together."""

    key: bytes
    """A hash of them and of all that reads them: with the same key, the same readings."""
    articles: tuple[Article, ...]
    size: int
    """How many bytes of the collection they take."""


@dataclass(frozen=True, slots=True)
class BatchRead:
    """What the articles of a batch tell, packed to be kept."""

    key: bytes
    size: int
    readings: bytes
    """Packed: a list of `Reading`, without their namings, and one of the ids of articles that cannot be read,
    each with the reason."""
    namings: bytes
    """Packed: the namings of each reading."""


def batches(articles: Iterable[tuple[Article, int]]) -> Iterator[Batch]:
    """Put articles into batches.

    Args:
        articles: each with its size in bytes.
    """
    held: list[Article] = []
    size = characters = 0
    for article, of_article in articles:
        held.append(article)
        size += of_article
        characters += len(article.text)
        if characters >= _MOST or _ends(article):
            yield _batch(held, size)
            held, size, characters = [], 0, 0
    if held:
        yield _batch(held, size)


def _ends(article: Article) -> bool:
    return int.from_bytes(hashlib.sha256(article.id.encode()).digest()[:4]) % _ONE_IN == 0


def _batch(articles: list[Article], size: int) -> Batch:
    whole = repr((versions(), [astuple(article) for article in articles]))
    key = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest()
    return Batch(key, tuple(articles), size)


def read_packed(batch: Batch, wanted: Versions) -> BatchRead:
    """Read a batch; an article that cannot be read keeps no other from being read.

    Args:
        batch: of articles.
        wanted: the versions by which its key was made.

    Raises:
        DatelineError: no article can be read, as for want of the language model, or here are other versions.
    """
    if found := differences(wanted, versions()):
        raise DatelineError(f"the versions differ: {found}: install the same on every machine")
    readings: list[Reading] = []
    unread: list[tuple[str, str]] = []
    try:
        readings = read_together(batch.articles)
    except DatelineError as error:
        _raise_if_meant(error)
        for article in batch.articles:
            try:
                readings += read_together([article])
            except DatelineError as reason:
                _raise_if_meant(reason)
                unread.append((article.id, str(reason)))
    bare = [replace(reading, namings=()) for reading in readings]
    return BatchRead(
        batch.key, batch.size, pack((bare, unread)), pack([reading.namings for reading in readings])
    )


def _raise_if_meant(error: DatelineError) -> None:
    """Pass on an error that is told to people on purpose; any other is that of one article."""
    if isinstance(error.__cause__, DatelineError):
        raise error
