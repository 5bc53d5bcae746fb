"""Names in events against names.yml: another spelling of a known name, and what is probably a slip of one.

A name that differs from a known one in a single letter may be a slip, or another bearer (Mali, Malta). It is
told only where both names have as many words, all others the same; the word that differs has six letters or
more, none of them a digit, and begins and ends alike (endings tell bearers apart: Ivanov, Ivanova); no second
known name is as near; and no article that the file cites has it so. It is never mended by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from dateline.findings import Finding
from dateline.names import Name, Names
from dateline.yaml_text import TextNode

_LEAST_LETTERS = 6
_Frame = tuple[int, tuple[str, ...], str, str]
"""Which word varies, the words around it, its first and its last letter."""


class Spellings:
    """What the names in event files should be.

    Args:
        entries: Those of names.yml.
    """

    def __init__(self, entries: tuple[Name, ...]) -> None:
        self._names = Names(entries)
        self._main = {entry.name for entry in entries}
        self._near: dict[_Frame, list[tuple[str, str]]] = defaultdict(list)
        for entry in entries:
            for spelling in entry.spellings:
                for word, frame in _frames(spelling):
                    self._near[frame].append((word, entry.name))
        self._told: dict[tuple[str, str], tuple[str, str, str | None] | None] = {}

    def findings(
        self, name: str, found: Iterable[tuple[str, TextNode]], is_cited: Callable[[str], bool]
    ) -> Iterator[Finding]:
        """What is wrong with the names of a file.

        Args:
            name: What findings call the file.
            found: The names, each with the key that it stands under.
            is_cited: Whether words stand in an article that the file cites.
        """
        for key, node in found:
            what = (key, node.value)
            if what not in self._told:
                self._told[what] = self._wrong(key, node.value)
            told = self._told[what]
            if told and (told[2] is not None or not is_cited(node.value)):
                yield Finding(name, node.line, node.col, *told)

    def _wrong(self, key: str, form: str) -> tuple[str, str, str | None] | None:
        """Message, fix and the name for it; None where nothing is known to be wrong."""
        if form in self._main:
            return None
        known = self._names.canonical(form, "place" if key == "places" else None)
        if known != form:
            return f"names.yml calls '{form}' {known}", f"write {known}", known
        near = {
            name
            for word, frame in _frames(form)
            for other, name in self._near.get(frame, ())
            if _near(word, other)
        }
        if len(near) != 1 or self._is_spelling(form):
            return None
        fix = f"write {near.pop()}, or, if another one is meant, add '{form}' to names.yml"
        return f"'{form}' is one letter away from a name in names.yml", fix, None

    def _is_spelling(self, form: str) -> bool:
        """Whether names.yml has the form, but for several, so that it is let stand."""
        return any(form in entry.spellings for entry in self._names.entries)


def _frames(name: str) -> Iterator[tuple[str, _Frame]]:
    words = name.casefold().split()
    for at, word in enumerate(words):
        if len(word) >= _LEAST_LETTERS and not any(char.isdigit() for char in word):
            yield word, (at, (*words[:at], *words[at + 1 :]), word[0], word[-1])


def _near(one: str, other: str) -> bool:
    """Whether a letter more, less or another, or two changed places, makes one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]
