"""Two Länder and the office at once: each does its own, and nobody another's."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import answer, choose, fill, follow, press, told

pytestmark = pytest.mark.browser
BAVARIAN = "Deutsch lernen neben der Arbeit"
DRAFT = "Sächsischer Entwurf"
ONLY_SAXONY = "Das kann nur der Freistaat Sachsen selbst; Ihr Konto gehört nicht dazu."
ONLY_THE_OFFICE = re.compile(
    "^Das kann nur die Geschäftsstelle des vorsitzenden Landes"
)


def test_two_laender_vote_at_once_and_each_only_for_itself(house, visit):
    office = visit(house, "buero-rp")
    bavaria, window, saxony = (
        visit(house, name) for name in ("bayern", "bayern", "sachsen")
    )
    follow(office, "Abstimmungen", "Eröffnen: TOP 2.2")
    press(office, "Abstimmung eröffnen")
    told(office, "Die Abstimmung ist offen.")
    for page in (bavaria, window, saxony):
        follow(page, "Schreibtisch", f"Abstimmung TOP 2.2: {BAVARIAN}")

    cast(bavaria, "Bayern", "Ja")
    cast(saxony, "Sachsen", "Nein")
    told(bavaria, "Gespeichert: Bayern, Ja.")
    told(saxony, "Gespeichert: Sachsen, Nein.")

    cast(window, "Bayern", "Nein")
    told(window, re.compile(r"^Bayern hat um 09:00 Uhr bereits abgestimmt \(Ja\)\."))

    thuringia = visit(house, "thueringen")
    follow(thuringia, f"Abstimmung TOP 2.2: {BAVARIAN}")
    forge(thuringia.locator("input[name=member]"), "value", "SN")
    cast(thuringia, "Thüringen", "Ja")
    told(thuringia, ONLY_SAXONY)

    office.reload()
    expect(vote_of(office, "BY", "Ja")).to_be_checked()
    expect(vote_of(office, "SN", "Nein")).to_be_checked()
    told(office, re.compile("^Noch nicht abgestimmt: .*RP, SL, ST, SH, TH.$"))


def test_a_land_is_refused_what_is_another_lands(house, visit):
    bavaria, saxony = visit(house, "bayern"), visit(house, "sachsen")
    write_a_draft(saxony)
    draft = saxony.url

    follow(bavaria, "Anträge")
    expect(bavaria.get_by_role("heading", name="Anträge")).to_be_visible()
    expect(bavaria.get_by_text(DRAFT)).to_be_hidden()
    for address in (draft, f"{draft}bearbeiten/"):
        assert bavaria.goto(address).status == 404
        told(bavaria, re.compile("der Entwurf eines anderen Landes"))

    answer(saxony, "Ist die Sache beim Bundesrat anhängig?", "Nein")
    press(saxony, "Antrag einreichen")
    told(saxony, "Der Antrag ist eingereicht.")
    bavaria.goto(f"{draft}bearbeiten/")
    expect(bavaria.get_by_role("heading", name=DRAFT)).to_be_visible()
    expect(bavaria.get_by_text("Antrag zurückziehen")).to_be_hidden()

    follow(bavaria, "Anträge", BAVARIAN)
    bavaria.get_by_text("Antrag zurückziehen").click()
    withdraw = bavaria.get_by_role("button", name="Für Bayern zurückziehen")
    forge(
        bavaria.locator("form").filter(has=withdraw), "action", f"{draft}zurueckziehen/"
    )
    forge(withdraw, "value", "SN")
    bavaria.locator("button[value=SN]").click()
    told(bavaria, ONLY_SAXONY)
    saxony.reload()
    told(saxony, "eingereicht")
    expect(saxony.get_by_text("zurückgezogen")).to_be_hidden()


def test_a_land_is_refused_the_acts_of_the_office(showcase, visit):
    bavaria = visit(showcase, "bayern")
    follow(bavaria, "Tagesordnung", BAVARIAN)
    expect(bavaria.get_by_role("heading", name=BAVARIAN)).to_be_visible()
    expect(bavaria.get_by_role("link", name="Abstimmung eröffnen")).to_be_hidden()
    office = f"{showcase.address}/buero/intmk"
    for address in (
        f"{bavaria.url}abstimmung/",
        f"{bavaria.url}hinweis/",
        f"{office}/konferenzen/neu/",
        f"{office}/konferenzen/22/antragsaufruf/",
        f"{office}/konferenzen/22/niederschrift/festschreiben/",
        f"{office}/beschluesse/2026-u1/auftrag/",
    ):
        assert bavaria.goto(address).status == 403, address
        told(bavaria, ONLY_THE_OFFICE)


def test_the_day_after_the_term_the_old_office_writes_no_more_and_the_new_one_does(
    house, visit
):
    old = visit(house, "buero-rp")
    follow(old, "Vorsitz")
    expect(old.get_by_label("Land", exact=True)).to_have_value("SL")
    press(old, "Eintragen")

    house.at("2027-06-30T23:59+02:00")
    follow(old, "Konferenzen", "Konferenz planen")
    fill(old, {"Nummer": "23", "Erster Tag": "3.2028", "Ort": "Saarbrücken"})

    house.at("2027-07-01T00:00+02:00")
    press(old, "Planen")
    told(old, ONLY_THE_OFFICE)
    told(old, re.compile("den Vorsitz hat das Saarland"))
    follow(old, "Konferenzen")
    expect(old.get_by_role("heading", name="Konferenzen")).to_be_visible()
    expect(old.get_by_role("link", name="Konferenz planen")).to_be_hidden()

    new = visit(house, "buero-sl")
    follow(new, "Konferenzen", "Konferenz planen")
    fill(new, {"Nummer": "23", "Erster Tag": "3.2028", "Ort": "Saarbrücken"})
    press(new, "Planen")
    told(new, "Die 23. Konferenz ist geplant.")
    told(new, re.compile(r"^März 2028 · Saarbrücken · Vorsitz Saarland"))


def cast(page: Page, land: str, vote: str) -> None:
    own = page.get_by_role("region", name=f"Ihre Stimme für {land}")
    choose(own, vote)
    own.get_by_role("button", name="Stimme abgeben").click()


def vote_of(page: Page, code: str, vote: str) -> Locator:
    cell = page.get_by_role("group", name=re.compile(f"^{code}"))
    return cell.get_by_label(vote, exact=True)


def write_a_draft(page: Page) -> None:
    follow(page, "Anträge", "Antrag schreiben")
    fill(page, {"Titel": DRAFT, "Beschlussvorschlag": "1. Sie bitten um Bericht."})
    press(page, "Als Entwurf sichern")
    told(page, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")


def forge(where: Locator, attribute: str, value: str) -> None:
    """Change the page in the hand, as somebody might who wants more than is theirs."""
    where.evaluate(
        "(it, [name, value]) => it.setAttribute(name, value)", [attribute, value]
    )
