"""The job search of this process, and how its portals have been doing."""

import os
from threading import Lock

from django.conf import settings
from msgspec import Struct

from reihum.jobs.ask.clock import day_of
from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Store
from reihum.jobs.query import Asked, Query
from reihum.jobs.search import JobSearch, file_of
from reihum.jobs.settings import Config
from reihum.jobs.sources import SOURCES
from reihum.jobs.sources.source import Settings, Source, Way
from reihum.reads.clock import now

ANYTHING = Asked(query=Query(), was="")  # employers are asked for all they have
_LOCK = Lock()
_held: dict[int, JobSearch] = {}  # by process: threads do not survive a fork


def job_search() -> JobSearch:
    """Return the one search of this process, made when it is first wanted."""
    process = os.getpid()
    with _LOCK:
        if process not in _held:
            _held.clear()  # what a parent had is the parent's to close
            _held[process] = JobSearch(config())
        return _held[process]


def use(search: JobSearch | None) -> None:
    """Put another search in its place (for tests); None makes a new one."""
    with _LOCK:
        old = _held.pop(os.getpid(), None)
        if search is not None:
            _held[os.getpid()] = search
    # What a test has put there may be no real one, with nothing to close.
    if isinstance(old, JobSearch) and old is not search:
        old.close()


def config() -> Config:
    """Return what this installation decides about its job search."""
    found: Config = settings.REIHUM_JOBS
    return found


class SourceState(Struct, frozen=True, kw_only=True):
    """A source as its operator sees it.

    `off` says why it is not asked: "portals" (no foreign one is), "off", "lacks" (a
    setting that it needs, see `lacks`); "" says that it is asked. `employers` are how
    many of those that the operator named can be asked. `health` has one line for each
    employer's system that was asked.
    """

    source: Source
    settings: Settings
    off: str
    lacks: tuple[str, ...]
    employers: int
    calls_today: int
    health: tuple[Health, ...]


def source_states() -> tuple[SourceState, ...]:
    """Return every source, with what all processes know of it."""
    given = config()
    store = Store(given.folder / file_of(given))
    try:
        calls, healths = store.calls(day_of(now().timestamp())), store.healths()
    finally:
        store.close()
    return tuple(
        _state(source, given, calls.get(source.key, 0), healths)
        for source in SOURCES
        if source.key in given.sources
    )


def _state(
    source: Source, given: Config, calls: int, healths: list[Health]
) -> SourceState:
    own = given.sources[source.key]
    employers = len(source.ask(ANYTHING, own)) if own.employers else 0
    nobody = ("employers",) if own.employers and not employers else ()
    lacks = source.missing(own) + nobody
    return SourceState(
        source=source, settings=own, off=_off(source, own, given, lacks), lacks=lacks,
        employers=employers, calls_today=calls,
        health=tuple(one for one in healths if one.source == source.key),
    )  # fmt: skip


def _off(source: Source, own: Settings, given: Config, lacks: tuple[str, ...]) -> str:
    if source.way is Way.OWN:
        return ""
    if not (given.portals or given.standins):
        return "portals"
    if not own.on:
        return "off"
    return "lacks" if lacks else ""
