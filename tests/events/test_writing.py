"""Writing proposed events beside what people wrote, changed, moved and deleted."""

import hashlib
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import LostSource, WriteReport, event_schema, load_events, write_events
from dateline.exceptions import EventFileError, WriteError
from dateline.model import Event, Source

SINKS = Event(
    id="",
    date="2021-03-04",
    title="Ferry sinks",
    tags=("accident",),
    sources=(Source("gazette", "The ferry sank on Thursday.", None, "on Thursday"),),
)
OPENS = Event(
    id="",
    date="../2020",
    title="Mayor opens the bridge",
    sources=(
        Source("gazette", "The mayor had opened the bridge by the end of 2020.", None, "by the end of 2020"),
    ),
)
RAISED = Event(
    id="", date="2021-05", title="Ferry raised", sources=(Source("courier", "It was raised in May."),)
)
SINKS_FILE = "events/2021/2021-03-04-ferry-sinks.yml"
OPENS_FILE = "events/2020/2020-mayor-opens-the-bridge.yml"
SINKS_ID, OPENS_ID = Path(SINKS_FILE).stem, Path(OPENS_FILE).stem


def tree(content):
    """Every file and its bytes."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }


def event_files(content):
    return sorted(path for path in tree(content) if path.endswith(".yml"))


def ledger(content):
    lines = (content / "events" / ".ledger.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def retitle(content, path, old, new):
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file.read_bytes()


def move(content, old, new):
    (content / new).parent.mkdir(parents=True, exist_ok=True)
    (content / old).rename(content / new)


def test_new_events_stand_in_the_folder_of_their_year(tmp_path):
    assert write_events([SINKS, OPENS], tmp_path) == WriteReport(new=(OPENS_ID, SINKS_ID))
    assert event_files(tmp_path) == [OPENS_FILE, SINKS_FILE]
    assert load_events(tmp_path) == [
        replace(OPENS, id=OPENS_ID, path=OPENS_FILE),
        replace(SINKS, id=SINKS_ID, path=SINKS_FILE),
    ]


def test_the_schema_stands_where_the_files_say(tmp_path):
    write_events([SINKS], tmp_path)
    first = (tmp_path / SINKS_FILE).read_text(encoding="utf-8").splitlines()[0]
    schema = (tmp_path / SINKS_FILE).parent / first.partition("$schema=")[2]
    assert json.loads(schema.read_text(encoding="utf-8")) == event_schema()


def test_the_ledger_tells_what_was_written_one_line_an_event(tmp_path):
    write_events([SINKS, OPENS], tmp_path)
    opens, sinks = ledger(tmp_path)
    assert (opens["id"], sinks["id"]) == (OPENS_ID, SINKS_ID)
    assert sinks["sha256"] == hashlib.sha256((tmp_path / SINKS_FILE).read_bytes()).hexdigest()
    assert (sinks["proposed"]["title"], sinks["proposed"]["date"]) == ("Ferry sinks", "2021-03-04")
    assert len(sinks["mentions"]) == 1


def test_nothing_proposed_leaves_an_empty_ledger_and_no_event(tmp_path):
    assert write_events([], tmp_path) == WriteReport()
    assert event_files(tmp_path) == []


def test_a_second_run_changes_no_byte(tmp_path):
    write_events([SINKS, OPENS], tmp_path)
    before = tree(tmp_path)
    assert write_events([OPENS, SINKS], tmp_path) == WriteReport(unchanged=(OPENS_ID, SINKS_ID))
    assert tree(tmp_path) == before


def test_the_same_proposals_make_the_same_bytes_in_any_order(tmp_path):
    write_events([SINKS, OPENS, RAISED], tmp_path / "one")
    write_events([RAISED, OPENS, SINKS], tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_an_untouched_event_follows_its_proposal_under_its_old_id(tmp_path):
    """Links live, even when the date turns out to lie in another year."""
    write_events([SINKS], tmp_path)
    corrected = replace(SINKS, title="Ferry goes down", date="2020-12-31", actors=("Harbour Office",))
    assert write_events([corrected], tmp_path) == WriteReport(changed=(SINKS_ID,))
    assert load_events(tmp_path) == [replace(corrected, id=SINKS_ID, path=SINKS_FILE)]


def test_an_untouched_event_takes_up_new_tellings(tmp_path):
    write_events([SINKS], tmp_path)
    told_twice = replace(SINKS, sources=(*SINKS.sources, Source("courier", "The ferry is lost.")))
    assert write_events([told_twice], tmp_path).changed == (SINKS_ID,)
    assert load_events(tmp_path)[0].sources == told_twice.sources


@pytest.mark.parametrize("change", [{}, {"title": "Ferry goes down"}, {"title": "The Swan sinks"}])
def test_a_file_that_a_person_changed_is_kept_byte_for_byte(tmp_path, change):
    write_events([SINKS], tmp_path)
    edited = retitle(tmp_path, SINKS_FILE, "title: Ferry sinks", "title:   The Swan sinks   # by hand")
    assert write_events([replace(SINKS, **change)], tmp_path).kept == (SINKS_ID,)
    assert (tmp_path / SINKS_FILE).read_bytes() == edited
    assert event_files(tmp_path) == [SINKS_FILE]


def test_the_ledger_keeps_what_was_proposed_for_a_file_that_is_kept(tmp_path):
    """So that a person's change of one field can be told from the generator's of another."""
    write_events([SINKS], tmp_path)
    retitle(tmp_path, SINKS_FILE, "Ferry sinks", "The Swan sinks")
    write_events([replace(SINKS, date="2021-03-05")], tmp_path)
    (entry,) = ledger(tmp_path)
    assert entry["proposed"]["date"] == "2021-03-05"


def test_a_change_taken_back_makes_the_file_the_generators_again(tmp_path):
    write_events([SINKS], tmp_path)
    retitle(tmp_path, SINKS_FILE, "Ferry sinks", "The Swan sinks")
    write_events([SINKS], tmp_path)
    retitle(tmp_path, SINKS_FILE, "The Swan sinks", "Ferry sinks")
    assert write_events([replace(SINKS, title="Ferry lost")], tmp_path).changed == (SINKS_ID,)


def test_line_ends_that_version_control_changed_are_no_change(tmp_path):
    write_events([SINKS], tmp_path)
    file = tmp_path / SINKS_FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert write_events([SINKS], tmp_path) == WriteReport(unchanged=(SINKS_ID,))


def test_a_file_that_a_person_broke_is_kept(tmp_path):
    write_events([SINKS], tmp_path)
    broken = retitle(tmp_path, SINKS_FILE, "title: Ferry", "title: Ferry: it")
    assert write_events([SINKS], tmp_path) == WriteReport(kept=(SINKS_ID,), unreadable=(SINKS_FILE,))
    assert (tmp_path / SINKS_FILE).read_bytes() == broken


def test_a_rejected_event_is_not_proposed_again(tmp_path):
    write_events([SINKS], tmp_path)
    rejected = retitle(tmp_path, SINKS_FILE, "status: draft", "status: rejected")
    assert write_events([replace(SINKS, title="Ferry lost")], tmp_path) == WriteReport(kept=(SINKS_ID,))
    assert tree(tmp_path)[SINKS_FILE] == rejected


@pytest.mark.parametrize("change", [{}, {"title": "Ferry goes down"}, {"date": "2021-03-05"}])
def test_a_deleted_event_stays_deleted(tmp_path, change):
    write_events([SINKS, OPENS], tmp_path)
    (tmp_path / SINKS_FILE).unlink()
    for _ in range(3):
        report = write_events([replace(SINKS, **change), OPENS], tmp_path)
        assert report == WriteReport(unchanged=(OPENS_ID,), deleted=(SINKS_ID,))
    assert event_files(tmp_path) == [OPENS_FILE]


def test_a_deleted_event_stays_deleted_when_another_article_tells_it(tmp_path):
    write_events([SINKS], tmp_path)
    (tmp_path / SINKS_FILE).unlink()
    told_twice = replace(SINKS, sources=(Source("courier", "The ferry is lost."), *SINKS.sources))
    write_events([told_twice], tmp_path)
    assert write_events([replace(SINKS, sources=told_twice.sources[:1])], tmp_path).deleted == (SINKS_ID,)
    assert event_files(tmp_path) == []


def test_the_id_of_a_deleted_event_is_not_given_to_another(tmp_path):
    write_events([SINKS], tmp_path)
    (tmp_path / SINKS_FILE).unlink()
    other = replace(SINKS, sources=(Source("tribune", "Another ferry sank on Thursday."),))
    assert write_events([other], tmp_path).new == (f"{SINKS_ID}-2",)


def test_an_event_that_no_article_tells_any_more_is_reported_and_left_alone(tmp_path):
    write_events([SINKS, OPENS], tmp_path)
    before = tree(tmp_path)
    lost = (LostSource(SINKS_ID, SINKS_FILE, "gazette", gone=True, last=True),)
    for _ in range(2):
        report = write_events([OPENS], tmp_path)
        assert report == WriteReport(unchanged=(OPENS_ID,), orphaned=(SINKS_ID,), lost=lost)
    assert tree(tmp_path) == before


def test_an_event_that_a_person_moved_is_followed(tmp_path):
    write_events([SINKS], tmp_path)
    move(tmp_path, SINKS_FILE, f"events/ferries/swan/{SINKS_ID}.yml")
    assert write_events([replace(SINKS, title="Ferry lost")], tmp_path).changed == (SINKS_ID,)
    assert event_files(tmp_path) == [f"events/ferries/swan/{SINKS_ID}.yml"]
    assert (
        "$schema=../../../event.schema.json" in tree(tmp_path)[f"events/ferries/swan/{SINKS_ID}.yml"].decode()
    )


def test_an_event_that_a_person_renamed_is_recognised_by_its_sources(tmp_path):
    write_events([SINKS, OPENS], tmp_path)
    move(tmp_path, SINKS_FILE, "events/2021/swan-sinks.yml")
    assert write_events([SINKS, OPENS], tmp_path) == WriteReport(unchanged=(OPENS_ID, "swan-sinks"))
    assert write_events([replace(SINKS, title="Ferry lost"), OPENS], tmp_path).changed == ("swan-sinks",)


def test_an_event_that_a_person_renamed_and_changed_is_kept(tmp_path):
    write_events([SINKS], tmp_path)
    move(tmp_path, SINKS_FILE, "events/2021/swan-sinks.yml")
    retitle(tmp_path, "events/2021/swan-sinks.yml", "title: Ferry", "title: The ferry Swan")
    before = tree(tmp_path)["events/2021/swan-sinks.yml"]
    assert write_events([SINKS], tmp_path) == WriteReport(kept=("swan-sinks",))
    assert {path: data for path, data in tree(tmp_path).items() if path.endswith(".yml")} == {
        "events/2021/swan-sinks.yml": before
    }


def test_an_event_that_a_person_put_in_a_list_is_kept(tmp_path):
    write_events([SINKS], tmp_path)
    (tmp_path / SINKS_FILE).unlink()
    listed = "- id: swan\n  date: 2021-03\n  title: Swan sinks\n  sources:\n    - article: gazette\n"
    listed += "      quote: The ferry sank on Thursday.\n      dated: on Thursday\n"
    (tmp_path / "events" / "all.yml").write_text(listed, encoding="utf-8")
    assert write_events([SINKS], tmp_path) == WriteReport(kept=("swan",))
    assert event_files(tmp_path) == ["events/all.yml"]


def test_an_event_that_a_person_wrote_is_no_business_of_the_generator(tmp_path):
    own = tmp_path / "events" / "own.yml"
    own.parent.mkdir()
    own.write_text("date: 2021\ntitle: Our own\n", encoding="utf-8")
    assert write_events([SINKS], tmp_path) == WriteReport(new=(SINKS_ID,))
    assert own.read_text(encoding="utf-8") == "date: 2021\ntitle: Our own\n"


def test_a_file_in_the_way_of_a_new_event_is_not_written_over(tmp_path):
    own = tmp_path / SINKS_FILE
    own.parent.mkdir(parents=True)
    own.write_text("id: our-own\ndate: 2021\ntitle: Our own\n", encoding="utf-8")
    assert write_events([SINKS], tmp_path) == WriteReport(new=(f"{SINKS_ID}-2",))
    assert "our-own" in own.read_text(encoding="utf-8")


def test_without_the_ledger_events_are_recognised_by_their_sources(tmp_path):
    write_events([SINKS, OPENS], tmp_path)
    edited = retitle(tmp_path, SINKS_FILE, "title: Ferry", "title: The ferry Swan")
    (tmp_path / "events" / ".ledger.jsonl").unlink()
    assert write_events([SINKS, OPENS], tmp_path) == WriteReport(unchanged=(OPENS_ID,), kept=(SINKS_ID,))
    assert tree(tmp_path)[SINKS_FILE] == edited
    assert write_events([replace(OPENS, title="Bridge opens"), SINKS], tmp_path).changed == (OPENS_ID,)


def test_two_events_of_one_sentence_stay_two(tmp_path):
    """A sentence can tell two happenings in one time: they share their only mention."""
    meets = replace(SINKS, title="Mayor meets the captain")
    write_events([SINKS, meets], tmp_path)
    before = tree(tmp_path)
    assert len(event_files(tmp_path)) == 2
    assert write_events([meets, SINKS], tmp_path).unchanged == (
        SINKS_ID,
        "2021-03-04-mayor-meets-the-captain",
    )
    assert tree(tmp_path) == before
    report = write_events([replace(meets, tags=("talks",)), SINKS], tmp_path)
    assert (report.changed, report.unchanged) == (("2021-03-04-mayor-meets-the-captain",), (SINKS_ID,))


def test_what_a_person_keeps_as_one_event_is_not_split_again(tmp_path):
    both = replace(SINKS, sources=(*SINKS.sources, *RAISED.sources))
    write_events([both], tmp_path)
    retitle(tmp_path, SINKS_FILE, "Ferry sinks", "Ferry sinks and is raised")
    again = replace(SINKS, sources=RAISED.sources, tags=("salvage",))
    assert write_events([SINKS, again], tmp_path) == WriteReport(kept=(SINKS_ID,))


def test_an_event_without_sources_is_recognised_by_date_and_title(tmp_path):
    bare = replace(SINKS, sources=())
    write_events([bare], tmp_path)
    assert write_events([bare], tmp_path) == WriteReport(unchanged=(SINKS_ID,))


def test_a_broken_ledger_is_named_with_its_line_and_nothing_is_written(tmp_path):
    write_events([SINKS], tmp_path)
    path = tmp_path / "events" / ".ledger.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id": "half of a')
    before = tree(tmp_path)
    with pytest.raises(
        EventFileError, match=r"\.ledger\.jsonl:2:1: this line of the ledger is broken: delete it"
    ):
        write_events([SINKS, OPENS], tmp_path)
    assert tree(tmp_path) == before


def test_nothing_is_written_through_a_link_out_of_the_content_folder(tmp_path):
    content, outside = tmp_path / "content", tmp_path / "outside"
    (content / "events").mkdir(parents=True)
    outside.mkdir()
    (content / "events" / "2021").symlink_to(outside, target_is_directory=True)
    with pytest.raises(WriteError, match="a link that leads out of"):
        write_events([SINKS], content)
    assert list(outside.iterdir()) == []


def test_a_file_that_is_a_link_is_left_alone(tmp_path):
    content, outside = tmp_path / "content", tmp_path / "outside.yml"
    write_events([SINKS], content)
    move(content, SINKS_FILE, "../outside.yml")
    (content / SINKS_FILE).symlink_to(outside)
    before = outside.read_bytes()
    report = write_events([replace(SINKS, title="Ferry lost")], content)
    assert report == WriteReport(kept=(SINKS_ID,), unreadable=(SINKS_FILE,))
    assert (content / SINKS_FILE).is_symlink()
    assert outside.read_bytes() == before


def test_an_unfinished_file_of_a_crash_does_no_harm(tmp_path):
    unfinished = tmp_path / Path(SINKS_FILE).parent / f".{SINKS_ID}.yml.unfinished"
    unfinished.parent.mkdir(parents=True)
    unfinished.write_bytes(b"date: 20")
    assert write_events([SINKS], tmp_path).new == (SINKS_ID,)
    assert not unfinished.exists()


# Laws: whatever is proposed, and whatever a person does in between.

_sources = st.builds(
    Source,
    st.sampled_from(["gazette", "courier"]),
    st.sampled_from(["It sank.", "It was raised.", "It sails."]),
)
_proposals = st.lists(
    st.builds(
        Event,
        id=st.just(""),
        date=st.sampled_from(["2021-03-04", "2021", "../2020"]),
        title=st.sampled_from(["Ferry sinks", "Ferry raised", "کشتی"]),
        tags=st.sampled_from([(), ("accident",)]),
        sources=st.lists(_sources, max_size=3, unique=True).map(tuple),
    ),
    max_size=6,
)


@given(st.lists(_proposals, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_converting_twice_is_converting_once(runs):
    with tempfile.TemporaryDirectory() as folder:
        for proposals in runs:
            write_events(proposals, Path(folder))
        before = tree(Path(folder))
        report = write_events(runs[-1], Path(folder))
        assert tree(Path(folder)) == before
        assert report.new == report.changed == ()


@given(_proposals)
@settings(max_examples=60, deadline=None)
def test_nothing_comes_back_after_everything_was_deleted(proposals):
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        write_events(proposals, content)
        for path in event_files(content):
            (content / path).unlink()
        write_events(proposals, content)
        assert event_files(content) == []
