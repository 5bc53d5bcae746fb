"""Words of many senses: the tag that each has by who does it, to what, and where."""

import pytest

from dateline.extraction import find_mentions
from dateline.extraction.lexicon import table_of
from dateline.model import Article


def tags_of(text):
    """The tags of what a text tells, in its order."""
    found = find_mentions(Article("a", "A", text, published="2024-05-15"))
    return [" ".join(mention.tags) for mention in found if mention.date]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The navy sank a ferry on Monday. The ferry sank on Tuesday.", ["attack", "disaster"]),
        ("Saboteurs blew up a bridge on Monday. The rig blew up on Tuesday.", ["attack", "disaster"]),
        ("Guards beat prisoners on Monday. Norvia beat Kesten in the final on Tuesday.", ["attack", "sport"]),
        ("Police seized cocaine on Monday. Rebels seized the town on Tuesday.", ["justice", "conquest"]),
        ("Pirates seized nine sailors on Monday. The colonel seized power in 1991.", ["attack", "office"]),
        ("Two men were charged on Monday. The bank charged customers $5 on Tuesday.", ["justice", ""]),
        ("Police released two men on Monday. The band released an album on Tuesday.", ["justice", "culture"]),
        ("The minister released a report on Monday. The lake released gas on Tuesday.", ["statement", ""]),
        ("A clinical trial began on Monday. The trial of Ana Ruiz began on Tuesday.", ["science", "justice"]),
        (
            "Ana Ruiz joined Norvia Air in 2001. Norvia joined the European Union in 2004.",
            ["office", "agreement"],
        ),
        (
            "Shares in Orla rose by 4 per cent on Monday. Ana Ruiz rose from her chair on Tuesday.",
            ["change", ""],
        ),
        (
            "Ana Ruiz addressed parliament on Monday. She addressed the shortage on Tuesday.",
            ["statement", ""],
        ),
        ("Teachers walked out on Monday. Ana Ruiz walked out on Tuesday.", ["protest", ""]),
        ("Ana Ruiz finished second on Monday. The dam was finished on Tuesday.", ["sport", "founding"]),
        ("Rebels surrounded Kesten in 2015. Kesten fell on 3 May 2015.", ["", "conquest"]),
        ("Norvia Air released a program in 2015. The lake released gas in 2016.", ["business", ""]),
        (
            "Halden went into administration on Monday. Tom Lee went on trial on Tuesday.",
            ["business", "justice"],
        ),
        ("Tom Lee was found dead on Monday. He was born in Kesten in 1950.", ["death", "family"]),
        (
            "The race was turned upside down on Monday. The plan was turned down on Tuesday.",
            ["sport", "refusal"],
        ),
    ],
)
def test_a_word_of_many_senses_has_the_tag_of_the_one_that_it_has_there(text, tags):
    """One word names several kinds of happening; what stands beside it tells which, or none."""
    assert tags_of(text) == tags


def test_what_a_relative_clause_tells_has_its_tag_by_what_it_is_about():
    """The object of a clause stands before it: "the treaty which they signed"."""
    assert tags_of("The treaty, which Norvia signed in 2015, has lapsed.") == ["agreement"]
    assert tags_of("The register, which Norvia signed in 2015, is lost.") == [""]


@pytest.mark.parametrize("words", ["verbs", "nouns"])
def test_every_tag_of_a_sense_is_one_of_the_scheme(words):
    """The senses of words have no tag that the kinds do not have."""
    scheme = {*table_of("en", "kinds"), "none", "else"}
    for word, tags in table_of("en", "senses")[words].items():
        assert set(tags) <= scheme, word
