"""TimelineJS itself shows what `dateline export timelinejs` writes."""

import base64
import hashlib
import io
import subprocess
import tarfile
import tempfile
import threading
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dateline.exchange import export_events
from dateline.model import Article, Event, Source

PACKAGE, VERSION = "@knight-lab/timelinejs", "3.9.11"
# As the registry told it of this version; what it gives must be this.
SHA512 = "+jUuY1OJ+9zSO5O3AfYSLd1yB0vQkm22zyIElz8BWT5DQ9mL0rsxlQkBKAqLbWpJjFuAAJeqzLY35xFIg6GW4g=="
PAGE = """<!doctype html>
<html lang="en"><head><title>x</title><link rel="stylesheet" href="dist/css/timeline.css"></head>
<body><div id="timeline" style="width: 100%; height: 600px"></div>
<script src="dist/js/timeline.js"></script>
<script>
window.timeline = new TL.Timeline("timeline", "timeline.json", {font: null, ga_measurement_id: null});
</script>
</body></html>
"""
EVENTS = [
    Event(
        "month", "1998-05", "Ferry sinks <b>off</b> Exampleton & more", summary="All *on board* were saved."
    ),
    Event("about", "1999~", "Inquiry opens"),
    Event(
        "span",
        "2001-02-03/2001-02-05",
        "Hearing",
        tags=("court",),
        sources=(Source("gazette", "“It was the <fog>.”", speaker="Ada Sample"),),
    ),
    Event("since", "2002-06/..", "New ferry"),
    Event("time", "2003-04-05T15:44+02:00", "Bell rings"),
    Event("ancient", "-0043-03-15", "First ferry"),
]
ARTICLES = [Article("gazette", "Fog", "Text.", outlet="Gazette", url="https://example.org/fog")]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture(scope="session")
def timelinejs():
    """The folder of the package: fetched with npm once, checked, and kept for the next run."""
    cache = Path(tempfile.gettempdir()) / f"dateline-timelinejs-{VERSION}.tgz"
    if not cache.is_file():
        with tempfile.TemporaryDirectory() as folder:
            packing = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
            name = subprocess.run(
                packing, cwd=folder, check=True, capture_output=True, text=True
            ).stdout.strip()
            cache.write_bytes((Path(folder) / name).read_bytes())
    return cache.read_bytes()


@pytest.fixture
def opened(timelinejs, tmp_path, browser):
    """A page on which TimelineJS shows the events; no request leaves this machine."""
    assert base64.b64encode(hashlib.sha512(timelinejs).digest()).decode() == SHA512
    with tarfile.open(fileobj=io.BytesIO(timelinejs)) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / "package"
    stamp = datetime(2024, 5, 6, tzinfo=UTC)
    made = export_events("timelinejs", EVENTS, ARTICLES, title="Ferries & <more>", language="en", stamp=stamp)
    (folder / "timeline.json").write_text(made.text, encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(lambda url: not url.startswith(address), lambda route: route.abort())
    page.goto(address)
    page.locator(".tl-slide .tl-headline").first.wait_for(timeout=20_000)
    yield page
    assert errors == []
    context.close()
    server.shutdown()


def test_timelinejs_shows_every_title_and_date(opened):
    """The title slide and a slide for each event, with its date as uncertain as it is."""
    slides = opened.locator(".tl-slide")
    assert slides.count() == len(EVENTS) + 1
    assert "Ferries & <more>" in slides.first.inner_text()
    shown = opened.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.tl-slide')].slice(1).map(slide => ["
        " slide.querySelector('.tl-headline').innerText.trim(),"
        " slide.querySelector('.tl-headline-date').innerText.trim()]))"
    )
    assert {title: date.casefold() for title, date in shown.items()} == {
        "Ferry sinks <b>off</b> Exampleton & more": "may 1998",
        "Inquiry opens": "about 1999",
        "Hearing": "february 3, 2001 — february 5, 2001",
        "New ferry": "since june 2002",
        "Bell rings": "3:44 pm april 5, 2003",
        "First ferry": "march 15, 44 bce",
    }


def test_timelinejs_shows_texts_and_quotes_as_text(opened):
    """Summary and quote are there, and their signs are no markup."""
    texts = opened.locator(".tl-text-content").all_text_contents()
    assert any("All *on board* were saved." in text for text in texts)
    assert any("“It was the <fog>.”" in text and "Ada Sample, Gazette" in text for text in texts)
    assert opened.locator(".tl-slide fog").count() == 0
    assert opened.locator(".tl-headline b").count() == 0


def test_timelinejs_draws_a_marker_for_each_event_and_groups_by_tag(opened):
    assert opened.locator(".tl-timemarker").count() == len(EVENTS)
    assert [group.strip() for group in opened.locator(".tl-timegroup").all_text_contents()] == ["court", ""]


def test_the_events_are_those_that_were_exported(opened):
    """TimelineJS keeps our ids, so that a slide can be linked."""
    slides = opened.evaluate("() => window.timeline.config.events.map(event => event.unique_id)")
    assert sorted(slides) == sorted(event.id for event in EVENTS)
