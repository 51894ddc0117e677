from datetime import UTC, date, datetime, timedelta

import pytest

from reihum.acts.ballots import open_ballot
from reihum.acts.minutes import fix, keep, remark
from reihum.reads.journal import verify
from reihum.records.models import Conference, Item, JournalEntry, Minutes
from reihum.rules.dates import PartialDate
from reihum.rules.minutes import State
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW
from tests.paper import adopted
from tests.voting import votable

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
TODAY = date(2026, 11, 23)
AFTER_THE_TERM = NOW.replace(year=2027, month=7, day=1)


@pytest.fixture
def item(office, intmk) -> Item:
    adopted(office, intmk)
    return Item.objects.get(number="2.4")


@pytest.fixture
def unchanged(item):
    def state():
        return (
            list(Minutes.objects.values()),
            list(Item.objects.values()),
            JournalEntry.objects.count(),
        )

    before = [state()]

    def check(done: object, why: Why, words: str) -> None:
        assert isinstance(done, Refusal), done
        assert done.why is why
        assert words in done.text.de
        assert state() == before[0]

    check.again = lambda: before.__setitem__(0, state())
    return check


def fixed(by, **values):
    given = {
        "conference": 22, "state": "provisional", "as_of": TODAY,
        "opening": "Eröffnung", "closing": "Schluss",
    }  # fmt: skip
    return fix(by, **given | values)


def test_a_fixed_version_keeps_its_words_whatever_changes_later(office, item):
    done = fixed(office)
    assert (done.version, done.state) == (1, State.PROVISIONAL)
    row = Minutes.objects.get(version=1)
    assert (row.state, row.as_of, row.opening) == ("provisional", TODAY, "Eröffnung")
    before = row.content
    assert before["entries"][0]["title"] == "Öffnung der Sprachkurse"
    assert "1\N{NO-BREAK SPACE}Nein (Bayern)" in before["entries"][0]["vote"]

    Item.objects.update(title="Anders")
    remark(office, item=item.pk, text="Ein Hinweis")
    row.refresh_from_db()
    assert row.content == before
    second = fixed(office, state="final")
    assert second.version == 2
    content = Minutes.objects.get(version=2).content
    assert (content["entries"][0]["title"], content["entries"][0]["remark"]) == (
        "Anders",
        "Ein Hinweis",
    )
    assert content["title"] == "Endgültige Ergebnisniederschrift"


def test_what_has_minutes_took_place_and_what_lies_ahead_did_not(office, acting, item):
    main = item.conference
    for kind, day in (
        ("autumn", PartialDate(2026, 9, 16)),
        ("preparatory", PartialDate(2027, 3, 10)),
    ):
        Conference.objects.create(body=main.body, main=main, kind=kind, begins=day)
    fixed(office)
    states = Conference.objects.values_list("kind", "state")
    ahead = {"main": "planned", "autumn": "held", "preparatory": "planned"}
    assert dict(states) == ahead
    fixed(acting("RP", office=True, now=datetime(2027, 4, 20, tzinfo=UTC)))
    assert set(dict(states.all()).values()) == {"held"}


def test_the_journal_proves_the_words_of_a_version(office, item):
    done = fixed(office)
    entry = JournalEntry.objects.get(act="minutes.fix")
    assert done.digest in entry.data
    assert len(done.digest) == 64
    assert verify() is None


def test_what_the_office_has_typed_is_kept_until_it_fixes(office, item):
    assert keep(office, conference=22, opening="Erster Entwurf", closing="") == 22
    keep(office, conference=22, opening="Zweiter Entwurf", closing="Ende")
    row = Minutes.objects.get()
    assert (row.state, row.opening, row.closing) == ("draft", "Zweiter Entwurf", "Ende")
    assert fixed(office).version == 1


def test_a_remark_stands_at_its_item(office, item):
    assert remark(office, item=item.pk, text=" Siehe Anlage. ") == item.pk
    item.refresh_from_db()
    assert item.remark == "Siehe Anlage."
    assert JournalEntry.objects.get(act="minutes.remark").subject == f"item:{item.pk}"


def test_after_the_final_version_nothing_is_written(office, item, unchanged):
    fixed(office, state="final")
    unchanged.again()
    for done in (
        fixed(office),
        keep(office, conference=22, opening="", closing=""),
        remark(office, item=item.pk, text="Zu spät"),
    ):
        unchanged(done, Why.CONFLICT, "endgültig")


@pytest.mark.parametrize(
    ("values", "why", "words"),
    [
        ({"state": "draft"}, Why.INVALID, "„vorläufig“ oder „endgültig“"),
        ({"as_of": TODAY + timedelta(days=1)}, Why.INVALID, "in der Zukunft"),
        ({"conference": 99}, Why.UNKNOWN, "99."),
        ({"opening": "x" * 20_001}, Why.INVALID, "20001 Zeichen"),
    ],
)
def test_a_version_that_cannot_be_is_refused(office, unchanged, values, why, words):
    unchanged(fixed(office, **values), why, words)


def test_too_long_or_nowhere_nothing_is_kept(office, item, unchanged):
    long = keep(office, conference=22, opening="", closing="x" * 20_001)
    unchanged(long, Why.INVALID, "20001 Zeichen")
    unchanged(remark(office, item=item.pk, text="x" * 5_001), Why.INVALID, "5001")
    unchanged(remark(office, item=0, text="x"), Why.UNKNOWN, "Tagesordnungspunkt")


def test_a_cancelled_conference_has_no_minutes(office, intmk, unchanged):
    Conference.objects.create(
        body=intmk, number=15, begins="2020-04-29", state="cancelled"
    )
    unchanged(fixed(office, conference=15), Why.CONFLICT, "ausgefallen")


def test_no_version_during_a_vote_and_no_final_one_before_the_end(
    office, intmk, unchanged
):
    item = votable(intmk, number="2.5")
    unchanged.again()
    unchanged(fixed(office, state="final"), Why.CONFLICT, "Noch nicht abgeschlossen")
    open_ballot(office, item=item.pk)
    unchanged.again()
    unchanged(fixed(office), Why.CONFLICT, "Noch wird abgestimmt")


def test_only_the_office_in_the_chair_writes(acting, item, unchanged):
    old = acting("RP", office=True, now=AFTER_THE_TERM)
    for by in (old, acting("BY"), acting("bundesministerium")):
        unchanged(fixed(by), Why.FORBIDDEN, "die Geschäftsstelle")
        kept = keep(by, conference=22, opening="", closing="")
        unchanged(kept, Why.FORBIDDEN, "die Geschäftsstelle")
    unchanged(remark(old, item=item.pk, text="x"), Why.FORBIDDEN, "Saarland")
    new = acting("SL", office=True, now=AFTER_THE_TERM)
    assert fixed(new).version == 1


def test_nothing_on_the_agenda_makes_no_minutes(office, intmk, journal_length):
    done = fixed(office)
    assert isinstance(done, Refusal)
    assert "Tagesordnung ist leer" in done.text.de
    assert not Minutes.objects.exists()
    assert journal_length() == 0


def test_minutes_that_stand_elsewhere_are_not_written_again(office, item, unchanged):
    Conference.objects.filter(number=22).update(state="held")
    for done in (
        fixed(office),
        keep(office, conference=22, opening="", closing=""),
        remark(office, item=item.pk, text="Nachtrag"),
    ):
        unchanged(done, Why.CONFLICT, "abgeschlossen")
