"""Articles as CSL-JSON, for Zotero and other reference managers.

Source: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json (1.0.2).
"""

from collections.abc import Iterable
from typing import Any

from dateline.edtf import parse
from dateline.exchange.calendar_spans import Moment, calendar_span
from dateline.model import Article


def to_citations(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """A citation for each article; what is not known is left out."""
    return [_citation(article) for article in articles]


def _citation(article: Article) -> dict[str, Any]:
    known = {
        "container-title": article.outlet,
        "URL": article.url,
        "language": article.language,
        "publisher-place": article.place,
    }
    citation: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": article.title}
    citation |= {key: value for key, value in known.items() if value}
    if article.published:
        citation["issued"] = _issued(article.published)
    return citation


def _issued(edtf: str) -> dict[str, Any]:
    date, span = parse(edtf), calendar_span(edtf)
    issued: dict[str, Any] = {"date-parts": [_parts(end) for end in (span.start, span.end) if end]}
    if date.approximate or date.uncertain or date.form == "choice":
        issued["circa"] = True
    return issued


def _parts(moment: Moment) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part is not None]
