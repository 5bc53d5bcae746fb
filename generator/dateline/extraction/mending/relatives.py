"""Which noun a relative clause, a participle or a name between commas says more of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    BEFALLS,
    HARMS,
    PREMODIFIERS,
    SUBJECTS,
    event_noun,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
)
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, where

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
# What ties a happening to where it was.
_PLACING = frozenset({"at", "in", "near", "of", "outside", "inside", "around", "off", "along", "between"})
# Of these kinds are happenings that kill and destroy; a protest at a mine that killed forty is not.
_DEADLY = frozenset({"attack", "fighting", "killing", "disaster", "health"})
# What goes on or breaks out, but does not go or break.
_WITH_PARTICLE = frozenset({"go", "break", "flare"})
# A name after a comma has a noun and the comma before it.
_FURTHEST = 2

# What is said of a happening behind a comma: "the talks, scheduled to begin in May".
_RUNS = frozenset(
    {"circulate", "date", "contain", "range", "total", "amount", "feature", "concern", "detail"}
)
_SET = frozenset({"schedule", "plan", "expect", "set", "due"})


@where("appos", "relcl", "who")
def name_after_clause(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to whom it belongs: "The doctor who found the cure, Ana Ruiz, died"."""
    del language
    for name in doc:
        if name.dep_ != "appos" or name.ent_type_ != "PERSON" or name.head.ent_type_ == "PERSON":
            continue
        clause = next((t for t in name.ancestors if t.dep_ == "relcl"), None)
        who = clause is not None and any(t.lower_ == "who" for t in clause.lefts)
        closed = doc.span(name.right_edge.i + 1, name.right_edge.i + 2).text == ","
        if clause is not None and who and closed and clause.head.head.i > name.i:
            yield name, clause.head, "appos"


@where("relcl", "mark", "that")
def object_told_of(doc: "Doc", language: str) -> Iterator[Change]:
    """Make "that" the object which its clause lacks: "the offer that the board threw out"."""
    for that in doc:
        verb = that.head
        clause = verb.dep_ == "relcl" or (verb.dep_ == "acl" and that.tag_ == "WDT")
        if that.lower_ != "that" or that.dep_ != "mark" or not clause or has_child(verb, "dobj"):
            continue
        if verb.tag_ == "VBN" and that.tag_ == "WDT" and not has_child(verb, "aux"):
            verb.tag_ = "VBD"  # "a decision that its chairman, Ana Ruiz, defended"
        does = verb.tag_ in {"VBD", "VBZ", "VBP"} and has_child(verb, "nsubj")
        takes = verb.lemma_ in word_set(language, "speech", "transitive") or has_child(verb, "prt")
        if does and takes and not has_child(verb, "ccomp") and not has_child(verb, "xcomp"):
            that.tag_, that.pos_ = "WDT", "PRON"
            yield that, verb, "dobj"
            yield verb, verb.head, "relcl"


@where("acl", "VBD", "pobj")
def clause_of_as(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a clause of what "as" opens: "declared an emergency as oil from a tanker washed ashore"."""
    del language
    for opening in doc:
        thing = object_of(opening) if opening.lower_ == "as" and opening.dep_ == "prep" else None
        if thing is None or not is_verb(opening.head) or opening.i < opening.head.i:
            continue
        inside = (t for t in thing.subtree if t.i > thing.i and t.dep_ == "acl" and t.tag_ == "VBD")
        verb = next((t for t in inside if not has_child(t, "agent")), None)
        if verb is not None:
            yield from _clause_of(opening, thing, verb)


def _clause_of(opening: "Token", subject: "Token", verb: "Token") -> Iterator[Change]:
    """What was a preposition with its noun, as the clause that it opens."""
    yield verb, opening.head, "advcl"
    yield opening, verb, "mark"
    yield subject, verb, "nsubj"


@where("relcl", "acl")
def main_after_relative(doc: "Doc", language: str) -> Iterator[Change]:
    """Find the main verb behind a relative clause: "A picture that hung in a hall sold for a million"."""
    del language
    for noun in doc:
        clause = next((t for t in noun.rights if t.dep_ == "relcl"), None)
        if (
            noun.dep_ != "ROOT"
            or noun.pos_ != "NOUN"
            or clause is None
            or not any(t.tag_ in {"WDT", "WP"} for t in clause.lefts)
        ):
            continue
        inside = [
            t for t in clause.subtree if t.i > clause.i and t.dep_ == "acl" and t.tag_ in {"VBN", "VBD"}
        ]
        if inside and not has_child(inside[-1], "agent"):
            verb = inside[-1]
            verb.tag_ = "VBD"
            yield verb, verb, "ROOT"
            yield noun, verb, "nsubj"


@where("relcl", "conj", "VBD", ",")
def clause_of_after(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a clause of what "after" opens round an aside: "after Ruiz, who had moved, asked a dealer"."""
    del language
    for opening in doc:
        thing = (
            object_of(opening) if opening.lower_ in {"after", "before"} and opening.dep_ == "prep" else None
        )
        if thing is None or not any(t.dep_ == "relcl" for t in thing.rights):
            continue
        end = thing.right_edge.i + 1
        verb = next(
            (t for t in opening.head.rights if t.dep_ == "conj" and t.i > end and t.tag_ == "VBD"), None
        )
        if verb is not None and verb.left_edge.i == end + 1 and doc[end].text == ",":
            yield from _clause_of(opening, thing, verb)


@where("conj", "VBD", "pobj")
def clause_of_before(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a clause of what "after" opens where its verb was joined on: "fell after talks failed"."""
    del language
    for opening in doc:
        after = opening.lower_ in {"after", "before"} and opening.dep_ == "prep"
        thing = object_of(opening) if after else None
        if thing is None or thing.right_edge.i + 1 >= len(doc):
            continue
        verb, main = doc[thing.right_edge.i + 1], next((t for t in opening.ancestors if is_verb(t)), opening)
        joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.left_edge == verb
        mains = (main, *(t for t in main.ancestors if is_verb(t)))
        if joined and verb.head in mains and not has_child(verb.head, "cc"):
            yield from _clause_of(opening, thing, verb)


@where("relcl")
def date_in_relative(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave a date to the relative clause that it ends: "a storm that hit the coast last week moved on"."""
    del language
    for date in doc:
        verb = date.head
        if date.i > verb.i or date.dep_ not in {"npadvmod", "prep"} or not is_verb(verb):
            continue
        if not any(t.ent_type_ == "DATE" for t in date.subtree):
            continue
        before = doc[date.left_edge.i - 1] if date.left_edge.i else date
        clauses = (t for t in before.ancestors if t.dep_ == "relcl")
        clause = before if before.dep_ == "relcl" else next(clauses, None)
        within = clause is not None and any(t.dep_ in SUBJECTS and clause in t.subtree for t in verb.lefts)
        if within and clause is not None and before.text != "," and doc[date.right_edge.i + 1].text != ",":
            yield date, clause, date.dep_


@where("relcl", "who")
def who_is_no_place(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to a person what is said behind her town: "Senator Ana Ruiz, D-Orla, who brought the bill"."""
    del language
    for verb in doc:
        place, who = verb.head, next((t for t in verb.lefts if t.lower_ == "who"), None)
        if verb.dep_ != "relcl" or who is None or place.dep_ not in {"appos", "conj"}:
            continue
        lettered = place.left_edge.i + 1 < place.i and place.left_edge.nbor().text == "-"
        if place.head.ent_type_ == "PERSON" and (place.ent_type_ in {"GPE", "LOC"} or lettered):
            yield verb, place.head, "relcl"


@where("relcl", ",")
def second_subject(doc: "Doc", language: str) -> Iterator[Change]:
    """Take a noun with a relative clause between commas for an aside, if the verb has another subject.

    "The hunt for a cure of rabies, a disease that kills thousands, began": it is the hunt that began.
    """
    del language
    for noun in doc:
        if noun.dep_ not in SUBJECTS or noun.i > noun.head.i or not has_child(noun, "relcl"):
            continue
        first, last = noun.left_edge.i, noun.right_edge.i
        apart = first > 1 and doc[first - 1].text == "," and any(t.text == "," for t in doc[last : last + 2])
        if apart and any(t.dep_ in SUBJECTS and t.i < first for t in noun.head.lefts):
            yield noun, doc[first - 2], "appos"


@where("VBG", "det")
def styling_itself(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a verb the noun before a participle: "a group styling itself the Wardens claimed it"."""
    del language
    for participle in doc:
        if participle.dep_ not in {"nsubj", "csubj"} or participle.tag_ != "VBG" or not participle.i:
            continue
        noun = doc[participle.i - 1]
        if noun.head == participle and noun.dep_ in {"nsubj", "compound"} and has_child(noun, "det"):
            yield noun, participle.head, "nsubj"
            yield participle, noun, "acl"


@where("advcl")
def reduced(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie a participle to the noun right before it: "money out of the settlement reached in May".

    Before the main verb a comma may part them: "Under the scheme, introduced last year, money could …". So it
    may where :func:`_is_beside_comma` sees that the participle is of that noun.
    """
    del language
    for verb in doc:
        edge = verb.left_edge.i
        if verb.dep_ != "advcl" or edge == 0 or any(t.dep_ != "advmod" for t in verb.lefts):
            continue
        parted = edge > 1 and doc[edge - 1].text == ","
        closes = doc.span(verb.right_edge.i + 1, verb.right_edge.i + 2).text == ","
        goes_on = any(is_verb(t) for t in doc[verb.right_edge.i + 2 : verb.right_edge.i + 3])
        past = verb.tag_ == "VBD" and parted and closes and goes_on and not has_child(verb, "dobj")
        beside = parted and _is_beside_comma(verb, closes=closes)
        if verb.tag_ != "VBN" and not past and not (beside and verb.tag_ in {"VBD", "VBG"}):
            continue
        comma = parted and (beside or closes or verb.i < verb.head.i)
        noun = doc[edge - 1 - comma]
        person = beside and noun.ent_type_ == "PERSON"
        if (comma or verb.i > verb.head.i) and (noun.pos_ == "NOUN" or person) and noun.head != verb:
            verb.tag_ = "VBN" if verb.tag_ == "VBD" else verb.tag_
            yield verb, noun, "acl"


def _is_beside_comma(verb: "Token", *, closes: bool) -> bool:
    """Whether a comma parts a participle from the noun of which it is.

    So it does in "the school, earmarked for closure in 2014", "a rumour, shared on Monday, that he had died",
    "a rumour, circulating since Monday,", "talks, set to begin in May", "Ana Ruiz, suspended on Monday".
    """
    noun = verb.doc[verb.left_edge.i - 2]
    if verb.tag_ == "VBD":
        return noun.dep_ == "dobj" and _is_told(verb)
    if verb.tag_ == "VBG":
        return closes and verb.lemma_ in _RUNS
    due = has_child(verb, "xcomp") and verb.lemma_ in _SET
    befell = verb.lemma_ in BEFALLS and noun.ent_type_ == "PERSON" and verb.i > verb.head.i
    return verb.tag_ == "VBN" and (due or befell or _is_of_object(verb))


def _is_told(verb: "Token") -> bool:
    """Whether what a rumour says follows behind a comma, or as if it were joined."""
    after = verb.doc.span(verb.right_edge.i + 1, verb.right_edge.i + 3).text.lower()
    if after == ", that":
        return True
    joined = (t for t in verb.rights if t.dep_ in {"conj", "advcl"})
    return any(t.lower_ == "that" and t.dep_ == "mark" for each in joined for t in each.lefts)


def _is_of_object(participle: "Token") -> bool:
    """Whether a participle behind a comma says of an object when something was done to it."""
    noun, verb = participle.doc[participle.left_edge.i - 2], participle.head
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    thing = subject is not None and subject.pos_ == "NOUN"
    dated = any(t.ent_type_ == "DATE" for t in participle.subtree)
    return thing and dated and noun.dep_ == "dobj" and noun.head == verb


@where("relcl")
def relative(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie "which" to what is no person and "who" to who is one: "the chief of Norvia, which filed …"."""
    for word in doc:
        if word.lower_ not in {"which", "who", "whom"} or word.i == 0:
            continue
        clause = next((t for t in word.ancestors if t.dep_ == "relcl"), None)
        if clause is None or not _mismatch(word, clause.head, language):
            continue
        nouns = (
            t
            for t in reversed(doc[: word.i])
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in PREMODIFIERS and t.i != clause.head.i
        )
        better = next(
            (t for t in nouns if not _mismatch(word, t, language) and t.ent_type_ not in {"DATE", "TIME"}),
            None,
        )
        near = better is not None and (better in clause.head.ancestors or better in clause.head.subtree)
        # "Is survived by a son from a first marriage, whom he …", where both hang on the verb.
        beside = better is not None and better.i + 1 == clause.head.head.i and better.dep_ == "pobj"
        near = near or (beside and clause.head.dep_ == "pobj")
        if better is not None and near and better.i < clause.i:
            yield clause, better, "relcl"


def _mismatch(word: "Token", noun: "Token", language: str) -> bool:
    if word.lower_ in {"who", "whom"}:
        return noun.ent_type_ in _NO_PERSONS or is_event_noun(noun, language)
    companies = word_set(language, "persons", "companies")
    if any(t.dep_ == "compound" and t.lower_ in companies for t in noun.lefts):
        return False  # "the firm Ruiz Pine, which"
    return noun.ent_type_ == "PERSON" or noun.lower_ in word_set(language, "persons", "titles")


@where("relcl", "nsubj")
def happening_at_place(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie to a happening what happenings do, not to where it was: "a clash at a canal that killed two"."""
    occurring = word_set(language, "speech", "occurring")
    for clause in doc:
        noun = clause.head
        who = next((t for t in clause.lefts if t.dep_ == "nsubj"), None)
        if clause.dep_ != "relcl" or who is None or who.lower_ not in {"which", "that"}:
            continue
        harms = clause.lemma_ in HARMS and has_child(clause, "dobj")
        does = any(has_child(clause, each) for each in ("dobj", "xcomp"))
        as_ = any(t.lower_ == "as" for t in clause.rights)  # "a town that began as a camp"
        particle = clause.lemma_ not in _WITH_PARTICLE or has_child(clause, "prt")
        occurs = clause.lemma_ in occurring and particle and not does and not as_
        if not (harms or occurs) or is_event_noun(noun, language):
            continue
        place = noun
        leading = _PLACING | {"to"} if occurs else _PLACING  # "his trip to Norvia, which begins in May"
        while place.dep_ == "pobj" and place.head.lower_ in leading and place.head.head.pos_ == "NOUN":
            place = place.head.head
            tag = event_noun(place, language)[0]
            if tag is not None and (occurs or tag in _DEADLY):
                yield clause, place, "relcl"
                break


@where("appos", ",", "the")
def name_across_verb(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to the noun beside it, not to one before the verb: "were taken to the town, Kesten"."""
    del language
    for name in doc:
        edge, noun = name.left_edge.i, name.head
        if name.dep_ != "appos" or name.pos_ != "PROPN" or edge < _FURTHEST or doc[edge - 1].text != ",":
            continue
        beside, verb = doc[edge - 2], noun.head
        across = is_verb(verb) and noun.i < verb.i < beside.i and verb in beside.ancestors
        if across and beside.pos_ == "NOUN" and any(t.lower_ == "the" for t in beside.lefts):
            yield name, beside, "appos"


@where("when", "dobj", "acl", "VBD")
def clause_of_when(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a clause of what was taken for an object: "dozens were hurt when a lorry hit a house"."""
    del language
    for told in doc:
        subject, main = told.head, told.head.head
        when = next((t for t in subject.lefts if t.lower_ == "when"), None)
        taken = told.dep_ == "acl" and subject.dep_ == "dobj" and is_verb(main)
        if taken and when is not None and told.tag_ == "VBD" and subject.left_edge == when:
            yield told, main, "advcl"
            yield subject, told, "nsubj"
            yield when, told, "advmod"
            yield from ((t, told, t.dep_) for t in subject.rights if t.i > told.i)


@where("advcl", "mark", "while")
def date_after_doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date to the main verb: "was hit by a car while training near the lake in May"."""
    del language
    for date in doc:
        doing = date.head
        if date.dep_ not in {"prep", "npadvmod"} or not any(t.ent_type_ == "DATE" for t in date.subtree):
            continue
        opened = any(t.dep_ == "mark" and t.lower_ == "while" for t in doing.lefts)
        within = doing.dep_ == "advcl" and doing.lower_.endswith("ing") and is_verb(doing.head)
        if opened and within and date.i > doing.i > doing.head.i:
            yield date, doing.head, date.dep_
