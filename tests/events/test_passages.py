"""Where a quote stands in an article, or what comes nearest to it."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.events.passages import Difference, nearest_passage, same_but_for_signs

TEXT = (
    "The port was shut on Monday. Dockers walked out at noon, the union said, and will not return before "
    "Friday. The union said that talks had failed."
)


def test_the_nearest_passage_is_found_with_the_word_that_differs():
    like = nearest_passage("Dockers walked off at noon, the union said", TEXT)
    assert like is not None
    assert like.passage == "Dockers walked out at noon, the union said,"
    assert like.differences == (
        Difference("Dockers walked", "off", "out"),
        Difference("noon, the union", "said", "said,"),
    )


def test_words_that_only_one_has_are_told():
    like = nearest_passage("The port was again shut Monday.", TEXT)
    assert like is not None
    assert like.differences == (
        Difference("The port was", "again", ""),
        Difference("port was shut", "", "on"),
    )


def test_the_core_goes_on_to_the_end_of_the_sentence():
    like = nearest_passage("on Monday the port was shut", TEXT)
    assert like is not None
    assert like.core == "The port was shut on Monday."


def test_words_that_are_nowhere_near_have_no_passage():
    assert nearest_passage("Ferries collided in thick fog", TEXT) is None
    assert nearest_passage("x", "") is None


def test_other_marks_are_found_as_they_stand():
    assert same_but_for_signs('"No" - he said', "Asked, “No” – he said.") == "“No” – he said"
    assert same_but_for_signs("no", "“No”") is None


SAMPLE = ["the", "a", "port", "dock,", "Dock.", "union", "said", "on", "“x”", "…"]
WORDS = st.lists(st.sampled_from(SAMPLE), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_a_passage_is_part_of_the_text_and_its_differences_make_up_the_quote(quote, text):
    quote, text = " ".join(quote), " ".join(text)
    like = nearest_passage(quote, text)
    if like is None:
        return
    assert like.passage in text
    assert like.core in text
    if quote not in text:
        assert like.differences
    for difference in like.differences:
        assert difference.quote in quote
        assert difference.passage in like.passage
        assert difference.quote != difference.passage
