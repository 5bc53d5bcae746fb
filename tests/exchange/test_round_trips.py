"""Events through other formats and back: the guide's table of what each holds is true."""

import re
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.edtf import EDTF_PATTERN, parse
from dateline.exceptions import EdtfError
from dateline.exchange import IMPORTS, export_events, import_events, incoming
from dateline.model import Event, Source

GUIDE = Path(__file__).parents[2] / "content" / "guide" / "exchange.md"
ROWS = re.findall(
    r"^\| ((?!key)\w+) \| (.+) \|$",
    GUIDE.read_text(encoding="utf-8").partition("## Round trips")[2],
    re.MULTILINE,
)
STYLES = re.findall(
    r"`([\w-]+)`", next(line for line in GUIDE.read_text("utf-8").splitlines() if "| key |" in line)
)
HELD = {
    (style, key): cell.strip()
    for key, cells in ROWS
    for style, cell in zip(STYLES, cells.split("|"), strict=True)
}
"""What the guide says of a key in a format: ``whole``, ``–``, or which part of it."""

# Spaces that do not break are spaces to HTML, and tabs and other controls are what no event holds.
_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), include_characters=" ")
_MARKED = st.sampled_from([*"#:;,|/\\\"'`*_<>&=+-@()[]{}%~?!.", "//", "--", "#tag", "id: x", "2020: x"])
_LINE = (
    st.lists(st.text(_LETTERS, max_size=8) | _MARKED, max_size=6).map("".join).map(lambda text: text.strip())
)
TITLES = _LINE.map(lambda text: " ".join(text.split())).filter(bool)
NAMES = TITLES
SUMMARIES = st.lists(_LINE | st.just("- one\n  - two"), max_size=4).map(
    lambda lines: re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n ")
)


def _is_date(text):
    try:
        return parse(text).text == text
    except EdtfError:
        return False


DATES = st.from_regex(EDTF_PATTERN.replace("^\\s*", "^").replace("\\s*$", "$"), fullmatch=True).filter(
    _is_date
)
SOURCES = st.builds(
    Source,
    article=st.just("gazette-1"),
    quote=TITLES,
    speaker=st.none() | TITLES,
    dated=st.none() | TITLES,
    url=st.none() | st.just("https://example.org/?a=1&b=2"),
)
EVENTS = st.builds(
    Event,
    id=st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    date=DATES,
    title=TITLES,
    summary=SUMMARIES,
    actors=st.lists(NAMES, max_size=3).map(tuple),
    places=st.lists(NAMES, max_size=3).map(tuple),
    tags=st.lists(NAMES, max_size=3).map(tuple),
    kind=st.sampled_from(["happened", "planned", "forecast", "denied"]),
    importance=st.integers(1, 5),
    status=st.sampled_from(["draft", "reviewed"]),
    sources=st.lists(SOURCES, max_size=2).map(tuple),
)
FULL = Event(
    id="1998-05-03-ferry-sinks",
    date="1998-05-03T15:44+02:00",
    title="Ferry #1 sinks: all saved, “so far”",
    summary="All *on board* were saved.\n\n- so says the Gazette\n- 1998: a bad year\n\nid: none",
    actors=("Ada Sample", "Harbour Office, North"),
    places=("Exampleton", "Isle, Outer"),
    tags=("sea rescue", "so-called accident"),
    kind="denied",
    importance=5,
    status="reviewed",
    sources=(
        Source("gazette-1", "It sank; “all” were saved.", speaker="Ada Sample", dated="on Sunday"),
        Source("", "Nobody was hurt.", url="https://example.org/2"),
    ),
)
KEYS = tuple(asdict(FULL).keys() - {"path"})


def read(style, data, name, columns=None):
    return import_events(incoming(data, name, style), columns)


def exported(style, *events, language="en"):
    stamp = datetime(2024, 5, 6, tzinfo=UTC)
    return export_events(style, events, [], title="Ferries", language=language, stamp=stamp)


def again(style, *events, language="en"):
    return read(style, exported(style, *events, language=language).text.encode(), f"f.{style}").events


def fits(style, event):
    """Whether a format has a place for an event at all: calendars begin in the year 1."""
    return (
        style != "ics" or not exported(style, event).lost or "left out" not in exported(style, event).lost[-1]
    )


def test_the_table_names_every_format_and_key():
    assert sorted(STYLES) == sorted(IMPORTS)
    assert {key for key, _ in ROWS} == set(KEYS)


@pytest.mark.parametrize("style", IMPORTS)
@settings(max_examples=50, deadline=None)
@given(event=EVENTS, language=st.sampled_from(["en", "fa"]))
def test_what_the_table_calls_whole_comes_back_whole(style, event, language):
    """Of any event, with its dates in the words of any language."""
    if not fits(style, event):
        return
    (back,) = again(style, event, language=language)
    whole = [key for key in KEYS if HELD[style, key] == "whole"]
    assert {key: getattr(back, key) for key in whole} == {key: getattr(event, key) for key in whole}


@pytest.mark.parametrize(("style", "key"), [each for each in HELD if HELD[each] != "whole"])
def test_what_the_table_calls_lost_is_lost_and_told(style, key):
    """No format holds more than is said, and what it does not hold is named as it is written."""
    (back,) = again(style, FULL)
    empty = Event(id="", date="", title="")
    if HELD[style, key] == "–":
        assert getattr(back, key) == getattr(empty, key)
    else:
        assert getattr(back, key) not in (getattr(FULL, key), getattr(empty, key))
    assert key in {line.partition(":")[0] for line in exported(style, FULL).lost}


@pytest.mark.parametrize(("first", "second"), list(product(IMPORTS, IMPORTS)))
def test_from_one_format_to_another_what_both_hold_whole_survives(first, second):
    events = [FULL] + [
        Event(f"e{n}", date, "Title") for n, date in enumerate(("1998~", "../1998", "1998-22", "199X"))
    ]
    back = again(second, *again(first, *events))
    both = [key for key in KEYS if HELD[first, key] == HELD[second, key] == "whole"]
    assert both
    assert [[getattr(event, key) for key in both] for event in back] == [
        [getattr(event, key) for key in both] for event in events
    ]


@pytest.mark.parametrize("style", IMPORTS)
def test_what_was_written_once_is_written_again_the_same(style):
    """A second trip changes nothing more."""
    once = again(style, FULL)
    assert again(style, *once) == once


def test_an_event_that_was_moved_in_a_calendar_has_its_new_day():
    """The date in our own property no longer fits the days that the calendar shows."""
    text = exported("ics", Event("a", "1998-05~", "Ferry")).text
    moved = text.replace("DTSTART;VALUE=DATE:19980501", "DTSTART;VALUE=DATE:19980601").replace(
        "DTEND;VALUE=DATE:19980601", "DTEND;VALUE=DATE:19980602"
    )
    assert read("ics", moved.encode(), "f.ics").events[0].date == "1998-06-01"
