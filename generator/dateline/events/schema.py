"""The JSON Schema of event files, which editors use to complete and check while one types."""

from typing import Any

from dateline.events.fields import EVENT_FIELDS, OWN_KEY_PREFIX, SOURCE_FIELDS, Field

SCHEMA_NAME = "event.schema.json"
"""Its file, in the content folder: there it is beside what it describes and works without a network."""

# Every value is read as text, so an editor that takes 1998 for a number need not complain.
_TEXT = ["string", "number", "boolean"]


def event_schema() -> dict[str, Any]:
    """The schema of an event file, one event or a list of them, in JSON Schema draft-07."""
    own_keys = {"patternProperties": {f"^{OWN_KEY_PREFIX}": {}}, "additionalProperties": False}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Dateline event",
        "oneOf": [
            {"$ref": "#/definitions/event"},
            {
                "type": "array",
                "items": {"allOf": [{"$ref": "#/definitions/event"}, {"required": ["id"]}]},
            },
        ],
        "definitions": {
            "event": {
                "type": "object",
                "properties": {field.name: _property(field) for field in EVENT_FIELDS},
                "required": [field.name for field in EVENT_FIELDS if field.required],
                **own_keys,
            },
            "source": {
                "type": "object",
                "properties": {field.name: _property(field) for field in SOURCE_FIELDS},
                "anyOf": [{"required": ["article", "quote"]}, {"required": ["url"]}],
                **own_keys,
            },
        },
    }


def _property(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"description": field.doc}
    match field.value:
        case "texts":
            return described | {"type": "array", "items": {"type": _TEXT}}
        case "sources":
            return described | {"type": "array", "items": {"$ref": "#/definitions/source"}}
        case "choice":
            return described | {"enum": list(field.choices)}
        case "scale":
            return described | {"type": "integer", "minimum": 1, "maximum": 5}
        case "url":
            return described | {"type": "string", "pattern": "^https?://", "examples": list(field.examples)}
        case "id":
            # `naming.is_id`, as far as every editor's patterns reach.
            pattern = "^[^\\s!-,./:-^`{-~]+$"
            return described | {"type": _TEXT, "pattern": pattern, "examples": list(field.examples)}
        case "text" | "date":
            return described | {"type": _TEXT, "examples": list(field.examples)}
