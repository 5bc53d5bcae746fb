"""Dates that point from the day of writing, Wednesday 17 December 2014, or from a date mentioned before."""

import pytest

FROM_THE_DAY_OF_WRITING = [
    # The present at large is a name's; a thing's is this day.
    ("Few in [today]'s Beirut remember it.", "DATE PRESENT_REF -"),
    ("Few came to [today]'s meeting.", "DATE 2014-12-17 2014-12-17"),
    ("[At one point] it fell by half.", "DATE PAST_REF -"),
    ("He left [today].", "DATE 2014-12-17 2014-12-17"),
    ("He left [yesterday].", "DATE 2014-12-16 2014-12-16"),
    ("He leaves [tomorrow].", "DATE 2014-12-18 2014-12-18"),
    ("He left [the day before yesterday].", "DATE 2014-12-15 2014-12-15"),
    ("He left on [Monday].", "DATE 2014-12-15 2014-12-15"),
    ("He left on [Friday].", "DATE 2014-12-12 2014-12-12"),
    ("He spoke on [Wednesday].", "DATE 2014-12-17 2014-12-17"),
    ("He will speak on [Friday].", "DATE 2014-12-19 2014-12-19"),
    ("Markets stay closed until [Friday].", "DATE 2014-12-19 ../2014-12-19"),
    ("He left [last Friday].", "DATE 2014-12-12 2014-12-12"),
    ("He leaves [next Friday].", "DATE 2014-12-19 2014-12-19"),
    ("He leaves [this Friday].", "DATE 2014-12-19 2014-12-19"),
    ("He left [last week].", "DATE 2014-W50 2014-12-08/2014-12-14"),
    ("He left [this week].", "DATE 2014-W51 2014-12-15/2014-12-21"),
    ("He leaves [next week].", "DATE 2014-W52 2014-12-22/2014-12-28"),
    ("He left [last month].", "DATE 2014-11 2014-11"),
    ("He leaves [next month].", "DATE 2015-01 2015-01"),
    ("He left [last year].", "DATE 2013 2013"),
    ("[this year]'s budget", "DATE 2014 2014"),
    ("in [the current year]", "DATE 2014 2014"),
    ("He left [last summer].", "DATE 2014-SU 2014-22"),
    ("He leaves [next spring].", "DATE 2015-SP 2015-21"),
    ("[this summer] was hot", "DATE 2014-SU 2014-22"),
    ("He left [last June].", "DATE 2014-06 2014-06"),
    ("[last quarter] was weak", "DATE 2014-Q3 2014-35"),
    ("It broke down [last weekend].", "DATE 2014-W50-WE 2014-12-13/2014-12-14"),
    ("It broke down over [the weekend].", "DATE 2014-W50-WE 2014-12-13/2014-12-14"),
    ("He left [two days ago].", "DATE 2014-12-15 2014-12-15"),
    ("He left [three weeks ago].", "DATE 2014-W48 2014-11-24/2014-11-30"),
    ("He left [a month ago].", "DATE 2014-11 2014-11"),
    ("He left [two years ago].", "DATE 2012 2012"),
    ("He left [more than two decades ago].", "DATE 199 199X"),
    (
        "He leaves [two weeks from now].",
        "DATE 2015-W01 2014-12-29/2015-01-04",
    ),
    ("He left [half a century ago].", "DATE 1964 1964"),
    ("He came [Monday last week].", "DATE 2014-12-08 2014-12-08"),
    ("He came [last Christmas].", "DATE 2013-12-25 2013-12-25"),
    ("He comes [this coming Monday].", "DATE 2014-12-22 2014-12-22"),
    ("[the year-ago quarter]", "DATE 2013-Q4 2013-36"),
    ("by [year-end]", "DATE 2014 ../2014"),
    ("He left [earlier today].", "DATE 2014-12-17 2014-12-17"),
    ("It fell in [April].", "DATE 2014-04 2014-04"),
    ("It will end in [April].", "DATE 2015-04 2015-04"),
    ("It is due in [April].", "DATE 2015-04 2015-04"),
    ("It fell on [June 18].", "DATE 2014-06-18 2014-06-18"),
    ("The vote on [January 8] is open.", "DATE 2015-01-08 2015-01-08"),
    ("It fell in [June last year].", "DATE 2013-06 2013-06"),
    ("It fell in [the spring of last year].", "DATE 2013-SP 2013-21"),
    ("in [the summer of next year]", "DATE 2015-SU 2015-22"),
    ("It is [now] open.", "DATE PRESENT_REF -"),
    ("It [recently] opened.", "DATE PAST_REF -"),
    ("plans for [the future]", "DATE FUTURE_REF -"),
    ("growth in [the past]", "DATE PAST_REF -"),
]

FROM_A_DATE_MENTIONED = [
    (
        "It rose in [May 2013] against [the same period last year].",
        "DATE 2013-05 2013-05 | DATE 2012-05 2012-05",
    ),
    (
        "It left on [5 May 2013] and came [three days] later than planned.",
        "DATE 2013-05-05 2013-05-05 | DURATION P3D -",
    ),
    # Counted from a year, a month is unknown; the day of writing has nothing to do with it.
    ("In [1998] he left. [Three months later] he died.", "DATE 1998 1998 | DATE XXXX-XX -"),
    (
        "He came on [March 3]. He left [two days later].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-05 2014-03-05",
    ),
    (
        "He came on [March 3]. He left [the next day].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-04 2014-03-04",
    ),
    (
        "He came on [March 3]. He left [the following day].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-04 2014-03-04",
    ),
    (
        "He came on [March 3]. He had left [the day before].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-02 2014-03-02",
    ),
    (
        "He came on [March 3]. He left [the same day].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-03 2014-03-03",
    ),
    (
        "He came on [March 3]. He left [that very day].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-03 2014-03-03",
    ),
    (
        "He came on [March 3] and left [the very day].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03-03 2014-03-03",
    ),
    # A clause says which day.
    ("He came on [March 3]. He had left the very day the port opened.", "DATE 2014-03-03 2014-03-03"),
    ("He came on [March 3]. He left on the very day that it opened.", "DATE 2014-03-03 2014-03-03"),
    ("He came on [March 3]. He left [that day].", "DATE 2014-03-03 2014-03-03 | DATE 2014-03-03 2014-03-03"),
    (
        "He came on [March 3]. He left [later that month].",
        "DATE 2014-03-03 2014-03-03 | DATE 2014-03 2014-03",
    ),
    ("He came in [May 2008]. He left [two months later].", "DATE 2008-05 2008-05 | DATE 2008-07 2008-07"),
    ("He came in [2008]. He had left [a year earlier].", "DATE 2008 2008 | DATE 2007 2007"),
    ("He came in [2008]. He left [the following year].", "DATE 2008 2008 | DATE 2009 2009"),
    ("He came in [2008]. He left in [October of that year].", "DATE 2008 2008 | DATE 2008-10 2008-10"),
    ("He came in [May 2008] and left in [the same month].", "DATE 2008-05 2008-05 | DATE 2008-05 2008-05"),
]


@pytest.mark.parametrize(("marked", "expected"), FROM_THE_DAY_OF_WRITING)
def test_phrases_count_from_the_day_of_writing(check, marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), FROM_A_DATE_MENTIONED)
def test_phrases_count_from_the_date_mentioned_last(check, marked, expected):
    check(marked, expected)
