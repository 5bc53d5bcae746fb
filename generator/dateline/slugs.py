"""Texts to parts of file names: plain ASCII."""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and an accent.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "e"}
)


def slug(text: str) -> str:
    """ASCII letters and digits with single hyphens between; accents dropped, other scripts left out."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    letters = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’‘")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
