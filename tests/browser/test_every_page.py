"""Every page: it is there, it fits on small screens, and everybody can use it."""

import re
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import APIResponse, Page
from typing_extensions import override

from tests.browser.hands import follow, press, told

pytestmark = pytest.mark.browser
WIDTHS = (320, 1280)
RULES = {"resultTypes": ["violations"]}
DOORS = [
    ("", "/intmk/"),
    ("", "/en/intmk/"),
    ("buero-rp", "/buero/intmk/"),
    ("bayern", "/buero/intmk/"),
    ("bund", "/buero/intmk/"),
]


class Links(HTMLParser):
    """Collects where the links of a page lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    @override
    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        # What is marked so asks foreign portals: it has a test of its own.
        if tag == "a" and "href" in given and "nofollow" not in given.get("rel", ""):
            self.found.append(given["href"])


@pytest.mark.parametrize(("account", "start"), DOORS)
def test_each_link_leads_to_a_page_that_fits_and_that_everybody_can_use(
    account, start, showcase, visit
):
    page = visit(showcase, account)
    said = []
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    broken, kinds = walk(page, showcase.address, start)
    assert broken == []
    faults = [fault for url in kinds for fault in looked_at(page, url)]
    assert faults + said == []


def test_pages_that_no_link_leads_to_fit_and_can_be_used_by_everybody(house, visit):
    office, bavaria, stranger = (
        visit(house, name) for name in ("buero-rp", "bayern", "")
    )
    follow(office, "Abstimmungen", "Eröffnen: TOP 2.2")
    press(office, "Abstimmung eröffnen")
    told(office, "Die Abstimmung ist offen.")
    faults = [*faults_of(office)]
    bavaria.goto(office.url)
    faults += faults_of(bavaria)
    press(office, "Abstimmung schließen")
    told(office, "Die Abstimmung ist geschlossen.")
    faults += faults_of(office)

    follow(bavaria, "Anträge", "Antrag schreiben")
    press(bavaria, "Einreichen")
    told(bavaria, "Ohne Wortlaut kann ein Antrag nicht eingereicht werden.")
    faults += faults_of(bavaria)
    assert bavaria.goto(f"{house.address}/buero/intmk/konferenzen/neu/").status == 403
    faults += faults_of(bavaria)

    assert stranger.goto(f"{house.address}/intmk/konferenzen/99/").status == 404
    faults += faults_of(stranger)
    stranger.goto(f"{house.address}/buero/anmelden/")
    press(stranger, "Anmelden")
    told(stranger, "Bitte geben Sie Ihr Konto an.")
    assert [*faults, *faults_of(stranger)] == []


def walk(page: Page, address: str, start: str) -> tuple[list[str], list[str]]:
    """Follow all links below the start; return what fails, and one page of each kind.

    Other languages and the other side (public, office) have a walk of their own.
    """
    broken, kinds, seen = [], {}, {f"{address}{start}"}
    waiting = deque(seen)
    while waiting:
        url = waiting.popleft()
        answer = page.request.get(url)
        if answer.status != 200:
            broken.append(f"{answer.status} {url}")
        if not is_page(answer):
            continue
        kinds.setdefault(kind_of(url), url)
        for link in ours(url, answer.text(), start):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    assert len(seen) > 20
    return broken, list(kinds.values())


def is_page(answer: APIResponse) -> bool:
    """Return whether a browser shows it; what it saves is a file, whatever its type."""
    saved = answer.headers.get("content-disposition", "").startswith("attachment")
    return answer.headers["content-type"].startswith("text/html") and not saved


def ours(url: str, text: str, start: str) -> Iterator[str]:
    side = re.match(r"(/en)?(/buero)?", start)[0]
    for link in Links(text).found:
        there = urlsplit(urljoin(url, link))
        path = there.path
        same_side = re.match(r"(/en)?(/buero)?", path)[0] == side
        if there.netloc == urlsplit(url).netloc and same_side:
            yield there._replace(fragment="").geturl()


def kind_of(url: str) -> str:
    """Return the address without what tells one conference, item or body apart."""
    path = re.sub(r"/[^/]*\d[^/]*", "/…", urlsplit(url).path)
    return re.sub(r"/(?!en|intmk|buero)[a-z]+mk/", "/…/", path)


def looked_at(page: Page, url: str) -> Iterator[str]:
    page.goto(url)
    return faults_of(page)


def faults_of(page: Page) -> Iterator[str]:
    """Say what is wrong with a page: too wide, or closed to somebody."""
    page.wait_for_load_state()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{page.url} is {wide} px wide on a screen of {width} px"
    for fault in Axe().run(page, options=RULES)["violations"]:
        where = [node["target"][0] for node in fault["nodes"]]
        yield f"{page.url}: {fault['id']} at {where[:5]}"
