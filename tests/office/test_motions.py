"""Motions through the pages: what a Land clicks, and the answers it gets."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation

from reihum.records.models import Conference, Deadline, Item, Motion, Support

pytestmark = pytest.mark.integration

NEW = "/buero/intmk/konferenzen/22/antraege/neu/"
TYPED = {
    "member": "NI",
    "title": "Sprachkurse öffnen",
    "text": "1. Der Bund öffnet\n   die Kurse.",
    "rationale": "Weil.",
    "bundesrat": "no",
    "do": "submit",
}


@pytest.fixture
def conference(intmk) -> Conference:
    """The 22nd conference after its call."""
    conference = Conference.objects.get(number=22)
    for kind in ("motions", "cosponsors"):
        Deadline.objects.create(
            conference=conference, kind=kind, day=date(2027, 2, 3), why="a", why_en="a"
        )
    return conference


@pytest.fixture
def over(conference):
    """The deadlines are over."""
    Deadline.objects.update(day=date(2026, 11, 22))


@pytest.fixture
def submitted(conference, signed_in) -> int:
    signed_in("NI").post(NEW, TYPED)
    return Motion.objects.get().pk


def url(name: str, *args: object) -> str:
    """Return the German address, whatever language the last answer was in."""
    with translation.override("de"):
        return reverse(f"office:{name}", args=["intmk", *args])


def seen(answer) -> str:
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


# ── writing ────────────────────────────────────────────────────────────────
def test_a_land_submits_a_motion_and_reads_it(conference, signed_in):
    browser = signed_in("NI")
    assert "Für wen?" not in seen(browser.get(NEW))
    answer = browser.post(NEW, TYPED, follow=True)
    assert answer.redirect_chain == [(url("motion", Motion.objects.get().pk), 302)]
    page = seen(answer)
    assert "Der Antrag ist eingereicht." in page
    assert '<span class="r-wording__no">1.</span>Der Bund öffnet die Kurse.' in page
    assert "23. November 2026" in page


@pytest.mark.parametrize("title", ["Ankommen", "Leitantrag: Ankommen"])
def test_a_lead_motion_is_called_so_once(conference, signed_in, title):
    browser = signed_in("NI")
    browser.post(NEW, TYPED | {"title": title, "lead": "on"})
    assert seen(browser.get(url("motions", 22))).count("Leitantrag: Ankommen") == 1
    assert "Für Niedersachsen" in seen(browser.get(NEW))


def test_a_draft_is_kept_with_little_and_submitted_later(conference, signed_in):
    browser = signed_in("NI")
    browser.post(NEW, {"member": "NI", "title": "Entwurf", "do": "draft"})
    pk = Motion.objects.get().pk
    page = seen(browser.get(url("motion", pk)))
    assert "Antrag einreichen" in page
    refused = browser.post(url("motion_submit", pk), {})
    assert refused.status_code == 422
    assert "Bitte beantworten Sie diese Frage." in seen(refused)
    refused = browser.post(url("motion_submit", pk), {"br-bundesrat": "no"})
    assert refused.status_code == 422
    assert "Ohne Wortlaut" in seen(refused)
    edited = browser.post(url("motion_edit", pk), TYPED | {"title": "Antrag"})
    assert edited.status_code == 302
    row = Motion.objects.get()
    assert (row.title, row.stage, row.bundesrat) == ("Antrag", "submitted", "no")


def test_the_form_of_a_draft_shows_what_was_typed(conference, signed_in):
    browser = signed_in("NI")
    browser.post(NEW, TYPED | {"do": "draft"})
    page = seen(browser.get(url("motion_edit", Motion.objects.get().pk)))
    assert 'name="text-at" value="p1 1 1."' in page
    assert ">\nDer Bund öffnet die Kurse.</textarea>" in page
    assert 'value="Sprachkurse öffnen"' in page


def test_what_was_typed_is_kept_although_the_conference_was_cancelled(
    conference, signed_in
):
    browser = signed_in("NI")
    browser.post(NEW, TYPED | {"do": "draft"})
    pk = Motion.objects.get().pk
    Conference.objects.update(state="cancelled")
    answer = browser.post(url("motion_edit", pk), TYPED | {"title": "Neuer Titel"})
    assert answer.status_code == 409
    assert "ist ausgefallen" in seen(answer)
    row = Motion.objects.get()
    assert (row.title, row.stage) == ("Neuer Titel", "draft")


def test_a_draft_can_be_thrown_away(conference, signed_in):
    browser = signed_in("NI")
    browser.post(NEW, TYPED | {"do": "draft"})
    pk = Motion.objects.get().pk
    assert signed_in("BY").post(url("motion_discard", pk)).status_code == 404
    answer = browser.post(url("motion_discard", pk))
    assert answer["Location"] == url("motions", 22)
    assert not Motion.objects.exists()


def test_a_late_motion_is_no_error_and_says_what_follows(over, signed_in):
    browser = signed_in("NI")
    page = seen(browser.get(NEW))
    assert "22. November 2026</time> abgelaufen." in page
    assert "durch Beschluss zu" in page
    page = seen(browser.post(NEW, TYPED, follow=True))
    assert "eingereicht, aber verfristet" in page
    assert '<span class="r-tag r-tag--late">' in page
    assert "durch Beschluss zu" in page


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"title": ""}, 422, "Bitte ausfüllen."),
        ({"title": "x" * 301}, 422, "301 Zeichen"),
        ({"text": " "}, 422, "Ohne Wortlaut"),
        ({"bundesrat": ""}, 422, "Bitte beantworten Sie diese Frage."),
        ({"member": "BY"}, 403, "Das kann nur der Freistaat Bayern selbst"),
        ({"member": "XX"}, 422, "XX ist kein Mitglied der IntMK"),
    ],
)
def test_a_wrong_form_comes_back_with_a_sentence_and_all_that_was_typed(
    *, conference, signed_in, journal_length, given, status, sentence
):
    answer = signed_in("NI").post(NEW, TYPED | given)
    assert answer.status_code == status
    assert sentence in seen(answer)
    if "text" not in given:
        assert "die Kurse." in seen(answer)
    assert (Motion.objects.count(), journal_length()) == (0, 0)


def test_a_conference_that_is_not_there_is_a_sentence(intmk, signed_in):
    for name in ("motions", "motion_new", "agenda"):
        answer = signed_in("NI").get(url(name, 99))
        assert answer.status_code == 404
        assert "99. Konferenz gibt es hier nicht" in seen(answer)


def test_a_guest_and_a_stranger_submit_nothing(conference, signed_in, client):
    answer = signed_in("bundesministerium").get(NEW)
    assert answer.status_code == 403
    assert "die Mitglieder der Konferenz" in seen(answer)
    assert client.get(NEW).status_code == 302
    assert signed_in("bundesministerium").post(NEW, TYPED).status_code == 403
    assert not Motion.objects.exists()


# ── one motion ─────────────────────────────────────────────────────────────
def test_others_do_not_find_a_draft(conference, signed_in):
    signed_in("NI").post(NEW, TYPED | {"do": "draft"})
    pk = Motion.objects.get().pk
    for browser in (signed_in("BY"), signed_in("RP", office=True)):
        for name in ("motion", "motion_edit"):
            assert browser.get(url(name, pk)).status_code == 404
        assert browser.post(url("motion_submit", pk)).status_code == 404
        assert "Sprachkurse" not in seen(browser.get(url("motions", 22)))
    assert "Sprachkurse" in seen(signed_in("NI").get(url("motions", 22)))


def test_another_land_stands_behind_it_and_leaves(submitted, signed_in):
    browser = signed_in("BY")
    assert "Für Bayern mittragen" in seen(browser.get(url("motion", submitted)))
    answer = browser.post(
        url("motion_cosponsor", submitted), {"member": "BY"}, follow=True
    )
    assert "Bayern trägt den Antrag jetzt mit." in seen(answer)
    assert "Für Bayern nicht mehr mittragen" in seen(answer)
    answer = browser.post(url("motion_leave", submitted), {"member": "BY"}, follow=True)
    assert "Für Bayern mittragen" in seen(answer)


@pytest.mark.parametrize(
    ("action", "member", "status", "sentence"),
    [
        ("motion_cosponsor", "SN", 409, "trägt diesen Antrag schon mit"),
        ("motion_cosponsor", "BY", 403, "nur der Freistaat Bayern selbst"),
        ("motion_cosponsor", "", 403, "gehört nicht dazu"),
        ("motion_withdraw", "SN", 403, "nur, wer ihn gestellt hat"),
        ("motion_leave", "NI", 403, "nur das Land Niedersachsen selbst"),
    ],
)
def test_what_is_not_ones_own_is_refused_with_a_sentence(
    *, submitted, signed_in, journal_length, action, member, status, sentence
):
    browser = signed_in("SN")
    browser.post(url("motion_cosponsor", submitted), {"member": "SN"})
    before = journal_length()
    answer = browser.post(url(action, submitted), {"member": member})
    assert answer.status_code == status
    assert sentence in seen(answer)
    assert (journal_length(), Support.objects.count()) == (before, 2)


def test_after_the_deadline_nobody_joins_and_the_button_is_gone(
    submitted, over, signed_in
):
    page = seen(signed_in("BY").get(url("motion", submitted)))
    assert "Für Bayern mittragen" not in page
    answer = signed_in("BY").post(url("motion_cosponsor", submitted), {"member": "BY"})
    assert answer.status_code == 409
    assert "am 22. November 2026 abgelaufen" in seen(answer)


def test_a_motion_is_withdrawn_for_good(submitted, signed_in):
    browser = signed_in("NI")
    answer = browser.post(
        url("motion_withdraw", submitted), {"member": "NI"}, follow=True
    )
    assert "Der Antrag ist zurückgezogen." in seen(answer)
    assert "Antrag zurückziehen" not in seen(answer)
    again = browser.post(url("motion_withdraw", submitted), {"member": "NI"})
    assert again.status_code == 409


def test_the_history_comes_from_the_journal(submitted, signed_in):
    signed_in("HB").post(url("motion_cosponsor", submitted), {"member": "HB"})
    page = seen(signed_in("BY").get(url("motion", submitted)))
    assert "Antrag eingereicht: Niedersachsen" in page
    assert "Mitantrag: Bremen" in page


# ── the Bundesrat ──────────────────────────────────────────────────────────
def test_a_yes_to_the_bundesrat_is_shown_and_the_office_corrects_it(
    conference, signed_in
):
    signed_in("NI").post(NEW, TYPED | {"bundesrat": "yes"})
    pk = Motion.objects.get().pk
    office = signed_in("RP", office=True)
    assert "dass die Sache beim Bundesrat anhängig ist" in seen(
        office.get(url("motion", pk))
    )
    place = {"platz-number": "2.1", "platz-treatment": "none"}
    refused = office.post(url("motion_place", pk), place)
    assert refused.status_code == 409
    assert "17. Dezember 1992" in seen(refused)
    assert office.post(url("motion_bundesrat", pk), {}).status_code == 422
    office.post(url("motion_bundesrat", pk), {"br-bundesrat": "no"})
    assert office.post(url("motion_place", pk), place).status_code == 302


# ── a place on the agenda ──────────────────────────────────────────────────
def test_the_office_gives_a_number_that_is_suggested_and_free(submitted, signed_in):
    office = signed_in("RP", office=True)
    office.post(
        url("agenda_add", 22), {"kind": "section", "number": "2", "title": "Teilhabe"}
    )
    page = seen(office.get(url("motion", submitted)))
    assert 'name="platz-number" value="2.1"' in page
    assert "Frei sind zum Beispiel 2.1, 3." in page
    place = {"platz-number": "2.1", "platz-treatment": "block"}
    answer = office.post(url("motion_place", submitted), place, follow=True)
    assert "steht als TOP 2.1 auf der Tagesordnung" in seen(answer)
    assert Item.objects.get(number="2.1").treatment == "block"


@pytest.mark.parametrize(
    ("number", "status", "sentence"),
    [("2", 409, "schon vergeben"), ("zwei", 422, "keine Nummer"),
     ("", 422, "Bitte ausfüllen.")],
)  # fmt: skip
def test_a_wrong_number_comes_back_with_a_sentence(
    *, submitted, signed_in, journal_length, number, status, sentence
):
    office = signed_in("RP", office=True)
    office.post(url("agenda_add", 22), {"kind": "item", "number": "2", "title": "A"})
    before = journal_length()
    answer = office.post(
        url("motion_place", submitted),
        {"platz-number": number, "platz-treatment": "none"},
    )
    assert answer.status_code == status
    assert sentence in seen(answer)
    assert (Item.objects.count(), journal_length()) == (1, before)


def test_the_office_admits_a_late_motion_or_not(over, signed_in):
    browser, office = signed_in("NI"), signed_in("RP", office=True)
    browser.post(NEW, TYPED)
    browser.post(NEW, TYPED)
    first, second = Motion.objects.values_list("pk", flat=True)
    assert "Zulassen und einordnen" in seen(office.get(url("motion", first)))
    admitted = office.post(url("motion_place", first), {"platz-number": "2.9b"})
    assert admitted.status_code == 302
    office.post(url("motion_leave_out", second), {"move": "refuse_admission"})
    stages = Motion.objects.order_by("pk").values_list("stage", flat=True)
    assert list(stages) == ["on_agenda", "not_admitted"]
    assert Item.objects.get().treatment == "late_admitted"


def test_a_motion_can_be_deferred_or_dropped_before_it_has_a_number(
    conference, signed_in
):
    office = signed_in("RP", office=True)
    for move, stage in (("defer", "deferred"), ("drop", "dropped")):
        signed_in("NI").post(NEW, TYPED)
        pk = Motion.objects.latest("pk").pk
        assert office.post(url("motion_leave_out", pk), {"move": move}).status_code
        assert Motion.objects.get(pk=pk).stage == stage
    assert "Ausgeschieden" in seen(office.get(url("motions", 22)))


def test_a_land_has_no_forms_of_the_office_and_cannot_use_them(
    submitted, signed_in, journal_length
):
    browser, before = signed_in("BY"), journal_length()
    assert "Einordnen" not in seen(browser.get(url("motion", submitted)))
    place = {"platz-number": "2.1", "platz-treatment": "none"}
    for name, data in (("motion_place", place), ("motion_leave_out", {"move": "drop"})):
        answer = browser.post(url(name, submitted), data)
        assert answer.status_code == 403
        assert "nur die Geschäftsstelle" in seen(answer)
    assert journal_length() == before


# ── the list ───────────────────────────────────────────────────────────────
def test_the_list_says_when_motions_are_due_and_groups_them(submitted, signed_in):
    office = signed_in("RP", office=True)
    page = seen(office.get(url("motions", 22)))
    assert "3. Februar 2027</time> · in 72 Tagen" in page
    assert "Eingereicht, noch ohne Platz auf der Tagesordnung <span>1</span>" in page
    office.post(
        url("motion_place", submitted),
        {"platz-number": "2.1", "platz-treatment": "none"},
    )
    assert "noch ohne Platz" not in seen(office.get(url("motions", 22)))


def test_an_empty_list_says_what_comes_next(intmk, signed_in):
    page = seen(signed_in("BY").get(url("motions", 22)))
    assert "Noch kein Antrag" in page
    assert "Der Antragsaufruf ist noch nicht verschickt" in page
    assert "Antrag schreiben" in page


def test_buttons_only_work_as_buttons(submitted, signed_in):
    for name in ("motion_submit", "motion_withdraw", "motion_place"):
        assert signed_in("NI").get(url(name, submitted)).status_code == 405


def test_a_motion_that_is_not_there_is_a_sentence(intmk, signed_in):
    browser = signed_in("RP", office=True)
    for name in ("motion", "motion_edit"):
        answer = browser.get(url(name, 4711))
        assert answer.status_code == 404
        assert "Diesen Antrag gibt es nicht" in seen(answer)
    for name in ("motion_submit", "motion_bundesrat", "motion_place"):
        assert browser.post(url(name, 4711)).status_code == 404


def test_an_account_of_two_laender_says_for_which_it_writes(
    conference, signed_in, account, intmk
):
    account("NI").seats.create(body=intmk, member="HB")
    page = seen(signed_in("NI").get(NEW))
    assert "Für wen?" in page
    signed_in("NI").post(NEW, TYPED | {"member": "HB"})
    assert Support.objects.get().member == "HB"


def test_there_is_an_english_side(submitted, signed_in):
    browser = signed_in("BY")
    for address in (url("motion", submitted), url("motions", 22), url("agenda", 22)):
        assert browser.get(f"/en{address}").status_code == 200


def test_a_button_that_was_lost_on_the_way_drops_no_motion(
    submitted, signed_in, journal_length
):
    before = journal_length()
    answer = signed_in("RP", office=True).post(url("motion_leave_out", submitted), {})
    assert answer.status_code == 422
    assert "vertagt wird oder entfällt" in seen(answer)
    assert Motion.objects.get().stage == "submitted"
    assert journal_length() == before
