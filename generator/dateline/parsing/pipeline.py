"""A spaCy pipeline run over whole batches of texts.

The tokens are spaCy's own; all else comes out as spaCy's components would give it, sooner.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

from dateline.parsing.dependencies import Dependencies
from dateline.parsing.entities import Entities
from dateline.parsing.tags import Tags
from dateline.parsing.token_vectors import TokenVectors
from dateline.parsing.word_classes import WordClasses

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
        # The matrices are small: threads would wait for one another, on cores that other processes could use.
        self._threads = ThreadpoolController()

    def parse(self, texts: Sequence[str]) -> "list[Doc]":
        """One parsed document for each text, in order."""
        docs = [self._make_doc(text) for text in texts]
        if filled := [doc for doc in docs if len(doc)]:
            with self._threads.limit(limits=1, user_api="blas"):
                self._annotate(filled)
        return docs

    def _annotate(self, docs: "Sequence[Doc]") -> None:
        vectors = self._vectors.of(docs)
        self._tags.give(docs, vectors)
        self._dependencies.give(docs, vectors)
        self._classes.give(docs)
        self._entities.give(docs)
