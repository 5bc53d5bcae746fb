"""Articles to mentions, by golden files: a text of our own and what it tells."""

from pathlib import Path

import pytest
import yaml

from dateline.extraction import find_mentions
from dateline.model import Article

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yml"))


def told(mention):
    """What a golden file says of a mention: what is as usual is left out."""
    facts = {
        "date": mention.date,
        "title": mention.title,
        "dated": mention.dated,
        "kind": mention.kind,
        "speaker": mention.speaker.name if mention.speaker else None,
        "tags": " ".join(mention.tags),
    }
    usual = {"kind": "happened", "speaker": None, "tags": ""}
    return {key: value for key, value in facts.items() if key not in usual or value != usual[key]}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden(path):
    """The text gives exactly these mentions, in this order, each quoting its sentence."""
    golden = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    article = Article(path.stem, path.stem, golden["text"].strip(), published=golden["published"])
    mentions = find_mentions(article)
    assert [told(mention) for mention in mentions] == golden["events"]
    for mention in mentions:
        passage = mention.passage
        assert article.text[passage.start : passage.end] == passage.text
        assert mention.dated in passage.text


def test_no_date_no_mention():
    """An article that dates nothing tells nothing that a timeline can hold."""
    assert find_mentions(Article("a", "A", "The minister met reporters. They asked about the harbour.")) == []
