"""The desk of the office, and the desk of a Land."""

import re
from datetime import date, timedelta

import pytest

from reihum.acts import amendments, conferences, motions
from reihum.reads.rulebooks import text_on
from reihum.records.models import (
    Amendment,
    Ballot,
    Conference,
    Item,
    Mandate,
    Motion,
    Support,
)
from reihum.rules.amendment_steps import Rewrite
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind
from tests.conftest import NOW
from tests.pages import source, words

pytestmark = pytest.mark.integration

DESK = "/buero/intmk/"


@pytest.fixture
def submitted(intmk):
    def make(title="Sprachkurse öffnen", member="HE", **more):
        row = Motion.objects.create(
            body=intmk, conference=Conference.objects.get(number=22), title=title,
            submitted_at=NOW, **{"stage": "submitted", **more},
        )  # fmt: skip
        Support.objects.create(motion=row, member=member, role="submitter", at=NOW)
        return row

    return make


def test_it_counts_the_days_in_office(signed_in):
    page = words(signed_in("RP", office=True).get(DESK))
    assert "Montag, 23. November 2026 · noch 219 Tage im Amt" in page


@pytest.mark.parametrize(
    ("day", "said"),
    [(29, "noch 1 Tag im Amt"), (30, "heute ist der letzte Tag im Amt")],
)
def test_it_counts_the_last_days(signed_in, settings, day, said):
    settings.REIHUM_NOW = NOW.replace(year=2027, month=6, day=day)
    assert said in words(signed_in("RP", office=True).get(DESK))


def test_the_year_line_has_the_dates_of_the_term(signed_in, office):
    conferences.plan_other(
        office, main=22, kind=ConferenceKind.PREPARATORY,
        begins=PartialDate(2027, 3, 10), ends=PartialDate(2027, 3, 11),
    )  # fmt: skip
    conferences.plan_other(
        office, main=22, kind=ConferenceKind.SPECIAL, begins=PartialDate(2027, 2)
    )
    conferences.call_for_motions(office, number=22)
    page = source(signed_in("RP", office=True).get(DESK))
    for event in (
        "Vorsitz übernommen", "Antragsaufruf", "Anmeldeschluss", "Vorkonferenz",
        "22. Konferenz", "Übergabe an SL",
    ):  # fmt: skip
        assert f">{event}</text>" in page
    assert ">Sonderkonferenz</text>" not in page, "a month has no place on the line"


def test_a_cancelled_conference_is_neither_on_the_line_nor_due(signed_in, office):
    conferences.cancel(office, number=22, note="Wegen Hochwassers.")
    page = words(signed_in("RP", office=True).get(DESK))
    assert "22. Konferenz" not in page
    assert "Nichts ist fällig" in page
    assert "Noch keine Konferenz geplant" in page


def test_the_first_step_is_the_call_and_then_it_is_done(signed_in, office):
    client = signed_in("RP", office=True)
    before = words(client.get(DESK))
    assert "Antragsaufruf versenden" in before
    assert "0 von 8" in before
    conferences.call_for_motions(office, number=22)
    after = words(client.get(DESK))
    assert "Antragsaufruf versandt" in after
    assert "23. November 2026, Anträge bis 3. Februar 2027" in after
    assert "1 von 8" in after


def test_exactly_the_first_open_step_is_the_next_one(signed_in, office):
    conferences.call_for_motions(office, number=22)
    steps = signed_in("RP", office=True).get(DESK).context["steps"]
    assert [step.label for step in steps if step.next] == ["Vorkonferenz ansetzen"]
    assert [step.done for step in steps][:2] == [True, False]


def test_a_new_motion_comes_in_and_waits_for_its_checks(signed_in, submitted):
    submitted()
    submitted("Zu spät", "BY", stage="late", late=True)
    submitted("Beim Bundesrat", "SN", bundesrat="yes")
    page = words(signed_in("RP", office=True).get(DESK))
    assert "Neuer Antrag" in page
    assert "2 von 3 ungeprüft" in page
    assert "3 Anträge ohne Platz" in page
    assert "über die Zulassung ist zu entscheiden" in page
    assert "nach Angabe des Landes beim Bundesrat anhängig" in page


def test_what_presses_is_due(signed_in, intmk):
    item = Item.objects.create(
        conference=Conference.objects.get(number=22), number="1", title="Leitantrag"
    )
    Ballot.objects.create(item=item, rulebook="", present=["BY", "HE"], opened_at=NOW)
    Mandate.objects.create(
        body=intmk, subject="Bericht der Arbeitsgruppe", due=PartialDate(2026, 10, 1)
    )
    page = words(signed_in("RP", office=True).get(DESK))
    assert "Abstimmung TOP 1: Leitantrag" in page
    assert "es fehlen BY, HE" in page
    assert "Auftrag: Bericht der Arbeitsgruppe" in page


def test_an_empty_desk_says_so(signed_in):
    page = words(signed_in("RP", office=True).get(DESK))
    assert "Noch nichts eingegangen" in page
    assert "Nichts wartet" in page


def test_as_long_as_nobody_follows_in_the_chair_the_desk_reminds(signed_in, intmk):
    client = signed_in("RP", office=True)
    assert "Nächsten Vorsitz eintragen" not in words(client.get(DESK))
    intmk.terms.filter(land="SL").delete()
    page = words(client.get(DESK))
    assert "Nächsten Vorsitz eintragen" in page
    assert "ab dem 1. Juli 2027 niemand als Geschäftsstelle" in page


def test_a_land_sees_until_when_it_can_submit_and_its_own_motions(
    signed_in, office, submitted
):
    conferences.call_for_motions(office, number=22)
    submitted("Sprachkurse öffnen", "HE")
    hesse, bavaria = (words(signed_in(land).get(DESK)) for land in ("HE", "BY"))
    assert "Sprachkurse öffnen" in hesse
    assert "eingereicht" in hesse
    assert "Sprachkurse öffnen" not in bavaria
    assert "Anträge sind bis zum 3. Februar 2027 möglich." in bavaria
    assert "Nächste Schritte" not in bavaria, "that is the work of the office"


def test_before_the_call_a_land_is_told_to_wait(signed_in):
    page = words(signed_in("BY").get(DESK))
    assert "sobald die Geschäftsstelle dazu aufruft" in page


def test_a_land_sees_the_ballots_in_which_its_vote_is_missing(signed_in, intmk):
    item = Item.objects.create(
        conference=Conference.objects.get(number=22), number="1", title="Leitantrag"
    )
    ballot = Ballot.objects.create(
        item=item, rulebook="", present=["BY", "HE"], opened_at=NOW
    )
    assert "Abstimmung TOP 1" in words(signed_in("BY").get(DESK))
    ballot.votes.create(member="BY", vote="yes", at=NOW, by="by")
    assert "Abstimmung TOP 1" not in words(signed_in("BY").get(DESK))
    assert "Abstimmung TOP 1" in words(signed_in("HE").get(DESK))


def test_a_guest_gets_a_desk_with_the_dates(signed_in, submitted):
    submitted()
    page = words(signed_in("bundesministerium").get(DESK))
    assert "22. Konferenz" in page
    assert "was die Mitglieder freigegeben haben" in page
    for meant_for_members in ("Sprachkurse öffnen", "Ihre Stimme", "Ihre Anträge"):
        assert meant_for_members not in page


def test_without_a_chair_the_desk_says_that_nobody_acts(signed_in, intmk):
    intmk.terms.all().delete()
    page = words(signed_in("RP", office=True).get(DESK))
    assert "kein Vorsitz eingetragen" in page


def test_a_term_of_unknown_days_has_no_line(signed_in, intmk):
    intmk.terms.all().delete()
    intmk.terms.create(land="NI", begins=None, ends=date(2026, 11, 23))
    assert "r-year" not in source(signed_in("BY").get(DESK))


def test_a_year_without_a_successor_ends_without_a_handover(signed_in, intmk):
    intmk.terms.filter(land="SL").delete()
    assert "Ende des Vorsitzes" in words(signed_in("BY").get(DESK))


def test_deadlines_that_are_over_are_due_no_more(signed_in, office, settings):
    conferences.call_for_motions(office, number=22)
    settings.REIHUM_NOW = NOW + timedelta(days=90)
    page = words(signed_in("BY").get(DESK))
    assert "Anmeldeschluss, 22. Konferenz" not in page
    assert "Mitanträge, 22. Konferenz" in page
    assert "sobald die Geschäftsstelle dazu aufruft" in page


def test_a_full_desk_takes_no_more_queries(
    signed_in, submitted, django_assert_max_num_queries
):
    client = signed_in("RP", office=True)
    for number in range(10):
        submitted(f"Antrag {number}")
    with django_assert_max_num_queries(30):
        client.get(DESK)


def test_every_link_on_the_desk_leads_somewhere(signed_in, office, intmk, submitted):
    conferences.call_for_motions(office, number=22)
    submitted("Zu spät", "BY", stage="late", late=True)
    main = Conference.objects.get(number=22)
    item = Item.objects.create(conference=main, number="1", title="Leitantrag")
    text = text_on("intmk", date(2026, 11, 23))
    Ballot.objects.create(item=item, rulebook=text, present=["BY"], opened_at=NOW)
    Mandate.objects.create(body=intmk, subject="Bericht", due=PartialDate(2026, 10, 1))
    for client in (signed_in("RP", office=True), signed_in("BY")):
        links = set(re.findall(r'href="(/buero/[^"]+)"', source(client.get(DESK))))
        assert len(links) > 10
        for link in links:
            assert client.get(link).status_code == 200, link


# ── amendments ─────────────────────────────────────────────────────────────
@pytest.fixture
def amended(intmk, acting):
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse", text="1. Eins\n2. Zwei"
    )
    for land, submit in (("BY", False), ("HE", True), ("SN", True)):
        by, step = acting(land), Rewrite("p1", f"Eins {land}")
        given = {"motion": done.motion, "version": 1, "step": step}
        pk = amendments.write(by, member=land, **given)
        if submit:
            amendments.submit(by, amendment=pk)
    return done.motion


def test_the_office_sees_which_motions_are_to_be_changed(amended, signed_in):
    page = words(signed_in("RP", office=True).get(DESK))
    assert "Änderungsantrag" in page
    assert "2 Änderungsanträge" in page
    assert "Ihre Änderungen" not in page


def test_a_land_sees_what_it_has_begun_and_what_to_write_anew(amended, signed_in):
    page = words(signed_in("BY").get(DESK))
    assert "Ihre Änderungen" in page
    assert "noch nicht eingereicht" in page
    row = Amendment.objects.get(member="HE")
    row.stale = [{"version": 1, "change": row.changes[0]}] * 2
    row.save()
    assert "2 Wünsche neu zu fassen" in words(signed_in("HE").get(DESK))
    assert "Ihre Änderungen" not in words(signed_in("SN").get(DESK))
