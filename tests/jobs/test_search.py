"""A search grows as portals answer, and is complete at the deadline at the latest."""

import asyncio
import gc
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import pairwise

import pytest
from aiohttp import web
from msgspec import structs

from reihum.jobs import search as module
from reihum.jobs.answer import Answer, State
from reihum.jobs.ask.exchange import Exchange
from reihum.jobs.model import Place, Point
from reihum.jobs.places import postcodes
from reihum.jobs.query import Query, Understood
from reihum.jobs.search import Config, JobSearch, agent_of, file_of
from reihum.jobs.settings import Settings
from reihum.jobs.sources.source import Source, Way
from reihum.jobs.words.index import index
from tests.jobs.portals import Handler, ad, asked, hangs, jobs, says, served, source

pytestmark = pytest.mark.unit

DAY = date(2026, 11, 23)
SOON = 0.2  # seconds of the shortest deadline there is
OWN = source("own", Way.OWN, name="Eigene Anzeigen")
UNDERSTOOD = Understood(asked=asked())


@contextmanager
def searching(
    tmp_path, handlers: Mapping[str, Handler], *sources: Source, deadline: float = 5.0
) -> Iterator[JobSearch]:
    with served(handlers) as portal:
        settings = {
            one.key: structs.replace(
                one.settings, address=f"{portal.address}/{one.key}"
            )
            for one in sources
        }  # fmt: skip
        config = Config(sources=settings, folder=tmp_path, deadline_seconds=deadline)
        search = JobSearch(config, sources)
        try:
            yield search
        finally:
            search.close()


def ids(answer: Answer) -> set[str]:
    return {offer.key for entry in answer.entries for offer in entry.offers}


def states(answer: Answer) -> dict[str, State]:
    return {one.source: one.state for one in answer.outcomes}


def test_portals_and_own_advertisements_are_one_list(tmp_path):
    handlers = {"/a/jobs": says(jobs("1", "2")), "/b/jobs": says(b"", 403)}
    own = [ad("own", "7")]
    with searching(tmp_path, handlers, source("a"), source("b"), OWN) as search:
        answer = search.answer(UNDERSTOOD, own, DAY)
    assert ids(answer) == {"a:1", "a:2", "own:7"}
    assert states(answer) == {
        "a": State.ANSWERED, "b": State.BLOCKED, "own": State.ANSWERED,
    }  # fmt: skip
    assert [(one.source, one.shown, one.given) for one in answer.outcomes] == [
        ("a", 2, 2), ("b", 0, 0), ("own", 1, 1),
    ]  # fmt: skip
    assert answer.advertisements == 3
    assert answer.complete


def test_an_advertisement_that_comes_again_is_finished_once(tmp_path, monkeypatch):
    finished = []
    complete = module.complete
    monkeypatch.setattr(
        module, "complete", lambda ad: finished.append(ad.id) or complete(ad)
    )
    own = [ad("own", "7"), ad("own", "8", text="Koch " * module.LONGEST)]
    with searching(tmp_path, {}, OWN) as search:
        for _ in range(2):
            assert ids(search.answer(UNDERSTOOD, own, DAY)) == {"own:7", "own:8"}
    assert finished == ["7", "8", "8"]  # what is very long is not held


def test_a_new_file_of_postcodes_finds_places_of_what_was_known_before(tmp_path):
    own = [structs.replace(ad("own", "7"), places=(Place("", "09126"),))]
    with searching(tmp_path, {}, OWN) as search:
        (entry,) = search.answer(UNDERSTOOD, own, DAY).entries
        assert entry.best.places[0].point is None
        line = "09126\tChemnitz\tSN\t50.8\t12.9\n"
        (tmp_path / postcodes.FILE).write_text(line, encoding="utf-8")
        search.understand(Query(words="Koch", place="09126"), "de")
        (entry,) = search.answer(UNDERSTOOD, own, DAY).entries
        assert entry.best.places[0].point == Point(50.8, 12.9)


def test_own_advertisements_are_there_at_once_and_portals_as_they_come(tmp_path):
    gone = threading.Event()

    async def waits(request: web.Request) -> web.Response:
        await asyncio.get_running_loop().run_in_executor(None, gone.wait, 5)
        return web.Response(body=jobs("1"))

    with searching(tmp_path, {"/a/jobs": waits}, source("a"), OWN) as search:
        growing = search.answers(UNDERSTOOD, [ad("own", "7")], DAY)
        first = next(growing)
        assert (ids(first), first.complete) == ({"own:7"}, False)
        assert states(first)["a"] is State.WAITING
        gone.set()
        *_, last = growing
    assert (ids(last), last.complete) == ({"own:7", "a:1"}, True)


def test_what_is_kept_is_complete_at_once(tmp_path):
    with searching(tmp_path, {"/a/jobs": says(jobs("1"))}, source("a")) as search:
        search.answer(UNDERSTOOD, [], DAY)
        (only,) = search.answers(UNDERSTOOD, [], DAY)
    assert (ids(only), only.complete) == ({"a:1"}, True)


def test_a_portal_that_hangs_is_named_and_the_answer_complete(tmp_path):
    handlers = {"/a/jobs": hangs, "/b/jobs": says(jobs("1"))}
    sources = source("a"), source("b")
    with searching(tmp_path, handlers, *sources, deadline=SOON) as search:
        *_, last = search.answers(UNDERSTOOD, [], DAY)
    assert (ids(last), last.complete) == ({"b:1"}, True)
    assert states(last) == {"a": State.LATE, "b": State.ANSWERED}
    assert last.outcomes[0].reason == "timeout"


def test_what_came_in_time_is_not_lost_because_reading_it_takes_long(tmp_path):
    reading, read_on = threading.Event(), threading.Event()

    def slow(body, request, asked, settings):
        reading.set()
        read_on.wait(5)
        return source("a").read(body, request, asked, settings)

    body = jobs(
        "1", *(f"{n:0100}" for n in range(2000))
    )  # long: read in its own thread
    sources = source("a", read=slow)
    with searching(tmp_path, {"/a/jobs": says(body)}, sources, deadline=SOON) as search:
        growing = search.answers(UNDERSTOOD, [], DAY)
        first = next(growing)
        assert reading.wait(5)
        threading.Timer(2 * SOON, read_on.set).start()
        *_, last = growing
    assert states(first) == {"a": State.WAITING}
    assert states(last) == {"a": State.ANSWERED}
    assert len(last.entries) == 2001


def test_no_list_is_begun_after_the_deadline(tmp_path, monkeypatch):
    at = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: at[0])
    with searching(tmp_path, {"/a/jobs": hangs}, source("a"), deadline=1.0) as search:
        growing = search.answers(UNDERSTOOD, [], DAY)
        assert not next(growing).complete
        at[0] = 1.5
        assert [one.complete for one in growing] == [True]


def test_each_list_of_a_growing_one_has_all_that_the_one_before_had(tmp_path):
    handlers = {f"/s{n}/jobs": says(jobs(*map(str, range(n)))) for n in range(1, 9)}
    sources = [source(f"s{n}") for n in range(1, 9)]
    with searching(tmp_path, handlers, *sources) as search:
        lists = [ids(one) for one in search.answers(UNDERSTOOD, [], DAY)]
    for before, after in pairwise(lists):
        assert before <= after
    assert len(lists[-1]) == sum(range(1, 9))


def test_forty_people_at_once_lose_nothing(tmp_path):
    handlers = {f"/s{n}/jobs": says(jobs(*map(str, range(20)))) for n in range(3)}
    found: list[Answer] = []
    with searching(tmp_path, handlers, *(source(f"s{n}") for n in range(3))) as search:

        def person() -> None:
            found.append(search.answer(UNDERSTOOD, [], DAY))

        threads = [threading.Thread(target=person) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [len(one.entries) for one in found] == [60] * 40
    assert all(set(states(one).values()) == {State.ANSWERED} for one in found)


def test_nothing_is_asked_where_nothing_was_understood(tmp_path):
    misunderstood = Understood(
        asked=None, problem="unknown_place", places=("Chemnitz",)
    )
    with searching(tmp_path, {}, source("a"), OWN) as search:
        (only,) = search.answers(misunderstood, [ad("own", "7")], DAY)
        assert search.answer(misunderstood, [], DAY).entries == ()
    assert (only.entries, only.complete) == ((), True)
    assert only.understood.problem == "unknown_place"


def test_who_goes_away_stops_nobody_else(tmp_path):
    with searching(tmp_path, {"/a/jobs": says(jobs("1"))}, source("a")) as search:
        growing = search.answers(UNDERSTOOD, [], DAY)
        next(growing)
        growing.close()
        assert ids(search.answer(UNDERSTOOD, [], DAY)) == {"a:1"}


def test_a_portal_that_is_off_or_lacks_its_key_is_not_asked(tmp_path):
    sources = (
        source("off", settings=Settings(on=False)), source("keyless", needs=("key",)),
    )  # fmt: skip
    with searching(tmp_path, {"*": says(jobs("1"))}, *sources) as search:
        assert search.answer(UNDERSTOOD, [], DAY).outcomes == ()


def test_an_advertisement_that_was_found_can_be_looked_up(tmp_path):
    with searching(tmp_path, {"/a/jobs": says(jobs("1"))}, source("a")) as search:
        search.answer(UNDERSTOOD, [], DAY)
        assert search.details("a:1") == ad("a", "1")
        assert search.details("a:2") is None
        assert search.details("nonsense") is None
        assert search.kept(["a:2", "a:1"]) == (ad("a", "1"),)


@pytest.mark.parametrize(
    ("portals", "standins", "fetched"),
    [(True, False, True), (False, False, False), (True, True, False)],
)
def test_mirrors_are_renewed_only_where_real_portals_may_be_asked(
    tmp_path, monkeypatch, portals, standins, fetched
):
    begun = []

    def renew(exchange: Exchange) -> None:
        begun.append(exchange)

    monkeypatch.setattr(Exchange, "renew", renew)
    with searching(tmp_path, {}, source("a", Way.MIRROR)) as search:
        search.config = structs.replace(
            search.config, portals=portals, standins=standins
        )
        search.renew()
    assert bool(begun) is fetched


def test_an_installation_names_itself_and_never_its_visitors():
    config = Config(sources={}, folder=None, site="https://imk.example")
    assert agent_of(config).endswith("(+https://imk.example)")
    assert agent_of(Config(sources={}, folder=None)).startswith("Reihum/")


def test_a_demonstration_keeps_its_invented_answers_apart():
    real, demo = (
        Config(sources={}, folder=None, standins=standins) for standins in (False, True)
    )
    assert file_of(real) != file_of(demo)


def test_words_and_places_are_read_before_the_first_visitor_comes(tmp_path):
    with searching(tmp_path, {}, OWN) as search:
        index.cache_clear()
        search.warm()
        try:
            assert index.cache_info().currsize == 1
            assert gc.get_freeze_count() > 0
        finally:
            gc.unfreeze()
