"""The page of an advertisement names every portal that has it, and believes no address.

An address holds keys; what the page says comes from what the portals gave.
"""

import re
from datetime import date
from html import unescape
from urllib.parse import urlencode

import pytest
from msgspec.structs import replace

from reihum.acts import vacancies
from reihum.public.jobs_entries import MOST_COPIES
from reihum.rules.vacancy import Vacancy
from tests.public.job_search import COOK, HELPER, entry

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ONLY_ONCE = "Bewerben Sie sich nur einmal."
STATE = replace(COOK, source="karriere-sachsen", id="77", url="https://sn.example/77")


def address(*keys: str) -> str:
    """Return the address of an advertisement, and of its copies."""
    return f"/jobs/anzeige/?{urlencode({'id': keys[0], 'auch': keys[1:]}, doseq=True)}"


def doors(shown: str) -> list[str]:
    """Return where one can apply, as the margin of the page says."""
    margin = shown.partition("Bewerben über:")[2].partition("</aside>")[0]
    return re.findall('href="([^"]+)"', margin)


def test_from_the_list_to_the_page_no_portal_is_lost(prepare, whole):
    prepare(entries=(entry(COOK, HELPER, STATE),), known=(COOK, HELPER, STATE))
    listed = whole("/jobs/?was=Koch&wo=Chemnitz").partition("data-final")[2]
    (link,) = re.findall('href="(/jobs/anzeige/[^"]+)"', listed)
    shown = whole(unescape(link))
    assert doors(shown) == [COOK.url, HELPER.url, STATE.url]
    assert "Bundesagentur für Arbeit" in shown
    assert "Karriereportal Sachsen" in shown
    assert ONLY_ONCE in shown
    assert 'href="/jobs/?was=Koch&amp;wo=Chemnitz"' in shown


def test_below_the_text_the_same_portals_stand_again(prepare, whole):
    prepare(known=(COOK, HELPER))
    text = whole(address(COOK.key, HELPER.key)).partition('id="text"')[2]
    assert COOK.url in text
    assert HELPER.url in text


def test_the_page_says_of_its_age_what_the_list_says(prepare, whole):
    today = replace(COOK, published=date(2026, 11, 23))
    earlier = replace(HELPER, published=date(2026, 11, 20))
    prepare(known=(today, earlier))
    assert "vor 3 Tagen" in whole(address(COOK.key, HELPER.key))
    assert "heute" in whole(address(COOK.key))


def test_one_portal_alone_is_no_reason_to_speak_of_several(prepare, whole):
    prepare()
    shown = whole(address(COOK.key))
    assert doors(shown) == [COOK.url]
    assert ONLY_ONCE not in shown


def test_a_copy_that_no_search_has_found_is_left_out(prepare, whole):
    prepare(known=(COOK,))
    bait = "<b>https://boese.example/</b>"
    shown = whole(address(COOK.key, "service-bund:999", f"adzuna:{bait}", bait))
    assert doors(shown) == [COOK.url]
    assert "boese" not in shown.partition("<main")[2]


def test_a_copy_whose_address_leads_to_a_script_is_left_out(prepare, whole):
    bad = replace(HELPER, url="javascript:alert(1)")
    prepare(known=(COOK, bad))
    assert doors(whole(address(COOK.key, HELPER.key))) == [COOK.url]


def test_an_advertisement_that_is_gone_is_read_where_it_still_stands(prepare, whole):
    prepare(known=(HELPER,))
    shown = whole(address(COOK.key, HELPER.key))
    assert "<h1>Küchenhilfe</h1>" in shown
    assert doors(shown) == [HELPER.url]


def test_where_nothing_of_it_is_left_that_is_said(prepare, whole):
    prepare(known=())
    shown = whole(address(COOK.key, HELPER.key), 404)
    assert "Diese Anzeige finden wir gerade nicht" in shown


def test_only_the_first_portal_is_asked_for_more(prepare, whole):
    search = prepare(known=(COOK, HELPER))
    whole(address(COOK.key, HELPER.key))
    assert search.detailed == [COOK.key]
    assert search.looked_up == [HELPER.key]


def test_an_address_cannot_make_us_look_for_hundreds(prepare, whole):
    search = prepare(known=(COOK,))
    many = [f"portal-{number}:1" for number in range(500)]
    whole(address(COOK.key, *many, "service-bund:" + "9" * 400))
    assert len(search.looked_up) == MOST_COPIES


def test_of_each_portal_one_copy_is_enough(prepare, whole):
    search = prepare(known=(COOK, HELPER))
    again = [f"{HELPER.source}:{number}" for number in range(9)]
    shown = whole(address(COOK.key, HELPER.key, *again))
    assert search.looked_up == [HELPER.key]
    assert doors(shown) == [COOK.url, HELPER.url]


def test_our_own_advertisement_is_found_beside_a_portals(prepare, whole, acting):
    mine = Vacancy(
        member="BY", title="Koch", employer="Stadt", city="Nürnberg",
        description="Kochen", apply_mail="stelle@example.org",
    )  # fmt: skip
    number = vacancies.draft(acting("BY"), vacancy=mine)
    vacancies.publish(acting("BY"), vacancy=number)
    prepare(known=(COOK,))
    shown = whole(address(COOK.key, f"own:{number}"))
    assert doors(shown) == [COOK.url, f"/jobs/eigene/{number}/"]
