"""The real fan-out asks the local portals: a fault costs its portal, and no other."""

from datetime import date

import pytest

from reihum.jobs.answer import State
from reihum.jobs.model import Point
from reihum.jobs.query import Asked, Query, Term, Understood
from reihum.jobs.search import JobSearch
from reihum.jobs.settings import Config, settings_of
from reihum.jobs.standins.behaviour import Behaviour, usual
from tests.jobs.standins.market_day import DAY
from tests.neighbours import job_portals

pytestmark = pytest.mark.unit

COOK = Understood(
    asked=Asked(
        query=Query(words="Koch", place="Chemnitz"),
        was="Koch",
        terms=(Term("Koch"),),
        place="Chemnitz",
        postcode="09111",
        near=Point(50.8357, 12.9292),
        land="SN",
    )
)
WRONG = {
    "service-bund": ("html", State.FAULTY, "not-xml"),
    "interamt": ("half", State.FAULTY, "truncated"),
    "personio": ("cut", State.FAULTY, "truncated"),
    "softgarden": ("403", State.BLOCKED, "http-403"),
    "recruitee": ("latin1", State.FAULTY, "encoding"),
    "greenhouse": ("100mb", State.FAULTY, "too-large"),
    "lever": ("bomb", State.FAULTY, "too-large"),
    "ashby": ("redirect-internal", State.UNREACHABLE, "redirect"),
    "workable": ("redirect-loop", State.UNREACHABLE, "redirect"),
    "adzuna": ("500", State.FAULTY, "http-500"),
    "careerjet": ("empty", State.FAULTY, "not-json"),
    "eures": ("429", State.BLOCKED, "http-429"),
    "arbeitnow": ("repeat", State.ANSWERED, ""),
    "sitemap": ("script", State.ANSWERED, ""),
}
WELL = ["arbeitsagentur", "karriere-sachsen", "smartrecruiters"]
SEPARATE = 30.0  # seconds: nobody waits for it, all have answered long before


def outcomes(folder, does, seconds=SEPARATE):
    """Ask once; return how each portal did, and the titles that came."""
    behaviours = {key: Behaviour(0) for key in usual()} | does
    with job_portals(DAY, behaviours) as address:
        config = Config(
            sources=settings_of({}, portals=False, standins=address),
            folder=folder, deadline_seconds=seconds, standins=True,
        )  # fmt: skip
        search = JobSearch(config)
        try:
            answer = search.answer(COOK, (), date(2026, 11, 26))
        finally:
            search.close()
    return {one.source: one for one in answer.outcomes}, answer.entries


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    does = {key: Behaviour(0, fault) for key, (fault, _, _) in WRONG.items()}
    return outcomes(tmp_path_factory.mktemp("asked"), does)


@pytest.mark.parametrize("key", WRONG)
def test_a_fault_is_named(asked, key):
    _, state, reason = WRONG[key]

    found = asked[0][key]

    assert (found.state, found.reason) == (state, reason)


@pytest.mark.parametrize("key", WELL)
def test_the_others_lose_nothing(asked, tmp_path_factory, key):
    found = asked[0][key]

    assert found.state is State.ANSWERED
    assert found.given > 0
    assert found.skipped == 0


def test_the_same_page_again_and_again_is_counted_once(asked):
    assert asked[0]["arbeitnow"].given == 100


def test_no_script_of_a_portal_comes_through(asked):
    titles = [entry.best.title + entry.best.text for entry in asked[1]]

    assert titles
    assert not [title for title in titles if "<script" in title or "<img" in title]


def test_a_portal_that_hangs_is_late_and_the_list_is_there(tmp_path):
    found, entries = outcomes(tmp_path, {"interamt": Behaviour(0, "hang")}, 2.0)

    assert (found["interamt"].state, found["interamt"].reason) == (
        State.LATE, "timeout",
    )  # fmt: skip
    assert entries
