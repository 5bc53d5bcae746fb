"""Several files written as one: after a crash in between, the next run writes the rest.

What is to be written is first put into a journal, whole; it goes when everything is written. A file that a
person has changed since is left alone.
"""

import hashlib
import json
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from dateline.exceptions import WriteError
from dateline.whole_files import write_whole

JOURNAL_NAME = ".convert.journal"
# Long lines of JSON tell a person nothing: of other files a diff shows only that they change.
_SHOWN = (".yml", ".yaml")

Files = Mapping[str, bytes]
"""What files are to hold, by path relative to the folder, in the order in which they are to be written."""


def changes(files: Files, folder: Path) -> dict[str, bytes]:
    """Those of the files that do not hold this already."""
    return {path: data for path, data in files.items() if _bytes(folder / path) != data}


def write_together(files: Files, folder: Path) -> None:
    """Write all files, or leave what is needed to do so next time.

    Args:
        files: UTF-8 texts.
        folder: Where they are; nothing is written outside of it.

    Raises:
        WriteError: One cannot be written; `finish` writes the rest once it can be.
    """
    if changed := changes(files, folder):
        journal = bytearray()
        for path, data in changed.items():
            line = {"path": path, "before": _mark(_bytes(folder / path)), "text": data.decode()}
            journal += json.dumps(line).encode() + b"\n"
        write_whole(folder / JOURNAL_NAME, journal, folder)
        del journal
        finish(folder)


def unfinished(folder: Path) -> dict[str, bytes]:
    """What an earlier run was about to write and did not.

    Raises:
        WriteError: The journal is broken.
    """
    journal = folder / JOURNAL_NAME
    left = {}
    try:
        for line in (_bytes(journal) or b"").splitlines():
            record = json.loads(line)
            if _mark(_bytes(folder / record["path"])) == record["before"]:
                left[str(record["path"])] = str(record["text"]).encode()
    except (ValueError, TypeError, KeyError, RecursionError):
        raise WriteError(f"{journal}: this file is broken: delete it") from None
    return left


def finish(folder: Path) -> None:
    """Write what an earlier run was about to write and did not.

    Raises:
        WriteError: A file cannot be written, or the journal is broken.
    """
    for path, data in unfinished(folder).items():
        write_whole(folder / path, data, folder)
    (folder / JOURNAL_NAME).unlink(missing_ok=True)


def diff(files: Files, folder: Path) -> str:
    """A unified diff of the YAML files among those that change, and a line for each of the others."""
    parts: list[str] = []
    for path, data in changes(files, folder).items():
        old = _bytes(folder / path)
        name = (folder / path).as_posix()
        if not path.endswith(_SHOWN):
            parts.append(f"{name}: {'new' if old is None else 'changed'}\n")
            continue
        before = (old or b"").decode("utf-8", "replace").splitlines(keepends=True)
        after = data.decode().splitlines(keepends=True)
        lines = unified_diff(before, after, name if old is not None else "/dev/null", name)
        parts += [
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        ]
    return "".join(parts)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _mark(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
