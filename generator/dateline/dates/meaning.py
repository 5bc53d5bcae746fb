"""What words about time mean as long as nobody knows when they were written: underspecified.

``resolve`` turns these into TIMEX3 values once a reference date and the earlier dates of the text are known.
"""

from dataclasses import dataclass, replace
from typing import Literal

from dateline.model import TimexType

Unit = Literal["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE", "TH", "TM", "TS"]
"""Day, week, weekend, month, quarter, half-year, year, decade, century, hour, minute, second."""

Which = Literal[-2, -1, 0, 1]
"""The one before yesterday ("last Friday"), the last, this or the next one."""

Base = Literal["reference", "previous"]
"""What a relative expression counts from: the day the text was written, or the date last mentioned in it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that the words state in full: a decade, a year before Christ, PRESENT_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as far as the words name it; None for what they leave open."""

    year: int | None = None
    """Below 100: the last two figures of a year ("'89"). Before Christ: see ``calendars.before_christ``."""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday to 7 for Sunday."""
    part: str | None = None
    """A part of the year: SP, SU, FA, WI, Q1 to Q4, H1, H2."""
    which: Which | None = None
    """None if the words do not say."""
    holiday: str | None = None
    """The rule of a holiday, see ``holidays``."""
    bare: bool = False
    """Whether the year has three figures without an era, so that what is told decides between BC and AD."""
    of: "Meaning | None" = None
    """What stands for the year or month: "June of *that year*"."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after something: "last week", "two days later", "the same month"."""

    unit: Unit
    amount: int | None
    """None for "a few"."""
    base: "Base | Meaning"
    calendar: bool = True
    """True: the unit is a calendar one ("last week"); False: a distance from a day ("a week ago")."""


@dataclass(frozen=True, slots=True)
class Part:
    """A unit inside a longer one: "the last week of March", "the second half of 2008"."""

    unit: Unit
    place: int
    """1 for the first, -1 for the last; 0 for the one that holds the start of ``whole``."""
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    time: str
    """Of the form ``T09:30``, with the offset from UTC if the words give one; or TMO, TMI, TAF, TEV, TNI."""
    day: "Meaning | None" = None
    """None: the day of the context."""


@dataclass(frozen=True, slots=True)
class Same:
    """The very date last mentioned, whatever its precision: "at that time"."""


Meaning = Fixed | Day | Shift | Part | Clock | Same
Tense = Literal["past", "future"]
Mod = Literal["START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"]
Bound = Literal["since", "by", "before", "beside", "near", "overnight", "from", "to"]
"""``since``: starts then; ``by``: is over then; ``before``: is over when that begins; ``beside``: shortly
after or before a time; ``near``: shortly after or before a date; ``overnight``: in the night from then to the
next day; ``from`` and ``to``: the ends of a range."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a rule reads the words it matched."""

    type: TimexType
    meaning: Meaning
    mod: Mod | None = None
    only: Literal["news", "narrative"] | None = None
    """The style in which the words count, None for both: "soon" looks ahead in news, in narrative it only
    links; narrative corpora mark "former" and "at the same time", news corpora do not."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words in a text that say when, and what they mean."""

    start: int
    end: int
    first: int
    """Its first token."""
    last: int
    """Its last token, inclusive."""
    reading: Reading
    tense: Tense | None = None
    """Of the verb that governs it, where a missing year or week depends on it."""
    settled: bool = False
    """Whether the words right beside it settle the tense, so that no verb above it counts."""
    bound: Bound | None = None
    """How the words around it bound the time of what is told."""
    partner: int | None = None
    """The place in the document's list of the other end of a range."""
    item: bool = False
    """Whether it heads an item of a chronology, or names the year of the item that follows."""
    follows: bool = False
    """Whether it goes on from a date with its year that opened a sentence before."""
    reported: bool = False
    """Whether it only says when something was said: "he said on Friday"."""
    event: Shift | None = None
    """When something else happened that the words place by it: "*two days after* the strike"."""
    evidence_start: int = -1
    evidence_end: int = -1

    def means(self, meaning: Meaning) -> "Expression":
        """Returns the same words with another meaning."""
        return replace(self, reading=replace(self.reading, meaning=meaning))
