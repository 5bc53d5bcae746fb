"""The passage of a text that is most like some words, and where the two differ."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

# Of the words of a quote, at least so many must stand close together for a passage to be meant.
_LEAST_SHARED = 0.5
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
    start, shared = _window(wanted, words)
    if shared < _LEAST_SHARED * len(wanted):
        return None
    # Room for words that the quote left out, and for a window that starts a little late.
    room = len(wanted) // 4 + 3
    first = max(0, start - room)
    around = words[first : start + len(wanted) + room]
    blocks = SequenceMatcher(None, around, wanted, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    # What the quote has beyond its first and last shared word stands for as many words of the text.
    begin = max(0, blocks[0].a - blocks[0].b)
    end = blocks[-1].a + blocks[-1].size + len(wanted) - blocks[-1].b - blocks[-1].size
    passage = around[begin:end]
    matcher = SequenceMatcher(None, passage, wanted, autojunk=False)
    differences = [
        Difference(
            " ".join(passage[max(0, a_start - 3) : a_start]),
            " ".join(wanted[b_start:b_end]),
            " ".join(passage[a_start:a_end]),
        )
        for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes()
        if kind != "equal"
    ]
    return Likeness(" ".join(passage), tuple(differences))


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
