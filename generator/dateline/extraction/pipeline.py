"""A spaCy pipeline run over whole batches of texts.

The tokens are spaCy's own; all else comes out as spaCy's components would give it, sooner.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.extraction.dependencies import Dependencies
from dateline.extraction.entities import Entities
from dateline.extraction.tags import Tags
from dateline.extraction.token_vectors import TokenVectors
from dateline.extraction.word_classes import WordClasses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Pipeline:
    """The components that extraction reads.

    Args:
        nlp: a pipeline made as spaCy's small ones are.
        corrections: words in small letters whose dictionary form it gets wrong, with the right one.
    """

    def __init__(self, nlp: "Language", corrections: Mapping[str, str]) -> None:
        parts: dict[str, Any] = dict(nlp.pipeline)
        self._make_doc = nlp.make_doc
        self._vectors = TokenVectors(parts["tok2vec"].model)
        self._tags, self._dependencies = Tags(parts["tagger"]), Dependencies(parts["parser"])
        self._classes = WordClasses(parts["attribute_ruler"], parts["lemmatizer"], corrections)
        self._entities = Entities(parts["ner"])

    def parse(self, texts: Sequence[str]) -> "list[Doc]":
        """One parsed document for each text, in order."""
        docs = [self._make_doc(text) for text in texts]
        if filled := [doc for doc in docs if len(doc)]:
            vectors = self._vectors.of(filled)
            self._tags.give(filled, vectors)
            self._dependencies.give(filled, vectors)
            self._classes.give(filled)
            self._entities.give(filled)
        return docs
