"""Event files as people write them: what is read, and what is answered to every slip."""

import pytest

from dateline.events import ContentFolder, check, load_events
from dateline.exceptions import EventFileError
from dateline.model import Event, Source

ARTICLE = """\
---
title: Ferry sinks off Exampleton
outlet: Example Gazette
---
The ferry Swan sank on Thursday,
the Harbour Office said. Nobody was hurt.

An inquiry is to report by the end of 2021.
"""


@pytest.fixture
def content(tmp_path):
    """A content folder with one article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "events").mkdir()
    (tmp_path / "articles" / "gazette-2021.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def write(content, text, name="2021/ferry.yml"):
    path = content / "events" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def found(content):
    """The findings of the only wrong file, without its path."""
    findings = check(content)
    names = {finding.path for finding in findings}
    assert len(names) <= 1
    return [str(finding).removeprefix(finding.path) for finding in findings]


def test_everything_a_file_may_say_is_read(content):
    write(
        content,
        """\
# a comment
date: 2021-03-04
title: Ferry sinks
summary: >-
  Forty were
  saved.
actors: [Harbour Office, Ada Sample]
places:
  - Exampleton
tags: [accident]
kind: denied
importance: 5
status: reviewed
x-desk: harbour
sources:
  - article: gazette-2021
    quote: The ferry Swan sank on Thursday, the Harbour Office said.
    speaker: Ada Sample
    dated: on Thursday
    x-checked: yes
  - url: https://courier.example/swan
""",
    )
    assert check(content) == []
    assert load_events(content) == [
        Event(
            id="ferry",
            date="2021-03-04",
            title="Ferry sinks",
            summary="Forty were saved.",
            actors=("Harbour Office", "Ada Sample"),
            places=("Exampleton",),
            tags=("accident",),
            kind="denied",
            importance=5,
            status="reviewed",
            sources=(
                Source(
                    "gazette-2021",
                    "The ferry Swan sank on Thursday, the Harbour Office said.",
                    "Ada Sample",
                    "on Thursday",
                ),
                Source("", "", url="https://courier.example/swan"),
            ),
            path="events/2021/ferry.yml",
        )
    ]


def test_date_and_title_are_enough(content):
    write(content, "date: 2021\ntitle: Ferry sinks\n")
    assert load_events(content) == [Event("ferry", "2021", "Ferry sinks", path="events/2021/ferry.yml")]


def test_an_empty_value_is_no_value(content):
    write(content, "date: 2021\ntitle: Ferry sinks\nsummary:\nactors:\nkind:\nimportance:\nsources:\n")
    assert load_events(content) == [Event("ferry", "2021", "Ferry sinks", path="events/2021/ferry.yml")]


def test_scalars_are_the_text_that_stands_there(content):
    write(content, "date: 2014\ntitle: 12:30\nactors: [NO, 2014, 0x1F]\n")
    (event,) = load_events(content)
    assert (event.date, event.title, event.actors) == ("2014", "12:30", ("NO", "2014", "0x1F"))


def test_dates_are_kept_in_their_canonical_form(content):
    write(content, "date: 2007 / 2011\ntitle: Ferry sails\n")
    assert load_events(content)[0].date == "2007/2011"


def test_a_file_may_hold_a_list_and_an_id_may_be_given(content):
    write(
        content,
        "- id: ferry-sinks\n  date: 2021-03-04\n  title: Ferry sinks\n"
        "- id: ferry-raised\n  date: 2021-04\n  title: Ferry raised\n",
        "all.yaml",
    )
    write(content, "id: ferry-sails\ndate: 2020\ntitle: Ferry sails\n")
    assert check(content) == []
    assert [(event.id, event.path) for event in load_events(content)] == [
        ("ferry-sails", "events/2021/ferry.yml"),
        ("ferry-sinks", "events/all.yaml"),
        ("ferry-raised", "events/all.yaml"),
    ]


def test_events_are_in_order_of_time_then_id(content):
    for name, date in (("c", "../2020"), ("b", "2021"), ("a", "2021"), ("d", "2020-05")):
        write(content, f"date: {date}\ntitle: Ferry\n", f"{name}.yml")
    assert [event.id for event in load_events(content)] == ["d", "c", "a", "b"]


def test_hidden_files_and_other_endings_are_not_read(content):
    write(content, "nothing of ours", "notes.txt")
    write(content, "nothing of ours", ".notes.yml")
    write(content, "nothing of ours", ".drafts/ferry.yml")
    assert (load_events(content), check(content)) == ([], [])


def test_a_folder_without_events_has_none(tmp_path):
    assert (load_events(tmp_path), check(tmp_path)) == ([], [])


@pytest.mark.parametrize(
    "quote", ["on Thursday, the Harbour Office", "hurt.  An inquiry", "Ferry sinks off Exampleton"]
)
def test_a_quote_may_cross_lines_and_paragraphs_or_be_the_title(content, quote):
    write(content, f"date: 2021\ntitle: Ferry\nsources:\n  - article: gazette-2021\n    quote: '{quote}'\n")
    assert check(content) == []


def test_all_errors_of_all_files_are_told_in_one_go(content):
    write(content, "date: 2021-13\ntitel: Ferry\nsources:\n  - article: tribune\n    quote: x\n", "a.yml")
    write(content, "date: 2021\ntitle: Ferry\nkind: plan\n", "b.yml")
    (content / "articles" / "courier.md").write_text("---\ntitel: x\n---\nText.\n", encoding="utf-8")
    places = [(finding.path.rpartition("/")[2], finding.line) for finding in check(content)]
    assert places == [("courier.md", 2), ("a.yml", 1), ("a.yml", 2), ("a.yml", 4), ("b.yml", 3)]


def test_an_id_stands_for_one_event(content):
    write(content, "date: 2021\ntitle: Ferry\n", "2020/ferry.yml")
    write(content, "date: 2022\ntitle: Ferry again\n", "2021/ferry.yml")
    (finding,) = check(content)
    first = (content / "events/2020/ferry.yml").as_posix()
    assert finding.message == f"the id 'ferry' is already used in {first}:1"
    assert finding.path == (content / "events/2021/ferry.yml").as_posix()
    assert [event.date for event in ContentFolder(content).read().events] == ["2021"]


@pytest.mark.parametrize("line", ["date: 2021-13", "kind: plan", "status: ok", "id: A", "title: []"])
def test_an_event_is_never_shown_with_a_guess_at_what_matters(content, line):
    fields = {"date": "date: 2021", "title": "title: Ferry"} | {line.split(":")[0]: line}
    write(content, "\n".join(fields.values()) + "\n")
    assert ContentFolder(content).read().events == []


@pytest.mark.parametrize("line", ["importance: high", "actors: Ada", "mood: sad", "sources: [x]"])
def test_an_event_is_shown_without_what_is_wrong_about_the_rest(content, line):
    write(content, f"date: 2021\ntitle: Ferry\n{line}\n")
    found = ContentFolder(content).read()
    assert found.events == [Event("ferry", "2021", "Ferry", path="events/2021/ferry.yml")]
    assert len(found.findings) == 1


def test_loading_refuses_wrong_files_and_lists_the_first_findings(content):
    for number in range(12):
        write(content, "date: soon\ntitle: Ferry\n", f"ferry-{number:02}.yml")
    with pytest.raises(EventFileError) as caught:
        load_events(content)
    lines = str(caught.value).splitlines()
    assert lines[0].startswith(
        f"{(content / 'events/ferry-00.yml').as_posix()}:1:7: 'soon' is not a date: write"
    )
    assert (len(lines), lines[-1]) == (11, "and 2 more")


def test_a_link_is_not_followed(content, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "ferry.yml"
    outside.write_text("date: 2021\ntitle: Secret\n", encoding="utf-8")
    (content / "events" / "ferry.yml").symlink_to(outside)
    assert ContentFolder(content).read().events == []
    assert found(content) == [": this is a link to a file: put the file itself here"]
