"""What a word behind a verb is to it: a measure, a purpose, a verdict, part of an aside or of a date."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import has_child, object_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.wording.fitting import CONTENT, NEEDED
from dateline.extraction.wording.nouns import is_bare
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token

_PURPOSE = 3
# What one did not set out to do: "returned to find the hatch open".
_OUTCOMES = frozenset({"find", "discover", "reveal", "learn", "be"})
# What nobody does without an aim.
_STRIVES = frozenset({"struggle", "battle", "scramble", "race", "strive", "seek", "queue", "wait"})
# What is done so that something else may be: "sent a team to repair the dam".
_SENDS = frozenset({"send", "dispatch", "deploy", "use", "need"})
_SETTING = frozenset({"send", "leave", "keep", "set", "catch", "get"})
# "As planned" holds nothing to be anything.
_AS_MEANT = frozenset(
    {"planned", "expected", "scheduled", "agreed", "promised", "usual", "normal", "intended"}
)
_ADJECTIVES = frozenset({"JJ", "VBN"})
_STRANDED = frozenset({"on", "at", "to", "for", "with", "off", "upon"})


def follows_them(prep: "Token") -> bool:
    """Whether a phrase belongs to "most of them" before it."""
    before = prep.nbor(-1)
    return before.lower_ in {"them", "which", "whom"} and before.head.lower_ == "of"


def is_behind_aside(prep: "Token") -> bool:
    """Whether a comma parts a phrase from a relative clause before it, to which it then belongs."""
    if prep.i < 2 or prep.nbor(-1).text != ",":
        return False
    inner = (t for t in prep.nbor(-2).ancestors if t.i > prep.head.i)
    return any(t.dep_ == "relcl" for t in (prep.nbor(-2), *inner))


def held_to_be(word: "Token") -> "Token | None":
    """What "as" says an object is held to be: "described the plan as unworkable"."""
    held: Token | None = None
    if word.dep_ == "prep" and word.lower_ == "as" and object_of(word) is None:
        held = next((t for t in word.rights if t.right_edge == t), None)
    elif (
        word.dep_ == "advcl" and [t.lower_ for t in word.lefts] == ["as"] and word.right_edge.i <= word.i + 1
    ):
        held = word
    of = any(has_child(word.head, each) for each in ("dobj", "nsubjpass"))
    says = held is not None and held.tag_ in _ADJECTIVES and held.lower_ not in _AS_MEANT
    return held if of and says else None


def is_verdict(word: "Token") -> bool:
    """Whether an adjective after an object says what it is held to be: "ruled the law void"."""
    return (
        word.tag_ == "JJ" and word.doc[word.i - 1].dep_ == "dobj" and word.doc[word.i - 1].head == word.head
    )


def is_figure(noun: "Token") -> bool:
    """Whether a noun is a number of something."""
    return noun.pos_ == "NUM" or has_child(noun, "nummod")


def is_purpose(verb: "Token") -> bool:
    """Whether a clause says what for: "sent a team to repair the dam"; not what came of it."""
    opening = verb.left_edge
    plain = verb.tag_ == "VB" or (verb.tag_ == "VBN" and has_child(verb, "auxpass"))
    aims = plain and opening.lower_ == "to" and opening.dep_ == "aux"
    apart = opening.i > 0 and verb.doc[opening.i - 1].text in {",", "–", "—"}
    return aims and not apart and verb.lemma_ not in _OUTCOMES


def purpose_of(verb: "Token", wording: Wording) -> int:
    """How much is missed what something is done for: most behind what is to do it, "a deal to sell ships"."""
    aimed = word_set(wording.language, "speech", "aimed")
    things = [t for t in verb.rights if t.dep_ in {"dobj", "attr"}]
    if verb.lemma_ in _STRIVES:
        return NEEDED
    if verb.lemma_ in _SENDS and things:
        return CONTENT
    if any(t.ent_type_ == "ORDINAL" for noun in things if noun.dep_ == "attr" for t in noun.subtree):
        return NEEDED
    return CONTENT if any(t.lemma_.lower() in aimed for t in things) else _PURPOSE


def is_set_doing(verb: "Token") -> bool:
    """Whether a verb says what an object is made to do: "sent shares tumbling", "left it burning"."""
    before = verb.left_edge.i - 1
    thing = next((t for t in verb.head.rights if t.dep_ == "dobj"), None)
    return verb.head.lemma_ in _SETTING and thing is not None and thing.right_edge.i == before


def says(verb: "Token", wording: Wording) -> bool:
    """Whether a verb only opens what is said."""
    return verb.lemma_ in word_set(wording.language, "speech", "content") and has_child(verb, "ccomp")


def is_unnamed_body(noun: "Token", wording: Wording) -> bool:
    """Whether a noun stands for a body whose name the article does not give: "the movement"."""
    body = table_of(wording.language, "persons")["bodies"].get(noun.lemma_.lower())
    return body == "ORG" and [t.lower_ for t in noun.lefts] == ["the"] and wording.referent(noun) == noun


def joins(adverb: "Token") -> bool:
    """Whether an adverb only joins on: "along with"."""
    following = adverb.doc.span(adverb.i + 1, adverb.i + 2)
    return adverb.lower_ in {"along", "together"} and following.text == "with"


def is_measure(noun: "Token") -> bool:
    """Whether a noun says by how much: "fell 12 per cent"."""
    counted = (has_child(noun, "nummod") or noun.pos_ == "NUM") and noun.ent_type_ not in {"DATE", "TIME"}
    return counted and not after_comma(noun)


def after_comma(noun: "Token") -> bool:
    """Whether a comma or dash parts a noun from its verb."""
    edge = noun.left_edge.i
    return edge > noun.head.i + 1 and noun.doc[edge - 1].text in {",", "–", "—"}


def is_some_place(noun: "Token", wording: Wording) -> bool:
    """Whether a noun is a place without a name that its verb does not need: "in the province"."""
    unnamed = noun.lemma_.lower() in word_set(wording.language, "persons", "regions") and is_bare(noun)
    needed = table_of(wording.language, "speech")["takes"].get(noun.head.head.lemma_.lower(), ())
    return unnamed and wording.referent(noun) == noun and noun.head.lower_ not in needed


def opens_date(word: "Token") -> bool:
    """Whether a word that may be a particle belongs to the date behind it: "took on 9 June"."""
    up_to = word.lower_ == "up" and word.doc.span(word.i + 1, word.i + 2).text == "to"
    after = word.i + 1 + up_to
    if after >= len(word.doc) or word.doc[after].ent_type_ not in {"DATE", "TIME"}:
        return False
    # "Will fold in the third week of May", but "poured in last night".
    return (
        word.lower_ == "on"
        or up_to
        or (word.lower_ == "in" and word.nbor().lower_ in {"the", "early", "late", "mid"})
    )


def _is_stranded(prep: "Token") -> bool:
    """Whether what a preposition is of has become the subject: "the road was paid for"."""
    passive = has_child(prep.head, "auxpass") or has_child(prep.head, "nsubjpass")
    alone = not any(True for _ in prep.children)
    return passive and alone and prep.lower_ in _STRANDED and prep.i == prep.head.i + 1


def particles(verb: "Token") -> str:
    """The particle beside its verb ("pull out troops"); one after the object comes in its turn."""
    # "Ruiz was operated on in May", but "took on 9 June" has no particle.
    beside = (
        c
        for c in verb.children
        if c.i <= verb.i + 1 and (c.dep_ == "prt" or (c.dep_ == "prep" and _is_stranded(c)))
    )
    sworn = verb.lemma_ == "swear" and verb.doc.span(verb.i + 1, verb.i + 2).text == "in"
    return " in" if sworn else "".join(f" {c.lower_}" for c in beside if not opens_date(c))
