"""The tags of texts: the tagger of a spaCy pipeline, all words of a batch in one matrix product."""

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

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

    def give(self, docs: "Sequence[Doc]", vectors: "Floats") -> None:
        """Tag texts, given a vector for each of their words, laid end to end."""
        tags = self._tags[(vectors @ self._weights + self._scores).argmax(axis=1)]
        parts: list[Any] = np.split(tags, np.cumsum([len(doc) for doc in docs])[:-1])
        for doc, own in zip(docs, parts, strict=True):
            doc.from_array([TAG], own)
