"""The ids of articles: short, plain ASCII, made of outlet and date or of the title."""

import hashlib
import re
import unicodedata

from dateline.model import Article

_TITLE_WORDS = 6
_LONGEST = 60
# Letters that Unicode does not decompose into a base letter and an accent.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "e"}
)


def slug(text: str) -> str:
    """ASCII letters and digits with single hyphens between; accents dropped, other scripts left out."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    letters = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’‘")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def article_id(article: Article) -> str:
    """The id of an article: outlet and date where both are known, else outlet and first words of the title.

    A title without Latin letters is stood in for by a hash of the text.
    """
    source = slug(article.outlet or "")[:_LONGEST].strip("-")
    if source and article.published:
        return f"{source}-{slug(article.published)}"
    named = "-".join(slug(article.title).split("-")[:_TITLE_WORDS])[:_LONGEST].strip("-")
    if not re.search("[a-z]", named):
        named = hashlib.sha256(article.text.encode()).hexdigest()[:10]
    return f"{source}-{named}" if source else named
