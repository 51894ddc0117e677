"""The server has more threads than searches may hold."""

from argparse import ArgumentParser

import pytest
from msgspec.structs import replace

from reihum.site.commands import serve

pytestmark = pytest.mark.unit


@pytest.fixture
def served(monkeypatch):
    """Say with how many threads it would be served."""
    found = []

    class Server:
        def __init__(self, *_given, blocking_threads, **_named):
            found.append(blocking_threads)

        def serve(self): ...

    monkeypatch.setattr(serve, "Server", Server)
    return found


def run(*given: str) -> int:
    parser = ArgumentParser()
    serve.add_arguments(parser)
    return serve.run(parser.parse_args([*given, "--no-timer"]))


@pytest.mark.parametrize("at_once", [1, 12, 500])
def test_eight_threads_are_left_for_all_other_pages(served, settings, at_once):
    settings.REIHUM_JOBS = replace(settings.REIHUM_JOBS, at_once=at_once)
    assert run() == 0
    assert served == [at_once + 8]


def test_more_threads_are_served(served, settings):
    assert run("--threads", "99") == 0
    assert served == [99]


def test_fewer_are_refused_and_it_is_said_what_helps(served, settings, capsys):
    settings.REIHUM_JOBS = replace(settings.REIHUM_JOBS, at_once=12)
    assert run("--threads", "19") == 2
    assert served == []
    said = capsys.readouterr().err
    assert "19 Threads sind zu wenig" in said
    assert "--threads 20" in said
    assert "REIHUM_JOBS_AT_ONCE" in said
