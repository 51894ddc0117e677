"""`reihum jobs sources` and `reihum check` tell an operator how the portals are."""

import json

import pytest
from msgspec import structs

from reihum.jobs.ask.clock import day_of
from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Store
from reihum.jobs.search import file_of
from reihum.jobs.settings import Config, settings_of
from reihum.jobs.sources.source import Request, Settings, Way
from reihum.reads import jobs
from reihum.site import cli
from reihum.site.commands import check
from tests.conftest import NOW
from tests.jobs.portals import source

pytestmark = pytest.mark.unit

HIDDEN = "geheimer-schluessel"
AT = NOW.timestamp()
FIRST = Settings(per_day=250, key=HIDDEN, address="https://boerse.example")
SOURCES = (
    source("boerse", name="Börse", settings=FIRST),
    source("zu", name="Zu", settings=Settings(on=False), note="Nutzungsbedingungen"),
    source("schloss", name="Schloss", needs=("key",)),
    source("firmen", Way.MIRROR, name="Firmen", settings=Settings(employers=("a",))),
    source("own", Way.OWN, name="Eigene"),
)


@pytest.fixture(autouse=True)
def config(settings, tmp_path, monkeypatch) -> Config:
    monkeypatch.setattr(jobs, "SOURCES", SOURCES)
    monkeypatch.setattr(cli, "_start", lambda *_: "")
    sources = settings_of({}, portals=True, sources=SOURCES)
    found = Config(sources=sources, folder=tmp_path, portals=True)
    settings.REIHUM_JOBS = found
    store = Store(found.folder / file_of(found))
    for _ in range(3):
        store.count("boerse", day_of(AT))
    well = Health(source="boerse").answered(AT - 3600)
    store.save_health(well.failed(AT - 60, "http-503", 7200))
    store.save_health(Health(source="firmen", employer="stadt-a").answered(AT))
    ill = Health(source="firmen", employer="stadt-b")
    store.save_health(ill.failed(AT, "not-xml"))
    store.close()
    return found


def told(capsys, *options: str) -> str:
    assert cli.main(["jobs", "sources", *options]) == 0
    return capsys.readouterr().out


def line(text: str, start: str) -> str:
    return next(one for one in text.splitlines() if one.strip().startswith(start))


def test_every_source_has_a_line_with_limits_calls_and_health(capsys):
    text = told(capsys)
    boerse = line(text, "Börse").split()
    assert boerse[:7] == ["Börse", "boerse", "ja", "2", "60", "250", "3"]
    assert "23.11. 08:00" in line(text, "Börse")  # the last answer, in German time
    assert "23.11. 08:59 HTTP 503" in line(text, "Börse")
    assert "23.11. 10:59" in line(text, "Börse")


def test_where_a_source_is_and_whether_it_has_its_key_is_shown_too(capsys):
    text = told(capsys)
    assert line(text, "Börse").endswith(" Schlüssel  https://boerse.example")
    assert line(text, "Schloss").endswith(" fehlt      –")
    assert line(text, "Firmen").endswith(" offen      1 Arbeitgeber")


def test_employers_that_cannot_be_asked_are_seen(capsys, monkeypatch, settings, config):
    request = Request(url="https://a.example")
    named = Settings(employers=("a", "http//b"))
    odd = (
        source("halb", name="Halb", settings=named, ask=lambda *_: (request,)),
        source("leer", name="Leer", settings=named, ask=lambda *_: ()),
    )
    monkeypatch.setattr(jobs, "SOURCES", odd)
    settings.REIHUM_JOBS = structs.replace(
        config, sources={one.key: one.settings for one in odd}
    )
    text = told(capsys)
    assert line(text, "Halb").endswith("1 von 2 Arbeitgebern")
    assert "nein: keine Arbeitgeber" in line(text, "Leer")


def test_our_own_advertisements_have_no_limits(capsys):
    assert line(told(capsys), "Eigene").split()[2:7] == ["ja", *["–"] * 4]


def test_why_a_source_is_not_asked_is_said(capsys):
    text = told(capsys)
    assert "nein: ausgeschaltet" in line(text, "Zu ")
    assert line(text, "Zu:") == "Zu: Nutzungsbedingungen"
    assert "nein: kein Schlüssel" in line(text, "Schloss")
    assert " ja " in line(text, "Eigene")


def test_an_employer_whose_system_fails_is_named_below_its_portal(capsys):
    text = told(capsys)
    assert "kein XML" in line(text, "stadt-b")
    assert "kein XML" not in line(text, "Firmen")
    assert "stadt-a" not in text


def test_programs_get_the_same_as_json_and_nobody_a_key(capsys):
    text = told(capsys, "--json")
    found = {one["key"]: one for one in json.loads(text)}
    assert found["boerse"]["calls_today"] == 3
    assert found["boerse"]["health"][0]["reason"] == "http-503"
    assert found["boerse"]["limits"]["per_day"] == 250
    assert (found["boerse"]["key_given"], found["schloss"]["key_given"]) == (1, 0)
    assert found["zu"]["asked"] is False
    assert found["schloss"]["lacks"] == ["key"]
    assert HIDDEN not in text + told(capsys)


def test_where_no_portal_is_asked_it_says_how_to_change_that(capsys, settings, config):
    sources = settings_of({}, portals=False, sources=SOURCES)
    settings.REIHUM_JOBS = structs.replace(config, portals=False, sources=sources)
    text = told(capsys)
    assert "nein: fremde Portale sind aus" in line(text, "Börse")
    assert "REIHUM_JOBS_PORTALS" in text.splitlines()[-1]


def test_a_demonstration_says_that_it_is_one(capsys, settings, config):
    settings.REIHUM_JOBS = structs.replace(config, standins=True)
    assert "Vorführung" in told(capsys).splitlines()[-1]


def test_an_unknown_verb_is_refused_with_a_list(capsys):
    with pytest.raises(SystemExit):
        cli.main(["jobs", "portale"])
    assert "sources" in capsys.readouterr().err


def test_check_names_who_is_asked_and_what_is_missing(monkeypatch):
    monkeypatch.setattr(check, "said_on", lambda: {"schloss", "boerse"})
    assert check._job_hints() == ["Stellensuche: gefragt werden Börse, Firmen, Eigene."]
    (problem,) = check._job_problems()
    assert (
        problem == "Stellensuche: Schloss ist an, aber es fehlt: key ([jobs.schloss])."
    )


def test_check_says_that_no_foreign_portal_is_asked(settings, config):
    settings.REIHUM_JOBS = structs.replace(config, portals=False)
    (hint,) = check._job_hints()
    assert "nur in eigenen Anzeigen" in hint
