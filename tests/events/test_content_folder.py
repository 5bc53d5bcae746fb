"""A content folder that is read again while people edit it."""

import weakref

import pytest

from dateline.events import ContentFolder
from dateline.garbage import without_collecting

EVENT = """date: 2021-03-03
title: Ferry sinks
actors: [Ada Sample]
sources:
  - article: gazette
    quote: The ferry sank.
"""


@pytest.fixture
def content(tmp_path):
    for path, text in {
        "articles/gazette.md": "---\ntitle: Ferry\n---\nThe ferry sank.\n",
        "events/2021/ferry.yml": EVENT,
        "events/2021/other.yml": "date: 2020\ntitle: Other\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_did_not_change_is_the_very_same_event(content):
    """So that callers need not compare what they made of it."""
    folder = ContentFolder(content, again=True)
    other, ferry = folder.read().events
    (content / "events/2021/ferry.yml").write_text(EVENT.replace("sinks", "goes down"), encoding="utf-8")
    again = folder.read().events
    assert again[0] is other
    assert again[1] is not ferry
    assert again[1].title == "Ferry goes down"


def test_an_edit_of_an_article_is_held_against_every_event(content):
    folder = ContentFolder(content, again=True)
    assert folder.read().findings == []
    article = content / "articles/gazette.md"
    article.write_text("---\ntitle: Ferry\n---\nThe ferry was lost.\n", encoding="utf-8")
    (finding,) = folder.read().findings
    assert finding.path.endswith("ferry.yml")
    assert finding.line == 6
    assert [article.text for article in folder.read().articles] == ["The ferry was lost."]
    article.unlink()
    assert "there is no article" in folder.read().findings[0].message


def test_names_and_ledger_are_looked_at_again_too(content):
    folder = ContentFolder(content, again=True)
    assert folder.read().findings == []
    (content / "names.yml").write_text("- name: [\n", encoding="utf-8")
    assert [finding.path.endswith("names.yml") for finding in folder.read().findings] == [True]
    (content / "names.yml").unlink()
    (content / "events/.ledger.jsonl").write_text("broken\n", encoding="utf-8")
    assert [finding.path.endswith(".ledger.jsonl") for finding in folder.read().findings] == [True]


def test_an_event_that_was_deleted_is_gone(content):
    folder = ContentFolder(content, again=True)
    assert len(folder.read().events) == 2
    (content / "events/2021/other.yml").unlink()
    assert [event.id for event in folder.read().events] == ["ferry"]


def test_a_folder_read_once_is_gone_with_its_articles_as_soon_as_nobody_has_it(content):
    """A build searches for no cycles, and needs the room."""
    with without_collecting():
        folder = ContentFolder(content)
        folder.read()
        gone = weakref.ref(folder)
        del folder
        assert gone() is None
