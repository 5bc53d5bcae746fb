"""What stands in the head of a page for other programs: the same timeline in other forms, and its preview.

Source: https://ogp.me; the card of X, formerly Twitter, which other networks read as well.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import escape

from dateline.model import Event
from dateline.site.addresses import at
from dateline.site.open_data.downloads import LARGE, Download
from dateline.site.open_data.linked_data import article_script, event_script
from dateline.site.open_data.pictures import Pictures
from dateline.site.options import Page
from dateline.site.pages.press import Press

_CARDS = ("summary", "summary_large_image")
"""Without a picture, and with one."""


class Heads:
    """The heads of one site's pages.

    Args:
        press: What the site holds.
        files: What it offers.
        pictures: Those for link previews.
    """

    def __init__(self, press: Press, files: Iterable[Download], pictures: Pictures) -> None:
        self._home = press.options.address
        self._to = press.addresses.from_root
        self._title = press.title
        # What all pages say, or all of a kind.
        self._openings = [
            _property("site_name", press.title) + _property("type", kind) for kind in ("website", "article")
        ]
        self._articles = press.catalogue.articles
        self._pictures = pictures
        self._is_large = len(press.catalogue.events) >= LARGE
        links = "".join(
            f'<link rel="alternate" type="{file.media_type}" href="{press.addresses.to(file.path)}">\n'
            for file in files
            if file.is_timeline
        )
        # Pages as deep as each other are led to a file in the same way.
        self._links_at = lru_cache(maxsize=16)(lambda depth: at("/" * depth, links))

    def of(self, page: Page) -> str:
        """Make the head of a page: lines of HTML to stand before ``</head>``."""
        return self.links(page.path) + self.preview(page)

    def links(self, path: str) -> str:
        """Link the same timeline in other forms from the page at a path."""
        return self._links_at(path.count("/"))

    def preview(self, page: Page) -> str:
        """Tell networks and search engines what a page is about."""
        lines = [self._openings[bool(page.about)], _property("title", page.title or self._title)]
        if page.description and not self._is_large:  # where it is missing, the page's own description is read
            lines.append(_property("description", page.description))
        if self._home:
            lines.append(_property("url", self._home + self._to(page.path)))
        picture = self._pictures.of(page.about, shared=not self._is_large)
        if picture:
            lines.append(_property("image", f"{self._home}{self._to(picture)}"))
        lines.append(f'<meta name="twitter:card" content="{_CARDS[bool(picture)]}">\n')
        if isinstance(page.about, Event):
            lines.append(event_script(page.about, self._articles))
        elif page.about:
            lines.append(article_script(page.about))
        return "".join(lines)


def _property(name: str, content: str) -> str:
    return f'<meta property="og:{name}" content="{escape(content)}">\n'
