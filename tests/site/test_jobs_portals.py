"""`reihum jobs demo-portals`: what it says, and what it refuses."""

from argparse import ArgumentParser

import pytest
from aiohttp import web

from reihum.site.commands import jobs_portals

pytestmark = pytest.mark.unit


@pytest.fixture
def served(monkeypatch):
    """Do not really serve, but remember how it would have been done."""
    calls = []
    monkeypatch.setattr(web, "run_app", lambda _, **said: calls.append(said))
    return calls


def run(*arguments):
    parser = ArgumentParser()
    jobs_portals.add_arguments(parser)
    return jobs_portals.run(parser.parse_args(arguments))


def test_it_says_what_each_portal_does_and_how_to_start_reihum(served, capsys):
    assert run("--portal", "personio=hang", "--portal", "lever=10ms+403") == 0

    said = capsys.readouterr().out
    assert "personio           antwortet nie" in said
    assert "lever              antwortet nach 10 ms mit 403" in said
    assert "REIHUM_JOBS_STANDINS=http://127.0.0.1:8100 reihum serve" in said
    assert (served[0]["host"], served[0]["port"]) == ("127.0.0.1", 8100)


@pytest.mark.parametrize("address", ["0.0.0.0:8100", "192.0.2.1:80", "rechner:8100"])
def test_it_is_for_this_machine_only_unless_one_says_so(served, capsys, address):
    assert run("--address", address) == 2
    assert "sagt es mit --open" in capsys.readouterr().err
    assert not served

    assert run("--address", address, "--open") == 0
    assert served


@pytest.mark.parametrize("address", ["localhost:1", "[::1]:8100", "127.0.0.1:0"])
def test_addresses_of_this_machine_are_fine(served, address):
    assert run("--address", address) == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--address", "8100"), "„8100“ ist keine Adresse"),
        (("--address", "127.0.0.1:http"), "ist keine Adresse"),
        (("--address", "127.0.0.1:81000"), "ist keine Adresse"),
        (("--portal", "indeed=403"), "Ein Portal „indeed“ gibt es hier nicht"),
        (("--portal", "lever=tanzen"), "„tanzen“ kann kein Portal"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(served, capsys, arguments, sentence):
    assert run(*arguments) == 2
    assert sentence in capsys.readouterr().err
    assert not served


def test_a_port_that_is_taken_is_said(monkeypatch, capsys):
    def taken(app, **said):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(web, "run_app", taken)

    assert run() == 2
    assert "Auf 127.0.0.1:8100 geht es nicht" in capsys.readouterr().err
