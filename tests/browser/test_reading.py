"""What a reader does with the site, in a real browser."""

import time

import pytest

PAGES = [
    "",
    "events/2020-01-03-petrel-rammed/",
    "events/2022-11-24-coast-guard-to-tow-boats/",
    "articles/",
    "articles/harbour-post-2023-03-14/",
    "people/",
    "people/orsa/",
    "outlets/",
    "outlets/velmark-radio/",
    "telling/",
    "about/",
    "story/",
    "404.html",
]

IN_ORDER = [
    "Winter storm destroys the Kesten breakwater",
    "First drawings of a bridge are made",
    "Velmark closes its side of the ferry harbour",
    "A private company buys land on both shores",
    "Orsa’s parliament votes for the bridge by three votes",
    "Geologists survey the bed of the sound",
    "A commission of twelve engineers meets every month",
    "A boat rams the Orsan survey ship Petrel off Skar Point",
    "Velmark’s boats are at sea on the night of the collision",
    "Orsa and Velmark break off talks on the fixed link",
    "Orsa calls its ambassador home",
    "The money for the bridge is spent on sea walls",
    "A tunnel is chosen instead of a bridge",
    "Test drilling ends, a year late",
    "The drilling ship Cormorant cuts fishing nets",
    "Coast guard is to tow away the boats that block the sound",
    "Ministers of Orsa and Velmark meet on a ferry and reopen talks",
    "The fixed link opens",
]


def follow(link):
    """Click a link and wait until the page that it leads to is there."""
    with link.page.expect_navigation():
        link.click()


def titles(page):
    return page.locator(".dl-title > a").all_inner_texts()


@pytest.mark.parametrize("javascript", [True, False])
def test_every_event_is_on_the_home_page_in_order(visit, javascript):
    page = visit(java_script_enabled=javascript)
    assert titles(page) == IN_ORDER
    assert page.locator(".dl-count").inner_text() == "18 events, 2003–2030, from 6 articles"


@pytest.mark.parametrize("javascript", [True, False])
def test_links_lead_from_the_timeline_to_an_event_its_article_and_back(visit, javascript):
    page = visit(java_script_enabled=javascript)
    rams = "A boat rams the Orsan survey ship Petrel off Skar Point"
    follow(page.get_by_role("link", name=rams, exact=True))
    assert page.locator("h1").inner_text() == "A boat rams the Orsan survey ship Petrel off Skar Point"
    assert page.locator("mark").all_inner_texts() == [
        "at 06:40 on 3 January 2020",
        "on 5 January 2020, two days after",
        "on 4 January 2020",
    ]
    follow(page.get_by_role("link", name="What the Petrel’s log says, and what it does not"))
    assert titles(page) == IN_ORDER[7:9] + IN_ORDER[10:11]
    follow(page.get_by_role("link", name="Timeline", exact=True))
    assert len(titles(page)) == 18


def test_the_next_event_is_one_click_away(visit):
    page = visit("events/2020-01-05-talks-break-off/")
    follow(page.locator("[rel=next]"))
    assert page.locator("h1").inner_text() == "Orsa calls its ambassador home"


def test_a_year_is_one_click_away(visit):
    page = visit(reduced_motion="reduce")
    page.get_by_role("link", name="2020, 5 events").click()
    page.wait_for_url("**#year-2020")
    overview = page.locator(".dl-overview").bounding_box()
    below = page.locator("#year-2020").bounding_box()["y"] - overview["y"] - overview["height"]
    assert 0 <= below < 50


def test_an_event_can_be_linked_to_where_it_stands(visit):
    page = visit("#2022-11-16-cormorant-cuts-nets", reduced_motion="reduce")
    card = page.locator("[id='2022-11-16-cormorant-cuts-nets']")
    assert 0 <= card.bounding_box()["y"] < 844
    assert card.evaluate("card => card.matches(':target')")
    assert card.locator(".dl-when a").get_attribute("href") == "#2022-11-16-cormorant-cuts-nets"


def test_the_file_of_an_event_is_one_click_away(visit):
    page = visit("events/2020-01-05-talks-break-off/")
    assert page.get_by_role("link", name="Correct this event").get_attribute("href") == (
        "https://github.com/example/sound/edit/main/content/events/2020/2020-01-05-talks-break-off.yml"
    )


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_the_reader_chooses_dark_or_light_and_the_choice_stays(visit, system, chosen):
    def appearance(page):
        lightness = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return "light" if lightness == "rgb(255, 255, 255)" else "dark"

    page = visit(color_scheme=system)
    assert appearance(page) == system
    button = page.get_by_role("button", name="Dark appearance")
    assert button.get_attribute("aria-pressed") == str(system == "dark").lower()
    button.click()
    assert appearance(page) == chosen
    page.goto(page.url + "about/")
    assert appearance(page) == chosen
    assert (
        page.get_by_role("button", name="Dark appearance").get_attribute("aria-pressed")
        == str(chosen == "dark").lower()
    )


def test_without_javascript_there_is_no_button_that_does_nothing(visit):
    assert visit(java_script_enabled=False).locator("button:visible").count() == 0


def test_the_first_key_press_offers_to_skip_to_the_content(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_each_page_without_scrolling_sideways(visit, path):
    page = visit(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_paper_nothing_sticks_and_addresses_are_shown(visit):
    page = visit("articles/harbour-post-2023-03-14/")
    page.emulate_media(media="print")
    assert page.locator("h2").first.evaluate("year => getComputedStyle(year).position") == "static"
    printed = page.get_by_role("link", name="Read the original article").evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert "https://harbour-post.example/2023/two-ministers" in printed


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(visit, path, scheme, width, faults):
    # Without the site's policy, or axe could not be put into the page.
    page = visit(path, width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    assert faults(page) == []


def test_tellings_stand_side_by_side_and_on_a_phone_below_each_other(visit):
    def corners(width):
        page = visit("events/2020-01-03-petrel-rammed/", width=width)
        boxes = [telling.bounding_box() for telling in page.locator(".dl-source").all()]
        return {box["x"] for box in boxes}, {box["y"] for box in boxes}

    columns, rows = corners(1280)
    assert (len(columns), len(rows)) == (3, 1)
    columns, rows = corners(390)
    assert (len(columns), len(rows)) == (1, 3)


def test_what_differs_is_said_in_words_and_by_a_sign(visit):
    page = visit("events/2020-01-03-petrel-rammed/")
    assert page.locator(".dl-differ dt").all_inner_texts() == ["Date given", "Figures given"]
    assert page.locator(".dl-differ dd").all_inner_texts() == [
        "The Orsa Chronicle: at 06:40 on 3 January 2020",
        "Velmark Radio: on 4 January 2020",
        "The Orsa Chronicle: Five sailors",
        "Velmark Radio: Three sailors",
    ]
    assert page.locator(".dl-given .dl-differs").all_inner_texts() == [
        "≠at 06:40 on 3 January 2020",
        "≠Five sailors",
        "≠on 4 January 2020",
        "≠Three sailors",
    ]


def test_the_matrix_leads_to_events_and_outlets(visit):
    page = visit("outlets/")
    follow(page.get_by_role("link", name="Who tells what: every event by outlet"))
    row = page.locator("tr", has_text="A boat rams the Orsan survey ship Petrel")
    assert [cell.strip() for cell in row.locator("td").all_inner_texts()] == [
        "1",
        "",
        "2",
        "1",
        "≠date\n≠figures",
    ]
    follow(page.get_by_role("link", name="Velmark Radio", exact=True))
    assert page.locator("h1").inner_text() == "Velmark Radio"


def test_on_paper_an_event_keeps_its_sources_with_their_addresses_and_nothing_to_click(visit):
    page = visit("events/2020-01-03-petrel-rammed/")
    page.emulate_media(media="print")
    assert page.locator(".dl-neighbours:visible, .dl-edit:visible, .masthead nav:visible").count() == 0
    assert page.locator(".dl-source:visible").count() == 3
    printed = page.locator(".dl-in[href^=http]").first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert "https://chronicle.example/petrel-log" in printed


SHIFTED = """new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => (sum += each.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.mark.parametrize("path", ["", "events/2020-01-03-petrel-rammed/", "embed/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_and_its_late_scripts_load(visit, served, path, width):
    def late(route):
        time.sleep(0.2)
        route.continue_()

    page = visit("404.html", width=width)
    page.route("**/*.js", late)
    page.goto(served + path)
    assert page.evaluate(SHIFTED) < 0.01
