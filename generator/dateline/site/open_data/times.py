"""When events were last changed, from what the site was made of alone: no clock is asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from dateline.edtf import parse
from dateline.model import Article, Event

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where there is nothing that could have changed."""


def last_change(event: Event, articles: Mapping[str, Article], changed: Mapping[str, datetime]) -> datetime:
    """Say when an event was last changed.

    Args:
        event: It.
        articles: By id.
        changed: When event files were changed, by path.

    Returns:
        That of its file; where it is not known, the day of the newest article that tells the event; and where
        none has a date, the day of the event itself.
    """
    if event.path in changed:
        return changed[event.path]
    told = (articles.get(source.article) for source in event.sources)
    days = [_last_day(article.published) for article in told if article and article.published]
    return max(days, default=None) or _last_day(event.date)


# The articles of a day are many.
@lru_cache(maxsize=65_536)
def _last_day(edtf: str) -> datetime:
    date = parse(edtf)
    day = date.latest or date.earliest
    if day is None or not 1 <= day.year <= 9999:
        return BEGINNING
    return datetime(*day, tzinfo=UTC)
