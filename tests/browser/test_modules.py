"""The explorer's modules, each alone, loaded in a real browser without the page around them."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import dateline
from dateline.edtf import Day
from dateline.site.data import day_number
from dateline.site.searching import fold

SOURCES = Path(dateline.__file__).parent / "site" / "explorer"


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {".js": "text/javascript", ".json": "application/json"}  # noqa: RUF012 (as the base has it)

    def log_message(self, *_args: object) -> None:
        """Say nothing: the tests' own words matter."""


@pytest.fixture(scope="module")
def modules(browser):
    """A page that can import the modules, and their address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SOURCES)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    page = browser.new_page()
    page.goto(address + "package.json")
    yield page, address
    page.close()
    server.shutdown()


@pytest.fixture(scope="module")
def call(modules):
    """Call a function of a module: `call("days.js", "dayOf", 2020, 1, 3)`."""
    page, address = modules
    return lambda module, name, *given: page.evaluate(
        "async ([url, name, given]) => (await import(url))[name](...given)", [address + module, name, given]
    )


@pytest.fixture(scope="module")
def place_names(modules):
    """Place names of events on a strip 600 pixels wide, in a script of ten pixels a letter."""
    page, address = modules
    return lambda events, **room: page.evaluate(
        """async ([url, events, room]) => (await import(url)).placeNames(events, room, (title, longest) => {
            const text = title.slice(0, longest / 10);
            return { text, length: 10 * text.length };
        })""",
        [address + "labels.js", events, {"width": 600, "rows": 2, "most": 9, "isRtl": False} | room],
    )


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Éloïse ŁUKASZ", "eloise lukasz"),
        ("Straße, Ærø & Þingvellir", "strasse, aero & thingvellir"),
        ("İstanbul ısı", "istanbul isi"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        # Arabic and Persian letters for one sound, vowel points, the joiner inside a word
        ("مُحَمَّد علی", "محمد علي"),
        ("کتاب‌ها", "كتابها"),
        ("Ёлка Київ", "елка киів"),
        ("ﬁnance Ⅻ", "finance xii"),
        ("Qur’an O'Neill", "quran oneill"),
        ("東京", "東京"),
    ],
)
def test_search_folds_alike_where_it_is_built_and_where_it_is_asked(call, text, folded):
    assert fold(text) == folded
    assert call("fold.js", "fold", text) == folded


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (Day(1970, 1, 1), 0),
        (Day(2000, 2, 29), 11_016),
        (Day(2024, 12, 31), 20_088),
        (Day(1969, 12, 31), -1),
        (Day(0, 3, 1), -719_468),
        (Day(-43, 3, 15), -735_160),
    ],
)
def test_days_are_counted_alike_in_any_year(call, day, number):
    assert day_number(day) == number
    assert call("days.js", "dayOf", *day) == number
    assert call("days.js", "civil", number) == day._asdict()


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("2014", Day(2014, 1, 1), Day(2014, 12, 31)),
        ("2020-02", Day(2020, 2, 1), Day(2020, 2, 29)),
        ("2020-01-03", Day(2020, 1, 3), Day(2020, 1, 3)),
        ("-0043", Day(-43, 1, 1), Day(-43, 12, 31)),
    ],
)
def test_addresses_give_whole_years_and_months(call, address, first, last):
    assert call("days.js", "read", address) == day_number(first)
    assert call("days.js", "read", address, True) == day_number(last)
    assert call("days.js", "written", day_number(first)) == address
    assert call("days.js", "written", day_number(last), True) == address


@pytest.mark.parametrize("address", ["", "yesterday", "2014-13", "2014-00-01", "14", "2014-01-32"])
def test_addresses_that_give_no_day_are_ignored(call, address):
    assert call("days.js", "read", address) is None


def test_an_address_comes_back_as_it_was(call):
    address = "?q=grey+boat&people=Orsa&people=%D9%82%D8%A7%D8%B3%D9%85&kind=denied&from=2014&to=2020-05"
    query = call("query.js", "fromAddress", address)
    assert query["people"] == ["Orsa", "قاسم"]
    assert call("query.js", "toAddress", query) == address
    assert call("query.js", "toAddress", query, "?lang=fa") == "?lang=fa&" + address[1:]


def test_a_span_that_ends_before_it_begins_is_no_span(call):
    query = call("query.js", "fromAddress", "?from=2020&to=2014")
    assert (query["from"], query["to"]) == (None, None)


def test_stretches_that_overlap_are_drawn_in_rows(call):
    assert call("bars.js", "rows", [[0, 10], [5, 20], [12, 30], [40, 50]], 1) == [0, 1, 0, 0]


def test_what_fits_into_a_bar_is_solid_and_what_does_not_is_spread(call):
    """Bars of four pixels: a day at 2, five events on a day at 9, an uncertain event from 8 to 23."""
    counted = call("bars.js", "heights", [1, 5, 1], [2, 9, 8], [2.1, 9.1, 23], 24)
    solid, soft = (counted[name] for name in ("solid", "soft"))
    assert solid == [1, 0, 5, 0, 0, 0]
    assert soft == [0, 0, 0.25, 0.25, 0.25, 0.25]


def test_names_begin_at_their_events_and_the_most_important_has_the_lowest_row(place_names):
    first, second = place_names([[103, "Ferry sinks"], [90, "Dock burns"]])
    assert (first["text"], first["from"], first["end"], first["row"]) == ("Ferry sinks", 100, 210, 0)
    assert (second["text"], second["row"]) == ("Dock burns", 1)


def test_no_line_crosses_a_name(place_names):
    """From either row the line of an event at 150 would go through the name of the one at 103."""
    names = place_names([[103, "Ferry sinks"], [150, "Dock burns"]])
    assert [name["text"] for name in names] == ["Ferry sinks"]


def test_names_are_as_long_as_what_is_beside_them_lets_them_be(place_names):
    long = "A very long title of an event, in some sixty letters or more"
    # Alone it has 420 pixels, which would reach past the strip's end from where it begins.
    assert place_names([[103, long]])[0]["text"] == long[:42]
    # Two in one row: 14 pixels stay between them.
    near, far = place_names([[103, long], [403, long]], rows=1)
    assert (near["text"], near["end"]) == (long[:24], 340)
    assert (far["text"], far["from"], far["end"]) == (long[:19], 400, 590)


def test_from_the_right_a_name_ends_at_its_event(place_names):
    (name,) = place_names([[403, "Ferry sinks"]], isRtl=True)
    assert (name["from"], name["end"]) == (296, 406)
