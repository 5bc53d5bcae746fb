"""Whom a pronoun stands for, within one article."""

import pytest

from dateline.extraction.mending import mend
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.who.cast import Cast
from dateline.extraction.wording.phrases import Wording
from dateline.parsing import parse


def meant(*sentences):
    """Who is meant by each "he", "him", "his", "she" and "her" of some sentences, in order."""
    docs = list(parse(sentences, "en"))
    for doc in docs:
        mend(doc, "en")
    wording = Wording(Cast(docs, "en"))
    pronouns = (t for doc in docs for t in doc if t.lower_ in {"he", "him", "his", "she", "her"})
    found = (antecedent(each, wording.cast) for each in pronouns)
    return [each and wording.noun_phrase(each, after=False) for each in found]


@pytest.mark.parametrize(
    ("sentences", "people"),
    [
        # Who was told of in sentence after sentence, not who was named by the way.
        (
            (
                "Pavel Orlec, a beekeeper, lives in Kesten.",
                "His only helper is Tom Reed.",
                "He opened his first hive in 1990.",
                "On the eve of the funeral of Emil Vass, he will close the last one.",
            ),
            ["Pavel Orlec"] * 4,
        ),
        (
            ("Greta Lind taught in Kesten until May.", "On the birthday of Queen Maud, she will retire."),
            ["Greta Lind"],
        ),
        # Nor whom somebody married, nor a daughter.
        (
            (
                "Greta Lind painted boats.",
                "In addition to her daughter, she leaves two sons.",
                "She moved to Kesten in 1980.",
            ),
            ["Greta Lind"] * 3,
        ),
        (
            ("Pavel Orlec wrote his letters to Emil Vass in prison, until the police turned him away.",),
            ["Pavel Orlec"] * 2,
        ),
        # Who is new and what the last sentence was about comes before who was told of long before.
        (
            (
                "Pavel Orlec rang the mayor on Monday.",
                "He had waited for a week.",
                "The mayor, Emil Vass, opened the gate.",
                "He apologised.",
            ),
            ["Pavel Orlec", "Emil Vass"],
        ),
        # Who is quoted speaks of others as "he".
        (
            (
                "Pavel Orlec went on trial in Kesten.",
                'The prosecutor, Emil Vass, said: "At that time he was selling the boat."',
            ),
            ["Pavel Orlec"],
        ),
        # Whose life is told, since it is over, stays in mind whoever comes in between.
        (
            (
                "Pavel Orlec Dahl, who built half the boats of Kesten, died on Sunday.",
                "Orlec was born in Oslo in 1931.",
                "The minister, Emil Vass, a rival of old, praised the boats.",
                "The flags of the harbour flew low.",
                "His wife died in 2009.",
            ),
            ["Pavel Orlec Dahl"],
        ),
        # Nor is a team with a name somebody.
        (
            (
                "Greta Lind broke an arm in May.",
                "Her team at the time, Vessel, did not race, and she spent the winter in a bakery.",
                "She began to ride again in June.",
            ),
            ["Greta Lind"] * 3,
        ),
        # Of whom somebody speaks is more in mind than who speaks.
        (("Tom Reed said Emil Vass had lost a million.", "He sold the house in May."), ["Emil Vass"]),
        # Who spoke goes on to, though the recogniser took him for no person.
        (
            (
                "Emil Vass met Tom Reed.",
                "Qasim Bandar told reporters that Reed was late.",
                "The visit was short, he argued.",
            ),
            ["Qasim Bandar"],
        ),
        # Who denied or promised something goes on to speak.
        (
            (
                "Emil Vass rejected the plan.",
                "Pavel Orlec, a farmer, has two sons.",
                "He denied that the river was poisoned.",
            ),
            ["Pavel Orlec"],
        ),
        # Nobody whom the article shows to be a man is "she".
        (("Pavel Orlec married Greta Lind in 1970.", "She died in 1999."), ["Greta Lind"]),
        (("Pavel Orlec met Greta Lind in 1970.", "She thanked him in 1999."), ["Greta Lind", "Pavel Orlec"]),
        # Who is named in the second sentence is the one of the first.
        (
            (
                "A baker from Kesten swam the strait on Monday.",
                "Rivka Orlec, 40, left at dawn.",
                "She came home at dusk.",
            ),
            ["Rivka Orlec"],
        ),
        (("A clerk named Emil Vass stole the seal in May.", "He sold it in June."), ["Emil Vass"]),
        # Letters behind a name are no part of it.
        (("Greta Lind KC spoke first.", "Lind said she would appeal."), ["Greta Lind"]),
    ],
)
def test_he_and_she(sentences, people):
    """A pronoun means who is most in mind, by part, nearness and how often, and of whom it can be said."""
    assert meant(*sentences) == people


def test_nobody_clearly():
    """Where two may be meant as well as each other, nobody is."""
    assert meant("Emil Vass and Tom Lind met in Kesten.", "He left at noon.") == [None]


def test_a_long_article():
    """However many pronouns follow one another, each is found without going back through all of them."""
    people = meant("Pavel Orlec arrived.", *["He wrote a letter."] * 1500)
    assert people == ["Pavel Orlec"] * 1500
