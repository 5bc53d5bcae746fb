"""The schema of names.yml: what editors complete and check is what Dateline reads."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.exceptions import YamlTextError
from dateline.names import Name, names_schema
from dateline.names.reading import parse_names

VALIDATOR = jsonschema.Draft7Validator(names_schema())


def is_read(text):
    try:
        parse_names(text, Path("names.yml"))
    except YamlTextError:
        return False
    return True


def test_the_schema_is_one_and_has_the_keys_of_an_entry():
    jsonschema.Draft7Validator.check_schema(names_schema())
    assert list(names_schema()["items"]["properties"]) == list(Name.__dataclass_fields__)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- name: Ada Sample\n  kind: person\n",
        "- {name: 1998, kind: organisation, also: [NO, 12, Yes]}\n",
        "- name: Exampleton\n  kind: place\n  also:\n",
    ],
)
def test_what_is_read_is_valid(text):
    assert is_read(text)
    assert VALIDATOR.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    "text",
    [
        "name: Ada Sample\nkind: person\n",
        "- name: Ada Sample\n",
        "- kind: person\n",
        "- {name: Ada, kind: human}\n",
        "- {name: Ada, kind: person, aka: [Adela]}\n",
        "- {name: Ada, kind: person, also: Adela}\n",
        "- {name: Ada, kind: person, also: [[Adela]]}\n",
        "- {name: ' ', kind: person}\n",
        "- Ada\n",
    ],
)
def test_what_is_refused_is_not_valid(text):
    assert not is_read(text)
    assert not VALIDATOR.is_valid(yaml.safe_load(text))


@given(
    st.lists(
        st.fixed_dictionaries(
            {"name": st.sampled_from(["Ada", "Ben", "", 7]), "kind": st.sampled_from(["person", "x"])},
            optional={"also": st.lists(st.sampled_from(["Adela", "Bennie", []]), max_size=2) | st.just("A")},
        ),
        max_size=2,
    )
)
def test_nothing_that_is_read_is_underlined(entries):
    if is_read(yaml.safe_dump(entries)):
        assert VALIDATOR.is_valid(entries)


def test_the_schema_of_this_repository_is_this_one():
    kept = Path(__file__).parents[2] / "content" / "names.schema.json"
    assert json.loads(kept.read_text(encoding="utf-8")) == names_schema()
