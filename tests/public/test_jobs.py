"""The job search page: what is found, what the portals did, what was wrong."""

import re

import pytest
from django.utils.translation import gettext, override
from msgspec.structs import replace

from reihum.acts import vacancies
from reihum.jobs.answer import Outcome, State
from reihum.jobs.centres import Centre
from reihum.jobs.model import Level, Salary, WorkingTime
from reihum.jobs.query import Asked, Criterion, Query, Term, Understood
from reihum.jobs.sources.source import Settings
from reihum.records.models import Conference
from reihum.rules.vacancy import Vacancy
from tests.public.job_search import COOK, HELPER, entry, many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ASKED = "/jobs/?was=Koch&wo=Chemnitz"


def final(page: str) -> str:
    """Return the complete list of a page, without the states before it."""
    return page.partition("data-final")[2]


def test_an_empty_form_answers_at_once_and_helps(prepare, whole):
    search = prepare()
    shown = whole("/jobs/")
    assert 'name="was"' in shown
    assert '<a href="?was=Koch" rel="nofollow">Koch</a>' in shown
    assert "Deutsche Wörter erklärt" in shown
    assert search.asked == []


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


def test_a_portal_whose_terms_want_it_is_named_beside_what_is_of_it(prepare, whole):
    badge = '<a href="https://www.adzuna.de/"'
    gave = Outcome(source="adzuna", name="Adzuna", state=State.ANSWERED, shown=1)
    prepare(outcomes=(gave,))
    assert badge in final(whole(ASKED)).partition("</ol>")[2]
    prepare(outcomes=(replace(gave, shown=0),))
    assert badge not in whole(ASKED)


def test_an_advertisement_begins_with_the_facts_in_the_readers_language(prepare, whole):
    prepare()
    shown = whole(f"/uk/jobs/anzeige/?id={COOK.key}")
    with override("uk"):
        facts = shown.index(gettext("unbefristet"))
    text = shown.index("Wir suchen einen")
    assert facts < text < shown.rindex('href="https://stellen.example/10000-1-S"')


def test_the_path_above_an_advertisement_leads_back_to_what_was_found(prepare, whole):
    prepare()
    shown = whole(f"/jobs/anzeige/?id={COOK.key}&was=Koch&wo=Chemnitz")
    crumbs = shown.partition("<main")[0]
    assert 'href="/jobs/?was=Koch&amp;wo=Chemnitz"' in crumbs


def test_points_of_an_advertisement_are_a_list(prepare, whole):
    prepare(known=(replace(COOK, text="Aufgaben\n\n– Kochen\n\n– Putzen"),))
    shown = whole(f"/jobs/anzeige/?id={COOK.key}")
    assert "<p>Aufgaben</p><ul><li>Kochen</li><li>Putzen</li></ul>" in shown


def test_pages_of_a_saved_search_say_that_the_portals_are_invented(prepare, whole):
    prepare(standins=True)
    shown = whole("/jobs/merken/?was=Koch")
    assert "Alle Anzeigen und das Verhalten der Portale sind erfunden." in shown


def test_what_did_not_answer_is_in_sight_and_what_did_is_folded(prepare, whole):
    prepare()
    box = final(whole(ASKED)).partition("r-portals")[2].partition("</div>")[0]
    failed, others = box.split("<details")
    for name in ("Personio", "softgarden"):
        assert name in failed
        assert name not in others
    assert "Bundesagentur für Arbeit" in others
    assert "Bundesagentur für Arbeit" not in failed


def test_who_asks_in_another_language_sees_what_was_looked_for(prepare, whole):
    prepare()
    shown = final(whole("/uk/jobs/?was=кухар"))
    names = '<bdi lang="de">Koch</bdi>, <bdi lang="de">Köchin</bdi>'
    assert names in shown
    assert shown.index(names) < shown.index('class="r-job"')


def test_above_the_list_stands_which_work_wants_recognition(prepare, whole):
    asked = Asked(query=Query(words="Arzt"), was="Arzt", terms=(Term("Arzt"),))
    names = ("Arzt/Ärztin", "Lehrer/Lehrerin")
    prepare(understood=Understood(asked=asked, regulated=names))
    above = final(whole("/jobs/?was=Arzt")).partition('class="r-job"')[0]
    assert "nur mit anerkanntem Abschluss erlaubt:" in above
    for name in names:
        assert f'<bdi lang="de">{name}</bdi>' in above
    assert 'href="https://www.anerkennung-in-deutschland.de/"' in above


def test_of_all_other_work_that_is_not_said(prepare, whole):
    prepare()
    assert "nur mit anerkanntem Abschluss" not in whole(ASKED)


def test_a_german_word_of_a_filter_is_explained_where_it_stands(prepare, whole):
    prepare()
    shown = final(whole(ASKED)).partition('id="filter"')[2]
    assert "Eine kleine Arbeit." in shown.partition('id="karte"')[0]
    assert 'href="#begriff' not in shown


def test_only_portals_that_have_something_can_be_chosen(prepare, whole):
    prepare()
    shown = final(whole(f"{ASKED}&portal=personio"))
    assert 'name="portal" value="arbeitsagentur"' in shown
    assert 'name="portal" value="personio" form="suche" checked' in shown
    assert 'name="portal" value="softgarden"' not in shown


def test_links_out_tell_the_portal_nothing(prepare, whole):
    prepare()
    links = re.findall(r"<a [^>]*href=\"https?://[^>]*>", whole(ASKED))
    assert len(links) > 4
    for link in links:
        assert "noreferrer" in link
        assert 'referrerpolicy="no-referrer"' in link


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


def test_what_a_person_types_is_text_and_never_markup(prepare, whole):
    prepare()
    shown = whole("/jobs/?was=%3Cscript%3Ex&wo=%3C!--ergebnisse--%3E")
    assert "<script>x" not in shown
    assert shown.count("</html>") == 1


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (State.LATE, "timeout", "zu spät"),
        (State.BLOCKED, "http-403", "hat die Anfrage abgelehnt"),
        (State.BLOCKED, "robots", "erlaubt das Durchsuchen nicht"),
        (State.FAULTY, "not-json", "hat fehlerhaft geantwortet"),
        (State.UNREACHABLE, "refused", "ist nicht erreichbar"),
        (State.RESTING, "breaker", "wird nach Fehlern eine Weile nicht gefragt"),
        (State.RESTING, "at-once", "Grenze der Anfragen erreicht"),
        (State.RESTING, "per-day", "Grenze der Anfragen erreicht"),
    ],
)
def test_a_portal_that_does_not_answer_is_named_with_its_reason(
    prepare, whole, state, reason, said
):
    outcome = Outcome(source="x", name="Portal X", state=state, reason=reason)
    prepare(outcomes=(outcome,))
    box = final(whole(ASKED)).partition("r-portals")[2].partition("</ul>")[0]
    assert f"<bdi>Portal X</bdi></b> {said}" in box
    assert ("noch einmal fragen" in box) is (state is State.LATE)
    assert reason not in box


def test_a_portal_that_answered_says_how_much_it_gave_and_could_not_filter(
    prepare, whole
):
    done = Outcome(
        source="adzuna", name="Portal X", reason="timeout", state=State.ANSWERED,
        shown=34, total=112, days_old=3,
        cannot=(Criterion.LEVEL, Criterion.REMOTE), unstated=4, skipped=1,
        place_unknown=True,
    )  # fmt: skip
    prepare(outcomes=(done, replace(done, state=State.OFF, name="Ausgeschaltet")))
    shown = final(whole(ASKED))
    for part in (
        "1 von 1 Portalen hat in 2 Sekunden geantwortet.",
        "34 von 112",
        "nicht alles kam rechtzeitig",
        "Stand: 20. November 2026",
        "kann nicht filtern nach: Deutschkenntnisse oder von zu Hause",
        "4 Anzeigen ohne Angabe weggelassen",
        "1 Anzeige nicht lesbar",
        "kennt den Ort nicht",
    ):
        assert part in shown
    assert "Ausgeschaltet" not in shown


@pytest.mark.parametrize("reason", ["http-403", "not-json", "truncated", "breaker"])
def test_a_portal_of_which_a_part_failed_does_not_pass_for_one_that_gave_all(
    prepare, whole, reason
):
    part = Outcome(
        source="personio", name="Portal X", state=State.ANSWERED, reason=reason
    )
    prepare(outcomes=(part,))
    box = final(whole(ASKED)).partition("r-portals")[2].partition("</ul>")[0]
    assert "die Antwort ist nicht vollständig" in box
    assert reason not in box


def test_what_a_portal_gives_unasked_is_no_number_of_finds(prepare, whole):
    mirror = Outcome(
        source="interamt", name="Interamt", state=State.ANSWERED, shown=3, total=220
    )
    prepare(outcomes=(mirror,))
    assert "<bdi>Interamt</bdi></b> 3</span>" in final(whole(ASKED))


def test_a_portal_that_is_still_asked_has_no_number_yet(prepare, whole):
    prepare()
    before = whole(ASKED).partition("<template")[2].partition("</template>")[0]
    assert "<bdi>Bundesagentur für Arbeit</bdi></b> wird gefragt</span>" in before


def test_portals_that_have_nothing_stand_together(prepare, whole):
    lever = Outcome(source="lever", name="Lever", state=State.ANSWERED)
    prepare(outcomes=(lever, replace(lever, source="ashby", name="Ashby")))
    names = '<bdi lang="de">Lever</bdi>, <bdi lang="de">Ashby</bdi>'
    assert f"nichts gefunden: {names}" in final(whole(ASKED))


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("empty", "Bitte geben Sie einen Beruf oder einen Ort ein."),
        ("too_long", "Es gehen höchstens 120 Zeichen."),
        ("unknown_place", "Den Ort „Chemnits“ kennen wir nicht."),
        ("unknown_postcode", "Die Postleitzahl „Chemnits“ gibt es nicht."),
        ("no_postcodes", "Postleitzahlen kennen wir hier noch nicht."),
        ("something_new", "Diese Suche ist so nicht möglich."),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(prepare, whole, problem, said):
    prepare(understood=Understood(asked=None, problem=problem))
    assert said in whole("/jobs/?was=Koch&wo=Chemnits", 422)


def test_an_unknown_place_comes_with_suggestions(prepare, whole):
    wrong = Understood(asked=None, problem="unknown_place", places=("Chemnitz",))
    prepare(understood=wrong)
    shown = whole("/jobs/?was=Koch&wo=Chemnits&deutsch=b1", 422)
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;deutsch=b1"' in shown


def test_what_is_wrong_belongs_to_its_field(prepare, whole):
    prepare(understood=Understood(asked=None, problem="unknown_place"))
    shown = whole("/jobs/?was=Koch&wo=Chemnits", 422)
    assert shown.count('aria-describedby="problem"') == 1
    assert 'aria-describedby="problem"' in shown.partition('name="wo"')[2]
    prepare(understood=Understood(asked=None, problem="too_long"))
    shown = whole(f"/jobs/?was={'x' * 1000}", 422)
    field = shown.partition('name="was"')[2].partition(">")[0]
    assert 'aria-describedby="problem"' in field


def test_nothing_typed_is_said_and_nobody_is_asked(prepare, whole):
    search = prepare()
    assert "Bitte geben Sie einen Beruf" in whole("/jobs/?was=+&wo=", 422)
    assert search.asked == []


def test_a_remark_does_not_keep_from_searching(prepare, whole):
    query = Query(words="Koch", place="09111")
    asked = Asked(query=query, was="Koch", terms=(Term("Koch"),))
    prepare(understood=Understood(asked=asked, problem="no_postcodes"))
    shown = whole("/jobs/?was=Koch&wo=09111")
    assert "Postleitzahlen kennen wir hier noch nicht." in shown
    assert "3 Stellen" in shown


def test_where_nothing_is_found_there_are_ways_on(prepare, whole):
    prepare(entries=())
    shown = final(whole(f"{ASKED}&deutsch=a1"))
    assert "Keine Stelle gefunden" in shown
    assert "Ohne Filter suchen" in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;km=100&amp;deutsch=a1"' in shown


def test_filters_show_what_each_would_leave_and_what_is_on(prepare, whole):
    search = prepare()
    address = (
        f"{ASKED}&deutsch=b1&zeit=teil&zeit=mini&art=ausbildung&dienst=ja&seit=7"
        "&portal=arbeitsagentur&land=SN&ohne_anerkennung=ja&reihenfolge=neu&genau=ja"
    )
    shown = final(whole(address))
    ticked = re.findall(r'name="(\w+)" value="([\w-]+)" form="suche" checked', shown)
    assert ticked == [
        ("deutsch", "b1"), ("ohne_angabe", "ja"), ("zeit", "teil"), ("zeit", "mini"),
        ("art", "ausbildung"), ("dienst", "ja"), ("ohne_anerkennung", "ja"),
        ("seit", "7"), ("portal", "arbeitsagentur"), ("land", "SN"),
    ]  # fmt: skip
    assert '<option value="neu" selected>' in shown
    assert "<span>bis B1</span><small>29</small>" in shown
    assert "Eingrenzen (10)" in shown
    (query,) = search.asked
    assert query.level is Level.B1
    assert query.working_time == {WorkingTime.PART, WorkingTime.MINI}


def test_what_is_unstated_can_be_left_out_without_a_script(prepare, whole):
    """A box that is not ticked sends nothing, so something hidden says no."""
    search = prepare()
    shown = final(whole(f"{ASKED}&ohne_angabe=nein"))
    assert 'name="ohne_angabe" value="ja" form="suche"><span>' in shown
    whole(f"{ASKED}&ohne_angabe=ja&ohne_angabe=nein")
    assert [one.level_unstated for one in search.asked] == [False, True]


def test_every_link_keeps_the_rest_of_the_query(prepare, whole):
    prepare(entries=many(45))
    shown = final(whole(f"{ASKED}&km=50&zeit=voll&seite=2"))
    kept = "was=Koch&amp;wo=Chemnitz&amp;km=50&amp;zeit=voll"
    for link in (
        f'href="?{kept}&amp;seite=3"',
        f'href="?{kept}"',
        f'href="?{kept}&amp;land=SN"',
        f'href="/jobs/merken/?{kept}&amp;seite=2"',
        f'href="/jobs/stellen.csv?{kept}',
        f'href="/jobs/stellen.atom?{kept}',
        'href="?was=Koch&amp;wo=Chemnitz&amp;km=50&amp;genau=ja&amp;zeit=voll"',
    ):
        assert link in shown


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


def test_the_map_counts_jobs_and_narrows_to_a_land(prepare, whole):
    prepare()
    shown = final(whole(ASKED))
    assert 'data-land="SN"' in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;land=SN"' in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;land=BY"' not in shown
    assert shown.count('class="r-tile') == 16


def test_other_names_of_an_occupation_are_said_and_can_be_left_out(prepare, whole):
    prepare()
    names = '<bdi lang="de">Köchin</bdi>, <bdi lang="de">Beikoch</bdi>'
    assert names in final(whole(ASKED))
    assert "Nur „Koch“ suchen" in final(whole(ASKED))
    assert "Auch ähnliche Berufe suchen" in final(whole(f"{ASKED}&genau=ja"))


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


def test_one_advertisement_is_shown_with_its_text_and_explained(prepare, whole):
    prepare()
    shown = whole(f"/jobs/anzeige/?id={COOK.key}&was=Koch&wo=Chemnitz")
    for part in (
        "Wir suchen einen Koch.",
        "3.050 € bis 3.400 € im Monat",
        '<dt>Verlangter Abschluss</dt><dd lang="de"><bdi>Berufsabschluss</bdi></dd>',
        'id="begriff-probezeit"',
        'href="https://stellen.example/10000-1-S"',
        'href="/jobs/?was=Koch&amp;wo=Chemnitz"',
    ):
        assert part in shown
    assert 'id="begriff-zeitarbeit"' not in shown


@pytest.mark.parametrize("key", ["", "x:1", "x" * 301, "a%00b", "own:x"])
def test_an_advertisement_that_is_gone_is_said_kindly(prepare, whole, key):
    prepare()
    shown = whole(f"/jobs/anzeige/?id={key}", 404)
    assert "Diese Anzeige gibt es nicht mehr" in shown


def test_the_portals_page_says_who_is_asked_and_where_to_search_oneself(prepare, whole):
    bare = Settings()
    prepare(
        sources={
            "service-bund": bare,
            "own": bare,
            "arbeitnow": Settings(on=False),
            "adzuna": bare,  # its key is missing
        }
    )
    shown = whole("/jobs/portale/")
    asked = shown.partition('id="gefragt"')[2].partition("</section>")[0]
    assert re.findall(r"<li>(?:<a [^>]+>)?([^<]+)", asked) == ["service.bund.de"]
    assert "An die Portale geht nur, was Sie eingetippt haben" in shown
    for name in ("StepStone", "Indeed", "LinkedIn", "XING"):
        assert name in shown


def test_whose_the_places_are_and_under_which_licence_is_said(prepare, whole):
    prepare()
    shown = whole("/jobs/portale/")
    assert 'href="https://www.geonames.org/"' in shown
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in shown


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


def test_where_no_portal_is_switched_on_nobody_thinks_that_all_were_asked(
    prepare, whole
):
    own = Outcome(source="own", name="Eigene Anzeigen", state=State.ANSWERED, shown=2)
    prepare(outcomes=(own,))
    shown = final(whole(ASKED))
    assert "nur in eigenen Anzeigen, in keinem anderen Portal" in shown
    assert "Portalen hat" not in shown
