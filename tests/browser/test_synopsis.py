"""The office decides a synopsis without leaving its place, and without a script too."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import follow, press, told

pytestmark = pytest.mark.browser

LEAD = "Leitantrag: Zusammenhalt wächst vor Ort"


def to_synopsis(page: Page) -> None:
    follow(page, "Anträge", LEAD)
    page.get_by_role("link", name="Synopse", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(LEAD)


def button(row, name: str):
    return row.get_by_role("button", name=re.compile(f"^{name}"))


def test_with_the_script_only_the_row_changes_and_the_focus_stays(house, visit):
    page = visit(house, "buero-rp")
    to_synopsis(page)
    loaded = []
    page.on("framenavigated", lambda frame: loaded.append(frame.url))
    row, status = page.locator("#p5"), page.locator("[data-told]")

    button(row, "Annehmen").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_text("angenommen")).to_be_visible()
    expect(button(row, "Annehmen")).to_be_focused()
    expect(status).to_have_text("Angenommen.")

    disputed = page.locator("#p7")
    button(disputed, "Annehmen.*: HH, Ziffer").first.click()
    button(disputed, "Annehmen.*: SL, Ziffer").click()
    expect(disputed.get_by_role("alert")).to_contain_text("Hamburg ersetzt")

    disputed.get_by_role("link", name=re.compile("^Kompromiss")).first.click()
    field = disputed.get_by_label(re.compile("^Kompromiss"))
    expect(field).to_be_focused()
    field.fill("Sie bitten die Bundesregierung, die Mittel früh zuzusagen.")
    press(page, "Kompromiss sichern")
    expect(disputed.get_by_text("HH, SL sehen den Vorschlag.")).to_be_visible()
    assert loaded == []

    land = visit(house, "saarland")
    to_synopsis(land)
    button(land.locator("#p7"), "Einverstanden").click()
    expect(land.locator("#p7").get_by_text("SL einverstanden")).to_be_visible()


def test_without_a_script_the_same_is_done_and_becomes_the_next_version(house, visit):
    page = visit(house, "buero-rp", java_script_enabled=False)
    to_synopsis(page)
    button(page.locator("#p5"), "Annehmen").click()
    assert page.url.endswith("/synopse/#p5")
    told(page, "Angenommen.")
    follow(page, "Als Fassung 2 übernehmen")
    expect(page.locator(".r-outcome ins").first).to_be_visible()
    press(page, "Als Fassung 2 übernehmen")
    told(page, re.compile("^Fassung 2 gilt jetzt"))
    told(page, "besonders für kleine Träger")
