"""The job search is set by file or environment, and asks no one unless told to."""

from pathlib import Path

import pytest

from reihum.site import config, config_jobs
from tests.jobs.portals import source

pytestmark = pytest.mark.unit

VAR = Path("/srv/reihum")


@pytest.fixture(autouse=True)
def _portals(monkeypatch):
    """Let there be two portals, and an environment that says nothing."""
    known = {key: source(key) for key in ("service-bund", "service")}
    monkeypatch.setattr(config_jobs, "BY_KEY", known)
    monkeypatch.setattr(config_jobs, "SOURCES", tuple(known.values()))


def jobs(file: object = None, **environment: str):
    names = {f"REIHUM_JOBS_{name}": value for name, value in environment.items()}
    return config_jobs.jobs_of(
        {} if file is None else file, names, VAR, "https://x.example"
    )


def test_no_foreign_portal_is_asked_unless_the_operator_says_so():
    found = jobs()
    assert not any(one.on for one in found.sources.values())
    assert (found.portals, found.standins, found.deadline_seconds) == (False, False, 2)
    assert found.at_once == 40
    assert found.folder == VAR / "jobs"
    assert found.site == "https://x.example"


def test_the_operator_says_so():
    found = jobs(
        PORTALS="ja", DEADLINE="1.5", AT_ONCE="16", SITE="https://imk.example/"
    )
    assert all(one.on for one in found.sources.values())
    assert found.at_once == 16
    assert (found.deadline_seconds, found.site) == (1.5, "https://imk.example")


def test_welcome_centres_stand_in_the_file():
    named = {"name": "Willkommen", "url": "https://x.example/?id=1", "place": "Aue"}
    (found,) = jobs({"centres": [named]}).centres
    assert (found.name, found.url, found.place) == tuple(named.values())


def test_the_environment_wins_over_the_file():
    file = {"portals": True, "deadline": 3, "service-bund": {"pages": 2, "per_day": 9}}
    found = jobs(file, SERVICE_BUND_PAGES="4", PORTALS="nein")
    settings = found.sources["service-bund"]
    assert (settings.pages, settings.per_day, settings.on) == (4, 9, False)
    assert found.deadline_seconds == 3


def test_of_two_portals_with_one_beginning_the_right_one_is_meant():
    found = jobs(SERVICE_BUND_PAGES="4", SERVICE_PAGES="2")
    pages = {key: one.pages for key, one in found.sources.items()}
    assert pages == {"service-bund": 4, "service": 2}


def test_stand_ins_switch_all_on():
    found = jobs(STANDINS="http://127.0.0.1:8100/")
    assert found.standins
    addresses = [one.address for one in found.sources.values()]
    assert addresses[0] == "http://127.0.0.1:8100/service-bund"


@pytest.mark.parametrize(
    ("file", "environment", "words"),
    [
        ({}, {"ADZUNNA_KEY": "x"}, "REIHUM_JOBS_ADZUNNA_KEY meint kein Portal"),
        ({}, {"PORTALS": "manche"}, "REIHUM_JOBS_PORTALS ist „manche“"),
        ({}, {"STANDINS": "hier"}, "REIHUM_JOBS_STANDINS ist „hier“"),
        ({}, {"DEADLINE": "60"}, "REIHUM_JOBS_DEADLINE ist „60“"),
        ({}, {"AT_ONCE": "0"}, "REIHUM_JOBS_AT_ONCE ist „0“"),
        ({}, {"SERVICE_PAGES": "0"}, "[jobs.service] pages ist „0“"),
        ({"portal": True}, {}, "[jobs] kennt kein „portal“"),
        ({"centres": [{"name": "X"}]}, {}, "[[jobs.centres]] ist"),
        (
            {"centres": [{"name": "X", "url": "javascript:x", "place": "Y"}]},
            {},
            "[[jobs.centres]] url ist „javascript:x“",
        ),
        ({"bund": {}}, {}, "[jobs.bund] meint kein Portal"),
        ("ja", {}, "jobs ist „ja“; gemeint ist eine Tabelle"),
    ],
)
def test_a_mistake_is_a_sentence(file, environment, words):
    with pytest.raises(ValueError, match="gemeint ist") as wrong:
        jobs(file, **environment)
    assert words in str(wrong.value)


def test_file_and_environment_are_those_of_the_installation(monkeypatch):
    monkeypatch.setattr(config, "FILE", {"jobs": {"service": {"on": True}}})
    monkeypatch.setenv("REIHUM_JOBS_SERVICE_BUND_ON", "ja")
    assert config_jobs.said_on() == {"service", "service-bund"}
    assert config_jobs.jobs(VAR).sources["service"].on is False
