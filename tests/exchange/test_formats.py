"""What other tools get, and what comes back from them."""

import csv
import io
import json
from datetime import UTC, datetime

import icalendar
import pytest

from dateline.edtf import in_words, parse
from dateline.exceptions import ImportFileError
from dateline.exchange import EXPORTS, IMPORTS, export_events, import_events, incoming
from dateline.model import Article, Event, Source

STAMP = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
DATES = [
    *(
        "1998-05-03",
        "1998-05",
        "1998",
        "1998-05-03T15:44",
        "1998-05-03/1998-05-07",
        "1998/2001",
        "-0043-03-15",
    ),
    *("1998~", "1998-05?", "1998-05/..", "../1998", "199X", "1998-22", "[1998-05-03,1998-05-04]"),
    *("1998-05-XX", "1994~/1996~", "[1998-05-03..1998-12-31]", "[..1998]"),
]
EXACT = [
    date for date in DATES if parse(date).form in {"day", "month", "year", "time"} and date[-1] not in "~?"
]
LOSSY = ["timelinejs", "timelinejs-csv", "markwhen", "ics"]
ARTICLES = [
    Article(
        "gazette-1",
        "Ferry sinks",
        "Text.",
        outlet="Gazette",
        published="1998-05-04",
        url="https://example.org/1",
    ),
    Article("post-2", "Inquiry opens", "Text.", outlet="Post", published="1998-06~"),
]


def event(date="1998-05-03", **fields):
    return Event(
        **{"id": "ferry-sinks", "date": date, "title": "Ferry sinks off Exampleton", "status": "reviewed"}
        | fields
    )


FULL = event(
    date="1998-05-03/..",
    summary="All *on board* were saved.\n\nSo says the **Gazette**; the rest: unknown.",
    actors=("Ada Sample", "Harbour Office, North"),
    places=("Exampleton",),
    tags=("accident", "sea rescue"),
    kind="denied",
    importance=5,
    status="reviewed",
    sources=(
        Source(
            "gazette-1",
            "It sank; “all” were saved, <b>she</b> said.",
            speaker="Ada Sample",
            dated="on Sunday",
        ),
        Source("", "Nobody was hurt.", url="https://example.org/2?a=1&b=2"),
        Source("post-2", 'The inquiry, "long overdue", opened.'),
    ),
)


def read(style, data, name, columns=None):
    return import_events(incoming(data, name, style), columns)


def export(style, *events):
    return export_events(style, events, ARTICLES, title="Ferries, & more", language="en", stamp=STAMP)


def again(style, *events):
    """What comes back of events that were written and read again."""
    return read(style, export(style, *events).text.encode(), f"file.{style}").events


@pytest.mark.parametrize("style", ["json", "csv"])
@pytest.mark.parametrize("date", DATES)
def test_own_formats_lose_nothing(style, date):
    """JSON and CSV hold an event whole."""
    events = (
        event(date),
        event(date, id="second", title="=SUM(A1)", summary="- one\n- two", actors=("@ada",)),
        FULL,
    )
    assert again(style, *events) == events
    assert export(style, *events).lost == ()


@pytest.mark.parametrize(
    ("style", "date"),
    [(style, date) for style in LOSSY for date in EXACT if style != "ics" or not date.startswith("-")],
)
def test_exact_dates_come_back(style, date):
    """A date of the calendar stays the same date, to the year, month, day or minute."""
    (back,) = again(style, event(date))
    assert back.date == date
    assert back.title == "Ferry sinks off Exampleton"


@pytest.mark.parametrize("style", LOSSY)
@pytest.mark.parametrize("date", [date for date in DATES if not date.startswith("-")])
def test_uncertain_dates_come_back(style, date):
    """What start and end cannot say is said in words beside them, and read from these again."""
    (back,) = again(style, event(date, title="A: title, with; marks"))
    assert back.date == date
    assert back.title == "A: title, with; marks"


def test_timelinejs_document():
    """Every slide has what TimelineJS needs, and nothing in it is markup that an article brought along."""
    document = json.loads(export("timelinejs", FULL, event("1998-05")).text)
    assert document["title"]["text"]["headline"] == "Ferries, &amp; more"
    full, month = document["events"]
    assert full["start_date"] == {"year": 1998, "month": 5, "day": 3}
    assert full["display_date"] == "since 3 May 1998"
    assert full["group"] == "accident"
    assert "<b>she" not in full["text"]["text"]
    assert '<blockquote cite="https://example.org/1">' in full["text"]["text"]
    assert month["start_date"] == {"year": 1998, "month": 5}
    assert "display_date" not in month


def test_timelinejs_says_what_it_cannot_hold():
    """What gets lost is told, once a kind."""
    lost = export("timelinejs", FULL).lost
    assert [line.partition(":")[0] for line in lost] == [
        *("tags", "actors", "places", "kind", "importance", "status", "sources", "sources"),
    ]


def test_timelinejs_text_comes_back():
    """Summary, first tag and the quotes with a web address survive TimelineJS."""
    (back,) = again("timelinejs", FULL)
    assert back.id == "ferry-sinks"
    assert back.tags == ("accident",)
    assert back.summary.startswith("All *on board* were saved.")
    assert [(source.quote, source.url) for source in back.sources] == [
        ("It sank; “all” were saved, <b>she</b> said.", "https://example.org/1"),
        ("Nobody was hurt.", "https://example.org/2?a=1&b=2"),
    ]


def test_foreign_timelinejs():
    """A timeline as people publish it: texts for numbers, media, HTML in texts, a background."""
    document = {
        "events": [
            {
                "start_date": {"year": "1969", "month": "7", "day": "20", "hour": "20", "minute": "17"},
                "text": {
                    "headline": "<i>Landing</i>",
                    "text": "<p>They land.</p><script>x()</script><p>Softly.</p>",
                },
                "media": {"url": "https://example.org/moon.jpg", "caption": "The sea"},
                "background": {"color": "#000"},
            }
        ]
    }
    found = read("timelinejs", json.dumps(document).encode(), "moon.json")
    (landing,) = found.events
    assert (landing.date, landing.title, landing.summary) == (
        "1969-07-20T20:17",
        "Landing",
        "They land.\n\nSoftly.",
    )
    assert landing.sources == (Source("", "The sea", url="https://example.org/moon.jpg"),)
    assert found.lost == ("background: of 1 event",)


def test_timelinejs_spreadsheet():
    """Rows have the columns of the template; title and era rows are no events."""
    rows = list(csv.DictReader(io.StringIO(export("timelinejs-csv", event("1998/2001")).text)))
    assert (rows[0]["Year"], rows[0]["Month"], rows[0]["End Year"]) == ("1998", "", "2001")
    columns = "Year,Month,Day,Time,End Year,Headline,Text,Type"
    table = f"{columns}\r\n,,,,,A title,,title\r\n1990,2,3,4:05 PM,,Event,Text,"
    found = read("timelinejs-csv", table.encode(), "sheet.csv").events
    assert [(each.date, each.title) for each in found] == [("1990-02-03T16:05", "Event")]


def test_calendar_is_read_by_others():
    """An independent reader finds all-day events, the uncertain ones tentative, and no injected property."""
    evil = event(id="evil", title="Title\r\nATTENDEE:mailto:x@example.org", summary="ä" * 200, kind="planned")
    parsed = icalendar.Calendar.from_ical(export("ics", FULL, event("1998-05"), evil).text)
    full, month, planned = parsed.walk("VEVENT")
    assert (str(month["DTSTART"].dt), str(month["DTEND"].dt)) == ("1998-05-01", "1998-06-01")
    assert (full["STATUS"], month["STATUS"], planned["STATUS"]) == ("TENTATIVE", "CONFIRMED", "TENTATIVE")
    assert "since 3 May 1998" in full["DESCRIPTION"]
    assert "ATTENDEE" not in planned
    assert planned["DESCRIPTION"] == "ä" * 200
    assert all(len(line) <= 75 for line in export("ics", evil).text.encode().split(b"\r\n"))


def test_calendar_leaves_out_what_it_cannot_show():
    """A year before Christ is named as left out."""
    exported = export("ics", event("-0043", status="draft"))
    assert "VEVENT" not in exported.text
    assert exported.lost == ("ferry-sinks: a calendar has no day for it, it is left out",)


def test_foreign_calendar():
    """A calendar of another program: several days, a time, an address, things that have no place here."""
    text = "\r\n".join(
        [
            *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"),
            *(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART;VALUE=DATE:20240105",
                "DTEND;VALUE=DATE:20240108",
                "SUMMARY:Fair",
            ),
            *("LOCATION:Hall", "URL:https://example.org/fair", "RRULE:FREQ=YEARLY", "END:VEVENT"),
            *(
                "BEGIN:VEVENT",
                "UID:2",
                "DTSTART:20240105T180000Z",
                "SUMMARY:Talk",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ),
        ]
    )
    found = read("ics", text.encode(), "x.ics")
    assert [(each.date, each.title, each.places) for each in found.events] == [
        ("2024-01-05/2024-01-07", "Fair", ("Hall",)),
        ("2024-01-05T18:00+00:00", "Talk", ()),
    ]
    assert found.events[0].sources[0].url == "https://example.org/fair"
    assert found.lost == ("RRULE: of 1 event",)


def test_foreign_markwhen():
    """Headers, comments, sections and dates as people write them."""
    text = """---
title: Trips
---
// a comment
section Early
1998-05: Ferry to the isles #travel
It rained: all day.
endSection

Jan 3 2020 - Feb 2020: Winter #cold #north
2021/now: Home
"""
    found = read("markwhen", text.encode(), "trips.mw").events
    assert [(each.date, each.title, each.tags, each.summary) for each in found] == [
        ("1998-05", "Ferry to the isles", ("travel",), "It rained: all day."),
        ("2020-01-03/2020-02", "Winter", ("cold", "north"), ""),
        ("2021/..", "Home", (), ""),
    ]


def test_foreign_table():
    """Columns are found by their names or said; what is in no field is told."""
    table = "When;What;Where;Mood\n1998-05;Ferry sinks;Exampleton | Northport;sad\n"
    found = read("csv", table.encode(), "t.csv")
    assert found.events == (Event("", "1998-05", "Ferry sinks", places=("Exampleton", "Northport")),)
    assert found.lost == ("Mood: of 1 event",)
    said = read("csv", table.encode(), "t.csv", {"date": "When", "title": "Mood"})
    assert said.events[0].title == "sad"


def test_excel():
    """A sheet is read as its cells show."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Date", "Title"])
    book.active.append([datetime(1998, 5, 3), "Ferry sinks"])  # noqa: DTZ001 - as Excel has it
    book.active.append([1999, "Inquiry"])
    data = io.BytesIO()
    book.save(data)
    found = read("csv", data.getvalue(), "book.xlsx").events
    assert [(each.date, each.title) for each in found] == [("1998-05-03", "Ferry sinks"), ("1999", "Inquiry")]


def test_citations():
    """The articles that events cite, as reference managers take them."""
    cited = json.loads(export("csl", FULL).text)
    assert cited == [
        {
            "id": "gazette-1",
            "type": "article-newspaper",
            "title": "Ferry sinks",
            "container-title": "Gazette",
            "URL": "https://example.org/1",
            "language": "en",
            "issued": {"date-parts": [[1998, 5, 4]]},
        },
        {
            "id": "post-2",
            "type": "article-newspaper",
            "title": "Inquiry opens",
            "container-title": "Post",
            "language": "en",
            "issued": {"date-parts": [[1998, 6]], "circa": True},
        },
    ]


@pytest.mark.parametrize(
    ("style", "data", "message"),
    [
        ("json", "[]", "f: this is no export of Dateline: it has no list 'events'"),
        (
            "json",
            '{"events": [{"date": "1998"}]}',
            "f: event 1: there is no title: add one, or take the event out",
        ),
        (
            "json",
            '{"events": [{"date": "3 May 1998", "title": "x"}]}',
            "f: event 1: '3 May 1998' is not a date: write 1998-05-03",
        ),
        ("csv", "", "f: this table is empty: its first row must name the columns"),
        ("csv", "Wann,Was\n1998,x\n", "f: no column is named for the date: say --column date=NAME"),
        (
            "timelinejs",
            '{"events": [{"text": {}}]}',
            "f: event 1: there is no start_date with a year: add one",
        ),
        (
            "timelinejs",
            '{"events": [{"start_date": {"year": "soon"}}]}',
            "f: event 1: 'soon' is no part of a date: write a number",
        ),
        (
            "markwhen",
            "nothing here",
            "f: no line of this is an event of markwhen: an event starts with its date and a colon",
        ),
    ],
)
def test_errors_say_where_and_what(style, data, message):
    """Whoever has the file can find the place and put it right."""
    with pytest.raises(ImportFileError) as error:
        read(style, data.encode(), "f")
    assert str(error.value) == message


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "'=1"])
def test_no_cell_is_a_formula(cell):
    """A spreadsheet shows the text and reckons nothing; read again it is the same text."""
    text = export("csv", event(title=cell)).text
    shown = next(iter(csv.DictReader(io.StringIO(text))))["title"]
    assert shown.startswith("'")
    assert again("csv", event(title=cell))[0].title == cell.strip()


def test_every_format_is_known():
    """Each name writes, and each that reads is one of them."""
    assert {style for style in EXPORTS if export(style, FULL).text} == set(EXPORTS)
    assert set(IMPORTS) < set(EXPORTS)
    assert in_words("1998~") in export("timelinejs", event("1998~")).text
