"""Takes the pictures in the README: `python screenshots.py OWN LARGE PERSIAN FOLDER`.

The first three are folders of built sites: this repository's, one with many thousand events, and one in a
script that runs from right to left.
"""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chromium import FLAGS, found_or_installed
from playwright.sync_api import sync_playwright

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
}
# The site, the page, the browser, and what is pressed before the picture is taken.
PICTURES = [
    ("desktop-light", "own", "index.html", DESKTOP | {"color_scheme": "light"}, None),
    ("desktop-dark", "own", "index.html?tags=deployment", DESKTOP | {"color_scheme": "dark"}, None),
    ("phone-dark", "own", "index.html", PHONE | {"color_scheme": "dark"}, None),
    ("phone-filter", "own", "index.html", PHONE | {"color_scheme": "light"}, ".dl-open"),
    ("persian", "persian", "index.html", DESKTOP | {"color_scheme": "light"}, None),
    ("large", "large", "index.html", DESKTOP | {"color_scheme": "light"}, None),
    (
        "large-search",
        "large",
        "index.html?q=harbour&from=2008&to=2018",
        DESKTOP | {"color_scheme": "light"},
        None,
    ),
]


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word about each request."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def take(sites: dict[str, Path], folder: Path) -> None:
    """Write a PNG for each of PICTURES; the sites are built ones, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    servers = {
        name: ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
        for name, site in sites.items()
    }
    for server in servers.values():
        threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_or_installed(), args=FLAGS)
        for name, site, path, settings, pressed in PICTURES:
            page = browser.new_context(**settings).new_page()
            page.goto(f"http://127.0.0.1:{servers[site].server_port}/{path}", wait_until="networkidle")
            if pressed:
                page.locator(pressed).click()
            # The strip is drawn, and a sheet has come up.
            page.wait_for_timeout(800)
            page.screenshot(path=folder / f"{name}.png")
    for server in servers.values():
        server.shutdown()


if __name__ == "__main__":
    own, large, persian, target = map(Path, sys.argv[1:])
    take({"own": own, "large": large, "persian": persian}, target)
