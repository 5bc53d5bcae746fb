"""Nouns of a parse in the words of a headline: names in full, no articles, nothing beside the point."""

from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import SPANS, agent_of, has_child, object_of, subject_of, verb_above
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.agreement import GENDERS, has_nothing
from dateline.extraction.who.antecedents import antecedent, named_together, owner_in_mind
from dateline.extraction.who.binding import told_of
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.genders import words_for
from dateline.extraction.wording.meanings import SHARES, Meanings
from dateline.extraction.wording.nouns import (
    FRACTIONS,
    POSSESSIVES,
    as_they_stood,
    genitive,
    hyphened,
    in_brackets,
    in_sentence,
    is_bare,
    is_beyond,
    is_house_of,
    is_hyphened,
    is_told_by_what_follows,
    is_whole_name,
    number_after,
    outside_brackets,
    owners_of,
    rate_of,
    tidy,
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
# A preposition and a verb, without what is done.
_DOING = 2
_ANY = frozenset({"a", "an", "another", "one", "the"})
# Of what, where or since when something is the most of its kind.
_AMONG = frozenset({"of", "in", "since", "for", "among", "on", "at", "to"})
_LIKENED = frozenset({"similar", "smaller", "larger", "bigger", "earlier"})
# "In recent memory", "in recent months", but not "the recent talks", which have a date.
_LATELY = SPANS | {"memory", "history"}
_EVERY = frozenset({"any", "all", "every"})
_ABOUT = frozenset({"about", "over", "on", "with", "amid", "despite"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_TOWARDS = frozenset({"north", "south", "east", "west"})
_AFAR = frozenset({"overseas", "abroad", "worldwide", "nationwide", "online"})
_CONNECTIONS = frozenset({"connection", "relation"})
_WITHIN = frozenset({"in", "across", "at"})
# Prepositions behind a noun that leave sense behind when they go with all that follows.
_LOOSE = frozenset(
    {"in", "on", "with", "for", "over", "at", "near", "by", "across", "into", "aboard", "against", "without"}
)
TYING = frozenset(
    {
        *("of", "on", "against", "for", "to", "with", "without", "between", "in", "from", "over"),
        *(
            "into",
            "aboard",
            "at",
            "near",
            "by",
            "per",
            "around",
            "across",
            "throughout",
            "off",
            "along",
            "about",
            "among",
        ),
    }
)


def _limit_of(noun: "Token") -> str:
    """Among what something is the first or the most: " since 2007" of "its first increase since 2007"."""
    singled = any(t.tag_ == "JJS" or t.ent_type_ == "ORDINAL" for t in (noun, *noun.lefts))
    if not singled or noun.lemma_ in FRACTIONS:
        return ""
    prep = next((t for t in noun.doc[noun.i + 1 : noun.i + 2] if t.lower_ in {"since", "in", "for"}), None)
    when = object_of(prep) if prep is not None else None
    if (
        prep is None
        or when is None
        or when.ent_type_ != "DATE"
        or (prep.lower_ == "in" and when.tag_ != "NNS" and all(t.lower_ != "a" for t in when.lefts))
    ):
        return ""
    further = (t.i for t in when.rights if t.dep_ == "prep")  # "in decades in the 1980s"
    return f" {prep.doc.span(prep.i, next(further, when.right_edge.i + 1)).text}"


def _is_left(measure: "Token") -> bool:
    """Whether a measure is of what is still to come: "three miles to go", "ten minutes left"."""
    behind = measure.doc.span(measure.right_edge.i + 1, measure.right_edge.i + 3)
    left = behind.text.lower().startswith(("to go", "left", "remaining"))
    clause = any(t.dep_ in {"acl", "relcl"} and t.lower_ in {"go", "spare", "left"} for t in measure.rights)
    return has_child(measure, "nummod") and (left or clause)


def _is_singled_out_later(noun: "Token") -> bool:
    """Whether a relative clause right behind a noun without more says which are meant."""
    clause = next((t for t in noun.rights if t.dep_ == "relcl"), None)
    return clause is not None and not any(True for _ in noun.lefts) and clause.left_edge.i == noun.i + 1


def _holds_more(entity: "Span", head: "Token") -> bool:
    """Whether a name is more than its head and what describes it."""
    return entity.end > head.i + 1 or any(t.dep_ == "poss" and t.i >= entity.start for t in head.lefts)


def _before_letters(token: "Token") -> "Token":
    """The name before its letters, where the parse takes those for it: "Bank of Orla (BO)"."""
    names = (t for t in token.lefts if t.dep_ == "nmod" and t.right_edge.i + 2 == token.i)
    return next((t for t in names if token.nbor(-1).text == "("), token)


def _cut_back(text: str, noun: "Token", least: int) -> "Iterator[str]":
    """A noun phrase without its last preposition, without its last two, and so on.

    Args:
        text: the phrase in the words of a title.
        noun: its head.
        least: what is not longer is left out.
    """
    preps = {t.lower_ for t in noun.subtree if t.dep_ == "prep" and t.lower_ in _LOOSE and not t.ent_type_}
    preps -= {t.lower_ for t in noun.subtree if t.ent_type_}  # "Council on Foreign Relations"
    words = text.split()
    for at in range(len(words) - 1, 0, -1):
        cut = " ".join(words[:at])
        if len(cut) <= least:
            break
        if words[at] in preps:
            yield cut


After = bool | Literal["of", "brief"]
"""What follows a noun: all, nothing, what "of" ties to it, or all with no more than "of" behind each."""


class Wording(Meanings):
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
        super().__init__(cast)
        self.dated, self.foremost = dated, foremost
        self._open: set[tuple[int, int]] = set()

    def noun_phrase(
        self, token: "Token", *, after: After = True, subject: "Token | None" = None
    ) -> str | None:
        """The short form of the noun phrase that a token heads.

        Args:
            token: its head: a noun, a name or a pronoun.
            after: whether to keep what follows the head: all ("call for an inquiry into the fire"), that in
                brief ("call for an inquiry"), what "of" ties to it ("end of its mission"), or nothing.
            subject: the subject of the clause it stands in; "its" is left alone where it means that.

        Returns:
            None for a pronoun that stands for nobody known.
        """
        if (pair := named_together(self.described_by(token), self.cast)) is not None:
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
        here = self.described_by(token)
        if whose != here and whose.lemma_ == here.lemma_:
            whose = here  # "the teachers" are no school of which another sentence tells beside them
        named = (self._each_of(other) for other in self.joined(whose))  # "his clients Ana and Tom Ruiz"
        others = (self._core(each, after=after, subject=subject) for row in named for each in row)
        joined += [text for text in others if text]
        if len(joined) == 1:
            return joined[0]
        behind = (t for t in whose.rights if after in {True, "brief"} and t.i > self._second(whose))
        tails = [tail for prep in behind if (tail := self._tied(prep, subject, after=after))]
        return " ".join([f"{', '.join(joined[:-1])} and {joined[-1]}", *tails])

    def _each_of(self, noun: "Token") -> "tuple[Token, ...]":
        """Those whom a noun in the plural names beside it; else the noun."""
        meant = self.referent(noun)
        return (meant, *self.joined(meant)) if meant != noun and noun.tag_ == "NNS" else (noun,)

    def _second(self, token: "Token") -> int:
        """The place of the first noun that "and" joins to one; the passage's end if none is."""
        return min((t.i for t in self.joined(token)), default=len(token.doc))

    def _tied(self, prep: "Token", subject: "Token | None", *, after: After) -> str | None:
        """A preposition with its noun behind another noun, where it belongs to it: "end of its mission"."""
        if prep.dep_ == "advmod" and prep.lower_ in _TOWARDS and after in {True, "brief"}:
            of = next((self.tail(t, subject) for t in prep.rights if t.lower_ == "of"), None)
            return f"{prep.lower_} {of}" if of else None  # "convoys north of Orla"
        ties = prep.lower_ in TYING if after in {True, "brief"} else prep.lower_ == after
        aside = prep.doc[prep.i - 1].text in {",", "-", "–", "—"} or says_when(prep)
        thing = object_of(prep) if prep.lower_ in _WITHIN else None
        if thing is not None and is_bare(thing) and self.referent(thing) == thing:
            aside = aside or thing.lemma_ in word_set(
                self.language, "persons", "regions"
            )  # "sales in the region"
        if prep.dep_ == "prep" and ties and not aside and prep.lower_ in {"on", "about", "of", "for"}:
            doing = next((t for t in prep.rights if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
            if doing is not None and prep.head.lemma_ != "case":
                return self._doing(prep, doing, subject, after="brief" if after is True else "of")
        deeper: After = "of" if after == "brief" else after
        return self.tail(prep, subject, after=deeper) if prep.dep_ == "prep" and ties and not aside else None

    def _doing(self, prep: "Token", verb: "Token", subject: "Token | None", *, after: After) -> str | None:
        """What talks or votes are about: "on raising age to 65"."""
        words = [prep.lower_, verb.lower_]
        for child in verb.rights:
            if child.dep_ == "dobj":
                thing = self.noun_phrase(child, after=after, subject=subject)
            elif child.dep_ == "prep" and child.lower_ in {"to", "from", "with", "between"}:
                thing = self.tail(child, subject, after="of")
            else:
                break
            if thing is None:
                break
            words.append(thing)
        return " ".join(words) if has_child(verb, "dobj") and len(words) > _DOING else None

    def _dropped(self, token: "Token") -> int:
        """The place of the first noun joined to one that a title leaves out; the passage's end if none is."""
        joined = {token, *self.joined(token)}
        return min(
            (t.i for t in token.rights if t.dep_ == "conj" and t not in joined), default=len(token.doc)
        )

    def _core(self, token: "Token", *, after: After, subject: "Token | None") -> str | None:
        token = _before_letters(self.referent(token))
        place = (id(token.doc), token.i)
        if place in self._open:
            return None  # "the head of the group" for "the group": a description would lead back to itself
        self._open.add(place)
        try:
            return self._worded(token, after=after, subject=subject)
        finally:
            self._open.discard(place)

    def _worded(self, token: "Token", *, after: After, subject: "Token | None") -> str | None:
        share = token.lower_ in SHARES and any(t.lower_ == "of" for t in token.rights)
        if (token.pos_ == "PRON" and not share) or token.tag_ in {"PRP", "WP", "WDT", "EX"}:
            return None
        if (country := self._of_country(token)) is not None:
            return country
        counted = has_child(token, "nummod")  # "two Sherpas"
        if (whole_name := self.cast.whole_name(token)) is not None:
            return whole_name
        if (token.ent_type_ == "PERSON" or self.cast.is_surname(token)) and not counted:
            name = f"{self._kin(token, subject)}{self.cast.name(token)}"
            return genitive(name) if is_house_of(token) else name
        entity = self.cast.entity(token)
        if entity is not None and len(entity) == 1 and entity.label_ == "ORG":
            longer = self.cast.name(token)
            if longer.endswith(f" {token.text}"):
                return longer  # "European Commission" for "the Commission"
        if entity is not None and is_whole_name(entity) and _holds_more(entity, token):
            # "Ministry of Defence", "St Ann's Hospital"; "one of its Orlec 900s" is one of Norvia Air's.
            owners = (self._possessor(t, subject) for t in owners_of(token))
            return f"{''.join(owners)}{self.cast.name(token)}"
        if any(t.lower_ in GENDERS and antecedent(t, self.cast) is None for t in owners_of(token)):
            return None  # "in her leg", and nobody knows whose
        every = any(t.lower_ in _EVERY for t in token.lefts)
        if every and any(t.dep_ in {"acl", "relcl"} and t.i > token.i for t in token.rights):
            return None  # "any probes related to the campaign" are not any probes
        whole = hyphened(token)
        said = in_sentence(token) if len(whole) == 1 else whole.text
        text = "".join([*self._left(token, whole.start, subject), said]).strip() + number_after(token)
        craft = token.head if token.dep_ == "appos" and not self.cast.label(token) else token
        if craft.pos_ == "NOUN" and craft.i < token.i and token.pos_ == "PROPN" and " " not in text:
            text = f"{self.described(craft)} {text}"  # "bulk carrier Aurora", which alone would be no ship
        text = genitive(text) if is_house_of(token) else text
        text += rate_of(token)
        if token.pos_ == "NUM" and token.doc.span(token.i + 1, token.i + 3).text.lower() == "per cent":
            text += " per cent"
        text += _limit_of(token)
        text += next((f" {t.lower_}" for t in token.rights if t.dep_ == "advmod" and t.lower_ in _AFAR), "")
        if after:
            # Of "an apology and $20 for the frame" no apology was for the frame; what is of all stands last.
            end = min(self._dropped(token), self._second(token))
            for prep in token.rights:
                if prep.i >= end:
                    break
                if prep.i < whole.end:
                    continue  # "year-on-year"
                if tail := self._tied(prep, subject, after=after):
                    text = f"{text} {tail}"
                elif prep.lower_ == "of" and token.lower_ in SHARES:
                    return None  # "half of that"
        text = tidy(text)
        long = self.cast.long_name(text)
        return (long if long.startswith("The ") else text) or None

    def _of_country(self, noun: "Token") -> str | None:
        """What only a country has, where an article is about one: "Norvia’s capital" for "the capital"."""
        place = self.cast.story.place
        if place is None or [t.lower_ for t in noun.lefts][:1] != ["the"] or any(True for _ in noun.rights):
            return None
        if any(not t.text[:1].isupper() for t in noun.lefts if t.dep_ != "det"):
            return None  # "the neighbouring country", but "the Nordic country"
        if not self.cast.country_called(place):
            return None
        name, states = self.cast.brief_name(place), word_set(self.language, "persons", "states")
        named = (self.cast.country_of(t) for t in noun.doc[: noun.i] if t.ent_type_ in {"GPE", "NORP"})
        if noun.lemma_ in states and any(country not in {None, place} for country in named):
            return None  # "the US president signed an order to withdraw the country from the pact"
        if noun.lemma_ in states - {"state"}:
            return name
        return f"{genitive(name)} capital" if noun.lemma_ == "capital" else None

    def described(self, noun: "Token") -> str:
        """A noun with what stands before it, whatever it means."""
        return "".join([*self._left(noun, noun.i, None), noun.lower_]).strip()

    def _kin(self, name: "Token", subject: "Token | None") -> str:
        """Whose mother or son somebody is who is told by a given name only: "Ana Ruiz’s son " of Luca."""
        nouns = words_for(self.language, "nouns")
        beside = (
            name.head if name.dep_ == "appos" else next((t for t in name.lefts if t.lemma_ in nouns), name)
        )
        if beside.lemma_ not in nouns or beside.tag_ != "NN" or " " in self.cast.name(name):
            return ""
        owners = (t for noun in dict.fromkeys((beside, name)) for t in noun.lefts if t.dep_ == "poss")
        owner = "".join(self._possessor(t, subject) for t in owners)
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
        kin = token.lower_ in word_set(self.language, "persons", "kin") and self.cast.story.mourned
        if kin and {t.lower_ for t in token.lefts if t.dep_ != "punct"} <= {"a", "another"}:
            return [self._whose(token)]  # whose life is told: "another son was killed"
        for child in token.lefts:
            if child.dep_ not in _BEFORE or child.i >= end or child.tag_ == "WRB":
                continue
            if child in self.dated and not is_hyphened(child):
                continue
            if child.dep_ == "advmod" and child.i + 1 < len(child.doc) and child.nbor().text == ",":
                continue  # "Officially, the guarantee stands"
            if child.lower_ in word_set(self.language, "speech", "fillers") or in_brackets(child):
                continue
            bare = not any(True for _ in child.lefts)
            if child.lower_ == "recent" and bare and token.lemma_ not in _LATELY:
                continue
            if child.lower_ in word_set(self.language, "speech", "comparing") and has_child(token, "prep"):
                continue  # "an earlier attempt at a truce"
            likened = child.lower_ in _LIKENED and (token.tag_ == "NN" or child.lower_ == "similar")
            if (child.dep_ == "amod" and likened) or is_beyond(child, token):
                continue  # nobody knows than what
            if child.dep_ == "poss":
                words.append(self._possessor(child, subject))
            else:
                words.append(as_they_stood(outside_brackets(child.subtree)))
        return [*words, *self._of_illness(token)]

    def _of_illness(self, token: "Token") -> list[str]:
        """Of what illness cases are, in an article about one that does not say so again: "cholera "."""
        if token.lemma_ not in word_set(self.language, "health", "counted"):
            return []
        said = any(t.dep_ in {"compound", "nmod", "poss"} for t in token.lefts)
        said = said or any(t.lower_ in {"of", "from"} for t in token.rights)
        illness = None if said else self.cast.story.illness
        if illness is None:
            return []
        verb = verb_above(token)
        found = subject_of(verb) if verb is not None else None
        if found is not None and any(t.lower_ == illness.lower_ != token.lower_ for t in found.token.subtree):
            return []  # "a vaccine against malaria cuts cases by half"
        return [f"{self._core(illness, after=False, subject=None)} "]

    def _possessor(self, token: "Token", subject: "Token | None") -> str:
        if token.lower_ in POSSESSIVES:
            if token.head.text[0].isdigit():
                return f"{token.lower_} "  # "a man in his 40s"
            if token.lower_ in GENDERS and token.head.lower_ == "sleep" and subject is not None:
                return f"{token.lower_} "  # nobody dies in somebody else’s
            each = subject is not None and any(t.lower_ in {"every", "each"} for t in subject.lefts)
            if each and token.lower_ == "their":
                return "their "  # "every candidate has told their plans"
            meant = antecedent(token, self.cast)
            meant = self.referent(meant) if meant is not None else None
            if meant is not None and meant.lower_ in {"others", "other"}:
                return ""
            if meant is not None and any(meant == other for other in token.head.conjuncts):
                return f"{token.lower_} "  # "France and its allies"
            if meant is None or (subject is not None and self.same(meant, subject)):
                somebody = subject is not None and self.cast.label(self.referent(subject)) in {"ORG", "GPE"}
                if meant is None and somebody and token.lower_ in GENDERS:
                    return ""  # of a firm that prints "his letters"
                if subject is None:
                    return ""
                return f"{self._own(token, subject) if meant is not None else token.lower_} "
            named = self.cast.label(meant)
            owns = meant.doc is token.doc and meant.dep_ == "poss" and meant.head.dep_ == "dobj"
            if owns and token.lower_ == "its" and subject is not None:
                return "its "  # "honours Orla’s police for its role"
            if not named and has_nothing(meant, self.language):
                return ""  # "the documents show that their cold boxes were opened"
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
        if any(t.text == "&" for t in token.rights):
            words = (t for t in token.subtree if t.tag_ not in {"POS", "DT"})
            return f"{genitive(as_they_stood(words).strip())} "  # "Standard & Poor’s"
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

    def _own(self, token: "Token", subject: "Token") -> str:
        """The pronoun for what is the subject’s, as its verb has it: "its" of an army, "their" of rebels."""
        if token.lower_ not in {"its", "their"}:
            return token.lower_
        if self.is_plural(subject):
            return "their"
        return "its" if self.cast.label(self.referent(subject)) in {"ORG", "GPE"} else token.lower_

    def _is_unscaled(self, noun: "Token") -> bool:
        """Whether something is told as the most of its kind, and a title would not say among which."""
        most = any(t.tag_ == "JJS" for t in noun.lefts)
        owned = next((t for t in noun.lefts if t.dep_ == "poss"), None)
        among = bool(_limit_of(noun)) or any(t.dep_ == "prep" and t.lower_ in _AMONG for t in noun.rights)
        return most and not among and (owned is None or not self._possessor(owned, None))

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

    def shorter(self, noun: "Token", text: str, *, subject: "Token | None" = None) -> tuple[str, ...]:
        """What to say instead of a noun phrase where there is little room, in fewer and fewer words."""
        if TYING.isdisjoint(text.split()) or noun.ent_type_ == "PERCENT":
            return ()  # "nine percent of employees in hotels" are no nine percent of employees
        forms: tuple[After, ...] = ("brief", "of")
        brief, *briefer = (self.noun_phrase(noun, after=form, subject=subject) for form in forms)
        said = (*_cut_back(text, noun, len(brief or text)), brief, *briefer)
        return tuple(dict.fromkeys(each for each in said if each and each != text))

    def name_alone(self, token: "Token") -> str | None:
        """The name in a noun phrase, without what describes it; None where more or less than one is named."""
        meant = self.referent(token)
        named = meant.pos_ == "PROPN" and self.cast.entity(meant) is not None
        return self.cast.name(meant) if named and not self.joined(meant) else None

    def letters(self, token: "Token") -> str | None:
        """The letters that the text gives for a long name: "World Trade Organization (WTO)"."""
        meant = self.referent(token)
        if self.joined(meant):
            return None
        beside = (t for t in meant.children if t.dep_ in {"appos", "nmod"} and t.i > meant.i)
        return next((t.text for t in beside if t.text.isupper() and t.nbor(-1).text == "("), None)

    def tail(self, prep: "Token", subject: "Token | None" = None, *, after: After = True) -> str | None:
        """A preposition with its noun: "on U.S. forces". None for one that says when, or opens a clause.

        Args:
            prep: the preposition.
            subject: as for :meth:`noun_phrase`, and
            after: likewise.
        """
        thing = object_of(prep)
        if thing is not None and prep.lower_ == "in" and thing.lemma_ in _CONNECTIONS:
            other = next((object_of(t) for t in thing.rights if t.lower_ in {"with", "to"}), None)
            over = self.noun_phrase(other, after=after, subject=subject) if other is not None else None
            return f"over {over}" if over else None  # "arrested in connection with the fire"
        if thing is not None and prep.lower_ in {"in", "with"} and self._is_unscaled(thing):
            return None  # "in the worst accident", and nobody knows since when or where
        if thing is None or thing in self.dated or only_joins(prep, thing, self.language):
            return None
        pointed = is_bare(thing) and any(t.lower_ in _POINTING for t in thing.lefts)
        vague = pointed and thing.lemma_ in word_set(self.language, "speech", "vague")
        if vague and prep.lower_ in _ABOUT | {"to"} and self.referent(thing) == thing:
            return None  # "accuses ministers of inaction on the issue"
        text = self.noun_phrase(thing, after=after, subject=subject)
        if prep.lower_ in _ABOUT and any(t.dep_ == "acl" and has_child(t, "mark") for t in thing.rights):
            return None  # "voices doubts over the idea that it is safe"
        if text == "effect" and prep.lower_ == "with":
            return None  # "with effect from Saturday"
        if text == "history" and any(t.dep_ == "poss" for t in thing.lefts):
            return None  # "the first in the city’s history" is not the first in history
        if prep.lower_ == "with" and _is_left(thing):
            return None  # "with three miles to go"
        if text == thing.lower_ and prep.lower_ == "for" and _is_singled_out_later(thing):
            return None  # "for reasons she would not give"
        if text and " " not in text and prep.lower_ != "of" and is_told_by_what_follows(thing):
            done = next((t for t in thing.rights if t.dep_ == "acl" and t.tag_ == "VBN"), None)
            agent = agent_of(done) if done is not None else None
            by = self.noun_phrase(agent, after=False) if agent is not None else None
            if done is not None and by is not None:
                text = f"{text} {done.lower_} by {by}"  # "a ceasefire brokered by Egypt"
            elif prep.lower_ in {"to", "with", "for"} or any(t.lower_ in {"a", "an"} for t in thing.lefts):
                return None  # but "payments on mortgages made to the poor"
        parts = (t for c in thing.children if c.dep_ == "prep" and c.lower_ != "on" for t in c.children)
        if (
            text == thing.text
            and prep.lower_ != "as"
            and any(t.dep_ == "pobj" and t in self.dated for t in parts)
        ):
            return None  # "with an expiry date of 18 April"
        if text == thing.lower_ and thing.pos_ == "NUM" and thing.is_alpha and prep.lower_ != "of":
            return None  # "a crack in one"
        owned = next((t for t in thing.lefts if t.lower_ in POSSESSIVES), None)
        if prep.lower_ == "of" and prep.head.pos_ == "NUM" and owned is not None and text == thing.text:
            return None  # "two of its members", and nobody knows whose
        # "two of the shepherds", where a headline would drop the article
        shares = prep.lower_ == "of" and (
            prep.head.pos_ == "NUM" or prep.head.lower_ in SHARES or prep.head.ent_type_ == "ORDINAL"
        )
        if thing.lower_ == "row" and prep.lower_ == "in" and not any(thing.rights):
            return "in a row"  # "for the third time in a row"
        if text in _TOWARDS and has_child(thing, "det"):
            return f"{prep.lower_} the {text}"
        all_of = {t.lower_ for t in thing.lefts} & {"the", "those"} and not has_child(thing, "nummod")
        some = "the " if shares and all_of else ""
        return f"{prep.lower_} {some}{text}{befallen(thing, prep)}" if text else None
