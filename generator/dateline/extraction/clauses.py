"""A verb of a parse to a short clause in the present: "US withdraws soldiers from Iraq"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.grammar import agent_of, has_child, is_verb, subject_of
from dateline.extraction.inflection import future, now, present
from dateline.extraction.lexicon import word_set
from dateline.extraction.phrases import Wording

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where a title grows longer than this, what is least missed goes.
_COMFORTABLE = 76
# The room for a clause within a title.
_INNER = 52
_NEEDED = 9
# How much a phrase after the verb is missed: the lower, the earlier it goes.
_WEIGHTS = {
    **dict.fromkeys(("to", "from", "into", "against", "of"), 6),
    **dict.fromkeys(("with", "on", "as", "between", "toward", "towards", "by", "onto", "out", "within"), 5),
    **dict.fromkeys(("for", "in", "over", "off", "after", "amid"), 4),
    **dict.fromkeys(("at", "near", "through", "across", "around", "outside", "inside"), 3),
}
_CONTENT = 8
_MEASURE = 7


class Part(NamedTuple):
    """A piece of a title and how much it is missed when it goes."""

    text: str
    weight: int = _NEEDED
    short: str | None = None
    """What to say where that is too long."""


def clause(verb: "Token", wording: Wording, room: int = _COMFORTABLE) -> str | None:
    """The clause of a verb, None where nobody and nothing is said to have done or undergone it."""
    found, agent = subject_of(verb), agent_of(verb)
    if found is None:
        return None
    subject = found.token
    if found.passive and agent is not None:
        doer, done = wording.noun_phrase(agent), wording.noun_phrase(subject, subject=agent)
        if doer and done:
            return fit(
                doer,
                [Part(_finite(verb, agent, wording)), Part(done), *_rest(verb, wording, agent)],
                room=room,
            )
    short = wording.noun_phrase(subject, after=False)
    if short is None:
        return None
    rest = _rest(verb, wording, subject)
    telling = word_set(wording.language, "speech", "act") | word_set(wording.language, "speech", "report")
    if not found.passive and verb.lemma_.lower() in telling:
        told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None) or _that_clause(verb)
        if told is not None and (content := _content(told, wording, subject)):
            rest.append(Part(content, _CONTENT))
        # What is announced is the news: "X announced" alone is an attribution.
        rest = [p._replace(weight=_NEEDED) if p.weight == _CONTENT else p for p in rest]
        empty = not any(part.weight == _NEEDED for part in rest)
        if empty and (not rest or verb.lemma_.lower() in word_set(wording.language, "speech", "content")):
            return None
    if any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in verb.children):
        return None
    if (
        not rest
        and not found.passive
        and verb.lemma_.lower() in word_set(wording.language, "speech", "incomplete")
    ):
        return None
    if not rest and (cause := _cause(verb, wording)):
        rest.append(Part(cause, _CONTENT))
    predicate = _participle(verb) if found.passive else _finite(verb, subject, wording)
    return fit(wording.noun_phrase(subject) or short, [Part(predicate), *rest], shorter=short, room=room)


def _that_clause(verb: "Token") -> "Token | None":
    """What was said, where the parse hung it on a noun between: "announced in a memo that he would leave"."""
    if has_child(verb, "ccomp") or has_child(verb, "dobj"):
        return None
    inner = (t for t in verb.subtree if t.dep_ in {"ccomp", "acl", "relcl"} and is_verb(t) and t.i > verb.i)
    return next((t for t in inner if any(c.dep_ == "mark" and c.lower_ == "that" for c in t.lefts)), None)


def _cause(verb: "Token", wording: Wording) -> str | None:
    """What happened at that moment, for a verb with nothing else beside it: "killed as bomb explodes"."""
    for child in verb.children:
        opening = next((t.lower_ for t in child.lefts if t.dep_ in {"advmod", "mark"}), "")
        if child.dep_ == "advcl" and opening in {"when", "as"} and (text := clause(child, wording, _INNER)):
            return f"as {text}"
    return None


def fit(subject: str, parts: Sequence[Part], *, shorter: str | None = None, room: int = _COMFORTABLE) -> str:
    """Subject and parts in order, the least needed parts dropped until they fit a title.

    Args:
        subject: how it begins.
        parts: what follows; of equal weight the last goes first, since the first belongs to the verb most.
        shorter: a shorter form of the subject, for when dropping parts is not enough.
        room: how many characters there are.
    """
    kept = list(parts)
    while len(text := " ".join([subject, *(p.text for p in kept)])) > room:
        optional = [p for p in reversed(kept) if p.weight < _NEEDED]
        long = [p for p in reversed(kept) if p.short and p.short != p.text]
        if optional:
            kept.remove(min(optional, key=lambda p: p.weight))
        elif long:
            kept[kept.index(long[0])] = Part(long[0].short or "")
        else:
            return fit(shorter, parts, room=room) if shorter and shorter != subject else text
    return text


def _particles(verb: "Token") -> str:
    """The particle beside its verb ("pull out troops"); one after the object comes in its turn."""
    return "".join(f" {c.lower_}" for c in verb.children if c.dep_ == "prt" and c.i <= verb.i + 1)


def _participle(verb: "Token") -> str:
    """The headline's passive: "resolution passed"; plans keep their "to be"."""
    words = "not " if has_child(verb, "neg") else ""
    if any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "to") for c in verb.children):
        words = f"to {words}be "
    return f"{words}{verb.lower_}{_particles(verb)}"


def _finite(verb: "Token", subject: "Token", wording: Wording) -> str:
    lemma, plural, negated = verb.lemma_.lower(), wording.is_plural(subject), has_child(verb, "neg")
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    if modal is not None:
        return f"{future(modal.lower_)}{' not' if negated else ''} {lemma}{_particles(verb)}"
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return f"to {lemma}{_particles(verb)}"
    if negated:
        return f"{present('do', plural=plural)} not {lemma}{_particles(verb)}"
    return present(lemma, plural=plural) + _particles(verb)


def _rest(verb: "Token", wording: Wording, subject: "Token") -> list[Part]:
    """What follows the verb and completes it, in order."""
    return list(_following(verb, wording, subject))


def _following(verb: "Token", wording: Wording, subject: "Token") -> Iterator[Part]:
    has_object = False
    for child in verb.rights:
        text: str | None = None
        short: str | None = None
        weight = _NEEDED
        if child.i in wording.dated:
            continue
        if child.dep_ in {"dobj", "attr", "oprd", "dative"} and child.pos_ != "ADP":
            if has_object and child.dep_ == "dobj":
                continue  # a second object is what "as well as" joins on
            has_object = has_object or child.dep_ == "dobj"
            text = wording.noun_phrase(child, subject=subject) if child.pos_ != "ADJ" else child.text
            short = wording.noun_phrase(child, after=False, subject=subject) if child.pos_ == "NOUN" else None
        elif child.dep_ == "prt" and child.i > verb.i + 1:
            text = child.lower_
        elif child.dep_ == "acomp" or (
            child.dep_ == "advmod" and child.lower_ in word_set(wording.language, "speech", "resultative")
        ):
            text = _state(child, wording, subject)
        elif child.dep_ in {"prep", "dative"} and child.lower_ in _WEIGHTS:
            text, weight = _prepositional(child, wording, subject), _WEIGHTS[child.lower_]
        elif child.dep_ == "npadvmod" and has_child(child, "nummod"):
            text, weight = wording.noun_phrase(child, subject=subject), _MEASURE
        elif child.dep_ == "xcomp" and is_verb(child):
            text, weight = _infinitive(child, wording, subject), _CONTENT
        elif child.dep_ == "ccomp" and is_verb(child):
            text, weight = _content(child, wording, subject), _CONTENT
        if text:
            yield Part(text, weight, short)


def _state(word: "Token", wording: Wording, subject: "Token") -> str:
    """A state with what measures and completes it: "two months away from victory", "ready to leave"."""
    measure = [
        t.text for c in word.lefts if c.dep_ == "npadvmod" and c.i not in wording.dated for t in c.subtree
    ]
    return " ".join([*measure, word.lower_, *(p.text for p in _rest(word, wording, subject))])


def _prepositional(prep: "Token", wording: Wording, subject: "Token") -> str | None:
    gerund = next((t for t in prep.children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if gerund is not None:
        return " ".join([prep.lower_, gerund.lower_, *(p.text for p in _rest(gerund, wording, subject))])
    return wording.tail(prep, subject)


def _infinitive(verb: "Token", wording: Wording, subject: "Token") -> str:
    helpers = [c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}]
    form = verb.lower_ if helpers[-1:] != ["to"] else verb.lemma_.lower()
    return fit(" ".join([*helpers, form + _particles(verb)]), _rest(verb, wording, subject), room=_INNER)


def _content(verb: "Token", wording: Wording, subject: "Token") -> str | None:
    """What was announced, in the present that a title has: "it will cut 400 jobs"."""
    found = subject_of(verb)
    if found is None:
        return None
    who = (
        found.token.lower_
        if found.token.pos_ == "PRON"
        else wording.noun_phrase(found.token, subject=subject)
    )
    if who is None:
        return None
    helpers = [now(c.lower_) for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}]
    if helpers or verb.tag_ == "VBN":
        form = verb.lower_
    elif verb.lemma_ == "be":
        form = now(verb.lower_)
    else:
        form = present(verb.lemma_.lower(), plural=wording.is_plural(found.token))
    return fit(" ".join([who, *helpers, form + _particles(verb)]), _rest(verb, wording, subject), room=_INNER)
