"""What articles tell without saying when: more of a dated event, or the news of the day itself."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.merging.same_event import same_deed, same_people, shares_agent, span_of
from dateline.model import Article, Mention

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# An article has one piece of news and some that go with it; what comes later in it is background.
_NEWS_PER_ARTICLE = 5
# The story of an article stands in its opening and is at most a week old.
_OPENING = 1200
_FRESH = 7
_STATEMENTS = frozenset({"statement", "accusation", "demand", "threat"})

Group = list[Mention]


def place_undated(
    groups: Sequence[Group], undated: Sequence[Mention], articles: Mapping[str, Article]
) -> list[Group]:
    """Put each undated mention where it belongs.

    One that tells more of what its article dates joins that event. What is left of an article whose day of
    publication is known is its news: it happened about that day. What an article of unknown date tells
    without a date stays out.

    Args:
        groups: the dated mentions by event.
        undated: mentions without a date, in text order within each article.
        articles: the articles by id.

    Returns:
        The groups with what joined them, and the new groups of the news.
    """
    placed = [list(group) for group in groups]
    of_article: dict[str, list[Group]] = defaultdict(list)
    for group in placed:
        for article in {mention.article for mention in group}:
            of_article[article].append(group)
    for article_id, told in _by_article(undated).items():
        _place(told, of_article[article_id], articles[article_id], placed)
    return placed


def _by_article(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(mention)
    return found


def _place(told: list[Mention], own: list[Group], article: Article, placed: list[Group]) -> None:
    day = _DAY.fullmatch(article.published or "")
    story = _story(own, article) if day else None
    date = story[0].date if story else f"{article.published}~" if day else None
    background = _background(own, article)
    news: list[Group] = []
    for mention in told:
        if mention.kind != "happened":
            continue
        home = _home(mention, own) or _home(mention, news)
        if home is None and _STATEMENTS & set(mention.tags):
            home = _heard(mention, [story, *news] if story else news)
        if home is not None:
            home.append(replace(mention, date=home[0].date))
        elif date and mention.tags and mention.passage.start < background and len(news) < _NEWS_PER_ARTICLE:
            news.append([replace(mention, date=f"{date.rstrip('~')}~")])
    placed.extend(news)


def _story(own: Sequence[Group], article: Article) -> Group | None:
    """The event that an article is about: the first that it dates to a day of the week before it came out."""
    leads = [
        (mention.passage.start, group)
        for group in own
        for mention in group
        if mention.article == article.id
        and mention.passage.start < _OPENING
        and _is_fresh(mention.date, article)
    ]
    return min(leads, key=lambda lead: lead[0])[1] if leads else None


def _background(own: Sequence[Group], article: Article) -> int:
    """Where an article turns from its news to what went before: at the first date that is not of its week."""
    told = [mention for group in own for mention in group if mention.article == article.id]
    return min((m.passage.start for m in told if not _is_fresh(m.date, article)), default=len(article.text))


def _is_fresh(date: str | None, article: Article) -> bool:
    if date is None or article.published is None or not _DAY.fullmatch(date):
        return False
    age = span_of(article.published).first, span_of(date).first
    return age[0] is not None and age[1] is not None and 0 <= age[0] - age[1] <= _FRESH


def _home(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The event of the same article that a mention tells more of."""
    fitting = (g for g in groups if any(same_deed(mention, m) and same_people(mention, m) for m in g))
    return next(fitting, None)


def _heard(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The event at which something was said: one in which the speaker has a part."""
    return next((g for g in groups if any(shares_agent(mention, m) for m in g)), None)
