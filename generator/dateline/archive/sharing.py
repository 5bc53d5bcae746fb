"""Who does the work: processes of this machine, or the workers of a cluster."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from dateline.extraction import share

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


class Share(Protocol):
    """Does pieces of work here or elsewhere."""

    def __call__(
        self, work: Callable[[T, C], R], pieces: Iterable[T], common: C, /, *, least: int, apart: bool = False
    ) -> Iterator[R]:
        """What a function makes of each piece, as it is done: in any order.

        Args:
            work: a pure function of a module, so that it can be found elsewhere.
            pieces: its first argument; they are taken as they are needed.
            common: its second argument, the same for all.
            least: fewer pieces than that are not worth another process.
            apart: whether the work is to leave nothing in the memory of this process.

        Raises:
            DatelineError: the work cannot be done there, or the function raises it.
        """


def in_processes(jobs: int) -> Share:
    """Work in some processes of this machine."""

    def shared(
        work: Callable[[T, C], R], pieces: Iterable[T], common: C, /, *, least: int, apart: bool = False
    ) -> Iterator[R]:
        return share(partial(_swapped, work, common), pieces, jobs, least, apart=apart)

    return shared


def _swapped(work: Callable[[T, C], R], common: C, piece: T) -> R:
    return work(piece, common)
