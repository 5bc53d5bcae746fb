"""Where dates stand on the timeline and how they are drawn."""

import pytest

from dateline.edtf import parse
from dateline.site.chronology import AFTER_MONTHS, BEFORE_MONTHS, by_year, in_order, place, precision


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-01-03", "day"),
        ("2020-01-03T15:44+03:30", "day"),
        ("2020-01", "month"),
        ("2020-01-XX", "month"),
        ("[2020-01-03,2020-01-04]", "month"),
        ("[2020-01-31,2020-02-01]", "year"),
        ("2021-24", "year"),
        ("2020", "year"),
        ("201X", "year"),
        ("2007/2011", "span"),
        ("2014-06-03/2014-06-05", "span"),
        ("../2020", "before"),
        ("[..2020]", "before"),
        ("2014-06/..", "after"),
    ],
)
def test_a_date_is_drawn_as_precisely_as_it_is_known(date, expected):
    assert precision(parse(date)) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-01-03", (2020, 1)),
        ("2020-03", (2020, 3)),
        ("2020", (2020, BEFORE_MONTHS)),
        ("2021-22", (2021, BEFORE_MONTHS)),
        ("201X", (2010, BEFORE_MONTHS)),
        ("2007/2011", (2007, BEFORE_MONTHS)),
        ("2014~/2016~", (2014, BEFORE_MONTHS)),
        ("2014-08-04/2015-01-10", (2014, 8)),
        ("2014-06/..", (2014, 6)),
        ("../2020", (2020, AFTER_MONTHS)),
        ("../201X", (2019, AFTER_MONTHS)),
        ("../2020-05-05", (2020, 5)),
        ("[..2020]", (2020, AFTER_MONTHS)),
        ("[2020-01-03,2020-01-04]", (2020, 1)),
        ("-0043-03-15", (-43, 3)),
    ],
)
def test_a_date_stands_where_it_starts_or_where_it_ends_when_its_start_is_open(date, expected):
    assert place(parse(date)) == expected


def test_what_is_not_known_to_a_month_frames_the_months_of_its_year(event):
    dates = ["2020-06-01", "../2020", "2020-01-03", "2020", "2019-12-31", "2020-22"]
    events = in_order(event(id=date, date=date) for date in dates)
    assert [each.date for each in events] == [
        "2019-12-31",
        "2020",
        "2020-22",
        "2020-01-03",
        "2020-06-01",
        "../2020",
    ]

    year = by_year(events)[1]
    assert [each.date for each in year.before] == ["2020", "2020-22"]
    assert [(month.number, len(month.events)) for month in year.months] == [(1, 1), (6, 1)]
    assert [each.date for each in year.after] == ["../2020"]
    assert year.count == 5


def test_events_of_one_date_are_ordered_by_id(event):
    events = [event(id="b"), event(id="a")]
    assert [each.id for each in in_order(events)] == ["a", "b"]
    assert in_order(events) == in_order(reversed(events))


def test_a_time_of_day_orders_the_events_of_a_day(event):
    events = [event(id="a", date="2020-01-03T15:00"), event(id="b", date="2020-01-03T06:40")]
    assert [each.id for each in in_order(events)] == ["b", "a"]
