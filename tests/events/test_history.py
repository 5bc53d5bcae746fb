"""When event files were changed, asked of real repositories."""

import os
import subprocess
from datetime import UTC, datetime

import pytest

from dateline.events import last_changes

EARLY, LATE = datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC), datetime(2022, 2, 3, 4, 5, 6, tzinfo=UTC)


class Repository:
    """A content folder below the root of a repository."""

    def __init__(self, root):
        self.root, self.content = root, root / "content"
        (self.content / "events" / "2021").mkdir(parents=True)
        self.git("init", "--quiet")

    def git(self, *arguments, **environment):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments],
            cwd=self.root,
            env=os.environ | environment,
            check=True,
        )

    def commit(self, moment, **files):
        for name, text in files.items():
            (self.content / "events" / "2021" / f"{name}.yml").write_text(text, encoding="utf-8")
        (self.content / "events" / ".ledger.jsonl").write_text(str(moment), encoding="utf-8")
        self.git("add", ".")
        date = moment.isoformat()
        self.git(
            "commit", "--quiet", "-m", "x", GIT_COMMITTER_DATE=date, GIT_AUTHOR_DATE="2000-01-01T00:00:00Z"
        )


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository with a space")


def test_each_file_has_the_time_of_its_last_commit_the_newest_first(repository):
    repository.commit(EARLY, one="a", two="a", überfahrt="a")
    repository.commit(LATE, two="b")
    assert list(last_changes(repository.content, 10).items()) == [
        ("events/2021/two.yml", LATE),
        ("events/2021/one.yml", EARLY),
        ("events/2021/überfahrt.yml", EARLY),
    ]


def test_a_long_history_is_read_to_the_end_of_the_commit_that_makes_up_the_number(repository):
    repository.commit(EARLY, old="a")
    repository.commit(LATE, one="a", two="a")
    assert last_changes(repository.content, 1).keys() == {"events/2021/one.yml", "events/2021/two.yml"}


def test_a_history_that_was_not_fetched_says_nothing(repository, tmp_path):
    """In a shallow clone every file would seem to be of the last commit."""
    repository.commit(EARLY, one="a")
    repository.commit(LATE, two="a")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{repository.root}", clone], check=True)
    assert last_changes(clone / "content", 10) == {}


def test_without_git_or_repository_nothing_is_known(repository, tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    assert last_changes(tmp_path / "content", 10) == {}
    repository.commit(EARLY, one="a")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes(repository.content, 10) == {}
