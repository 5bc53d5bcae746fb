"""Texts to parts of file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Žižkov Pošt", "zizkov-post"),
        ("Straße 5 – Łódź", "strasse-5-lodz"),
        ("Iran’s 'IRGC'", "irans-irgc"),
        ("../../etc", "etc"),
        ("تهران", ""),
    ],
)
def test_a_slug_is_plain_ascii(text: str, expected: str):
    assert slug(text) == expected


@given(st.text())
def test_no_slug_escapes_its_folder(text: str):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
