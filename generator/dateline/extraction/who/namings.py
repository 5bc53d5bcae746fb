"""Who and what one article names: in full, in short, by letters, and with which titles.

An article names people and bodies in full first and in short from then on, so a short form belongs to the one
longer name before it that it fits; where it fits two, it belongs to neither.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import word_set
from dateline.extraction.who.naming_forms import (
    bare,
    fits_body,
    fits_person,
    initials,
    is_acronym,
    is_name,
    is_organisation,
    same_spelling,
    without_titles,
)
from dateline.extraction.who.naming_roles import KIND_OF, roles_beside
from dateline.extraction.who.other_names import other_names
from dateline.model import NameKind, Naming

if TYPE_CHECKING:
    from dateline.extraction.who.cast import Cast
    from dateline.parsing import Doc, Span

_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
# A role beside a name tells its kind better than the recogniser that sees it once, not than one that sees it
# twice.
_LABEL_WEIGHT, _ROLE_WEIGHT = 2, 3
_SELDOM = 2 * _LABEL_WEIGHT
# As far as a dateline goes on behind the place.
_DATELINE = 6


@dataclass(slots=True)
class _Form:
    """One way in which the article writes a name."""

    text: str
    first: tuple[int, int]
    """The passage and the word where it comes first."""
    votes: Counter[NameKind] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    count: int = 0

    @property
    def kind(self) -> NameKind:
        return max(_KINDS, key=lambda kind: (self.votes[kind], -_KINDS.index(kind)))


_Group = list[_Form]


def find_namings(article_id: str, docs: "Sequence[Doc]", cast: "Cast") -> tuple[Naming, ...]:
    """Each person, organisation and place that an article names, with every form it uses.

    Args:
        article_id: what the namings say they come from.
        docs: the parsed passages of the article, in order.
        cast: the same article's cast; it knows the names that are always short for another.

    Returns:
        One naming a bearer, by kind and name. Where a form is always short for another name ("U.S."), that
        name is the naming's. A short form that fits two bearers is in neither.
    """
    language = cast.language
    forms = _forms(docs, cast)
    declared = list(other_names(docs, language))
    for one, other, first in declared:
        kind = forms[one].kind if one in forms else "organisation"
        for text in (one, other):
            forms.setdefault(text, _Form(text, first, Counter({kind: 1}), count=1))
        if is_acronym(other) and not forms[one].roles:
            forms[one].votes["organisation"] += _ROLE_WEIGHT
    pairs = [(one, other) for one, other, _ in declared]
    alike: dict[str, str] = {}
    pairs += [(text, alike.setdefault(same_spelling(text), text)) for text in sorted(forms)]
    pairs += [(text, long) for text in forms if (long := cast.long_name(text)) != text and long in forms]
    groups = _joined([[form] for form in _by_place(forms.values())], pairs)
    groups = _with_short_forms(groups, language)
    return tuple(sorted((_naming(article_id, group, cast) for group in groups), key=_order))


def _order(naming: Naming) -> tuple[int, str]:
    return _KINDS.index(naming.kind), naming.name


def _by_place(forms: Iterable[_Form]) -> list[_Form]:
    return sorted(forms, key=lambda form: (form.first, form.text))


def _forms(docs: "Sequence[Doc]", cast: "Cast") -> dict[str, _Form]:
    """Every form that the recogniser saw, with the kinds that it gave it."""
    language = cast.language
    found: dict[str, _Form] = {}
    for place, doc in enumerate(docs):
        for entity in doc.ents:
            kind = KIND_OF.get(entity.label_)
            if kind is None or _begins_title(entity, language):
                continue
            if (place == 0 and _is_dateline(entity)) or cast.is_shown_place(entity):
                kind = "place"
            roles = roles_beside(entity, language)
            text, title = bare(_widened(entity)), ""
            if kind == "person" or "person" in roles.values():
                text, title = without_titles(text, language)
            if not is_name(text, language):
                continue
            form = found.setdefault(text, _Form(text, (place, entity.start)))
            form.count += 1
            form.votes[kind] += _LABEL_WEIGHT
            form.roles |= roles.keys() | ({title} if title else set())
            if said := _said_kind(text, title, set(roles.values()), language):
                form.votes[said] += _ROLE_WEIGHT
    _label_short_forms(found, language)
    return found


def _said_kind(text: str, title: str, kinds: set[NameKind], language: str) -> NameKind | None:
    """The kind that a name's own last word, its title or the roles beside it tell, if they agree."""
    if is_organisation(text, language):
        return "organisation"
    if title:
        kinds = kinds | {"person"}
    if len(kinds) != 1 or (kinds == {"person"} and " " not in text):
        return None
    return next(iter(kinds))


def _is_dateline(entity: "Span") -> bool:
    """Whether a name is where an article was written: "PORT STANLEY, March 3 (Agency) -"."""
    start = entity.doc[entity.end : entity.end + _DATELINE]
    return entity.start == 0 and entity.text.isupper() and any(t.text in {"(", "-", "–", "—"} for t in start)


def _label_short_forms(forms: dict[str, _Form], language: str) -> None:
    """A lone word that is short for a longer name before it is of its kind, however it is labelled."""
    people = [form for form in forms.values() if form.kind == "person" and " " in form.text]
    bodies = [form for form in forms.values() if form.kind == "organisation" and " " in form.text]
    for form in forms.values():
        if " " in form.text or is_acronym(form.text):
            continue
        one = any(p.first < form.first and fits_person(form.text, p.text, language) for p in people)
        other = any(b.first < form.first and fits_body(form.text, b.text, language) for b in bodies)
        if one and not other and form.votes["organisation"] <= _SELDOM:
            form.votes["person"] += form.votes["organisation"]
        elif (
            other and not one and (form.votes["person"] <= _SELDOM or _names_company(form, bodies, language))
        ):
            form.votes["organisation"] += form.votes["person"] + 1


def _names_company(form: _Form, bodies: list[_Form], language: str) -> bool:
    """Whether a word is the first of a body's name that ends as only those do: "X" of "X Inc"."""
    return any(b.text.startswith(f"{form.text} ") and is_organisation(b.text, language) for b in bodies)


def _begins_title(entity: "Span", language: str) -> bool:
    """Whether what was taken for a name is the office in a title: "Finance" in "Finance Minister X"."""
    following = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return (
        following is not None
        and len(entity) == 1
        and following.is_title
        and following.lower_.strip(".") in word_set(language, "persons", "titles")
    )


def _widened(entity: "Span") -> str:
    """A name with the word before it that the recogniser took for the name of a group: "Green Party"."""
    before = entity.doc[entity.start - 1] if entity.start else None
    if (
        before is not None
        and len(entity) == 1
        and entity.label_ == "ORG"
        and before.ent_type_ == "NORP"
        and before.is_title
        and not entity[0].is_upper
    ):
        return f"{before.text} {entity.text}"
    return entity.text


def _joined(groups: list[_Group], pairs: Iterable[tuple[str, str]]) -> list[_Group]:
    """The groups with those made one that hold the two forms of a pair."""
    home = {form.text: group for group in groups for form in group}
    for one, other in pairs:
        if home[one] is not home[other]:
            home[one].extend(home[other])
            moved = home[other]
            for form in moved:
                home[form.text] = home[one]
            moved.clear()
    return [group for group in groups if group]


def _with_short_forms(groups: list[_Group], language: str) -> list[_Group]:
    """Each short form joined to the one longer name that it fits; one that fits several is left out."""
    kept: list[_Group] = []
    kinds: dict[int, NameKind] = {}
    by_length = sorted(groups, key=lambda g: (-max(len(f.text.split()) for f in g), min(f.first for f in g)))
    for group in by_length:
        kind = _kind(group)
        alike = (other for other in kept if kinds[id(other)] == kind)
        fitting = [other for other in alike if _fits(group, other, kind, language)]
        if len(fitting) == 1:
            fitting[0].extend(group)
            kinds[id(fitting[0])] = _kind(fitting[0])
        elif not fitting or any(" " in form.text for form in group):
            kept.append(group)
            kinds[id(group)] = kind
    return kept


def _kind(group: _Group) -> NameKind:
    votes: Counter[NameKind] = Counter()
    for form in group:
        votes[form.kind] += form.count
    return max(_KINDS, key=lambda kind: (votes[kind], -_KINDS.index(kind)))


def _fits(short: _Group, long: _Group, kind: NameKind, language: str) -> bool:
    """Whether a form of one group is short for a name of the other, of the same kind, before it."""
    if len(short) > 1:
        return False
    form = short[0]
    if kind == "person":
        return any(fits_person(form.text, other.text, language) for other in long if " " in other.text)
    if kind == "place":
        return False
    if is_acronym(form.text):
        return any(form.text.strip(".").replace(".", "") in initials(o.text, language) for o in long)
    before = [other for other in long if other.first < form.first]
    return any(fits_body(form.text, other.text, language) for other in before)


def _naming(article_id: str, group: _Group, cast: "Cast") -> Naming:
    forms = {form.text for form in group}
    known = {long for form in group if (long := cast.long_name(form.text)) != form.text}
    full = [form for form in group if not is_acronym(form.text)] or group
    fullest = min(full, key=lambda f: (-len(f.text.split()), f.text.isupper(), -f.count, f.first)).text
    name = min(known) if known else fullest
    return Naming(
        article=article_id,
        name=name,
        kind=_kind(group),
        forms=tuple(sorted(forms | {name})),
        roles=tuple(sorted({role for form in group for role in form.roles} - {f.lower() for f in forms})),
        count=sum(form.count for form in group),
    )
