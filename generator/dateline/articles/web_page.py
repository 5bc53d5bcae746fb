"""HTML pages: the text without the page around it, and what the markup says of it.

Text, title, site name and address come by trafilatura (Barbaresi 2021), the date by htmldate (Barbaresi
2020). Only the conversion half has them, so they are imported when a page is read.
"""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from dateline.articles.records import Found
from dateline.articles.stamps import find_date

# htmldate would ask the clock for the latest date; these bounds take its place.
_DATE_OPTIONS: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1800-01-01",
    "max_date": "2199-12-31",
}
_MARKUP_DATE = re.compile(r"(?<!\d)((?:18|19|20|21)\d\d)[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
# What carries a date in the body; the first few are the article's, later ones belong to teasers.
_DATED_ELEMENTS = (
    "//body//*[not(ancestor-or-self::nav or ancestor-or-self::aside or ancestor-or-self::footer)]"
    "[self::time or contains(@itemprop, 'datePublished') or contains(@class, 'date') "
    "or contains(@class, 'publish') or contains(@class, 'posted')]"
)
_MOST_DATED_ELEMENTS = 5
_LONGEST_STAMP = 100


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text of a page, a line for every paragraph, and what its markup says."""

    text: str
    title: str
    found: tuple[Found, ...]


def read_web_page(text: str) -> WebPage | None:
    """The article of an HTML page, None when there is none.

    Nothing is fetched, and no date is taken from running text or completed from the clock.

    Raises:
        ImportError: The conversion half is not installed.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # only the conversion half has it
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415
    from trafilatura.utils import load_html  # noqa: PLC0415

    # Only ever a tree is handed over: a text that looks like an address would be fetched.
    tree = load_html(text)
    if tree is None:
        return None
    page = bare_extraction(deepcopy(tree), include_comments=False)
    if page is None or isinstance(page, dict) or not page.text:
        return None
    about = extract_metadata(deepcopy(tree), date_config=_DATE_OPTIONS)
    found = [
        Found(field, value.strip(), "markup of the page")
        for field, value in (("outlet", about.sitename), ("url", about.url))
        if value and value.strip()
    ]
    if published := _published(tree):
        found.append(published)
    return WebPage(page.text, (about.title or "").strip(), tuple(found))


def _published(tree: Any) -> Found | None:  # noqa: ANN401  # lxml has no types
    """The date that the head of the page declares, else the first date element of its body.

    htmldate sees the head alone, since in the body it takes dates from running text; and what it finds must
    stand there in full, since it completes a month from the clock.
    """
    from htmldate import find_date as find_date_in_markup  # noqa: PLC0415  # only the conversion half has it

    head = deepcopy(tree)
    for body in head.findall("body"):
        body.clear()
    declared = " ; ".join(
        value for element in head.iter() for value in (*element.values(), element.text or "") if value
    )
    date = find_date_in_markup(head, **_DATE_OPTIONS)
    if date and (words := _words_of(date, declared)):
        return Found("published", date, words)
    for element in tree.xpath(_DATED_ELEMENTS)[:_MOST_DATED_ELEMENTS]:
        for words in (
            element.get("datetime"),
            element.get("content"),
            " ".join(element.text_content().split()),
        ):
            stamp = find_date(words) if words and len(words) <= _LONGEST_STAMP else None
            if stamp:
                return Found("published", stamp[0], words)
    return None


def _words_of(date: str, declared: str) -> str | None:
    """The words of the head that spell a date in full."""
    spelled = (match[0] for match in _MARKUP_DATE.finditer(declared) if "-".join(match.groups()) == date)
    if words := next(spelled, None):
        return words
    named = find_date(declared)
    return named[1] if named and named[0] == date else None
