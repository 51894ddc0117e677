"""What is typed: what cannot be asked is said, and nothing typed becomes markup."""

import pytest

from reihum.jobs.query import Asked, Query, Term, Understood
from tests.public.job_search import ASKED, final

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_an_empty_form_answers_at_once_and_helps(prepare, whole):
    search = prepare()
    shown = whole("/jobs/")
    assert 'name="was"' in shown
    assert '<a href="?was=Koch" rel="nofollow">Koch</a>' in shown
    assert "Deutsche Wörter erklärt" in shown
    assert search.asked == []


def test_what_a_person_types_is_text_and_never_markup(prepare, whole):
    prepare()
    shown = whole("/jobs/?was=%3Cscript%3Ex&wo=%3C!--ergebnisse--%3E")
    assert "<script>x" not in shown
    assert shown.count("</html>") == 1


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


def test_who_asks_in_another_language_sees_what_was_looked_for(prepare, whole):
    prepare()
    shown = final(whole("/uk/jobs/?was=кухар"))
    names = '<bdi lang="de">Koch</bdi>, <bdi lang="de">Köchin</bdi>'
    assert names in shown
    assert shown.index(names) < shown.index('class="r-job"')


def test_other_names_of_an_occupation_are_said_and_can_be_left_out(prepare, whole):
    prepare()
    names = '<bdi lang="de">Köchin</bdi>, <bdi lang="de">Beikoch</bdi>'
    assert names in final(whole(ASKED))
    assert "Nur „Koch“ suchen" in final(whole(ASKED))
    assert "Auch ähnliche Berufe suchen" in final(whole(f"{ASKED}&genau=ja"))


def understood_as(place: str, *others: str) -> Understood:
    asked = Asked(query=Query(words="Koch"), was="Koch", place=place)
    return Understood(asked=asked, places=others)


def test_a_place_that_means_several_says_which_was_taken_and_leads_to_the_others(
    prepare, whole
):
    prepare(understood=understood_as("Frankfurt am Main", "Frankfurt (Oder)"))
    shown = final(whole("/jobs/?was=Koch&wo=Frankfurt&zeit=teil"))
    assert 'Gesucht in: <bdi lang="de">Frankfurt am Main</bdi>' in shown
    other = 'href="?was=Koch&amp;wo=Frankfurt+%28Oder%29&amp;zeit=teil"'
    assert other in shown.partition("Meinten Sie:")[2].partition("</p>")[0]


def test_a_place_in_another_script_says_which_was_found(prepare, whole):
    prepare(understood=understood_as("Chemnitz"))
    shown = final(whole("/uk/jobs/?was=кухар&wo=Хемніц"))
    assert '<bdi lang="de">Chemnitz</bdi>.</p>' in shown


def test_a_place_that_was_meant_as_typed_is_not_repeated(prepare, whole):
    prepare(understood=understood_as("Chemnitz"))
    assert "Gesucht in:" not in whole("/jobs/?was=Koch&wo=chemnitz")


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
