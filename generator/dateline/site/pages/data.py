"""The page that lists the files for other programs."""

from collections.abc import Iterable

from dateline.site.catalogue import section_path
from dateline.site.open_data.downloads import Download
from dateline.site.options import Page
from dateline.site.pages.press import Press

PATH = section_path("data")


def page(press: Press, files: Iterable[Download]) -> Page:
    """Make the page."""
    words = press.words.table["data"]
    content = press.fill("data.html", PATH, words=words, files=files)
    return Page(PATH, words["title"], content, words["lead"])
