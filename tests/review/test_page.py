"""A draft on a terminal of any width."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events import Finding
from dateline.model import Article, Event, Source
from dateline.review import Draft, alike, excerpt
from dateline.review.page import Place, fitted, page, wrapped

TEXT = (
    "The harbour was shut all week. Ada Sample met Ben Placeholder in Kesten on Monday, aides said. "
    "They spoke of fish. Nobody else was there."
)
QUOTE = "Ada Sample met Ben Placeholder in Kesten on Monday, aides said."
ARTICLE = Article("gazette", "Two ministers meet", TEXT, outlet="Gazette", published="2021-03-05")
EVENT = Event(
    "ministers-meet",
    "2021-03-01",
    "Ada Sample meets Ben Placeholder",
    actors=("Ada Sample", "Ben Placeholder"),
    kind="planned",
    importance=4,
    sources=(Source("gazette", QUOTE, speaker="aides", dated="on Monday"),),
)
PATH = Path("content/events/2021/ministers-meet.yml")


def text(lines):
    return ["".join(run for run, _ in line) for line in lines]


def shown(event=EVENT, width=80, findings=(), others=(), *, marked=False):
    draft = Draft("ministers-meet", PATH, event, tuple(findings))
    likes = alike(event, others) if event else []
    return page(draft, Place(3, 17), likes, {"gazette": ARTICLE}, width, marked=marked)


def test_a_draft_shows_what_is_needed_to_decide():
    other = Event(
        "they-met", "2021-03", "Ada Sample meets old friend", actors=("Ada Sample",), status="reviewed"
    )
    assert text(shown(others=[other])) == [
        "Draft 3 of 17                             content/events/2021/ministers-meet.yml",
        "",
        "Ada Sample meets Ben Placeholder",
        "1 March 2021 (2021-03-01), dated by “on Monday”",
        "planned · importance 4 · Ada Sample, Ben Placeholder",
        "",
        "May be the same as",
        "1) Ada Sample meets old friend, March 2021, reviewed they-met",
        "",
        "Gazette, 5 March 2021 — aides",
        "  The harbour was shut all week. Ada Sample met Ben Placeholder in Kesten on",
        "  Monday, aides said. They spoke of fish.",
    ]


def test_the_quote_and_the_dating_words_are_marked():
    runs = [run for line in shown()[-2:] for run in line]
    quoted = "".join(run for run, style in runs if style == "quote")
    assert " ".join(quoted.split()) == "Ada Sample met Ben Placeholder in Kesten, aides said."
    assert "".join(run for run, style in runs if style == "dated") == "onMonday"
    marked = " ".join(line.strip() for line in text(shown(marked=True)[-2:]))
    assert marked == (
        "The harbour was shut all week. »Ada Sample met Ben Placeholder in Kesten on Monday, aides said.« "
        "They spoke of fish."
    )


def test_what_is_wrong_in_the_file_stands_above_the_draft():
    finding = Finding(PATH.as_posix(), 2, 7, "'soon' is not a date", "write one such as 2021-03-01")
    assert text(shown(event=None, findings=[finding]))[2:] == [
        "2:7: 'soon' is not a date: write one such as 2021-03-01",
        "ministers-meet cannot be shown. Press e to mend its file.",
    ]


def test_what_does_not_fit_is_counted():
    lines = [[(str(number), "plain")] for number in range(10)]
    assert text(fitted(lines, 10)) == [*"0123456789"]
    assert text(fitted(lines, 4)) == ["0", "1", "2", "… 7 more lines: press v to read them"]


@given(st.text(), st.integers(20, 120))
def test_no_line_is_too_wide_and_no_word_is_lost(written, width):
    lines = wrapped([("begin ", "plain"), (written, "quote"), (" end", "dated")], width)
    assert " ".join(" ".join(text(lines)).split()) == " ".join(f"begin {written} end".split())
    longest = max((len(word) for word in written.split()), default=0)
    columns = [sum(not unicodedata.combining(char) for char in line) for line in text(lines)]
    assert all(taken <= max(width, longest) for taken in columns)


def test_letters_that_are_two_columns_wide_count_twice():
    assert text(wrapped([("林月溪 林月溪 林月溪", "plain")], 14)) == ["林月溪 林月溪", "林月溪"]


@pytest.mark.parametrize(
    ("quote", "dated", "parts"),
    [
        (QUOTE, "ON MONDAY", ("The harbour was shut all week. ", "on Monday", " They spoke of fish.")),
        (QUOTE, "on Tuesday", ("The harbour was shut all week. ", "", " They spoke of fish.")),
        ("Nobody else\n was there.", None, ("They spoke of fish. ", "", "")),
        ("These are no words of it.", None, ("", "", "")),
    ],
)
def test_a_quote_stands_between_its_neighbours(quote, dated, parts):
    cut = excerpt(TEXT, quote, dated)
    assert (cut.before, cut.dated, cut.after) == parts
    assert cut.quote + cut.dated + cut.quote_after == " ".join(quote.split())


def test_long_neighbours_are_cut_between_words():
    cut = excerpt(f"{'early words ' * 40}The ferry sank, {'late words ' * 40}", "The ferry sank,", None)
    assert cut.before.startswith("… ")
    assert cut.after.endswith(" …")
    assert len(cut.before) < 170
    assert len(cut.after) < 170
