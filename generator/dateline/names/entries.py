"""Bearers to entries: the name each goes by, the spellings that are safe to keep, and those that are not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.model import NameKind, Naming
from dateline.names.bodies import body, has_owner, is_acronym, stem
from dateline.names.clusters import Clusters
from dateline.names.edits import Edits
from dateline.names.records import Meanings, Name, order, spelling_key
from dateline.names.sounds import has_title, likeness, person_tokens

_WORTH_ARTICLES = 2


class Bearers:
    """Who and what is named in the articles.

    Args:
        clusters: the names, joined.
        namings: those of all articles.
        at: the number of a name by kind and key.
        lone: the namings by a surname alone, with the person each means.
    """

    def __init__(
        self,
        clusters: Clusters,
        namings: Sequence[Naming],
        at: Mapping[tuple[NameKind, str], int],
        lone: Mapping[Naming, int],
    ) -> None:
        self._clusters, self._namings, self._at, self._lone = clusters, namings, at, lone
        self._roots = sorted(clusters.roots())
        self._articles = {root: set(clusters.articles(root)) for root in self._roots}
        for naming, person in lone.items():
            self._articles[clusters.root(person)].add(naming.article)
        self._forms = {root: self._forms_of(root) for root in self._roots}
        self._claims: dict[tuple[NameKind, str], set[int]] = defaultdict(set)
        for root, forms in self._forms.items():
            for text in forms:
                self._claims[self._kind(root), spelling_key(text)].add(root)

    def _kind(self, root: int) -> NameKind:
        return self._clusters.names[root].kind

    def _forms_of(self, root: int) -> Counter[str]:
        """Every form of a bearer with the number of articles that use it."""
        forms: Counter[str] = Counter()
        for n in self._clusters.members(root):
            name = self._clusters.names[n]
            forms.update(name.texts)
            forms.update({text: len(articles) for text, articles in name.forms.items()})
        return forms

    def entries(self, known: Sequence[Name], edits: Edits) -> tuple[Name, ...]:
        """The known entries with the spellings they gain, then those worth adding, by name."""
        taken = {(entry.kind, spelling_key(text)) for entry in known for text in entry.spellings}
        gained: dict[int, tuple[str, ...]] = {}
        new: list[Name] = []
        for root in self._roots:
            number, kind = self._clusters.entry(root), self._kind(root)
            if number is not None:
                barred = edits.taken_out.get(number, frozenset())
                safe = ((text, spelling_key(text)) for text in self._safe(root, known[number].name))
                gained[number] = tuple(
                    text for text, key in safe if (kind, key) not in taken and key not in barred
                )
            elif (kind, self._clusters.names[root].key) not in edits.removed:
                name = self._name(root)
                also = tuple(
                    text for text in self._safe(root, name) if (kind, spelling_key(text)) not in taken
                )
                lone = kind == "person" and " " not in name
                if also or (not lone and len(self._articles[root]) >= _WORTH_ARTICLES):
                    new.append(Name(name, kind, also))
        longer = (
            replace(entry, also=(*entry.also, *gained.get(number, ()))) for number, entry in enumerate(known)
        )
        return *longer, *sorted(new, key=lambda entry: (*order(entry.name), entry.kind))

    def _name(self, root: int) -> str:
        """The full name that most articles use; of several the longest, then by the alphabet."""
        kind, forms = self._kind(root), self._forms[root]
        own = [text for text in forms if len(self._claims[kind, spelling_key(text)]) == 1] or list(forms)
        full = [text for text in own if _is_full(text, kind)] or own
        return min(full, key=lambda text: (-forms[text], -len(text), text.isupper(), text))

    def _safe(self, root: int, name: str) -> tuple[str, ...]:
        """The other spellings that mean this bearer wherever they stand, one for each key."""
        kind, forms = self._kind(root), self._forms[root]
        full = [name, *(text for text in forms if _is_full(text, kind))]
        best: dict[str, str] = {}
        for text in sorted(forms, key=lambda text: (-forms[text], text.isupper(), text)):
            key = spelling_key(text)
            if len(self._claims[kind, key]) == 1 and is_safe(text, kind, full):
                best.setdefault(key, text)
        best.pop(spelling_key(name), None)
        return tuple(sorted(best.values(), key=order))

    def within(self, entries: Sequence[Name], edits: Edits) -> dict[tuple[str, str], Meanings]:
        """What the forms of each article stand for in it, where the entries do not say so."""
        everywhere = {
            (entry.kind, spelling_key(text)): entry.name for entry in entries for text in entry.spellings
        }
        name_of = cache(lambda root: self._named(root, entries))
        found: dict[tuple[str, str], Meanings] = {}
        for naming in self._namings:
            root = self._clusters.root(
                self._lone.get(naming, self._at[naming.kind, spelling_key(naming.name)])
            )
            number, name = self._clusters.entry(root), name_of(root)
            barred = edits.taken_out.get(number, frozenset()) if number is not None else frozenset()
            for text in dict.fromkeys((naming.name, *naming.forms)):
                key = spelling_key(text)
                if key in barred or text == name or (naming.kind, key) in everywhere:
                    continue
                meaning = (naming.kind, name)
                told = found.get((naming.article, key), ())
                if meaning not in told:
                    found[naming.article, key] = (*told, meaning)
        return found

    def _named(self, root: int, entries: Sequence[Name]) -> str:
        number = self._clusters.entry(root)
        return entries[number].name if number is not None else self._name(root)


def _is_full(text: str, kind: NameKind) -> bool:
    """Whether a form can stand for its bearer on a page: no letters, surname or title, not "Peru's …"."""
    if kind == "person":
        return len(person_tokens(text)) > 1 and not has_title(text)
    return kind == "place" or not (is_acronym(text) or has_owner(text))


def is_safe(form: str, kind: NameKind, full: Iterable[str]) -> bool:
    """Whether a form means its bearer wherever it stands, not only in an article that named it in full.

    One word of a full name is not safe: a surname, "the Guard". A name of its own is ("Pelé"), and a
    company's without its legal form.

    Args:
        form: the form.
        kind: what it names.
        full: the full names of its bearer.
    """
    if kind == "person":
        tokens = person_tokens(form)
        return len(tokens) > 1 or all(
            not likeness(tokens[0], token) for n in full for token in person_tokens(n)
        )
    if kind == "place" or " " in form.strip() or is_acronym(form):
        return True
    longer = [name for name in full if " " in name]
    return any(body(form).core == body(name).core for name in longer) or stem(form) not in {
        stem(word) for name in longer for word in name.replace("-", " ").split()
    }
