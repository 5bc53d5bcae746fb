"""The commands, as a user calls them."""

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import joint_writes
from dateline.cli import main
from dateline.locking import only_one

REPORT = """Port reopens after strike

HARBOUR CITY (Example News) - Dockers ended their strike on Monday, the port authority said.

The strike began on 3 March 2019. Ana Ruiz, the mayor, visited the port of Harbour City last week.
"""

PACT = """---
title: Pact
published: 2019-03-12
---
The World Shipping Council (WSC) signed a treaty with Norway on Monday. The WSC said it was pleased.
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Calls a command in a folder with an empty site."""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return lambda *call: CliRunner().invoke(main, list(call))


def files(folder=Path("content")):
    """Every file below a folder with its bytes."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_and_is_in_the_readme(command):
    """Nobody has to read the code to learn what a command does."""
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert main.commands[command].help
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"dateline {command}" in readme


def test_add_says_what_it_found_and_cut(run):
    """The person who adds an article can check what became of it."""
    result = run("add", "report.txt", "--published", "2019-03-12")
    assert result.exit_code == 0
    assert "report.txt: added as content/articles/example-news-2019-03-12.md" in result.output
    assert "found outlet: Example News" in result.output
    assert "cut dateline: HARBOUR CITY (Example News) -" in result.output


def test_adding_twice_says_so_and_changes_nothing(run):
    """The same text is one article, however often it comes."""
    run("add", "report.txt")
    before = files()
    result = run("add", "report.txt")
    assert result.exit_code == 0
    assert "nothing new" in result.output
    assert files() == before


def test_a_bad_file_stops_only_itself(run, tmp_path):
    """One unreadable file is told in one line; the others are added."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = run("add", "empty.txt", "report.txt")
    assert result.exit_code == 1
    assert re.search(r"^Error: empty\.txt.*empty", result.output, re.MULTILINE)
    assert len(list(Path("content/articles").glob("*.md"))) == 1


def test_convert_writes_events_and_then_changes_no_byte(run):
    """A second run finds everything as it was."""
    run("add", "report.txt", "--published", "2019-03-12")
    first = run("convert")
    assert first.exit_code == 0, first.output
    before = files()
    texts = [path.read_text(encoding="utf-8") for path in Path("content/events").rglob("*.yml")]
    dates = {re.search(r"^date: (.*)$", text, re.MULTILINE)[1] for text in texts}
    assert {"2019-03-11", "2019-03-03", "2019-03-04/2019-03-10"} <= dates
    second = run("convert")
    told = f"1 article, {len(dates)} events: 0 new, 0 changed, {len(dates)} as they were, "
    assert second.output.endswith(told + "0 edited by hand and kept.\n")
    assert files() == before


def test_what_a_person_changed_or_deleted_stays(run):
    """Converting again neither overwrites an edit nor brings back what was deleted."""
    run("add", "report.txt", "--published", "2019-03-12")
    run("convert")
    edited, deleted = sorted(Path("content/events").rglob("*.yml"))[:2]
    edited.write_text(edited.read_text(encoding="utf-8") + "# seen by Ana\n", encoding="utf-8")
    deleted.unlink()
    before = files()
    result = run("convert")
    assert "1 edited by hand and kept" in result.output
    assert not deleted.exists()
    assert files() == before


def test_a_new_article_adds_its_telling_to_an_edited_event(run):
    """As the only change of that file, while what the person wrote stays byte for byte."""
    run("add", "report.txt", "--published", "2019-03-12")
    run("convert")
    event = Path("content/events/2019/2019-03-03-strike-begins.yml")
    edited = event.read_text(encoding="utf-8").replace("title: Strike begins", "title: Dockers strike  # all")
    edited = re.sub("importance: .", "importance: 5", edited)
    event.write_text(edited, encoding="utf-8")
    words = "The strike of the dockers began on 3 March 2019."
    again = f"---\ntitle: Strike\npublished: 2019-03-13\n---\n{words}\n"
    (Path("content/articles") / "again.md").write_text(again, encoding="utf-8")
    result = run("convert")
    assert "changed: 2019-03-03-strike-begins\n" in result.output
    added = f"  - article: again\n    quote: {words}\n    dated: on 3 March 2019\n"
    assert event.read_text(encoding="utf-8") == edited + added


def test_what_a_person_has_decided_otherwise_is_told_once(run):
    """The name that a person gives changes what is proposed; her actors stay, and she hears of it."""
    (Path("content/articles") / "a.md").write_text(PACT, encoding="utf-8")
    run("convert")
    event = next(Path("content/events").rglob("*.yml"))
    text = event.read_text(encoding="utf-8")
    event.write_text(re.sub("actors: .*", "actors: [Shipowners]", text), encoding="utf-8")
    names = Path("content/names.yml")
    named = names.read_text(encoding="utf-8").replace("name: World Shipping Council", "name: The Council")
    names.write_text(named, encoding="utf-8")
    told = f"proposed, yours is kept: {event.relative_to('content').as_posix()}: actors: "
    assert told in run("convert").output
    assert "actors: [Shipowners]\n" in event.read_text(encoding="utf-8")
    assert "yours is kept" not in run("convert").output


def test_a_removed_article_is_told_and_its_events_stay(run):
    """They are listed with the article that is gone, at every run until a person decides."""
    run("add", "report.txt", "--published", "2019-03-12")
    run("convert")
    before = files(Path("content/events"))
    article = next(Path("content/articles").glob("*.md"))
    article.unlink()
    for _ in range(2):
        output = run("convert").output
        gone = f"2019-03-03-strike-begins (article {article.stem} is gone)\n"
        assert f"told by no article any more: {gone}" in output
    assert files(Path("content/events")) == before


def test_a_dry_run_shows_a_diff_and_writes_nothing(run):
    """What convert would write is on stdout, everything else on stderr."""
    run("add", "report.txt", "--published", "2019-03-12")
    before = files()
    result = run("convert", "--dry-run")
    assert result.exit_code == 0
    assert files() == before
    name = "content/events/2019/2019-03-03-strike-begins.yml"
    assert f"--- /dev/null\n+++ {name}\n@@ -0,0 +1,{{}} @@".partition("{")[0] in result.stdout
    assert "+title: Strike begins\n" in result.stdout
    assert "content/events/.ledger.jsonl: new\n" in result.stdout
    assert "Reading" not in result.stdout
    run("convert")
    event = Path(name)
    event.write_text(
        event.read_text(encoding="utf-8").replace("importance: 1", "importance: 5"), encoding="utf-8"
    )
    before = files()
    assert run("convert", "--dry-run").stdout == ""
    assert files() == before


def test_check_of_convert_is_for_scripts(run):
    """Exit code 1 and the list of files where a run would change something, else 0; nothing is written."""
    (Path("content/articles") / "a.md").write_text(PACT, encoding="utf-8")
    before = files()
    result = run("convert", "--check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "content/names.yml: would change" in lines
    assert "content/events/.ledger.jsonl: would change" in lines
    assert files() == before
    run("convert")
    result = run("convert", "--check")
    assert (result.exit_code, result.stdout) == (0, "Nothing would change.\n")


def test_only_one_thing_is_asked_of_convert_at_a_time(run):
    """A call that wants a diff and a verdict is a wrong call."""
    result = run("convert", "--check", "--dry-run")
    assert result.exit_code == 2
    assert "one at a time" in result.output


def test_two_runs_at_once_do_not_mix(run):
    """The second says who is at work."""
    run("add", "report.txt", "--published", "2019-03-12")
    before = files()
    with only_one(Path("content")):
        result = run("convert")
        assert result.exit_code == 1
        assert f"another dateline convert is running here (pid {os.getpid()})" in result.output
    assert files() == before


def test_a_run_that_is_cut_off_anywhere_is_finished_by_the_next(run, monkeypatch):
    """Events, names and ledger come out as if nothing had happened, whichever write was the last."""
    (Path("content/articles") / "a.md").write_text(PACT, encoding="utf-8")
    untouched = files()
    run("convert")
    whole = files()
    write, cuts = joint_writes.write_whole, 0
    while True:
        shutil.rmtree("content")
        for path, data in untouched.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(data)
        left = [cuts]

        def cut_off(path, data, within, left=left):
            if not left[0]:
                raise OSError("killed")
            left[0] -= 1
            write(path, data, within)

        monkeypatch.setattr(joint_writes, "write_whole", cut_off)
        finished = run("convert").exception is None
        monkeypatch.setattr(joint_writes, "write_whole", write)
        if cuts and not finished:
            assert run("convert", "--check").exit_code == 1
            assert "cut off" in run("convert", "--dry-run").stderr
        run("convert")
        assert files() == whole
        if finished:
            break
        cuts += 1
    assert cuts == len(whole) - len(untouched) + 1  # each file, and the journal before them


def test_convert_tells_of_articles_without_a_date(run):
    """When an undated article must have come out is said in one line, and never written into it."""
    run("add", "report.txt")
    article = next(Path("content/articles").glob("*.md"))
    before = article.read_bytes()
    result = run("convert")
    assert f"{article.stem}: published on 3 March 2019 or later, from 1 piece of evidence\n" in result.output
    assert article.read_bytes() == before


def test_explaining_an_article_shows_the_evidence_for_its_date(run):
    """Each piece comes with its sentence; nothing is written."""
    run("add", "report.txt")
    before = files()
    name = next(Path("content/articles").glob("*.md")).stem
    result = run("convert", "--explain", name)
    assert result.exit_code == 0
    assert "“on 3 March 2019” is told as past" in result.output
    assert "“The strike began on 3 March 2019.”" in result.output
    assert files() == before


def test_explaining_an_event_shows_its_tellings(run):
    """An event's article, quote and dating words are shown for its id; nothing is written."""
    run("add", "report.txt", "--published", "2019-03-12")
    run("convert")
    before = files()
    result = run("convert", "--explain", "2019-03-03-strike-begins")
    assert result.exit_code == 0
    assert "Strike begins: 3 March 2019" in result.output
    assert "dated 3 March 2019 by “on 3 March 2019”" in result.output
    assert "“The strike began on 3 March 2019.”" in result.output
    assert files() == before


def test_explaining_what_is_not_there_says_where_ids_are(run):
    """A mistyped id is a wrong call, and the message says where to look."""
    run("add", "report.txt", "--published", "2019-03-12")
    result = run("convert", "--explain", "no-such-event")
    assert result.exit_code == 2
    assert "'no-such-event'" in result.output
    assert "content/events" in result.output


def test_names_are_proposed_and_edits_of_them_win(run):
    """A name that a person changes in names.yml is the one that events use from then on."""
    (Path("content/articles") / "a.md").write_text(PACT, encoding="utf-8")
    run("convert")
    names = Path("content/names.yml")
    text = names.read_text(encoding="utf-8")
    assert "name: World Shipping Council" in text
    names.write_text(text.replace("name: World Shipping Council", "name: The Council"), encoding="utf-8")
    run("convert")
    event = next(Path("content/events").rglob("*.yml")).read_text(encoding="utf-8")
    assert "The Council" in event
    assert "name: The Council" in names.read_text(encoding="utf-8")
    before = files()
    run("convert")
    assert files() == before


def test_check_tells_every_error_and_exits_1(run):
    """Each error has its place and its fix; the exit code is for scripts."""
    run("add", "report.txt", "--published", "2019-03-12")
    run("convert")
    assert run("check").exit_code == 0
    file = min(Path("content/events").rglob("*.yml"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("status: draft", "statsu: draft"), encoding="utf-8"
    )
    result = run("check")
    assert result.exit_code == 1
    assert re.search(rf"^{re.escape(str(file))}:\d+:1: .*statsu.*status", result.output, re.MULTILINE)


def test_check_annotates_pull_requests(run):
    """In the form of GitHub's workflow commands an error shows beside its line."""
    Path("content/events").mkdir()
    Path("content/events/x.yml").write_text("title: No date\n", encoding="utf-8")
    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert re.search(r"^::error file=content/events/x\.yml,line=\d+,col=\d+::.+", result.output, re.MULTILINE)


def test_outside_a_site_the_way_in_is_told(tmp_path, monkeypatch):
    """A call in the wrong folder is a wrong call: exit code 2, and what to do."""
    monkeypatch.chdir(tmp_path)
    for command in ("convert", "check"):
        result = CliRunner().invoke(main, [command])
        assert result.exit_code == 2
        assert "dateline new" in result.output


def test_new_makes_a_site_that_holds(tmp_path, monkeypatch):
    """A fresh site passes its own check and tells how to see it."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "line", "--title", "My line"])
    assert result.exit_code == 0
    assert "cd line && mkdocs serve" in result.output
    monkeypatch.chdir(tmp_path / "line")
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    again = CliRunner().invoke(main, ["new", "."])
    assert again.exit_code == 1
    assert "not empty" in again.output


def broken_site(event):
    """A site with one event."""
    Path("content/events").mkdir(parents=True, exist_ok=True)
    Path("content/events/a.yml").write_text(event, encoding="utf-8")


def test_check_shows_each_error_with_its_line_and_exits_with_1(run):
    """What is wrong is on the standard output, how much of it on the other."""
    broken_site("date: 2021\ntitel: Ferry\n")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "content/events/a.yml:2:1: the key 'titel' is unknown: "
        "write 'title', or 'x-titel' for a key of your own\n"
        "    2 | titel: Ferry\n      | ^\n"
    )
    assert result.stderr == "1 to correct.\n"


def test_check_says_when_nothing_is_wrong(run):
    """And exits with 0."""
    broken_site("date: 2021\ntitle: Ferry\n")
    result = run("check")
    assert (result.exit_code, result.output) == (0, "Everything is in order.\n")


def test_annotations_for_github_are_escaped(run, monkeypatch):
    """As GitHub's runner reads them: %, line ends and, in properties, colons and commas."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    broken_site("date: 2021\ntitle: Ferry\n")
    Path("content/events/a,b:c%.yml").write_text("date: 50%\ntitle: Ferry\nid: b\n", encoding="utf-8")
    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "::error file=content/events/a%2Cb%3Ac%25.yml,line=1,col=7::'50%25' is not a date: write a date like"
    )
    assert result.stdout.count("\n") == 1


def test_annotations_name_files_from_the_root_of_the_repository(run, tmp_path, monkeypatch):
    """GitHub shows them beside the file, also where the site is in a folder of its repository."""
    broken_site("date: soon\ntitle: Ferry\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    result = run("check", "--format", "github")
    assert result.stdout.startswith(f"::error file={tmp_path.name}/content/events/a.yml,line=1,col=7::")


def test_an_annotation_of_a_whole_file_stands_at_its_first_line(run, monkeypatch):
    """GitHub wants a line."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    broken_site("")
    Path("content/events/a.yml").write_bytes("date: 2021".encode("utf-16"))
    result = run("check", "--format", "github")
    assert result.stdout.startswith(
        "::error file=content/events/a.yml,line=1,col=1::this file is saved as UTF-16"
    )


def test_fixing_prints_every_change_and_then_what_is_left(run):
    """It exits with 1 while anything is left, and with 0 when all is mended."""
    broken_site("date: Jan 3 2020\ntitle: Ferry\nkind: Planned\nstatus: ok\n")
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert result.stdout == (
        "content/events/a.yml:1: Jan 3 2020 → 2020-01-03\n"
        "content/events/a.yml:3: Planned → planned\n"
        "content/events/a.yml:4:9: status is 'ok': write draft, reviewed or rejected\n"
        "    4 | status: ok\n      |         ^\n"
    )
    broken_site("date: Jan 3 2020\ntitle: Ferry\n")
    result = run("check", "--fix")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "Everything is in order.")


def test_without_fix_nothing_is_written(run):
    """Checking only reads."""
    broken_site("date: Jan 3 2020\ntitle: Ferry\n")
    before = files()
    run("check")
    assert files() == before
