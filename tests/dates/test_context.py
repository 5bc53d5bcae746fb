"""What the reference and the kind of text decide."""

from datetime import date

import pytest

from dateline.dates import find_dates
from dateline.exceptions import DatelineError, EdtfError

NARRATIVE = (
    "In September 1939 the army crossed the border. By early October the capital had fallen. "
    "In January 1940 a second front opened. On 3 March the city fell; two days later its rulers left. "
    "In December the winter stopped both sides. In February they moved again, until May 1941. "
    "The treaty of 1942 was signed in Rome in 1943."
)
NEWS = (
    "The minister resigned on Friday after a report in June. He had taken office last year. "
    "The report, published on March 3, covers the crisis of 2008 and the reform of 1998. "
    "He will leave in January, his office said today."
)


def _values(text, reference, style="auto"):
    return {phrase.text: phrase.value for phrase in find_dates(text, reference, style=style)}


def test_narrative_counts_from_the_year_it_has_come_to():
    values = _values(NARRATIVE, date(2009, 12, 19))
    assert values["early October"] == "1939-10"
    assert values["3 March"] == "1940-03-03"
    assert values["two days later"] == "1940-03-05"


def test_narrative_goes_on_into_the_next_year():
    """February after December is the next one."""
    values = _values(NARRATIVE, date(2009, 12, 19))
    assert values["December"] == "1940-12"
    assert values["February"] == "1941-02"


def test_news_counts_from_the_day_it_was_written():
    values = _values(NEWS, date(2014, 12, 17))
    assert values["Friday"] == "2014-12-12"
    assert values["June"] == "2014-06"
    assert values["last year"] == "2013"
    assert values["March 3"] == "2014-03-03"
    assert values["January"] == "2015-01"


TENSES = [
    ("The company said it would announce results on [Thursday].", "2014-12-18"),
    ("A decision could come as early as [Friday], he said.", "2014-12-19"),
    ("The two leaders agreed to meet on [Friday].", "2014-12-19"),
    ("The court rejected the appeal on [Friday].", "2014-12-12"),
    ("He was forced to resign on [Monday].", "2014-12-15"),
    ("Team to play abroad on [Friday]", "2014-12-19"),
    ("Shares fell ahead of [Thursday]'s report.", "2014-12-18"),
    ("He told reporters on [Friday] that he will leave.", "2014-12-12"),
    ("The product should ship in [January].", "2015-01"),
    ("The product shipped in [January].", "2014-01"),
    ("The hearing set for [January 8] was put off.", "2015-01-08"),
    ("He was killed on [January 8].", "2014-01-08"),
    ("They agreed to extend the truce through [Jan. 15].", "2015-01-15"),
]


@pytest.mark.parametrize(("marked", "value"), TENSES)
def test_the_verb_around_decides_between_past_and_future(marked, value):
    text = marked.replace("[", "").replace("]", "")
    (phrase,) = find_dates(text, "2014-12-17", style="news")
    assert phrase.text == marked[marked.index("[") + 1 : marked.index("]")]
    assert phrase.value == value


@pytest.mark.parametrize("text", [NARRATIVE, NEWS])
def test_auto_chooses_the_style_that_fits(text):
    reference = date(2014, 12, 17)
    style = "narrative" if text is NARRATIVE else "news"
    assert find_dates(text, reference) == find_dates(text, reference, style=style)


def test_a_few_years_of_background_make_no_narrative():
    text = "The north fell in June. The war of 1991, the sanctions of 1998 and the vote of 2005 led to it."
    assert _values(text, date(2014, 12, 17))["June"] == "2014-06"


def test_a_reference_may_be_edtf_text_or_a_date():
    assert find_dates(NEWS, "2014-12-17") == find_dates(NEWS, date(2014, 12, 17))


def test_without_a_reference_relative_phrases_stay_open():
    phrases = find_dates("He came on Friday, in June, last week, two years ago and yesterday.", None)
    assert [phrase.value for phrase in phrases] == ["XXXX-WXX-5", "XXXX-06", "XXXX-WXX", "XXXX", "XXXX-XX-XX"]
    assert {phrase.edtf for phrase in phrases} == {None}


def test_a_coarse_reference_resolves_only_what_it_determines():
    phrases = find_dates("He came last month, in June, this year, on Monday and last week.", "2014-12")
    assert [phrase.edtf for phrase in phrases] == ["2014-11", "2014-06", "2014", None, None]


def test_an_interval_over_a_new_year_leaves_the_year_open():
    phrases = find_dates("He came last year.", "2014-10-01/2015-02-01")
    assert [(phrase.value, phrase.edtf) for phrase in phrases] == [("XXXX", None)]


def test_an_open_interval_determines_nothing():
    assert [phrase.edtf for phrase in find_dates("He came last year.", "../2014")] == [None]


def test_a_range_is_two_phrases_with_the_same_evidence():
    text = "It withdrew its soldiers between 2007 and 2011."
    first, last = find_dates(text, None)
    assert (first.text, last.text) == ("2007", "2011")
    assert first.edtf == last.edtf == "2007/2011"
    assert text[first.evidence_start : first.evidence_end] == "between 2007 and 2011"
    assert (first.evidence_start, first.evidence_end) == (last.evidence_start, last.evidence_end)


def test_dates_joined_to_a_year_share_it():
    phrases = find_dates("Battles in April and June 1955, and from December 1914 to May.", "2009-12-19")
    assert [phrase.value for phrase in phrases] == ["1955-04", "1955-06", "1914-12", "1915-05"]


def test_a_headline_ends_at_its_line():
    """The weekday of a headline is not the weekday of the date below it."""
    phrases = find_dates("Markets closed until Friday\nSeptember 18, 2008\nIt was said.", "2008-09-18")
    assert [phrase.text for phrase in phrases] == ["Friday", "September 18, 2008"]


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(DatelineError, match="use one of en"):
        find_dates("Mardi", None, language="fr")


def test_a_reference_that_is_no_date_is_refused():
    with pytest.raises(EdtfError):
        find_dates("He came on Friday.", "soonish")


def test_news_goes_on_in_a_year_long_past():
    """A day with its year at the head of a sentence gives it to the days of the sentences after."""
    text = "On 5 September 1917 the stokers refused to work. Four men were shot on 11 September."
    assert [p.edtf for p in find_dates(text, "2014-02-01")] == ["1917-09-05", "1917-09-11"]
    aside = "Ruiz, who took power in May 2001, may stand because a court ruled so on August 12."
    assert [p.edtf for p in find_dates(aside, "2011-10-16")] == ["2001-05", "2011-08-12"]


def test_a_week_before_a_range_is_before_its_start():
    text = "Between 3 and 19 August 2021 they razed the camp, though a court had forbidden it a week before."
    assert find_dates(text, "2021-11-30")[-1].edtf == "2021-07-26/2021-08-01"


def test_this_spring_points_at_the_day_of_writing():
    """A few years told in passing do not make a narrative of news that speaks of its own spring."""
    text = (
        "The rains failed this spring, as in October 2018, 2011 and 2009. Wells dried up in April. "
        "In February the price rose, in March the export was banned, and on 12 June the water ran out."
    )
    assert [p.edtf for p in find_dates(text, "2022-06-30")][-3:] == ["2022-02", "2022-03", "2022-06-12"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "The kiln caught fire on Monday, the owner said on Thursday. Smoke was seen at 4 a.m.",
            "2015-07-13T04:00",
        ),
        ("On Tuesday the harbour board admitted that the pumps had stopped at 11:06 p.m.", None),
        ("The kiln caught fire on Monday. Smoke was seen at 4 a.m.", "2015-07-13T04:00"),
    ],
)
def test_a_bare_hour_is_of_a_day_on_which_more_happened_than_that_it_was_told(text, date):
    """When somebody spoke says nothing of when that was of which they spoke."""
    hour = next(phrase for phrase in find_dates(text, "2015-07-16", style="news") if phrase.type == "TIME")
    assert hour.edtf == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The ferry sailed on the evening of 2 May 2011. It struck a reef at 3 a.m.", "2011-05-03T03:00"),
        ("Thieves broke in at 11.40pm on Tuesday. The guard was found at 5.30am.", "2015-07-15T05:30"),
        ("Thieves broke in at 11.40pm on Tuesday. The guard was found at 9.30am.", "2015-07-14T09:30"),
        ("Thieves broke in at 2 a.m. on Tuesday. The guard was found at 5.30am.", "2015-07-14T05:30"),
    ],
)
def test_small_hours_after_an_evening_are_of_the_next_day(text, date):
    assert find_dates(text, "2015-07-16", style="news")[-1].edtf == date


@pytest.mark.parametrize("words", ["at about 6 a.m.", "at around 6 a.m.", "about 6 a.m."])
def test_about_an_hour_is_only_some_time_of_the_day(words):
    """EDTF has no "about" for times of the day."""
    assert find_dates(f"The kiln caught fire {words} Monday.", "2015-07-16")[0].edtf == "2015-07-13"


def test_the_weekday_is_that_of_the_days_told():
    """In "on the Wednesday" the article points back to what was told, and not to the day of writing."""
    text = "The river rose on 30 June. The bridge was closed at 9 p.m. on the Wednesday."
    assert [phrase.edtf for phrase in find_dates(text, "2015-07-16", style="news")] == [
        "2015-06-30",
        "2015-07-01T21:00",
        "2015-07-01",
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "The mine opened in March 2010. Five months later it flooded, and on 23 August it was closed.",
            ["2010-03", "2010-08", "2010-08-23"],
        ),
        (
            "A first attempt was made on 12 March 2013. Six weeks later, on 24 April, the diver came back.",
            ["2013-03-12", "2013-04-22/2013-04-28", "2013-04-24"],
        ),
        (
            "It will open in May 2016. The crew, which arrived on 2 May, is small.",
            ["2016-05", "2015-05-02"],
        ),
    ],
)
def test_a_day_beside_a_counted_month_or_week_has_its_year(text, dates):
    assert [phrase.edtf for phrase in find_dates(text, "2015-07-16", style="news")] == dates


def test_weeks_are_not_counted_from_a_day_of_a_year_that_the_text_has_left():
    text = "The deal was signed on 20 February 2007. In March 2008 it broke. He quit three weeks later."
    assert find_dates(text, "2011-11-08", style="news")[-1].edtf == "2008"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 1946 he sailed to Norway and in March he married.", "1946-03"),
        ("In 1946 he sailed to Norway. In March he married.", "2014-03"),
        ("In 1946 the mine closed; it will reopen in June.", "2014-06"),
        ("In 2012 he sailed to Norway, and in March he married.", "2014-03"),
    ],
)
def test_a_month_is_of_the_year_long_past_that_opens_its_sentence(text, date):
    """So it is in no other sentence, nor of what is to come, nor where the year is not long past."""
    assert find_dates(text, "2014-05-20", style="news")[-1].edtf == date


def test_a_text_that_says_what_will_be_counts_from_its_own_day_whatever_years_it_tells():
    """An obituary names the years of a life, and then the day of last month that ended it."""
    years = " ".join(f"In {year} she moved again." for year in range(1960, 1976))
    life = f"{years} She died on 12 February."
    assert _values(life, "2010-02-24")["12 February"] == "1975-02-12"
    assert _values(f"{life} A book will follow.", "2010-02-24")["12 February"] == "2010-02-12"


def test_that_autumn_is_over():
    """News says "this autumn" of the one it is in, so "that" is of the year told before."""
    text = "She was warned in May 2009. The findings came out yesterday. She was moved that autumn."
    assert _values(text, "2014-10-18")["that autumn"] == "2009-FA"
    assert _values("She was moved that autumn.", "2014-10-18")["that autumn"] == "XXXX-FA"
    assert (
        _values("She fell ill last May and was moved that autumn.", "2015-03-18")["that autumn"] == "2014-FA"
    )
