"""The articles of this repository to events, by a golden file."""

from pathlib import Path

import yaml

from dateline.articles import read_article
from dateline.merging import build_events

ARTICLES = Path(__file__).parents[2] / "content" / "articles"
GOLDEN = Path(__file__).with_name("digests.yml")


def test_digests():
    """The five digests give exactly these events, in order of time, each told by its article."""
    golden = yaml.load(GOLDEN.read_text(encoding="utf-8"), yaml.BaseLoader)
    events = build_events(read_article(path) for path in ARTICLES.glob("*.md"))
    told = []
    for event in events:
        facts = {"date": event.date, "title": event.title, "article": event.sources[0].article}
        if event.kind != "happened":
            facts["kind"] = event.kind
        if event.sources[0].speaker:
            facts["speaker"] = event.sources[0].speaker
        told.append(facts)
    by_title = {facts["title"]: facts for facts in told}
    assert by_title == {facts["title"]: facts for facts in golden}
    assert len(told) == len(golden)
