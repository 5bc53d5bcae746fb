"""The list of English words that matter to dates."""

from importlib.resources import files

import pytest

from dateline.dates import en
from dateline.dates.kinds import KINDS
from dateline.dates.lexicon import read_lexicon
from dateline.dates.tokens import tokenise

_TABLE = files("dateline.dates.en").joinpath("lexicon.tsv").read_text(encoding="utf-8")
_LINES = [line.split("\t") for line in _TABLE.splitlines() if line and not line.startswith("#")]


def test_no_spelling_is_listed_twice():
    """The second of two would never count."""
    spellings = [spelling for _, _, said in _LINES for spelling in said.split(" | ")]
    assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("march", "OTHER"),
        ("March", "MONTH"),
        ("MARCH", "MONTH"),
        ("friday", "WEEKDAY"),
        ("New Year's Eve", "HOLIDAY"),
        ("New Year’s Eve", "HOLIDAY"),
        ("New  Year's Eve", "HOLIDAY"),
        ("newt", "OTHER"),
        ("Good morning", "NODATE"),
    ],
)
def test_spellings_count_as_the_list_says(said, kind):
    assert tokenise(said, en.LEXICON).kinds == KINDS[kind]


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        read_lexicon("WEAKDAY\t1\tmonday")
