"""Where pages live: path segments made of names, and the links that lead to them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

_APOSTROPHES = re.compile("['’‘]")
_NOT_IN_A_SLUG = re.compile(r"[^\w]+|_+")
_SAFE_SEGMENT = re.compile(r"\w[\w.-]*")
# What file systems allow for a name; a letter takes up to four.
_LONGEST_IN_BYTES = 255
_LONGEST_SLUG = 60
# What quoting leaves as it is; it takes ten times as long to do so.
_UNQUOTED = re.compile(r"[A-Za-z0-9_.~/-]*")
ROOT = "\0"
"""Stands for the way to the site's root in what is made for pages at any depth. No file of text holds it."""


def slug(name: str) -> str:
    """Make a path segment of a name: its letters and digits in any script, parted by hyphens.

    Pages are read in every script, so unlike the names of files these are not brought down to ASCII.

    Returns:
        The slug, lower-cased; "-" when the name has no letter and no digit.
    """
    folded = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name).casefold())
    return _NOT_IN_A_SLUG.sub("-", folded)[:_LONGEST_SLUG].strip("-") or "-"


def segment(identifier: str) -> str:
    """Return an id as a path segment: itself where that is safe on every file system, else its slug."""
    is_safe = _SAFE_SEGMENT.fullmatch(identifier) and len(identifier.encode()) <= _LONGEST_IN_BYTES
    return identifier if is_safe else slug(identifier)


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Give each name a slug of its own; those that would share one get "-2", "-3" … in order of the names."""
    taken: dict[str, str] = {}
    for name in sorted(names):
        base = slug(name)
        candidate, number = base, 2
        while candidate in taken:
            candidate, number = f"{base}-{number}", number + 1
        taken[candidate] = name
    return {name: candidate for candidate, name in taken.items()}


@dataclass(frozen=True, slots=True)
class Addresses:
    """How links are written; all are relative, so a site works below any path of any host."""

    directory_urls: bool

    def to(self, target: str) -> str:
        """Return the URL that leads to a page from wherever it is put: `at` fills in the way to the root.

        Args:
            target: Path of the page it leads to, from the site's root.
        """
        return _to(target, directory_urls=self.directory_urls)

    def from_root(self, target: str) -> str:
        """Return the URL of a page relative to the site's root; empty for the home page."""
        return _from_root(target, directory_urls=self.directory_urls)


def at(page: str, html: str) -> str:
    """Return HTML as it stands on a page, with the way to the site's root in all links that `to` made.

    Args:
        page: Path of the page, from the site's root.
        html: A fragment made for any page.
    """
    root = "../" * page.count("/")
    return html.replace(ROOT + "./", root or "./").replace(ROOT, root)


# The head, the frame and the report of a page ask for its own.
@lru_cache(maxsize=64)
def _from_root(target: str, *, directory_urls: bool) -> str:
    if directory_urls and (target == "index.html" or target.endswith("/index.html")):
        target = target.removesuffix("index.html")
    return target if _UNQUOTED.fullmatch(target) else quote(target)


# A page has ten links and a site ten thousand pages that lead to the same few.
@lru_cache(maxsize=65_536)
def _to(target: str, *, directory_urls: bool) -> str:
    return ROOT + (_from_root(target, directory_urls=directory_urls) or "./")
