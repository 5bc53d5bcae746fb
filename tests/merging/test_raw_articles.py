"""What the five raw articles must give; facts only, their sentences stay outside this repository."""

from dataclasses import replace

import pytest

from dateline.edtf import parse
from dateline.merging import build_events, convert


@pytest.fixture(scope="module")
def conversion(dated_articles):
    return convert(dated_articles.values())


@pytest.fixture(scope="module")
def events(conversion):
    return list(conversion.events)


@pytest.fixture(scope="module")
def undated(raw_articles):
    """What the articles give as they come, only one of them with a date of its own."""
    return convert(raw_articles.values())


# Date, words of the title, the words that dated it (in lower case), the article.
EXPECTED = [
    ("2003", {"US", "Iraq"}, "early 2003", "002"),
    ("2007/2011", {"US", "Iraq"}, "between 2007 and 2011", "002"),
    ("2014", {"US"}, "in 2014", "002"),
    ("2014-06", {"Islamic State", "Iraq"}, "in june", "004"),
    ("2014-06/..", {"Iran", "1,000", "advisers", "Iraq"}, "since", "004"),
    ("2020-01-05", {"parliament", "resolution"}, "on january 5, 2020", "002"),
    ("2020-01-03", {"US", "Soleimani", "Muhandis"}, "on january 5, 2020, two days after", "002"),
    ("2019/2021", {"attacks", "U.S. forces"}, "between 2019 and 2021", "001"),
    ("2021-12", {"US", "end", "combat mission"}, "in december 2021", "002"),
    ("2023-02-27", {"Salami", "Abbasi", "Tehran"}, "on monday", "002"),
    ("2011", {"U.S. troops"}, "in 2011", "004"),
    ("2014~/2016~", {"Guards", "militia", "Iraq"}, "mid-2010s", "000"),
    ("2023-02-24", {"Reda"}, "on friday", "000"),
    ("2023-02-26", {"Ashtiani", "press conference", "Reda"}, "on sunday", "000"),
    ("2023-02-20/2023-02-26", {"Amir-Abdollahian", "Iraq"}, "last week", "000"),
]


@pytest.mark.parametrize(("date", "words", "dated", "article"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_event(events, dated_articles, date, words, dated, article):
    """The event is found, dated as its words allow, and quotes them."""
    fitting = [e for e in events if e.date == date and all(word in e.title for word in words)]
    assert len(fitting) == 1
    told = [s for s in fitting[0].sources if s.article == dated_articles[article].id]
    assert any(dated in source.dated.lower() for source in told if source.dated)


def test_one_meeting_told_by_three(events, dated_articles):
    """Three articles that name one of the two men differently tell one meeting, each in its own words."""
    (meeting,) = [e for e in events if "meets" in e.title]
    assert meeting.date == "2023-02-27"
    tellers = {dated_articles[number].id for number in ("000", "001", "002")}
    assert {source.article for source in meeting.sources} == tellers
    assert meeting.importance == 5


def test_undated_articles_are_dated_from_evidence(undated, raw_articles):
    """Each undated article gets the days that its evidence leaves, as far as it goes and no further."""
    published = {
        number: undated.datings[raw_articles[number].id].published for number in ("000", "001", "003", "004")
    }
    assert published == {
        "000": "2023-02-27/2023-03-02",
        "001": "2023-02-27/2023-03-02",
        "003": "2020-01-03/2020-12-31",
        "004": "2011/..",
    }


def test_another_visit_in_another_time_stays_apart(undated, raw_articles):
    """What an article of 2020 tells of Sunday lies within its own days and joins no meeting of 2023."""
    name = raw_articles["003"].id
    told = [event for event in undated.events if any(source.article == name for source in event.sources)]
    (talks,) = [event for event in told if "talks" in event.title]
    assert talks.date == "[2020-01-03..2020-12-31]"
    assert any(source.dated and "Sunday" in source.dated for source in talks.sources)
    assert all(
        {source.article for source in event.sources} <= {name, raw_articles["002"].id} for event in told
    )
    assert not any(event.date.startswith("2023") for event in told)


def test_a_date_of_publication_settles_the_day(raw_articles):
    """Given that the article came out on a Sunday, its "on Sunday" is that day."""
    article = replace(raw_articles["003"], published="2020-11-15")
    events = convert([article]).events
    assert any(e.date == "2020-11-15" and "talks" in e.title for e in events)


def test_an_open_month_stays_open(undated, raw_articles):
    """A June of an article of 2011 or later is the June of 2010 or a later one."""
    name = raw_articles["004"].id
    told = {e.title: e.date for e in undated.events for source in e.sources if source.article == name}
    (captured,) = [date for title, date in told.items() if "Islamic State captures" in title]
    (sent,) = [date for title, date in told.items() if "1,000" in title]
    assert captured == sent == "[2010-06..]"
    assert set(told.values()) == {"2011", "[2010-06..]", "[2011..]"}


@pytest.mark.parametrize(("given", "date"), [(True, "2014-12~"), (False, "[2011..]")])
def test_two_figures_are_two_claims(events, undated, given, date):
    """The advisers whom a cleric counts and the guards whom a group counts are not one event."""
    told = events if given else undated.events
    (advisers,) = [e for e in told if "1,000" in e.title]
    assert not any("7000" in source.quote for source in advisers.sources)
    (guards,) = [e for e in told if any("7000" in source.quote for source in e.sources)]
    assert guards.date == date


def test_quotes_are_verbatim(conversion, dated_articles):
    """Every quote stands in its article; so do the words that dated an event, unless it is only the news."""
    texts = {article.id: article.text for article in dated_articles.values()}
    windows = {dating.published for dating in conversion.datings.values()}
    for event in conversion.events:
        for source in event.sources:
            assert source.quote in texts[source.article]
            assert source.dated is None or source.dated in source.quote
        is_news = event.date.endswith("~") or event.date[1:-1].replace("..", "/") in windows
        assert is_news or any(source.dated for source in event.sources)


def test_titles_fit_a_headline(events):
    """A title is short, tells no date and no attribution, and does not break off."""
    for event in events:
        assert len(event.title) <= 90
        assert not event.title.endswith((".", ",", " of", " to", " and", " the"))
        assert not any(char.isdigit() and event.date[:4] in event.title for char in event.title)


def test_forecasts_are_not_told_as_fact(events):
    """What is to come by the end of 2020 is a forecast of the expert who made it."""
    forecast = next(e for e in events if parse(e.date).earliest is None)
    assert (forecast.date, forecast.kind) == ("../2020", "forecast")
    assert forecast.sources[0].speaker == "Richard Nephew"


def test_speakers(events):
    """Who is on record is named, and an outlet's own words have no speaker."""
    by_date = {event.date: event.sources[0].speaker for event in events}
    assert "senior Iranian cleric" in by_date["2014-06"]
    assert by_date["2011"] == "Washington Post"
    assert by_date["2019/2021"] == "Al Arabiya"
    assert by_date["2003"] is None


def test_order_of_articles_does_not_matter(dated_articles, events):
    """The same articles give the same events in whatever order they are read."""
    assert build_events(list(dated_articles.values())[::-1]) == events


def test_without_dates_nothing_is_invented(raw_articles):
    """Where little tells when an article came out, its news is dated as little."""
    events = build_events([raw_articles["000"], raw_articles["003"]])
    (talks,) = [event for event in events if "talks" in event.title]
    assert talks.date == "[..2020]"
    bounds = {"2014~/2016~", "../2020", "[..2020]", "[2010..]"}
    assert {event.date for event in events} == bounds
