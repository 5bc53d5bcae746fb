"""A spaCy pipeline run over whole batches of texts.

The tokens are spaCy's own; all else comes out as spaCy's components would give it, sooner.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SPACY
from threadpoolctl import ThreadpoolController

from dateline.parsing.dependencies import Dependencies
from dateline.parsing.documents import Doc, Span, Token
from dateline.parsing.entities import Entities, Flags
from dateline.parsing.tags import Tags
from dateline.parsing.token_vectors import TokenVectors
from dateline.parsing.word_classes import WordClasses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Tokens

# The attributes of words that are asked for whatever a pipeline's networks see.
_OF_ALL = (ORTH, SPACY, IS_SPACE)


class Pipeline:
    """The components that extraction reads.

    Args:
        nlp: a pipeline made as spaCy's small ones are.
        corrections: words in small letters whose dictionary form it gets wrong, with the right one.
    """

    def __init__(self, nlp: "Language", corrections: Mapping[str, str]) -> None:
        parts: dict[str, Any] = dict(nlp.pipeline)
        self._tokens = nlp.make_doc
        self._vectors = TokenVectors(parts["tok2vec"].model)
        self._tags, self._dependencies = Tags(parts["tagger"]), Dependencies(parts["parser"])
        self._classes = WordClasses(parts["attribute_ruler"], parts["lemmatizer"], corrections)
        self._entities = Entities(parts["ner"])
        self._columns = [*_OF_ALL, *self._vectors.columns, *self._entities.columns]
        # The matrices are small: threads would wait for one another, on cores that other processes could use.
        self._threads = ThreadpoolController()

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """One parsed document for each text, in order."""
        docs = [Doc(text) for text in texts]
        tokens = [self._tokens(text) for text in texts]
        if filled := [(doc, own) for doc, own in zip(docs, tokens, strict=True) if len(own)]:
            with self._threads.limit(limits=1, user_api="blas"):
                self._annotate(*map(list, zip(*filled, strict=True)))
        return docs

    def _annotate(self, docs: Sequence[Doc], tokens: "Sequence[Tokens]") -> None:
        lengths = [len(own) for own in tokens]
        words = np.concatenate([own.to_array(self._columns) for own in tokens])
        middle = len(_OF_ALL) + len(self._vectors.columns)
        of_all, seen, of_names = np.split(words, [len(_OF_ALL), middle], axis=1)
        orths, spaced, blank = of_all[:, 0], of_all[:, 1], of_all[:, 2] == 1
        vectors = self._vectors.of(lengths, seen)
        tags = self._tags.of(vectors)
        heads, labels = self._dependencies.of(lengths, vectors, blank)
        forms = self._classes.of(tokens, np.stack([orths, tags, labels], axis=1))
        told, hung = zip(forms, spaced.tolist(), strict=True), iter(heads.tolist())
        for doc, length in zip(docs, lengths, strict=True):
            at = 0
            for place, (form, apart) in enumerate(islice(told, length)):
                doc.append(Token(doc, place, at, " " if apart else "", form))
                at += len(form.text) + apart
            doc.hang(list(islice(hung, length)))
        entities = self._entities.of(lengths, of_names, _sentence_ends(docs), blank)
        for doc, named in zip(docs, entities, strict=True):
            doc.name(Span(doc, *entity) for entity in named)


def _sentence_ends(docs: Sequence[Doc]) -> Flags:
    """For each word of some texts whether a sentence ends with it: the next, or none, comes after it."""
    ends = np.zeros(sum(map(len, docs)), dtype=bool)
    start = 0
    for doc in docs:
        begins = [start + word.left_edge.i for word in doc if word.head is word]
        start += len(doc)
        ends[[begin - 1 for begin in begins if begin] + [start - 1]] = True
    return ends
