"""German words of advertisements that have to be explained, and their explanations.

The words stay German: they are what stands in the advertisement.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reihum.jobs.model import Advertisement, Kind, WorkingTime


@dataclass(frozen=True, slots=True)
class Term:
    """A German word, how to find it on the page, and what it means."""

    anchor: str
    word: str
    meaning: str | Promise


TERMS = (
    Term("vollzeit", "Vollzeit", _("Sie arbeiten meist 35 bis 40 Stunden pro Woche.")),
    Term("teilzeit", "Teilzeit", _("Sie arbeiten weniger Stunden als in Vollzeit.")),
    Term(
        "minijob",
        "Minijob",
        _(
            "Eine kleine Arbeit. Der Lohn im Monat hat eine feste Grenze. "
            "Sie zahlen meist keine Steuern. "
            "Sie sind dadurch nicht krankenversichert."
        ),
    ),
    Term(
        "ausbildung",
        "Ausbildung",
        _(
            "Sie lernen einen Beruf: im Betrieb und in der Schule, "
            "meist 2 bis 3 ½ Jahre. Sie bekommen dabei Geld."
        ),
    ),
    Term("praktikum", "Praktikum", _("Sie lernen eine Arbeit für kurze Zeit kennen.")),
    Term(
        "befristet",
        "befristet, unbefristet",
        _(
            "Ein befristeter Vertrag endet an einem Tag. "
            "Ein unbefristeter Vertrag hat kein Ende."
        ),
    ),
    Term(
        "tarif",
        "Tarif, TVöD, TV-L",
        _(
            "Der Lohn steht in einem Tarifvertrag. TVöD und TV-L gelten im "
            "öffentlichen Dienst. „E 5“ ist eine Lohngruppe."
        ),
    ),
    Term(
        "brutto",
        "brutto, netto",
        _(
            "Brutto ist der Lohn vor Abzug von Steuern und Versicherungen. "
            "Netto ist, was Sie bekommen."
        ),
    ),
    Term(
        "probezeit",
        "Probezeit",
        _(
            "Die erste Zeit der Arbeit, höchstens 6 Monate. "
            "In dieser Zeit können beide Seiten schnell kündigen."
        ),
    ),
    Term(
        "mwd",
        "m/w/d",
        _(
            "Männlich, weiblich, divers: "
            "Alle Menschen können sich bewerben, gleich welches Geschlecht sie haben."
        ),
    ),
    Term(
        "zeitarbeit",
        "Zeitarbeit",
        _("Eine Firma stellt Sie ein. Sie arbeiten aber bei einer anderen Firma."),
    ),
    Term(
        "anerkennung",
        "Anerkennung",
        _(
            "Eine Stelle prüft Ihren Abschluss aus dem Ausland. In manchen Berufen "
            "dürfen Sie nur mit Anerkennung arbeiten, zum Beispiel in der Pflege."
        ),
    ),
)
TIMES = {
    WorkingTime.FULL: "vollzeit",
    WorkingTime.PART: "teilzeit",
    WorkingTime.MINI: "minijob",
}
KINDS = {Kind.APPRENTICESHIP: "ausbildung", Kind.INTERNSHIP: "praktikum"}


def anchors(ad: Advertisement) -> Iterator[str]:
    """Yield which terms the facts of an advertisement use, whatever its text says."""
    yield from (TIMES[one] for one in ad.working_time if one in TIMES)
    if ad.kind in KINDS:
        yield KINDS[ad.kind]
    if ad.contract is not None:
        yield "befristet"
    if ad.salary is not None and ad.salary.group:
        yield "tarif"
    if ad.agency:
        yield "zeitarbeit"
    if ad.recognition is not None:
        yield "anerkennung"
