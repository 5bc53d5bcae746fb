"""Files to articles: reading, cutting the page around the text, finding outlet, date and place."""

from dateline.articles.adding import add_article
from dateline.articles.cleaning import clean_article, read_article
from dateline.articles.collection import FoundArticle, all_articles, size_of
from dateline.articles.front_matter import format_article, front_matter_span, parse_article
from dateline.articles.records import Added, Cleaned, Cut, Found

__all__ = [
    "Added",
    "Cleaned",
    "Cut",
    "Found",
    "FoundArticle",
    "add_article",
    "all_articles",
    "clean_article",
    "format_article",
    "front_matter_span",
    "parse_article",
    "read_article",
    "size_of",
]
