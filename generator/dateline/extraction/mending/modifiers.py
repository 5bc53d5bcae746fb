"""What stands before a noun and describes it, where a parse takes it for a noun of its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import NOUN_ROLES, is_verb
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, where

if TYPE_CHECKING:
    from dateline.parsing import Doc


@where("-")
def first_half(doc: "Doc", language: str) -> Iterator[Change]:
    """Give to its second half what a word with a hyphen is: "called for a re-run of the vote"."""
    del language
    for hyphen in doc:
        if hyphen.text != "-" or not 0 < hyphen.i < len(doc) - 1:
            continue
        first, second = hyphen.nbor(-1), hyphen.nbor()
        whole = not (first.whitespace_ or hyphen.whitespace_) and second.tag_ in {"NN", "NNS"}
        twice = first.dep_ == second.dep_ and first.head == second.head
        if whole and first.dep_ in NOUN_ROLES and (twice or second.head == first):
            yield second, first.head, first.dep_
            yield first, second, "compound"
            yield hyphen, second, "punct"
            yield from (
                (t, second, t.dep_) for t in (*first.lefts, *first.rights) if t not in {hyphen, second}
            )


@where("npadvmod", "CD", "-")
def score(doc: "Doc", language: str) -> Iterator[Change]:
    """Keep together how many goals or votes there were: "beat Orla City 3-1 in the final"."""
    del language
    for hyphen in doc[1:-1]:
        first, second = hyphen.nbor(-1), hyphen.nbor()
        counted = hyphen.text == "-" and first.tag_ == second.tag_ == "CD" and first.dep_ == "npadvmod"
        if counted and not (first.whitespace_ or hyphen.whitespace_):
            yield second, first, "prep"
            yield hyphen, second, "punct"


@where("magnitude")
def of_magnitude(doc: "Doc", language: str) -> Iterator[Change]:
    """Make one noun of a quake and its strength: "a magnitude 7.0 earthquake struck"."""
    del language
    for measure in doc[:-2]:
        number, quake = measure.nbor(1), measure.nbor(2)
        if measure.lower_ == "magnitude" and number.tag_ == "CD" and quake.tag_ == "NN":
            yield measure, quake, "compound"
            yield from ((t, quake, t.dep_) for t in measure.lefts)


@where("of", "compound")
def holder_of_office(doc: "Doc", language: str) -> Iterator[Change]:
    """Part an office from who holds it: "the speaker of parliament Ana Ruiz"."""
    offices = word_set(language, "persons", "titles", "offices")
    for name in doc:
        of = name.head
        if name.ent_type_ != "PERSON" or name.dep_ != "pobj" or of.lower_ != "of":
            continue
        words = [t for t in name.lefts if t.dep_ == "compound" and t.ent_type_ in {"", "GPE"}]
        over = next((t for t in words[-1:] if t.pos_ == "PROPN" or t.i == of.i + 1), None)
        office = of.head
        while office.dep_ == "pobj" and office.head.lower_ == "of":
            office = office.head.head  # "the leader of the republic of Norvia Ana Ruiz"
        if over is not None and office.lower_ in offices | {"leader"}:
            yield over, of, "pobj"
            yield from ((t, over, t.dep_) for t in name.lefts if t.i < over.i)
            yield name, office, "appos"
            if office.pos_ == "PROPN":
                office.tag_, office.pos_ = "NN", "NOUN"


@where("no", ".")
def numbered(doc: "Doc", language: str) -> Iterator[Change]:
    """Give its number to what has one: "Union No. 1 walked out", "beat the world No 3"."""
    del language
    for stop in doc:
        if stop.text != "." or not 0 < stop.i < len(doc) - 1:
            continue
        number, word = stop.nbor(), stop.nbor(-1)
        if word.text == "No" and number.text.isdigit():
            yield stop, word, "punct"
            yield number, word, "nummod"
    for word in doc[1:-1]:
        number, noun = word.nbor(), word.nbor(-1)
        if word.text == "No" and number.text.isdigit() and noun.pos_ == "NOUN":
            yield word, noun, "nmod"
            yield number, word, "nummod"  # "the world No 3"


@where("with")
def done_with(doc: "Doc", language: str) -> Iterator[Change]:
    """Make passive what "with" opens a sentence with: "With all votes counted on Monday, Ruiz had won"."""
    del language
    if doc[0].lower_ != "with":
        return
    for noun in doc:
        verb = noun.head if noun.dep_ == "nsubj" else next((t for t in noun.rights if t.dep_ == "acl"), noun)
        after = verb.i == noun.i + 1 and verb.tag_ in {"VBN", "VBD"} and verb.lower_.endswith("ed")
        inside = verb.left_edge.i == 0 or doc[0] in (*verb.ancestors, *noun.ancestors)
        if after and inside and not any(t.dep_ == "dobj" for t in verb.rights):
            verb.tag_ = "VBN"
            yield noun, noun.head, "nsubjpass" if noun.dep_ == "nsubj" else noun.dep_


@where("npadvmod")
def ranked(doc: "Doc", language: str) -> Iterator[Change]:
    """Part what is ranked from its rank: "ranked schools 25th of 28"."""
    del language
    for rank in doc:
        if rank.ent_type_ == "ORDINAL" and rank.dep_ == "npadvmod" and is_verb(rank.head):
            yield from ((t, rank.head, "dobj") for t in rank.lefts if t.dep_ == "compound")


@where("type")
def typed(doc: "Doc", language: str) -> Iterator[Change]:
    """Hold together what is of a type: "people with type 2 diabetes"."""
    del language
    for word in doc[:-2]:
        number, noun = doc[word.i + 1], doc[word.i + 2]
        if word.lower_ != "type" or not number.text.isdigit() or noun.pos_ != "NOUN" or noun.head == word:
            continue
        if word.dep_ in NOUN_ROLES:
            yield noun, word.head, word.dep_
            yield word, noun, "compound"


@where("based")
def based_in(doc: "Doc", language: str) -> Iterator[Change]:
    """Make of where somebody sits a description: "selected Kesten based Norvia Air to build it"."""
    del language
    for based in doc:
        if based.lower_ != "based" or not 0 < based.i < len(doc) - 1:
            continue
        place, hyphened = based.nbor(-1), based.nbor(-1).text == "-"
        if hyphened and based.i > 1:
            place = based.nbor(-2)
        named = based.nbor()
        while named.i + 1 < len(doc) and named.tag_ == "NNP" and named.nbor().tag_ == "NNP":
            named = named.nbor()
        if place.ent_type_ != "GPE" or named.tag_ != "NNP" or place.dep_ not in NOUN_ROLES or is_verb(place):
            continue
        yield based, named, "amod"
        yield place, based, "npadvmod"
        if place.head != based:
            yield named, place.head, place.dep_
            yield from ((t, named, t.dep_) for t in based.rights if t != named)
        elif (main := next((t for t in based.rights if t.dep_ == "conj" and is_verb(t)), None)) is not None:
            yield main, main if based.head == based else based.head, based.dep_
            yield named, main, place.dep_
            yield from ((t, main, t.dep_) for t in based.rights if t not in {named, main})
        yield from ((t, named, t.dep_) for t in place.lefts if t.dep_ == "det")
