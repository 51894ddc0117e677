"""A saved search sends what is new, in its language, and is ended by one click."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.test import Client
from msgspec import structs

from reihum.jobs.answer import Answer, Outcome, State
from reihum.jobs.model import Advertisement, Entry, Offer, Place
from reihum.jobs.query import Asked, Understood
from reihum.reads import jobs
from reihum.records.models import SavedSearch
from reihum.timer import saved_searches
from reihum.timer.clockwork import once
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def _entry(n: int, title: str = "Koch / Köchin") -> Entry:
    best = Advertisement(
        source="arbeitsagentur", id=str(n), title=title, employer="Stadtküche",
        url=f"https://portal.example/{n}", places=(Place("Chemnitz"),),
    )  # fmt: skip
    offer = Offer("arbeitsagentur", str(n), best.url)
    return Entry(best=best, offers=(offer,))


class Portals:
    """A job search that finds what a test says."""

    def __init__(self):
        self.entries = [_entry(1), _entry(2, "Beikoch")]
        self.broken = False
        self.outcomes = ()
        self.config = jobs.config()

    def understand(self, query, _language):
        return Understood(asked=Asked(query=query, was=query.words))

    def answer(self, understood, _own, _today):
        if self.broken:
            raise RuntimeError
        return Answer(
            understood=understood, entries=tuple(self.entries), outcomes=self.outcomes
        )


@pytest.fixture
def portals():
    made = Portals()
    jobs.use(made)
    yield made
    jobs.use(None)


@pytest.fixture
def visitor(client, intmk, portals):
    """Somebody who reads Ukrainian, has saved a search and said yes."""
    client.post(
        "/uk/jobs/merken/?was=%D0%BA%D1%83%D1%85%D0%B0%D1%80&wo=Chemnitz",
        {"mail": "kuchar@example.org", "every": "day"},
    )
    once()
    client.post(f"/uk/jobs/merken/{SavedSearch.objects.get().key}/")
    return client


def _later(settings, **more):
    settings.REIHUM_NOW = NOW + timedelta(**more)


def _link(body: str, end: str) -> str:
    return next(
        line.removeprefix("http://testserver")
        for line in body.splitlines()
        if line.startswith("http") and line.endswith(end)
    )


def test_the_first_mail_asks_and_nothing_is_sent_before_the_answer(
    client, intmk, portals, settings
):
    sent = client.post(
        "/jobs/merken/?was=Koch", {"mail": "a@example.org", "every": "week"}
    )
    assert sent.url == "/jobs/merken/gesendet/"
    once()
    _later(settings, days=1)
    once()
    (asking,) = mail.outbox
    assert asking.to == ["a@example.org"]
    assert "Koch" in asking.body
    page = client.get(_link(asking.body, "/")).content.decode()
    assert "Ja, bitte schicken" in page


def test_opening_the_link_alone_confirms_nothing(client, intmk, portals):
    client.post("/jobs/merken/?was=Koch", {"mail": "a@example.org", "every": "day"})
    key = SavedSearch.objects.get().key
    client.get(f"/jobs/merken/{key}/")
    assert SavedSearch.objects.get().confirmed_at is None


def test_once_confirmed_what_is_there_is_sent_and_then_only_what_is_new(
    visitor, portals, settings
):
    once()
    first = mail.outbox[-1]
    for part in ("Koch / Köchin", "Beikoch", "https://portal.example/2", "/uk/jobs/"):
        assert part in first.body
    _later(settings, days=1, minutes=1)
    once()
    assert mail.outbox[-1] is first
    portals.entries.append(_entry(3, "Jungkoch"))
    _later(settings, days=2, minutes=2)
    once()
    assert "Jungkoch" in mail.outbox[-1].body
    assert "Beikoch" not in mail.outbox[-1].body


def test_our_own_advertisements_are_linked_in_the_readers_language(visitor, portals):
    mine = Advertisement(source="own", id="7", title="Koch", url="/jobs/eigene/7/")
    portals.entries = [Entry(best=mine, offers=())]
    once()
    assert "http://testserver/uk/jobs/eigene/7/\n" in mail.outbox[-1].body


def test_what_local_stand_ins_made_up_is_marked_in_the_mail_too(visitor, settings):
    settings.REIHUM_JOBS = structs.replace(settings.REIHUM_JOBS, standins=True)
    once()
    assert "Демонстрація." in mail.outbox[-1].body


def test_one_click_ends_it(visitor, portals, settings):
    once()
    page = visitor.get(_link(mail.outbox[-1].body, "/ende/"))
    assert page.status_code == 200
    portals.entries.append(_entry(3))
    _later(settings, days=1, minutes=1)
    before = len(mail.outbox)
    once()
    assert len(mail.outbox) == before


def test_the_button_of_a_mail_program_ends_it_without_any_page_before(visitor):
    once()
    header = mail.outbox[-1].extra_headers["List-Unsubscribe"].strip("<>")
    assert mail.outbox[-1].extra_headers["List-Unsubscribe-Post"]
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        header.removeprefix("http://testserver"), {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert SavedSearch.objects.get().ended_at is not None


def test_a_program_that_only_looks_whether_the_link_exists_ends_nothing(visitor):
    key = SavedSearch.objects.get().key
    visitor.head(f"/jobs/merken/{key}/ende/")
    assert SavedSearch.objects.get().ended_at is None


@pytest.mark.parametrize(
    "said",
    [{"Sec-Purpose": "prefetch;prerender"}, {"X-Moz": "prefetch"},
     {"X-Purpose": "preview"}],
)  # fmt: skip
def test_a_browser_that_fetches_links_before_anybody_clicks_ends_nothing(visitor, said):
    key = SavedSearch.objects.get().key
    visitor.get(f"/jobs/merken/{key}/ende/", headers=said)
    assert SavedSearch.objects.get().ended_at is None


def test_nobody_can_have_a_link_of_theirs_sent_to_others(client, intmk, portals):
    bait = "Gewinn: https://boese.example/x www.boese.example post@boese.example"
    client.post(
        f"/jobs/merken/?{urlencode({'was': bait})}",
        {"mail": "a@example.org", "every": "day"},
    )
    once()
    body = mail.outbox[-1].body
    assert "Gewinn" in body
    assert "boese.example" not in body
    assert "//boese" not in body
    assert "@boese" not in body


def test_who_ended_it_can_go_on_and_is_forgotten_after_a_week(
    visitor, portals, settings
):
    key = SavedSearch.objects.get().key
    visitor.get(f"/jobs/merken/{key}/ende/")
    assert (
        "Doch weiter schicken" in visitor.get(f"/jobs/merken/{key}/").content.decode()
    )
    visitor.post(f"/jobs/merken/{key}/")
    assert SavedSearch.objects.get().ended_at is None
    visitor.get(f"/jobs/merken/{key}/ende/")
    _later(settings, days=8)
    once()
    assert not SavedSearch.objects.exists()
    assert visitor.get(f"/jobs/merken/{key}/").status_code == 404


def test_a_search_that_breaks_does_not_hold_up_the_mail_of_others(
    visitor, portals, caplog
):
    portals.broken = True
    once()
    assert "could not be looked for" in caplog.text
    assert SavedSearch.objects.get().due_at > NOW


def test_what_broke_is_looked_for_again_in_an_hour_and_sent_once(
    visitor, portals, settings, caplog
):
    before = len(mail.outbox)
    portals.broken = True
    once()
    once()
    assert caplog.text.count("could not be looked for") == 1
    portals.broken = False
    for minutes in (61, 62, 121, 600):
        _later(settings, minutes=minutes)
        once()
    assert len(mail.outbox) == before + 1
    assert "Beikoch" in mail.outbox[-1].body


def outcome(source: str, state: State, *, kept: bool = False) -> Outcome:
    return Outcome(source=source, name=source, state=state, kept=kept)


DOWN = (
    outcome("arbeitsagentur", State.UNREACHABLE),
    outcome("service-bund", State.LATE),
    outcome("arbeitnow", State.ANSWERED, kept=True),
    outcome("adzuna", State.OFF),
    outcome("own", State.ANSWERED),
)


def test_where_every_portal_is_down_nothing_is_sent_until_one_is_up(
    visitor, portals, settings
):
    before = len(mail.outbox)
    portals.outcomes = DOWN
    once()
    assert len(mail.outbox) == before
    assert SavedSearch.objects.get().seen == []
    portals.outcomes = (outcome("service-bund", State.ANSWERED), *DOWN)
    _later(settings, minutes=61)
    once()
    assert "Beikoch" in mail.outbox[-1].body


def test_where_they_stay_down_what_there_is_is_sent_the_same_day(
    visitor, portals, settings
):
    before = len(mail.outbox)
    portals.outcomes = DOWN
    for hour in range(24):
        _later(settings, hours=hour)
        once()
    assert len(mail.outbox) == before + 1


@pytest.mark.parametrize(
    ("outcomes", "answered"),
    [
        ((), True),  # only our own: nobody else was asked
        (DOWN[-2:], True),
        (DOWN, False),
        (DOWN[2:3], True),  # where there are only mirrors, one of them is enough
        ((outcome("arbeitnow", State.LATE), DOWN[-1]), False),
        ((*DOWN, outcome("adzuna", State.ANSWERED)), True),
    ],
)
def test_one_portal_that_answers_is_enough(outcomes, answered):
    assert saved_searches._answered(outcomes) is answered


def test_a_letter_that_cannot_be_written_does_not_come_up_for_ever(
    visitor, portals, caplog, monkeypatch
):
    def broken(*_given, **_more):
        raise ValueError

    monkeypatch.setattr(saved_searches, "finds", broken)
    once()
    assert "could not be looked for" in caplog.text
    row = SavedSearch.objects.get()
    assert row.due_at > NOW
    assert row.seen == []


def test_no_page_of_a_saved_search_sets_a_cookie_or_hands_its_address_on(visitor):
    visitor.cookies.clear()
    key = SavedSearch.objects.get().key
    for address in ("/jobs/merken/?was=Koch", f"/jobs/merken/{key}/"):
        page = visitor.get(address)
        assert not page.cookies
        assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("given", ["", "kein", "a@b", "a b@example.org"])
def test_what_is_no_mail_address_is_said_at_the_field(client, intmk, given):
    answer = client.post("/jobs/merken/?was=Koch", {"mail": given, "every": "day"})
    assert answer.status_code == 422
    assert "E-Mail-Adresse" in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_an_empty_search_cannot_be_saved(client, intmk):
    answer = client.post("/jobs/merken/", {"mail": "a@example.org", "every": "day"})
    assert answer.status_code == 422
    assert not SavedSearch.objects.exists()


def test_too_many_for_one_address_is_said_kindly(client, intmk):
    for _ in range(4):
        answer = client.post(
            "/jobs/merken/?was=Koch", {"mail": "a@example.org", "every": "day"}
        )
    assert answer.status_code == 409
    assert "schon mehrere gemerkte Suchen" in answer.content.decode()
