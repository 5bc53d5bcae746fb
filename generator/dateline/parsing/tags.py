"""The tags of texts: the tagger of a spaCy pipeline, all words of a batch in one matrix product."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from dateline.parsing.token_vectors import Floats


class Tags:
    """The tagger of a pipeline.

    Args:
        tagger: a "spacy.Tagger.v2".
    """

    def __init__(self, tagger: Any) -> None:  # noqa: ANN401 - spaCy tells no types of it
        layer = next(node for node in tagger.model.walk() if node.has_param("W"))
        self._weights, self._scores = layer.get_param("W").T, layer.get_param("b")
        self._tags = np.array([tagger.vocab.strings[label] for label in tagger.labels], dtype=np.uint64)

    def of(self, vectors: "Floats") -> npt.NDArray[np.uint64]:
        """The tag of each word, by its number in the pipeline's vocabulary, given their vectors."""
        best = (vectors @ self._weights + self._scores).argmax(axis=1)
        tags: npt.NDArray[np.uint64] = self._tags[best]
        return tags
