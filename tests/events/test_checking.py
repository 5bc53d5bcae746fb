"""Event files as people write them: what is read, and what is answered to every slip."""

import pytest

from dateline.events import check, load_events, read_events
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
    write(content, "nothing of ours", ".ledger.jsonl")
    write(content, "nothing of ours", ".drafts/ferry.yml")
    assert (load_events(content), check(content)) == ([], [])


def test_a_folder_without_events_has_none(tmp_path):
    assert (load_events(tmp_path), check(tmp_path)) == ([], [])


OWN = ", or 'x-{}' for a key of your own"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "date: 2021\ntitel: Ferry sinks\n",
            [":2:1: the key 'titel' is unknown: write 'title'" + OWN.format("titel")],
        ),
        (
            "date: 2021\ntitle: Ferry\nmood: sad\n",
            [
                ":3:1: the key 'mood' is unknown: write one of id, date, title, summary, actors, places, "
                "tags, kind, importance, status, sources" + OWN.format("mood")
            ],
        ),
        (
            "summary: Ferry\n",
            [
                ":1:1: the date is missing: write 'date: 1998-05-03'",
                ":1:1: the title is missing: write 'title: Ferry sinks off Exampleton'",
            ],
        ),
        (
            "",
            [
                ":1:1: the date is missing: write 'date: 1998-05-03'",
                ":1:1: the title is missing: write 'title: Ferry sinks off Exampleton'",
            ],
        ),
        (
            "date: 3 March 2021\ntitle: Ferry\n",
            [":1:7: '3 March 2021' is not a date: write 2021-03-03"],
        ),
        (
            "date: 2021/2020\ntitle: Ferry\n",
            [":1:7: '2021/2020' is not a date, it ends before it starts: write the earlier date first"],
        ),
        (
            "date: 2021\ntitle: Ferry\nimportance: high\n",
            [":3:13: importance is 'high': write a whole number from 1 (minor) to 5 (major)"],
        ),
        (
            "date: 2021\ntitle: Ferry\nimportance: 6\n",
            [":3:13: importance is '6': write a whole number from 1 (minor) to 5 (major)"],
        ),
        ("date: 2021\ntitle: Ferry\nkind: Planned\n", [":3:7: kind is 'Planned': write planned"]),
        (
            "date: 2021\ntitle: Ferry\nstatus: ok\n",
            [":3:9: status is 'ok': write draft, reviewed or rejected"],
        ),
        (
            "date: 2021\ntitle: Ferry\nactors: Ada\n",
            [":3:9: actors is not a list: write 'actors: [Ada]'"],
        ),
        (
            "date: 2021\ntitle: [Ferry]\n",
            [":2:8: title is not one text: write 'title: Ferry sinks off Exampleton'"],
        ),
        (
            "date: 2021\ntitle: Ferry\ntags: [[a], b]\n",
            [":3:8: an item of this list is not one text: write texts, with commas between them"],
        ),
        (
            "date: 2021\ntitle: Ferry\nid: The Ferry\n",
            [":3:5: the id 'The Ferry' is not made of small letters, digits and dashes: write the-ferry"],
        ),
        (
            "- date: 2021\n  title: Ferry\n",
            [":1:3: this event in a list has no id: write 'id: ' and a-short-name-with-dashes"],
        ),
        ("- Ferry\n", [":1:3: this is not an event: write its keys, 'date: …' and 'title: …'"]),
        (
            "date: 2021\ntitle: a: b\n",
            [':2:9: a colon inside a text needs quotes around it: write title: "a: b"'],
        ),
        (
            b"date: 2021\ntitle: Caf\xe9\n",
            [":2:1: this file is not UTF-8: save it in the encoding UTF-8"],
        ),
    ],
)
def test_a_slip_is_named_with_its_place_and_what_to_write(content, text, findings):
    write(content, text)
    assert found(content) == findings


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        (
            "- article: gazette-2012\n    quote: Nobody was hurt.",
            ":4:14: there is no article 'gazette-2012': write gazette-2021",
        ),
        (
            "- article: tribune\n    quote: Nobody was hurt.",
            ":4:14: there is no article 'tribune': add its text as content/articles/tribune.md",
        ),
        (
            "- article: gazette-2021\n    quote: Nobody was harmed.",
            (
                ":5:12: these are not the words of the article: copy them from it; "
                "after 'Nobody was' it goes on 'hurt. An inquiry is to report'"
            ),
        ),
        (
            "- article: gazette-2021\n    quote: Wholly made up.",
            ":5:12: these are not the words of the article: copy them from it",
        ),
        (
            "- article: gazette-2021\n    quote: Nobody was hurt.\n    dated: on Friday",
            (
                ":6:12: 'on Friday' is not in the article: "
                "write its words that gave the date, or leave 'dated' out"
            ),
        ),
        (
            "- article: gazette-2021",
            ":4:5: the quote is missing: write 'quote: ' and the words of the article",
        ),
        (
            "- speaker: Ada Sample",
            (
                ":4:5: this source names no article: "
                "write 'article: ' and the name of its file, or 'url: https://…'"
            ),
        ),
        (
            "- url: javascript:alert(1)",
            ":4:10: 'javascript:alert(1)' is not a web address: write one that starts with https:// or http://",
        ),
        ("- Gazette", ":4:5: this is not a source: write its keys, 'article: …' and 'quote: …'"),
    ],
)
def test_a_source_must_have_the_words_of_its_article(content, source, finding):
    write(content, f"date: 2021\ntitle: Ferry\nsources:\n  {source}\n")
    assert found(content) == [finding]


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
    assert finding.message == f"the id 'ferry' is already used in {first}"
    assert finding.path == (content / "events/2021/ferry.yml").as_posix()
    assert [event.date for event in read_events(content)[0]] == ["2021"]


@pytest.mark.parametrize("line", ["date: 2021-13", "kind: plan", "status: ok", "id: A", "title: []"])
def test_an_event_is_never_shown_with_a_guess_at_what_matters(content, line):
    fields = {"date": "date: 2021", "title": "title: Ferry"} | {line.split(":")[0]: line}
    write(content, "\n".join(fields.values()) + "\n")
    assert read_events(content)[0] == []


@pytest.mark.parametrize("line", ["importance: high", "actors: Ada", "mood: sad", "sources: [x]"])
def test_an_event_is_shown_without_what_is_wrong_about_the_rest(content, line):
    write(content, f"date: 2021\ntitle: Ferry\n{line}\n")
    events, findings = read_events(content)
    assert events == [Event("ferry", "2021", "Ferry", path="events/2021/ferry.yml")]
    assert len(findings) == 1


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
    assert read_events(content)[0] == []
    assert found(content) == [":1:1: this is a link to a file: put the file itself here"]
