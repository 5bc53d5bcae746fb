"""A happening to its title: a short clause in the present tense, as a headline has it.

The clause is rebuilt from the parse rather than cut out of the sentence: subject in full, verb in the present,
object and the phrases that complete it. Dates, attribution, relative clauses and asides stay out. Where it grows
too long, the phrases that matter least go first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.cast import Cast
from dateline.extraction.inflection import present
from dateline.extraction.lexicon import noun_kinds, word_set
from dateline.extraction.phrases import is_plural, noun_phrase, referent

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 90
_COMFORTABLE = 76
# How much a phrase after the verb is missed when it goes: the lower, the earlier it goes.
_WEIGHT = {"to": 6, "from": 6, "into": 6, "with": 5, "against": 6, "over": 4, "on": 5, "at": 3, "for": 4, "in": 4, "of": 6, "as": 5, "near": 3, "off": 4, "between": 5, "through": 3, "across": 3, "toward": 5, "towards": 5, "by": 5, "onto": 5, "out": 5}  # fmt: skip
_BACKSHIFT = {"had": "has", "would": "will", "was": "is", "were": "are", "could": "can", "might": "may", "did": "does"}
_PARTNERS = frozenset({"with", "between"})
_TARGETS = frozenset({"on", "against", "of"})


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    weight: int


def title(head: "Token", cast: Cast, language: str) -> str | None:
    """The title of the happening that a word names.

    Returns:
        A clause or noun phrase of at most :data:`LONGEST` characters without a final stop; None where the
        passage does not say who or what it is about.
    """
    text = _nominal(head, cast, language) if head.pos_ == "NOUN" else _clause(head, cast, language)
    if text is None or len(text) > LONGEST or len(text.split()) < 2:
        return None
    text = re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:-–—.")
    return text[:1].upper() + text[1:]


def subject_of(verb: "Token") -> "tuple[Token, bool] | None":
    """The word that stands as subject of a verb, found through "and", "to" and participles, and whether the verb is
    passive towards it."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in {"nsubj", "csubj"}:
                return child, False
            if child.dep_ == "nsubjpass":
                return child, True
        if verb.dep_ == "acl":
            return verb.head, verb.tag_ == "VBN"
        if verb.dep_ == "relcl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head, verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
        if verb.dep_ == "conj":
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            found = subject_of(verb.head)
            return (found[0], passive or found[1] and verb.tag_ == "VBN") if found else None
        if verb.dep_ == "xcomp":
            for child in verb.head.children:
                if child.dep_ == "dobj" and child.i < verb.i:
                    return child, False
        if verb.dep_ in {"xcomp", "advcl"}:
            verb = verb.head
            continue
        return None
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Who did it, where a passive says so: "passed by parliament"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def _clause(verb: "Token", cast: Cast, language: str) -> str | None:
    found = subject_of(verb)
    agent = agent_of(verb)
    if found is None and agent is None:
        return None
    subject, passive = found if found else (None, True)
    if passive and agent is not None and (doer := noun_phrase(agent, cast)):
        done = noun_phrase(subject, cast, subject=agent) if subject is not None else None
        if done is None:
            return None
        parts = [_Part(_finite(verb, agent, cast, language), 9), _Part(done, 9), *_rest(verb, cast, agent, language)]
        return _fit(doer, parts)
    if subject is None or (name := noun_phrase(subject, cast, after=False)) is None:
        return None
    full = noun_phrase(subject, cast) or name
    if passive:
        parts = [_Part(_participle(verb), 9), *_rest(verb, cast, subject, language)]
    else:
        parts = [_Part(_finite(verb, subject, cast, language), 9), *_rest(verb, cast, subject, language)]
    return _fit(full, parts, shorter=name)


def _participle(verb: "Token") -> str:
    negated = any(c.dep_ == "neg" for c in verb.children)
    particle = "".join(f" {c.lower_}" for c in verb.children if c.dep_ == "prt")
    return f"{'not ' if negated else ''}{verb.lower_}{particle}"


def _finite(verb: "Token", subject: "Token", cast: Cast, language: str) -> str:
    plural = is_plural(referent(subject, cast), language) or any(
        t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"} for t in subject.children
    )
    particle = "".join(f" {c.lower_}" for c in verb.children if c.dep_ == "prt")
    lemma = verb.lemma_.lower()
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    if modal is not None:
        word = {"’ll": "will", "'ll": "will", "would": "will", "wo": "will", "ca": "can"}.get(modal.lower_, modal.lower_)
        return f"{word}{' not' if negated else ''} {lemma}{particle}"
    if infinitive:
        return f"to {lemma}{particle}"
    if negated:
        return f"{present('do', plural=plural)} not {lemma}{particle}"
    return present(lemma, plural=plural) + particle


def _rest(verb: "Token", cast: Cast, subject: "Token", language: str) -> list[_Part]:
    """What follows the verb and completes it, in order."""
    parts: list[_Part] = []
    for child in verb.rights:
        text: str | None = None
        weight = 9
        if child.ent_type_ in {"DATE", "TIME"} and child.dep_ != "dobj":
            continue
        if child.dep_ in {"dobj", "attr", "oprd", "dative"} and child.pos_ != "ADP":
            text = noun_phrase(child, cast, subject=subject)
        elif child.dep_ == "acomp" and child.tag_ in {"JJ", "JJR", "VBN"}:
            text = child.text
        elif child.dep_ in {"prep", "dative"} and child.lower_ in _WEIGHT and not _dates(child):
            text, weight = _preposition(child, cast, subject), _WEIGHT[child.lower_]
        elif child.dep_ == "xcomp":
            text, weight = _complement(child, cast, subject, language), 8
        elif child.dep_ == "ccomp" and child.i > verb.i:
            text, weight = _content(child, cast, subject, language), 8
        if text:
            parts.append(_Part(text, weight))
    return parts


def _dates(prep: "Token") -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in prep.children)


def _preposition(prep: "Token", cast: Cast, subject: "Token") -> str | None:
    for child in prep.children:
        if child.dep_ == "pobj" and (text := noun_phrase(child, cast, subject=subject)):
            return f"{prep.lower_} {text}"
        if child.dep_ == "pcomp" and child.tag_ == "VBG":
            tail = [p.text for p in _rest(child, cast, subject, "en")]
            return " ".join([prep.lower_, child.lower_, *tail])
    return None


def _complement(verb: "Token", cast: Cast, subject: "Token", language: str) -> str | None:
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    to = "to " if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) else ""
    form = verb.lemma_.lower() if to else verb.lower_
    particle = "".join(f" {c.lower_}" for c in verb.children if c.dep_ == "prt")
    helpers = "".join(f"{c.lower_} " for c in verb.lefts if c.dep_ == "auxpass")
    word = verb.lower_ if helpers else form
    return " ".join([f"{to}{helpers}{word}{particle}", *(p.text for p in _rest(verb, cast, subject, language))])


def _content(verb: "Token", cast: Cast, subject: "Token", language: str) -> str | None:
    """What was announced: "it will cut 400 jobs", in the present that a title has."""
    found = subject_of(verb)
    if found is None or (who := noun_phrase(found[0], cast, subject=subject) if found[0].pos_ != "PRON" else found[0].lower_) is None:
        return None
    words = [_BACKSHIFT.get(c.lower_, c.lower_) for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}]
    form = verb.text if words else present(verb.lemma_, plural=is_plural(referent(found[0], cast), language))
    if verb.lemma_ == "be" and not words:
        form = _BACKSHIFT.get(verb.lower_, verb.lower_)
    return " ".join([who, *words, form, *(p.text for p in _rest(verb, cast, subject, language))])


def _fit(subject: str, parts: Sequence[_Part], *, shorter: str | None = None) -> str | None:
    """The words in order, least needed parts dropped until they fit a title."""
    kept = list(parts)
    while len(" ".join([subject, *(p.text for p in kept)])) > _COMFORTABLE:
        optional = [p for p in kept if p.weight < 9]
        if not optional:
            break
        # Of equals the last goes first: what stands nearest the verb belongs to it most.
        least = min(reversed(optional), key=lambda p: p.weight)
        kept.remove(least)
    text = " ".join([subject, *(p.text for p in kept)])
    if len(text) > _COMFORTABLE and shorter and shorter != subject:
        return _fit(shorter, parts)
    return text


def _nominal(noun: "Token", cast: Cast, language: str) -> str | None:
    kinds = noun_kinds(language)
    _, verb = kinds.get(noun.lower_) or kinds.get(noun.lemma_.lower()) or ("", "")
    doer, done = roles_of(noun, cast, language)
    if verb == "meet" or noun.lemma_.lower() in {"talk", "summit"}:
        pair = _pair(noun, cast, language)
        if pair:
            return f"{pair}{_where(noun, cast)}"
    if verb and doer is not None and (name := noun_phrase(doer, cast)):
        whom = noun_phrase(done, cast) if done is not None else None
        if whom or verb in word_set(language, "speech", "intransitive"):
            action = present(verb, plural=is_plural(referent(doer, cast), language))
            parts = [_Part(action, 9), *([_Part(whom, 9)] if whom else [])]
            parts += [_Part(t, 5) for t in _tails(noun, cast, {"from", "to", "in", "into"})]
            return _fit(name, parts)
    return noun_phrase(noun, cast)


def roles_of(noun: "Token", cast: Cast, language: str) -> "tuple[Token | None, Token | None]":
    """Who did and who suffered what an event noun names: "the Romans' capture of the town", "an attack on the port"."""
    kinds = noun_kinds(language)
    _, verb = kinds.get(noun.lower_) or kinds.get(noun.lemma_.lower()) or ("", "")
    doer = done = None
    for child in noun.children:
        if child.dep_ in {"poss", "compound", "nmod"} and child.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"}:
            doer = child
        elif child.dep_ == "poss":
            doer = child
        elif child.dep_ == "prep" and (thing := next((t for t in child.children if t.dep_ == "pobj"), None)):
            if child.lower_ == "by":
                doer = thing
            elif child.lower_ in _TARGETS:
                done = thing
    if verb in word_set(language, "speech", "intransitive") and doer is None and done is not None:
        doer, done = done, None
    return doer, done


def _pair(noun: "Token", cast: Cast, language: str) -> str | None:
    """ "A meets B", of a meeting that A held, or spoke at, with B."""
    partner = None
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in _PARTNERS:
            partner = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if partner is not None and prep.lower_ == "between":
                both = [t for t in (partner, *partner.conjuncts)]
                names = [n for t in both if (n := noun_phrase(t, cast, after=False))]
                return f"{partner_text(names)}" if len(names) > 1 else None
    if partner is None or (whom := noun_phrase(partner, cast, after=False)) is None:
        return None
    host, _ = roles_of(noun, cast, language)
    above = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if host is None and above is not None and (found := subject_of(above)) and not found[1]:
        host = found[0]
    if host is None or (who := noun_phrase(host, cast)) is None:
        return None
    plural = is_plural(referent(host, cast), language)
    return f"{who} {present('meet', plural=plural)} {whom}"


def partner_text(names: Sequence[str]) -> str:
    """ "A and B meet" of the two sides of a meeting."""
    head = names[0] if " and " in names[0] else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{head} meet"


def _where(noun: "Token", cast: Cast) -> str:
    for token in noun.subtree:
        if token.dep_ == "pobj" and token.ent_type_ in {"GPE", "FAC"} and token.head.lower_ in {"in", "at"}:
            return f" {token.head.lower_} {cast.name(token)}"
    return ""


def _tails(noun: "Token", cast: Cast, prepositions: set[str]) -> list[str]:
    texts = []
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in prepositions and not _dates(prep):
            thing = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if thing is not None and (text := noun_phrase(thing, cast)):
                texts.append(f"{prep.lower_} {text}")
    return texts
