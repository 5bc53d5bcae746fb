"""Where the event files of a site are."""

import os
from collections.abc import Iterator
from pathlib import Path

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
