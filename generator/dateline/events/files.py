"""The edge to the file system: finds event files, and writes files whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.exceptions import EventFileError

EVENTS = "events"
_SUFFIXES = (".yml", ".yaml")


def event_files(content: Path) -> list[Path]:
    """The event files of a content folder in order of path: at any depth below ``events/``, none hidden."""
    return sorted(_walk(content / EVENTS), key=lambda path: path.parts)


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path))
            elif entry.name.endswith(_SUFFIXES):
                yield Path(entry.path)


def write_whole(path: Path, data: bytes, content: Path) -> None:
    """Write a file so that a reader, or a crash, sees the old bytes or the new ones, never half.

    Args:
        path: The file; its folder is made if need be.
        data: All its bytes.
        content: The folder that nothing is written outside of, also not by way of a link.

    Raises:
        EventFileError: A link on the way leads out of ``content``.
    """
    if not path.parent.resolve().is_relative_to(content.resolve()):
        raise EventFileError(f"{path.parent}: this is a link that leads out of {content}: make it a folder")
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
