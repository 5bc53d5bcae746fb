"""The months that tellings fall into, and stretches of months that are merged on their own."""

from collections.abc import Mapping

from dateline.edtf import parse
from dateline.merging.tellings import Telling
from dateline.model import Article

Month = int
"""Counted from the year 0."""


def month_of(telling: Telling, article: Article) -> Month:
    """The month in which a telling begins; of one without a date, that in which its article came out."""
    date = telling.date or article.published
    if date is None:
        return 0
    known = parse(date)
    day = known.earliest or known.latest
    return day.year * 12 + day.month if day else 0


def stretches(tellings: Mapping[Month, int], most: int) -> list[list[Month]]:
    """The months, put together to stretches of about as many tellings.

    Args:
        tellings: how many there are of each month.
        most: with how many a stretch is full; it ends with the month in which it comes to them.
    """
    found: list[list[Month]] = []
    full = True
    told = 0
    for month in sorted(tellings):
        if full:
            found.append([])
            told = 0
        found[-1].append(month)
        told += tellings[month]
        full = told >= most
    return found
