"""The kind of happening that a word of many senses names, by what stands beside it."""

from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    TIMES,
    agent_of,
    event_noun,
    has_child,
    is_event_noun,
    is_verb,
    meant_by,
    noun_before,
    object_of,
    subject_of,
)
from dateline.extraction.lexicon import senses, table_of, word_set
from dateline.extraction.who.agreement import is_anybody

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.extraction.lexicon import Senses
    from dateline.parsing import Token

_MARKS = {
    **dict.fromkeys(("GPE", "LOC", "FAC"), "PLACE"),
    "PERSON": "PERSON",
    "ORG": "ORG",
    "NORP": "NATION",
    "MONEY": "MONEY",
    "PERCENT": "PERCENT",
}
# What completes a verb: "shot dead", "named her director", "turned down".
_COMPLETING = frozenset({"prt", "advmod", "oprd", "acomp", "attr", "npadvmod"})
_RELATIVE = frozenset({"WDT", "WP"})
_LIVING = frozenset({"SOMEBODY", "PERSON"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_PEOPLE = frozenset({"he", "she", "him", "her", "i", "we", "us", "me", "they", "them", "who", "whom"})
_COUNTED = frozenset({"dobj", "nsubj", "nsubjpass"})


def has_senses(word: "Token", language: str) -> bool:
    """Whether a word has its tag by what stands beside it."""
    return _senses(word, language) is not None


def sense_of(word: "Token", language: str) -> str | None:
    """The tag that a word of many senses has beside its subject and objects: "took the town".

    Args:
        word: a verb or a noun that ``senses.yml`` lists.
        language: of the word lists.

    Returns:
        "" where the list leaves it without a tag, None where it says nothing.
    """
    found = _senses(word, language)
    if found is None:
        return None
    beside = set(_beside_verb(word, language) if is_verb(word) else _beside_noun(word, language))
    fits = (tag or "" for tag, each in found.beside if all(words & beside for words in each))
    return next(fits, found.otherwise)


def noun_tag(noun: "Token", language: str) -> str | None:
    """The kind of happening that a noun names: a test of rockets is science, one of a driver nothing."""
    idioms = table_of(language, "idioms")
    told = f"{noun_before(noun)} {noun.lemma_.lower()}" in idioms
    if told or not has_senses(noun, language):
        return event_noun(noun, language)[0]
    return sense_of(noun, language) or None


def doer_of(verb: "Token") -> "Token | None":
    """Who or what does what a verb tells."""
    found = subject_of(verb)
    doer = agent_of(verb) if found and found.passive else found.token if found else None
    return _meant(doer, verb) if doer is not None else None


def undergoing(verb: "Token") -> "Iterator[Token]":
    """What a verb is done to: its objects, the subject of a passive, "the treaty that they signed"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.ent_type_ not in TIMES:
            yield _meant(child, verb)
    found = subject_of(verb)
    if found is not None and found.passive:
        yield _meant(found.token, verb)
    elif found is not None and verb.dep_ == "relcl" and not has_child(verb, "dobj"):
        whole = found.token.tag_ in _RELATIVE or found.token == verb.head
        if not whole and not any(t.tag_ == "WRB" for t in verb.lefts):
            yield verb.head


def _meant(token: "Token", verb: "Token") -> "Token":
    """What a relative pronoun stands for: "the drug which they hope to test"."""
    if token.tag_ not in _RELATIVE:
        return token
    above = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    return meant_by(above) if above is not None else token


def _senses(word: "Token", language: str) -> "Senses | None":
    lemma = word.lemma_.lower()
    if is_verb(word):
        verbs = senses(language, "verbs")
        particles = (c.lower_ for c in word.children if c.dep_ in {"prt", "advmod"})
        return next((verbs[each] for p in particles if (each := f"{lemma} {p}") in verbs), verbs.get(lemma))
    nouns = senses(language, "nouns")
    return nouns.get(word.lower_) or nouns.get(lemma)


def _beside_verb(verb: "Token", language: str) -> "Iterator[str]":
    things = list(undergoing(verb))
    completing = [c for c in verb.children if c.dep_ in _COMPLETING and c.ent_type_ not in TIMES]
    for thing in (*things, *completing):
        yield from _names(thing, language)
        yield from _of(thing, language)
    found, doer = subject_of(verb), doer_of(verb)
    who = found is not None and found.token.lower_ == "who"
    if doer is not None and doer.lower_ != "they":
        yield from (f"by {name}" for name in _names(doer, language))
    if found is not None and found.passive:
        yield "PASSIVE"
        yield from ["SOMEBODY"] * who
    elif who:
        yield "by SOMEBODY"
    if any(c.dep_ in _CLAUSES and any(t.lower_ == "to" for t in c.lefts) for c in verb.children):
        yield "TO"
    elif not has_child(verb, "dobj") and not has_child(verb, "xcomp"):
        yield "ALONE"
    near = (c for c in verb.children if c.dep_ in {"prt", "advmod", "dobj"})
    yield from _around([verb, *near], language)


def _beside_noun(noun: "Token", language: str) -> "Iterator[str]":
    for child in noun.children:
        if child.dep_ in _BEFORE:
            yield from _names(child, language)
        elif child.dep_ == "poss" and child.ent_type_ not in TIMES:
            yield from (f"by {name}" for name in _names(child, language))
    yield from _of(noun, language)
    yield from _around([noun], language)


def _of(noun: "Token", language: str) -> "Iterator[str]":
    """Whose or of what something is: "a majority of seats"; of what it is a number: "two of the sailors"."""
    counts = noun.ent_type_ == "CARDINAL" or noun.lemma_.lower() in word_set(
        language, "persons", "quantities"
    )
    for child in noun.rights:
        if child.lower_ == "of" and (thing := object_of(child)) is not None:
            names = _names(thing, language)
            yield from names if counts or not is_verb(noun.head) else (n for n in names if n not in _LIVING)


def _around(words: "Iterable[Token]", language: str) -> "Iterator[str]":
    """The other prepositions beside words, and what they stand before: "was taken to hospital"."""
    for child in (c for word in words for c in word.rights if c.dep_ in {"prep", "agent"}):
        thing = object_of(child)
        if thing is None or thing.ent_type_ in TIMES or child.lower_ == "of":
            continue
        yield child.lower_
        yield from (f"near {name}" for name in _names(thing, language))


def _names(thing: "Token", language: str) -> "Iterator[str]":
    """What a word is called in ``senses.yml``: itself, its kinds of name and of happening; all of a row."""
    for token in (thing, *(c for c in thing.rights if c.dep_ == "conj")):
        # The lemma of "doses" is "dos", that of "arms" "arm".
        yield from (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s"))
        if mark := _MARKS.get(token.ent_type_):
            yield mark
        if _is_somebody(token, language):
            yield "SOMEBODY"
        if is_event_noun(token, language) and (kind := event_noun(token, language)[0]):
            yield kind.upper()


def _is_somebody(token: "Token", language: str) -> bool:
    if token.ent_type_ in {"PERSON", "NORP"} or token.lower_ in _PEOPLE:
        return True
    if token.ent_type_ == "CARDINAL" and token.dep_ in _COUNTED:
        return True  # "two were killed"
    if token.pos_ != "NOUN":
        return False
    named = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.rights)
    return named or token.lemma_.lower() in _callings(language) or is_anybody(token, language)


@cache
def _callings(language: str) -> frozenset[str]:
    """What people are called by what they do: "miner", "director"."""
    lists = table_of(language, "senses")["lists"]
    return frozenset(word for name in ("people", "staff", "posts") for word in lists[name])
