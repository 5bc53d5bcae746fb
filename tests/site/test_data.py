"""The data files: what the explorer is told of events, in columns."""

import json

import pytest

from dateline.edtf import Day
from dateline.model import Source
from dateline.site.data import day_number
from dateline.site.searching import Index, steps, words


@pytest.fixture
def index(pages):
    """What `timeline/index.js` holds for some events, and the other data files by name."""

    def made(events, *articles):
        files = pages(events, *articles)
        script = files["timeline/index.js"]
        assert script.startswith("globalThis.datelineIndex = ")
        assert script.endswith(";\n")
        others = {
            path.removeprefix("timeline/").removesuffix(".json"): json.loads(text)
            for path, text in files.items()
            if path.startswith("timeline/") and path.endswith(".json")
        }
        return json.loads(script.removeprefix("globalThis.datelineIndex = ").removesuffix(";\n")), others

    return made


def test_a_date_is_told_once_with_its_bounds_and_how_many_events_have_it(event, index):
    told, _ = index(
        [
            event(id="a", date="2020-01-03"),
            event(id="b", date="2020-01-03"),
            event(id="c", date="2020-02?"),
            event(id="d", date="../2021"),
        ]
    )
    january, february = day_number(Day(2020, 1, 3)), day_number(Day(2020, 2, 1))
    assert told["total"] == 4
    assert told["dates"] == {
        # The first day, then the days between; of an open date both ends are the known one.
        "from": [january, february - january, day_number(Day(2021, 12, 31)) - february],
        "span": [0, 28, 0],
        "certainty": "dMb",
        "count": [2, 1, 1],
    }


def test_names_become_numbers_the_frequent_ones_first(event, index):
    told, _ = index(
        [
            event(id="a", actors=("Orsa", "Ada"), kind="denied", status="reviewed", importance=5),
            event(id="b", actors=("Orsa",), places=(), tags=()),
        ]
    )
    assert told["facets"]["people"] == [["Orsa", 2, "orsa"], ["Ada", 1, "ada"]]
    assert told["facets"]["outlets"] == [["Harbour Post", 2, "harbour-post"]]
    columns = told["events"]
    assert columns["people"] == [[0, 1], [0]]
    assert columns["places"] == [[0], []]
    assert (columns["kind"], columns["status"], columns["importance"]) == ("dh", "rd", "53")


def test_quotes_are_told_as_words_and_never_as_sentences(event, index):
    told, _ = index([event(sources=(Source("post-2020", "The ferry sank on Friday.", speaker="Ada Orm"),))])
    assert told["events"]["words"] == ["ada ferry friday on orm sank the"]


def test_a_small_site_needs_no_other_file(event, index):
    told, others = index([event()])
    assert others == {}
    assert "events" in told


def many(event, number=1_500):
    return [
        event(
            id=f"{serial:05}",
            date=f"{2000 + serial // 200}-03-01",
            title=f"Boat {serial} sails",
            actors=(f"Captain {serial % 40}",),
        )
        for serial in range(number)
    ]


def test_a_large_site_tells_the_rest_in_files_of_whole_years(event, index):
    told, others = index(many(event))
    assert "events" not in told
    assert told["shards"] == [[2000, 1000], [2005, 500]]
    assert [len(told["facets"]["people"]), len(others["names"]["people"])] == [16, 40]
    assert others["2005"]["date"][:3] == [5, 0, 0]
    assert len(others["2005"]["kind"]) == 500
    assert others["2005-4"]["title"][0] == "Boat 1400 sails"
    assert others["2005-4"]["when"][0] == "1 March 2007"


def test_the_index_of_a_large_site_finds_events_by_their_words(event, index):
    told, others = index(many(event))
    block = next(
        number
        for number in range(len(told["words"]["first"]) - 1, -1, -1)
        if told["words"]["first"][number] <= "1234"
    )
    assert others[f"words-{block}"]["1234"] == [1234]
    # Every event has these, so that they tell nothing.
    assert {"boat", "sails", "kesten", "ferry"} <= set(told["words"]["common"])


def test_blocks_hold_neighbouring_words_in_the_order_of_javascript():
    index = Index()
    for number, text in enumerate(["zebra apple", "apple", "𝒳 mango", "ﬀ"]):
        index.add(number, [text])
    (block,) = index.blocks()
    assert list(block) == ["apple", "ff", "mango", "x", "zebra"]
    assert block["apple"] == [0, 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Petrel was rammed", {"the", "petrel", "was", "rammed"}),
        ("x_1 O'Neill’s 3.5", {"x", "1", "oneills", "3", "5"}),
        # No spaces between words: every ending is kept, so that a search may begin anywhere.
        ("東京湾", {"東京湾", "京湾", "湾"}),
        ("a" * 30, {"a" * 24}),
    ],
)
def test_words_of_a_text(text, found):
    assert words([text]) == found


def test_steps_say_the_first_number_and_then_the_differences():
    assert steps([5, 5, 9, 7]) == [5, 0, 4, -2]
