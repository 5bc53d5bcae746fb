"""The way back to the dictionary form."""

import pytest

from dateline.parsing.spelling import dictionary_form


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
        ("scammed", "VBD", "scamme", "scam"),
        ("livestreamed", "VBD", "livestreame", "livestream"),
        ("created", "VBN", "create", "create"),
        ("silhouetted", "VBN", "silhouette", "silhouette"),
        ("released", "VBD", "release", "release"),
        ("agreed", "VBD", "agree", "agree"),
    ],
)
def test_spelling_tells_two_verbs_apart(form, tag, lemma, expected):
    """A short verb doubles its last letter before an ending; what does not has lost an "e"."""
    assert dictionary_form(form, tag, lemma) == expected
