"""The page of the guide that lists the keys is what the table of fields says."""

from pathlib import Path

from dateline.events.fields import EVENT_FIELDS, SOURCE_FIELDS
from dateline.events.reference import fields_page, write_reference

CONTENT = Path(__file__).parents[2] / "content"


def test_the_page_of_the_guide_is_up_to_date():
    """If this fails, run `make reference`."""
    assert (CONTENT / "guide" / "fields.md").read_text(encoding="utf-8") == fields_page()


def test_every_key_has_a_row_with_what_it_may_hold():
    rows = [line for line in fields_page().splitlines() if line.startswith(("| `", "| **`"))]
    assert [row.split("`")[1] for row in rows] == [field.name for field in (*EVENT_FIELDS, *SOURCE_FIELDS)]
    assert all(row.count("|") == 5 for row in rows)
    kind = next(row for row in rows if row.startswith("| `kind`"))
    assert "`happened` (also if it is left out): it happened" in kind
    assert "`denied`: somebody says that it did not happen" in kind
    importance = next(row for row in rows if row.startswith("| `importance`"))
    assert "a whole number from 1 to 5; 3 if it is left out" in importance


def test_the_page_and_the_schemas_are_written(tmp_path):
    write_reference(tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {"guide/fields.md", "event.schema.json", "names.schema.json"}
