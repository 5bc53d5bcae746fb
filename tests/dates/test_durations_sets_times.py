"""Durations, what recurs, and times of the day."""

import pytest

DURATIONS = [
    ("The loss for [the entire year] grew.", "DURATION P1Y -"),
    ("It took [two days].", "DURATION P2D -"),
    ("It took [almost two and a half years].", "DURATION P2.5Y -"),
    ("It took [2.5 hours].", "DURATION PT2.5H -"),
    ("It took [more than three weeks].", "DURATION P3W -"),
    ("It took [a year].", "DURATION P1Y -"),
    ("a [27-year] contract", "DURATION P27Y -"),
    ("a [twelve-hour] flight", "DURATION PT12H -"),
    ("a [month-long] strike", "DURATION P1M -"),
    ("[the past five trading days]", "DURATION P5D -"),
    ("over [the next four years]", "DURATION P4Y -"),
    ("in [the past decade]", "DURATION P10Y -"),
    ("in [recent months]", "DURATION PXM -"),
    ("in [the coming weeks]", "DURATION PXW -"),
    ("for [several days]", "DURATION PXD -"),
    ("for [a few hours]", "DURATION PTXH -"),
    ("for [years]", "DURATION PXY -"),
    ("[twenty-five minutes]", "DURATION PT25M -"),
    ("[one hundred days]", "DURATION P100D -"),
    ("between [60] and [90 days]", "DURATION P60D - | DURATION P90D -"),
    (
        "[two] to [three weeks]",
        "DURATION P2W - | DURATION P3W -",
    ),
    ("[three hours and 54 minutes]", "DURATION PT3H54M -"),
    ("[two years and six months]", "DURATION P2Y6M -"),
    ("[a year and a half]", "DURATION P1.5Y -"),
    ("[2 1/2 years]", "DURATION P2.5Y -"),
    ("for [two bloody weeks]", "DURATION P2W -"),
    ("[the first nine months of 2013]", "DURATION P9M -"),
    ("[half a year]", "DURATION P6M -"),
    ("[a fortnight]", "DURATION P2W -"),
    ("[six consecutive quarters]", "DURATION P6Q -"),
]

SETS = [
    ("[every Tuesday]", "SET XXXX-WXX-2 -"),
    ("on [Tuesdays]", "SET XXXX-WXX-2 -"),
    ("[twice a week]", "SET P1W -"),
    ("[three times a year]", "SET P1Y -"),
    ("[every day]", "SET P1D -"),
    ("[every two years]", "SET P2Y -"),
    ("[every other week]", "SET P2W -"),
    ("[each year]", "SET P1Y -"),
    ("a [weekly] paper", "SET P1W -"),
    ("[daily] flights", "SET P1D -"),
    ("15 [a year]", "SET P1Y -"),
    ("$20 [per hour]", "SET PT1H -"),
    ("on [weekends]", "SET XXXX-WXX-WE -"),
    ("[every summer]", "SET XXXX-SU -"),
    ("[every March]", "SET XXXX-03 -"),
]

TIMES = [
    ("At [15:44] he left.", "TIME 2014-12-17T15:44 2014-12-17T15:44"),
    ("At [3:30 p.m.] he left.", "TIME 2014-12-17T15:30 2014-12-17T15:30"),
    ("At [3pm] he left.", "TIME 2014-12-17T15:00 2014-12-17T15:00"),
    ("At [12 a.m.] he left.", "TIME 2014-12-17T00:00 2014-12-17T00:00"),
    ("At [0800 GMT] he left.", "TIME 2014-12-17T08:00Z 2014-12-17T08:00Z"),
    ("At [15:44 GMT+3:30] he left.", "TIME 2014-12-17T15:44+03:30 2014-12-17T15:44+03:30"),
    ("At [9 a.m. EST] he left.", "TIME 2014-12-17T09:00-05 2014-12-17T09:00-05:00"),
    ("At [five o'clock] he left.", "TIME 2014-12-17T05:00 2014-12-17T05:00"),
    ("At [7.30pm] he left.", "TIME 2014-12-17T19:30 2014-12-17T19:30"),
    ("Open [6]-[8 p.m.]", "TIME 2014-12-17T18:00 2014-12-17 | TIME 2014-12-17T20:00 2014-12-17"),
    ("in [the early hours of Tuesday]", "TIME 2014-12-16TMO 2014-12-16"),
    ("At [midnight] he left.", "TIME 2014-12-17T24:00 2014-12-17"),
    (
        "On [Monday] he came; at [6 a.m.] [the next day] he left.",
        "DATE 2014-12-15 2014-12-15 | TIME 2014-12-16T06:00 2014-12-16T06:00 | DATE 2014-12-16 2014-12-16",
    ),
    ("At [noon] he left.", "TIME 2014-12-17T12:00 2014-12-17T12:00"),
    ("At [6 p.m. Sunday] he left.", "TIME 2014-12-14T18:00 2014-12-14T18:00"),
    ("On [Monday morning] he left.", "TIME 2014-12-15TMO 2014-12-15"),
    ("[Tuesday night]'s game", "TIME 2014-12-16TNI 2014-12-16"),
    ("[yesterday afternoon]", "TIME 2014-12-16TAF 2014-12-16"),
    ("[this morning]", "TIME 2014-12-17TMO 2014-12-17"),
    ("[last night]", "TIME 2014-12-16TNI 2014-12-16"),
    ("[tonight]", "TIME 2014-12-17TNI 2014-12-17"),
    ("on [the night of 20 June 1791]", "TIME 1791-06-20TNI 1791-06-20"),
    (
        "at [11:30 p.m.] on [November 3]",
        "TIME 2014-11-03T23:30 2014-11-03T23:30 | DATE 2014-11-03 2014-11-03",
    ),
    ("[2020-01-03T15:44Z]", "TIME 2020-01-03T15:44Z 2020-01-03T15:44Z"),
]


@pytest.mark.parametrize(("marked", "expected"), DURATIONS)
def test_durations_have_a_length_and_no_place(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), SETS)
def test_what_recurs_is_a_set(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), TIMES)
def test_times_stand_on_their_day(check, marked, expected):
    check(marked, expected)
