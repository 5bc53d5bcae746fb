"""Whether the subject of a clause says who or what it is about, so that a title can begin with it."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    SUBJECTS,
    TELLINGS,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
    occurs,
)
from dateline.extraction.kinds import is_of_some_kind, tag_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.senses import noun_tag
from dateline.extraction.when.date_attachment import TIMES
from dateline.extraction.wording.nouns import SUFFERED, is_hyphened
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "VERB"})
_NOBODY = frozenset(
    {
        *("one", "other", "some", "many", "all", "both", "more", "most", "few", "several", "each", "any"),
        *("none", "nobody", "nothing", "everybody", "everyone", "everything", "anybody", "anyone", "much"),
    }
)
ANYBODY = frozenset({"man", "woman", "person", "people", "one", "someone", "official", "thing"})
# What is one of what a story tells.
_PARTS = frozenset({"episode", "scene", "exchange", "moment"})
_DOERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
_DESCRIBING = frozenset({"amod", "compound", "poss", "nummod", "nmod", "appos"})
_HANDED_IN = frozenset({"file", "lodge", "submit", "table"})
_GOING_ON = frozenset({"begin", "start", "finish", "stop", "continue", "end", "resume"})
# Deeds that say enough of anybody who has an office: "the king dies", "the minister resigns".
_TELLING = frozenset({"die", "resign", "abdicate", "retire", "drown", "surrender"})


def stands(subject: "Token", verb: "Token", wording: Wording, *, passive: bool) -> bool:
    """Whether a subject alone says who or what is meant: not "one", "others", "the man who", a date.

    Args:
        subject: of the verb, and
        verb: what it does or undergoes.
        wording: of their article.
        passive: whether the subject undergoes it.
    """
    meant = wording.referent(subject)
    noun = meant.pos_ != "VERB" or meant.tag_ == "VBG" or meant.i == 0  # "Work on the tunnel"
    if meant.pos_ not in _NOUNS or not noun or not verb.is_alpha:
        return False
    if verb.i + 1 < len(verb.doc) and verb.nbor().text == "-" and not verb.whitespace_:
        return False  # the first half of "re-elected"
    ordinal = "ORDINAL" in {subject.ent_type_, meant.ent_type_}
    if ordinal and not any(t.lower_ == "of" and t.i == meant.i + 1 for t in meant.rights):
        return False  # "his second ends"
    time = meant.lemma_.lower() in TIMES and not has_child(meant, "amod")  # but "staffed hours"
    aged = meant.lower_ == "old" and has_child(meant, "npadvmod")  # "a 17-year-old"
    if (meant.ent_type_ in {"DATE", "TIME"} and not aged) or time or meant.tag_ in _COMPARED:
        return False  # "in years when they met", "the highest ever recorded"
    told = any(t.dep_ in _DESCRIBING or t.dep_ == "prep" for t in meant.children)
    if passive and not told and meant.lemma_ in word_set(wording.language, "persons", "documents"):
        return False  # "figures released", and nobody knows of what
    if verb.dep_ in {"acl", "relcl"} and any(t.lower_ == "no" for t in meant.lefts):
        return False  # "has no tug, which a panel advised"
    if passive and verb.lemma_ in _HANDED_IN and wording.cast.label(meant) in _DOERS:
        return False  # nobody is filed or lodged
    if any(t.dep_ == "poss" and t.lower_ in {"other", "others"} for t in meant.lefts):
        return False  # "the others’ results"
    if _is_doubtful(verb) or not wording.owners_known(meant):
        return False
    if meant in wording.dated:
        return False
    if subject.pos_ == "PROPN" and _is_owner_alone(subject, wording):
        return False  # "Norvia’s fell": something of it that was named before
    if meant == subject and _is_only_likened(meant):
        return False  # "a similar drill", which without the word would be the one told of
    of = next((t for t in meant.children if t.dep_ == "prep" and t.lower_ == "of"), None)
    if of is not None and any(t.pos_ == "PRON" for t in of.children):
        return False  # "one of them"
    things = object_of(of) if of is not None else None
    if things is not None and meant.pos_ == "NUM" and not wording.owners_known(things):
        return False  # "one of its jets", and nobody knows whose
    if of is None and (meant.lemma_.lower() in _NOBODY or meant.lower_ in _NOBODY):
        return False
    counts = (meant.pos_ == "NUM" or meant.tag_ == "CD") and not any(
        t.pos_ == "PROPN" for t in meant.lefts
    )  # not "Airbus 380"
    if of is None and counts and verb.lemma_ not in SUFFERED:
        return False
    if passive and meant.tag_ == "VBG" and verb.lemma_.lower() in word_set(wording.language, "speech", "due"):
        return False  # "jumping is expected"
    light = verb.lemma_.lower() in word_set(wording.language, "speech", "light")
    if light and meant.lemma_ in TELLINGS:
        return False  # "the announcement came"
    if _is_bare(meant) and (
        meant.lemma_.lower() in word_set(wording.language, "speech", "vague") or occurs(verb)
    ):
        return False  # "the move comes", "the suspension took place"
    if occurs(verb) and meant.lemma_.lower() in _PARTS:
        return False  # "the episode of the locked room", of which other sentences tell
    grounds = meant.lemma_.lower() in word_set(wording.language, "speech", "grounds")
    if grounds and not any(t.dep_ in {"amod", "compound", "poss", "prep"} for t in meant.children):
        return False  # "the claim was shared", and nobody knows what claim
    says = verb.lemma_.lower() in word_set(wording.language, "speech", "content")
    if passive and says and verb.dep_ == "acl" and _can_speak(meant, wording):
        return False  # "…, the two companies announced"
    business = meant.lemma_.lower() in word_set(wording.language, "persons", "companies")
    if business and [t.lower_ for t in meant.lefts] == ["the"] and _is_bare(meant):
        return False  # "the company", which is not named
    if occurs(verb) and wording.cast.label(meant) in _DOERS:
        return False  # nobody takes place
    if any(t.lower_ in {"either", "neither"} and t.dep_ == "det" for t in meant.subtree):
        return False  # "no case of either disease", of two that another sentence names
    described = any(t.dep_ in {"amod", "compound", "poss", "nummod", "appos"} for t in meant.children)
    return not (verb.dep_ == "relcl" and meant.lemma_.lower() in ANYBODY and not described)


def _is_owner_alone(name: "Token", wording: Wording) -> bool:
    """Whether "’s" follows a name of which it is no part, and nothing that is owned."""
    after = name.doc.span(name.i + 1, name.i + 2)
    entity, called = wording.cast.entity(name), wording.cast.name(name)
    apart = entity is None or entity.end <= name.i + 1
    # "Moody’s" is never called otherwise.
    apart = apart or any(e.text == called for e in wording.cast.entities)
    return after.text in {"'s", "’s"} and apart


def _is_doubtful(verb: "Token") -> bool:
    """Whether a parse gives a verb two subjects, or joins a second finite verb to it without saying how.

    Then it is not known which of them did or underwent it.
    """
    subjects = [t for t in verb.lefts if t.dep_ in SUBJECTS and t.tag_ not in {"EX", "WP", "WDT"}]
    loose = any(t.dep_ == "dep" and is_verb(t) and t.tag_ in {"VBD", "VBZ", "VBP"} for t in verb.children)
    return len(subjects) > 1 or (loose and verb.dep_ != "ccomp")


def _is_only_likened(noun: "Token") -> bool:
    """Whether nothing but "similar" says which thing is meant."""
    lefts = [t for t in noun.lefts if t.dep_ != "det"]
    behind = any(t.dep_ == "prep" and t.nbor(-1).text != "," for t in noun.rights)
    return [t.lower_ for t in lefts] == ["similar"] and not behind


def _is_bare(noun: "Token") -> bool:
    return all(child.dep_ in {"det", "punct"} or child.i > noun.i + 3 for child in noun.children)


def _can_speak(noun: "Token", wording: Wording) -> bool:
    """Whether a noun stands for people or bodies, who announce rather than are announced."""
    lemma = noun.lemma_.lower()
    listed = any(
        lemma in word_set(wording.language, "persons", key) for key in ("titles", "people", "public")
    )
    return listed or lemma in table_of(wording.language, "persons")["bodies"]


def names_itself(subject: "Token", verb: "Token", wording: Wording) -> bool:
    """Whether a subject says enough for a verb without more: "the ban was lifted", not "the lamp lit up"."""
    meant = wording.referent(subject)
    if verb.lemma_ in _GOING_ON and wording.cast.label(meant) == "PERSON":
        return False  # "Ana Ruiz begins", and nobody knows with what
    if verb.lemma_ in {"come", "go"} and has_child(verb, "prt"):
        return False  # "come back", and nobody knows where
    if wording.cast.label(meant) or meant.pos_ in {"PROPN", "NUM"} or verb.lemma_ in _TELLING:
        return True
    described = any(
        t.dep_ in _DESCRIBING and (t not in wording.dated or is_hyphened(t)) for t in meant.children
    )
    tied = any(t.dep_ == "prep" and t.i > meant.i for t in meant.children)
    joined = any(t.dep_ == "conj" for t in meant.children)
    if described or tied or joined or meant.pos_ != "NOUN":
        return True
    if meant.lemma_.lower() in word_set(wording.language, "speech", "needy") | ANYBODY:
        return False  # "contract signed", and nobody knows for what
    if is_of_some_kind(verb, wording.language):
        return True  # "inquest begins", "airport closed": what befalls it is news of a known kind
    return is_event_noun(meant, wording.language) or meant.tag_ == "NNS"


def weighs(subject: "Token", verb: "Token", wording: Wording) -> bool:
    """Whether a verb alone is worth telling of its subject: "master arrested", but not "portrait begun".

    It is of whoever is named or described, of what the headline or the opening names, and where it is the
    kind of deed that is news of anybody.
    """
    meant = wording.referent(subject)
    if wording.cast.label(meant) or meant.pos_ != "NOUN" or verb.lemma_ in _TELLING | SUFFERED:
        return True
    if any(t.dep_ in _DESCRIBING or t.dep_ == "conj" or _is_behind(t, meant) for t in meant.children):
        return True
    if meant.lower_ in wording.foremost:
        return True
    weighty = word_set(wording.language, "speech", "weighty")
    return any(tag in weighty for tag in (tag_of(verb, wording.language), noun_tag(meant, wording.language)))


def _is_behind(prep: "Token", noun: "Token") -> bool:
    return prep.dep_ == "prep" and prep.i > noun.i
