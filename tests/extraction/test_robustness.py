"""Whatever the text, extraction ends and quotes what it read."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.extraction import find_mentions
from dateline.model import Article

WORDS = [
    "The", "the", "group", "company", "its", "head", "of", "they", "it", "said", "that", "who",
    "which", "and", "met", "killed", "was", "is", "will", "to", "in", "on", "Monday", "2014",
    "June", "since", "two", "days", "after", "before", "Ana", "Ruiz", "Norvia", "Geneva", "attack",
    "talks", "resigned", "from", "until", "by", "at", "6pm",
    "18:30", "dawn", "overnight", "noon",
    "close", ",", ".", "“", "”", "—",
]  # fmt: skip

_TANGLES = """\
who Ana talks Norvia overnight the The dawn to The
close 18:30 , Ruiz in the ” attack killed days two met by — ” 2014 the until its before is Monday ” June who \
6pm company head 18:30 was at which resigned Norvia of overnight — Norvia of days"""
BROKEN_ONCE = [line.split() for line in _TANGLES.splitlines()]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
@example(BROKEN_ONCE[0])
@example(BROKEN_ONCE[1])
def test_any_words_give_sound_mentions(words):
    """No order of words breaks it; every mention quotes its article and every title fits a headline."""
    article = Article("a", "A", " ".join(words), published="2015-10-21")
    for mention in find_mentions(article):
        assert article.text[mention.passage.start : mention.passage.end] == mention.passage.text
        assert mention.dated is None or mention.dated in mention.passage.text
        assert mention.title == "" or 2 <= len(mention.title.strip()) == len(mention.title) <= 90


def test_a_description_that_leads_back_to_itself_ends():
    """The head of the group and the group may stand for each other only once."""
    text = "The group met the head of the group. The company of the head of the company left it in May 2014."
    for mention in find_mentions(Article("a", "A", text)):
        assert len(mention.title) <= 90
