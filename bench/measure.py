"""Run a piece of work many times and say how long it took."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. Times in milliseconds, the budget too."""

    work: str
    budget: float
    median: float
    p95: float
    queries: int | None
    peer: str = ""


def timed(work: Callable[[], object], rounds: int, warm: int = 3) -> list[float]:
    """Return the milliseconds of each round, after a few that do not count."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return times


def queries(work: Callable[[], object]) -> int:
    """Return how many queries the work makes."""
    reset_queries()
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def figure(
    work: str, budget: float, times: list[float], count: int | None, peer: str = ""
) -> Figure:
    """Sum up the times of one piece of work."""
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return Figure(work, budget, median(times), p95, count, peer)
