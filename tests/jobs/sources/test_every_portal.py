"""What holds for every portal: nothing that it sends can do harm."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Advertisement, Kind, WorkingTime
from reihum.jobs.query import RADII, Asked, Query
from reihum.jobs.sources import BY_KEY, SOURCES
from reihum.jobs.sources.source import Request, Settings, Unreadable, Way

pytestmark = pytest.mark.unit

ASKED = Asked(query=Query(), was="Koch", place="Chemnitz")
LISTS = {
    "arbeitsagentur": "ergebnisliste",
    "interamt": "data",
    "arbeitnow": "data",
    "adzuna": "results",
    "careerjet": "jobs",
    "eures": "jvs",
}
FIELDS = {
    "arbeitsagentur": ["referenznummer", "stellenangebotsTitel", "stellenlokationen"],
    "interamt": ["stellenangebotId", "stellenbezeichnung", "einsatzorte"],
    "arbeitnow": ["slug", "title", "url", "created_at", "location", "description"],
    "adzuna": ["id", "title", "redirect_url", "salary_min", "location", "latitude"],
    "careerjet": ["title", "url", "date", "salary_min", "locations"],
    "eures": ["id", "title", "creationDate", "locationMap"],
}
BESIDE = ["maxErgebnisse", "woOutput", "links", "count", "hits", "numberRecords"]
ASKABLE = [one for one in SOURCES if one.way not in {Way.OWN, Way.CRAWL}]
DETAILED = [one for one in SOURCES if one.read_details is not None]
DETAILS = ["data", "firma", "stellenangebotsBeschreibung", "Beschreibung", "Teilzeit"]
REASONS = ("not-json", "not-xml", "truncated", "encoding")
every = pytest.mark.parametrize("source", ASKABLE, ids=lambda one: one.key)
texts = st.text(max_size=30)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(texts | st.just("adresse"), inner, max_size=3)
    ),
    max_leaves=8,
)
queries = st.builds(
    Query,
    radius_km=st.sampled_from(RADII),
    working_time=st.frozensets(st.sampled_from(WorkingTime)),
    kinds=st.frozensets(st.sampled_from(Kind)),
    remote=st.booleans(),
    published_days=st.sampled_from([None, 1, 7, 30]),
)
words = st.text(st.characters(exclude_categories=["C"]), max_size=20)


def ready():
    """Return settings with all that any source needs."""
    return Settings(
        address="https://portal.example",
        key="geheim",
        employers=("stadtkueche-nord",),
        extra={"app_id": "7"},
        pages=3,
    )


def read(source, body, request=None):
    settings = ready()
    first = request or Request(url=f"{settings.address}/", body=b"{}")
    return source.read(body, first, ASKED, settings)


def outcome(source, body):
    try:
        read(source, body)
    except Unreadable as refused:
        return refused.reason
    return "read"


def test_every_portal_has_a_key_of_its_own():
    assert len(BY_KEY) == len(SOURCES)


@every
def test_the_link_to_the_portal_is_safe(source):
    assert source.site.startswith("https://")


@every
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(source, body):
    assert outcome(source, body) in {*REASONS, "read"}


@every
@given(queries, words, words)
def test_whatever_is_searched_only_the_portal_is_asked(source, query, was, place):
    settings = ready()
    asked = Asked(query=query, was=was, place=place)
    for request in source.ask(asked, settings):
        assert request.url.startswith("https://portal.example/")
        assert request.url.isascii()
        assert " " not in request.url


@pytest.mark.parametrize("key", FIELDS)
@given(st.data())
def test_any_row_is_read_or_counted(key, data):
    shape = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS[key], values))
    rows = data.draw(st.lists(shape | values, max_size=3))
    beside = data.draw(st.dictionaries(st.sampled_from(BESIDE), values))
    body = json.dumps({**beside, LISTS[key]: rows}).encode()
    found = read(BY_KEY[key], body).found
    assert len(found.advertisements) + found.skipped == len(rows)
    for one in found.advertisements:
        check(one)


@pytest.mark.parametrize("source", DETAILED, ids=lambda one: one.key)
@given(values | st.dictionaries(st.sampled_from(DETAILS), values), st.binary())
def test_any_details_are_read_or_refused_and_take_nothing_away(source, value, raw):
    told = Advertisement(
        source=source.key, id="7", title="Koch", url="https://portal.example/7"
    )
    for body in (json.dumps(value).encode(), raw):
        try:
            whole = source.read_details(body, told)
        except Unreadable as refused:
            whole, reason = told, refused.reason
            assert reason in REASONS
        assert (whole.key, whole.title, whole.url) == (told.key, told.title, told.url)
        check(whole)


def check(one: Advertisement) -> None:
    """Hold an advertisement against what everybody relies on."""
    assert one.id
    assert one.title
    assert one.title == " ".join(one.title.split())
    assert all(url.startswith(("http://", "https://")) for url in (one.url, *one.also))
    assert "<script" not in (one.title + one.text).lower()
    if one.salary and one.salary.low is not None:
        assert one.salary.unit
        assert one.salary.low <= (one.salary.high or 0)
