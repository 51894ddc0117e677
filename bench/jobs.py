"""The job search against eight portals of 50 to 800 ms, with a hundred rows each.

Beside it the two naive ways with the standard library: a pool of threads, and one
portal after another; both read the same answers with the same readers, but merge not.
"""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from urllib.parse import quote
from urllib.request import urlopen

from msgspec import structs

from bench.measure import Figure, figure, timed
from bench.portals import DAY, LATENCIES, ROWS, SLOWEST, WITH_TEXTS
from reihum.jobs.answer import Answer, State
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Query, Term, Understood
from reihum.jobs.search import JobSearch
from reihum.jobs.settings import Config
from reihum.jobs.sources import arbeitnow, arbeitsagentur
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way

ALL = len(LATENCIES)
DEADLINE = 2.0
PEOPLE = 40
_number = count(1)  # a new word each time: nothing is answered from the cache


def figures() -> Iterator[Figure]:
    """Yield one figure after the other."""
    with portals() as address:
        pool = naive(lambda work: _pooled(work, ALL), address)
        row = naive(lambda work: [one() for one in work], address)
        with searching(address, range(ALL)) as search:
            peer = f"a pool of threads: {pool:.0f} ms, one after another: {row:.0f} ms"
            yield from one_query(search, peer)
            yield many(search, address)
        with searching(address, range(ALL), "/new") as search:
            yield from one_query(search, "", "rows that were never seen: ")
        with searching(address, range(1, ALL + 1)) as search:
            yield hanging(search)


@contextmanager
def portals() -> Iterator[str]:
    """Serve the portals in a process of their own; give their address."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.portals"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
    ) as process:  # fmt: skip
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()


@contextmanager
def searching(address: str, numbers: range, path: str = "") -> Iterator[JobSearch]:
    sources = tuple(portal(number) for number in numbers)
    settings = {
        one.key: Settings(
            address=f"{address}/{one.key[-1]}{path}", key="x",
            at_once=2 * PEOPLE, per_minute=60_000, per_day=1_000_000,
        )
        for one in sources
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="reihum-bench-jobs-") as folder:
        config = Config(
            sources=settings, folder=Path(folder), deadline_seconds=DEADLINE
        )
        search = JobSearch(config, sources)
        search.warm()  # as the server does when it starts
        try:
            yield search
        finally:
            search.close()


def portal(number: int) -> Source:
    """Return one of the eight, under a name of its own."""
    base = (arbeitnow if number in WITH_TEXTS else arbeitsagentur).SOURCE
    key = f"portal-{number}"

    known: dict[int, tuple[Advertisement, Advertisement]] = {}

    def named(ad: Advertisement) -> Advertisement:
        """Give what was read to this portal; as cheap as can be, no server does it."""
        if id(ad) not in known:
            known[id(ad)] = ad, structs.replace(ad, source=key)
        return known[id(ad)][1]

    def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
        return (Request(url=f"{settings.address}/?was={quote(asked.was)}"),)

    def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:
        found = base.read(body, request, asked, settings).found
        ads = tuple(map(named, found.advertisements))
        return Read(found=structs.replace(found, advertisements=ads))

    made: Source = structs.replace(
        base, key=key, name=key, way=Way.SEARCH, ask=ask, read=read, details=None
    )
    return made


def question() -> Understood:
    """Return a question that nobody has asked before."""
    number = next(_number)
    word = f"Koch {number}"
    new = Term(f"Koch{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}gehilfe", 0.5)
    terms = (Term("Koch"), Term("Köchin"), Term("Küchenhilfe", 0.5), new)
    query = Query(words=word)
    return Understood(asked=Asked(query=query, was=word, terms=terms))


def whole(answer: Answer, late: int = 0) -> Answer:
    """Return the answer; raise where a row or a portal was lost."""
    states = [one.state for one in answer.outcomes]
    given = sum(one.given for one in answer.outcomes)
    if states.count(State.LATE) != late or given != ROWS * (len(states) - late):
        message = f"{given} rows, {states}"
        raise RuntimeError(message)
    return answer


def grown(search: JobSearch, late: int = 0) -> Answer:
    """Search as a page does, with every list on the way."""
    *_, last = search.answers(question(), (), DAY)
    return whole(last, late)


def one_query(search: JobSearch, peer: str, rows: str = "") -> Iterator[Figure]:
    """Measure a question that is new. `rows` says so where its answers are, too."""
    grown(search)
    walls, costs = [], []
    for _ in range(25):
        cpu, start = process_time(), perf_counter()
        grown(search)
        walls.append((perf_counter() - start) * 1000 - SLOWEST)
        costs.append((process_time() - cpu) * 1000)
    work = f"{rows}job search, {ALL} portals × {ROWS}: over the slowest of them"
    yield figure(work, 25, walls, 0, peer)
    yield figure(f"{rows}processor time, with lists on the way", 40, costs, 0)
    once = [_cost(lambda: whole(search.answer(question(), (), DAY))) for _ in range(15)]
    yield figure(f"{rows}processor time, only the complete list", 40, once, 0)


def _cost(work: Callable[[], object]) -> float:
    cpu = process_time()
    work()
    return (process_time() - cpu) * 1000


def many(search: JobSearch, address: str) -> Figure:
    """Let forty people search for something else each, at the same moment."""
    times = [time for _ in range(3) for time in _at_once(search)]
    start = perf_counter()
    _pooled([_task(portal(n), address) for n in range(ALL) for _ in range(PEOPLE)], 40)
    pool = (perf_counter() - start) * 1000 - SLOWEST
    work = f"{PEOPLE} different searches at once, no row lost: over the slowest portal"
    budget = DEADLINE * 1000 - SLOWEST
    return figure(work, budget, times, 0, f"40 threads, nothing merged: {pool:.0f} ms")


def _at_once(search: JobSearch) -> list[float]:
    times: list[float] = []

    def person() -> None:
        start = perf_counter()
        whole(search.answer(question(), (), DAY))
        times.append((perf_counter() - start) * 1000 - SLOWEST)

    threads = [threading.Thread(target=person) for _ in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(times) < PEOPLE:
        message = "a search lost rows"
        raise RuntimeError(message)
    return times


def hanging(search: JobSearch) -> Figure:
    """Search a few times only: a portal that keeps hanging is soon left in peace."""
    times = [
        time - DEADLINE * 1000
        for time in timed(lambda: grown(search, late=1), 4, warm=0)
    ]
    return figure("a portal hangs for 10 s: over the deadline", 30, times, 0)


def naive(run: Callable[[list[Callable[[], int]]], object], address: str) -> float:
    """Return the milliseconds over the slowest portal, in the middle of five rounds."""
    work = [_task(portal(number), address) for number in range(ALL)]
    return median(timed(lambda: run(work), 5, warm=1)) - SLOWEST


def _task(source: Source, address: str) -> Callable[[], int]:
    settings = Settings(address=f"{address}/{source.key[-1]}", key="x")

    def call() -> int:
        asked = question().asked
        assert asked is not None
        (request,) = source.ask(asked, settings)
        with urlopen(request.url, timeout=DEADLINE) as answer:  # noqa: S310
            body = answer.read()
        read = source.read(body, request, asked, settings)
        return len(read.found.advertisements)

    return call


def _pooled(work: list[Callable[[], int]], threads: int) -> list[int]:
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda one: one(), work))


if __name__ == "__main__":
    for line in figures():
        print(line)
