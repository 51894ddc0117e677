"""Annexes through the pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reihum.acts import attachments, motions
from reihum.acts.attachments import Upload
from reihum.records.models import Attachment
from tests.office.test_amendments import seen, url

pytestmark = pytest.mark.integration


@pytest.fixture
def motion(intmk, acting) -> int:
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse", text="1. Eins"
    )
    return done.motion


def test_a_land_adds_an_annex_that_others_download(motion, signed_in):
    browser = signed_in("NI")
    assert "Anlage hinzufügen" in seen(browser.get(url("motion", motion)))
    file = SimpleUploadedFile("Übersicht „2027“.pdf", b"%PDF-1.7 <script>")
    page = seen(browser.post(url("annex_new", motion), {"file": file}, follow=True))
    assert "Die Anlage ist gespeichert." in page
    assert "Übersicht „2027“.pdf" in page
    pk = Attachment.objects.get().pk
    answer = signed_in("BY").get(url("attachment", motion, pk))
    assert answer.content == b"%PDF-1.7 <script>"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert signed_in("bundesministerium").get(
        url("attachment", motion, pk)
    ).status_code == 404  # fmt: skip


def test_it_is_taken_away_by_its_land_alone(motion, acting, signed_in):
    file = Upload("Anlage.pdf", b"%PDF-1.7")
    pk = attachments.add(acting("NI"), motion=motion, file=file)
    assert signed_in("BY").post(url("annex_remove", motion, pk)).status_code == 403
    assert "Entfernen" not in seen(signed_in("BY").get(url("motion", motion)))
    page = seen(signed_in("NI").post(url("annex_remove", motion, pk), follow=True))
    assert "Die Anlage ist entfernt." in page
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.exe", b"MZ", "kann keine Anlage sein"),
        ("x.pdf", b"MZ", "sie heißt nur so"),
        ("x.pdf", b"", "leer"),
    ],
)
def test_what_is_no_annex_gets_a_sentence(motion, signed_in, name, content, sentence):
    file = SimpleUploadedFile(name, content)
    answer = signed_in("NI").post(url("annex_new", motion), {"file": file})
    assert answer.status_code == 422
    assert sentence in seen(answer)
    assert not Attachment.objects.exists()


def test_the_page_is_for_those_whose_motion_it_is(motion, signed_in):
    assert signed_in("NI").get(url("annex_new", motion)).status_code == 200
    assert signed_in("BY").get(url("annex_new", motion)).status_code == 403
    assert signed_in("NI").get(url("annex_new", 999)).status_code == 404
    empty = signed_in("NI").post(url("annex_new", motion))
    assert "Bitte wählen Sie eine Datei." in seen(empty)
