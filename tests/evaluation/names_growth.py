"""How the time to find who is who grows with the number of namings: it prints the curve.

Usage: python tests/evaluation/names_growth.py [MOST]

The namings are made up of syllables: a thousand bearers to ten thousand namings, spelled and shortened as in
news, a few of them in most articles and most of them in few.
"""

import random
import sys
import time
from itertools import accumulate

from dateline.model import Naming
from dateline.names import Names, propose

_MOST = 100_000
_CONSONANTS = (
    "b",
    "ch",
    "d",
    "f",
    "gh",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "q",
    "r",
    "s",
    "sh",
    "t",
    "w",
    "z",
)
_SYLLABLES = [consonant + vowel for consonant in _CONSONANTS for vowel in "aeiou"]
_OFFICES = ["minister", "spokeswoman", "commander", "director", "head"]
_BODIES = ["Ministry", "Council", "Front", "Bank", "Institute", "Guard Corps", "Agency"]
_SWAPPED = {"kh": "k", "sh": "ch", "o": "u", "e": "a", "z": "s", "q": "g", "w": "v"}
_NAMES_AN_ARTICLE = 12


def word(chance: random.Random) -> str:
    """A word that could be a name."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 3))).capitalize()


def spelled(text: str, chance: random.Random) -> str:
    """A text as somebody else writes it."""
    old, new = chance.choice(list(_SWAPPED.items()))
    return text.replace(old, new, 1) if chance.random() < 0.3 else text


def bearer(chance: random.Random) -> tuple[str, list[str], str]:
    """A kind, the words of a name, and a role."""
    kind = chance.choices(["person", "organisation", "place"], [5, 3, 2])[0]
    if kind == "person":
        return kind, [word(chance) for _ in range(chance.choice([2, 2, 2, 3, 4]))], chance.choice(_OFFICES)
    if kind == "place":
        return kind, [word(chance)], ""
    return kind, [word(chance), word(chance), chance.choice(_BODIES)], ""


def namings(number: int) -> list[Naming]:
    """That many namings; the same ones each time."""
    chance = random.Random(number)
    bearers = [bearer(chance) for _ in range(max(10, number // 10))]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(bearers))))
    found = []
    for at in range(number):
        kind, words, office = chance.choices(bearers, cum_weights=weights)[0]
        text = spelled(" ".join(words), chance)
        forms = {text}
        if kind == "person":
            forms |= {text.split()[-1]} if chance.random() < 0.7 else set()
            text = text.split()[-1] if chance.random() < 0.05 else text
        elif kind == "organisation" and chance.random() < 0.5:
            forms.add("".join(part[0] for part in text.split()))
        roles = (f"{words[0].lower()} {office}",) if office and chance.random() < 0.5 else ()
        article = f"a{at // _NAMES_AN_ARTICLE}"
        found.append(Naming(article, text, kind, tuple(sorted(forms | {text})), roles))
    return found


def main() -> None:
    """Print the seconds for ever more namings, up to the number asked for."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else _MOST
    print(f"{'namings':>10} {'seconds':>8} {'µs each':>8} {'entries':>8}")
    for share in (32, 16, 8, 4, 2, 1):
        given = namings(most // share)
        start = time.perf_counter()
        names = propose(given, Names())
        seconds = time.perf_counter() - start
        print(f"{len(given):>10} {seconds:>8.2f} {seconds / len(given) * 1e6:>8.0f} {len(names.entries):>8}")


if __name__ == "__main__":
    main()
