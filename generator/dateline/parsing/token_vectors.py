"""The words of texts to vectors in context: the arithmetic of spaCy's "Tok2Vec.v2", some three times as fast.

Numpy's BLAS multiplies the matrices (the one that spaCy brings lacks kernels for some processors), in blocks
within the processor's cache, and what depends on a word alone is computed once for all occurrences.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
Words = npt.NDArray[np.uint64]

_TINY = np.float32(1e-8)  # as thinc's layer normalisation has it
# Rows at a time: their input and output fit the second-level cache of common processors.
_BLOCK = 512
# Words whose vectors are kept: most of what news is made of, in some ten megabytes.
_MOST = 30_000


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

    def __call__(self, given: Floats) -> Floats:
        """What the layer makes of each row."""
        width = len(self.scale)
        made = np.empty((len(given), width), dtype=np.float32)
        wide = np.empty((_BLOCK, given.shape[1]), dtype=np.float32)
        pieces = np.empty((_BLOCK, len(self.bias)), dtype=np.float32)
        share = np.full(width, 1 / width, dtype=np.float32)
        for start in range(0, len(given), _BLOCK):
            best = made[start : start + _BLOCK]
            rows = len(best)
            wide[:rows] = given[start : start + rows]
            np.matmul(wide[:rows], self.weights, out=pieces[:rows])
            pieces[:rows] += self.bias
            np.maximum(pieces[:rows, :width], pieces[:rows, width : 2 * width], out=best)
            for piece in range(2 * width, len(self.bias), width):
                np.maximum(best, pieces[:rows, piece : piece + width], out=best)
            best -= (best @ share)[:, None]
            spread = np.square(best, out=pieces[:rows, :width]) @ share
            best /= np.sqrt(spread + _TINY)[:, None]
            best *= self.scale
            best += self.shift
        return made


class TokenVectors:
    """The network of one component.

    Args:
        model: a "Tok2Vec.v2" of "MultiHashEmbed.v2" and "MaxoutWindowEncoder.v2" with a window of one word.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's types are not numpy's
        nodes = list(model.walk())
        self._ops = model.ops
        self._columns = next(node.attrs["columns"] for node in nodes if node.name == "extract_features")
        self._embeddings = [
            _Embedding(node.attrs["column"], node.attrs["seed"], node.get_param("E"))
            for node in nodes
            if node.name == "hashembed"
        ]
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        self._mixer, *self._encoder = (_layer(*pair) for pair in zip(maxouts, norms, strict=True))
        self._width = len(self._mixer.scale)
        # Words met before, by the mixture of their attributes, and where their vectors stand.
        self._known: dict[int, int] = {}
        self._vectors = np.empty((_MOST, self._width), dtype=np.float32)

    def of(self, docs: "Sequence[Doc]") -> Floats:
        """A vector for each word of the texts, laid end to end; no text sees another."""
        gap = len(self._encoder)
        lengths = [len(doc) for doc in docs]
        words = np.concatenate([doc.to_array(self._columns) for doc in docs])
        # Between the texts, and before and after them all, as many rows of zeros as there are layers; one row
        # more at either end is a neighbour only.
        rows = 1 + np.arange(len(words)) + gap * np.repeat(np.arange(1, len(docs) + 1), lengths)
        vectors = np.zeros((rows[-1] + gap + 2, self._width), dtype=np.float32)
        vectors[rows] = self._alone(words)
        for layer in self._encoder:
            vectors[1:-1] += layer(_with_neighbours(vectors))
        found: Floats = vectors[rows]
        return found

    def _alone(self, words: Words) -> Floats:
        """A vector for each word, whatever stands beside it."""
        mixed, first, places = np.unique(_mixed(words), return_index=True, return_inverse=True)
        keys = mixed.tolist()
        new = [place for place, key in enumerate(keys) if key not in self._known]
        if len(self._known) + len(new) > len(self._vectors):
            self._known, new = {}, list(range(len(keys)))
            self._vectors = np.empty((max(_MOST, len(keys)), self._width), dtype=np.float32)
        if new:
            start = len(self._known)
            self._vectors[start : start + len(new)] = self._embedded(words[first[new]])
            self._known.update((keys[place], start + count) for count, place in enumerate(new))
        found: Floats = self._vectors[np.array([self._known[key] for key in keys])[places]]
        return found

    def _embedded(self, words: Words) -> Floats:
        parts = []
        for column, seed, table in self._embeddings:
            keys = self._ops.hash(np.ascontiguousarray(words[:, column]), seed) % len(table)
            parts.append(self._ops.gather_add(table, keys))
        return self._mixer(np.concatenate(parts, axis=1))


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


def _with_neighbours(vectors: Floats) -> Floats:
    """Each row but the first and last, between the rows around it; a view."""
    rows, width = vectors.shape
    return np.lib.stride_tricks.as_strided(vectors, (rows - 2, 3 * width), vectors.strides, writeable=False)


def by_piece(weights: Floats) -> Floats:
    """Weights of (output, piece, input) or (output, piece) to (input, piece by piece the outputs)."""
    pieces = np.swapaxes(weights, 0, 1).reshape(weights.shape[0] * weights.shape[1], -1)
    return np.ascontiguousarray(pieces.T if weights.ndim == 3 else pieces[:, 0])
