"""What Lighthouse says of a page of each kind: `python lighthouse.py LIGHTHOUSE` prints a table.

LIGHTHOUSE is a folder in which ``npm install lighthouse`` was run. The pages are those of the sample site of
the tests, opened as on a phone of middle strength, each three times: the median counts. Where a score is
below what is asked, the exit code is 1.
"""

import json
import os
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TESTS = Path(__file__).parent.parent
ASKED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "home": "",
    "event": "events/2020-01-03-petrel-rammed/",
    "article": "articles/harbour-post-2023-03-14/",
    "list": "people/",
    "outlet": "outlets/velmark-radio/",
    "who tells what": "telling/",
    "for frames": "embed/",
}
_RUNS = 3
_CONFIG = """site_name: The Halden Sound
site_description: What the outlets on both sides of a sound say about a bridge
docs_dir: content
theme: dateline
plugins: [dateline]
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: the table is what is asked for."""


def scores(lighthouse: Path, address: str) -> dict[str, int]:
    """Return the score of a page in each category, of a hundred: the median of some runs."""
    runs = [_run(lighthouse, address) for _ in range(_RUNS)]
    return {name: round(statistics.median(run[name] for run in runs)) for name in ASKED}


def _run(lighthouse: Path, address: str) -> dict[str, int]:
    command = [lighthouse / "node_modules" / ".bin" / "lighthouse", address, "--quiet", "--output=json"]
    chromium = runpy.run_path(str(TESTS / "browser" / "chromium.py"))
    done = subprocess.run(
        [*command, f"--chrome-flags=--headless=new {' '.join(chromium['FLAGS'])}"],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"CHROME_PATH": str(chromium["found_or_installed"]())},
    )
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * (found[name]["score"] or 0)) for name in ASKED}


def main(lighthouse: Path) -> bool:
    """Print a line for each kind of page; return whether all have what is asked."""
    print("page |", " | ".join(f"{name} ≥ {least}" for name, least in ASKED.items()))
    is_enough = True
    with tempfile.TemporaryDirectory() as made:
        shutil.copytree(TESTS / "site" / "sample", Path(made) / "content")
        (Path(made) / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=made, check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(Path(made) / "site")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, path in PAGES.items():
            given = scores(lighthouse, f"http://127.0.0.1:{server.server_port}/{path}")
            print(name, "|", " | ".join(str(score) for score in given.values()), flush=True)
            is_enough &= all(given[category] >= least for category, least in ASKED.items())
        server.shutdown()
    return is_enough


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder that holds Lighthouse: make lighthouse LIGHTHOUSE=/path/to/folder")
    sys.exit(not main(Path(sys.argv[1]).resolve()))
