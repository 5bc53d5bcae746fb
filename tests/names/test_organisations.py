"""Organisations: which names are one body's, and which are not."""

import pytest


def joined(names, one, other):
    """Whether two names are one body's, the same in whatever article."""
    return names.canonical(one, "organisation") == names.canonical(other, "organisation")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Federal Grain Board", "FGB"),
        ("National Union of Teachers", "NUT"),
        ("Bank of Northern Elbonia", "BNE"),
        ("Chilean Coastal Guards", "Coastal Guard"),
        ("People’s Reform League", "PRL"),
        ("Peru’s Marine Patrol", "Peruvian Marine Patrol"),
        ("Peru's Marine Patrol", "Marine Patrol"),
        ("Islamic Coastal Guard Corps", "Coastal Guards"),
        ("Velmark Motors Inc.", "Velmark Motors"),
        ("Velmark Motors Corporation", "Velmark Motors Group"),
        ("Velmark Ltd", "Velmark"),
        ("The Velmark Courier", "Velmark Courier"),
        ("Hezbollah", "Hizbullah"),
        ("Ansar al-Madina", "Ansar Madinah"),
        ("Centre for Labour Defence", "Center for Labor Defense"),
        ("Ministry of Defence", "Defense Ministry"),
        ("World Harbour Organisation", "World Harbor Organization"),
    ],
)
def test_names_of_one_body_are_joined(of, one, other):
    """Letters, whose it is, legal forms, spelling and plural do not make another body."""
    assert joined(of([f"organisation {one}"], [f"organisation {other}"]), one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "Ministry of Finance"),
        ("Bank of Velmark", "Bank of Orsa"),
        ("Bank of Oman", "Bank of Yemen"),
        ("Bank of Iran", "Bank of Iraq"),
        ("Real Velmark", "Velmark United"),
        ("Peruvian Defence Ministry", "Chilean Defence Ministry"),
        ("Peruvian Defence Ministry", "Defence Ministry"),
        ("United Harbours", "United Harbours Safety Council"),
        ("Apple Corps", "Apple"),
        ("National Reform Front", "National Reform Party"),
        ("Velmark News", "Velmark Times"),
        ("Supreme Court", "Constitutional Court"),
        ("Boeing", "Bing"),
    ],
)
def test_other_bodies_stay_apart(of, one, other):
    """One weighty word makes another body; a ministry without its state is none in particular."""
    assert not joined(of([f"organisation {one}"], [f"organisation {other}"]), one, other)


def test_a_body_of_two_states_is_two(of):
    """Without saying whose, it is neither."""
    names = of(
        ["organisation Peruvian Marine Patrol"],
        ["organisation Chilean Marine Patrol"],
        ["organisation Marine Patrol"],
    )
    assert len({names.canonical(n) for n in ("Peruvian Marine Patrol", "Chilean Marine Patrol")}) == 2
    assert names.canonical("Marine Patrol") == "Marine Patrol"


def test_letters_that_two_bodies_bear_mean_each_in_its_article(of):
    """They are no spelling of either."""
    names = of(
        ["organisation American Medical Association | AMA"],
        ["organisation Australian Medical Association | AMA"],
        ["organisation AMA"],
    )
    assert names.canonical("AMA", "organisation", "a0") == "American Medical Association"
    assert names.canonical("AMA", "organisation", "a1") == "Australian Medical Association"
    assert names.canonical("AMA", "organisation", "a2") == "AMA"
    assert names.entries == ()


def test_declared_letters_join_names_in_other_words(of):
    """The letters that an article gives a body are its name elsewhere."""
    names = of(["organisation Workers’ Party of the Coast | PKT"], ["organisation PKT"])
    assert names.canonical("PKT") == "Workers’ Party of the Coast"
    assert names.entries[0].also == ("PKT",)


def test_a_short_form_means_its_body_in_its_article_only(of):
    """The Guard is another's elsewhere."""
    names = of(["organisation Royal Coastal Guard | Guard"], ["organisation Guard"])
    assert names.canonical("the Guard", "organisation", "a0") == "Royal Coastal Guard"
    assert names.canonical("the Guard", "organisation", "a1") == "the Guard"


def test_a_body_taken_for_a_person_or_place_goes_by_what_most_say(of):
    """The recogniser errs on single articles."""
    names = of(*[["organisation Velmark Rising"]] * 3, ["person Velmark Rising"], ["place Velmark Rising"])
    assert [(e.name, e.kind) for e in names.entries] == [("Velmark Rising", "organisation")]
    assert names.canonical("velmark rising", "person") == "Velmark Rising"


def test_a_company_with_its_legal_form_in_one_article_is_one_in_all(of):
    """Its legal form tells what the bare name is."""
    names = of(["organisation Audley Inc"], ["person Audley"], ["person Audley"])
    assert [(e.name, e.kind) for e in names.entries] == [("Audley", "organisation")]
