"""Sites built for real, served on this machine, and opened in a real Chromium."""

import runpy
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
CHROMIUM = runpy.run_path(str(HERE / "chromium.py"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: the tests' own words matter."""


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Iterator[str]:
    """The address of the sample site, which lies below the path /some/where/ of its host."""
    host = tmp_path_factory.mktemp("host")
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE.parent / "site" / "sample", project / "content")
    (project / "mkdocs.yml").write_text(
        "site_name: The Halden Sound\ndocs_dir: content\ntheme: dateline\nplugins: [dateline]\n"
        "site_url: https://halden.example/some/where/\n"
        "repo_url: https://github.com/example/sound\nedit_uri: edit/main/content/\n",
        encoding="utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(host / "some" / "where")],
        cwd=project,
        check=True,
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(host)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/where/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM["found_or_installed"](), args=CHROMIUM["FLAGS"]
        )
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, served) -> Iterator[Callable[..., Page]]:
    """Open a page of the sample site; afterwards nothing may have gone wrong or gone to another host."""
    faults: list[str] = []
    contexts = []

    def opened(path: str = "", *, width: int = 1280, **settings) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(f"console {said.type}: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("request", lambda asked: asked.url.startswith(served) or faults.append(f"asked {asked.url}"))
        page.on(
            "response", lambda given: given.status < 400 or faults.append(f"{given.status} for {given.url}")
        )
        page.goto(served + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
