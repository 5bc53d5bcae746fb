"""How the dates of two tellings stand to each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import Day
from dateline.merging.spans import fit, number_of, span_of


@given(st.dates(min_value=date(1, 1, 1)), st.dates(min_value=date(1, 1, 1)))
def test_days_are_counted_as_the_calendar_does(one, other):
    """The difference of two numbers is the number of days between the days."""
    numbers = (number_of(Day(day.year, day.month, day.day)) for day in (one, other))
    assert next(numbers) - next(numbers) == (one - other).days


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2015-06-10", 1),
        ("2016-02", 29),
        ("2015", 365),
        ("2016", 366),
        ("2015-06/..", None),
        ("../2015", None),
    ],
)
def test_a_span_has_the_days_of_its_date(date, days):
    """Months and years have their own lengths, open dates none."""
    assert span_of(date).days == days


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("2015-06-10", "2015-06-10", "same"),
        ("2015-06-10", "2015-06-10T11:00", "same"),
        ("2015-06-10", "2015-06", "within"),
        ("2015-06-10", "2015", "within"),
        ("2015-06-10", "2015-06-11", None),
        ("2015-06-10", "2015-06-11~", "near"),
        ("2015-06-12~", "2015-06-10~", "near"),
        ("2015-06-11", "2015-06-10~", None),
        ("2015-06-10", "2015-06-14~", None),
        ("2004", "2004/..", "open"),
        ("2003", "2004/..", None),
        ("2004-03-10", "2004-03/..", "open"),
        ("2004-04-10", "2004-03/..", None),
        ("2004/..", "2004/..", "same"),
        ("2015-06", "2001/2020", None),
        (None, "2015-06-10", "unsaid"),
    ],
)
def test_fit(one, other, how):
    """Dates fit that can be those of one happening; the news of a day may be of up to three days before."""
    assert fit(one, other) == how
    assert fit(other, one) == how
