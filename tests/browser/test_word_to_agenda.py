"""A motion from a Word file to the agenda: three Länder amend, the office decides."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.hands import answer, fill, follow, press, told
from tests.witness import Witness, summoned

pytestmark = [pytest.mark.browser, pytest.mark.libreoffice]

TITLE = "Beratung in ländlichen Räumen sichern"
FIRST = "Die Länder bekräftigen, dass Beratung vor Ort den Einstieg erleichtert."
SECOND = "Sie bitten die Bundesregierung, die Mittel für drei Jahre festzuschreiben."
THIRD = "Sie halten Beratungsstellen innerhalb einer Stunde für erreichbar."
CONFERENCE = "14. und 15. April 2027, Mainz"
COMPROMISE = "Sie halten Beratungsstellen in zumutbarer Zeit für erreichbar."


@pytest.fixture
def libreoffice(tmp_path) -> Iterator[Witness]:
    folder = tmp_path / "libreoffice"
    folder.mkdir()
    yield from summoned(folder)


def test_a_word_file_becomes_an_amended_motion_on_the_agenda(house, visit, libreoffice):
    hessen, bayern, sachsen, bremen, office = (
        visit(house, name)
        for name in ("hessen", "bayern", "sachsen", "bremen", "buero-rp")
    )
    submit_word_file(hessen)
    sent = download(bayern, *to_motion(bayern), "Word")

    amend_in_the_browser(bayern)
    tracked = libreoffice.type(
        sent,
        "Referat 21",
        ("drei", "fünf"),
        ("einer Stunde", "von 45 Minuten"),
        noted=True,
    )
    amend_by_word(sachsen, tracked, "SN.docx")
    expect(sachsen.get_by_text("nicht als Änderung", exact=False)).to_have_count(0)
    untracked = libreoffice.type(
        sent, "Referat 4", ("einer Stunde", "30 Minuten"), noted=False
    )
    amend_by_word(bremen, untracked, "HB.docx")

    resolve(office)
    synopsis = download(office, *to_motion(office), "Synopse", "Word mit Änderungen")
    authors_are_seen(libreoffice, synopsis)
    take_over(office)
    place_on_agenda(office)
    assert "unversehrt" in house.reihum("journal", "verify")


def word_file() -> bytes:
    """A motion as a ministry writes it: a title, two headings, numbered paragraphs."""
    document = Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_heading("Beschlussvorschlag", 1)
    for text in (FIRST, SECOND, THIRD):
        document.add_paragraph(text, style="List Number")
    document.add_heading("Begründung", 1)
    document.add_paragraph("Wege sind auf dem Land weit.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def docx(data: bytes, name: str) -> dict[str, object]:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": name, "mimeType": kind, "buffer": data}


def submit_word_file(hessen: Page) -> None:
    follow(hessen, "Konferenzen", CONFERENCE, "Anträge", "Antrag aus Word")
    hessen.get_by_label("Word-Datei").set_input_files(docx(word_file(), "Antrag.docx"))
    press(hessen, "Datei lesen")
    expect(hessen.get_by_label("Titel")).to_have_value(TITLE)
    answer(hessen, "Ist die Sache beim Bundesrat anhängig?", "Nein")
    press(hessen, "Einreichen")
    told(hessen, "Der Antrag ist eingereicht.")
    expect(hessen.get_by_role("region", name="Beschlussvorschlag")).to_contain_text(
        FIRST
    )


def to_motion(page: Page) -> tuple[str, ...]:
    follow(page, "Schreibtisch", "Konferenzen", CONFERENCE, "Anträge", TITLE)
    return ()


def download(page: Page, *links: str) -> bytes:
    *way, last = links
    if way:
        follow(page, *way)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(f"^{last}")).first.click()
    return waiting.value.path().read_bytes()


def amend_in_the_browser(bayern: Page) -> None:
    to_motion(bayern)
    follow(bayern, "Änderungen schreiben")
    first = bayern.get_by_role("group", name="Ziffer 1", exact=True)
    first.get_by_role("link", name="Ändern").click()
    fill(
        bayern,
        {
            "So soll der Absatz lauten": FIRST.replace(
                "vor Ort", "vor Ort und im Verein"
            )
        },
    )
    fill(bayern, {"Begründung": "Vereine erreichen viele."})
    press(bayern, "Änderung merken")
    follow(bayern, "Ansehen und einreichen")
    press(bayern, "Änderungen einreichen")


def amend_by_word(land: Page, data: bytes, name: str) -> None:
    to_motion(land)
    follow(land, "Änderungen aus Word")
    land.get_by_label("Word-Datei").set_input_files(docx(data, name))
    press(land, "Datei lesen")
    press(land, "Änderungen einreichen")


def resolve(office: Page) -> None:
    """Saxony and Bremen want the third paragraph differently: a compromise."""
    to_motion(office)
    follow(office, "Synopse")
    third = office.locator("#p3")
    expect(third).to_contain_text("Konflikt")
    expect(third).to_contain_text("30")
    third.get_by_role("button", name="Kompromiss").first.click()
    third.get_by_role("textbox").fill(COMPROMISE)
    press(office, "Kompromiss sichern")
    expect(office.locator("#p3 .r-result")).to_contain_text("in zumutbarer Zeit")
    press(office, "Alle 2 unstrittigen annehmen")
    expect(office.locator("#p1 .r-result")).to_contain_text("und im Verein")


def authors_are_seen(libreoffice: Witness, synopsis: bytes) -> None:
    seen = libreoffice.look(synopsis)
    authors = {author for author, _, _ in seen.changes}
    assert authors == {"BY", "SN", "HB", "HB, SN"}
    changes = [(author, kind, text.strip()) for author, kind, text in seen.changes]
    assert ("BY", "insertion", "und im Verein") in changes
    assert any(text == "fünf" for author, _, text in seen.changes if author == "SN")
    assert any(author == "BY" and "Vereine" in text for author, text in seen.comments)


def take_over(office: Page) -> None:
    follow(office, "Als Fassung 2 übernehmen")
    press(office, "Als Fassung 2 übernehmen")
    wording = office.get_by_role("region", name="Beschlussvorschlag")
    to_motion(office)
    expect(wording).to_contain_text("vor Ort und im Verein")
    expect(wording).to_contain_text("für fünf Jahre")
    expect(wording).to_contain_text("in zumutbarer Zeit")


def place_on_agenda(office: Page) -> None:
    place = office.get_by_role("region", name="Auf die Tagesordnung setzen")
    place.get_by_label("Nummer").fill("3.4")
    press(office, "Einordnen")
    told(office, "Der Antrag steht als TOP 3.4 auf der Tagesordnung.")
    follow(office, "Tagesordnung")
    expect(office.get_by_role("main")).to_contain_text(TITLE)
