"""What an article opens with is told, wherever in the sentence it stands."""

import pytest

from dateline.extraction import find_mentions
from dateline.model import Article


def _told(text):
    found = find_mentions(Article("a", "A", text, published="2021-05-12"))
    return [mention.title for mention in found if mention.title]


_LIFE = (
    "Nora Sand, a chemist whose hand-mixed paints of the Mediterranean sea shore changed the way museums "
    "understood their pictures, died on April 29 in Orla."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Rescuers dug on Tuesday for survivors of a landslide that buried the village of Orla.",
            "Landslide buries village of Orla",
        ),
        (
            "Campaigners were dancing in the streets after the council voted to keep the pool.",
            "Council votes to keep pool",
        ),
        ("Firefighters fought a blaze that destroyed a mill in Kesten.", "Blaze destroys mill in Kesten"),
        (
            "A clerk who took money to pay for trips and a flat in Orla was jailed for two years yesterday.",
            "Clerk jailed for two years",
        ),
        (
            "A 19-year-old who broke into a power company pleaded guilty on Monday to fraud.",
            "19-year-old pleads guilty to fraud",
        ),
        ("Ilse Brandt, who has died aged 91, wrote the best novels of her time.", "Ilse Brandt dies aged 91"),
        (_LIFE, "Nora Sand dies in Orla"),
        (
            "Brenholm has posted its first annual loss since 1992.",
            "Brenholm posts its first annual loss since 1992",
        ),
        ("Norland Air, the loss-making carrier, is to shed 900 jobs.", "Norland Air to shed 900 jobs"),
        (
            "Two women are suing the state of Norvia for a million crowns.",
            "Two women sue state of Norvia for million crowns",
        ),
        ("Hana Sole, the dancer who has died at 94, fled Orla with one suitcase.", "Hana Sole dies at 94"),
        (
            "The hunt for a cure of rabies, a disease that kills thousands, ended on Sunday.",
            "Hunt for cure of rabies ends",
        ),
        (
            "A court has acquitted the head of the navy, Leo Hart, of charges that he sold boats.",
            "Court acquits Leo Hart",
        ),
        ("A jury found Tom Hale guilty of theft on Friday.", "Jury finds Tom Hale guilty of theft"),
        (
            "Kesten Dairies recalled all of its products on Tuesday.",
            "Kesten Dairies recalls all of its products",
        ),
        ("The Kesten index plunged by 300 points on Monday.", "Kesten index plunges by 300 points"),
        (
            "Tom Lee, who was a clerk last year, announced at the start of May he would recuse himself.",
            "Tom Lee announces he will recuse himself",
        ),
    ],
)
def test_the_news_of_the_lead_is_told(text, title):
    assert title in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two years after the quake that killed 900 people, the rebuilding of Orla is complete.",
        "The mayor thanked the crews, two years after a fire destroyed the mill.",
        "Every Monday for thirty years, Hanna Weiss has opened the gate of the museum with a brass key.",
        "The strike had begun. It was raining in Kesten when a man asked after the way.",
    ],
)
def test_what_is_long_ago_or_usual_is_no_news(text):
    told = " ".join(_told(text))
    assert not any(word in told for word in ("kills", "destroys", "opens", "begins"))


@pytest.mark.parametrize(
    "text",
    [
        "A clerk took 40,000 crowns from the till, a court in Kesten heard on Tuesday.",
        "Dan Orr warned the firm, five weeks before a train hit a bus and killed one, an inquiry was told.",
        "The engineer Ana Ruiz says she warned three managers before she went to the police.",
    ],
)
def test_what_is_recounted_long_after_is_no_news(text):
    """What a witness tells a court, and what people say that they did, was on no day that is known."""
    assert not [title for title in _told(text) if " warns " in title or " takes " in title]


@pytest.mark.parametrize(
    "text",
    [
        "The Ana Ruiz programme is broadcast on weekdays between 09:00 and 11:00 on Radio Norvia.",
        "The port of Kesten is opened at weekends between 09:00 and 11:00.",
        "The Ana Ruiz show is aired daily between 09:00 and 11:00 on Radio Norvia.",
    ],
)
def test_what_is_done_on_such_days_is_usual(text):
    assert _told(text) == []


def test_talks_that_say_whose_envoy_somebody_is_are_no_news():
    told = _told("Norvia keeps moving guns, the Kesten envoy to Orla talks on a truce, Tom Lee, has said.")
    assert not [title for title in told if "talks" in title]


@pytest.mark.parametrize(
    "text",
    [
        "Over the past century, floods have hit Norvia and Kesten.",
        "In recent decades Norvia has closed 40 mines, and Kesten has opened 12.",
        "Throughout history, Norvia has attacked Kesten.",
        "In the last five years Norvia has closed 40 mines.",
    ],
)
def test_what_went_on_for_years_is_no_news(text):
    """What a sentence opens with holds for all that it tells, also behind "and"."""
    assert _told(text) == []


def test_recent_days_are_not_years():
    assert _told("In recent days Norvia has closed 40 mines.") == ["Norvia closes 40 mines"]


def test_what_happened_on_the_very_day_of_something_else_is_no_news():
    assert _told("The very day the port of Kesten opened, Tom Lee resigned.") == []


def test_no_proof_given_is_no_happening():
    told = _told("Ana Ruiz said the bank in Kesten was safe, but has provided no proof.")
    assert told == ["Ana Ruiz says bank in Kesten is safe"]


def test_what_depends_on_a_condition_is_not_what_somebody_says():
    assert _told("The council said on Monday that rents would double if Norvia closed the port.") == []


def test_what_would_have_been_stays_so():
    told = _told("Ana Ruiz said on Monday that the toll would have doubled in a storm.")
    assert told == ["Ana Ruiz says toll would have doubled in storm"]
