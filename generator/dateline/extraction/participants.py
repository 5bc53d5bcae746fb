"""Who takes part in a happening, and where it is."""

import re
from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import agent_of, host_of, is_verb, object_of, roles_of, subject_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.who.antecedents import named_together
from dateline.extraction.who.naming_roles import KIND_OF
from dateline.extraction.who.nations import state_of
from dateline.extraction.who.place_signs import is_unseen_place
from dateline.extraction.wording.phrases import Wording
from dateline.model import NameKind, Participant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dateline.parsing import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BEFORE = {
    "compound": frozenset({"ORG", "PERSON", "GPE"}),
    "nmod": frozenset({"ORG", "PERSON", "GPE"}),
    "poss": frozenset({"ORG", "GPE"}),
}
_BESIDE = frozenset({"with", "against", "between", "on", "to"})
# As what a place depends, or as what the first of several that "and" joins does.
_STANDING = frozenset({"pobj", "dobj", "nsubjpass", "conj"})
_WHERE = frozenset({"in", "at", "near", "to", "from", "into", "inside", "outside", "across", "over", "on"})

# What one does to a place that has no part in it: "left Kesten".
# What stands between a name and what is called so: "Orla primary school".
_LEVELS = frozenset({"primary", "secondary", "high", "nuclear", "power", "copper", "gold", "coal", "choir"})
_LANDMARKS = ("sites", "named_after", "lands", "kinds")
_MOVES = frozenset(
    {"leave", "reach", "enter", "cross", "approach", "near", "pass", "hit", "strike", "batter"}
)
_KINDS_OF_PLACE = frozenset(
    [
        "city",
        "town",
        "village",
        "province",
        "state",
        "region",
        "district",
        "port",
        "capital",
        "island",
        "suburb",
    ]
)

_WITHIN, _BEHIND = re.compile(r"[\w-]"), re.compile(r"[\w’-]")
_AFTER_NAME = re.compile(r"[’']?s? ?([\w-]*)")

Role = Literal["agent", "patient", "other"]


def find_participants(head: "Token", wording: Wording) -> tuple[Participant, ...]:
    """Who did it, who underwent it and who else was in it, names in full."""
    found: dict[str, Participant] = {}
    for role, token in _roles(head, wording):
        for each in (token, *token.conjuncts):
            meant = wording.referent(each)
            if role == "patient" and _is_town(meant, wording):
                continue  # a village that was burned is where, not who
            names = names_of(meant, wording)
            for one in named_together(each, wording.cast) or ():
                names += names_of(one, wording) or [(wording.cast.name(one), None)]
            for name, kind in names:
                found.setdefault(name, Participant(name, role, kind=kind))
            if not names and (text := wording.noun_phrase(meant, after=False)):
                found.setdefault(text, Participant(text, role, named=False))
    return tuple(found.values())


def named_in(title: str, found: "Collection[Participant]", wording: Wording) -> tuple[Participant, ...]:
    """The people and bodies whose full names a title has, beside those that are found already."""
    others: list[Participant] = []
    kinds = wording.cast.kinds()
    taken = {p.name for p in found if p.named}
    for name in sorted((n for n in kinds if n in title), key=lambda n: (-len(n), n)):
        at = _place_of(name, title)
        if at < 0:
            continue
        title = f"{title[:at]}·{title[at + len(name) :]}"  # no name is sought within another
        kind = KIND_OF.get(kinds[name])
        before, after = title[:at].split(), _AFTER_NAME.match(title, at + 1)
        whole = not _goes_on(before, after[1] if after else "", wording.language)
        whole = whole and not _is_of_site(title[at + 1 :], wording.language)
        given = name.rpartition(" ")[2].lower() in word_set(wording.language, "places", "named_after")
        if name not in taken and kind in {"person", "organisation"} and whole and not given:
            others.append(Participant(name, "other", kind=kind))
    return tuple(sorted(others, key=lambda p: p.name))


def _place_of(name: str, title: str) -> int:
    """Where a title has a name that is no part of a longer word, -1 where it has none."""
    at = title.find(name)
    while at >= 0 and (_WITHIN.match(title, at + len(name)) or (at and _BEHIND.match(title, at - 1))):
        at = title.find(name, at + 1)
    return at


def _goes_on(before: list[str], after: str, language: str) -> bool:
    """Whether a name is but a part of one, or of that of a place or prize: "Ruiz airport", "Tour of Orla"."""
    named_after = word_set(language, "places", "named_after")
    last = before[-1] if before else ""
    of = last == "of" and len(before) > 1 and before[-2].lower() in named_after
    described = last.lower() in word_set(language, "persons", "titles") or state_of(last, language)
    return of or after.lower() in named_after or after.istitle() or (last.istitle() and not described)


def _is_of_site(behind: str, language: str) -> bool:
    """Whether what follows a name is what stands there: "Orla mill", "Orla primary school"."""
    words = behind.lower().split()[:2]
    sites = word_set(language, "places", "sites", "lands")
    if words and words[0] in _LEVELS:
        words.pop(0)
    return behind.startswith(" ") and bool(words) and words[0].split("’")[0] in sites


def find_places(head: "Token", wording: Wording, agents: set[str]) -> tuple[str, ...]:
    """Where it happened, as far as its clause says; who acts is no place."""
    names = (
        wording.cast.long_name(wording.cast.name(token))
        for token in head.subtree
        if token.dep_ in _STANDING
        and _is_place(token, wording)
        and _stands_as_place(token)
        and not (token.dep_ == "nsubjpass" and wording.cast.is_country(token))
        and not _is_paper(token, wording)
        and _same_clause(token, head)
    )
    return tuple(dict.fromkeys(name for name in names if name not in agents))


def _is_town(token: "Token", wording: Wording) -> bool:
    """Whether a name is that of a place which is no state."""
    return wording.cast.label(token) in _PLACES and not wording.cast.is_country(token)


def _is_place(token: "Token", wording: Wording) -> bool:
    if token.ent_type_:
        named = wording.cast.label(token) in _PLACES
    else:
        named = is_unseen_place(token, wording.language) and not wording.cast.is_surname(token)
    return named and token.lower_ not in word_set(wording.language, "places", "feasts")


def _roles(head: "Token", wording: Wording) -> "list[tuple[Role, Token]]":
    beside = [
        thing
        for prep in head.children
        if prep.dep_ == "prep" and prep.lower_ in _BESIDE and (thing := object_of(prep)) is not None
    ]
    others: list[tuple[Role, Token]] = [
        ("other", t) for t in beside if t.ent_type_ and wording.cast.label(t) in _ACTORS - _PLACES
    ]
    roles: list[tuple[Role, Token]] = []
    if head.pos_ == "NOUN":
        doer, done = roles_of(head, wording.language)
        is_occasion = head.lemma_.lower() in table_of(wording.language, "speech")["occasions"]
        if others or (is_occasion and doer is None):
            doer = host_of(head, wording.language)
        roles += [("agent", doer)] if doer is not None else []
        roles += [("patient", done)] if done is not None else []
        return roles + others
    if found := subject_of(head):
        roles.append(("patient" if found.passive else "agent", found.token))
        others += [("other", t) for t in _states_of(found.token, wording)]
    if (agent := agent_of(head)) is not None:
        roles.append(("agent", agent))
    things = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"]
    moves = head.lemma_.lower() in _MOVES
    roles += [("patient", c) for c in things if not (moves and c.ent_type_ in _PLACES)]
    return roles + others


def _states_of(subject: "Token", wording: Wording) -> "Iterator[Token]":
    """The countries whose people a subject tells of: "officials from Norvia", "the king of Norvia"."""
    ties = (t for t in subject.rights if t.dep_ == "prep" and t.lower_ in {"of", "from"})
    places = (object_of(t) for t in ties)
    return (t for t in places if t is not None and t.ent_type_ == "GPE" and wording.cast.is_country(t))


def names_of(token: "Token", wording: Wording) -> list[tuple[str, NameKind | None]]:
    """The names in a noun phrase, each with its kind: its head's, one before it ("WTO envoys"), a state's.

    A state has a part in what its forces and offices do: "Syrian troops", "Peru's parliament".
    """
    cast = wording.cast
    if token.ent_type_ in _ACTORS or cast.is_surname(token):
        kind = "person" if cast.is_surname(token) else KIND_OF.get(token.ent_type_)
        name = cast.long_name(cast.name(token))
        return [] if name.islower() else [(name, kind)]
    names: list[tuple[str, NameKind | None]] = []
    site = token.lemma_.lower() in word_set(wording.language, "places", *_LANDMARKS)
    for child in token.lefts:
        if cast.is_surname(child) and (token.tag_ == "NNS" or token.lower_ == "couple"):
            names += [(name, "person") for name in cast.people_called(child.text)]  # "the Ruiz twins"
            continue
        kinds = _BEFORE.get(child.dep_, frozenset())
        called = cast.entity(child)
        if called is not None and (state := state_of(called.text, wording.language)):
            names.append((state, "place"))
        elif site and child.dep_ != "poss":
            continue  # "the Orla mill", "the Ruiz bridge"
        elif child.ent_type_ and (label := cast.label(child)) in kinds:
            names.append((cast.long_name(cast.name(child)), KIND_OF[label]))
    return names


def _is_paper(token: "Token", wording: Wording) -> bool:
    """Whether a name is that of a paper rather than a place: "a report in Die Woche"."""
    noun = token.head.head
    documents = word_set(wording.language, "persons", "documents")
    within = token.dep_ == "pobj" and token.head.lower_ == "in" and noun.pos_ == "NOUN"
    return within and noun.lemma_.lower() in documents


def _stands_as_place(token: "Token") -> bool:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _KINDS_OF_PLACE:
        token = token.head.head
    if _is_origin(token):
        return False
    return token.dep_ in {"dobj", "nsubjpass"} or (token.dep_ == "pobj" and token.head.lower_ in _WHERE)


def _is_origin(token: "Token") -> bool:
    """Whether a place only says where somebody or something is from: "officials from Norvia"."""
    prep, above = token.head, token.head.head
    tied = token.dep_ == "pobj" and prep.lower_ == "from" and above.pos_ in {"NOUN", "PROPN"}
    return tied and not any(t.lower_ in {"to", "into"} for t in above.rights)


def _same_clause(token: "Token", head: "Token") -> bool:
    for above in token.ancestors:
        if above.i == head.i:
            return True
        if is_verb(above):
            return False
    return False
