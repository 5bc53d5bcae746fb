"""The ids of articles: short, plain ASCII, made of outlet and date or of the title."""

import hashlib
import re

from dateline.model import Article
from dateline.slugs import slug

_TITLE_WORDS = 6
_LONGEST = 60


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
