"""The words of a search: what is looked for, where, and what narrows it.

What stands on the page of the search and in the mails of a saved one is the same.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.jobs.model import Contract, Kind, Remote, WorkingTime
from reihum.jobs.query import Query
from reihum.jobs.sources import BY_KEY
from reihum.look.parts.names import member_name

WORKING_TIMES = {
    WorkingTime.FULL: gettext_lazy("Vollzeit"),
    WorkingTime.PART: gettext_lazy("Teilzeit"),
    WorkingTime.MINI: gettext_lazy("Minijob"),
    WorkingTime.SHIFT: gettext_lazy("Schicht oder Wochenende"),
}
KINDS = {
    Kind.WORK: gettext_lazy("Arbeit"),
    Kind.APPRENTICESHIP: gettext_lazy("Ausbildung"),
    Kind.INTERNSHIP: gettext_lazy("Praktikum"),
    Kind.SELF_EMPLOYED: gettext_lazy("selbstständig"),
}
CONTRACTS = {
    Contract.PERMANENT: gettext_lazy("unbefristet"),
    Contract.TEMPORARY: gettext_lazy("befristet"),
}
REMOTE = {
    Remote.YES: gettext_lazy("von zu Hause"),
    Remote.PARTLY: gettext_lazy("teilweise von zu Hause"),
}
DAYS = {
    30: gettext_lazy("letzte 30 Tage"),
    7: gettext_lazy("letzte 7 Tage"),
    1: gettext_lazy("letzte 24 Stunden"),
}


def parts(query: Query) -> tuple[str, ...]:
    """Return the words of a search one by one: what, where, how far around."""
    around = query.place and query.radius_km
    far = _("%(km)s km") % {"km": query.radius_km} if around else ""
    return tuple(part for part in (query.words, query.place, far) if part)


def narrowed(query: Query) -> tuple[str, ...]:
    """Return what narrows a search, one by one: "bis B1", "Teilzeit", "Interamt"."""
    return tuple(map(str, _narrowed(query)))


def source_name(key: str) -> str:
    """Return what people call a portal; one that is unknown is its own name."""
    return BY_KEY[key].name if key in BY_KEY else key


def _narrowed(query: Query) -> Iterator[object]:
    if query.level is not None:
        yield _("bis %(level)s") % {"level": query.level.name}
    yield from (
        WORKING_TIMES[one] for one in WORKING_TIMES if one in query.working_time
    )
    yield from (KINDS[one] for one in KINDS if one in query.kinds)
    yield from _switched(query)
    if query.published_days in DAYS:
        yield DAYS[query.published_days]
    yield from map(member_name, sorted(query.lands))
    yield from map(source_name, sorted(query.sources))


def _switched(query: Query) -> Iterator[str]:
    if query.public_service:
        yield _("öffentlicher Dienst")
    if query.remote:
        yield _("von zu Hause")
    if query.no_recognition:
        yield _("ohne Anerkennung")
