"""The site in Persian: read from right to left, in Persian words and digits."""

import pytest

PAGES = ["", "events/2020-01-03-petrel/", "people/", "outlets/", "telling/", "articles/radio/", "404.html"]


def test_dates_and_counts_are_said_in_persian(visit_persian):
    page = visit_persian()
    assert page.locator(".dl-when").all_inner_texts() == [
        "حدود ۲۰۰۵",
        "از ژوئن ۲۰۱۶",
        "۳ ژانویهٔ ۲۰۲۰، ساعت ۰۶:۴۰",
        "تا پایان ۲۰۳۰",
    ]
    assert page.locator(".dl-count").inner_text() == "۴ رویداد، ۲۰۰۵–۲۰۳۰، از ۲ مقاله"


def test_the_page_runs_from_right_to_left(visit_persian):
    page = visit_persian()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "fa"
    when = page.locator(".dl-when").first.bounding_box()
    title = page.locator(".dl-title").first.bounding_box()
    assert title["x"] + title["width"] <= when["x"]


@pytest.mark.parametrize("path", PAGES)
def test_no_english_word_of_the_site_is_left(visit_persian, path):
    page = visit_persian(path)
    assert not page.evaluate("document.body.innerText.match(/[A-Za-z]{3,}/g)")
    labels = page.evaluate("[...document.querySelectorAll('[aria-label]')].map(e => e.ariaLabel)")
    assert not [label for label in labels if label.isascii()]


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_each_page_without_scrolling_sideways(visit_persian, path):
    page = visit_persian(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(visit_persian, path, scheme, faults):
    page = visit_persian(path, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    assert faults(page) == []
