"""Whom a pronoun cannot mean by the grammar of its sentence, or by what is done to it.

The subject of a clause is no object in it ("Norvia tried to close it" is said of something else), and who is
named only to say to whom somebody else belongs is seldom meant again in the same breath.
"""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, is_verb, object_of, subject_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.agreement import IT, is_anybody
from dateline.extraction.who.cast import Cast

if TYPE_CHECKING:
    from dateline.parsing import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BELONGING = frozenset({"of", "at", "from", "with"})
# What is done to a town, when "it" may mean one.
_DONE_TO_TOWNS = frozenset(
    {
        *("leave", "reach", "enter", "cross", "approach", "visit", "attack", "bomb", "shell", "capture"),
        *("take", "retake", "recapture", "seize", "occupy", "hold", "hit", "strike", "flood", "destroy"),
        *("rebuild", "evacuate", "defend", "besiege", "surround", "liberate", "flee", "quit", "abandon"),
        *("devastate", "burn", "found", "govern", "rule", "run", "shake", "serve", "storm", "loot", "lose"),
    }
)
_MANNED = frozenset({"aboard", "onboard"})


def co_argument(candidate: "Token", token: "Token") -> bool:
    """Subject and object of one verb differ: in "it withdrew soldiers", soldiers are not "it"."""
    if candidate.doc is not token.doc:
        return False
    if token.dep_ == "poss":
        # "Norvia supplied the country’s wheat": it would be "its wheat".
        described = token.pos_ == "NOUN" and candidate.head in token.ancestors
        return token.head.i == candidate.i or (described and candidate.dep_ in SUBJECTS)
    above = candidate.head.head if candidate.dep_ == "poss" else candidate.head
    rival = _rival(token)
    named = rival is not None and candidate.dep_ == "appos" and candidate.head == rival
    return above.i == token.head.i or candidate == rival or named  # "the firm Norvia Air, which sold it"


def _rival(token: "Token") -> "Token | None":
    """The subject that an object pronoun cannot mean: it would be "itself" or "himself".

    That is whoever does to it what is done ("tried to close it"), and who makes, sees or orders something of
    it ("ordered him held", "found it wrapped in plastic").
    """
    verb = token.head
    if token.pos_ != "PRON" or not is_verb(verb):
        return None
    if token.dep_ in {"dobj", "dative"}:
        found = subject_of(verb)
        return found.token if found and not found.passive else None
    if token.dep_ in SUBJECTS and is_small_clause(verb):
        found = subject_of(verb.head)
        return found.token if found and not found.passive else None
    return None


def is_small_clause(verb: "Token") -> bool:
    """Whether a clause has no finite verb, so that its subject is the object of the one above it."""
    finite = verb.tag_ in _FINITE or any(
        t.tag_ in _FINITE for t in verb.lefts if t.dep_ in {"aux", "auxpass"}
    )
    return verb.dep_ in {"ccomp", "xcomp"} and not finite and is_verb(verb.head)


def is_out_of_reach(candidate: "Token", token: "Token", cast: Cast) -> bool:
    """Whether "it" cannot mean something by what is done to it, or by how that was named."""
    if token.lower_ not in IT:
        return False
    if candidate == uncoverer_of(token, cast):
        return True
    label = cast.label(candidate)
    prep = candidate.head
    nested = candidate.dep_ == "pobj" and prep.lower_ in _BELONGING
    if candidate.dep_ == "pobj" and prep.lower_ == "to" and prep.head.lower_ == "according":
        return True  # "according to a survey" names no more than a source
    if label and nested and (cast.label(prep.head) == "PERSON" or is_anybody(prep.head, cast.language)):
        return True  # "Ana Ruiz of the Kesten police, who led the search until it was called off"
    if token.dep_ != "dobj":
        return False
    groups = word_set(cast.language, "speech", "content", but="report")
    if label and token.head.lemma_ in groups:
        return True  # "the firm announced it on Monday": that is a fact, and nobody
    return label == "GPE" and not cast.is_country(candidate) and token.head.lemma_ not in _DONE_TO_TOWNS


def uncoverer_of(token: "Token", cast: Cast) -> "Token | None":
    """Who brings out what a pronoun is the subject of, so that others are meant.

    Papers tell of others ("the Courier revealed that it had been sold"), and courts and inspectors rule on
    them; of a firm or a person who learns or reveals something it is left open.
    """
    said = next((t for t in token.ancestors if t.dep_ == "ccomp"), None)
    if said is None or said.head.lemma_ not in word_set(cast.language, "speech", "uncovering"):
        return None
    who = next((t for t in said.head.lefts if t.dep_ == "nsubj"), None)
    if who is None:
        return None
    last = cast.name(who).rpartition(" ")[2].lower()
    paper = last in word_set(cast.language, "persons", "papers") and cast.label(who) != "PERSON"
    judges = who.pos_ == "NOUN" and who.lemma_ in word_set(cast.language, "persons", "judging")
    return who if paper or judges else None


def vehicle_of(token: "Token") -> "Token | None":
    """What people are said to be aboard, for an "it" that goes somewhere: "ten people aboard the ship"."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return None
    boards = (t for t in token.doc[: token.i] if t.lower_ in _MANNED or _is_on_board(t))
    things = (object_of(t) for t in boards)
    return next((t for t in things if t is not None and t.i < token.i and t.tag_ in {"NN", "NNP"}), None)


def _is_on_board(word: "Token") -> bool:
    return word.lower_ == "board" and word.i > 0 and word.nbor(-1).lower_ == "on"


def told_of(token: "Token") -> "Token | None":
    """Whom something is done to so that they are thanked or helped: "rang his rival to congratulate her"."""
    verb = token.head
    aim = token.dep_ in {"dobj", "dative"} and verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB"
    if not aim or not any(t.lower_ == "to" for t in verb.lefts):
        return None
    things = (t for t in verb.head.rights if t.dep_ == "dobj" and t.i < verb.i)
    return next((t for t in things if t.pos_ in {"NOUN", "PROPN"}), None)
