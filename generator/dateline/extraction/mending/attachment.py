"""What nouns, names, places and dates belong to: clauses, participles, prepositions, pairs of nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import COUNTS, agent_of, has_child, is_event_noun, is_verb, object_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, follows_to

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREMODIFIERS = frozenset({"compound", "amod", "poss", "nmod", "nummod"})
_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def name_after_to(doc: "Doc", language: str) -> Iterator[Change]:
    """Make "to" a preposition before a name: what follows belongs to the verb, "sent it to Kesten in May"."""
    del language
    for name in doc:
        if name.tag_ == "NNP" and follows_to(name) and name.head != name:
            to = name.lefts[-1]
            yield to, name.head, "prep"
            yield name, to, "pobj"
            yield from ((t, name.head, t.dep_) for t in name.rights)


def name_behind_noun(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to the noun before it, what follows to the verb: "the maker Halden SpA on Monday cut"."""
    del language
    for first in doc:
        if first.tag_ != "NNP" or first.dep_ != "acl":
            continue
        last = max(
            (t for t in first.subtree if t.ent_type_ == first.ent_type_ and t.i >= first.i), key=_place
        )
        verb = first.head.head
        yield last, first.head, "appos"
        last.tag_, last.pos_ = "NNP", "PROPN"
        if first != last:
            yield first, last, "compound"
        yield from ((t, verb, t.dep_) for t in (*first.rights, *last.rights) if t.i > last.i)


def _place(token: "Token") -> int:
    return token.i


def place_behind_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a place to the verb rather than to the day: "began on 4 June in Kesten"."""
    del language
    for prep in doc:
        date = prep.head
        where = prep.dep_ == "prep" and prep.lower_ in {"in", "at", "near"} and date.ent_type_ == "DATE"
        place = next((t for t in prep.children if t.dep_ == "pobj"), None)
        if (
            where
            and date.dep_ == "pobj"
            and place is not None
            and place.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
        ):
            yield prep, date.head.head, "prep"


def sum_of_many(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a sum to the verb: "brings the number of people charged to six"."""
    del language
    for prep in doc:
        deed = prep.head
        total = prep.lower_ == "to" and deed.dep_ == "acl" and deed.head.dep_ == "pobj"
        noun = deed.head.head.head if total else prep
        number = object_of(prep)
        if not total or noun.lemma_ not in COUNTS or noun.dep_ != "dobj":
            continue
        if number is not None and (number.pos_ == "NUM" or has_child(number, "nummod")):
            yield prep, noun.head, "prep"


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
        within = clause is not None and any(t.dep_ in _SUBJECTS and clause in t.subtree for t in verb.lefts)
        if within and clause is not None and before.text != "," and doc[date.right_edge.i + 1].text != ",":
            yield date, clause, date.dep_


def name_after_clause(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to whom it belongs: "The doctor who found the cure, Ana Ruiz, died"."""
    del language
    for name in doc:
        if name.dep_ != "appos" or name.ent_type_ != "PERSON" or name.head.ent_type_ == "PERSON":
            continue
        clause = next((t for t in name.ancestors if t.dep_ == "relcl"), None)
        who = clause is not None and any(t.lower_ == "who" for t in clause.lefts)
        closed = doc[name.right_edge.i + 1 : name.right_edge.i + 2].text == ","
        if clause is not None and who and closed and clause.head.head.i > name.i:
            yield name, clause.head, "appos"


def aside_before_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave what follows a first clause to it: "When plans were shown for a tunnel, she resigned"."""
    del language
    for prep in doc:
        main = prep.head
        if prep.dep_ != "prep" or prep.i > main.i or not is_verb(main) or prep.i == 0:
            continue
        clause = next((t for t in main.lefts if t.dep_ == "advcl" and t.right_edge.i == prep.i - 1), None)
        if clause is not None and doc[prep.right_edge.i + 1].text == ",":
            yield prep, clause, "prep"


def doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Part a thing from what it does: "a ferry carrying guests sank" is of no guests."""
    del language
    for what in doc:
        one = what.tag_ == "NNS" and any(t.lower_ in {"a", "an"} for t in what.lefts)
        if not one or what.i < 3 or has_child(what, "nummod"):
            continue
        doing, thing = doc[what.i - 1], doc[what.i - 2]
        if not doing.lower_.endswith("ing") or doing.dep_ not in _PREMODIFIERS or thing.pos_ != "NOUN":
            continue
        yield thing, what if what.head == what else what.head, what.dep_
        yield from ((t, thing, t.dep_) for t in what.lefts if t.i < thing.i)
        yield from ((t, thing, t.dep_) for t in doing.lefts if t.i < thing.i)
        yield doing, thing, "acl"
        yield what, doing, "dobj"


def amount(doc: "Doc", language: str) -> Iterator[Change]:
    """Hang a currency on its number where both were taken for objects: "fell to €1.9bn"."""
    del language
    for sign in doc[:-1]:
        number = doc[sign.i + 1]
        if sign.tag_ == "$" and number.tag_ == "CD" and number.head == sign.head and sign.dep_ == number.dep_:
            yield sign, number, "quantmod"


def particle_before_name(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a preposition of a particle before the name of a place: "sank off Kesten"."""
    del language
    for particle in doc[:-1]:
        if particle.dep_ != "prt":
            continue
        place = next((t for t in particle.head.rights if t.left_edge.i == particle.i + 1), None)
        beside = place is not None and (place.dep_ == "npadvmod" or particle.lower_ == "off")
        if place is not None and beside and place.ent_type_ in {"GPE", "LOC", "FAC"}:
            yield particle, particle.head, "prep"
            yield place, particle, "pobj"


def reduced(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie a participle to the noun right before it: "money out of the settlement reached in May".

    Before the main verb a comma may part them: "Under the scheme, introduced last year, money could …".
    """
    del language
    for verb in doc:
        if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.left_edge != verb or verb.i == 0:
            continue
        comma = verb.i > 1 and doc[verb.i - 1].text == ","
        closes = doc[verb.right_edge.i + 1 : verb.right_edge.i + 2].text == ","
        comma = comma and (verb.i < verb.head.i or closes)
        noun = doc[verb.i - 1 - comma]
        if (comma or verb.i > verb.head.i) and noun.pos_ == "NOUN" and noun.head != verb:
            yield verb, noun, "acl"


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


def measured(doc: "Doc", language: str) -> Iterator[Change]:
    """Let a quake stand before its measure: "the magnitude 6.8 tremor struck"."""
    for noun in doc:
        measure = noun.head
        if noun.dep_ == "appos" and measure.lower_ == "magnitude" and is_event_noun(noun, language):
            yield noun, measure.head, measure.dep_
            yield measure, noun, "compound"
            yield from ((t, noun, t.dep_) for t in measure.children if t.i < noun.i)


def listed(doc: "Doc", language: str) -> Iterator[Change]:
    """Join to the last noun what "and" ties to it: "who paid for trips and a flat in Orla was jailed"."""
    del language
    for verb in doc:
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}] if is_verb(verb) else []
        for noun in subjects[1:]:
            joint = doc[noun.left_edge.i - 1]
            if joint.dep_ == "cc" and joint.head.pos_ in {"NOUN", "PROPN"} and joint in subjects[0].subtree:
                yield noun, joint.head, "conj"


def two_subjects(doc: "Doc", language: str) -> Iterator[Change]:
    """Keep the last of two subjects: a heading before it is none ("The vote On Monday, Norvia …")."""
    del language
    for verb in doc:
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}] if is_verb(verb) else []
        led = next((agent_of(t) for t in subjects[0].rights if t.dep_ == "acl"), None) if subjects else None
        if len(subjects) > 1 and led is not None and led.i < subjects[-1].i:
            yield from (
                (t, led, "appos") for t in subjects[1:]
            )  # "An inquiry led by the admiral Ana Ruiz is"
        elif len(subjects) > 1 and subjects[-1].pos_ == "PROPN":
            yield from ((t, subjects[-1], "dep") for t in subjects[:-1] if t.tag_ not in {"WP", "WDT"})


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
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in _PREMODIFIERS and t.i != clause.head.i
        )
        better = next(
            (t for t in nouns if not _mismatch(word, t, language) and t.ent_type_ not in {"DATE", "TIME"}),
            None,
        )
        near = better is not None and (better in clause.head.ancestors or better in clause.head.subtree)
        if better is not None and near and better.i < clause.i:
            yield clause, better, "relcl"


def _mismatch(word: "Token", noun: "Token", language: str) -> bool:
    if word.lower_ in {"who", "whom"}:
        return noun.ent_type_ in _NO_PERSONS
    companies = word_set(language, "persons", "companies")
    if any(t.dep_ == "compound" and t.lower_ in companies for t in noun.lefts):
        return False  # "the firm Ruiz Pine, which"
    return noun.ent_type_ == "PERSON" or noun.lower_ in word_set(language, "persons", "titles")


def state_before_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a word of what became of somebody to the verb, not to the day: "was pulled out alive Monday"."""
    states = word_set(language, "speech", "resultative")
    for word in doc:
        verb = word.head.head
        day = word.head.ent_type_ == "DATE" and word.head.i == word.i + 1
        if day and word.dep_ == "amod" and word.tag_ == "JJ" and word.lower_ in states and is_verb(verb):
            yield word, verb, "advmod"


def multiple(doc: "Doc", language: str) -> Iterator[Change]:
    """Give "times" to what there is more of: "three times as much oil had leaked"."""
    del language
    for times in doc[:-3]:
        if times.lower_ != "times" or times.dep_ not in {"nsubj", "dobj", "nsubjpass", "npadvmod"}:
            continue
        much = doc[times.i + 2]
        compared = doc[times.i + 1].lower_ == "as" and much.lower_ in {"much", "many"}
        if compared and much.head.i > much.i and much.head.head == times.head:
            yield times, much.head, "nmod"
