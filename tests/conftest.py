"""What tests share: the raw articles beside the repository."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dateline.articles import read_article

# No test may fail for being slow.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

RAW = Path(__file__).parents[2] / "shared" / "articles"


@pytest.fixture(scope="session")
def raw_articles():
    """The five raw articles by the first three letters of their names, as ``dateline add`` stores them."""
    files = sorted(RAW.glob("*.txt"))
    if not files:
        pytest.skip("the five original articles are absent: put them in ../shared/articles")
    return {path.name[:3]: read_article(path) for path in files}


@pytest.fixture(scope="session")
def dated_articles(raw_articles):
    """The same with the one date added that a person knows: the 2014 report says no more than "in June"."""
    return raw_articles | {"004": replace(raw_articles["004"], published="2014-12")}
