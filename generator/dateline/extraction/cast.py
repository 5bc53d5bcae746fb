"""Who is who within one article: full names, and what pronouns and "the company" stand for.

A light form of the usual method (nearest antecedent that agrees, subjects first; Hobbs 1978, Lappin and Leass
1994), enough for news, which names people in full when it first mentions them.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import table_of, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_HE, _IT, _THEY = (
    frozenset({"he", "him", "his", "she", "her"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their"}),
)
_RANK = {"nsubj": 0, "nsubjpass": 0, "agent": 1, "dobj": 1, "pobj": 2, "poss": 2, "conj": 3}
_LOOK_BACK = 6
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def country_groups(language: str) -> dict[str, frozenset[str]]:
    """Country to the adjectives of the groups that it belongs to ("Arab", "Balkan")."""
    return {row[0]: frozenset(row[3].split()) for row in _countries(language)}


@cache
def state_of(adjective: str, language: str) -> str | None:
    """The state that an adjective of nationality belongs to: "Syrian" to Syria."""
    return _adjectives(language).get(adjective.lower())


@cache
def _adjectives(language: str) -> dict[str, str]:
    return {word.lower(): row[0] for row in _countries(language) for word in row[1].split(",") if word}


@cache
def _countries(language: str) -> list[list[str]]:
    text = (files(__package__) / language / "countries.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@cache
def _long_names(language: str) -> dict[str, str]:
    return {short: long for long, shorts in table_of(language, "short_names").items() for short in shorts}


class Cast:
    """The names of an article, in the order in which they come.

    Args:
        docs: the parsed passages of the article, in order.
        language: the language of the word lists.
    """

    def __init__(self, docs: "Sequence[Doc]", language: str) -> None:
        self._docs, self.language = docs, language
        self._place_of = {id(doc): n for n, doc in enumerate(docs)}
        self._entities = [doc.ents for doc in docs]
        named: dict[str, Counter[str]] = defaultdict(Counter)
        for entities in self._entities:
            for entity in entities:
                if _is_person(entity) and len(words := self._without_titles(entity)) > 1:
                    named[words[-1].lower()][" ".join(words)] += 1
        # Of several who share a surname, it means the one who is named most, or first.
        self._people = {surname: full.most_common(1)[0][0] for surname, full in named.items()}

    def name(self, token: "Token") -> str:
        """The full name of what a name token stands in: "Abbasi" is told by the name that introduced him."""
        if self.is_surname(token):
            return self._people[token.lower_]
        entity = self.entity(token)
        if entity is None:
            return _POSSESSIVE.sub("", _capitalised_run(token))
        if entity.label_ == "PERSON":
            words = self._without_titles(entity)
            full = self._people.get(words[-1].lower(), "") if words else ""
            return full if len(words) == 1 and full else " ".join(words) or token.text
        text = entity.text if len(entity) > 1 else _capitalised_run(token)
        text = _POSSESSIVE.sub("", text).strip(" '’\"“”‘").replace("\n", " ")
        return re.sub(r"^the\s+", "", text, flags=re.IGNORECASE)

    def is_surname(self, token: "Token") -> bool:
        """Whether a word alone is the surname of somebody named in full, whatever its label."""
        if token.lower_ not in self._people or token.pos_ != "PROPN" or token.ent_type_ == "GPE":
            return False
        return token.ent_type_ == "" or not any(
            t.ent_type_ == token.ent_type_ and t.i != token.i for t in token.children
        )

    def long_name(self, name: str) -> str:
        """The name that the page's lists use: "United States" for "U.S."."""
        return _long_names(self.language).get(name, name)

    def entity(self, token: "Token") -> "Span | None":
        """The named entity that a token stands in."""
        if token.ent_type_ not in _NAMED:
            return None
        entities = self._entities[self._place_of[id(token.doc)]]
        return next((e for e in entities if e.start <= token.i < e.end), None)

    def _without_titles(self, entity: "Span") -> list[str]:
        titles = word_set(self.language, "persons", "titles")
        words = [t.text_with_ws for t in entity if t.text not in {"'s", "’s", "’", "'"}]
        text = "".join(words).replace("\n", " ").strip(" '’\"“”‘.,")
        parts = text.split()
        while len(parts) > 1 and parts[0].lower().strip(".") in titles:
            if len(parts) == 2 and parts[0].lower() in word_set(self.language, "persons", "styles"):
                break  # "Pope Francis", "King Abdullah"
            parts.pop(0)
        return parts

    def antecedent(self, token: "Token") -> "Token | None":
        """The earlier word that a pronoun or a bare description ("the company") stands for."""
        wanted = self._wanted(token)
        if wanted is None:
            return None
        kinds, plural, adjectives = wanted
        for doc, before in self._back(token):
            candidates = [
                t for t in doc if t.i < before and t.dep_ in _RANK and not self._co_argument(t, token)
            ]
            fits = [t for t in candidates if self._fits(t, kinds, plural=plural, adjectives=adjectives)]
            if fits:
                return min(fits, key=lambda t: _nearness(t, token))
        return None

    def _wanted(self, token: "Token") -> tuple[frozenset[str], bool, frozenset[str]] | None:
        word = token.lower_
        if word in _HE:
            return frozenset({"PERSON"}), False, frozenset()
        if word in _IT:
            return _BODIES | {""}, False, frozenset()
        if word in _THEY:
            return _BODIES | {""}, True, frozenset()
        kind = table_of(self.language, "persons")["bodies"].get(token.lemma_.lower())
        left = list(token.lefts)
        if kind and token.tag_ == "NN" and any(t.lower_ in {"the", "that", "this"} for t in left):
            if any(t.dep_ in {"prep", "relcl", "acl", "appos"} for t in token.rights) and not _aside(token):
                return None
            return frozenset({kind}), False, frozenset(t.text for t in left if t.dep_ == "amod")
        return None

    def _fits(
        self, token: "Token", kinds: frozenset[str], *, plural: bool, adjectives: frozenset[str]
    ) -> bool:
        if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in _AMOUNTS:
            return False
        label = "PERSON" if self.is_surname(token) else token.ent_type_ if token.ent_type_ in _NAMED else ""
        if label not in kinds and not (kinds == {"PERSON"} and not label):
            return False
        if not label and (token.tag_ == "NNS") != plural:
            return False
        if kinds == {"PERSON"} and not label:
            return token.tag_ == "NN" and self._person(token)
        if plural and label == "GPE":
            return False
        groups = country_groups(self.language)
        regional = {a for a in adjectives if any(a in g for g in groups.values())}
        return not regional or regional <= groups.get(self.long_name(self.name(token)), frozenset())

    def _person(self, noun: "Token") -> bool:
        """Whether a common noun means a person: by the word, or because it speaks ("a cleric said")."""
        speaks = noun.dep_ == "nsubj" and noun.head.lemma_ in word_set(self.language, "speech", "report")
        kind = table_of(self.language, "persons")["bodies"].get(noun.lemma_.lower())
        return kind == "PERSON" or (
            speaks and kind is None and noun.lower_ not in word_set(self.language, "persons", "media")
        )

    def before(self, token: "Token") -> "Iterator[Doc]":
        """The passages before a word's own, the nearest first, as far back as a reader remembers."""
        here = self._place_of[id(token.doc)]
        yield from reversed(self._docs[max(0, here - _LOOK_BACK) : here])

    def _back(self, token: "Token") -> "Iterator[tuple[Doc, int]]":
        yield token.doc, token.i
        for doc in self.before(token):
            yield doc, len(doc)

    @staticmethod
    def _co_argument(candidate: "Token", token: "Token") -> bool:
        """Subject and object of one verb differ: in "it withdrew soldiers", soldiers are not "it"."""
        if candidate.doc is not token.doc:
            return False
        if token.dep_ == "poss":
            return token.head.i == candidate.i
        above = candidate.head.head if candidate.dep_ == "poss" else candidate.head
        return above.i == token.head.i


def _is_person(entity: "Span") -> bool:
    """Whether an entity is a person, and not a holiday or a prize named after one."""
    following = entity.doc[entity.end].text if entity.end < len(entity.doc) else ""
    return entity.label_ == "PERSON" and following not in {"Day", "Prize", "Award", "Street", "University"}


def _aside(noun: "Token") -> bool:
    """Whether what follows a noun stands between commas, so that the noun means one already named."""
    return noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].text == ","


def _nearness(candidate: "Token", pronoun: "Token") -> tuple[bool, int, int]:
    """Least for the likeliest antecedent: the same part in its clause; the first subject, else the last."""
    is_object = pronoun.dep_ in {"dobj", "pobj"}
    names_body = is_object and pronoun.lower_ in _IT and bool(candidate.ent_type_)
    rank = _RANK[candidate.dep_]
    if is_object:
        rank = 3 if rank == 0 else rank - 1
    from_start = candidate.doc is not pronoun.doc and _RANK[candidate.dep_] == 0
    return names_body, rank, candidate.i if from_start else -candidate.i


def _capitalised_run(token: "Token") -> str:
    """A name whose other words the parse joined to it, where the recogniser saw one word only."""
    words = [
        t for t in token.lefts if t.dep_ in {"compound", "nmod"} and t.pos_ == "PROPN" and t.i >= token.i - 4
    ]
    if not words or [t.i for t in words] != list(range(token.i - len(words), token.i)):
        return token.text
    return "".join(t.text_with_ws for t in [*words, token]).strip()
