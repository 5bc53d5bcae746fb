"""One run at a time: a lock that the system takes back when its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dateline.exceptions import LockedError, WriteError

LOCK_NAME = ".convert.lock"
_AGAIN = 0.05  # seconds

if sys.platform == "win32":
    import msvcrt

    # Windows lets nobody read what is locked: a byte far behind the process id.
    _FAR = 1 << 20

    def _take(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

    def _let_go(path: Path, file: BinaryIO) -> None:
        file.close()
        with suppress(OSError):  # another run has it open: then that one takes it away
            path.unlink()

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(path: Path, file: BinaryIO) -> None:
        path.unlink(missing_ok=True)  # before it is let go: nobody is to lock what is about to vanish
        file.close()


@contextmanager
def only_one(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Keep other runs away from a folder.

    Args:
        folder: What is worked on, made if need be; the lock is a hidden file in it while it is held.
        wait: Wait for other runs, which take no longer than this one, instead of giving up.

    Raises:
        LockedError: Another run holds the lock; the error names its process.
        WriteError: The file cannot be made.
    """
    path = folder / LOCK_NAME
    file = _locked(path, wait=wait)
    try:
        try:
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        except OSError as error:
            raise _no_lock(path, error) from None
        yield
    finally:
        _let_go(path, file)


def _locked(path: Path, *, wait: bool) -> BinaryIO:
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("a+b", buffering=0)
        except OSError as error:
            raise _no_lock(path, error) from None
        try:
            _take(file)
        except OSError:
            if wait:
                file.close()
                time.sleep(_AGAIN)
                continue
            file.seek(0)
            holder = file.read().decode(errors="replace")
            file.close()
            raise LockedError(
                f"another dateline convert is running here (pid {holder or 'unknown'}): "
                "wait until it is done, then run this again"
            ) from None
        if path.is_file() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
        file.close()  # its holder took it away between opening and locking


def _no_lock(path: Path, error: OSError) -> WriteError:
    reason = error.strerror or str(error)
    return WriteError(f"{path}: it cannot be written ({reason}): check the rights and the space left")
