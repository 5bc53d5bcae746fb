"""What a verb tells: a happening, how things are, or only that something was said at some occasion."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import TELLINGS, has_child, is_event_noun, is_verb, object_of, subject_of
from dateline.extraction.lexicon import word_set

if TYPE_CHECKING:
    from dateline.parsing import Token

# What one blow does to many: "ten died and 30 were hurt".
HARM = frozenset({"kill", "die", "wound", "injure", "hurt", "maim", "shoot"})
SETTINGS = frozenset({"in", "at", "during", "after", "following"})
_AMBIGUOUS = frozenset({"report", "note", "maintain", "show", "observe", "mark", "cite", "claim", "conclude"})
# States that somebody or something has just come into: "the siege is over".
TURNS = frozenset({"over", "underway", "complete", "finished", "dead", "free", "extinct"})
_UNMOVED = frozenset({"unchanged", "steady"})


def is_state(verb: "Token", language: str) -> bool:
    """Whether a verb tells how things are, not what happens: "was ill", but not "was in X for talks"."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        turns = any(c.dep_ in {"advmod", "acomp", "prt"} and c.lower_ in TURNS for c in verb.children)
        return not turns and not _stay(verb, language) and amid(verb, language) is None
    if lemma == "form" and verb.tag_ in {"VBP", "VBZ"} and not has_child(verb, "aux"):
        return True  # "five rivers form the border today"
    if lemma not in word_set(language, "speech", "state"):
        return False
    if lemma == "sit" and has_child(verb, "prt"):
        return False  # "sat down on the bridge"
    if lemma in {"keep", "hold", "leave"} and any(c.lower_ in _UNMOVED for c in verb.children):
        return False  # "kept its rate unchanged"
    if lemma not in word_set(language, "speech", "light"):
        return True
    found = subject_of(verb)
    if lemma == "hold" and found is not None and found.passive and not _is_people(found.token, language):
        return False  # "a service will be held", but not "two men are held"
    borne = [c for c in verb.children if c.dep_ == "dobj"] + (
        [found.token] if found and found.passive else []
    )
    return not any(is_event_noun(thing, language) for thing in borne)


def only_reports(head: "Token", language: str) -> bool:
    """Whether a word only says that something was said; what was said is told by words of its own."""
    return (
        is_verb(head)
        and head.lemma_.lower() in word_set(language, "speech", "report")
        and not takes_object(head)
    )


def occasion_of(verb: "Token", language: str) -> "Token | None":
    """The occasion at which something was said: "said in a meeting", "her remarks came in an interview"."""
    lemma = verb.lemma_.lower()
    says = lemma in word_set(language, "speech", "report") and not takes_object(verb)
    light = lemma in word_set(language, "speech", "light") and tells(verb)
    return _setting(verb, language) if says or light else None


def amid(verb: "Token", language: str) -> "Token | None":
    """What somebody is in the midst of: the strike of "is on strike", the siege of "was under siege"."""
    if verb.lemma_ != "be":
        return None
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "under"})
    things = (object_of(prep) for prep in preps)
    return next((thing for thing in things if thing is not None and is_event_noun(thing, language)), None)


def names_happening(noun: "Token", language: str) -> bool:
    """Whether a noun names a happening rather than what was written about one."""
    return is_event_noun(noun, language) and noun.lemma_ not in word_set(language, "persons", "documents")


def takes_object(verb: "Token") -> bool:
    """Whether a reporting verb has an object instead of what was said: "reported the first cases"."""
    if verb.lemma_ == "continue" and has_child(verb, "xcomp"):
        return True  # "shares continued to fall"
    if verb.lemma_ == "recall" and (found := subject_of(verb)) is not None:
        return found.passive or (
            found.token.ent_type_ == "ORG" and has_child(verb, "dobj")
        )  # "recalled cars"
    thing = has_child(verb, "dobj") or (has_child(verb, "nsubjpass") and not has_child(verb, "expl"))
    return verb.lemma_.lower() in _AMBIGUOUS and thing and not has_child(verb, "ccomp")


def tells(verb: "Token") -> bool:
    """Whether a verb carries a statement: "made the remarks", "her comments came"."""
    return has_noun(verb, TELLINGS, {"dobj", "nsubj", "nsubjpass"})


def has_noun(verb: "Token", lemmas: frozenset[str], roles: set[str]) -> bool:
    """Whether one of some nouns has one of some parts beside a verb."""
    return any(c.lemma_.lower() in lemmas for c in verb.children if c.dep_ in roles)


def _setting(verb: "Token", language: str) -> "Token | None":
    """The meeting, press conference or visit at which something was said."""
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in SETTINGS and not _is_counted(c))
    nouns = (noun for prep in preps if (noun := object_of(prep)) is not None and not is_forum(noun))
    return next((noun for noun in nouns if names_happening(noun, language)), None)


def is_forum(noun: "Token") -> bool:
    """Whether a conference is none for the press, which who speaks there need not have called."""
    return noun.lemma_ == "conference" and not {t.lower_ for t in noun.lefts} & {"press", "news"}


def _is_counted(preposition: "Token") -> bool:
    """Whether a preposition counts from a happening, which was earlier then: "a month after the crash"."""
    return preposition.i > 0 and preposition.doc[preposition.i - 1].ent_type_ == "DATE"


def _stay(verb: "Token", language: str) -> bool:
    """Whether "was in X for talks" tells of a visit."""
    places = [object_of(c) for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "at"}]
    near = [verb, *(place for place in places if place is not None)]
    aims = [object_of(t) for word in near for t in word.children if t.lower_ == "for"]
    visited = any(place is not None and place.ent_type_ in {"GPE", "FAC"} for place in places)
    return visited and any(aim is not None and is_event_noun(aim, language) for aim in aims)


def _is_people(noun: "Token", language: str) -> bool:
    people = word_set(language, "persons", "people", "titles")
    return (
        noun.ent_type_ in {"PERSON", "NORP", "CARDINAL"}
        or noun.lemma_.lower() in people
        or noun.pos_ == "PRON"
    )
