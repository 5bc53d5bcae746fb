"""Files written whole or not at all, and never outside the folder they belong to."""

import os
from pathlib import Path

from dateline.exceptions import WriteError


def write_whole(path: Path, data: bytes | bytearray, within: Path) -> None:
    """Write a file so that a reader, or a crash, sees the old bytes or the new ones, never half.

    Args:
        path: The file; its folder is made if need be.
        data: All its bytes.
        within: The folder that nothing is written outside of, also not by way of a link.

    Raises:
        WriteError: It cannot be written, or a link on the way leads out of ``within``.
    """
    try:
        if not path.parent.resolve().is_relative_to(within.resolve()):
            raise WriteError(f"{path.parent}: this is a link that leads out of {within}: make it a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        try:
            with unfinished.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(
            f"{path}: it cannot be written ({reason}): check the rights and the space left"
        ) from None
