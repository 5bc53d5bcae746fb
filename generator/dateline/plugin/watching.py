"""Hears at once of edits in a large content folder, which MkDocs would look through file by file."""

from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Reading a file is an event, too, and no edit.
_EDITS = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
# MkDocs looks twice a second. That takes 0.06 s for so many files and works on every disk, which what the
# system tells does not: edits from another computer, or from outside a container, are not told.
_MANY = 4000


class Watcher:
    """Watches folders by what the system tells of them; like an observer as far as MkDocs needs one."""

    def __init__(self) -> None:
        self._observer = Observer()
        self._observer.daemon = True

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:  # noqa: ANN401
        """Tell a handler of edits below a folder."""
        return self._observer.schedule(handler, path, recursive=recursive, event_filter=_EDITS)

    def unschedule(self, watched: Any) -> None:  # noqa: ANN401
        """Undo `schedule`, given what it returned."""
        self._observer.unschedule(watched)

    def start(self) -> None:
        """Begin.

        Raises:
            OSError: The system watches no more folders.
        """
        self._observer.start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()


def watch(server: LiveReloadServer, folder: str) -> Watcher | None:
    """Let the system tell a preview of edits, if there are so many files that looking for them takes long.

    Args:
        server: The preview, which watches the folder already.
        folder: The content folder.

    Returns:
        What watches now, to be stopped at the end; None where MkDocs goes on looking.
    """
    if sum(1 for _ in Path(folder).rglob("*")) < _MANY:
        return None
    watcher = Watcher()
    looking = server.observer
    server.unwatch(folder)
    try:
        server.observer = watcher  # type: ignore[assignment]
        server.watch(folder)
        watcher.start()
    except OSError:
        server.unwatch(folder)
        server.observer = looking
        server.watch(folder)
        return None
    server.observer = looking
    return watcher
