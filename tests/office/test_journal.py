"""The journal in the office: read by members, proven on demand."""

import re
from importlib.resources import files

import pytest

from reihum.acts import conferences, motions
from reihum.office.journal_words import WORDS
from reihum.records.models import JournalEntry
from reihum.rules.dates import PartialDate
from tests.pages import source, words

pytestmark = pytest.mark.integration

JOURNAL = "/buero/intmk/journal/"


@pytest.fixture
def planned(office):
    conferences.plan(office, number=23, begins=PartialDate(2028, 3))
    conferences.cancel(office, number=23, note="Wegen Hochwassers.")


@pytest.mark.parametrize(("member", "keeps"), [("RP", True), ("BY", False)])
def test_office_and_members_read_it(signed_in, planned, member, keeps):
    page = words(signed_in(member, office=keeps).get(JOURNAL))
    assert "2 Zeilen." in page
    assert page.index("Konferenz abgesagt") < page.index("Konferenz geplant")
    assert "Wegen Hochwassers." in page
    assert JournalEntry.objects.get(seq=2).digest[:8] in page


def test_a_guest_is_told_who_reads_it(signed_in, planned):
    answer = signed_in("bundesministerium").get(JOURNAL)
    assert answer.status_code == 403
    assert "Das Journal lesen die Mitglieder" in words(answer)


def test_an_empty_journal_says_so(signed_in):
    assert "Noch keine Zeile" in words(signed_in("BY").get(JOURNAL))


def test_a_whole_journal_is_proven(signed_in, planned):
    assert "unversehrt" not in words(signed_in("BY").get(JOURNAL))
    page = words(signed_in("BY").get(f"{JOURNAL}?pruefen=1"))
    assert "Das Journal ist unversehrt" in page


def test_a_changed_line_is_found(signed_in, planned):
    JournalEntry.objects.filter(seq=1).update(who="jemand")
    page = words(signed_in("BY").get(f"{JOURNAL}?pruefen=1"))
    assert "Eintrag 1 wurde verändert" in page
    assert "unversehrt" not in page


def test_a_long_journal_has_pages(signed_in, office):
    for number in range(23, 23 + 51):
        begins = PartialDate(2027 + number - 22)
        conferences.plan(office, number=number, begins=begins)
    client = signed_in("BY")
    assert "Konferenz geplant" in words(client.get(f"{JOURNAL}?seite=2"))
    for nowhere in ("3", "0", "x", "-1"):
        assert client.get(f"{JOURNAL}?seite={nowhere}").status_code == 404


def test_an_act_without_a_name_is_shown_by_its_code(signed_in, planned):
    JournalEntry.objects.filter(seq=1).update(act="something.new")
    assert "something.new" in words(signed_in("BY").get(JOURNAL))


def test_every_act_of_the_house_has_its_words():
    """Whatever looks like the name of an act in the code of the acts is one."""
    form = re.compile(r'"([a-z]+\.[a-z_]+)"')
    code = "".join(
        file.read_text("utf-8")
        for file in files("reihum.acts").iterdir()
        if file.name.endswith(".py")
    )
    written = set(form.findall(code))
    assert "conference.plan" in written
    assert written <= set(WORDS)


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "²", "9" * 5000])
def test_a_page_that_is_not_there_is_not_found(signed_in, planned, page):
    assert signed_in("BY").get(JOURNAL, {"seite": page}).status_code == 404


def test_a_line_leads_to_the_motion_but_never_to_a_draft(signed_in, acting):
    lead = {"member": "RP", "conference": 22, "title": "Sprache", "text": "1. Ja."}
    kept = motions.draft(acting("RP"), **lead)
    sent = motions.submit_new(acting("RP"), **lead)
    page = source(signed_in("RP", office=True).get(JOURNAL))
    assert f'href="/buero/intmk/antraege/{sent.motion}/"' in page
    assert f'href="/buero/intmk/antraege/{kept}/"' not in page
