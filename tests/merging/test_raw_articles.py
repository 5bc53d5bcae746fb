"""What the five raw articles must give; facts only, their sentences stay outside this repository."""

import pytest

from dateline.edtf import parse
from dateline.merging import build_events


@pytest.fixture(scope="module")
def events(dated_articles):
    return build_events(dated_articles.values())


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
]


@pytest.mark.parametrize(("date", "words", "dated", "article"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_event(events, dated_articles, date, words, dated, article):
    """The event is found, dated as its words allow, and quotes them."""
    fitting = [e for e in events if e.date == date and all(word in e.title for word in words)]
    assert len(fitting) == 1
    told = [s for s in fitting[0].sources if s.article == dated_articles[article].id]
    assert any(dated in source.dated.lower() for source in told if source.dated)


def test_quotes_are_verbatim(events, dated_articles):
    """Every quote stands in its article; so do the words that dated an event, in one quote at least."""
    texts = {article.id: article.text for article in dated_articles.values()}
    for event in events:
        for source in event.sources:
            assert source.quote in texts[source.article]
            assert source.dated is None or source.dated in source.quote
        assert any(source.dated for source in event.sources) or event.date.endswith("~")


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
    """An article of unknown date gives only what it dates by itself: "on Sunday" gives nothing."""
    events = build_events([raw_articles["000"], raw_articles["003"]])
    assert {event.date for event in events} == {"2014~/2016~", "../2020"}
