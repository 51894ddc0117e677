"""Amendments through the pages: written here, from Word, supported, withdrawn."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from reihum.acts import amendments as acts
from reihum.acts import motions
from reihum.reads.amendments import flat_of
from reihum.records.models import (
    Amendment,
    AmendmentSupport,
    Attachment,
    Conference,
    Deadline,
    JournalEntry,
    Motion,
    Version,
)
from reihum.rules.amendment_steps import Delete, Insert, Rewrite
from reihum.rules.text.drafting import rewrite
from tests.word_files import clean, edited, tracked

pytestmark = pytest.mark.integration

TEXT = (
    "Die Konferenz beschließt:\n1. Der Bund öffnet die Kurse für alle.\n"
    "2. Er zahlt die Kosten.\n3. Er lädt die Länder ein."
)
WANTED = "Der Bund öffnet die Sprachkurse für alle."


@pytest.fixture
def motion(intmk, acting) -> int:
    conference = Conference.objects.get(number=22)
    Deadline.objects.create(
        conference=conference, kind="amendments", day=date(2027, 3, 31),
        why="a", why_en="a",
    )  # fmt: skip
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse öffnen", text=TEXT,
        rationale="Weil es eilt.",
    )  # fmt: skip
    return done.motion


@pytest.fixture
def over(motion):
    Deadline.objects.update(day=date(2026, 11, 22))


@pytest.fixture
def flat(motion):
    return flat_of(Version.objects.get(motion=motion, number=1))


@pytest.fixture
def drafted(motion, acting):
    """Let a Land draft a change: `drafted("BY")`."""

    def make(land, step=None, *, submit=False):
        by = acting(land)
        step = step or Rewrite("p2", WANTED, "Genauer")
        pk = acts.write(by, motion=motion, member=land, version=1, step=step)
        return acts.submit(by, amendment=pk).amendment if submit else pk

    return make


def url(name: str, *args: object) -> str:
    with translation.override("de"):
        return reverse(f"office:{name}", args=["intmk", *args])


HEARD = r'<span class="kern-sr-only">(?:\[\w+: | Ende\])</span>'


def seen(answer) -> str:
    """Return the page as it is seen: without what is only for the ear in a redline."""
    page = re.sub(HEARD, "", answer.content.decode())
    return unescape(page).replace("\N{NO-BREAK SPACE}", " ")


def typed(paragraph="p2", do="rewrite", **more):
    given = {"text": WANTED, "reason": "", "scheme": "", **more}
    fields = {f"aenderung-{name}": value for name, value in given.items()}
    key = fields.pop("aenderung-key", "")
    version = fields.pop("aenderung-version", "1")
    return {"ziffer": paragraph, "do": do, "fassung": version, "stelle": key, **fields}


def upload(content, name="BY.docx", **more):
    return {"member": "BY", "file": SimpleUploadedFile(name, content), **more}


def stored():
    tables = (Amendment, AmendmentSupport, Attachment, JournalEntry, Version)
    return [table.objects.count() for table in tables]


# ── in the browser ─────────────────────────────────────────────────────────
def test_a_land_changes_a_paragraph_and_sees_it_in_the_text(motion, signed_in):
    browser = signed_in("BY")
    page = seen(browser.get(url("amend", motion)))
    assert "Für Bayern" in page
    assert "Änderungsanträge bis" in page
    form = seen(browser.get(url("amend", motion) + "?ziffer=p2"))
    assert "Der Bund öffnet die Kurse für alle.</textarea>" in form
    answer = browser.post(url("amend", motion), typed(reason="Genauer"), follow=True)
    assert answer.redirect_chain == [(url("amend", motion) + "#p2", 302)]
    page = seen(answer)
    assert "<del>Kurse</del><ins>Sprachkurse</ins>" in page
    assert "Begründung: Genauer" in page
    assert "Bisher ist 1 Absatz geändert." in page
    form = seen(browser.get(url("amend", motion) + "?ziffer=p2"))
    assert f"{WANTED}</textarea>" in form
    assert "Genauer</textarea>" in form


def test_it_deletes_inserts_rewords_and_takes_back(motion, signed_in):
    browser, here = signed_in("BY"), url("amend", motion)
    browser.post(here, typed("p3", "delete", reason="Zu teuer"))
    browser.post(here, typed("p4", "insert_behind", text="Er dankt.", scheme="1."))
    browser.post(here, typed("p1", "insert_before", text="Vorab:"))
    page = seen(browser.get(here))
    assert "<del>Er zahlt die Kosten.</del>" in page
    assert "<ins>Er dankt.</ins>" in page
    assert page.index("<ins>Vorab:</ins>") < page.index("Die Konferenz beschließt:")
    key = page.split("?land=BY&stelle=")[-1].split("#")[0]
    form = seen(browser.get(f"{here}?stelle={key}"))
    assert "Er dankt.</textarea>" in form
    again = typed("", "reword", key=key, text="Er dankt allen.", scheme="a)")
    page = seen(browser.post(here, again, follow=True))
    assert "<ins>Er dankt allen.</ins>" in page
    key = page.split("?land=BY&stelle=")[-1].split("#")[0]
    browser.post(here, typed("", "take_back_new", key=key))
    browser.post(here, typed("p3", "take_back"))
    page = seen(browser.get(here))
    assert "<del>" not in page
    assert "Bisher ist 1 Absatz geändert." in page


def test_what_was_typed_is_kept_where_it_was_refused(motion, signed_in):
    before = stored()
    answer = signed_in("BY").post(url("amend", motion), typed(reason="x" * 6000))
    assert answer.status_code == 422
    page = seen(answer)
    assert "Eine Begründung hat 6000 Zeichen" in page
    assert f"{WANTED}</textarea>" in page
    assert stored() == before


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        (typed("p99"), 422, "anderen Text"),
        (typed(do="explode"), 422, "anderen Text"),
        (typed("", "reword", key="unknown"), 422, "anderen Text"),
        (typed(version="7"), 422, "anderen Text"),
        (typed(version="x"), 422, "anderen Text"),
        (typed(text="–"), 422, "noch kein Wort"),
        (typed("t1", "delete"), 422, "braucht einen Titel"),
        (typed("t1", "insert_before"), 422, "anderen Text"),
        (typed("p2", "insert_behind", scheme="§"), 422, "anderen Text"),
        (typed(text="x\u202e"), 422, "Steuerzeichen"),
    ],
)
def test_a_made_up_form_gets_a_sentence_and_leaves_nothing(
    motion, signed_in, given, status, sentence
):
    before = stored()
    answer = signed_in("BY").post(url("amend", motion), given)
    assert answer.status_code == status
    assert sentence in seen(answer)
    assert stored() == before


def test_an_unknown_paragraph_in_the_address_opens_nothing(motion, signed_in):
    page = seen(signed_in("BY").get(url("amend", motion) + "?ziffer=p99"))
    assert "</textarea>" not in page


def test_after_the_deadline_it_is_said_before_and_after(over, motion, signed_in):
    browser = signed_in("BY")
    assert "als verspätet gekennzeichnet" in seen(browser.get(url("amend", motion)))
    browser.post(url("amend", motion), typed())
    pk = Amendment.objects.get().pk
    page = seen(browser.post(url("amendment_submit", motion, pk), follow=True))
    assert "aber verspätet: Die Frist ist am 22. November 2026 abgelaufen" in page
    assert "eingereicht, verspätet" in page


def test_who_is_no_land_does_not_amend(motion, signed_in):
    assert signed_in("bundesministerium").get(url("amend", motion)).status_code == 404


def test_a_draft_of_another_land_and_ones_own_draft_are_no_ground(
    intmk, acting, signed_in
):
    pk = motions.draft(acting("NI"), member="NI", conference=22, title="A", text="B")
    assert signed_in("BY").get(url("amend", pk)).status_code == 404
    answer = signed_in("NI").get(url("amend", pk))
    assert answer.status_code == 409
    assert "noch ein Entwurf" in seen(answer)


def test_what_is_voted_on_is_not_amended(motion, drafted, signed_in):
    pk = drafted("BY")
    Version.objects.filter(motion=motion).update(frozen_at=timezone.now())
    browser = signed_in("BY")
    for name in ("amend", "amend_word"):
        answer = browser.get(url(name, motion))
        assert answer.status_code == 409
        assert "eingefroren" in seen(answer)
    answer = browser.post(url("amendment_submit", motion, pk))
    assert answer.status_code == 409
    assert "eingefroren" in seen(answer)


# ── from Word ──────────────────────────────────────────────────────────────
def test_tracked_changes_become_a_draft_that_is_looked_at_and_submitted(
    motion, flat, signed_in
):
    browser = signed_in("BY")
    content = tracked(flat, "BY", rewrite(flat, (), 2, WANTED, "Genauer"))
    answer = browser.post(url("amend_word", motion), upload(content), follow=True)
    row = Amendment.objects.get()
    assert answer.redirect_chain == [(url("amendment", motion, row.pk), 302)]
    page = seen(answer)
    assert "<del>Kurse</del><ins>Sprachkurse</ins>" in page
    assert "Begründung: Genauer" in page
    assert "nicht nachverfolgt" not in page
    assert (row.way, row.stage, row.member) == ("word", "draft", "BY")
    assert row.file.name == "BY.docx"
    page = seen(browser.post(url("amendment_submit", motion, row.pk), follow=True))
    assert "Der Änderungsantrag ist eingereicht." in page
    other = seen(signed_in("HE").get(url("amendment", motion, row.pk)))
    assert "<ins>Sprachkurse</ins>" in other
    assert "BY.docx" not in other


def test_what_was_not_tracked_is_compared_and_that_is_said(motion, flat, signed_in):
    content = edited(flat, "Er zahlt die Kosten.", "Er zahlt alle Kosten.")
    page = seen(
        signed_in("BY").post(url("amend_word", motion), upload(content), follow=True)
    )
    assert "Wir haben sie mit dem Text des Antrags verglichen" in page
    assert "<del>die</del><ins>alle</ins>" in page
    assert Amendment.objects.get().way == "compared"


def test_a_file_with_another_lands_name_is_asked_about(motion, flat, signed_in):
    content = edited(flat, "Er zahlt die Kosten.", "Er zahlt alle Kosten.")
    given = upload(content, "Antrag_HE.docx")
    page = seen(signed_in("BY").post(url("amend_word", motion), given, follow=True))
    assert "nennt Hessen; Sie arbeiten für Bayern" in page


def test_a_file_of_an_older_version_is_carried_over(motion, flat, signed_in, office):
    old = edited(flat, "Er zahlt die Kosten.", "Er zahlt alle Kosten.")
    both = edited(flat, "Er lädt die Länder ein.", "Er bittet die Länder.")
    row = Motion.objects.get(pk=motion)
    row.text[3]["text"] = "Er sieht alle Welt."
    Version.objects.create(
        motion=row, number=2, title=row.title, text=row.text, rationale=row.rationale,
        cause="synopsis", at=timezone.now(), who="x",
    )  # fmt: skip
    row.version = 2
    row.save()
    browser = signed_in("BY")
    page = seen(browser.post(url("amend_word", motion), upload(old), follow=True))
    assert "Auf Fassung 2 übertragen: 1 von 1 Änderungen." in page
    assert Amendment.objects.get().version.number == 2
    given = upload(both, instead="yes")
    page = seen(browser.post(url("amend_word", motion), given, follow=True))
    assert "Nicht in die neue Fassung mitgenommen" in page
    assert "Neu fassen" in page


def test_a_second_file_replaces_the_draft_or_adds_to_it(motion, flat, signed_in):
    browser, here = signed_in("BY"), url("amend_word", motion)
    first = edited(flat, "Er zahlt die Kosten.", "Er zahlt alle Kosten.")
    second = edited(flat, "Er lädt die Länder ein.", "Er bittet die Länder.")
    browser.post(here, upload(first))
    assert "hat schon einen Entwurf" in seen(browser.get(here))
    assert browser.post(here, upload(second)).status_code == 422
    browser.post(here, upload(second, instead="no"))
    (row,) = Amendment.objects.all()
    assert len(row.changes) >= 2
    browser.post(here, upload(first, "neu.docx", instead="yes"))
    (row,) = Amendment.objects.all()
    assert (len(row.changes), row.file.name) == (1, "neu.docx")


def test_a_new_file_takes_the_place_of_those_that_came_by_word(
    motion, flat, signed_in, drafted
):
    written = drafted("BY", Delete("p4"), submit=True)
    browser = signed_in("BY")
    pks = []
    for text in ("Er zahlt alle Kosten.", "Er zahlt viele Kosten."):
        content = edited(flat, "Er zahlt die Kosten.", text)
        browser.post(url("amend_word", motion), upload(content))
        row = Amendment.objects.get(stage="draft")
        pks.append(row.pk)
        page = seen(browser.get(url("amendment", motion, row.pk)))
        statt = [one for one in pks if f'id="statt_{one}" checked' in page]
        assert f'id="statt_{written}">' in page
        browser.post(url("amendment_submit", motion, row.pk), {"statt": statt})
    stages = dict(Amendment.objects.values_list("pk", "stage"))
    assert stages == {written: "submitted", pks[0]: "replaced", pks[1]: "submitted"}


def test_wrong_files_get_a_sentence_in_the_form_and_leave_nothing(
    motion, flat, signed_in, acting
):
    other = motions.submit_new(
        acting("HE"), member="HE", conference=22, title="Straßen",
        text="1. Mehr Asphalt.\n2. Weniger Schlaglöcher.",
    ).motion  # fmt: skip
    foreign = flat_of(Version.objects.get(motion=other, number=1))
    before, browser = stored(), signed_in("BY")
    for content, name, sentence in (
        (clean(flat), "BY.docx", "wortgleich mit Fassung 1"),
        (clean(foreign), "BY.docx", "gehört zu einem anderen Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "BY.doc", ".docx"),
        (b"%PDF-1.7", "BY.pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "BY.docx", "Bild"),
        (b"PK\x03\x04xxxx", "BY.docx", ""),
        (b"", "BY.docx", "leer"),
    ):
        answer = browser.post(url("amend_word", motion), upload(content, name))
        assert answer.status_code == 422, name
        page = seen(answer)
        assert sentence in page, name
        assert 'enctype="multipart/form-data"' in page
    answer = browser.post(url("amend_word", motion), {"member": "BY"})
    assert "Bitte wählen Sie eine Datei." in seen(answer)
    answer = browser.post(
        url("amend_word", motion), upload(clean(flat)) | {"member": "HE"}
    )
    assert answer.status_code == 422
    assert stored() == before


def test_a_file_that_is_too_large_is_let_go_of_and_said_in_the_form(
    motion, signed_in, monkeypatch
):
    monkeypatch.setattr("reihum.look.uploads.LARGEST", 1000)
    before = stored()
    answer = signed_in("BY").post(
        url("amend_word", motion), upload(b"PK\x03\x04" + b"x" * 100_000)
    )
    assert answer.status_code == 422
    page = seen(answer)
    assert "möglich sind 20 MB" in page
    assert "Bitte wählen Sie eine Datei" not in page
    assert stored() == before


# ── the page of one, and what one does with it ─────────────────────────────
def test_a_draft_is_found_by_nobody_else(motion, drafted, signed_in):
    pk = drafted("BY")
    for browser in (signed_in("HE"), signed_in("RP", office=True)):
        assert browser.get(url("amendment", motion, pk)).status_code == 404
        assert "Entwurf von Bayern" not in seen(browser.get(url("motion", motion)))
        for name in ("submit", "discard", "withdraw", "support", "end_support"):
            answer = browser.post(url(f"amendment_{name}", motion, pk))
            assert answer.status_code == 404
    assert "Entwurf von Bayern" in seen(signed_in("BY").get(url("motion", motion)))


def test_an_amendment_is_found_below_its_own_motion_only(
    motion, drafted, signed_in, acting
):
    pk = drafted("BY", submit=True)
    other = motions.submit_new(
        acting("HE"), member="HE", conference=22, title="A", text="1. B"
    ).motion
    browser = signed_in("BY")
    assert browser.get(url("amendment", other, pk)).status_code == 404
    assert browser.post(url("amendment_submit", other, pk)).status_code == 404


def test_a_draft_can_be_thrown_away(motion, drafted, signed_in):
    pk = drafted("BY")
    page = seen(signed_in("BY").post(url("amendment_discard", motion, pk), follow=True))
    assert "Der Entwurf ist verworfen." in page
    assert not Amendment.objects.exists()


def test_a_land_supports_another_with_one_click_and_leaves_with_one(
    motion, drafted, signed_in
):
    pk = drafted("BY", submit=True)
    browser = signed_in("HE")
    page = seen(browser.get(url("amendment", motion, pk)))
    assert "Für Hessen unterstützen" in page
    assert "zurückziehen …" not in page
    given = {"member": "HE"}
    answer = browser.post(url("amendment_support", motion, pk), given, follow=True)
    assert "Hessen unterstützt den Änderungsantrag jetzt." in seen(answer)
    page = seen(browser.get(url("amendment", motion, pk)))
    assert "Für Hessen nicht mehr unterstützen" in page
    answer = browser.post(url("amendment_end_support", motion, pk), given, follow=True)
    assert "nicht mehr" in seen(answer)
    assert not AmendmentSupport.objects.exists()


def test_a_land_withdraws_what_it_submitted(motion, drafted, signed_in):
    pk = drafted("BY", submit=True)
    browser = signed_in("BY")
    page = seen(browser.post(url("amendment_withdraw", motion, pk), follow=True))
    assert "Der Änderungsantrag ist zurückgezogen." in page
    assert "Noch hat kein Land Änderungen eingereicht." in page
    assert "zurückgezogen" in seen(browser.get(url("amendment", motion, pk)))


def test_the_motion_says_who_wants_changes(motion, drafted, signed_in, acting):
    drafted("BY", submit=True)
    pk = drafted("HE", Delete("p4"), submit=True)
    signed_in("SN").post(url("amendment_support", motion, pk), {"member": "SN"})
    page = seen(signed_in("BY").get(url("motion", motion)))
    assert "2 Änderungsanträge von" in page
    assert "zu Fassung 1" in page
    assert ">Änderungen aus Word</a>" in page
    motions.withdraw(acting("NI"), motion=motion, member="NI")
    page = seen(signed_in("BY").get(url("motion", motion)))
    assert ">Änderungen aus Word</a>" not in page


def test_a_wish_that_was_not_carried_over_is_laid_aside(motion, drafted, signed_in):
    pk = drafted("BY", submit=True)
    row = Amendment.objects.get()
    row.stale = [{"version": 1, "change": row.changes[0]}]
    row.save()
    browser = signed_in("BY")
    page = seen(browser.get(url("amendment", motion, pk)))
    assert "Ziffer 1:" in page
    for place, status in (("7", 404), ("x", 404), ("0", 302)):
        answer = browser.post(url("amendment_settle", motion, pk), {"stelle": place})
        assert answer.status_code == status
    assert Amendment.objects.get().stale == []


def test_where_a_new_paragraph_is_to_stand_is_said(signed_in, motion, drafted):
    for step in (
        Insert("p2", "Neu eins.", "1."), Insert("p1", "Neu davor.", before=True),
        Insert("b1", "Neu drei."),
    ):  # fmt: skip
        pk = drafted("BY", step)
    page = seen(signed_in("BY").get(url("amendment", motion, pk)))
    for place in ("am Anfang", "nach Ziffer 1", "nach Begründung, Absatz 1"):
        assert f">{place}<" in page
