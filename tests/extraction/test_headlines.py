"""A headline is the title of what it tells, where it can stand without its article."""

import pytest

from dateline.extraction import find_mentions
from dateline.model import Article

_OPENING = (
    "Norvian senator Mara Tessel was arrested on 3 May over bribes from a builder in Kesten. "
    "Her lawyer went to the prison."
)


def _titles(headline, text=_OPENING):
    article = Article("a", headline, text, published="2021-05-12")
    return [mention.title for mention in find_mentions(article) if mention.title]


def test_a_headline_titles_what_it_tells():
    """Nobody words the news of an article better than who wrote it; names are told in full."""
    assert _titles("Tessel arrested over Kesten builder’s bribes") == [
        "Mara Tessel arrested over Kesten builder’s bribes",
        "Mara Tessel’s lawyer goes to prison",
    ]


def test_a_capital_on_every_word_goes():
    """Words that the article writes small are small in the title, names keep their capitals."""
    found = _titles("Senator Mara Tessel Arrested Over Bribes From Kesten Builder")
    assert found[0] == "Senator Mara Tessel arrested over bribes from Kesten builder"


@pytest.mark.parametrize(
    "headline",
    [
        "Was senator Tessel arrested over bribes?",
        "Tessel: senator arrested over bribes",
        "Senator Tessel arrested on Monday over bribes",
        "Senator Tessel ‘arrested over bribes’",
        "Tessel not arrested over bribes",
        "Senator Tessel to be arrested over bribes",
        "Senator Tessel’s lawyer praises builders",
        "Nine senators arrested over bribes with Tessel",
        "Our senator Tessel arrested over bribes",
        "Tessel arrested, says builder who paid bribes in Kesten, police say so too",
        "Senator arrested",
    ],
)
def test_other_headlines_do_not(headline):
    """A question, label, quotation, date, denial or plan, another deed or number is no title of it."""
    assert _titles(headline)[0] == "Mara Tessel arrested over bribes from builder in Kesten"


def test_a_headline_of_what_another_passage_tells_is_no_title_of_the_first():
    """The verb of the headline says which happening of a sentence it is."""
    text = "Funerals of two miners who died in a blast in Kesten on 3 May were held on 9 May."
    found = _titles("Miners killed by blast buried in Kesten", text)
    assert "Miners killed by blast buried in Kesten" not in found
