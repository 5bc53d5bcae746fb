"""Paths of pages and links between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.site.addresses import Addresses, at, segment, slug, slugs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ilva  Brandt", "ilva-brandt"),
        ("Sa'adiyah", "saadiyah"),
        ("Größe & Co.", "grösse-co"),
        ("قاسم سلیمانی", "قاسم-سلیمانی"),
        ("../../etc/passwd", "etc-passwd"),
        ("a_b", "a-b"),
        ("...", "-"),
    ],
)
def test_a_slug_keeps_letters_and_digits_of_any_script(name, expected):
    assert slug(name) == expected


@given(st.text())
def test_a_segment_never_leaves_its_folder(identifier):
    made = segment(identifier)
    assert made not in {"", ".", ".."}
    assert not set(made) & set("/\\\0")
    assert len(made.encode()) <= 255


@pytest.mark.parametrize("identifier", ["2020-01-03-ferry-sinks", "2020-کشتی-غرق-شد"])
def test_a_safe_id_is_its_own_segment(identifier):
    assert segment(identifier) == identifier


def test_names_that_would_share_a_page_get_one_each_in_any_order():
    names = ["al-Abbasi", "Al Abbasi", "AL ABBASI", "al abbasi 2"]
    given_slugs = slugs(names)
    assert len(set(given_slugs.values())) == 4
    assert slugs(reversed(names)) == given_slugs


@pytest.mark.parametrize(
    ("directory_urls", "page", "target", "expected"),
    [
        (True, "index.html", "events/x/index.html", "events/x/"),
        (True, "events/x/index.html", "events/y/index.html", "../../events/y/"),
        (True, "people/index.html", "people/x/index.html", "../people/x/"),
        (True, "events/x/index.html", "index.html", "../../"),
        (True, "index.html", "index.html", "./"),
        (True, "index.html", "people/قم/index.html", "people/%D9%82%D9%85/"),
        (False, "events/x/index.html", "people/index.html", "../../people/index.html"),
        (False, "index.html", "index.html", "index.html"),
    ],
)
def test_links_are_relative_in_both_kinds_of_url(directory_urls, page, target, expected):
    assert at(page, Addresses(directory_urls).to(target)) == expected
