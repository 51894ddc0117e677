"""Room for so many calls at a time; who came last is let in first.

Where more is asked than a portal may be, some questions are not answered in time
whatever the order. In the order in which they came, each would wait until its visitor
has gone, and nobody would be answered any more, however well the portal is.
"""

import asyncio
from contextlib import suppress


class Room:
    """A number of places. It lives in one event loop."""

    def __init__(self, number: int) -> None:
        self._free = number
        self._waiting: list[asyncio.Future[None]] = []

    def full(self) -> bool:
        """Return whether who comes now has to wait."""
        return not self._free

    async def enter(self) -> None:
        """Take a place as soon as there is one; `leave` must follow."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except BaseException:
            self._give_up(turn)
            raise

    def leave(self) -> None:
        """Give the place to who came last, or to nobody."""
        while self._waiting:
            turn = self._waiting.pop()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def _give_up(self, turn: asyncio.Future[None]) -> None:
        """Wait no more; a place that was given at this very moment is passed on."""
        with suppress(ValueError):
            self._waiting.remove(turn)
        if turn.done() and not turn.cancelled():
            self.leave()
