"""Where as many search as can, one more hears so at once, at hardly any cost."""

import logging

import pytest
from django.utils.translation import gettext, override

from reihum.look.languages import ALL, COMPLETE
from reihum.public import jobs_busy
from reihum.public.jobs_busy import LEAST, Turns
from reihum.public.seldom import Seldom
from tests.public.job_search import COOK

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ASKED = "/jobs/?was=Koch&wo=Chemnitz"
AS_JSON = f"{ASKED}&format=json"
TABLE, FEED = f"/jobs/stellen.csv{ASKED[6:]}", f"/jobs/stellen.atom{ASKED[6:]}"
DETAILS = f"/jobs/anzeige/?id={COOK.key}&was=Koch"
PAGES, MACHINES = (ASKED, DETAILS), (AS_JSON, TABLE, FEED)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
HEADING = "Bitte warten Sie einen Moment"


@pytest.fixture(autouse=True)
def _a_calm_time_before(monkeypatch):
    """Let each test be the first since long that turns somebody away."""
    log = logging.getLogger("reihum.tests.busy")
    monkeypatch.setattr(log, "filters", [Seldom(60, lambda: 100.0)])
    monkeypatch.setattr(jobs_busy, "LOG", log)
    monkeypatch.setattr(jobs_busy, "TURNS", Turns(0.1))


@pytest.fixture
def full(prepare, room):
    """A house without a free place, and the search that must not be asked."""
    search = prepare()
    assert room.take() is not None
    return search


@pytest.mark.parametrize("address", [*PAGES, *MACHINES])
def test_who_is_turned_away_asks_neither_database_nor_search(
    full, client, django_assert_num_queries, address
):
    with django_assert_num_queries(0):
        answer = client.get(address)
    assert answer.status_code == 503
    assert (full.asked, full.owns) == ([], [])


@pytest.mark.parametrize("address", PAGES)
def test_the_page_is_its_own_small_one(full, client, address):
    used = {one.name for one in client.get(address).templates}
    small = {"public/jobs/busy.html", "look/base.html", "look/parts/wordmark.html"}
    assert used == small


@pytest.mark.parametrize("address", PAGES)
def test_the_page_comes_back_by_itself_and_by_a_button_with_the_same_question(
    full, client, address
):
    answer = client.get(address)
    assert answer.headers["Refresh"] == answer.headers["Retry-After"] == str(LEAST)
    shown = answer.content.decode()
    assert f'href="{address.replace("&", "&amp;")}"' in shown
    assert HEADING in shown
    assert "Gerade suchen sehr viele Menschen." in shown
    assert "<script" not in shown


@pytest.mark.parametrize("address", MACHINES)
def test_machines_get_a_short_json(full, client, address):
    answer = client.get(address, headers={"Accept": "*/*"})
    assert answer.json()["problem"] == "busy"
    assert "Gerade suchen sehr viele Menschen." in answer.json()["error"]
    assert answer.headers["Retry-After"] == str(LEAST)
    assert "Refresh" not in answer.headers
    assert answer.templates == []


@pytest.mark.parametrize("address", [TABLE, FEED])
def test_who_clicked_on_a_file_gets_the_page(full, client, address):
    answer = client.get(address, headers={"Accept": BROWSER})
    assert HEADING in answer.content.decode()


@pytest.mark.parametrize("code", [code for code, _name in ALL if code != "de"])
def test_the_page_speaks_the_language_of_its_reader(full, client, code):
    shown = client.get(f"/{code}{ASKED}").content.decode()
    with override(code):
        heading = gettext(HEADING)
    rtl = "rtl" if code in {"ar", "fa"} else "ltr"
    assert " ".join(shown.split()).startswith(
        f'<!DOCTYPE html> <html lang="{code}" dir="{rtl}">'
    )
    assert f"<h1>{heading}</h1>" in shown
    assert f'href="/{code}/jobs/?was=Koch&amp;wo=Chemnitz"' in shown
    assert heading != HEADING
    assert ("<small>" in shown) is (code not in COMPLETE)  # translated by a machine


def test_what_was_typed_is_no_markup(full, client):
    shown = client.get('/jobs/?was="><b>Koch</b>').content.decode()
    assert "<b>" not in shown


def test_who_is_turned_away_is_kept_by_nobody(full, client):
    answer = client.get(ASKED)
    assert "no-store" in answer.headers["Cache-Control"]
    assert {"Accept", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))


def test_a_hundred_turned_away_are_one_warning_and_no_error(full, client, caplog):
    for _ in range(100):
        client.get(ASKED)
    [line] = caplog.records
    assert line.levelname == "WARNING"
    assert "Die Stellensuche ist voll" in line.getMessage()
    assert "Koch" not in caplog.text  # what people look for is in no log


@pytest.mark.parametrize(
    "address", ["/jobs/", "/jobs/?was=+&wo=", "/jobs/portale/", "/jobs/anzeige/"]
)
def test_what_asks_no_portal_needs_no_place(full, client, address):
    assert client.get(address).status_code in {200, 404, 422}


@pytest.mark.parametrize("address", [*PAGES, *MACHINES, f"{ASKED}&format=doc"])
def test_every_answer_leaves_its_place(prepare, client, room, address):
    prepare()
    for _ in range(2):
        answer = client.get(address)
        assert answer.status_code != 503
        answer.close()
    assert room.take() is not None
