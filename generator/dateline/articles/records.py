"""What reading and adding an article hand out."""

from dataclasses import dataclass
from pathlib import Path

from dateline.model import Article


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of a file that are not part of its article."""

    text: str
    reason: str
    """What they are, in a word or two: "language bar", "teaser"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something known about an article, and the words of the file that say so."""

    field: str
    """The key of the front matter: title, outlet, published, url, place."""
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article without the page around it."""

    article: Article
    cut: tuple[Cut, ...] = ()
    found: tuple[Found, ...] = ()
    is_article_file: bool = False
    """True when the file was an article file already, so that nothing was cut and its id is its name."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file that was to be added."""

    path: Path
    """The article file that holds the text."""
    new: bool
    """False when an article with the same text was there already; then nothing was written."""
    cut: tuple[Cut, ...] = ()
    found: tuple[Found, ...] = ()
