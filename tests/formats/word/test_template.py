import pytest
from docx.oxml import OxmlElement

from reihum.formats.word.template import check_template
from tests.formats.word.built import OFFICE
from tests.formats.word.offices import saved, template

pytestmark = pytest.mark.unit


def refused(document) -> str:
    refusal = check_template(saved(document))
    assert refusal is not None
    assert refusal.field == "file"
    assert refusal.text.en
    return refusal.text.de


@pytest.mark.parametrize("line", ["", "{{text}}", "{{ Titel }}", "{{stand}}, {{art}}"])
def test_a_template_may_have_any_of_the_places_or_none(line):
    assert check_template(saved(template(line))) is None


def test_what_is_no_word_file_is_refused_before_anything_else():
    refusal = check_template(b"%PDF-1.7", "vorlage.docx")
    assert refusal is not None
    assert refusal.field == "file"


def test_a_place_that_is_misspelt_is_named_with_those_that_there_are():
    text = refused(template("{{text}}", "{{titell}} {{Antragsteler}}"))
    assert "{{antragsteler}} und {{titell}}" in text
    assert "{{titel}}" in text


def test_the_text_can_only_go_to_one_place():
    assert "mehr als einmal" in refused(template("{{text}}", "{{text}}"))
    assert "mehr als einmal" in refused(template("{{text}} {{text}}"))


@pytest.mark.parametrize("line", ["Text: {{text}}", "{{text}} {{titel}}", "{{text}}."])
def test_the_text_needs_a_paragraph_of_its_own(line):
    assert "eigenen Absatz" in refused(template(line))


def test_the_text_does_not_go_into_a_header():
    document = template()
    document.sections[0].header.paragraphs[0].text = "{{text}}"
    assert "eigenen Absatz" in refused(document)


def test_a_misspelt_place_is_found_in_a_footer():
    document = template()
    document.sections[0].footer.paragraphs[0].text = "{{seite}}"
    assert "{{seite}}" in refused(document)


@pytest.mark.parametrize("name", ["w:ins", "w:del", "w:commentReference"])
def test_notes_of_colleagues_would_stand_in_every_motion(name):
    document = template("{{text}}")
    document.paragraphs[0]._p.append(OxmlElement(name))
    assert "nachverfolgte Änderungen" in refused(document)


def test_nothing_is_fetched_from_elsewhere_when_a_land_opens_a_motion():
    document = template("{{text}}")
    document.part.rels.get_or_add_ext_rel(
        f"{OFFICE}/image", "https://example.org/logo.png"
    )
    assert "von anderswo" in refused(document)


def test_links_and_the_tie_to_word_own_template_are_no_reason_to_refuse():
    document = template("{{text}}")
    for kind in ("hyperlink", "attachedTemplate"):
        document.part.rels.get_or_add_ext_rel(f"{OFFICE}/{kind}", "https://example.org")
    assert check_template(saved(document)) is None
