"""The tense of the verb that governs a word, read off the parse: what "on Friday" alone does not say."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import is_verb
from dateline.extraction.lexicon import word_set
from dateline.extraction.quotation import in_quotes
from dateline.model import Passage

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

Tense = Literal["past", "future"]

_FACTS = frozenset({"relcl", "ccomp"})
_AHEAD = frozenset({"will", "shall", "’ll", "'ll", "wo"})


def tense_reader(
    passages: Sequence[Passage], docs: "Sequence[Doc]", language: str
) -> Callable[[int], Tense | None]:
    """A function from an offset in an article to the tense of the verb above the word there.

    Args:
        passages: the passages of the article, in order.
        docs: the parse of each.
        language: the language of the word lists.
    """
    starts = [passage.start for passage in passages]

    def tense_at(offset: int) -> Tense | None:
        place = bisect_right(starts, offset) - 1
        if place < 0:
            return None
        local = offset - starts[place]
        token = next((t for t in docs[place] if t.idx <= local < t.idx + len(t)), None)
        verb = next((t for t in token.ancestors if is_verb(t)), None) if token is not None else None
        return _tense(verb, language) if verb is not None else None

    return tense_at


def _tense(verb: "Token", language: str) -> Tense | None:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helpers & _AHEAD:
        return "future"
    if "to" in helpers:
        above = verb.head
        planned = word_set(language, "speech", "planned") | word_set(language, "speech", "due")
        return "future" if above.lemma_.lower() in planned or above.lemma_ == "be" else None
    finite = next((c for c in (verb, *verb.children) if c.tag_ in {"VBD", "VBZ", "VBP"} and is_verb(c)), None)
    particle = any(c.dep_ == "prt" for c in verb.children)  # "set off", "was set up"
    if verb.tag_ == "VBN" and verb.lemma_.lower() in word_set(language, "speech", "due"):
        return "past" if particle else "future"
    if finite is None:
        return None
    if finite.tag_ == "VBD":
        return "past"
    # "A lease that runs out in May": what a side clause tells in the present with a day is to come.
    told = word_set(language, "speech", "report") | word_set(language, "speech", "state")
    comes = finite is verb and not helpers and verb.lemma_.lower() not in told and not in_quotes(verb)
    return "future" if comes and verb.dep_ in _FACTS else None
