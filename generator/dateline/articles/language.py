"""The language of a text, told by its letters and its commonest words."""

import re
from collections import Counter

from dateline.articles.words import languages

# The first words of an article tell its language as well as all of them.
_ENOUGH = 5000
_WORD = re.compile(r"[^\W\d_]+")
# A language other than English must be plain: so many stop words, and half as many again as English has.
_FEWEST_STOP_WORDS = 5


def detect_language(text: str) -> str:
    """The two-letter ISO 639-1 code of a text's language; "en" when nothing speaks plainly for another."""
    start = text[:_ENOUGH].casefold()
    if not start.isascii():
        letters = sum(map(str.isalpha, start))
        in_other_script = sum(char.isalpha() and ord(char) > 0x24F for char in start)
        if in_other_script > letters / 2:
            return _by_letters(start, letters)
    counts: Counter[str] = Counter()
    found = Counter(_WORD.findall(start))
    for code, stop_words in languages().stop_words.items():
        counts[code] = sum(found[word] for word in stop_words)
    code, count = max(counts.items(), key=lambda item: item[1])
    plain = count >= _FEWEST_STOP_WORDS and count >= 1.5 * counts["en"]
    return code if plain else "en"


def _by_letters(text: str, letters: int) -> str:
    """The first language whose own letters occur once in two hundred at least."""
    for code, own in languages().letters:
        if len(own.findall(text)) > letters / 200:
            return code
    return "en"
