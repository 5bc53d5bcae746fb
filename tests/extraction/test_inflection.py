"""English verb forms."""

import pytest

from dateline.extraction.inflection import dictionary_form, now, present


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "expected"),
    [
        ("hopes", "VBZ", "hop", "hope"),
        ("hoping", "VBG", "hop", "hope"),
        ("staged", "VBN", "stag", "stage"),
        ("waged", "VBD", "wag", "wage"),
        ("hopping", "VBG", "hop", "hop"),
        ("passes", "VBZ", "pass", "pass"),
        ("goes", "VBZ", "go", "go"),
        ("visited", "VBD", "visit", "visit"),
        ("bombed", "VBN", "bomb", "bomb"),
        ("hopes", "NNS", "hope", "hope"),
    ],
)
def test_spelling_tells_two_verbs_apart(form, tag, lemma, expected):
    """A short verb doubles its last letter before an ending; what does not has lost an "e"."""
    assert dictionary_form(form, tag, lemma) == expected


@pytest.mark.parametrize(
    ("lemma", "one", "many"),
    [("be", "is", "are"), ("carry", "carries", "carry"), ("pass", "passes", "pass"), ("say", "says", "say")],
)
def test_present(lemma, one, many):
    """One takes the third person, many the plain form."""
    assert (present(lemma, plural=False), present(lemma, plural=True)) == (one, many)


def test_reported_speech_moves_back_to_the_present():
    """What "had" been done when it was told "has" been done in a title, or "have" by many."""
    assert (now("had", plural=False), now("had", plural=True), now("would", plural=True)) == (
        "has",
        "have",
        "will",
    )
