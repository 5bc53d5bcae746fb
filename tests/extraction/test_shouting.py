"""An opening in capitals is read as the rest of the article spells it, letter for letter as long."""

import pytest

from dateline.extraction.passages import split_passages
from dateline.extraction.shouting import quietened


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("FISHERMEN were rescued on Monday.", "Fishermen were rescued on Monday."),
        ("LOMEN ROVERS won. The Rovers man wept.", "Lomen Rovers won."),
        ("THE 83 islanders voted. All 83 came.", "The 83 islanders voted."),
        ("NATO met in Kesten. It was brief.", "NATO met in Kesten."),
        ("Fishermen of LOMENSTADT wept.", "Fishermen of LOMENSTADT wept."),
    ],
)
def test_the_opening_of_an_article(text, opening):
    """Long words and those spelt otherwise further on lose capitals; the letters of a body keep them."""
    passages = split_passages(text)
    assert quietened(passages, text, "en")[0] == opening
    assert [len(quiet) for quiet in quietened(passages, text, "en")] == [len(p.text) for p in passages]
