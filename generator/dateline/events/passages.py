"""The passage of a text that is most like some words, and where the two differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# Of the words of a quote, at least so many must stand close together for a passage to be meant.
_LEAST_SHARED = 0.5
_WORDS_BEFORE = 3
# A sentence that goes on for more words than this is cut.
_NEAR = 6
_AROUND_SENTENCE = "\"'”’»)]"
_AROUND = _AROUND_SENTENCE + "“‘«([.,;:!?"
# What an editor's keyboard makes of signs; one for one, so that places stay the same.
_SIGNS = str.maketrans("“”„«»‘’‚`´–—‑−", "\"\"\"\"\"'''''----")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ between a quote and a passage; either may be empty."""

    after: str
    """The last words before it, which are the same in both."""
    quote: str
    passage: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """The passage most like a quote."""

    passage: str
    """As long as the quote, more or less."""
    core: str
    """From the first to the last word that both have, and on to the end of the sentence."""
    differences: tuple[Difference, ...]


def same_but_for_signs(quote: str, text: str) -> str | None:
    """The passage that differs from a quote in the shape of quotation marks and dashes only, verbatim."""
    start = text.translate(_SIGNS).find(quote.translate(_SIGNS))
    return None if start < 0 else text[start : start + len(quote)]


def nearest_passage(quote: str, text: str) -> Likeness | None:
    """The passage of a text that shares most words with a quote; None if none shares half of them.

    Args:
        quote: Words, parted by single blanks.
        text: Likewise.
    """
    wanted, words = quote.split(" "), text.split(" ")
    wanted_keys, keys = list(map(_key, wanted)), list(map(_key, words))
    start, shared = _window(wanted_keys, keys)
    if shared < _LEAST_SHARED * len(wanted):
        return None
    # Room for words that the quote left out, and for a window that starts a little late.
    room = len(wanted) // 4 + 3
    first = max(0, start - room)
    around = slice(first, start + len(wanted) + room)
    blocks = SequenceMatcher(None, keys[around], wanted_keys, autojunk=False).get_matching_blocks()[:-1]
    begin, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size
    # What the quote has before and after the words that both have stands for as many words of the text.
    whole = slice(max(0, begin - blocks[0].b), end + len(wanted) - blocks[-1].b - blocks[-1].size)
    return Likeness(
        passage=" ".join(words[whole]),
        core=" ".join(words[begin : _sentence_end(words, end)]),
        differences=tuple(_differences(words[whole], wanted)),
    )


def _differences(passage: list[str], wanted: list[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, passage, wanted, autojunk=False)
    for kind, start, end, wanted_start, wanted_end in matcher.get_opcodes():
        if kind != "equal":
            before = passage[max(0, start - _WORDS_BEFORE) : start]
            differing = wanted[wanted_start:wanted_end], passage[start:end]
            yield Difference(" ".join(before), *map(" ".join, differing))


def _key(word: str) -> str:
    """What two words share that differ in capitals and the signs around them."""
    return word.casefold().strip(_AROUND) or word


def _sentence_end(words: list[str], at: int) -> int:
    """Where the sentence ends that the word before a place stands in, if that is near."""
    for end in range(at, min(at + _NEAR, len(words)) + 1):
        if words[end - 1].rstrip(_AROUND_SENTENCE)[-1:] in {".", "!", "?"}:
            return end
    return at


def _window(wanted: list[str], words: list[str]) -> tuple[int, int]:
    """The start of the stretch, as long as what is wanted, that shares most words with it; and how many."""
    lacking = Counter(wanted)
    shared, best = 0, (0, 0)
    for at, word in enumerate(words):
        lacking[word] -= 1
        shared += lacking[word] >= 0
        if at >= len(wanted):
            gone = words[at - len(wanted)]
            shared -= lacking[gone] >= 0
            lacking[gone] += 1
        if shared > best[1]:
            best = (max(0, at - len(wanted) + 1), shared)
    return best
