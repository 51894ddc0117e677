"""What the thread that asked hears from the event loop, and what it makes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from queue import Empty, SimpleQueue
from time import monotonic

from reihum.jobs.answer import Outcome, State, Told
from reihum.jobs.ask.fan import whole
from reihum.jobs.ask.strand import Progress

Note = Callable[["Listening"], None]


class Listening:
    """Hears one question's progress. `names` are the sources that are asked.

    `expect`, `hear` and `looked` are called in the event loop, all else by the thread
    that asked. What nobody takes up any more is dropped with this object.
    """

    def __init__(self, names: Mapping[str, str], asked: Iterable[str]) -> None:
        self._names = names
        self._notes: SimpleQueue[Note] = SimpleQueue()
        self._strands: dict[str, dict[int, Progress]] = {key: {} for key in asked}
        self._expected: dict[str, int] = {}
        self._all_looked = False

    # ── in the event loop ──

    def expect(self, source: str, strands: int) -> None:
        self._notes.put(lambda self: self._expected.__setitem__(source, strands))

    def hear(self, source: str, strand: int, progress: Progress) -> None:
        self._notes.put(
            lambda self: self._strands.setdefault(source, {}).__setitem__(
                strand, progress
            )
        )

    def looked(self) -> None:
        self._notes.put(lambda self: setattr(self, "_all_looked", True))

    # ── in the thread that asked ──

    @property
    def done(self) -> bool:
        """Whether nothing more will come."""
        return self._all_looked and all(
            len(self._strands[key]) == strands
            and all(one.done for one in self._strands[key].values())
            for key, strands in self._expected.items()
        )

    @property
    def in_hand(self) -> bool:
        """Whether an answer has come that is still being read."""
        return any(
            one.in_hand
            for strands in self._strands.values()
            for one in strands.values()
        )

    def wait(self, until: float) -> bool:
        """Wait for one note at most until then (`monotonic`); take all there are."""
        if not self._take(until):
            return False
        while self._take(0):
            pass
        return True

    def wait_for_kept(self, until: float) -> None:
        """Wait until all that was kept has been told, but no longer."""
        while not self._all_looked and self.wait(until):
            pass

    def gather(self, until: float) -> None:
        """Take what comes until then, or until nothing more will come."""
        while not self.done and self.wait(until):
            pass

    def finish(self, until: float) -> None:
        """Take what has come already and is only being read, however late it is read.

        That reading takes long is no fault of the portal: nothing of it is to be lost.
        """
        while self.in_hand and self.wait(until):
            pass

    def told(self, *, final: bool) -> tuple[Told, ...]:
        """Return how every source is doing; if `final`, nobody waits any more."""
        return tuple(
            self._told(key, [*strands.values()], final=final)
            for key, strands in sorted(self._strands.items(), key=self._order)
        )

    def _take(self, until: float) -> bool:
        try:
            seconds = until - monotonic()
            note = (
                self._notes.get(timeout=seconds) if seconds > 0
                else self._notes.get_nowait()
            )  # fmt: skip
        except Empty:
            return False
        note(self)
        return True

    def _order(self, item: tuple[str, object]) -> int:
        return list(self._names).index(item[0])

    def _told(self, key: str, strands: list[Progress], *, final: bool) -> Told:
        missing = max(self._expected.get(key, 1) - len(strands), 0)
        strands += [Progress()] * missing
        if final:
            strands = [whole(one) for one in strands]
        return told(key, self._names[key], strands)


def told(source: str, name: str, strands: Sequence[Progress]) -> Told:
    """Return what the strands of a source make together.

    One that answered makes it an answer; `reason` then says why it is not whole.
    """
    ads = tuple(ad for one in strands for ad in one.found.advertisements)
    totals = [one.found.total for one in strands if one.found.total is not None]
    times = [one.took_ms for one in strands if one.took_ms is not None]
    return Told(
        outcome=Outcome(
            source=source, name=name, state=_state(strands),
            reason=next((one.reason for one in strands if one.reason), ""),
            given=len(ads), total=sum(totals) if totals else None,
            skipped=sum(one.found.skipped for one in strands),
            took_ms=max(times, default=None),
            kept=bool(strands) and all(one.kept for one in strands),
            place_unknown=any(one.found.place_unknown for one in strands),
        ),
        advertisements=ads,
    )  # fmt: skip


def _state(strands: Sequence[Progress]) -> State:
    states = [one.state for one in strands]
    if not all(one.done for one in strands):
        return State.WAITING
    if State.ANSWERED in states or not states:
        return State.ANSWERED
    return states[0]
