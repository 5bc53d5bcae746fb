"""Who and what one article names: in full, in short, by letters, and with which titles."""

import pytest

from dateline.extraction import read
from dateline.model import Article


def namings(text):
    """What a text names, by name."""
    return {naming.name: naming for naming in read(Article("a", "A title", text)).namings}


@pytest.fixture(scope="module")
def story():
    return namings(
        "Kenyan Finance Minister James Mwangi Otieno met Sarah Collins, head of the World Harbour Fund "
        "(WHF), in Mombasa on Tuesday.\n\n"
        "Otieno said the WHF would pay. Collins praised Kenya’s ports. The Fund’s chief executive, Peter "
        "Adams, was absent.\n\n"
        "“We trust the Fund,” Mr. Otieno said. James Otieno flew home to Nairobi. Collins stayed in Mombasa."
    )


def test_a_person_goes_by_the_fullest_form(story):
    """With the surname alone, and the name without its middle, as other forms."""
    assert story["James Mwangi Otieno"].forms == ("James Mwangi Otieno", "James Otieno", "Otieno")
    assert story["James Mwangi Otieno"].kind == "person"
    assert story["James Mwangi Otieno"].count == 4


def test_titles_and_roles_beside_a_name_are_kept(story):
    """Before the name, after it, and before it with a comma; in lower case."""
    assert "kenyan finance minister" in story["James Mwangi Otieno"].roles
    assert "head of the world harbour fund" in story["Sarah Collins"].roles
    assert any("chief executive" in role for role in story["Peter Adams"].roles)


def test_letters_in_brackets_and_short_forms_are_a_bodys(story):
    """The full name comes first, its letters and its last word stand for it from then on."""
    fund = story["World Harbour Fund"]
    assert fund.kind == "organisation"
    assert set(fund.forms) >= {"World Harbour Fund", "WHF"}


def test_places_are_counted(story):
    """Every time that they are named."""
    assert (story["Mombasa"].kind, story["Mombasa"].count) == ("place", 2)


def test_names_come_by_kind_and_name(story):
    """The order does not depend on the text's."""
    order = [(("person", "organisation", "place").index(n.kind), n.name) for n in story.values()]
    assert order == sorted(order)


def test_other_names_that_a_text_declares_are_forms():
    """In brackets, all that are listed; after a comma too."""
    found = namings(
        "Troops fought the Northern Sun Brigade (also known as Sunrise or NSB) near Lagos on Monday. "
        "The Harbour Workers Union, formerly known as Dockers United, went on strike in Lagos."
    )
    brigade = next(n for n in found.values() if "NSB" in n.forms)
    assert {"Northern Sun Brigade", "Sunrise"} <= set(brigade.forms)
    union = next(n for n in found.values() if "Dockers United" in n.forms)
    assert union.name == "Harbour Workers Union"


def test_a_surname_of_two_people_is_neither_ones():
    """A form that fits two is left out."""
    found = namings(
        "Anna Keller and Martin Keller sued the town of Bern on Friday. Keller won, the court said."
    )
    assert {"Anna Keller", "Martin Keller"} <= found.keys()
    assert all("Keller" not in naming.forms for naming in found.values())


def test_names_always_short_for_another_go_by_it():
    """The countries and the world's bodies that everybody knows by their letters."""
    found = namings("The U.S. and the EU imposed sanctions on Friday. Britain and NATO followed on Sunday.")
    assert set(found) == {
        "United States",
        "European Union",
        "United Kingdom",
        "North Atlantic Treaty Organization",
    }
    assert "U.S." in found["United States"].forms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He said it would rain on Friday.",
        "The minister resigned. The president’s office did not comment.",
        "1,200 people fled; 37.8 percent came back in 2019.",
    ],
)
def test_what_is_no_name_is_none(text):
    """Numbers, common nouns and titles without a bearer."""
    assert namings(text) == {}


def test_possessives_articles_and_line_breaks_are_no_part_of_a_name():
    """A name is the same however grammar bends it."""
    found = namings("The Velmark\nCouncil’s plan failed on Monday. Anna Keller’s lawyers left Paris.")
    assert all("’" not in name and "\n" not in name and not name.lower().startswith("the ") for name in found)
    assert "Anna Keller" in found


def test_participants_know_their_kind():
    """A person, a body and a place; none for a common noun."""
    reading = read(
        Article(
            "a", "A title", "Peter Adams met soldiers in Kenya on May 3, 2020. Kenya arrested Peter Adams."
        )
    )
    kinds = {p.name: p.kind for mention in reading.mentions for p in mention.participants}
    assert kinds["Peter Adams"] == "person"
    assert kinds["Kenya"] == "place"
    assert all(kind is None for name, kind in kinds.items() if name == "soldiers")
