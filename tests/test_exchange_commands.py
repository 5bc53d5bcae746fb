"""`dateline export` and `dateline import`, as people call them."""

import json

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.edtf import in_words
from dateline.events import check, load_events

EVENT = """\
date: 2021-03-04
title: Ferry sinks off Exampleton
actors: [Harbour Office]
tags: [accident]
importance: 4
status: reviewed
sources:
  - article: gazette
    quote: the ferry sank on Thursday
    dated: on Thursday
"""
ARTICLE = """\
---
title: Ferry sinks
outlet: Gazette
published: 2021-03-05
---
Near noon the ferry sank on Thursday.
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "content" / "events" / "2021").mkdir(parents=True)
    (tmp_path / "content" / "articles").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 'Ferries'\n", encoding="utf-8")
    (tmp_path / "content" / "events" / "2021" / "2021-03-04-ferry.yml").write_text(EVENT, encoding="utf-8")
    (tmp_path / "content" / "articles" / "gazette.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(("style", "name"), [("json", "out.json"), ("csv", "out.csv")])
def test_what_is_exported_whole_comes_back_whole(project, style, name):
    """The file has all of an event; taken into a site without it, it is the same event."""
    before = load_events(project / "content")
    assert run("export", style, "-o", name).exit_code == 0
    (project / "content" / "events" / "2021" / "2021-03-04-ferry.yml").unlink()
    result = run("import", name)
    assert result.exit_code == 0, result.output
    assert "1 in the file: 1 new, 0 already there." in result.output
    assert load_events(project / "content") == before
    assert check(project / "content") == []


def test_importing_twice_adds_nothing(project):
    run("export", "json", "-o", "out.json")
    result = run("import", "out.json")
    assert "1 in the file: 0 new, 1 already there." in result.output
    assert len(load_events(project / "content")) == 1


def test_export_says_what_a_format_cannot_hold(project):
    """The file goes to standard output, what it lacks to standard error."""
    result = run("export", "timelinejs")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["title"]["text"]["headline"] == "Ferries"
    assert "not in it: actors: of 1 event" in result.stderr
    assert project.name not in result.stdout


def test_a_table_of_ones_own(project):
    """Columns are named where their names do not tell; what stays behind is told."""
    (project / "trips.csv").write_text("Wann,Title,Mood\n4 May 2020,Ferry sails,glad\n", encoding="utf-8")
    missing = run("import", "trips.csv")
    assert missing.exit_code == 1
    assert "say --column date=NAME" in missing.output
    wrong = run("import", "trips.csv", "--column", "date=Wann")
    assert wrong.exit_code == 1
    assert "trips.csv: event 1: '4 May 2020' is not a date: write 2020-05-04" in wrong.output
    (project / "trips.csv").write_text("Wann,Title,Mood\n2020-05-04,Ferry sails,glad\n", encoding="utf-8")
    result = run("import", "trips.csv", "--column", "date=Wann")
    assert result.exit_code == 0, result.output
    assert "new: events/2020/2020-05-04-ferry-sails.yml" in result.output
    assert "no place for Mood: of 1 event" in result.output


def test_wrong_calls_are_told(project):
    """What is missing in a call ends it with 2 and says what to write."""
    (project / "notes.txt").write_text("x", encoding="utf-8")
    result = run("import", "notes.txt")
    assert result.exit_code == 2
    assert "say it with --format" in result.output
    result = run("import", "notes.txt", "--column", "mood=x")
    assert result.exit_code == 2
    assert "write FIELD=NAME" in result.output


def test_who_sits_at_a_terminal_is_asked_for_the_columns(project, monkeypatch):
    """A wrong answer is asked again; what the names tell is not asked."""
    monkeypatch.setattr("dateline.cli.exchange._is_asked", lambda: True)
    (project / "trips.csv").write_text("Wann;Title\n2020-05-04;Ferry sails\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["import", "trips.csv"], input="Wenn\nWann\n")
    assert result.exit_code == 0, result.output
    assert "Which column holds the date? There are Wann, Title" in result.output
    assert "holds the title" not in result.output
    assert "new: events/2020/2020-05-04-ferry-sails.yml" in result.output


def test_a_column_of_our_own_table_can_be_said_too(project):
    run("export", "csv", "-o", "out.csv")
    (project / "content" / "events" / "2021" / "2021-03-04-ferry.yml").unlink()
    result = run("import", "out.csv", "--column", "title=summary", "--column", "summary=title")
    assert result.exit_code == 1
    assert "out.csv: event 1: there is no title" in result.output


def test_names_and_dates_are_in_the_language_of_the_site(project):
    """Title and language are those that mkdocs.yml says, however it says them."""
    (project / "mkdocs.yml").write_text(
        "# site_name: no\nsite_name: >-\n  Ferries: all\nplugins:\n  - dateline: {language: fa}\n",
        encoding="utf-8",
    )
    event = project / "content" / "events" / "2021" / "2021-03-04-ferry.yml"
    event.write_text(EVENT.replace("2021-03-04", "2021-03~"), encoding="utf-8")
    document = json.loads(run("export", "timelinejs").stdout)
    assert document["title"]["text"]["headline"] == "Ferries: all"
    assert document["events"][0]["display_date"] == in_words("2021-03~", "fa")
    (project / "out.json").write_text(json.dumps(document), encoding="utf-8")
    event.unlink()
    assert run("import", "out.json").exit_code == 0
    assert [each.date for each in load_events(project / "content")] == ["2021-03~"]
