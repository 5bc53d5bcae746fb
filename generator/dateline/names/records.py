"""Names as they are kept: one entry a bearer, and what a spelling stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from dateline.model import NameKind
from dateline.slugs import slug

_QUOTES = ' "“”„«»‘'
_THE = re.compile(r"^the\s+(?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s$")
_STOPS = re.compile(r"(?:\w\.)+\w?")

Meanings = tuple[tuple[NameKind, str], ...]
"""What a form may stand for: kinds and names."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place: the name it goes by and its other spellings."""

    name: str
    kind: NameKind
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return self.name, *self.also


@dataclass(frozen=True)
class Names:
    """What every spelling stands for.

    ``entries`` are those of ``names.yml``, in its order. Forms that are safe in one article only (a surname,
    "the Guard") are in ``within``: article and `spelling_key` of the form to what it stands for there.
    """

    entries: tuple[Name, ...] = ()
    proposed: tuple[Name, ...] = ()
    """What was proposed on earlier runs: what of it is in no entry now was taken out by a person."""
    within: Mapping[tuple[str, str], Meanings] = field(default_factory=dict)

    def canonical(self, form: str, kind: NameKind | None = None, article: str | None = None) -> str:
        """The name that a form stands for; the form itself where that is not known, or not certain.

        Args:
            form: a name as an article writes it.
            kind: what it names; None where that is not known.
            article: the id of the article that uses the form.
        """
        key = spelling_key(form)
        told = self._everywhere.get(key, ())
        here = self.within.get((article, key), ()) if article is not None else ()
        for meanings in (told, here):
            exact = {name for of_kind, name in meanings if of_kind == kind}
            if exact:
                return exact.pop() if len(exact) == 1 else form
        # An organisation is easily taken for a person or a place, these two seldom for each other.
        near = {name for of_kind, name in (*told, *here) if kind is None or "organisation" in {of_kind, kind}}
        return near.pop() if len(near) == 1 else form

    @cached_property
    def _everywhere(self) -> dict[str, Meanings]:
        found: dict[str, Meanings] = {}
        for entry in self.entries:
            for text in entry.spellings:
                key, meaning = spelling_key(text), (entry.kind, entry.name)
                if meaning not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), meaning)
        return found


@lru_cache(maxsize=200_000)
def spelling_key(form: str) -> str:
    """What two forms share that are one spelling: capitals, quotation marks, "the" and stops do not count."""
    text = " ".join(form.split()).strip(_QUOTES)
    text = _THE.sub("", _POSSESSIVE.sub("", text)).replace("’", "'").casefold()
    return _STOPS.sub(lambda match: match[0].replace(".", ""), text)


def order(name: str) -> tuple[str, str]:
    """What names are sorted by: letters without accents and capitals, then as they are."""
    return slug(name), name
