"""Whose name is whose, and how much a shared name says."""

import pytest

from dateline.extraction import read
from dateline.model import Article, Naming, Reading
from dateline.publication.people import Fame, People, same_person, who_is_a_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ferreira", "Ana Ferreira"),
        ("Yusuf Karimov", "Yousef Karimow"),
        ("Mohammed Saeed al-Harbi", "Muhammad Said Harbi"),
        ("Ana Lucia Ferreira", "Ana Ferreira"),
        ("Omar Khalid Rashid Nasser", "Omar Khaled Rasheed"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_spellings_of_one_name(one, other):
    """Vowels, doubled letters, particles, accents and middle names may differ."""
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ferreira", "Rui Ferreira"),
        ("Ana Ferreira", "Ana Pereira"),
        ("Mohammed bin Rashid", "Mohammed bin Tahir"),
        ("Omar Nasser", "Khalid Omar Nasser Harbi"),
        ("Ferreira", "Ana Ferreira"),
        ("", "Ana Ferreira"),
    ],
)
def test_names_of_two_people(one, other):
    """Siblings, namesakes, a bare surname and a name inside another's are not one person's."""
    assert not same_person(one, other)
    assert not same_person(other, one)


def _reading(id_, text, *namings):
    return Reading(Article(id_, "", text), (), (), namings)


def _named(id_, name, kind="person", *forms):
    return Naming(id_, name, kind, (name, *forms))


def test_a_person_is_found_by_every_form_of_the_name():
    """Once named in full, a surname is enough; a longer word that holds it is not."""
    text = "Ana Ferreira spoke. Ferreira left Ferreiras."
    reading = _reading("a", text, _named("a", "Ana Ferreira", "person", "Ferreira"))
    people = People(reading, who_is_a_person([reading]))
    assert [text[p.passage.start + p.start :][:8] for p in people.places("Anna Ferreira")] == [
        "Ana Ferr",
        "Ferreira",
    ]
    assert people.places("Rui Ferreira") == []


def test_most_articles_decide_who_is_a_person():
    """A recogniser errs in one article; the others outvote it."""
    readings = [
        _reading("a", "", _named("a", "Ilsa Vernholt")),
        _reading("b", "", _named("b", "Ilsa Vernholt")),
        _reading("c", "", _named("c", "Ilsa Vernholt", "place"), _named("c", "Bergen", "place")),
    ]
    assert who_is_a_person(readings) == {"Ilsa Vernholt": True, "Bergen": False}


def test_the_fewer_articles_name_someone_the_more_the_name_says():
    """In a small set no name is common, however many of its articles have it."""
    few = [_reading(str(n), "", _named(str(n), "Ana Ferreira")) for n in range(3)]
    many = [_reading(str(n), "", _named(str(n), "Ana Ferreira")) for n in range(300)]
    rare = _reading("rare", "", _named("rare", "Rui Costa"))

    def fame(readings):
        persons = who_is_a_person(readings)
        return Fame(People(reading, persons) for reading in readings)

    assert fame(few).rarity("Anna Ferreira") > 2
    assert fame([*many, rare]).rarity("Ana Ferreira") < 0.5
    assert fame([*many, rare]).rarity("Rui Costa") > 5


def test_the_people_of_a_real_reading():
    """Extraction says who stands where; bodies and places are no people."""
    reading = read(Article("x", "", "Senator Amara Lind left Oslo. Lind works for the World Bank."))
    people = People(reading, who_is_a_person([reading]))
    assert people.names == ("Amara Lind",)
    assert people.places("Amara Lind")
