"""What a verb needs beside it to say something, and which of the words behind it are its own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extraction.grammar import has_child, is_verb, object_of, whole_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token

REQUESTS = frozenset({"ask", "urge", "order", "instruct", "tell", "invite"})
"""Verbs that ask somebody to do something."""
_FLOWS = frozenset({"influx", "wave", "flood", "surge", "flow", "spate", "series", "string", "number"})
_CALLS = frozenset({"dub", "label", "nickname", "brand", "term"})
_COMPLETES = frozenset({"dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "prt", "dative"})
# Nouns on which hangs when, where or why something happened: "by the time the sun rose".
_CIRCUMSTANCES = frozenset(
    {"time", "day", "week", "month", "year", "moment", "place", "way", "reason", "case"}
)


def second_begins(child: "Token", wording: Wording) -> bool:
    """Whether a second clause, its verb left out, begins with a date: "… in July and the others in May"."""
    thing = object_of(child) if child.dep_ == "prep" else child
    if thing is None or thing not in wording.dated:
        return False
    return any(t.dep_ == "conj" and t not in wording.dated for t in thing.rights)


def gap_of(verb: "Token", subject: "Token", language: str) -> "Token | None":
    """The object of a relative clause, which stands before it: "the report that the ministry sent"."""
    clause = verb
    while clause.dep_ == "xcomp":
        clause = clause.head  # "the drug which the firm hopes to test"
    if clause.dep_ not in {"relcl", "acl"} or has_child(verb, "nsubjpass") or subject == clause.head:
        return None
    if clause.head.lemma_ in _CIRCUMSTANCES or has_child(clause, "mark"):
        return None
    to = any(t.lower_ == "to" for t in clause.lefts)
    if to and verb.lemma_.lower() not in word_set(language, "speech", "transitive"):
        return None  # "calls to resign"
    own = [t for t in verb.rights if t.dep_ in {"dobj", "xcomp", "ccomp"}]
    if [t.dep_ for t in own] == ["dobj"] and own[0].pos_ == "NOUN" and _gives(verb, own[0], language):
        own = []  # "twice the figure she had given parliament"
    elsewhere = any(  # "work for", but "won along with"
        t.dep_ == "prep" and object_of(t) is None and t.lower_ != "along" for t in verb.rights
    )
    lefts = [*clause.lefts, *verb.lefts]
    if own or elsewhere or any(t.dep_ == "nsubj" and t.tag_ in {"WP", "WDT"} for t in lefts):
        return None
    if any(t.dep_ == "dobj" for t in lefts):
        return whole_of(clause.head, clause)
    relative = any(t.tag_ in {"WP", "WDT", "WRB"} or t.dep_ == "prep" for t in lefts)
    relative = relative or any(c.tag_ == "WP$" for t in lefts for c in t.children)
    # "The firm Norvia filed for bankruptcy" is no clause about a firm that Norvia filed.
    beside = next((t for t in clause.lefts if t.dep_ == "nsubj" and t.pos_ == "PROPN"), None)
    apposed = beside is not None and beside.left_edge.i == clause.head.i + 1
    needs = verb.lemma_.lower() in word_set(language, "speech", "transitive")
    told = clause.dep_ == "relcl" and (needs or not apposed) and not relative
    return _flow_of(clause.head) if told else None


def _flow_of(noun: "Token") -> "Token":
    """How many of something come, where that is meant: "the influx of migrants that it experienced"."""
    above = noun.head.head
    flows = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_ in _FLOWS
    return above if flows else noun


def _gives(verb: "Token", whom: "Token", language: str) -> bool:
    """Whether an object is to whom something is given."""
    body = table_of(language, "persons")["bodies"].get(whom.lemma_.lower())
    public = whom.lemma_.lower() in word_set(language, "persons", "public", "people")
    return verb.lemma_ in word_set(language, "speech", "giving") and (bool(body) or public)


def appoints(verb: "Token", wording: Wording) -> bool:
    """Whether a verb makes somebody something: "elects Ana Ruiz its speaker"."""
    return verb.lemma_.lower() in word_set(wording.language, "speech", "appointing")


def takes_two(second: "Token", verb: "Token", wording: Wording) -> bool:
    """Whether a verb takes a second object: right after the first, "handed him a medal"."""
    before = [t for t in verb.rights if t.dep_ == "dobj" and t.i < second.i]
    edge = second.left_edge
    last = edge.nbor(-1) if edge.i else None
    beside = bool(before) and last is not None and before[-1] in (last, *last.ancestors)
    gives = verb.lemma_.lower() in word_set(wording.language, "speech", "giving")
    return (gives and beside) or appoints(verb, wording)


def tells_somebody(verb: "Token", wording: Wording) -> bool:
    """Whether a verb has for its object who is told, and then what."""
    return verb.lemma_.lower() in word_set(wording.language, "speech", "addressed")


def is_missed(child: "Token", takes: Sequence[str], roles: set[str], wording: Wording) -> bool:
    """Whether a verb says too little without a word that a title cannot tell."""
    if child.dep_ == "xcomp" and child.head.lemma_ in REQUESTS:
        return True  # "orders residents", and nobody knows to do what
    if child.dep_ in {"xcomp", "advcl"} and child.head.lemma_ == "vote" and child.tag_ == "VB":
        return True  # "the council votes"
    if child.dep_ in {"ccomp", "xcomp"}:
        awaited = child.head.lemma_.lower() in word_set(wording.language, "speech", "incomplete")
        return "dobj" not in roles or (awaited and child.dep_ == "xcomp")
    if child.dep_ == "advmod":
        return False
    thing = object_of(child) if child.dep_ == "prep" else None
    unsaid = word_set(wording.language, "speech", "grounds", "allegations")
    if thing is not None and thing.lemma_.lower() in unsaid:
        return False  # "acquitted of charges that he stole"
    pronoun = child.dep_ == "dative" and child.pos_ == "PRON"
    return (child.dep_ in _COMPLETES and not pronoun) or (
        child.lower_ in takes and not any(t in wording.dated for t in child.children)
    )


def is_complete(verb: "Token", roles: set[str], wording: Wording, *, passive: bool) -> bool:
    """Whether a verb says something with what a title tells beside it.

    Args:
        verb: the verb.
        roles: what is told beside it: dependencies, and prepositions by their words.
        wording: of its article.
        passive: whether its subject undergoes it.
    """
    lemma = verb.lemma_.lower() if is_verb(verb) else ""
    taking = table_of(wording.language, "speech")["takes"]
    if not lemma and (of := taking.get(verb.lower_)):
        return bool(roles & {*of, "xcomp", "ccomp", "prep"})  # "becomes involved", and nobody knows in what
    if lemma == "pay" and roles == {"dobj"} and any(t.ent_type_ == "MONEY" for t in verb.rights):
        return False  # "to pay $89", and nobody knows for what
    takes = taking.get(lemma)
    if lemma in word_set(wording.language, "speech", "with_object") and not passive:
        return bool(roles & {"dobj", "ccomp", "oprd", "xcomp"})
    if takes and not passive and "dobj" not in roles:
        return bool(roles & {*takes, "prt", "xcomp", "ccomp"})
    if lemma in _CALLS and not passive:
        return len(roles) > 1  # "dubs the outposts", and nobody knows what
    if passive:
        return bool(roles) or lemma not in word_set(wording.language, "speech", "named")
    if lemma in word_set(wording.language, "speech", "transitive"):
        return bool(roles & _COMPLETES)
    return bool(roles) or lemma not in word_set(wording.language, "speech", "incomplete")
