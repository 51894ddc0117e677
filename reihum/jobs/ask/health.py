"""How a source has been doing: remembered over restarts, shown to the operator."""

from msgspec import Struct, structs

OPENS_AFTER = 3  # failures in a row
FIRST_PAUSE = 30.0  # seconds, doubled with each failure more
LONGEST_PAUSE = 1800.0
LONGEST_ASKED = 86_400.0  # a Retry-After of more than a day is not believed


class Health(Struct, frozen=True, kw_only=True):
    """The last answers of one source, or of one employer's system in it.

    Moments are seconds since 1970; 0 says never. Until `rests_until` it is not asked;
    then one call tries whether it is well again.
    """

    source: str
    employer: str = ""
    answered_at: float = 0.0
    failed_at: float = 0.0
    reason: str = ""
    in_a_row: int = 0
    rests_until: float = 0.0

    def answered(self, now: float) -> "Health":
        """Return this after a good answer: all is forgiven."""
        return structs.replace(self, answered_at=now, in_a_row=0, rests_until=0.0)

    def failed(
        self, now: float, reason: str, retry_after: float | None = None
    ) -> "Health":
        """Return this after a failure, resting if there were enough of them."""
        row = self.in_a_row + 1
        pause = _pause(row)
        if retry_after is not None:
            pause = max(pause, min(retry_after, LONGEST_ASKED))
        return structs.replace(
            self, failed_at=now, reason=reason, in_a_row=row,
            rests_until=now + pause if pause else 0.0,
        )  # fmt: skip


def _pause(in_a_row: int) -> float:
    """Return the seconds to rest after so many failures in a row."""
    if in_a_row < OPENS_AFTER:
        return 0.0
    return min(FIRST_PAUSE * 2.0 ** min(in_a_row - OPENS_AFTER, 20), LONGEST_PAUSE)
