"""Whether a happening is told as fact, plan, forecast or as something denied."""

from typing import TYPE_CHECKING

from dateline.extraction.lexicon import word_set
from dateline.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_GUESSES = frozenset({"may", "might", "could", "probably", "perhaps", "likely", "possibly"})
_FUTURE = frozenset({"will", "shall", "’ll", "'ll", "would", "wo"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def kind_of(head: "Token", language: str) -> Kind:
    """How the passage tells the happening that a word names.

    A guess outweighs a plan ("will probably leave" is a forecast), and what stands under a denial, a plan or
    a forecast shares its fate.
    """
    words = _around(head)
    if words & _GUESSES or words & _CONDITIONS:
        return "forecast"
    below = head
    for above in head.ancestors:
        if below.dep_ in {"ccomp", "xcomp", "dobj", "oprd"} and above.pos_ in {"VERB", "ADJ"}:
            lemma = above.lemma_.lower()
            if lemma in word_set(language, "speech", "denied"):
                return "denied"
            planning = word_set(language, "speech", "planned") | word_set(language, "speech", "due")
            if below.dep_ in {"xcomp", "oprd"} and lemma in planning:
                return "planned"
            to_come = _future(below) or "to" in _around(below)
            if lemma in word_set(language, "speech", "forecast") and (below.dep_ != "ccomp" or to_come):
                return "forecast"
        below = above
    lemma = head.lemma_.lower()
    if head.tag_ == "VBN" and {lemma, lemma + "e"} & word_set(language, "speech", "due"):
        return "planned"
    return "planned" if _future(head) else "happened"


def _around(head: "Token") -> set[str]:
    """The small words of the clause: helpers, adverbs, marks."""
    return {c.lower_ for c in head.children if c.dep_ in {"aux", "advmod", "mark", "neg"}}


def _future(head: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in head.children)
