"""A text to its sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.passages import split_passages


def sentences(text):
    return [passage.text for passage in split_passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The match went on.", ["It rained.", "The match went on."]),
        (
            "Gen. Ana Ruiz met Dr. Lee on Monday. They talked.",
            ["Gen. Ana Ruiz met Dr. Lee on Monday.", "They talked."],
        ),
        ("The U.S. Army left in 2011. It came back.", ["The U.S. Army left in 2011.", "It came back."]),
        ("Troops left the U.S. The talks failed.", ["Troops left the U.S.", "The talks failed."]),
        ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
        ("“We left.” He said no more.", ["“We left.”", "He said no more."]),
        ("“Will it hold?” she asked. It did.", ["“Will it hold?” she asked.", "It did."]),
        ("J. K. Osei resigned. Nobody knew why!", ["J. K. Osei resigned.", "Nobody knew why!"]),
        ("He left at 5 p.m. on Friday.", ["He left at 5 p.m. on Friday."]),
        ("A line\nbroken in two. Done.", ["A line\nbroken in two.", "Done."]),
        ("No stop at the end\n\nA second paragraph", ["No stop at the end", "A second paragraph"]),
        (
            "ROME, May 3 (AP) – It rained. “We stayed.”",
            ["ROME, May 3 (AP) –", "It rained.", "“We stayed.”"],
        ),
        ("KESTEN — It rained. “We stayed.”", ["KESTEN —", "It rained.", "“We stayed.”"]),
        ("PORT ORLA, NORVIA - It rained.", ["PORT ORLA, NORVIA -", "It rained."]),
        ("**Kesten, 3 May 2024** – It rained.", ["**Kesten, 3 May 2024** –", "It rained."]),
        ("KESTEN — The ferry — ours — sank.", ["KESTEN —", "The ferry — ours — sank."]),
        ("AFO — Norvia’s army — left in May.", ["AFO — Norvia’s army — left in May."]),
        ("AFO – which runs it – left in May.", ["AFO – which runs it – left in May."]),
        ("- 3 May: it rained\n- 4 May: it did not", ["- 3 May: it rained", "- 4 May: it did not"]),
        ("**Why now?** It rained.", ["**Why now?**", "It rained."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text, expected):
    """Sentences end where a reader ends them, not at titles or abbreviations; datelines stand apart."""
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from('aB. \n"”?!1é’(U.S.'), max_size=200))
def test_nothing_is_lost(text):
    """Passages are exact cuts of the text, in order, and hold every character that is not blank."""
    passages = split_passages(text)
    assert all(text[p.start : p.end] == p.text for p in passages)
    assert all(a.end <= b.start for a, b in itertools.pairwise(passages))
    assert "".join("".join(p.text for p in passages).split()) == "".join(text.split())
