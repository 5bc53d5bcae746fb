"""What an article tells beside its news: undated once that is told, or with nothing of its headline.

An article opens with its news. What it tells after that and puts at no time is mostly more about it: of 24
such events that readers judged beside their quotes a third had a title fit to print, of all others more than
half. A headline has the words of what its article is about. What the first sentences tell in none of these
words is mostly a step on the way to the news, or a scene to open with, "two men chat with their families":
of 29 such events three had a title fit to print.
"""

from collections.abc import Iterable
from functools import cache

from dateline.extraction.lexicon import word_set
from dateline.merging.rarity import words_of
from dateline.merging.spans import span_of
from dateline.merging.tellings import Telling
from dateline.model import Article

# So far goes the opening of an article, in characters: what stands beyond is mostly no news of its day.
_OPENING = 500
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
        tellings: of the article, in the order of its text.
        article: with its text.
    """
    headline = words_of(article.title) - _joining(article.language)
    known = len(headline & words_of(article.text)) >= _KNOWN
    published = span_of(article.published).first if article.published else None
    news: Telling | None = None
    for telling in tellings:
        late = telling.head.passage.start >= _OPENING
        if _is_undated(telling) and (
            late or (known and _is_more_of(news, telling, headline, article.language))
        ):
            telling.beside = True
        elif known and not late and not _stands_alone(telling, published):
            few = len(headline & words_of(telling.head.passage.text)) <= _FEW
            telling.beside = few and not headline & words_of(telling.head.title)
        if news is None and telling.head.title and not (telling.head.slight or telling.beside):
            news = telling


def _is_undated(telling: Telling) -> bool:
    """Whether no more is known of when something was than that it was news."""
    return telling.head.dated is None and span_of(telling.date or "").approximate


def _is_more_of(news: Telling | None, telling: Telling, headline: frozenset[str], language: str) -> bool:
    """Whether something stands behind the news, no nearer the headline, and is nothing that was announced."""
    if news is None or telling.head.passage.start <= news.head.passage.start:
        return False
    said = len(headline & words_of(telling.head.title))
    nearer = 2 * said >= len(headline) or said > len(headline & words_of(news.head.title))
    return not nearer and telling.head.predicate not in word_set(language, "speech", "act")


def _stands_alone(telling: Telling, published: int | None) -> bool:
    """Whether what has nothing of the headline is told all the same: it is old, or weighty and has a date."""
    last = span_of(telling.date or "").last
    old = published is not None and last is not None and published - last > _SEASON
    return old or (telling.head.dated is not None and bool(_WEIGHTY & set(telling.head.tags)))


@cache
def _joining(language: str) -> frozenset[str]:
    """The words that say nothing of what a text is about, cut to their stems."""
    return words_of(" ".join(word_set(language, "speech", "joining")))
