"""Names put right where the recogniser is known to misread news: people taken for bodies, nouns for names."""

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.who.agreement import is_anybody
from dateline.extraction.who.genders import words_for
from dateline.extraction.who.name_bounds import bounded, hyphened, in_work, is_tie
from dateline.extraction.who.naming_forms import is_organisation
from dateline.extraction.who.nations import country_groups, state_of
from dateline.parsing import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Doc, Token

_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
_NAMES = _BODIES | {"PERSON"}
_YOUNGEST, _OLDEST = 12, 110
_LONGEST_NAME = 4
_FULL = (2, 3)
_PEERS = frozenset({"lord", "lady"})
# What a firm, a team or a country may be, too.
_FIRMS_TOO = frozenset(
    {
        *("leader", "rival", "opponent", "founder", "owner", "tenant", "player", "victim", "successor"),
        *("predecessor", "neighbour", "neighbor", "helper", "donor", "survivor", "guard", "contractor"),
        *("employer", "writer", "author", "chief", "general", "child", "baby", "friend", "horse"),
    }
)
_STYLES = frozenset({"mr", "mrs", "ms", "miss", "dame", "sir", "mme", "monsieur", "madame"})


def recognise(doc: "Doc", language: str) -> None:
    """Put the names of a parsed passage right, in place.

    Args:
        doc: a parsed passage.
        language: the language of the word lists.
    """
    entities = list(doc.ents)
    doc.name(bounded(entities, doc, language))
    found = (
        *_aged(doc),
        *_styled(doc, language),
        *_peers(doc, language),
        *_unseen(doc, language),
        *_who(doc, language),
    )
    aged = list({person.start: person for person in found if not in_work(person)}.values())
    taken = {token.i for person in aged for token in person}
    kept = [entity for entity in doc.ents if not taken & set(range(entity.start, entity.end))]
    named = [_as_person(entity, language) or _as_sum(entity) for entity in kept if not _is_noun(entity)]
    named = [_as_building(_as_body(each, language), language) for each in named]
    named = [_without_nation(_as_nation(each, language), language) for each in named]
    ordered = sorted([*named, *aged], key=lambda name: name.start)
    whole = [_with_letters(_whole(hyphened(name, language), language), language) for name in ordered]
    names = [name for at, name in enumerate(whole) if not at or name.start >= whole[at - 1].end]
    doc.name(names)


def _whole(entity: "Span", language: str) -> "Span":
    """A person with the given name before, where the recogniser saw the others only: "Ana Maria Ruiz"."""
    start = entity.start
    if entity.label_ != "PERSON" or len(entity) > 1 + _FULL[0] or not start:
        return entity
    first = entity.doc[start - 1]
    name = first.lower_ in words_for(language, "names") or (start == 1 and len(entity) > 1)
    free = first.pos_ == "PROPN" and first.is_title and first.is_alpha and not first.ent_type_
    titled = first.lower_ in words_for(language, "titles") or first.lower_ in _STYLES
    titled = titled or state_of(first.text, language) is not None  # "the Italian Ana Ruiz"
    return Span(entity.doc, start - 1, entity.end, "PERSON") if name and free and not titled else entity


def _aged(doc: "Doc") -> "Iterator[Span]":
    """Whoever has an age: "Ruiz, 46, was arrested"."""
    for number in doc[2:-1]:
        if not number.text.isdecimal():
            continue
        comma, closes = doc[number.i - 1], doc[number.i + 1]
        if comma.text != "," or closes.text not in {",", "."}:
            continue
        if not _YOUNGEST <= int(number.text) <= _OLDEST or not _is_part(doc[comma.i - 1]):
            continue
        start = comma.i - 1
        while start and comma.i - start < _LONGEST_NAME:
            back = 2 if start > 1 and is_tie(doc[start - 1]) else 1
            if not _is_part(doc[start - back]):
                break
            start -= back
        whole = doc.span(start, comma.i)
        one = all(token.ent_type_ in {"", whole.root.ent_type_, "PERSON"} for token in whole)
        if one and any(token.ent_type_ != "PERSON" for token in whole):
            yield Span(doc, start, comma.i, "PERSON")


def _styled(doc: "Doc", language: str) -> "Iterator[Span]":
    """Whoever is called Mr or Dame, if the recogniser saw no person there: "Dame Ana Ruiz", "Mr al Orlan"."""
    particles = word_set(language, "namings", "particles")
    for title in doc[:-1]:
        end = title.i + 1
        if title.lower_.strip(".") not in _STYLES or not title.is_title:
            continue
        while end < len(doc) and end - title.i <= _LONGEST_NAME:
            if not _is_part(doc[end]) and not (doc[end].lower_ in particles and _is_part(doc[end].nbor())):
                break
            end += 1
        names = doc.span(title.i + 1, end)
        if len(names) and all(t.ent_type_ != "PERSON" for t in names) and all(t.is_alpha for t in names):
            yield Span(doc, title.i + 1, end, "PERSON")


def _peers(doc: "Doc", language: str) -> "Iterator[Span]":
    """Whoever is called a lord or lady and by one name, which says nothing without: "Lady Kesten"."""
    for title, name in pairwise(doc):
        if title.lower_ not in _PEERS:
            continue
        alone = not (name.i + 1 < len(doc) and doc[name.i + 1].pos_ == "PROPN")
        free = not title.ent_type_ and not name.ent_type_ and _is_part(name) and name.is_alpha
        office = name.lower_ in word_set(language, "persons", "titles") or _is_of_place(
            doc.span(name.i, name.i + 1), language
        )
        if title.text.istitle() and free and alone and not office:
            yield Span(doc, title.i, name.i + 1, "PERSON")


def _who(doc: "Doc", language: str) -> "Iterator[Span]":
    """Whoever is told of with "who" and was not recognised: "Ruiz Brandt, who has died"."""
    for who in doc[2:]:
        if who.lower_ != "who" or who.tag_ != "WP":
            continue
        clause = next((t for t in who.ancestors if t.dep_ == "relcl"), None)
        if clause is None or clause.left_edge != who:
            continue
        end = clause.head.i + 1
        start = end
        while start and _is_part(doc[start - 1]) and doc[start - 1].is_alpha and not doc[start - 1].ent_type_:
            start -= 1
        words = doc.span(start, end)
        alone = len(words) == 1 and clause.head.dep_ in SUBJECTS and words[0].tag_ == "NNP"
        if (alone or len(words) in _FULL) and not is_organisation(words.text, language):
            yield Span(doc, start, end, "PERSON")


def _unseen(doc: "Doc", language: str) -> "Iterator[Span]":
    """Whoever has a given name and a surname, or beside a description one alone, and was not recognised."""
    given = words_for(language, "names")
    for first in doc[:-1]:
        if first.pos_ != "PROPN" or first.ent_type_ or first.lower_ not in given or not first.is_title:
            continue
        start, end = first.i, first.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].is_title and not doc[end].ent_type_:
            end += 1
        alone = not (start and doc[start - 1].pos_ == "PROPN") and not (
            end < len(doc) and doc[end].pos_ == "PROPN"
        )
        words = doc.span(start, end)
        beside = len(words) == 1 and first.dep_ == "appos"  # "her mother, Eva, left"
        people = (len(words) in _FULL or beside) and all(t.is_alpha for t in words)
        if (
            people
            and alone
            and not is_organisation(words.text, language)
            and not _is_of_place(words, language)
        ):
            yield Span(doc, start, end, "PERSON")


def _is_of_place(words: "Span", language: str) -> bool:
    """Whether a place or an occasion is named after somebody: "Charles Street"."""
    return words[-1].lower_ in word_set(language, "places", "named_after")


def _is_part(word: "Token") -> bool:
    """Whether a word can be part of a person's name."""
    return word.is_title and word.pos_ == "PROPN" and word.ent_type_ in {"", *_NAMES}


def _is_noun(entity: "Span") -> bool:
    """Whether a plain noun was taken for a name because it opens a sentence: "Queues formed"."""
    return (
        entity.start == 0
        and len(entity) == 1
        and entity[0].tag_ in {"NN", "NNS"}
        and entity[0].is_title
        and entity.label_ in _NAMES
    )


def _as_person(entity: "Span", language: str) -> "Span | None":
    """A person whom the recogniser takes for a body, though a title or given name tells."""
    if entity.label_ not in _BODIES:
        return None
    words = entity.doc.span(entity.start + (entity[0].lower_ == "the"), entity.end)
    small = word_set(language, "namings", "particles")
    called = (token.is_title and token.is_alpha for token in words if token.lower_ not in small)
    if not len(words) or not words[-1].is_title or not all(called):
        return None
    titles, given = words_for(language, "titles"), words_for(language, "names")
    beside = entity.root.dep_ == "appos" and entity.root.head.lemma_ in word_set(language, "persons", "kin")
    if beside and len(entity) == 1:
        return Span(entity.doc, entity.start, entity.end, "PERSON")  # "another son, Ivo, was"
    if is_organisation(words.text, language):
        return None  # "the King Edward Hospital"
    if len(words) > 1 and words[0].lower_ in word_set(language, "persons", "titles"):
        titled = words[0].lower_ in titles or words[1].lower_ in given  # "the Rev Tom Reed", "Judge Ana Ruiz"
    else:
        titled = words[0].lower_ in titles if len(words) else False
    start = words.start + titled
    before = entity.start > 0 and entity.doc[entity.start - 1].lower_.strip(".") in titles
    of_people = word_set(language, "namings", "of_people")
    tied = any(token.text in of_people for token in words)  # "Mohamed ag Orlan"
    described = words.start == entity.start and _is_described(entity, language)
    known = len(words) in _FULL and (words[0].lower_ in given or tied or described)
    if start == entity.end or not (titled or before or known):
        return None
    return Span(entity.doc, start, entity.end, "PERSON")


def _as_body(entity: "Span", language: str) -> "Span":
    """A body that is taken for somebody, by the last word of its name: "Harbour Relief"."""
    if entity.label_ != "PERSON" or len(entity) == 1:
        return entity
    first, last = entity[0], entity[-1] if entity[-1].tag_ != "POS" else entity[-2]
    given = any(first.lower_ in words_for(language, key) for key in ("names", "titles"))
    body = last != first and last.lower_ in word_set(language, "namings", "seldom_people", "bodies")
    return Span(entity.doc, entity.start, entity.end, "ORG") if body and not given else entity


def _as_building(entity: "Span", language: str) -> "Span":
    """What is built and named after somebody, which is taken for him or her: "Ruiz Tower"."""
    named = (
        entity.label_ == "PERSON" and len(entity) > 1 and entity[0].lower_ not in words_for(language, "names")
    )
    built = named and entity[-1].lower_ in word_set(language, "places", "no_surnames")
    return Span(entity.doc, entity.start, entity.end, "FAC") if built else entity


def _as_sum(entity: "Span") -> "Span":
    """A sum with its sign, which is taken for a name: "raised its bid to €3.4bn"."""
    doc, start = entity.doc, entity.start
    sum_ = entity.label_ in _NAMES and entity[0].tag_ == "CD" and start > 0 and doc[start - 1].tag_ == "$"
    return Span(doc, start - 1, entity.end, "MONEY") if sum_ and not doc[start - 1].ent_type_ else entity


def _is_described(entity: "Span", language: str) -> bool:
    """Whether a description beside a name tells a person: "an inspector, Vera Orlec,", "…, a clerk"."""
    root, doc = entity.root, entity.doc
    if root.dep_ == "appos" and root.head.i == entity.start - 2 and doc[entity.start - 1].text == ",":
        return _is_of_person(root.head, language)
    beside = (t for t in root.rights if t.dep_ == "appos" and t.left_edge.i == entity.end + 1)
    return any(_is_of_person(t, language) and doc[entity.end].text == "," for t in beside)


def _is_of_person(noun: "Token", language: str) -> bool:
    """Whether a noun stands for one person, and for no firm or team besides."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or noun.ent_type_ or (lemma in _FIRMS_TOO and not _is_anybodys(noun)):
        return False
    titled = lemma in word_set(language, "persons", "titles")
    person = table_of(language, "persons")["bodies"].get(lemma) == "PERSON"
    return titled or person or is_anybody(noun, language)


def _is_anybodys(noun: "Token") -> bool:
    """Whether a noun says whose somebody is: "the firm’s founder"."""
    return noun.lemma_ == "founder" and any(t.dep_ == "poss" for t in noun.lefts)


def _as_nation(entity: "Span", language: str) -> "Span":
    """A country or an adjective of it as what it is, which is taken for somebody: "a Tajik lieutenant"."""
    nation = entity.label_ in {"PERSON", "ORG", "GPE"} and entity.root.dep_ in {"amod", "compound", "nmod"}
    nation = nation and state_of(entity.text, language) is not None
    if nation:
        return Span(entity.doc, entity.start, entity.end, "NORP")
    land = entity.label_ == "PERSON" and entity.text in country_groups(language)
    land = land and entity[0].lower_ not in words_for(language, "names")  # but Chad and Jordan
    return Span(entity.doc, entity.start, entity.end, "GPE") if land else entity


def _without_nation(entity: "Span", language: str) -> "Span":
    """A person without the adjective of nationality before the name: "the Italian Ana Ruiz"."""
    if entity.label_ != "PERSON" or len(entity) == 1 or state_of(entity[0].text, language) is None:
        return entity
    return Span(entity.doc, entity.start + 1, entity.end, "PERSON")


def _with_letters(entity: "Span", language: str) -> "Span":
    """A person with the letters behind the name, so that they are no body: "Ana Ruiz KC"."""
    if entity.label_ != "PERSON" or entity.end == len(entity.doc):
        return entity
    letters = entity.doc[entity.end]
    if letters.lower_ not in word_set(language, "persons", "after_names") or not letters.is_upper:
        return entity
    return Span(entity.doc, entity.start, entity.end + 1, "PERSON")
