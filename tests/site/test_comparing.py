"""What the tellings of one event give, and how they compare."""

import pytest

from dateline.site.comparing import Fact, Telling, compare


def compared(*tellings: tuple[str, str], names=(), language="en") -> list[Telling]:
    """Tellings given as quote and words of the date."""
    made = [Telling((quote,), (dated,) if dated else (), language) for quote, dated in tellings]
    compare(made, names)
    return made


def test_dates_that_are_written_out_differ_when_no_day_is_in_both():
    one, other = compared(("It sank.", "on 3 January 2020"), ("It sank.", "on January 5, 2020"))
    assert one.dates == [Fact("on 3 January 2020", differs=True)]
    assert other.dates == [Fact("on January 5, 2020", differs=True)]


@pytest.mark.parametrize(
    "words", ["in January 2020", "in 2020", "two days after", "on Monday", "by 2 January 2020", "about 2018"]
)
def test_dates_that_overlap_or_are_not_written_out_do_not_differ(words):
    one, other = compared(("It sank.", "on 3 January 2020"), ("It sank.", words))
    assert one.dates == [Fact("on 3 January 2020")]
    assert other.dates == [Fact(words)]


@pytest.mark.parametrize(
    ("quote", "figures"),
    [
        ("It sent 1,000 advisers to the valley.", ["1,000 advisers"]),
        ("More than 7,000 border guards were sent.", ["7,000 border guards"]),
        ("It cost $3.5 million and 12 lives.", ["$3.5 million", "12 lives"]),
        ("Twelve engineers and two divers met.", ["Twelve engineers", "two divers"]),
        ("In 2014 it met on 5 May at 06:40 on pier 4-b.", []),
        ("On January 5 it left.", []),
        ("It rose by 40 % and then 40 %.", ["40 %"]),
    ],
)
def test_figures_are_found_with_what_they_count_and_no_date_is_one(quote, figures):
    telling, _ = compared((quote, ""), ("Nothing.", ""))
    assert [figure.words for figure in telling.figures] == figures


def test_figures_of_one_thing_differ_when_the_numbers_do():
    one, other = compared(
        ("It sent 1,000 military advisers and 3 boats.", ""), ("1,500 advisers and three boats went.", "")
    )
    assert one.figures == [Fact("1,000 military advisers", differs=True), Fact("3 boats")]
    assert other.figures == [Fact("1,500 advisers", differs=True), Fact("three boats")]


def test_figures_of_different_things_are_not_set_against_each_other():
    one, other = compared(("It sent 1,000 advisers.", ""), ("It sent 7,000 guards.", ""))
    assert [figure.differs for figure in one.figures + other.figures] == [False, False]


def test_the_digits_of_other_scripts_count_the_same():
    one, other = compared(("۱٬۰۰۰ نفر رفتند", ""), ("1,000 نفر رفتند", ""), language="xx")
    assert one.figures == [Fact("۱٬۰۰۰ نفر")]
    assert one.alone == other.alone == []


def test_names_and_figures_that_one_telling_alone_has_are_listed():
    one, other = compared(
        ("The minister met Ada Sample in Kesten on Monday with 12 guards.", ""),
        ("A minister was in Kesten, the Harbour Office says.", ""),
        names=("Kesten",),
    )
    assert one.alone == ["Ada Sample", "Monday", "12 guards"]
    assert other.alone == ["Harbour Office"]


def test_a_name_shortened_elsewhere_is_not_what_one_telling_alone_has():
    one, _ = compared(("Today Ada Sample spoke.", ""), ("There Sample spoke.", ""))
    assert one.alone == []


def test_known_names_are_found_in_scripts_without_capital_letters():
    one, _ = compared(("وزیر به شهر نیلوفر رفت", ""), ("وزیر رفت", ""), names=("شهر نیلوفر",), language="fa")
    assert one.alone == ["شهر نیلوفر"]
