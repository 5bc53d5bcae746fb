"""Files to articles: reading, cutting the page around the text, finding outlet, date and place."""

from dateline.articles.adding import add_article
from dateline.articles.cleaning import clean_article, read_article
from dateline.articles.front_matter import front_matter_span, parse_article
from dateline.articles.records import Added, Cleaned, Cut, Found

__all__ = [
    "Added",
    "Cleaned",
    "Cut",
    "Found",
    "add_article",
    "clean_article",
    "front_matter_span",
    "parse_article",
    "read_article",
]
