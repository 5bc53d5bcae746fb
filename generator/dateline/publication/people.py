"""The people that articles name: where, whether two names can be one person's, how rare a name is."""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz

from dateline.extraction.passages import split_passages
from dateline.model import Mention, Passage, Reading
from dateline.publication.cues import words_of

_PART = re.compile(r"[^\W\d_]+")
# Of 100: spellings of a short word in two transliterations ("Said", "Saeed") share two letters of three.
_ALIKE = 60
# As if so many articles on other matters stood beside: in a handful of articles no name is rare by count.
_OTHERS = 50


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person's, by their spelling alone.

    They are one when they are equal, or start or end alike and share three words in order, or all that the
    one has from its first to its last word. Words are compared by their consonants, as transliterations vary
    the vowels.
    """
    if one == other:
        return True
    mine, theirs = parts_of(one), parts_of(other)
    pairs = _in_order(mine, theirs)
    if len(pairs) < 2 or not {(0, 0), (len(mine) - 1, len(theirs) - 1)} & set(pairs):
        return False
    spans = ({0, len(mine) - 1} <= {i for i, _ in pairs}, {0, len(theirs) - 1} <= {j for _, j in pairs})
    return len(pairs) > 2 or any(spans)


@cache
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents, particles left out."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    parts = tuple(part.casefold() for part in _PART.findall(plain))
    return tuple(part for part in parts if part not in words_of("en", "particles"))


@cache
def skeleton(part: str) -> str:
    """The consonants of a word, those that transliterations swap made one and doubles single."""
    folded = part.replace("ph", "f").replace("kh", "k").replace("gh", "k").translate(_SWAPPED)
    bones = folded[:1] + "".join(letter for letter in folded[1:] if letter not in "aeiouyh")
    return re.sub(r"(.)\1+", r"\1", f"a{bones[1:]}" if bones[:1] in "aeiou" else bones)


_SWAPPED = str.maketrans("zqwcj", "skvkd")


def _in_order(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the words, in order in both names, that spell the same."""
    pairs: list[tuple[int, int]] = []
    at = 0
    for i, part in enumerate(mine):
        j = next((j for j in range(at, len(theirs)) if _same_part(part, theirs[j])), None)
        if j is not None:
            pairs.append((i, j))
            at = j + 1
    return pairs


def _same_part(one: str, other: str) -> bool:
    return one == other or (skeleton(one) == skeleton(other) and fuzz.ratio(one, other) >= _ALIKE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage names someone."""

    passage: Passage
    start: int
    """Counted from the start of the passage."""
    end: int


def who_is_a_person(readings: Iterable[Reading]) -> dict[str, bool]:
    """By name, whether the articles that use it take it for a person's: one article alone may err."""
    votes: dict[str, int] = defaultdict(int)
    for reading in readings:
        for naming in reading.namings:
            votes[naming.name] += 1 if naming.kind == "person" else -1
    return {name: vote >= 0 for name, vote in votes.items()}


class People:
    """The people and bodies that one article names.

    Args:
        reading: of the article.
        persons: by name, whether it is a person's.
    """

    def __init__(self, reading: Reading, persons: Mapping[str, bool]) -> None:
        self._article = reading.article
        self._persons = persons
        named = [naming for naming in reading.namings if persons[naming.name] or naming.kind != "place"]
        self._forms = {naming.name: (naming.name, *naming.forms) for naming in named}
        self.names = tuple(sorted(name for name in self._forms if persons[name]))
        self.bodies = tuple(sorted(name for name in self._forms if not persons[name]))

    @cached_property
    def passages(self) -> list[Passage]:
        """Those of the article."""
        return split_passages(self._article.text, self._article.language)

    @property
    def all_names(self) -> tuple[str, ...]:
        """People and bodies."""
        return (*self.names, *self.bodies)

    def taking_part(self, mention: Mention, *roles: str) -> tuple[str, ...]:
        """The people who take part in a mention of the article, by name; with roles, only in those."""
        return tuple(
            p.name
            for p in mention.participants
            if p.named and (not roles or p.role in roles) and self._persons.get(p.name, p.kind == "person")
        )

    def befallen(self, mention: Mention) -> tuple[str, ...]:
        """To whom something was done, or who did what takes no object: who was killed, who died."""
        done = self.taking_part(mention, "patient")
        return done or (self.taking_part(mention, "agent") if mention.predicate == "die" else ())

    def places(self, name: str) -> list[Place]:
        """Each place where the article names a person, by any form; ``name`` is anybody's spelling of it."""
        forms = {form for own in self.names if same_person(own, name) for form in self._forms[own]}
        return [
            Place(passage, match.start(), match.end())
            for passage in (self.passages if forms else ())
            for match in _any_of(frozenset(forms)).finditer(passage.text)
        ]

    def named_in(self, passage: Passage) -> tuple[str, ...]:
        """The people and bodies whom a passage names by any form."""
        return tuple(
            name for name in self.all_names if _any_of(frozenset(self._forms[name])).search(passage.text)
        )


@lru_cache(maxsize=10_000)
def _any_of(forms: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


class Fame:
    """How many articles of a set name a person or body.

    Args:
        people: of each article.
    """

    def __init__(self, people: Iterable[People]) -> None:
        self._bearers: dict[str, set[tuple[int, str]]] = defaultdict(set)
        self._articles = 0
        for number, each in enumerate(people):
            self._articles += 1
            for name in each.all_names:
                for key in keys_of(name):
                    self._bearers[key].add((number, name))
        self._known: dict[str, float] = {}

    def rarity(self, name: str) -> float:
        """Inverse document frequency (Spärck Jones 1972), 0 for a name that all articles have.

        It counts as if 50 more articles on other matters stood beside, so that a few articles on one meeting
        do not make those who met too common to tell it by.
        """
        if name not in self._known:
            bearers = {bearer for key in keys_of(name) for bearer in self._bearers.get(key, ())}
            same = {number for number, other in bearers if same_person(name, other)}
            self._known[name] = math.log((self._articles + _OTHERS) / (len(same) + 1))
        return self._known[name]


@cache
def keys_of(name: str) -> frozenset[str]:
    """What two names have in common if they can be one person's: the skeleton of one word at the least."""
    return frozenset(map(skeleton, parts_of(name))) or frozenset({name})
