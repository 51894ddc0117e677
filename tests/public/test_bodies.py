"""Home, what a body is, its chair, its members, its mandates."""

import re
from datetime import date

import pytest

from reihum.records.models import (
    Body,
    BodyName,
    ChairTerm,
    Conference,
    Mandate,
    MandateStep,
    Member,
    OfficeHeld,
    Person,
)

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TEN = ("amk", "gmk", "imk", "intmk", "jfmk", "kmk", "smk", "umk", "vmk", "vsmk")


def test_home_shows_what_comes_next_who_has_the_chair_and_what_was_decided(
    resolved, page
):
    resolved()
    shown = page("/")
    assert "22. Integrationsministerkonferenz" in shown
    assert "14. und 15. April 2027" in shown
    assert "Rheinland-Pfalz" in shown
    assert "Sprachmittlung verlässlich finanzieren" in shown


def test_home_passes_over_a_conference_that_a_source_only_announced(intmk, page):
    Conference.objects.create(
        body=intmk, number=21, begins="2026", place="Essen", certainty="planned"
    )
    assert "22. Integrationsministerkonferenz" in page("/")


def test_home_leads_to_the_other_bodies(intmk, page):
    kmk = Body.objects.create(slug="kmk", short="KMK")
    BodyName.objects.create(body=kmk, name="Kultusministerkonferenz", kind="usual")
    assert '<a href="/kmk/">Kultusministerkonferenz</a>' in page("/")


def test_without_any_body_home_says_so(db, page):
    assert "Hier ist noch keine Konferenz eingerichtet." in page("/", 404)


@pytest.mark.parametrize("slug", TEN)
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_body_states_its_rules_in_sentences(db, page, slug, language):
    Body.objects.create(slug=slug, short=slug.upper())
    shown = page(f"{language}/{slug}/")
    rules = shown.partition('id="regeln"')[2]
    assert rules.count("<li>") > 10
    assert len(re.findall("Quelle:|Source:", rules)) > 3
    assert "Annahme:" not in rules


def test_assumed_rules_are_marked(intmk, page):
    rules = page("/intmk/").partition('id="regeln"')[2]
    assert "also von 11 der 16." in rules
    assert rules.count(">Annahme</span>") > 3


def test_an_unknown_body_is_answered_in_a_sentence(intmk, page):
    shown = page("/nmk/", 404)
    assert "Eine Konferenz mit dem Kürzel „nmk“ gibt es hier nicht." in shown


def test_the_navigation_leads_only_where_there_is_something(intmk, page):
    shown = page("/intmk/")
    assert 'href="/intmk/konferenzen/"' in shown
    assert 'href="/intmk/beschluesse/"' not in shown
    assert 'href="/intmk/auftraege/"' not in shown


def test_the_language_switch_leads_to_the_same_page(intmk, page):
    assert 'href="/en/intmk/vorsitz/?a=b"' in page("/intmk/vorsitz/?a=b")
    english = page("/en/intmk/vorsitz/")
    assert 'href="/intmk/vorsitz/"' in english
    assert '<html lang="en"' in english


def test_the_chair_of_the_day_is_named_and_changes_by_itself(intmk, page, settings):
    assert "Vorsitz Rheinland-Pfalz" in page("/intmk/mitglieder/")
    settings.REIHUM_NOW = settings.REIHUM_NOW.replace(year=2027, month=7, day=1)
    assert "Vorsitz Saarland" in page("/intmk/mitglieder/")


def test_coming_chairs_are_stored_or_marked_as_proposed_by_the_rule(intmk, page):
    coming = page("/intmk/vorsitz/").partition('id="kommend"')[2]
    coming = coming.partition('id="bisher"')[0]
    assert "1. Juli 2027 bis 30. Juni 2028" in coming
    assert "1. Juli 2028 bis 30. Juni 2029" in coming
    assert coming.count("nach der Regel") == 14
    assert coming.index("Saarland") < coming.index("Sachsen")


def test_past_chairs_say_how_sure_they_are(intmk, page):
    ChairTerm.objects.create(
        body=intmk, land="NI", ends=date(2009, 9, 30), certainty="inferred"
    )
    past = page("/intmk/vorsitz/").partition('id="bisher"')[2]
    assert "bis 30. September 2009; Beginn: keine Quelle" in past
    assert "abgeleitet" in past
    assert "belegt" in past


def test_a_conference_stands_beside_the_term_that_it_lay_in(intmk, held, page):
    held(21, "2026", place="Essen", chair="NW")
    held(5, "2010-03-18", place="Düsseldorf", chair="NW")
    past = page("/intmk/vorsitz/").partition('id="bisher"')[2]
    assert "Essen" in past
    assert "Düsseldorf" not in past


def test_members_have_their_code_and_official_name(intmk, page):
    shown = page("/intmk/mitglieder/")
    assert "DE-BY" in shown
    assert "Freistaat Bayern" in shown
    assert "Bundesministerium mit Zuständigkeit für Integration" in shown


def test_an_office_is_told_as_exactly_as_it_is_known(intmk, page):
    OfficeHeld.objects.create(
        person=Person.objects.create(name="Eine Person"), body=intmk, member="BW",
        title="Minister für Soziales", attested="2016-10", source="eine Seite",
    )  # fmt: skip
    shown = page("/intmk/mitglieder/")
    assert "im Amt bezeugt: Oktober 2016; Beginn und Ende: keine Quelle" in shown


def test_a_bund_with_a_vote_is_named_as_such(db, page):
    body = Body.objects.create(slug="umk", short="UMK")
    Member.objects.create(
        body=body, code="BUND", kind="bund", name="Bund", votes=True, position=17
    )
    assert "mit Stimme" in page("/umk/mitglieder/")


def test_a_chain_of_mandates_is_told_across_the_years(intmk, held, page):
    chain = Mandate.objects.create(body=intmk, subject="Arbeitsgruppe Monitoring")
    for number, on, what in (
        (6, "2011-02", "Erster Bericht"),
        (2, "2008-04", "Anfang"),
    ):
        MandateStep.objects.create(
            mandate=chain, conference=held(number, on), on=on, what=what
        )
    shown = page("/intmk/auftraege/")
    assert shown.index("April 2008") < shown.index("Februar 2011")
    assert 'href="/intmk/konferenzen/6/"' in shown
    assert "Offen" not in shown


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2027-02-10", "Fällig am 10. Februar 2027"),
        ("2026-06", "Fällig bis Ende Juni 2026"),
        (None, "Offen, ohne Frist."),
    ],
)
def test_a_mandate_says_how_it_stands(intmk, resolved, page, due, words):
    Mandate.objects.create(
        body=intmk, resolution=resolved(), subject="Bericht", due=due
    )
    assert words in page("/intmk/auftraege/")
