"""The schema: what editors complete and check is what Dateline reads."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import EDTF_PATTERN, parse
from dateline.events import event_schema, schema_text
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
    assert (importance["type"], importance["minimum"], importance["maximum"]) == (["integer", "null"], 1, 5)


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


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors go by: dates, ``yes`` and ``12:30`` are texts."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"|null|Null|NULL|~", ["", "n", "N", "~"]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)

VALIDATOR = jsonschema.Draft7Validator(event_schema())


def complaints(text):
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, AsEditorsRead))]


def test_it_is_a_schema_of_draft_07():
    jsonschema.Draft7Validator.check_schema(event_schema())


GOOD = [
    "date: 2021\ntitle: Ferry sinks\n",
    "date: 2021-03-04\ntitle: 2014\nsummary:\nactors:\nimportance: 5\nsources:\n",
    "date: 2007 / 2011\ntitle: NO\nactors: [NO, 12:30, true]\nx-desk: {a: [b]}\nkind: denied\n",
    "date: '[2020-01-03,2020-01-04]'\ntitle: Ferry\n",
    "date: 2021\ntitle: Ferry\nsources:\n  - {article: a, quote: b, x-checked: yes}\n",
    "date: 2021\ntitle: Ferry\nsources:\n  - url: https://a.example/b?c#d\n",
    "- id: a\n  date: 2021\n  title: Ferry\n- id: b\n  date: 2022~\n  title: Swan\n",
]
BAD = [
    "title: Ferry sinks\n",
    "date: 2021\ntitel: Ferry sinks\n",
    "date: 3 March 2021\ntitle: Ferry\n",
    "date: 2021-13\ntitle: Ferry\n",
    "date: 2021\ntitle: [Ferry]\n",
    "date: 2021\ntitle: Ferry\nactors: Ada\n",
    "date: 2021\ntitle: Ferry\nkind: Planned\n",
    "date: 2021\ntitle: Ferry\nstatus: ok\n",
    "date: 2021\ntitle: Ferry\nimportance: 6\n",
    "date: 2021\ntitle: Ferry\nid: The Ferry\n",
    "date: 2021\ntitle: Ferry\nsources: [{article: a}]\n",
    "date: 2021\ntitle: Ferry\nsources: [{speaker: a}]\n",
    "date: 2021\ntitle: Ferry\nsources: [{url: 'javascript:a'}]\n",
    "date: 2021\ntitle: Ferry\nsources: [{url: 'https:///a'}]\n",
    "date: 2021\ntitle: Ferry\nsources: [Gazette]\n",
    "- date: 2021\n  title: Ferry\n",
    "- Ferry\n",
    "just words\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_an_editor_lets_pass_what_is_read(text):
    assert read_text(text, "ferry.yml", "events/ferry.yml").findings == []
    assert complaints(text) == []


@pytest.mark.parametrize("text", BAD)
def test_an_editor_complains_of_what_is_told(text):
    assert read_text(text, "ferry.yml", "events/ferry.yml").findings != []
    assert complaints(text) != []


@pytest.mark.parametrize("path", sorted(Path(__file__).parents[2].glob("content/events/*/*.yml")), ids=str)
def test_an_editor_lets_pass_the_events_of_this_repository(path):
    assert complaints(path.read_text(encoding="utf-8")) == []


def test_the_schema_beside_the_events_of_this_repository_is_this_one():
    path = Path(__file__).parents[2] / "content" / "event.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text()
    assert json.loads(schema_text()) == event_schema()


@pytest.mark.parametrize(
    "date",
    [
        "2020-01-03",
        "2020-01",
        "2020",
        "-0044",
        "2020-01-03T15:44+03:30",
        "2020-01-03T15:44:10Z",
        "2007/2011",
        "2014-06/..",
        "2014-06/",
        "../2020",
        "2015~",
        "2020?",
        "2020-01%",
        "201X",
        "19XX~",
        "2020-01-XX",
        "2020-XX",
        "2020-XX-XX",
        "2021-22",
        "2021-34",
        "2021-41",
        "2023-W08",
        "[2020-01-03,2020-01-04]",
        "[2020..2022]",
        "[..2020]",
        " 2014 / 2016 ",
        "2014~/2016~",
    ],
)
def test_the_pattern_has_every_form_of_date(date):
    parse(date)
    assert re.search(EDTF_PATTERN, date)


@pytest.mark.parametrize(
    "date",
    ["", "soon", "3/1/2020", "c. 2015", "2020-1-3", "2020-13", "2020-01-32", "1990s", "..", "[2020", "20X"],
)
def test_the_pattern_has_nothing_else(date):
    assert not re.search(EDTF_PATTERN, date)


@given(st.text(st.sampled_from("0123456789-/.~?%XTZ:+[], "), max_size=24))
def test_what_is_a_date_matches_the_pattern(text):
    try:
        parse(text)
    except ValueError:
        return
    assert re.search(EDTF_PATTERN, text)
