"""What a `timeline` block asks for, and what it gets."""

import pytest

from dateline.site.catalogue import Catalogue
from dateline.site.selecting import read_selection, select


@pytest.fixture
def catalogue(event, article):
    return Catalogue(
        [
            event(id="storm", date="2003-01", actors=("Orsa",), tags=("disaster",), importance=3),
            event(id="vote", date="2014-06-05", actors=("Orsa", "Velmark"), tags=("law",), importance=5),
            event(id="fleet", date="2014-06/..", actors=("Velmark",), tags=("law",), importance=2),
            event(id="link", date="../2030", kind="forecast", actors=(), sources=(), importance=4),
        ],
        [article()],
    )


def chosen(text, catalogue):
    selection, findings = read_selection(text, "page.md", 7, catalogue)
    assert findings == []
    return [event.id for event in select(catalogue, selection)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["storm", "fleet", "vote", "link"]),
        ("people: Orsa", ["storm", "vote"]),
        ("people: [Orsa, Velmark]", ["storm", "fleet", "vote"]),
        ("people: [Orsa, Velmark]\ntags: law", ["fleet", "vote"]),
        ("outlets: Harbour Post\ntags: disaster", ["storm"]),
        ("kind: forecast", ["link"]),
        ("importance: 4", ["vote", "link"]),
        ("from: 2014", ["fleet", "vote", "link"]),
        ("from: 2014\nto: 2014-06-04", ["fleet", "link"]),
        ("to: 2003", ["storm", "link"]),
        ("limit: 2", ["vote", "link"]),
        ("limit: 9", ["storm", "fleet", "vote", "link"]),
    ],
)
def test_events_are_chosen_by_every_key_and_stay_in_order(catalogue, text, ids):
    """An open date goes on, so it is in every stretch of time that it may reach."""
    assert chosen(text, catalogue) == ids


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("people: Orza", "page.md:7:9: people has no 'Orza': write 'Orsa'"),
        ("people: [Orsa, Velmrak]", "page.md:7:16: people has no 'Velmrak': write 'Velmark'"),
        ("\npeple: Orsa", "page.md:8:1: the key 'peple' is unknown: write 'people'"),
        (
            "zzz: 1",
            (
                "page.md:7:1: the key 'zzz' is unknown: write one of people, places, tags, outlets, "
                "kind, importance, from, to, limit"
            ),
        ),
        ("kind: forcast", "page.md:7:7: kind is 'forcast': write 'forecast'"),
        ("importance: high", "page.md:7:13: importance is not a number: write one from 1 to 5"),
        ("limit: 0", "page.md:7:8: limit is not a number: write one from 1 to 9999"),
        (
            "from: 2020-13",
            (
                "page.md:7:7: '2020-13' is not a date, there is no month 13: write a month 01 to 12, "
                "a season 21 to 24, a quarter 33 to 36, or a half 40 or 41"
            ),
        ),
        ("- a", "page.md:7:1: this is a list: write 'tags: …' or another key"),
        (
            "people: {a: b}",
            "page.md:7:9: people is not a name or a list of names: write 'people: [one, another]'",
        ),
        ("from: [2020]", "page.md:7:7: from is not one date: write 'from: 2020' or 'from: 2020-01-03'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(catalogue, text, finding):
    _, findings = read_selection(text, "page.md", 7, catalogue)
    assert [str(each) for each in findings] == [finding]


def test_a_yaml_slip_in_a_block_is_told_at_its_line(catalogue):
    _, (finding,) = read_selection("people: Orsa\ntags: [law", "page.md", 7, catalogue)
    assert str(finding).startswith("page.md:8:")
