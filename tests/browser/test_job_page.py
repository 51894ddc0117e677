"""The job search in a browser: it grows with a script, and needs none."""

import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MONDAY, House, free_port
from tests.browser.hands import press
from tests.browser.test_every_page import faults_of

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
ASKED = "/jobs/?was=Koch&wo=Chemnitz"


@pytest.fixture(scope="module")
def searched(prepared, tmp_path_factory) -> Iterator[House]:
    """An installation whose portals say what they were given."""
    var = tmp_path_factory.mktemp("jobs") / "var"
    shutil.copytree(prepared, var)
    found = House(var)
    found.port = free_port()
    command = [sys.executable, "-m", "tests.browser.job_house", str(found.port)]
    environment = {**found._environment(MONDAY), "PYTHONPATH": str(ROOT)}
    found.process = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603
    try:
        found._wait()
        yield found
    finally:
        found.stop()


def tell(house: House, word: str) -> None:
    urllib.request.urlopen(f"{house.address}/_{word}").close()  # noqa: S310


@pytest.fixture
def on(searched) -> House:
    """The same, with nobody waiting."""
    tell(searched, "weiter")
    return searched


def test_the_list_grows_and_takes_nothing_from_the_reader(searched, visit):
    tell(searched, "halt")
    page = visit(searched)
    page.goto(f"{searched.address}{ASKED}", wait_until="commit")
    jobs = page.locator(".r-job")
    expect(jobs).to_have_count(1)
    status = page.get_by_role("status")
    expect(status).to_contain_text("Bisher")
    expect(page.locator("[aria-busy=true]")).to_have_count(1)
    link = page.get_by_role("link", name="Koch / Köchin (m/w/d) für die").first
    link.focus()

    tell(searched, "weiter")
    expect(jobs).to_have_count(20)
    expect(page.locator("[aria-busy]")).to_have_count(0)
    expect(status).to_contain_text("2 von 4 Portalen haben in 2 Sekunden geantwortet.")
    expect(link).to_be_focused()


def test_without_a_script_the_whole_list_comes_and_filters_work(on, visit):
    page = visit(on, java_script_enabled=False)
    page.goto(f"{on.address}{ASKED}&km=50")
    expect(page.locator(".r-job")).to_have_count(20)
    expect(page.get_by_text("Die Portale werden gefragt.")).to_be_hidden()
    page.get_by_label("Teilzeit").check()
    page.get_by_label("nicht angegeben").uncheck()
    press(page, "Anwenden")
    expect(page.get_by_label("Teilzeit")).to_be_checked()
    expect(page.get_by_label("nicht angegeben")).not_to_be_checked()
    expect(page.get_by_label("Umkreis")).to_have_value("50")
    expect(page.get_by_label("Ort oder Postleitzahl")).to_have_value("Chemnitz")


def test_on_a_small_screen_the_filters_open_without_a_script(on, visit):
    page = visit(on, java_script_enabled=False, viewport={"width": 320, "height": 700})
    page.goto(f"{on.address}{ASKED}&deutsch=b1")
    expect(page.get_by_label("bis B1")).to_be_hidden()
    page.get_by_role("button", name="Eingrenzen (1)").click()
    expect(page.get_by_label("bis B1")).to_be_checked()
    press(page, "Anwenden")
    expect(page).to_have_url(re.compile("deutsch=b1"))


@pytest.mark.parametrize("language", ["", "/de-simple", "/ar"])
def test_every_page_of_the_search_fits_and_can_be_used_by_everybody(
    on, visit, language
):
    page = visit(on)
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    faults = []
    for address in (
        "/jobs/", ASKED, "/jobs/portale/",
        "/jobs/anzeige/?id=arbeitsagentur:10000-1-S",
    ):  # fmt: skip
        page.goto(f"{on.address}{language}{address}")
        faults += faults_of(page)
    assert faults + said == []


def test_pages_where_nothing_can_be_found_can_be_used_by_everybody(on, visit):
    page = visit(on)
    for address, status in (("/jobs/?was=", 422), ("/jobs/anzeige/?id=x", 404)):
        assert page.goto(f"{on.address}{address}").status == status
        assert list(faults_of(page)) == []
