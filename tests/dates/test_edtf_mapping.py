"""The table of what words give a timeline, beside the code, is what the code does."""

from importlib.resources import files

import pytest

from dateline.dates import find_dates

_TABLE = files("dateline.dates").joinpath("edtf_mapping.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in _TABLE.splitlines()
    if line.startswith("| ") and not line.startswith("| words")
]


def test_the_table_is_there():
    assert len(ROWS) > 40


@pytest.mark.parametrize(("words", "written", "value", "edtf", "evidence"), ROWS)
def test_each_row_holds(words, written, value, edtf, evidence):
    text = words.replace("[", "").replace("]", "")
    start = words.index("[")
    phrases = find_dates(text, None if written == "-" else written)
    phrase = next(each for each in phrases if each.start == start)
    assert text[phrase.start : phrase.end] == words[start + 1 : words.index("]")]
    assert (phrase.value, phrase.edtf or "-") == (value, edtf)
    assert text[phrase.evidence_start : phrase.evidence_end] == evidence
