"""What a site wants from `render`, and what `render` hands to the theme around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from dateline.findings import Finding
from dateline.model import Article, Event

PICTURES = 25
"""So many events have a picture of their own unless a site says otherwise: each takes 8 ms and 15 kB."""


# Made for every page, twice: a frozen dataclass takes three times as long.
class Page(NamedTuple):
    """One page's parts, before the theme is put around them."""

    path: str
    """Where it is written, relative to the site's root, with slashes."""
    title: str
    """Plain text."""
    content: str
    """HTML, its own ``h1`` included."""
    description: str = ""
    """Plain text: one or two sentences for search engines and link previews."""
    edit_url: str | None = None
    """Where a person corrects the file the page was made from."""
    about: Event | Article | None = None
    """What it is the page of."""
    head: str = ""
    """HTML to stand before ``</head>``, beside what the theme has there."""


def _nowhere(_path: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Options:
    """How the pages are made."""

    shell: Callable[[Page], str]
    """Puts the theme around a page and returns the whole HTML document."""
    edit_url: Callable[[str], str | None] = _nowhere
    """Where a file of the content folder is edited, given its path in there; None when nowhere."""
    title: str = ""
    """The site's name."""
    description: str = ""
    """What the site is about, in a sentence or two."""
    repository: str | None = None
    """The address of the repository that holds the files, for the links that report a mistake."""
    address: str | None = None
    """Of the site, with a slash at its end: for those reports, and for all that other sites are told."""
    changed: Mapping[str, datetime] = field(default_factory=dict)
    """When event files were changed, by path in the content folder, as far as it is known."""
    pictures: int = PICTURES
    """So many events, the most important ones, have a picture for link previews."""
    language: str = "en"
    """Of the words around the events."""
    directory_urls: bool = True
    """Link to ``people/`` rather than ``people/index.html``, which also works without a server."""
    publish_text: bool = False
    """Show the articles' full text, which is other people's copyright unless they allow it."""
    show_drafts: bool = True
    """Show events that no person has reviewed yet, marked as drafts."""
    event_pages_from: int = 1
    """Give pages of their own to events at least so important; the others are whole on the timeline."""
    faults: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    """What is wrong in which file of the content folder: shown on the home page and on the file's own."""
