"""All portals at once: what one of them does costs the others nothing."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic

import pytest
from aiohttp import web
from msgspec import structs

from reihum.jobs.answer import State, Told
from reihum.jobs.ask.cache import Cache
from reihum.jobs.ask.exchange import Exchange, exchange
from reihum.jobs.ask.portal import MOST
from reihum.jobs.sources.source import Settings, Source, Way
from tests.jobs.portals import (
    FakeClock,
    Handler,
    ad,
    asked,
    cut,
    hangs,
    jobs,
    says,
    served,
    source,
    without_end,
)

pytestmark = pytest.mark.unit

LONG = 5.0  # seconds; no test waits for them unless something is broken
HTML = b"<!DOCTYPE html><html><title>Wartung</title>"


def soon() -> float:
    """Return a deadline that is over at once."""
    return monotonic()


class House:
    """Portals that are served, and the exchange that asks them."""

    def __init__(self, portal, exchange: Exchange, clock: FakeClock) -> None:
        self.portal, self.exchange, self.clock = portal, exchange, clock

    def ask(self, was: str = "Koch", only=(), **query) -> Mapping[str, Told]:
        """Return what every source told, once all have."""
        listening = self.exchange.listen(asked(was, **query), frozenset(only))
        listening.gather(monotonic() + LONG)
        assert listening.done
        return {one.outcome.source: one for one in listening.told(final=True)}

    def outcome(self, key: str = "eins", **how):
        return self.ask(**how)[key].outcome

    def ids(self, key: str = "eins", **how) -> list[str]:
        return [one.id for one in self.ask(**how)[key].advertisements]


@contextmanager
def house(
    tmp_path, handlers: Mapping[str, Handler], *sources: Source, **settings
) -> Iterator[House]:
    """Serve handlers at /<key>/…, or at /… for a single source."""
    sources = sources or (source(),)
    clock = FakeClock()
    with served(handlers) as portal:
        given = {}
        for one in sources:
            address = portal.address + (f"/{one.key}" if len(sources) > 1 else "")
            given[one.key] = (
                one, structs.replace(one.settings, address=address, **settings)
            )  # fmt: skip
        asking = exchange(given, tmp_path / "a.sqlite3", "Reihum/1", clock=clock)
        try:
            yield House(portal, asking, clock)
        finally:
            asking.close()


def test_what_a_portal_has_is_told(tmp_path):
    with house(tmp_path, {"/jobs": says(jobs("1", "2", total=57))}) as here:
        told = here.ask()["eins"]
    assert told.advertisements == (ad("eins", "1"), ad("eins", "2"))
    assert told.outcome.state is State.ANSWERED
    assert (told.outcome.given, told.outcome.total, told.outcome.reason) == (2, 57, "")


FAULTS = {
    "forbids": (says(b"", 403), State.BLOCKED, "http-403"),
    "hurried": (says(b"", 429), State.BLOCKED, "http-429"),
    "html": (says(HTML), State.FAULTY, "not-json"),
    "half": (says(jobs("1", "2")[:-9]), State.FAULTY, "truncated"),
    "latin": (says('{"jobs": [{"id": "ä"}]}'.encode("latin-1")),
              State.FAULTY, "encoding"),
    "giant": (without_end, State.FAULTY, "too-large"),
    "cut": (cut, State.FAULTY, "truncated"),
    "breaks": (says(b"", 500), State.FAULTY, "http-500"),
    "inward": (says(b"", 302, Location="http://169.254.169.254/"),
               State.UNREACHABLE, "redirect"),
    "circles": (says(b"", 302, Location="/circles/jobs"),
                State.UNREACHABLE, "redirect"),
}  # fmt: skip


def test_whatever_ten_portals_do_wrong_the_eleventh_loses_nothing(tmp_path):
    handlers = {f"/{key}/jobs": handler for key, (handler, _, _) in FAULTS.items()}
    handlers["/good/jobs"] = says(jobs("1", "2", "3"))
    sources = [source(key) for key in (*FAULTS, "good")]
    with house(tmp_path, handlers, *sources) as here:
        told = here.ask()
    assert len(told.pop("good").advertisements) == 3
    for key, (_, state, reason) in FAULTS.items():
        assert (told[key].outcome.state, told[key].outcome.reason) == (state, reason)
        assert told[key].advertisements == ()


def test_a_portal_that_hangs_is_late_and_the_others_are_there(tmp_path):
    handlers = {"/hangs/jobs": hangs, "/good/jobs": says(jobs("1"))}
    with house(tmp_path, handlers, source("hangs"), source("good")) as here:
        listening = here.exchange.listen(asked())
        while sum(len(one.advertisements) for one in listening.told(final=False)) < 1:
            assert listening.wait(monotonic() + LONG)
        late, good = listening.told(final=False)
        assert late.outcome.state is State.WAITING
        assert good.outcome.state is State.ANSWERED
        late, good = listening.told(final=True)
        assert (late.outcome.state, late.outcome.reason) == (State.LATE, "timeout")


def test_sources_are_told_in_their_order(tmp_path):
    keys = ["c", "a", "b"]
    handlers = {"*": says(jobs("1"))}
    with house(tmp_path, handlers, *map(source, keys)) as here:
        assert list(here.ask()) == keys


def test_an_error_of_ours_in_one_source_is_said_and_costs_no_other(tmp_path, caplog):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    sources = (
        source("asks", ask=broken), source("reads", read=broken), source("good"),
    )  # fmt: skip
    with house(tmp_path, {"*": says(jobs("1"))}, *sources) as here:
        told = here.ask()
    for key in ("asks", "reads"):
        assert told[key].outcome.state is State.FAULTY
        assert told[key].outcome.reason == "internal"
    assert told["good"].outcome.given == 1
    assert len(caplog.records) == 2


def test_an_answer_that_cannot_be_kept_is_said_and_no_delay_of_the_portal(tmp_path):
    def read(body, request, asked, settings):
        one = source().read(body, request, asked, settings)
        (broken,) = one.found.advertisements
        ads = (structs.replace(broken, employer="\ud800"),)
        return structs.replace(
            one, found=structs.replace(one.found, advertisements=ads)
        )

    with house(tmp_path, {"*": says(jobs("1"))}, source(read=read)) as here:
        outcome = here.outcome()
    assert (outcome.state, outcome.reason) == (State.FAULTY, "internal")


def test_pages_are_followed_as_far_as_is_allowed(tmp_path):
    handlers = {
        "/jobs": says(jobs("1", more=("/p2",))),
        "/p2": says(jobs("2", more=("/p3",))),
        "/p3": says(jobs("3")),
    }
    with house(tmp_path, handlers, pages=2) as here:
        assert here.ids() == ["1", "2"]
        assert here.portal.paths() == ["/jobs?was=Koch", "/p2"]


def test_pages_that_repeat_the_same_rows_for_ever_come_to_an_end(tmp_path):
    with house(tmp_path, {"*": says(jobs("1", more=("/p",)))}, pages=20) as here:
        told = here.ask()["eins"]
        assert len(here.portal.calls) == 2
    assert len(told.advertisements) == 1
    assert told.outcome.reason == ""


def test_a_later_page_that_fails_leaves_what_came_before_and_says_so(tmp_path):
    handlers = {"/jobs": says(jobs("1", more=("/p2",))), "/p2": says(HTML)}
    with house(tmp_path, handlers, pages=3) as here:
        for _ in range(2):  # what is not whole is not kept
            told = here.ask()["eins"]
            assert [one.id for one in told.advertisements] == ["1"]
            assert told.outcome.state is State.ANSWERED
            assert told.outcome.reason == "not-json"


def test_a_later_page_that_hangs_does_not_hold_back_the_first(tmp_path):
    handlers = {"/jobs": says(jobs("1", more=("/p2",))), "/p2": hangs}
    with house(tmp_path, handlers, pages=3) as here:
        listening = here.exchange.listen(asked())
        while not (told := listening.told(final=True)[0]).advertisements:
            assert listening.wait(monotonic() + LONG)
    assert told.outcome.state is State.ANSWERED
    assert told.outcome.reason == "timeout"


def test_a_page_that_leads_inside_is_not_asked(tmp_path):
    def read(body, request, asked, settings):
        one = source().read(body, request, asked, settings)
        inside = structs.replace(request, url="http://127.0.0.1:9/")
        return structs.replace(one, more=(inside,))

    with house(tmp_path, {"*": says(jobs("1"))}, source(read=read), pages=3) as here:
        assert here.outcome().reason == "redirect"


def test_of_many_employers_one_that_fails_is_said_and_the_others_count(tmp_path):
    handlers = {"/a": says(jobs("1")), "/b": says(b"", 404), "/c": says(jobs("2"))}
    employers = ("a", "b", "c")
    with house(tmp_path, handlers, employers=employers) as here:
        told = here.ask()["eins"]
    assert sorted(one.id for one in told.advertisements) == ["1", "2"]
    assert (told.outcome.state, told.outcome.reason) == (State.ANSWERED, "http-404")


def test_the_same_question_is_asked_once_and_after_a_while_anew(tmp_path):
    with house(tmp_path, {"*": says(jobs("1"))}, keep_seconds=600) as here:
        first, second = here.outcome(), here.outcome()
        assert (first.kept, second.kept, second.given) == (False, True, 1)
        here.outcome(page=2, remote=True)  # what a portal is not asked for is the same
        assert len(here.portal.calls) == 1
        here.ask("Bäckerin")
        here.clock.at += 601
        assert not here.outcome().kept
        assert len(here.portal.calls) == 3


def test_another_process_finds_what_this_one_was_told(tmp_path):
    clock = FakeClock()
    with served({"*": says(jobs("1"))}) as portal:
        given = {"eins": (source(), Settings(address=portal.address))}
        for _ in range(2):
            asking = exchange(given, tmp_path / "a.sqlite3", "Reihum/1", clock=clock)
            here = House(portal, asking, clock)
            outcome = here.outcome()
            asking.close()
        assert outcome.kept
        assert len(portal.calls) == 1


def test_who_asks_the_same_at_the_same_time_shares_one_call(tmp_path):
    gone = threading.Event()

    async def waits(request: web.Request) -> web.Response:
        await asyncio.get_running_loop().run_in_executor(None, gone.wait, LONG)
        return web.Response(body=jobs("1", "2"))

    with house(tmp_path, {"*": waits}) as here:
        listening = [here.exchange.listen(asked()) for _ in range(40)]
        for one in listening:
            one.wait_for_kept(monotonic() + LONG)
        gone.set()
        for one in listening:
            one.gather(monotonic() + LONG)
            assert len(one.told(final=True)[0].advertisements) == 2
        assert len(here.portal.calls) == 1


def test_forty_different_questions_at_once_lose_no_row_and_no_source(tmp_path):
    async def answer(request: web.Request) -> web.Response:
        was = request.query["was"]
        return web.Response(body=jobs(*(f"{was}-{n}" for n in range(100))))

    sources = [source(f"s{n}") for n in range(4)]
    with house(tmp_path, {"*": answer}, *sources, at_once=40) as here:
        questions = [f"Koch{n}" for n in range(40)]
        listening = [here.exchange.listen(asked(was)) for was in questions]
        for was, one in zip(questions, listening, strict=True):
            one.gather(monotonic() + 4 * LONG)
            for told in one.told(final=True):
                ids = {each.id for each in told.advertisements}
                assert ids == {f"{was}-{n}" for n in range(100)}


def test_what_lands_while_the_file_is_looked_into_is_not_asked_again(
    tmp_path, monkeypatch
):
    remembered = Cache.remembered
    looks = []

    def once_not(self, key):
        looks.append(key)
        return None if len(looks) == 3 else remembered(self, key)

    async def nothing(self, key, source, since):
        return None

    with house(tmp_path, {"*": says(jobs("1"))}) as here:
        monkeypatch.setattr(Cache, "get", nothing)
        monkeypatch.setattr(Cache, "remembered", once_not)
        here.ask()  # looks twice: before the file, and after
        assert here.outcome().kept
        assert len(here.portal.calls) == 1


def test_an_answer_that_comes_too_late_is_there_the_next_time(tmp_path):
    gone = threading.Event()

    async def waits(request: web.Request) -> web.Response:
        await asyncio.get_running_loop().run_in_executor(None, gone.wait, LONG)
        return web.Response(body=jobs("1"))

    with house(tmp_path, {"*": waits}) as here:
        late = here.exchange.listen(asked())
        late.wait_for_kept(monotonic() + LONG)
        assert late.told(final=True)[0].outcome.state is State.LATE
        del late
        gone.set()
        assert here.ids() == ["1"]
        assert len(here.portal.calls) == 1


def test_a_mirror_is_shown_as_it_was_while_it_is_renewed(tmp_path):
    bodies = iter([jobs("old"), jobs("new")])

    async def changes(request: web.Request) -> web.Response:
        return web.Response(body=next(bodies))

    mirror = source(way=Way.MIRROR)
    with house(tmp_path, {"*": changes}, mirror, keep_seconds=60) as here:
        assert here.ids() == ["old"]
        here.clock.at += 100
        assert here.outcome().kept  # at once, and the renewal begins
        here.exchange._desk._loop.call_soon_threadsafe(lambda: None)
        while here.ids() == ["old"]:
            pass
        assert here.ids() == ["new"]
        assert len(here.portal.calls) == 2


def test_a_mirror_that_cannot_be_renewed_is_still_shown(tmp_path):
    answers = iter([(jobs("1"), 200)])

    async def breaks(request: web.Request) -> web.Response:
        body, status = next(answers, (b"", 500))
        return web.Response(body=body, status=status)

    mirror = source(way=Way.MIRROR)
    with house(tmp_path, {"*": breaks}, mirror, keep_seconds=60) as here:
        here.ask()
        here.clock.at += 3600
        assert [here.ids() for _ in range(3)] == [["1"]] * 3
        assert here.outcome().days_old == 0


def test_how_old_a_mirror_is_that_cannot_be_renewed_is_said_and_it_has_an_end(tmp_path):
    answers = iter([jobs("1")])

    async def breaks(request: web.Request) -> web.Response:
        body = next(answers, b"")
        return web.Response(body=body, status=200 if body else 403)

    mirror = source(way=Way.MIRROR)
    with house(tmp_path, {"*": breaks}, mirror, keep_seconds=60) as here:
        here.ask()
        here.clock.at += 3 * 86_400
        outcome = here.outcome()
        assert (outcome.state, outcome.days_old) == (State.ANSWERED, 3)
        here.clock.at += 4 * 86_400
        assert here.outcome().state is State.BLOCKED


def test_only_what_was_chosen_is_asked_and_of_the_others_what_is_kept(tmp_path):
    handlers = {"*": says(jobs("1"))}
    with house(tmp_path, handlers, source("a"), source("b"), source("c")) as here:
        here.ask(only=["b"])
        calls = len(here.portal.calls)
        told = here.ask(only=["a"])
        assert set(told) == {"a", "b"}
        assert told["b"].outcome.kept
        assert len(here.portal.calls) - calls == 1


def test_a_portal_that_keeps_failing_is_left_in_peace_even_after_a_restart(tmp_path):
    clock = FakeClock()
    with served({"*": says(b"", 500)}) as portal:
        given = {"eins": (source(), Settings(address=portal.address))}
        for _ in range(2):
            asking = exchange(given, tmp_path / "a.sqlite3", "Reihum/1", clock=clock)
            here = House(portal, asking, clock)
            outcomes = [here.outcome().state for _ in range(5)]
            asking.close()
        assert outcomes == [State.RESTING] * 5
        assert len(portal.calls) == 3


def test_a_slow_portal_gets_a_second_try_where_that_is_allowed(tmp_path):
    async def slow_once(request: web.Request) -> web.Response:
        if len(here.portal.calls) == 1:
            return await hangs(request)
        return web.Response(body=jobs("1"))

    with house(tmp_path, {"*": slow_once}, hedge=True) as here:
        assert here.ids() == ["1"]


def test_a_site_that_forbids_it_is_not_crawled(tmp_path):
    robots = says(b"User-agent: *\nDisallow: /jobs\n")
    crawled = source(way=Way.CRAWL)
    with house(tmp_path, {"/robots.txt": robots}, crawled) as here:
        outcome = here.outcome()
        assert (outcome.state, outcome.reason) == (State.BLOCKED, "robots")
        assert here.portal.paths() == ["/robots.txt"]


def test_a_page_of_a_site_that_is_gone_does_not_end_the_crawling(tmp_path):
    handlers = {
        "/jobs": says(jobs(more=("/a", "/b", "/c"))),
        "/a": says(jobs("1")), "/c": says(jobs("3")),
    }  # fmt: skip
    with house(tmp_path, handlers, source(way=Way.CRAWL)) as here:
        assert here.ids() == ["1", "3"]


def test_the_last_page_of_a_site_may_be_gone_or_broken_like_any_other(tmp_path):
    handlers = {
        "/jobs": says(jobs(more=("/a", "/gone", "/broken"))),
        "/a": says(jobs("1")), "/broken": says(HTML),
    }  # fmt: skip
    with house(tmp_path, handlers, source(way=Way.CRAWL)) as here:
        for kept in (False, True):  # it is whole: nobody crawls it again for that
            outcome = here.outcome()
            assert (outcome.state, outcome.reason) == (State.ANSWERED, "")
            assert (outcome.skipped, outcome.kept) == (1, kept)


def test_a_site_whose_sitemap_cannot_be_read_is_faulty(tmp_path):
    with house(tmp_path, {"/jobs": says(HTML)}, source(way=Way.CRAWL)) as here:
        outcome = here.outcome()
        assert (outcome.state, outcome.reason) == (State.FAULTY, "not-json")


def test_what_could_not_be_read_is_not_in_hand_while_the_next_page_hangs(tmp_path):
    asked_for = threading.Event()

    async def never(request: web.Request) -> web.Response:
        asked_for.set()
        return await hangs(request)

    handlers = {
        "/jobs": says(jobs(more=("/broken", "/never"))),
        "/broken": says(HTML), "/never": never,
    }  # fmt: skip
    with house(tmp_path, handlers, source(way=Way.CRAWL)) as here:
        listening = here.exchange.listen(asked())
        assert asked_for.wait(LONG)
        assert not listening._owes()


def test_many_pages_that_are_gone_do_not_end_it_either(tmp_path):
    gone = tuple(f"/gone{number}" for number in range(5))
    handlers = {"/jobs": says(jobs(more=(*gone, "/c"))), "/c": says(jobs("3"))}
    with house(tmp_path, handlers, source(way=Way.CRAWL)) as here:
        assert here.ids() == ["3"]


def test_a_flood_of_advertisements_is_cut_and_said(tmp_path):
    flood = jobs(*map(str, range(MOST + 5)))
    with house(tmp_path, {"/jobs": says(flood)}) as here:
        outcome = here.outcome()
        assert (outcome.given, outcome.skipped) == (MOST, 5)


@pytest.mark.parametrize("total", [10**300, -1])
def test_a_number_that_nobody_can_believe_is_none(tmp_path, total):
    def read(body, request, asked, settings):
        one = source().read(body, request, asked, settings)
        return structs.replace(one, found=structs.replace(one.found, total=total))

    with house(tmp_path, {"/jobs": says(jobs("1"))}, source(read=read)) as here:
        outcome = here.outcome()
        assert (outcome.state, outcome.total) == (State.ANSWERED, None)


def detailed() -> Source:
    """Return a source that has more to say of each advertisement."""

    def details(key, settings):
        return structs.replace(
            source().ask(asked(), settings)[0], url=f"{settings.address}/more/{key}"
        )

    def read_details(body, ad):
        return structs.replace(ad, text=body.decode())

    def read(body, request, asked, settings):
        one = source().read(body, request, asked, settings)
        ads = tuple(
            structs.replace(each, has_details=True) for each in one.found.advertisements
        )
        return structs.replace(
            one, found=structs.replace(one.found, advertisements=ads)
        )

    return source(details=details, read_details=read_details, read=read)


def test_more_about_one_advertisement_is_asked_for(tmp_path):
    handlers = {"/jobs": says(jobs("1", "2")), "/more/1": says(b"All of it.")}
    with house(tmp_path, handlers, detailed()) as here:
        assert here.exchange.details("eins:1", LONG) is None
        here.ask()
        assert here.exchange.details("eins:1", LONG).text == "All of it."
        assert here.exchange.details("eins:2", LONG).text == ""  # 404: what we know
        assert here.exchange.details("eins:3", LONG) is None
        assert here.exchange.details("zwei:1", LONG) is None


def test_who_reloads_an_advertisement_asks_the_portal_once(tmp_path):
    handlers = {"/jobs": says(jobs("1")), "/more/1": says(b"All of it.")}
    with house(tmp_path, handlers, detailed(), keep_seconds=60) as here:
        here.ask()
        for _ in range(5):
            assert here.exchange.details("eins:1", LONG).text == "All of it."
        assert here.portal.paths() == ["/jobs?was=Koch", "/more/1"]
        here.clock.at += 61
        assert here.exchange.details("eins:1", LONG).text == "All of it."
        assert here.portal.paths() == ["/jobs?was=Koch", "/more/1", "/more/1"]


def test_who_opens_one_that_is_gone_does_not_shut_the_portal_out(tmp_path):
    with house(
        tmp_path, {"/jobs": says(jobs("1", "2", "3", "4"))}, detailed(), keep_seconds=0
    ) as here:
        here.ask()
        for key in ("1", "2", "3", "4"):
            assert here.exchange.details(f"eins:{key}", LONG).id == key
        assert here.outcome().state is State.ANSWERED


def test_a_long_answer_is_read_like_a_short_one(tmp_path):
    ids = [f"{n:0100}" for n in range(3000)]
    with house(tmp_path, {"*": says(jobs(*ids))}) as here:
        assert here.ids() == ids


def test_closing_gives_up_what_is_under_way(tmp_path):
    with house(tmp_path, {"*": hangs}) as here:
        listening = here.exchange.listen(asked())
        listening.wait_for_kept(monotonic() + LONG)
        here.exchange.close()
        assert not listening.done
        with pytest.raises(RuntimeError):
            here.exchange.listen(asked())
