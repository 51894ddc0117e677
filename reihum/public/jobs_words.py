"""What the job search says of an advertisement: pay, hours, place, age.

Everything comes back in the language of the page. What somebody else wrote (titles,
employers, places) stays as it is, and says in which language it is.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reihum.jobs.model import (
    Advertisement,
    Kind,
    PayUnit,
    Place,
    Recognition,
    Salary,
    WorkingTime,
)
from reihum.look.parts import local
from reihum.look.search_words import CONTRACTS, KINDS, REMOTE, WORKING_TIMES

RECOGNITION = {
    Recognition.REGULATED: gettext_lazy(
        "Ein Abschluss aus dem Ausland muss anerkannt sein."
    ),
    Recognition.ASKED: gettext_lazy("Ein anerkannter Abschluss ist verlangt."),
    Recognition.NOT_NEEDED: gettext_lazy("Ein Abschluss ist nicht nötig."),
}
NO_DISTANCE = 0.05  # km; less would be written as 0
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps"}


def direction(language: str) -> str:
    """Return "rtl" for Arabic and its neighbours, "ltr" for all others."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def facts(ad: Advertisement) -> tuple[str, ...]:
    """Return kind, working time, contract and place of work, as far as stated."""
    return tuple(str(fact) for fact in _facts(ad) if fact)


def _facts(ad: Advertisement) -> Iterator[str]:
    if ad.kind is not Kind.WORK:
        yield str(KINDS[ad.kind])
    yield local.listed((working_time(ad), hours(ad), shift(ad)))
    if ad.contract is not None:
        yield str(CONTRACTS[ad.contract])
    if ad.remote in REMOTE:
        yield str(REMOTE[ad.remote])


def working_time(ad: Advertisement) -> str:
    """Return "Vollzeit oder Teilzeit"; shifts are not another choice beside them."""
    times = ad.working_time - {WorkingTime.SHIFT}
    return local.either(
        tuple(str(word) for time, word in WORKING_TIMES.items() if time in times)
    )


def shift(ad: Advertisement) -> str:
    """Return "Schicht oder Wochenende", where it is worked then."""
    stated = WorkingTime.SHIFT in ad.working_time
    return str(WORKING_TIMES[WorkingTime.SHIFT]) if stated else ""


def hours(ad: Advertisement) -> str:
    """Return "30 Stunden pro Woche"."""
    if ad.hours is None:
        return ""
    words = ngettext(
        "%(hours)s Stunde pro Woche", "%(hours)s Stunden pro Woche", round(ad.hours)
    )
    return words % {"hours": local.number(ad.hours)}


def pay(salary: Salary | None) -> str:
    """Return "3.050 € bis 3.400 € im Monat (TV-L E 5)", or what is known of it."""
    if salary is None:
        return ""
    amount, group = _sum(salary), _unbroken(salary.group)
    if amount and group:
        return f"{amount} ({group})"
    return amount or (_("Lohngruppe %(group)s") % {"group": group} if group else "")


def _sum(salary: Salary) -> str:
    """Return "ab 14,50 € pro Stunde", or nothing where no sum is known."""
    if salary.unit is None or not (amount := _amount(salary)):
        return ""
    return _for_each(salary.unit) % {"pay": amount}


def _unbroken(group: str) -> str:
    """Return a pay group that no line ends within."""
    return group.replace(" ", "\N{NO-BREAK SPACE}")


def pay_published(salary: Salary | None) -> str:
    """Return the pay as published, where it is not understood as a sum."""
    return "" if salary is None or pay(salary) else salary.published


def _amount(salary: Salary) -> str:
    low, high = (
        None if sum_ is None else local.money(sum_, salary.currency)
        for sum_ in (salary.low, salary.high)
    )
    if low and high:
        return low if low == high else _("%(low)s bis %(high)s") % _between(low, high)
    if low:
        return _("ab %(pay)s") % {"pay": low}
    return _("bis %(pay)s") % {"pay": high} if high else ""


def _between(low: str, high: str) -> dict[str, str]:
    return {"low": low, "high": high}


def _for_each(unit: PayUnit) -> str:
    return {
        PayUnit.HOUR: _("%(pay)s pro Stunde"),
        PayUnit.DAY: _("%(pay)s pro Tag"),
        PayUnit.MONTH: _("%(pay)s im Monat"),
        PayUnit.YEAR: _("%(pay)s im Jahr"),
    }[unit]


def level(ad: Advertisement) -> str:
    """Return "Deutsch B1"."""
    return "" if ad.level is None else _("Deutsch %(level)s") % {"level": ad.level.name}


def where(places: tuple[Place, ...]) -> str:
    """Return "Chemnitz", or "Chemnitz, Leipzig +3" for an advertisement of many.

    German names stay a German list, whoever reads them.
    """
    names = list(dict.fromkeys(place.name for place in places if place.name))
    more = f" +{len(names) - 2}" if len(names) > 2 else ""  # noqa: PLR2004
    return ", ".join(names[:2]) + more


def distance(km: float | None) -> str:
    """Return "1,8 km" near by, "13 km" from ten on.

    Portals often know the town only: to its middle it is 0 km, which says no more than
    that it is there.
    """
    if km is None:
        return ""
    if km < NO_DISTANCE:
        return _("am Ort")
    text = local.number(km, 0 if km >= 10 else 1)  # noqa: PLR2004
    return _("%(number)s km") % {"number": text}


def age(published: date | None, today: date) -> str:
    """Return "heute", "gestern", "vor 9 Tagen"; nothing for a day yet to come."""
    if published is None or published > today:
        return ""
    days = (today - published).days
    near = {0: _("heute"), 1: _("gestern")}
    return near.get(days) or local.ago(days)
