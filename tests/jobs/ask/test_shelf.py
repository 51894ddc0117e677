"""The shared file holds up neither the loop nor those who look something up."""

import asyncio

import pytest

from reihum.jobs.ask.health import Health
from reihum.jobs.ask.shelf import Shelf
from reihum.jobs.ask.store import Store

pytestmark = pytest.mark.unit

DAY = "2027-01-15"


def with_shelf(tmp_path, work):
    async def go():
        shelf = Shelf(tmp_path / "a.sqlite3")
        try:
            return await work(shelf)
        finally:
            await shelf.close()

    return asyncio.run(go())


def test_all_that_was_handed_over_is_written_before_it_closes(tmp_path):
    async def work(shelf):
        for index in range(50):
            shelf.put(str(index).encode(), "eins", 1.0, 2.0, b"v")
        shelf.note_health(Health(source="eins"))

    async def later(shelf):
        keys = [str(index).encode() for index in range(50)]
        return await asyncio.gather(*map(shelf.get, keys)), await shelf.known(DAY)

    with_shelf(tmp_path, work)
    found, (_, healths) = with_shelf(tmp_path, later)
    assert found == [(1.0, b"v")] * 50
    assert healths == [Health(source="eins")]


def test_what_is_written_in_half_a_second_is_one_turn(tmp_path, monkeypatch):
    monkeypatch.setattr("reihum.jobs.ask.shelf.GATHER", 3600)  # however slow it is here
    turns = []
    together = Store.together
    monkeypatch.setattr(
        Store, "together", lambda self: turns.append(1) or together(self)
    )

    async def work(shelf):
        for index in range(20):
            shelf.put(str(index).encode(), "eins", 1.0, 2.0, b"v")
            await shelf.get(b"other")

    with_shelf(tmp_path, work)
    assert turns == [1]


def test_what_was_handed_over_is_written_without_anybody_closing(tmp_path, monkeypatch):
    monkeypatch.setattr("reihum.jobs.ask.shelf.GATHER", 0)

    async def work(shelf):
        shelf.put(b"a", "eins", 1.0, 2.0, b"v")
        async with asyncio.timeout(5):
            while await shelf.get(b"a") is None:
                pass

    with_shelf(tmp_path, work)


def test_what_is_wanted_at_the_same_time_is_one_query(tmp_path, monkeypatch):
    queries = []
    look = Store.get_many
    monkeypatch.setattr(
        Store, "get_many", lambda self, keys: queries.append(keys) or look(self, keys)
    )

    async def work(shelf):
        keys = [b"a", b"b", b"a"]
        return await asyncio.gather(*map(shelf.get, keys))

    assert with_shelf(tmp_path, work) == [None, None, None]
    assert queries == [[b"a", b"b"]]


def test_more_keys_than_one_query_takes_are_found_too(tmp_path):
    store = Store(tmp_path / "a.sqlite3")
    keys = [str(index).encode() for index in range(1200)]
    with store.together():
        for key in keys:
            store.put(key, "eins", 1.0, 9e9, key)
    assert len(store.get_many(keys)) == 1200
    store.close()


def test_who_gives_up_looking_spoils_it_for_nobody(tmp_path):
    async def work(shelf):
        impatient = asyncio.create_task(shelf.get(b"k"))
        await asyncio.sleep(0)
        patient = asyncio.create_task(shelf.get(b"k"))
        impatient.cancel()
        return await patient

    assert with_shelf(tmp_path, work) is None


def test_calls_are_told_back_to_the_loop(tmp_path):
    async def work(shelf):
        heard = []
        told = asyncio.Event()

        def tell(calls: int) -> None:
            heard.append(calls)
            if len(heard) == 3:
                told.set()

        for _ in range(3):
            shelf.note_call("eins", DAY, tell)
        await told.wait()
        return heard

    assert with_shelf(tmp_path, work) == [1, 2, 3]
