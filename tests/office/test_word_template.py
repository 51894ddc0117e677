"""The office gives motions its own look."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reihum.acts import motions
from reihum.formats.word.builtin import built_in
from reihum.formats.word.places import NAMES
from reihum.office.word_template import WHAT
from reihum.records.models import JournalEntry, WordTemplate
from tests.office.test_amendments import seen, url
from tests.word_files import with_part

pytestmark = pytest.mark.integration

MARK = "Amt für Vorlagen"


@pytest.fixture
def own() -> bytes:
    """The built-in template with another line in its header."""
    with zipfile.ZipFile(io.BytesIO(built_in())) as file:
        header = next(name for name in file.namelist() if "header" in name)
        assert b"{{gremium}}" in file.read(header)
    return with_part(built_in(), header, "{{gremium}}", MARK)


def upload(content, name="Briefkopf.docx"):
    return {"file": SimpleUploadedFile(name, content)}


def test_a_template_is_stored_used_given_back_and_removed(
    intmk, acting, own, signed_in
):
    browser = signed_in("RP", office=True)
    assert "Die mitgelieferte Vorlage." in seen(browser.get(url("word_template")))
    page = seen(browser.post(url("word_template"), upload(own), follow=True))
    assert "Anträge erscheinen ab jetzt in dieser Vorlage." in page
    assert "Briefkopf.docx" in page
    answer = browser.get(url("word_template_file"))
    assert answer.content == own
    assert "Briefkopf.docx" in answer["Content-Disposition"]
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse", text="1. Eins"
    )
    written = signed_in("BY").get(url("motion_docx", done.motion)).content
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        assert any(MARK.encode() in file.read(name) for name in file.namelist())
    answer = browser.post(url("word_template_remove"), follow=True)
    assert "wieder in der mitgelieferten Vorlage" in seen(answer)
    assert not WordTemplate.objects.exists()
    acts = JournalEntry.objects.values_list("act", flat=True)
    assert {"template.store", "template.remove"} <= set(acts)


def test_of_every_placeholder_it_is_said_what_comes_there(intmk, signed_in):
    page = seen(signed_in("RP", office=True).get(url("word_template")))
    assert set(WHAT) == set(NAMES)
    assert "Fassung und ihr Datum" in page


def test_the_built_in_template_can_be_taken_as_a_start(intmk, own, signed_in):
    browser = signed_in("RP", office=True)
    browser.post(url("word_template"), upload(own))
    answer = browser.get(url("word_template_file") + "?mitgeliefert=1")
    assert answer.content == built_in()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "leer"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n\x1a\n", "Bild")],
)
def test_what_is_no_template_gets_a_sentence(intmk, signed_in, content, sentence):
    browser = signed_in("RP", office=True)
    answer = browser.post(url("word_template"), upload(content))
    assert answer.status_code == 422
    assert sentence in seen(answer)
    assert not WordTemplate.objects.exists()
    assert browser.post(url("word_template_remove")).status_code == 409


def test_a_misspelt_place_is_named(intmk, signed_in, own):
    wrong = with_part(built_in(), "word/document.xml", "{{titel}}", "{{tittel}}")
    answer = signed_in("RP", office=True).post(url("word_template"), upload(wrong))
    assert "{{tittel}}" in seen(answer)
    assert not WordTemplate.objects.exists()


def test_only_the_office_has_to_do_with_it(intmk, signed_in, own):
    browser = signed_in("BY")
    assert browser.post(url("word_template"), upload(own)).status_code == 403
    assert browser.get(url("word_template_file")).status_code == 403
    assert browser.post(url("word_template_remove")).status_code == 403
    assert ">Word-Vorlage<" not in seen(browser.get(url("desk")))
    assert ">Word-Vorlage<" in seen(signed_in("RP", office=True).get(url("desk")))
