"""What a search has found can be looked up again, and no portal hears of it."""

import pytest

from tests.jobs.ask.test_exchange import LONG, detailed, house
from tests.jobs.portals import jobs, says, source

pytestmark = pytest.mark.unit


def test_what_was_found_is_there_and_the_rest_is_left_out(tmp_path):
    answers = {"/eins/jobs": says(jobs("1", "2")), "/zwei/jobs": says(jobs("1"))}
    with house(tmp_path, answers, source("eins"), source("zwei")) as here:
        here.ask()
        keys = ["zwei:1", "eins:2", "eins:9", "drei:1", "", "eins"]
        found = here.exchange.kept(keys, LONG)
        assert [one.key for one in found] == ["zwei:1", "eins:2"]
        assert here.exchange.kept([], LONG) == ()


def test_no_portal_is_asked_for_more(tmp_path):
    answers = {"/jobs": says(jobs("1")), "/more/1": says(b"All of it.")}
    with house(tmp_path, answers, detailed()) as here:
        here.ask()
        (found,) = here.exchange.kept(["eins:1"], LONG)
        assert found.text == ""
        assert here.portal.paths() == ["/jobs?was=Koch"]


def test_what_is_long_forgotten_by_memory_is_in_the_file(tmp_path):
    with house(tmp_path, {"/jobs": says(jobs("1"))}) as here:
        here.ask()
    with house(tmp_path, {}) as later:
        (found,) = later.exchange.kept(["eins:1"], LONG)
        assert found.id == "1"
        assert later.portal.calls == []
