"""The page of the guide that lists every key of an event file, made of the table of fields."""

import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.events.fields import EVENT_FIELDS, OWN_KEY_PREFIX, SCALE, SOURCE_FIELDS, Field, Value
from dateline.events.writing import schema_files
from dateline.whole_files import write_whole

_HEAD = """\
# The keys of an event file

An event is a file `content/events/<year>/<id>.yml`. It needs a `date` and a `title`; every other key may be
left out. A file may also hold a list of events, which then each need an `id`.
"""
_SOURCES = """\
## The keys of a source

Each entry below `sources:` is one telling of the event. It needs an `article` and a `quote`, or a `url`.
"""
_OWN = f"""\
## Keys of your own

A key that starts with `{OWN_KEY_PREFIX}` is yours, for notes or for other programs: Dateline lets it stand
and never reads it.
"""
_VALUES: dict[Value, str] = {
    "text": "text",
    "name": "a name, spelt as in `names.yml`",
    "date": "a date in EDTF",
    "texts": "a list of texts",
    "names": "a list of names, spelt as in `names.yml`",
    "choice": "one word",
    "scale": f"a whole number from {SCALE[0]} to {SCALE[1]}",
    "url": "a web address, http or https",
    "id": "small letters, digits and dashes",
    "sources": "a list of sources, see below",
}


def fields_page() -> str:
    """The page, in Markdown."""
    return "\n".join([_HEAD, *_table(EVENT_FIELDS), "", _SOURCES, *_table(SOURCE_FIELDS), "", _OWN])


def _table(fields: tuple[Field, ...]) -> Iterator[str]:
    yield "| key | what it says | what it holds | for example |"
    yield "|---|---|---|---|"
    for field in fields:
        examples = " · ".join(f"`{example}`" for example in field.examples)
        key = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        yield f"| {key} | {field.doc} | {_holds(field)} | {examples} |"


def _holds(field: Field) -> str:
    if not field.choices:
        default = f"; {field.default} if it is left out" if field.default else ""
        return f"{_VALUES[field.value]}{default}"
    return "; ".join(
        f"`{choice}`{' (also if it is left out)' if choice == field.default else ''}: {meaning}"
        for choice, meaning in zip(field.choices, field.meanings, strict=True)
    )


def write_reference(content: Path) -> None:
    """Write the page and the schemas of event files and names into a content folder.

    Raises:
        WriteError: one of them cannot be written.
    """
    write_whole(content / "guide" / "fields.md", fields_page().encode(), content)
    for name, schema in schema_files().items():
        write_whole(content / name, schema, content)


if __name__ == "__main__":
    write_reference(Path(sys.argv[1]))
