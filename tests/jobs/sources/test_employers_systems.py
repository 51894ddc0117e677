"""What holds for all systems of employers, whatever nonsense one of them sends."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.sources import BY_KEY
from reihum.jobs.sources.source import Unreadable, Way
from tests.jobs.sources.asking import ASKED, addresses, read, settings_of

pytestmark = pytest.mark.unit

HOME = "https://jobs.example.org/1"
JSON = {
    "softgarden": ("dataFeedElement", {"item": {"@type": "JobPosting", "title": "Koch",
                   "identifier": {"value": 7}, "url": HOME}}),
    "recruitee": ("offers", {"id": 7, "title": "Koch", "careers_url": HOME}),
    "smartrecruiters": ("content", {"id": "7", "name": "Koch",
                        "company": {"identifier": "Kueche"}}),
    "greenhouse": ("jobs", {"id": 7, "title": "Koch", "absolute_url": HOME}),
    "lever": ("", {"id": "7", "text": "Koch", "hostedUrl": HOME}),
    "ashby": ("jobs", {"id": "7", "title": "Koch", "jobUrl": HOME}),
    "workable": ("jobs", {"shortcode": "7", "title": "Koch", "url": HOME}),
}  # fmt: skip
TITLES = {"smartrecruiters": "name", "lever": "text"}
LINKS = {
    "recruitee": "careers_url", "greenhouse": "absolute_url", "lever": "hostedUrl",
    "ashby": "jobUrl", "workable": "url",
}  # fmt: skip
SYSTEMS = (*JSON, "personio")
ALL = (*SYSTEMS, "sitemap")
json_systems = pytest.mark.parametrize("key", JSON)


def outcome(key, body, employer):
    """Return "read", or the reason why not."""
    try:
        read(BY_KEY[key], body, employer)
    except Unreadable as refused:
        return refused.reason
    return "read"


def document(key, *rows):
    name, _ = JSON[key]
    return {name: list(rows)} if name else list(rows)


def row(key, **changes):
    fields = JSON[key][1]
    if key == "softgarden":
        return {"item": fields["item"] | changes}
    return fields | changes


@json_systems
def test_the_least_that_makes_an_advertisement_is_enough(key):
    found = read(BY_KEY[key], document(key, row(key))).found
    (advertisement,) = found.advertisements
    assert advertisement.source == key
    assert advertisement.title == "Koch"
    assert advertisement.employer
    assert advertisement.url.startswith("https://")


@json_systems
@pytest.mark.parametrize("wrong", [7, "text", None, [], {"id": {}}, True])
def test_a_wrong_row_is_counted_and_costs_the_others_nothing(key, wrong):
    found = read(BY_KEY[key], document(key, wrong, row(key))).found
    assert len(found.advertisements) == 1
    assert found.skipped == 1


@json_systems
def test_without_a_title_there_is_nothing_to_show(key):
    empty = row(key, **{TITLES.get(key, "title"): " "})
    found = read(BY_KEY[key], document(key, empty)).found
    assert (found.advertisements, found.skipped) == ((), 1)


@json_systems
def test_markup_in_a_title_is_gone(key):
    evil = row(
        key, **{TITLES.get(key, "title"): "<b>Koch</b><script>alert(1)</script>"}
    )
    (advertisement,) = read(BY_KEY[key], document(key, evil)).found.advertisements
    assert advertisement.title == "Koch"


@pytest.mark.parametrize("key", LINKS)
def test_a_link_that_is_a_script_makes_no_advertisement(key):
    evil = row(key, **{LINKS[key]: "javascript:alert(1)"})
    found = read(BY_KEY[key], document(key, evil)).found
    assert (found.advertisements, found.skipped) == ((), 1)


@json_systems
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!doctype html><title>Wartung</title>", "not-json"),
        (b"", "not-json"),
        (b"null", "not-json"),
        (b'"text"', "not-json"),
        (b"{]", "not-json"),
        (b'{"x":' + b"[" * 5000, "not-json"),
        ('{"name": "Küche"}'.encode("latin-1"), "encoding"),
    ],
)
def test_an_answer_that_is_none_is_called_by_its_name(key, body, reason):
    with pytest.raises(Unreadable) as refused:
        read(BY_KEY[key], body)
    assert refused.value.reason == reason


@json_systems
def test_half_an_answer_is_none(key):
    whole = msgspec.json.encode(document(key, row(key), row(key)))
    with pytest.raises(Unreadable) as refused:
        read(BY_KEY[key], whole[: len(whole) // 2])
    assert refused.value.reason == "truncated"


@pytest.mark.parametrize("key", [key for key in JSON if JSON[key][0]])
@pytest.mark.parametrize("value", [None, 7, {"a": 1}])
def test_an_answer_without_its_list_is_none(key, value):
    for body in ({JSON[key][0]: value}, {"error": "not found"}):
        with pytest.raises(Unreadable):
            read(BY_KEY[key], body)


@json_systems
def test_an_answer_that_begins_with_a_mark_is_read(key):
    body = b"\xef\xbb\xbf" + msgspec.json.encode(document(key, row(key)))
    assert len(read(BY_KEY[key], body).found.advertisements) == 1


@pytest.mark.parametrize("key", ALL)
@given(body=st.binary(max_size=200))
def test_whatever_comes_is_read_or_refused(key, body):
    employer = "https://jobs.example.org" if key == "sitemap" else "kueche"
    assert outcome(key, body, employer) in {
        "read", "not-json", "not-xml", "truncated", "encoding"
    }  # fmt: skip


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("key", JSON)
@given(data=st.data())
def test_whatever_stands_in_a_field_no_other_row_suffers(key, data):
    fields = JSON[key][1]
    fields = fields["item"] if key == "softgarden" else fields
    changes = {name: data.draw(values) for name in fields}
    found = read(BY_KEY[key], document(key, row(key, **changes), row(key))).found
    assert found.advertisements[-1].title == "Koch"
    assert len(found.advertisements) + found.skipped == 2


@pytest.mark.parametrize("key", ALL)
def test_nothing_about_the_search_or_the_visitor_is_sent(key):
    (asked,) = addresses(BY_KEY[key], "https://jobs.example.org") or [""]
    assert "Koch" not in asked
    assert "Chemnitz" not in asked


@pytest.mark.parametrize("key", ALL)
def test_a_system_is_only_asked_for_employers_that_are_set(key):
    source = BY_KEY[key]
    assert source.missing(source.settings) == ("employers",)
    assert source.missing(settings_of(source, "kueche")) == ()
    assert source.ask(ASKED, source.settings) == ()
    assert source.way is (Way.CRAWL if key == "sitemap" else Way.MIRROR)
    assert source.settings.keep_seconds >= 3600


@pytest.mark.parametrize("key", SYSTEMS)
def test_all_employers_are_asked_below_an_address_that_the_operator_sets(key):
    stand_in = f"http://127.0.0.1:8100/{key}"
    (asked,) = addresses(BY_KEY[key], "kueche", address=stand_in)
    assert asked.startswith(stand_in + "/")
    assert "kueche" in asked
