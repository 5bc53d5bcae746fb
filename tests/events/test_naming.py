"""Ids: the date as far as it is known, and the first words of the title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.naming import is_id, new_id, title_slug, year_of


@pytest.mark.parametrize(
    ("date", "start", "year"),
    [
        ("2020-01-03", "2020-01-03-", "2020"),
        ("2020-01-03T15:44Z", "2020-01-03-", "2020"),
        ("2020-01", "2020-01-", "2020"),
        ("2020", "2020-", "2020"),
        ("2015~", "2015-", "2015"),
        ("2007/2011", "2007-", "2007"),
        ("2014-06/..", "2014-06-", "2014"),
        ("../2020-05", "2020-05-", "2020"),
        ("[..2020]", "2020-", "2020"),
        ("[2020-01-03,2020-01-04]", "2020-01-03-", "2020"),
        ("2020-01-XX", "2020-01-", "2020"),
        ("2021-22", "2021-06-", "2021"),
        ("201X", "2010-", "2010"),
        ("2023-W08", "2023-02-20-", "2023"),
        ("0044-03-15", "0044-03-15-", "0044"),
        ("-0043-03-15", "bce0044-03-15-", "bce0044"),
    ],
)
def test_an_id_starts_with_what_is_known_of_the_date(date, start, year):
    assert new_id(date, "Ferry sinks", ()) == f"{start}ferry-sinks"
    assert year_of(date) == year


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Ferry sinks", "ferry-sinks"),
        ("Mayor of Exampleton opens the new harbour bridge", "mayor-of-exampleton-opens-the-new"),
        ("Storm closes harbour, roads and the airport", "storm-closes-harbour-roads"),
        ("Mayor's “Swan” sinks!", "mayors-swan-sinks"),
        ("Fährunglück in Köln", "fahrungluck-in-koln"),
        ("1,000 march", "1-000-march"),
    ],
)
def test_an_id_goes_on_with_the_first_words_that_make_sense_alone(title, words):
    assert title_slug(title) == words


def test_a_title_without_latin_letters_gets_a_name_of_its_own():
    one, other = title_slug("کشتی غرق شد"), title_slug("کشتی نجات یافت")
    assert one != other
    assert is_id(one)


def test_an_id_that_was_ever_used_is_not_used_again():
    taken = {"2020-ferry-sinks", "2020-ferry-sinks-2"}
    assert new_id("2020", "Ferry sinks", taken) == "2020-ferry-sinks-3"


@pytest.mark.parametrize("name", ["2020-ferry-sinks", "ferry_2", "کشتی-غرق-شد", "fähre", "नाव"])
def test_people_name_events_in_any_script(name):
    assert is_id(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ferry",
        "ferry sinks",
        "../ferry",
        "ferry.sinks",
        "-ferry",
        "ferry/sinks",
        "a" * 201,
        "fa\u0308hre",
    ],
)
def test_an_id_is_safe_in_addresses_and_on_every_file_system(name):
    assert not is_id(name)


@given(st.text(), st.sampled_from(["2020-01-03", "../2020", "-0043"]))
def test_every_title_gives_a_safe_ascii_id(title, date):
    made = new_id(date, title, ())
    assert is_id(made)
    assert made.isascii()
    assert year_of(date) == made.split("-")[0]
