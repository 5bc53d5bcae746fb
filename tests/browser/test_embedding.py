"""The page for frames on other sites, and the code that people copy for it."""

import pytest


def test_the_code_for_a_frame_is_one_click_away(visit, served):
    page = visit("embed/?people=Orsa", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Embed this timeline").click()
    page.get_by_role("button", name="Copy the code").click()
    page.get_by_text("Copied").wait_for()
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == page.get_by_role("textbox", name="Put this code into your page").input_value()
    assert code == (
        f'<iframe src="{served}embed/?people=Orsa" title="The Halden Sound" width="100%" '
        'height="600" loading="lazy" style="border: 0"></iframe>'
    )


def test_the_frame_shows_what_its_address_asks_for(visit):
    page = visit("embed/?people=Velmark&from=2020&to=2020")
    page.locator(".dl-explorer[data-ready]").wait_for()
    assert page.locator(".dl-title > a:visible").all_inner_texts() == [
        "A boat rams the Orsan survey ship Petrel off Skar Point",
        "Orsa and Velmark break off talks on the fixed link",
    ]


def test_in_a_frame_there_is_the_timeline_alone_and_links_lead_out_of_it(visit, served):
    page = visit("about/", bypass_csp=True)
    page.evaluate(
        "address => document.body.append(Object.assign(document.createElement('iframe'), { src: address }))",
        f"{served}embed/",
    )
    frame = page.frame_locator("iframe")
    link = frame.get_by_role("link", name="Ministers of Orsa and Velmark meet on a ferry and reopen talks")
    link.wait_for()
    assert not frame.locator(".dl-code").is_visible()
    with page.expect_navigation():
        link.click()
    assert page.url == f"{served}events/2023-03-14-ministers-meet-on-the-linnet/"


def test_without_javascript_the_page_for_frames_has_every_event_and_no_button(visit):
    page = visit("embed/", java_script_enabled=False)
    assert page.locator(".dl-event").count() == 18
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(visit, scheme, faults):
    page = visit("embed/", color_scheme=scheme, bypass_csp=True)
    page.get_by_text("Embed this timeline").click()
    assert faults(page) == []


def test_a_page_shows_the_events_it_asks_for_and_links_one(visit):
    page = visit("story/")
    assert page.locator(".dl-title > a").all_inner_texts() == [
        "A boat rams the Orsan survey ship Petrel off Skar Point",
        "Orsa and Velmark break off talks on the fixed link",
        "Orsa calls its ambassador home",
        "The money for the bridge is spent on sea walls",
    ]
    page.get_by_role("link", name="a collision").click()
    page.wait_for_url("**/events/2020-01-03-petrel-rammed/")
