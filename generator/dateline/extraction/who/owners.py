"""Whose "its" is, where the grammar of the sentence or of the one before tells."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, is_verb, subject_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.agreement import IT, is_anybody
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.salience import carries

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token


def owner_of(token: "Token") -> "Token | None":
    """Who does something in the clause of a possessive: "forced the French back to their lines"."""
    verb = next((t for t in token.ancestors if is_verb(t)), None) if token.dep_ == "poss" else None
    found = subject_of(verb) if verb is not None else None
    return found.token if found and found.token.i < token.i and found.token != token.head else None


def spoken_for(token: "Token", cast: Cast) -> "Token | None":
    """Whom a spokesman speaks for, of whose "its" he tells: "A spokesman for the Wardens said its post"."""
    if token.lower_ not in IT:
        return None
    said = next((t for t in token.ancestors if t.dep_ == "ccomp"), None)
    sayer = next((t for t in said.head.lefts if t.dep_ == "nsubj"), None) if said is not None else None
    if sayer is None or sayer.lemma_.lower() not in word_set(cast.language, "persons", "titles"):
        return None
    ties = (t for t in sayer.rights if t.dep_ == "prep" and t.lower_ in {"for", "of", "at"})
    return next((t for tie in ties for t in tie.rights if t.dep_ == "pobj"), None)


def done_to(token: "Token", cast: Cast) -> "Token | None":
    """What others do something to, and to what it has: "seized the town after raids on its port"."""
    verb = next((t for t in token.ancestors if is_verb(t)), None) if token.lower_ == "its" else None
    thing = next((t for t in verb.rights if t.dep_ == "dobj"), None) if verb is not None else None
    apart = thing is not None and thing.i < token.i and token not in thing.subtree
    return thing if apart and thing is not None and may_be_body(thing, cast) else None


def owner_of_inert(doc: "Doc", token: "Token", cast: Cast) -> "Token | None":
    """Whose something is that an earlier sentence was about, if inert: "Norvia’s licence was revoked"."""
    if token.lower_ != "it" or token.dep_ != "nsubj":
        return None
    about = next((t for t in doc if t.dep_ in SUBJECTS and carries(t.head)), None)
    if about is None or about.lemma_.lower() not in word_set(cast.language, "persons", "inert"):
        return None
    owners = (t for t in about.lefts if t.dep_ == "poss" and t.pos_ == "PROPN")
    return next((t for t in owners if cast.label(t) != "PERSON"), None)


def may_be_body(noun: "Token", cast: Cast) -> bool:
    """Whether a noun can be one body or thing, though the recogniser may take it for a person."""
    person = is_anybody(noun, cast.language) or cast.gender(noun) is not None
    titled = noun.lemma_.lower() in word_set(cast.language, "persons", "titles")
    return noun.tag_ in {"NN", "NNP", "NNPS"} and not person and not titled
