"""Dates that name their day, month or year."""

import pytest

from dateline.dates import find_dates

DAYS = [
    ("It was signed on [January 5, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [Jan. 5, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [January 5th, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [January 5 2020] in Rome.", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [5 January 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [5th January, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [the 5th of January 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [the fifth of January, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [Sunday, January 5, 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [Sunday 5 January 2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [2020-01-05].", "DATE 2020-01-05 2020-01-05"),
    ("Published [2020-January-05].", "DATE 2020-01-05 2020-01-05"),
    ("Published [05-Jan-2020].", "DATE 2020-01-05 2020-01-05"),
    ("Published [17-12-2014] and [17/Dec/2014].", "DATE 2014-12-17 2014-12-17 | DATE 2014-12-17 2014-12-17"),
    (
        "on [3], [4] and [5 March 2014]",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-04 2014-03-04 | DATE 2014-03-05 2014-03-05",
    ),
    ("Published [2020/01/05].", "DATE 2020-01-05 2020-01-05"),
    ("Published [1/25/2020].", "DATE 2020-01-25 2020-01-25"),
    ("Published [25/1/2020].", "DATE 2020-01-25 2020-01-25"),
    ("Published [25.01.2020].", "DATE 2020-01-25 2020-01-25"),
    ("Published [5.1.2020].", "DATE 2020-01-05 2020-01-05"),
    ("It was signed on [Tuesday, 5 March].", "DATE 2013-03-05 2013-03-05"),
    ("the attacks of [9/11] changed that", "DATE 2001-09-11 2001-09-11"),
]

MONTHS_AND_YEARS = [
    ("It ended in [December 2011].", "DATE 2011-12 2011-12"),
    ("It ended in [December, 2011].", "DATE 2011-12 2011-12"),
    ("It ended in [December of 2011].", "DATE 2011-12 2011-12"),
    ("It ended in [Dec 2011].", "DATE 2011-12 2011-12"),
    ("It ended in [2011].", "DATE 2011 2011"),
    ("The country voted in [the year 2011].", "DATE 2011 2011"),
    ("the [1991] agreement", "DATE 1991 1991"),
    ("the class of ['82] met", "DATE 1982 1982"),
    ("It grew in [1500].", "DATE 1500 1500"),
    ("the lowest since [2008]", "DATE 2008 2008/.."),
]

PARTS_OF_YEARS = [
    ("in [the summer of 2021]", "DATE 2021-SU 2021-22"),
    ("in [spring 2021]", "DATE 2021-SP 2021-21"),
    ("in [autumn 2021]", "DATE 2021-FA 2021-23"),
    ("in [the fall of 2021]", "DATE 2021-FA 2021-23"),
    ("in [the winter of 2021]", "DATE 2021-WI 2021-24"),
    ("in [the first quarter of 2009]", "DATE 2009-Q1 2009-33"),
    ("in [the third quarter]", "DATE 2014-Q3 2014-35"),
    ("[Q4 2013] was weak", "DATE 2013-Q4 2013-36"),
    ("its [second-quarter] profit", "DATE 2014-Q2 2014-34"),
    ("in [the first half of 2009]", "DATE 2009-H1 2009-40"),
    ("in [the second half of last year]", "DATE 2013-H2 2013-41"),
    ("in [the final quarter of 2009]", "DATE 2009-Q4 2009-36"),
    ("in [the last week of March]", "DATE 2014-W13 2014-03-24/2014-03-30"),
    ("on [the first day of May 2013]", "DATE 2013-05-01 2013-05-01"),
    ("in [the last quarter of 2013]", "DATE 2013-Q4 2013-36"),
    ("its [fiscal 2013 third quarter]", "DATE 2013-Q3 2013-35"),
    ("in [the month of May]", "DATE 2014-05 2014-05"),
    ("in [fiscal 2013]", "DATE FY2013 2013~"),
    ("in [the week of March 3, 2014]", "DATE 2014-W10 2014-03-03/2014-03-09"),
]

LONG_PERIODS = [
    ("Music of [the 70s] and [80s].", "DATE 197 197X | DATE 198 198X"),
    ("Profits fell in [FY 2010].", "DATE FY2010 2010~"),
    ("in [the 2010s]", "DATE 201 201X"),
    ("in [the mid-2010s]", "DATE 201 2014~/2016~"),
    ("in [the early 1990s]", "DATE 199 1990~/1993~"),
    ("in [the late 1930s]", "DATE 193 1937~/1939~"),
    ("in [the '90s]", "DATE 199 199X"),
    ("in [the nineteen eighties]", "DATE 198 198X"),
    ("in [the sixties]", "DATE 196 196X"),
    ("in [the 1800s]", "DATE 18 18XX"),
    ("in [the 19th century]", "DATE 18 18XX"),
    ("[twentieth-century] art", "DATE 19 19XX"),
    ("in [the twenty-first century]", "DATE 20 20XX"),
    ("Carthage fell in [146 BC].", "DATE BC0146 -0145"),
    ("in [the 5th century BC]", "DATE BC04 -0499/-0400"),
    ("in [the spring of 480 BC]", "DATE BC0480-SP -0479-21"),
    ("in [the 490s BC]", "DATE BC049 -0498/-0489"),
    ("between [460] and [450 BC]", "DATE BC0460 -0459/-0449 | DATE BC0450 -0459/-0449"),
    ("in [AD 410]", "DATE 0410 0410"),
]

EDGES = [
    ("in [early 2003]", "DATE 2003 2003"),
    ("by [the end of 2020]", "DATE 2020 ../2020"),
    ("in [mid-June]", "DATE 2014-06 2014-06"),
    ("in [mid-2007]", "DATE 2007 2007"),
    ("in [late October 2013]", "DATE 2013-10 2013-10"),
    ("at [the beginning of 2013]", "DATE 2013 2013"),
    ("in [the middle of May]", "DATE 2014-05 2014-05"),
    ("[later that month] he fell", "DATE 2014-12 2014-12"),
    ("[earlier this year]", "DATE 2014 2014"),
    ("[late in the year]", "DATE 2014 2014"),
    ("by [end-2009]", "DATE 2009 ../2009"),
    ("around [2003]", "DATE 2003 2003~"),
]

HOLIDAYS = [
    ("They spoke of the [September 11th attacks].", "DATE 2001-09-11 2001-09-11"),
    ("Since [New Year] it has been cold.", "DATE 2014-01-01 2014-01-01/.."),
    ("on [Christmas Day]", "DATE 2014-12-25 2014-12-25"),
    ("on [Christmas Eve 2012]", "DATE 2012-12-24 2012-12-24"),
    ("on [Thanksgiving]", "DATE 2014-11-27 2014-11-27"),
    ("on [Good Friday 2013]", "DATE 2013-03-29 2013-03-29"),
    ("on [Easter Sunday, 2013]", "DATE 2013-03-31 2013-03-31"),
    ("on [Memorial Day]", "DATE 2014-05-26 2014-05-26"),
    ("on [New Year's Eve]", "DATE 2014-12-31 2014-12-31"),
    ("on [May Day]", "DATE 2014-05-01 2014-05-01"),
]


@pytest.mark.parametrize(("marked", "expected"), DAYS)
def test_days_are_read_in_all_orders(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), MONTHS_AND_YEARS)
def test_months_and_years_are_no_more_precise_than_said(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), PARTS_OF_YEARS)
def test_seasons_quarters_halves_and_weeks_have_their_own_values(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), LONG_PERIODS)
def test_decades_centuries_and_ancient_years(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), EDGES)
def test_edges_of_periods_belong_to_the_phrase(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), HOLIDAYS)
def test_holidays_fall_on_their_day_of_the_year(check, marked, expected):
    check(marked, expected)


def test_slashed_dates_follow_the_order_that_the_document_shows(check):
    """25/1/2020 can only be day first, so 3/4/2020 beside it is the third of April."""
    check(
        "Published [25/1/2020], changed [3/4/2020].",
        "DATE 2020-01-25 2020-01-25 | DATE 2020-04-03 2020-04-03",
    )


@pytest.mark.parametrize(
    ("words", "edtf"), [("last November 26", "2015-11-26"), ("last January 5", "2016-01-05")]
)
def test_the_last_day_of_a_name_is_the_most_recent(words, edtf):
    """A named day that is the last one lies in the year before, or earlier in this."""
    (phrase,) = find_dates(f"It was signed {words}.", "2016-03-16")
    assert (phrase.text, phrase.edtf) == (words, edtf)
