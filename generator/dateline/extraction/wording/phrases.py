"""Nouns of a parse in the words of a headline: names in full, no articles, nothing beside the point."""

import re
from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import TIMES, agent_of, has_child, is_event_noun, meant_by, object_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.agreement import GENDERS, is_anybody, means_person
from dateline.extraction.who.antecedents import antecedent, named_together, owner_in_mind
from dateline.extraction.who.binding import told_of
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.descriptions import fuller
from dateline.extraction.who.genders import words_for
from dateline.extraction.wording.nouns import (
    as_they_stood,
    genitive,
    hyphened,
    in_brackets,
    in_sentence,
    is_after_comma_and,
    is_bare,
    is_beyond,
    is_house_of,
    is_hyphened,
    is_told_by_what_follows,
    is_whole_name,
    names_it,
    number_after,
    outside_brackets,
    owners_of,
    rate_of,
    so_called,
    tidy,
    verb_is_plural,
)
from dateline.extraction.wording.prepositions import befallen, only_joins, says_when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Span, Token

_BEFORE = frozenset(
    {
        *("amod", "compound", "nummod", "quantmod", "nmod", "poss", "advmod", "case", "punct"),
        *("neg", "npadvmod", "det", "predet"),
    }
)
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_SHARES = frozenset({"half", "most", "rest", "majority", "some", "many", "third", "quarter", "all"})
# A preposition and a verb, without what is done.
_DOING = 2
_LONGEST_CHAIN = 6
_ANY = frozenset({"a", "an", "another", "one", "the"})
_WAYS = frozenset({"to", "from", "between", "through", "across"})
_TYING = frozenset(
    {
        *("of", "on", "against", "for", "to", "with", "without", "between", "in", "from", "over"),
        *("into", "aboard", "at", "near", "by", "per"),
    }
)


def _holds_more(entity: "Span", head: "Token") -> bool:
    """Whether a name is more than its head and what describes it."""
    return entity.end > head.i + 1 or any(t.dep_ == "poss" and t.i >= entity.start for t in head.lefts)


class Wording:
    """How an article is worded anew.

    Args:
        cast: the names of the article.
        dated: its words that say when, which no title repeats.
        foremost: the words of its headline and opening, in small letters.
    """

    def __init__(
        self,
        cast: Cast,
        dated: "frozenset[Token]" = frozenset(),
        foremost: frozenset[str] = frozenset(),
    ) -> None:
        self.cast, self.dated, self.foremost, self.language = cast, dated, foremost, cast.language
        self._open: set[tuple[int, int]] = set()
        self._referents: dict[Token, Token] = {}

    def noun_phrase(
        self, token: "Token", *, after: "bool | Literal['of']" = True, subject: "Token | None" = None
    ) -> str | None:
        """The short form of the noun phrase that a token heads.

        Args:
            token: its head: a noun, a name or a pronoun.
            after: whether to keep what follows the head: all ("end of its mission in Iraq"), what "of" ties
                to it ("end of its mission"), or nothing ("end").
            subject: the subject of the clause it stands in; "its" is left alone where it means that.

        Returns:
            None for a pronoun that stands for nobody known.
        """
        if (pair := named_together(token, self.cast)) is not None:
            return " and ".join(self.cast.long_name(self.cast.name(each)) for each in pair)
        if (helped := told_of(token)) is not None and helped == self.referent(token):
            return token.lower_  # "rings his rival to congratulate her"
        if token.lower_ == "it" and after:
            after = "of"  # "it" is the dam, not "the dam from the last government"
        core = self._core(token, after=after, subject=subject)
        if core is None:
            return None
        joined = [core]
        # "The brothers Ana and Tom Ruiz", "the king and queen, who".
        many = token.lower_ in {"they", "them"} or token.tag_ in {"NNS", "WP", "WDT"}
        whose = self.referent(token) if many else token
        others = (self._core(other, after=after, subject=subject) for other in self._joined(whose))
        joined += [text for text in others if text]
        if len(joined) == 1:
            return joined[0]
        behind = (t for t in whose.rights if after is True and t.i > self._second(whose))
        tails = [tail for prep in behind if (tail := self._tied(prep, subject, after=after))]
        return " ".join([f"{', '.join(joined[:-1])} and {joined[-1]}", *tails])

    def _second(self, token: "Token") -> int:
        """The place of the first noun that "and" joins to one; the passage's end if none is."""
        return min((t.i for t in self._joined(token)), default=len(token.doc))

    def _tied(self, prep: "Token", subject: "Token | None", *, after: "bool | Literal['of']") -> str | None:
        """A preposition with its noun behind another noun, where it belongs to it: "end of its mission"."""
        ties = prep.lower_ in _TYING if after is True else prep.lower_ == after
        aside = prep.doc[prep.i - 1].text == "," or says_when(prep)
        if prep.dep_ == "prep" and ties and not aside and prep.lower_ in {"on", "about"}:
            doing = next((t for t in prep.rights if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
            if doing is not None:
                return self._doing(prep, doing, subject)
        return self.tail(prep, subject, after=after) if prep.dep_ == "prep" and ties and not aside else None

    def _doing(self, prep: "Token", verb: "Token", subject: "Token | None") -> str | None:
        """What talks or votes are about: "on raising age to 65"."""
        words = [prep.lower_, verb.lower_]
        for child in verb.rights:
            if child.dep_ == "dobj":
                thing = self.noun_phrase(child, after="of", subject=subject)
            elif child.dep_ == "prep" and child.lower_ in {"to", "from", "with", "between"}:
                thing = self.tail(child, subject, after="of")
            else:
                break
            if thing is None:
                break
            words.append(thing)
        return " ".join(words) if has_child(verb, "dobj") and len(words) > _DOING else None

    def _joined(self, token: "Token") -> "Iterator[Token]":
        """The nouns that "and" joins to one; where a clause hangs on the first, it alone is meant."""
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
            if not token.ent_type_ and other.ent_type_ == "PERSON" and is_after_comma_and(other):
                continue  # "for the murder of a customs officer, and Ana Ruiz, who"
            # Not "rose to 14 and hospitals ran short", which may be parsed so.
            counted = other.pos_ == "NUM" and any(t.lower_ == "of" for t in other.rights)  # "three of them"
            alike = other.pos_ == "NUM" if token.pos_ == "NUM" else counted or other.pos_ in {"NOUN", "PROPN"}
            if token.i < other.i < clause and alike and other.ent_type_ not in TIMES:
                yield other

    def _dropped(self, token: "Token") -> int:
        """The place of the first noun joined to one that a title leaves out; the passage's end if none is."""
        joined = {token, *self._joined(token)}
        return min(
            (t.i for t in token.rights if t.dep_ == "conj" and t not in joined), default=len(token.doc)
        )

    def bearer(self, token: "Token") -> "Token | None":
        """Who bears two titles in one: "chief executive and co-founder Ana Ruiz"."""
        if token.ent_type_ == "PERSON" or token.tag_ not in {"NN", "NNP"}:
            return None
        if token.pos_ == "NOUN" and (named := self._named_after(token)) is not None:
            return named
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

    def referent(self, token: "Token") -> "Token":
        """The word that says who is meant: the antecedent of a pronoun, the name beside a description."""
        if (known := self._referents.get(token)) is not None:
            return known  # it is asked for again and again
        meant = token
        for _ in range(_LONGEST_CHAIN):
            step = self._step(meant)
            if step is None:
                break
            meant = step
        self._referents[token] = meant
        return meant

    def is_plural(self, token: "Token") -> bool:
        """Whether what a noun stands for takes a plural verb, as troops do and the United States does not."""
        if token.lower_ in _PRONOUNS - {"they", "them"}:
            return False
        token = self.referent(token)
        if (
            token.lower_ in _SHARES
            and (of := next((t for t in token.rights if t.lower_ == "of"), None)) is not None
        ):
            return any(t.tag_ in {"NNS", "NNPS"} for t in of.children)  # "half of the filters"
        joints = (c for t in (token, *token.conjuncts) for c in t.children if c.dep_ == "cc")
        paired = any(c.lower_ in {"and", "&"} for c in joints) and token.pos_ != "NUM"
        if paired and any(True for _ in self._joined(token)):
            return True
        counts = (t for t in token.lefts if t.dep_ == "nummod" and t.lower_ not in {"1", "one"})
        if token.lower_ in word_set(self.language, "persons", "plural") or (
            token.pos_ == "PROPN" and any(t.is_alpha for t in counts)
        ):
            return True
        label = self.cast.label(token)
        if label and self._names_many(token):
            return True  # "the Bolsheviks"
        if label in {"PERSON", "GPE"}:
            return False
        if label == "NORP" and token.pos_ == "PROPN" and token.text[:1].isupper():
            return True  # "the British", "Bolsheviks"
        if label and token.tag_ in {"NNS", "NNPS"}:
            return verb_is_plural(token)
        if token.pos_ == "NUM":
            return token.lower_ not in {"1", "one"}
        return token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("people")

    def _names_many(self, token: "Token") -> bool:
        """Whether a name is that of a people or party: "the" before one word in the plural, no country."""
        alone = [t.lower_ for t in token.lefts] == ["the"]
        return alone and re.search("[^isu]s$", token.text) is not None and not self.cast.is_country(token)

    def _step(self, token: "Token") -> "Token | None":
        if token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
            clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
            return meant_by(clause) if clause is not None else None
        if (bearer := self.bearer(token)) is not None:
            return bearer
        if token.pos_ == "NUM":
            return next((t for t in token.children if t.dep_ == "appos" and t.ent_type_ == "PERSON"), None)
        if token.pos_ == "NOUN":
            aside = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
            names = token.dep_ == "appos" and aside and token.head.ent_type_ in _NAMED
            if names and token.head.i < token.i and not is_event_noun(token, self.language):
                return token.head  # "Ana Ruiz, a lawyer who won"
            if (called := so_called(token)) is not None:
                return called
            beside = (t for t in token.children if t.dep_ == "appos" and names_it(t, token))
            named = next((t for t in beside if self._may_be_called(token, t)), None)
            if named is not None:
                return named
        if token.lower_ in _PRONOUNS or token.pos_ == "NOUN":
            return antecedent(token, self.cast) or fuller(token, self.cast)
        return None

    def _may_be_called(self, noun: "Token", name: "Token") -> bool:
        """Whether a name may be that of a noun from which other words part it.

        It is of "the head of the union, Ana Ruiz", but not of "the road to the village, Kesten".
        """
        between = noun.doc[noun.i + 1 : name.left_edge.i]
        parted = any(t.pos_ == "PRON" or t.lower_ in _WAYS for t in between)
        return not parted or means_person(noun, self.language) or is_anybody(noun, self.language)

    def _core(self, token: "Token", *, after: "bool | Literal['of']", subject: "Token | None") -> str | None:
        token = self.referent(token)
        place = (id(token.doc), token.i)
        if place in self._open:
            return None  # "the head of the group" for "the group": a description would lead back to itself
        self._open.add(place)
        try:
            return self._worded(token, after=after, subject=subject)
        finally:
            self._open.discard(place)

    def _worded(
        self, token: "Token", *, after: "bool | Literal['of']", subject: "Token | None"
    ) -> str | None:
        share = token.lower_ in _SHARES and any(t.lower_ == "of" for t in token.rights)
        if (token.pos_ == "PRON" and not share) or token.tag_ in {"PRP", "WP", "WDT", "EX"}:
            return None
        counted = has_child(token, "nummod")  # "two Sherpas"
        if (token.ent_type_ == "PERSON" or self.cast.is_surname(token)) and not counted:
            name = f"{self._kin(token)}{self.cast.name(token)}"
            return genitive(name) if is_house_of(token) else name
        entity = self.cast.entity(token)
        if entity is not None and is_whole_name(entity) and _holds_more(entity, token):
            return self.cast.name(token)  # "Ministry of Defence", "St Ann's Hospital"
        if any(t.lower_ in GENDERS and antecedent(t, self.cast) is None for t in owners_of(token)):
            return None  # "in her leg", and nobody knows whose
        whole = hyphened(token)
        said = in_sentence(token) if len(whole) == 1 else whole.text
        text = "".join([*self._left(token, whole.start, subject), said]).strip() + number_after(token)
        text = genitive(text) if is_house_of(token) else text
        text += rate_of(token)
        if token.pos_ == "NUM" and token.doc[token.i + 1 : token.i + 3].text.lower() == "per cent":
            text += " per cent"
        if after:
            # Of "an apology and $20 for the frame" no apology was for the frame; what is of all stands last.
            end = min(self._dropped(token), self._second(token))
            for prep in token.rights:
                if prep.i >= end:
                    break
                if tail := self._tied(prep, subject, after=after):
                    text = f"{text} {tail}"
                elif prep.lower_ == "of" and token.lower_ in _SHARES:
                    return None  # "half of that"
        text = tidy(text)
        long = self.cast.long_name(text)
        return (long if long.startswith("The ") else text) or None

    def _kin(self, name: "Token") -> str:
        """Whose mother or son somebody is who is told by a given name only: "Ana Ruiz’s son " of Luca."""
        nouns = words_for(self.language, "nouns")
        beside = (
            name.head if name.dep_ == "appos" else next((t for t in name.lefts if t.lemma_ in nouns), name)
        )
        if beside.lemma_ not in nouns or beside.tag_ != "NN" or " " in self.cast.name(name):
            return ""
        owners = (t for noun in dict.fromkeys((beside, name)) for t in noun.lefts if t.dep_ == "poss")
        owner = "".join(self._possessor(t, None) for t in owners)
        if not owner and any(t.lower_ in _ANY for t in beside.lefts):
            owner = self._whose(beside)
        return f"{owner}{beside.lower_} " if owner else ""

    def _whose(self, noun: "Token") -> str:
        owner = owner_in_mind(noun, self.cast)
        return f"{genitive(self.cast.name(owner))} " if owner is not None and self.cast.label(owner) else ""

    def _left(self, token: "Token", end: int, subject: "Token | None") -> list[str]:
        words: list[str] = []
        household = token.lower_ in word_set(self.language, "persons", "household")
        if household and [t.lower_ for t in token.lefts] == ["the"] and is_bare(token):
            return [self._whose(token)]
        kin = token.lower_ in word_set(self.language, "persons", "kin") and self.cast.mourned()
        if kin and {t.lower_ for t in token.lefts if t.dep_ != "punct"} <= {"a", "another"}:
            return [self._whose(token)]  # whose life is told: "another son was killed"
        for child in token.lefts:
            if child.dep_ not in _BEFORE or child.i >= end:
                continue
            if child in self.dated and not is_hyphened(child):
                continue
            if child.dep_ == "advmod" and child.i + 1 < len(child.doc) and child.nbor().text == ",":
                continue  # "Officially, the guarantee stands"
            if child.lower_ in word_set(self.language, "speech", "fillers") or in_brackets(child):
                continue
            if child.lower_ in word_set(self.language, "speech", "comparing") and has_child(token, "prep"):
                continue  # "an earlier attempt at a truce"
            if (child.dep_ == "amod" and child.lower_ == "similar") or is_beyond(child, token):
                continue  # nobody knows than what
            if child.dep_ == "poss":
                words.append(self._possessor(child, subject))
            else:
                words.append(as_they_stood(outside_brackets(child.subtree)))
        return words

    def _possessor(self, token: "Token", subject: "Token | None") -> str:
        if token.lower_ in _POSSESSIVES:
            meant = antecedent(token, self.cast)
            meant = self.referent(meant) if meant is not None else None
            if meant is not None and any(meant.i == other.i for other in token.head.conjuncts):
                return f"{token.lower_} "  # "France and its allies"
            if meant is None or (subject is not None and self.same(meant, subject)):
                return f"{token.lower_} " if subject is not None else ""
            named = self.cast.label(meant)
            if not named and meant.doc is token.doc and meant.dep_ == "dobj" and token.i > meant.i:
                return f"{token.lower_} "  # "rescued an animal with wounds in its neck"
            apart = meant.doc is not token.doc and token.lower_ in GENDERS
            if not named and (apart or meant in token.ancestors):
                return ""
            bodies = table_of(self.language, "persons")["bodies"]
            if (
                is_bare(meant)
                and bodies.get(meant.lemma_.lower()) in {"ORG", "GPE"}
                and self._step(meant) is None
            ):
                return ""  # "the firm", whose name is not known
            owner = self.cast.name(meant) if meant.ent_type_ else self._core(meant, after=False, subject=None)
            return f"{genitive(owner)} " if owner else ""
        if token.lower_ == "whose" and self.referent(token) == token:
            return ""
        if token.lower_ == "whose":
            owner = self._core(token, after=False, subject=subject)
            return f"{genitive(owner)} " if owner else ""
        if token.tag_ == "PRP$":
            return ""
        bodies = table_of(self.language, "persons")["bodies"]
        general = bodies.get(token.lemma_.lower(), "PERSON") != "PERSON"
        if general and self.referent(token) == token and is_bare(token):
            return ""  # "the country’s highest court"
        name = self._core(token, after=False, subject=subject)
        return f"{genitive(name)} " if name else ""

    def owners_known(self, noun: "Token") -> bool:
        """Whether it can be told whose something is, where the text says so: not "my son", "its memoirs"."""
        # Outside quotation marks "our team" is the outlet's.
        kin = words_for(self.language, "nouns")
        if noun.lemma_ in kin and any(
            t.lower_ in GENDERS and not self._possessor(t, None) for t in owners_of(noun)
        ):
            return False  # "her mother dies"
        return all(
            antecedent(t, self.cast) is not None
            or (t.lower_ == "our" and not in_quotes(t))
            or t.tag_ == "WP$"
            for t in owners_of(noun)
        )

    def name_alone(self, token: "Token") -> str | None:
        """The name in a noun phrase, without what describes it; None where more or less than one is named."""
        meant = self.referent(token)
        several = any(True for _ in self._joined(meant))
        named = meant.pos_ == "PROPN" and self.cast.entity(meant) is not None
        return self.cast.name(meant) if named and not several else None

    def letters(self, token: "Token") -> str | None:
        """The letters that the text gives for a long name: "World Trade Organization (WTO)"."""
        meant = self.referent(token)
        if any(True for _ in self._joined(meant)):
            return None
        beside = (t for t in meant.children if t.dep_ in {"appos", "nmod"} and t.i > meant.i)
        return next((t.text for t in beside if t.text.isupper() and t.nbor(-1).text == "("), None)

    def same(self, one: "Token", other: "Token") -> bool:
        """Whether two words stand for one and the same."""
        one, other = self.referent(one), self.referent(other)
        return one == other or self.cast.name(one) == self.cast.name(other)

    def tail(
        self, prep: "Token", subject: "Token | None" = None, *, after: "bool | Literal['of']" = True
    ) -> str | None:
        """A preposition with its noun: "on U.S. forces". None for one that says when, or opens a clause.

        Args:
            prep: the preposition.
            subject: as for :meth:`noun_phrase`, and
            after: likewise.
        """
        thing = object_of(prep)
        if thing is None or thing in self.dated or only_joins(prep, thing, self.language):
            return None
        text = self.noun_phrase(thing, after=after, subject=subject)
        if text and " " not in text and prep.lower_ != "of" and is_told_by_what_follows(thing):
            done = next((t for t in thing.rights if t.dep_ == "acl" and t.tag_ == "VBN"), None)
            agent = agent_of(done) if done is not None else None
            by = self.noun_phrase(agent, after=False) if agent is not None else None
            if done is None or by is None:
                return None
            text = f"{text} {done.lower_} by {by}"  # "a ceasefire brokered by Egypt"
        parts = (t for c in thing.children if c.dep_ == "prep" and c.lower_ != "on" for t in c.children)
        if text == thing.text and any(t.dep_ == "pobj" and t in self.dated for t in parts):
            return None  # "with an expiry date of 18 April"
        if text == thing.lower_ and thing.pos_ == "NUM" and thing.is_alpha and prep.lower_ != "of":
            return None  # "a crack in one"
        owned = next((t for t in thing.lefts if t.lower_ in _POSSESSIVES), None)
        if prep.lower_ == "of" and prep.head.pos_ == "NUM" and owned is not None and text == thing.text:
            return None  # "two of its members", and nobody knows whose
        # "two of the shepherds", where a headline would drop the article
        shares = prep.lower_ == "of" and prep.head.pos_ == "NUM"
        some = "the " if shares and has_child(thing, "det") and not has_child(thing, "nummod") else ""
        return f"{prep.lower_} {some}{text}{befallen(thing, prep)}" if text else None
