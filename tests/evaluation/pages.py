"""What a reader feels at any size: `python pages.py PAGE_BENCH [--rivals FOLDER] [EVENTS …]` prints a table.

PAGE_BENCH is a folder with a ``measure.mjs`` that loads a page in Chromium and prints one JSON object about
it. Node has to be there, and the tool's packages installed in its folder. With the FOLDER of rivals.py other
timelines are measured beside ours, of the same events, in the same run.
"""

import argparse
import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rivals import RIVALS
from rivals import write as write_rival

HERE = Path(__file__).parent
SIZES = [18, 200, 2_000, 20_000, 100_000]
# What a reader does with the page; the words stand in some of the events of any size.
ACTS = [
    "scroll",
    "drag:#dl-overview",
    "wheel:#dl-overview",
    "key:PageDown",
    "click:.dl-chips .dl-chip",
    "type:#dl-search:harbour",
]
# Longer than this nobody waits for a page.
PATIENCE = 60
# What axe looks through in a minute; larger pages of others are not asked.
AXE_EVENTS = 2_000
COLUMNS = (
    "events | timeline | build s (CPU) | MB | gz kB | painted ms | rendered ms | longest task ms"
    " | frame p95 ms | response ms | axe"
)


def build(folder: Path, events: int) -> float:
    """Write and build a site; return the seconds of CPU that building took."""
    runpy.run_path(str(HERE / "synthetic.py"))["write"](folder, events)
    before = os.times()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=folder, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measure(page_bench: Path, site: Path, acts: list[str], *, runs: int, axe: bool) -> dict[str, Any]:
    """Load a page some times and do what a reader does."""
    command = ["node", "measure.mjs", "--root", site, "--path", "/", "--runs", str(runs)]
    done = subprocess.run(
        [
            *command,
            *(["--axe"] if axe else []),
            *("--timeout", str(PATIENCE), "--probe", r"\bid=\"([^\"]+)\" data-precision"),
            *("--interact", ",".join(acts)),
        ],
        cwd=page_bench,
        check=True,
        capture_output=True,
        text=True,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def row(events: int, name: str, built: tuple[str, str], page: dict[str, Any]) -> str:
    """Put the figures of a page into a line of the table; of the acts the worst counts.

    `built` is what its building took and its size, in words.
    """
    start = f"{events:,} | {name} | {' | '.join(built)}"
    if page["status"] != "settled":
        return f"{start} | not at rest after {PATIENCE} s: {page['status']}"
    acts = page["interact"]
    failed = [f"{act}: {told['error'].splitlines()[0]}" for act, told in acts.items() if "error" in told]
    if failed:
        return f"{start} | rendered after {page['rendered']:.0f} ms, then {'; '.join(failed)}"
    axe = page.get("axe") or {}
    figures = [
        start,
        f"{page['total_gz'] / 1000:.0f}",
        f"{page['fcp']:.0f}",
        f"{page['rendered']:.0f}",
        f"{max(page['longest_task'], *(act['longest_task'] for act in acts.values())):.0f}",
        f"{max(act['frame_p95'] for act in acts.values()):.0f}",
        f"{max(act['inp_max'] for act in acts.values()):.0f}",
        str(axe.get("violations", "–")),
    ]
    return " | ".join(figures) + f"   (machine busy {page['cpu_pressure_pct']} %)"


def main(page_bench: Path, sizes: list[int], rivals: Path | None) -> bool:
    """Print the table, a line as soon as it is known; return whether our pages did all that was asked."""
    print(COLUMNS, time.strftime("(%Y-%m-%d)"))
    is_sound = True
    for events in sizes:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "project"
            seconds = build(folder, events)
            site = folder / "site"
            megabytes = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
            page = measure(page_bench, site, ACTS, runs=3, axe=True)
            print(row(events, "Dateline", (f"{seconds:.1f}", f"{megabytes:.0f}"), page), flush=True)
            is_sound &= page["status"] == "settled" and "error" not in str(page["interact"])
            for name, writer, acts in RIVALS if rivals else ():
                other = Path(made) / name
                write_rival(rivals, other, events, writer)
                page = measure(page_bench, other, acts, runs=1, axe=events <= AXE_EVENTS)
                print(row(events, name, ("–", "–"), page), flush=True)
    return is_sound


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page_bench", type=Path, help="the folder of the measuring tool")
    parser.add_argument("events", type=int, nargs="*", help="sizes", default=SIZES)
    parser.add_argument("--rivals", type=Path, help="the folder of other timelines, see rivals.py")
    given = parser.parse_intermixed_args()
    sys.exit(not main(given.page_bench, given.events, given.rivals and given.rivals.resolve()))
