"""One item all the way, by the pages alone: from the call to the public resolution."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import answer, choose, fill, follow, press, told, vote_in_grid

pytestmark = pytest.mark.browser
TITLE = "Ankommenszentren gemeinsam denken"
STATEMENT = "Der Freistaat Bayern kann Ziffer 2 wegen der Kosten nicht mittragen."
TEXT = """1. Die Länder stellen fest, dass frühe Beratung den Einstieg erleichtert.
2. Sie bitten den Bund,
a) die Beratung dauerhaft mitzutragen,
b) bis zum Herbst 2028 darüber zu berichten."""


def test_an_item_goes_from_the_call_to_the_published_resolution(house, visit):
    office, hessen, bremen, bayern = (
        visit(house, name) for name in ("buero-rp", "hessen", "bremen", "bayern")
    )
    plan(office)
    call_for_motions(office)
    submit(hessen)
    cosponsor(bremen)
    place_on_agenda(office)

    house.at("2027-06-16T10:41+02:00")
    vote(office)
    declare(bayern)
    fix_minutes(office)
    ask_for_release(office)

    house.at("2027-06-30T15:00+02:00")
    publish(office)
    note_mandate(office)

    stranger = visit(house)
    read_as_a_stranger(stranger)
    assert "unversehrt" in house.reihum("journal", "verify")


def plan(office: Page) -> None:
    follow(office, "Konferenzen", "Konferenz planen")
    expect(office.get_by_label("Nummer")).to_have_value("23")
    fill(office, {"Erster Tag": "16.6.2027", "Letzter Tag": "17.6.2027"})
    fill(office, {"Ort": "Trier", "Motto": "Früh ankommen"})
    press(office, "Planen")
    told(office, "Die 23. Konferenz ist geplant.")


def call_for_motions(office: Page) -> None:
    """The deadlines are computed, with the reason beside each."""
    follow(office, "Zu Anträgen aufrufen")
    days = office.get_by_role("region", name=re.compile("^Fristen"))
    expect(days).to_contain_text("7. April 2027")
    expect(days).to_contain_text("zehn Wochen vor dem 16. Juni 2027")
    press(office, "Aufruf versenden")
    told(office, re.compile("^Der Antragsaufruf ist hinaus: 16 Schreiben"))
    expect(office.get_by_role("region", name="Fristen")).to_contain_text("Mi 7. 4.")


def submit(hessen: Page) -> None:
    """The question about the Bundesrat has to be answered."""
    follow(hessen, "Konferenzen", "16. und 17. Juni 2027, Trier", "Anträge")
    follow(hessen, "Antrag schreiben")
    fill(hessen, {"Titel": TITLE, "Beschlussvorschlag": TEXT})
    fill(hessen, {"Begründung": "Wer früh beraten wird, findet früher Arbeit."})
    press(hessen, "Einreichen")
    told(hessen, "Bitte beantworten Sie diese Frage.")
    expect(hessen.get_by_label("Titel")).to_have_value(TITLE)
    answer(hessen, "Ist die Sache beim Bundesrat anhängig?", "Nein")
    press(hessen, "Einreichen")
    told(hessen, "Der Antrag ist eingereicht.")


def cosponsor(bremen: Page) -> None:
    follow(bremen, "Konferenzen", "16. und 17. Juni 2027, Trier", "Anträge", TITLE)
    press(bremen, "Für Bremen mittragen")
    told(bremen, "Bremen trägt den Antrag jetzt mit.")


def place_on_agenda(office: Page) -> None:
    follow(office, "Konferenzen", "16. und 17. Juni 2027, Trier", "Tagesordnung")
    follow(office, f"Einordnen: {TITLE}")
    fill(office, {"Nummer": "2.1"})
    press(office, "Einordnen")
    told(office, "Der Antrag steht als TOP 2.1 auf der Tagesordnung.")


def vote(office: Page) -> None:
    """13 yes, 1 no, 2 abstain: the office records them, and sees why it is adopted."""
    follow(office, "Schreibtisch", "Abstimmungen", "Eröffnen: TOP 2.1")
    press(office, "Abstimmung eröffnen")
    told(office, "Die Abstimmung ist offen.")
    vote_in_grid(office, no=("Bayern",), abstain=("Hessen", "Saarland"))
    press(office, "Stimmen speichern")
    told(office, "16 Stimmen gespeichert.")
    press(office, "Abstimmung schließen")
    result = office.get_by_role("region", name="Ergebnis")
    expect(result).to_contain_text("Angenommen mit 13 von 16 Stimmen")
    expect(result).to_contain_text("11 von 16 nötig; mit Ja stimmten 13, mit Nein 1.")
    expect(result).to_contain_text("Annahme: Die nötige Mehrheit ist nicht")
    expect(result).to_contain_text("(HE, SL)")


def declare(bayern: Page) -> None:
    follow(
        bayern, "Schreibtisch", "Abstimmungen", TITLE, "Erklärung zu Protokoll geben"
    )
    fill(bayern, {"Wortlaut": STATEMENT})
    press(bayern, "Zu Protokoll geben")
    told(bayern, "Die Erklärung ist zu Protokoll genommen.")
    expect(
        bayern.get_by_role("link", name="mit Erklärung zu Protokoll")
    ).to_be_visible()


def fix_minutes(office: Page) -> None:
    """The draft has written itself; the office frames and fixes it."""
    follow(office, "Niederschrift")
    draft = office.get_by_role("article")
    expect(draft).to_contain_text("13 Ja, 1 Nein (Bayern), 2 Enthaltungen")
    expect(draft).to_contain_text(STATEMENT)
    follow(office, "Fassung festschreiben")
    fill(office, {"Eröffnung": "Der Vorsitz begrüßt die Mitglieder in Trier."})
    choose(office, "endgültig: danach ändert sich nichts")
    press(office, "Festschreiben")
    told(office, "Die Fassung ist festgeschrieben.")
    expect(office.get_by_role("article")).to_contain_text("in Trier.")


def ask_for_release(office: Page) -> None:
    follow(office, "Beschlüsse", TITLE)
    told(office, re.compile("^Ob ein Mitglied .* aufhalten kann, sagt keine Quelle"))
    fill(office, {"Widerspruch möglich bis": "2027-06-29"})
    press(office, "Länder fragen")
    told(office, "Die Länder sind nach der Freigabe gefragt.")


def publish(office: Page) -> None:
    follow(office, "Beschlüsse", TITLE)
    press(office, "Veröffentlichen")
    told(office, re.compile("^Öffentlich ist jetzt: "))


def note_mandate(office: Page) -> None:
    follow(office, "Auftrag vermerken")
    fill(office, {"Was ist zu tun?": "Bericht zu Ziffer 2"})
    fill(office, {"Wer soll es tun?": "Bundesregierung", "Bis wann?": "10.2028"})
    press(office, "Vermerken")
    told(office, "Der Auftrag ist vermerkt.")


def read_as_a_stranger(stranger: Page) -> None:
    follow(stranger, "Beschlüsse", TITLE)
    expect(stranger).to_have_url(re.compile("/intmk/beschluesse/23-2.1/$"))
    expect(stranger.get_by_role("heading", level=1)).to_have_text(TITLE)
    wording = stranger.get_by_role("region", name="Wortlaut")
    expect(wording).to_contain_text("die Beratung dauerhaft mitzutragen")
    vote = stranger.get_by_role("region", name="Abstimmung")
    expect(vote).to_contain_text("Angenommen mit 13 von 16 Stimmen")
    expect(vote).to_contain_text("1 Nein")
    expect(vote).to_contain_text("Hessen, Saarland")
    record = stranger.get_by_role("region", name="Erklärung zu Protokoll")
    expect(record).to_contain_text(STATEMENT)
    follows = stranger.get_by_role("region", name="Was daraus wurde")
    expect(follows).to_contain_text("Bericht zu Ziffer 2")
    expect(follows).to_contain_text("Bundesregierung")
    expect(follows).to_contain_text("Oktober 2028")
