"""The agenda through the pages: the office makes it, a Land reads it."""

from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation

from reihum.acts import agenda, motions
from reihum.records.models import Conference, Item
from reihum.rules.stages import Move, Treatment

pytestmark = pytest.mark.integration


@pytest.fixture
def placed(intmk, acting, office):
    """Put a motion on the agenda: `placed("2.4")` returns the id of its item."""

    def one(number: str, treatment: Treatment = Treatment.NONE) -> int:
        done = motions.submit_new(
            acting("NI"), member="NI", conference=22,
            title=f"Antrag {number}", text="1. Die Konferenz bittet.",
        )  # fmt: skip
        return agenda.place(
            office, motion=done.motion, number=number, treatment=treatment
        )

    return one


@pytest.fixture
def bureau(signed_in):
    """The browser of the office."""
    return signed_in("RP", office=True)


def url(name: str, *args: object) -> str:
    """Return the German address, whatever language the last answer was in."""
    with translation.override("de"):
        return reverse(f"office:{name}", args=["intmk", *args])


def seen(answer) -> str:
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def numbers(page: str) -> list[str]:
    marks = page.split('<span class="r-agenda__no">')[1:]
    return [mark.partition("<")[0] for mark in marks]


# ── the agenda ─────────────────────────────────────────────────────────────
def test_items_stand_under_their_headings_in_printed_order(placed, bureau):
    for number in ("3", "2.10", "2.9b", "A3", "1", "2.9"):
        placed(number)
    for number, title in (("2", "Teilhabe"), ("A", "Berichte")):
        bureau.post(
            url("agenda_add", 22),
            {"kind": "section", "number": number, "title": title},
        )
    page = seen(bureau.get(url("agenda", 22)))
    assert numbers(page) == ["1", "2.9", "2.9b", "2.10", "3", "A3"]
    assert "<b>2 Teilhabe</b> <span>3</span>" in page
    assert page.index("2 Teilhabe") < page.index("2.9b") < page.index("Antrag 3")


def test_an_agenda_of_a_hundred_items_is_read_with_a_fixed_number_of_queries(
    intmk, office, bureau, django_assert_num_queries
):
    def fill(start: int, count: int) -> None:
        rows = [
            motions.Incoming(
                title=f"Antrag {n}", text="1. T", member="NI", cosponsors=("HB",)
            )
            for n in range(count)
        ]
        pks = motions.import_many(office, conference=22, rows=rows)
        for n, pk in enumerate(pks, start):
            agenda.place(office, motion=pk, number=f"2.{n}", treatment=Treatment.BLOCK)

    fill(1, 1)
    with django_assert_num_queries(17):
        bureau.get(url("agenda", 22))
    fill(2, 99)
    with django_assert_num_queries(17):
        page = seen(bureau.get(url("agenda", 22)))
    assert len(numbers(page)) == 100


def test_an_empty_agenda_says_what_comes_next(intmk, signed_in):
    assert "Noch leer" in seen(signed_in("BY").get(url("agenda", 22)))


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"number": "1"}, 409, "schon vergeben"),
        ({"number": "eins"}, 422, "keine Nummer"),
        ({"number": ""}, 422, "Bitte ausfüllen."),
        ({"title": ""}, 422, "Bitte ausfüllen."),
        ({"title": "x" * 301}, 422, "höchstens 300 Zeichen"),
        ({"kind": "anderes"}, 422, "anderes"),
    ],
)
def test_a_wrong_line_comes_back_with_a_sentence(
    *, placed, bureau, journal_length, given, status, sentence
):
    placed("1")
    before = journal_length()
    typed = {"kind": "item", "number": "7", "title": "Bericht der AG"}
    answer = bureau.post(url("agenda_add", 22), typed | given)
    assert answer.status_code == status
    assert sentence in seen(answer)
    assert (Item.objects.count(), journal_length()) == (1, before)


def test_the_office_publishes_the_agenda_once(placed, bureau, client):
    address = "/intmk/konferenzen/22/tagesordnung/"
    placed("1")
    assert "Antrag 1" not in seen(client.get(address))
    page = seen(bureau.post(url("agenda_publish", 22), follow=True))
    assert "Die Tagesordnung ist jetzt öffentlich." in page
    assert "Veröffentlichen" not in page
    assert "Antrag 1" in seen(client.get(address))
    assert bureau.post(url("agenda_publish", 22)).status_code == 409


def test_a_land_reads_and_changes_nothing(placed, signed_in, journal_length):
    item, browser = placed("1"), signed_in("BY")
    before = journal_length()
    page = seen(browser.get(url("agenda", 22)))
    for word in ("Hinzufügen", "Veröffentlichen", "Noch ohne Platz"):
        assert word not in page
    assert "Behandlung" not in seen(browser.get(url("item", item)))
    posts = {
        url("agenda_add", 22): {"kind": "item", "number": "7", "title": "A"},
        url("agenda_publish", 22): {},
        url("item_treat", item): {"treatment": "block"},
        url("item_end", item): {"move": "note"},
        url("item_join", item): {"with_item": item},
    }
    for address, data in posts.items():
        answer = browser.post(address, data)
        assert answer.status_code == 403, address
        assert "Das kann nur die Geschäftsstelle" in seen(answer)
        assert browser.post(address, {}).status_code >= 400
    assert journal_length() == before


def test_the_office_of_last_year_changes_nothing(
    placed, signed_in, settings, journal_length
):
    item, before = placed("1"), journal_length()
    settings.REIHUM_NOW = settings.REIHUM_NOW.replace(year=2027, month=7, day=1)
    old = signed_in("RP", office=True)
    assert "Veröffentlichen" not in seen(old.get(url("agenda", 22)))
    answer = old.post(url("item_treat", item), {"treatment": "block"})
    assert answer.status_code == 403
    assert "den Vorsitz hat das Saarland" in seen(answer)
    assert journal_length() == before
    new = signed_in("SL", office=True)
    assert new.post(url("item_treat", item), {"treatment": "block"}).status_code == 302


# ── one item ───────────────────────────────────────────────────────────────
def test_an_item_shows_its_wording_and_leads_to_its_motion(placed, signed_in):
    item = placed("2.4")
    page = seen(signed_in("BY").get(url("item", item)))
    assert "Die Konferenz bittet." in page
    assert url("motion", Item.objects.get().motion_id) in page


def test_the_office_says_how_an_item_is_dealt_with(placed, bureau):
    item = placed("2.4")
    for treatment in ("block", "a_item", "main_only", "no_topics", "none"):
        page = seen(
            bureau.post(url("item_treat", item), {"treatment": treatment}, follow=True)
        )
        assert "Die Behandlung ist festgelegt." in page
        assert Item.objects.get().treatment == treatment
    refused = bureau.post(url("item_treat", item), {"treatment": "joint"})
    assert refused.status_code == 422


def test_a_land_takes_an_item_out_of_the_block(placed, signed_in):
    item = placed("2.9", Treatment.BLOCK)
    browser = signed_in("BY")
    page = seen(browser.get(url("agenda", 22)))
    assert "Gemeinsam und ohne Aussprache entschieden: TOP 2.9." in page
    assert "Aus dem Block nehmen" in page
    answer = browser.post(url("item_pull"), {"pull": f"{item} BY"}, follow=True)
    assert "Bayern hat TOP 2.9 aus dem Block genommen." in seen(answer)
    assert "r-tag--a" in seen(answer)
    assert "Aus dem Block nehmen" not in seen(answer)
    assert browser.post(url("item_pull"), {"pull": f"{item} BY"}).status_code == 409


@pytest.mark.parametrize(
    ("pull", "status"),
    [("{} SN", 403), ("{}", 403), ("4711 BY", 404), ("", 404), ("² BY", 404)],
)
def test_a_wrong_pull_is_a_sentence(placed, signed_in, pull, status):
    item = placed("2.9", Treatment.BLOCK)
    answer = signed_in("BY").post(url("item_pull"), {"pull": pull.format(item)})
    assert answer.status_code == status
    assert Item.objects.get().treatment == "block"


def test_items_are_joined_and_refer_to_each_other(placed, bureau):
    three, five = placed("3"), placed("5")
    answer = bureau.post(url("item_join", five), {"with_item": three}, follow=True)
    assert "Die Punkte werden gemeinsam behandelt." in seen(answer)
    page = seen(bureau.get(url("agenda", 22)))
    assert numbers(page) == ["3/5", "5"]
    assert "Siehe TOP 3" in page
    assert "Siehe TOP 3" in seen(bureau.get(url("item", five)))
    assert bureau.post(url("item_join", five), {"with_item": three}).status_code == 409
    assert bureau.post(url("item_join", three), {"with_item": "x"}).status_code == 422


def test_an_item_ends_without_a_vote(placed, bureau):
    item = placed("2.4")
    assert bureau.post(url("item_end", item), {}).status_code == 422
    page = seen(bureau.post(url("item_end", item), {"move": "defer"}, follow=True))
    assert "vertagt" in page
    assert "Ohne Abstimmung beenden" not in page
    refused = bureau.post(url("item_end", item), {"move": "note"})
    assert refused.status_code == 409
    assert "endgültig" in seen(refused)


def test_an_ended_item_keeps_its_number_on_the_agenda(placed, bureau, office):
    agenda.finish(office, item=placed("2.5"), move=Move.DROP)
    placed("2.6")
    page = seen(bureau.get(url("agenda", 22)))
    assert numbers(page) == ["2.5", "2.6"]
    assert '<li class="is-gone">' in page


def test_a_heading_has_no_forms(intmk, bureau):
    bureau.post(
        url("agenda_add", 22), {"kind": "section", "number": "2", "title": "Teilhabe"}
    )
    item = Item.objects.get().pk
    assert "Behandlung" not in seen(bureau.get(url("item", item)))
    answer = bureau.post(url("item_treat", item), {"treatment": "block"})
    assert answer.status_code == 409
    assert "Das ist eine Überschrift" in seen(answer)


def test_an_item_that_is_not_there_is_a_sentence(intmk, bureau):
    assert "gibt es nicht" in seen(bureau.get(url("item", 4711)))
    for name in ("item_treat", "item_join", "item_end"):
        assert bureau.post(url(name, 4711)).status_code == 404


def test_a_guest_sees_the_agenda_when_it_is_public(placed, bureau, signed_in):
    item = placed("1")
    guest = signed_in("bundesministerium")
    assert "Antrag 1" not in seen(guest.get(url("agenda", 22)))
    assert guest.get(url("item", item)).status_code == 404
    bureau.post(url("agenda_publish", 22))
    assert "Antrag 1" in seen(guest.get(url("agenda", 22)))
    assert guest.get(url("item", item)).status_code == 200
    assert Conference.objects.get().agenda_published_at is not None


@pytest.mark.parametrize("sent", ["", "x BY", "²  BY", "9" * 5000 + " BY", "-1 BY"])
def test_an_item_that_is_none_is_not_pulled(intmk, signed_in, sent, journal_length):
    answer = signed_in("BY").post(url("item_pull"), {"pull": sent})
    assert answer.status_code == 404
    assert "gibt es nicht" in seen(answer)
    assert journal_length() == 0
