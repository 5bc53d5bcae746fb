"""The schema: what editors complete and check is what Dateline reads."""

import pytest

from dateline.events import event_schema
from dateline.events.fields import EVENT_FIELDS, SOURCE_FIELDS
from dateline.events.reading import read_text
from dateline.model import Event, Source

EVENT = event_schema()["definitions"]["event"]
SOURCE = event_schema()["definitions"]["source"]


@pytest.mark.parametrize(("fields", "record"), [(EVENT_FIELDS, Event), (SOURCE_FIELDS, Source)])
def test_the_table_of_fields_is_the_record_in_its_order(fields, record):
    assert [field.name for field in fields] == [
        name for name in record.__dataclass_fields__ if name != "path"
    ]


def test_every_field_is_described_and_no_other_is_allowed_but_own_ones():
    for definition, fields in ((EVENT, EVENT_FIELDS), (SOURCE, SOURCE_FIELDS)):
        assert definition["additionalProperties"] is False
        assert list(definition["patternProperties"]) == ["^x-"]
        assert {name: value["description"] for name, value in definition["properties"].items()} == {
            field.name: field.doc for field in fields
        }


def test_date_and_title_are_required_and_in_a_list_the_id():
    assert EVENT["required"] == ["date", "title"]
    alone, listed = event_schema()["oneOf"]
    assert alone == {"$ref": "#/definitions/event"}
    assert listed["items"]["allOf"] == [{"$ref": "#/definitions/event"}, {"required": ["id"]}]


def test_choices_and_scale_are_those_that_are_read():
    assert EVENT["properties"]["kind"]["enum"] == ["happened", "planned", "forecast", "denied"]
    assert EVENT["properties"]["status"]["enum"] == ["draft", "reviewed", "rejected"]
    importance = EVENT["properties"]["importance"]
    assert (importance["type"], importance["minimum"], importance["maximum"]) == ("integer", 1, 5)


def test_an_editor_does_not_complain_of_a_number_where_text_is_meant():
    """``title: 2014`` is a text here and a number to an editor."""
    assert EVENT["properties"]["title"]["type"] == ["string", "number", "boolean"]


@pytest.mark.parametrize(
    "field", [field for field in EVENT_FIELDS if field.examples], ids=lambda field: field.name
)
def test_the_examples_can_be_written(field):
    needed = {"date": "2021", "title": "Ferry sinks"}
    for example in field.examples:
        text = "".join(f"{key}: {value}\n" for key, value in (needed | {field.name: example}).items())
        assert read_text(text, "ferry.yml", "events/ferry.yml").findings == []
