"""Files read once and again only when they changed, for those who look at the same folder many times."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from dateline.exceptions import DatelineError

T = TypeVar("T")


class Stamp(NamedTuple):
    """What changes when a file is written; the same stamp, the same bytes."""

    inode: int
    size: int
    modified: int
    """In nanoseconds, as the next."""
    changed: int


def stamp(name: str) -> Stamp | None:
    """The stamp of a file; None if there is none."""
    try:
        found = os.lstat(name)
    except OSError:
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


class Remembered(Generic[T]):
    """A reader of files that remembers what each file gave, an error of ours included.

    Args:
        read: Reads one file.
    """

    def __init__(self, read: Callable[[Path], T]) -> None:
        self._read = read
        self._known: dict[str, tuple[Stamp | None, T | DatelineError]] = {}

    def __call__(self, path: Path | str) -> T:
        """What a file holds: the very same object as long as the file is the same.

        Args:
            path: The file; as a text where there are many of them, which are then not taken apart.

        Raises:
            DatelineError: What ``read`` raises.
        """
        name = str(path)
        now = stamp(name)
        known = self._known.get(name)
        if known is None or known[0] != now:
            known = self._known[name] = (now, self._outcome(Path(name)))
        if isinstance(known[1], DatelineError):
            raise known[1].with_traceback(None)
        return known[1]

    def _outcome(self, path: Path) -> T | DatelineError:
        try:
            return self._read(path)
        except DatelineError as error:
            return error
