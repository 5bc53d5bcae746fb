"""Overview, filters and search: what a reader finds, by pointer, by keys and by address."""

import pytest

ALL_SHOWN = "document.querySelectorAll('.dl-event:not([hidden])').length === 18"
COLLISIONS = [
    "A boat rams the Orsan survey ship Petrel off Skar Point",
    "The drilling ship Cormorant cuts fishing nets",
    "Velmark’s boats are at sea on the night of the collision",
]


def titles(page):
    return page.locator(".dl-title > a:visible").all_inner_texts()


def status(page, text):
    """Wait until the explorer says so."""
    page.get_by_role("status").filter(has_text=text).wait_for()


def until(page, expression):
    """Wait until JavaScript says so; not in the page, whose policy forbids that."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


def chip(page, name):
    return page.locator(".dl-chips .dl-chip").filter(has_text=name)


def search(page, words):
    page.get_by_role("searchbox", name="Search titles").fill(words)


def handle(page, end):
    return page.get_by_role("slider", name=f"{end} of the span of time")


def drag(page, start, end):
    """Drag over the strip between two parts of its width, counted from the left."""
    box = page.locator(".dl-strip").bounding_box()
    page.mouse.move(box["x"] + start * box["width"], box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 60, steps=6)
    page.mouse.up()


def zoom_of(page):
    """The years and months that the strip names."""
    page.wait_for_timeout(100)
    return page.locator(".dl-axis text").all_text_contents()


def test_a_chip_filters_and_a_second_press_shows_everything_again(visit):
    page = visit()
    assert chip(page, "collision").inner_text().split() == ["collision", "3"]
    chip(page, "collision").click()
    status(page, "Showing 3 of 18 events, 2020–2022")
    assert sorted(titles(page)) == COLLISIONS
    assert page.url.endswith("?tags=collision")
    assert chip(page, "collision").get_attribute("aria-pressed") == "true"
    chip(page, "collision").click()
    page.wait_for_url(lambda url: "?" not in url)
    assert len(titles(page)) == 18


def test_what_is_chosen_comes_first_and_keeps_the_focus(visit):
    page = visit()
    last = page.locator(".dl-chips .dl-chip").last
    name = last.get_attribute("data-name")
    last.focus()
    page.keyboard.press("Enter")
    status(page, "Showing")
    assert page.locator(".dl-chips .dl-chip").first.get_attribute("data-name") == name
    assert page.evaluate("document.activeElement.dataset.name") == name


def test_names_of_one_group_are_alternatives_and_groups_narrow_each_other(visit):
    page = visit("?tags=collision&tags=talks")
    status(page, "Showing 6 of 18 events")
    page.goto(page.url + "&people=Orsa")
    status(page, "Showing 3 of 18 events")
    assert titles(page) == [
        "Orsa and Velmark break off talks on the fixed link",
        "Orsa calls its ambassador home",
        "Ministers of Orsa and Velmark meet on a ferry and reopen talks",
    ]


def test_counts_say_what_a_chip_would_give(visit):
    page = visit("?tags=talks")
    status(page, "Showing 3 of 18")
    for name in ("Orsa", "Halden Sound"):
        button = chip(page, name).first
        count = int(button.inner_text().split()[-1])
        button.click()
        status(page, f"Showing {count} of 18")
        button.click()
        status(page, "Showing 3 of 18")


def test_months_years_and_rail_without_a_match_are_gone(visit):
    page = visit("?tags=collision")
    status(page, "Showing 3 of 18")
    assert page.locator(".dl-year > h2:visible").all_inner_texts() == ["2020", "2022"]
    rail = [text.split() for text in page.locator(".dl-years a:visible").all_inner_texts()]
    assert rail == [["2020", "2"], ["2022", "1"]]


def test_the_back_button_takes_back_one_choice_after_another(visit):
    page = visit()
    chip(page, "collision").click()
    status(page, "Showing 3 of 18")
    search(page, "nets")
    status(page, "Showing 1 of 18")
    page.go_back()
    status(page, "Showing 3 of 18")
    assert page.get_by_role("searchbox", name="Search titles").input_value() == ""
    page.go_back()
    until(page, ALL_SHOWN)
    page.go_forward()
    status(page, "Showing 3 of 18")


def test_an_address_is_an_answer_that_can_be_shared(visit):
    page = visit("?q=boats&from=2020&to=2020-01&certainty=day")
    status(page, "Showing 1 of 18 events, 2020")
    assert titles(page) == ["Velmark’s boats are at sea on the night of the collision"]
    assert handle(page, "Beginning").get_attribute("aria-valuetext") == "January 1, 2020"
    assert handle(page, "End").get_attribute("aria-valuetext") == "January 31, 2020"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("drill", ["Test drilling ends, a year late", "The drilling ship Cormorant cuts fishing nets"]),
        ("VELMARK’S BOATS", ["Velmark’s boats are at sea on the night of the collision"]),
        ("cormoránt", ["The drilling ship Cormorant cuts fishing nets"]),
        ("linnet ferry", ["Ministers of Orsa and Velmark meet on a ferry and reopen talks"]),
        # In a summary with marks of Markdown, and in a quote that no page but the event's shows.
        ("sixteen days", ["Geologists survey the bed of the sound"]),
        ("grey boat without number", ["A boat rams the Orsan survey ship Petrel off Skar Point"]),
    ],
)
def test_search_finds_words_of_titles_summaries_quotes_and_names(visit, typed, found):
    page = visit()
    search(page, typed)
    status(page, f"Showing {len(found)} of 18")
    assert titles(page) == found


def test_nothing_found_offers_what_to_leave_out(visit):
    page = visit("?q=nets&tags=talks")
    status(page, "None of 18 events")
    assert titles(page) == []
    assert page.get_by_text("No event matches all of this").is_visible()
    page.get_by_role("button", name="without “nets” 3").click()
    status(page, "Showing 3 of 18")
    assert not page.get_by_text("No event matches all of this").is_visible()


def test_one_click_resets(visit):
    page = visit("?q=nets&tags=collision&from=2014")
    status(page, "Showing 1 of 18")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_url(lambda url: "?" not in url)
    assert len(titles(page)) == 18
    assert not page.get_by_role("button", name="Reset").is_visible()


def test_dragging_over_the_strip_chooses_a_span_of_time(visit):
    page = visit()
    drag(page, 0.03, 0.15)
    status(page, "Showing")
    assert "to=" in page.url
    assert len(titles(page)) < 18
    # Dragged on, the span moves to the other end of time.
    drag(page, 0.07, 0.95)
    until(page, "document.querySelectorAll('.dl-year:not([hidden]) h2')[0].textContent > '2020'")
    assert titles(page)[-1] == "The fixed link opens"
    page.go_back()
    until(page, ALL_SHOWN)


def test_the_ends_of_the_span_are_sliders_for_the_keyboard(visit):
    page = visit()
    end = handle(page, "End")
    end.focus()
    page.keyboard.press("PageDown")
    page.wait_for_url("**to=**")
    # The address changes before the strip is drawn anew.
    moved = "e => Number(e.ariaValueNow) < Number(e.ariaValueMax)"
    page.wait_for_function(moved, arg=end.element_handle())
    begin = handle(page, "Beginning")
    begin.focus()
    page.keyboard.press("End")
    # The beginning cannot pass the end.
    assert int(begin.get_attribute("aria-valuenow")) <= int(end.get_attribute("aria-valuenow"))
    page.keyboard.press("Home")
    end.focus()
    page.keyboard.press("End")
    page.wait_for_url(lambda url: "?" not in url)


def test_the_strip_is_zoomed_by_wheel_buttons_and_keys(visit):
    page = visit()
    whole = zoom_of(page)
    box = page.locator(".dl-strip").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 50)
    for _ in range(4):
        page.mouse.wheel(0, -200)
    by_wheel = zoom_of(page)
    assert by_wheel != whole
    page.get_by_role("button", name="All", exact=True).click()
    assert zoom_of(page) == whole
    page.get_by_role("button", name="Look closer").click()
    by_button = zoom_of(page)
    assert by_button != whole
    page.get_by_role("button", name="Look at more").click()
    assert zoom_of(page) == whole
    handle(page, "Beginning").focus()
    page.keyboard.press("+")
    assert zoom_of(page) != whole
    page.get_by_role("button", name="All", exact=True).click()
    # The year that holds most events.
    page.get_by_role("button", name="Year", exact=True).click()
    assert zoom_of(page)[:2] == ["2020", "Feb"]


def test_a_page_that_is_being_scrolled_is_not_stopped_by_the_strip(visit):
    page = visit()
    whole = zoom_of(page)
    page.mouse.move(640, 800)
    for _ in range(8):
        page.mouse.wheel(0, 120)
        page.wait_for_timeout(60)
    page.mouse.move(640, 50)
    page.mouse.wheel(0, 120)
    assert page.locator(".dl-overview").bounding_box()["y"] == 0
    assert zoom_of(page) == whole


def test_long_empty_stretches_are_folded_and_marked(visit):
    page = visit()
    years = zoom_of(page)
    assert "2003" in years
    assert "2024" not in years
    assert page.locator(".dl-folds path").count() >= 2


def test_important_events_are_named_on_the_strip(visit):
    page = visit()
    page.locator(".dl-labels text").nth(3).wait_for(state="attached")
    named = page.locator(".dl-labels text").all_text_contents()
    assert all(
        any(title.startswith(name.rstrip("…")) for title in page.locator(".dl-title > a").all_inner_texts())
        for name in named
    )


def test_rows_on_request(visit):
    page = visit()
    page.get_by_label("Rows").select_option("Tags")
    rows = page.locator(".dl-lanes button")
    rows.first.wait_for()
    assert rows.all_inner_texts()[0] == "plan"
    page.get_by_role("button", name="talks", exact=True).click()
    status(page, "Showing 3 of 18")
    page.get_by_label("Rows").select_option("none")
    rows.first.wait_for(state="detached")


def test_a_phone_filters_in_a_sheet(visit):
    page = visit(width=390, has_touch=True)
    page.get_by_role("button", name="Filter").click()
    sheet = page.get_by_role("dialog", name="Filter")
    assert sheet.bounding_box()["width"] == 390
    sheet.get_by_role("group", name="Fact or not").get_by_role("button", name="Denied 1").click()
    status_in_sheet = sheet.get_by_text("Showing 1 of 18 events, 2020")
    status_in_sheet.wait_for()
    sheet.get_by_role("button", name="Show the events").click()
    assert not sheet.is_visible()
    assert titles(page) == ["Velmark’s boats are at sea on the night of the collision"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_sheet_closes_with_escape_and_gives_the_focus_back(visit):
    page = visit()
    page.get_by_role("button", name="Filter").click()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Filter"


def test_pointing_at_the_strip_leads_to_what_happened_then(visit):
    page = visit(reduced_motion="reduce")
    box = page.locator(".dl-strip").bounding_box()
    page.mouse.click(box["x"] + box["width"] - 40, box["y"] + 60)
    until(page, "scrollY > 500")
    last = page.locator(".dl-event").last.bounding_box()
    assert 0 < last["y"] < 844


def test_without_javascript_neither_strip_nor_filters_take_room(visit):
    page = visit(java_script_enabled=False)
    assert not page.locator(".dl-explorer").is_visible()
    assert page.locator(".dl-years").is_visible()


def test_nothing_moves_once_the_page_is_painted(visit):
    page = visit()
    page.wait_for_timeout(500)
    shift = page.evaluate(
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries()"
        ".reduce((sum, entry) => sum + entry.value, 0))).observe({type: 'layout-shift', buffered: true})"
        " ?? setTimeout(() => done(0), 300))"
    )
    assert shift < 0.01


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["filtered", "empty", "sheet", "rows"])
def test_axe_finds_no_fault_in_any_state(visit, state, scheme, width, faults):
    query = {"filtered": "?tags=collision&from=2020", "empty": "?q=nowhere"}.get(state, "")
    page = visit(query, width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    if state == "sheet":
        page.get_by_role("button", name="Filter").click()
        page.get_by_role("group", name="People").wait_for()
    if state == "rows":
        page.get_by_label("Rows").select_option("People")
        page.locator(".dl-lanes button").first.wait_for()
    page.wait_for_timeout(300)
    assert faults(page) == []
