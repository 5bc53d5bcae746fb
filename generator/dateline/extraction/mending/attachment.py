"""What nouns, names, places and dates belong to: clauses, participles, prepositions, pairs of nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    COUNTS,
    HARMS,
    PREMODIFIERS,
    SPANS,
    SUBJECTS,
    agent_of,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
    text_before,
)
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.mending.changes import Change, follows_to, where

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

# How far from its start a sentence may have the head of the date that opens it.
_OPENING = 6
# What is made known, and how.
_RECORDS = frozenset({"detail", "copy", "footage", "picture", "image", "photograph", "video", "transcript"})
_HANDED_OUT = frozenset(
    {
        *("release", "publish", "issue", "circulate", "emerge", "surface", "leak", "obtain", "distribute"),
        *("carry", "air"),
    }
)
_NAMINGS = frozenset({"name", "pseudonym", "nickname", "alias", "nom", "handle", "acronym", "number"})
_ABOUT = frozenset({"of", "on", "into", "about", "to"})
# What stands before a noun more often than alone: "before a magistrate".
_FACING = frozenset({"before", "behind", "inside", "outside", "across", "past"})


@where("TO", "NNP")
def name_after_to(doc: "Doc", language: str) -> Iterator[Change]:
    """Make "to" a preposition before a name: what follows belongs to the verb, "sent it to Kesten in May"."""
    del language
    for name in doc:
        if name.tag_ == "NNP" and follows_to(name) and name.head != name:
            to = name.lefts[-1]
            yield to, name.head, "prep"
            yield name, to, "pobj"
            yield from ((t, name.head, t.dep_) for t in name.rights)


@where("acl", "NNP")
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


@where(";", "prep")
def date_before_semicolon(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave to its own clause what a semicolon ends: "She married in 1957; he died in 2011"."""
    del language
    for stop in doc:
        if stop.text != ";":
            continue
        for prep in doc[: stop.i]:
            clause = prep.head
            if prep.dep_ == "prep" and clause.i > stop.i and clause.head.i < prep.i and is_verb(clause.head):
                yield prep, clause.head, "prep"


@where("relcl", "advcl", ",")
def harm_done(doc: "Doc", language: str) -> Iterator[Change]:
    """Give harm to what did it: "recalled the earthquake that destroyed it, killing 700 people,"."""
    del language
    for harm in doc:
        if harm.dep_ != "advcl" or harm.tag_ != "VBG" or harm.lemma_ not in HARMS or harm.i < 2:
            continue
        before = doc[harm.i - 2]
        inner = next((t for t in (before, *before.ancestors) if t.dep_ == "relcl"), None)
        if (
            doc[harm.i - 1].text == ","
            and inner is not None
            and harm.head.i < inner.i
            and inner.tag_ == "VBD"
        ):
            yield harm, inner, "advcl"


@where("ccomp", "pobj")
def date_of_saying(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date before what is to come to who says so: "said on Wednesday they would merge"."""
    telling = word_set(language, "speech", "report", "act")
    for prep in doc:
        said = prep.head
        says = said.head
        if prep.dep_ != "prep" or said.dep_ != "ccomp" or says.lemma_ not in telling:
            continue
        if not any(t.lower_ in {"would", "will"} for t in said.lefts):
            continue
        subject = next((t for t in said.lefts if t.dep_ in SUBJECTS), None)
        between = subject is not None and says.i < prep.i and prep.right_edge.i < subject.left_edge.i
        if between and prep.i == says.i + 1 and any(t.ent_type_ == "DATE" for t in prep.children):
            yield prep, says, "prep"


@where("pobj")
def handed_out(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to details or a copy what is done with them: "details of the plan released by the board"."""
    documents = word_set(language, "persons", "documents") | _RECORDS
    for verb in doc:
        noun = top = verb.head
        if verb.dep_ not in {"acl", "relcl"} or verb.lemma_ not in _HANDED_OUT or noun.lemma_ in documents:
            continue
        while top.dep_ == "pobj" and top.head.lower_ in _ABOUT and top.head.head.pos_ == "NOUN":
            top = top.head.head
            if top.lemma_ in documents:
                yield verb, top, verb.dep_
                break


@where("xcomp", "pobj", "to")
def date_before_aim(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a day to who asks for something: "urged delegates at a summit on Sunday to act"."""
    asking = word_set(language, "speech", "asking", "act")
    for prep in doc:
        noun = prep.head
        day = object_of(prep) if prep.dep_ == "prep" and prep.lower_ == "on" else None
        if day is None or day.ent_type_ != "DATE" or noun.dep_ != "pobj":
            continue
        verb = noun.head.head
        aim = next((t for t in verb.rights if t.dep_ == "xcomp"), None)
        if verb.lemma_ in asking and aim is not None and aim.left_edge.i == prep.right_edge.i + 1:
            yield prep, verb, "prep"


@where("acl", "pobj")
def set_with_whom(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to talks, not to whom they are with, when they are: "talks with the rebels set for May"."""
    due = word_set(language, "speech", "due") | {"hold"}
    for verb in doc:
        noun = verb.head
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_ not in due or noun.dep_ != "pobj":
            continue
        event = noun.head.head
        if noun.head.lower_ in {"with", "between"} and is_event_noun(event, language):
            yield verb, event, "acl"


@where("acl", "pobj", ",", "agent")
def done_to_nearest(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to a thing, not to what is done with it, who harmed it: "the repair of the dam, destroyed by"."""
    for done in doc[2:]:
        noun = done.head
        behind = done.dep_ == "acl" and done.tag_ == "VBN" and done.nbor(-1).text == ","
        thing = done.nbor(-2)
        if not behind or thing.dep_ != "pobj" or noun not in thing.ancestors or agent_of(done) is None:
            continue
        if is_event_noun(noun, language) and thing.pos_ in {"NOUN", "PROPN"} and done.lemma_ in HARMS:
            yield done, thing, "acl"


@where("from", "pobj", "prep")
def whence_and_whither(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb where a way leads: "walked from Norvia towards Kesten"."""
    del language
    for prep in doc:
        place = prep.head
        way = place.head
        whither = prep.dep_ == "prep" and prep.lower_ in {"to", "towards", "toward", "into"}
        whence = place.dep_ == "pobj" and way.lower_ == "from" and place.ent_type_ in {"GPE", "LOC"}
        if whither and whence and way.dep_ == "prep" and is_verb(way.head):
            yield prep, way.head, "prep"


@where("appos", "dobj", "pobj")
def where_of_named(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb where something named is done: "will launch its headset Aurora in Norvia"."""
    del language
    for prep in doc:
        thing = prep.head
        place = object_of(prep) if prep.dep_ == "prep" and prep.lower_ == "in" else None
        named = any(t.dep_ == "appos" and t.pos_ == "PROPN" and t.i < prep.i for t in thing.rights)
        if place is not None and place.ent_type_ == "GPE" and thing.dep_ == "dobj" and named:
            yield prep, thing.head, "prep"


@where("prep", "pobj")
def span_of_most(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the first or most of its kind since when it is that: "its biggest loss in ten years"."""
    del language
    for prep in doc[1:]:
        span = object_of(prep) if prep.dep_ == "prep" and prep.lower_ in {"in", "for"} else None
        if span is None or span.ent_type_ != "DATE" or span.lemma_ not in SPANS or not is_verb(prep.head):
            continue
        most = doc[prep.i - 1]
        singled = any(t.tag_ == "JJS" or t.ent_type_ == "ORDINAL" for t in (most, *most.lefts))
        long = any(t.dep_ == "nummod" or t.lower_ in {"a", "over"} for t in span.lefts) or span.tag_ == "NNS"
        if long and singled and most.pos_ in {"NOUN", "ADJ"} and prep.head in most.ancestors:
            yield prep, most, "prep"


@where("acl", "VBG", "lead", "pobj")
def date_behind_way(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date to what happened, not to a way: "was found on a lane leading to a house on 5 March"."""
    del language
    for prep in doc:
        way = prep.head
        leads = way.dep_ == "acl" and way.tag_ == "VBG" and way.lemma_ in {"lead", "run", "connect"}
        if prep.dep_ != "prep" or not leads or not any(t.ent_type_ == "DATE" for t in prep.children):
            continue
        verb = next((t for t in way.head.ancestors if is_verb(t)), None)
        if verb is not None and way.head.dep_ == "pobj" and verb.i < way.i:
            yield prep, verb, "prep"


@where("xcomp", "vote")
def date_behind_vote(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date to the vote, not to what it is for: "voted to confirm Ana Ruiz as a judge on 5 March"."""
    del language
    for prep in doc:
        aim = prep.head
        voted = aim.dep_ == "xcomp" and aim.head.lemma_ == "vote" and aim.head.tag_ in {"VBD", "VBN"}
        if prep.dep_ == "prep" and voted and any(t.ent_type_ == "DATE" for t in prep.children):
            yield prep, aim.head, "prep"


@where("acl", "VBG", "dobj")
def date_behind_content(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date to what was done with a law, not to what that says: "signed a law banning it on Monday"."""
    documents = word_set(language, "persons", "documents") | word_set(language, "speech", "aimed", "writings")
    for prep in doc:
        saying = prep.head
        says = saying.dep_ == "acl" and saying.tag_ == "VBG" and saying.head.lemma_ in documents
        if prep.dep_ != "prep" or not says or not any(t.ent_type_ == "DATE" for t in prep.children):
            continue
        verb = saying.head.head
        if saying.head.dep_ == "dobj" and verb.tag_ in {"VBD", "VBN"} and prep.lower_ == "on":
            yield prep, verb, "prep"


@where("pobj", "VBD", "on")
def object_behind_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to the verb its object behind a date: "confirmed on Friday the town’s first case"."""
    says = word_set(language, "speech", "report")
    for thing in doc:
        prep, verb = thing.head, thing.head.head
        if thing.dep_ != "pobj" or prep.lower_ != "on" or verb.tag_ != "VBD" or prep.i != verb.i + 1:
            continue
        if (
            not {t.dep_ for t in thing.lefts} & {"det", "poss"}
            or verb.lemma_ in says
            or has_child(verb, "dobj")
        ):
            continue
        days = (t for t in prep.rights if t.dep_ == "pobj" and t.ent_type_ == "DATE")
        if any(day.i < thing.i and thing.left_edge.i == day.right_edge.i + 1 for day in days):
            yield thing, verb, "dobj"


@where("npadvmod", "CD")
def date_behind_score(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date to the verb, not to how many votes or goals: "voted 10-0 on 5 March to close it"."""
    del language
    for prep in doc:
        score = prep.head
        scored = score.dep_ == "npadvmod" and score.tag_ == "CD" and is_verb(score.head)
        if prep.dep_ == "prep" and scored and any(t.ent_type_ == "DATE" for t in prep.children):
            yield prep, score.head, "prep"


@where("as", "dobj")
def as_of_naming(doc: "Doc", language: str) -> Iterator[Change]:
    """Give "as" to the verb that names: "named the dead man as Ana Ruiz"."""
    names = word_set(language, "speech", "appointing") | {"identify", "describe", "unmask", "list", "label"}
    for prep in doc:
        noun = prep.head
        if prep.lower_ == "as" and prep.dep_ == "prep" and noun.dep_ == "dobj" and noun.head.lemma_ in names:
            yield prep, noun.head, "prep"


@where("ccomp", "conj", ",", "and")
def deed_behind_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a deed to what was said, not to who said so: "His client knew, he said, and paid the tax"."""
    telling = word_set(language, "speech", "report", "act", "found", "content")
    for said in doc:
        told = next((t for t in said.lefts if t.dep_ == "ccomp"), None)
        if (
            told is None
            or said.lemma_ not in telling
            or doc.span(said.i + 1, said.i + 3).text.lower() != ", and"
        ):
            continue
        deed = next((t for t in said.rights if t.dep_ == "conj"), None)
        alike = deed is not None and deed.tag_ in {"VBD", "VBZ"} and deed.lemma_ not in telling
        if deed is not None and alike and not any(t.dep_ in SUBJECTS for t in deed.lefts):
            yield deed, told, "conj"


@where("pobj", "prep")
def date_behind_small_clause(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a day to the main verb: "was held for questioning on Monday", "won with a minute left on …"."""
    del language
    for prep in doc:
        small = prep.head
        if prep.dep_ != "prep" or not any(t.ent_type_ in {"DATE", "TIME"} for t in prep.children):
            continue
        asked = small.dep_ == "pcomp" and small.lower_ == "questioning"
        left = (
            small.dep_ == "acl" and small.lower_ in {"left", "remaining"} and small.head.ent_type_ == "TIME"
        )
        verb = next((t for t in small.ancestors if is_verb(t)), None) if asked or left else None
        if verb is not None and verb.i < small.i:
            yield prep, verb, "prep"
            yield from ((t, verb, t.dep_) for t in small.rights if t.dep_ == "advcl" and t.i > prep.i)


@where("appos", "pobj")
def name_behind_place(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to who is told by a place or body, not to that: "a curator from Kesten, Ana Ruiz,"."""
    persons = word_set(language, "persons", "people", "titles")
    bodies = table_of(language, "persons")["bodies"]
    for name in doc:
        place = name.head
        if name.dep_ != "appos" or name.ent_type_ != "PERSON" or place.dep_ != "pobj":
            continue
        who = place.head.head
        person = who.lemma_ in persons or bodies.get(who.lemma_) == "PERSON"
        apart = text_before(name) == ","
        if (place.ent_type_ in {"GPE", "LOC"} or apart) and who.pos_ == "NOUN" and person:
            yield name, who, "appos"


@where("between", "nmod", "conj")
def between_two(doc: "Doc", language: str) -> Iterator[Change]:
    """Let "between" have both its names: "a summit between Ruiz and Norvian President Eva Brandt"."""
    del language
    for first in doc:
        second = first.head
        if first.dep_ != "nmod" or second.dep_ != "pobj" or second.head.lower_ != "between":
            continue
        if first.left_edge.i == second.head.i + 1 and has_child(first, "cc"):
            yield first, second.head, "pobj"
            yield second, first, "conj"
            yield from ((t, second, "compound") for t in first.rights if t.dep_ == "conj")


@where("cc", "conj", "pobj")
def joined_beside(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a noun to the one on which its "and" hangs: "negotiators for Norvia and the rebels left"."""
    del language
    for noun in doc:
        edge = noun.left_edge.i
        joint = doc[edge - 1] if noun.dep_ == "conj" and edge else noun
        first = joint.head
        inside = (
            joint.dep_ == "cc"
            and first != noun.head
            and first.dep_ == "pobj"
            and noun.head in first.ancestors
        )
        if inside and noun.pos_ in {"NOUN", "PROPN"} and noun.head.pos_ in {"NOUN", "PROPN"}:
            yield noun, first, "conj"


@where("appos", "cc", "pobj")
def joined_name(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a name to the one before its "and": "the killings of Ana Ruiz, 16, and 15-year-old Eva Holt"."""
    del language
    for name in doc:
        edge = name.left_edge.i
        if name.dep_ != "appos" or name.ent_type_ != "PERSON" or edge == 0 or doc[edge - 1].dep_ != "cc":
            continue
        first = doc[edge - 1].head
        of = first.dep_ == "pobj" and first.head.head == name.head
        if of and first.ent_type_ == "PERSON" and first.i < name.i:
            yield name, first, "conj"


@where("for", "pobj", "compound")
def bearer_of_office(doc: "Doc", language: str) -> Iterator[Change]:
    """Give an office to who holds it: "launched by the Minister for Health Ana Ruiz"."""
    titles = word_set(language, "persons", "titles")
    for person in doc:
        prep, office = person.head, person.head.head
        if person.dep_ != "pobj" or person.ent_type_ != "PERSON" or prep.lower_ != "for":
            continue
        field = [t for t in person.lefts if t.dep_ == "compound" and t.ent_type_ != "PERSON"]
        if field and office.lower_ in titles and prep.i == office.i + 1 and field[0].i == prep.i + 1:
            yield person, office.head, office.dep_
            yield office, person, "compound"
            yield field[-1], prep, "pobj"
            yield from ((t, field[-1], "compound") for t in field[:-1])


@where("agent", "pobj")
def named_so(doc: "Doc", language: str) -> Iterator[Change]:
    """Take no name for who gave it: "was known by the pseudonym Ana", "is called by the name of Orla"."""
    del language
    for by in doc:
        name = object_of(by) if by.dep_ == "agent" else None
        if name is not None and any(t.lemma_ in _NAMINGS for t in (name, *name.lefts)):
            yield by, by.head, "prep"


@where("agent", "pobj")
def agent_of_happening(doc: "Doc", language: str) -> Iterator[Change]:
    """Give "by" to the happening right before it: "was freed after mediation by a bishop"."""
    for by in doc:
        noun = doc[by.i - 1] if by.i else by
        amid = noun.dep_ == "pobj" and noun.head.lower_ in {"after", "following", "amid", "despite"}
        doing = is_event_noun(noun, language) or noun.lower_.endswith("tion")
        if by.dep_ == "agent" and amid and doing and noun.head.head == by.head:
            yield by, noun, "prep"


@where(",", "to")
def aim_behind_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Give what a plan aims at to the plan: "its plan, announced in May, to close two mines".

    So behind who made it: "a decision by Ana Ruiz, the minister, to close two mines".
    """
    for to in doc[2:-1]:
        aim = to.head
        if to.lower_ != "to" or aim.tag_ != "VB" or to.nbor(-1).text != ",":
            continue
        last = to.nbor(-2)
        aside = next((t for t in (last, *last.ancestors) if t.dep_ in {"acl", "appos"}), None)
        if aside is None or aside == aim or text_before(aside) != ",":
            continue
        by = aside.head.head
        plan = by.head if aside.dep_ == "appos" and by.lower_ == "by" else aside.head
        if plan.lemma_ in word_set(language, "speech", "aimed") and plan.i < aside.i:
            yield aim, plan, "acl"


@where("prep", "pobj")
def place_behind_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a place to the verb rather than to the day or hour: "began on 4 June at 10 in Kesten"."""
    del language
    for prep in doc:
        date = prep.head
        if prep.dep_ != "prep" or prep.lower_ not in {"in", "at", "near"} or date.dep_ != "pobj":
            continue
        hour = date.pos_ == "NUM" and date.text.isdigit() and date.head.lower_ == "at"
        place = object_of(prep) if date.ent_type_ == "DATE" or hour else None
        if place is not None and place.ent_type_ not in {"DATE", "TIME", "CARDINAL"}:
            yield prep, date.head.head, "prep"


@where("to", "acl", "pobj", "dobj")
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


@where("prep", "advcl")
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


@where("NNS")
def doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Part a thing from what it does: "a ferry carrying guests sank" is of no guests."""
    del language
    for what in doc:
        one = what.tag_ == "NNS" and any(t.lower_ in {"a", "an"} for t in what.lefts)
        if not one or what.i < 3 or has_child(what, "nummod"):
            continue
        doing, thing = doc[what.i - 1], doc[what.i - 2]
        if not doing.lower_.endswith("ing") or doing.dep_ not in PREMODIFIERS or thing.pos_ != "NOUN":
            continue
        yield thing, what if what.head == what else what.head, what.dep_
        yield from ((t, thing, t.dep_) for t in what.lefts if t.i < thing.i)
        yield from ((t, thing, t.dep_) for t in doing.lefts if t.i < thing.i)
        yield doing, thing, "acl"
        yield what, doing, "dobj"


@where("CD")
def unit_of_number(doc: "Doc", language: str) -> Iterator[Change]:
    """Hang on its number what is written in one with it: the "m" of "paid $38m"."""
    del language
    for number in doc[:-1]:
        if number.tag_ != "CD" or number.whitespace_:
            continue
        unit = number.nbor()
        alike = unit.head == number.head and unit.dep_ == number.dep_
        if alike and unit.is_alpha and not unit.children:
            yield unit, number, "nmod"
        verb = unit.head
        if unit.dep_ == "auxpass" and unit.lower_ in {"m", "bn", "k"} and has_child(verb, "dobj"):
            yield unit, number, "nmod"  # "the purchase for £740m left it with debts"
            yield from ((t, verb, "nsubj") for t in verb.lefts if t.dep_ == "nsubjpass")
            verb.tag_ = "VBD"


@where("$", "CD")
def amount(doc: "Doc", language: str) -> Iterator[Change]:
    """Hang a currency on its number where both were taken for objects: "fell to €1.9bn"."""
    del language
    for sign in doc[:-1]:
        if sign.tag_ != "$":
            continue
        number = doc[sign.i + 1]
        if number.tag_ == "CD" and number.head == sign.head and sign.dep_ == number.dep_:
            yield sign, number, "quantmod"


@where("prt")
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


@where("magnitude")
def measured(doc: "Doc", language: str) -> Iterator[Change]:
    """Let a quake stand before its measure: "the magnitude 6.8 tremor struck"."""
    for noun in doc:
        measure = noun.head
        if noun.dep_ == "appos" and measure.lower_ == "magnitude" and is_event_noun(noun, language):
            yield noun, measure.head, measure.dep_
            yield measure, noun, "compound"
            yield from ((t, noun, t.dep_) for t in measure.children if t.i < noun.i)
        apart = noun.lower_ == "magnitude" and noun.i + 1 < len(doc) and noun.nbor().head != noun
        if apart and noun.nbor().text[0].isdigit() and noun.nbor().dep_ == "appos":
            yield noun.nbor(), noun, "nummod"


@where("cc")
def listed(doc: "Doc", language: str) -> Iterator[Change]:
    """Join to the last noun what "and" ties to it: "who paid for trips and a flat in Orla was jailed"."""
    del language
    for verb in doc:
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}] if is_verb(verb) else []
        for noun in subjects[1:]:
            joint = doc[noun.left_edge.i - 1]
            if joint.dep_ == "cc" and joint.head.pos_ in {"NOUN", "PROPN"} and joint in subjects[0].subtree:
                yield noun, joint.head, "conj"


@where()
def two_subjects(doc: "Doc", language: str) -> Iterator[Change]:
    """Keep the last of two subjects: a heading before it is none ("The vote On Monday, Norvia …")."""
    del language
    for verb in doc:
        if len(verb.lefts) <= 1 or not is_verb(verb):
            continue
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}]
        if len(subjects) <= 1:
            continue
        before = doc[subjects[-1].left_edge.i - 1]
        if before.dep_ == "prep" and object_of(before) is None and before in subjects[0].subtree:
            yield subjects[-1], before, "pobj"  # "The inquiry into the fall of insurer Norvia will resume"
            continue
        led = next((agent_of(t) for t in subjects[0].rights if t.dep_ == "acl"), None)
        between = next((t for t in subjects[0].rights if t.lower_ == "between"), None)
        side = object_of(between) if between is not None else None
        if side is not None and side.i < subjects[-1].i:
            # "Talks between Norvia, a bank and rebels began".
            yield from ((t, side, "conj") for t in subjects[1:])
        elif led is not None and led.i < subjects[-1].i:
            yield from (
                (t, led, "appos") for t in subjects[1:]
            )  # "An inquiry led by the admiral Ana Ruiz is"
        elif subjects[-1].pos_ == "PROPN":
            yield from ((t, subjects[-1], "dep") for t in subjects[:-1] if t.tag_ not in {"WP", "WDT"})


@where("amod", "JJ")
def state_before_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a word of what became of somebody to the verb, not to the day: "was pulled out alive Monday"."""
    states = word_set(language, "speech", "resultative")
    for word in doc:
        verb = word.head.head
        day = word.head.ent_type_ == "DATE" and word.head.i == word.i + 1
        day = day and word.head.left_edge.i == word.i  # not "entered its third week"
        if day and word.dep_ == "amod" and word.tag_ == "JJ" and word.lower_ in states and is_verb(verb):
            yield word, verb, "advmod"


@where("times", "as")
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


@where("dobj", "conj", "cc")
def subject_behind_object(doc: "Doc", language: str) -> Iterator[Change]:
    """Part the subject of a second clause from an object: "retook the town and the rebels fled"."""
    del language
    for noun in doc:
        thing = noun.head
        main = thing.head
        if (
            noun.dep_ != "conj"
            or thing.dep_ != "dobj"
            or noun.pos_ not in {"NOUN", "PROPN"}
            or not is_verb(main)
        ):
            continue
        joint = doc[noun.left_edge.i - 1]
        verb = next((t for t in main.rights if t.i > noun.i and is_verb(t)), None)
        if joint.dep_ != "cc" or verb is None or verb.dep_ not in {"conj", "ccomp", "advcl", "dep"}:
            continue
        finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
            t.dep_ == "aux" and t.tag_ != "TO" for t in verb.lefts
        )
        if not finite or any(t.dep_ in SUBJECTS or t.dep_ in {"mark", "cc"} for t in verb.lefts):
            continue
        between = doc[noun.i + 1 : verb.i]
        behind = [t for t in thing.rights if t.dep_ == "prep" and noun.i < t.i < verb.i]
        own = {noun, verb, *behind}
        if all(t.text != "," and (own & {t, *t.ancestors} - {main}) for t in between):
            yield noun, verb, "nsubjpass" if has_child(verb, "auxpass") else "nsubj"
            yield joint, main, "cc"
            yield verb, main, "conj"
            yield from ((t, noun, "prep") for t in behind)


@where("conj")
def joined_subject(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a noun that was joined to a verb the subject of the next: "it ends and the road, …, reopens"."""
    del language
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or not is_verb(verb):
            continue
        bare = (t for t in verb.rights if t.dep_ == "conj" and t.i > noun.i and is_verb(t))
        later = next(bare, None)
        finite = later is not None and (
            later.tag_ in {"VBD", "VBZ", "VBP"} or any(t.tag_ == "MD" for t in later.lefts)
        )
        if later is not None and finite and not any(t.dep_ in SUBJECTS for t in later.lefts):
            yield noun, later, "nsubjpass" if has_child(later, "auxpass") else "nsubj"


@where("aux", "to", "IN")
def noun_after_to(doc: "Doc", language: str) -> Iterator[Change]:
    """Make "to" a preposition where the tagger took it for one: "move her to house arrest"."""
    del language
    for noun in doc:
        to = next((t for t in noun.lefts if t.dep_ == "aux" and t.lower_ == "to" and t.tag_ == "IN"), None)
        if to is None or noun.tag_ not in {"NN", "NNS"} or not is_verb(noun.head):
            continue
        last = next((t for t in noun.rights if t.dep_ == "dobj" and t.left_edge.i == noun.i + 1), noun)
        yield to, noun.head, "prep"
        yield last, to, "pobj"
        if last != noun:
            yield noun, last, "compound"
        yield from ((t, last, t.dep_) for t in noun.rights if t != last)


@where("advmod")
def adverb_before_noun(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a preposition of an adverb right before a noun: "was brought before a magistrate"."""
    del language
    for adverb in doc:
        if adverb.dep_ != "advmod" or adverb.lower_ not in _FACING or not is_verb(adverb.head):
            continue
        things = (t for t in adverb.head.rights if t.dep_ == "dobj" and t.left_edge.i == adverb.i + 1)
        thing = object_of(adverb) or next(things, None)
        if thing is not None and thing.ent_type_ not in {"DATE", "TIME"}:
            adverb.tag_, adverb.pos_ = "IN", "ADP"
            yield adverb, adverb.head, "prep"
            yield thing, adverb, "pobj"


@where("prep", "ago")
def particle_before_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave a particle to its verb before a date: "stepped in two years ago"."""
    del language
    for small in doc:
        alone = (
            small.dep_ == "prep" and small.lower_ in {"in", "on"} and not any(True for _ in small.children)
        )
        ago = next((t for t in small.head.rights if t.lower_ == "ago"), None) if alone else None
        if ago is not None and is_verb(small.head) and ago.left_edge.i == small.i + 1 == small.head.i + 2:
            yield small, small.head, "prt"


@where("mark", ",")
def date_first(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date that opens a sentence to its main verb: "On Friday, a year after it burned, it opened"."""
    del language
    for date in doc[:_OPENING]:
        clause = date.head
        last = date.right_edge.i
        if (
            date.dep_ not in {"npadvmod", "prep"}
            or date.left_edge.i
            or clause.dep_ == "ROOT"
            or last + 1 >= len(doc)
        ):
            continue
        says = any(t.ent_type_ in {"DATE", "TIME"} for t in date.subtree) and doc[last + 1].text == ","
        behind = any(
            t.dep_ == "mark" and t.i > last and t.lower_ in {"after", "before"} for t in clause.lefts
        )
        root = next((t for t in clause.ancestors if t.dep_ == "ROOT"), None)
        if says and behind and root is not None and is_verb(root) and root.i > clause.i:
            yield date, root, date.dep_
            if clause.head == root:
                yield clause, root, "advcl"


@where(":")
def after_colon(doc: "Doc", language: str) -> Iterator[Change]:
    """Take nothing behind a colon for an object: "Two people have died: a girl on Saturday and a man"."""
    del language
    for thing in doc:
        edge = thing.left_edge.i
        if edge <= thing.head.i or doc[edge - 1].text != ":":
            continue
        dated = thing.dep_ == "appos" and any(t.ent_type_ == "DATE" for t in thing.subtree)
        if dated or thing.dep_ in {"dobj", "attr", "npadvmod"}:
            yield thing, thing.head, "dep"


@where("used")
def grown_used(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave what one has grown used to to its verb: "when they had got used to the noise, it was …"."""
    del language
    for used in doc[1:]:
        if used.lower_ != "used":
            continue
        verb = doc[used.i - 1]
        if verb.lemma_ not in {"grow", "get", "become"} or used.head == verb:
            continue
        main = used.head
        used.tag_, used.pos_ = "JJ", "ADJ"
        yield used, verb, "acomp"
        yield from ((t, main, t.dep_) for t in used.lefts)
        for to in used.rights:
            if to.lower_ == "to" and to.dep_ == "prep":
                things = (t for t in used.rights if t.dep_ == "dobj" and t.i > to.i)
                if (thing := next(things, None)) is not None:
                    yield from ((t, thing, "poss") for t in to.children)
                    yield thing, to, "pobj"


@where("VBN", "advcl", ",")
def date_in_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave a date to the participle that it ends: "blamed a knee, strapped up on Monday, and was"."""
    del language
    for prep in doc:
        if prep.dep_ != "prep" or not any(t.ent_type_ == "DATE" for t in prep.children):
            continue
        aside = next((t for t in prep.head.rights if t.dep_ == "advcl" and t.i < prep.i), None)
        if aside is None or aside.tag_ != "VBN" or aside.left_edge != aside or doc[aside.i - 1].text != ",":
            continue
        closes = doc.span(prep.right_edge.i + 1, prep.right_edge.i + 2).text == ","
        if closes and all(t.text != "," for t in doc[aside.i : prep.i]):
            yield prep, aside, "prep"
