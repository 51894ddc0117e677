"""What an advertisement says, and how it is written: HTML, Markdown, plain lines."""

from collections.abc import Iterator
from html import escape

from msgspec import Struct

from reihum.jobs.model import Contract, Kind, PayUnit, WorkingTime
from reihum.jobs.standins import chance
from reihum.jobs.standins.market import sectors
from reihum.jobs.standins.vacancy import Pay, Vacancy

NOTE = "Vorführung: Diese Anzeige und ihr Arbeitgeber sind erfunden."
LEVEL = (
    "Deutschkenntnisse mindestens auf dem Niveau {0}",
    "Deutsch {0} oder besser",
    "Sprachkenntnisse in Deutsch (mind. {0} GER)",
)
TIMES = {
    WorkingTime.FULL: "Vollzeit mit {0} Stunden in der Woche",
    WorkingTime.PART: "Teilzeit, {0} Wochenstunden",
    WorkingTime.MINI: "Minijob mit {0} Stunden in der Woche",
    WorkingTime.SHIFT: "Schichtdienst, {0} Stunden in der Woche, auch am Wochenende",
}
EXTRAS = (
    "30 Tage Urlaub",
    "Zuschuss zum Deutschlandticket",
    "Hilfe bei der Suche nach einer Wohnung",
    "Deutschkurs während der Arbeitszeit",
    "Arbeitskleidung wird gestellt",
    "Fahrrad-Leasing",
    "Betriebliche Altersvorsorge",
)
UNITS = {PayUnit.HOUR: "pro Stunde", PayUnit.MONTH: "im Monat", PayUnit.YEAR: "im Jahr"}


class Section(Struct, frozen=True):
    """A heading with its points."""

    heading: str
    points: tuple[str, ...]


class Text(Struct, frozen=True):
    """The text of an advertisement."""

    intro: str
    sections: tuple[Section, ...]


def text(vacancy: Vacancy) -> Text:
    """Return what the advertisement says; always the same for the same vacancy."""
    sector = sectors()[vacancy.trade.sector]
    tasks = chance.some(sector.tasks, 3, vacancy.seed, "tasks")
    profile = chance.some(sector.profile, 2, vacancy.seed, "profile")
    return Text(
        _intro(vacancy),
        (
            Section("Ihre Aufgaben", tasks),
            Section("Ihr Profil", (*profile, *_asked(vacancy))),
            Section("Wir bieten", tuple(_offered(vacancy))),
        ),
    )


def _intro(vacancy: Vacancy) -> str:
    where, job = vacancy.town.name, vacancy.title or vacancy.trade.both
    if vacancy.client:
        return f"Für unseren Kunden in {where} suchen wir Verstärkung: {job}."
    return f"{vacancy.employer.name} in {where} sucht Verstärkung: {job}."


def _asked(vacancy: Vacancy) -> Iterator[str]:
    if vacancy.level is not None:
        phrase = chance.pick(LEVEL, vacancy.seed, "level")
        yield phrase.format(vacancy.level.name)
    if vacancy.kind is Kind.APPRENTICESHIP:
        yield "Schulabschluss oder vergleichbare Kenntnisse"
    elif vacancy.trade.regulated:
        yield f"Abgeschlossene oder anerkannte Ausbildung: {vacancy.trade.both}"


def _offered(vacancy: Vacancy) -> Iterator[str]:
    permanent = vacancy.contract is Contract.PERMANENT
    yield "Unbefristeter Vertrag" if permanent else "Zunächst befristet auf ein Jahr"
    yield TIMES[vacancy.time].format(f"{vacancy.hours:g}".replace(".", ","))
    if vacancy.pay:
        yield pay(vacancy.pay)
    if vacancy.remote:
        yield "Arbeit von zu Hause an zwei Tagen in der Woche"
    yield from chance.some(EXTRAS, 2, vacancy.seed, "extras")
    yield f"Kennziffer {vacancy.reference}"


def pay(found: Pay) -> str:
    """Return pay as an advertisement says it."""
    if found.group:
        return f"Entgelt nach Entgeltgruppe {found.group.removeprefix('E ')} TVöD"
    unit = UNITS[found.unit]
    return f"Lohn: {money(found.low)} € bis {money(found.high)} € {unit}"


def money(value: float) -> str:
    """Return a sum as German texts have it: "14,50", "2.450"."""
    text = f"{value:,.2f}" if value < 1000 else f"{value:,.0f}"  # noqa: PLR2004
    return text.translate(str.maketrans(",.", ".,"))


def html(found: Text) -> str:
    return "".join(_html(found))


def _html(found: Text) -> Iterator[str]:
    yield f"<p>{escape(found.intro)}</p>"
    for section in found.sections:
        yield points(section)
    yield f"<p><em>{NOTE}</em></p>"


def points(section: Section) -> str:
    items = "".join(f"<li>{escape(point)}</li>" for point in section.points)
    return f"<h3>{escape(section.heading)}</h3><ul>{items}</ul>"


def markdown(found: Text) -> str:
    return "\n\n".join((found.intro, *map(_marked, found.sections), NOTE))


def _marked(section: Section) -> str:
    items = "\n".join(f"- {point}" for point in section.points)
    return f"## {section.heading}\n\n{items}"


def plain(found: Text) -> str:
    """Return it as lines without any markup."""
    lines = [found.intro]
    for section in found.sections:
        lines += ["", f"{section.heading}:", *(f"• {one}" for one in section.points)]
    return "\n".join([*lines, "", NOTE])
