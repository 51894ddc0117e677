import pytest

from reihum.acts.mandates import close, note_mandate, report
from reihum.reads.journal import verify
from reihum.records.models import (
    JournalEntry,
    Mandate,
    MandateStep,
    Member,
    Resolution,
)
from reihum.rules.dates import PartialDate
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW
from tests.paper import adopted

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
AFTER_THE_TERM = NOW.replace(year=2027, month=7, day=1)
DUE = PartialDate(2027, 2)


@pytest.fixture
def key(office, intmk) -> str:
    return adopted(office, intmk)


@pytest.fixture
def mandate(office, key) -> int:
    return note_mandate(
        office, key=key, subject=" Bericht zu Ziffer 1 ", addressee="RP", due=DUE
    )


@pytest.fixture
def unchanged(key):
    def state():
        return (
            list(Mandate.objects.values()),
            list(MandateStep.objects.values()),
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


def steps(pk: int) -> list[str]:
    return list(MandateStep.objects.filter(mandate=pk).values_list("what", flat=True))


def test_a_mandate_has_a_source_an_addressee_and_a_date_as_exact_as_it_is(mandate, key):
    row = Mandate.objects.get(pk=mandate)
    assert (row.subject, row.addressee, row.due) == ("Bericht zu Ziffer 1", "RP", DUE)
    assert row.resolution.key == key
    assert row.demo
    assert steps(mandate) == ["Auftrag vermerkt: Bericht zu Ziffer 1"]
    assert '"due": "2027-02"' in JournalEntry.objects.get(act="mandate.note").data


def test_reports_and_the_end_of_a_mandate_are_steps_of_its_chain(
    office, acting, mandate
):
    assert report(acting("RP"), mandate=mandate, what="Zwischenbericht") == mandate
    assert report(office, mandate=mandate, what="Bericht vorgelegt") == mandate
    assert close(office, mandate=mandate) == mandate
    row = Mandate.objects.get(pk=mandate)
    assert row.reported_on == row.closed_on == NOW.date()
    assert steps(mandate)[1:] == [
        "Zwischenbericht",
        "Bericht vorgelegt",
        "Auftrag abgeschlossen",
    ]
    entries = JournalEntry.objects.filter(subject=f"mandate:{mandate}")
    assert [(e.act, e.member) for e in entries] == [
        ("mandate.note", ""),
        ("mandate.report", "RP"),
        ("mandate.report", "RP"),
        ("mandate.close", ""),
    ]
    assert verify() is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"subject": " "}, "was zu tun ist"),
        ({"addressee": ""}, "wer es tun soll"),
        ({"due": PartialDate(2026, 10)}, "Die Frist liegt vor dem Beschluss"),
        ({"subject": "x" * 251}, "251 Zeichen"),
    ],
)
def test_an_incomplete_mandate_is_refused(office, key, unchanged, values, words):
    given = {"key": key, "subject": "Bericht", "addressee": "RP", "due": None} | values
    unchanged(note_mandate(office, **given), Why.INVALID, words)


def test_what_there_is_not_is_refused(office, unchanged):
    done = note_mandate(office, key="1-1", subject="a", addressee="b", due=None)
    unchanged(done, Why.UNKNOWN, "Diesen Beschluss gibt es nicht")
    unchanged(report(office, mandate=0, what="x"), Why.UNKNOWN, "Diesen Auftrag")
    unchanged(close(office, mandate=0), Why.UNKNOWN, "Diesen Auftrag")


def test_a_closed_mandate_stays_as_it_is(office, mandate, unchanged):
    close(office, mandate=mandate)
    unchanged.again()
    unchanged(close(office, mandate=mandate), Why.CONFLICT, "schon abgeschlossen")
    unchanged(report(office, mandate=mandate, what="x"), Why.CONFLICT, "schon")


def test_an_empty_report_is_refused(office, mandate, unchanged):
    unchanged.again()
    unchanged(report(office, mandate=mandate, what="  "), Why.INVALID, "in einem Satz")


def test_only_the_office_in_the_chair_notes_and_closes(acting, key, mandate, unchanged):
    unchanged.again()
    old = acting("RP", office=True, now=AFTER_THE_TERM)
    for by in (old, acting("BY")):
        done = note_mandate(by, key=key, subject="a", addressee="b", due=None)
        unchanged(done, Why.FORBIDDEN, "die Geschäftsstelle")
        unchanged(close(by, mandate=mandate), Why.FORBIDDEN, "die Geschäftsstelle")
    new = acting("SL", office=True, now=AFTER_THE_TERM)
    assert close(new, mandate=mandate) == mandate


def test_a_guest_cannot_report_on_what_is_not_released(acting, mandate, unchanged):
    unchanged.again()
    guest = acting("bundesministerium")
    unchanged(report(guest, mandate=mandate, what="x"), Why.UNKNOWN, "Diesen Auftrag")


def test_the_bund_reports_on_a_released_mandate_and_a_guest_does_not(
    acting, intmk, mandate, unchanged
):
    Member.objects.create(
        body=intmk, code="BUND", kind="bund", name="Bund", votes=False, position=18
    )
    Resolution.objects.update(published_at=NOW, released=["resolution"])
    unchanged.again()
    guest = acting("bundesministerium")
    unchanged(report(guest, mandate=mandate, what="x"), Why.FORBIDDEN, "der Bund")
    assert report(acting("BUND"), mandate=mandate, what="Bericht") == mandate
