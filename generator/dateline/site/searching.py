"""The words that search finds an event by, folded: accents, case and variants of letters do not matter.

`explorer/fold.js` folds what a reader types by the same table, ``explorer/folding.json``.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

_TABLE: dict[str, Any] = json.loads(
    (resources.files(__package__) / "explorer" / "folding.json").read_text(encoding="utf-8")
)


def _ranges(name: str) -> str:
    return "".join(f"{first}-{last}" for first, last in _TABLE[name])


_MARKS = re.compile(f"[{_ranges('marks')}]")
_LETTERS = str.maketrans(_TABLE["letters"])
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(f"[{_ranges('unspaced')}]+")
_LONGEST: int = _TABLE["longest"]


def fold(text: str) -> str:
    """Return a text as search compares it: NFKD, lower case, without accents and vowel points."""
    if text.isascii():
        return text.lower().replace("'", "")
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).lower()).translate(_LETTERS)


def words(texts: Iterable[str]) -> set[str]:
    """Return the folded words of texts; where a script does not part words, every ending of a run of letters.

    So all that a search has to look for is how one of the words begins.
    """
    folded = fold(" ".join(texts))
    if folded.isascii() or not _UNSPACED.search(folded):
        return {word[:_LONGEST] for word in _WORD.findall(folded)}
    found: set[str] = set()
    for word in _WORD.findall(folded):
        if not _UNSPACED.search(word):
            found.add(word[:_LONGEST])
        else:
            found.update(word[start : start + _LONGEST] for start in range(len(word)))
    return found


# As many characters of postings go into one file, so that a search fetches little.
_BLOCK = 60_000


class Index:
    """Which events hold which words: gathered event by event, given in blocks of neighbouring words."""

    def __init__(self) -> None:
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._size = 0

    def add(self, event: int, texts: Iterable[str]) -> None:
        """Note the words of an event, given by its place in the order of all."""
        self._size = event + 1
        for word in words(texts):
            self._postings[word].append(event)

    def common(self) -> list[str]:
        """List the words that so many events hold that looking for them tells nothing."""
        return sorted(word for word, events in self._postings.items() if 2 * len(events) > self._size)

    def blocks(self) -> Iterator[dict[str, list[int]]]:
        """Yield the other words in order, each with its events as `steps`."""
        block: dict[str, list[int]] = {}
        size = 0
        # In the order in which JavaScript compares strings.
        for word in sorted(self._postings, key=lambda each: each.encode("utf-16-be")):
            events = self._postings[word]
            if 2 * len(events) > self._size:
                continue
            if size > _BLOCK:
                yield block
                block, size = {}, 0
            block[word] = steps(events)
            size += 3 * len(events) + len(word)
        yield block


def steps(numbers: Iterable[int]) -> list[int]:
    """Return the first of some numbers, then what each adds to the one before."""
    last, found = 0, []
    for number in numbers:
        found.append(number - last)
        last = number
    return found
