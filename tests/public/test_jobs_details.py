"""The page of one advertisement: its facts, its text, its words explained."""

import pytest
from django.utils.translation import gettext, override
from msgspec.structs import replace

from tests.public.job_search import COOK

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


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
    assert 'id="begriff-tarif"' in shown  # by its pay group
    assert 'id="begriff-zeitarbeit"' not in shown


@pytest.mark.parametrize("key", ["", "x:1", "x" * 301, "a%00b", "own:x"])
def test_an_advertisement_that_is_gone_is_said_kindly(prepare, whole, key):
    prepare()
    shown = whole(f"/jobs/anzeige/?id={key}", 404)
    assert "Diese Anzeige finden wir gerade nicht" in shown
    assert "Suchen Sie noch einmal." in shown  # it may still be there
