"""Undated articles are dated from evidence, and every piece of it is kept with its words."""

from dataclasses import replace
from itertools import permutations

import pytest

from dateline.dates import find_dates
from dateline.edtf import parse
from dateline.extraction import read
from dateline.model import Article, Mention, Passage
from dateline.publication.dating import Dating, chain, date_articles, one_line
from dateline.publication.news_days import date_of, within


def _article(id_, text, published=None):
    return Article(id=id_, title="", text=text, published=published)


def _dated(*articles):
    return date_articles([read(article) for article in articles])


def _published(text, *others):
    """When an article of this text was published by the evidence of it and others."""
    return _dated(_article("undated", text), *others)["undated"].published


def _rules(dating, *, accepted):
    return [piece.rule for piece in dating.evidence if piece.accepted == accepted]


MEETING = _article(
    "told-on-16-may",
    "President Ilsa Vernholt met Chancellor Tomas Brekke in Oslo on Tuesday to discuss fishing.",
    "2018-05-16",
)
KILLING = _article(
    "told-in-2016", "Gunmen killed the journalist Mara Quist in Riga on 4 March 2016.", "2016-03-05"
)


# -- the raw articles ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def raw_datings(raw_articles):
    """The datings of the raw articles by the first three letters of their file names."""
    found = _dated(*raw_articles.values())
    return {key: found.get(article.id) for key, article in raw_articles.items()}


@pytest.mark.parametrize("key", ["000", "001"])
def test_an_encounter_that_another_article_dates(raw_datings, raw_articles, key):
    """Two men met on the 27th, so news of it came out then or within three days."""
    dating = raw_datings[key]
    assert dating.published == "2023-02-27/2023-03-02"
    (piece,) = [piece for piece in dating.evidence if piece.rule == "encounter"]
    assert piece.accepted
    assert piece.article == raw_articles["002"].id
    assert piece.sentence in raw_articles[key].text


def test_dates_follow_from_the_days_of_publication(raw_articles, raw_datings):
    """Whichever of the four days the article came out, its weekdays and its last week are the same."""
    article = replace(raw_articles["000"], published=raw_datings["000"].published)
    found = {phrase.text: phrase.edtf for phrase in read(article).phrases}
    assert found["Friday"] == "2023-02-24"
    assert found["Sunday"] == "2023-02-26"
    assert found["Monday"] == "2023-02-27"
    assert found["last week"] == "2023-02-20/2023-02-26"


def test_a_death_told_as_past_and_a_forecast(raw_datings):
    """No older than the killing that another article dates, no younger than what is to come in it."""
    dating = raw_datings["003"]
    assert dating.published == "2020-01-03/2020-12-31"
    assert _rules(dating, accepted=True) == ["to come", "to come", "deed"]
    assert not any("2023" in (piece.bound or "") for piece in dating.evidence)
    assert one_line(dating).endswith(
        ": published between 3 January and 31 December 2020, from 2 pieces of evidence"
    )


def test_a_year_told_as_past(raw_datings):
    """No other article dates what the report tells, so it stays open at its end."""
    assert raw_datings["004"].published == "2011/.."


def test_a_date_of_publication_given_goes_before_all_evidence(raw_articles):
    """A dated article is not dated again, and its own weekdays and months follow from what is given."""
    third = replace(raw_articles["003"], published="2020-11-15")
    fourth = replace(raw_articles["004"], published="2014-12")
    assert _dated(third, fourth, raw_articles["002"]) == {}
    assert "2020-11-15" in {phrase.edtf for phrase in read(third).phrases}
    assert "2014-06" in {phrase.edtf for phrase in read(fourth).phrases}


# -- stamps and datelines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Updated: 3 May 2019\n\nThe bridge was closed.", "2019-05-03"),
        ("Updated: 5 May 2019\nPublished: 3 May 2019\n\nThe bridge was closed.", "2019-05-03"),
        ("The bridge was closed.\n\nLast updated on 3 May 2019", "2019-05-03"),
        ("BASRA, June 12, 2014 (AFP) - The bridge was closed.", "2014-06-12/2014-06-13"),
        ("Published: 02/03/2023\n\nThe bridge was closed.", "2023-02-03/2023-03-02"),
        ("Published: 02/03/2023\n\nThe bridge was closed. It fell on 20 February 2023.", "2023-03-02"),
    ],
)
def test_a_stamp_in_the_text(text, published):
    """A stamp gives the day; one that can be read two ways only where other evidence decides."""
    assert _published(text) == published or (
        published is None and _published(text) in {None, "2023-02-01/.."}
    )


def test_a_dateline_without_a_year_waits_for_the_year():
    """The day counts once the other evidence leaves one year for it; else it is told as open."""
    text = "BASRA, June 12 (AFP) - The bridge was closed. The town was rebuilt in 2014."
    assert _published(f"{text} It will be reopened by the end of 2014.") == "2014-06-12/2014-06-13"
    dating = _dated(_article("undated", text))["undated"]
    assert dating.published == "2014/.."
    (piece,) = [piece for piece in dating.evidence if piece.rule == "dateline"]
    assert (piece.accepted, piece.bound) == (False, None)
    assert "no year" in piece.because


# -- dates told as past or to come --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("After 2011 the town emptied.", "2011/.."),
        ("The dam burst between 2015 and 2017.", "2017/.."),
        ("The bridge was built in March 2012 and repaired on 5 May 2013.", "2013-05-05/.."),
        ("The whole of 2019 was dry.", "2019-12-31/.."),
        ("The targets for 2030 were agreed in 2016.", "2016/.."),
        ("He was elected around 2010.", "2009/.."),
        ("The town is old.", None),
        ("The plan of 2040 is bold.", None),
        ("The mayor decided to leave by 2030.", None),
        ("If the dam bursts in 2030, the town floods.", None),
    ],
)
def test_what_is_told_as_past_bounds_from_below(text, published):
    """From its first day: the year may be the running one, unless the words say that it is over."""
    assert _published(text) == published


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The port will be finished by the end of 2025.", "../2025"),
        ("The port will open by May 2025 and a pier is expected to open in 2027.", "../2025-05-31"),
        ("A second pier is expected to open in 2027.", "../2027"),
        ("By 2030 the port will be full.", "../2030"),
        ("He said the port would be finished by 2025.", None),
        ("The port was expected to open in 2025.", None),
        ("In 2010 officials said the port will be finished by 2015.", "2010/.."),
        ("The port will be run by the firm that was founded in 1950.", "1950/.."),
        ("The port has been closed since 2019.", "2019/.."),
    ],
)
def test_what_is_still_to_come_bounds_from_above(text, published):
    """To its last day; but what was to come for those who spoke earlier may be over by now."""
    assert _published(text) == published


# -- what other articles date -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Protesters marched to avenge the killing of the journalist Mara Quist. They asked for justice.",
        "A street is to bear the name of Mara Quist. Mara Quist was shot dead at her door.",
        "Mara Quist’s death changed the law, her brother said.",
        "The trial began of the men accused of killing Mara Quist.",
    ],
)
def test_a_death_that_another_article_dates(text):
    """Told as past, in verb or noun, it came before the article."""
    assert _published(text, KILLING) == "2016-03-04/.."


@pytest.mark.parametrize(
    "text",
    [
        "Police uncovered a plot to kill Mara Quist.",
        "Mara Quist received a prize for her reports.",
        "Mara Quist said that two men were killed.",
        "Gunmen threatened to kill Mara Quist if she wrote on.",
        "The killing of the journalist Jonas Quist was condemned.",
    ],
)
def test_a_death_that_has_not_come_to_pass_or_is_another_one(text):
    """A plot, a threat, the person alone or a namesake bound nothing."""
    assert _published(text, KILLING) is None


def test_of_two_dates_of_a_death_the_earlier_is_certain():
    """Articles that differ on the day leave the article free to lie between."""
    other = _article("told-wrongly", "Mara Quist was killed in Riga on 9 March 2016.", "2016-04-01")
    text = "Protesters marched to avenge the killing of the journalist Mara Quist."
    assert _published(text, KILLING, other) == "2016-03-04/.."


def test_a_vaguer_date_of_a_death_widens_no_bound():
    """March holds the fourth: who tells no more than the month tells no earlier day."""
    vague = _article("told-vaguely", "Mara Quist was killed in Riga in March 2016.", "2016-04-01")
    text = "Protesters marched to avenge the killing of the journalist Mara Quist."
    assert _published(text, KILLING, vague) == "2016-03-04/.."


def test_news_of_an_encounter():
    """Told as news without a day, it dates the article to that day or the three after."""
    text = "Chancellor Tomas Brekke and President Ilsa Vernholt held talks in the Norwegian capital."
    dating = _dated(_article("undated", text), MEETING)["undated"]
    assert dating.published == "2018-05-15/2018-05-18"
    (piece,) = dating.evidence
    assert (piece.rule, piece.accepted, piece.article) == ("encounter", True, MEETING.id)
    assert piece.sentence == text


def test_a_weekday_that_does_not_fit_rejects_an_encounter():
    """The 15th was a Tuesday; a meeting on a Friday is another one, and the chain says so."""
    text = "The ministers rose early. Tomas Brekke met President Ilsa Vernholt in Oslo on Friday."
    dating = _dated(_article("undated", text), MEETING)["undated"]
    assert dating.published is None
    (piece,) = dating.evidence
    assert not piece.accepted
    assert "no Friday" in piece.because
    assert "no Friday" in chain(dating)


@pytest.mark.parametrize(
    "text",
    [
        # Only one of the two.
        "Chancellor Tomas Brekke met King Olaf Stenersen in Bergen.",
        # Background.
        "The mayor resigned. In 2012 Tomas Brekke had met Ilsa Vernholt in Oslo.",
        # Still to come.
        "Chancellor Tomas Brekke will meet President Ilsa Vernholt in Oslo.",
        "Tomas Brekke spoke before his meeting with President Ilsa Vernholt, which is to begin soon.",
        # No encounter.
        "Tomas Brekke and Ilsa Vernholt are lawyers by training.",
    ],
)
def test_no_encounter_without_two_people_who_meet_as_news(text):
    """One shared name, an earlier meeting, or mere mention dates nothing to 2018."""
    published = _published(text, MEETING)
    assert published is None or published == "2012/.."


def test_two_encounters_of_the_same_people_leave_it_open():
    """Which of two meetings it tells, only other evidence can decide."""
    again = _article(
        "told-in-2019", "Ilsa Vernholt met Tomas Brekke in Bergen on 4 March 2019 to sign.", "2019-03-05"
    )
    text = "Chancellor Tomas Brekke and President Ilsa Vernholt held talks at a hotel."
    dating = _dated(_article("undated", text), MEETING, again)["undated"]
    assert dating.published is None
    assert _rules(dating, accepted=False) == ["encounter"]
    decided = f"{text} The hotel opened in January 2019."
    assert _published(decided, MEETING, again) == "2019-03-04/2019-03-07"


# -- days without a year ------------------------------------------------------------------------------------

COURT = _article(
    "told-in-2011",
    "The Coastal Tribunal ruled against Senator Amara Lind in Gandoma on August 12, 2011. "
    "Amara Lind left the city.",
    "2011-08-14",
)


def test_another_article_gives_the_year_to_a_day_without_one():
    """Both tell of the same people on 12 August; without its year that day is less than a year away."""
    text = "Senator Amara Lind rested. The Coastal Tribunal ruled on August 12 that Amara Lind had to go."
    dating = _dated(_article("undated", text), COURT)["undated"]
    assert dating.published == "2011-08-12/2012-08-11"
    (piece,) = dating.evidence
    assert (piece.rule, piece.accepted, piece.article) == ("month", True, COURT.id)


def test_evidence_adds_up_to_a_day():
    """The year of one day gives the year of the dateline."""
    text = (
        "GANDOMA, Oct. 17 (AFP) - Senator Amara Lind rested. "
        "The Coastal Tribunal ruled on August 12 that Amara Lind had to go."
    )
    assert _published(text, COURT) == "2011-10-17/2011-10-18"


@pytest.mark.parametrize(
    "text",
    [
        # Other people.
        "The Northern Tribunal ruled on August 12 that Pio Marsh had to go.",
        # Another day.
        "The Coastal Tribunal ruled on August 13 that Amara Lind had to go.",
        # The passage has a year of its own.
        "In 2009 it began. The Coastal Tribunal ruled on August 12 that Amara Lind had to go.",
    ],
)
def test_a_day_without_a_year_that_no_other_article_tells_stays_open(text):
    assert not [piece for piece in _dated(_article("x", text), COURT)["x"].evidence if piece.rule == "month"]


def test_another_article_gives_the_year_to_a_month():
    """Of a month alone the deed must be the same, too."""
    siege = _article(
        "told-in-2014",
        "General Oleg Varn captured the fort of Karsk on 10 June 2014. Oleg Varn left.",
        "2014-06-12",
    )
    text = "General Oleg Varn rules the fort of Karsk, which Oleg Varn captured in June, Mina Sól wrote."
    same = replace(siege, id="told-again", text=f"{siege.text} Mina Sól wrote of it.")
    assert _published(text, same) == "2014-06-01/2015-06-01"
    assert _published(text.replace("captured", "painted"), same) is None


def test_a_day_that_two_years_fit_stays_open():
    """The same people on the same day of two years: which is meant does not show."""
    later = replace(COURT, id="told-in-2014", text=COURT.text.replace("2011", "2014"), published="2014-08-14")
    text = "Senator Amara Lind rested. The Coastal Tribunal ruled on August 12 that Amara Lind had to go."
    assert _published(text, COURT, later) is None


# -- contradictions, order, chains --------------------------------------------------------------------------


def test_what_contradicts_better_evidence_is_rejected_and_said():
    """The text tells 2021 as past, so it is not the news of a meeting of 2018."""
    text = (
        "Chancellor Tomas Brekke and President Ilsa Vernholt held talks in Oslo.\n\n"
        "The hotel was built in 2021."
    )
    dating = _dated(_article("undated", text), MEETING)["undated"]
    assert dating.published == "2021/.."
    (piece,) = [piece for piece in dating.evidence if not piece.accepted]
    assert piece.rule == "encounter"
    assert "“in 2021” is told as past" in piece.because


def test_a_stamp_goes_before_all_else():
    """What the text says of other years cannot move its stamp."""
    text = "Published: 3 May 2019\n\nThe port will be finished by the end of 2015."
    dating = _dated(_article("undated", text))["undated"]
    assert dating.published == "2019-05-03"
    assert _rules(dating, accepted=False) == ["to come"]


CHAIN = (
    MEETING,
    _article(
        "link",
        "Chancellor Tomas Brekke and President Ilsa Vernholt held talks in Oslo. "
        "The singer Edda Nordal met the painter Ruben Falck at the opera.",
    ),
    _article("end", "The painter Ruben Falck met the singer Edda Nordal at the opera."),
)


def test_an_article_dated_by_evidence_dates_another():
    """The end shares nothing with the dated article, but with one that does; its days are wider."""
    found = _dated(*CHAIN)
    assert found["link"].published == "2018-05-15/2018-05-18"
    # The opera was on a day up to three before the link came out, and the end came out up to three after.
    assert found["end"].published == "2018-05-12/2018-05-21"
    (piece,) = found["end"].evidence
    assert piece.article == "link"


def test_undated_articles_do_not_bear_each_other_out():
    """Two articles that only each other supports stay open."""
    found = _dated(*CHAIN[1:])
    assert {dating.published for dating in found.values()} == {None}


def test_the_order_of_articles_does_not_matter():
    readings = [read(article) for article in (*CHAIN, KILLING)]
    expected = date_articles(readings)
    assert all(date_articles(order) == expected for order in permutations(readings))


def test_dated_articles_need_no_dating():
    assert _dated(MEETING, KILLING) == {}


# -- in words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "x: nothing in it tells when it was published"),
        ("2020-01-03", "x: published on 3 January 2020, from 0 pieces of evidence"),
        ("2011/..", "x: published in 2011 or later, from 0 pieces of evidence"),
        ("../2020-05-04", "x: published on 4 May 2020 or earlier, from 0 pieces of evidence"),
        (
            "2023-02-27/2023-03-02",
            "x: published between 27 February and 2 March 2023, from 0 pieces of evidence",
        ),
    ],
)
def test_one_line(published, words):
    assert one_line(Dating("x", published, ())) == words


def test_every_bound_is_edtf():
    """What the evidence says by itself can be read by any tool, also where it was rejected."""
    again = replace(MEETING, id="again", text=MEETING.text.replace("Tuesday", "Monday"))
    text = "LIMA, June 12 (AFP) - Tomas Brekke and Ilsa Vernholt held talks. In 2011 a port was built."
    for dating in _dated(_article("undated", text), MEETING, again).values():
        assert dating.evidence
        for piece in dating.evidence:
            assert piece.bound is None or parse(piece.bound)


# -- news told with a bare weekday --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dated", "interval", "date"),
    [
        ("on Sunday", "2020-01-03/2020-12-31", "[2020-01-03..2020-12-31]"),
        ("yesterday", "2020-01-03/2020-12-31", "[2020-01-03..2020-12-31]"),
        ("on Sunday", "2023-02-27/2023-03-02", "2023-02-26"),
        ("on Sunday", "2020-11-15", "2020-11-15"),
        ("in June", "2014-09/2014-12", "2014-06"),
        ("in June", "2020-01-03/2020-12-31", "[2019-06..2020-06]"),
        ("last year", "2020-01-03/2021-12-31", "[2019..2020]"),
        ("on Sunday", "2011/..", "[2011..]"),
        ("on Sunday", "../2020", "[..2020]"),
        ("in June", "2011/..", "[2010-06..]"),
        ("since June", "2011/..", "[2010-06..]"),
        ("some day", "2011/..", None),
    ],
)
def test_within(dated, interval, date):
    """The news of an article lies in its days; what its words place otherwise, as far as the days say."""
    assert within(dated, interval) == date


def test_a_bare_weekday_is_kept_with_its_mention():
    """What an undated article tells of a weekday has no date yet, but the words that will give it."""
    article = _article("x", "The two ministers met in Oslo on Sunday and signed a treaty.")
    (first, *_) = read(article).mentions
    assert (first.date, first.dated) == (None, "on Sunday")
    assert "Sunday" not in first.title
    dating = Dating("x", "2021-06-07/2021-06-09", ())
    assert date_of(first, dating) == "2021-06-06"
    (again, *_) = read(replace(article, published=dating.published)).mentions
    assert (again.date, again.dated, again.title) == ("2021-06-06", "on Sunday", first.title)


def test_date_of_a_mention():
    """A date of its own stays; without one the words and the dating of the article decide."""
    told = Mention("x", Passage(0, 1, "."), "meet", ("meeting",), "They meet", (), (), None, "on Sunday")
    dating = Dating("x", "2020-01-03/2020-12-31", ())
    assert date_of(told, dating) == "[2020-01-03..2020-12-31]"
    assert date_of(replace(told, kind="planned"), dating) is None
    assert date_of(replace(told, date="2019"), dating) == "2019"
    assert date_of(replace(told, dated=None), dating) is None
    assert date_of(told, Dating("x", None, ())) is None
    assert [p.edtf for p in find_dates("on Sunday", dating.published)] == [None]
