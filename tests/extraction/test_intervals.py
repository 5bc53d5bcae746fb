"""Dates counted from other dates."""

import pytest

from dateline.extraction.when.intervals import shifted


@pytest.mark.parametrize(
    ("date", "duration", "sign", "expected"),
    [
        ("2019-05-09", "P2D", -1, "2019-05-07"),
        ("2019-05-09", "P1W", 1, "2019-05-16"),
        ("2020-01-01", "P1D", -1, "2019-12-31"),
        ("2019-05-09", "P3M", 1, "2019-08"),
        ("2019-01-31", "P1M", -1, "2018-12"),
        ("2019-05", "P1Y", 1, "2020"),
        ("2019-05", "P2D", 1, None),
        ("2019", "P2M", 1, None),
        ("2019/2021", "P1Y", 1, None),
        ("2010-23", "P4M", -1, None),
        ("2019-05-09", "PT3H", 1, None),
        ("9999-12-31", "P1D", 1, None),
    ],
)
def test_shifted(date, duration, sign, expected):
    """The result is as precise as the words: days from a day, months from a month, else nothing."""
    assert shifted(date, duration, sign) == expected
