"""What a reader feels at any size: `python pages.py PAGE_BENCH [EVENTS …]` builds sites and prints a table.

PAGE_BENCH is a folder with a ``measure.mjs`` that loads a page in Chromium and prints one JSON object about
it. Node has to be there, and the tool's packages installed in its folder.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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
COLUMNS = (
    "events | build s (CPU) | MB | gz kB | painted ms | rendered ms | longest task ms"
    " | frame p95 ms | response ms | axe"
)


def build(folder: Path, events: int) -> float:
    """Write and build a site; return the seconds of CPU that building took."""
    runpy.run_path(str(HERE / "synthetic.py"))["write"](folder, events)
    before = os.times()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=folder, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measure(page_bench: Path, site: Path) -> dict[str, Any]:
    """Load the home page three times and do what a reader does."""
    command = ["node", "measure.mjs", "--root", site, "--path", "/", "--runs", "3", "--axe"]
    done = subprocess.run(
        [*command, "--probe", r"\bid=\"([^\"]+)\" data-precision", "--interact", ",".join(ACTS)],
        cwd=page_bench,
        check=True,
        capture_output=True,
        text=True,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def row(events: int, seconds: float, megabytes: float, page: dict[str, Any]) -> str:
    """Put the figures of a page into a line of the table; of the acts the worst counts."""
    acts = page["interact"]
    if failed := [f"{name}: {act['error']}" for name, act in acts.items() if "error" in act]:
        sys.exit("\n".join(failed))
    figures = [
        f"{events:,}",
        f"{seconds:.1f}",
        f"{megabytes:.0f}",
        f"{page['total_gz'] / 1000:.0f}",
        f"{page['fcp']:.0f}",
        f"{page['rendered']:.0f}",
        f"{max(page['longest_task'], *(act['longest_task'] for act in acts.values())):.0f}",
        f"{max(act['frame_p95'] for act in acts.values()):.0f}",
        f"{max(act['inp_max'] for act in acts.values()):.0f}",
        str(page["axe"]["violations"]),
    ]
    return " | ".join(figures) + f"   (machine busy {page['cpu_pressure_pct']} %)"


def main(page_bench: Path, sizes: list[int]) -> None:
    """Print the table, a line as soon as it is known."""
    print(COLUMNS, time.strftime("(%Y-%m-%d)"))
    for events in sizes:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "project"
            seconds = build(folder, events)
            site = folder / "site"
            megabytes = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
            print(row(events, seconds, megabytes, measure(page_bench, site)), flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name the folder of the measuring tool: make bench PAGE_BENCH=/path/to/page_bench")
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or SIZES)
