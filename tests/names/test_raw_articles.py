"""What the five raw articles must give: who is one, whatever an article calls him."""

import pytest

from dateline.extraction import read
from dateline.names import Names, propose


@pytest.fixture(scope="module")
def readings(raw_articles):
    return {number: read(article) for number, article in raw_articles.items()}


@pytest.fixture(scope="module")
def names(readings):
    return propose((naming for reading in readings.values() for naming in reading.namings), Names())


def names_of(readings, names, kind, words):
    """The names that the forms holding one of some words stand for, each in its article."""
    return {
        names.canonical(form, kind, naming.article)
        for reading in readings.values()
        for naming in reading.namings
        for form in naming.forms
        if naming.kind == kind and words & set(form.replace("-", " ").split())
    }


def test_the_minister_of_three_long_spellings_is_one_man(readings, names):
    """And so he is by either of his surnames alone."""
    assert (
        len(
            names_of(readings, names, "person", {"Thabet", "Reda", "Reza", "Abbasi"})
            - {name for name in names_of(readings, names, "person", {"Reza"}) if "Ashtiani" in name}
        )
        == 1
    )


def test_the_guards_are_one_body(readings, names):
    """By their letters, in full and in short."""
    assert len(names_of(readings, names, "organisation", {"IRGC", "Guard", "Guards"})) == 1


def test_the_armed_group_of_many_names_is_one(readings, names):
    """Whatever its enemies call it."""
    assert len(names_of(readings, names, "organisation", {"Daesh", "ISIS", "ISIL", "State"})) == 1


def test_ministers_of_two_states_stay_apart(readings, names):
    """They share a name in the middle and an office."""
    assert len(names_of(readings, names, "person", {"Ashtiani", "Abbasi", "Bagheri", "Salami"})) == 4
