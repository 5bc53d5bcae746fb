"""Where two may be meant as well as each other, so that a pronoun is left unresolved."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, is_event_noun, is_verb, verb_above
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.agreement import GENDERS, THEY, Wanted, agrees
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.salience import carries

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
# As long as the letters of a unit are: "km".
_UNIT = 2
_RANKED = frozenset({"ROOT", "nsubj", "nsubjpass", "agent", "dobj", "attr", "pobj", "poss", "conj"})


def many_in(doc: "Doc", token: "Token", wanted: Wanted) -> "list[Token]":
    """The plural nouns of a sentence, whatever their part: the next one’s "they" is none before them."""
    if token.lower_ not in THEY or token.dep_ not in SUBJECTS or in_quotes(token):
        return []
    many = (
        t
        for t in doc
        if t.tag_ == "NNS" and len(t) > _UNIT and agrees(t, wanted) and t.ent_type_ not in _AMOUNTS
    )
    return [t for t in many if t.dep_ in _RANKED and not in_quotes(t)]


def is_either(token: "Token", found: "list[Token]", doc: "Doc", cast: Cast) -> bool:
    """Whether what something was done to may be the subject of a sentence or what that did it to."""
    if token.lower_ not in {"it", "they"} or token.dep_ != "nsubjpass" or not found:
        return False
    labels = {cast.label(t) for t in found} - {"PERSON"}
    objects = [t for t in doc if t.dep_ == "dobj"]
    objects += [t for first in objects for t in first.rights if t.dep_ == "conj"]
    others = (
        t for t in objects if t not in found and cast.label(t) in labels and t.ent_type_ not in _AMOUNTS
    )
    number = "NN" if token.lower_ == "it" else "NNS"
    return any(cast.label(t) or (t.tag_ == number and carries(verb_above(t) or t)) for t in others)


def is_it_too(token: "Token", found: "list[Token]", doc: "Doc") -> bool:
    """Whether what a sentence was about did something to an "it": "The ministry denies it."."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    done = (t for t in doc if t.lower_ == "it" and t.dep_ == "dobj" and carries(t.head))
    return any(t.head == other.head for t in done for other in found)


def tells_of_two(doc: "Doc", cast: Cast) -> bool:
    """Whether a sentence tells what one person did to or with another: "they" are both."""
    for verb in doc:
        who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None) if is_verb(verb) else None
        if who is None or not (who.lower_ in GENDERS or cast.label(who) == "PERSON"):
            continue
        withs = (t for prep in verb.rights if prep.lower_ == "with" for t in prep.children)
        if any(t.dep_ in {"dobj", "pobj"} and cast.label(t) == "PERSON" for t in (*verb.rights, *withs)):
            return True
    return False


def is_other_happening(pronoun: "Token", meant: "Token", language: str) -> bool:
    """Whether "it" was called a happening and what it was taken for is none: "It was the first strike"."""
    told = (t for t in pronoun.head.rights if t.dep_ == "attr") if pronoun.head.lemma_ == "be" else ()
    happened = any(is_event_noun(t, language) or any(c.lower_ == "such" for c in t.lefts) for t in told)
    return happened and not is_event_noun(meant, language)
