"""Values that a run sets aside on disk to keep its memory small; all go when it ends or dies."""

import pickle
from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from dateline.exceptions import WriteError


class Spool:
    """A file without a name, which only this run can see.

    Args:
        folder: On the disk that has room for it.
    """

    def __init__(self, folder: Path) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - goes with this object
        self._places: defaultdict[Hashable, list[int]] = defaultdict(list)

    def put(self, name: Hashable, value: object) -> None:
        """Set a value aside behind those of the same name.

        Raises:
            WriteError: the disk is full.
        """
        try:
            self._places[name].append(self._file.seek(0, 2))
            pickle.dump(value, self._file, protocol=5)
        except OSError as error:
            raise WriteError(
                f"the disk has no room for what is sorted ({error.strerror}): make some"
            ) from None

    def get(self, name: Hashable) -> Iterator[Any]:
        """The values of a name, in the order in which they came."""
        for place in self._places.get(name, ()):
            self._file.seek(place)
            yield pickle.load(self._file)  # noqa: S301 - nobody else can write this file
