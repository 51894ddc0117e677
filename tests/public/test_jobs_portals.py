"""What the page of the job search says of the portals, and what they are told."""

import re

import pytest
from msgspec.structs import replace

from reihum.jobs.answer import Outcome, State
from reihum.jobs.query import Criterion
from reihum.jobs.sources.source import Settings
from tests.public.job_search import ASKED, final

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_portal_whose_terms_want_it_is_named_beside_what_is_of_it(prepare, whole):
    badge = '<a href="https://www.adzuna.de/"'
    gave = Outcome(source="adzuna", name="Adzuna", state=State.ANSWERED, shown=1)
    prepare(outcomes=(gave,))
    assert badge in final(whole(ASKED)).partition("</ol>")[2]
    prepare(outcomes=(replace(gave, shown=0),))
    assert badge not in whole(ASKED)


def test_what_did_not_answer_is_in_sight_and_what_did_is_folded(prepare, whole):
    prepare()
    box = final(whole(ASKED)).partition("r-portals")[2].partition("</div>")[0]
    failed, others = box.split("<details")
    for name in ("Personio", "softgarden"):
        assert name in failed
        assert name not in others
    assert "Bundesagentur für Arbeit" in others
    assert "Bundesagentur für Arbeit" not in failed


def test_links_out_tell_the_portal_nothing(prepare, whole):
    prepare()
    links = re.findall(r"<a [^>]*href=\"https?://[^>]*>", whole(ASKED))
    assert len(links) > 4
    for link in links:
        assert "noreferrer" in link
        assert 'referrerpolicy="no-referrer"' in link


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


def test_where_no_portal_is_switched_on_nobody_thinks_that_all_were_asked(
    prepare, whole
):
    own = Outcome(source="own", name="Eigene Anzeigen", state=State.ANSWERED, shown=2)
    prepare(outcomes=(own,))
    shown = final(whole(ASKED))
    assert "nur in eigenen Anzeigen, in keinem anderen Portal" in shown
    assert "Portalen hat" not in shown


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


def lacking(*names: str, cannot=(Criterion.LEVEL,), **more) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            source=name.lower(), name=name, state=State.ANSWERED, shown=1,
            cannot=cannot, **more,
        )
        for name in names
    )  # fmt: skip


def test_what_many_portals_cannot_filter_is_said_once_and_they_are_named(
    prepare, whole
):
    able = Outcome(source="e", name="Eures", state=State.ANSWERED, shown=1)
    prepare(outcomes=(*lacking("Abc", "Bcd", "Cde"), able))
    shown = final(whole(ASKED))
    assert "kann nicht filtern" not in shown
    names = ", ".join(f'<bdi lang="de">{name}</bdi>' for name in ("Abc", "Bcd", "Cde"))
    assert f"diese Portale können es nicht: {names}" in shown


def test_where_no_portal_can_filter_nobody_is_named_and_ours_does_not_count(
    prepare, whole
):
    own = Outcome(source="own", name="Eigene Anzeigen", state=State.ANSWERED, shown=1)
    prepare(outcomes=(*lacking("Abc", "Bcd", "Cde"), own))
    shown = final(whole(ASKED))
    said = "Deutschkenntnisse: Danach kann kein Portal filtern, wir tun es selbst."
    assert shown.count(said) == 1
    assert "kann nicht filtern" not in shown


def test_what_one_portal_lacks_besides_stays_with_it(prepare, whole):
    both = (Criterion.LEVEL, Criterion.RADIUS)
    prepare(outcomes=(*lacking("Abc", "Bcd"), *lacking("Cde", cannot=both)))
    shown = final(whole(ASKED))
    assert "<bdi>Cde</bdi></b> 1 · kann nicht filtern nach: Entfernung<" in shown


def test_a_portal_that_gave_nothing_is_not_said_to_filter_badly(prepare, whole):
    late = Outcome(
        source="x", name="Portal X", state=State.LATE, cannot=(Criterion.LEVEL,)
    )
    prepare(outcomes=(late,))
    assert "kann nicht filtern" not in final(whole(ASKED))
