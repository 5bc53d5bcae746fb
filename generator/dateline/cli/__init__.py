"""The commands. Nothing else knows click; what goes wrong inside is told in one line."""

import os
import sys
from collections.abc import Sized
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from dateline.exceptions import DatelineError
from dateline.model import ExportFormat, ImportFormat

if TYPE_CHECKING:
    from dateline.findings import Finding

_CUT_SHOWN = 72


class _Commands(click.Group):
    """Commands whose errors are told to people: exit code 1, or 2 where the call itself was wrong."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            raise  # whoever read the output has seen enough: click ends quietly
        except OSError as error:
            told = f"{error.filename or 'the output'}: it cannot be read or written"
            reason = error.strerror or str(error)
            raise click.ClickException(f"{told} ({reason}): check its rights, and the space left") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """News articles in, a timeline that people can check, correct and publish out."""


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The name of the timeline.  [default: from the folder's name]")
def new(folder: Path, title: str | None) -> None:
    """Make a fresh site in DIR: settings, an example, the GitHub Pages workflow."""
    from dateline.events import write_schemas  # noqa: PLC0415 - each command loads only what it needs
    from dateline.scaffold import new_site  # noqa: PLC0415

    paths = new_site(folder, title)
    write_schemas(folder / "content")
    for path in paths:
        click.echo(path)
    click.echo(f"\nNow: cd {folder} && mkdocs serve")


@main.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option("--published", metavar="DATE", help="When it was published, in EDTF: 2014-12-05, 2014-12.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="URL", help="Where it can be read.")
def add(files: tuple[Path, ...], published: str | None, outlet: str | None, url: str | None) -> None:
    """Turn raw files into articles; say what was cut and what was found.

    A FILE is a .txt, .html or .md file. What is not the article (menus, teasers, footers, repeated lines) is
    left out; title, outlet, place and date move to the top of content/articles/<id>.md.
    """
    from dateline.articles import add_article  # noqa: PLC0415 - each command loads only what it needs

    content, failed = _content(), False
    for file in files:
        try:
            added = add_article(file, content, published=published, outlet=outlet, url=url)
        except DatelineError as error:
            click.echo(f"Error: {error}", err=True)
            failed = True
            continue
        click.echo(f"{file}: {'added as' if added.new else 'nothing new, already there as'} {added.path}")
        if added.new:
            for found in added.found:
                click.echo(f"  found {found.field}: {found.value}   (“{_short(found.words)}”)")
            for cut in added.cut:
                click.echo(f"  cut {cut.reason}: {_short(cut.text)}")
    if failed:
        sys.exit(1)


@main.command()
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes may read articles at a time; few articles are read in one.  "
    "[default: the number of cores]",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read articles on the workers of a Dask scheduler, such as tcp://10.0.0.1:8786, not here.",
)
@click.option(
    "--importance",
    metavar="N",
    type=click.IntRange(1, 5),
    help="Write new events from this importance on, 1 to 5.  [default: all, if they are 20,000 at most]",
)
@click.option(
    "--explain",
    metavar="ID",
    help="Write nothing; tell how this event came about, or when this article was published.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change, as a unified diff.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit 1 and list what would change, if anything.",
)
def convert(
    jobs: int | None,
    scheduler: str | None,
    importance: int | None,
    explain: str | None,
    dry_run: bool,
    only_check: bool,
) -> None:
    """Find the dated events in content/articles and write them to content/events.

    Articles are files (.md), or lines of JSON in an archive (.jsonl, .jsonl.gz); an article of an archive
    that an event has for a source becomes a file, too. An article is read once: a run that was cut off goes
    on where it was, and only what is new or changed is read again.

    Safe to run again: what you changed, deleted, merged or rejected stays so; what you left untouched is
    brought up to date, and what a new article tells becomes a source of the events it tells. Where you and
    the articles say different things, yours is kept and the other told once.

    The names of people, organisations and places go to content/names.yml. An article without a date of
    publication gets one from what it tells, if it can; it is told here and used for its events, and never
    written into the article.
    """
    from dateline.cli.converting import archive_of, explained, planned, would_change  # noqa: PLC0415
    from dateline.joint_writes import diff, finish, unfinished, write_together  # noqa: PLC0415 - loads only
    from dateline.locking import only_one  # noqa: PLC0415 - what it needs

    if (explain is not None) + dry_run + only_check > 1:
        raise click.UsageError("--explain, --dry-run and --check go one at a time")
    if jobs is not None and scheduler is not None:
        raise click.UsageError("--jobs is for this machine, --scheduler for others: give one of them")
    content = _content()
    reading = archive_of(content, jobs or os.cpu_count() or 1, scheduler)
    problems: list[str] = []
    changing = False
    if explain is not None:
        with reading as archive:
            click.echo(explained(explain, archive, content))
    elif dry_run or only_check:
        if files := unfinished(content):
            click.echo("An earlier run was cut off; the next one first writes the rest of it.", err=True)
        else:
            with reading as archive:
                files, told, problems = planned(archive, content, importance)
            if dry_run:
                click.echo(told, err=True)
        text = diff(files, content) if dry_run else would_change(files, content)
        click.echo(text or "Nothing would change.", nl=not text, err=dry_run and not text)
        changing = only_check and bool(text)
    else:
        with only_one(content):
            finish(content)
            with reading as archive:
                files, told, problems = planned(archive, content, importance)
                write_together(files, content)
        click.echo(told)
    for problem in problems:
        click.echo(problem, err=True)
    if problems or changing:
        sys.exit(1)


@main.command()
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="github makes annotations in a pull request.",
)
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help="Mend what can mean only one thing, and print every change: dates as people type them, names spelt "
    "unlike names.yml, capitals, quotes, slips of YAML.",
)
def check(style: str, mend: bool) -> None:
    """Report every error in articles, events and names: where it is, what is wrong, what to write instead.

    Exits with 1 when something is to be corrected, after --fix when something still is.
    """
    from dateline.events import check as find_errors  # noqa: PLC0415 - each command loads only what it needs
    from dateline.events import fix, shown  # noqa: PLC0415

    content = _content()
    if mend:
        for change in fix(content):
            click.echo(str(change))
    findings = find_errors(content)
    for text in map(_annotation, findings) if style == "github" else shown(findings):
        click.echo(text)
    if findings:
        click.echo(f"{len(findings)} to correct.", err=True)
        sys.exit(1)
    click.echo("Everything is in order.")


def _annotation(finding: "Finding") -> str:
    """A finding as GitHub's command for an annotation, its path from the repository's root."""
    root = os.environ.get("GITHUB_WORKSPACE")
    path = Path(os.path.relpath(finding.path, root)).as_posix() if root else finding.path
    place = {"file": path, "line": max(finding.line, 1), "col": max(finding.col, 1)}
    where = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    return f"::error {where}::{_escaped(f'{finding.message}: {finding.fix}')}"


def _escaped(text: str, signs: str = "") -> str:
    """A text as workflow commands have it: percent signs and line ends as codes, and some signs more."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" or char in signs else char for char in text)


@main.command()
@click.argument("style", metavar="FORMAT", type=click.Choice(get_args(ExportFormat)))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: standard output]",
)
def export(style: str, output: Path | None) -> None:
    """Write the events for another tool; say what its format cannot hold.

    FORMAT is json or csv, which hold everything; timelinejs or timelinejs-csv; markwhen; ics for calendars;
    or csl, the articles for reference managers.
    """
    from dateline.cli.exchange import write_export  # noqa: PLC0415 - each command loads only what it needs
    from dateline.standalone import read_settings  # noqa: PLC0415

    write_export(style, _content(), read_settings(Path()), output)


@main.command(name="import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format", "style", type=click.Choice(get_args(ImportFormat)), help="[default: from the file's name]"
)
@click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    help="Which column of a table holds a field, such as date=When; may be given several times.",
)
def import_(file: Path, style: str | None, columns: tuple[str, ...]) -> None:
    """Take over the events of another tool's file, each as an event file of its own.

    FILE is what TimelineJS, markwhen, a calendar or `dateline export` wrote, or a table (CSV or Excel) with a
    column for the date and one for the title. What is there already is not written again.
    """
    from dateline.cli.exchange import read_columns, read_import  # noqa: PLC0415 - each command loads only

    read_import(file, style, read_columns(columns), _content())  # what it needs


@main.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--bare",
    is_flag=True,
    help="Leave frame and pages of your own to another generator: each page of the timeline is its content, "
    "below a front matter with title and description.",
)
def render(out: Path, bare: bool) -> None:
    """Write the site into the folder OUT without MkDocs.

    The pages are those that mkdocs build makes, in the theme dateline, with the settings in mkdocs.yml.
    Files of the same names in OUT are replaced; others stay.
    """
    from dateline.standalone import render_site  # noqa: PLC0415 - each command loads only what it needs

    _content()
    done = render_site(Path(), out, bare=bare)
    for finding in done.findings:
        click.echo(str(finding), err=True)
    click.echo(f"{out}: {done.files} files")
    if done.findings:
        click.echo(f"{len(done.findings)} to correct: the site is without them.", err=True)


@main.command()
def review() -> None:
    """Walk the drafts in the terminal, newest article first: accept, reject, edit, merge, date, undo.

    One key decides; ? tells what each one does. Every decision is saved in the event's file at once, so stop
    whenever you like: the next time you go on with the drafts that are left.
    """
    from dateline.cli.review import Walk  # noqa: PLC0415 - each command loads only what it needs
    from dateline.review import Session  # noqa: PLC0415

    content = _content()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "review waits for keys, so it needs a terminal; without one, set 'status: reviewed' in the files"
        )
    session = Session(content)
    if not len(session):
        click.echo("No drafts: every event has been reviewed.")
        return
    Walk(session).to_the_end()
    told = [f"{number} {what}" for what, number in session.done.items()]
    click.echo(f"{', '.join(told) or 'Nothing changed'}. {_count(session.drafts(), 'draft')} left.")


def _content() -> Path:
    content = Path("content")
    if not content.is_dir():
        raise click.UsageError(
            "there is no folder content/ here: change into a site's folder, "
            "or make one with: dateline new DIR"
        )
    return content


def _count(items: Sized, noun: str) -> str:
    return f"{len(items)} {noun}" if len(items) == 1 else f"{len(items)} {noun}s"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _CUT_SHOWN else f"{text[: _CUT_SHOWN - 1]}…"
