"""What the words of an article take for known."""

import pytest

from dateline.extraction.mentions import read
from dateline.model import Article


def references(text, published="2013-03-20"):
    """The references of an article with this text."""
    return read(Article("a", "News", text, published=published)).references


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("Critics praised the launch of the ferry.", "launch", {"launch", "ferry"}),
        (
            "Ana Ruiz began her third period of medical leave.",
            "leave",
            {"leave", "third", "period", "medical"},
        ),
        ("The pier burnt while the minister underwent liver surgery.", "surgery", {"liver", "surgery"}),
        ("The storming of the dam was filmed.", "storm", {"storming", "dam"}),
        ("Everyone saw what had sunk the ferry.", "sink", {"ferry"}),
    ],
)
def test_what_is_known_is_referred_to(text, predicate, words):
    """Definite nouns, those that belong to somebody, clauses of time and what "had" been are references."""
    found = [m for m in references(text) if m.predicate == predicate]
    assert found
    assert words <= set(found[0].words)
    assert not found[0].title


@pytest.mark.parametrize(
    "text",
    [
        "A launch is planned.",
        "Ana Ruiz spoke at a developers’ conference.",
        "Air strikes are no answer.",
        "Nobody expected the additional delay of the ferry.",
        "Critics deplored the further postponement of the launch.",
        "When the ferry sinks, the pier will close.",
    ],
)
def test_what_is_new_is_not(text):
    """What a passage tells first, what is usual and what is to come are none."""
    assert references(text) == ()


def test_the_end_of_something_is_no_happening_beside_it():
    """Of "the beginning of the siege" the siege is meant, in the words of both."""
    assert [(m.predicate, m.words) for m in references("He wrote since the beginning of the siege.")] == [
        ("besiege", ("siege", "beginning"))
    ]


def test_who_takes_part_is_named_in_full():
    """Whose it is counts as taking part; where the words do not say, who does it in the clause."""
    text = "Minister John Miller resigned. His resignation was a shock. Shares fell after Miller had sold it."
    found = {m.predicate: [p.name for p in m.participants] for m in references(text)}
    assert found == {"resign": ["John Miller"], "sell": ["John Miller"]}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Critics recall the killings of 15 February.", "2013-02-15"),
        ("Four days after the tanker hit the reef, oil came ashore.", "2013-03-16~"),
        ("Five years after the launch of the ferry, it is still in use.", "2008~"),
        ("Critics recall the launch of the ferry.", None),
    ],
)
def test_dates_are_those_of_the_words_or_counted_from_the_news(text, date):
    """A date in the noun phrase is its own; what an undated clause counts from is the day of the news."""
    assert references(text)[0].date == date


def test_the_first_is_told_from_the_new():
    """An adjective may set a happening off from the news, or as the news."""
    turns = [
        m.turn for m in references("The new agreement replaces the original agreement. The deal is off.")
    ]
    assert turns == ["latest", "earlier", None]
