"""Merging, splitting, copying, and what is confidential: through the pages."""

import pytest

from reihum.acts import mandates, motions
from reihum.acts.motion_family import merge
from reihum.records.models import Conference, Motion, Resolution
from reihum.rules.dates import PartialDate
from tests.pages import source, words
from tests.paper import adopted

pytestmark = pytest.mark.integration

ONE = "/buero/intmk/antraege/{}/"
NEW = "/buero/intmk/konferenzen/22/antraege/neu/"
LIKE = "/buero/intmk/konferenzen/22/antraege/aehnliche/"
SOURCES = "/buero/intmk/konferenzen/22/antraege/uebernehmen/"
TYPED = {
    "member": "NI", "title": "Sprachkurse öffnen", "text": "1. Eins\n\n2. Zwei",
    "rationale": "", "bundesrat": "no", "do": "submit",
}  # fmt: skip


@pytest.fixture
def submit(intmk, acting):
    def make(member: str, title: str = "Antrag", text: str = "1. Eins\n\n2. Zwei", **m):
        return motions.submit_new(
            acting(member), member=member, conference=22, title=title, text=text, **m
        ).motion

    return make


# ── merging ────────────────────────────────────────────────────────────────
def test_the_office_merges_two_motions_and_both_pages_say_so(submit, signed_in):
    first, second = submit("NI", "Bleibt"), submit("TH", "Geht auf")
    office = signed_in("RP", office=True)
    page = ONE.format(second)
    assert "Zusammenführen …" in words(office.get(page))
    asked = words(office.get(f"{page}zusammenfuehren/"))
    assert "Bleibt (NI)" in asked
    answer = office.post(
        f"{page}zusammenfuehren/",
        {"into": first, "agreed": "on", "append": "on"},
        follow=True,
    )
    said = words(answer)
    assert "Die Anträge sind zusammengeführt. Es gilt dieser." in said
    assert "in diesen Antrag aufgenommen" in said
    assert "Anderen Antrag aufgenommen: Geschäftsstelle" in said
    gone = words(signed_in("TH").get(page))
    assert "ist mit einem anderen zusammengeführt" in gone
    assert "Mit einem anderen Antrag zusammengeführt" in gone
    assert "Zwei" in gone
    assert "Geht auf" in words(office.get("/buero/intmk/konferenzen/22/antraege/"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Bitte wählen Sie einen Antrag aus."),
        ({"into": "first"}, "einverstanden sind"),
        ({"into": "777", "agreed": "on"}, "777"),
    ],
)
def test_a_merger_that_cannot_be_comes_back_with_a_sentence(
    submit, signed_in, data, sentence
):
    first, second = submit("NI"), submit("TH")
    data = {k: str(first) if v == "first" else v for k, v in data.items()}
    page = f"{ONE.format(second)}zusammenfuehren/"
    answer = signed_in("RP", office=True).post(page, data)
    assert (answer.status_code, sentence in words(answer)) == (422, True)
    assert Motion.objects.get(pk=second).merged_into is None


def test_no_land_is_offered_to_merge(submit, signed_in):
    pk = submit("NI")
    assert "Zusammenführen" not in words(signed_in("NI").get(ONE.format(pk)))
    answer = signed_in("NI").get(f"{ONE.format(pk)}zusammenfuehren/")
    assert answer.status_code == 403


# ── splitting ──────────────────────────────────────────────────────────────
def test_a_land_splits_its_motion(submit, signed_in):
    pk = submit("NI", "Alles")
    browser = signed_in("NI")
    page = f"{ONE.format(pk)}teilen/"
    assert "1. Eins" in words(browser.get(page))
    refused = browser.post(page, {"title": "Neu"})
    assert "mindestens einen Absatz" in words(refused)
    refused = browser.post(page, {"title": "Neu", "paragraphs": ["p1", "p2"]})
    assert (refused.status_code, "etwas stehen" in words(refused)) == (422, True)
    said = words(
        browser.post(page, {"title": "Neu", "paragraphs": ["p2"]}, follow=True)
    )
    assert "Der Antrag ist geteilt. Das ist der neue." in said
    assert "daraus ist dieser Antrag herausgelöst" in said
    assert "aus diesem Antrag herausgelöst" in words(browser.get(ONE.format(pk)))


def test_others_are_not_offered_to_split_it(submit, signed_in):
    pk = submit("NI")
    assert "In zwei Anträge teilen …" not in words(signed_in("BY").get(ONE.format(pk)))
    assert signed_in("BY").get(f"{ONE.format(pk)}teilen/").status_code == 403
    single = submit("NI", text="1. Nur einer")
    assert "In zwei Anträge teilen …" not in words(
        signed_in("NI").get(ONE.format(single))
    )


# ── copying ────────────────────────────────────────────────────────────────
def test_last_years_motion_becomes_a_draft_that_says_what_is_out_of_date(
    submit, signed_in
):
    pk = submit("BY", "Kurse bis 2024", "1. Bericht zur 21. Konferenz")
    browser = signed_in("NI")
    page = f"{ONE.format(pk)}uebernehmen/"
    asked = words(browser.get(page))
    assert "Titel – 2024" in asked
    answer = browser.post(page, {"member": "NI", "conference": "22"}, follow=True)
    said = words(answer)
    assert "Das ist Ihr Entwurf. Nur Ihr Land sieht ihn." in said
    assert "damit wurde dieser Antrag begonnen" in said
    assert "Ziffer 1 – 21. Konferenz" in said
    assert Motion.objects.get(stage="draft").title == "Kurse bis 2024"


def test_a_resolution_is_taken_up_from_the_list_of_earlier_ones(
    intmk, office, signed_in
):
    key = adopted(office, intmk)
    browser = signed_in("NI")
    assert "Öffnung der Sprachkurse" in words(browser.get(SOURCES))
    found = source(browser.get(SOURCES, {"q": "Sprachkurs"}))
    address = f"/buero/intmk/beschluesse/{key}/uebernehmen/"
    assert address in found
    assert "Nichts Ähnliches" in words(browser.get(SOURCES, {"q": "Wohnungsbau"}))
    assert "Als Entwurf übernehmen" in words(browser.get(address))
    done = browser.post(address, {"member": "NI", "conference": "22"})
    assert done.status_code == 302
    refused = browser.post(address, {"member": "BY", "conference": "22"})
    assert refused.status_code == 403
    refused = browser.post(address, {"member": "NI", "conference": "99"})
    assert refused.status_code == 422


def test_where_nothing_is_planned_nothing_is_copied(submit, signed_in):
    pk = submit("BY")
    Conference.objects.update(state="held")
    said = words(signed_in("NI").get(f"{ONE.format(pk)}uebernehmen/"))
    assert "Zurzeit ist keine Konferenz geplant" in said


def test_what_is_not_there_is_a_sentence(intmk, signed_in):
    browser = signed_in("NI")
    for rest in ("zusammenfuehren/", "teilen/", "uebernehmen/"):
        assert browser.get(ONE.format(9) + rest).status_code == 404
    assert browser.get("/buero/intmk/beschluesse/9-9/uebernehmen/").status_code == 404
    for name in ("uebernehmen", "aehnliche"):
        address = f"/buero/intmk/konferenzen/99/antraege/{name}/"
        assert browser.get(address).status_code == 404


# ── confidential ───────────────────────────────────────────────────────────
def test_a_motion_is_confidential_from_the_form_on_and_lifted_on_its_page(
    intmk, signed_in
):
    browser = signed_in("NI")
    browser.post(NEW, TYPED | {"confidential": "on"})
    row = Motion.objects.get()
    page = ONE.format(row.pk)
    assert row.confidential
    assert "vertraulich" in words(signed_in("BY").get(page))
    assert "Vertraulichkeit aufheben" not in words(signed_in("BY").get(page))
    said = words(
        browser.post(f"{page}vertraulich/", {"confidential": "no"}, follow=True)
    )
    assert "Die Vertraulichkeit ist aufgehoben." in said
    assert "Vertraulichkeit aufgehoben: Niedersachsen" in said
    said = words(
        browser.post(f"{page}vertraulich/", {"confidential": "yes"}, follow=True)
    )
    assert "Nur die Mitglieder lesen ihn." in said
    refused = signed_in("BY").post(f"{page}vertraulich/", {"confidential": "no"})
    assert refused.status_code == 403


def test_the_page_of_a_confidential_resolution_says_why_it_waits(
    intmk, office, signed_in
):
    key = adopted(office, intmk)
    Motion.objects.update(confidential=True)
    said = words(signed_in("RP", office=True).get(f"/buero/intmk/beschluesse/{key}/"))
    assert "wenn die Geschäftsstelle die Vertraulichkeit aufhebt" in said


# ── motto, mandate, what a draft lacks ─────────────────────────────────────
def test_the_motto_of_the_chair_stands_above_the_lead_motion(intmk, signed_in):
    browser = signed_in("RP")
    typed = TYPED | {"member": "RP", "motto": "Zusammen wachsen"}
    refused = browser.post(NEW, typed)
    assert (refused.status_code, "Ein Motto hat nur" in words(refused)) == (422, True)
    browser.post(NEW, typed | {"lead": "on"})
    pk = Motion.objects.get().pk
    assert "„Zusammen wachsen“" in words(browser.get(ONE.format(pk)))
    office = signed_in("RP", office=True)
    place = {"platz-number": "1", "platz-treatment": "none"}
    office.post(f"{ONE.format(pk)}einordnen/", place)
    agenda = words(office.get("/buero/intmk/konferenzen/22/tagesordnung/"))
    assert "„Zusammen wachsen“" in agenda


def test_a_lead_motion_is_offered_the_motto_of_the_conference(intmk, signed_in):
    browser = signed_in("RP")
    assert "Das Motto der Konferenz" not in words(browser.get(NEW))
    Conference.objects.filter(number=22).update(motto="Zusammen wachsen")
    assert "Das Motto der Konferenz ist „Zusammen wachsen“." in words(browser.get(NEW))
    assert 'value="Zusammen wachsen"' not in source(browser.get(NEW))
    draft = TYPED | {"member": "RP", "do": "draft"}
    for more, offered in (({"lead": "on"}, True), ({}, False)):
        browser.post(NEW, draft | more)
        page = f"{ONE.format(Motion.objects.latest('pk').pk)}bearbeiten/"
        found = 'value="Zusammen wachsen"' in source(browser.get(page))
        assert found is offered


def test_a_motion_says_which_mandate_it_replies_to_and_the_mandate_says_so(
    intmk, office, signed_in
):
    browser = signed_in("NI")
    assert "auf einen Auftrag" not in words(browser.get(NEW))
    mandate = mandates.note_mandate(
        office, key=adopted(office, intmk), subject="Bericht zu Ziffer 4",
        addressee="NI", due=None,
    )  # fmt: skip
    assert "Bericht zu Ziffer 4" in words(browser.get(NEW))
    browser.post(NEW, TYPED | {"answers": mandate, "do": "draft"})
    pk = Motion.objects.get(answers=mandate).pk
    page = words(browser.get(ONE.format(pk)))
    assert "Antwortet auf den Auftrag Bericht zu Ziffer 4" in page
    address = f"/buero/intmk/auftraege/{mandate}/"
    assert "Antworten darauf" in words(browser.get(address))
    assert "Antworten darauf" not in words(signed_in("BY").get(address))
    mandates.close(office, mandate=mandate)
    form = words(browser.get(f"{ONE.format(pk)}bearbeiten/"))
    assert "Auftrag, inzwischen abgeschlossen" in form


def test_a_draft_lists_what_it_still_needs(intmk, signed_in):
    browser = signed_in("NI")
    browser.post(NEW, {"member": "NI", "title": "Entwurf", "do": "draft"})
    said = words(browser.get(ONE.format(Motion.objects.get().pk)))
    assert "Beschlussvorschlag (fehlt noch) worüber abgestimmt werden soll" in said
    assert "Frage nach dem Bundesrat (fehlt noch)" in said
    assert "Titel (fehlt noch)" not in said


def test_until_when_others_can_join_is_said(submit, signed_in):
    pk = submit("NI")
    conference = Conference.objects.get(number=22)
    assert "Mitanträge bis" not in words(signed_in("BY").get(ONE.format(pk)))
    conference.deadlines.create(kind="cosponsors", day="2027-02-03", why="", why_en="")
    assert "Mitanträge bis 3. Februar 2027" in words(
        signed_in("BY").get(ONE.format(pk))
    )
    conference.deadlines.update(day="2026-11-01")
    assert "waren bis 1. November 2026 möglich" in words(
        signed_in("BY").get(ONE.format(pk))
    )


# ── similar ones ───────────────────────────────────────────────────────────
def test_similar_ones_are_shown_beside_the_form_and_while_writing(intmk, signed_in):
    Resolution.objects.create(
        body=intmk, key="13-2.10", title="Öffnung der Sprachkurse",
        adopted_on=PartialDate(2018),
    )  # fmt: skip
    browser = signed_in("NI")
    part = browser.get(LIKE, {"titel": "Sprachkurse öffnen"})
    assert "Öffnung der Sprachkurse Beschluss 13-2.10 · ähnlich" in words(part)
    assert "<html" not in source(part)
    assert "Nichts Ähnliches" in words(browser.get(LIKE, {"titel": "Wohnen"}))
    assert "Nichts Ähnliches" in words(browser.get(LIKE))
    refused = browser.post(NEW, TYPED | {"bundesrat": ""})
    assert "Beschluss 13-2.10" in words(refused)
    browser.post(NEW, TYPED)
    pk = Motion.objects.get().pk
    assert "Beschluss 13-2.10" in words(signed_in("BY").get(ONE.format(pk)))
    itself = browser.get(LIKE, {"titel": "Sprachkurse öffnen", "antrag": pk})
    assert "Antrag" not in words(itself)


def test_of_a_draft_nobody_else_learns_by_looking_for_what_is_alike(intmk, signed_in):
    signed_in("NI").post(NEW, TYPED | {"do": "draft"})
    for who in ("BY", "RP"):
        part = signed_in(who).get(LIKE, {"titel": "Sprachkurse öffnen"})
        assert "Nichts Ähnliches" in words(part)
    assert signed_in("bundesministerium").get(LIKE).status_code == 403


# ── what is said before something cannot be taken back ─────────────────────
def test_who_leaves_is_told_what_becomes_of_the_motion(submit, office, signed_in):
    pk = submit("NI")
    page = ONE.format(pk)
    assert "kommt nicht wieder" in words(signed_in("NI").get(page))
    signed_in("HB").post(f"{page}mittragen/", {"member": "HB"})
    assert "kann nicht zurück" not in words(signed_in("HB").get(page))
    Conference.objects.get(number=22).deadlines.create(
        kind="cosponsors", day="2026-11-01", why="", why_en=""
    )
    assert "kann nicht zurück" in words(signed_in("HB").get(page))
    merge(office, motion=submit("TH"), into=pk, agreed=True)
    said = words(signed_in("NI").get(page))
    assert "die anderen Länder stellen ihn weiter" in said


def test_after_a_split_references_that_went_wrong_are_pointed_out(submit, signed_in):
    text = "1. Eins\n\n2. Zwei\n\n3. Der Bericht nach Ziffer 2 und Ziffer 1 bleibt."
    pk = submit("NI", text=text)
    browser = signed_in("NI")
    given = {"title": "Neu", "paragraphs": ["p1"]}
    said = words(browser.post(f"{ONE.format(pk)}teilen/", given, follow=True))
    assert "Verweise, die nicht mehr stimmen: „Ziffer 2“, „Ziffer 1“." in said
    said = words(browser.get(f"{ONE.format(pk)}fassungen/1/2/"))
    assert "Ziffer 2 – Ziffer 2, gemeint ist jetzt „Ziffer 1“" in said
    assert "Ziffer 1, steht hier nicht mehr" in said
