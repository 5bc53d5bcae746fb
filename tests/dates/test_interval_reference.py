"""A text of which only the span of days is known in which it was written."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import find_dates
from dateline.edtf import parse

# A Tuesday.
START = date(2021, 6, 8)


def _only(text, reference):
    (phrase,) = find_dates(text, reference, style="news")
    return phrase


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("The dam burst in June.", "2014-09/2014-12", "2014-06"),
        ("The dam burst last week.", "2021-06-08/2021-06-10", "2021-05-31/2021-06-06"),
        ("The dam burst on Sunday.", "2021-06-07/2021-06-09", "2021-06-06"),
        ("The dam burst on Friday.", "2021-06-08/2021-06-10", "2021-06-04"),
        ("The dam burst last year.", "2021-02/2021-11", "2020"),
        ("The dam burst on 3 May.", "2021-06/2021-08", "2021-05-03"),
        ("The dam will be rebuilt by October.", "2021-06/2021-08", "../2021-10"),
    ],
)
def test_what_every_day_agrees_on_is_determined(text, reference, edtf):
    """The date is the same on whichever of the days the text was written, so it is that date."""
    assert _only(text, reference).edtf == edtf


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        # The reference runs over a Sunday into the next week.
        ("The dam burst last week.", "2021-06-12/2021-06-15", "2021-05-31/2021-06-13"),
        # Written on the Monday or the Tuesday, it was the Sunday or the Monday.
        ("The dam burst yesterday.", "2021-06-07/2021-06-08", "2021-06-06/2021-06-07"),
        # "Tuesday" is that day or, for a text of the Monday, the one before.
        ("The dam burst on Tuesday.", "2021-06-07/2021-06-08", "2021-06-01/2021-06-08"),
        ("The dam burst last month.", "2021-05-31/2021-06-01", "2021-04/2021-05"),
        ("It has rained since Tuesday.", "2021-06-07/2021-06-08", "2021-06-01/.."),
    ],
)
def test_within_a_week_readings_that_differ_are_covered(text, reference, edtf):
    """The interval holds every reading and no day beside them; the TIMEX3 value says what is not known."""
    phrase = _only(text, reference)
    assert phrase.edtf == edtf
    assert "X" in phrase.value


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The dam burst on Sunday.", "2021-06-01/2021-06-08"),
        ("The dam burst last week.", "2021-06"),
        ("The dam burst in June.", "2021-03/2021-09"),
        ("The dam burst last year.", "2021-12-01/2022-02-01"),
        ("The dam burst yesterday.", "2021-06-08/.."),
        ("The dam burst last year.", "../2021"),
        ("The dam burst in June.", "2021/.."),
        ("The dam burst last century.", "1001/2021"),
    ],
)
def test_what_the_days_leave_open_stays_open(text, reference):
    """Over more than a week, or with an open end, a phrase that differs has no date."""
    assert _only(text, reference).edtf is None


@pytest.mark.parametrize("reference", ["2021/..", "../2021", "2021-03/2021-09", "2021-06-07/2021-06-08"])
def test_what_names_its_date_needs_no_reference(reference):
    """A full date, a year and a decade are the same under any reference."""
    text = "Built in the 1960s, it was raised in 1988 and burst on 5 May 2019."
    assert [p.edtf for p in find_dates(text, reference)] == ["196X", "1988", "2019-05-05"]


def test_an_interval_of_one_day_is_that_day():
    text = "On Sunday the dam, repaired last year, burst for the second time since March."
    assert find_dates(text, "2021-06-08/2021-06-08") == find_dates(text, START)


def test_nothing_is_counted_where_news_and_narrative_disagree():
    """Within a year of its dates a text reads as news, long after as narrative: its bare dates stay open."""
    text = (
        "In March 1951 the dam was begun. In April it was flooded. In May 1952 work went on. "
        "In July it halted. In June 1953 it was finished. In August the lake filled. "
        "In May 1954 the town drew water. In September 1955 the mill opened."
    )
    dates = {p.text: p.edtf for p in find_dates(text, "1955/1970")}
    assert dates["May 1952"] == "1952-05"
    agreed = {p.text: p.edtf for p in find_dates(text, "1969/1970")}
    assert agreed["July"] == "1952-07"


_PIECES = [
    "on Monday",
    "on Friday",
    "yesterday",
    "today",
    "last week",
    "this month",
    "last month",
    "in June",
    "in January",
    "on 3 May",
    "on December 30",
    "last year",
    "last summer",
    "two weeks ago",
    "two days later",
    "the same month",
    "next Tuesday",
    "since March",
    "by October",
    "in 1998",
    "in May 2004",
    "from Monday to Friday",
    "in '24",
    "the previous day",
    "at Christmas",
    "he will come",
    "it was said",
    ".",
]


@given(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map(" ".join),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.integers(0, 900),
    st.floats(0, 1),
    st.sampled_from(["news", "narrative", "auto"]),
)
@settings(max_examples=400)
def test_no_reading_contradicts_the_date_given(text, first, days, place, style):
    """Whichever day of the span a text was written on, what it says then lies within the date given."""
    last = first + timedelta(days=days)
    written = first + timedelta(days=int(days * place))
    given_dates = find_dates(text, f"{first}/{last}", style=style)
    for phrase in given_dates:
        if phrase.edtf is None:
            continue
        told = parse(phrase.edtf)
        meant = {(p.start, p.end): p for p in find_dates(text, written, style=style)}
        then = meant.get((phrase.start, phrase.end))
        if then is None or then.edtf is None or then.value == phrase.value:
            continue  # one end of a range may be known without the other
        exact = parse(then.edtf)
        assert told.earliest is None or (exact.earliest and told.earliest <= exact.earliest), phrase
        assert told.latest is None or (exact.latest and exact.latest <= told.latest), phrase
