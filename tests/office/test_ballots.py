import pytest
from django.test import Client

from reihum.acts import agenda, synopsis
from reihum.acts.ballots import cast, close, record
from reihum.reads.journal import verify
from reihum.records.models import Ballot, CastVote, Item, JournalEntry, Statement
from reihum.rules.laender import CODES
from tests.conftest import NOW
from tests.voting import MIXED, opened, roll_call, votable
from tests.wished import laid_on, wished

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LIST = "/buero/intmk/konferenzen/22/abstimmungen/"
WORDS = {"yes": "ja", "no": "nein", "abstain": "enthaltung"}


def page(pk: int, what: str = "") -> str:
    return f"/buero/intmk/abstimmungen/{pk}/{what}"


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def ballot(office, intmk) -> int:
    return opened(office, intmk)


@pytest.fixture
def desk(signed_in) -> Client:
    return signed_in("RP", office=True)


def test_the_office_opens_a_ballot_with_those_present(desk, intmk):
    item = votable(intmk)
    url = f"/buero/intmk/punkte/{item.pk}/abstimmung/"
    asked = desk.get(url)
    assert text(asked).count("checked") == 16
    assert "11 von 16 nötig" in text(asked)

    done = desk.post(url, {"present": [c for c in CODES if c != "TH"]}, follow=True)
    row = Ballot.objects.get()
    assert done.redirect_chain == [(page(row.pk), 302)]
    assert "TH" not in row.present
    assert "abwesend" in text(done)


def test_nobody_present_is_a_sentence_and_nothing_is_opened(desk, intmk):
    url = f"/buero/intmk/punkte/{votable(intmk).pk}/abstimmung/"
    done = desk.post(url, {})
    assert done.status_code == 422
    assert "Bitte kreuzen Sie an, wer anwesend ist." in text(done)
    assert not Ballot.objects.exists()


def test_an_item_that_is_not_on_the_agenda_cannot_be_opened(desk, intmk):
    item = votable(intmk)
    Item.objects.update(stage="withdrawn")
    url = f"/buero/intmk/punkte/{item.pk}/abstimmung/"
    done = desk.post(url, {"present": CODES})
    assert done.status_code == 409
    assert "zurückgezogen" in text(done)
    assert text(done).count("checked") == 16


def test_a_land_cannot_open_and_an_unknown_item_is_not_there(signed_in, desk, intmk):
    url = f"/buero/intmk/punkte/{votable(intmk).pk}/abstimmung/"
    for answer in (signed_in("BY").get(url), signed_in("BY").post(url)):
        assert answer.status_code == 403
        assert "Geschäftsstelle" in text(answer)
    assert desk.get("/buero/intmk/punkte/999/abstimmung/").status_code == 404


def test_the_office_saves_the_whole_grid_with_one_button(desk, ballot):
    sent = {f"v-{code}": WORDS[vote] for code, vote in MIXED.items()}
    done = desk.post(page(ballot, "stimmen/"), sent, follow=True)
    assert "16 Stimmen gespeichert." in text(done)
    assert dict(CastVote.objects.values_list("member", "vote")) == MIXED
    assert "Alle haben abgestimmt" in text(done)
    assert "13 Ja, 1 Nein (BY), 2 Enthaltungen (HE, SL): angenommen" in text(done)


def test_closing_stores_what_stands_in_the_grid_first(desk, ballot):
    sent = {f"v-{code}": WORDS[vote] for code, vote in MIXED.items()}
    done = desk.post(page(ballot, "schluss/"), sent, follow=True)
    assert "Die Abstimmung ist geschlossen." in text(done)
    assert dict(CastVote.objects.values_list("member", "vote")) == MIXED


def test_a_vote_cast_meanwhile_stops_the_closing_too(desk, acting, ballot):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    done = desk.post(page(ballot, "schluss/"), {"v-BY": "ja", "v-SN": "enthaltung"})
    assert done.status_code == 409
    assert 'name="v-SN" value="enthaltung" checked' in " ".join(text(done).split())
    assert Ballot.objects.get().closed_at is None


def test_saving_again_without_a_change_writes_nothing(desk, office, ballot):
    record(office, ballot=ballot, votes={"BY": "no"})
    length = JournalEntry.objects.count()
    sent = {"v-BY": "nein", "s-BY": "no"}
    done = desk.post(page(ballot, "stimmen/"), sent, follow=True)
    assert "Es gab nichts zu speichern" in text(done)
    assert JournalEntry.objects.count() == length


def test_a_vote_cast_meanwhile_stops_the_grid_and_keeps_what_was_entered(
    desk, acting, ballot
):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    done = desk.post(page(ballot, "stimmen/"), {"v-BY": "ja", "v-SN": "enthaltung"})
    assert done.status_code == 409
    assert "Bayern: Um 09:00 Uhr ist eine andere Stimme eingegangen" in text(done)
    assert '<input type="hidden" name="s-BY" value="no">' in text(done)
    assert 'name="v-SN" value="enthaltung" checked' in " ".join(text(done).split())
    assert CastVote.objects.count() == 1


def test_a_vote_that_the_grid_showed_is_not_sent_back_over_a_newer_one(
    desk, office, acting, ballot
):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    record(office, ballot=ballot, votes={"BY": "abstain"})
    sent = {"v-BY": "nein", "s-BY": "no", "v-SN": "ja"}
    assert desk.post(page(ballot, "stimmen/"), sent).status_code == 302
    assert dict(CastVote.objects.values_list("member", "vote")) == {
        "BY": "abstain", "SN": "yes",
    }  # fmt: skip


def test_a_land_casts_its_vote_and_sees_what_was_stored(signed_in, ballot):
    land = signed_in("SN")
    sent = {"member": "SN", "vote": "ja"}
    assert "Stimme abgeben" in text(land.get(page(ballot)))
    done = land.post(page(ballot, "stimme/"), sent, follow=True)
    assert "Gespeichert: Sachsen, Ja." in text(done)
    assert "abgegeben <time" in text(done)
    assert "Stimme abgeben" not in text(done)


def test_a_second_vote_says_when_and_how_the_first_was_cast(signed_in, ballot):
    sent = {"member": "SN", "vote": "ja"}
    signed_in("SN").post(page(ballot, "stimme/"), sent)
    length = JournalEntry.objects.count()
    second = signed_in("SN", name="sn-zwei")
    done = second.post(page(ballot, "stimme/"), sent | {"vote": "nein"})
    assert done.status_code == 409
    assert "Sachsen hat um 09:00 Uhr bereits abgestimmt (Ja)." in text(done)
    assert CastVote.objects.get().vote == "yes"
    assert JournalEntry.objects.count() == length


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ({"member": "BY", "vote": "ja"}, 403, "Bayern selbst"),
        ({"vote": "ja"}, 403, "gehört nicht dazu"),
        ({"member": "SN"}, 422, "Bitte wählen Sie Ja, Nein oder Enthaltung."),
        ({"member": "SN", "vote": "vielleicht"}, 422, "ist keine Stimme"),
    ],
)
def test_a_wrong_vote_is_refused_with_a_sentence(
    signed_in, ballot, sent, status, words
):
    length = JournalEntry.objects.count()
    done = signed_in("SN").post(page(ballot, "stimme/"), sent)
    assert done.status_code == status
    assert words in text(done)
    assert not CastVote.objects.exists()
    assert JournalEntry.objects.count() == length


def test_a_vote_after_the_closing_is_refused_on_the_page(signed_in, office, ballot):
    close(office, ballot=ballot)
    length = JournalEntry.objects.count()
    sent = {"member": "SN", "vote": "ja"}
    done = signed_in("SN").post(page(ballot, "stimme/"), sent)
    assert done.status_code == 409
    assert "geschlossen. Danach zählt keine Stimme mehr." in text(done)
    assert JournalEntry.objects.count() == length


def test_a_guest_sees_no_ballot_and_a_stranger_has_to_sign_in(signed_in, ballot):
    guest = signed_in("bundesministerium")
    assert guest.get(page(ballot)).status_code == 404
    assert guest.get(LIST).status_code == 200
    assert "Sprachkurse" not in text(guest.get(LIST))
    sent = {"member": "bundesministerium", "vote": "ja"}
    assert guest.post(page(ballot, "stimme/"), sent).status_code in {403, 404}
    assert Client().get(page(ballot)).status_code == 302
    assert not CastVote.objects.exists()


def test_closing_shows_the_explained_result_and_the_resolution(desk, acting, ballot):
    roll_call(acting, ballot)
    done = desk.post(page(ballot, "schluss/"), follow=True)
    shown = text(done)
    for words in (
        "Angenommen mit 13 von 16 Stimmen",
        "11 von 16 nötig",
        "Annahme: ",
        "Hessen, Saarland",
        "/buero/intmk/beschluesse/22-2.4/",
        "Erklärungen zu Protokoll",
    ):
        assert words in " ".join(shown.split()), words
    assert "Abstimmung schließen" not in shown


def test_breaking_off_leads_back_to_the_agenda(desk, ballot):
    done = desk.post(page(ballot, "abbruch/"), follow=True)
    assert "Abgebrochen" in text(done)
    assert Item.objects.get().stage == "on_agenda"


@pytest.mark.parametrize("what", ["stimmen/", "schluss/", "abbruch/"])
def test_what_is_the_office_s_is_refused_to_a_land(signed_in, ballot, what):
    length = JournalEntry.objects.count()
    done = signed_in("BY").post(page(ballot, what), {"v-BY": "nein"})
    assert done.status_code == 403
    assert "Geschäftsstelle" in text(done)
    assert JournalEntry.objects.count() == length
    assert signed_in("BY").get(page(ballot, what)).status_code == 405


def test_the_day_after_its_term_the_old_office_sees_no_grid_to_fill(
    desk, signed_in, ballot, settings
):
    settings.REIHUM_NOW = NOW.replace(year=2027, month=7, day=1)
    assert "Stimmen speichern" not in text(desk.get(page(ballot)))
    refused = desk.post(page(ballot, "schluss/"))
    assert refused.status_code == 403
    assert "den Vorsitz hat das Saarland" in text(refused)
    assert "Stimmen speichern" in text(signed_in("SL", office=True).get(page(ballot)))


def test_an_unknown_ballot_or_conference_is_not_there(desk, intmk):
    assert desk.get(page(999)).status_code == 404
    assert desk.post(page(999, "schluss/")).status_code == 404
    assert desk.get(LIST.replace("22", "99")).status_code == 404


def test_the_list_shows_what_is_open_what_can_be_opened_and_what_is_closed(
    desk, signed_in, office, intmk, ballot
):
    votable(intmk, "2.5")
    done = opened(office, intmk, number="2.6")
    record(office, ballot=done, votes=MIXED)
    close(office, ballot=done)
    shown = text(desk.get(LIST))
    for words in ("offen, 0 von 16 Stimmen", "Eröffnen", "Angenommen mit 13 von 16"):
        assert words in shown
    assert "Eröffnen" not in text(signed_in("BY").get(LIST))


def test_a_conference_without_ballots_says_so(signed_in, intmk):
    assert "Noch keine Abstimmung" in text(signed_in("BY").get(LIST))


def test_a_land_gives_its_statement_and_everybody_inside_reads_it(
    signed_in, office, acting, ballot
):
    roll_call(acting, ballot)
    close(office, ballot=ballot)
    item = Ballot.objects.get().item_id
    url = f"/buero/intmk/punkte/{item}/erklaerung/"
    land = signed_in("BY")
    assert url in text(land.get(page(ballot)))
    done = land.post(url, {"member": "BY", "text": "Wir <b>teilen</b> das Ziel."})
    assert (done.status_code, done["location"]) == (302, page(ballot))
    shown = text(signed_in("SN").get(page(ballot)))
    assert "Wir &lt;b&gt;teilen&lt;/b&gt; das Ziel." in shown
    assert "mit Erklärung zu Protokoll" in shown
    assert url not in text(land.get(page(ballot)))


def test_before_the_vote_a_statement_leads_back_to_the_desk(signed_in, intmk):
    item = votable(intmk)
    url = f"/buero/intmk/punkte/{item.pk}/erklaerung/"
    done = signed_in("BY").post(url, {"member": "BY", "text": "Wir …"})
    assert (done.status_code, done["location"]) == (302, "/buero/intmk/")
    assert Statement.objects.get().item_id == item.pk


def test_a_statement_that_cannot_be_is_refused_and_what_was_typed_stays(
    signed_in, office, ballot
):
    item = Ballot.objects.get().item_id
    url = f"/buero/intmk/punkte/{item}/erklaerung/"
    land = signed_in("BY")
    empty = land.post(url, {"member": "BY", "text": " "})
    assert (empty.status_code, Statement.objects.count()) == (422, 0)
    foreign = land.post(url, {"member": "SN", "text": "Wir …"})
    assert (foreign.status_code, Statement.objects.count()) == (422, 0)
    land.post(url, {"member": "BY", "text": "Wir …"})
    again = land.post(url, {"member": "BY", "text": "Noch einmal."})
    assert again.status_code == 409
    assert "schon eine Erklärung" in text(again)
    assert "Noch einmal." in text(again)
    assert signed_in("bundesministerium").get(url).status_code == 404
    assert verify() is None


def test_the_page_of_a_ballot_has_a_fixed_number_of_queries(
    desk, acting, ballot, django_assert_max_num_queries
):
    roll_call(acting, ballot)
    with django_assert_max_num_queries(16):
        desk.get(page(ballot))


def test_before_a_vote_the_office_is_told_of_wishes_that_are_undecided(
    office, acting, desk, intmk
):
    motion = wished(acting)
    item = agenda.place(office, motion=motion, number="1")
    url = f"/buero/intmk/punkte/{item}/abstimmung/"
    assert "Stellen dieses Textes ist noch nicht entschieden." in text(desk.get(url))
    synopsis.decide(
        office, motion=motion, version=1, accepted=False,
        keys=[point.key for point in laid_on(motion).synopsis.points],
    )  # fmt: skip
    assert "noch nicht entschieden" not in text(desk.get(url))
