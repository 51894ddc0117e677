import pytest
from django.test import Client

from reihum.acts.minutes import fix
from reihum.acts.resolutions import publish
from reihum.records.models import Conference, Item, JournalEntry, Minutes
from tests.conftest import NOW
from tests.paper import adopted, with_statement

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
PAGE = "/buero/intmk/konferenzen/22/niederschrift/"
FIX = PAGE + "festschreiben/"
VERSION = PAGE + "1/"
TODAY = NOW.date()
WORDING = "Sie bitten um Bericht."
SENT = {
    "opening": "Die Vorsitzende eröffnet.",
    "closing": "Sie dankt.",
    "state": "provisional",
    "as_of": "2026-11-23",
    "fix": "",
}


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def item(office, acting, intmk) -> Item:
    adopted(office, intmk)
    with_statement(acting("BY"), intmk)
    return Item.objects.get(number="2.4")


@pytest.fixture
def desk(signed_in) -> Client:
    return signed_in("RP", office=True)


@pytest.fixture
def fixed(office, item):
    return fix(
        office, conference=22, state="provisional", as_of=TODAY,
        opening="", closing="",
    )  # fmt: skip


def test_the_draft_follows_what_happened(desk, item):
    page = text(desk.get(PAGE))
    for words in (
        "Ergebnisniederschrift (Entwurf)",
        "Antrag: NI",
        "Beschluss:",
        WORDING,
        "Angenommen mit 13 von 16 Stimmen",
        "Protokollerklärung Bayern:",
        "alle 16 Länder",
        "Hinweis schreiben",
    ):
        assert words in page


def test_the_office_writes_around_the_items_and_fixes_a_version(desk, item):
    kept = desk.post(FIX, SENT | {"keep": ""}, follow=True)
    assert "Festgeschrieben ist noch nichts." in text(kept)
    assert "Die Vorsitzende eröffnet." in text(kept)
    assert "Die Vorsitzende eröffnet." in text(desk.get(FIX))

    done = desk.post(FIX, SENT, follow=True)
    assert done.redirect_chain == [(VERSION, 302)]
    assert "Vorläufige Ergebnisniederschrift" in text(done)
    assert "Die Vorsitzende eröffnet." in text(done)
    file = desk.get(PAGE + "1.md")
    assert file["Content-Type"].startswith("text/markdown")
    assert "niederschrift-intmk-22-1.md" in file["Content-Disposition"]
    assert "# Vorläufige Ergebnisniederschrift" in text(file)


def test_a_remark_is_written_at_its_item(desk, item):
    url = f"/buero/intmk/punkte/{item.pk}/hinweis/"
    done = desk.post(url, {"text": "Siehe auch TOP 1."}, follow=True)
    assert done.redirect_chain == [(PAGE, 302)]
    assert "Siehe auch TOP 1." in text(done)
    assert "Siehe auch TOP 1." in text(desk.get(url))
    long = desk.post(url, {"text": "x" * 5001})
    assert (long.status_code, "5001 Zeichen" in text(long)) == (422, True)
    desk.post(url, {"text": ""})
    item.refresh_from_db()
    assert item.remark == ""


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ({"as_of": "2026-11-24"}, 422, "in der Zukunft"),
        ({"as_of": ""}, 422, "Bitte geben Sie den Stand an."),
        ({"state": "draft"}, 422, ""),
        ({"opening": "x" * 20_001, "keep": ""}, 422, "20001 Zeichen"),
    ],
)
def test_wrong_input_is_a_sentence_and_nothing_is_fixed(
    desk, item, sent, status, words
):
    entries = JournalEntry.objects.count()
    done = desk.post(FIX, SENT | sent)
    assert done.status_code == status
    assert words in text(done)
    assert "Sie dankt." in text(done)
    assert not Minutes.objects.exists()
    assert JournalEntry.objects.count() == entries


def test_after_the_final_version_there_is_nothing_to_write(desk, item):
    desk.post(FIX, SENT | {"state": "final"})
    page = text(desk.get(PAGE))
    assert "Hinweis schreiben" not in page
    assert "Fassung festschreiben" not in page
    again = desk.post(FIX, SENT)
    assert (again.status_code, "endgültig" in text(again)) == (409, True)


def test_a_cancelled_conference_has_no_minutes(desk, intmk):
    Conference.objects.create(
        body=intmk, number=15, begins="2020-04-29", state="cancelled"
    )
    page = text(desk.get(PAGE.replace("22", "15")))
    assert "Die Konferenz ist ausgefallen" in page
    refused = desk.post(FIX.replace("22", "15"), SENT)
    assert (refused.status_code, "ausgefallen" in text(refused)) == (409, True)


def test_members_read_fixed_versions_and_not_the_draft(signed_in, item, office):
    client = signed_in("BY")
    before = text(client.get(PAGE))
    assert "Noch keine Fassung" in before
    assert WORDING not in before
    fix(
        office, conference=22, state="provisional", as_of=TODAY,
        opening="", closing="",
    )  # fmt: skip
    assert WORDING in text(client.get(PAGE))
    assert WORDING in text(client.get(VERSION))
    for url in (FIX, f"/buero/intmk/punkte/{item.pk}/hinweis/"):
        assert client.get(url).status_code == 403
        assert client.post(url, SENT).status_code == 403


def test_a_guest_reads_only_the_released_parts(signed_in, office, fixed):
    guest = signed_in("bundesministerium")
    page = text(guest.get(PAGE))
    assert WORDING not in page
    assert "Fassungen" not in page
    for url in (VERSION, PAGE + "1.md"):
        assert guest.get(url).status_code == 404
    publish(office, key="22-2.4", parts=["resolution"])
    public = text(Client().get("/intmk/konferenzen/22/niederschrift/"))
    assert WORDING in public
    assert "Bayern hält daran fest." not in public


def test_a_stranger_is_asked_to_sign_in(fixed):
    for url in (PAGE, VERSION, FIX, PAGE + "1.md"):
        assert Client().get(url).status_code == 302


def test_what_there_is_not_is_not_found(desk, fixed):
    for url in (PAGE.replace("22", "99"), FIX.replace("22", "99"), PAGE + "9/"):
        assert desk.get(url).status_code == 404
    assert desk.get("/buero/intmk/punkte/999/hinweis/").status_code == 404


def test_the_draft_asks_the_same_number_of_questions_however_long(
    desk, office, intmk, item, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as one:
        desk.get(PAGE)
    for n in range(5, 9):
        adopted(office, intmk, number=f"2.{n}")
    with django_assert_max_num_queries(len(one)):
        assert text(desk.get(PAGE)).count(WORDING) == 5
