"""Who is who within one article: names in full, and what the article shows of those who bear them.

News names people in full when it first mentions them, and by surname from then on.
"""

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

from dateline.extraction.grammar import SUBJECTS
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.genders import Gender, Genders, words_for
from dateline.extraction.who.naming_roles import roles_beside
from dateline.extraction.who.nations import (
    brief_names,
    countries_in_lower,
    country_groups,
    long_names,
    state_of,
    state_ruled_from,
)
from dateline.extraction.who.place_signs import places_shown
from dateline.extraction.who.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.parsing import Doc, Span, Token

_Found = TypeVar("_Found")

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
# The names that a bare description may stand for: "the company", "the minister".
_DESCRIBED = frozenset({"PERSON", "ORG"})
# The names that an article may go on to use only the last word of.
_SHORTENED = frozenset({"ORG", "FAC", "PRODUCT"})
_LOOK_BACK = 6
_OPENING = 3
_WHERE = frozenset({"in", "at", "near", "to", "from", "outside", "inside", "around"})
# How a place stands in a clause, and hardly ever a person.
_BESIDE = frozenset({"pobj", "compound", "nmod", "amod"})
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


# A word is said so often that its labels tell what it is, and so seldom of a person that it is none.
_OFTEN, _SELDOM = 4, 0.4


class Cast:
    """The names of an article, in the order in which they come.

    Args:
        docs: the parsed passages of the article, in order.
        language: the language of the word lists.
    """

    def __init__(self, docs: "Sequence[Doc]", language: str) -> None:
        self.docs, self.language = docs, language
        self._is_settled = False
        """Whether all names are known, so that what is found out of a word stays so."""
        self._names: dict[Token, str] = {}
        self._label_of: dict[Token, str] = {}
        self._surnames: dict[Token, bool] = {}
        self._place_of = {id(doc): n for n, doc in enumerate(docs)}
        self.entities = [entity for doc in docs for entity in doc.ents]
        self._entity_of = {
            token: entity for entity in self.entities if entity.label_ in _NAMED for token in entity
        }
        self.antecedents: dict[tuple[int, int], Token | None] = {}
        """What was found to stand for a word, by its passage and place: it is asked for again and again."""
        self._followed = 0
        self._genders = Genders(language)
        self._called: dict[str, Counter[Gender]] = defaultdict(Counter)
        self._storms: dict[str, str] | None = None
        self._first_called: dict[str, Token] | None = None
        self._kinds: dict[str, str] | None = None
        self._shown = places_shown(self.entities, docs, language)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._roles: dict[str, set[str]] = defaultdict(set)
        partisans = word_set(language, "persons", "partisans")
        named: dict[str, Counter[str]] = defaultdict(Counter)
        given: dict[str, dict[str, None]] = defaultdict(dict)
        known = words_for(language, "names")
        for entity in self.entities:
            if entity.label_ in _NAMED:
                label = "GPE" if self.is_shown_place(entity) else _label(entity, language)
                self._labels[_key(entity.text)][label] += 1
            if _is_person(entity) and not self.is_shown_place(entity):
                self._genders.note(entity)
                words = self._without_titles(entity)
                if len(words) > 1 and words[-1].lower() not in partisans:  # "a Tom Lee Republican"
                    named[words[-1].lower()][" ".join(words)] += 1
                    if not _is_namesake(entity):
                        given[words[0].lower()][" ".join(words)] = None
        self._ending: dict[str, set[str]] = defaultdict(set)
        for entity in self.entities:
            # "Kesten" alone is the town and not the "University of Kesten".
            if len(entity) == 1 or entity[-2].pos_ == "ADP" or entity[-1].lower_ in partisans | {"house"}:
                continue  # "the House" is that of a parliament, not a "White House"
            if entity.label_ in _SHORTENED:
                self._ending[entity[-1].text].add(_bare_name(entity.text))
        self._crafts = {_key(entity.text) for entity in self.entities if _is_craft(entity, language)}
        forms = word_set(language, "persons", "forms")
        # A firm goes by the first word of its name, even where a surname is the same.
        self._firms: dict[str, set[str]] = defaultdict(set)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        alone, buildings = set[str](), word_set(language, "places", "buildings")
        for entity in self.entities:
            name = _bare_name(entity.text)
            if len(entity) == 1:
                alone.add(entity.text)
            elif entity.label_ == "ORG" and not (entity[0].text in alone or entity[-1].lower_ in buildings):
                self._bodies[entity[0].text].add(name)  # who is named in full first
            if " " in name and entity[-1].lower_.strip(".") in forms:
                self._firms[name.partition(" ")[0]].add(name)  # "The Norvia Company"
        self._named = named
        # Of several who share a surname, it means the one who is named most, or first.
        self._people = {surname: full.most_common(1)[0][0] for surname, full in named.items()}
        # "Ana" is the one who was introduced as Ana Ruiz, if nobody else of that name was; what is no given
        # name is a surname that stands first, and means who was introduced first.
        only = {
            name: next(iter(full))
            for name, full in given.items()
            if (len(full) == 1 and name in known)
            or (name not in known and not _is_no_person(self._labels[name]))
        }
        self._people = self._first_surnames() | only | self._people
        for token in (t for doc in docs for t in doc if t.dep_ == "appos" and t.pos_ == "NOUN"):
            # "Ruiz, a brother of the minister Tom Ruiz," is not he, nor is "Ruiz" anywhere else.
            full = self._people.get(token.head.lower_, "")
            if full and full in token.doc.span(token.i, token.right_edge.i + 1).text:
                del self._people[token.head.lower_]
        for entity in self.entities:
            if entity.label_ in _DESCRIBED:
                self._roles[_key(self.name(entity.root))] |= self._roles_of(entity)
        self._is_settled = True
        self.story = Story(self)
        """What the article is about."""

    def _first_surnames(self) -> dict[str, str]:
        """Who goes by the first of two surnames: "Ruiz" of "Ana Ruiz Leal"."""
        given, particles = words_for(self.language, "names"), word_set(self.language, "namings", "particles")
        bearers: dict[str, set[str]] = defaultdict(set)
        for full in self._people.values():
            _, *between, _ = full.split()
            if between and between[-1].isalpha() and between[-1].istitle():
                bearers[between[-1].lower()].add(full)
        return {
            name: next(iter(who))
            for name, who in bearers.items()
            if len(who) == 1 and name not in given and name not in particles
        }

    def name(self, token: "Token") -> str:
        """The full name of what a name token stands in: "Ruiz" is told by the name that introduced her."""
        return self._kept(self._names, token, self._name)

    def _kept(
        self, store: "dict[Token, _Found]", token: "Token", find: "Callable[[Token], _Found]"
    ) -> _Found:
        """What is found out of a word; kept once all names are known, as it is asked for again and again."""
        if (known := store.get(token)) is None:
            known = find(token)
            if self._is_settled:
                store[token] = known
        return known

    def _name(self, token: "Token") -> str:
        if firm := self._firm(token):
            return firm
        if self.is_surname(token):
            return self._people[_surname(token)]
        entity = self.entity(token)
        if entity is None:
            return _POSSESSIVE.sub("", _capitalised_run(token))
        if entity.label_ == "PERSON":
            words = self._without_titles(entity)
            full = self._people.get(words[-1].lower(), "") if words else ""
            same = len(words) == 1 or full.split()[:1] == words[:1]  # "Ana Maria Ruiz" for "Ana Ruiz"
            return full if full and same else " ".join(words) or token.text
        text = entity.text if len(entity) > 1 else self._longer(entity) or _capitalised_run(token)
        return _bare_name(text)

    def _longer(self, entity: "Span") -> str:
        """The one longer name that ends as a name of one word does: "Morning Herald" for "the Herald"."""
        longer = self._ending.get(entity.text, set())
        return next(iter(longer)) if entity.label_ in _SHORTENED and len(longer) == 1 else ""

    def _firm(self, token: "Token") -> str:
        """The one firm whose name begins with a word that stands alone: "Halden SpA" for "Halden"."""
        firms = self._firms.get(token.text)
        if not firms:
            firms = self._bodies.get(token.text)
            if not firms or not (_speaks_as_body(token) or self._is_part_of_body(token)):
                return ""
        alone = len(firms) == 1 and not any(t.pos_ == "PROPN" for t in token.children)
        return next(iter(firms)) if alone else ""

    def _is_part_of_body(self, token: "Token") -> bool:
        """Whether a name of one word is the first of a body’s, and nobody’s and no place’s besides."""
        entity = self.entity(token)
        if entity is None and (token.pos_ != "PROPN" or token.ent_type_ or not token.is_title):
            return False
        if entity is not None and (len(entity) > 1 or entity.label_ not in {"ORG", "PERSON", "NORP"}):
            return False
        described = token.dep_ in {"amod", "compound"} or any(t.dep_ == "det" for t in token.lefts)
        if token.ent_type_ == "NORP" and (described or state_of(token.text, self.language) is not None):
            return False
        public = word_set(self.language, "persons", "public")
        longer = self._bodies.get(token.text, set())
        named = any(name.rpartition(" ")[2].lower() in public or name.count(" ") > 1 for name in longer)
        place = "GPE" in self._labels.get(_key(token.text), ())
        return not (named or place or token.lower_ in self._people)

    def is_surname(self, token: "Token") -> bool:
        """Whether a word alone is the surname of somebody named in full, whatever its label."""
        return self._kept(self._surnames, token, self._is_surname)

    def _is_surname(self, token: "Token") -> bool:
        if self._firm(token):
            return False
        if _surname(token) not in self._people or (token.ent_type_ == "GPE" and self._is_rather_place(token)):
            return False
        if token.pos_ != "PROPN" and not (token.is_title and not any(True for _ in token.lefts)):
            return False  # "jobs", but "Jobs" of Steve Jobs
        start, titles = _surname_start(token), word_set(self.language, "persons", "titles")
        return token.ent_type_ == "" or not any(
            t.ent_type_ == token.ent_type_ and not start <= t.i <= token.i
            for t in token.children
            if t.lower_.strip(".") not in titles or token.ent_type_ == "PERSON"
        )

    def _is_rather_place(self, token: "Token") -> bool:
        """Whether a surname that was taken for a place is one here, as it is more often than not."""
        if token.dep_ == "pobj" or token.dep_ in _BESIDE or token.lower_ in countries_in_lower(self.language):
            return True
        alike = [e for e in self.entities if e.text.lower() == token.lower_]
        known = any(state_ruled_from(e.text, self.language) for e in alike)
        if not known and not any(e.root.dep_ == "pobj" and e.root.head.lower_ in _WHERE for e in alike):
            return False  # nothing is ever in it, to it or from it
        place = person = 0
        for key, labels in self._labels.items():
            if key.rpartition(" ")[2] == token.lower_:
                place, person = place + labels["GPE"], person + labels["PERSON"]
        return place > person + 1

    def label(self, token: "Token") -> str:
        """What kind of name a token stands in ("ORG"): what the article's namings say most; "" for none."""
        return self._kept(self._label_of, token, self._label)

    def _label(self, token: "Token") -> str:
        if self._firm(token):
            return "ORG"
        if self.is_surname(token):
            return "PERSON"
        entity = self.entity(token)
        if entity is None or _key(entity.text) in self._crafts:
            return ""
        if entity.label_ == "PERSON" and self.roles(token) & word_set(self.language, "persons", "companies"):
            return "ORG"
        (label, most), *others = self._labels[_key(entity.text)].most_common()
        return label if not others or most > others[0][1] else entity.label_

    def is_shown_place(self, entity: "Span") -> bool:
        """Whether a name is a place by where it stands, whatever the recogniser takes it for."""
        return entity.text in self._shown

    def gender(self, token: "Token") -> Gender | None:
        """Whether somebody named is a man or a woman, None where the article does not show it."""
        return self._genders.of(self.name(token))

    def call(self, token: "Token", gender: Gender) -> None:
        """Take in that somebody named is meant by "he" or "she"."""
        self._called[self.name(token)][gender] += 1

    def is_called(self, token: "Token", gender: Gender) -> bool:
        """Whether a pronoun of that gender may mean somebody named, after those that meant them before."""
        called = self._called.get(self.name(token))
        return called is None or called[gender] >= max(called.values())

    def count(self, token: "Token") -> int:
        """How often the article names somebody or something, by whatever part of the name."""
        word = self.name(token).rpartition(" ")[2].lower()
        return sum(sum(c.values()) for key, c in self._labels.items() if key.rpartition(" ")[2] == word)

    def roles(self, token: "Token") -> frozenset[str]:
        """The words of the titles and roles beside a name, wherever it stands: "finance", "minister"."""
        return frozenset(self._roles.get(_key(self.name(token)), ()))

    def whole_name(self, token: "Token") -> str | None:
        """The longer name of what goes by a word of it: "Hurricane Ana" for "Ana".

        None where the word has more names beside it, or the article names nothing so.
        """
        if token.pos_ != "PROPN" or any(t.pos_ == "PROPN" for t in (*token.lefts, *token.rights)):
            return None
        if self._storms is None:
            names = [e for e in self.entities if len(e) > 1]
            kinds = word_set(self.language, "places", "storms")
            self._storms = {e[-1].text: _bare_name(e.text) for e in names if e[0].lower_ in kinds}
        if (storm := self._storms.get(token.text)) is not None:
            return storm
        body = self.entity(token) is None and any(t.lower_ == "the" for t in token.lefts)
        longer = self._ending.get(token.text, set()) if body else set()
        return next(iter(longer)) if len(longer) == 1 else None

    def first_called(self, lemma: str) -> "Token | None":
        """The first word of an article with a lemma, in a name or not: "Zoo" of "Kesten Zoo" for "zoo"."""
        if self._first_called is None:
            self._first_called = {}
            for doc in self.docs:
                for token in doc:
                    if token.pos_ in {"NOUN", "PROPN"}:
                        self._first_called.setdefault(token.lemma_.lower(), token)
        return self._first_called.get(lemma)

    def ending(self, token: "Token") -> set[str]:
        """The names of an article that end as a word does: "Morning Herald" for "Herald"."""
        return self._ending.get(token.text, set())

    def place(self, token: "Token") -> tuple[int, int]:
        """Where a word stands: in which passage, and where in that."""
        return self._place_of[id(token.doc)], token.i

    def begins_body(self, token: "Token") -> bool:
        """Whether a word is the first of the longer name of a body."""
        return token.text in self._bodies

    def is_before(self, token: "Token", other: "Token") -> bool:
        """Whether a word stands before another one."""
        return self.place(token) <= self.place(other)

    def people_called(self, surname: str) -> tuple[str, ...]:
        """The full names of all who share a surname, in the order in which they are named."""
        return tuple(self._named.get(surname.lower(), ()))

    def country_of(self, token: "Token") -> str | None:
        """The country that a name, an adjective or a capital stands for: "Kabul" for Afghanistan."""
        name = self.long_name(self.name(token))
        groups = country_groups(self.language)
        return (
            name
            if name in groups
            else state_of(token.text, self.language) or state_ruled_from(name, self.language)
        )

    def brief_name(self, country: str) -> str:
        """The name of a country in a headline: "US" for the United States."""
        return brief_names(self.language).get(country, country)

    def in_letters(self, text: str) -> str:
        """Words with the names in them that mostly go by letters for short: "UN Security Council"."""
        for name, letters in brief_names(self.language).items():
            text = re.sub(rf"\b{re.escape(name)}\b(?! of\b)", letters, text) if name in text else text
        return text

    def is_country(self, token: "Token") -> bool:
        """Whether a word is the name of a country."""
        return self.country_called(self.long_name(self.name(token)))

    def country_called(self, name: str) -> bool:
        """Whether a name is that of a country."""
        return name in country_groups(self.language)

    def long_name(self, name: str) -> str:
        """The name that the page's lists use: "United States" for "U.S."."""
        return long_names(self.language).get(name, name)

    def kinds(self) -> dict[str, str]:
        """Every full name of the article with its label."""
        if self._kinds is None:
            named = (e.root for e in self.entities if e.label_ in _NAMED)
            found = ((self.long_name(self.name(token)), self.label(token)) for token in named)
            self._kinds = {name: label for name, label in found if not name.islower()}
        return self._kinds

    def entity(self, token: "Token") -> "Span | None":
        """The named entity that a token stands in."""
        return self._entity_of.get(token)

    def _roles_of(self, entity: "Span") -> set[str]:
        words = {word for role in roles_beside(entity, self.language) for word in role.split()}
        owners = {t.lower_ for t in entity.root.lefts if t.dep_ == "poss" and t.ent_type_ == "GPE"}
        return words | owners | {token.lower_ for token in entity}

    def _without_titles(self, entity: "Span") -> list[str]:
        titles = word_set(self.language, "persons", "titles", "unnamed")
        words = [t.text_with_ws for t in entity if t.text not in {"'s", "’s", "’", "'"}]
        text = "".join(words).replace("\n", " ").strip(" '’\"“”‘.,")
        parts = text.split()
        if len(parts) > 1 and parts[0] == "The":
            parts.pop(0)
        while len(parts) > 1 and parts[0].lower().strip(".") in titles:
            if len(parts) == 2 and parts[0].lower() in word_set(self.language, "persons", "styles"):
                break  # "Pope Francis", "King Abdullah"
            parts.pop(0)
        while len(parts) > 1 and parts[-1].lower() in word_set(self.language, "persons", "after_names"):
            parts.pop()
        return parts

    def unfollowed(self, token: "Token") -> "Iterator[Doc]":
        """The passages up to a word's own that were not asked for before, and its own."""
        here = self._place_of[id(token.doc)]
        while self._followed < here:
            self._followed += 1
            yield self.docs[self._followed - 1]
        yield token.doc

    def before(self, token: "Token") -> "Iterator[Doc]":
        """The passages before a word's own, the nearest first, as far back as a reader remembers."""
        here = self._place_of[id(token.doc)]
        yield from reversed(self.docs[max(0, here - _LOOK_BACK) : here])

    def opening(self, token: "Token") -> "Iterator[Doc]":
        """The first passages of the article, which say whom it is about, the last of them first."""
        here = self._place_of[id(token.doc)]
        yield from reversed(self.docs[: max(0, min(here - _LOOK_BACK, _OPENING))])


def _is_namesake(entity: "Span") -> bool:
    """Whether something is named after somebody, so that the first name alone is that thing."""
    first = entity.root
    while first.dep_ in {"appos", "compound"}:
        first = first.head
    after = first.head
    return after.lower_ == "after" and after.head.lemma_ in {"name", "call"}


def _bare_name(text: str) -> str:
    text = _POSSESSIVE.sub("", text).strip(" '’\"“”‘").replace("\n", " ")
    return _ARTICLE.sub("", text)


def _label(entity: "Span", language: str) -> str:
    """The label of an entity; what something is in or near is a place, what is called a team is a body."""
    above = entity.root.head
    inside = entity.root.dep_ == "pobj" and above.lower_ in {"in", "near", "within", "inside", "outside"}
    if entity.label_ != "PERSON" or len(entity) > 1:
        return entity.label_
    called = entity.root.dep_ == "appos" and above.lemma_ in word_set(language, "persons", "unsexed")
    return "GPE" if inside else "ORG" if called else "PERSON"


def _is_craft(entity: "Span", language: str) -> bool:
    """Whether a name is shown to be a ship’s or the like: "the ferry Greta Lind"."""
    if entity.label_ not in _NAMED:
        return False
    root = entity.root
    noun = root.head if root.dep_ == "appos" else root
    beside = [noun] if noun.i < entity.start else []
    beside += [t for t in root.lefts if t.i < entity.start and t.dep_ in {"compound", "nmod", "amod"}]
    crafts = word_set(language, "persons", "crafts")
    first = entity.doc[entity.start - (entity.start > 0 and entity.doc[entity.start - 1].text.isupper())]
    if first.text in word_set(language, "persons", "before_ships"):
        return True  # "MV Aurora"
    return any(t.pos_ == "NOUN" and t.lemma_ in crafts for t in beside)


def _is_no_person(labels: Counter[str]) -> bool:
    """Whether a word is mostly no person’s: "Orlec", of whom nobody is who makes the car "Orlec Aurora"."""
    return labels.total() >= _OFTEN and labels["PERSON"] < _SELDOM * labels.total()


def _is_person(entity: "Span") -> bool:
    """Whether an entity is a person, and not a holiday or a prize named after one."""
    following = entity.doc[entity.end].text if entity.end < len(entity.doc) else ""
    of = any(token.lower_ == "of" for token in entity)  # "Times of Norvia"
    return (
        entity.label_ == "PERSON"
        and not of
        and following not in {"Day", "Prize", "Award", "Street", "University"}
    )


def _speaks_as_body(token: "Token") -> bool:
    """Whether who says something calls itself "it": "Orlec says it will apply"."""
    said = (t for t in token.head.rights if t.dep_ == "ccomp") if token.dep_ == "nsubj" else ()
    return any(t.lower_ == "it" and t.dep_ in SUBJECTS for verb in said for t in verb.lefts)


def _key(name: str) -> str:
    return _POSSESSIVE.sub("", name.lower().removeprefix("the "))


def _surname(token: "Token") -> str:
    """A surname with its halves, in small letters: "ruiz-brandt" for "Brandt" of "Ruiz-Brandt"."""
    start = _surname_start(token)
    return token.doc.span(start, token.i + 1).text.lower() if start < token.i else token.lower_


def _surname_start(token: "Token") -> int:
    start = token.i
    while start > 1 and _is_half(token.doc[start - 2]):
        start -= 2
    return start


def _is_half(word: "Token") -> bool:
    """Whether a hyphen ties a word to the next: "Ruiz" of "Ruiz-Brandt"."""
    if word.pos_ != "PROPN" or word.whitespace_ or word.i + 1 == len(word.doc):
        return False
    hyphen = word.nbor()
    return hyphen.text == "-" and not hyphen.whitespace_


def _capitalised_run(token: "Token") -> str:
    """A name whose other words the parse joined to it, where the recogniser saw one word only."""
    words = [
        t for t in token.lefts if t.dep_ in {"compound", "nmod"} and t.pos_ == "PROPN" and t.i >= token.i - 4
    ]
    if not words or [t.i for t in words] != list(range(token.i - len(words), token.i)):
        return token.text
    return "".join(t.text_with_ws for t in [*words, token]).strip()
