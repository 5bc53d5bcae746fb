"""Many articles to what they tell: in batches, on several cores where that pays."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

from dateline.exceptions import DatelineError
from dateline.extraction.mentions import read_batch
from dateline.garbage import without_collecting
from dateline.model import Article, Reading

T = TypeVar("T")
R = TypeVar("R")

# Characters of text that go together. The batches are the same however many share the work, so the result is.
_BATCH = 30_000
# So many batches take longer to read than another process takes to start and to load the language model.
_WORTH = 8
# Batches that each process has before it, so that none waits; what lies ready is all that memory holds.
_AHEAD = 2


def read_all(articles: Iterable[Article], jobs: int = 1) -> Iterator[Reading]:
    """What each article tells, in the order given.

    Args:
        articles: they are taken as they are needed, and no more than a few batches are held at a time.
        jobs: how many processes may share the work. Few articles are read in this one, whatever it says.

    Returns:
        The same readings for any number of jobs.

    Raises:
        DatelineError: an article cannot be read; the text names it.
    """
    for readings in share(read_together, _batches(articles), jobs):
        yield from readings


def share(
    work: Callable[[T], R], batches: Iterable[T], jobs: int = 1, least: int = _WORTH, *, apart: bool = False
) -> Iterator[R]:
    """What a function makes of each of some batches, in order.

    Args:
        work: a function of a module, so that other processes find it.
        batches: they are taken as they are needed, and no more than a few are held at a time.
        jobs: how many processes may share the work.
        least: how many batches are worth another process; fewer are worked on in this one.
        apart: whether that holds for one job, too, so that the memory that the work takes is given back.

    Raises:
        DatelineError: a process has died.
    """
    if jobs == 1 and not apart:
        yield from map(work, batches)
        return
    rest = iter(batches)
    first = list(islice(rest, least))
    if len(first) < least:
        yield from map(work, first)
    else:
        yield from _shared(work, chain(first, rest), jobs)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    held = 0
    for article in articles:
        batch.append(article)
        held += len(article.text)
        if held >= _BATCH:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def read_together(batch: Sequence[Article]) -> list[Reading]:
    """The readings of a batch, in order.

    Raises:
        DatelineError: an article cannot be read; the text names it.
    """
    readings: list[Reading] = []
    try:
        with _collected_at_the_end():
            for reading in read_batch(batch):
                readings.append(reading)  # noqa: PERF402 - how many there are tells where it went wrong
    except Exception as error:
        article = batch[len(readings)]
        raise DatelineError(f"article {article.id}: {error}") from error
    return readings


@contextmanager
def _collected_at_the_end() -> Iterator[None]:
    """Look for garbage once, behind the work, and only among what it made.

    The words of a parse know one another, so only the collector of garbage can free them; but while they are
    read they all live, and to search them again and again takes a sixth of the time.
    """
    with without_collecting():
        try:
            yield
        finally:
            gc.collect(0)


def _shared(work: Callable[[T], R], batches: Iterable[T], jobs: int) -> Iterator[R]:
    # Started afresh, a process is the same on every system and shares no lock with this one.
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        ahead: deque[Future[R]] = deque()
        try:
            for batch in batches:
                ahead.append(pool.submit(work, batch))
                if len(ahead) == jobs * _AHEAD:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        except BrokenProcessPool as error:
            raise DatelineError("a process that reads articles has died: try fewer jobs") from error
        finally:
            for waiting in ahead:
                waiting.cancel()
