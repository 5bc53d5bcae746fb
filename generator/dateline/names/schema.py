"""The JSON Schema of ``names.yml``, which editors use to complete and check while one types."""

import json
from typing import Any, get_args

from dateline.model import NameKind

NAMES_SCHEMA_NAME = "names.schema.json"
"""Its file, beside ``names.yml``."""

# Every value is read as text, so an editor that takes 1998 for a number need not complain.
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def names_schema() -> dict[str, Any]:
    """The schema of ``names.yml`` in JSON Schema draft-07."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Dateline names",
        "description": "People, organisations and places: the name each goes by, and its other spellings.",
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {
                "name": {"description": "What it is called on the pages.", **_TEXT},
                "kind": {"description": "What it is.", "enum": list(get_args(NameKind))},
                "also": {"description": "Its other spellings.", "type": ["array", "null"], "items": _TEXT},
            },
            "required": ["name", "kind"],
            "additionalProperties": False,
        },
    }


def names_schema_text() -> str:
    """The schema as its file has it."""
    return json.dumps(names_schema(), indent=2) + "\n"
