"""A motion is written by keyboard, and whatever happens, nothing typed is lost."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import answer, fill, follow, press, told

pytestmark = pytest.mark.browser

WORD = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span "
    "style='mso-list:Ignore'>1.</span>eine <b>Beratung</b> einzurichten,</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span "
    "style='mso-list:Ignore'>a)</span>in jeder Stadt.</p>"
)
PLAIN = "1.\teine Beratung einzurichten,\r\na)\tin jeder Stadt.\r\n"
PASTE = """([html, plain]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", plain);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {
    clipboardData: data, bubbles: true, cancelable: true,
  }));
}"""


def first(page: Page) -> Locator:
    return page.get_by_label(re.compile("^Beschlussvorschlag, Absatz 1"))


def reads(page: Page, *rows: str) -> None:
    """See the paragraphs with their numbers, in order."""
    words = page.locator("[data-editor=text] [data-row] textarea")
    expect(words).to_have_count(len(rows))
    for at, row in enumerate(rows):
        number, _, text = row.rpartition(" | ")
        name = f"Absatz {at + 1}" + (f", Nummer {number}" if number else "")
        group = page.get_by_role("group", name=name, exact=True).first
        expect(group.locator("textarea")).to_have_value(text)


def begin(page: Page, title: str) -> None:
    follow(page, "Anträge", "Antrag schreiben")
    fill(page, {"Titel": title})


def test_what_was_written_by_keyboard_is_found_again_after_everything_broke(
    house, visit
):
    page = visit(house, "bayern")
    begin(page, "Deutsch am Abend")
    first(page).focus()
    keys = page.keyboard
    keys.type("Die Länder bitten den Bund:\n1. Kurse am Abend zu öffnen,\n")
    keys.type("die Mittel zu sichern.")
    reads(
        page, "Die Länder bitten den Bund:", "1. | Kurse am Abend zu öffnen,",
        "2. | die Mittel zu sichern.",
    )  # fmt: skip

    keys.press("Alt+ArrowUp")
    reads(
        page, "Die Länder bitten den Bund:", "1. | die Mittel zu sichern.",
        "2. | Kurse am Abend zu öffnen,",
    )  # fmt: skip
    keys.press("End")
    page.evaluate(PASTE, [WORD, PLAIN])
    written = (
        "Die Länder bitten den Bund:", "1. | die Mittel zu sichern.",
        "2. | eine **Beratung** einzurichten,", "a) | in jeder Stadt.",
        "3. | Kurse am Abend zu öffnen,",
    )  # fmt: skip
    reads(page, *written)
    told(page, re.compile(r"^Gesichert um 09:00 Uhr"))

    page.context.set_offline(True)
    keys.type(" Und zwar bald.")
    told(page, re.compile("^Nicht gesichert: keine Verbindung"))
    page.context.set_offline(False)
    told(page, re.compile(r"^Gesichert um 09:00 Uhr"))
    page.close()

    again = visit(house, "bayern")
    follow(again, "Anträge", "Antrag schreiben")
    told(again, "Deutsch am Abend")
    press(again, "Weiterschreiben")
    reads(again, *written[:3], "a) | in jeder Stadt. Und zwar bald.", written[4])
    answer(again, "Ist die Sache beim Bundesrat anhängig?", "Nein")
    press(again, "Einreichen")
    told(again, "Der Antrag ist eingereicht.")
    told(again, re.compile("in jeder Stadt. Und zwar bald."))
    follow(again, "Anträge", "Antrag schreiben")
    expect(first(again)).to_have_value("")


def test_what_is_pasted_without_a_connection_stays_as_it_was_copied(house, visit):
    page = visit(house, "bayern")
    begin(page, "Ohne Netz")
    first(page).focus()
    page.context.set_offline(True)
    page.evaluate(PASTE, ["", "1. eins\n2. zwei"])
    expect(first(page)).to_have_value("1. eins\n2. zwei")
    told(page, re.compile("^Nicht gesichert: keine Verbindung"))
    page.context.set_offline(False)
    page.keyboard.type(" und drei")
    reads(page, "1. | eins", "2. | zwei und drei")


def test_who_types_faster_than_the_server_answers_means_the_new_paragraph(house, visit):
    page = visit(house, "bayern")
    begin(page, "Schnell getippt")
    first(page).focus()
    keys = page.keyboard
    keys.type("1. eins\nzwei\n")
    keys.press("Alt+ArrowRight")
    reads(page, "1. | eins", "2. | zwei", "a) | ")
    keys.press("Enter")
    page.evaluate(PASTE, ["", "1. drei\n2. vier"])
    reads(page, "1. | eins", "2. | zwei", "3. | drei", "4. | vier")
    page.get_by_label("Begründung, Absatz 1").focus()
    page.evaluate(PASTE, ["", "- fünf\n- sechs"])
    words = page.locator("[data-editor=rationale] textarea")
    expect(words).to_have_count(2)
    expect(words.last).to_have_value("sechs")


def test_by_keyboard_a_paragraph_is_joined_indented_and_left(house, visit):
    page = visit(house, "bayern")
    begin(page, "Tasten")
    first(page).focus()
    keys = page.keyboard
    keys.type("1. eins\nzwei\ndrei")
    reads(page, "1. | eins", "2. | zwei", "3. | drei")
    keys.press("Alt+ArrowRight")
    reads(page, "1. | eins", "2. | zwei", "a) | drei")
    keys.press("Alt+ArrowLeft")
    reads(page, "1. | eins", "2. | zwei", "3. | drei")
    keys.press("Home")
    keys.press("Backspace")
    reads(page, "1. | eins", "2. | zwei drei")
    keys.type("und ")
    reads(page, "1. | eins", "2. | zwei und drei")
    keys.press("End")
    keys.press("Enter")
    reads(page, "1. | eins", "2. | zwei und drei", "3. | ")
    keys.press("Enter")
    reads(page, "1. | eins", "2. | zwei und drei", "")
    keys.press("ArrowUp")
    second = page.get_by_label(re.compile("^Beschlussvorschlag, Absatz 2"))
    expect(second).to_be_focused()
    # No trap: Tab goes on, by the buttons of this paragraph, to the next one.
    keys.press("Tab")
    expect(page.get_by_role("button", name="Nach oben")).to_be_focused()


def test_whoever_was_signed_out_keeps_the_text_and_goes_on(house, visit):
    page = visit(house, "bayern")
    begin(page, "Abgemeldet")
    first(page).fill("1. eins")
    told(page, re.compile("^Gesichert um"))
    other = page.context.new_page()
    other.goto(f"{house.address}/buero/intmk/")
    press(other, "Abmelden")
    first(page).press("End")
    page.keyboard.type(" und zwei")
    press(page, "Als Entwurf sichern")
    told(page, re.compile("^Nicht gesichert: Sie sind nicht mehr angemeldet"))
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="In einem neuen Fenster anmelden").click()
    door = opened.value
    door.get_by_label("Konto").fill("bayern")
    door.get_by_label("Kennwort").fill(house.password)
    press(door, "Anmelden")
    expect(door.get_by_role("button", name="Abmelden")).to_be_visible()
    press(page, "Als Entwurf sichern")
    told(page, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")
    told(page, re.compile("eins und zwei"))


def test_two_people_in_one_draft_see_each_other_and_choose(house, visit):
    one, other = visit(house, "bayern"), visit(house, "buero-by")
    begin(one, "Zu zweit")
    first(one).fill("1. eins\n2. zwei")
    press(one, "Als Entwurf sichern")
    told(one, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")
    draft = one.url
    other.goto(f"{draft}bearbeiten/")
    one.goto(f"{draft}bearbeiten/")
    first(one).fill("eins von Bayern")
    told(one, re.compile("^Gesichert um"))
    first(other).fill("eins vom Büro")
    told(other, re.compile(r"^Ein anderes Konto Ihres Landes \(.*\) schreibt gerade"))
    press(other, "Als Entwurf sichern")
    told(other, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")

    press(one, "Als Entwurf sichern")
    told(one, re.compile("ist eine andere Fassung dieses Entwurfs gesichert worden"))
    one.get_by_label(re.compile("eins vom Büro")).check()
    press(one, "Auswahl übernehmen und weiterschreiben")
    reads(one, "1. | eins vom Büro", "2. | zwei")
    first(one).fill("eins von beiden")
    press(one, "Als Entwurf sichern")
    told(one, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")
    told(one, re.compile("eins von beiden"))


def test_without_a_script_every_step_is_a_button(house, visit):
    page = visit(house, "bayern", java_script_enabled=False)
    begin(page, "Ohne Skript")
    first(page).fill("Die Länder bitten:\n1. eins\n2. zwei")
    row = page.get_by_role("group", name="Absatz 1", exact=True)
    row.get_by_role("button", name="Teilen").click()
    reads(page, "Die Länder bitten:", "1. | eins", "2. | zwei")
    second = page.get_by_role("group", name=re.compile("^Absatz 2"))
    expect(second.locator("textarea")).to_be_focused()
    second.get_by_role("button", name="Nach unten").click()
    reads(page, "Die Länder bitten:", "1. | zwei", "2. | eins")
    expect(page.get_by_label("Titel")).to_have_value("Ohne Skript")
    third = page.get_by_role("group", name=re.compile("^Absatz 3"))
    expect(third.locator("textarea")).to_be_focused()
    third.get_by_role("button", name="Einrücken").click()
    reads(page, "Die Länder bitten:", "1. | zwei", "a) | eins")
    page.get_by_role("button", name="Alles in einem Feld schreiben").first.click()
    whole = page.get_by_label("Beschlussvorschlag", exact=True)
    expect(whole).to_have_value("Die Länder bitten:\n\n1. zwei\n\na) eins")
    whole.fill("Die Länder bitten:\n\n1. zwei\n\na) eins\n\n2. drei")
    press(page, "Absatz für Absatz schreiben")
    reads(page, "Die Länder bitten:", "1. | zwei", "a) | eins", "2. | drei")
    page.get_by_label("Titel").press("Enter")  # the enter key keeps it as a draft
    told(page, "Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")


def test_the_form_fits_a_small_screen(showcase, visit):
    page = visit(showcase, "bayern", viewport={"width": 320, "height": 800})
    press(page, "Menü")
    begin(page, "Klein")
    first(page).fill("1. Grundstücksverkehrsgenehmigungszuständigkeitsübertragung")
    first(page).press("Enter")
    reads(
        page, "1. | Grundstücksverkehrsgenehmigungszuständigkeitsübertragung", "2. | "
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
