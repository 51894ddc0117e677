"""What an operator writes is understood, or a sentence says what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.settings import deadline_of, settings_of, standins_of
from reihum.jobs.sources.source import Settings, Way
from tests.jobs.portals import source

pytestmark = pytest.mark.unit

SOURCES = (
    source("boerse", settings=Settings(address="https://boerse.example", pages=3)),
    source("mit-schluessel", needs=("key", "app_id"), settings=Settings(per_day=250)),
    source("firmen", way=Way.MIRROR, needs=("employers",), knows=("partner",)),
    source("zu", settings=Settings(on=False)),
    source("eigene", way=Way.OWN),
)


def settled(given=None, *, portals: bool = True, standins: str = ""):
    return settings_of(given or {}, portals=portals, standins=standins, sources=SOURCES)


def test_an_installation_that_says_nothing_asks_no_foreign_portal():
    found = settings_of({}, portals=False, sources=SOURCES)
    assert [key for key, one in found.items() if one.on] == ["eigene"]


def test_with_portals_each_is_as_its_file_says():
    found = settled()
    assert {key: one.on for key, one in found.items()} == {
        "boerse": True, "mit-schluessel": True, "firmen": True, "zu": False,
        "eigene": True,
    }  # fmt: skip
    assert found["boerse"] == SOURCES[0].settings


def test_the_operator_has_the_last_word():
    table = {
        "on": False, "address": "https://anders.example/api/", "pages": 5,
        "at_once": 1, "per_minute": 10, "per_day": 100, "keep_seconds": 0,
        "hedge": True, "key": " geheim ", "employers": ["a", " b ", ""],
    }  # fmt: skip
    assert settled({"boerse": table})["boerse"] == Settings(
        on=False, address="https://anders.example/api", pages=5, at_once=1,
        per_minute=10, per_day=100, keep_seconds=0, hedge=True, key="geheim",
        employers=("a", "b"),
    )  # fmt: skip


def test_the_environment_has_only_text_and_means_the_same():
    table = {"on": "nein", "pages": "5", "employers": "a, b,", "hedge": "yes"}
    found = settled({"firmen": table})["firmen"]
    assert (found.on, found.pages, found.hedge) == (False, 5, True)
    assert found.employers == ("a", "b")


@pytest.mark.parametrize("table", [{"app_id": "x1"}, {"extra": {"app_id": "x1"}}])
def test_what_only_one_portal_knows_can_be_said(table):
    found = settled({"mit-schluessel": table})["mit-schluessel"]
    assert found.extra == {"app_id": "x1"}
    assert SOURCES[1].missing(found) == ("key",)


def test_what_a_portal_can_do_without_can_be_said_and_is_not_invented():
    assert settled({"firmen": {"partner": "7"}})["firmen"].extra == {"partner": "7"}
    assert settled(standins="http://127.0.0.1:8100")["firmen"].extra == {}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"per_day": "viele"}, "[jobs.boerse] per_day ist „viele“; gemeint ist eine"),
        ({"per_day": 0}, "von 1 bis"),
        ({"per_day": True}, "ist „True“; gemeint ist eine Zahl"),
        ({"per_minute": "-3"}, "gemeint ist eine Zahl von 1"),
        ({"at_once": "9" * 40}, "gemeint ist eine Zahl"),
        ({"pages": 21}, "von 1 bis 20"),
        ({"pages": "٣"}, "von 1 bis 20"),
        ({"on": "vielleicht"}, "gemeint ist ja oder nein"),
        ({"address": "boerse.example"}, "gemeint ist eine Adresse wie https://"),
        ({"address": "file:///etc/passwd"}, "eine Adresse"),
        ({"address": "https://a:b@boerse.example"}, "eine Adresse"),
        ({"address": "https://boerse.example:port"}, "eine Adresse"),
        ({"address": "https://["}, "eine Adresse"),
        ({"key": ["a"]}, "gemeint ist ein Text"),
        ({"key": "a\r\nX: y"}, "Steuerzeichen"),
        ({"key": "x" * 501}, "bis 500 Zeichen"),
        ({"extra": "x"}, "gemeint ist eine Tabelle"),
        ({"prokey": "x"}, "[jobs.boerse] kennt kein „prokey“; gemeint ist on"),
        ({"app_id": "x"}, "kennt kein „app_id“"),
    ],
)
def test_a_mistake_is_a_sentence(table, words):
    with pytest.raises(ValueError, match="gemeint ist") as wrong:
        settled({"boerse": table})
    assert words in str(wrong.value)


def test_a_portal_that_there_is_not_is_a_sentence():
    with pytest.raises(ValueError, match=r"\[jobs.börse\] meint kein Portal; .*boerse"):
        settled({"börse": {}})


def test_stand_ins_are_all_on_with_whatever_they_need():
    found = settled(portals=False, standins="http://127.0.0.1:8100")
    assert all(one.on for one in found.values())
    for one in SOURCES[:-1]:
        settings = found[one.key]
        assert settings.address == f"http://127.0.0.1:8100/{one.key}"
        assert one.missing(settings) == ()
        assert settings.keep_seconds <= 30
    assert found["eigene"].address == ""


def test_the_operator_has_the_last_word_in_a_demonstration_too():
    given = {"boerse": {"pages": 2}, "zu": {"on": False}}
    found = settled(given, standins="http://127.0.0.1:8100")
    assert found["boerse"].pages == 2
    assert not found["zu"].on


@pytest.mark.parametrize("text", ["0.2", "2", 1.5, "10"])
def test_a_deadline_is_seconds(text):
    assert deadline_of(text) == float(text)


@pytest.mark.parametrize("text", ["0", "11", "", "zwei", "nan", "inf", "-1", True])
def test_a_deadline_nobody_would_wait_for_is_a_sentence(text):
    with pytest.raises(ValueError, match=r"REIHUM_JOBS_DEADLINE ist .* 0.2 bis 10"):
        deadline_of(text)


def test_the_stand_ins_have_an_address():
    assert standins_of("http://127.0.0.1:8100/") == "http://127.0.0.1:8100"
    with pytest.raises(ValueError, match="REIHUM_JOBS_STANDINS ist „ja“"):
        standins_of("ja")


names = st.sampled_from(["on", "address", "key", "employers", "pages", "extra", "x"])
values = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(
    st.text(max_size=5), max_size=2
)  # fmt: skip


@given(st.dictionaries(names, values, max_size=3))
def test_whatever_is_written_is_understood_or_refused(table):
    try:
        found = settled({"firmen": table})["firmen"]
    except ValueError:
        return
    assert 1 <= found.pages <= 20
    assert found.address == "" or found.address.startswith("http")
