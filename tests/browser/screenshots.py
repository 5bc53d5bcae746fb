"""Takes the pictures in the README: `python screenshots.py SITE FOLDER`, SITE being a built site's folder."""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from chromium import FLAGS, found_or_installed
from playwright.sync_api import sync_playwright

PICTURES = {
    "desktop-light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "phone-dark": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "device_scale_factor": 2,
    },
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word about each request."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def take(site: Path, folder: Path) -> None:
    """Write a PNG of the home page of a built site for each of PICTURES."""
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_or_installed(), args=FLAGS)
        for name, settings in PICTURES.items():
            page = browser.new_context(**settings).new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.screenshot(path=folder / f"{name}.png")
    server.shutdown()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
