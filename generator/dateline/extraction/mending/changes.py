"""What a rule changes in a parse, and what several rules ask of it."""

from collections.abc import Callable, Iterator
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

Change = tuple["Token", "Token", str]
"""A word, the word that it should hang on, and as what."""
Finder = Callable[["Doc", str], Iterator[Change]]
"""What a rule changes in a passage, in a language."""

_SIGNS = attrgetter("dep_", "tag_", "lemma_", "lower_")


class Rule(NamedTuple):
    """A rule, and the signs without each of which a passage has nothing that it would change."""

    signs: frozenset[str]
    find: Finder


def where(*signs: str) -> Callable[[Finder], Rule]:
    """Make a rule of a function, to be asked only where a passage shows all of some signs.

    Args:
        signs: as what a word depends, its tag, its lemma or itself in small letters.
    """

    def made(find: Finder) -> Rule:
        return Rule(frozenset(signs), find)

    return made


def signs_of(doc: "Doc") -> set[str]:
    """The signs that a passage shows."""
    return set(chain.from_iterable(map(_SIGNS, doc)))


def follows_to(token: "Token") -> bool:
    """Whether a word stands right behind the "to" of an infinitive."""
    before = token.lefts[-1] if token.lefts else token
    return before.tag_ == "TO" and before.dep_ == "aux" and before.i == token.i - 1 > 0


def opened(verb: "Token") -> bool:
    """Whether a word such as "when" opens the clause of a verb."""
    return any(t.dep_ in {"mark", "advmod"} and t.tag_ in {"IN", "WRB"} for t in verb.lefts)
