"""What a rule changes in a parse, and what several rules ask of it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

Change = tuple["Token", "Token", str]
"""A word, the word that it should hang on, and as what."""
Rule = Callable[["Doc", str], Iterator[Change]]


def follows_to(token: "Token") -> bool:
    """Whether a word stands right behind the "to" of an infinitive."""
    before = token.lefts[-1] if token.lefts else token
    return before.tag_ == "TO" and before.dep_ == "aux" and before.i == token.i - 1 > 0


def opened(verb: "Token") -> bool:
    """Whether a word such as "when" opens the clause of a verb."""
    return any(t.dep_ in {"mark", "advmod"} and t.tag_ in {"IN", "WRB"} for t in verb.lefts)
