"""Events and articles in the words of schema.org, for search engines and whoever gathers what is known.

A date is told only as far as it is known: schema.org has no "about" and no "by then".
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from json import JSONEncoder

from dateline.edtf import Day, Edtf, parse
from dateline.model import Article, Event
from dateline.site.markup import safe_url

# Put together as text: to make objects and write these as JSON takes three times as long.
_json = JSONEncoder(ensure_ascii=False).encode
_CONTEXT = '"@context":"https://schema.org"'
_ISO_LENGTHS = (4, 7, 10)
"""Of a year, a month and a day."""


def event_script(event: Event, articles: Mapping[str, Article]) -> str:
    """Describe an event, for its page.

    Args:
        event: What is only expected, or denied, is no event to those who read this but a claim.
        articles: By id.
    """
    is_claim = event.kind in {"forecast", "denied"}
    told = dict.fromkeys(_told(source.article, source.url, articles) for source in event.sources)
    telling = _list(filter(None, told))
    lines = [_CONTEXT, f'"@type":"{"Claim" if is_claim else "Event"}"', f'"name":{_json(event.title)}']
    if not is_claim:
        lines += _days(event.date)
    if event.kind == "planned":
        lines.append('"eventStatus":"https://schema.org/EventScheduled"')
    if event.places and not is_claim:
        lines.append(f'"location":{_list(map(_json, event.places))}')
    if event.actors:
        lines.append(f'"about":{_list(map(_thing, event.actors))}')
    if telling != "[]":
        lines.append(f'"{"appearance" if is_claim else "subjectOf"}":{telling}')
    return _script(lines)


def article_script(article: Article) -> str:
    """Describe an article, which stands elsewhere: a site's own page only names it."""
    lines = [_CONTEXT, *_headline(article), f'"inLanguage":{_json(article.language)}']
    if article.published and as_known(parse(article.published)):
        lines.append(f'"datePublished":{_json(article.published)}')
    if article.outlet:
        lines.append(f'"publisher":{{"@type":"Organization","name":{_json(article.outlet)}}}')
    if article.place:
        lines.append(f'"locationCreated":{{"@type":"Place","name":{_json(article.place)}}}')
    return _script([*lines, *_url(article.url)])


def _told(name: str, url: str | None, articles: Mapping[str, Article]) -> str:
    """Who tells an event, in short: what more is known of an article stands on its own page."""
    article = articles.get(name)
    if article is not None:
        return _object([*_headline(article), *_url(article.url)])
    return _object(['"@type":"CreativeWork"', *_url(url)]) if safe_url(url) else ""


def _headline(article: Article) -> Iterator[str]:
    yield '"@type":"NewsArticle"'
    yield f'"headline":{_json(article.title)}'


def _url(url: str | None) -> Iterator[str]:
    if safe_url(url):
        yield f'"url":{_json(url)}'


def _thing(name: str) -> str:
    return f'{{"@type":"Thing","name":{_json(name)}}}'


def _object(lines: Iterable[str]) -> str:
    return f"{{{','.join(lines)}}}"


def _list(items: Iterable[str]) -> str:
    return f"[{','.join(items)}]"


def _script(lines: Iterable[str]) -> str:
    """Put a description into a page: an element that no browser runs and no text can close."""
    harmless = _object(lines).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{harmless}</script>'


@lru_cache(maxsize=65_536)
def _days(edtf: str) -> tuple[str, ...]:
    date = parse(edtf)
    ends = [date] if date.form != "interval" else date.parts
    known = [end and as_known(end) for end in ends]
    return tuple(f'"{key}":"{day}"' for key, day in zip(("startDate", "endDate"), known, strict=False) if day)


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
