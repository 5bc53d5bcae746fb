"""Text to paragraphs: lines wrapped by hand are joined, and prose is told from headlines."""

import re
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:;][\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"[.。۔।][\"'”’»)\]]*$|[?!][\"'”’»)]+$")
_CUT_SHORT = re.compile(r"(\.\.\.|…|\[…\]|\[\.\.\.\])$")
# A headline has seldom more than 200 characters; a sentence of the text seldom fewer than 6 words.
_LONGEST_HEADLINE = 200
_SHORTEST_SENTENCE = 6
# Mails and text files are wrapped by hand at 60 to 100 columns; longer lines are paragraphs.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_FIRST_WORDS = 12


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a normalised text: its lines, or its blocks where lines are wrapped by hand."""
    blocks = [block.split("\n") for block in re.split(r"\n\n+", text) if block]
    width = max((len(line) for block in blocks for line in block), default=0)
    if _is_wrapped(blocks, width):
        return [joined for block in blocks for joined in _unwrap(block, width)]
    return [line for block in blocks for line in block]


def first_words(line: str) -> str:
    """The title of an article without a headline."""
    start = line.split()
    if len(start) <= _FIRST_WORDS:
        return " ".join(start)
    return " ".join(start[:_FIRST_WORDS]).rstrip(".,:;") + " …"


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of sentences rather than a headline, a label or a blurb cut short."""
    return ends_sentence(line) and (len(line.split()) >= _SHORTEST_SENTENCE or len(line) > _LONGEST_HEADLINE)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or is too long to be anything else."""
    return not is_cut_short(line) and (bool(_FULL_STOP.search(line)) or len(line) > _LONGEST_HEADLINE)


def is_cut_short(line: str) -> bool:
    """Whether a line ends in an ellipsis, as the blurbs of teasers do."""
    return bool(_CUT_SHORT.search(line))


def is_headline(line: str) -> bool:
    """Whether a line could be a title: letters, not too long, no full stop."""
    return len(line) <= _LONGEST_HEADLINE and any(map(str.isalpha, line)) and not ends_sentence(line)


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    """Whether nearly every line but a block's last is as full as it can be, as an editor leaves it."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = [pair for pair in pairs if _is_full(*pair, width)]
    within = [pair for pair in full if not _SENTENCE_END.search(pair[0])]
    return len(full) >= max(2, 0.8 * len(pairs)) and len(within) >= 0.5 * len(full)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _unwrap(block: list[str], width: int) -> list[str]:
    paragraphs = [block[0]]
    for line, following in pairwise(block):
        if _is_full(line, following, width):
            paragraphs[-1] += " " + following
        else:
            paragraphs.append(following)
    return paragraphs
