"""The dependencies of texts: spaCy's transition-based parser, all texts of a batch side by side.

The parser reads a text from left to right with a stack of words that still lack something. At each step its
network chooses a move: the next word goes on the stack (shift), the top word leaves it (reduce), one of the
two comes to depend on the other (left, right), or a sentence begins with the word after the next (break).
That is the arc-eager system of Nivre (2008) with what spaCy adds: a word that leaves the stack without a
head comes back as the next word, once. Dependencies that cross others come in afterwards, by their labels
(pseudo-projective parsing, Nivre and Nilsson 2005). Here each step is taken for all texts at once, on arrays
over all words of the batch laid end to end; the dependencies are those of spaCy's own way, sooner.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from dateline.parsing.token_vectors import Floats, by_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Labels = npt.NDArray[np.uint64]

_MOVES = ("S", "D", "L", "R", "B")
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
# What is added to the score of a move that is allowed and of one that is not.
_ALLOWED, _BARRED = np.float32(0), np.float32(-1e30)


class Dependencies:
    """The parser of a pipeline.

    Args:
        parser: a "TransitionBasedParser.v2" of state type "parser" without extra state tokens, trained
            without parts of words; its network sees eight words of a state.
    """

    def __init__(self, parser: Any) -> None:  # noqa: ANN401 - spaCy tells no types of it
        encoder, lower, upper = (parser.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        linear = next(node for node in encoder.walk() if node.name == "linear")
        self._into, self._shift = linear.get_param("W").T, linear.get_param("b")
        self._sees = np.concatenate([by_piece(seen) for seen in lower.get_param("W")], axis=1)
        self._misses = np.concatenate([by_piece(seen) for seen in lower.get_param("pad")[0]])
        self._bias = by_piece(lower.get_param("b"))
        self._weights, self._scores = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        actions, strings = parser.moves, parser.vocab.strings
        moves = [actions.get_class_name(at).partition("-")[::2] for at in range(actions.n_moves)]
        self._kinds = np.array([_MOVES.index(kind) for kind, _ in moves])
        self._of_kind = (np.arange(len(_MOVES))[:, None] == self._kinds).astype(np.float32)
        self._labels = np.array([strings[label] if label else 0 for _, label in moves], dtype=np.uint64)
        self._root = strings["ROOT"]
        crossing = {label for _, label in moves if "||" in label}
        self._crossing = {strings[label]: [strings[part] for part in label.split("||")] for label in crossing}

    def of(self, lengths: "Sequence[int]", vectors: Floats, blank: Flags) -> tuple[Places, Labels]:
        """The dependencies of texts, none without words.

        Args:
            lengths: how many words each text has.
            vectors: one for each word, the texts laid end to end.
            blank: for each word whether it is nothing but blank space.

        Returns:
            For each word the place in its text of the one that it depends on, its own where there is none,
            and as what it does so, by its number in the pipeline's vocabulary.
        """
        states = _States(lengths)
        features = self._features(vectors)
        while states.unfinished:
            best = self._best(features, states)
            states.move(self._kinds[best], self._labels[best])
        free = states.heads < 0
        states.labels[free] = self._root
        ends = np.cumsum(lengths)
        starts = ends - lengths
        heads = np.where(free, np.arange(len(vectors)), states.heads) - np.repeat(starts, lengths)
        for at in np.flatnonzero(np.isin(states.labels, list(self._crossing))):
            text = np.searchsorted(ends, at, side="right")
            own = slice(starts[text], ends[text])
            self._cross(at - starts[text], heads[own], states.labels[own], blank[own])
        return heads, states.labels

    def _cross(self, word: int, heads: Places, labels: Labels, blank: Flags) -> None:
        """Hang a word lower where its label says so: "dobj||xcomp" belongs to the nearest "xcomp" below."""
        labels[word], wanted = self._crossing[int(labels[word])]
        level = [heads[word]]
        while level:
            below = [child for head in level for child in np.flatnonzero(heads == head) if child != head]
            level = [child for child in below if child != word and not blank[child]]
            for child in level:
                if labels[child] == wanted:
                    heads[word] = child
                    return

    def _features(self, vectors: Floats) -> Floats:
        """What each word adds in each place where the network may see it, a row each; last what none adds."""
        features = np.empty((len(vectors) + 1, self._sees.shape[1]), dtype=np.float32)
        np.matmul(vectors @ self._into + self._shift, self._sees, out=features[:-1])
        features[-1] = self._misses
        return features.reshape(-1, len(self._bias))

    def _best(self, features: Floats, states: "_States") -> Places:
        """The best of the moves that each unfinished text allows."""
        seen = states.seen()
        first, *others = seen * len(seen) + np.arange(len(seen))[:, None]
        sums = features.take(first, axis=0)
        for rows in others:
            sums += features.take(rows, axis=0)
        sums += self._bias
        half = len(self._weights)
        scores = np.maximum(sums[:, :half], sums[:, half:]) @ self._weights + self._scores
        scores += states.barred() @ self._of_kind
        best: Places = scores.argmax(axis=1)
        return best


class _States:
    """How far the parser has come with each text of a batch; words are counted over all texts.

    Args:
        lengths: how many words each text has.
    """

    def __init__(self, lengths: "Sequence[int]") -> None:
        count = self._none = sum(lengths)
        self.heads = np.full(count, -1)
        """For each word the one it depends on; -1 where there is none."""
        self.labels: Labels = np.zeros(count, dtype=np.uint64)
        # The last word that depends on each from its left, from its right, and the one from its right before.
        self._left, self._right, self._before = (np.full(count + 1, count) for _ in range(3))
        self._begins, self._came_back = (np.zeros(count + 1, dtype=bool) for _ in range(2))
        # Each text has a row for its words to come and one for its stack, with as many places without a word
        # around them as the network may see.
        wide = max(lengths) + 3
        words = np.arange(count)
        row = np.repeat(np.arange(len(lengths)), lengths)
        coming = np.full((len(lengths), wide), count)
        coming[row, words - np.repeat(np.cumsum(lengths) - lengths, lengths)] = words
        self._coming, self._stack = coming.reshape(-1), np.full(coming.size, count)
        # Where each unfinished text has its next word and the top of its stack.
        self._next = np.arange(len(lengths)) * wide
        self._top = self._next + 2

    @property
    def unfinished(self) -> bool:
        return len(self._next) > 0

    def seen(self) -> Places:
        """The words that the network sees of each unfinished text, in its order."""
        first, top = self._coming[self._next], self._stack[self._top]
        second, below = self._coming[self._next + 1], self._stack[self._top - 1]
        lowest = self._stack[self._top - 2]
        children = self._left[first], self._left[top], self._right[top]
        return np.array([first, second, top, below, lowest, *children])

    def barred(self) -> Floats:
        """For each unfinished text what is added to the score of each kind of move, to bar what cannot be."""
        first, second = self._coming[self._next], self._coming[self._next + 1]
        stacked, two = self._stack[self._top] < self._none, second < self._none
        pair = stacked & (first < self._none) & ~self._begins[first]
        shift = ~stacked | (two & ~self._begins[first] & ~self._came_back[first])
        split = two & (second == first + 1) & ~self._begins[second]
        return np.where(np.array([shift, stacked, pair, pair, split]).T, _ALLOWED, _BARRED)

    def move(self, kinds: Places, labels: Labels) -> None:
        """Take a step with each unfinished text."""
        first, top = self._coming[self._next], self._stack[self._top]
        right, left, reduce = kinds == _RIGHT, kinds == _LEFT, kinds == _REDUCE
        self._begins[self._coming[self._next[kinds == _BREAK] + 1]] = True
        self._depend_on_left(first[right], top[right], labels[right])
        self._depend_on_right(top[left], first[left], labels[left])
        # A word without a head comes back, unless it is alone on the stack.
        back = reduce & (self._stack[self._top - 1] < self._none)
        back[back] = self.heads[top[back]] < 0
        self._came_back[top[back]] = True
        self._coming[self._next[back] - 1] = top[back]
        push = right | (kinds == _SHIFT)
        self._stack[self._top[push] + 1] = first[push]
        self._next += push
        self._next -= back
        self._top += push
        self._top -= left | reduce
        going = (self._stack[self._top] < self._none) | (self._coming[self._next] < self._none)
        self._next, self._top = self._next[going], self._top[going]

    def _depend_on_left(self, words: Places, heads: Places, labels: Labels) -> None:
        self.heads[words], self.labels[words] = heads, labels
        self._before[words], self._right[heads] = self._right[heads], words

    def _depend_on_right(self, words: Places, heads: Places, labels: Labels) -> None:
        """The new head takes the place of one on the left, whose last word the word then was."""
        moved = words[self.heads[words] >= 0]
        self._right[self.heads[moved]] = self._before[moved]
        self.heads[words], self.labels[words] = heads, labels
        self._left[heads], self._came_back[heads] = words, False
