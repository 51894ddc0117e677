"""Numbers and addresses: the hard evidence, without the ways of writing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.merge.addresses import address
from reihum.jobs.merge.paygroups import contradict, groups
from reihum.jobs.merge.references import in_text, reference

pytestmark = pytest.mark.unit

PAGE = "https://www.haus.example/karriere/koch-4471"


@pytest.mark.parametrize(
    "same",
    [
        "http://haus.example/karriere/koch-4471/",
        PAGE + "?utm_source=ba&utm_medium=cpc",
        PAGE + "#bewerben",
        PAGE + "/apply",
        PAGE + "/c/new?source=feed",
        "HTTPS://Haus.example:443/karriere/koch-4471",
        PAGE + "/index.html",
    ],
)
def test_one_page_is_one_whoever_links_to_it(same):
    assert address(same) == address(PAGE) != ""


def test_the_order_of_a_query_does_not_matter_but_what_it_asks_for_does():
    page = "https://haus.example/stelle"
    assert address(f"{page}?id=884&x=1") == address(f"{page}?x=1&id=884&gclid=9")
    assert address(f"{page}?id=884") != address(f"{page}?id=885")


def test_a_route_behind_the_hash_is_a_page():
    assert address("https://haus.example/#/job/123") != address(
        "https://haus.example/#/job/124"
    )


@pytest.mark.parametrize(
    "url",
    ["https://haus.example/", "https://haus.example/karriere", "", "x", "https://",
     "https://haus.example/jobs?utm_source=ba", "http://[::1"],
)  # fmt: skip
def test_a_general_page_is_no_evidence(url):
    assert address(url) == ""


@given(st.text(max_size=80))
def test_any_address_can_be_read(text):
    assert address(text) == address(text.strip())


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kennziffer: 2026/104", "2026-104"),
        ("Ref.-Nr. SH 2026 118", "sh-2026/118"),
        ("Interamt-ID: 1480944", "1480944"),
        ("Referenznummer KB-2026-0331", "KB-2026-0331"),
        ("REF20417K", "ref20417k"),
    ],
)
def test_a_number_is_one_however_it_is_written(one, two):
    first, second = reference(one), reference(two)
    assert first
    assert second
    assert first.value == second.value


def test_the_agencys_own_number_is_unique_and_contradicts_nobody():
    number = reference("10001-1004417203-S")
    assert number
    assert number.strong
    assert number.shape == ""


@pytest.mark.parametrize("text", ["", "-", "keine", "7", "Kennziffer"])
def test_what_has_no_number_is_none(text):
    assert reference(text) is None


def test_numbers_of_one_shape_can_contradict():
    shapes = [reference(one) for one in ("KB-2026-0340", "KB-2026-0341", "74/2026")]
    assert [one.shape for one in shapes if one] == ["A-9-9", "A-9-9", "9-9"]


def test_a_number_is_found_in_a_text():
    text = "Wir freuen uns auf Sie.\nKennziffer: IN-17-26.\nBitte bis Freitag."
    assert in_text(text) == ("IN-17-26",)
    assert in_text("Referenznummer: 10001-1004417203-S") == ("10001-1004417203-S",)
    assert in_text("Referenzen sind erwünscht, 3 genügen.") == ()
    assert in_text("Keine.") == ()


@given(st.text(max_size=60))
def test_any_number_can_be_read(text):
    found = reference(text)
    assert found is None or found.value.isalnum()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("TVöD E 9b", "E9b"),
        ("Entgeltgruppe 9 b TV-L", "E 9b"),
        ("TVöD SuE S 8a", "S8a"),
        ("EG 11", "E 11 TV-L"),
        ("E 9a - E 11", "E 10"),
    ],
)
def test_pay_groups_that_meet_do_not_contradict(one, two):
    assert groups(one)
    assert not contradict(groups(one), groups(two))


@pytest.mark.parametrize(
    ("one", "two"), [("E 9a", "E 9c"), ("TVöD S 8a", "S 4"), ("A 9", "A 13")]
)
def test_pay_groups_that_do_not_meet_contradict(one, two):
    assert contradict(groups(one), groups(two))


def test_an_employees_group_does_not_contradict_an_officials():
    assert not contradict(groups("E 13"), groups("A 13"))
