"""The words of a language for dates, from its data file beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.exceptions import DatelineError


@cache
def language_data(language: str) -> dict[str, Any]:
    """The templates and word lists of a language, as its TOML file holds them.

    Args:
        language: The two-letter code, ``en``.

    Raises:
        DatelineError: There is no file for the language; the text lists those there are.
    """
    known = languages()
    if language not in known:
        raise DatelineError(f"dates cannot be said in language {language!r}: use one of {', '.join(known)}")
    return tomllib.loads((files("dateline.edtf") / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages in which dates can be said."""
    found = (file.name for file in files("dateline.edtf").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))
