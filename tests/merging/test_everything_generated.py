"""What must hold of every event that conversion makes, whatever the article."""

from pathlib import Path

import pytest

from dateline.articles import read_article
from dateline.edtf import parse
from dateline.merging import build_events, convert

NEWSROOM = Path(__file__).parents[1] / "evaluation" / "newsroom"
_ENDS_OPEN = (" a", " an", " and", " or", " of", " the")


@pytest.fixture(scope="module")
def articles():
    """Every article of the newsroom."""
    return {path.stem: read_article(path) for path in sorted(NEWSROOM.rglob("articles/*.md"))}


@pytest.fixture(scope="module")
def events(articles):
    return build_events(articles.values())


def test_every_quote_is_verbatim(articles, events):
    """A quote stands in its article, and the words that date an event stand in a quote of it."""
    assert len(articles) > 250
    for event in events:
        assert event.sources
        for source in event.sources:
            assert source.quote in articles[source.article].text
            assert source.dated is None or source.dated in source.quote


def test_every_title_is_whole(events):
    """A title is at most 90 characters, has more than one word, and does not break off."""
    for event in events:
        assert 2 <= len(event.title) <= 90, event.title
        assert not event.title.endswith((*_ENDS_OPEN, ".", ",", ":")), event.title
        assert event.title.count("“") == event.title.count("”"), event.title
        assert len(event.title.split()) > 1, event.title


def test_every_date_is_told_or_the_day_of_the_news(events):
    """An event has a date by somebody's words, or is of about the day of an article's news."""
    for event in events:
        date = parse(event.date)
        assert any(source.dated for source in event.sources) or date.approximate, event


def test_no_article_has_more_events_than_a_reader_takes_in(articles, events):
    """On average an event has thirty words of its own."""
    words = sum(len(article.text.split()) for article in articles.values())
    assert len(events) <= words / 30


def test_a_sentence_tells_an_event_once(events):
    """No event has the same words of the same article twice."""
    for event in events:
        told = [(source.article, source.quote) for source in event.sources]
        assert len(told) == len(set(told))


def test_reading_on_two_cores_changes_nothing(articles, events):
    """However many processes share the work, the events are the same."""
    assert list(convert(articles.values(), jobs=2).events) == events
