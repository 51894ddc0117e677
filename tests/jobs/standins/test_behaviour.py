"""How a local portal is told to behave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.standins.behaviour import (
    FAULTS,
    LONGEST,
    Behaviour,
    behaviour,
    behaviours,
    usual,
)
from reihum.jobs.standins.formats import PORTALS

pytestmark = pytest.mark.unit

SLOW = Behaviour(500, "html")


def test_portals_are_usually_well_and_each_as_slow_as_no_other():
    does = usual()

    assert list(does) == list(PORTALS)
    assert not any(one.fault for one in does.values())
    delays = [one.delay_ms for one in does.values()]
    assert (min(delays), max(delays)) == (50, 800)
    assert len(set(delays)) == len(delays)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("300ms", Behaviour(300)),
        ("ok", Behaviour(500)),
        ("403", Behaviour(500, "403")),
        ("0ms+hang", Behaviour(0, "hang")),
        ("hang+20ms", Behaviour(20, "hang")),
        ("999999ms", Behaviour(LONGEST)),
    ],
)
def test_what_is_said_is_done_and_the_rest_stays(text, found):
    assert behaviour(text, SLOW) == found


@pytest.mark.parametrize("text", ["", "schnell", "200", "-5ms", "403ms403", "ok,hang"])
def test_what_no_portal_can_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match="kann kein Portal"):
        behaviour(text, SLOW)


@given(st.text(max_size=20))
def test_any_text_is_understood_or_refused(text):
    try:
        found = behaviour(text, SLOW)
    except ValueError:
        return
    assert not found.fault or found.status or found.fault in FAULTS


def test_portals_are_told_by_name():
    does = behaviours(["personio=hang", "lever=10ms+500"], usual())

    assert does["personio"].fault == "hang"
    assert does["lever"] == Behaviour(10, "500")
    assert does["ashby"] == usual()["ashby"]


def test_a_stranger_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Ein Portal „indeed“ gibt es hier nicht"):
        behaviours(["indeed=403"], usual())


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (Behaviour(5), "antwortet richtig, nach 5 ms"),
        (Behaviour(5, "hang"), "antwortet nie"),
        (Behaviour(5, "403"), "antwortet nach 5 ms mit 403"),
        (Behaviour(5, "html"), "antwortet mit einer HTML-Seite, nach 5 ms"),
    ],
)
def test_people_are_told_what_a_portal_does(one, sentence):
    assert one.sentence == sentence
