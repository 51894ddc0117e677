"""Whole files: as Word writes them, as LibreOffice does, and as python-docx does."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reihum.formats.word import wrong
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import MotionFile, WordFile, read_motion, read_reading
from reihum.formats.word.write import write_motion
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Start, flatten, keys, rebuild, said
from reihum.rules.text.tracked import State, Understood, understand
from tests.formats.word.built import docx, p

pytestmark = pytest.mark.unit
FILES = Path(__file__).parent / "files"
NAMES = ("word", "libreoffice", "libreoffice-from-word")
SIGNS = {State.KEPT: "{}", State.DELETED: "[-{}-]", State.INSERTED: "{{+{}+}}"}
NO_CONTENT = {
    "Beschlussvorschlag:", "Beschlussvorschlag", "Begründung:", "Begründung",
    "Antrag des Landes Bayern", "Anlage 1", "Quelle: eigene Erhebung",
}  # fmt: skip


def data(name) -> bytes:
    return (FILES / f"{name}.docx").read_bytes()


def reading(name) -> WordFile:
    found = read_reading(data(name), f"{name}.docx")
    assert isinstance(found, WordFile)
    return found


def shown(found: WordFile) -> list[str]:
    text = "".join(
        SIGNS[one.state].format(said([one.token])) for one in found.reading.pieces
    )
    text = text.replace("-][-", "").replace("+}{+", "")
    return re.split(r"(?=\[-¶|\{\+¶|(?<![-+])¶)", text)[1:]


def levels(found: WordFile) -> list[tuple[int, str]]:
    tokens = [one.token for one in found.reading.pieces]
    return [(one.level, one.scheme) for one in tokens if isinstance(one, Start)]


def remarks(found: WordFile) -> list[tuple[str, str, str]]:
    pieces = found.reading.pieces
    return [
        (said(at.token for at in pieces[one.start : one.end]), one.text, one.author)
        for one in found.reading.remarks
    ]


def witness(name, view) -> list[str]:
    """Return what LibreOffice says the text is, without what is no content for us."""
    lines = (FILES / f"{name}.{view}.txt").read_text("utf-8").splitlines()
    return [" ".join(one.split()) for one in lines if one not in NO_CONTENT]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("view", "left_out"), [("rejected", State.INSERTED), ("accepted", State.DELETED)]
)
def test_libreoffice_sees_the_same_text_before_and_after_the_changes(
    name, view, left_out
):
    pieces = reading(name).reading.pieces
    tokens = [one.token for one in pieces if one.state is not left_out]
    found = [re.sub(r" \[Fußnote: [^]]*]", "1", one.text) for one in rebuild(tokens)]
    assert found == witness(name, view)
    assert keys(tokens) == flatten(rebuild(tokens)).keys


def test_a_file_of_word_is_read_with_every_change():
    assert shown(reading("word")) == [
        "¶Sprachkurse dauerhaft sichern",
        (
            "¶Die für Integration zuständigen Ministerinnen und Minister der Länder"
            "{+ fassen den folgenden+}[- fassen folgenden-] Beschluss:"
        ),
        "¶Sie nehmen den Bericht zur Kenntnis.",
        "{+¶Sie danken dem Bund.+}",
        (
            "¶Sie bitten den Bund, die Kurse um jeweils eine [-Stunde-]{+Stunden+}"
            " zu verlängern [Fußnote: Von 600 auf 700 Stunden.],"
        ),
        "¶die Mittel [-angemessen-]{+dauerhaft+} zu erhöhen und",
        "[-¶die Länder zu beteiligen und-]",
        "¶in voller Höhe, {+rasch, +}zu zahlen, [-rasch, -]bis 2027.",
        "¶Sie bitten um einen Bericht.[- -]",
        "{+¶+}Er soll schriftlich [-und mündlich -]vorliegen.",
        "¶Die Nachfrage ist groß.{+ +}",
        "[-¶-]Sie wächst weiter.",
    ]


def test_libreoffice_passes_on_what_word_wrote_and_both_are_read_alike():
    again = reading("libreoffice-from-word")
    assert shown(again) == shown(reading("word"))
    assert levels(again) == levels(reading("word")) == [
        (0, ""), (0, ""), (1, "1."), (1, "1."), (1, "1."), (2, "a)"), (2, "a)"),
        (3, "aa)"), (1, "1."), (1, "1."), (0, ""), (0, ""),
    ]  # fmt: skip
    assert (
        remarks(again)
        == remarks(reading("word"))
        == [
            ("angemessendauerhaft", "Nur so ist es verlässlich.", "Referat 12"),
            ("Bericht", "Bis wann?", "Referat 12"),
        ]
    )


def test_a_file_of_libreoffice_is_read_with_every_change():
    found = reading("libreoffice")
    assert shown(found) == [
        "¶Sprachkurse dauerhaft sichern",
        "¶Die Länder {+fassen den folgenden +}[-fassen folgenden -]Beschluss:",
        "¶Sie nehmen den Bericht zur Kenntnis.",
        "{+¶Sie danken dem Bund.+}",
        (
            "¶Sie bitten den Bund, die Kurse um eine [-Stunde-]{+Stunden+}"
            " zu verlängern [Fußnote: Von 600 auf 700 Stunden.],"
        ),
        "¶die Mittel [-angemessen -]{+dauerhaft +}zu erhöhen und",
        "[-¶die Länder zu beteiligen und-]",
        "¶in voller Höhe zu zahlen.",
        "¶Die Nachfrage ist groß.{+ +}",
        "[-¶-]Sie wächst weiter.",
    ]
    assert {one.author for one in found.reading.pieces} == {"", "Referat 12"}
    assert [text for _, text, _ in remarks(found)] == ["Nur so ist es verlässlich."]


def test_moved_words_authors_and_days_are_those_of_the_file():
    pieces = reading("word").reading.pieces
    assert {one.move for one in pieces} == {"", "move98765"}
    changed = [one for one in pieces if one.state is not State.KEPT]
    assert {(one.author, one.at) for one in changed} == {
        ("Referat 12", "2027-02-01T09:30:00Z")
    }


def test_what_of_a_file_cannot_be_kept_is_told():
    assert [one.de for one in reading("word").lost] == [
        (
            "Nachverfolgte Änderungen, die nur die Formatierung betreffen, werden nicht"
            " übernommen („Sie wächst weiter.“)."
        ),
        (
            "Was vor dem Beschlussvorschlag steht, gehört nicht zum Text und wird nicht"
            " übernommen („Antrag des Landes Bayern“)."
        ),
        (
            "Anlagen gehen nicht in den Text ein, sondern bleiben als Datei erhalten"
            " („Anlage 1“)."
        ),
        (
            "Nachverfolgte Änderungen in einer Anlage werden nicht ausgewertet; sie"
            " bleiben in der Datei sichtbar."
        ),
        (
            "Fußnoten stehen künftig in eckigen Klammern dort, wo ihr Zeichen stand"
            " („Sie bitten den Bund, die Kurse …“)."
        ),
    ]


def test_a_motion_takes_the_text_with_all_changes_accepted():
    found = read_motion(data("word"))
    assert found.title == "Sprachkurse dauerhaft sichern"
    accepted = [one.token for one in reading("word").reading.pieces
                if one.state is not State.DELETED]  # fmt: skip
    assert flatten(found.paragraphs).keys == keys(accepted)
    assert [one.number for one in found.paragraphs if one.number] == [
        "1.", "2.", "3.", "a)", "aa)", "4.", "5.",
    ]  # fmt: skip
    assert "alle angenommen" in found.lost[0].de


def test_a_motion_is_read_from_a_file_of_python_docx():
    document = Document()
    document.add_paragraph("Sprachkurse", style="Title")
    document.add_heading("Beschlussvorschlag", 1)
    document.add_paragraph("Die Länder beschließen:")
    document.add_paragraph("Der Bund wird gebeten, zu zahlen.", style="List Number")
    document.add_paragraph("schnell,", style="List Bullet")
    document.add_paragraph("Dank.", style="List Number").add_run(" Sehr.").bold = True
    document.add_heading("Begründung", 1)
    document.add_paragraph("Der Bedarf wächst.")
    out = BytesIO()
    document.save(out)
    found = read_motion(out.getvalue())
    assert found.title == "Sprachkurse"
    assert [(one.id, one.level, one.number, one.text) for one in found.paragraphs] == [
        ("t1", 0, "", "Sprachkurse"),
        ("p1", 0, "", "Die Länder beschließen:"),
        ("p2", 1, "1.", "Der Bund wird gebeten, zu zahlen."),
        ("p3", 2, "-", "schnell,"),
        ("p4", 1, "2.", "Dank. Sehr."),
        ("b1", 0, "", "Der Bedarf wächst."),
    ]
    assert found.paragraphs[-1].part is Part.RATIONALE
    assert [mark.kind for mark in found.paragraphs[4].marks] == ["strong"]


NUMBERS = (
    Paragraph("p1", 1, "1.", "Eins."), Paragraph("p2", 1, "2.", ""),
    Paragraph("p3", 2, "a)", "Oben."), Paragraph("p4", 2, "b)", ""),
    Paragraph("p5", 3, "aa)", "Tief."), Paragraph("p6", 1, "3.", ""),
    Paragraph("p7", 1, "4.", "Ende."), Paragraph("p8", 1, "5.", ""),
    Paragraph("b1", 2, "a)", "Grund.", (), Part.RATIONALE),
)  # fmt: skip


def test_a_number_without_words_above_its_list_comes_back_from_word():
    paper = MotionPaper(
        body="IntMK", conference="22.", title="", lead=False, submitters=(),
        cosponsors=(), state="", paragraphs=NUMBERS,
    )  # fmt: skip
    data = write_motion(paper)
    found = read_reading(data)
    assert isinstance(found, WordFile)
    assert understand(flatten(NUMBERS), found.reading) == Understood(())
    motion = read_motion(data)
    assert isinstance(motion, MotionFile)
    kept = [one for one in NUMBERS if one.id not in {"p6", "p8"}]
    assert [(p.part, p.level, p.number, p.text) for p in motion.paragraphs] == [
        (p.part, p.level, p.number, p.text) for p in kept
    ]


def test_what_is_no_word_file_is_refused_by_both():
    assert read_reading(b"", "a.docx") == wrong.EMPTY
    assert read_motion(b"%PDF-1.7", "a.docx") == wrong.PDF


def test_a_file_without_any_text_has_no_pieces():
    assert read_reading(docx(p(""))).reading.pieces == ()
    assert read_motion(docx("")).paragraphs == ()
