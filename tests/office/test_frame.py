"""What stands around every page: who one is, until when, and where one can go."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from reihum.acts.door import by
from reihum.office.frame import frame
from reihum.records.models import Conference, Seat
from reihum.rules.dates import PartialDate
from tests.conftest import NOW

pytestmark = pytest.mark.integration

JULY = NOW.replace(year=2027, month=7, day=1)


@pytest.fixture
def around(acting):
    def of(member, path="/buero/intmk/", **more):
        return frame(RequestFactory().get(path), acting(member, **more))

    return of


def plain(text):
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("member", "now", "who", "rights"),
    [
        ("RP", NOW, "Geschäftsstelle · Rheinland-Pfalz", "Rechte bis 30. Juni 2027"),
        ("RP", JULY, "Land Rheinland-Pfalz", "Geschäftsstelle bis 30. Juni 2027"),
        ("SL", NOW, "Saarland", "Geschäftsstelle ab 1. Juli 2027"),
        ("SL", JULY, "Geschäftsstelle · Saarland", "Rechte bis 30. Juni 2028"),
        ("TH", NOW, "Freistaat Thüringen", "buero-th"),
    ],
)
def test_an_office_reads_since_when_or_until_when_it_has_its_rights(
    around, member, now, who, rights
):
    shown = around(member, office=True, now=now)
    assert (plain(shown.who), plain(shown.rights)) == (who, rights)


@pytest.mark.parametrize(
    ("member", "who"), [("BY", "Freistaat Bayern"), ("bundesministerium", "Gast")]
)
def test_everybody_else_reads_for_whom_they_work_and_their_account(around, member, who):
    shown = around(member)
    assert (shown.who, shown.rights) == (who, member.lower())


def test_who_works_for_several_is_named_for_all(intmk, account):
    row = account("BY")
    Seat.objects.create(account=row, body=intmk, member="SL")
    shown = frame(RequestFactory().get("/"), by(row.pk, "intmk", NOW))
    assert shown.who == "Freistaat Bayern und Saarland"


def test_every_link_of_the_side_leads_somewhere(signed_in, around):
    client = signed_in("RP", office=True)
    shown = around("RP", office=True)
    links = [link for group in shown.nav for link in group.links]
    assert [str(link.label) for link in links][:4] == [
        "Schreibtisch", "Konferenzen", "Übersicht", "Anträge",
    ]  # fmt: skip
    for link in links:
        assert client.get(link.url).status_code == 200, link.label


def test_a_guest_is_shown_only_what_a_guest_may_open(signed_in, around):
    client, shown = signed_in("bundesministerium"), around("bundesministerium")
    links = [link for group in shown.nav for link in group.links]
    assert not {"Anträge", "Journal"} & {str(link.label) for link in links}
    for link in links:
        assert client.get(link.url).status_code == 200, link.label


def test_the_menu_follows_to_the_conference_one_looks_at(signed_in, intmk):
    Conference.objects.create(body=intmk, number=21, begins=PartialDate(2026))
    client = signed_in("BY")
    page = client.get("/buero/intmk/konferenzen/21/tagesordnung/").content.decode()
    assert 'href="/buero/intmk/konferenzen/21/niederschrift/"' in page
    page = client.get("/buero/intmk/konferenzen/99/tagesordnung/").content.decode()
    assert 'href="/buero/intmk/konferenzen/22/niederschrift/"' in page


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/buero/intmk/", "Schreibtisch"),
        ("/buero/intmk/konferenzen/", "Konferenzen"),
        ("/buero/intmk/konferenzen/neu/", "Konferenzen"),
        ("/buero/intmk/konferenzen/22/", "Übersicht"),
        ("/buero/intmk/konferenzen/22/antragsaufruf/", "Übersicht"),
        ("/buero/intmk/journal/", "Journal"),
        ("/buero/intmk/nirgends/", None),
    ],
)
def test_the_page_one_is_on_is_marked(around, path, label):
    groups = around("RP", path=path, office=True).nav
    marked = [link.label for group in groups for link in group.links if link.current]
    assert marked == ([label] if label else [])


def test_without_a_conference_there_is_no_menu_for_one(around):
    Conference.objects.all().delete()
    shown = around("RP", office=True)
    assert "22. Konferenz" not in [str(group.label) for group in shown.nav]


def test_the_other_language_is_the_same_page(around):
    german, english = around("BY", path="/buero/intmk/journal/?seite=2").languages
    assert (german.url, german.current) == ("/buero/intmk/journal/?seite=2", True)
    assert (english.url, english.current) == ("/en/buero/intmk/journal/?seite=2", False)
    with override("en"):
        shown = around("BY", path="/en/buero/intmk/journal/")
    assert [link.current for link in shown.languages] == [False, True]


def test_a_demonstration_is_marked(around):
    assert around("RP", office=True).demo
    Conference.objects.update(demo=False)
    assert not around("RP", office=True).demo


def test_it_asks_the_database_four_times(acting, django_assert_num_queries):
    who = acting("RP", office=True)
    request = RequestFactory().get("/buero/intmk/")
    with django_assert_num_queries(4):
        frame(request, who)


def test_on_the_last_day_the_rights_still_hold(around):
    last = JULY - timedelta(days=1)
    assert around("RP", office=True, now=last).who.startswith("Geschäftsstelle")
