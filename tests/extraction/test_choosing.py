"""Which passages are read."""

from dateline.extraction.choosing import choose
from dateline.extraction.passages import split_passages

OPENING = "Rain fell. It fell all night. "
LONG = "The talks on the price of bread went on behind closed doors. " * 60


def chosen(text, dated=()):
    """What is read of a text and why, where the passages that hold certain words are dated."""
    choices = choose(
        split_passages(text),
        lambda passage: any(word in passage.text for word in dated),
        lambda passage: passage.text.startswith("He "),
    )
    return [(choice.passage.text, choice.reason) for choice in choices]


def test_news_is_read():
    """An article of common length is read from its first passage to its last."""
    text = "Ana Ruiz resigned. Crowds cheered. " + "The price of bread rose again in all towns. " * 20
    assert [passage for passage, _ in chosen(text)] == [passage.text for passage in split_passages(text)]


def test_fragments_are_left_out():
    """A few words that name nobody and no day are not read, unless they open the article."""
    text = OPENING + "“What a day!” No one knows. Then Ruiz left. Dead since 1999. So be it."
    assert chosen(text, dated=["1999"]) == [
        ("Rain fell.", "opening"),
        ("It fell all night.", "opening"),
        ("Then Ruiz left.", "news"),
        ("Dead since 1999.", "dated"),
    ]


def test_far_down_what_promises_is_read():
    """Far down a long article a passage is read that is dated or names somebody in full."""
    text = LONG + "Wages fell in 2019. Wages rose again. The mayor, Ana Ruiz, had resigned before."
    read = chosen(text, dated=["2019"])
    assert read[-2:] == [
        ("Wages fell in 2019.", "dated"),
        ("The mayor, Ana Ruiz, had resigned before.", "names"),
    ]
    assert {reason for _, reason in read[:-2]} == {"opening", "news"}
    assert len(read) < 60


def test_whom_a_pronoun_means_is_read():
    """Far down, what is dated and tells of "him" is read with the passage that says who that is."""
    text = LONG + "Wages fell in 2019. So the clerk left. He died in 2019. Wages rose. Bread rose in 2019."
    assert chosen(text, dated=["2019"])[-4:] == [
        ("Wages fell in 2019.", "dated"),
        ("So the clerk left.", "before"),
        ("He died in 2019.", "dated"),
        ("Bread rose in 2019.", "dated"),
    ]


def test_names_without_end_are_not():
    """Far down an article without end some passages are read for their names, and all that are dated."""
    names = "So did the mayor, Ana Ruiz, and her driver. " * 500
    reasons = [reason for _, reason in chosen(LONG + names + "It ended in 2020.", dated=["2020"])]
    assert reasons.count("names") < 100
    assert reasons[-1] == "dated"


def test_no_text():
    """Of nothing, nothing is read."""
    assert chosen("") == []
