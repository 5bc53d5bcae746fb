"""The list of all pages, for search engines.

Source: https://www.sitemaps.org/protocol.html: a file lists 50,000 addresses at most; of more there are
several, and a list of them.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from markupsafe import escape

PATH = "sitemap.xml"
_MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Listed(NamedTuple):
    """A page."""

    address: str
    changed: datetime | None = None


def sitemaps(home: str, pages: Iterable[Listed]) -> Iterator[tuple[str, str]]:
    """Make the files that list pages.

    Args:
        home: The address of the site, with a slash at its end.
        pages: In the order in which they are to be listed.

    Yields:
        A path from the site's root and the file's text; search engines begin with `PATH`.
    """
    urls = map(_url, pages)
    first, *others = iter(lambda: "".join(islice(urls, _MOST)), "")
    if not others:
        yield PATH, _list(first)
        return
    parts = [first, *others]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _list(part)
    listed = "".join(f"<sitemap><loc>{escape(home + name)}</loc></sitemap>\n" for name in names)
    yield PATH, f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n"


def _list(urls: str) -> str:
    return f"{_HEAD}<urlset {_NAMESPACE}>\n{urls}</urlset>\n"


def _url(page: Listed) -> str:
    changed = f"<lastmod>{page.changed:%Y-%m-%d}</lastmod>" if page.changed else ""
    return f"<url><loc>{escape(page.address)}</loc>{changed}</url>\n"
