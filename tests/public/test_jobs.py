"""The job search page: what is found, where to apply, and what is kept (nothing)."""

import pytest
from msgspec.structs import replace

from reihum.acts import vacancies
from reihum.jobs.answer import Outcome, State
from reihum.jobs.centres import Centre
from reihum.jobs.model import Salary
from reihum.records.models import Conference
from reihum.rules.vacancy import Vacancy
from tests.public.job_search import ASKED, COOK, HELPER, entry, final, many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_job_says_what_somebody_has_to_know(prepare, whole):
    prepare()
    shown = final(whole(ASKED))
    for part in (
        "3 Stellen, aus 4 Anzeigen zusammengeführt",
        "Koch / Köchin (m/w/d) für die Gemeinschaftsverpflegung",
        "Klinikum am Park · Chemnitz",
        "<b>1,8 km</b>",
        "Vollzeit oder Teilzeit",
        "unbefristet",
        "3.050 € bis 3.400 € im Monat (TV-L E 5)",
        "Deutsch B1",
        "vor 2 Tagen",
        "Bewerben bis 31. Dezember 2026",
        "gestern",
        "30 Stunden pro Woche",
        "TVöD E 3",
        "öffentlicher Dienst",
        "Ein Abschluss aus dem Ausland muss anerkannt sein.",
        "Zeitarbeit oder Vermittlung:",
        "Muster Personal",
    ):
        assert part in shown


def test_a_job_of_several_portals_is_one_entry_with_a_choice_where_to_apply(
    prepare, whole
):
    prepare(entries=(entry(COOK, HELPER),))
    shown = final(whole(ASKED))
    assert shown.count('class="r-job"') == 1
    doors = shown.partition("Bewerben über:")[2].partition("</span>")[0]
    assert "Bundesagentur für Arbeit" in doors
    assert "https://bund.example/2" in doors
    assert "service.bund.de" in doors


def test_what_may_be_the_same_job_is_named_and_reached(prepare, whole):
    prepare()
    shown = final(whole(ASKED))
    assert 'Vielleicht dieselbe Stelle: <a href="#stelle-1"' in shown


def test_pages_of_a_saved_search_say_that_the_portals_are_invented(prepare, whole):
    prepare(standins=True)
    shown = whole("/jobs/merken/?was=Koch")
    assert "Alle Anzeigen und das Verhalten der Portale sind erfunden." in shown


def test_what_portals_write_is_text_and_never_markup(prepare, whole):
    evil = replace(
        COOK,
        title="<script>alert(1)</script>Koch",
        employer='"><img src=x onerror=alert(1)>',
        url="javascript:alert(1)",
        lang='de" onclick="x',
        salary=Salary(published="<b>viel</b>"),
    )
    outcome = Outcome(source="x", name="<i>Portal</i>", state=State.ANSWERED)
    prepare(entries=(entry(evil),), outcomes=(outcome,), known=(evil,))
    for address in (ASKED, f"/jobs/anzeige/?id={evil.key}"):
        shown = whole(address)
        for bad in ("<script>alert", "<img", "javascript:", ' onclick="', "<b>viel"):
            assert bad not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;Koch" in shown


def test_where_nothing_is_found_there_are_ways_on(prepare, whole):
    prepare(entries=())
    shown = final(whole(f"{ASKED}&deutsch=a1"))
    assert "Keine Stelle gefunden" in shown
    assert "Ohne Filter suchen" in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;km=100&amp;deutsch=a1"' in shown


def test_a_page_has_twenty_jobs_and_the_last_one_the_rest(prepare, whole):
    prepare(entries=many(45))
    assert final(whole(ASKED)).count('class="r-job"') == 20
    last = final(whole(f"{ASKED}&seite=99"))
    assert last.count('class="r-job"') == 5
    assert "Koch Nummer 45" in last


def test_welcome_centres_near_the_place_are_named(prepare, whole):
    search = prepare()
    assert "Beratung in der Nähe" not in whole(ASKED)
    centre = Centre(
        name="Willkommen & Rat", url="https://rat.example", place="Chemnitz"
    )
    search.centres = lambda _understood: (centre,)
    shown = whole(ASKED)
    assert "Beratung in der Nähe" in shown
    assert '<a href="https://rat.example"' in shown
    assert "Willkommen &amp; Rat" in shown


def test_own_advertisements_are_searched_too(prepare, whole, acting):
    search = prepare()
    mine = Vacancy(
        member="BY", title="Küchenhilfe im Rathaus", employer="Stadt", city="Nürnberg",
        description="Kochen", apply_mail="stelle@example.org",
    )  # fmt: skip
    done = vacancies.draft(acting("BY"), vacancy=mine)
    vacancies.publish(acting("BY"), vacancy=done)
    whole(ASKED)
    ((own,),) = search.owns
    assert own.title == "Küchenhilfe im Rathaus"
    assert f'href="/en/jobs/eigene/{done}/"' in whole(f"/en/jobs/anzeige/?id={own.key}")


def test_what_comes_from_stand_ins_is_marked_on_every_page(prepare, whole):
    Conference.objects.update(demo=False)
    prepare(standins=True)
    for address in (ASKED, "/jobs/", "/jobs/portale/", f"/jobs/anzeige/?id={COOK.key}"):
        assert "Alle Anzeigen und das Verhalten der Portale sind erfunden." in whole(
            address
        )
    prepare()
    assert "Vorführung" not in whole(ASKED)


def test_nothing_is_kept_anywhere(prepare, client):
    prepare()
    for address in (ASKED, "/jobs/", f"/jobs/anzeige/?id={COOK.key}"):
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert not answer.cookies


def test_searching_changes_nothing_and_is_no_form_to_send(prepare, client):
    prepare()
    assert client.post(ASKED).status_code == 405


def test_machines_are_asked_not_to_search(intmk, page):
    robots = page("/robots.txt")
    assert "Disallow: /jobs/?" in robots
    assert "Disallow: /*/jobs/?" in robots
    assert "/jobs/</loc>" in page("/sitemap.xml")


def test_the_navigation_has_the_jobs(intmk, page):
    assert '<a href="/jobs/">Jobs</a>' in page("/intmk/")
