"""What the thread that asked hears from the event loop, and what it makes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from threading import Event, Lock
from time import monotonic

from reihum.jobs.answer import Outcome, State, Told
from reihum.jobs.ask.fan import whole
from reihum.jobs.ask.strand import Progress

SLICE = 0.02  # seconds between two looks whether reading has caught up


class Listening:
    """Hears one question's progress. `names` are the sources, `asked` those asked.

    `behind` says whether anything that has come is still unread.

    `expect`, `hear` and `looked` are called in the event loop, all else by the thread
    that asked. That thread sleeps until there is what it waits for: to wake it for each
    step of each portal would cost the loop more than the steps themselves.
    """

    def __init__(
        self, names: Mapping[str, str], asked: Iterable[str], behind: Callable[[], bool]
    ) -> None:
        self._names = names
        self._behind = behind
        self._strands: dict[str, dict[int, Progress]] = {key: {} for key in asked}
        self._expected: dict[str, int] = {}
        self._all_looked = False
        self._news = False
        self._gone = False
        self._lock = Lock()
        self._bell = Event()
        self._enough: Callable[[], bool] | None = None

    # ── in the event loop ──

    def expect(self, source: str, strands: int) -> None:
        with self._lock:
            self._expected[source] = strands

    def hear(self, source: str, strand: int, progress: Progress) -> bool:
        if self._gone:
            return False
        with self._lock:
            self._strands.setdefault(source, {})[strand] = progress
            self._news = self._news or not progress.in_hand
            self._ring()
        return True

    def looked(self) -> None:
        with self._lock:
            self._all_looked = True
            self._ring()

    def _ring(self) -> None:
        if self._enough is not None and self._enough():
            self._bell.set()

    # ── in the thread that asked ──

    @property
    def done(self) -> bool:
        """Whether nothing more will come."""
        with self._lock:
            return self._done()

    def wait(self, until: float) -> bool:
        """Wait for news since `told`, but at most until then (`monotonic`)."""
        return self._wait(lambda: self._news, until)

    def wait_for_kept(self, until: float) -> None:
        """Wait until all that was kept has been told, but no longer."""
        self._wait(lambda: self._all_looked, until)

    def gather(self, until: float) -> None:
        """Take what comes until then, or until nothing more will come."""
        self._wait(self._done, until)

    def finish(self, until: float) -> None:
        """Take what has come already and is only to be read, however late it is read.

        That reading takes long is no fault of the portal: nothing of it is to be lost.
        While we are behind with reading, an answer may have come that nobody has seen.
        """
        while not self.done and self._owes() and (now := monotonic()) < until:
            self._wait(self._done, min(until, now + SLICE))

    def leave(self) -> None:
        """Hear no more: a mirror may be under way for minutes."""
        self._gone = True

    def told(self, *, final: bool) -> tuple[Told, ...]:
        """Return how every source is doing; if `final`, nobody waits any more."""
        with self._lock:
            self._news = False
            strands = {key: [*one.values()] for key, one in self._strands.items()}
            expected = dict(self._expected)
        return tuple(
            self._told(name, key, strands[key], expected.get(key, 1), final=final)
            for key, name in self._names.items()
            if key in strands
        )

    def _told(
        self, name: str, key: str, strands: list[Progress], expected: int, *,
        final: bool,
    ) -> Told:  # fmt: skip
        strands += [Progress()] * (expected - len(strands))
        return told(key, name, [whole(one) for one in strands] if final else strands)

    def _done(self) -> bool:
        return self._all_looked and all(
            len(self._strands[key]) == strands
            and all(one.done for one in self._strands[key].values())
            for key, strands in self._expected.items()
        )

    def _owes(self) -> bool:
        """Return whether something is still to be read, here or anywhere."""
        with self._lock:  # the loop may add a strand while we look through them
            return self._behind() or any(
                one.in_hand
                for strands in self._strands.values()
                for one in strands.values()
            )

    def _wait(self, enough: Callable[[], bool], until: float) -> bool:
        """Sleep until there is enough, but at most until then; return if there is."""
        with self._lock:
            if enough():
                return True
            self._bell.clear()
            self._enough = enough
        self._bell.wait(max(until - monotonic(), 0))
        with self._lock:
            self._enough = None
            return enough()


def told(source: str, name: str, strands: Sequence[Progress]) -> Told:
    """Return what the strands of a source make together.

    One that answered makes it an answer; `reason` then says why it is not whole.
    """
    given = [one.found.advertisements for one in strands]
    ads = given[0] if len(given) == 1 else tuple(chain.from_iterable(given))
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
            days_old=max((one.days_old for one in strands), default=0),
            place_unknown=any(one.found.place_unknown for one in strands),
        ),
        advertisements=ads,
    )  # fmt: skip


def _state(strands: Sequence[Progress]) -> State:
    states = [one.state for one in strands]
    if not all(one.done for one in strands):
        return State.WAITING
    if not states:  # none of its employers can be asked: that is no answer
        return State.OFF
    if State.ANSWERED in states:
        return State.ANSWERED
    return states[0]
