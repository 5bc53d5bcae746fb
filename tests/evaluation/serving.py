"""How long `mkdocs serve` takes to show an edit: from the save of one event's file to the new HTML served.

Usage: python tests/evaluation/serving.py [EVENTS]

The site is made up by synthetic.py, of as many events as asked for (10,000 if not). One event at a time gets
another title; its page, and then the home page, is asked for until the new title is in it. For the home page
the events are those that stand there, of many events the most important and the latest.
"""

import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from synthetic import write

_EVENTS = 10_000
_EDITS = 9
_PATIENCE = 120.0


def wait_for(address: str, words: str) -> float:
    """Ask for a page until the words are in it; return the moment they were."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:
                page = answer.read()
        except (urllib.error.URLError, ConnectionError):
            page = b""
        if words.encode() in page:
            return time.monotonic()
        time.sleep(0.01)
    sys.exit(f"{address} never showed {words!r}")


def shown(address: str, paths: list[Path]) -> list[Path]:
    """Return the files of the events that a page shows."""
    with urllib.request.urlopen(address) as answer:
        page = answer.read().decode()
    return [path for path in paths if f'href="events/{path.stem}/"' in page]


def core_seconds(process: int) -> float:
    """Return how long a process has had a core to itself; on Linux only."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if sys.argv[1:] else _EVENTS
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), number)
        paths = sorted((Path(folder) / "content" / "events").rglob("*.yml"))
        started = time.monotonic()
        serve = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
        with subprocess.Popen(serve, cwd=folder) as server:
            try:
                first = wait_for(home, "</html>") - started
                print(f"{number:,} events: first page after {first:.2f} s", flush=True)
                for what in ("page of the event", "home page"):
                    times, work = [], []
                    here = paths if what != "home page" else shown(home, paths)
                    for edit, path in enumerate(chance.sample(here, _EDITS)):
                        title = f"Edit {edit}, seen on the {what}"
                        text = path.read_text(encoding="utf-8")
                        text = re.sub(r"^title: .*(\n  .*)*", f"title: {title}", text, flags=re.MULTILINE)
                        time.sleep(1 + chance.random())  # whatever moment of the watcher's beat
                        page = home + (f"events/{path.stem}/" if what != "home page" else "")
                        saved, before = time.monotonic(), core_seconds(server.pid)
                        path.write_text(text, encoding="utf-8")
                        times.append(wait_for(page, title) - saved)
                        work.append(core_seconds(server.pid) - before)
                    usual, worst, core = statistics.median(times), max(times), statistics.median(work)
                    told = f"{usual:.2f} s, at worst {worst:.2f} s; {core:.2f} s of a core"
                    print(f"an edit on the {what}: {told}", flush=True)
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
