"""What an article tells beside its news: in its opening, but with nothing of its headline.

A headline has the words of what its article is about. What the first sentences tell in none of these words is
mostly a step on the way to the news, or a scene to open with: "two men chat with their families". Of 29 such
events that readers judged beside their quotes three had a title fit to print; of all others half.
"""

from collections.abc import Iterable
from functools import cache

from dateline.extraction.lexicon import word_set
from dateline.merging.rarity import words_of
from dateline.merging.spans import span_of
from dateline.merging.tellings import Telling
from dateline.model import Article

OPENING = 500
"""So far goes the opening of an article, in characters: what stands beyond is mostly no news of its day."""
# So many words of a headline must stand in its article, or it says nothing of what that tells.
_KNOWN = 2
# So many of them may stand in a passage whose title has none.
_FEW = 2
# What is older, in days, an article tells for what it is.
_SEASON = 90
# Kinds of which that is told all the same which has a date.
_WEIGHTY = frozenset({"attack", "killing", "disaster", "conquest", "fighting", "death", "election"})


def mark_beside(tellings: Iterable[Telling], article: Article) -> None:
    """Mark those of an article’s tellings that are beside its news.

    Args:
        tellings: of the article.
        article: with its text.
    """
    headline = words_of(article.title) - _joining(article.language)
    if len(headline & words_of(article.text)) < _KNOWN:
        return
    published = span_of(article.published).first if article.published else None
    for telling in tellings:
        head, last = telling.head, span_of(telling.date or "").last
        old = published is not None and last is not None and published - last > _SEASON
        weighty = head.dated is not None and bool(_WEIGHTY & set(head.tags))
        if head.passage.start < OPENING and not (old or weighty):
            few = len(headline & words_of(head.passage.text)) <= _FEW
            telling.beside = few and not headline & words_of(head.title)


@cache
def _joining(language: str) -> frozenset[str]:
    """The words that say nothing of what a text is about, cut to their stems."""
    return words_of(" ".join(word_set(language, "speech", "joining")))
