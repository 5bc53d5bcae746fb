"""Events and articles to pages: everything a reader sees, whatever builds the site around it."""

from dateline.site.addresses import Addresses, at
from dateline.site.embedding import Embedding
from dateline.site.loaded import STYLESHEET
from dateline.site.options import PICTURES, Options, Page
from dateline.site.pages import Site, render
from dateline.site.wording import languages, wording

__all__ = [
    "PICTURES",
    "STYLESHEET",
    "Addresses",
    "Embedding",
    "Options",
    "Page",
    "Site",
    "at",
    "languages",
    "render",
    "wording",
]
