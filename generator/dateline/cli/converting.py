"""The command that makes events of articles: what it reads, what it would write, what it tells."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from dateline.archive import Archive, Share, Store, in_processes, on_cluster
from dateline.articles import all_articles, format_article, size_of
from dateline.cli.progress import Progress
from dateline.events import WriteReport, in_words, plan_events, proposal_of, schema_files
from dateline.joint_writes import changes
from dateline.names import plan_names, read_names
from dateline.publication import chain, one_line

_LISTED = 60
# More event files at once than anybody reads: then it is asked which ones are wanted.
_MANY = 20_000
_LEVELS = (5, 4, 3, 2, 1)


@contextmanager
def archive_of(content: Path, jobs: int, scheduler: str | None) -> Iterator[Archive]:
    """All that the articles of a content folder give, read in some processes or on a cluster."""
    known = read_names(content / "names.yml")
    with Store(content.parent) as store, _reader(jobs, scheduler) as share:
        with Progress() as progress:
            archive = Archive(all_articles(content), size_of(content), known, store, share, progress)
        yield archive


@contextmanager
def _reader(jobs: int, scheduler: str | None) -> Iterator[Share]:
    if scheduler is None:
        yield in_processes(jobs)
    else:
        with on_cluster(scheduler) as share:
            yield share


def planned(archive: Archive, content: Path, least: int | None) -> tuple[dict[str, bytes], str, list[str]]:
    """The files that a conversion writes, the ledger last; what there is to tell of it, and what is wrong."""
    if least is None:
        _refuse_many(archive)
    names = plan_names(archive.names, content / "names.yml")
    plan = plan_events(archive.events(), content, least or 1)
    report = plan.report
    told = [line for what, items in in_words(report).items() for line in _listed(f"{what}: ", items)]
    told += _listed("name: ", [", also ".join(entry.spellings) for entry in names.added])
    told += _listed("", [one_line(dating) for dating in archive.datings()])
    light = sum(level < (least or 1) for level in archive.importance)
    counts = (
        f"{counted(archive.articles, 'article')}, {counted(len(archive.importance), 'event')}"
        + (f", {light} of them below importance {least}" if light else "")
        + f": {len(report.new)} new, {len(report.changed)} changed, "
        f"{len(report.unchanged)} as they were, {len(report.kept)} edited by hand and kept"
        + (f", {len(report.deleted)} deleted by hand and left so." if report.deleted else ".")
    )
    files = schema_files() | names.files | _cited(plan.cited, archive, content) | plan.files
    return files, "\n".join([*told, counts]), [*_left_out(archive), *_unreadable(report)]


def _refuse_many(archive: Archive) -> None:
    """Ask which events are wanted of so many that nobody would read all."""
    if len(archive.importance) <= _MANY:
        return
    weights = archive.importance
    choices = (f"  --importance {level}: {sum(each >= level for each in weights):,}" for level in _LEVELS)
    raise click.UsageError(
        f"the articles tell {len(archive.importance):,} events; say how important one must be to get a file, "
        "and give that each time:\n" + "\n".join(choices) + "\nWhat was read is kept."
    )


def _cited(names: frozenset[str], archive: Archive, content: Path) -> dict[str, bytes]:
    """The files of those articles of archives that events have for sources, to be checked and shown."""
    lacking = (name for name in sorted(names) if not (content / f"articles/{name}.md").is_file())
    found = {f"articles/{article.id}.md": article for article in archive.archived(lacking)}
    return {path: format_article(found[path]).encode() for path in sorted(found)}


def would_change(files: dict[str, bytes], content: Path) -> str:
    """A line for each file that would change."""
    return "".join(f"{(content / path).as_posix()}: would change\n" for path in changes(files, content))


def explained(name: str, archive: Archive, content: Path) -> str:
    """How the event or the date of the article of that id came about."""
    dating = next((dating for dating in archive.datings() if dating.article == name), None)
    if dating is not None:
        return chain(dating)
    event = proposal_of(name, archive.events(), content)
    if event is not None:
        return archive.explain(event)
    raise click.UsageError(
        f"{name!r} is neither an event that the articles tell nor an article without a date; "
        "event ids are the names of the files in content/events"
    )


def _left_out(archive: Archive) -> list[str]:
    """What is wrong with articles that were left out, and how many there are."""
    if not archive.findings:
        return []
    were = "1 article was" if len(archive.findings) == 1 else f"{len(archive.findings)} articles were"
    return [*map(str, archive.findings[:_LISTED]), f"{were} left out; all others were read."]


def _unreadable(report: WriteReport) -> list[str]:
    """How many event files cannot be read; which ones, is told with the rest."""
    if not report.unreadable:
        return []
    number = len(report.unreadable)
    were = "1 event file was" if number == 1 else f"{number} event files were"
    return [f"{were} left alone; dateline check says what is wrong."]


def counted(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(what: str, items: Sequence[str]) -> list[str]:
    """A line an item, as many as a person reads; of the rest only their number."""
    more = [f"… and {len(items) - _LISTED} more"] if len(items) > _LISTED else []
    return [f"  {what}{item}" for item in (*items[:_LISTED], *more)]
