"""The words of texts to vectors in context: the arithmetic of spaCy's "Tok2Vec.v2", some three times as fast.

Numpy's BLAS multiplies the matrices (the one that spaCy brings lacks kernels for some processors), in blocks
within the processor's cache, and what depends on a word alone is computed once for all occurrences: its own
vector, and its share of what the first layer makes of three words in a row.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float32]
Words = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_TINY = np.float32(1e-8)  # as thinc's layer normalisation has it
# Rows at a time: their input and output fit the second-level cache of common processors.
_BLOCK = 512
# Words whose vectors are kept: most of what news is made of, in some forty megabytes.
_MOST = 10_000
# What a layer sees of a row: the one before, itself, the one after.
_AROUND = np.array([[-1], [0], [1]])


class _Embedding(NamedTuple):
    """A table of vectors that one attribute of a word is hashed into, four rows a word."""

    column: int
    seed: int
    table: Floats


class _Layer(NamedTuple):
    """A maxout layer and the normalisation after it; the weights have one block of columns for each piece."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, sums: Floats, best: Floats) -> None:
        """Fill rows with what the layer makes of those multiplied with its weights, which it overwrites."""
        width = len(self.scale)
        share = np.full(width, 1 / width, dtype=np.float32)
        sums += self.bias
        np.maximum(sums[:, :width], sums[:, width : 2 * width], out=best)
        for piece in range(2 * width, len(self.bias), width):
            np.maximum(best, sums[:, piece : piece + width], out=best)
        best -= (best @ share)[:, None]
        spread = np.square(best, out=sums[:, :width]) @ share
        best /= np.sqrt(spread + _TINY)[:, None]
        best *= self.scale
        best += self.shift


class TokenVectors:
    """The network of one component.

    Args:
        model: a "Tok2Vec.v2" of "MultiHashEmbed.v2" and "MaxoutWindowEncoder.v2" with a window of one word.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's types are not numpy's
        nodes = list(model.walk())
        self._ops = model.ops
        self.columns: list[int] = next(
            node.attrs["columns"] for node in nodes if node.name == "extract_features"
        )
        """The attributes of words that it sees."""
        self._embeddings = [
            _Embedding(node.attrs["column"], node.attrs["seed"], node.get_param("E"))
            for node in nodes
            if node.name == "hashembed"
        ]
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        self._mixer, *self._encoder = (_layer(*pair) for pair in zip(maxouts, norms, strict=True))
        self._width = len(self._mixer.scale)
        wide = self._encoder[0].weights.shape
        # Where blocks of rows are worked on, again and again.
        self._sums, self._part = (np.empty((_BLOCK, wide[1]), dtype=np.float32) for _ in range(2))
        self._beside = np.empty((_BLOCK, len(_AROUND), self._width), dtype=np.float32)
        self._forget(_MOST)

    def _forget(self, room: int) -> None:
        """Forget all words and make room for so many."""
        # The place of each word met before, by the mixture of its attributes. At the first place stands none.
        self._known: dict[int, int] = {}
        self._vectors = np.zeros((room + 1, self._width), dtype=np.float32)
        # What a word adds to the sums of the first layer for the word after it, its own, and the one before.
        wide = len(self._encoder[0].bias)
        self._adds = [np.zeros((room + 1, wide), dtype=np.float32) for _ in range(3)]

    def of(self, lengths: "Sequence[int]", words: Words) -> Floats:
        """A vector for each word of some texts, laid end to end; no text sees another.

        Args:
            lengths: how many words each text has.
            words: a row for each word, the attributes in :attr:`columns` in its columns.
        """
        gap = len(self._encoder)
        # Between the texts, and before and after them all, as many rows without words as there are layers;
        # one row more at either end is a neighbour only.
        rows = 1 + np.arange(sum(lengths)) + gap * np.repeat(np.arange(1, len(lengths) + 1), lengths)
        places = np.zeros(rows[-1] + gap + 2, dtype=np.intp)
        places[rows] = self._places(words)
        vectors = self._vectors[places]
        for number, layer in enumerate(self._encoder):
            # Later layers see what is made of rows beside the words, the further from them the fewer.
            near = _near(places > 0, gap - 1 - number)
            made = np.empty((len(near), self._width), dtype=np.float32)
            for start in range(0, len(near), _BLOCK):
                around = near[start : start + _BLOCK] + _AROUND
                sums = self._sums[: around.shape[1]]
                if number:
                    np.matmul(self._side_by_side(vectors, around), layer.weights, out=sums)
                else:
                    self._add_up(places[around], sums)
                layer(sums, made[start : start + len(sums)])
            vectors[near] += made
        found: Floats = vectors[rows]
        return found

    def _side_by_side(self, vectors: Floats, around: Places) -> Floats:
        """Some rows of vectors, each with those around it."""
        beside = self._beside[: around.shape[1]]
        np.take(vectors, around.T, axis=0, out=beside, mode="clip")
        return beside.reshape(len(beside), -1)

    def _add_up(self, around: Places, sums: Floats) -> None:
        """The sums of the first layer for words and those around them, each part known from before."""
        part = self._part[: len(sums)]
        np.take(self._adds[0], around[0], axis=0, out=sums, mode="clip")
        for adds, places in zip(self._adds[1:], around[1:], strict=True):
            np.take(adds, places, axis=0, out=part, mode="clip")
            sums += part

    def _places(self, words: Words) -> Places:
        """Where each word stands among those known, whatever stands beside it."""
        mixed, first, inverse = np.unique(_mixed(words), return_index=True, return_inverse=True)
        keys = mixed.tolist()
        new = [number for number, key in enumerate(keys) if key not in self._known]
        if len(self._known) + len(new) >= len(self._vectors):
            self._forget(max(_MOST, len(keys)))
            new = list(range(len(keys)))
        if new:
            start = len(self._known) + 1
            own = slice(start, start + len(new))
            self._vectors[own] = self._embedded(words[first[new]])
            weights = np.split(self._encoder[0].weights, len(self._adds))
            for adds, part in zip(self._adds, weights, strict=True):
                np.matmul(self._vectors[own], part, out=adds[own])
            self._known.update((keys[number], start + count) for count, number in enumerate(new))
        found: Places = np.array([self._known[key] for key in keys])[inverse]
        return found

    def _embedded(self, words: Words) -> Floats:
        parts = []
        for column, seed, table in self._embeddings:
            keys = self._ops.hash(np.ascontiguousarray(words[:, column]), seed) % len(table)
            parts.append(self._ops.gather_add(table, keys))
        vectors = np.empty((len(words), self._width), dtype=np.float32)
        self._mixer(np.concatenate(parts, axis=1) @ self._mixer.weights, vectors)
        return vectors


def _layer(maxout: Any, norm: Any) -> _Layer:  # noqa: ANN401
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    by_piece = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
    return _Layer(by_piece, bias.T.reshape(-1), norm.get_param("G"), norm.get_param("b"))


def _mixed(words: Words) -> Words:
    """The attributes of each word in one number; two words in a billion billion share one."""
    mixed = np.zeros(len(words), dtype=np.uint64)
    for column in words.T:
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
    return mixed


def _near(are_words: Flags, reach: int) -> Places:
    """The rows no further from a word than so many."""
    for _ in range(reach):
        are_words = np.convolve(are_words, np.ones(3, dtype=bool), "same")
    return np.flatnonzero(are_words)


def by_piece(weights: Floats) -> Floats:
    """Weights of (output, piece, input) or (output, piece) to (input, piece by piece the outputs)."""
    pieces = np.swapaxes(weights, 0, 1).reshape(weights.shape[0] * weights.shape[1], -1)
    return np.ascontiguousarray(pieces.T if weights.ndim == 3 else pieces[:, 0])
