"""Parsed texts as objects: what their words and names answer."""

import pytest

from dateline.parsing import Span, parse


@pytest.fixture
def doc():
    (doc,) = parse(["The ship that Ana Ruiz built sank off Norvia."], "en")
    return doc


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (4, 8, "ship"),
        (5, 7, "ship"),
        (3, 8, "ship"),
        (5, 14, "ship that"),
        (38, 45, "Norvia."),
        (0, 1, "The"),
    ],
)
def test_words_that_hold_some_characters(doc, start, end, words):
    """A part of a word stands for all of it; the blank behind a word is no part of it."""
    assert doc.covering(start, end).text == words


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (40, 46), (45, 46), (4, 4)])
def test_no_words_hold_what_is_outside_the_text(doc, start, end):
    assert doc.covering(start, end) is None


def test_names_given_take_the_place_of_those_found(doc):
    """A word outside the new names has no label any more."""
    doc.name([Span(doc, 8, 9, "GPE")])
    assert [(name.text, name.label_) for name in doc.ents] == [("Norvia", "GPE")]
    assert [word.text for word in doc if word.ent_type_] == ["Norvia"]


def test_words_hung_elsewhere(doc):
    """Children, edges and the top word of a span follow the new heads."""
    the, ship, *_, sank, off, norvia, stop = doc
    heads = [1, 1, 5, 4, 5, 1, 1, 8, 6, 8]
    doc.hang(heads)
    assert [word.head.i for word in doc] == heads
    assert (ship.lefts, ship.rights) == ([the], [doc[5], sank])
    assert ship.children == [the, doc[5], sank]
    assert (norvia.left_edge, norvia.right_edge) == (off, stop)
    assert (ship.left_edge, ship.right_edge) == (the, stop)
    assert doc.span(7, 9).root is norvia
    assert list(stop.ancestors) == [norvia, sank, ship]


def test_neighbours(doc):
    """A word knows the one before and behind it, and nothing stands before the first or behind the last."""
    assert doc[1].nbor(-1).text == "The"
    assert doc[1].nbor().text == "that"
    for word, distance in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)
