"""Sites built for real, served on this machine, and opened in a real Chromium."""

import runpy
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

LARGE = 1_200
HERE = Path(__file__).parent
CHROMIUM = runpy.run_path(str(HERE / "chromium.py"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing: the tests' own words matter."""


# The sites, and what their mkdocs.yml say beside the common lines.
SITES = {
    "sample": "site_name: The Halden Sound\nplugins: [dateline]\n",
    "persian": "site_name: تنگهٔ هالدن\nplugins: [{dateline: {language: fa}}]\n",
}


@contextmanager
def _built_and_served(project: Path, host: Path) -> Iterator[str]:
    """Build a site and serve it below the path /some/where/ of its host."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(host / "some" / "where")],
        cwd=project,
        check=True,
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(host)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/where/"
    server.shutdown()


STORY = """# The year of the collision

It began with [[2020-01-03-petrel-rammed|a collision]].

```timeline
people: [Orsa, Velmark]
from: 2020
to: 2020
importance: 3
```
"""


def _source(name: str, folder: Path) -> Path:
    """Make the source of one of the sites."""
    shutil.copytree(HERE.parent / "site" / name, folder / "content")
    (folder / "mkdocs.yml").write_text(
        "docs_dir: content\ntheme: dateline\nsite_url: https://halden.example/some/where/\n"
        f"repo_url: https://github.com/example/sound\nedit_uri: edit/main/content/\n{SITES[name]}",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory) -> Path:
    """The source of the sample site."""
    folder = _source("sample", tmp_path_factory.mktemp("project"))
    (folder / "content" / "story.md").write_text(STORY, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def served(project, tmp_path_factory) -> Iterator[str]:
    """The address of the sample site."""
    with _built_and_served(project, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture(scope="session")
def served_persian(tmp_path_factory) -> Iterator[str]:
    """The address of a site in Persian."""
    project = _source("persian", tmp_path_factory.mktemp("persian"))
    with _built_and_served(project, tmp_path_factory.mktemp("persian-host")) as address:
        yield address


@pytest.fixture(scope="session")
def served_large(tmp_path_factory) -> Iterator[str]:
    """The address of a site with more events than one page carries."""
    folder = tmp_path_factory.mktemp("large") / "project"
    runpy.run_path(str(HERE.parent / "evaluation" / "synthetic.py"))["write"](folder, LARGE)
    with _built_and_served(folder, tmp_path_factory.mktemp("large-host")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM["found_or_installed"](), args=CHROMIUM["FLAGS"]
        )
        yield launched
        launched.close()


@contextmanager
def _visits(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open pages; afterwards nothing may have gone wrong or gone to another host."""
    faults: list[str] = []
    contexts = []

    def opened(path: str = "", *, width: int = 1280, **settings) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: faults.append(f"console {said.type}: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("request", lambda asked: asked.url.startswith(address) or faults.append(f"asked {asked.url}"))
        page.on(
            "response", lambda given: given.status < 400 or faults.append(f"{given.status} for {given.url}")
        )
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def visit(browser, served) -> Iterator[Callable[..., Page]]:
    """Open a page of the sample site."""
    with _visits(browser, served) as opened:
        yield opened


@pytest.fixture
def visit_persian(browser, served_persian) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in Persian."""
    with _visits(browser, served_persian) as opened:
        yield opened


@pytest.fixture
def visit_large(browser, served_large) -> Iterator[Callable[..., Page]]:
    """Open a page of the large site."""
    with _visits(browser, served_large) as opened:
        yield opened


@pytest.fixture(scope="session")
def faults() -> Callable[[Page], list[str]]:
    """What axe finds wrong on a page, a line each.

    WCAG 2.2 wants what is pressed 24 pixels high, or that far from the next; axe looks for it only when told.
    """
    axe = Axe()
    rules = {"rules": {"target-size": {"enabled": True}}}

    def found(page: Page) -> list[str]:
        violations = axe.run(page, options=rules).response["violations"]
        return [f"{each['id']}: {node['html']}" for each in violations for node in each["nodes"]]

    return found
