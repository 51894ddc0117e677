"""What is not released stands behind no public door."""

import pytest

from reihum.records.models import Item, Mandate, MandateStep, Motion
from tests.public.conftest import UNRELEASED

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

DOORS = (
    "/",
    "/en/",
    "/intmk/",
    "/intmk/konferenzen/",
    "/intmk/konferenzen/22/",
    "/intmk/konferenzen/22/niederschrift/",
    "/intmk/beschluesse/",
    f"/intmk/beschluesse/?q={UNRELEASED}",
    "/intmk/beschluesse/?konferenz=22",
    "/intmk/auftraege/",
    "/intmk/vorsitz/",
    "/intmk/mitglieder/",
    "/intmk/kalender.ics",
    "/sitemap.xml",
    "/robots.txt",
)


@pytest.fixture
def secrets(intmk, conference, resolved):
    """An unpublished resolution with its mandate, a draft, an unpublished agenda."""
    secret = resolved(
        "22-83.91", title=UNRELEASED, published=False, statement=UNRELEASED
    )
    Mandate.objects.create(
        body=intmk, resolution=secret, subject=UNRELEASED, due="2027-05-01"
    )
    public = Mandate.objects.create(body=intmk, subject="Bericht")
    MandateStep.objects.create(
        mandate=public, resolution=secret, on="2026-10", what="Schritt"
    )
    Motion.objects.create(body=intmk, conference=conference, title=UNRELEASED)
    Item.objects.create(conference=conference, number="83.92", title=UNRELEASED)
    return secret


@pytest.mark.parametrize("door", DOORS)
def test_no_public_door_shows_what_is_not_released(secrets, client, door):
    body = client.get(door).content.decode()
    # The search field repeats what was asked; nothing else may hold the word.
    assert body.count(UNRELEASED) <= body.count(f'value="{UNRELEASED}"')
    assert "83.91" not in body
    assert "83.92" not in body


@pytest.mark.parametrize(
    "door",
    ["/intmk/beschluesse/22-83.91/", "/intmk/konferenzen/22/tagesordnung/"],
)
def test_its_own_address_answers_as_if_there_were_nothing(secrets, page, door):
    assert UNRELEASED not in page(door, 404)


def test_votes_and_statements_are_shown_only_if_they_are_released(resolved, page):
    resolved(released=("resolution",), statement="Wir tragen das nicht mit.")
    shown = page("/intmk/beschluesse/2026-u1/")
    assert "Wer wie gestimmt hat, ist nicht freigegeben." in shown
    assert UNRELEASED in shown
    assert "r-map" not in shown
    assert "Wir tragen das nicht mit." not in shown
    assert "r-band" not in page("/intmk/beschluesse/")


def test_the_wording_is_shown_only_if_it_is_released(resolved, page):
    resolved(released=("votes",))
    shown = page("/intmk/beschluesse/2026-u1/")
    assert UNRELEASED not in shown
    assert "Angenommen mit 13 von 16 Stimmen" in shown


def test_a_published_agenda_does_not_tell_how_an_unreleased_vote_ended(
    conference, resolved, page
):
    resolved("22-2.4", published=False, procedure="session")
    conference.agenda_published_at = "2027-03-01T08:00Z"
    conference.save()
    shown = page("/intmk/konferenzen/22/")
    assert "Sprachmittlung verlässlich finanzieren" in shown
    assert (
        "beschlossen"
        not in shown.partition('id="tagesordnung"')[2].partition("</section>")[0]
    )
