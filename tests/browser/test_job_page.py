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


def test_on_a_small_screen_the_list_does_not_jump_when_it_is_complete(searched, visit):
    tell(searched, "halt")
    page = visit(searched, viewport={"width": 320, "height": 700})
    page.goto(f"{searched.address}{ASKED}", wait_until="commit")
    heading = page.locator("#ergebnisse")
    expect(page.locator("[data-live] #ergebnisse")).to_be_visible()
    before = heading.bounding_box()
    tell(searched, "weiter")
    expect(page.locator("[data-final] #ergebnisse")).to_be_visible()
    assert heading.bounding_box()["y"] == before["y"]


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
        "/jobs/anzeige/?id=arbeitsagentur:10000-1-S&auch=service-bund:2",
    ):  # fmt: skip
        page.goto(f"{on.address}{language}{address}")
        faults += faults_of(page)
    assert faults + said == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("script", [True, False])
def test_from_a_job_of_two_portals_both_are_reached(on, visit, width, script):
    page = visit(
        on, java_script_enabled=script, viewport={"width": width, "height": 700}
    )
    page.goto(f"{on.address}{ASKED}")
    page.locator(".r-job").first.get_by_role("link", name="Einzelheiten").click()
    margin = page.locator("aside.r-margin")
    for portal in ("Bundesagentur für Arbeit", "service.bund.de"):
        expect(margin.get_by_role("link", name=portal)).to_be_visible()
    expect(margin).to_contain_text("Bewerben Sie sich nur einmal.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


START = """(one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return Math.round(Math.max(...[...range.getClientRects()].map((r) => r.right)));
}"""


def starts_of(page, *selectors: str) -> list[int]:
    """Return where the words of elements begin that are read from the right."""
    return [
        one.evaluate(START) for each in selectors for one in page.locator(each).all()
    ]


@pytest.mark.parametrize("width", [1280, 320])
def test_german_headings_begin_where_an_arabic_page_begins(on, visit, width):
    page = visit(on, viewport={"width": width, "height": 700})
    page.goto(f"{on.address}/ar/jobs/anzeige/?id=arbeitsagentur:10000-1-S")
    starts = starts_of(page, ".r-mast h1", ".r-mast .r-lead", "#text")
    assert max(starts) - min(starts) <= 2
    page.goto(f"{on.address}/ar/jobs/eigene/")
    starts = starts_of(page, ".r-job > :first-child", ".r-job__who", ".r-job__where")
    assert len(starts) > 2
    assert max(starts) - min(starts) <= 2


def test_a_german_text_is_framed_on_an_arabic_page_only(on, visit):
    page = visit(on)
    for language, style in (("/ar", "solid"), ("", "none")):
        page.goto(f"{on.address}{language}/jobs/anzeige/?id=arbeitsagentur:10000-1-S")
        text = page.locator(".r-job__text")
        expect(text).to_have_css("border-left-style", style)
        expect(text).to_have_css("text-align", "start")


def test_the_bars_of_a_level_fill_from_where_the_page_begins(on, visit):
    page = visit(on)
    page.goto(f"{on.address}/fa{ASKED}")
    bars = page.locator(".r-level").first.locator("rect")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()
    assert first["x"] > last["x"]


def test_a_form_is_mirrored_where_the_page_is_read_from_the_right(on, visit):
    page = visit(on)
    page.goto(f"{on.address}/ar/jobs/merken/?was=Koch&wo=Chemnitz&km=25")
    parts = page.locator(".r-lead bdi").all()
    x = [one.bounding_box()["x"] for one in parts]
    assert x == sorted(x, reverse=True)
    assert len(x) == 3
    chosen = page.locator("select")
    expect(chosen).to_have_css("padding-left", "40px")
    expect(chosen).to_have_css("padding-right", "16px")
    arrow = chosen.locator("..").evaluate(
        "one => getComputedStyle(one, '::after').left"
    )
    assert arrow == "16px"
    page.locator("main form button").click()
    wrong = page.locator(".kern-form-input--error")
    expect(wrong).to_have_css("border-right-width", "4px")
    expect(wrong).to_have_css("border-left-width", "0px")


def test_pages_where_nothing_can_be_found_can_be_used_by_everybody(on, visit):
    page = visit(on)
    for address, status in (("/jobs/?was=", 422), ("/jobs/anzeige/?id=x", 404)):
        assert page.goto(f"{on.address}{address}").status == status
        assert list(faults_of(page)) == []
