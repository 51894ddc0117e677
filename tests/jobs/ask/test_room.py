"""Who came last is let in first, and no place is ever lost."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.ask.room import Room

pytestmark = pytest.mark.unit


async def settle() -> None:
    """Let everybody go as far as they can."""
    for _ in range(5):
        await asyncio.sleep(0)


def test_who_came_last_is_let_in_first():
    entered: list[int] = []

    async def enter(room: Room, number: int) -> None:
        await room.enter()
        entered.append(number)

    async def go() -> None:
        room = Room(1)
        await room.enter()
        tasks = [asyncio.create_task(enter(room, number)) for number in range(3)]
        for _ in tasks:
            await settle()
            room.leave()
        await asyncio.gather(*tasks)

    asyncio.run(go())
    assert entered == [2, 1, 0]


def test_a_place_given_to_who_gives_up_at_that_moment_goes_to_the_next():
    async def go() -> None:
        room = Room(1)
        await room.enter()
        first, last = (asyncio.create_task(room.enter()) for _ in range(2))
        await settle()
        room.leave()
        last.cancel()
        await first

    asyncio.run(go())


@given(st.integers(1, 3), st.lists(st.sampled_from(["come", "go", "give up"])))
def test_whatever_happens_there_are_as_many_places_as_there_were(number, steps):
    async def go() -> None:
        room, coming, inside, most = Room(number), [], 0, 0
        for step in steps:
            if step == "come":
                coming.append(asyncio.create_task(room.enter()))
            elif step == "go" and inside:
                room.leave()
                inside -= 1
            elif step == "give up" and coming:
                coming[0].cancel()
            await settle()
            inside += sum(one.done() and not one.cancelled() for one in coming)
            coming = [one for one in coming if not one.done()]
            most = max(most, inside)
            assert room.full() is (inside == number)
            assert not coming or room.full()
        assert most <= number
        for one in coming:
            one.cancel()
        await settle()
        for _ in range(inside):
            room.leave()
        for _ in range(number):
            assert not room.full()
            await room.enter()
        assert room.full()

    asyncio.run(go())
