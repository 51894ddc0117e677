import pytest

from reihum.records.models import (
    BodyName,
    Conference,
    Deadline,
    Item,
    Mandate,
    MandateStep,
    Resolution,
)

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

NUMBERS = ("2.10", "2.9b", "2.4", "2.8", "2.6", "2.7")


@pytest.fixture
def thirteenth(held, printed):
    """The 13th conference with some of its items, entered in no order."""
    row = held(13, "2018-03-15", "2018-03-16", place="Nürnberg", chair="BY",
               motto="Zusammenhalt durch Orientierung")  # fmt: skip
    Item.objects.create(conference=row, number="2", title="Abschnitt", section=True)
    for number in NUMBERS:
        printed(row, number, f"Punkt {number}")
    return row


@pytest.mark.parametrize("door", ["", "tagesordnung/", "niederschrift/"])
def test_items_stand_in_printed_order_and_gaps_stay(thirteenth, page, door):
    shown = page(f"/intmk/konferenzen/13/{door}")
    places = [
        shown.index(f"Punkt {n}<") for n in ("2.4", "2.6", "2.7", "2.8", "2.9b", "2.10")
    ]
    assert places == sorted(places)
    assert "Punkt 2.5" not in shown


def test_the_agenda_names_the_page_of_the_minutes(thirteenth, page):
    Item.objects.filter(number="2.4").update(page=15, submitters="all")
    shown = page("/intmk/konferenzen/13/tagesordnung/")
    assert "alle Länder · Seite 15 der Niederschrift" in shown


def test_a_conference_says_when_where_and_under_whom_it_was(thirteenth, page):
    shown = page("/intmk/konferenzen/13/")
    assert "15. und 16. März 2018 in Nürnberg" in shown
    assert "„Zusammenhalt durch Orientierung“" in shown
    assert "Bayern" in shown


def test_a_month_stays_a_month_and_what_is_unknown_is_said(held, page):
    held(3, "2008-09")
    shown = page("/intmk/konferenzen/3/")
    assert "September 2008" in shown
    assert "keine Quelle" in shown
    listed = page("/intmk/konferenzen/")
    assert "Ort: keine Quelle" in listed
    assert "Vorsitz: keine Quelle" in listed


def test_a_cancelled_conference_says_so_and_leads_to_what_was_decided(
    intmk, held, page
):
    row = held(15, "2020-04-29", "2020-04-30", place="Potsdam", state="cancelled",
               note="Stattdessen wurden 12 Anträge im Umlaufverfahren beschlossen.",
               note_en="12 motions were adopted by circular vote instead.")  # fmt: skip
    Resolution.objects.create(
        body=intmk, key="2020-u", title="12 Anträge", conference=row,
        adopted_on="2020", procedure="circular", published_at="2026-01-01T00:00Z",
    )  # fmt: skip
    shown = page("/intmk/konferenzen/15/")
    assert "Diese Konferenz ist ausgefallen." in shown
    assert "12 Anträge im Umlaufverfahren beschlossen" in shown
    assert 'href="/intmk/beschluesse/2020-u/"' in shown
    assert "ausgefallen" in page("/intmk/konferenzen/")


def test_a_video_conference_has_no_place(held, page):
    held(16, "2021-04-29", mode="video")
    assert "29. April 2021 per Videokonferenz" in page("/intmk/konferenzen/16/")


def test_a_conference_bears_the_name_of_its_day(intmk, held, page):
    BodyName.objects.create(
        body=intmk, name="Integrationsminister*innenkonferenz", kind="chair",
        begins="2022-07-01", ends="2023-06-30",
    )  # fmt: skip
    held(18, "2023-04-26", "2023-04-27")
    assert "18. Integrationsminister*innenkonferenz" in page("/intmk/konferenzen/18/")


def test_a_planned_conference_shows_its_deadlines_and_meetings(conference, page):
    Deadline.objects.create(
        conference=conference, kind="motions", day="2027-02-03",
        why="Zehn Wochen vorher.", why_en="Ten weeks before.", assumed=True,
    )  # fmt: skip
    Conference.objects.create(
        body=conference.body, main=conference, kind="preparatory", begins="2027-03-10",
        ends="2027-03-11", place="Trier",
    )  # fmt: skip
    shown = page("/intmk/konferenzen/22/")
    assert "Zehn Wochen vorher." in shown
    assert "Vorkonferenz" in shown
    assert "10. und 11. März 2027" in shown
    assert "Die Tagesordnung ist noch nicht veröffentlicht" in shown
    assert "Vorführung" in shown


@pytest.mark.parametrize("door", ["", "tagesordnung/", "niederschrift/"])
def test_an_unknown_number_is_answered_in_a_sentence(intmk, page, door):
    shown = page(f"/intmk/konferenzen/99/{door}", 404)
    assert "Eine 99. Konferenz der IntMK ist hier nicht verzeichnet." in shown


def test_a_longer_agenda_asks_no_more_questions(
    thirteenth, printed, client, django_assert_num_queries
):
    with django_assert_num_queries(9):
        client.get("/intmk/konferenzen/13/tagesordnung/")
    for number in range(11, 60):
        printed(thirteenth, f"2.{number}", "Weiterer Punkt")
    with django_assert_num_queries(9):
        client.get("/intmk/konferenzen/13/tagesordnung/")


def test_a_conference_tells_what_it_did_with_a_mandate(intmk, held, page):
    row = held(2, "2008-04")
    mandate = Mandate.objects.create(body=intmk, subject="Arbeitsgruppe Monitoring")
    MandateStep.objects.create(
        mandate=mandate, conference=row, what="Arbeitsgruppe eingesetzt", on=row.begins
    )
    MandateStep.objects.create(
        mandate=mandate, conference=held(3, "2008-09"), what="Bericht", on="2008-09"
    )
    shown = page("/intmk/konferenzen/2/")
    assert "Arbeitsgruppe Monitoring" in shown
    assert "Arbeitsgruppe eingesetzt" in shown
    assert "Bericht <" not in shown
    assert 'href="/intmk/auftraege/"' in shown


def test_what_was_only_announced_promises_no_agenda(held, page):
    held(21, "2026", state="planned", certainty="planned")
    assert "Eine Tagesordnung liegt hier nicht vor" in page("/intmk/konferenzen/21/")
    assert "noch nicht veröffentlicht" in page("/intmk/konferenzen/22/")


def test_only_a_printed_agenda_leads_to_minutes(held, printed, intmk, page):
    reported = held(8, "2013-03-20")
    Resolution.objects.create(
        body=intmk, key="8-optionspflicht", title="Optionspflicht",
        conference=reported, adopted_on="2013-03", published_at="2026-01-01T00:00Z",
    )  # fmt: skip
    printed(held(7, "2012-03-21"), "2.1", "Ausschuss")
    assert "/konferenzen/8/niederschrift/" not in page("/intmk/konferenzen/8/")
    assert "/konferenzen/7/niederschrift/" in page("/intmk/konferenzen/7/")


def test_a_section_whose_pages_come_first_stands_first(thirteenth, printed, page):
    printed(thirteenth, "A3", "Bericht der Arbeitsgruppe")
    Item.objects.filter(number="A3").update(page=5)
    Item.objects.filter(number="2.4").update(page=15)
    for door in ("", "niederschrift/"):
        shown = page(f"/intmk/konferenzen/13/{door}")
        assert shown.index("Bericht der Arbeitsgruppe<") < shown.index("Punkt 2.4<")
