"""Pages of other timelines with the same events, for pages.py to measure beside ours.

FOLDER holds them: ``node_modules`` with vis-timeline and @knight-lab/timelinejs, ``python`` with
neoteroi-mkdocs. README.md says how they get there.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import yaml
from synthetic import archive

from dateline.exchange import export_events

_HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Timeline</title>'
_WHEEL = "wheel:#timeline"


def _exported(count: int) -> list[dict[str, Any]]:
    """Return the events of a made-up archive as TimelineJS has them."""
    events, articles = archive(count)
    stamp = datetime(2026, 1, 1, tzinfo=UTC)
    made = export_events("timelinejs", events, articles, title="Archive", language="en", stamp=stamp)
    exported: list[dict[str, Any]] = json.loads(made.text)["events"]
    return exported


def _day(event: dict[str, Any]) -> str:
    start = event["start_date"]
    return f"{int(start['year']):04}-{int(start.get('month', 1)):02}-{int(start.get('day', 1)):02}"


def plain_list(rivals: Path, site: Path, events: list[dict[str, Any]]) -> None:
    """Write a list without a script, whose items are laid out when they come into sight."""
    del rivals
    style = "<style>li{content-visibility:auto;contain-intrinsic-size:auto 5em}</style>"
    items = "".join(
        f"<li><time>{_day(event)}</time><h2>{escape(event['text']['headline'])}</h2>"
        f"<p>{escape(event['text'].get('text', ''))}</p></li>"
        for event in events
    )
    (site / "index.html").write_text(f"{_HEAD}{style}<h1>Archive</h1><ol>{items}</ol>", encoding="utf-8")


def vis_timeline(rivals: Path, site: Path, events: list[dict[str, Any]]) -> None:
    """Write a page with vis-timeline, its items as it wants them."""
    kit = rivals / "node_modules" / "vis-timeline"
    shutil.copy(kit / "standalone" / "umd" / "vis-timeline-graph2d.min.js", site)
    shutil.copy(kit / "styles" / "vis-timeline-graph2d.min.css", site)
    items = [
        {"id": number, "content": escape(event["text"]["headline"]), "start": _day(event)}
        for number, event in enumerate(events)
    ]
    (site / "index.html").write_text(
        f'{_HEAD}<link rel="stylesheet" href="vis-timeline-graph2d.min.css"><div id="timeline"></div>'
        '<script src="vis-timeline-graph2d.min.js"></script><script>'
        f"new vis.Timeline(document.getElementById('timeline'), {json.dumps(items)}, {{ maxHeight: 600 }})"
        "</script>",
        encoding="utf-8",
    )


def timelinejs(rivals: Path, site: Path, events: list[dict[str, Any]]) -> None:
    """Write a page with TimelineJS3."""
    shutil.copytree(rivals / "node_modules" / "@knight-lab" / "timelinejs" / "dist", site / "dist")
    given = json.dumps({"events": events})
    (site / "index.html").write_text(
        f'{_HEAD}<link rel="stylesheet" href="dist/css/timeline.css">'
        '<div id="timeline" style="height: 600px"></div><script src="dist/js/timeline.js"></script>'
        f"<script>new TL.Timeline('timeline', {given}, {{ font: null }})</script>",
        encoding="utf-8",
    )


def neoteroi(rivals: Path, site: Path, events: list[dict[str, Any]]) -> None:
    """Build a site with MkDocs and the timeline of neoteroi-mkdocs."""
    source = site / "source"
    (source / "docs").mkdir(parents=True)
    items = [
        {
            "title": event["text"]["headline"],
            "content": event["text"].get("text", ""),
            "sub_title": _day(event),
        }
        for event in events
    ]
    block = yaml.safe_dump(items, allow_unicode=True, sort_keys=False)
    (source / "docs" / "index.md").write_text(
        f"# Archive\n\n::timeline::\n\n{block}\n::/timeline::\n", encoding="utf-8"
    )
    (source / "mkdocs.yml").write_text(
        "site_name: Archive\ntheme: mkdocs\nmarkdown_extensions: [neoteroi.timeline]\n", encoding="utf-8"
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site / "built"],
        cwd=source,
        check=True,
        env=os.environ | {"PYTHONPATH": str(rivals / "python")},
    )
    shutil.copytree(site / "built", site, dirs_exist_ok=True)


Write = Callable[[Path, Path, list[dict[str, Any]]], None]
RIVALS: list[tuple[str, Write, list[str]]] = [
    ("plain list", plain_list, ["scroll"]),
    ("vis-timeline", vis_timeline, ["drag:#timeline", _WHEEL]),
    ("TimelineJS3", timelinejs, ["click:.tl-slidenav-next", _WHEEL]),
    ("neoteroi", neoteroi, ["scroll"]),
]
"""Name, what writes its page, and what a reader can do with it."""


def write(rivals: Path, site: Path, count: int, writer: Write) -> None:
    """Write the page of a rival into a folder that is not there yet."""
    site.mkdir(parents=True)
    writer(rivals, site, _exported(count))
