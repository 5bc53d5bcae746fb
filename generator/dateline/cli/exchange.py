"""The commands that hand events to other tools, and take theirs."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from dateline.articles import read_article
from dateline.events import add_events, load_events
from dateline.exchange import FIELDS, Table, export_events, guess_columns, import_events, is_own, read_table

_ENDINGS = {
    ".json": "timelinejs",
    ".csv": "csv",
    ".xlsx": "csv",
    ".ics": "ics",
    ".mw": "markwhen",
    ".markwhen": "markwhen",
}


def write_export(style: str, content: Path, title: str, output: Path | None) -> None:
    """Write the events of a content folder, but rejected ones, to a file or to standard output."""
    events = [event for event in load_events(content) if event.status != "rejected"]
    articles = [read_article(path) for path in sorted((content / "articles").glob("*.md"))]
    made = export_events(
        style, events, articles, title=title, language="en", stamp=datetime.now(UTC).replace(microsecond=0)
    )
    if output is None:
        click.echo(made.text, nl=False)
    else:
        output.write_bytes(made.text.encode())
        click.echo(f"{output}: {len(events)} events", err=True)
    for line in made.lost:
        click.echo(f"  not in it: {line}", err=True)


def read_import(file: Path, style: str | None, columns: dict[str, str], content: Path) -> None:
    """Take the events of another tool's file into a content folder."""
    data = file.read_bytes()
    style = style or _style_of(file, data)
    mapping = _mapped(read_table(data, file.name), columns) if style == "csv" else None
    found = import_events(style, data, file.name, mapping)
    added = add_events(found.events, content)
    for path in added.paths:
        click.echo(f"  new: {path}")
    for line in found.lost:
        click.echo(f"  no place for {line}")
    click.echo(f"{len(found.events)} in the file: {len(added.paths)} new, {len(added.known)} already there.")


def _style_of(file: Path, data: bytes) -> str:
    """The format of a file, by its name and, of JSON and CSV, by what it holds."""
    style = _ENDINGS.get(file.suffix.lower())
    if style is None:
        raise click.UsageError(f"the name {file.name!r} does not tell its format: say it with --format")
    if style == "timelinejs" and b'"dateline"' in data[:200]:
        return "json"
    if file.suffix.lower() == ".csv" and {"Headline", "Year"} <= set(read_table(data, file.name).header):
        return "timelinejs-csv"
    return style


def _mapped(table: Table, said: dict[str, str]) -> dict[str, str] | None:
    """The column of each field: as said, or as the names of columns tell, or as a person answers."""
    if is_own(table) and not said:
        return None
    columns = guess_columns(table.header) | said
    for field in ("date", "title"):
        if field not in columns and sys.stdin.isatty():
            shown = ", ".join(table.header)
            columns[field] = click.prompt(
                f"Which column holds the {field}? There are {shown}", type=click.Choice(table.header)
            )
    return columns


def read_columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """``FIELD=COLUMN`` as a person gave them.

    Raises:
        UsageError: One is not of that form, or names no field.
    """
    columns = {}
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not sign or field not in FIELDS:
            raise click.UsageError(f"--column {pair}: write FIELD=NAME; the fields are {', '.join(FIELDS)}")
        columns[field] = column
    return columns


def title_of(folder: Path) -> str:
    """What the timeline is called: ``site_name`` in mkdocs.yml, or else the folder's name."""
    settings = folder / "mkdocs.yml"
    if settings.is_file():
        for line in settings.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key == "site_name" and value.strip():
                return value.strip().strip("'\"")
    return folder.resolve().name
