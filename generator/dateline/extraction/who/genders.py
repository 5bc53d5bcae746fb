"""Whether somebody named is a man or a woman, as far as one article shows it."""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from dateline.extraction.lexicon import table_of, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Span

Gender = Literal["he", "she"]
_PARTS = frozenset({"appos", "compound", "amod", "nmod"})
_END = re.compile(r"['’]s?$")


class Genders:
    """The people of an article by surname, each with what shows a gender."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._signs: dict[str, Counter[Gender]] = defaultdict(Counter)

    def note(self, person: "Span") -> None:
        """Take in what stands in and beside one naming of somebody."""
        signs = list(self._signs_of(person))
        if signs:
            letters = word_set(self._language, "persons", "after_names")
            name = " ".join(word for word in person.text.split() if word.lower() not in letters)
            self._signs[_surname(name)].update(signs)
            self._signs[name.lower()].update(signs)

    def of(self, name: str) -> Gender | None:
        """The gender of somebody named, None where the article shows none or both.

        Args:
            name: in full where it is known, since kin share a surname.
        """
        signs = self._signs.get(name.lower()) or self._signs.get(_surname(name), Counter())
        he, she = signs["he"], signs["she"]
        return None if he == she else "he" if he > she else "she"

    def _signs_of(self, person: "Span") -> "Iterator[Gender]":
        words = [token.lower_.strip(".") for token in person]
        before = [person.doc[person.start - 1].lower_.strip(".")] if person.start else []
        for word in (*before, *words[:-1]):
            if gender := words_for(self._language, "titles").get(word):
                yield gender
        for token in (*person.root.children, person.root.head):
            beside = token.dep_ in _PARTS or (person.root.dep_ == "appos" and token == person.root.head)
            if beside and (gender := words_for(self._language, "nouns").get(token.lower_)):
                yield gender
        given = next((w for w in words[:-1] if w not in words_for(self._language, "titles")), None)
        if given and (gender := words_for(self._language, "names").get(given)):
            yield gender


@cache
def words_for(language: str, key: str) -> dict[str, Gender]:
    """The words of one list ("titles", "nouns", "names") with the gender that each shows."""
    table = table_of(language, "genders")
    return {word: gender for gender in get_args(Gender) for word in table[gender][key]}


def _surname(name: str) -> str:
    return _END.sub("", name.strip().rpartition(" ")[2].lower())
