"""A noun that names a happening to a title: "the capture of X by Y" is "Y captures X"."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    TELLINGS,
    event_noun,
    has_child,
    host_of,
    is_verb,
    object_of,
    roles_of,
    subject_of,
    verb_above,
)
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.when.date_attachment import labelled
from dateline.extraction.when.deeds import is_forum
from dateline.extraction.when.modality import is_put_off, kind_of
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.complements import infinitive
from dateline.extraction.wording.fitting import Part, fit
from dateline.extraction.wording.inflection import participle, present
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token

_MEETINGS = frozenset({"meeting", "talk", "talks", "summit", "encounter"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
# What befalls whose it is: "her arrest" is none that she made.
_BEFALLING = frozenset(
    {
        *("arrest", "murder", "kill", "assassinate", "execute", "kidnap", "abduct", "convict", "acquit"),
        *("release", "appoint", "dismiss", "expel", "extradite", "deport", "suspend", "sell", "close"),
        *("detain", "indict", "imprison", "demolish", "destroy", "abolish", "cancel", "inaugurate"),
    }
)
_TASKS = frozenset(
    {"priority", "task", "aim", "goal", "focus", "question", "issue", "topic", "step", "approach", "style"}
)
_WHITHER = frozenset({"from", "to", "in", "into"})


def nominal(noun: "Token", wording: Wording, *, ahead: bool = False) -> str | None:
    """The title of what a noun names: a clause where the noun says who did it, else a noun phrase.

    Args:
        noun: the noun.
        wording: of its article.
        ahead: whether it is to come.
    """
    if noun.lemma_ in TELLINGS:
        return None  # what was announced is told by words of its own
    if any(t.lower_ in {"our", "my", "your"} for t in noun.lefts):
        return None  # whose it is, the article does not say
    if noun.dep_ == "conj" and (is_verb(noun.head) or noun.head.dep_ == "dobj"):
        return _without_verb(noun, wording)
    if noun.lower_ in _MEETINGS and (pair := _pair(noun, wording)):
        return f"{pair}{_where(noun, wording)}"
    doer, done = roles_of(noun, wording.language)
    if done is not None and (done in wording.dated or (noun.lemma_ == "order" and done.head.lower_ == "on")):
        done = None  # an "order on immigration" does not order that
    _, verb = event_noun(noun, wording.language)
    if verb == "visit" and doer is None and any(t.lower_ == "of" for t in noun.rights):
        doer, done = done, None  # "the visit of the president"
    if verb == "visit":
        doer, done = _visitor(noun, doer), done if done is not None else _whither(noun)
    aim = next((c for c in noun.children if c.dep_ == "acl" and any(t.lower_ == "to" for t in c.lefts)), None)
    intransitive = verb in word_set(wording.language, "speech", "intransitive")
    if verb and doer is not None and (name := wording.noun_phrase(doer)):
        whom = wording.noun_phrase(done) if done is not None else None
        what = infinitive(aim, wording, doer) if done is None and aim is not None else None
        alone = verb == "meet" and not wording.is_plural(doer)  # and nobody knows whom
        if whom or what or (done is None and intransitive and not alone):
            said = Part(present(verb, plural=wording.is_plural(doer)))
            parts = [said, *([Part(whom)] if whom else []), *([what] if what else [])]
            tails = _tails(noun, wording) if verb != "visit" else []
            return fit(name, parts + [Part(tail, 5) for tail in tails])
        if done is None and doer.dep_ == "poss":
            return None  # "Norvia’s proposal"
    if (undergone := _undergone(noun, verb, (doer, done), wording, ahead=ahead)) is not None:
        return undergone
    text = wording.noun_phrase(wording.counted(noun))
    if text is not None and is_put_off(noun, wording.language):
        return f"{text} planned" if " " in text else None
    names = (t for t in noun.subtree if t.ent_type_ in _NAMES and t not in wording.dated)
    named = any(wording.cast.name(t) in (text or "") for t in names)
    return _occasion(noun, text, wording) or (text if named or labelled(noun) else None)


def _undergone(
    noun: "Token", verb: str, sides: "tuple[Token | None, Token | None]", wording: Wording, *, ahead: bool
) -> str | None:
    """What befell whom, where the noun says no more: "murder of X" is "X murdered"."""
    doer, done = sides
    if verb not in _BEFALLING:
        return None
    whose = doer if done is None and doer is not None and doer.dep_ == "poss" else None
    whom = done if doer is None else whose
    if whom is not None and whom.tag_ == "PRP$":
        aside = next((t for t in whom.ancestors if t.dep_ == "appos"), None)
        # "His arrest"; "Norvia, the largest firm in Kesten since its sale".
        whom = aside.head if aside is not None else antecedent(whom, wording.cast)
    name = wording.noun_phrase(whom) if whom is not None else None
    plain = all(t.dep_ in {"det", "poss"} or t in wording.dated for t in noun.lefts)
    if name is None or not plain or noun.tag_ == "NNS" or name == name.lower():
        return None
    to_be = "to be " if ahead or kind_of(noun, wording.language) in {"planned", "forecast"} else ""
    preps = [p for p in noun.rights if p.dep_ == "prep" and p.lower_ in _WHITHER | {"at", "for", "on", "by"}]
    tails = [tail for prep in preps if (tail := wording.tail(prep))]
    return fit(name, [Part(f"{to_be}{participle(verb)}"), *(Part(tail, 5) for tail in tails)])


def _without_verb(noun: "Token", wording: Wording) -> str | None:
    """What shares the verb of another object: "won the league in 1961 and the cup in 1966"."""
    verb = noun.head if is_verb(noun.head) else noun.head.head
    found = subject_of(verb)
    subject = found.token if found is not None and not found.passive else None
    who = wording.noun_phrase(subject) if subject is not None else None
    what = wording.noun_phrase(noun, subject=subject)
    if who is None or what is None or subject is None or not has_child(verb, "dobj"):
        return None
    return fit(who, [Part(present(verb.lemma_.lower(), plural=wording.is_plural(subject))), Part(what)])


def _occasion(noun: "Token", text: str | None, wording: Wording) -> str | None:
    """Who gave an occasion: "in a press conference, X said" is "X holds press conference"."""
    verb = table_of(wording.language, "speech")["occasions"].get(noun.lemma_.lower())
    within = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"}
    host = host_of(noun, wording.language) if within else None
    if verb is None or text is None or host is None or host in noun.subtree:
        return None  # "a U.N. summit" says who holds it
    if is_forum(noun):
        return None
    if host.lemma_ in _TASKS:
        return None  # "her first task during the meetings will be to"
    who, above = wording.noun_phrase(host), verb_above(noun)
    ahead = above is not None and kind_of(above, wording.language) in {"planned", "forecast"}
    holds = f"to {verb}" if ahead else present(verb, plural=wording.is_plural(host))
    return f"{who} {holds} {text}" if who else None


def _visitor(noun: "Token", doer: "Token | None") -> "Token | None":
    """Who visited: whom the noun names, or who did something "during a visit"."""
    above = verb_above(noun)
    found = subject_of(above) if doer is None and noun.dep_ == "pobj" and above is not None else None
    return found.token if found else doer


def _whither(noun: "Token") -> "Token | None":
    return next((object_of(p) for p in noun.children if p.dep_ == "prep" and p.lower_ == "to"), None)


def _pair(noun: "Token", wording: Wording) -> str | None:
    """Who met: "A meets B" of a meeting that A held or spoke at, "A and B meet" of one between them."""
    for prep in noun.children:
        partner = object_of(prep) if prep.dep_ == "prep" and prep.lower_ in {"with", "between"} else None
        if partner is None:
            continue
        if prep.lower_ == "between":
            sides = [
                name for t in (partner, *partner.conjuncts) if (name := wording.noun_phrase(t, after=False))
            ]
            return f"{wording.noun_phrase(partner, after=False)} meet" if len(sides) > 1 else None
        host = host_of(noun, wording.language)
        whom, who = wording.noun_phrase(partner, after=False), host is not None and wording.noun_phrase(host)
        if host is not None and who and whom:
            return f"{who} {present('meet', plural=wording.is_plural(host))} {whom}"
    return None


def _where(noun: "Token", wording: Wording) -> str:
    for token in noun.subtree:
        if token.dep_ == "pobj" and token.ent_type_ in {"GPE", "FAC"} and token.head.lower_ in {"in", "at"}:
            return f" {token.head.lower_} {wording.cast.name(token)}"
    return ""


def _tails(noun: "Token", wording: Wording) -> list[str]:
    preps = [p for p in noun.children if p.dep_ == "prep" and p.lower_ in _WHITHER]
    return [tail for prep in preps if (tail := wording.tail(prep))]
