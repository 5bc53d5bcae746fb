"""A word that names a happening to the tag of its kind."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    agent_of,
    event_noun,
    has_child,
    is_event_noun,
    is_verb,
    meant_by,
    object_of,
    subject_of,
)
from dateline.extraction.lexicon import senses, synonyms_of, table_of, verb_tags, word_set
from dateline.extraction.when.governors import amid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extraction.grammar import Subject
    from dateline.parsing import Token

_KINDS_OF_NAME = {
    **dict.fromkeys(("GPE", "LOC", "FAC"), "PLACE"),
    "PERSON": "PERSON",
    "ORG": "ORG",
    "CARDINAL": "PERSON",
}
_SEEN = frozenset({"see", "know", "show", "mean", "hear", "continue", "recall"})


def tag_of(head: "Token", language: str) -> str | None:
    """The kind of happening that a word names, None where the scheme has none for it.

    A verb and its object may mean more together ("take office"); an event noun says more than the verb that
    carries it ("held talks", "was linked to an attack") or than what it does ("a storm destroyed").
    """
    if not is_verb(head):
        return event_noun(head, language)[0]
    if (within := amid(head, language)) is not None:
        return event_noun(within, language)[0]
    lemma = head.lemma_.lower()
    objects = [child for child in head.children if child.dep_ in {"dobj", "nsubjpass"}]
    named = (
        thing for prep in head.children if prep.dep_ == "prep" and (thing := object_of(prep)) is not None
    )
    # "Turned upside down" is not "turned down".
    beside = (c for c in head.children if c.dep_ in {"prt", "advmod", "oprd", "ccomp"})
    particles = (c for c in beside if not (c.dep_ == "advmod" and has_child(c, "advmod")))
    for thing in (*objects, *named, *particles):
        if tag := table_of(language, "idioms").get(f"{lemma} {thing.lemma_.lower()}"):
            return str(tag)
    found = subject_of(head)
    doer = agent_of(head) if found and found.passive else found.token if found else None
    if doer is not None and doer.tag_ in {"WDT", "WP"} and head.dep_ == "relcl":
        doer = meant_by(head)
    if doer is not None and is_event_noun(doer, language):
        return event_noun(doer, language)[0]
    if lemma in word_set(language, "speech", "involve"):
        objects += [token for prep in head.children if prep.dep_ == "prep" for token in prep.subtree]
    carried = next((thing for thing in objects if is_event_noun(thing, language)), None)
    if lemma in word_set(language, "speech", "report") and _tells(head):
        return "statement"
    if carried is not None and lemma in word_set(language, "senses", "carrying"):
        return event_noun(carried, language)[0]
    if lemma in senses(language):
        own = _sense(head, found, language)
        return own or (event_noun(carried, language)[0] if carried is not None else None)
    own = None if lemma in word_set(language, "speech", "light") else verb_tags(language).get(lemma)
    if own is None and carried is not None:
        return event_noun(carried, language)[0]
    return own or verb_tags(language).get(lemma) or _aimed_at(head, language)


def _sense(verb: "Token", subject: "Subject | None", language: str) -> str | None:
    """The kind that a verb of many senses has beside its subject and objects: "took the town"."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "prt", "advmod"}]
    things += [subject.token] if subject is not None and subject.passive else []
    of = (c for thing in things for c in thing.rights if c.lower_ == "of")
    things += [t for c in of if (t := object_of(c)) is not None]
    around = (object_of(c) for c in verb.children if c.dep_ == "prep")  # "take up the matter in Oslo"
    words = _words(things) | {t.lemma_.lower() for t in around if t is not None}
    doer = _words([subject.token] if subject is not None and not subject.passive else [])
    beside, otherwise = senses(language)[verb.lemma_.lower()]
    found = (tag for tag, (things, doers) in beside.items() if words & things or doer & doers)
    return next(found, otherwise)


def _tells(verb: "Token") -> bool:
    """Whether a verb that may report does: not in "continued to fall", "saw a sell-off"."""
    does = has_child(verb, "dobj") or has_child(verb, "xcomp")
    return has_child(verb, "ccomp") or not (does and verb.lemma_.lower() in _SEEN)


def _words(things: "Sequence[Token]") -> set[str]:
    named = {_KINDS_OF_NAME[thing.ent_type_] for thing in things if thing.ent_type_ in _KINDS_OF_NAME}
    return named | {thing.lemma_.lower() for thing in things}


def _aimed_at(verb: "Token", language: str) -> str | None:
    """The kind of what somebody plans or begins: "plans to sell its ferries" is business."""
    aims = (child.lemma_.lower() for child in verb.children if child.dep_ == "xcomp" and is_verb(child))
    return next((tag for aim in aims if (tag := verb_tags(language).get(aim))), None)


def carried(verb: "Token", language: str) -> "Token | None":
    """The happening that a verb only carries: the leave of "is on leave", the talks of "held talks"."""
    if not is_verb(verb) or verb.lemma_.lower() not in word_set(language, "speech", "light"):
        return None
    things = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return amid(verb, language) or next((thing for thing in things if is_event_noun(thing, language)), None)


def predicate_of(head: "Token", language: str) -> str:
    """The lemma of the verb, or of the verb behind the noun, or of the noun that has none behind it.

    Of a verb that only carries a noun it is that of the noun.
    """
    named = carried(head, language) or head
    return (event_noun(named, language)[1] if not is_verb(named) else "") or named.lemma_.lower()


def deeds_of(head: "Token", language: str) -> tuple[str, ...]:
    """The deeds that a word may tell as well as others do: "unveil" for "launch"; see ``synonyms.txt``."""
    named = carried(head, language) or head
    bare = not is_verb(named) and not event_noun(named, language)[1]
    return synonyms_of(language, nouns=bare).get(predicate_of(head, language), ())
