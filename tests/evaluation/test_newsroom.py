"""The newsroom corpus is sound: articles read as they stand, dates parse, and every telling is found."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from tests.evaluation.timelines import one_day

from dateline.articles import read_article
from dateline.edtf import parse
from dateline.merging import build_events

NEWSROOM = Path(__file__).parent / "newsroom"
ARTICLES = {
    path.stem: path
    for folder in (NEWSROOM, NEWSROOM / "unseen")
    for path in sorted((folder / "articles").glob("*.md"))
}
FRESH = sorted((NEWSROOM / "fresh" / "articles").glob("*.md"))
TIMELINES = sorted(NEWSROOM.rglob("timelines/*.yml"))
KEYS = {"date", "title", "weight", "kind", "tellings"}


def timeline(path):
    """The events of a timeline, every date as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def articles_of(path):
    """The articles of a timeline's story, by id."""
    folder = path.parents[1] / "articles"
    return {id_: file for id_, file in ARTICLES.items() if file.parent == folder and id_[:-2] == path.stem}


def test_twelve_stories_of_five_articles():
    """Half of the stories are for development, the other half unseen, and no article lies beside a story."""
    assert [len([p for p in TIMELINES if ("unseen" in p.parts) is unseen]) for unseen in (False, True)] == [
        6,
        6,
    ]
    assert {len(articles_of(path)) for path in TIMELINES} == {5}
    assert len(ARTICLES) == 60


@pytest.mark.parametrize("path", ARTICLES.values(), ids=ARTICLES)
def test_articles_read_as_they_stand(path):
    """An article has a title, an outlet and a day, is of the agreed length, and loses no word when read."""
    article = read_article(path)
    assert article.title
    assert article.outlet
    assert parse(article.published).form == "day"
    assert 150 <= len(article.text.split()) <= 450
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert article.text.split() == body.split()


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_stories_are_told_by_several_outlets_on_several_days(path):
    read = [read_article(file) for file in articles_of(path).values()]
    assert 3 <= len({article.outlet for article in read}) <= 5
    assert len({article.published for article in read}) >= 3


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_events_are_complete(path):
    """Eight events or more in order of their dates, each with a date that parses, a title and a weight."""
    events = timeline(path)
    assert 8 <= len(events) <= 26
    for event in events:
        assert KEYS - {"kind"} <= event.keys() <= KEYS
        assert event["title"]
        assert len(event["title"]) <= 90
        assert event["weight"] in {"1", "2", "3", "4", "5"}
        assert event.get("kind", "planned") in {"planned", "forecast", "denied"}
    dates = [parse(event["date"]) for event in events]
    assert all(a.sort_key <= b.sort_key for a, b in pairwise(dates))


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_tellings_stand_once_in_their_article(path):
    """Every event is told, in words that its article has exactly once."""
    texts = {id_: read_article(file).text for id_, file in articles_of(path).items()}
    for event in timeline(path):
        assert event["tellings"]
        for telling in event["tellings"]:
            assert telling.keys() == {"article", "words"}
            assert 4 <= len(telling["words"].split()) <= 8
            assert texts[telling["article"]].count(telling["words"]) == 1, telling


def test_a_hundred_events_of_the_fresh_articles_are_judged():
    """Each judgement says yes or no twice, why not, and of which words of which article."""
    judged = yaml.load((NEWSROOM / "fresh" / "judgements.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    texts = {path.stem: " ".join(read_article(path).text.split()) for path in FRESH}
    assert len(judged) == 100
    for each in judged:
        assert {each["faithful"], each["printable"]} <= {"yes", "no"}
        assert each["why"] or each["faithful"] == each["printable"] == "yes"
        assert each["words"] in texts[each["article"]]


def test_a_hundred_events_of_real_news_are_judged():
    """Each event has both verdicts, and a reason where one is no."""
    judged = timeline(NEWSROOM.parent / "real_news.yml")
    assert len(judged) == 100
    for each in judged:
        assert {each["faithful"], each["printable"]} <= {"yes", "no"}
        assert each["why"] or each["faithful"] == each["printable"] == "yes"
        assert parse(each["date"]) is not None


def test_no_event_joins_two_stories():
    """Converted together, each event has its sources in one story: strangers are not joined."""
    story = {id_: id_[:-2] for id_ in ARTICLES} | {path.stem: path.stem for path in FRESH}
    events = build_events(read_article(path) for path in (*ARTICLES.values(), *FRESH))
    told = [{source.article for source in event.sources} for event in events]
    assert sum(len(articles) > 1 for articles in told) >= 20
    assert [articles for articles in told if len({story[id_] for id_ in articles}) > 1] == []


def test_what_comes_out_on_one_day_is_not_one_event():
    """A day on which hundreds of articles tell of other things joins hardly any of them."""
    articles, events, joined = one_day()
    assert events > 4 * articles
    assert joined < events / 30
