"""English verb forms."""

import pytest

from dateline.extraction.wording.inflection import contracted, now, present


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


def test_a_short_not_is_tied_to_its_helper():
    """What was "wouldn't" is "won't" in a title, with the apostrophe that the text has."""
    assert [contracted("will", "n't"), contracted("ca", "n’t"), contracted("is", "n't")] == [
        "won't",
        "can’t",
        "isn't",
    ]
