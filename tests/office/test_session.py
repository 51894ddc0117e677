"""Signing in and out: who gets in, who does not, and where one lands."""

import pytest
from django.core.cache import cache
from django.test import Client

from reihum.records.models import Account, Seat

pytestmark = pytest.mark.integration

PASSWORD = "drei worte und 7"  # noqa: S105
SIGN_IN = "/buero/anmelden/"


@pytest.fixture(autouse=True)
def _no_failures_yet():
    cache.clear()


@pytest.fixture
def bavaria(account):
    row = account("BY", name="bayern")
    row.set_password(PASSWORD)
    row.save()
    return row


def enter(client, name="bayern", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"name": name, "password": password, **more})


def test_who_signs_in_lands_on_the_desk(bavaria, client):
    assert enter(client)["Location"] == "/buero/"
    assert client.get("/buero/")["Location"] == "/buero/intmk/"
    assert client.get("/buero/intmk/").status_code == 200


def test_who_came_for_a_page_gets_there(bavaria, client):
    wanted = "/buero/intmk/konferenzen/22/"
    asked = client.get(wanted)
    assert asked["Location"] == f"{SIGN_IN}?next={wanted}"
    page = client.get(asked["Location"])
    assert wanted in page.content.decode()
    assert enter(client, next=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "javascript:alert(1)",
        "\r\nLocation: https://example.org",
    ],
)
def test_nobody_is_led_elsewhere(bavaria, client, elsewhere):
    assert enter(client, next=elsewhere)["Location"] == "/buero/"


def test_who_was_signed_out_while_writing_lands_on_a_page(bavaria, client):
    """The address of a form alone shows nothing, so it leads to the desk."""
    asked = client.post("/buero/intmk/antraege/1/mittragen/", {"member": "BY"})
    assert asked["Location"] == f"{SIGN_IN}?next=/buero/intmk/"


def test_a_session_is_new_once_somebody_has_signed_in(bavaria, client):
    client.get(SIGN_IN)
    client.session.save()
    before = client.session.session_key
    enter(client)
    assert client.session.session_key != before


def test_no_page_of_the_office_stays_behind_in_a_browser(signed_in):
    answer = signed_in("BY").get("/buero/intmk/")
    assert "no-store" in answer["Cache-Control"]


def test_a_wrong_password_is_told_and_lets_nobody_in(bavaria, client):
    answer = enter(client, password="falsch")
    assert answer.status_code == 422
    assert "Konto und Kennwort passen nicht zusammen" in answer.content.decode()
    assert "falsch" not in answer.content.decode()
    assert client.get("/buero/intmk/").status_code == 302


def test_an_unknown_name_is_told_the_same(db, client):
    answer = enter(client, name="niemand")
    assert "Konto und Kennwort passen nicht zusammen" in answer.content.decode()


def test_an_empty_form_says_what_is_missing(db, client):
    answer = enter(client, name="", password="")
    assert answer.status_code == 422
    assert "Bitte geben Sie Ihr Konto an." in answer.content.decode()


def test_guessing_ends_after_five_attempts(bavaria, client):
    for _each in range(5):
        assert enter(client, name="Bayern", password="x").status_code == 422
    answer = enter(client)
    assert answer.status_code == 429
    assert "Viertelstunde" in answer.content.decode()
    assert client.get("/buero/intmk/").status_code == 302


def test_guessing_under_many_names_does_not_begin_the_count_anew(bavaria, client):
    for _each in range(5):
        enter(client, password="x")
    for number in range(300):
        cache.add(f"another-name-{number}", 1)
    assert enter(client).status_code == 429


def test_others_may_sign_in_meanwhile(bavaria, account, client):
    for _each in range(6):
        enter(client, password="x")
    hesse = account("HE", name="hessen")
    hesse.set_password(PASSWORD)
    hesse.save()
    assert enter(client, name="hessen").status_code == 302


def test_a_right_password_forgives_the_wrong_ones_before(bavaria, client):
    for _each in range(4):
        enter(client, password="x")
    enter(client)
    assert enter(client, password="x").status_code == 422


def test_an_account_that_was_closed_gets_in_no_more(bavaria, client):
    Account.objects.update(is_active=False)
    assert enter(client).status_code == 422


def test_an_account_without_a_seat_is_told_whom_to_ask(bavaria, client):
    Seat.objects.all().delete()
    enter(client)
    answer = client.get("/buero/")
    assert answer.status_code == 403
    assert "gehört noch zu keinem Land" in answer.content.decode()
    assert client.get("/buero/intmk/").status_code == 404


def test_signing_out_ends_it_and_no_link_can_do_it(signed_in):
    client = signed_in("BY")
    assert client.get("/buero/abmelden/").status_code == 405
    assert client.get("/buero/intmk/").status_code == 200
    assert client.post("/buero/abmelden/")["Location"] == SIGN_IN
    assert client.get("/buero/intmk/").status_code == 302


def test_signing_out_wants_a_token(bavaria):
    client = Client(enforce_csrf_checks=True)
    client.force_login(bavaria)
    assert client.post("/buero/abmelden/").status_code == 403


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demonstration_shows_its_accounts(client, settings, tmp_path, demo):
    settings.REIHUM_DEMO_ACCOUNTS = tmp_path / "konten.txt"
    settings.REIHUM_DEMO_ACCOUNTS.write_text("bayern  drei worte", "utf-8")
    settings.REIHUM_DEMO = demo
    page = client.get(SIGN_IN).content.decode()
    assert ("drei worte" in page) is demo
    assert ("Konten zum Ausprobieren" in page) is demo


def test_it_speaks_english_too(db, client):
    assert client.get("/en/buero/anmelden/").status_code == 200
