"""Names joined to bearers, as far as a person allows: a union-find whose sets know what must not meet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dateline.model import NameKind


@dataclass(slots=True)
class Spelled:
    """A name in one spelling, with all that the articles say of it."""

    kind: NameKind
    key: str
    texts: Counter[str] = field(default_factory=Counter)
    """How many articles write it so: capitals differ."""
    articles: set[str] = field(default_factory=set)
    """Those that call the bearer so as their fullest form."""
    roles: set[str] = field(default_factory=set)
    forms: dict[str, set[str]] = field(default_factory=dict)
    """Its shorter forms, by text, and the articles that use them for it."""

    @property
    def text(self) -> str:
        """The name as most articles write it."""
        return min(self.texts, key=lambda text: (-self.texts[text], text.isupper(), text))


class Clusters:
    """Bearers, each a set of spelled names.

    Args:
        names: the spelled names; an index into them stands for one.
        entries: for each, the entry of a person that it belongs to, or None. Two entries are never joined.
        barred: for each entry, the keys of the spellings that a person took out of it.
    """

    def __init__(
        self, names: list[Spelled], entries: list[int | None], barred: Mapping[int, frozenset[str]]
    ) -> None:
        self.names = names
        self._parent = list(range(len(names)))
        self._members = [[n] for n in range(len(names))]
        self._articles = [set(name.articles) for name in names]
        self._roles = [set(name.roles) for name in names]
        self._entry = list(entries)
        self._barred = barred
        first: dict[int, int] = {}
        for n, entry in enumerate(entries):
            if entry is not None and (home := first.setdefault(entry, n)) != n:
                self._unite(home, n)

    def root(self, n: int) -> int:
        """The name that stands for the bearer of a name."""
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def members(self, n: int) -> list[int]:
        """The names of the bearer of a name."""
        return self._members[self.root(n)]

    def entry(self, n: int) -> int | None:
        """The person's entry that a name belongs to."""
        return self._entry[self.root(n)]

    def articles(self, n: int) -> AbstractSet[str]:
        """The articles that name the bearer of a name."""
        return self._articles[self.root(n)]

    def roles(self, n: int) -> AbstractSet[str]:
        """The roles of the bearer of a name."""
        return self._roles[self.root(n)]

    def roots(self) -> Iterator[int]:
        """One name for each bearer, in order."""
        return (n for n, parent in enumerate(self._parent) if n == parent)

    def may_join(self, one: int, other: int) -> bool:
        """Whether no person keeps the bearers of two names apart."""
        one, other = self.root(one), self.root(other)
        mine, theirs = self._entry[one], self._entry[other]
        if mine is not None and theirs is not None:
            return mine == theirs
        return self._allows(mine, other) and self._allows(theirs, one)

    def _allows(self, entry: int | None, n: int) -> bool:
        barred = self._barred.get(entry, frozenset()) if entry is not None else frozenset()
        return not barred or not any(self.names[m].key in barred for m in self._members[n])

    def same(self, one: int, other: int) -> bool:
        """Whether two names are one bearer's by now."""
        return self.root(one) == self.root(other)

    def meet(self, one: int, other: int) -> bool:
        """Whether an article tells the bearers of two names apart: it names both in full."""
        return not self.articles(one).isdisjoint(self.articles(other))

    def join(self, one: int, other: int) -> bool:
        """Make two bearers one; whether they are now."""
        one, other = self.root(one), self.root(other)
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        self._unite(one, other)
        return True

    def _unite(self, one: int, other: int) -> None:
        few, many = sorted((self.root(one), self.root(other)), key=lambda n: (len(self._members[n]), -n))
        self._parent[few] = many
        self._members[many] += self._members[few]
        self._members[few] = []
        self._articles[many] = _union(self._articles[many], self._articles[few])
        self._roles[many] = _union(self._roles[many], self._roles[few])
        if self._entry[many] is None:
            self._entry[many] = self._entry[few]


def _union(one: set[str], other: set[str]) -> set[str]:
    """The larger set, grown by the smaller: over many unions each item moves seldom."""
    few, many = sorted((one, other), key=len)
    many |= few
    return many


def pairs(block: Iterable[int], reach: int) -> Iterator[tuple[int, int]]:
    """The pairs within a block whose places in it are near: as many as its names times ``reach`` at most."""
    ordered = list(block)
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 : n + 1 + reach]:
            yield one, other
