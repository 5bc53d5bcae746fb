"""A weekday is past or to come by the verb that governs it, not by every verb beside it."""

import pytest

from dateline.dates import find_dates

THURSDAY = "2019-03-14"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norvia agreed on Tuesday to buy its rival.", "2019-03-12"),
        ("The council decided on Friday to close the port.", "2019-03-08"),
        ("Germany and France agreed on Monday to lend the bank 8 billion euros.", "2019-03-11"),
        ("She said on Monday that the plant will close.", "2019-03-11"),
        ("The company announced on Tuesday it would cut 400 jobs.", "2019-03-12"),
        ("The two leaders will meet on Tuesday.", "2019-03-19"),
        ("The vote is due to be held on Friday.", "2019-03-15"),
        ("The ministers are to meet in Geneva on Monday.", "2019-03-18"),
        ("The strike ended on Monday after the firm promised to pay.", "2019-03-11"),
    ],
)
def test_weekday(text, day):
    """The past verb before a weekday puts it in the past; "will", "is to" and "is due to" put it ahead."""
    assert [phrase.edtf for phrase in find_dates(text, THURSDAY) if phrase.edtf] == [day]


@pytest.mark.parametrize(
    ("tense", "day"), [("past", "2019-03-12"), ("future", "2019-03-19"), (None, "2019-03-12")]
)
def test_a_callers_parse_goes_before_the_words(tense, day):
    """Who has parsed the text may say which tense governs a date; without an answer the words decide."""
    asked = []
    (phrase,) = find_dates(
        "The talks, Tuesday.", THURSDAY, tense_at=lambda offset: asked.append(offset) or tense
    )
    assert phrase.edtf == day
    assert asked == [len("The talks, ")]
