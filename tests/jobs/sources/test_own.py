"""The installation's own advertisements are a source that is never asked."""

import pytest

from reihum.jobs.query import Criterion
from reihum.jobs.sources import BY_KEY, SOURCES
from reihum.jobs.sources.own import SOURCE
from reihum.jobs.sources.source import Way
from tests.jobs.sources.asking import ASKED, request

pytestmark = pytest.mark.unit


def test_nothing_is_asked_and_nothing_read():
    assert SOURCE.ask(ASKED, SOURCE.settings) == ()
    answer = SOURCE.read(b"", request("https://example.org"), ASKED, SOURCE.settings)
    assert answer.found.advertisements == ()


def test_it_needs_no_setting_and_can_be_filtered_by_everything():
    assert SOURCE.missing(SOURCE.settings) == ()
    assert SOURCE.can == frozenset(Criterion)
    assert SOURCE.way is Way.OWN


def test_it_is_named_last_and_every_key_once():
    assert SOURCES[-1] is SOURCE
    assert len(BY_KEY) == len(SOURCES)
