"""Names against names.yml: what is another spelling, what a slip, and what neither."""

import pytest

from dateline.events.spellings import Spellings
from dateline.names import Name
from dateline.yaml_text import TextNode

ENTRIES = (
    Name("Harbour Office", "organisation", ("HO", "Port Office")),
    Name("Gregor Salander", "person", ("Gregory Salander",)),
    Name("Alexander Novak", "person"),
    Name("Ivanov", "person"),
    Name("Iran", "place"),
    Name("Zambia", "place"),
    Name("Velmark", "place", ("Republic of Velmark",)),
    Name("Velmark", "organisation", ("Velmark Lines", "VL")),
    Name("Volunteer Legion", "organisation", ("VL",)),
    Name("Brigade 450000", "organisation"),
    Name("Halden Sound", "place"),
    Name("Haldan Sound", "place"),
)


@pytest.fixture(scope="module")
def spellings():
    return Spellings(ENTRIES)


def told(spellings, key, name, cited=""):
    """What is said of a name in a file that cites an article of these words."""
    found = spellings.findings("a.yml", [(key, TextNode(name, 1, 1))], lambda words: words in cited)
    return [(one.fix, one.instead) for one in found]


@pytest.mark.parametrize(
    ("key", "name", "known"),
    [
        ("actors", "HO", "Harbour Office"),
        ("actors", "harbour office", "Harbour Office"),
        ("actors", "the Harbour Office", "Harbour Office"),
        ("speaker", "Gregory Salander", "Gregor Salander"),
        ("places", "Republic of Velmark", "Velmark"),
        ("actors", "Velmark Lines", "Velmark"),
    ],
)
def test_another_spelling_is_answered_with_the_name(spellings, key, name, known):
    assert told(spellings, key, name) == [(f"write {known}", known)]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Gregor Salender", "Gregor Salander"),
        ("Gregor Sallander", "Gregor Salander"),
        ("Gregor Salandr", "Gregor Salander"),
        ("Gregor Slaander", "Gregor Salander"),
        ("Harbor Office", "Harbour Office"),
        ("gregor salender", "Gregor Salander"),
    ],
)
def test_one_letter_more_less_other_or_moved_is_told_and_left_to_a_person(spellings, name, known):
    fix = f"write {known}, or, if another one is meant, add '{name}' to names.yml"
    assert told(spellings, "actors", name) == [(fix, None)]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("actors", "Gregor Salander"),
        ("actors", "Ada Sample"),
        ("places", "Iraq"),  # short
        ("places", "Gambia"),  # another first letter
        ("actors", "Ivanova"),  # another ending
        ("actors", "Alexandra Novak"),
        ("actors", "Brigade 450001"),
        ("actors", "Salander"),  # fewer words
        ("actors", "Gregor Selender"),  # two letters
        ("places", "Haldin Sound"),  # near two known names
        ("actors", "VL"),  # means two
        ("places", "Velmark"),
    ],
)
def test_what_is_right_or_may_be_another_name_is_let_stand(spellings, key, name):
    assert told(spellings, key, name) == []


def test_a_name_that_an_article_of_the_event_spells_so_is_no_slip(spellings):
    cited = "The harbour office of Gregor Salender, known as HO."
    assert told(spellings, "actors", "Gregor Salender", cited) == []
    assert told(spellings, "actors", "HO", cited) == [("write Harbour Office", "Harbour Office")]


def test_without_names_nothing_is_told():
    assert told(Spellings(()), "actors", "HO") == []
