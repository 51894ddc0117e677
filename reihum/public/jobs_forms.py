"""The form of the job search: what can be chosen, and how many would be left.

The form is a GET form; all its fields belong to one form element, so that every button
sends everything. What it sends is read by `reihum.jobs.address`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from msgspec.structs import replace

from reihum.jobs import address
from reihum.jobs.answer import Answer, State
from reihum.jobs.model import Kind, Level
from reihum.jobs.query import RADII, Order, Query
from reihum.look.parts.names import member_name
from reihum.look.search_words import DAYS, KINDS, WORKING_TIMES
from reihum.public import jobs_words as words
from reihum.public.jobs_terms import TERMS

LEVELS = (Level.A1, Level.A2, Level.B1, Level.B2, Level.C1)
OFFERED = (Kind.APPRENTICESHIP, Kind.INTERNSHIP)
MEANINGS = {term.anchor: term.meaning for term in TERMS}


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick. `count` is None where it is not known how many it leaves.

    `meaning` explains a German word in the place itself: a link to an explanation
    would lead behind the filters, which cover a small screen.
    """

    name: str
    value: str
    label: str | Promise
    checked: bool
    count: int | None = None
    radio: bool = False
    meaning: str | Promise = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes under one legend."""

    legend: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list to choose from."""

    value: str
    label: str
    selected: bool


Counts = dict[tuple[str, str], int]


def link(query: Query, **changes: object) -> str:
    """Return the address of a search with some of it changed, on its first page."""
    return "?" + address.text_of(replace(query, **{"page": 1, **changes}))


def chosen(query: Query) -> int:
    """Return how many of the filters are in use."""
    one = (
        query.level is not None or not query.level_unstated,
        query.remote,
        query.public_service,
        query.no_recognition,
        bool(query.published_days),
        query.exact,
    )
    many = (query.working_time, query.kinds, query.lands, query.sources)
    return sum(one) + sum(map(len, many))


def radii(query: Query) -> list[Option]:
    """Return the radii in km; 0 is the place itself."""
    return [
        Option(
            str(km),
            words.distance(km) if km else _("nur dieser Ort"),
            km == query.radius_km,
        )
        for km in RADII
    ]


def orders(query: Query) -> list[Option]:
    labels = {
        Order.RELEVANCE: _("passende zuerst"),
        Order.NEWEST: _("neue zuerst"),
        Order.NEAREST: _("nahe zuerst"),
    }
    return [
        Option(value, labels[order], order is query.order)
        for value, order in address.ORDERS.items()
    ]


def groups(query: Query, answer: Answer) -> tuple[Group, ...]:
    """Return all filters with what each would leave."""
    counts = counts_of(answer)
    found = (
        Group(_("Deutschkenntnisse"), tuple(_levels(query, counts))),
        Group(_("Arbeitszeit"), tuple(_times(query, counts))),
        Group(_("Art"), tuple(_kinds(query, counts))),
        Group(_("Veröffentlicht"), tuple(_published(query, counts))),
        Group(_("Portal"), tuple(_portals(query, counts, answer))),
        Group(_("Land"), tuple(_lands(query, answer))),
    )
    return tuple(group for group in found if group.choices)


def counts_of(answer: Answer) -> Counts:
    return {(one.name, one.value): one.count for one in answer.facets}


def _levels(query: Query, counts: Counts) -> Iterator[Choice]:
    every = query.level is None
    yield Choice("deutsch", "", _("egal"), every, radio=True)
    for level in LEVELS:
        label = _("bis %(level)s") % {"level": level.name}
        count = counts.get(("level", level.name.lower()))
        on = level is query.level
        yield Choice("deutsch", level.name.lower(), label, on, count, radio=True)
    # Unticked, a box sends nothing: the form has a hidden "nein" behind this one.
    count = counts.get(("level", "unstated"))
    on = query.level_unstated
    yield Choice("ohne_angabe", "ja", _("nicht angegeben"), on, count)


def _times(query: Query, counts: Counts) -> Iterator[Choice]:
    for value, time in address.WORKING_TIMES.items():
        count = counts.get(("working_time", time.value))
        on = time in query.working_time
        meaning = MEANINGS["minijob"] if value == "mini" else ""
        label = WORKING_TIMES[time]
        yield Choice("zeit", value, label, on, count, meaning=meaning)


def _kinds(query: Query, counts: Counts) -> Iterator[Choice]:
    for value, kind in address.KINDS.items():
        if kind in OFFERED or kind in query.kinds:
            count = counts.get(("kind", kind.value))
            on = kind in query.kinds
            meaning = MEANINGS["ausbildung"] if kind is Kind.APPRENTICESHIP else ""
            name = KINDS[kind]
            yield Choice("art", value, name, on, count, meaning=meaning)
    for key, facet, label, on in (
        ("dienst", "public_service", _("öffentlicher Dienst"), query.public_service),
        ("zuhause", "remote", _("von zu Hause"), query.remote),
        ("ohne_anerkennung", "recognition", _("ohne Anerkennung"),
         query.no_recognition),
    ):  # fmt: skip
        meaning = MEANINGS["anerkennung"] if key == "ohne_anerkennung" else ""
        yield Choice(key, "ja", label, on, _only(counts, facet), meaning=meaning)


def _only(counts: Counts, facet: str) -> int | None:
    """Return the number of a facet that is either on or off."""
    return next((n for (name, _value), n in counts.items() if name == facet), None)


def _published(query: Query, counts: Counts) -> Iterator[Choice]:
    now = query.published_days
    every = counts.get(("published", "any"))
    yield Choice("seit", "", _("egal"), not now, every, radio=True)
    for days, label in DAYS.items():
        count = counts.get(("published", str(days)))
        yield Choice("seit", str(days), label, days == now, count, radio=True)


def _portals(query: Query, counts: Counts, answer: Answer) -> Iterator[Choice]:
    for one in answer.outcomes:
        if one.state is State.OFF:
            continue
        on, count = one.source in query.sources, counts.get(("source", one.source))
        if not on and not count:  # nothing would be left
            continue
        yield Choice("portal", one.source, one.name, on, count, lang="de")


def _lands(query: Query, answer: Answer) -> Iterator[Choice]:
    """Yield only the Länder that are chosen: choosing is done on the map."""
    counts = dict(answer.lands)
    for code in sorted(query.lands):
        name, count = member_name(code), counts.get(code, 0)
        yield Choice("land", code, name, checked=True, count=count)
