"""The year of a day or month that names none, and the week of a bare weekday, in news."""

import pytest

from dateline.dates import find_dates

# A Tuesday.
WRITTEN = "2018-11-20"


def _dates(text, reference=WRITTEN, tense_at=None):
    return [phrase.edtf for phrase in find_dates(text, reference, style="news", tense_at=tense_at)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nobody was hurt when rebels overran the airfield on April 30.", "2018-04-30"),
        ("She fled the town before shells struck it in January.", "2018-01"),
        ("The ferry, which sank in February, had no lifeboats.", "2018-02"),
        ("The mayor, whose arrest in December had caused an outcry, is free.", "2017-12"),
        ("The strike in which two miners drowned in January is over.", "2018-01"),
        ("He wrote to the bank in December.", "2017-12"),
        ("On 3 March the dykes broke.", "2018-03-03"),
        ("In January thousands fled the valley.", "2018-01"),
        ("The flood of March 3 and its victims.", "2018-03-03"),
        ("The fire of November 24 and its dead.", "2017-11-24"),
        ("In January the court took its time.", "2018-01"),
        ("Exports have fallen since December.", "2017-12/.."),
    ],
)
def test_what_is_told_as_past_lies_in_the_past(text, date):
    """Irregular verbs, relative clauses and "when" count; so does having no verb to look ahead."""
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A study predicts 900 deaths by the end of May.", "../2019-05"),
        ("The bank predicted 3,000 bankruptcies by April.", "../2019-04"),
        ("The treaty takes effect on January 5.", "2019-01-05"),
        ("Their lease runs out on Thursday.", "2018-11-22"),
        ("The country goes to the polls on Sunday.", "2018-11-25"),
        ("The summit has been moved to January 12.", "2019-01-12"),
        ("The hearing was adjourned until Thursday.", "../2018-11-22"),
        ("The match was postponed to Friday.", "2018-11-23"),
        ("The concert on 2 December was called off.", "2018-12-02"),
        ("The December 2 concert was cancelled.", "2018-12-02"),
        ("The concert was called off on 2 November.", "2018-11-02"),
        ("A rally called for Thursday may be banned.", "2018-11-22"),
        ("The miners have called a strike for Thursday.", "2018-11-22"),
        ("A rally called for Thursday drew nobody.", "2018-11-15"),
        ("He was tried for Thursday's raid.", "2018-11-15"),
        ("A rally on Thursday is likely to be banned.", "2018-11-22"),
        ("The baby was due in January.", "2019-01"),
        ("The deadline, which was moved, is January 15.", "2019-01-15"),
        ("Thursday's final will be the last.", "2018-11-22"),
        ("The summit is in April.", "2019-04"),
        ("Parliament votes on the bill on Thursday.", "2018-11-22"),
    ],
)
def test_forecasts_and_what_is_put_off_lie_ahead(text, date):
    """A present that looks ahead, and the new day of what has been moved: not the day when that was done."""
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("As recently as Thursday the firm said it would not sell.", "2018-11-15"),
        ("As late as Thursday the firm said it would not sell.", "2018-11-15"),
        ("The bid is a tenth above Friday's close and will be paid in cash.", "2018-11-16"),
        ("By Thursday the army had taken the bridge.", "../2018-11-15"),
        ("By Thursday the army will have taken the bridge.", "../2018-11-22"),
        ("The council, known for its patience, meets on Thursday.", "2018-11-22"),
    ],
)
def test_the_words_right_beside_a_weekday(text, date):
    assert _dates(text) == [date]


def test_the_words_beside_a_date_go_before_a_callers_parse():
    """A parse may take the verb of another clause for the one above the date; "had" after it settles it."""
    text = "A decree will restore the grant, whose end in January had led to riots."
    assert _dates(text, tense_at=lambda _: "future") == ["2018-01"]


def test_a_winter_is_of_the_year_in_which_it_begins():
    """In January this winter began last year, and last winter the year before."""
    assert _dates("Six have died this winter.", "2018-01-28") == ["2017-24"]
    assert _dates("Six died last winter.", "2018-01-28") == ["2016-24"]
    assert _dates("Six may die this winter.") == ["2018-24"]


def test_an_hour_after_a_month_is_of_no_known_day():
    """An hour is of the day told last, else of that of writing; after a month it is of none."""
    assert _dates("It burnt on Monday. It fell at 9pm.") == ["2018-11-19", "2018-11-19T21:00"]
    assert _dates("It fell at 9pm.") == ["2018-11-20T21:00"]
    assert _dates("It opened in June 2010. It fell at 9pm.") == ["2010-06", None]
