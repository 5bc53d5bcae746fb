"""Where the event files of a site are."""

import os
from collections.abc import Iterator
from pathlib import Path

EVENTS = "events"
_SUFFIXES = (".yml", ".yaml")


def event_files(content: Path) -> list[Path]:
    """The event files of a content folder in order of path: at any depth below ``events/``, none hidden."""
    return [Path(name) for name in event_file_names(content)]


def event_file_names(content: Path) -> list[str]:
    """The same as texts, which cost a tenth where there are many and few are opened."""
    return sorted(_walk(str(content / EVENTS)), key=lambda name: name.split(os.sep))  # noqa: PTH206 (the same)


def is_event_file(path: str) -> bool:
    """Whether a file of that path below the content folder holds events."""
    return path.endswith(_SUFFIXES) and not any(part.startswith(".") for part in path.split("/"))


def _walk(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):  # noqa: PTH112 (a Path is what costs)
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            elif entry.name.endswith(_SUFFIXES):
                yield entry.path
