"""Speech reported in the past, moved back to when it was spoken: "said it had closed" is "it has closed"."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SPANS, Subject, has_child, is_verb, is_year, verb_above
from dateline.extraction.lexicon import word_set
from dateline.extraction.when.deeds import is_state
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.inflection import contracted, now, present
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token


# With these a passive tells what befell something: "was cracked during tests", not "was closed".
_BEFALLEN = frozenset({"during", "after", "before", "when"})
# What was thought before it was told of, in the tense that tells of it.
_THOUGHT = {
    "assume": "assumed",
    "believe": "believed",
    "expect": "expected",
    "feel": "felt",
    "hope": "hoped",
    "intend": "intended",
    "know": "knew",
    "suppose": "supposed",
    "think": "thought",
    "want": "wanted",
}


def as_spoken(verb: "Token", found: Subject, wording: Wording) -> list[str]:
    """A verb of what was said with its helpers, in the tense that it had when it was said.

    Args:
        verb: of what was said.
        found: its subject.
        wording: of their article.
    """
    plural = wording.is_plural(found.token)
    # "Announced in a memo that he would go".
    above = verb.head if is_verb(verb.head) else verb_above(verb.head)
    told_then = above is not None and _is_past(above) and not _stays_past(above)
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.lefts)
    if had and told_then and verb.lemma_ in _THOUGHT:
        return [_THOUGHT[verb.lemma_]]  # "says he assumed"
    hedges = word_set(wording.language, "speech", "hedging")
    befell = has_child(verb, "agent") or any(c.lower_ in _BEFALLEN for c in verb.rights if c.dep_ == "prep")
    while_it = verb.tag_ == "VBG" and any(c.lower_ == "when" for t in verb.rights for c in t.lefts)
    have = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.lefts)
    helpers = [
        "no longer"
        if c.lower_ == "longer"
        else c.lower_
        if have or while_it or not told_then or (befell and c.dep_ == "auxpass")
        else now(c.lower_, plural=plural)  # "says it would have failed"
        for c in verb.lefts
        if c.dep_ in {"aux", "auxpass", "neg"}
        or (c.dep_ == "advmod" and (c.lower_ in hedges or no_longer(c)))
    ]
    helpers = _with_short_not(helpers)
    if helpers or (verb.tag_ == "VBN" and found.passive):
        form = verb.lower_
    elif verb.tag_ == "VB" or not told_then:
        form = verb.lower_  # "demands that the city free him", "to tell the jury that he was ill"
    elif verb.lemma_ == "be":
        form = now(verb.lower_, plural=plural)
    elif is_state(verb, wording.language) and not _lasted(verb):
        form = present(verb.lemma_.lower(), plural=plural)
    else:
        form = verb.lower_  # "admits staff missed the signs": that was before it was said
    denied = verb.lemma_ == "be" and any(c.dep_ == "neg" for c in verb.rights)
    return [*helpers, f"{form} not" if denied else form]  # "says it is not the will of the people"


def _with_short_not(helpers: list[str]) -> list[str]:
    """Helpers with a short "not" tied to the one before it: "won't" of "would" and "n't"."""
    joined: list[str] = []
    for helper in helpers:
        short = joined and helper in {"n't", "n’t"}
        joined[-1:] = [contracted(joined[-1], helper)] if short else [*joined[-1:], helper]
    return joined


def no_longer(adverb: "Token") -> bool:
    """Whether an adverb turns what it stands by: "can no longer support it"."""
    return adverb.lower_ == "longer" and any(t.lower_ in {"no", "not", "n't"} for t in adverb.lefts)


def _lasted(verb: "Token") -> bool:
    """Whether it is said how long, when or after what a state was, so that it was before it was told of."""
    preps = [c for c in verb.rights if c.dep_ == "prep"]
    times = (t for c in preps if c.lower_ in {"for", "during", "after", "until"} for t in c.subtree)
    years = (t for c in preps for t in c.subtree if is_year(t))
    return any(t.lemma_ in SPANS or t.ent_type_ == "DATE" for t in (*times, *years))


def _stays_past(verb: "Token") -> bool:
    """Whether a verb of thinking is itself told of as past: "says he assumed that she had paid"."""
    had = any(c.lower_ == "had" for c in verb.lefts if c.dep_ == "aux")
    return verb.dep_ == "ccomp" and _is_past(verb.head) and had and verb.lemma_ in _THOUGHT


def _is_past(verb: "Token") -> bool:
    return any(t.tag_ in {"VBD", "VBN"} for t in (verb, *(c for c in verb.children if c.dep_ == "aux")))


def who_said(token: "Token", wording: Wording, subject: "Token") -> str | None:
    """The subject of what was announced: a pronoun only where it means who announced it."""
    if token.lower_ == "one" and not has_child(token, "prep"):
        return None  # "another large one is due"
    if token.pos_ != "PRON" or token.tag_ in {"WP", "WDT"}:
        if token != subject and wording.same(token, subject) and wording.cast.label(token) != "PERSON":
            return "they" if wording.is_plural(token) else "it"  # "It is closing, it said"
        return wording.noun_phrase(token, subject=subject)
    if token.tag_ in {"EX", "NN"}:
        return token.lower_  # "there", "nothing"
    meant = antecedent(token, wording.cast)
    if meant is None:
        return None
    if wording.same(meant, subject):
        return token.lower_
    return wording.noun_phrase(token, subject=subject) if token.lower_ != "it" else None
