"""Who is a man and who a woman, as far as an article shows it."""

import pytest

from dateline.extraction.who.genders import Genders
from dateline.parsing import parse


def genders(*sentences):
    """What some sentences show of the people that they name."""
    found = Genders("en")
    for doc in parse(sentences, "en"):
        for entity in doc.ents:
            if entity.label_ == "PERSON":
                found.note(entity)
    return found


@pytest.mark.parametrize(
    ("sentence", "name", "gender"),
    [
        ("Mr. Tarrow left the room.", "Tarrow", "he"),
        ("Later Mrs. Tarrow told reporters in London that she agreed.", "Tarrow", "she"),
        ("The spokeswoman Kim Tarrow left the room.", "Kim Tarrow", "she"),
        ("He met Elena Tarrow in London.", "Tarrow", "she"),
        ("Kim Tarrow left the room.", "Kim Tarrow", None),
    ],
)
def test_signs(sentence, name, gender):
    """A title, a noun beside the name or a given name shows it; where nothing does, it stays open."""
    assert genders(sentence).of(name) == gender


def test_signs_against_each_other():
    """Of signs that speak against each other as often, none counts."""
    found = genders(
        "Later Mr. Tarrow told reporters that he agreed.", "Later Mrs. Tarrow told reporters that she agreed."
    )
    assert found.of("Tarrow") is None
