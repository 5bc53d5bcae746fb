"""The commands that hand events to other tools, and take theirs."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from dateline.articles import read_article
from dateline.events import add_events, load_events
from dateline.exceptions import UnknownFormatError
from dateline.exchange import FIELDS, Incoming, export_events, import_events, incoming
from dateline.standalone import Settings
from dateline.whole_files import write_whole


def write_export(style: str, content: Path, settings: Settings, output: Path | None) -> None:
    """Write the events of a content folder, but rejected ones, to a file or to standard output."""
    events = [event for event in load_events(content) if event.status != "rejected"]
    articles = [read_article(path) for path in sorted((content / "articles").glob("*.md"))]
    made = export_events(
        style,
        events,
        articles,
        title=settings.site_name,
        language=settings.language,
        stamp=datetime.now(UTC).replace(microsecond=0),
    )
    if output is None:
        click.echo(made.text, nl=False)
    else:
        write_whole(output, made.text.encode(), output.parent)
        click.echo(f"{output}: {len(events)} events", err=True)
    for line in made.lost:
        click.echo(f"  not in it: {line}", err=True)


def read_import(file: Path, style: str | None, columns: dict[str, str], content: Path) -> None:
    """Take the events of another tool's file into a content folder."""
    try:
        known = incoming(file.read_bytes(), file.name, style)
    except UnknownFormatError as error:
        raise click.UsageError(f"{error}: say it with --format") from None
    found = import_events(known, _mapped(known, columns))
    added = add_events(found.events, content)
    for path in added.paths:
        click.echo(f"  new: {path}")
    for line in found.lost:
        click.echo(f"  no place for {line}")
    click.echo(f"{len(found.events)} in the file: {len(added.paths)} new, {len(added.known)} already there.")


def _mapped(file: Incoming, said: dict[str, str]) -> dict[str, str] | None:
    """The column of each field: as said, or as the names of columns tell, or as a person answers."""
    if file.table is None or file.style != "csv" or (file.is_own and not said):
        return None
    columns = file.columns | said
    for field in ("date", "title"):
        if field not in columns and _is_asked():
            header = file.table.header
            question = f"Which column holds the {field}? There are {', '.join(header)}"
            columns[field] = click.prompt(question, type=click.Choice(header))
    return columns


def _is_asked() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


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
