"""Events and articles in the words of schema.org, for search engines and whoever gathers what is known.

A date is told only as far as it is known: schema.org has no "about" and no "by then".
"""

from collections.abc import Mapping
from functools import lru_cache
from json import JSONEncoder
from typing import Any

from dateline.edtf import Day, Edtf, parse
from dateline.model import Article, Event
from dateline.site.markup import safe_url

_to_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ISO_LENGTHS = (4, 7, 10)
"""Of a year, a month and a day."""


def event_data(event: Event, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Describe an event.

    Args:
        event: What is only expected, or denied, is no event to those who read this but a claim.
        articles: By id.
    """
    is_claim = event.kind in {"forecast", "denied"}
    told = [_told(source.article, source.url, articles) for source in event.sources]
    telling = [article for n, article in enumerate(told) if article and article not in told[:n]]
    data: dict[str, Any] = {"@type": "Claim" if is_claim else "Event", "name": event.title}
    if not is_claim:
        data |= _days(event.date)
    if event.kind == "planned":
        data["eventStatus"] = "https://schema.org/EventScheduled"
    if event.places and not is_claim:
        data["location"] = list(event.places)
    if event.actors:
        data["about"] = [{"@type": "Thing", "name": name} for name in event.actors]
    if telling:
        data["appearance" if is_claim else "subjectOf"] = telling
    return data


def _told(name: str, url: str | None, articles: Mapping[str, Article]) -> dict[str, Any] | None:
    """Who tells an event, in short: what more is known of an article stands on its own page."""
    article = articles.get(name)
    if article is None:
        return {"@type": "CreativeWork", "url": url} if safe_url(url) else None
    short = {"@type": "NewsArticle", "headline": article.title}
    return short | ({"url": article.url} if safe_url(article.url) else {})


def article_data(article: Article) -> dict[str, Any]:
    """Describe an article, which stands elsewhere: a site's own page only names it."""
    data: dict[str, Any] = {"@type": "NewsArticle", "headline": article.title, "inLanguage": article.language}
    if published := article.published and as_known(parse(article.published)):
        data["datePublished"] = published
    if article.outlet:
        data["publisher"] = {"@type": "Organization", "name": article.outlet}
    if article.place:
        data["locationCreated"] = {"@type": "Place", "name": article.place}
    if safe_url(article.url):
        data["url"] = article.url
    return data


def script(data: dict[str, Any]) -> str:
    """Put a description into a page: an element that no browser runs and no text can close."""
    harmless = _to_json({"@context": "https://schema.org", **data}).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{harmless}</script>'


@lru_cache(maxsize=65_536)
def _days(edtf: str) -> dict[str, str]:
    date = parse(edtf)
    if date.form != "interval":
        known = as_known(date)
        return {"startDate": known} if known else {}
    ends = [as_known(end) if end else None for end in date.parts]
    return {key: end for key, end in zip(("startDate", "endDate"), ends, strict=True) if end}


def as_known(date: Edtf) -> str | None:
    """The year, month, day or minute that a date is sure to lie in, in ISO 8601; None where none is.

    "One day in May 2020" is known to the month, "spring 2020" to the year, "about 2020" not at all.
    """
    if date.approximate or date.uncertain or not date.earliest or not date.latest:
        return None
    if date.form == "time":
        return date.text
    first, last = _iso(date.earliest), _iso(date.latest)
    if not first or not last:
        return None
    shared = [length for length in _ISO_LENGTHS if first[:length] == last[:length]]
    return first[: shared[-1]] if shared else None


def _iso(day: Day) -> str:
    """A day; empty where ISO 8601 needs an agreement between sender and receiver."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if 1 <= day.year <= 9999 else ""
