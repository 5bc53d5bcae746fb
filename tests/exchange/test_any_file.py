"""No file breaks the import: it gives sound events, or one error that starts with the file's name."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import parse
from dateline.exceptions import ImportFileError
from dateline.exchange import IMPORTS, import_events, incoming
from dateline.exchange.markup import read_body


def imported(style, text, name="file"):
    """The events of a file, or the error; whatever else is raised fails the test."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        found = import_events(incoming(data, name, style)).events
    except ImportFileError as error:
        found = str(error)
    if isinstance(found, str):
        assert found.startswith(f"{name}: ")
        assert "\n" not in found
    else:
        for event in found:
            assert event.title.strip()
            assert parse(event.date).text == event.date
    return found


odd = st.sampled_from(
    [
        *("", "0", "-1", "9" * 5000, "31 June 1998", "12:75", "\ud800", "\0", "²", "=1+1", "<script>x"),
        *(None, True, -44, 1e99, 10**400, [], [[]], {}, [None], ["a", 1], {"year": "x"}, {"text": {}}),
    ]
)


def mostly(*values):
    """A value that belongs there, three times in four."""
    return st.sampled_from([*values] * (33 // len(values))) | odd


moments = st.fixed_dictionaries(
    {"year": mostly(1998, "1998")},
    optional={"month": mostly(5, "05"), "day": mostly(3), "hour": mostly(15), "minute": mostly(44)},
)
slides = st.fixed_dictionaries(
    {"start_date": moments | odd, "text": st.fixed_dictionaries({"headline": mostly("Ferry sinks")}) | odd},
    optional={
        "end_date": moments | odd,
        "media": st.fixed_dictionaries({"url": mostly("https://example.org"), "caption": mostly("A")}) | odd,
        "group": mostly("sea"),
        "unique_id": mostly("ferry"),
        "display_date": mostly("about 1998"),
    },
)
records = st.fixed_dictionaries(
    {"date": mostly("1998-05-03"), "title": mostly("Ferry sinks")},
    optional={
        "actors": mostly(["Ada Sample"]),
        "kind": mostly("denied"),
        "importance": mostly(4),
        "id": mostly("ferry"),
        "sources": st.lists(
            st.dictionaries(st.sampled_from(["article", "quote", "url", "x"]), mostly("a"), max_size=3) | odd,
            max_size=2,
        )
        | odd,
    },
)


@given(st.lists(slides | odd, max_size=3) | odd)
def test_any_timelinejs_document(events):
    imported("timelinejs", json.dumps({"events": events}))


@given(st.lists(records | odd, max_size=3) | odd)
def test_any_export_of_ours(events):
    imported("json", json.dumps({"dateline": 1, "events": events}))


@given(
    st.lists(
        st.sampled_from([*',;\t\n"', "\r\n", "1998", "1998-05-03", "Ferry", "'=1", "Date", "Title", "\0"]),
        max_size=40,
    ).map("".join),
    st.sampled_from(
        [
            *("", "Date,Title,Id\n", "Year,Month,Time,Headline,End Year,Type\n"),
            "id,date,earliest,latest,title,summary,actors,places,tags,kind,importance,status,sources\n",
        ]
    ),
    st.sampled_from(["csv", "timelinejs-csv"]),
)
def test_any_table(cells, header, style):
    imported(style, header + cells)


LINES = [
    *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM"),
    *("UID:a@dateline", "UID:b", "SUMMARY:Ferry", "SUMMARY:", "DESCRIPTION:a\\nb", "LOCATION:x, y"),
    *("CATEGORIES:a,b", "CATEGORIES:", "URL:https://example.org", "URL:javascript:x", "garbage", ":", ";:"),
    *("DTSTART:19980503T154400Z", "DTSTART:19980503T154400", "DTSTART;VALUE=DATE:19980503", " folded"),
    *("DTSTART;TZID=No/Where:19980503T154400", "DTSTART;VALUE=DATE:19980732", "DTSTART:154400"),
    *("DTSTART;VALUE=PERIOD:19980503T154400Z/PT1H", "DTSTART;VALUE=DATE:00010101", "DTSTART:soon"),
    *("DTEND:19980503T154400", "DTEND;VALUE=DATE:19980504", "DTEND;VALUE=DATE:00010101", "DTEND:soon"),
    *("X-DATELINE-DATE:1998~", "X-DATELINE-DATE:soon", "X-DATELINE-KIND:odd", "DURATION:P1D"),
]


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(LINES[10:24]))
def test_any_calendar(lines, start):
    imported("ics", "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", start, *lines, *LINES[3::-2]]))
    imported("ics", "\r\n".join(lines))


@given(
    st.lists(
        st.sampled_from(
            [
                *("1998-05-03: Ferry", "1998 - 2001: a #b", "1998-05/now: b", "31 June 1998: x", "12:75: y"),
                *("id: x", "date: about 1998", "date: 31 June", "date: x", "section x", "---", "title: x"),
                *("// c", "words", "", "2020-13: q", "#x", "1998-05-03T15:44: z"),
            ]
        ),
        max_size=10,
    ).map("\n".join)
    | st.text()
)
def test_any_markwhen_document(text):
    imported("markwhen", text)


@given(st.binary(max_size=200), st.sampled_from(IMPORTS))
def test_any_bytes(data, style):
    imported(style, data)
    imported(style, data, "file.xlsx")


@given(st.text("<>/!-&;# =\"'" + string.ascii_lowercase[:6], max_size=60))
def test_any_html_gives_words_without_markup(html):
    body = read_body(html)
    assert body.text == body.text.strip()


@pytest.mark.parametrize(
    ("style", "text", "told"),
    [
        (
            "timelinejs",
            '{"events": [{"start_date": {"year": 1998}, "text": "Ferry"}]}',
            "event 1: its text is no record: write it as {…}, or take it out",
        ),
        (
            "ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR",
            "event 1: its DTSTART is no day: write it once, like DTSTART;VALUE=DATE:19980503",
        ),
        ("ics", "", "this is no calendar"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(style, text, told):
    assert imported(style, text).startswith(f"file: {told}")
