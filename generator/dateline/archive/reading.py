"""A collection to readings in the store: what is there already is not read again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.archive.batches import Batch, batches, read_packed
from dateline.archive.sharing import Share
from dateline.archive.store import Store
from dateline.archive.versions import versions
from dateline.articles import FoundArticle
from dateline.findings import Finding
from dateline.model import Article
from dateline.parsing import LANGUAGES

# So many batches take longer to read than another process takes to start and to load the language model.
WORTH_A_PROCESS = 8


class Part(NamedTuple):
    """A batch that is in the store."""

    key: bytes
    articles: int
    """How many it has."""
    undated: bool
    """Whether one of them has no date of publication."""


@dataclass(slots=True)
class Collected:
    """What was read of a collection."""

    parts: list[Part] = field(default_factory=list)
    """In the order of the collection."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong with articles that were left out."""


def read_collection(
    found: Iterable[FoundArticle], store: Store, share: Share, done: Callable[[int], None]
) -> Collected:
    """Read all articles of a collection that the store does not have.

    Args:
        found: the articles.
        store: where their readings are put.
        share: does the work.
        done: is told how many bytes of the collection more are done.

    Raises:
        DatelineError: no article can be read, as for want of the language model.
    """
    collected = Collected()
    archived: set[str] = set()

    def readable() -> Iterator[tuple[Article, int]]:
        for each in found:
            if each.article is not None and each.article.language in LANGUAGES:
                if each.archived:
                    archived.add(each.article.id)
                yield each.article, each.size
                continue
            if each.article is not None:
                collected.findings.append(_not_known(each.article, each.place))
            elif each.finding is not None:
                collected.findings.append(each.finding)
            done(each.size)

    def lacking() -> Iterator[Batch]:
        for batch in batches(readable()):
            undated = any(article.published is None for article in batch.articles)
            collected.parts.append(Part(batch.key, len(batch.articles), undated))
            store.note((each.id for each in batch.articles if each.id in archived), batch.key)
            archived.clear()
            if batch.key in store:
                done(batch.size)
            else:
                yield batch

    # What the language model takes is not needed any more once all is read.
    for read in share(read_packed, lacking(), versions(), least=WORTH_A_PROCESS, apart=True):
        store.add(read)
        done(read.size)
    return collected


def _not_known(article: Article, place: tuple[str, int]) -> Finding:
    message = f"language {article.language!r} cannot be read yet: conversion knows {', '.join(LANGUAGES)}"
    return Finding(*place, 1, message, "if it is one of these, give it as its 'language'")
