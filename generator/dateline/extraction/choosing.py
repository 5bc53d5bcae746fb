"""Which passages of an article can hold an event worth publishing, so that the others need no parse.

News tells its events in its first passages, so these are read almost all; far down a long article only what
is dated or names somebody is. By tests/evaluation/timelines.py the newsroom loses nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.model import Passage

Reason = Literal["opening", "news", "dated", "names", "before"]

# These passages are read whatever they say: an article opens with its news.
_OPENING = 2
# So far goes what an article has to tell of its news; the limit that is met first ends it.
_NEWS_PASSAGES, _NEWS_WORDS = 40, 700
# A shorter passage that names nobody and no day is an exclamation, an aside or half a quotation.
_FRAGMENT = 4
# What is longer, in characters, is no sentence of news but a table, a list or a fault of a page; the longest
# of the corpora has 3,000.
_LONGEST = 4_000
# Names that a passage must have to be read further down, and how many such passages are.
_NAMES, _MORE = 2, 40
# A capitalised word that does not open the sentence.
_NAME = re.compile(r"(?<=[\w,;:)’']\s)[^\W\d_a-z]\w")


class Choice(NamedTuple):
    """A passage to read, and why."""

    passage: Passage
    reason: Reason


def choose(
    passages: Sequence[Passage], is_dated: Callable[[Passage], bool], leans: Callable[[Passage], bool]
) -> Iterator[Choice]:
    """The passages to read, in order.

    Args:
        passages: all passages of an article, in order.
        is_dated: whether a passage says when something was; asked only where it matters.
        leans: whether a passage tells of whom the one before it names: "He resigned in May."
    """
    words = more = 0
    read = -1
    for at, passage in enumerate(passages):
        if len(passage.text) > _LONGEST:
            continue
        length = len(passage.text.split())
        news = at < _NEWS_PASSAGES and words < _NEWS_WORDS
        words += length
        reason: Reason | None = None
        if at < _OPENING:
            reason = "opening"
        elif news and (length >= _FRAGMENT or _NAME.search(passage.text)):
            reason = "news"
        elif not news and more < _MORE and len(_NAME.findall(passage.text)) >= _NAMES:
            more += 1
            reason = "names"
        elif is_dated(passage):
            reason = "dated"
        if reason is None:
            continue
        if read < at - 1 and leans(passage) and len(passages[at - 1].text) <= _LONGEST:
            yield Choice(passages[at - 1], "before")
        read = at
        yield Choice(passage, reason)
