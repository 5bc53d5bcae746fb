"""Spans of days that evidence narrows."""

from datetime import date

import pytest

from dateline.edtf import parse
from dateline.publication.windows import Window, one_of, said, window_of

JAN, MAY, DEC = date(2020, 1, 3), date(2020, 5, 4), date(2020, 12, 31)


def test_what_two_windows_share():
    assert Window(JAN, None).meet(Window(None, DEC)) == Window(JAN, DEC)
    assert Window(JAN, MAY).meet(Window(MAY, DEC)) == Window(MAY, MAY)
    assert Window(MAY, None).meet(Window(None, JAN)) is None
    assert Window().meet(Window(JAN, None)) == Window(JAN, None)


@pytest.mark.parametrize(
    ("window", "edtf"),
    [
        (Window(), None),
        (Window(JAN, JAN), "2020-01-03"),
        (Window(JAN, DEC), "2020-01-03/2020-12-31"),
        (Window(JAN, None), "2020-01-03/.."),
        (Window(None, MAY), "../2020-05-04"),
        (Window(date(2011, 1, 1), None), "2011/.."),
        (Window(None, DEC), "../2020"),
    ],
)
def test_edtf(window, edtf):
    """A whole year beside an open end is told as the year; what is written is read back the same."""
    assert window.edtf == edtf
    if edtf:
        assert window_of(edtf) == window


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-01-03", "on 3 January 2020"),
        ("2020-01", "in January 2020"),
        ("2020-01-03/2020-05-04", "between 3 January and 4 May 2020"),
        ("2011/..", "in 2011 or later"),
        ("2020-01-03/..", "on 3 January 2020 or later"),
        ("../2020", "in 2020 or earlier"),
    ],
)
def test_in_words(edtf, words):
    assert said(edtf) == words


def test_one_of_several():
    edtf = one_of([Window(JAN, JAN), Window(MAY, DEC)])
    assert edtf == "[2020-01-03,2020-05-04..2020-12-31]"
    assert parse(edtf).latest == (2020, 12, 31)


def test_the_ends_of_the_calendar():
    """Where the calendar ends a window cannot move on, and what lies outside it is open."""
    assert Window(date.min, date.min).moved(3, 0) == Window(date.min, date.min)
    assert window_of("-0500/2020") == Window(None, DEC)
