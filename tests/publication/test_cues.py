"""What the words around a date or a name say of it."""

import pytest

from dateline.publication.cues import befell, is_over, looks_ahead, stance


def _stance(sentence, told=None):
    """The stance of the words in brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    return stance(sentence.replace("[", "").replace("]", ""), start, end, told, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill was sold [in 1998].",
        "[In 1998] the mill was sold.",
        "[Since 1998], when it was sold, the mill has stood empty.",
        "The owner, who retired [in 1998], lives abroad.",
    ],
)
def test_past(sentence):
    assert _stance(sentence) == "past"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill will be sold [by 2031].",
        "[By 2031] the mill will be sold.",
        "The mill is to be sold [in 2031].",
        "The sale is widely expected to close [in May 2031].",
        "The mill will be sold by 2030, perhaps [by May 2031].",
    ],
)
def test_ahead(sentence):
    assert _stance(sentence) == "ahead"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill would be sold [by 2031].",
        "The mill was to be sold [in 2031].",
        "The goals [for 2031] were agreed.",
        "If the mill was sold [in 1998], it paid.",
        "The mill may have been sold [in 1998].",
        "The mill will employ those who worked there [in 1998].",
        "The mill is close to the river; [in 1998] or so.",
        "The fair, due [in 2031], was praised.",
        "The owners agreed to sell the mill [in 2031].",
    ],
)
def test_neither_is_certain(sentence):
    """What was to come, may be, or hangs on another verb bounds nothing."""
    assert _stance(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "told", "expected"),
    [
        ("The sale [of 1998] hurt the town.", "happened", "past"),
        ("The owner plans to sell the mill [in 2031].", "planned", "ahead"),
        ("The owner plans to sell the mill [in 2031].", None, None),
        ("The owner will sell the mill [in 2031].", "happened", None),
        ("The sale of the mill [in 2031] is a worry to the town.", "happened", None),
        ("The mill was sold [in 1998], they deny.", "denied", None),
    ],
)
def test_the_kind_of_the_happening_counts(sentence, told, expected):
    """A happening told as fact is past without more; where parse and words disagree nothing is certain."""
    assert _stance(sentence, told) == expected


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("The whole [of 1998] was dry.", True),
        ("[After the end of 1998] it rained.", True),
        ("It rained [in 1998].", False),
        ("All of them came [in 1998].", False),
    ],
)
def test_a_period_that_is_over(sentence, over):
    start, end = sentence.index("["), sentence.index("]") - 1
    assert is_over(sentence.replace("[", "").replace("]", ""), start, end, "en") == over


def _befell(sentence, name, tag="killing"):
    start = sentence.index(name)
    return befell(sentence, start, start + len(name), tag, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "They mourn the killing of the poet Ida Rahm.",
        "He was convicted of killing Ida Rahm.",
        "Soldiers killed Jan Pohl and Ida Rahm.",
        "Ida Rahm’s murder shook the town.",
        "Ida Rahm, who was killed in May, wrote of it.",
        "Ida Rahm was brutally murdered.",
        "Poet Ida Rahm killed in raid",
    ],
)
def test_who_was_killed(sentence):
    """Verb or noun, before the name or after it."""
    assert _befell(sentence, "Ida Rahm")


@pytest.mark.parametrize(
    "sentence",
    [
        "They planned the killing of Ida Rahm.",
        "Ida Rahm survived.",
        "Soldiers killed nine men, Ida Rahm said.",
        "Nine men were killed by Ida Rahm.",
        "The killing in the town of Ida Rahm went on.",
        "He would have killed Ida Rahm.",
        "Ida Rahm was nearly killed.",
        "They want to kill Ida Rahm.",
    ],
)
def test_who_was_not_killed(sentence):
    """Plots, attempts, those who kill or tell of it, and those who are only near."""
    assert not _befell(sentence, "Ida Rahm")


def test_who_died():
    assert _befell("Ida Rahm died in May.", "Ida Rahm", "death")
    assert not _befell("Ida Rahm watched as two died.", "Ida Rahm", "death")


def test_looking_ahead():
    assert looks_ahead("The two are to meet again.", "en")
    assert not looks_ahead("The two met again.", "en")
