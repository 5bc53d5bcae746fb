"""Calendar arithmetic, holidays and the way from TIMEX3 values to EDTF."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates.calendars import add_months, before_christ, easter, nth_weekday, year_value
from dateline.dates.holidays import holiday_in
from dateline.dates.moments import moment
from dateline.dates.timeline import between, edtf_of


@pytest.mark.parametrize("day", ["1961-04-02", "2000-04-23", "2019-04-21", "2024-03-31", "2038-04-25"])
def test_easter_falls_where_the_church_puts_it(day):
    assert easter(int(day[:4])) == date.fromisoformat(day)


def test_a_month_later_never_runs_over_the_end_of_the_month():
    assert add_months(date(2019, 1, 31), 1) == date(2019, 2, 28)
    assert add_months(date(2020, 2, 29), -12) == date(2019, 2, 28)


def test_months_beyond_the_calendar_are_an_overflow():
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


def test_weekdays_are_counted_from_both_ends_of_the_month():
    assert nth_weekday(2014, 11, 4, 4) == date(2014, 11, 27)
    assert nth_weekday(2014, 5, 1, -1) == date(2014, 5, 26)


@pytest.mark.parametrize(
    ("rule", "day"),
    [("12-25", "2014-12-25"), ("11/4/4", "2014-11-27"), ("5/1/-1", "2014-05-26"), ("E-2", "2014-04-18")],
)
def test_holidays_follow_their_rule(rule, day):
    assert holiday_in(rule, 2014) == date.fromisoformat(day)


@given(st.integers(min_value=1, max_value=2000))
def test_years_before_christ_can_be_counted_there_and_back(year):
    assert before_christ(before_christ(year)) == year
    assert year_value(before_christ(year)) == f"BC{year:04}"


def test_years_before_christ_go_forward():
    """The year after 264 BC is 263 BC."""
    assert year_value(before_christ(264) + 1) == "BC0263"


def test_a_moment_knows_its_first_day():
    assert moment("2014-W51").first == date(2014, 12, 15)
    assert moment("2014-Q3").first == date(2014, 7, 1)
    assert moment("201").first == date(2010, 1, 1)
    assert moment("PRESENT_REF").first is None


@pytest.mark.parametrize(
    "value", ["2014-02-30", "2014-12-17T25:10", "2014-12-17T09:00+25", "XXXX-06", "PRESENT_REF", "P2Y"]
)
def test_what_no_calendar_or_clock_shows_has_no_edtf(value):
    assert edtf_of(value, None) is None


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2007", "2011", "2007/2011"),
        ("2014-06", None, "2014-06/.."),
        (None, "2014-12-08/2014-12-14", "../2014-12-14"),
        ("2014-12-17T09:00", "2014-12-17T17:00", "2014-12-17"),
        ("2011", "2007", None),
        (None, None, None),
    ],
)
def test_intervals_take_the_outer_ends(start, end, edtf):
    assert between(start, end) == edtf
