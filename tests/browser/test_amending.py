"""A Land amends a motion at its paragraphs, by hand and without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import fill, follow, press, told
from tests.browser.test_every_page import faults_of

pytestmark = pytest.mark.browser

MOTION = "Beratung im ländlichen Raum erreichbar machen"


def test_a_land_amends_without_script_and_another_supports_it(house, visit):
    bavaria = visit(house, "bayern", java_script_enabled=False)
    follow(bavaria, "Anträge", MOTION, "Änderungen schreiben")
    second = bavaria.locator("#p2")
    second.get_by_role("link", name="Ändern").click()
    words = bavaria.get_by_label("So soll der Absatz lauten").input_value()
    fill(bavaria, {
        "So soll der Absatz lauten": words.replace("nächsten", "eigenen"),
        "Begründung": "So ist es vor Ort.",
    })  # fmt: skip
    press(bavaria, "Änderung merken")
    told(bavaria, "Gemerkt. Nur Ihr Land sieht das bisher.")
    expect(second.locator("del")).to_contain_text("nächsten")
    expect(second.locator("ins")).to_contain_text("eigenen")
    second.get_by_role("link", name="Absatz danach").click()
    fill(bavaria, {"Neuer Absatz": "Die Länder berichten darüber."})
    press(bavaria, "Einfügen")
    told(bavaria, "Bisher sind 2 Absätze geändert.")
    follow(bavaria, "Ansehen und einreichen")
    told(bavaria, "Begründung: So ist es vor Ort.")
    press(bavaria, "Änderungen einreichen")
    told(bavaria, "Der Änderungsantrag ist eingereicht.")

    hesse = visit(house, "hessen")
    follow(hesse, "Anträge", MOTION)
    hesse.get_by_role("button", name="Für Hessen unterstützen").click()
    told(hesse, "Hessen unterstützt den Änderungsantrag jetzt.")
    follow(hesse, "Synopse")
    told(hesse, "eigenen")


def test_the_pages_of_an_amendment_fit_and_can_be_used_by_everybody(house, visit):
    page = visit(house, "bayern")
    follow(page, "Anträge", MOTION, "Änderungen schreiben")
    page.locator("#p2").get_by_role("link", name="Ändern").click()
    expect(page.get_by_label("So soll der Absatz lauten")).to_be_visible()
    faults = [*faults_of(page)]
    fill(page, {"So soll der Absatz lauten": "Ganz anders."})
    press(page, "Änderung merken")
    follow(page, "Ansehen und einreichen")
    faults += faults_of(page)
    follow(page, MOTION, "Änderungen aus Word")
    press(page, "Datei lesen")
    told(page, "Bitte wählen Sie eine Datei.")
    assert [*faults, *faults_of(page)] == []


def test_who_leaves_with_words_in_an_open_paragraph_is_asked_first(house, visit):
    page = visit(house, "bayern")
    follow(page, "Anträge", MOTION, "Änderungen schreiben")
    page.locator("#p2").get_by_role("link", name="Ändern").click()
    fill(page, {"So soll der Absatz lauten": "Anders."})
    asked = []
    page.once("dialog", lambda one: (asked.append(one.type), one.dismiss()))
    page.locator("#p1").get_by_role("link", name="Ändern").click(no_wait_after=True)
    expect(page.get_by_label("So soll der Absatz lauten")).to_have_value("Anders.")
    assert asked == ["beforeunload"]
    page.get_by_role("link", name="Abbrechen").click()
    expect(page.get_by_label("So soll der Absatz lauten")).to_have_count(0)
