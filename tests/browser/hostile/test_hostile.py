"""Hostile files through all of Dateline: they are shown as text or refused, and nothing else happens."""

import runpy
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

HERE = Path(__file__).parent
CASES = runpy.run_path(str(HERE / "cases.py"))
ARTICLES, EVENTS = list(CASES["articles"]()), list(CASES["events"]())
OWN_SCRIPTS = ("js/", "assets/", "timeline/")
NEVER = {"iframe", "object", "embed", "base", "frame", "applet", "math", "foreignobject"}
ADDRESSES = {"href", "src", "action", "data", "formaction", "poster", "srcset", "cite", "xlink:href"}


def dateline(project, *arguments):
    command = [sys.executable, "-c", "from dateline.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=600)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A project into which every case went, built; and what the commands said."""
    root = tmp_path_factory.mktemp("hostile")
    raw, project = root / "raw", root / "project"
    raw.mkdir()
    for number, case in enumerate(ARTICLES):
        (raw / f"case-{number:03}{case.ending}").write_bytes(case.data)
    said = {"new": dateline(root, "new", "project")}
    assert said["new"].returncode == 0, said["new"].stderr
    for number, case in enumerate(EVENTS):
        (project / "content" / "events" / f"hostile-{number:03}{case.ending}").write_bytes(case.data)
    outside = {path: path.stat().st_mtime_ns for path in root.iterdir()}
    said["add"] = dateline(project, "add", *sorted(map(str, raw.iterdir())))
    said["convert"] = dateline(project, "convert", "--jobs", "2")
    said["check"] = dateline(project, "check")
    said["build"] = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert {path: path.stat().st_mtime_ns for path in root.iterdir() if path != project} == {
        path: stamp for path, stamp in outside.items() if path != project
    }
    return project, said


def test_enough_is_tried():
    assert len(ARTICLES) + len(EVENTS) >= 1000


def test_no_command_breaks(hostile):
    """A file that cannot be used is named with a reason; none stops the others, none ends in a traceback."""
    _, said = hostile
    for name, done in said.items():
        assert "Traceback" not in done.stderr + done.stdout, (name, done.stderr[-3000:])
    assert said["add"].returncode == 1  # some files are no articles
    assert said["convert"].returncode == 1  # some event files cannot be read
    assert said["check"].returncode == 1  # some events are wrong
    assert said["build"].returncode == 0, said["build"].stderr[-3000:]


def test_nothing_is_written_elsewhere(hostile):
    """Files come only below the project, and no payload ran a command."""
    project, _ = hostile
    top = {
        "content",
        ".dateline",
        "site",
        "mkdocs.yml",
        "requirements.txt",
        ".github",
        ".gitignore",
        ".vscode",
    }
    assert {path.name for path in project.iterdir()} <= top
    assert {path.name for path in project.parent.iterdir()} == {"raw", "project"}
    assert not [path for path in project.rglob("*") if path.is_symlink()]
    assert not Path("/tmp/pwned").exists()
    assert not list(project.rglob("pwned*.yml"))


class _Page(HTMLParser):
    """Notes every element and attribute by which a page could do something."""

    def __init__(self, path):
        super().__init__()
        self.path, self.faults, self.text = path, [], []

    def handle_starttag(self, tag, attrs):
        if tag in NEVER:
            self.faults.append(f"<{tag}>")
        given = dict(attrs)
        if tag == "form" and (given.get("action") or "method" in given):
            self.faults.append("a form that sends")
        if tag == "script" and given.get("type") not in {"application/ld+json", "application/json"}:
            source = (given.get("src") or "inline").replace("../", "").removeprefix("/")
            if not source.startswith(OWN_SCRIPTS):
                self.faults.append(f"script {source}")
        for name, value in attrs:
            if name.startswith("on") or name == "srcdoc":
                self.faults.append(f"{tag} {name}={value}")
            blank = value == "data:,"  # the theme's icon for frames: no request, and nothing to show
            scheme = urlsplit((value or "").strip()).scheme
            if name in ADDRESSES and not blank and scheme not in {"", "http", "https"}:
                self.faults.append(f"{tag} {name}={value}")
            if tag in {"img", "link", "script", "source", "video"} and "evil" in (value or ""):
                self.faults.append(f"{tag} loads {value}")

    def handle_data(self, data):
        self.text.append(data)


def test_pages_hold_text_only(hostile):
    """No page has an element, attribute or address that runs or loads what a file brought along."""
    project, _ = hostile
    pages = list((project / "site").rglob("*.html"))
    assert len(pages) > 200
    faults = []
    for path in pages:
        page = _Page(path)
        page.feed(path.read_text(encoding="utf-8"))
        faults += [f"{path.relative_to(project)}: {fault}" for fault in page.faults]
    assert faults == []


def test_payloads_are_read_as_text(hostile):
    """What an attacker wrote stands on the page, so that readers see what the article really says."""
    project, _ = hostile
    told = []
    for path in (project / "site" / "events").rglob("*.html"):
        page = _Page(path)
        page.feed(path.read_text(encoding="utf-8"))
        told.append(" ".join("".join(page.text).split()))
    seen = [
        payload for payload in CASES["SCRIPTS"] if any(" ".join(payload.split()) in text for text in told)
    ]
    assert seen == list(CASES["SCRIPTS"])


def test_nothing_runs_in_a_browser(hostile, browser):
    """In a real browser, under the theme's policy, no page runs a payload, opens a box, asks another host."""
    project, _ = hostile
    site = project / "site"
    context = browser.new_context()
    page = context.new_page()
    faults = []
    page.on("dialog", lambda dialog: (faults.append(f"box {page.url}"), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.append(f"error {page.url}: {error}"))
    page.on("request", lambda asked: asked.url.startswith("file:") or faults.append(f"asked {asked.url}"))
    for path in [
        site / "index.html",
        *sorted(site.rglob("events/*.html")),
        *sorted(site.rglob("events/*/*.html")),
    ]:
        page.goto(path.as_uri(), wait_until="load")
        if page.evaluate("() => window.pwned"):
            faults.append(f"ran {path}")
    context.close()
    assert faults == []
