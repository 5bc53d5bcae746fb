"""Who or what is meant by a word of an article, and whether that is one or many."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, TIMES, has_child, is_event_noun, meant_by, object_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.agreement import is_aged, is_anybody, means_person
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.descriptions import fuller
from dateline.extraction.wording.nouns import (
    is_after_comma_and,
    is_defined,
    is_newest,
    names_it,
    so_called,
    verb_is_plural,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Token

_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_LONGEST_CHAIN = 6
_SEVERAL = frozenset({"several", "both", "few"})
_MANY = _SEVERAL | {"many", "most", "some", "other"}
_WAYS = frozenset({"to", "from", "between", "through", "across"})
# "The president" is not "the former president".
_TELLING_APART = frozenset({"former", "other", "next", "new", "previous", "second"})
# Words for a part of a whole.
SHARES = frozenset({"half", "most", "rest", "majority", "some", "many", "third", "quarter", "all"})


def _is_dated(noun: "Token") -> bool:
    """Whether a noun has a date of its own."""
    things = (object_of(t) for t in noun.rights if t.dep_ == "prep")
    return noun.ent_type_ != "DATE" and any(
        t is not None and t.ent_type_ == "DATE" for t in (*noun.lefts, *things)
    )


class Meanings:
    """What the words of an article stand for.

    Args:
        cast: the names of the article.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast, self.language = cast, cast.language
        # What was found of a word: it is asked for again and again.
        self._referents: dict[Token, Token] = {}
        self._rows: dict[Token, tuple[Token, ...]] = {}
        self._bearers: dict[Token, Token | None] = {}

    def referent(self, token: "Token") -> "Token":
        """The word that says who is meant: the antecedent of a pronoun, the name beside a description."""
        if (known := self._referents.get(token)) is not None:
            return known
        meant = token
        for _ in range(_LONGEST_CHAIN):
            step = self._step(meant)
            if step is None:
                break
            meant = step
        self._referents[token] = meant
        return meant

    def _step(self, token: "Token") -> "Token | None":
        if token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
            clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
            return meant_by(clause) if clause is not None else None
        if (bearer := self.bearer(token)) is not None:
            return bearer
        if token.pos_ == "NUM":
            return next((t for t in token.children if t.dep_ == "appos" and t.ent_type_ == "PERSON"), None)
        if token.ent_type_ == "NORP" and token.dep_ == "appos" and self._is_office(token.head):
            return token.head  # "the mayor, a Democrat who took office"
        if token.pos_ == "NOUN":
            aside = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
            names = token.dep_ == "appos" and aside and token.head.ent_type_ in _NAMED
            if names and token.head.i < token.i and not is_event_noun(token, self.language):
                entity = self.cast.entity(token.head)
                return entity.root if entity is not None else token.head  # "Ana Ruiz, a lawyer who won"
            if aside and is_defined(token) and not is_event_noun(token, self.language):
                return token.head
            if (called := so_called(token)) is not None:
                return called
            beside = (t for t in token.children if t.dep_ == "appos" and names_it(t, token))
            named = next((t for t in beside if self._may_be_called(token, t)), None)
            if named is not None:
                return named
        if token.lower_ in _PRONOUNS or token.pos_ == "NOUN" or is_aged(token):
            return antecedent(token, self.cast) or fuller(token, self.cast)
        return None

    def _is_office(self, noun: "Token") -> bool:
        return noun.pos_ == "NOUN" and noun.lemma_.lower() in word_set(self.language, "persons", "titles")

    def _may_be_called(self, noun: "Token", name: "Token") -> bool:
        """Whether a name may be that of a noun from which other words part it.

        It is of "the head of the union, Ana Ruiz", but not of "the road to the village, Kesten".
        """
        between = noun.doc[noun.i + 1 : name.left_edge.i]
        ways = frozenset() if is_newest(noun) else _WAYS
        parted = any(t.pos_ == "PRON" or t.lower_ in ways for t in between)
        return not parted or means_person(noun, self.language) or is_anybody(noun, self.language)

    def described_by(self, token: "Token") -> "Token":
        """The noun of a relative clause for its "who" or "which", else the word itself."""
        relative = token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT"}
        return self._step(token) or token if relative else token

    def bearer(self, token: "Token") -> "Token | None":
        """Who bears two titles in one: "chief executive and co-founder Ana Ruiz"."""
        if token not in self._bearers:
            self._bearers[token] = self._bearer(token)
        return self._bearers[token]

    def _bearer(self, token: "Token") -> "Token | None":
        if token.ent_type_ == "PERSON" or token.tag_ not in {"NN", "NNP"}:
            return None
        if token.pos_ == "NOUN" and (named := self._named_after(token)) is not None:
            return named
        offices = word_set(self.language, "persons", "titles", "offices")
        if token.pos_ == "PROPN" and token.lower_ not in offices:
            return None  # "between Ruiz and President Tom Lee"
        for other in token.conjuncts:
            titled = any(t.dep_ in {"compound", "nmod"} and t.pos_ == "NOUN" for t in other.lefts)
            if other.i > token.i and titled and self.cast.label(other) == "PERSON":
                return other
        return None

    def _named_after(self, office: "Token") -> "Token | None":
        """Who holds an office, named behind what it is an office of: "the mayor of Kesten, Ana Ruiz"."""
        if office.lemma_.lower() not in word_set(self.language, "persons", "titles"):
            return None
        of = next((t for t in office.rights if t.dep_ == "prep"), None)
        for name in office.doc[of.i : of.right_edge.i + 1] if of is not None else ():
            aside = name.dep_ == "appos" and name.ent_type_ == "PERSON" and name.head.ent_type_ != "PERSON"
            if aside and name.doc[name.left_edge.i - 1].text == ",":
                return name
        return None

    def counted(self, noun: "Token") -> "Token":
        """The word of quantity above a noun, if there is one: "dozens" of "dozens of attacks"."""
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":
            above = noun.head.head
            if above.lemma_.lower() not in word_set(self.language, "persons", "quantities"):
                break
            noun = above
        return noun

    def same(self, one: "Token", other: "Token") -> bool:
        """Whether two words stand for one and the same."""
        one, other = self.referent(one), self.referent(other)
        if one == other:
            return True
        told_apart = {t.lower_ for t in one.lefts} ^ {t.lower_ for t in other.lefts}
        return self.cast.name(one) == self.cast.name(other) and not told_apart & _TELLING_APART

    def joined(self, token: "Token") -> "tuple[Token, ...]":
        """The nouns that "and" joins to one; where a clause hangs on the first, it alone is meant."""
        if (known := self._rows.get(token)) is None:
            known = self._rows[token] = tuple(self._row(token))
        return known

    def _row(self, token: "Token") -> "Iterator[Token]":
        if token.dep_ == "conj" or self.bearer(token) is not None:
            return
        clause = next((t.i for t in token.rights if t.dep_ in {"acl", "relcl"}), len(token.doc))
        entity = self.cast.entity(token)
        inside = entity is not None and any(entity.start <= t.i < entity.end for t in token.conjuncts)
        if inside or any(c.lower_ in {"or", "nor"} for c in token.children if c.dep_ == "cc"):
            return  # "Black & Decker"; of "two percent, or nine points", one is enough
        joints = {c.lower_ for t in (token, *token.conjuncts) for c in t.children if c.dep_ == "cc"}
        if not joints - {"but", "yet"}:
            return  # "Toulouse, France"; "put its plan into action, but the rebels"
        for other in token.conjuncts:
            alone = other.tag_ == "NN" and not any(t.dep_ in {"det", "poss"} for t in other.lefts)
            named = any(t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in (*token.rights, *other.rights))
            singled = has_child(token, "poss") or has_child(token, "det")
            if alone and named and token.tag_ == "NN" and singled:
                continue  # "her predecessor and mentor, Ana Ruiz": one person
            if _is_dated(token) and any(t.ent_type_ == "DATE" for t in other.subtree if t.i > other.i):
                continue  # "the May attack, …, and a string of attacks in 2015"
            if not token.ent_type_ and other.ent_type_ == "PERSON" and is_after_comma_and(other):
                continue  # "for the murder of a customs officer, and Ana Ruiz, who"
            # Not "rose to 14 and hospitals ran short", which may be parsed so.
            counted = other.pos_ == "NUM" and any(t.lower_ == "of" for t in other.rights)  # "three of them"
            alike = other.pos_ == "NUM" if token.pos_ == "NUM" else counted or other.pos_ in {"NOUN", "PROPN"}
            length = has_child(token, "nummod") and has_child(other, "nummod")  # "two years and six months"
            if token.i < other.i < clause and alike and (length or other.ent_type_ not in TIMES):
                yield other

    def is_plural(self, token: "Token") -> bool:
        """Whether what a noun stands for takes a plural verb, as troops do and the United States does not."""
        if token.lower_ in _PRONOUNS - {"they", "them"}:
            return has_child(token, "conj") and has_child(token, "cc")  # "she and her brother"
        token = self.referent(token)
        some = token.lower_ in {"number", "total"} and any(t.lower_ == "a" for t in token.lefts)
        if (some or token.lower_ in SHARES) and (
            of := next((t for t in token.rights if t.lower_ == "of"), None)
        ) is not None:
            return any(t.tag_ in {"NNS", "NNPS"} for t in of.children)  # "half of the filters"
        if token.lower_ in {"percent", "%"} and token.dep_ in SUBJECTS:
            of = next((object_of(t) for t in token.rights if t.lower_ == "of"), None)
            return of is None or of.tag_ in {"NNS", "NNPS"}  # "60 percent of voters back it"
        joints = (c for t in (token, *token.conjuncts) for c in t.children if c.dep_ == "cc")
        paired = any(c.lower_ in {"and", "&"} for c in joints) and token.pos_ != "NUM"
        if paired and self.joined(token):
            return True
        counts = (t for t in token.lefts if t.dep_ == "nummod" and t.lower_ not in {"1", "one"})
        many = token.lower_ in word_set(self.language, "persons", "plural") or token.lower_ in _SEVERAL
        named = token.pos_ != "NOUN" or token.lemma_ not in word_set(self.language, "persons", "vessels")
        if many or (token.pos_ == "PROPN" and any(t.is_alpha for t in counts)):
            return True
        if not named and any(True for _ in counts):
            return True  # "two aircraft"
        label = self.cast.label(token)
        if label and self._names_many(token):
            return True  # "the Bolsheviks"
        if re.fullmatch("[A-Z]{2,}s", token.text):
            return True  # "MPs"
        figures = any(t.text[0].isdigit() and t.text != "1" for t in token.lefts if t.dep_ == "nummod")
        if figures and token.text.endswith("s"):
            return True  # "3,000 Miskitos"
        if label in {"PERSON", "GPE"}:
            return False
        people = label == "NORP" and not self.cast.is_country(token)
        if any(t.lower_ in {"a", "an"} for t in token.lefts):
            return False  # "a Democrat"
        several = token.text.endswith("s") or any(t.dep_ == "det" or t.lower_ in _MANY for t in token.lefts)
        if people and several and token.pos_ == "PROPN" and token.text[:1].isupper():
            return True  # "the British", "Bolsheviks"
        if people and token.tag_ == "NNS" and token.text[:1].islower():
            return True  # "dissident republicans"
        if label and token.tag_ in {"NNS", "NNPS"}:
            return verb_is_plural(token)
        if token.pos_ == "NUM":
            return token.lower_ not in {"1", "one"}
        return token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("people")

    def _names_many(self, token: "Token") -> bool:
        """Whether a name is that of a people or party: "the" before one word in the plural, no country."""
        alone = [t.lower_ for t in token.lefts] == ["the"] and self.cast.whole_name(token) is None
        if re.search(r"\ds$", token.text):
            return True  # "two F-16s"
        return alone and re.search("[^isu]s$", token.text) is not None and not self.cast.is_country(token)
