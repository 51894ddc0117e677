"""A job search that asks nobody: it says what a test has prepared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from reihum.jobs.answer import Answer, Facet, Outcome, State
from reihum.jobs.model import (
    Advertisement,
    Contract,
    Entry,
    Kind,
    Level,
    Offer,
    PayUnit,
    Place,
    Point,
    Recognition,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Criterion, Query, Term, Understood
from reihum.jobs.search import Config, JobSearch
from reihum.jobs.sources.source import Settings

ASKED = "/jobs/?was=Koch&wo=Chemnitz"
CHEMNITZ = Place(
    name="Chemnitz", postcode="09111", land="SN", country="DE",
    point=Point(50.83, 12.92),
)  # fmt: skip
COOK = Advertisement(
    source="arbeitsagentur",
    id="10000-1-S",
    title="Koch / Köchin (m/w/d) für die Gemeinschaftsverpflegung",
    url="https://stellen.example/10000-1-S",
    employer="Klinikum am Park",
    places=(CHEMNITZ,),
    text="Wir suchen einen Koch.\n\nTarif TV-L, Probezeit 6 Monate.",
    working_time=frozenset({WorkingTime.FULL, WorkingTime.PART}),
    contract=Contract.PERMANENT,
    salary=Salary(
        published="3.050 bis 3.400 €", low=3050, high=3400, unit=PayUnit.MONTH,
        group="TV-L E 5",
    ),
    level=Level.B1,
    qualification="Berufsabschluss",
    published=date(2026, 11, 21),
    deadline=date(2026, 12, 31),
    has_details=True,
)  # fmt: skip
HELPER = Advertisement(
    source="service-bund",
    id="2",
    title="Küchenhilfe",
    url="https://bund.example/2",
    employer="Stadt Musterhausen",
    places=(CHEMNITZ,),
    working_time=frozenset({WorkingTime.PART}),
    hours=30,
    public_service=True,
    salary=Salary(published="TVöD E 3", group="TVöD E 3"),
    level=Level.A2,
    recognition=Recognition.REGULATED,
    published=date(2026, 11, 22),
)
TRAINEE = Advertisement(
    source="arbeitsagentur",
    id="3",
    title="Ausbildung zum Koch / zur Köchin 2027",
    url="https://stellen.example/3",
    employer="Gasthof Zur Probe",
    places=(CHEMNITZ,),
    kind=Kind.APPRENTICESHIP,
    agency="Muster Personal",
    published=date(2026, 11, 14),
)
OUTCOMES = (
    Outcome(source="arbeitsagentur", name="Bundesagentur für Arbeit",
            state=State.ANSWERED, shown=34, given=50, total=112, took_ms=300),
    Outcome(source="service-bund", name="service.bund.de", state=State.ANSWERED,
            shown=3, given=3, cannot=(Criterion.LEVEL,), unstated=4),
    Outcome(source="personio", name="Personio", state=State.LATE, reason="timeout"),
    Outcome(source="softgarden", name="softgarden", state=State.BLOCKED,
            reason="http-403"),
    Outcome(source="eures", name="EURES", state=State.OFF),
)  # fmt: skip
FACETS = (
    Facet("level", "a1", 4),
    Facet("level", "b1", 29),
    Facet("working_time", "full", 31),
    Facet("working_time", "mini", 0),
    Facet("kind", "apprenticeship", 6),
    Facet("public_service", "yes", 5),
    Facet("remote", "yes", 0),
    Facet("published", "7", 12),
    Facet("published", "any", 41),
    Facet("source", "arbeitsagentur", 34),
    Facet("recognition", "yes", 20),
)


def entry(ad: Advertisement, *others: Advertisement, **more) -> Entry:
    """Make an entry of the copies of one advertisement."""
    offers = tuple(Offer(one.source, one.id, one.url) for one in (ad, *others))
    return Entry(best=ad, offers=offers, **more)


COOKS = (
    entry(COOK, HELPER, distance_km=1.8),
    entry(HELPER, distance_km=13.2),
    entry(TRAINEE, maybe=(COOK.key,)),
)


def many(number: int) -> tuple[Entry, ...]:
    """Make so many entries, each with its number in the title."""
    return tuple(
        entry(replace(COOK, id=f"n{one}", title=f"Koch Nummer {one}"))
        for one in range(1, number + 1)
    )


@dataclass
class Prepared(JobSearch):
    """Says what it was given, and remembers what it was asked."""

    entries: tuple[Entry, ...] = COOKS
    outcomes: tuple[Outcome, ...] = OUTCOMES
    understood: Understood | None = None
    before: int = 1  # so many states of the list before the complete one
    fails: bool = False
    standins: bool = False
    sources: Mapping[str, Settings] = field(default_factory=dict)
    known: tuple[Advertisement, ...] = (COOK, HELPER)
    asked: list[Query] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    owns: list[Sequence[Advertisement]] = field(default_factory=list)
    detailed: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(
            Config(sources=self.sources, folder=Path("unused"), standins=self.standins)
        )

    def understand(self, query: Query, language: str) -> Understood:
        self.asked.append(query)
        self.languages.append(language)
        if self.understood is not None:
            return self.understood
        asked = Asked(query=query, was="Koch", terms=(Term("Koch"),), place="Chemnitz")
        return Understood(asked=asked, occupation="Koch", also=("Köchin", "Beikoch"))

    def answers(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Iterator[Answer]:
        self.owns.append(own)
        self.days.append(today)
        for number in range(self.before):
            yield self._answer(understood, self.entries[: number + 1], complete=False)
        if self.fails:
            raise RuntimeError("geheime Ursache")
        yield self._answer(understood, self.entries, complete=True)

    def answer(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Answer:
        *_, last = self.answers(understood, own, today)
        return last

    def _answer(
        self, understood: Understood, entries: tuple[Entry, ...], *, complete: bool
    ) -> Answer:
        waiting = tuple(replace(one, state=State.WAITING) for one in self.outcomes)
        return Answer(
            understood=understood,
            entries=entries,
            advertisements=sum(len(one.offers) for one in entries),
            facets=FACETS if complete else (),
            lands=(("SN", len(entries)),) if entries else (),
            outcomes=self.outcomes if complete else waiting,
            complete=complete,
        )

    def details(self, key: str) -> Advertisement | None:
        self.detailed.append(key)
        return next((one for one in self.known if one.key == key), None)

    def kept(self, keys: Sequence[str]) -> tuple[Advertisement, ...]:
        self.looked_up.extend(keys)
        return tuple(one for one in self.known if one.key in keys)


def final(page: str) -> str:
    """Return the complete list of a page, without the states before it."""
    return page.partition("data-final")[2]
