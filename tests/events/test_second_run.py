"""The second run: what a person changed, deleted, merged or moved, and what is told anew."""

import json
import shutil
from dataclasses import replace

import pytest

from dateline import joint_writes
from dateline.events import LostSource, Proposal, WriteReport, load_events, plan_events, write_events
from dateline.exceptions import EventFileError
from dateline.joint_writes import write_together
from dateline.model import Event, Source

SANK = Source("gazette", "The ferry sank on Thursday.", None, "on Thursday")
LOST = Source("courier", "The ferry is lost, the harbour office said.", "Harbour Office")
RAISED = Source("tribune", "It was raised in May.", None, "in May")
SINKS = Event(
    id="",
    date="2021-03-04",
    title="Ferry sinks",
    actors=("Harbour Office",),
    tags=("accident",),
    importance=2,
    sources=(SANK,),
)
RAISING = Event(id="", date="2021-05", title="Ferry raised", importance=2, sources=(RAISED,))
SINKS_ID, RAISING_ID = "2021-03-04-ferry-sinks", "2021-05-ferry-raised"
SINKS_FILE, RAISING_FILE = f"events/2021/{SINKS_ID}.yml", f"events/2021/{RAISING_ID}.yml"
LOST_IN_FILE = """  - article: courier
    quote: The ferry is lost, the harbour office said.
    speaker: Harbour Office
"""
BY_HAND = """\
# Checked with the harbour office.
title:   "The Swan sinks"   # her name
date: 2021-03-04

x-desk: harbour
actors:
  - Harbour Office  # formerly the port
importance: 2
tags: [ accident ]
status: draft
sources:
  # the first to tell it
  - article: gazette
    quote: The ferry sank on Thursday.
    dated: on Thursday
"""


@pytest.fixture
def content(tmp_path):
    """A content folder with the event of a sinking, which a person has edited."""
    write_events([SINKS], tmp_path)
    (tmp_path / SINKS_FILE).write_text(BY_HAND, encoding="utf-8")
    return tmp_path


def read(content, path=SINKS_FILE):
    return (content / path).read_bytes().decode()


def rewrite(content, old, new, path=SINKS_FILE):
    text = read(content, path)
    assert old in text
    (content / path).write_bytes(text.replace(old, new).encode())


def files(content):
    """The event files and their texts."""
    return {path.relative_to(content).as_posix(): read(content, path) for path in content.rglob("*.yml")}


def settled(content, *events):
    """Whether one more run changes nothing and has nothing to tell of what was proposed."""
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    report = write_events(events, content)
    after = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    return before == after and report.new == report.changed == report.proposals == ()


class TestFields:
    @pytest.mark.parametrize(
        ("change", "old", "new"),
        [
            ({"date": "2021-03-05"}, "date: 2021-03-04\n", "date: 2021-03-05\n"),
            ({"importance": 4}, "importance: 2\n", "importance: 4\n"),
            ({"tags": ("accident", "loss")}, "[ accident ]", "[ accident, loss ]"),
            ({"tags": ()}, "tags: [ accident ]\n", ""),
            ({"kind": "denied"}, "tags: [ accident ]\n", "tags: [ accident ]\nkind: denied\n"),
            (
                {"summary": "All: saved."},
                "   # her name\n",
                '   # her name\nsummary: "All: saved."\n',
            ),
            (
                {"places": ("Exampleton",)},
                "# formerly the port\n",
                "# formerly the port\nplaces: [Exampleton]\n",
            ),
            (
                {"actors": ("Harbour Office", "Ada Sample")},
                "# formerly the port\n",
                "# formerly the port\n  - Ada Sample\n",
            ),
            ({"actors": ("Ada Sample",)}, "- Harbour Office  #", "- Ada Sample  #"),
        ],
    )
    def test_a_field_that_nobody_touched_follows_in_place(self, content, change, old, new):
        """Comments, order, quotes, blank lines and a person's own keys stay byte for byte."""
        told = replace(SINKS, **change)
        report = write_events([told], content)
        assert (report.changed, report.proposals) == ((SINKS_ID,), ())
        assert read(content) == BY_HAND.replace(old, new)
        assert settled(content, told)

    def test_line_ends_stay(self, content):
        """A file from Windows stays one, in all its lines."""
        (content / SINKS_FILE).write_bytes(BY_HAND.replace("\n", "\r\n").encode())
        write_events([replace(SINKS, date="2021-03-05", sources=(SANK, LOST))], content)
        expected = BY_HAND.replace("2021-03-04", "2021-03-05") + LOST_IN_FILE
        assert read(content) == expected.replace("\n", "\r\n")

    def test_line_ends_of_a_file_that_only_version_control_touched_stay(self, tmp_path):
        """Written anew as a whole, it keeps them as well."""
        write_events([SINKS], tmp_path)
        path = tmp_path / SINKS_FILE
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        write_events([replace(SINKS, title="Ferry lost")], tmp_path)
        assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") > 5

    def test_mixed_line_ends_are_no_reason_to_write(self, tmp_path):
        """Nothing new changes no byte, whatever the bytes are."""
        write_events([SINKS], tmp_path)
        path = tmp_path / SINKS_FILE
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n", 3))
        assert settled(tmp_path, SINKS)

    def test_where_both_changed_the_person_wins_and_the_proposal_is_told_once(self, content):
        """The ledger then holds the proposal, so that the next run takes it for known."""
        told = replace(SINKS, title="Ferry lost")
        report = write_events([told], content)
        assert report.proposals == (Proposal(SINKS_ID, SINKS_FILE, "title: Ferry lost"),)
        assert (report.kept, read(content)) == ((SINKS_ID,), BY_HAND)
        assert settled(content, told)

    def test_what_both_changed_alike_needs_no_word(self, content):
        """Then the field is the generator's again and follows the next change."""
        write_events([replace(SINKS, title="The Swan sinks")], content)
        report = write_events([replace(SINKS, title="The Swan is lost")], content)
        assert report.proposals == ()
        assert read(content) == BY_HAND.replace('"The Swan sinks"', '"The Swan is lost"')

    @pytest.mark.parametrize(
        "line",
        ["importance: 2\n", "tags: [ accident ]\n", "actors:\n  - Harbour Office  # formerly the port\n"],
    )
    def test_a_field_that_a_person_deleted_stays_deleted(self, content, line):
        """Another proposal for it is told and not written."""
        rewrite(content, line, "")
        told = replace(SINKS, importance=4, tags=("loss",), actors=("Ada Sample",))
        report = write_events([told], content)
        assert len(report.proposals) == 1
        assert line.partition(":")[0] not in [row.partition(":")[0] for row in read(content).splitlines()]
        assert settled(content, told)

    def test_a_value_that_is_wrong_is_a_persons_too(self, content):
        """What cannot be read as the field wants it is left for the check."""
        rewrite(content, "importance: 2", "importance: very")
        write_events([replace(SINKS, importance=3)], content)
        assert "importance: very\n" in read(content)

    def test_a_reviewed_event_takes_sources_and_nothing_else(self, content):
        """A person vouches for every field of it; what is proposed is told once."""
        rewrite(content, "status: draft", "status: reviewed")
        told = replace(SINKS, date="2021-03-05", importance=4, sources=(SANK, LOST))
        report = write_events([told], content)
        assert [proposal.line for proposal in report.proposals] == ["date: 2021-03-05", "importance: 4"]
        assert read(content) == BY_HAND.replace("draft", "reviewed") + LOST_IN_FILE
        assert settled(content, told)

    def test_a_rejected_event_is_never_touched(self, content):
        """Nor does a proposal for it come up; if it is taken back later, it catches up."""
        rewrite(content, "status: draft", "status: rejected")
        told = replace(SINKS, date="2021-03-05", sources=(SANK, LOST))
        for _ in range(2):
            report = write_events([told], content)
            assert (report.kept, report.proposals) == ((SINKS_ID,), ())
        assert read(content) == BY_HAND.replace("draft", "rejected")
        rewrite(content, "status: rejected", "status: draft")
        write_events([told], content)
        assert read(content) == BY_HAND.replace("2021-03-04", "2021-03-05") + LOST_IN_FILE

    def test_what_no_edit_fits_is_to_be_done_by_hand_and_told_until_it_is(self, content):
        """Comments between brackets leave no place for another list."""
        rewrite(content, "tags: [ accident ]", "tags: [accident, # sure\n  ]")
        told = replace(SINKS, tags=())
        for _ in range(2):
            (told_by_hand,) = write_events([replace(SINKS, tags=("loss", "wreck"))], content).by_hand
            place, _, what = told_by_hand.partition(": ")
            assert place == f"{(content / SINKS_FILE).as_posix()}:9:7"
            assert what.endswith("leaves no place for an edit: write by hand tags: [loss, wreck]")
        rewrite(content, "tags: [accident, # sure\n  ]\n", "")
        assert write_events([told], content).by_hand == ()


class TestSources:
    def test_a_new_telling_is_added_as_the_only_change(self, content):
        """Also to a file that a person edited."""
        told = replace(SINKS, sources=(LOST, SANK))
        assert write_events([told], content).changed == (SINKS_ID,)
        assert read(content) == BY_HAND + LOST_IN_FILE
        assert settled(content, told)

    def test_a_source_that_a_person_removed_is_not_added_again(self, content):
        """Not even when its article went and came back, or its words were corrected a little."""
        both, one = replace(SINKS, sources=(SANK, LOST)), replace(SINKS, sources=(SANK,))
        write_events([both], content)
        rewrite(content, LOST_IN_FILE, "")
        corrected = replace(LOST, quote="The ferry is lost, the harbor office said.")
        for told in (both, one, both, replace(SINKS, sources=(SANK, corrected))):
            write_events([told], content)
            assert read(content) == BY_HAND

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("quote: The ferry sank on Thursday.", "quote: ferry sank on Thursday"),
            ("quote: The ferry sank on Thursday.", "quote: The ferry 'Swan' sank on Thursday."),
            ("dated: on Thursday", "dated: Thursday"),
            ("dated: on Thursday", "speaker: The mate"),
        ],
    )
    def test_a_source_that_a_person_edited_is_not_doubled(self, content, old, new):
        """It is known by its article and its words, be they a part of them."""
        rewrite(content, old, new)
        before = read(content)
        assert write_events([SINKS], content).kept == (SINKS_ID,)
        assert read(content) == before

    def test_a_source_that_a_person_typed_before_it_was_found_is_not_doubled(self, content):
        """The generator tells it later, with who dated it."""
        (content / SINKS_FILE).write_text(
            f"{BY_HAND}  - article: courier\n    quote: The ferry is lost\n", encoding="utf-8"
        )
        before = read(content)
        write_events([replace(SINKS, sources=(SANK, LOST))], content)
        assert read(content) == before

    def test_a_corrected_article_corrects_its_quote(self, content):
        """The nearest words are the same telling."""
        corrected = replace(SANK, quote="The ferry Swan sank on Thursday.", speaker="Ada Sample")
        write_events([replace(SINKS, sources=(corrected,))], content)
        assert read(content) == BY_HAND.replace(
            "The ferry sank on Thursday.\n    dated: on Thursday\n",
            "The ferry Swan sank on Thursday.\n    dated: on Thursday\n    speaker: Ada Sample\n",
        )

    def test_a_source_that_is_told_no_more_goes_unless_it_is_the_last(self, content):
        """Its article was removed; a comment above it stays, as everything that a person typed."""
        write_events([replace(SINKS, sources=(SANK, LOST))], content)
        report = write_events([replace(SINKS, sources=(LOST,))], content)
        assert report.lost == (LostSource(SINKS_ID, SINKS_FILE, "gazette", gone=True, last=False),)
        first = BY_HAND[BY_HAND.index("  - article: gazette") :]
        assert read(content) == BY_HAND.replace(first, "") + LOST_IN_FILE
        report = write_events([], content)
        assert report.lost == (LostSource(SINKS_ID, SINKS_FILE, "courier", gone=True, last=True),)
        assert read(content) == BY_HAND.replace(first, "") + LOST_IN_FILE

    def test_a_removed_article_is_told_from_one_that_was_changed(self, content):
        """The report says which of the two it is."""
        (content / "articles").mkdir()
        (content / "articles" / "gazette.md").write_text("No ferry.\n", encoding="utf-8")
        (lost,) = write_events([], content).lost
        assert (lost.article, lost.gone, lost.last) == ("gazette", False, True)

    def test_a_reviewed_event_keeps_a_source_that_is_told_no_more(self, content):
        """It is told once, so that a person can look."""
        rewrite(content, "status: draft", "status: reviewed")
        write_events([replace(SINKS, sources=(SANK, LOST))], content)
        report = write_events([replace(SINKS, sources=(LOST,))], content)
        assert [lost.article for lost in report.lost] == ["gazette"]
        assert read(content) == BY_HAND.replace("draft", "reviewed") + LOST_IN_FILE

    def test_an_event_without_the_key_gets_it(self, content):
        """A person who took all sources out still hears of new ones."""
        rewrite(content, BY_HAND[BY_HAND.index("sources:") :], "")
        write_events([replace(SINKS, sources=(SANK, LOST))], content)
        assert read(content) == BY_HAND[: BY_HAND.index("sources:")] + "sources:\n" + LOST_IN_FILE

    def test_an_event_of_a_persons_own_takes_sources(self, content):
        """It was never proposed; its fields are no business of the generator's."""
        own = (
            "title: We raise her\ndate: 2021\nsources:\n- article: tribune\n  quote: It was raised in May.\n"
        )
        own += "  dated: in May\n"
        (content / "events" / "own.yml").write_text(own, encoding="utf-8")
        again = Source("gazette", "The wreck came up.")
        told = replace(RAISING, sources=(RAISED, again))
        report = write_events([SINKS, told], content)
        assert (report.changed, report.proposals) == (("own",), ())
        assert read(content, "events/own.yml") == own + "- article: gazette\n  quote: The wreck came up.\n"
        assert settled(content, SINKS, told)


def merge_into_raising(content):
    """Move the sources of the sinking to the end of the raising, and delete its file."""
    with (content / RAISING_FILE).open("a", encoding="utf-8") as file:
        file.write(read(content).partition("sources:\n")[2])
    (content / SINKS_FILE).unlink()


class TestMergedAndSplit:
    def test_two_files_merged_by_hand_stay_one(self, tmp_path):
        """Whatever is told of either goes on in the one file; nothing comes back."""
        write_events([SINKS, RAISING], tmp_path)
        raised = "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        merged = read(tmp_path) + raised
        (tmp_path / SINKS_FILE).write_text(merged, encoding="utf-8")
        (tmp_path / RAISING_FILE).unlink()
        assert settled(tmp_path, SINKS, RAISING) is False  # the ledger notes the merging
        assert files(tmp_path) == {SINKS_FILE: merged}
        again = Source("courier", "Divers brought up the ferry.")
        raising = replace(RAISING, title="Divers raise ferry", date="2021-05-02", sources=(RAISED, again))
        told = [replace(SINKS, sources=(SANK, LOST)), raising]
        assert write_events(told, tmp_path).changed == (SINKS_ID,)
        ours = "  - article: courier\n    quote: Divers brought up the ferry.\n"
        assert files(tmp_path) == {SINKS_FILE: merged + LOST_IN_FILE + ours}
        assert settled(tmp_path, *told)
        parts = [SINKS, replace(RAISING, sources=(RAISED,)), replace(raising, title="New", sources=(RAISED,))]
        write_events(parts, tmp_path)
        assert list(files(tmp_path)) == [SINKS_FILE]

    def test_a_source_that_was_left_out_in_merging_stays_out(self, tmp_path):
        """The person took over one of two."""
        again = Source("courier", "Divers brought up the ferry.")
        told = [SINKS, replace(RAISING, sources=(RAISED, again))]
        write_events(told, tmp_path)
        merged = (
            read(tmp_path) + "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        )
        (tmp_path / SINKS_FILE).write_text(merged, encoding="utf-8")
        (tmp_path / RAISING_FILE).unlink()
        for _ in range(2):
            write_events(told, tmp_path)
            assert files(tmp_path) == {SINKS_FILE: merged}

    def test_two_files_merged_into_a_third_stay_one(self, tmp_path):
        """Both ids are gone, and their sources stand in a file that is new."""
        write_events([SINKS, RAISING], tmp_path)
        text = read(tmp_path) + "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        for path in (SINKS_FILE, RAISING_FILE):
            (tmp_path / path).unlink()
        (tmp_path / "events" / "swan.yml").write_text(text, encoding="utf-8")
        told = [replace(SINKS, sources=(SANK, LOST)), RAISING]
        write_events(told, tmp_path)
        assert files(tmp_path) == {"events/swan.yml": text + LOST_IN_FILE}
        assert settled(tmp_path, *told)

    def test_an_event_split_by_hand_stays_split(self, tmp_path):
        """Each source is told in the file into which a person put it, and only there."""
        both = replace(SINKS, sources=(SANK, RAISED))
        write_events([both], tmp_path)
        raised = "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        rewrite(tmp_path, raised, "")
        new = "date: 2021-05\ntitle: She is raised\nsources:\n" + raised
        (tmp_path / "events" / "raised.yml").write_text(new, encoding="utf-8")
        before = files(tmp_path)
        for _ in range(2):
            assert write_events([both], tmp_path).orphaned == ()
            assert files(tmp_path) == before
        told = [SINKS, replace(RAISING, sources=(RAISED, LOST))]
        write_events(told, tmp_path)
        assert files(tmp_path) == before | {"events/raised.yml": new + LOST_IN_FILE}
        assert write_events([both], tmp_path).orphaned == ()

    def test_what_was_deleted_does_not_come_back_in_parts(self, tmp_path):
        """The generator takes its two tellings for two events now."""
        write_events([replace(SINKS, sources=(SANK, RAISED))], tmp_path)
        (tmp_path / SINKS_FILE).unlink()
        write_events([SINKS, RAISING], tmp_path)
        assert files(tmp_path) == {}

    def test_a_telling_that_the_generator_gives_to_another_event_moves(self, content):
        """From a file that a person edited, but for the source."""
        write_events([replace(SINKS, sources=(SANK, RAISED))], content)
        assert write_events([SINKS, RAISING], content).new == (RAISING_ID,)
        assert read(content) == BY_HAND

    def test_what_stands_in_a_part_split_off_stays_when_another_event_is_merged_into_it(self, tmp_path):
        """The event that it was split off still tells it; the part has it by a person's hand."""
        both = replace(SINKS, sources=(SANK, LOST))
        write_events([both, RAISING], tmp_path)
        rewrite(tmp_path, LOST_IN_FILE, "")
        part = tmp_path / "events" / "part.yml"
        text = "date: 2021-05\ntitle: She is lost\nsources:\n" + LOST_IN_FILE + "    x-page: 3\n"
        part.write_text(text, encoding="utf-8")
        write_events([both, RAISING], tmp_path)
        raised = "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        part.write_text(text + raised, encoding="utf-8")
        (tmp_path / RAISING_FILE).unlink()
        write_events([both, RAISING], tmp_path)
        assert read(tmp_path, "events/part.yml") == text + raised
        assert settled(tmp_path, both, RAISING)

    @pytest.mark.parametrize("split", [False, True])
    def test_a_source_taken_out_or_split_off_stays_out_of_what_its_event_is_merged_into(
        self, tmp_path, split
    ):
        """Also when its article went before the merging, and comes back after it."""
        both = replace(SINKS, sources=(SANK, LOST))
        write_events([both, RAISING], tmp_path)
        rewrite(tmp_path, LOST_IN_FILE, "")
        if split:
            part = "date: 2021-05\ntitle: She is lost\nsources:\n" + LOST_IN_FILE
            (tmp_path / "events" / "part.yml").write_text(part, encoding="utf-8")
        for told in (both, SINKS):
            write_events([told, RAISING], tmp_path)
        merge_into_raising(tmp_path)
        before = files(tmp_path)
        for told in (SINKS, both):
            write_events([told, RAISING], tmp_path)
            assert files(tmp_path) == before
        assert settled(tmp_path, both, RAISING)

    def test_a_source_taken_out_stays_out_when_its_event_was_merged_into_a_rejected_one(self, tmp_path):
        """What is told meanwhile is not noted, so that the event catches up once it is taken back."""
        both = replace(SINKS, sources=(SANK, LOST))
        write_events([both, RAISING], tmp_path)
        rewrite(tmp_path, LOST_IN_FILE, "")
        merge_into_raising(tmp_path)
        write_events([both, RAISING], tmp_path)
        merged = read(tmp_path, RAISING_FILE)
        rewrite(tmp_path, "status: draft", "status: rejected", RAISING_FILE)
        again = Source("herald", "Divers saw the ferry go down.")
        write_events([replace(SINKS, sources=(SANK, again)), RAISING], tmp_path)
        rewrite(tmp_path, "status: rejected", "status: draft", RAISING_FILE)
        write_events([replace(SINKS, sources=(SANK, again)), RAISING], tmp_path)
        ours = "  - article: herald\n    quote: Divers saw the ferry go down.\n"
        assert files(tmp_path) == {RAISING_FILE: merged + ours}
        write_events([replace(SINKS, sources=(SANK, LOST, again)), RAISING], tmp_path)
        assert files(tmp_path) == {RAISING_FILE: merged + ours}

    def test_a_part_that_outlives_its_event_and_its_article_stays_as_it_is(self, tmp_path):
        """Split off, its event deleted, moved, told no more: each is settled once the next run is done."""
        both = replace(SINKS, sources=(SANK, RAISED))
        write_events([both], tmp_path)
        raised = "  - article: tribune\n    quote: It was raised in May.\n    dated: in May\n"
        rewrite(tmp_path, raised, "")
        part = tmp_path / "events" / "she-is-raised.yml"
        part.write_text("date: 2021-05\ntitle: She is raised\nsources:\n" + raised, encoding="utf-8")
        write_events([both], tmp_path)
        (tmp_path / SINKS_FILE).unlink()
        write_events([both], tmp_path)
        moved = part.rename(tmp_path / "events" / "moved.yml").read_bytes()
        write_events([both], tmp_path)
        write_events([SINKS], tmp_path)
        assert settled(tmp_path, SINKS)
        assert (tmp_path / "events" / "moved.yml").read_bytes() == moved


LISTED = """\
- id: own
  date: 2020
  title: Our own

# generated
- id: 2021-03-04-ferry-sinks
  date: 2021-03-04
  title: The Swan sinks
  actors: [Harbour Office]
  tags: [accident]
  importance: 2
  sources:
    - {article: gazette, quote: The ferry sank on Thursday., dated: on Thursday}
- id: swan-raised
  date: 2021-05
  title: Ferry raised
  importance: 2
  sources:
    - article: tribune
      quote: It was raised in May.
      dated: in May
"""


def test_events_moved_into_a_list_are_brought_up_to_date_there(tmp_path):
    """Under the id they had or another; the list is edited in place."""
    write_events([SINKS, RAISING], tmp_path)
    for path in (SINKS_FILE, RAISING_FILE):
        (tmp_path / path).unlink()
    (tmp_path / "events" / "all.yml").write_text(LISTED, encoding="utf-8")
    told = [
        replace(SINKS, date="2021-03-05", sources=(SANK, LOST)),
        replace(RAISING, title="Ferry comes up", places=("Exampleton",), sources=(RAISED, LOST)),
    ]
    assert write_events(told, tmp_path).changed == (SINKS_ID, "swan-raised")
    lost = "      quote: The ferry is lost, the harbour office said.\n      speaker: Harbour Office\n"
    expected = (
        LISTED.replace("date: 2021-03-04", "date: 2021-03-05")
        .replace("title: Ferry raised\n", "title: Ferry comes up\n  places: [Exampleton]\n")
        .replace("on Thursday}\n", f"on Thursday}}\n    - article: courier\n{lost}")
    )
    assert files(tmp_path) == {"events/all.yml": f"{expected}    - article: courier\n{lost}"}
    assert settled(tmp_path, *told)


def test_an_event_moved_and_edited_is_followed(content):
    """A folder says nothing to the generator."""
    (content / "events" / "ferries").mkdir()
    (content / SINKS_FILE).rename(content / "events" / "ferries" / "swan.yml")
    write_events([replace(SINKS, sources=(SANK, LOST))], content)
    assert files(content) == {"events/ferries/swan.yml": BY_HAND + LOST_IN_FILE}


def test_a_copy_of_an_event_does_not_take_its_place(content):
    """What was proposed before is the event; the copy, by whatever id, is a person's."""
    (content / "events" / "2021" / "2021-03-04-a.yml").write_text(BY_HAND, encoding="utf-8")
    write_events([replace(SINKS, sources=(SANK, LOST))], content)
    assert read(content) == BY_HAND + LOST_IN_FILE
    assert read(content, "events/2021/2021-03-04-a.yml") == BY_HAND


class CutOffError(Exception):
    """Stands for a kill."""


def test_a_run_that_is_cut_off_anywhere_is_finished_by_the_next(tmp_path):
    """Nothing that it wrote looks like a hand edit afterwards, also if the articles have changed since."""

    def prepared(name):
        content = tmp_path / name
        write_events([SINKS, RAISING], content)
        (content / SINKS_FILE).write_text(BY_HAND, encoding="utf-8")
        return content

    def tree(content):
        return {
            path.relative_to(content).as_posix(): path.read_bytes()
            for path in content.rglob("*")
            if path.is_file()
        }

    third = replace(RAISING, date="2022", title="Ferry sails", sources=(Source("tribune", "She sails."),))
    first = [
        replace(SINKS, date="2021-03-05", sources=(SANK, LOST)),
        replace(RAISING, title="Swan raised"),
        third,
    ]
    then = [
        replace(SINKS, date="2021-03-06", sources=(SANK, LOST)),
        replace(RAISING, title="Wreck raised"),
        third,
    ]
    undisturbed = prepared("undisturbed")
    write_events(first, undisturbed)
    after_first = tree(undisturbed)
    write_events(then, undisturbed)
    files = 6  # the journal, three events, the ledger, and the next run's first
    for cut in range(files):
        for before in (True, False):
            content = prepared(f"{cut}-{before}")
            with pytest.MonkeyPatch.context() as patch:
                write, written = joint_writes.write_whole, []

                def cut_off(path, data, within, *, at=cut, early=before, write=write, written=written):
                    if len(written) == at and early:
                        raise CutOffError
                    write(path, data, within)
                    written.append(path)
                    if len(written) > at:
                        raise CutOffError

                patch.setattr(joint_writes, "write_whole", cut_off)
                try:
                    write_events(first, content)
                except CutOffError:
                    pass
                else:
                    assert cut == files - 1, "every write was cut off once"
            again = prepared(f"{cut}-{before}-again")
            shutil.copytree(content, again, dirs_exist_ok=True)
            report = write_events(first, again)
            assert (tree(again), report.proposals) == (after_first, ())
            report = write_events(then, content)
            assert (tree(content), report.proposals) == (tree(undisturbed), ())


def ledger_lines(content):
    return (content / "events" / ".ledger.jsonl").read_text(encoding="utf-8").splitlines()


class TestMergedLedger:
    def branches(self, tmp_path):
        """The ledger lines of two branches that each changed an event."""
        write_events([SINKS], tmp_path)
        (base,) = ledger_lines(tmp_path)
        ours = json.loads(base)
        ours["proposed"]["title"] = "Ferry lost"
        theirs = json.loads(base)
        theirs["proposed"]["date"] = "2021-03-05"
        return base, json.dumps(ours), json.dumps(theirs)

    @pytest.mark.parametrize("style", ["union", "merge", "diff3"])
    def test_both_lines_of_an_event_count(self, tmp_path, style):
        """Joined by hand or with the marks of a conflict: untouched is what either branch wrote."""
        base, ours, theirs = self.branches(tmp_path)
        ancestor = ["||||||| base", base] if style == "diff3" else []
        lines = ["<<<<<<< HEAD", ours, *ancestor, "=======", theirs, ">>>>>>> other"]
        text = "\n".join([ours, theirs] if style == "union" else lines) + "\n"
        (tmp_path / "events" / ".ledger.jsonl").write_text(text, encoding="utf-8")
        text = read(tmp_path).replace("Ferry sinks", "Ferry lost").replace("2021-03-04", "2021-03-05")
        (tmp_path / SINKS_FILE).write_text(text, encoding="utf-8")
        told = replace(SINKS, title="Ferry goes down", date="2021-03-06")
        report = write_events([told], tmp_path)
        assert (report.changed, report.proposals) == ((SINKS_ID,), ())
        assert load_events(tmp_path)[0].title == "Ferry goes down"
        assert load_events(tmp_path)[0].date == "2021-03-06"
        assert len(ledger_lines(tmp_path)) == 1

    def test_what_one_branch_took_out_stays_out(self, tmp_path):
        """Also where the line of the other branch, which knows nothing of it, is the last."""
        both = replace(SINKS, sources=(SANK, LOST))
        write_events([SINKS], tmp_path)
        (base,) = ledger_lines(tmp_path)
        write_events([both], tmp_path)
        rewrite(tmp_path, LOST_IN_FILE, "")
        write_events([SINKS], tmp_path)
        (ours,) = ledger_lines(tmp_path)
        assert "taken_out" in ours
        (tmp_path / "events" / ".ledger.jsonl").write_text(f"{ours}\n{base}\n", encoding="utf-8")
        before = read(tmp_path)
        write_events([both], tmp_path)
        assert read(tmp_path) == before

    def test_a_line_that_is_none_is_told_with_its_place(self, tmp_path):
        """What to do stands in the message."""
        write_events([SINKS], tmp_path)
        with (tmp_path / "events" / ".ledger.jsonl").open("a", encoding="utf-8") as file:
            file.write('{"id": "x"}\n')
        with pytest.raises(EventFileError, match=r"\.ledger\.jsonl:2:1: .*: delete it"):
            write_events([SINKS], tmp_path)


def test_what_weighs_too_little_stays_out_beside_an_event_of_the_same_sentence(tmp_path):
    """The second run looks at it, since it may continue what is there; it is not new for that."""
    heavy = replace(SINKS, importance=4)
    light = replace(RAISING, sources=(SANK,))
    for _ in range(2):
        plan = plan_events([heavy, light], tmp_path, least=4)
        write_together(plan.files, tmp_path)
        assert list(files(tmp_path)) == [SINKS_FILE]
    assert plan.report == WriteReport(unchanged=(SINKS_ID,))
