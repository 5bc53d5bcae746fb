"""A word that names a happening to the tag of its kind."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import event_noun, has_child, is_event_noun, is_verb, object_of
from dateline.extraction.lexicon import synonyms_of, table_of, verb_tags, word_set
from dateline.extraction.senses import doer_of, has_senses, noun_tag, sense_of, undergoing
from dateline.extraction.when.deeds import amid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.parsing import Token

# Where what completes a verb stands: "shut down", "found guilty".
_COMPLETING = frozenset({"prt", "advmod", "oprd", "acomp", "ccomp"})
_TIES = frozenset({"in", "to", "with", "of", "on"})
# Reporting verbs that do something else where they have an object and tell nothing.
_DOING = frozenset(
    {
        *("see", "know", "show", "mean", "hear", "continue", "recall", "add", "conclude", "write", "point"),
        *("maintain", "claim", "consider", "describe", "note", "cite", "observe"),
    }
)


def tag_of(head: "Token", language: str) -> str | None:
    """The kind of happening that a word names, None where the scheme has none for it.

    A verb and its object may mean more together ("take office"); an event noun says more than the verb that
    carries it ("held talks", "was linked to an attack") or than what it does ("a storm destroyed").
    """
    if not is_verb(head):
        return noun_tag(head, language)
    if (within := amid(head, language)) is not None:
        return noun_tag(within, language)
    lemma = head.lemma_.lower()
    objects = list(undergoing(head))
    if (idiom := _idiom(head, objects, language)) is not None:
        return idiom
    doer = doer_of(head)
    if doer is not None and is_event_noun(doer, language) and (tag := noun_tag(doer, language)):
        return tag
    objects += _tied(head, language)
    carried = next((tag for thing in objects if (tag := _noun_tag(thing, language))), None)
    if lemma in word_set(language, "speech", "report") and _tells(head):
        return "statement"
    if carried is not None and lemma in word_set(language, "senses", "carrying"):
        return carried
    if has_senses(head, language):
        sense = sense_of(head, language)
        return (sense or None) if sense is not None else carried or _aimed_at(head, language)
    own = verb_tags(language).get(lemma)
    if carried is not None and (own is None or lemma in word_set(language, "speech", "light")):
        return carried
    return own or _aimed_at(head, language)


def is_of_some_kind(head: "Token", language: str) -> bool:
    """Whether a word names a happening of the scheme, with whatever tag or none by what stands beside it."""
    return is_listed(head, language) or tag_of(head, language) is not None


def is_listed(head: "Token", language: str) -> bool:
    """Whether a word names a happening of the scheme, whatever stands beside it."""
    if not is_verb(head):
        return is_event_noun(head, language)
    lemma = head.lemma_.lower()
    light = word_set(language, "speech", "light" if has_child(head, "auxpass") else "incomplete")
    return lemma in verb_tags(language) and lemma not in light


def _noun_tag(thing: "Token", language: str) -> str | None:
    return noun_tag(thing, language) if is_event_noun(thing, language) else None


def _idiom(verb: "Token", objects: "Sequence[Token]", language: str) -> str | None:
    """The kind that a verb has with one other word: "take office", "shut down", "come out on strike"."""
    named = (
        thing for prep in verb.children if prep.dep_ == "prep" and (thing := object_of(prep)) is not None
    )
    completing = (c for c in verb.children if c.dep_ in _COMPLETING and c.ent_type_ != "DATE")
    particles = (c for c in completing if not _turns_over(c))
    for thing in (*objects, *named, *particles):
        if tag := table_of(language, "idioms").get(f"{verb.lemma_.lower()} {thing.lemma_.lower()}"):
            return str(tag)
    return None


def _turns_over(particle: "Token") -> bool:
    """Whether a particle only ends another word: the "down" of "upside down"."""
    return any(t.dep_ == "advmod" for t in particle.lefts)


def _tied(verb: "Token", language: str) -> "list[Token]":
    """What a verb ties somebody to after a preposition: "linked to dozens of attacks"."""
    if verb.lemma_.lower() not in word_set(language, "speech", "involve"):
        return []
    if verb.lemma_.lower() == "take" and not any(c.lower_ == "part" for c in verb.children):
        return []  # "took the jersey despite a crash"
    things = [
        thing
        for prep in verb.children
        if prep.dep_ == "prep" and prep.lower_ in _TIES and (thing := object_of(prep)) is not None
    ]
    for thing in things:
        things += [t for c in thing.rights if c.lower_ == "of" and (t := object_of(c)) is not None]
        things += [c for c in thing.rights if c.dep_ == "conj"]
    return things


def _tells(verb: "Token") -> bool:
    """Whether a verb that may report does: not in "continued to fall", "saw a sell-off"."""
    does = has_child(verb, "dobj") or has_child(verb, "xcomp")
    return has_child(verb, "ccomp") or not (does and verb.lemma_.lower() in _DOING)


def _aimed_at(verb: "Token", language: str) -> str | None:
    """The kind of what somebody plans or begins: "plans to sell its ferries" is business."""
    aims = (c for c in verb.children if c.dep_ == "xcomp" and is_verb(c))
    aims = (c for c in aims if not any(t.lower_ in {"whether", "if"} for t in c.lefts))
    return next((tag for aim in aims if (tag := tag_of(aim, language))), None)


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
