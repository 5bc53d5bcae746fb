"""Several files written as one, whenever the run is cut off."""

import pytest

from dateline import joint_writes
from dateline.exceptions import WriteError
from dateline.joint_writes import JOURNAL_NAME, diff, finish, unfinished, write_together

FILES = {"events/a.yml": b"title: new\n", "events/b.yml": "title: größer\r\n".encode(), ".ledger": b"1\n"}


class CutOffError(Exception):
    """Stands for a kill."""


def cut_off(monkeypatch, at, *, before):
    """Stop the run just before or after the file of that number is written, the journal being number 0."""
    written, write = [], joint_writes.write_whole

    def write_or_stop(path, data, within):
        if len(written) == at and before:
            raise CutOffError
        write(path, data, within)
        written.append(path)
        if len(written) > at:
            raise CutOffError

    monkeypatch.setattr(joint_writes, "write_whole", write_or_stop)


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a.yml").write_bytes(b"title: old\n")
    return tmp_path


def test_all_are_written_and_the_journal_goes(folder):
    write_together(FILES, folder)
    assert tree(folder) == FILES


def test_what_is_there_already_is_not_written(folder, monkeypatch):
    """Nothing new touches nothing: no journal, no file."""
    write_together(FILES, folder)
    cut_off(monkeypatch, 0, before=True)
    write_together(FILES, folder)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("at", range(4))
def test_whenever_it_is_cut_off_the_next_run_writes_the_rest(folder, at, before):
    """Before the journal stands, nothing is done; from then on, everything will be."""
    untouched = tree(folder)
    with pytest.MonkeyPatch.context() as patch:
        cut_off(patch, at, before=before)
        with pytest.raises(CutOffError):
            write_together(FILES, folder)
    assert all(
        data in {untouched.get(path), FILES[path]} for path, data in tree(folder).items() if path in FILES
    )
    assert unfinished(folder).keys() <= FILES.keys()
    finish(folder)
    assert tree(folder) == (untouched if at == 0 and before else FILES)


def test_what_a_person_changed_since_is_left_alone(folder):
    """Her file is neither the one before nor the one after."""
    with pytest.MonkeyPatch.context() as patch:
        cut_off(patch, 1, before=True)
        with pytest.raises(CutOffError):
            write_together(FILES, folder)
    (folder / "events" / "a.yml").write_bytes(b"title: hers\n")
    assert list(unfinished(folder)) == ["events/b.yml", ".ledger"]
    finish(folder)
    assert tree(folder) == FILES | {"events/a.yml": b"title: hers\n"}


def test_a_broken_journal_is_told(folder):
    (folder / JOURNAL_NAME).write_bytes(b"{")
    with pytest.raises(WriteError, match=r"\.convert\.journal: this file is broken: delete it"):
        finish(folder)


def test_a_diff_shows_what_people_read_and_names_the_rest(folder):
    name = folder.as_posix()
    assert diff({**FILES, "events/a.yml": b"title: old\nk: v"}, folder) == (
        f"--- {name}/events/a.yml\n+++ {name}/events/a.yml\n@@ -1 +1,2 @@\n title: old\n+k: v\n"
        "\\ No newline at end of file\n"
        f"--- /dev/null\n+++ {name}/events/b.yml\n@@ -0,0 +1 @@\n+title: größer\r\n"
        f"{name}/.ledger: new\n"
    )
    write_together(FILES, folder)
    assert diff(FILES, folder) == ""
