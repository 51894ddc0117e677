import pytest

from reihum.formats.word.read import read_motion, read_reading
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import said
from tests.formats.word.built import dele, docx, ins, p, styled

pytestmark = pytest.mark.unit
TITLE, TEXT, RATIONALE = Part.TITLE, Part.TEXT, Part.RATIONALE
STYLES = (
    styled("Titel", "Title")
    + styled("berschrift1", "heading 1", more='<w:outlineLvl w:val="0"/>')
    + styled("berschrift2", "heading 2", based_on="berschrift1")
    + styled("MeinTitel", "Titel der Vorlage", based_on="Titel")
    + styled("ReihumAngabe", "Reihum Angabe")
    + styled("Verzeichnis1", "toc 1")
    + styled("KeinGlied", more='<w:outlineLvl w:val="9"/>')
)


def read(*paragraphs):
    found = read_motion(docx("".join(paragraphs), styles=STYLES))
    return [(one.part, one.id, one.text) for one in found.paragraphs], found


def lost(found) -> str:
    return " ".join(one.de for one in found.lost)


def test_a_motion_has_a_title_an_operative_text_and_a_rationale():
    rows, found = read(
        p("Sprachkurse", style="Titel"),
        p("Antrag des Landes Bayern", style="ReihumAngabe"),
        p("Beschlussvorschlag:", style="berschrift1"),
        p("Die Länder bitten den Bund."),
        p("Begründung", style="berschrift1"),
        p("Die Mittel reichen nicht."),
    )
    assert rows == [
        (TITLE, "t1", "Sprachkurse"),
        (TEXT, "p1", "Die Länder bitten den Bund."),
        (RATIONALE, "b1", "Die Mittel reichen nicht."),
    ]
    assert found.title == "Sprachkurse"
    assert found.lost == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Beschlussvorschlag", "Beschluss", "Beschlussentwurf:", "Beschlusstext :",
        "BESCHLUSSVORSCHLAG", "Beschlußvorschlag", "I. Beschlussvorschlag",
        "B e s c h l u s s v o r s c h l a g :", "A) Beschluss:",
    ],
)  # fmt: skip
@pytest.mark.parametrize("style", ["", "berschrift1", "Titel"])
def test_headings_are_known_by_their_words_in_any_style(heading, style):
    rows, _ = read(
        p(heading, style=style), p("eins"), p("B e g r ü n d u n g"), p("zwei")
    )
    assert [(part, text) for part, _, text in rows] == [
        (TEXT, "eins"),
        (RATIONALE, "zwei"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Beschluss wird begrüßt.",
        "Begründung und Ausblick der Länder zur Lage",
        "Beschluss der 21. Integrationsministerkonferenz vom 3. Mai 2026",
        "Beschlussvorschlag " * 8,
    ],
)
def test_a_sentence_with_these_words_is_no_heading(sentence):
    rows, _ = read(p(sentence), p("eins"))
    assert [part for part, _, _ in rows] == [TEXT, TEXT]


def test_a_heading_is_known_before_and_after_it_was_changed():
    for inside in ([dele("Beschluss"), ins("Text")], [dele("Text"), ins("Beschluss")]):
        data = docx(p(*inside) + p("eins") + p("Begründung") + p("zwei"))
        pieces = read_reading(data).reading.pieces
        assert said(one.token for one in pieces) == "¶eins¶zwei"
    long = p(ins("Beschlussvorschlag " * 20)) + p("eins")
    assert len(read(long)[0]) == 2


def test_a_file_without_headings_is_all_text_and_nothing_is_swallowed():
    rows, found = read(
        p("Antrag: Kurse", style="berschrift1"), p("Anlage 1"), p("Text")
    )
    assert rows == [
        (TEXT, "p1", "Antrag: Kurse"), (TEXT, "p2", "Anlage 1"), (TEXT, "p3", "Text"),
    ]  # fmt: skip
    assert found.title == ""
    rows, _ = read(p("Kurse", style="MeinTitel"), p("Text"))
    assert [part for part, _, _ in rows] == [TITLE, TEXT]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([p("TOP 4.2"), p("Kurse", style="berschrift2"), p("Mehr")], "Kurse"),
        ([p("22. Konferenz"), p("Antrag: Kurse fördern")], "Kurse fördern"),
        ([p(" Betreff : Kurse"), p("Mehr", style="berschrift1")], "Kurse"),
        ([p("22. Ministerkonferenz"), p("Antrag des Landes BY"), p("Kurse")], "Kurse"),
        ([p("Kurse"), p("Sprache")], ""),
        ([p("Antrag des Landes Bayern"), p("")], ""),
        ([p("Kurse", style="Titel"), p("im Jahr 2027", style="Titel")],
         "Kurse im Jahr 2027"),
        ([p("Kurse", style="Titel"), p("Sprache", style="berschrift1")], "Kurse"),
    ],
)  # fmt: skip
def test_the_title_is_found_above_the_operative_text_if_it_is_clear(above, title):
    _, found = read(*above, p("Beschluss"), p("Text"))
    assert found.title == title
    assert [one.text for one in found.paragraphs if one.part is TEXT] == ["Text"]


def test_what_else_stands_above_the_operative_text_is_told():
    _, found = read(
        p("22. Konferenz"), p("Kurse", style="Titel"), p("Beschluss"), p("x")
    )
    assert "vor dem Beschlussvorschlag" in lost(found)
    assert "„22. Konferenz“" in lost(found)


def test_the_prefix_of_a_title_is_no_part_of_it_in_either_view():
    data = docx(p("Antrag: ", dele("Kurse"), ins("Sprache")) + p("Beschluss") + p("x"))
    pieces = read_reading(data).reading.pieces
    assert said(one.token for one in pieces) == "¶KurseSprache¶x"
    assert not read_reading(data).typed_numbers


def test_with_a_rationale_only_what_stands_before_is_the_text():
    rows, _ = read(p("Kurse", style="berschrift1"), p("a"), p("Begründung:"), p("b"))
    assert [part for part, _, _ in rows] == [TITLE, TEXT, RATIONALE]
    rows, _ = read(p("Kurse"), p("Begründung:"), p("b"))
    assert [part for part, _, _ in rows] == [TEXT, RATIONALE]
    rows, _ = read(p("Begründung:"), p("b"))
    assert [part for part, _, _ in rows] == [RATIONALE]
    assert read(p(""), p(""))[0] == []


def test_the_operative_text_may_follow_the_rationale():
    rows, _ = read(p("Begründung"), p("b"), p("Beschluss"), p("a"))
    assert [part for part, _, _ in rows] == [RATIONALE, TEXT]


def test_a_heading_that_was_changed_or_deleted_still_divides():
    data = docx(
        p("Beschluss", ins("vorschlag")) + p("a")
        + p(dele("Begründung"), mark="del") + p("b")
    )  # fmt: skip
    pieces = read_reading(data).reading.pieces
    assert said(one.token for one in pieces) == "¶a¶b"
    assert not read_reading(data).reading.tracked


def test_a_table_of_contents_is_left_out_and_told():
    rows, found = read(p("1 Kurse 3", style="Verzeichnis1"), p("Beschluss"), p("a"))
    assert [text for _, _, text in rows] == ["a"]
    assert "Inhaltsverzeichnis" in lost(found)
    rows, found = read(p("1 Kurse 3", style="Verzeichnis1"), p("a"))
    assert [text for _, _, text in rows] == ["a"]


def test_annexes_begin_with_a_line_that_says_so():
    for style, heading in (
        ("", "Anlage"), ("", "Anlage 2:"), ("", "Anhang A"),
        ("berschrift1", "Anlage 1 – Bericht der Arbeitsgruppe"),
    ):  # fmt: skip
        rows, found = read(
            p("Beschluss"), p("a"), p(heading, style=style), p("b"), p("Begründung")
        )
        assert [text for _, _, text in rows] == ["a"]
        assert "Anlage" in lost(found)
        assert len(found.attachments) == 1


def test_a_sentence_about_an_annex_begins_none():
    rows, found = read(
        p("Beschluss"), p("Anlage 1 wird beigefügt."), p("Anlage 1 – Bericht"), p("b")
    )
    assert len(rows) == 3
    assert found.attachments == ()
    rows, _ = read(p("Anlage 1"), p("Beschluss"), p("a"))
    assert [text for _, _, text in rows] == ["a"]
