"""Entries for the tests of ranking: invented, few facts, all combinations."""

from datetime import date, timedelta

from hypothesis import strategies as st

from reihum.jobs.model import (
    Advertisement,
    Entry,
    Kind,
    Level,
    Offer,
    Place,
    Point,
    Recognition,
    Remote,
    WorkingTime,
)
from reihum.jobs.query import Asked, Order, Query, Term

TODAY = date(2026, 11, 26)
CHEMNITZ = Point(50.8357, 12.9292)
SOURCES = ("amt", "bund", "mirror")


def entry(number=1, *, sources=("amt",), **facts):
    """Return an entry found in these sources."""
    facts = {"title": "Koch", "url": f"https://muster.test/{number}"} | facts
    best = Advertisement(source=sources[0], id=str(number), **facts)
    offers = tuple(Offer(source, str(number), best.url) for source in sources)
    return Entry(best=best, offers=offers)


def asked(**filters):
    """Return a query for a cook in Chemnitz."""
    near = filters.pop("near", CHEMNITZ)
    words = filters.pop("words", "Koch")
    return Asked(
        query=Query(words=words, **filters),
        was=words,
        terms=(Term(words),) if words else (),
        place="Chemnitz" if near else "",
        near=near,
    )


places = st.builds(
    Place,
    st.sampled_from(["Chemnitz", "Aue", "Jena"]),
    land=st.sampled_from(["", "SN", "TH"]),
    point=st.sampled_from(
        [None, CHEMNITZ, Point(50.9, 12.9), Point(50.6, 12.7), Point(50.9, 11.6)]
    ),
)
advertisements = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Koch", "Beikoch", "Küchenhilfe", "Maurer"]),
        "occupations": st.sampled_from([(), ("Koch/Köchin",)]),
        "places": st.lists(places, max_size=2).map(tuple),
        "working_time": st.frozensets(st.sampled_from(WorkingTime), max_size=2),
        "kind": st.sampled_from(Kind),
        "remote": st.sampled_from([None, *Remote]),
        "public_service": st.sampled_from([None, True, False]),
        "level": st.sampled_from([None, *Level]),
        "recognition": st.sampled_from([None, *Recognition]),
        "published": st.sampled_from(
            [None, *(TODAY - timedelta(days=back) for back in (0, 1, 2, 7, 8, 31))]
        ),
    }
)
sources = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True)
entries = st.lists(st.tuples(advertisements, sources), max_size=12).map(
    lambda drawn: [
        entry(number, sources=where, **facts)
        for number, (facts, where) in enumerate(drawn)
    ]
)
FILTERS = {
    "radius_km": st.sampled_from([0, 10, 25, 50, 200]),
    "level": st.none() | st.sampled_from(Level),
    "level_unstated": st.booleans(),
    "working_time": st.frozensets(st.sampled_from(WorkingTime), max_size=2),
    "kinds": st.frozensets(st.sampled_from(Kind), max_size=2),
    "remote": st.booleans(),
    "public_service": st.booleans(),
    "no_recognition": st.booleans(),
    "published_days": st.sampled_from([None, 1, 7, 30]),
    "lands": st.frozensets(st.sampled_from(["SN", "TH"]), max_size=1),
    "sources": st.frozensets(st.sampled_from(SOURCES), max_size=1),
    "order": st.sampled_from(Order),
}
queries = st.fixed_dictionaries(
    {}, optional={**FILTERS, "near": st.sampled_from([None, CHEMNITZ])}
).map(lambda filters: asked(**filters))
