"""Words that a paper prints in capitals where an article opens, as the rest of the article spells them."""

import re
from collections.abc import Sequence

from dateline.extraction.lexicon import words_of
from dateline.model import Passage

_CAPITALS = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ'’&-]*"
# "CAMPAIGNERS were", "KESTEN ROVERS last night".
_OPENING = re.compile(rf"[\"“‘']?((?:{_CAPITALS}\s+)*{_CAPITALS})(?=\s+\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Shorter words in capitals may be the letters of a body, unless the article spells them otherwise.
_LETTERS, _SHORT = 7, 2
# So far in, in characters, an article still opens: a dateline may stand before its first words.
_HEAD = 60


def quietened(passages: Sequence[Passage], text: str, language: str) -> list[str]:
    """The texts of passages, the capitals in which an article opens in small letters, but for names.

    Args:
        passages: of one article, in order.
        text: all of the article.
        language: the language of the word lists.

    Returns:
        A text for each passage, as long as it to the letter.
    """
    return [_quiet(p.text, text, language) if p.start < _HEAD else p.text for p in passages]


def _quiet(opening: str, text: str, language: str) -> str:
    match = _OPENING.match(opening)
    if match is None:
        return opening
    elsewhere = _WORD.findall(text.replace(match[0], "", 1))
    spelt = {word.lower(): word for word in reversed(elsewhere) if not word.isupper()}
    spelt |= {word: word for word in words_of(language, "openers")}
    words = _WORD.findall(match[1])
    if not any(len(word) >= _LETTERS or (len(word) > _SHORT and word.lower() in spelt) for word in words):
        return opening

    def spell(word: re.Match[str]) -> str:
        plain: str = spelt.get(word[0].lower(), word[0].title() if len(words) > 1 else word[0].lower())
        return plain[:1].upper() + plain[1:] if word.start() == 0 else plain

    whole = opening[: match.start(1)] + _WORD.sub(spell, match[1]) + opening[match.end(1) :]
    return whole if len(whole) == len(opening) else opening
