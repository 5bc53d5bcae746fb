"""The tense of the verb above a date, from the parse."""

import pytest

from dateline.extraction.passages import split_passages
from dateline.extraction.when.tense import tense_reader
from dateline.parsing import parse


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ministers met in Geneva on Friday.", "past"),
        ("The ministers will meet in Geneva on Friday.", "future"),
        ("The ministers plan to meet in Geneva on Friday.", "future"),
        ("The meeting is scheduled for Friday.", "future"),
        ("It rained. The ministers had met in Geneva on Friday.", "past"),
        ("Ana Ruiz joins the bank on Friday.", "future"),
        ("The bank publishes its results on Friday and moves to Kesten.", "future"),
        ("The analyst expects a bid on Friday.", "future"),
        ("The council is furious; its chair, Tom Lee, leaves on Friday.", "future"),
        ("Ana Ruiz knows what she did on Friday.", "past"),
        ("The shop is closed on Friday.", None),
        ("The shop usually closes on Friday.", None),
        ("May 12 – On Friday evening the ship reaches Kesten.", None),
        ("Friday", None),
    ],
)
def test_tense_at(text, tense):
    """A past verb says past; "will", a plan, what is due, a bare present say future; no verb says nothing."""
    passages = split_passages(text)
    tense_at = tense_reader(passages, list(parse((p.text for p in passages), "en")), "en")
    assert tense_at(text.index("Friday")) == tense
