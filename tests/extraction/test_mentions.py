"""Articles to mentions, by golden files: a text of our own and what it tells."""

from pathlib import Path

import pytest
import yaml

from dateline.extraction import find_mentions
from dateline.model import Article, Speaker

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
    """The text gives exactly these dated mentions, in this order, each quoting its sentence."""
    golden = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    article = Article(path.stem, path.stem, golden["text"].strip(), published=golden["published"])
    mentions = [mention for mention in find_mentions(article) if mention.date and mention.title]
    assert [told(mention) for mention in mentions] == golden["events"]
    for mention in mentions:
        passage = mention.passage
        assert article.text[passage.start : passage.end] == passage.text
        assert mention.dated in passage.text


def test_what_is_not_dated_has_no_date():
    """A happening that the article does not date is told without a date, never with one made up."""
    article = Article(
        "a", "A", "Ana Ruiz met Tom Lee in Geneva. They had no comment.", published="2015-10-21"
    )
    meeting, comment = find_mentions(article)
    assert (meeting.title, meeting.date, meeting.dated) == ("Ana Ruiz meets Tom Lee in Geneva", None, None)
    assert (comment.title, comment.date, comment.passage.text) == ("", None, "They had no comment.")


def test_the_chain_of_who_says_so_is_kept():
    """Where an outlet has a statement from another, both stand on record."""
    text = "Ana Ruiz said on Monday that the port would close, according to Example News."
    found = find_mentions(Article("a", "A", text, published="2015-10-21"))
    assert Speaker("Ana Ruiz", "Example News") in {mention.speaker for mention in found}


def test_a_plan_for_a_day_gone_by_is_no_plan():
    """What was due before the article came out lapsed or happened; it is not told as still to come."""
    text = "Ana Ruiz was due to open the bridge on 3 May 2015. Tom Lee is to close the bridge on 3 May 2016."
    found = find_mentions(Article("a", "A", text, published="2015-10-21"))
    assert [(m.title, m.date, m.kind) for m in found if m.title] == [
        ("Tom Lee to close bridge", "2016-05-03", "planned")
    ]
