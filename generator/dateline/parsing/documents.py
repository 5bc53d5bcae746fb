"""A parsed text as plain objects: words with their place in the sentence, and the names among them.

They answer as spaCy's ``Doc``, ``Span`` and ``Token`` do, for what is read of these. But spaCy makes a new
object each time a word is asked for and looks for its children among all words around it; here a word is one
object that knows them, so that walks over a sentence cost half as much or less.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_QUOTES = frozenset("\"'`«»‘’‚‛“”„‟‹›❮❯") | {"''", "``"}


class Form(NamedTuple):
    """What can be said of a word wherever it stands alike in a sentence."""

    text: str
    lower: str
    """The text in small letters."""
    tag: str
    """The part of speech as the Penn Treebank has it: "VBD"."""
    pos: str
    """The part of speech as Universal Dependencies has it: "VERB"."""
    dep: str
    """As what it depends on its head: "nsubj"."""
    lemma: str
    """The dictionary form."""


class Token:
    """A word of a document, a mark or a blank; one word is one object."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "left_edge",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Doc"
    i: int
    """Its place in the document."""
    idx: int
    """Where in the text its first character is."""
    text: str
    lower_: str
    tag_: str
    pos_: str
    dep_: str
    lemma_: str
    whitespace_: str
    """The blank that follows, or nothing."""
    ent_type_: str
    """The label of the name, date or amount that it stands in, "" outside any."""
    head: "Token"
    """The word that it depends on; itself where there is none."""
    lefts: Sequence["Token"]
    """The words before it that depend on it, in order."""
    rights: Sequence["Token"]
    """The words behind it that depend on it, in order."""
    children: Sequence["Token"]
    """All words that depend on it, in order."""
    left_edge: "Token"
    """The first word of its subtree."""
    right_edge: "Token"
    """The last word of its subtree."""

    def __init__(self, doc: "Doc", i: int, idx: int, whitespace: str, form: Form) -> None:
        self.doc, self.i, self.idx, self.whitespace_ = doc, i, idx, whitespace
        self.text, self.lower_, self.tag_, self.pos_, self.dep_, self.lemma_ = form
        self.ent_type_ = ""
        self.head = self.left_edge = self.right_edge = self
        self.lefts = self.rights = self.children = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The text and the blank that follows."""
        return self.text + self.whitespace_

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it has a capital and then small letters."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.isupper()

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but blank."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return all(unicodedata.category(character).startswith("P") for character in self.text)

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.text in _QUOTES

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above it, the nearest first."""
        word = self
        while (head := word.head) is not word:
            yield head
            word = head

    @property
    def subtree(self) -> list["Token"]:
        """It and all that hangs below it, in order."""
        found: list[Token] = []
        self._gather(found)
        return found

    def _gather(self, found: list["Token"]) -> None:
        for word in self.lefts:
            if word.children:
                word._gather(found)  # noqa: SLF001 - of its own class
            else:
                found.append(word)
        found.append(self)
        for word in self.rights:
            if word.children:
                word._gather(found)  # noqa: SLF001
            else:
                found.append(word)

    @property
    def conjuncts(self) -> list["Token"]:
        """The other words that it is joined with by "and" or "or"."""
        if self.dep_ != "conj" and not self.rights:
            return []
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:  # which grows
            joined += [child for child in word.rights if child.dep_ == "conj"]
        return [word for word in joined if word is not self]

    def nbor(self, distance: int = 1) -> "Token":
        """The word so many places on.

        Raises:
            IndexError: There is none.
        """
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc[at]


class Span:
    """Some words of a document in a row, a name if they have a label."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        return self.doc[self.start : self.end][at]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where in the text of the document it begins."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where in the text of the document it ends."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand, without the blank behind the last."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The word that is nearest to the top of the sentence, the first of several."""
        words = self.doc[self.start : self.end]
        if len(words) == 1:
            return words[0]
        tops = [word for word in words if word.head is word or not self.start <= word.head.i < self.end]
        if len(tops) == 1:
            return tops[0]
        return next((word for word in tops if word.head is word), None) or min(tops, key=_depth)


class Doc(list[Token]):
    """A parsed text: the list of its words.

    Args:
        text: the text.
    """

    __slots__ = ("ents", "text")

    text: str
    ents: Sequence[Span]
    """The names, dates and amounts, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.ents = ()

    def span(self, start: int, end: int) -> Span:
        """The words from one place to another; places are those of a slice."""
        start, end, _ = slice(start, end).indices(len(self))
        return Span(self, start, max(start, end))

    def hang(self, heads: Sequence[int]) -> None:
        """Hang each word on the one at a place; on its own place hangs what depends on nothing.

        Args:
            heads: one for each word, without circles.
        """
        for word, at in zip(self, heads, strict=True):
            word.head, word.left_edge, word.right_edge = self[at], word, word
            word.lefts = word.rights = word.children = ()
        before: dict[int, list[Token]] = {}
        behind: dict[int, list[Token]] = {}
        for word in self:
            # Each word is the first to reach those for which it is the edge.
            above = word.head
            if above.i > word.i:
                before.setdefault(above.i, []).append(word)
            while above.left_edge.i > word.i:
                above.left_edge, above = word, above.head
        for word in reversed(self):
            above = word.head
            if above.i < word.i:
                behind.setdefault(above.i, []).insert(0, word)
            while above.right_edge.i < word.i:
                above.right_edge, above = word, above.head
        for at, lefts in before.items():
            self[at].lefts = self[at].children = lefts
        for at, rights in behind.items():
            self[at].rights, self[at].children = rights, [*self[at].lefts, *rights]

    def name(self, names: Iterable[Span]) -> None:
        """Take these for its names, and no others; they are in order and share no word."""
        for entity in self.ents:
            for word in entity:
                word.ent_type_ = ""
        self.ents = tuple(names)
        for entity in self.ents:
            for word in entity:
                word.ent_type_ = entity.label_

    def covering(self, start: int, end: int) -> Span | None:
        """The words that hold the characters from one place to another, None outside the text."""
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self, start, key=_begin) - 1
        last = bisect_right(self, end - 1, key=_begin) - 1
        word = self[first]
        if start == word.idx + len(word.text):
            first += 1  # the blank behind a word is no part of it
        return Span(self, first, last + 1)


def _begin(word: Token) -> int:
    return word.idx


def _depth(word: Token) -> int:
    """How many words stand above one; a mark or a blank on which nothing hangs stands below all others."""
    if not word.children and (word.is_space or word.is_punct):
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)
