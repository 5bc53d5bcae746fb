"""Nights of news that name no day, and what is shortly before or after a date."""

import pytest

from dateline.dates import find_dates


def _dates(text, style="news"):
    return [phrase.edtf for phrase in find_dates(text, "2015-07-16", style=style)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The price doubled overnight.", ["2015-07-15/2015-07-16"]),
        ("The well will be capped overnight.", ["2015-07-16"]),
        ("The price doubled overnight on May 3.", ["2015-05-03", "2015-05-03"]),
        (
            "Four miners came up overnight and the rest walked out on Tuesday afternoon.",
            ["2015-07-13/2015-07-14", "2015-07-14"],
        ),
        ("The town fell overnight into Monday.", ["2015-07-12", "2015-07-13"]),
        ("The town fell Sunday overnight.", ["2015-07-12", "2015-07-12"]),
        ("He quit on Thursday. His wife had left during the night.", ["2015-07-16", "2015-07-15/2015-07-16"]),
        ("The army came on Monday. During the night it left.", ["2015-07-13", "2015-07-13/2015-07-14"]),
        ("Thirty people were held last night.", ["2015-07-15"]),
        ("Thirty people were held during the night of Monday.", ["2015-07-13"]),
        ("He spoke on Monday. On the night of the vote he had been silent.", ["2015-07-13", None]),
    ],
)
def test_a_night_without_a_day_is_the_one_that_is_over(text, dates):
    """It has two days; a day beside it, or a text that looks ahead, tells which night is meant."""
    assert _dates(text) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The first calf fell ill shortly before Christmas.", "2014-12-25~"),
        ("They met again soon after Easter.", "2015-04-05~"),
        ("The bank failed just before the New Year.", "2015-01-01~"),
        ("The bank failed before the New Year.", "../2015-01-01"),
        ("The bank failed only after Easter.", "2015-04-05/.."),
        ("The bridge opened shortly after 1990.", "1990~"),
    ],
)
def test_shortly_before_a_date_is_about_then(text, date):
    assert _dates(text) == [date]
