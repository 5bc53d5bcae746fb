"""The JSON Schema of event files, which editors use to complete and check while one types."""

import json
from typing import Any

from dateline.edtf import EDTF_PATTERN
from dateline.events.fields import EVENT_FIELDS, OWN_KEY_PREFIX, SCALE, SOURCE_FIELDS, URL_PATTERN, Field
from dateline.yaml_text import Plain, load_text_yaml, plain

SCHEMA_NAME = "event.schema.json"
"""Its file, in the content folder: there it is beside what it describes and works without a network."""

# Every value is read as text, so an editor that takes 1998 for a number need not complain.
_TEXT = ["string", "number", "boolean"]
# `naming.is_id`, as far as every editor's patterns reach.
_ID_PATTERN = "^[^\\s!-,./:-^`{-~]+$"


def event_schema() -> dict[str, Any]:
    """The schema of an event file, one event or a list of them, in JSON Schema draft-07."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Dateline event",
        "description": "An event of a timeline, or a list of events that each have an id.",
        "oneOf": [
            {"$ref": "#/definitions/event"},
            {
                "type": "array",
                "items": {"allOf": [{"$ref": "#/definitions/event"}, {"required": ["id"]}]},
            },
        ],
        "definitions": {
            "event": {
                **_mapping(EVENT_FIELDS),
                "required": [field.name for field in EVENT_FIELDS if field.required],
            },
            "source": {
                **_mapping(SOURCE_FIELDS),
                "anyOf": [{"required": ["article", "quote"]}, {"required": ["url"]}],
            },
        },
    }


def schema_text() -> str:
    """The schema as its file has it."""
    return json.dumps(event_schema(), indent=2) + "\n"


def _mapping(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "patternProperties": {f"^{OWN_KEY_PREFIX}": {}},
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    return {"description": field.doc, **_kind(field), **_default(field), **_examples(field)}


def _kind(field: Field) -> dict[str, Any]:
    # A key without a value counts as left out.
    empty = [] if field.required else ["null"]
    match field.value:
        case "texts" | "names":
            return {"type": ["array", *empty], "items": {"type": _TEXT}}
        case "sources":
            return {"type": ["array", *empty], "items": {"$ref": "#/definitions/source"}}
        case "choice":
            return {"enum": list(field.choices), "enumDescriptions": list(field.meanings)}
        case "scale":
            smallest, largest = SCALE
            return {"type": ["integer", *empty], "minimum": smallest, "maximum": largest}
        case "url":
            return {"type": ["string", *empty], "pattern": f"^{URL_PATTERN}$"}
        case "id":
            return {"type": [*_TEXT, *empty], "pattern": _ID_PATTERN}
        case "date":
            # No number is longer than a year, and no truth value is a date.
            return {"type": ["string", "integer"], "pattern": EDTF_PATTERN}
        case "text" | "name":
            return {"type": [*_TEXT, *empty]}


def _default(field: Field) -> dict[str, Any]:
    if not field.default:
        return {}
    return {"default": int(field.default) if field.value == "scale" else field.default}


def _examples(field: Field) -> dict[str, list[Plain]]:
    """The examples as an editor would get them; of a choice it shows all there is anyway."""
    if not field.examples or field.value in {"choice", "scale"}:
        return {}
    found = plain(load_text_yaml("".join(f"- {example}\n" for example in field.examples), field.name))
    return {"examples": found} if isinstance(found, list) else {}
