"""A collection to events: the same whatever it comes as, who reads it, and how it is cut up."""

import gzip
import re
from dataclasses import replace
from itertools import chain, pairwise

import pytest
from click.testing import CliRunner

from dateline.archive import Archive, Store, conversion, in_processes
from dateline.archive import batches as batches_module
from dateline.archive.stretches import month_of, stretches
from dateline.articles import all_articles, format_article, size_of
from dateline.cli import main
from dateline.extraction import workers
from dateline.merging import convert
from dateline.merging.events import Merging
from dateline.merging.tellings import Telling
from dateline.model import Article, Mention, Passage
from dateline.names import Names

from .conftest import lines, tree


def archived(site, jobs=1, told=None):
    """The events and names of a site's articles."""
    content = site / "content"
    progress = (lambda *step: told.append(step)) if told is not None else lambda *_: None
    with Store(site) as store:
        made = Archive(all_articles(content), size_of(content), Names(), store, in_processes(jobs), progress)
        return sorted(made.events(), key=repr), made.names.entries, made


def run(*call):
    return CliRunner().invoke(main, ["convert", "--jobs", "1", *call])


def test_an_archive_gives_what_its_articles_give(site, news):
    """Read through the store and merged on disk, the events, names and datings are those of one go."""
    whole = convert(news)
    events, names, archive = archived(site)
    assert events == sorted(whole.events, key=repr)
    assert names == whole.names.entries
    assert {dating.article: dating for dating in archive.datings()} == whole.datings
    assert len(events) > 50
    first = events[0]
    assert archive.explain(first) == whole.explain(first)


def test_files_give_what_an_archive_gives(site, news):
    """A million files, or one: that is for the person to choose."""
    from_archive = archived(site)[:2]
    (site / "content" / "articles" / "wire.jsonl.gz").unlink()
    for article in news:
        (site / "content" / "articles" / f"{article.id}.md").write_text(
            format_article(article), encoding="utf-8"
        )
    assert archived(site)[:2] == from_archive


def test_the_number_of_processes_does_not_count(site, monkeypatch):
    """Neither for what is read nor for what is merged."""
    monkeypatch.setattr(conversion, "STRETCH", 60)
    alone = archived(site)[:2]
    monkeypatch.setattr(workers, "_WORTH", 2)
    monkeypatch.setattr("dateline.archive.reading.WORTH_A_PROCESS", 2)
    (site / ".dateline" / "readings.sqlite").unlink()
    assert archived(site, jobs=2)[:2] == alone


def test_what_is_read_does_not_stay_in_memory(unread_site, monkeypatch):
    """Many articles are read by another process, even with one job; the language model goes with it."""
    monkeypatch.setattr("dateline.archive.reading.WORTH_A_PROCESS", 1)
    monkeypatch.setattr(batches_module, "read_together", None)  # which nobody could call in this one
    assert len(archived(unread_site)[0]) > 50


def test_readings_are_taken_batch_by_batch(site, monkeypatch):
    """However many articles there are, the tellings of one batch are sorted before the next is taken."""
    done, read, add = [], Store.read, Merging.add
    monkeypatch.setattr(Store, "read", lambda store, key: done.append("read") or read(store, key))
    monkeypatch.setattr(Merging, "add", lambda merging, reading: done.append("add") or add(merging, reading))
    archived(site)
    assert done.count("read") > 1
    assert ("read", "read") not in pairwise(done)


def test_slices_and_stretches_bound_what_is_held(site, monkeypatch):
    """Cut up, nearly all events are the same; what is told within a month is never parted."""
    whole, _, _ = archived(site)
    monkeypatch.setattr(conversion, "SLICE", 8)
    monkeypatch.setattr(conversion, "STRETCH", 60)
    parts, _, archive = archived(site)
    assert len(archive._stretches) > 3
    days = [
        {(event.date, event.title) for event in events if re.fullmatch(r"\d{4}-\d\d-\d\d", event.date)}
        for events in (whole, parts)
    ]
    assert len(days[0] & days[1]) > 0.9 * len(days[0])
    for event in (parts[0], parts[len(parts) // 2], parts[-1]):
        assert event.title in archive.explain(event)
        assert event.sources[0].article in archive.explain(event)


def test_progress_adds_up(site):
    """Every step ends at what it said there is, also when nothing has to be read."""
    for _ in range(2):
        told = []
        archived(site, told=told)
        for step in ("Reading", "Naming", "Sorting", "Merging"):
            mine = [(more, total) for name, more, total in told if name == step]
            assert sum(more for more, _ in mine) == mine[0][1]


def test_only_what_changed_is_read_again(unread_site, news, monkeypatch):
    """One article more among many, and one corrected: two batches, not all."""
    read, together = [], batches_module.read_together

    def counting(articles):
        read.append([article.id for article in articles])
        return together(articles)

    monkeypatch.setattr(batches_module, "read_together", counting)
    assert run().exit_code == 0
    assert sorted(chain(*read)) == sorted(article.id for article in news)
    read.clear()
    assert run().exit_code == 0
    assert read == []
    later = Article("late", "Ferry sinks", "The ferry sank on 3 May 2019.", published="2019-05-04")
    articles = unread_site / "content" / "articles"
    (articles / "wire.jsonl.gz").write_bytes(gzip.compress(lines([*news, later])))
    corrected = format_article(replace(news[0], published="2001-01-01"))
    (articles / f"{news[0].id}.md").write_text(corrected, encoding="utf-8")
    assert run().exit_code == 0
    assert {"late", news[0].id} <= set(chain(*read))
    assert len(read) == 2


def test_an_article_that_an_event_cites_becomes_a_file(site, news):
    """So that its quotes can be checked and shown; the rest stays in the archive, also the second time."""
    quiet = Article("quiet", "On cheese", "Cheese is good.", published="2019-05-04")
    (site / "content" / "articles" / "wire.jsonl.gz").write_bytes(gzip.compress(lines([*news, quiet])))
    assert run().exit_code == 0
    files = {path.stem for path in (site / "content" / "articles").glob("*.md")}
    cited = {
        name
        for path in (site / "content" / "events").rglob("*.yml")
        for name in re.findall(r"- article: (.*)", path.read_text(encoding="utf-8"))
    }
    assert files == cited
    assert "quiet" not in files
    assert CliRunner().invoke(main, ["check"]).output == "Everything is in order.\n"
    before = tree(site)
    assert run("--check").exit_code == 0
    assert run().exit_code == 0
    assert tree(site) == before


def test_a_correction_in_the_file_counts(site):
    """What a person puts right in the file of an archived article is read, and survives."""
    run()
    path = min((site / "content" / "articles").glob("*.md"))
    text = path.read_text(encoding="utf-8") + "\nThe Swan sank off Exampleton on 3 January 1987.\n"
    path.write_text(text, encoding="utf-8")
    assert "1987-01-03" in run().output
    assert path.read_text(encoding="utf-8") == text


def test_only_important_events_are_written(site):
    """From the importance on that is asked for; what was written stays up to date whatever it weighs then."""
    events, _, _ = archived(site)
    heavy = sum(event.importance >= 4 for event in events)
    light = sum(event.importance < 4 for event in events)
    result = run("--importance", "4")
    assert f"{len(events)} events, {light} of them below importance 4: {heavy} new" in result.output
    assert len(list((site / "content" / "events").rglob("*.yml"))) == heavy
    assert f"0 new, 0 changed, {heavy} as they were" in run("--importance", "5").output


def test_so_many_events_that_nobody_reads_them_are_asked_about(site, monkeypatch):
    """Rather than fill the disk with files, it says how many there would be of each importance."""
    monkeypatch.setattr("dateline.cli.converting._MANY", 20)
    result = run()
    assert result.exit_code == 2
    assert "--importance 5: " in result.output
    assert not (site / "content" / "events").exists()
    assert run("--importance", "1").exit_code == 0


def test_bad_articles_are_told_and_all_others_read(site, news):
    """A broken line, a language that has no rules: exit code 1, and the events of all others are there."""
    path = site / "content" / "articles" / "wire.jsonl.gz"
    french = Article("lettre", "Lettre", "Rien à dire.", language="fr")
    path.write_bytes(gzip.compress(b"no JSON\n" + lines([*news, french])))
    result = run()
    assert result.exit_code == 1
    assert "wire.jsonl.gz:1:1: this line is no JSON" in result.stderr
    assert f"wire.jsonl.gz:{len(news) + 2}:1: language 'fr' cannot be read yet" in result.stderr
    assert "2 articles were left out; all others were read." in result.stderr
    assert f"{len(news)} articles, " in result.stdout
    assert len(list((site / "content" / "events").rglob("*.yml"))) > 50


def test_stretches_end_with_a_full_month():
    """Months go together until they hold enough; a month is never parted, however much it holds."""
    assert stretches({5: 10, 1: 40, 2: 40, 3: 40, 4: 500}, 100) == [[1, 2, 3], [4], [5]]
    assert stretches({}, 100) == []
    assert stretches({7: 1}, 100) == [[7]]


@pytest.mark.parametrize(
    ("date", "month"), [("2019-03-12", 3), ("2019", 1), ("2019-05/..", 5), ("../2019-06-30", 6), (None, 11)]
)
def test_the_month_of_a_telling(date, month):
    """Where it begins; where only its end is known, there; without a date, where its article came out."""
    mention = Mention("a", Passage(0, 1, "x"), "sink", (), "Ferry sinks", (), (), date)
    article = Article("a", "A", "x", published="2019-11-02")
    assert month_of(Telling([mention], date), article) == 2019 * 12 + month
