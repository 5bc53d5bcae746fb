"""Many articles to what they tell."""

import re
from pathlib import Path

import pytest
import yaml

from dateline.exceptions import DatelineError
from dateline.extraction import read, read_all, workers
from dateline.model import Article

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yml"))


@pytest.fixture(scope="module")
def articles():
    """Enough texts for several batches, each its own."""
    texts = [yaml.safe_load(path.read_text(encoding="utf-8"))["text"].strip() for path in GOLDEN]
    return [
        Article(f"{name}-{year}", name, re.sub(r"\b20\d\d\b", str(year), text), published=f"{year}-11-20")
        for year in range(1990, 1998)
        for name, text in zip("abcdefghij", texts, strict=False)
    ]


@pytest.fixture
def small_batches(monkeypatch):
    """So that a few articles are work for several processes."""
    monkeypatch.setattr(workers, "_BATCH", 2000)


@pytest.mark.usefixtures("small_batches")
def test_readings_do_not_depend_on_jobs(articles):
    """However many processes read, the same readings come in the order of the articles."""
    alone, shared = list(read_all(articles)), list(read_all(articles, jobs=2))
    assert [reading.article for reading in alone] == articles
    assert shared == alone


def test_readings_do_not_depend_on_company(articles):
    """An article is read alike alone and among others."""
    assert list(read_all(articles[:6])) == [read(article) for article in articles[:6]]


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_are_taken_as_needed(articles, jobs):
    """A collection without end can be read: only a few batches are taken ahead."""
    taken = []

    def endless():
        while True:
            for article in articles:
                taken.append(article)
                yield article

    readings = read_all(endless(), jobs)
    for _ in range(3):
        next(readings)
    readings.close()
    assert len(taken) < 100


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_names_the_article(articles, jobs):
    """An article that cannot be read ends the reading with an error that names it."""
    unread = Article("lettre", "Lettre", "Rien à dire.", language="fr")
    with pytest.raises(DatelineError, match="article lettre: there are no date rules for the language 'fr'"):
        list(read_all([*articles, unread], jobs))


def test_no_articles():
    """No articles, no readings."""
    assert list(read_all([], jobs=4)) == []
