"""Somebody new in the country looks for work as a cook, in Ukrainian.

Local portals answer in the real ones' formats; one never answers, one refuses.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from reihum.jobs.standins.behaviour import Behaviour, usual
from tests.browser.conftest import MONDAY, House, free_port, served
from tests.neighbours import Inbox, job_portals, mail_server

pytestmark = pytest.mark.browser

HANGING, BLOCKED = "arbeitnow", "adzuna"
PUBLIC_KITCHEN = "Zweckverband Stadtküche Nord"
THREE = ["Bundesagentur für Arbeit", "service.bund.de", "Interamt"]
COOK = re.compile(r"\b(Jungk|Diätk|Beik|K)(och|öchin)\b")
TUESDAY = "2026-11-24T09:05+01:00"
ENDING = re.compile("/ende/$")
MAIL = "suche@example.org"


@pytest.fixture
def neighbourhood(prepared, tmp_path) -> Iterator[tuple[House, Inbox]]:
    """Reihum between local portals and a mail server."""
    does = {key: Behaviour(50) for key in usual()}
    does |= {HANGING: Behaviour(0, "hang"), BLOCKED: Behaviour(50, "403")}
    port = free_port()
    with (
        mail_server(port) as box,
        job_portals(date.fromisoformat(MONDAY[:10]), does) as portals,
    ):
        settings = {
            "REIHUM_JOBS_STANDINS": portals,
            "REIHUM_SMTP_HOST": "127.0.0.1",
            "REIHUM_SMTP_PORT": str(port),
        }
        with served(prepared, tmp_path / "var", settings) as house:
            yield house, box


def search(page: Page, words: str, place: str) -> Locator:
    """Search as a person does, and return the complete list."""
    page.locator("#was").fill(words)
    page.locator("#wo").fill(place)
    page.locator("#km").select_option("25")
    page.locator("form.r-query button").click()
    found = page.locator("[data-final]")
    expect(found).to_be_visible()
    return found


def test_a_cook_is_found_in_ukrainian_and_new_ones_come_by_mail(
    neighbourhood: tuple[House, Inbox], visit
):
    house, box = neighbourhood
    page = visit(house)
    page.goto(f"{house.address}/uk/jobs/")

    found = search(page, "кухар", "Chemnitz")

    jobs = found.locator(".r-job")
    assert_relevant(jobs)
    assert_one_entry_with_three_portals(jobs)
    assert_two_failures_are_named(found)

    link = save(house, box, page)
    page.goto(link)
    page.locator("main form button").click()
    house.reihum("timer", "--once")
    [_, first] = box.to(MAIL)
    finds = first.get_content()
    assert PUBLIC_KITCHEN in finds

    page.goto(links(finds)[-1])
    expect(page.locator("main form")).not_to_have_attribute("action", ENDING)
    wake(house, HANGING)
    house.reihum("timer", "--once", moment=TUESDAY)
    assert len(box.to(MAIL)) == 2


def assert_relevant(jobs: Locator) -> None:
    """Cooks come first, then who works beside them; nobody else, and nothing far."""
    titles = jobs.locator("h3").all_inner_texts()
    assert len(titles) > 10
    assert all(COOK.search(title) for title in titles[:8]), titles
    assert not [title for title in titles[:8] if "Monteur" in title]
    text = " ".join(jobs.all_inner_texts())
    assert not re.search("Leipzig|Zwickau|Annaberg|Kochel", text)


def assert_one_entry_with_three_portals(jobs: Locator) -> None:
    kitchen = jobs.filter(has_text=PUBLIC_KITCHEN).filter(has_text="Interamt")
    cooks = kitchen.filter(has=kitchen.page.locator("h3", has_text=COOK))
    doors = [
        one.locator(".r-job__where a[lang=de] bdi").all_inner_texts()
        for one in cooks.all()
    ]
    assert [sorted(one) for one in doors].count(sorted(THREE)) == 1


def assert_two_failures_are_named(found: Locator) -> None:
    portals = found.locator(".r-portals li")
    late, blocked = (portals.filter(has_text=name) for name in ("Arbeitnow", "Adzuna"))
    expect(late).to_have_class("is-late")
    expect(blocked).to_have_class("is-blocked")


def save(house: House, box: Inbox, page: Page) -> str:
    """Wish for new finds by mail; return the link that came to confirm it."""
    page.locator("a[href*='/jobs/merken/']").click()
    page.locator("input[type=email]").fill(MAIL)
    page.locator("main form button").click()
    house.reihum("timer", "--once")
    [letter] = box.to(MAIL)
    return links(letter.get_content())[0]


def wake(house: House, portal: str) -> None:
    """Let a portal answer from now on, so that there would be something new."""
    address = f"{house.settings['REIHUM_JOBS_STANDINS']}/_behaviour"
    query = urlencode({"portal": portal, "do": "ok"})
    with urlopen(f"{address}?{query}", data=b""):  # noqa: S310
        pass


def links(text: str) -> list[str]:
    return re.findall(r"https?://\S+", text)
