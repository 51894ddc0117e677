"""A motion as a Word file, and in the template of an office."""

import zipfile
from dataclasses import replace
from io import BytesIO
from random import Random

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.builtin import built_in
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import MotionFile, read_motion
from reihum.formats.word.template import check_template
from reihum.formats.word.write import write_motion
from reihum.rules.text import Mark, Paragraph, Part, read
from tests.formats.word.offices import saved, template
from tests.formats.word.schema import W, check
from tests.formats.word.synopses import motion

pytestmark = pytest.mark.unit
PAPER = MotionPaper(
    body="Integrationsministerkonferenz",
    conference="22. Integrationsministerkonferenz am 14. April 2027 in Mainz",
    title="Sprachkurse & <Kurse> dauerhaft sichern",
    motto="Ankommen",
    lead=True,
    submitters=("Rheinland-Pfalz", "Bayern"),
    cosponsors=("Hessen",),
    state="Fassung 3 vom 4. März 2027",
    paragraphs=(
        *read("Die Länder:\n\n1. Erstens.\n\na) oben\n\n- und\n\n3. Drittens."),
        *(replace(one, part=Part.RATIONALE) for one in read("Weil.", prefix="b")),
    ),
)


def lines(data: bytes) -> list[tuple[str, str]]:
    """Style and text of all paragraphs, as python-docx reads them."""
    found = docx.Document(BytesIO(data))
    return [(one.style.name, one.text) for one in found.paragraphs]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_it_reads_like_a_motion():
    assert lines(write_motion(PAPER)) == [
        ("Reihum Angabe", "Leitantrag"),
        ("Title", PAPER.title),
        ("Reihum Angabe", "Antrag von\tRheinland-Pfalz, Bayern"),
        ("Reihum Angabe", "Mitantrag von\tHessen"),
        ("Reihum Angabe", "Motto\t„Ankommen“"),
        ("Heading 1", "Beschlussvorschlag"),
        ("Reihum Text", "Die Länder:"),
        ("Reihum Ziffer 1", "Erstens."),
        ("Reihum Ziffer 2", "oben"),
        ("Reihum Ziffer 3", "und"),
        ("Reihum Ziffer 1", "Drittens."),
        ("Heading 1", "Begründung"),
        ("Reihum Text", "Weil."),
    ]


def test_what_is_not_known_has_no_line():
    bare = replace(PAPER, lead=False, motto="", cosponsors=(), paragraphs=())
    assert lines(write_motion(bare)) == [
        ("Reihum Angabe", "Antrag"),
        ("Title", PAPER.title),
        ("Reihum Angabe", "Antrag von\tRheinland-Pfalz, Bayern"),
    ]


def test_a_text_without_title_and_rationale_needs_no_headings():
    bare = MotionPaper(body="", title="", paragraphs=read("1. Text."))
    assert ("Heading 1", "Beschlussvorschlag") not in lines(write_motion(bare))


def test_the_same_motion_gives_the_same_file():
    assert write_motion(PAPER) == write_motion(replace(PAPER))


@given(st.integers(0, 10**9).map(Random), st.integers(1, 8))
def test_what_is_written_is_read_again(rnd, size):
    base = motion(rnd, size)
    data = write_motion(replace(PAPER, title=base[0].text, paragraphs=base))
    check(data)
    found = read_motion(data)
    assert isinstance(found, MotionFile)
    assert (found.title, found.paragraphs, found.lost) == (base[0].text, base, ())


def test_marks_may_lie_over_each_other_and_cut_words():
    marks = (
        Mark(0, 4, "strong"), Mark(2, 8, "emphasis"), Mark(0, 99, "strong"),
        Mark(4, 6, "link", "https://example.org/"),
    )  # fmt: skip
    one = Paragraph("p1", 0, "", "abcdefgh", marks)
    body = check(write_motion(replace(PAPER, paragraphs=(one,))))["word/document.xml"]
    runs = [
        run for run in body.iter(f"{W}r") if run.findtext(f"{W}t", "") in "abcdefgh"
    ]
    assert [run.findtext(f"{W}t") for run in runs] == ["ab", "cd", "ef", "gh"]
    assert next(runs[2].iterancestors(f"{W}hyperlink")) is not None


def test_an_id_that_is_no_name_is_no_bookmark():
    one = Paragraph("p 1!", 0, "", "Text")
    assert "bookmark" not in part(
        write_motion(replace(PAPER, title="", paragraphs=(one,))), "word/document.xml"
    )


def test_the_file_names_no_person():
    core = part(write_motion(PAPER), "docProps/core.xml")
    assert "Sprachkurse &amp; &lt;Kurse&gt;" in core
    assert "creator" not in core
    assert "lastModifiedBy" not in core


def test_word_can_be_told_to_note_what_is_changed_from_now_on():
    on = write_motion(PAPER, tracking=True)
    check(on)
    assert "<w:trackRevisions/>" in part(on, "word/settings.xml")
    assert "trackRevisions" not in part(write_motion(PAPER), "word/settings.xml")


# ── the template of an office ─────────────────────────────────────────────────


def test_the_letterhead_of_the_office_stays():
    office = saved(template("Unser Zeichen: 12-3", "{{titel}}", "{{text}}", "Ende"))
    assert check_template(office) is None
    data = write_motion(PAPER, office)
    found = docx.Document(BytesIO(data))
    assert found.sections[0].left_margin.mm == pytest.approx(31, abs=0.1)
    assert found.sections[0].header.paragraphs[0].text.startswith("Ministerium für")
    assert found.styles["Heading 1"].font.name == "Georgia"
    before = zipfile.ZipFile(BytesIO(office)).namelist()
    assert set(before) <= set(zipfile.ZipFile(BytesIO(data)).namelist())


def test_the_text_goes_to_its_place():
    office = saved(template("Oben", "{{text}}", "Unten"))
    texts = [text for _, text in lines(write_motion(PAPER, office))]
    assert texts[0] == "Oben"
    assert texts[-1] == "Unten"
    assert texts[1:4] == [PAPER.title, "Leitantrag von Rheinland-Pfalz, Bayern",
                          "Mitantrag von Hessen"]  # fmt: skip


def test_without_a_place_it_goes_to_the_end_with_all_that_is_known():
    texts = [text for _, text in lines(write_motion(PAPER, saved(template("Kopf"))))]
    assert texts[0] == "Kopf"
    assert texts[1] == PAPER.title
    assert texts[-1] == "Weil."


def test_a_title_keeps_the_look_that_the_template_gives_it():
    office = template()
    line = office.add_paragraph(style="Subtitle")
    line.add_run("{{titel}}").font.bold = True
    found = docx.Document(BytesIO(write_motion(PAPER, saved(office))))
    (title,) = [one for one in found.paragraphs if one.text == PAPER.title]
    assert title.style.name == "Subtitle"
    assert title.runs[0].bold


def test_places_are_filled_in_the_middle_of_a_line_and_split_over_runs():
    office = template("Konferenz: {{ Konferenz }} ({{stand}})")
    line = office.add_paragraph("Von ")
    for piece in ("{", "{antrag", "steller}", "} und {{mitantragsteller}}!"):
        line.add_run(piece)
    texts = [text for _, text in lines(write_motion(PAPER, saved(office)))]
    assert f"Konferenz: {PAPER.conference} ({PAPER.state})" in texts
    assert "Von Rheinland-Pfalz, Bayern und Hessen!" in texts


def test_places_are_filled_in_the_margins():
    office = template("{{text}}")
    office.sections[0].footer.paragraphs[0].text = "{{stand}} · {{titel}}"
    found = docx.Document(BytesIO(write_motion(PAPER, saved(office))))
    footer = found.sections[0].footer.paragraphs[0].text
    assert footer == f"{PAPER.state} · {PAPER.title}"


def test_a_value_is_never_taken_for_a_place():
    hostile = replace(PAPER, state="{{titel}} {{stand}}", title="{{text}}")
    texts = [text for _, text in lines(write_motion(hostile, saved(template(
        "Stand: {{stand}}", "{{text}}"))))]  # fmt: skip
    assert texts[0] == "Stand: {{titel}} {{stand}}"
    assert texts.count("Weil.") == 1


def test_a_cell_keeps_its_last_paragraph_though_nothing_is_known():
    office = template("{{text}}")
    office.add_table(1, 1).cell(0, 0).text = "{{motto}}"
    data = write_motion(replace(PAPER, motto=""), saved(office))
    assert docx.Document(BytesIO(data)).tables[0].cell(0, 0).text == ""


def test_the_end_of_a_section_stays_where_it_was():
    office = template("{{text}}")
    office.add_section()
    text, end = office.paragraphs
    text._p.insert(0, end._p.pPr)
    end._p.getparent().remove(end._p)
    data = write_motion(PAPER, saved(office))
    found = docx.Document(BytesIO(data))
    assert len(found.sections) == 2
    assert found.paragraphs[-1].text == ""
    assert "{{" not in part(data, "word/document.xml")


def test_a_text_box_at_a_line_is_filled_for_itself():
    office = template("Kopf")
    box = (
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>{{{{stand}}}}</w:t>"
        "</w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    office.paragraphs[0]._p.append(parse_xml(box))
    office.paragraphs[0].add_run(" {{motto}}")
    data = write_motion(replace(PAPER, motto=""), saved(office))
    assert f">{PAPER.state}<" in part(data, "word/document.xml")
    assert lines(data)[0] == ("Normal", "Kopf ")


def test_styles_that_the_template_has_under_other_ids_are_used():
    office = template("{{text}}")
    for name, other in (("Heading 1", "berschrift1"), ("Title", "Titel")):
        office.styles[name].element.set(qn("w:styleId"), other)
    data = write_motion(PAPER, saved(office))
    check_styles = [style for style, _ in lines(data)]
    assert check_styles.count("Heading 1") == 2
    assert part(data, "word/document.xml").count('"berschrift1"') == 2


def test_lists_of_the_template_stay_and_ours_come_after_them():
    office = template("{{text}}")
    office.add_paragraph("Punkt", style="List Number")
    data = write_motion(PAPER, saved(office))
    check_lists(data)
    assert lines(data)[-1] == ("List Number", "Punkt")


def check_lists(data: bytes) -> None:
    """Definitions before instances, no id twice."""
    names = [
        one.tag for one in docx.Document(BytesIO(data)).part.numbering_part.element
    ]
    kinds = [name.rpartition("}")[2] for name in names]
    assert kinds == sorted(kinds, key=["abstractNum", "num"].index)


def test_a_template_for_new_files_makes_an_ordinary_file():
    office = saved(template("{{text}}"))
    parts = {name: zipfile.ZipFile(BytesIO(office)).read(name)
             for name in zipfile.ZipFile(BytesIO(office)).namelist()}  # fmt: skip
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(b"document.main+xml", b"template.main+xml")
    parts["docProps/app.xml"] = b"<Properties><Manager>Wer?</Manager></Properties>"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert check_template(file.getvalue()) is None
    data = write_motion(PAPER, file.getvalue())
    assert "document.main+xml" in part(data, types)
    assert "template.main" not in part(data, types)
    assert "Wer?" not in part(data, "docProps/app.xml")


def test_the_built_in_template_is_a_good_one_to_start_from():
    assert check_template(built_in()) is None
    assert write_motion(PAPER, built_in()) == write_motion(PAPER)
    check(built_in())
