"""Laws that hold for any text."""

import re
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import en, find_dates
from dateline.dates.tokens import tokenise
from dateline.edtf import parse

_FIGURES = ("9/11", "2014", "1,000", "3", "31", "15:44", "1990s", "5th", "2020-01-03", "3/4/2020")
_WORDS = [*sorted(en.LEXICON.words), *_FIGURES]
_PIECES = st.lists(st.sampled_from([*_WORDS, "town", "\n\n", "\n"]), max_size=30).map(" ".join)
_TEXTS = st.one_of(st.text(max_size=80), _PIECES)
_REFERENCES = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from(["2014-12", "2014", "2020-01-03/2020-12-31", "../2014", "-0263", "2021-22"]),
)
_STYLES = st.sampled_from(["news", "narrative", "auto"])


@given(_TEXTS, _REFERENCES, _STYLES)
@settings(max_examples=600, deadline=None)
def test_any_text_gives_sorted_phrases_with_right_offsets_and_valid_edtf(text, reference, style):
    end = 0
    for phrase in find_dates(text, reference, style=style):
        assert phrase.start >= end
        assert phrase.text
        assert text[phrase.start : phrase.end] == phrase.text
        assert 0 <= phrase.evidence_start <= phrase.start
        assert phrase.end <= phrase.evidence_end <= len(text)
        assert phrase.type in {"DATE", "TIME", "DURATION", "SET"}
        assert phrase.value
        if phrase.edtf is not None:
            parse(phrase.edtf)
        end = phrase.end


@given(_PIECES, st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_the_same_text_gives_the_same_phrases(text, reference):
    assert find_dates(text, reference) == find_dates(text, reference)


_ADVERSARIAL = [
    "1",
    "1,000,",
    "1.",
    "a.",
    "12:",
    "last ",
    "the ",
    "[(",
    "word",
    "word ",
    "\n",
    "two ",
    "hundred ",
    "and a half ",
    "January ",
    "1-",
    "3 to ",
    "the first week of ",
    "between 2019 and ",
    "two days after ",
    "Monday, ",
    "Fourth of ",
    "1990s ",
    "BC 3 ",
    "3/4/2020 ",
    " of the year",
    "will ",
]


def test_every_rule_reads_a_bounded_number_of_tokens():
    """Without an endless quantifier a rule cannot read a text over and over."""
    endless = re.compile(r"(?<!\\)[*]|(?<![}?*+])[+]|,\}")
    assert [rule.pattern.pattern for rule in en.GRAMMAR.rules if endless.search(rule.pattern.pattern)] == []


@pytest.mark.parametrize("piece", _ADVERSARIAL)
def test_the_work_grows_with_the_length_of_the_text(piece):
    """Four times the text takes four times the lines of Python, and no more."""
    small, large = (_steps(piece * (size // len(piece))) for size in (4_000, 16_000))
    assert large <= 4.4 * small + 400


def _steps(text):
    """The lines of Python that are run."""
    steps = 0

    def count(_frame, event, _argument):
        nonlocal steps
        steps += event == "line"
        return count

    previous = sys.gettrace()
    sys.settrace(count)
    try:
        find_dates(text, date(2014, 12, 17))
    finally:
        sys.settrace(previous)
    return steps


@given(st.text(alphabet="1,.:/-aT \n'last2006", max_size=60))
@settings(max_examples=300, deadline=None)
def test_tokens_stand_in_order_and_none_overlaps(text):
    tokens = tokenise(text, en.LEXICON)
    assert len(tokens.kinds) == len(tokens.starts) == len(tokens.ends) == len(tokens.values)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
