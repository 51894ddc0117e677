"""What was asked once is not asked again, in any process."""

import asyncio
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.answer import Found
from reihum.jobs.ask.cache import DECODER, ENCODER, Cache, Kept, key_of
from reihum.jobs.ask.shelf import Shelf
from reihum.jobs.model import (
    Advertisement,
    Level,
    PayUnit,
    Place,
    Point,
    Salary,
    WorkingTime,
)
from reihum.jobs.sources.source import Request
from tests.jobs.portals import ad, source

pytestmark = pytest.mark.unit


def kept(*ids: str, text: str = "") -> Kept:
    ads = tuple(ad("eins", key, text=text) for key in ids)
    return Kept(Found(advertisements=ads, total=len(ids)), 1000.0)


def with_shelf(folder, work):
    async def go():
        shelf = Shelf(folder / "answers.sqlite3")
        try:
            return await work(shelf)
        finally:
            await shelf.close()

    return asyncio.run(go())


def test_another_process_finds_what_this_one_read(tmp_path):
    async def one(shelf):
        Cache(shelf).put(b"k", "eins", kept("1"), 600)

    async def another(shelf):
        return await Cache(shelf).get(b"k", "eins")

    with_shelf(tmp_path, one)
    assert with_shelf(tmp_path, another) == kept("1")


def test_memory_holds_no_more_than_its_room_and_the_file_has_the_rest(tmp_path):
    async def work(shelf):
        cache = Cache(shelf, room=20_000)
        for index in range(10):
            cache.put(str(index).encode(), "eins", kept("1", text="x" * 4000), 600)
        return [n for n in range(10) if cache.remembered(str(n).encode())]

    async def later(shelf):
        return await Cache(shelf).get(b"0", "eins")

    assert with_shelf(tmp_path, work) == [6, 7, 8, 9]
    assert with_shelf(tmp_path, later) is not None


def test_one_giant_does_not_drive_all_others_out(tmp_path):
    async def work(shelf):
        cache = Cache(shelf, room=20_000)
        cache.put(b"small", "eins", kept("1"), 600)
        cache.put(b"giant", "eins", kept("1", text="x" * 19_000), 600)
        return cache.remembered(b"small")

    assert with_shelf(tmp_path, work) is not None


def test_an_advertisement_is_found_again_from_memory_and_from_the_file(tmp_path):
    async def now(shelf):
        cache = Cache(shelf)
        cache.put(b"k", "eins", kept("1", "2"), 600)
        return await cache.advertisement("eins", "2")

    async def later(shelf):
        wanted = (("eins", "2"), ("eins", "3"), ("zwei", "2"))
        return [await Cache(shelf).advertisement(*one) for one in wanted]

    assert with_shelf(tmp_path, now) == ad("eins", "2")
    assert with_shelf(tmp_path, later) == [ad("eins", "2"), None, None]


def test_what_another_version_wrote_is_asked_for_anew(tmp_path):
    async def another(shelf):
        shelf.put(b"k", "eins", 1.0, 2.0, b"\xc1 not ours")

    async def this(shelf):
        return await Cache(shelf).get(b"k", "eins")

    with_shelf(tmp_path, another)
    assert with_shelf(tmp_path, this) is None


def test_every_question_has_a_key_of_its_own():
    one, two = source("eins"), source("zwei")
    request = Request(url="https://portal.example/?was=Koch")
    other = Request(url="https://portal.example/?was=K%C3%B6chin")
    posted = Request(url=request.url, method="POST", body=b"Koch")
    keys = {
        key_of(one, request, 1), key_of(two, request, 1), key_of(one, other, 1),
        key_of(one, posted, 1), key_of(one, request, 2),
    }  # fmt: skip
    assert len(keys) == 5
    assert key_of(one, request, 1) in keys


dates = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
words = st.text(max_size=20)
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
places = st.builds(Place, words, point=st.none() | points)
salaries = st.builds(
    Salary, words, low=st.none() | st.floats(0, 1e6),
    unit=st.none() | st.sampled_from(PayUnit),
)  # fmt: skip
ads = st.builds(
    Advertisement, source=words, id=words, title=words, url=words, text=words,
    places=st.lists(places, max_size=2).map(tuple), published=dates,
    working_time=st.frozensets(st.sampled_from(WorkingTime)),
    salary=st.none() | salaries, level=st.none() | st.sampled_from(Level),
)  # fmt: skip


@given(st.lists(ads, max_size=3).map(tuple), st.none() | st.integers(0, 10**6))
def test_what_is_kept_comes_back_as_it_was(ads, total):
    answer = Kept(Found(advertisements=ads, total=total, place_unknown=True), 1.5)
    assert DECODER.decode(ENCODER.encode(answer)) == answer
