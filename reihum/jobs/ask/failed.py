"""Why a call of a portal brought nothing."""

from reihum.jobs.answer import State

HTTP_BLOCKED = frozenset({401, 403, 429})


class Failed(Exception):  # noqa: N818  (it is how a call ended)
    """A call that brought nothing: the state and reason of an `Outcome`.

    `retry_after` are the seconds that the portal asks to be left in peace.
    """

    def __init__(
        self, state: State, reason: str, retry_after: float | None = None
    ) -> None:
        super().__init__(f"{state}: {reason}")
        self.state = state
        self.reason = reason
        self.retry_after = retry_after


def too_large() -> Failed:
    return Failed(State.FAULTY, "too-large")


def truncated() -> Failed:
    return Failed(State.FAULTY, "truncated")


def undecodable() -> Failed:
    return Failed(State.FAULTY, "encoding")


def refused() -> Failed:
    return Failed(State.UNREACHABLE, "refused")


def redirected() -> Failed:
    return Failed(State.UNREACHABLE, "redirect")


def timed_out() -> Failed:
    return Failed(State.LATE, "timeout")


def of_status(status: int, retry_after: float | None = None) -> Failed:
    """Return what an HTTP status that is no answer means."""
    state = State.BLOCKED if status in HTTP_BLOCKED else State.FAULTY
    return Failed(state, f"http-{status}", retry_after)
