"""How names sound: what different transliterations of a name have in common.

A token is reduced to its consonants, with letters that transliterations swap made one (kh, gh, q, g and k; sh
and ch; dh and d; z and s; w and v; zh, dj and j), and to where its vowels stand: ``O`` for a run that begins
with o or u, ``A`` for others. So "Qadhafi" and "Gaddafi" are one, "Mohammed" and "Mahmoud" are two. The idea
is that of Philips' Metaphone (1990), here for Arabic, Persian, Turkish and Slavic names spelled by ear.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.names.words import words
from dateline.slugs import slug

Likeness = Literal[0, 1, 2, 3]
"""Of two tokens: 0 differ, 1 have the consonants in common, 2 sound the same, 3 are the same letters."""

_SWAPPED = (
    (re.compile("tsch|tch|sch|sh|ch"), "ç"),
    (re.compile("dzh|zh|dj"), "j"),
    (re.compile("ck"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("c"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("dh"), "d"),
    (re.compile("x"), "ks"),
    (re.compile("kh|gh|q|g"), "k"),
    (re.compile("ts|tz|z"), "s"),
    (re.compile("w"), "v"),
    (re.compile("y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("h$"), ""),
)
_ROUND, _OPEN = re.compile("[ou][aeiou]*"), re.compile("[aeiou]+")
_ABD = re.compile(r"(abd)(?:[uaeoi]l)?(?:(?<=l)(.{2,}))?")
# Least similarity of the letters of two tokens with the same consonants (0 to 1): "Suleyman" and "Solaiman"
# are above, "Oman" and "Yemen" below.
_LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Sound:
    """A token of a name as it is heard."""

    token: str
    letters: str
    """With the letters that are swapped made one."""
    bones: str
    """Its consonants with the kind of vowel between them."""

    @property
    def consonants(self) -> str:
        """Its consonants alone, or its letters where it has none."""
        return self.bones.replace("A", "").replace("O", "") or self.letters


@lru_cache(maxsize=200_000)
def sound(token: str) -> Sound:
    """How a token sounds; a token of another script than Latin sounds as it is written."""
    plain = slug(token).replace("-", "")
    if not plain:
        return Sound(token.casefold(), token.casefold(), token.casefold())
    letters = plain
    for pattern, instead in _SWAPPED:
        letters = pattern.sub(instead, letters)
    letters = letters or plain
    return Sound(plain, letters, _OPEN.sub("A", _ROUND.sub("O", letters)).replace("OA", "O"))


def likeness(one: Sound, other: Sound) -> Likeness:
    """How alike two tokens are."""
    if one.letters == other.letters:
        return 3
    if one.consonants != other.consonants or not one.consonants:
        return 0
    from rapidfuzz import fuzz  # noqa: PLC0415 - reading names.yml does without it

    if fuzz.ratio(one.letters, other.letters) < _LEAST_ALIKE * 100:
        return 0
    return 2 if one.bones == other.bones else 1


def has_title(name: str) -> bool:
    """Whether a person's name begins with a title."""
    first, *rest = name.casefold().split()
    return bool(rest) and first.strip(".,") in words("titles")


@lru_cache(maxsize=200_000)
def person_tokens(name: str) -> tuple[Sound, ...]:
    """The weighty tokens of a person's name: no titles, no particles, "Abdel" on its own."""
    tokens = [
        token for token in re.split(r"[\s\-–]+", name.casefold().replace("’", "'")) if token.strip(".,'")
    ]
    while len(tokens) > 1 and tokens[0].strip(".,") in words("titles"):
        tokens.pop(0)
    weighty = [token.strip(".,") for token in tokens if token.strip(".,'") not in words("particles")]
    found: list[Sound] = []
    for token in weighty or tokens:
        parts = _ABD.fullmatch(slug(token))
        found += [sound(part) for part in parts.groups() if part] if parts else [sound(token)]
    return tuple(found) or (sound(name),)
