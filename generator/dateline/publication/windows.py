"""The days between which something lies: what evidence narrows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.edtf import Day, Edtf, in_words, parse


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, both ends in it; None where an end is open."""

    first: date | None = None
    last: date | None = None

    @property
    def days(self) -> int | None:
        """How many days it holds, None with an open end."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1

    def meet(self, other: "Window") -> "Window | None":
        """The days that lie in both, None if there are none."""
        first = max((day for day in (self.first, other.first) if day), default=None)
        last = min((day for day in (self.last, other.last) if day), default=None)
        return None if first and last and last < first else Window(first, last)

    def moved(self, earlier: int, later: int) -> "Window":
        """The window with its first day so many days earlier and its last one so many later."""
        try:
            return Window(
                self.first and self.first - timedelta(days=earlier),
                self.last and self.last + timedelta(days=later),
            )
        except OverflowError:  # the calendar ends there
            return self

    @property
    def edtf(self) -> str | None:
        """A day, ``a/b``, ``a/..`` or ``../b``; None where both ends are open.

        Beside an open end a whole year is told as such: ``2011/..``.
        """
        if self.first is None and self.last is None:
            return None
        if self.first == self.last:
            return str(self.first)
        if self.first and self.last:
            return f"{self.first}/{self.last}"
        if self.first:
            return (
                f"{self.first.year:04}/.."
                if (self.first.month, self.first.day) == (1, 1)
                else f"{self.first}/.."
            )
        if self.last and (self.last.month, self.last.day) == (12, 31):
            return f"../{self.last.year:04}"
        return f"../{self.last}"

    @property
    def some_day(self) -> str | None:
        """EDTF for one time within it, not known closer: a day, ``[a..b]``, ``[a..]`` or ``[..b]``."""
        edtf = self.edtf
        if edtf is None or "/" not in edtf:
            return edtf
        start, end = ("" if side == ".." else side for side in edtf.split("/"))
        return f"[{start}..{end}]"


def window_of(edtf: str) -> Window:
    """The days of a date; an end that the calendar of ``datetime`` does not reach is open."""
    bounds = parse(edtf)
    return Window(_day(bounds.earliest), _day(bounds.latest))


def _day(day: Day | None) -> date | None:
    return date(*day) if day and 1 <= day.year <= 9999 else None


def one_of(windows: Iterable[Window]) -> str:
    """EDTF for some time within one of several closed windows."""
    days = ((str(window.first), str(window.last)) for window in windows)
    return f"[{','.join(first if first == last else f'{first}..{last}' for first, last in days)}]"


def said(edtf: str) -> str:
    """When something was that happened at one time within a date: "between 3 January and 5 May 2020"."""
    date_ = parse(edtf)
    if date_.form != "interval":
        return f"{_preposition(date_)} {in_words(date_)}"
    start, end = date_.parts
    words = in_words(f"[{start.text if start else ''}..{end.text if end else ''}]")
    known = [end_ for end_ in (start, end) if end_]
    return words if len(known) > 1 else f"{_preposition(known[0])} {words}"


def _preposition(date_: Edtf) -> str:
    return "on" if date_.form == "day" else "in"
