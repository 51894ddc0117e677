"""The chair in the office: terms that are stored, and those that the order proposes."""

import pytest

from reihum.records.models import ChairTerm
from tests.pages import words

pytestmark = pytest.mark.integration

TERMS = "/buero/intmk/vorsitz/"
NEXT = {"land": "SN", "begins": "2028-07-01", "ends": "2029-06-30"}


@pytest.fixture
def client(signed_in):
    return signed_in("RP", office=True)


def test_proposals_are_marked_as_such(client):
    page = words(client.get(TERMS))
    assert page.count("nach der Regel") == 4
    assert "1. Juli 2028 bis 30. Juni 2029" in page
    assert ChairTerm.objects.count() == 3


def test_the_form_begins_with_the_first_proposal(client):
    form = client.get(TERMS).context["form"]
    assert {key: str(value) for key, value in form.initial.items()} == NEXT


def test_a_term_is_stored(client):
    answer = client.post(TERMS, NEXT, follow=True)
    assert "Der Vorsitz ist eingetragen." in words(answer)
    assert ChairTerm.objects.filter(land="SN").exists()


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"begins": "2028-06-30"}, 409, "überschneidet sich mit dem Vorsitz des Saar"),
        ({"ends": "2028-06-30"}, 422, "also bevor er am 1. Juli 2028 beginnt"),
        ({"ends": "2029-06-31"}, 422, "Diesen Tag gibt es nicht."),
        ({"begins": ""}, 422, "Bitte geben Sie den ersten Tag an."),
    ],
)
def test_a_term_that_cannot_be_is_told(
    client, journal_length, change, status, sentence
):
    answer = client.post(TERMS, NEXT | change)
    assert answer.status_code == status
    assert sentence in words(answer)
    assert ChairTerm.objects.count() == 3
    assert journal_length() == 0


def test_days_without_a_chair_are_pointed_out(client):
    client.post(TERMS, NEXT | {"begins": "2028-08-01"})
    assert "Vom 1. Juli 2028 bis 31. Juli 2028 hat niemand" in words(client.get(TERMS))


def test_a_term_without_a_known_beginning_says_until_when(client):
    ChairTerm.objects.filter(land="NW").update(begins=None, certainty="inferred")
    page = words(client.get(TERMS))
    assert "bis 30. Juni 2026" in page
    assert "abgeleitet" in page


def test_a_land_reads_the_terms_and_stores_none(signed_in, journal_length):
    client = signed_in("SL")
    assert "Vorsitz eintragen" not in words(client.get(TERMS))
    assert client.post(TERMS, NEXT).status_code == 403
    assert journal_length() == 0


def test_without_a_rule_the_form_is_empty(client, intmk):
    intmk.slug = "neu"
    intmk.save()
    assert client.get("/buero/neu/vorsitz/").context["form"].initial == {}
