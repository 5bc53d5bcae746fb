"""Phrases marked in a sentence, and what is expected of each."""

import re
from collections.abc import Callable

import pytest

from dateline.dates import find_dates

Check = Callable[..., None]


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its brackets, and where they stood."""
    text, spans, start = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


@pytest.fixture
def check() -> Check:
    """Compare the phrases of a marked sentence with what is expected of them.

    Expected is ``TYPE value edtf`` for each ``[phrase]``, parted by `` | ``; ``-`` stands for no EDTF.
    """

    def compare(
        marked: str, expected: str, reference: str | None = "2014-12-17", style: str = "news"
    ) -> None:
        text, spans = _unmark(marked)
        found = find_dates(text, reference, style=style)
        got = [f"[{phrase.text}] {phrase.type} {phrase.value} {phrase.edtf or '-'}" for phrase in found]
        wanted = [each for each in expected.split(" | ") if each]
        assert len(wanted) == len(spans), "the test marks as many phrases as it expects"
        assert got == [f"[{text[a:b]}] {each}" for (a, b), each in zip(spans, wanted, strict=True)]

    return compare
