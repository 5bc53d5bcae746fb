"""Decisions about drafts, and the way back."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events import check, load_events, write_events
from dateline.exceptions import DatelineError, EdtfError, WriteError
from dateline.model import Event, Source
from dateline.review import Session

GAZETTE = """---
title: Two ministers meet
outlet: Gazette
published: 2021-03-05
---
The harbour was shut all week. Ada Sample met Ben Placeholder in Kesten on Monday, aides said.
They spoke of fish.

The ferry sank on 3 March. Nobody was hurt.
"""
POST = """---
title: Ministers speak of fish
outlet: Post
published: 2021-03-09
---
Ben Placeholder received Ada Sample at the town hall of Kesten last Monday.
"""
LETTER = """---
title: A letter without a date
---
The lighthouse was built in 1880.
"""

MEETS = """\
# yaml-language-server: $schema=../../event.schema.json
date: 2021-03-01   # by the calendar
title: Ada Sample meets Ben Placeholder
actors: [Ada Sample, Ben Placeholder]

x-desk: foreign
status: draft # for now
sources:
  - article: gazette
    quote: Ada Sample met Ben Placeholder in Kesten on Monday, aides said.
    dated: on Monday
    # heard by Ida, too
"""
RECEIVES = """\
date: 2021-03-01
title: Ben Placeholder meets Ada Sample
summary: At the town hall.
actors: [Ben Placeholder, Ada Sample]
places: [Kesten]
importance: 4
sources:
  - article: post
    quote: Ben Placeholder received Ada Sample at the town hall of Kesten last Monday.
    dated: last Monday
"""
LISTED = """\
# both of one report
- id: ferry-sinks
  date: 2021-03-03
  title: Ferry sinks
  sources: [{article: gazette, quote: The ferry sank on 3 March., dated: on 3 March}]

- id: lighthouse-built
  date: "1880"
  title: Lighthouse is built
  sources:
    - {article: letter, quote: The lighthouse was built in 1880., dated: in 1880}
"""
FILES = {
    "articles/gazette.md": GAZETTE,
    "articles/post.md": POST,
    "articles/letter.md": LETTER,
    "events/2021/ministers-meet.yml": MEETS,
    "events/2021/minister-received.yml": RECEIVES,
    "events/others.yml": LISTED,
}


def put(content: Path, files: dict[str, str]) -> None:
    """Write files below a folder, line ends as they are."""
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(text.encode())


def everything(content: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def content(tmp_path) -> Path:
    folder = tmp_path / "content"
    put(folder, FILES)
    return folder


@pytest.fixture
def session(content) -> Session:
    return Session(content)


@pytest.fixture
def at(session) -> Callable[[str], object]:
    """Skips to the draft with an id, and gives its event."""

    def skipped(event: str) -> object:
        while session.current().id != event:
            session.skip()
        return session.current().event

    return skipped


def order(session):
    found = []
    while draft := session.current():
        found.append(draft.id)
        session.skip()
    return found


def test_drafts_come_newest_article_first_and_undated_ones_last(session):
    assert order(session) == ["minister-received", "ministers-meet", "ferry-sinks", "lighthouse-built"]


def test_only_drafts_come(content):
    put(content, {"events/2021/ministers-meet.yml": MEETS.replace("status: draft", "status: reviewed")})
    assert order(Session(content)) == ["minister-received", "ferry-sinks", "lighthouse-built"]


def test_accepting_changes_the_status_and_nothing_else(session, content, at):
    session.accept(at("ministers-meet"))
    assert everything(content) == {
        path: text.replace("status: draft", "status: reviewed").encode() for path, text in FILES.items()
    }
    assert session.current().id == "ferry-sinks"


def test_a_status_that_is_not_there_is_added_to_that_event_of_a_list(session, content, at):
    session.reject(at("ferry-sinks"))
    first, second = LISTED.split("\n\n")
    text = (content / "events/others.yml").read_text(encoding="utf-8")
    assert text == f"{first}\n  status: rejected\n\n{second}"


def test_a_date_is_written_in_its_normal_form_and_its_comment_stays(session, content, at):
    event = at("ministers-meet")
    session.set_date(event, "2021-W09")
    text = (content / event.path).read_text(encoding="utf-8")
    assert text == MEETS.replace("date: 2021-03-01   #", "date: 2021-03-01/2021-03-07   #")
    assert session.current().event.date == "2021-03-01/2021-03-07"


def test_what_is_no_date_changes_nothing(session, content, at):
    event = at("ministers-meet")
    with pytest.raises(EdtfError):
        session.set_date(event, "soon")
    assert everything(content) == {path: text.encode() for path, text in FILES.items()}


def test_merging_adds_sources_and_what_was_not_said_and_deletes_the_other_file(session, content, at):
    other = at("minister-received")
    kept = next(event for event in session.events if event.id == "ministers-meet")
    session.merge(kept, other)
    assert not (content / other.path).exists()
    (merged,) = [event for event in load_events(content) if event.id == "ministers-meet"]
    assert merged.title == "Ada Sample meets Ben Placeholder"
    assert merged.actors == ("Ada Sample", "Ben Placeholder")
    assert (merged.summary, merged.places) == ("At the town hall.", ("Kesten",))
    assert [source.article for source in merged.sources] == ["gazette", "post"]
    text = (content / kept.path).read_text(encoding="utf-8")
    assert [line for line in MEETS.splitlines() if line not in text.splitlines()] == []
    assert check(content) == []
    assert session.current().id == "ministers-meet"


def test_merging_another_into_this_one_stays_with_it(session, at):
    kept = at("minister-received")
    other = next(event for event in session.events if event.id == "ministers-meet")
    session.merge(kept, other)
    assert session.current().id == "minister-received"
    assert [source.article for source in session.current().event.sources] == ["post", "gazette"]
    session.accept(session.current().event)
    assert session.current().event is None, "its turn comes, and it is gone"


def test_an_event_of_a_list_goes_out_of_the_list_and_the_rest_stays(session, content, at):
    other = at("ferry-sinks")
    kept = next(event for event in session.events if event.id == "ministers-meet")
    session.merge(kept, other)
    left = (content / "events/others.yml").read_text(encoding="utf-8")
    assert LISTED.split("\n\n")[1] in left
    assert "ferry" not in left
    assert left.startswith("# both of one report\n")


def test_two_events_of_one_list_are_merged_in_it(session, content, at):
    kept = at("ferry-sinks")
    other = next(event for event in session.events if event.id == "lighthouse-built")
    session.merge(kept, other)
    (left,) = [event for event in load_events(content) if event.path == "events/others.yml"]
    assert left.id == "ferry-sinks"
    assert [source.quote for source in left.sources] == [
        "The ferry sank on 3 March.",
        "The lighthouse was built in 1880.",
    ]


def test_the_same_telling_is_not_added_twice(session, content, at):
    other = at("minister-received")
    put(content, {"events/2021/ministers-meet.yml": RECEIVES.replace("date: 2021", "date: 2020")})
    session.current()
    kept = next(event for event in session.events if event.id == "ministers-meet")
    session.merge(kept, other)
    (merged,) = [event for event in load_events(content) if event.id == "ministers-meet"]
    assert len(merged.sources) == 1


def test_converting_again_brings_back_no_event_that_was_merged(tmp_path):
    """The tellings are found in the event that is left, and the deleted file is taken for a decision."""
    content = tmp_path / "content"
    put(content, {path: text for path, text in FILES.items() if path.startswith("articles/")})
    quotes = {
        "gazette": "Ada Sample met Ben Placeholder in Kesten on Monday, aides said.",
        "post": "Ben Placeholder received Ada Sample at the town hall of Kesten last Monday.",
    }
    proposals = [
        Event("", "2021-03-01", f"Meeting told by {name}", sources=(Source(name, quote),))
        for name, quote in quotes.items()
    ]
    write_events(proposals, content)
    session = Session(content)
    other, kept = session.events
    session.merge(kept, other)
    before = everything(content / "events")
    report = write_events(proposals, content)
    assert (report.new, report.changed) == ((), ())
    after = everything(content / "events")
    assert {path: after[path] for path in after if path.endswith(".yml")} == {
        path: before[path] for path in before if path.endswith(".yml")
    }
    assert [len(event.sources) for event in load_events(content)] == [2]


def test_every_step_can_be_undone_back_to_the_first_byte(session, content, at):
    other = at("minister-received")
    kept = next(event for event in session.events if event.id == "ministers-meet")
    session.merge(kept, other)
    session.set_date(session.current().event, "2021-03")
    session.reject(session.current().event)
    session.skip()
    assert [session.undo() for _ in range(5)] == ["skipped", "rejected", "dated", "merged", None]
    assert everything(content) == {path: text.encode() for path, text in FILES.items()}
    assert session.position == 0


def test_undoing_never_overwrites_what_somebody_wrote_since(session, content, at):
    event = at("ministers-meet")
    session.accept(event)
    file = content / event.path
    file.write_text(file.read_text(encoding="utf-8") + "# Ida was here\n", encoding="utf-8")
    before = everything(content)
    with pytest.raises(DatelineError, match="changed since"):
        session.undo()
    assert everything(content) == before


def test_an_edit_in_an_editor_is_a_step_like_any_other(session, content, at):
    event = at("ministers-meet")
    file = content / event.path
    before = file.read_bytes()
    file.write_text("title: [", encoding="utf-8")
    session.edited(file, before)
    draft = session.current()
    assert draft.event is None
    assert draft.findings
    assert session.undo() == "edited"
    assert session.current().event == event


def test_a_merge_that_fails_half_way_leaves_both_files(session, content, at, monkeypatch):
    other = at("minister-received")
    kept = next(event for event in session.events if event.id == "ministers-meet")

    def denied(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", denied)
    monkeypatch.setattr("dateline.review.session.write_whole", lambda path, data, _: path.write_bytes(data))
    with pytest.raises(WriteError, match="cannot be deleted"):
        session.merge(kept, other)
    assert everything(content) == {path: text.encode() for path, text in FILES.items()}
    assert session.undo() is None or session.done.total() == 0


def test_a_file_that_cannot_be_edited_says_what_to_do(session, content, at):
    event = at("ministers-meet")
    (content / event.path).unlink()
    with pytest.raises(DatelineError, match="this file is gone"):
        session.accept(event)


ACTIONS = st.lists(st.tuples(st.sampled_from("arsdmMuw"), st.integers(0, 4)), max_size=12)


@given(ACTIONS)
def test_whatever_is_done_undoing_all_of_it_gives_the_same_bytes(actions):
    """Merges, dates, edits, undoings between: the way back leads to the first byte."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        put(content, {path: text.replace("\n", "\r\n") for path, text in FILES.items()})
        before = everything(content)
        session = Session(content)
        for key, number in actions:
            draft = session.current()
            if key == "u":
                session.undo()
            elif draft is None or draft.event is None:
                break
            else:
                act(session, draft, key, number)
        while session.undo():
            pass
        assert everything(content) == before


def act(session, draft, key, number):
    others = [event for event in session.events if event.id != draft.id]
    other = others[number % len(others)] if others else None
    if key == "a":
        session.accept(draft.event)
    elif key == "r":
        session.reject(draft.event)
    elif key == "s":
        session.skip()
    elif key == "d":
        session.set_date(draft.event, ["2020", "2021-03?", "[2020,2021]", "../2020", "2020-01-03"][number])
    elif key == "w":
        before = draft.path.read_bytes()
        draft.path.write_bytes(before + b"# seen\r\n")
        session.edited(draft.path, before)
    elif other and key == "m":
        session.merge(draft.event, other)
    elif other:
        session.merge(other, draft.event)
