"""One job search a process, and what its operator sees of the portals."""

import os

import pytest
from msgspec import structs

from reihum.jobs.ask.clock import day_of
from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Store
from reihum.jobs.search import JobSearch, file_of
from reihum.jobs.settings import Config, settings_of
from reihum.jobs.sources.source import Settings, Way
from reihum.reads import jobs
from tests.conftest import NOW
from tests.jobs.portals import source

pytestmark = pytest.mark.unit

SOURCES = (
    source("boerse"),
    source("zu", settings=Settings(on=False), note="Nutzungsbedingungen"),
    source("mit-schluessel", needs=("key",)),
    source("own", Way.OWN),
)


@pytest.fixture(autouse=True)
def config(settings, tmp_path, monkeypatch) -> Config:
    """Have an installation that asks portals, and a search of its own."""
    monkeypatch.setattr(jobs, "SOURCES", SOURCES)
    settings.REIHUM_JOBS = Config(
        sources=settings_of({}, portals=True, sources=SOURCES), folder=tmp_path,
        portals=True,
    )  # fmt: skip
    jobs.use(None)
    yield settings.REIHUM_JOBS
    jobs.use(None)


def test_a_process_has_one_search(config):
    found = jobs.job_search()
    assert found is jobs.job_search()
    assert found.config is config


def test_a_forked_process_makes_its_own(monkeypatch):
    parents = jobs.job_search()
    monkeypatch.setattr(os, "getpid", lambda: 1)
    assert jobs.job_search() is not parents
    jobs.use(None)
    parents.close()


def test_a_test_can_put_another_in_its_place(config):
    other = JobSearch(config)
    jobs.use(other)
    assert jobs.job_search() is other
    jobs.use(None)
    assert jobs.job_search() is not other


def states() -> dict[str, jobs.SourceState]:
    return {one.source.key: one for one in jobs.source_states()}


def test_each_source_says_why_it_is_not_asked():
    found = states()
    assert {key: one.off for key, one in found.items()} == {
        "boerse": "", "zu": "off", "mit-schluessel": "lacks", "own": "",
    }  # fmt: skip
    assert found["mit-schluessel"].lacks == ("key",)


def test_where_no_portal_is_asked_that_is_why(settings):
    settings.REIHUM_JOBS = structs.replace(
        settings.REIHUM_JOBS, portals=False,
        sources=settings_of({}, portals=False, sources=SOURCES),
    )  # fmt: skip
    found = states()
    assert [one.off for one in found.values()] == ["portals"] * 3 + [""]


def test_calls_and_health_are_those_of_all_processes(config):
    store = Store(config.folder / file_of(config))
    store.count("boerse", day_of(NOW.timestamp()))
    ill = Health(source="boerse").failed(NOW.timestamp(), "http-403")
    store.save_health(ill)
    store.close()
    found = states()["boerse"]
    assert (found.calls_today, found.health) == (1, (ill,))
    assert states()["own"].calls_today == 0
