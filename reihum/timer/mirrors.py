"""Have at hand what portals give as a whole: no visitor is the first to wait for it."""

from datetime import datetime, timedelta

from reihum.reads.clock import now
from reihum.reads.jobs import job_search

EVERY = timedelta(minutes=5)  # it is looked whether something is due
_looked: list[datetime] = []  # when that was last


def renew_due() -> None:
    """Begin to fetch what is due; return at once.

    A process must live on until it has landed: one that ends after a turn
    (`reihum timer --once`) would only begin, again and again.
    """
    moment = now()
    if _looked and moment - _looked[-1] < EVERY:
        return
    _looked[:] = [moment]
    job_search().renew()
