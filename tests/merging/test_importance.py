"""How much events weigh among those of one timeline."""

import pytest

from dateline.merging.events import merge


def weights(*readings):
    """The importance of each event, by title."""
    found = merge(sorted(readings, key=lambda each: each.article.id)).events
    return {event.title: event.importance for event in found}


@pytest.fixture
def lone(mention, reading):
    """Eight events that have nothing in common, each of which one article tells."""
    return [
        reading(
            mention(
                f"X{n}",
                f"verb{n}",
                f"Y{n}",
                tag="attack",
                date=f"2014-0{n}-03",
                dated="then",
                article=f"f{n}",
            )
        )
        for n in range(1, 9)
    ]


def test_what_many_tell_outweighs_what_one_tells(mention, reading, lone):
    """An event with sources in five outlets is the heaviest of a timeline; what one tells is not."""
    told = [
        reading(
            mention(
                "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="then", article=name
            )
        )
        for name in "abcde"
    ]
    found = weights(*told, *lone)
    assert found.pop("Ana Ruiz meet Tom Lee") == 5
    assert max(found.values()) <= 3


def test_a_day_that_articles_come_back_to_weighs_more(mention, reading, phrase):
    """Of two events that one article tells each, that counts for more whose day others name long after."""
    one = reading(mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="then"))
    other = reading(
        mention("Kesten", "sink", "Aurora", tag="disaster", date="2015-06-09", dated="then", article="b")
    )
    later = [
        reading(
            mention(f"X{n}", "say", "no", tag="statement", article=f"c{n}", title=""),
            published=f"2015-1{n}-01",
            phrases=[phrase(0, "2015-06-09")],
        )
        for n in range(3)
    ]
    found = weights(one, other, *later)
    assert found["Kesten sink Aurora"] > found["Ana Ruiz meet Tom Lee"]


def test_equal_events_weigh_the_same(lone):
    """Nothing but the evidence picks an event out."""
    assert len(set(weights(*lone).values())) == 1
