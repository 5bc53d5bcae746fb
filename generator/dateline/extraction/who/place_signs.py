"""Which names of an article are places by where they stand, though the recogniser takes them for others.

News names villages that no recogniser has seen. In "a mosque in Orla" and "the village of Orla" the words
around show what it is; who does something himself is nobody to be in.
"""

from typing import TYPE_CHECKING

from dateline.articles.words import words
from dateline.extraction.grammar import is_verb
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.genders import words_for
from dateline.extraction.who.naming_forms import is_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.parsing import Doc, Span, Token

_MISREAD = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART"})
_INSIDE = frozenset({"in", "near", "outside", "inside"})
_ALONG = frozenset({"to", "from", "at"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_LONGEST = 3


def places_shown(names: "Iterable[Span]", docs: "Iterable[Doc]", language: str) -> frozenset[str]:
    """The texts of the names that stand as places do and never as who does something.

    Args:
        names: of an article, as recognised.
        docs: its passages.
        language: the language of the word lists.
    """
    shown: set[str] = {land for doc in docs for land in _lands(doc, language)}
    acting: set[str] = set()
    for name in names:
        if _acts(name):
            acting.add(name.text)
        elif name.label_ in _MISREAD and _can_be_place(name, language) and _is_in_place(name, language):
            shown.add(name.text)
    return frozenset(shown - acting)


def _lands(doc: "Doc", language: str) -> "Iterator[str]":
    """The names of valleys and the like: "Orla" of "the upper Orla valley"."""
    lands = word_set(language, "places", "lands")
    for noun in doc[1:]:
        if noun.lower_ not in lands:
            continue
        name = doc[noun.i - 1]
        if name.pos_ == "PROPN" and name.dep_ == "compound" and name.is_title:
            yield name.text


def is_unseen_place(token: "Token", language: str) -> bool:
    """Whether a name that was not recognised is a place by where it stands: "near Orla"."""
    if token.pos_ != "PROPN" or token.ent_type_ or token.dep_ != "pobj" or not token.is_title:
        return False
    alone = not any(t.dep_ in {"det", "amod", "compound", "nmod", "poss"} for t in token.lefts)
    return alone and _is_word_for_place(token, language) and _stands_inside(token, language)


def _acts(name: "Span") -> bool:
    root = name.root
    agent = root.dep_ == "pobj" and root.head.lower_ in {"by", "with"}
    return agent or (root.dep_ in _SUBJECTS and root.head.lemma_ != "be")


def _can_be_place(name: "Span", language: str) -> bool:
    parts = [t for t in name if t.text != "-"]
    plain = all(t.is_title for t in parts) and len(parts) <= _LONGEST
    person = len(parts) > 1 and parts[0].lower_ in words_for(language, "names")
    above = name.start > 0 and name.doc[name.start - 1].lower_ == "the"
    body = is_organisation(name.text, language) or not _is_word_for_place(parts[-1], language)
    return plain and not (person or above or body)


def _is_word_for_place(word: "Token", language: str) -> bool:
    """Whether a word may be a place’s name: not "Parliament", "Minister", "Herald"."""
    lists = [word_set(language, "persons", key) for key in ("public", "titles", "media")]
    return not any(word.lower_ in each for each in lists)


def _is_in_place(name: "Span", language: str) -> bool:
    root = name.root
    before = name.doc[name.start - 1] if name.start else root
    if before.lemma_.lower() in word_set(language, "places", "kinds") and any(True for _ in before.lefts):
        return True  # "the Norvian port Orla"
    if root.dep_ == "appos" and root.head.i < name.start:
        return root.head.lemma_.lower() in word_set(language, "places", "kinds")  # "the town, Orla"
    if root.dep_ != "pobj":
        return False
    prep, above = root.head, root.head.head
    if prep.lower_ == "of":
        kinds = word_set(language, "places", "kinds", "towards")
        return above.lemma_.lower() in kinds or above.lower_ in kinds  # "the village of Orla"
    if name.label_ == "NORP":
        return prep.lower_ in _ALONG and is_verb(above)  # what is "in Norvian" is said
    return _stands_inside(root, language)


def _stands_inside(noun: "Token", language: str) -> bool:
    """Whether a noun is where something is, or where somebody goes: "in Orla", "sailed to Orla"."""
    prep, above = noun.head, noun.head.head
    if prep.lower_ in _INSIDE:
        return above.lemma_.lower() not in word_set(language, "places", "not_in")
    if prep.lower_ == "at":
        sites = word_set(language, "places", "sites", "named_after")
        return above.lemma_.lower() in word_set(language, "places", "at") | sites
    goes = (
        above.lemma_.lower() in word_set(language, "places", "moving") or noun.text.upper() in words().towns
    )
    return prep.lower_ in {"to", "from"} and goes
