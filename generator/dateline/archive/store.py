"""What was read of a collection, kept on disk, so that a run that was cut off goes on where it was."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from dateline.archive.batches import BatchRead
from dateline.archive.packing import unpack
from dateline.exceptions import WriteError
from dateline.model import Article, Naming, Reading
from dateline.whole_files import write_whole

FOLDER = ".dateline"
"""Beside the content folder; all in it can be made again, so it is in no version control."""
_NAME = "readings.sqlite"
# After so many runs in which nothing needed it a batch goes: an archive may be away for one or two.
_RUNS = 5
_TABLES = """
create table if not exists batch
  (key blob primary key, readings blob not null, namings blob not null, run integer not null);
create table if not exists article (id text primary key, key blob not null) without rowid;
"""


class Store:
    """Readings by the key of their batch.

    Args:
        project: the folder of the content folder.

    Raises:
        WriteError: it cannot be opened or written.
    """

    def __init__(self, project: Path) -> None:
        self.folder = project / FOLDER
        self._path = self.folder / _NAME
        write_whole(self.folder / ".gitignore", b"*\n", project)
        try:
            self._open()
        except sqlite3.OperationalError as error:
            raise WriteError(f"{self._path}: it cannot be opened ({error}): check the rights") from None
        except sqlite3.DatabaseError:  # no store, or a broken one: what it held can be made again
            self._db.close()
            self._path.unlink()
            self._open()

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path, timeout=60, isolation_level=None)
        # A process that is killed loses nothing that was committed; only when the power goes the last may be.
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.executescript(_TABLES)
        ((last,),) = self._db.execute("pragma user_version")
        self._run = last + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def __contains__(self, key: bytes) -> bool:
        return bool(self._rows("select 1 from batch where key = ?", key))

    def add(self, read: BatchRead) -> None:
        """Keep what a batch tells."""
        self._rows(
            "insert or replace into batch values (?, ?, ?, ?)",
            read.key,
            read.readings,
            read.namings,
            self._run,
        )

    def namings(self, key: bytes) -> list[tuple[Naming, ...]]:
        """The names that each article of a batch uses."""
        found: list[tuple[Naming, ...]] = self._unpacked("namings", key)
        return found

    def read(self, key: bytes) -> tuple[list[Reading], list[tuple[str, str]]]:
        """What each article of a batch tells; and the ids of those that cannot be read, with the reason."""
        bare, unread = self._unpacked("readings", key)
        namings = self.namings(key)
        return [replace(reading, namings=own) for reading, own in zip(bare, namings, strict=True)], unread

    def note(self, articles: Iterable[str], key: bytes) -> None:
        """Remember in which batch some articles are."""
        self._rows("begin")
        for article in articles:
            self._rows("insert or replace into article values (?, ?)", article, key)
        self._rows("commit")

    def articles(self, names: Iterable[str]) -> Iterator[Article]:
        """Those of some articles that were noted, batch by batch."""
        wanted: dict[bytes, set[str]] = {}
        for name in names:
            for (key,) in self._rows("select key from article where id = ?", name):
                wanted.setdefault(key, set()).add(name)
        for key, here in wanted.items():
            yield from (reading.article for reading in self.read(key)[0] if reading.article.id in here)

    def end_run(self, needed: Iterable[bytes]) -> None:
        """Drop what no run has needed for a while, so that the store does not grow for ever.

        Args:
            needed: the keys that this run needed.
        """
        self._rows("create temp table needed (key blob primary key) without rowid")
        self._rows("begin")
        for key in needed:
            self._rows("insert or ignore into needed values (?)", key)
        self._rows("update batch set run = ? where key in (select key from needed)", self._run)
        self._rows("delete from batch where run <= ?", self._run - _RUNS)
        self._rows("delete from article where key not in (select key from batch)")
        self._rows(f"pragma user_version = {self._run}")
        self._rows("commit")
        self._rows("drop table needed")

    def _unpacked(self, column: str, key: bytes) -> Any:  # noqa: ANN401 - what was packed
        try:
            ((data,),) = self._rows(f"select {column} from batch where key = ?", key)  # noqa: S608 - ours
            return unpack(data)
        except ValueError:
            raise WriteError(f"{self._path}: this file is broken: delete it, it will be made again") from None

    def _rows(self, command: str, *values: bytes | str | int) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(command, values).fetchall()
        except sqlite3.Error as error:
            raise WriteError(
                f"{self._path}: it cannot be used ({error}): check the space left, or delete it, "
                "it will be made again"
            ) from None
