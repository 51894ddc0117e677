"""The office can be used by keyboard alone, and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import answer, choose, fill, follow, press, told

pytestmark = pytest.mark.browser
TOP = "Deutsch lernen neben der Arbeit"


def open_ballot(office: Page) -> None:
    follow(office, "Abstimmungen", "Eröffnen: TOP 2.2")
    press(office, "Abstimmung eröffnen")
    told(office, "Die Abstimmung ist offen.")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached by Tab")


def typed(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_ballot_is_filled_and_closed_by_keyboard_alone(house, visit):
    office = visit(house, "buero-rp")
    open_ballot(office)
    tab_to(office, "[name=v-BW]")
    typed(office, "jnejjjjjjjjjjjjj")
    focused = office.get_by_role("button", name="Stimmen speichern")
    expect(focused).to_be_focused()
    office.keyboard.press("Enter")
    told(office, "16 Stimmen gespeichert.")
    tab_to(office, "[formaction$='/schluss/']")
    office.keyboard.press("Enter")
    told(office, "Angenommen mit 14 von 16 Stimmen")


def test_without_the_shortcuts_arrow_keys_and_tab_are_enough(house, visit):
    """The script only saves presses: Tab and the arrow keys fill the grid too."""
    office = visit(house, "buero-rp", java_script_enabled=False)
    open_ballot(office)
    first = office.get_by_role("group", name=re.compile("^BW"))
    first.get_by_label("Ja", exact=True).focus()
    typed(office, [" ", "ArrowRight"])
    expect(first.get_by_label("Nein", exact=True)).to_be_checked()
    office.keyboard.press("Tab")
    second = office.get_by_role("group", name=re.compile("^BY"))
    expect(second.get_by_label("Ja", exact=True)).to_be_focused()
    office.keyboard.press("Space")
    office.keyboard.press("Enter")
    told(office, "2 Stimmen gespeichert.")


def test_a_land_submits_and_votes_without_script(house, visit):
    office, bavaria = (
        visit(house, name, java_script_enabled=False) for name in ("buero-rp", "bayern")
    )
    follow(bavaria, "Antrag anmelden")
    fill(bavaria, {"Titel": "Ohne Skript", "Beschlussvorschlag": "1. Sie bitten."})
    answer(bavaria, "Ist die Sache beim Bundesrat anhängig?", "Nein")
    press(bavaria, "Einreichen")
    told(bavaria, "Der Antrag ist eingereicht.")

    open_ballot(office)
    follow(bavaria, "Schreibtisch", f"Abstimmung TOP 2.2: {TOP}")
    choose(bavaria, "Enthaltung")
    press(bavaria, "Stimme abgeben")
    told(bavaria, "Gespeichert: Bayern, Enthaltung.")


def test_the_menu_of_a_small_screen_opens_without_script(showcase, visit):
    small = {"width": 320, "height": 700}
    page = visit(showcase, "bayern", java_script_enabled=False, viewport=small)
    link = page.get_by_role("link", name="Tagesordnung")
    expect(link).to_be_hidden()
    press(page, "Menü")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tagesordnung")
