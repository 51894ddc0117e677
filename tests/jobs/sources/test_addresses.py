"""Addresses say what is meant, and lead only where they should."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.sources.addresses import (
    address,
    further,
    number_in,
    own_pages,
    with_number,
)
from reihum.jobs.sources.source import Request, Settings

pytestmark = pytest.mark.unit

BASE = "https://portal.example/suche"


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_whatever_is_asked_for_stands_in_the_address_as_it_is(words):
    url = address(BASE, [("was", words), ("seite", 1)])
    assert url.isascii()
    assert parse_qs(urlsplit(url).query, keep_blank_values=True)["was"] == [words]


def test_what_says_nothing_is_left_out_but_a_zero_says_something():
    assert address(BASE, [("was", ""), ("km", 0), ("seit", None)]) == f"{BASE}?km=0"
    assert address(BASE, [("was", "")]) == BASE


def test_a_further_page_differs_in_its_number_only():
    request = Request(url=f"{BASE}?was=K%C3%B6chin%20%26%20Co&page=1", method="POST")
    second = with_number(request, "page", 2)
    assert second.url == f"{BASE}?was=K%C3%B6chin%20%26%20Co&page=2"
    assert second.method == "POST"
    assert number_in(second.url, "page", 1) == 2
    assert number_in(f"{BASE}?page=-2", "page", 1) == 1


@pytest.mark.parametrize(
    ("page", "shown", "total", "pages", "more"),
    [
        (1, 100, 250, 5, [2, 3]),
        (1, 100, 250, 2, [2]),
        (1, 100, 250, 1, []),
        (2, 100, 250, 5, []),
        (1, 100, 100, 5, []),
        (1, 40, 250, 5, []),
        (1, 100, None, 5, [2]),
        (4, 100, None, 5, [5]),
        (5, 100, None, 5, []),
        (1, 0, None, 5, []),
    ],
)
def test_pages_are_asked_for_as_far_as_there_are_any(page, shown, total, pages, more):
    assert list(further(page, shown, 100, total, Settings(pages=pages))) == more


@given(st.integers(1, 99), st.none() | st.integers(0, 10**9), st.integers(1, 50))
def test_no_page_is_asked_for_twice_or_beyond_the_last(page, total, pages):
    more = further(page, 100, 100, total, Settings(pages=pages))
    assert all(page < one <= pages for one in more)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("www.jobs.example/anzeige/7", ("https://www.jobs.example/anzeige/7",)),
        ("https://jobs.example/?id=7", ("https://jobs.example/?id=7",)),
        ("https://jobs.example/", ()),
        ("www.jobs.example", ()),
        ("javascript:alert(1)//x/y", ()),
        ("ftp://jobs.example/7", ()),
        ("https://[jobs.example/7", ()),
        ("https://jobs.example/ 7", ()),
        (None, ()),
    ],
)
def test_only_the_page_of_one_advertisement_is_an_address_of_it(given, kept):
    assert own_pages(given) == kept
