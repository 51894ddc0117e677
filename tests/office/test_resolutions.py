from datetime import date, timedelta

import pytest
from django.test import Client

from reihum.acts.resolutions import ask_release, object_to, publish
from reihum.records.models import JournalEntry, ReleaseObjection, Resolution
from tests.paper import adopted, with_statement, with_veto

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LIST = "/buero/intmk/beschluesse/"
PAGE = LIST + "22-2.4/"
UNTIL = "2026-12-07"
WORDING = "Sie bitten um Bericht."


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def key(office, acting, intmk) -> str:
    key = adopted(office, intmk)
    with_statement(acting("BY"), intmk)
    return key


@pytest.fixture
def desk(signed_in) -> Client:
    return signed_in("RP", office=True)


@pytest.fixture
def guest(signed_in) -> Client:
    return signed_in("bundesministerium")


def test_the_office_publishes_and_everybody_reads_it(desk, key):
    before = text(desk.get(PAGE))
    assert "Was wird veröffentlicht?" in before
    assert Client().get(f"/intmk/beschluesse/{key}/").status_code == 404

    done = desk.post(
        PAGE + "veroeffentlichung/", {"parts": ["resolution", "votes"]}, follow=True
    )
    assert done.redirect_chain == [(PAGE, 302)]
    assert "Öffentlich ist jetzt: Beschluss und Abstimmungsergebnis." in text(done)
    public = text(Client().get(f"/intmk/beschluesse/{key}/"))
    assert WORDING in public
    assert "Bayern hält daran fest." not in public


def test_members_read_everything_before_it_is_public(signed_in, key):
    for client in (signed_in("BY"), signed_in("SN")):
        page = text(client.get(PAGE))
        assert WORDING in page
        assert "Angenommen mit 13 von 16 Stimmen" in page
        assert "Bayern hält daran fest." in page
        assert "Was wird veröffentlicht?" not in page
        assert key in text(client.get(LIST))


def test_a_stranger_is_asked_to_sign_in(key):
    for url in (LIST, PAGE):
        assert Client().get(url).status_code == 302


def test_a_guest_sees_what_is_released_and_nothing_else(guest, office, acting, key):
    assert guest.get(PAGE).status_code == 404
    assert key not in text(guest.get(LIST))

    ask_release(office, key=key, until=date(2026, 12, 7))
    object_to(acting("SN"), key=key, member="SN", part="votes", reason="vertraulich")
    publish(office, key=key, parts=["resolution"])
    page = text(guest.get(PAGE))
    assert WORDING in page
    for hidden in (
        "13 von 16",
        "Nein",
        "Bayern hält daran fest.",
        "Widerspruch",
        "vertraulich",
        "7.\N{NO-BREAK SPACE}Dezember",
    ):
        assert hidden not in page
    assert "/punkte/" not in page
    assert key in text(guest.get(LIST))
    assert "13 von 16" not in text(guest.get(LIST))


def test_the_office_asks_and_a_land_objects_and_takes_it_back(
    desk, signed_in, intmk, key
):
    with_veto(intmk)
    page = text(desk.get(PAGE))
    assert "Zuerst werden die Länder gefragt" in page
    assert "Was wird veröffentlicht?" not in page
    assert "Widersprechen" not in text(signed_in("SN").get(PAGE))

    asked = desk.post(PAGE + "freigabe/", {"until": UNTIL}, follow=True)
    assert "Die Länder sind nach der Freigabe gefragt." in text(asked)
    saxony = signed_in("SN")
    assert "Widersprechen" in text(saxony.get(PAGE))
    sent = {"member": "SN", "part": "votes", "reason": "Bitte noch nicht."}
    done = saxony.post(PAGE + "widerspruch/", sent, follow=True)
    assert "Ihr Widerspruch ist vermerkt." in text(done)
    assert "Widerspruch zurücknehmen" in text(done)

    other = text(signed_in("BY").get(PAGE))
    assert "gesperrt: SN" in other
    assert "Bitte noch nicht." in other
    assert "Widerspruch zurücknehmen" not in other
    assert "Widerspruch: SN" in text(desk.get(LIST))

    ended = saxony.post(PAGE + "widerspruch/ende/", sent, follow=True)
    assert "zurückgenommen" in text(ended)
    assert not ReleaseObjection.objects.exists()


def test_where_no_rule_is_known_the_page_says_what_it_assumes(desk, key):
    page = text(desk.get(PAGE))
    assert "sagt keine Quelle" in page


@pytest.mark.parametrize(
    ("url", "sent", "status", "words"),
    [
        ("freigabe/", {"until": "2026-11-22"}, 422, "Dieser Tag ist vorbei."),
        ("freigabe/", {"until": ""}, 422, "Bitte geben Sie einen Tag an."),
        ("veroeffentlichung/", {}, 422, "Bitte wählen Sie"),
        ("veroeffentlichung/", {"parts": ["votes"]}, 422, "nicht ohne ihn"),
        ("veroeffentlichung/", {"parts": ["annex"]}, 422, "annex"),
    ],
)
def test_wrong_input_of_the_office_is_a_sentence_and_changes_nothing(
    desk, key, url, sent, status, words
):
    before = (list(Resolution.objects.values()), JournalEntry.objects.count())
    done = desk.post(PAGE + url, sent)
    assert done.status_code == status
    assert words in text(done)
    assert (list(Resolution.objects.values()), JournalEntry.objects.count()) == before


def test_a_guest_cannot_object_to_what_is_left(guest, office, key):
    publish(office, key=key, parts=["resolution"])
    sent = {"member": "SN", "part": "votes"}
    for url in ("widerspruch/", "widerspruch/ende/"):
        done = guest.post(PAGE + url, sent)
        assert done.status_code == 403
        assert "die Mitglieder der Konferenz" in text(done)
    assert not ReleaseObjection.objects.exists()


def test_an_objection_that_is_refused_keeps_what_was_typed(signed_in, office, key):
    saxony = signed_in("SN")
    sent = {"member": "SN", "part": "votes", "reason": "Mein langer Grund"}
    early = saxony.post(PAGE + "widerspruch/", sent)
    assert early.status_code == 409
    assert "noch nicht gefragt" in text(early)
    assert "Mein langer Grund" in text(early)
    for_another = saxony.post(PAGE + "widerspruch/", sent | {"member": "BY"})
    assert for_another.status_code == 422
    assert not ReleaseObjection.objects.exists()


def test_a_land_neither_asks_nor_publishes(signed_in, key):
    client = signed_in("BY")
    entries = JournalEntry.objects.count()
    for url, sent in (
        ("freigabe/", {"until": UNTIL}),
        ("veroeffentlichung/", {"parts": ["resolution"]}),
    ):
        done = client.post(PAGE + url, sent)
        assert done.status_code == 403
        assert "die Geschäftsstelle" in text(done)
    assert JournalEntry.objects.count() == entries
    assert Resolution.objects.get().published_at is None


def test_what_there_is_not_is_not_found(desk, key):
    for url in ("99-1/", "99-1/freigabe/", "99-1/widerspruch/"):
        answer = desk.post if url.count("/") > 1 else desk.get
        assert answer(LIST + url).status_code == 404


def test_after_the_chair_has_passed_the_new_office_publishes(signed_in, key, settings):
    settings.REIHUM_NOW += timedelta(days=365)
    old, new = signed_in("RP", office=True), signed_in("SL", office=True)
    sent = {"parts": ["resolution"]}
    assert old.post(PAGE + "veroeffentlichung/", sent).status_code == 403
    assert new.post(PAGE + "veroeffentlichung/", sent).status_code == 302


def test_the_list_asks_the_same_number_of_questions_however_long(
    desk, office, intmk, key, django_assert_max_num_queries
):
    with django_assert_max_num_queries(24) as one:
        desk.get(LIST)
    for n in range(5, 9):
        adopted(office, intmk, number=f"2.{n}")
    with django_assert_max_num_queries(len(one)):
        assert text(desk.get(LIST)).count("r-id") == 5


@pytest.mark.parametrize("way", ["freigabe/", "veroeffentlichung/"])
def test_whoever_may_not_is_told_so_before_anything_else(key, signed_in, way):
    answer = signed_in("BY").post(PAGE + way, {})
    assert answer.status_code == 403
    assert "Geschäftsstelle des vorsitzenden Landes" in text(answer)
