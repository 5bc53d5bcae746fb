"""Who tells what: a telling above what it tells, and beside it what else its teller has done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, has_child, is_verb
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, where

if TYPE_CHECKING:
    from dateline.parsing import Doc

_HELPERS = frozenset({"aux", "auxpass"})


@where("acl", "ROOT", ",")
def telling_for_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a telling the main verb, not what it tells: "Ruiz, who led it, announced in May she would go"."""
    telling = word_set(language, "speech", "report", "act")
    for verb in doc:
        name = verb.head
        told = name.head
        aside = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and doc[verb.i - 1].text == ","
        if not aside or verb.lemma_ not in telling or name.dep_ not in SUBJECTS or told.dep_ != "ROOT":
            continue
        own = next((t for t in told.lefts if t.dep_ in SUBJECTS and t.i > verb.i), None)
        if own is not None and not has_child(verb, "ccomp"):
            verb.tag_ = "VBD"
            yield verb, verb, "ROOT"
            yield name, verb, "nsubj"
            yield told, verb, "ccomp"
            yield from (
                (t, verb, t.dep_) for t in told.lefts if t.right_edge.i < own.left_edge.i and t != name
            )


@where("relcl", "aux", "nsubj")
def content_behind_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Make what somebody tells the content of the telling: "announced at the start of May she would go"."""
    telling = word_set(language, "speech", "report", "act")
    for clause in doc:
        says = clause.head
        if clause.dep_ != "relcl" or not is_verb(says) or says.lemma_ not in telling or clause.i < says.i:
            continue
        own = any(t.dep_ in SUBJECTS and t.tag_ not in {"WDT", "WP"} for t in clause.lefts)
        if own and not any(has_child(says, each) for each in ("ccomp", "dobj", "auxpass")):
            says.tag_ = "VBD" if says.tag_ == "VBN" and not has_child(says, "aux") else says.tag_
            yield clause, says, "ccomp"


@where("conj", "ccomp", "but", "aux")
def said_but_not_done(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to who says so what he has done: "She said the tower was safe, but has shown no proof".

    What is reported of the past would be told as what had been, not as what has.
    """
    reporting = word_set(language, "speech", "report", "act")
    for verb in doc:
        told = verb.head
        says = told.head
        if (
            verb.dep_ != "conj"
            or verb.tag_ != "VBN"
            or told.dep_ != "ccomp"
            or any(t.dep_ in SUBJECTS for t in verb.lefts)
        ):
            continue
        perfect = any(t.dep_ == "aux" and t.lower_ in {"has", "have"} for t in verb.lefts)
        does = has_child(verb, "dobj") or has_child(verb, "xcomp")
        but = any(t.lower_ == "but" for t in (*told.rights, *says.rights) if told.i < t.i < verb.i)
        past = told.tag_ == "VBD" or any(t.tag_ == "VBD" for t in told.lefts if t.dep_ in _HELPERS)
        if perfect and does and but and past and says.tag_ == "VBD" and says.lemma_ in reporting:
            yield verb, says, "conj"
