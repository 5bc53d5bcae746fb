"""What a verb has for its objects, what becomes of them, and what was taken for an object."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import LENGTHS, SUBJECTS, has_child, is_verb, object_of, text_before
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, where

if TYPE_CHECKING:
    from dateline.parsing import Doc

# Verbs after whose object stands what it becomes or is said to be.
_MAKING = frozenset(
    {"leave", "find", "make", "declare", "render", "keep", "deem", "rule", "pronounce", "call"}
)
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve"})
_PUTTING = frozenset({"throw", "put", "place", "pour", "pump", "cast", "bring", "carry"})
_BEHIND = frozenset({"behind", "into", "onto", "upon"})


@where("VBD", "dobj")
def described_by_deed(doc: "Doc", language: str) -> Iterator[Change]:
    """Let describe somebody what was taken for a clause about her: "hired gun Ana Ruiz died"."""
    del language
    for deed in doc:
        if deed.dep_ not in SUBJECTS or deed.tag_ not in {"VBD", "VBN"} or deed.head.i <= deed.i:
            continue
        whom = next((t for t in deed.rights if t.dep_ == "dobj"), None)
        if whom is not None and whom.pos_ == "PROPN" and whom.left_edge.i == deed.i + 1:
            yield whom, deed.head, deed.dep_
            yield deed, whom, "amod"
            yield from ((t, whom, "amod") for t in deed.lefts if t.dep_ in SUBJECTS)
            deed.tag_, deed.pos_ = "VBN", "VERB"


@where("record")
def record_high(doc: "Doc", language: str) -> Iterator[Change]:
    """Make one noun of a record and its kind: "surged to a record high on Friday"."""
    del language
    for record in doc[:-1]:
        kind = record.nbor()
        apart = record.lower_ == "record" and kind.lower_ in {"high", "low"} and kind != record.head
        if apart and record.dep_ in {"pobj", "dobj"} and kind.dep_ in {"advmod", "acomp", "amod", "npadvmod"}:
            kind.tag_, kind.pos_ = "NN", "NOUN"
            yield kind, record.head, record.dep_
            yield record, kind, "compound"
            yield from ((t, kind, t.dep_) for t in record.lefts)


@where("dobj", "of")
def accused_of(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb of what somebody is accused: "accused the government of fraud"."""
    del language
    for of in doc:
        whom = of.head
        if of.dep_ == "prep" and of.lower_ == "of" and whom.dep_ == "relcl" and has_child(of, "pcomp"):
            whom = whom.head  # "accuses five who were abducted in January of running a page"
        if of.dep_ != "prep" or of.lower_ != "of" or whom.dep_ != "dobj" or whom.head.lemma_ not in _ACCUSING:
            continue
        body = whom.pos_ == "PROPN" or has_child(whom, "poss") or has_child(of, "pcomp")
        if body and of.i > whom.head.i + 1:
            yield of, whom.head, "prep"


@where("prt", "pobj")
def object_of_particle(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb what was taken for the object of its particle: "to rein in the army"."""
    del language
    for noun in doc:
        verb = noun.head.head
        if noun.dep_ == "pobj" and noun.head.dep_ == "prt" and not has_child(verb, "dobj"):
            yield noun, verb, "dobj"


@where("dobj", "amod", "JJ")
def state_of_object(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb what becomes of its object: "left thousands of people homeless"."""
    del language
    for state in doc:
        noun = state.head
        after = state.dep_ == "amod" and state.tag_ == "JJ" and noun.dep_ == "dobj" and state.i > noun.i
        if not after or noun.head.lemma_ not in _MAKING or text_before(state) == ",":
            continue
        if not any(t.dep_ == "relcl" for t in state.children):
            yield state, noun.head, "oprd"


@where("dobj", "NNS")
def event_of_length(doc: "Doc", language: str) -> Iterator[Change]:
    """Make one noun of a race and its length: "won the 50 metres butterfly in 24 seconds"."""
    del language
    for length in doc[:-1]:
        race, verb = length.nbor(), length.head
        beside = length.dep_ == "dobj" and race.head == verb and length.lower_ in LENGTHS
        if beside and race.tag_ == "NN" and race.dep_ in {"advmod", "npadvmod", "dobj", "dep", "oprd"}:
            yield race, verb, "dobj"
            yield length, race, "compound"
            yield from ((t, race, t.dep_) for t in length.lefts if t.dep_ in {"det", "poss"})


@where("VB", "acl", "det")
def noun_for_base(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a noun of what looks like a verb behind its noun: "rejected a ceasefire offer by four groups"."""
    del language
    for second in doc:
        first = second.head
        beside = second.tag_ == "VB" and second.dep_ == "acl" and second.i == first.i + 1
        if beside and first.tag_ == "NN" and has_child(first, "det"):
            second.tag_, second.pos_, second.lemma_ = "NN", "NOUN", second.lower_
            yield second, first.head, first.dep_
            yield from ((t, second, t.dep_) for t in first.children if t != second)
            yield first, second, "compound"
            yield from ((t, second, "prep" if t.dep_ == "agent" else t.dep_) for t in second.rights)


@where("dobj")
def subject_of_told(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the subject of what was said of an object before it: "warned growth is slowing"."""
    telling = word_set(language, "speech", "report", "act", "found")
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "dobj" or verb.lemma_ not in telling or noun.right_edge.i + 1 >= len(doc):
            continue
        told = next((t for t in verb.rights if t.dep_ in {"ccomp", "advcl"}), None)
        if told is None or any(t.dep_ in SUBJECTS or t.dep_ in {"mark", "expl"} for t in told.lefts):
            continue
        finite = told.tag_ in {"VBZ", "VBP", "VBD"} or any(t.dep_ in {"aux", "auxpass"} for t in told.lefts)
        if finite and told.left_edge.i == noun.right_edge.i + 1 and doc[verb.i + 1] == noun.left_edge:
            yield noun, told, "nsubjpass" if has_child(told, "auxpass") else "nsubj"
            yield told, verb, "ccomp"


@where("VBG", "dobj", ",")
def told_by_doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Put below who warned of what what was warned of: "rebuked her, warning the raids broke the truce"."""
    telling = word_set(language, "speech", "report", "act", "found")
    for doing in doc:
        noun = next((t for t in doing.rights if t.dep_ == "dobj"), None)
        begins = doing.tag_ == "VBG" and doing.lemma_ in telling and doc[doing.i - 1].text == ","
        if not begins or noun is None or noun.right_edge.i + 1 >= len(doc):
            continue
        told = doc[noun.right_edge.i + 1]
        if not is_verb(told) or told.tag_ not in {"VBD", "VBZ", "VBP"} or has_child(told, "nsubj"):
            continue
        before = next((t for t in told.lefts if t.dep_ == "ccomp"), None)
        main = before if told.dep_ == "ROOT" else doing.head if doing.dep_ == "advcl" else told.head
        if main is not None and is_verb(main) and main.i < doing.i:
            if told.dep_ == "ROOT":
                yield main, main, "ROOT"
            yield doing, main, "advcl"
            yield told, doing, "ccomp"
            yield noun, told, "nsubj"


@where("dobj", "pobj")
def put_behind(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb where something is put: "threw his full support behind Ana Ruiz"."""
    del language
    for prep in doc:
        noun = prep.head
        behind = prep.dep_ == "prep" and prep.lower_ in _BEHIND and noun.dep_ == "dobj"
        if behind and noun.head.lemma_ in _PUTTING:
            yield prep, noun.head, "prep"


@where("poss", "her")
def given_her(doc: "Doc", language: str) -> Iterator[Change]:
    """Part whom something is given from what it is: "A poll gave her 9 percent"."""
    giving = word_set(language, "speech", "giving")
    for her in doc:
        thing = her.head
        verb = thing.head
        if her.lower_ != "her" or her.dep_ != "poss" or thing.dep_ != "dobj" or verb.lemma_ not in giving:
            continue
        if her.i == verb.i + 1 and thing.ent_type_ in {"PERCENT", "MONEY"}:
            yield her, verb, "dative"


@where("CD", "dobj", "of")
def number_given(doc: "Doc", language: str) -> Iterator[Change]:
    """Part how many of something are given from to whom: "A poll gave her list 48 of the 100 seats"."""
    giving = word_set(language, "speech", "giving")
    for number in doc:
        noun = number.head
        tied = number.dep_ in {"nummod", "appos"} and number.pos_ == "NUM"
        behind = tied and number.i == noun.i + 1 and noun.pos_ == "NOUN"
        if not behind or not any(t.lower_ == "of" and object_of(t) is not None for t in number.rights):
            continue
        verb = next((t for t in noun.ancestors if is_verb(t)), noun)
        whom = next((t for t in verb.rights if t.dep_ == "dobj" and t.i <= noun.i), None)
        if whom is not None and verb.lemma_ in giving:
            yield number, verb, "dobj"
            if noun.dep_ == "conj" and noun.head == verb:
                yield noun, whom, "conj"


@where("acl", "oprd", "dobj")
def second_object(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave the name of the first object to it, and the second to the verb: "gave a firm called X a loan"."""
    for called in doc:
        verb = called.head.head
        names = [t for t in called.rights if t.dep_ == "oprd"] if called.dep_ == "acl" else []
        gives = verb.lemma_.lower() in word_set(language, "speech", "giving") and called.head.dep_ == "dobj"
        if gives and len(names) > 1 and names[0].pos_ == "PROPN" and names[1].pos_ == "NOUN":
            yield names[1], verb, "dobj"
            yield from ((t, verb, t.dep_) for t in called.rights if t.i > names[1].i)


@where("npadvmod", "prt")
def object_after_particle(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the noun after a particle the object: "called off a march on Monday"."""
    del language
    for noun in doc:
        if (
            noun.dep_ != "npadvmod"
            or not noun.left_edge.i
            or noun.tag_ not in {"NN", "NNS"}
            or noun.ent_type_ in {"DATE", "TIME"}
        ):
            continue
        verb, before = noun.head, noun.left_edge.nbor(-1)
        behind = before.dep_ == "prt" and before.head == verb and noun.left_edge.dep_ == "det"
        if behind and not has_child(verb, "dobj") and not has_child(noun, "nummod"):
            yield noun, verb, "dobj"


@where("npadvmod")
def person_for_measure(doc: "Doc", language: str) -> Iterator[Change]:
    """Make somebody the object who was taken for a measure: "moved Ana Ruiz to another prison"."""
    del language
    for name in doc:
        if name.dep_ != "npadvmod" or name.ent_type_ != "PERSON":
            continue
        verb = name.head
        last = doc[name.left_edge.i - 2] if name.left_edge.i > 1 else name
        thing = next((t for t in (last, *last.ancestors) if t.dep_ == "dobj" and t.head == verb), None)
        apart = doc[name.left_edge.i - 1].text == "," and doc.span(name.i + 1, name.i + 2).text == ","
        if thing is not None and apart:
            yield name, thing, "appos"  # "beat the world No 3, Ana Ruiz, 9-8"
            continue
        between = [t for t in doc[verb.i + 1 : name.left_edge.i] if not t.ent_type_ and t.dep_ != "prep"]
        beside = all(t.text == "," for t in between)  # "married, in 1954, the botanist Ana Ruiz"
        if name.i > verb.i and beside and is_verb(verb) and not has_child(verb, "dobj"):
            yield name, verb, "dobj"


@where("ccomp", "nsubj", "det")
def noun_pair(doc: "Doc", language: str) -> Iterator[Change]:
    """Make one noun of two that were taken for a clause: "declared a measles outbreak"."""
    del language
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.dep_ != "ccomp" or not noun.i or not is_verb(noun.head):
            continue
        first = doc[noun.i - 1]
        if first.dep_ == "nsubj" and first.head == noun and first.pos_ == "NOUN" and has_child(first, "det"):
            yield noun, noun.head, "dobj"
            yield first, noun, "compound"
            yield from ((t, noun, t.dep_) for t in first.lefts)
