"""A motion comes from Word and goes out to Word."""

import io
import zipfile
from base64 import b64encode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from reihum.acts import motions
from reihum.formats.word.read import read_motion
from reihum.formats.word.write import write_motion
from reihum.reads.amendments import flat_of
from reihum.records.models import Attachment, JournalEntry, Motion, Version
from reihum.rules.text import read
from reihum.rules.text.tokens import flatten
from reihum.rules.text.whole import whole
from tests.office.test_amendments import seen
from tests.word_files import clean, paper

pytestmark = pytest.mark.integration

FLAT = flatten(
    whole(
        "Kurse öffnen",
        read("Die Länder bitten:\n1. Der Bund öffnet.\na) für alle\n2. Er zahlt."),
        read("Weil es eilt.", "b"),
    )
)


def url(name: str, *args: object) -> str:
    with translation.override("de"):
        return reverse(f"office:{name}", args=["intmk", *args])


def upload(content, name="Antrag.docx"):
    return {"file": SimpleUploadedFile(name, content)}


def stored():
    return [t.objects.count() for t in (Motion, Attachment, Version, JournalEntry)]


def saved(**more):
    return {
        "member": "NI", "title": "Kurse öffnen", "text": "1. Der Bund öffnet.",
        "rationale": "", "bundesrat": "no", "do": "draft", **more,
    }  # fmt: skip


@pytest.fixture
def draft(intmk, acting) -> int:
    return motions.draft(
        acting("NI"), member="NI", conference=22, title="Alt", text="1. Alter Text."
    )


@pytest.fixture
def submitted(intmk, acting) -> int:
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse öffnen – für alle",
        text="1. Der Bund öffnet.\na) für alle\n2. Er zahlt.", rationale="Weil.",
    )  # fmt: skip
    return done.motion


def test_a_file_fills_the_form_and_nothing_is_stored(intmk, signed_in):
    browser, before = signed_in("NI"), stored()
    assert "Antrag aus Word" in seen(browser.get(url("motions", 22)))
    page = seen(browser.post(url("motion_word", 22), upload(clean(FLAT))))
    assert 'value="Kurse öffnen"' in page
    assert "Der Bund öffnet.</textarea>" in page
    assert "Weil es eilt." in page
    assert "Gelesen aus „Antrag.docx“" in page
    assert f'action="{url("motion_new", 22)}"' in page
    assert stored() == before


def test_the_file_is_kept_with_the_motion_once_that_is_saved(intmk, signed_in):
    content = clean(FLAT)
    given = saved(word=b64encode(content).decode(), word_name="Antrag.docx")
    browser = signed_in("NI")
    browser.post(url("motion_new", 22), given)
    (file,) = Attachment.objects.all()
    assert (file.name, file.kind, bytes(file.content)) == (
        "Antrag.docx", "source", content,
    )  # fmt: skip
    told = JournalEntry.objects.get(act="motion.keep_source")
    assert told.member == "NI"


@pytest.mark.parametrize("word", ["", "!!", b64encode(b"%PDF-1.7").decode()])
def test_a_made_up_file_in_the_form_is_not_kept(intmk, signed_in, word):
    browser = signed_in("NI")
    browser.post(url("motion_new", 22), saved(word=word, word_name="x"))
    assert Motion.objects.count() == 1
    assert not Attachment.objects.exists()


def test_what_a_file_brought_along_stays_in_the_form_when_that_is_refused(
    intmk, signed_in
):
    given = saved(word="QUJD", word_name="Antrag.docx", title="")
    page = seen(signed_in("NI").post(url("motion_new", 22), given))
    assert 'name="word" value="QUJD"' in page


def test_a_file_takes_the_place_of_a_drafts_text_and_the_old_one_stays(
    draft, signed_in
):
    browser, here = signed_in("NI"), url("motion_word_into", draft)
    assert "Text aus Word" in seen(browser.get(url("motion", draft)))
    assert "an die Stelle des Textes" in seen(browser.get(here))
    page = seen(browser.post(here, upload(clean(FLAT))))
    assert f'action="{url("motion_edit", draft)}"' in page
    assert "Alter Text" not in page
    browser.post(url("motion_edit", draft), saved())
    steps = Version.objects.filter(motion=draft, number=0)
    assert [flat_of(one).paragraphs[1].text for one in steps] == [
        "Alter Text.", "Der Bund öffnet.",
    ]  # fmt: skip


def test_a_submitted_motion_and_the_draft_of_another_take_no_file(
    draft, submitted, signed_in
):
    assert signed_in("NI").get(url("motion_word_into", submitted)).status_code == 302
    assert signed_in("BY").get(url("motion_word_into", draft)).status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "leer"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n\x1a\n", "Bild")],
)
def test_wrong_files_get_a_sentence_in_the_form(intmk, signed_in, content, sentence):
    before = stored()
    answer = signed_in("NI").post(url("motion_word", 22), upload(content))
    assert answer.status_code == 422
    assert sentence in seen(answer)
    assert stored() == before


def test_who_submits_no_motions_reads_no_files(intmk, signed_in):
    answer = signed_in("bundesministerium").get(url("motion_word", 22))
    assert answer.status_code == 403
    assert signed_in("NI").get(url("motion_word", 99)).status_code == 404
    assert "Bitte wählen Sie eine Datei." in seen(
        signed_in("NI").post(url("motion_word", 22))
    )


def test_a_large_file_does_not_come_along_and_that_is_said(
    intmk, signed_in, monkeypatch
):
    monkeypatch.setattr("reihum.office.motion_word.MOST_CARRIED", 10)
    page = seen(signed_in("NI").post(url("motion_word", 22), upload(clean(FLAT))))
    assert "zu groß, um beim Sichern mitzukommen" in page
    assert 'name="word"' not in page


# ── out to Word ────────────────────────────────────────────────────────────
def test_a_motion_goes_out_as_word_and_comes_back_the_same(submitted, signed_in):
    answer = signed_in("BY").get(url("motion_docx", submitted))
    assert answer["Content-Disposition"] == (
        'attachment; filename="Antrag_22-IntMK_Kurse-oeffnen-fuer-alle_Fassung-1.docx"'
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    back = read_motion(answer.content)
    version = Version.objects.get(motion=submitted, number=1)
    assert flatten(back.paragraphs).keys == flat_of(version).keys
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert b"trackRevisions" in file.read("word/settings.xml")


def test_a_draft_goes_out_to_its_own_land_only(draft, signed_in):
    answer = signed_in("NI").get(url("motion_docx", draft))
    assert "Antrag_22-IntMK_Alt_Entwurf.docx" in answer["Content-Disposition"]
    assert signed_in("BY").get(url("motion_docx", draft)).status_code == 404


def test_the_same_motion_is_the_same_file(submitted, signed_in):
    first, second = (
        signed_in("BY").get(url("motion_docx", submitted)).content for _ in "12"
    )
    assert first == second
    assert write_motion(paper(FLAT)) == write_motion(paper(FLAT))
