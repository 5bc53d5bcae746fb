"""The days that dates cover, as numbers, and how two dates stand to each other."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.edtf import Day, parse

# News told without a date on a day may be told with the day before, or two, by another outlet.
NEWS_AGE = 3
# A year told in one article may be a day in another; wider spans are told on their own.
_WIDEST_FIT = 366

_GOES_ON = "/.."

Fit = Literal["same", "near", "within", "open", "unsaid"]


@dataclass(frozen=True, slots=True)
class Span:
    """The days a date covers, counted from 0000-03-01; None on an open side."""

    first: int | None
    last: int | None
    approximate: bool = False
    begins: int | None = None
    """Of one without an end, the last day on which it may have begun."""

    @property
    def days(self) -> int | None:
        """How many days it covers, None when open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def breadth(self) -> int:
        """How many days it covers; an open side counts as a century."""
        return self.days or 36_525

    def widened(self, days: int) -> "Span":
        """The same days and so many more on either side."""
        first = None if self.first is None else self.first - days
        last = None if self.last is None else self.last + days
        return Span(first, last, self.approximate)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two can have a day in common."""
        return (
            self.first is None
            or other.last is None
            or other.first is None
            or self.last is None
            or (self.first <= other.last and other.first <= self.last)
        )


UNKNOWN = Span(None, None, approximate=True)


@cache
def span_of(edtf: str) -> Span:
    """The days that an EDTF date covers."""
    date = parse(edtf)
    if edtf.endswith(_GOES_ON):
        start = span_of(edtf.removesuffix(_GOES_ON))
        return Span(start.first, None, date.approximate, start.last)
    first, last = (d and number_of(d) for d in (date.earliest, date.latest))
    return Span(first, last, date.approximate)


def number_of(day: Day) -> int:
    """The number of a day in the proleptic Gregorian calendar, 0000-03-01 being 0.

    Source: the usual count of years that begin in March, so that a leap day comes last.
    """
    year = day.year - (day.month <= 2)
    in_year = (153 * (day.month + (-3 if day.month > 2 else 9)) + 2) // 5 + day.day - 1
    return 365 * year + year // 4 - year // 100 + year // 400 + in_year


def fit(one: str | None, other: str | None) -> Fit | None:
    """How two dates can be those of one happening.

    Returns:
        "same" days; "near" where one is only the day the news came out; "within", the one lies in the
        other; "open", they start together and one has no end; "unsaid", one is not known; None where they
        exclude each other or are too wide to tell.
    """
    if one is None or other is None:
        return "unsaid"
    a, b = span_of(one), span_of(other)
    if (a.first, a.last) == (b.first, b.last):
        return "same"
    if a.days is None or b.days is None:
        return _open_fit(a, b)
    narrow, wide = sorted((a, b), key=lambda span: span.breadth)
    if narrow.days == wide.days == 1:
        return "near" if _is_news_of(a, b) or _is_news_of(b, a) else None
    if wide.breadth <= _WIDEST_FIT and _contains(wide, narrow):
        return "within"
    return None


def _open_fit(a: Span, b: Span) -> Fit | None:
    """A start told alone, and told as going on since: both begin at one time."""
    starts, goes_on = (b, a) if a.days is None else (a, b)
    if starts.days is None or goes_on.first is None or starts.first is None or starts.last is None:
        return None
    begins = goes_on.first if goes_on.begins is None else goes_on.begins
    return "open" if starts.first <= begins and goes_on.first <= starts.last else None


def _is_news_of(news: Span, told: Span) -> bool:
    """Whether what is only known to be the news of a day may be of another day that is told."""
    if not news.approximate or news.first is None or told.first is None:
        return False
    age = news.first - told.first
    return abs(age) <= NEWS_AGE if told.approximate else 0 <= age <= NEWS_AGE


def _contains(wide: Span, narrow: Span) -> bool:
    return (
        wide.first is not None
        and narrow.first is not None
        and wide.last is not None
        and narrow.last is not None
        and wide.first <= narrow.first
        and narrow.last <= wide.last
    )
