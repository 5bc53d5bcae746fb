"""The days that one article speaks of: which are its news, which it looks back to, and where it does so."""

import re

from dateline.merging.spans import UNKNOWN, span_of
from dateline.model import Passage, Reading
from dateline.publication.windows import window_of

_SINGLE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=[T~]|$)")
# What is at most a week old is news, if it is told no wider.
_FRESH = 7
_YEAR = 366
# So far goes the opening of an article, in characters.
LEAD = 300
# A date of publication wider than this says too little of when the news was.
_LONGEST_MONTH = 31


class ArticleDays:
    """The days of an article.

    Args:
        reading: of it.
    """

    def __init__(self, reading: Reading) -> None:
        self._text, self._said = reading.article.text, reading.article.published
        published = span_of(self._said) if self._said else UNKNOWN
        self.some_day = window_of(self._said).some_day if self._said else None
        """What is news in an article that came out on some day in a long time is of some day in it, too."""
        self._published = published if published.breadth <= _LONGEST_MONTH else UNKNOWN
        self._dates = [(p.start, p.edtf) for p in reading.phrases if p.edtf and p.type in {"DATE", "TIME"}]
        self._past = [start for start, edtf in self._dates if self._is_old(edtf)]
        self._named = [(p.start, p.edtf) for p in reading.phrases if p.edtf and self.is_news(p.edtf)]
        opening = next((m.passage.end for m in reading.mentions if m.passage.start < LEAD), 0)
        self.opening = opening
        """Where the first passage that tells something ends."""
        if self._only_looks_back():
            opening = -1
        self.background = min((at for at in self._past if at > opening), default=len(self._text))
        """Where the first older date stands: from there on, what is told without a date need not be news."""

    @property
    def are_known(self) -> bool:
        """Whether it is known to some weeks when the article was published."""
        return self._published.days is not None

    def is_fresh(self, date: str | None) -> bool:
        """Whether a date is that of news: within the week before publication."""
        if date is not None and date == self.some_day:
            return True
        out, span = self._published, span_of(date) if date else UNKNOWN
        if span.first is None or span.last is None or out.first is None or out.last is None:
            return False
        narrow = span.breadth <= max(_FRESH, out.breadth)
        return narrow and out.first - _FRESH <= span.last <= out.last + 1

    def is_news(self, date: str) -> bool:
        """Whether a date is a day of news."""
        return self.is_fresh(date) and span_of(date).days == 1

    def day_at(self, passage: Passage, story: str | None) -> str | None:
        """The day of what a passage tells as news without saying when.

        Args:
            passage: of the article.
            story: the date of what the article is about, if it is about something.

        Returns:
            The day last named in its paragraph, else that of the story, for want of one that of the
            opening, and at last that of publication; a month where that is all that is known; else None.
        """
        paragraph = self._text.rfind("\n\n", 0, passage.start)
        past = [(at, day) for at, day in self._named if not self._is_ahead(day)]
        before = [day for at, day in past if paragraph < at < passage.end]
        news = [story] if story else [day for at, day in past if at < LEAD]
        found = (_SINGLE.match(day) for day in (*before[-1:], *news[:1], self._said) if day)
        return next((single.group() for single in found if single), None)

    def time_in(self, passage: Passage) -> str | None:
        """The one fresh time that a passage names, if that is longer than a day: "in a speech last week"."""
        inside = {edtf for at, edtf in self._dates if passage.start <= at < passage.end}
        only = inside.pop() if len(inside) == 1 else None
        return only if only and self.is_fresh(only) and not self.is_news(only) and "/" in only else None

    def names_other_day(self, passage: Passage, date: str | None) -> bool:
        """Whether a passage names a day of the news that is not that of a date."""
        span = span_of(date) if date else UNKNOWN
        named = (span_of(day) for at, day in self._named if passage.start <= at < passage.end)
        return any(not day.overlaps(span) for day in named)

    def names_other_time(self, passage: Passage) -> bool:
        """Whether a passage names a time that is not that of the news, so that its deed may be of then."""
        inside = (edtf for at, edtf in self._dates if passage.start <= at < passage.end)
        return any(not self.is_fresh(edtf) for edtf in inside)

    def looks_back(self, passage: Passage) -> bool:
        """Whether the article looks back in a passage: it or its paragraph so far names an older date."""
        paragraph = self._text.rfind("\n\n", 0, passage.start)
        return any(paragraph <= past < passage.end for past in self._past)

    def _only_looks_back(self) -> bool:
        """Whether an article opens long ago and has no day of news: then it tells no news at all."""
        first = next((span_of(edtf) for _, edtf in self._dates), UNKNOWN)
        out = self._published.first
        long_ago = first.last is not None and out is not None and out - first.last > _YEAR
        return long_ago and not any(self.is_fresh(edtf) for _, edtf in self._dates)

    def _is_ahead(self, date: str) -> bool:
        first, out = span_of(date).first, self._published.last
        return first is not None and out is not None and first > out

    def _is_old(self, date: str) -> bool:
        last, out = span_of(date).last, self._published.first
        return not self.is_fresh(date) and (out is None or (last is not None and last < out))
