"""A site with more events than one page carries: the explorer fetches what it needs, in a worker."""

import json
import re
import time
import urllib.parse
import urllib.request

import pytest

LARGE = "1,200"


def status(page, text):
    page.get_by_role("status").filter(has_text=text).wait_for()


def asked(page):
    """Note the data files that a page asks for."""
    files = []
    page.on(
        "request", lambda request: "/timeline/" in request.url and files.append(request.url.split("/")[-1])
    )
    return files


def index(served_large):
    with urllib.request.urlopen(f"{served_large}timeline/index.js") as answer:
        return json.loads(re.sub(r"^[^{]*|;\s*$", "", answer.read().decode()))


def test_the_first_page_fetches_no_more_than_its_index(visit_large):
    page = visit_large()
    page.wait_for_timeout(400)
    fetched = page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name.split('/').at(-1))"
    )
    assert [name for name in fetched if name.endswith(".json")] == []
    assert page.locator(".dl-count").inner_text().startswith(f"{LARGE} events")
    assert page.locator(".dl-solidHits path").get_attribute("d")
    assert page.locator(".dl-front .dl-event").count() == 24


@pytest.mark.parametrize("javascript", [True, False])
def test_years_are_read_one_after_another(visit_large, javascript):
    page = visit_large(java_script_enabled=javascript)
    with page.expect_navigation():
        page.locator(".dl-years a:visible, .dl-years a").last.click()
    last = page.locator("h1").inner_text()
    with page.expect_navigation():
        page.locator("[rel=prev]").click()
    assert page.locator("h1").inner_text() < last


def test_a_chip_fetches_the_events_and_shows_those_that_match(visit_large, served_large):
    page = visit_large()
    files = asked(page)
    name, count, _ = index(served_large)["facets"]["tags"][0]
    page.locator(f'.dl-chips [data-name="{name}"]').click()
    status(page, f"Showing {count} of {LARGE} events")
    page.locator(".dl-results .dl-event").first.wait_for()
    assert page.locator(".dl-results .dl-event").count() == 30
    assert not page.locator(".dl-front").is_visible()
    assert "names.json" in files
    assert not [file for file in files if file.startswith("words")]
    page.get_by_role("button", name="Reset").click()
    page.locator(".dl-front").wait_for()


def test_the_list_goes_on_as_the_reader_does(visit_large):
    page = visit_large("?status=reviewed")
    status(page, "Showing")
    total = int(re.search(r"Showing (\S+) of", page.get_by_role("status").inner_text())[1].replace(",", ""))
    cards = page.locator(".dl-results .dl-event")
    cards.first.wait_for()
    while (shown := cards.count()) < total:
        page.get_by_role("button", name="Show more events").focus()
        page.keyboard.press("Enter")
        cards.nth(shown).wait_for()
    assert cards.count() == total
    ids = cards.evaluate_all("cards => cards.map(card => card.id)")
    assert len(set(ids)) == total


def test_search_fetches_the_words_that_begin_alike(visit_large):
    page = visit_large()
    files = asked(page)
    page.get_by_role("searchbox", name="Search titles").fill("harb off")
    status(page, "Showing")
    assert [file for file in files if file.startswith("words")]
    first = page.locator(".dl-results .dl-title a").first
    title = first.inner_text()
    with page.expect_navigation():
        first.click()
    assert page.locator("h1").inner_text().endswith(title)


def test_an_address_is_answered_at_once_and_again_on_the_way_back(visit_large, served_large):
    name, count, _ = index(served_large)["facets"]["places"][0]
    page = visit_large(f"?places={urllib.parse.quote(name)}")
    status(page, f"Showing {count} of {LARGE}")
    with page.expect_navigation():
        page.locator(".dl-results .dl-title a").first.click()
    page.go_back()
    status(page, f"Showing {count} of {LARGE}")


def test_cards_that_come_late_do_not_hide_what_was_found(visit_large):
    page = visit_large()
    page.route("**/timeline/*-*.json", lambda route: (time.sleep(0.6), route.continue_()))
    page.locator(".dl-chips .dl-chip").first.click()
    page.locator(".dl-results .dl-event").first.wait_for()
    assert page.get_by_role("status").inner_text().startswith("Showing")


def test_names_are_found_among_all_in_the_sheet(visit_large):
    page = visit_large()
    page.get_by_role("button", name="Filter").click()
    people = page.get_by_role("group", name="People")
    people.get_by_role("searchbox").fill("ekst")
    chip = people.get_by_role("button", name=re.compile("Ekström")).first
    chip.click()
    page.get_by_role("dialog").get_by_text("Showing").wait_for()
    assert "people=" in page.url


def test_files_that_cannot_be_fetched_are_told_and_the_page_stays(browser, served_large):
    page = browser.new_page()
    page.route("**/timeline/*.json", lambda route: route.abort())
    page.goto(served_large)
    page.locator(".dl-chips .dl-chip").first.click()
    status(page, "could not be fetched")
    assert page.locator(".dl-front").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "?kind=denied", "years/2020/", "people/"])
def test_axe_finds_no_fault(visit_large, path, scheme, faults):
    page = visit_large(path, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.wait_for_timeout(500)
    assert faults(page) == []


def test_a_phone_shows_results_without_scrolling_sideways(visit_large):
    page = visit_large("?kind=planned", width=390)
    status(page, "Showing")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
