"""The rules of procedure in the office: read in sentences, stored as text."""

import pytest

from reihum.records.models import StoredRulebook
from tests.pages import words

pytestmark = pytest.mark.integration

RULES = "/buero/intmk/regelwerk/"


@pytest.fixture
def client(signed_in):
    return signed_in("RP", office=True)


@pytest.fixture
def text(client):
    initial = client.get(RULES).context["form"].initial["text"]
    return initial.replace("valid_from = 2020-07-01", "valid_from = 2027-01-01")


def test_the_rules_are_stated_with_their_sources_and_assumptions(client):
    page = words(client.get(RULES))
    assert "von 11 der 16" in page
    assert "Annahme" in page
    assert "Quelle:" in page
    assert "Fassung, die seit dem" in page


def test_all_versions_are_listed_and_the_one_in_force_is_marked(client):
    page = words(client.get(RULES))
    assert page.count("mit Reihum geliefert") == 2
    assert page.count("gilt heute") == 1


def test_a_newer_version_is_stored_and_still_to_come(client, text):
    answer = client.post(RULES, {"text": text}, follow=True)
    assert "Die neue Fassung ist gespeichert." in words(answer)
    assert "von der Geschäftsstelle gespeichert" in words(answer)
    assert "1. Januar 2027" in words(answer)


def test_a_typo_is_named_with_line_and_key_and_the_text_is_kept(
    client, text, journal_length
):
    wrong = text.replace("threshold =", "treshold =")
    line = wrong[: wrong.index("treshold")].count("\n") + 1
    answer = client.post(RULES, {"text": wrong})
    assert answer.status_code == 422
    assert f"Zeile {line}: „treshold“" in words(answer)
    assert "treshold =" in words(answer)
    assert not StoredRulebook.objects.exists()
    assert journal_length() == 0


def test_an_empty_text_is_told(client, journal_length):
    answer = client.post(RULES, {"text": ""})
    assert answer.status_code == 422
    assert "Das Regelwerk ist leer." in words(answer)
    assert journal_length() == 0


def test_a_land_reads_the_rules_and_stores_none(signed_in, text, journal_length):
    client = signed_in("BY")
    assert "Neuere Fassung speichern" not in words(client.get(RULES))
    answer = client.post(RULES, {"text": text})
    assert answer.status_code == 403
    assert "Geschäftsstelle des vorsitzenden Landes" in words(answer)
    assert journal_length() == 0


def test_a_body_without_rules_says_so(client, intmk):
    intmk.slug = "neu"
    intmk.save()
    assert "Kein Regelwerk hinterlegt" in words(client.get("/buero/neu/regelwerk/"))
