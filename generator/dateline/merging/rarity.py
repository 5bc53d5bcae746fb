"""How much a shared name or word says: the fewer articles have it, the more.

The measure is inverse document frequency (Spärck Jones 1972), scaled to 0..1.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from sys import intern

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d|\d")
# As many letters as tell most words of English apart whatever their ending.
_STEM = 6
# A state has a part in most news of it, a person in little.
_KIND = {"person": 1.0, "organisation": 0.7, "place": 0.4, None: 0.6}


class Rarity:
    """The weights of names and words over a set of articles, taken in one by one, in any order."""

    def __init__(self) -> None:
        self._names: dict[str | None, Counter[str]] = {kind: Counter() for kind in _KIND}
        self._words: Counter[str] = Counter()
        self._dates: Counter[str] = Counter()
        self._articles = 1
        self._scarcities: dict[int, float] = {}

    def add(self, names: Mapping[str, str | None], words: AbstractSet[str], dates: AbstractSet[str]) -> None:
        """Take in an article.

        Args:
            names: its names, with their kinds.
            words: its words.
            dates: the dates of its happenings.
        """
        self._articles += 1
        self._scarcities.clear()
        for name, kind in names.items():
            self._names[kind][name] += 1
        self._words.update(words)
        self._dates.update(dates)

    def of_name(self, name: str) -> float:
        """What sharing a name says, 0 to 1."""
        counts = {kind: count for kind, of_kind in self._names.items() if (count := of_kind[name])}
        kind = max((kind for kind in counts if kind), key=lambda kind: counts[kind], default=None)
        return _KIND[kind] * (0.3 + 0.7 * self._scarcity(sum(counts.values())))

    def of_word(self, word: str) -> float:
        """What sharing a word says, 0 to 1."""
        return self._scarcity(self._words[word])

    def of_day(self, date: str) -> float:
        """What sharing a date says, 0 to 1."""
        return self._scarcity(self._dates[date])

    def crowd_of(self, date: str) -> int:
        """How many articles tell something of a date."""
        return self._dates[date]

    def _scarcity(self, count: int) -> float:
        known = self._scarcities.get(count)
        if known is None:
            known = math.log(self._articles / max(1, count)) / math.log(self._articles + 1)
            self._scarcities[count] = known
        return known


@lru_cache(maxsize=1_000)  # each reference of an article is compared with each of its tellings
def words_of(text: str) -> frozenset[str]:
    """The words of a text, cut to their stems."""
    # The same few thousand words come again and again: each is kept once.
    return frozenset([intern(word[:_STEM]) for word in _WORD.findall(text.casefold())])
