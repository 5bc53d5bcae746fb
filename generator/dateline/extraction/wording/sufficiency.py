"""Whether a title says enough to stand alone: who or what it is about, and of what.

Measured on some 400 titles that others judged beside their quotes: of those with a named subject three in
four were fit to print; of those whose subject is neither named nor described one in four; of those whose
object only another sentence explains, "dismisses both arguments", one in five.
"""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import PREMODIFIERS, SUBJECTS, agent_of, is_verb, object_of, subject_of
from dateline.extraction.kinds import is_of_some_kind, tag_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.senses import noun_tag
from dateline.extraction.who.agreement import is_anybody, means_person
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.clauses import predicate_of
from dateline.extraction.wording.completion import end_of, toll_of
from dateline.extraction.wording.context import is_nameless
from dateline.extraction.wording.endings import POINTING
from dateline.extraction.wording.follows import is_purpose
from dateline.extraction.wording.nouns import SUFFERED, is_bare, owners_of
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.extraction.grammar import Subject
    from dateline.parsing import Token

# So many words say enough of what is not named; so many, of that which an article opens with: its headline
# explains the rest.
_TELLING, _LEADING = 5, 4
# So many behind the first a noun needs that stands without a verb.
_OCCASION = 3
# So many name a happening and say nothing of it.
_BARELY = 2
# Kinds of which that is told all the same: "Kesten earthquake".
_SAYS_ENOUGH = frozenset(
    {"attack", "killing", "disaster", "conquest", "fighting", "death", "protest", "election"}
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT"})
_STATES = frozenset({"GPE", "NORP"})
_POINTS = frozenset({"the", "this", "that", "these", "those", "both", "all"})
# What completes a verb.
_COMPLETING = frozenset({"ccomp", "oprd", "xcomp", "dobj", "attr", "acomp"})
_SPENDING = frozenset({"spend", "waste", "lose", "take"})
# "On course", "at risk", and nobody knows for or of what.
_ON_ITS_WAY = frozenset({"course", "risk", "danger", "favour", "favor", "pursuit", "search", "need"})
_OPENING_QUOTES = frozenset({'"', "“", "'", "‘", "``"})
# What another sentence has not told of.
_NEW = frozenset({"a", "an", "another", "some", "several"})
# What tells one from others of a row, and not of what: "first jets", "last section".
_IN_A_ROW = frozenset({"first", "second", "last", "final", "next", "latest"})
# Of whatever place an article tells of: "the municipal government".
_OF_THE_PLACE = frozenset({"municipal", "local", "regional", "provincial", "city"})
_LATELY = frozenset({"recent", "previous", "earlier"})
# Where it is, which does not say of whom.
_SOMEWHERE = re.compile(r" (?:in|at|near) [^\W_a-z][\w’-]*(?: [^\W_a-z][\w’-]*)*")
_BACK = frozenset({"this", "these", "those", "such"})
_MADE_KNOWN = frozenset(
    {"announce", "issue", "circulate", "display", "release", "publish", "present", "make", "unveil", "send"}
)
# What is plainly said is news where somebody of a name says it. Of nine such titles without a person’s name
# that readers judged one was fit to print.
_PLAINLY_SAYING = frozenset({"say", "tell"})
# "At least 26 people killed".
_COUNT = 5
# Lists of descriptions that with "the" stand for who or what an article names.
_SOME_BODIES = ("companies", "crafts", "vessels", "people", "anybody", "states")


def is_slight(head: "Token", told: str, wording: Wording, *, leads: bool) -> bool:
    """Whether a title is too little: "portrait begun", "crew report blackout", and nobody knows whose.

    Args:
        head: the verb or noun that names the happening.
        told: its title.
        wording: of its article.
        leads: whether its article opens with it.
    """
    found = subject_of(head) if is_verb(head) else None
    agent = agent_of(head) if found is not None and found.passive else None
    named = agent if agent is not None else found.token if found is not None else head
    toll = toll_of(head, wording)
    if toll and told.endswith(toll) and named.pos_ in {"NOUN", "PROPN"} and not is_nameless(told[1:]):
        return False
    subject = wording.referent(named)
    if not is_verb(head) and len(told.split()) <= _BARELY:
        return tag_of(head, wording.language) not in _SAYS_ENOUGH  # "Kesten agreements"
    if head.lemma_ in _PLAINLY_SAYING and wording.cast.label(subject) != "PERSON":
        return True  # "officials say", and what they say is no more than that
    if _ends_in_something_told(head, told, wording):
        return True
    if _is_done_to_something_told(head, told, wording) or _is_at_some_place(head, told, wording):
        return True
    if (
        _is_content_unsaid(head, wording)
        or _points_back(head, told, wording)
        or _only_counts(head, told, wording)
    ):
        return True
    if (
        _wants_more(head, told, wording)
        or _ends_too_soon(head, told, wording)
        or _is_one_of_a_row(subject, told, wording)
        or _is_cut_off(wording.described_by(named), told, wording)
    ):
        return True
    if _is_name(subject, told, wording):
        return _only_does(head, found, told, wording)
    first, *others = told.split()
    nameless = "’" not in first and is_nameless(" ".join(others))  # but "Norvia’s parliament"
    if _is_the_news(subject, wording) or (leads and len(others) >= _LEADING - 1):
        return False
    described = _is_described(subject, wording)
    if _is_one_of_those(subject, told) or (
        not is_verb(head) and head.pos_ == "NOUN" and len(others) < _OCCASION
    ):
        return True  # "Kesten festival"
    if not described and not any(t.dep_ == "prep" for t in subject.rights):
        return nameless or subject.tag_ != "NNS" or bool(subject.lefts)  # but "gunmen storm Orla"
    counted = any(t.dep_ == "nummod" or t.lower_ in _NEW for t in subject.lefts)
    return nameless and (counted or not described or len(others) < _TELLING - 1)


def _only_does(head: "Token", found: "Subject | None", told: str, wording: Wording) -> bool:
    """Whether of somebody named no more is told than a verb, and none of a known kind: "Ana Ruiz sings"."""
    owner = next((t for t in head.lefts if t.dep_ == "poss"), None) if found is None else None
    if owner is not None and told.rpartition(" ")[0] == wording.cast.name(wording.referent(owner)):
        return tag_of(head, wording.language) in {None, "change"}  # of "her appearance": "Ana Ruiz appears"
    if is_of_some_kind(head, wording.language):
        return False
    if found is None or (found.passive and not _is_only_thought(head, wording)):
        return False
    return told.endswith(f" {predicate_of(head, found, wording)}")


def _is_only_thought(verb: "Token", wording: Wording) -> bool:
    """Whether something was no more than expected or planned: "Ana Ruiz expected"."""
    return verb.lemma_ in word_set(wording.language, "speech", "minded")


def _is_the_news(subject: "Token", wording: Wording) -> bool:
    """Whether a happening of weight is what an article is about: "strike begins", in news of that."""
    weighty = word_set(wording.language, "speech", "weighty") | {"agreement"}
    if subject.lemma_ in word_set(wording.language, "speech", "vague"):
        return False  # "the measures take effect"
    return subject.lower_ in wording.foremost and noun_tag(subject, wording.language) in weighty


def _is_described(subject: "Token", wording: Wording) -> bool:
    """Whether a noun has more than an article before it, or a number behind it as "Flight 311" has."""
    numbered = any(t.dep_ == "nummod" for t in subject.rights)
    words = numbered or any(
        t.dep_ in PREMODIFIERS and t.ent_type_ != "ORDINAL" and t.lower_ not in _IN_A_ROW | _OF_THE_PLACE
        for t in subject.lefts
    )
    counted = subject.lemma_ in word_set(wording.language, "health", "counted")
    words = words or (counted and wording.cast.story.illness is not None)  # "first cholera case"
    return words and not _is_some_body(subject, wording)


def _is_one_of_those(subject: "Token", told: str) -> bool:
    """Whether a number is of things that only another sentence tells of: "one of the planes"."""
    of = next((t for t in subject.rights if t.lower_ == "of"), None)
    things = object_of(of) if of is not None else None
    if things is not None and subject.lower_ == "one" and not told.lower().startswith("one of "):
        return True
    alone = things is not None and [t.lower_ for t in things.lefts] == ["the"] and not any(things.rights)
    return alone and subject.pos_ in {"NUM", "ADJ"}


def _is_done_to_something_told(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title names an object that only another sentence explains: "dismisses both arguments"."""
    return any(_is_told_before(thing, head, told, wording) for thing in _undergoing(head))


def _ends_in_something_told(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title ends with a noun that "the" refers to another sentence: "over the ongoing dispute"."""
    end = end_of(told, head)
    if end is None or end.pos_ != "NOUN" or end.i < head.i or end.ent_type_:
        return False
    the, *others = (*end.lefts, None)
    alone = the is not None and the.lower_ in POINTING and all(t is None or t.dep_ == "amod" for t in others)
    needy = word_set(wording.language, "speech", "vague", "pointing", "open", "needy", "of_two", but="unique")
    places = word_set(wording.language, "persons", "regions", "towns", "states")
    return alone and (end.lemma_ in needy or end.lemma_ in places) and wording.referent(end) == end


def _is_told_before(thing: "Token", head: "Token", told: str, wording: Wording) -> bool:
    if thing.pos_ != "NOUN" or thing.lower_ not in told.lower():
        return False
    vague = thing.lemma_ in word_set(wording.language, "speech", "vague", "pointing")
    if not vague and not is_nameless(told[told.lower().rfind(thing.lower_) :]):
        return False  # "clear depot at Orla"
    pointed = bool(thing.lefts) and all(t.lower_ in _POINTS or t.is_punct for t in thing.lefts)
    # "The engine which failed", "slams the decision as an outrage".
    behind = (t for t in thing.rights if not t.is_punct and t.dep_ != "relcl" and t.lower_ != "as")
    alone = not any(t.i <= thing.i + 2 for t in behind)
    known = thing.lemma_ in word_set(wording.language, "speech", "unique") or wording.referent(thing) != thing
    return pointed and alone and not known and tag_of(head, wording.language) != "law"


def _is_one_of_a_row(subject: "Token", told: str, wording: Wording) -> bool:
    """Whether a subject says no more than which of its kind it is, or where.

    So do "third round", "next year’s edition", "$200-million contract", "talks in Kesten".
    """
    beside = [t for t in subject.lefts if t.dep_ != "det"]
    both = [t.lower_ for t in subject.lefts] in (["the", "two"], ["both"])
    if both and not subject.ent_type_ and told.lower().startswith(("two ", "both ")):
        return True  # "two sides", of which another sentence tells
    preps = [t for t in subject.rights if t.dep_ in {"prep", "acl"} and t.lemma_ not in {"hold", "schedule"}]
    if subject.lemma_ in word_set(wording.language, "speech", "of_two"):
        nobody = is_nameless(_SOMEWHERE.sub("", told)[1:])
        return nobody and not beside and all(t.lower_ in {"in", "at", "near"} for t in preps)
    if subject.lemma_ not in word_set(wording.language, "speech", "needy") or preps:
        return False
    return bool(beside) and all(
        t in wording.dated
        or t.ent_type_ == "ORDINAL"
        or t.lower_ in _IN_A_ROW | _LATELY
        or any(c.text[0].isdigit() for c in t.subtree)
        for t in beside
    )


def _is_cut_off(subject: "Token", told: str, wording: Wording) -> bool:
    """Whether a subject is somebody’s or something’s, and its title does not say whose: "upper stage"."""
    if subject.pos_ != "NOUN" or wording.referent(subject) != subject:
        return False
    owners = owners_of(subject)
    if any(_is_only_pointed_at(t, wording) for t in subject.lefts) and is_nameless(told[1:]):
        return True  # "the ship’s owner", and nobody knows of which ship
    if "’" in told.partition(" ")[0]:  # who it is has been found out, if by a name or a description
        known = (antecedent(t, wording.cast) for t in owners)
        bare = any(t is not None and _is_bare_noun(wording.referent(t)) for t in known)
        return bare and is_nameless(told[1:])
    return (
        bool(owners) and is_nameless(told[1:]) and not any(t.lower_ in told.lower().split() for t in owners)
    )


def _undergoing(head: "Token") -> "list[Token]":
    """What something is done to, also by whom a passive names: "refuses to reopen the case"."""
    found = subject_of(head) if is_verb(head) else None
    if found is not None and found.passive:
        return [found.token] if agent_of(head) is not None else []
    verbs = (head, *(t for t in head.rights if t.dep_ == "xcomp"))
    return [t for verb in verbs for t in verb.rights if t.dep_ == "dobj"]


def _is_at_some_place(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title without a name tells of a place that has one elsewhere: "lines to town cut"."""
    if not is_nameless(told[1:]):
        return False
    places = word_set(wording.language, "persons", "regions", "towns", "states", "sites")
    bare = (t for t in head.subtree if t.lemma_ in places and [c.lower_ for c in t.lefts] == ["the"])
    words = told.lower().split()
    return any(t.lower_ in words and wording.referent(t) == t and not any(t.rights) for t in bare)


def _is_bare_noun(noun: "Token") -> bool:
    return noun.pos_ == "NOUN" and is_bare(noun)


def _is_only_pointed_at(owner: "Token", wording: Wording) -> bool:
    """Whether an owner is told by "the" alone, and what it stands for is not known."""
    plain = owner.dep_ == "poss" and owner.tag_ == "NN" and [t.lower_ for t in owner.lefts] == ["the"]
    alone = plain and owner.lemma_ not in word_set(wording.language, "speech", "unique")
    alone = alone and owner.head.lemma_ != "office"  # "the prosecutor’s office"
    return alone and wording.referent(owner) == owner


def _wants_more(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title ends with an object that says little without what it is of: "lodges complaint"."""
    verbs = (head, *(t for t in head.rights if t.dep_ == "xcomp" or is_purpose(t)))
    thing = next((t for verb in verbs for t in verb.rights if t.dep_ == "dobj"), None)
    if thing is None and head.dep_ == "relcl" and head.head.pos_ == "NOUN":
        thing = head.head  # "the message that the bank sent"
    if thing is None or thing.pos_ != "NOUN" or not told.endswith(f" {thing.text}"):
        return False
    alone = all(t.dep_ in {"det", "amod"} and not t.ent_type_ for t in thing.lefts)
    return alone and thing.lemma_ in word_set(wording.language, "speech", "open")


def _ends_too_soon(head: "Token", told: str, wording: Wording) -> bool:
    """Whether what stands right behind the last word of a title completes it: "five weeks | to leave"."""
    last = told.rpartition(" ")[2].lower()
    if head.lemma_ == "vote" and last in {"vote", "votes"}:
        return any(t.lower_ in {"for", "against", "on"} and t not in wording.dated for t in head.rights)
    ends = [t for t in head.doc[head.i + 1 : head.right_edge.i + 1] if t.lower_ == last]
    if not ends or ends[-1].i + 1 >= len(head.doc):
        return False
    end = ends[-1]
    after = end.i + 1
    titled = end.lower_ in word_set(wording.language, "persons", "titles") and end.text.istitle()
    if titled and head.doc[after].pos_ == "PROPN":
        return True  # "as secretary of President | Ana Ruiz"
    if end.lower_ == "forward" and head.doc[after].lower_ == "to":
        return True  # "looks forward | to a verdict"
    if head.doc[after].text in _OPENING_QUOTES and after + 1 < len(head.doc):
        after += 1
    verbs = [head, *(t for t in head.subtree if t.dep_ == "xcomp" and t.i < end.i)]
    for verb in verbs:
        goes_on = next((t for t in verb.rights if t.left_edge.i == after), None)
        if goes_on is None or goes_on in wording.dated:
            continue
        until = goes_on.dep_ == "advcl" and goes_on.tag_ == "VB" and end.ent_type_ in {"DATE", "TIME"}
        bound = goes_on.dep_ == "prep" and goes_on.lower_ in {"for", "of"} and end.lower_ in _ON_ITS_WAY
        if until or bound or (is_verb(verb) and goes_on.dep_ in _COMPLETING):
            return True
    spends = head.lemma_ in _SPENDING and end.ent_type_ in {"DATE", "TIME"}
    if spends and any(t.dep_ == "advcl" and t.tag_ == "VBG" and t.i > end.i for t in head.rights):
        return True  # "spends an hour | painting"
    goes_on = next((t for t in end.rights if t.left_edge.i == after), None)
    if goes_on is None or end.pos_ != "NOUN":
        return False
    if end.lemma_ in {"position", "point", "spot"}:
        return True  # "moves to a position | north of Orla"
    if goes_on.dep_ == "prep" and goes_on.lower_ in {"with", "between"} and end.dep_ == "dobj":
        return end.lemma_ in {"meeting", "talk", "contact"}  # "secures meetings | with both"
    if goes_on.dep_ == "prep" and goes_on.lower_ == "of":
        thing = object_of(goes_on)
        return thing is not None and thing not in wording.dated and thing.pos_ != "PRON"
    if goes_on.dep_ in {"acl", "relcl"} and goes_on.tag_ == "VB":
        return end.ent_type_ in {"DATE", "TIME"} or end.lemma_ in word_set(wording.language, "speech", "open")
    bare = (goes_on.dep_ == "relcl" and is_bare(end)) or end.lemma_ == "way"
    main = end.dep_ == "dobj" and end.head.dep_ not in {"relcl", "advcl"}
    plain = main and not means_person(end, wording.language)
    made = plain and goes_on.dep_ == "acl" and goes_on.tag_ == "VBN"  # "undo policies | made by"
    made = made and all(t.dep_ == "det" for t in end.lefts)
    return bare or made or (goes_on.dep_ == "acl" and goes_on.tag_ == "VBD")


def _is_some_body(noun: "Token", wording: Wording) -> bool:
    """Whether a noun stands for a firm, ship or person whom the article names: "the U.S. company"."""
    if noun.tag_ == "NNS" or not any(t.lower_ == "the" for t in noun.lefts):
        return False
    lemma = noun.lemma_.lower()
    if lemma in word_set(wording.language, "persons", "rulers"):
        return False
    listed = lemma in word_set(wording.language, "persons", *_SOME_BODIES)
    return listed or means_person(noun, wording.language) or is_anybody(noun, wording.language)


def _points_back(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title tells of something of which only another sentence says what it is.

    So do "ships to these seas", "warns that the measure will fail".
    """
    words = told.lower().split()
    for noun in head.subtree:
        if noun.pos_ != "NOUN" or noun.lower_ not in words or noun in wording.dated:
            continue
        before = {t.lower_ for t in noun.lefts if not t.is_punct}
        pointed = len(before) == 1 and before & _BACK
        said = noun.dep_ in SUBJECTS and noun.head.dep_ == "ccomp" and before == {"the"}
        vague = said and noun.lemma_ in word_set(wording.language, "speech", "vague", "pointing")
        limited = any(t.dep_ in {"relcl", "acl"} for t in noun.rights)
        if (pointed or vague) and not limited and wording.referent(noun) == noun:
            return True
    return False


def _is_content_unsaid(head: "Token", wording: Wording) -> bool:
    """Whether a policy or draft is told of only as made known, and not what it says: "policy announced"."""
    if head.dep_ != "acl" or head.tag_ != "VBN" or head.lemma_ not in _MADE_KNOWN:
        return False
    lists = word_set(wording.language, "speech", "open", "needy", "aimed") | {"policy", "ban"}
    told = any(t.dep_ in {"prep", "acl"} and t != head for t in head.head.rights)
    return head.head.lemma_ in lists and not told


def _only_counts(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title says no more of people without a name than that they came to harm: "26 killed"."""
    found = subject_of(head) if head.lemma_ in SUFFERED else None
    if found is None or wording.cast.label(wording.referent(found.token)):
        return False
    alone = told.endswith(f" {head.lower_}")
    return alone and is_nameless(told[1:]) and len(told.split()) <= _COUNT


def _is_name(subject: "Token", told: str, wording: Wording) -> bool:
    """Whether a title begins with a name; that its first letter is a capital says nothing."""
    if wording.cast.label(subject) or subject.lower_ not in told.lower():
        return True  # what stands for others is named by them
    first = told.split(maxsplit=1)[0].removesuffix("’s").removesuffix("’")
    named = (t for t in subject.subtree if t.text == first and _names(t))
    firm = subject.lemma_ in word_set(wording.language, "persons", "companies")
    return any(not (firm and t.ent_type_ in _STATES) for t in named)  # not "U.S. company"


def _names(word: "Token") -> bool:
    return word.pos_ == "PROPN" or (word.ent_type_ in _NAMES and word.pos_ != "ADJ")
