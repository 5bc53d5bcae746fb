"""The text of an event file: as a person would type it, and read back exactly."""

from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.formatting import format_event
from dateline.events.reading import read_text
from dateline.exceptions import DatelineError
from dateline.model import Event, Source


def read_back(event):
    file = read_text(format_event(event, depth=2), "ferry.yml", "events/2021/ferry.yml")
    assert file.findings == []
    return file.events[0][0]


def lines(**fields):
    event = Event(**{"id": "ferry", "date": "2021", "title": "Ferry sinks"} | fields)
    return format_event(event, depth=2).splitlines()


def test_an_event_file_looks_as_the_contract_says():
    event = Event(
        id="ferry",
        date="2021-03-04",
        title="Ferry sinks off Exampleton",
        summary="The *Swan* sank; nobody was hurt.",
        actors=("Harbour Office", "Ada Sample"),
        places=("Exampleton",),
        tags=("accident",),
        kind="denied",
        importance=4,
        sources=(
            Source(
                "gazette-2021",
                "The ferry Swan sank on Thursday, the Harbour Office said, and all that were on board, forty "
                "in number, were brought ashore by boats: “a miracle”.",
                "Ada Sample",
                "on Thursday",
            ),
            Source("courier-2021", "The Swan is lost.", url="https://courier.example/swan"),
        ),
    )
    assert format_event(event, depth=2) == dedent(
        """\
        # yaml-language-server: $schema=../../event.schema.json
        date: 2021-03-04
        title: Ferry sinks off Exampleton
        summary: The *Swan* sank; nobody was hurt.
        actors: [Harbour Office, Ada Sample]
        places: [Exampleton]
        tags: [accident]
        kind: denied
        importance: 4
        status: draft
        sources:
          - article: gazette-2021
            quote: >-
              The ferry Swan sank on Thursday, the Harbour Office said, and all that were on board, forty in
              number, were brought ashore by boats: “a miracle”.
            speaker: Ada Sample
            dated: on Thursday
          - article: courier-2021
            quote: The Swan is lost.
            url: https://courier.example/swan
        """
    )


def test_what_is_usual_is_left_out():
    assert lines() == [
        "# yaml-language-server: $schema=../../event.schema.json",
        "date: 2021",
        "title: Ferry sinks",
        "importance: 3",
        "status: draft",
    ]


def test_the_schema_is_found_from_any_depth():
    event = Event("ferry", "2021", "Ferry sinks")
    assert format_event(event, depth=1).startswith("# yaml-language-server: $schema=../event.schema.json\n")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Ferry sinks: forty saved", '"Ferry sinks: forty saved"'),
        ("NO", '"NO"'),
        ("null", '"null"'),
        ("2014", '"2014"'),
        ("12:30", '"12:30"'),
        ("- ferry", '"- ferry"'),
        ("ferry #2", '"ferry #2"'),
        ("1,000 ferries sink", "1,000 ferries sink"),
        ("Ferry sinks, forty saved", "Ferry sinks, forty saved"),
        ('"Swan" sinks', "'\"Swan\" sinks'"),
        ('It\'s "Swan"', 'It\'s "Swan"'),
        ("“Swan” sinks", "“Swan” sinks"),
        ("کشتی غرق شد", "کشتی غرق شد"),
        ("Ferry\nsinks", '"Ferry\\nsinks"'),
        ("Ferry\x07", '"Ferry\\x07"'),
        (" Ferry", '" Ferry"'),
        ("C:\\ferry: \u2028", '"C:\\\\ferry: \\u2028"'),
    ],
)
def test_texts_are_plain_where_every_reader_takes_them_for_text(title, written):
    assert lines(title=title)[2] == f"title: {written}"


def test_dates_are_plain_but_for_choices():
    assert lines(date="2014-06/..")[1] == "date: 2014-06/.."
    assert lines(date="[2020-01-03,2020-01-04]")[1] == 'date: "[2020-01-03,2020-01-04]"'


def test_items_of_lists_keep_their_commas():
    assert lines(actors=("Sample, Ada", "Ben"))[3] == 'actors: ["Sample, Ada", Ben]'


def test_long_lists_go_on_on_the_next_line():
    names = tuple(f"Ministry of Example {number}" for number in range(8))
    written = lines(actors=names)
    assert max(len(line) for line in written) <= 100
    assert read_back(Event("ferry", "2021", "Ferry sinks", actors=names)).actors == names


def test_half_a_character_is_refused():
    with pytest.raises(DatelineError, match=r"U\+D800"):
        lines(title="Ferry \ud800")


# Laws, for any text that a file can keep.

_texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.text(" \tab:#-,[]{}\"'\\&*!|>%@`?\n\r\x85\u2028\ufeff\xa0”", min_size=1, max_size=60),
    st.lists(
        st.sampled_from(["NO", "2014", "12:30", "-", "#", ":", "--- ", "...", "the ferry", "sank: ", "  "])
    ).map(" ".join),
    st.lists(st.text("abc:#- ", min_size=1, max_size=20), min_size=20, max_size=40).map(" ".join),
).filter(lambda text: text.strip())
_lists = st.lists(_texts, max_size=8).map(tuple)
_sources = st.builds(
    Source, article=_texts, quote=_texts, speaker=st.none() | _texts, dated=st.none() | _texts, url=st.none()
)
_events = st.builds(
    Event,
    id=st.just("ferry"),
    date=st.sampled_from(
        ["2021", "2021-03-04", "../2020", "2014~/2016~", "[2019,2021]", "201X", "2020?", "-0043"]
    ),
    title=_texts,
    summary=st.just("") | _texts,
    actors=_lists,
    places=_lists,
    tags=_lists,
    kind=st.sampled_from(["happened", "planned", "forecast", "denied"]),
    importance=st.integers(1, 5),
    status=st.sampled_from(["draft", "reviewed", "rejected"]),
    sources=st.lists(_sources, max_size=3).map(tuple),
    path=st.just("events/2021/ferry.yml"),
)


@given(_events)
def test_what_is_written_reads_back_the_same(event):
    assert read_back(event) == event


@given(_texts, _lists)
def test_other_yaml_readers_take_every_text_for_that_text(text, items):
    """PyYAML types scalars as YAML 1.1 says, which is where ``NO`` and ``12:30`` get lost."""
    event = Event("ferry", "2021-03-04", text, actors=items, sources=(Source("a", text, dated=text),))
    read = yaml.safe_load(format_event(event, depth=2))
    assert read["title"] == read["sources"][0]["quote"] == read["sources"][0]["dated"] == text
    assert tuple(read.get("actors", ())) == items


@given(st.lists(st.text("abc:#-“", min_size=1, max_size=20), min_size=1, max_size=60).map(" ".join))
def test_quotes_are_folded_to_lines_that_people_can_read(quote):
    written = lines(sources=(Source("gazette-2021", quote),))
    assert max(len(line) for line in written) <= 100


@pytest.mark.parametrize(
    ("title", "actor"), [("Ferry sinks,", "Ada?"), ("“Ferry”", "“Ada”"), ("‘Ferry’", "Ada ‘Sam’")]
)
def test_what_would_be_taken_for_a_slip_is_quoted(title, actor):
    event = Event("ferry", "2021", title, actors=(actor,), path="events/2021/ferry.yml")
    assert read_back(event) == event
    assert yaml.safe_load(format_event(event, depth=2))["actors"] == [actor]
