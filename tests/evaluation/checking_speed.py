"""How long a large site takes to load and to check: `python tests/evaluation/checking_speed.py [EVENTS]`.

The site is the made-up archive of `synthetic.py`, with a thousand articles for ten thousand events, and all
its people and places in names.yml. PyYAML's C loader, which only parses the event files, is timed beside.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sized
from pathlib import Path

import yaml
from synthetic import archive, write

from dateline.events import check, load_events
from dateline.model import Event

EVENTS = 10_000


def write_names(content: Path, events: list[Event]) -> None:
    """An entry for everyone and every place in the events, each with a spelling that none of them uses."""
    kinds = {
        "person": {name for event in events for name in event.actors},
        "place": {name for event in events for name in event.places},
    }
    entries = [
        f"- name: {name}\n  kind: {kind}\n  also: [{name} ({kind})]\n"
        for kind, names in kinds.items()
        for name in sorted(names)
    ]
    (content / "names.yml").write_text("".join(entries), encoding="utf-8")


def timed(what: str, call: Callable[[], Sized]) -> None:
    """Print what takes how many seconds of one core."""
    start = time.process_time()
    found = call()
    print(f"{what:30} {time.process_time() - start:5.2f} s   ({len(found)} found)")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), count)
        content = Path(folder) / "content"
        write_names(content, archive(count)[0])
        texts = [path.read_bytes() for path in content.rglob("events/*/*.yml")]
        print(f"{len(texts)} event files of {sum(map(len, texts)) // len(texts)} bytes")
        timed("PyYAML's C loader parses them", lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])
        timed("load_events", lambda: load_events(content))
        timed("check", lambda: check(content))


if __name__ == "__main__":
    main()
