"""Dates of news that hang on what was told before: bare days of the month, "that Friday", "days later"."""

import pytest

from dateline.dates import find_dates

# A Wednesday.
WRITTEN = "2017-09-20"


def _dates(text, reference=WRITTEN, tense_at=None):
    return [phrase.edtf for phrase in find_dates(text, reference, style="news", tense_at=tense_at)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The bridge gave way on May 8. The inquiry opened on the 11th.", ["2017-05-08", "2017-05-11"]),
        ("In June the firm hid its debts until the 27th, when it failed.", ["2017-06", "../2017-06-27"]),
        ("Police fired on the 2nd of May; by the 9th the town was quiet.", ["2017-05-02", "../2017-05-09"]),
        ("After the killings of 3 May came the rally of the 7th.", ["2017-05-03", "2017-05-07"]),
        ("On 3 May the curfew fell. On the evening of the 7th it was back.", ["2017-05-03", "2017-05-07"]),
        ("She was seen there on the 14th.", ["2017-09-14"]),
        ("She was seen there on the 27th.", ["2017-08-27"]),
        ("She will be there on the 27th.", ["2017-09-27"]),
        ("She will be there on the 14th.", ["2017-10-14"]),
        ("He was held on the 14th. He appears in court on the 14th.", ["2017-09-14", "2017-10-14"]),
        (
            "It rained in May, from the 5th to the 9th.",
            ["2017-05", "2017-05-05/2017-05-09", "2017-05-05/2017-05-09"],
        ),
        ("He left on Monday. He had been seen on the 27th.", ["2017-09-18", "2017-08-27"]),
    ],
)
def test_a_bare_day_belongs_to_the_month_told_shortly_before(text, dates):
    """Without one, or where that is to come under a past verb, it is the last; under "will" the next."""
    assert _dates(text) == dates


def test_a_month_told_in_passing_gives_way():
    """A few sentences on, the days of the story go on and the month that was looked back to does not."""
    passing = "The crew had asked for new pumps, and for a second engineer, and had been given neither. "
    text = "An audit in March found rust. " + 2 * passing + "She called for help on the 9th."
    assert _dates(text) == ["2017-03", "2017-09-09"]


@pytest.mark.parametrize(
    "text",
    [
        "He lives on the 9th floor.",
        "It passed on the 3rd reading, and the 4th.",
        "From the 3rd to the 5th floor.",
    ],
)
def test_a_count_is_no_day(text):
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # 9 May 2017 was a Tuesday.
        ("The dam broke on 9 May. That Friday the mayor went.", ["2017-05-09", "2017-05-12"]),
        ("The dam broke on 9 May. We had been there that Sunday.", ["2017-05-09", "2017-05-07"]),
        ("I remember that Sunday well.", [None]),
        ("The two sides said that Friday was too early.", ["2017-09-15"]),
        ("The dam broke on 9 May. That night the mayor fled.", ["2017-05-09", "2017-05-09"]),
        ("The dam broke on 9 May; the next day he was held.", ["2017-05-09", "2017-05-10"]),
        ("The dam broke on 9 May; the day before, a guard had called.", ["2017-05-09", "2017-05-08"]),
        ("The dam broke on 9 May; he was held two days later.", ["2017-05-09", "2017-05-11"]),
        ("The dam broke on 9 May. On the following Friday he was held.", ["2017-05-09", "2017-05-12"]),
        ("The dam broke on 9 May. The previous Friday a guard had called.", ["2017-05-09", "2017-05-05"]),
        ("The dam was begun in May 2008; it broke the following April.", ["2008-05", "2009-04"]),
        ("The dam was begun in 2008; it broke the following April.", ["2008", "2009-04"]),
        ("He was held two days later.", [None]),
        ("Nobody sees it coming the week after.", [None]),
        ("Two years on, you can still smell it.", [None]),
    ],
)
def test_what_counts_from_a_day_needs_one(text, dates):
    """Where nothing was told to count from, the day of writing does not stand in for it."""
    assert _dates(text) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The lights went out last Tuesday.", "2017-09-12"),
        ("The lights went out last Monday.", "2017-09-18"),
        ("The lights went out last Tuesday night.", "2017-09-12"),
        ("The lights went out this past Tuesday.", "2017-09-19"),
        ("The lights went out on Tuesday.", "2017-09-19"),
    ],
)
def test_last_tuesday_is_not_yesterday(text, date):
    """Who means the day before would say so, or say "on Tuesday"."""
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A cabinet will be named before the month is out.", "../2017-09"),
        ("In May 2016 he was freed; before the year was over he was dead.", "../2016"),
    ],
)
def test_a_time_that_is_out_is_the_running_one_or_the_one_told(text, date):
    assert _dates(text)[-1] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He quit on Monday. In January 2014 a guard had seen it, and he was held the next day.", "2014-01~"),
        ("He quit on Monday. In May 2014 a guard had seen it, and he was held two weeks later.", "2014"),
        ("He quit on Monday. In December 2014 he hid; three weeks later he was held.", None),
        ("On 3 May he fell ill. The clinic, built in 1998, sent him home the next day.", "2017-05-04"),
    ],
)
def test_the_next_day_is_counted_from_where_the_text_has_gone_back_to(text, date):
    """Not from the day of the news before: of a month no day is known, so no day after it either."""
    assert _dates(text)[-1] == date


@pytest.mark.parametrize("style", ["news", "narrative"])
@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Police came on 2 May 2014. Five months later a monk found it. He was held the same week.",
            "2014-10~",
        ),
        ("She was born on 3 May 1923. In 1962 she sued. She was dismissed in the same week.", "1962"),
        ("The ship sank on 3 May 2016. The same week a diver died.", "2016-05-02/2016-05-08"),
    ],
)
def test_the_same_week_is_that_of_what_was_told_last(text, date, style):
    """Where that has a month or a year alone, it is no more precise, and not of a day told long before."""
    assert find_dates(text, WRITTEN, style=style)[-1].edtf == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It must close no later than 5 May 2019.", "../2019-05-05"),
        ("It opens not earlier than the first quarter of 2025.", "2025-33/.."),
        ("Bids are due not before June 2018.", "2018-06/.."),
        ("He will decide no sooner than 3 October.", "2017-10-03/.."),
        ("It closed later than May 2016.", "2016-05"),
        ("The shooting went on until about 4 a.m. on Monday.", "../2017-09-18"),
        ("The shooting began at about 4 a.m. on Monday.", "2017-09-18"),
    ],
)
def test_bounds(text, date):
    """A denied bound is the other one, and what is bounded by about a time is bounded all the same."""
    assert find_dates(text, WRITTEN, style="news")[0].edtf == date
