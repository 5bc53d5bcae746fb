"""The names, dates and amounts of parsed texts: spaCy's entity recogniser, read off in a few matrix products.

The recogniser goes through a text word by word and asks its network for the next move: outside, a whole name,
the begin of a name, inside it, its last word. Outside any name the network sees the word alone, so those
answers are computed for all words at once; only within a name of several words one step follows another, and
there all names of a batch go side by side. The answers are those of spaCy's own way, sooner.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from dateline.parsing.token_vectors import Floats, TokenVectors, Words, by_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

Entity = tuple[int, int, str]
"""Its first word, the one after its last, and its label."""


class Entities:
    """The recogniser of a pipeline.

    Args:
        recogniser: a "TransitionBasedParser.v2" of state type "ner" without extra state tokens: it sees the
            current word, the first word of the name that is open, and the word before.
    """

    def __init__(self, recogniser: Any) -> None:  # noqa: ANN401 - spaCy tells no types of it
        model = recogniser.model
        encoder, lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._vectors = TokenVectors(encoder)
        linear = next(node for node in encoder.walk() if node.name == "linear")
        self._into, self._shift = linear.get_param("W").T, linear.get_param("b")
        # Rows for the vector of a word; columns for the hidden layer, piece after piece of its maxout.
        self._sees = [by_piece(seen) for seen in lower.get_param("W")]
        self._misses = [by_piece(seen) for seen in lower.get_param("pad")[0]]
        self._bias = by_piece(lower.get_param("b"))
        self._weights, self._scores = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        actions = recogniser.moves
        moves = [actions.get_class_name(at).partition("-")[::2] for at in range(actions.n_moves)]
        kinds = np.array([kind for kind, _ in moves])
        self._labels = [label for _, label in moves]
        labelled = np.array([label != "" for label in self._labels])
        self._begins, self._units = kinds == "B", (kinds == "U") & labelled
        self._within = ~(self._begins | self._units | (kinds == "O"))
        place = {move: at for at, move in enumerate(moves)}
        self._goes_on, self._is_last = (
            np.array([place.get((kind, label), 0) for _, label in moves]) for kind in "IL"
        )

    @property
    def columns(self) -> list[int]:
        """The attributes of words that it sees."""
        return self._vectors.columns

    def of(
        self, lengths: "Sequence[int]", words: Words, sentence_ends: Flags, blank: Flags
    ) -> list[list[Entity]]:
        """The entities of each of some texts.

        Args:
            lengths: how many words each text has, at least one.
            words: a row for each word of the texts, laid end to end, with its attributes in :attr:`columns`.
            sentence_ends: for each word whether a sentence ends with it.
            blank: whether it is nothing but blank space.
        """
        vectors = self._vectors.of(lengths, words) @ self._into + self._shift
        named = self._named(vectors, sentence_ends, blank)
        found: list[list[Entity]] = []
        start = 0
        for length in lengths:
            found.append([])
            while named and named[-1][1] <= start + length:
                first, end, label = named.pop()
                found[-1].append((first - start, end - start, label))
            start += length
        return found

    def _named(self, vectors: Floats, ends: Flags, blank: Flags) -> list[Entity]:
        """The entities of all texts, laid end to end, the last first."""
        alone = self._hidden(vectors @ self._sees[0] + (self._misses[1] + self._misses[2]))
        scores = alone @ self._weights + self._scores
        scores[:, self._within] = -np.inf
        scores[np.ix_(ends | blank, self._begins)] = -np.inf
        scores[np.ix_(blank, self._units)] = -np.inf
        moves = scores.argmax(axis=1)
        begun = np.flatnonzero(self._begins[moves])
        stops = self._stops(vectors, ends, begun, moves[begun])
        until = dict(zip(begun.tolist(), stops.tolist(), strict=True))
        named: list[Entity] = []
        free = 0
        for at in np.flatnonzero(self._begins[moves] | self._units[moves]).tolist():
            if at >= free:
                free = until.get(at, at + 1)
                named.append((at, free, self._labels[moves[at]]))
        return named[::-1]

    def _stops(self, vectors: Floats, ends: Flags, starts: Places, begun: Places) -> Places:
        """Where each name of several words is over, told where it starts and the move that began it."""
        stops = starts + 2
        going, at = np.arange(len(starts)), starts + 1
        while len(going):
            now, first, before = vectors[at], vectors[starts[going]], vectors[at - 1]
            hidden = self._hidden(now @ self._sees[0] + first @ self._sees[1] + before @ self._sees[2])
            goes_on, is_last = (moves[begun[going]] for moves in (self._goes_on, self._is_last))
            scores = hidden @ self._weights + self._scores
            rows = np.arange(len(going))
            more = (scores[rows, goes_on] >= scores[rows, is_last]) & ~ends[at]
            stops[going] = at + 1
            going, at = going[more], at[more] + 1
        return stops

    def _hidden(self, sums: Floats) -> Floats:
        sums = sums + self._bias
        width = len(self._weights)
        best = sums[:, :width]
        for piece in range(width, sums.shape[1], width):
            best = np.maximum(best, sums[:, piece : piece + width])
        return best
