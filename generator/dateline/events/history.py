"""When event files were last changed, as git tells it: the same for everybody who has the same commits."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dateline.events.files import EVENTS, is_event_file

_COMMIT = "\x01"


def last_changes(content: Path, most: int) -> dict[str, datetime]:
    """The event files changed last, and when.

    Args:
        content: The content folder.
        most: So many files suffice; a long history is read no further than the commit that makes them up.

    Returns:
        The time of the last commit of each, in UTC, by path relative to the content folder; the newest first.
        Nothing where there is no git, no repository, or one without its history, as CI fetches it unless told
        otherwise: there every file seems new.
    """
    git = shutil.which("git")
    if git is None or _asked(git, content, "rev-parse", "--is-shallow-repository") != "false":
        return {}
    # The history of a file that was renamed begins with its new name.
    # "-z" gives the names as they are, each after a NUL; a commit's time stands before its first name.
    log = (
        *("-c", "log.showSignature=false", "log"),
        "--no-renames",
        "--diff-filter=AM",
        f"--format={_COMMIT}%ct",
        "--name-only",
        "--relative",
        "-z",
    )
    changed: dict[str, datetime] = {}
    time = datetime.fromtimestamp(0, UTC)
    with subprocess.Popen(  # noqa: S603 (no shell, and nothing in it comes from a file)
        [git, "-C", str(content), *log, "--", EVENTS],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="surrogateescape",
    ) as told:
        for name in _parts(told.stdout):
            if name.startswith(_COMMIT):
                if len(changed) >= most:
                    break
                time = datetime.fromtimestamp(int(name.removeprefix(_COMMIT)), UTC)
            elif is_event_file(name):
                changed.setdefault(name, time)
        told.kill()
    return changed


def _parts(stream: IO[str] | None) -> Iterator[str]:
    rest = ""
    while stream and (block := stream.read(65_536)):
        *parts, rest = (rest + block).split("\0")
        yield from (part.removeprefix("\n") for part in parts)


def _asked(git: str, folder: Path, *question: str) -> str:
    done = subprocess.run(  # noqa: S603 (as above)
        [git, "-C", str(folder), *question], capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.strip()
