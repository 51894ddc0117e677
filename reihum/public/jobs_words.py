"""What the job search says: facts of an advertisement, portals, and the query.

Everything comes back in the language of the page. What somebody else wrote (titles,
employers, places) stays as it is, and says in which language it is.
"""

from collections.abc import Iterator
from datetime import date

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reihum.jobs.answer import Answer, Outcome, State
from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    PayUnit,
    Place,
    Recognition,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import LONGEST, Criterion, Query, Understood
from reihum.look.parts import local

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
RECOGNITION = {
    Recognition.REGULATED: gettext_lazy(
        "Ein Abschluss aus dem Ausland muss anerkannt sein."
    ),
    Recognition.ASKED: gettext_lazy("Ein anerkannter Abschluss ist verlangt."),
    Recognition.NOT_NEEDED: gettext_lazy("Ein Abschluss ist nicht nötig."),
}
CRITERIA = {
    Criterion.RADIUS: gettext_lazy("Entfernung"),
    Criterion.REMOTE: gettext_lazy("von zu Hause"),
    Criterion.WORKING_TIME: gettext_lazy("Arbeitszeit"),
    Criterion.KIND: gettext_lazy("Art"),
    Criterion.PUBLIC_SERVICE: gettext_lazy("öffentlicher Dienst"),
    Criterion.LEVEL: gettext_lazy("Deutschkenntnisse"),
    Criterion.PUBLISHED: gettext_lazy("Datum"),
    Criterion.RECOGNITION: gettext_lazy("Anerkennung"),
}
STATES = {
    State.WAITING: gettext_lazy("wird gefragt"),
    State.LATE: gettext_lazy("zu spät"),
    State.BLOCKED: gettext_lazy("hat die Anfrage abgelehnt"),
    State.FAULTY: gettext_lazy("hat fehlerhaft geantwortet"),
    State.UNREACHABLE: gettext_lazy("ist nicht erreichbar"),
    State.RESTING: gettext_lazy("wird nach Fehlern eine Weile nicht gefragt"),
}
REASONS = {
    "robots": gettext_lazy("erlaubt das Durchsuchen nicht"),
    "per-minute": gettext_lazy("Grenze der Anfragen erreicht"),
    "per-day": gettext_lazy("Grenze der Anfragen erreicht"),
}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps"}


def direction(language: str) -> str:
    """Return "rtl" for Arabic and its neighbours, "ltr" for all others."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def either(words: list[str]) -> str:
    """Return "Vollzeit oder Teilzeit"."""
    return str(format_list(words, style="or", locale=local.language())) if words else ""


def facts(ad: Advertisement) -> tuple[str, ...]:
    """Return kind, working time, contract and place of work, as far as stated."""
    return tuple(str(fact) for fact in _facts(ad) if fact)


def _facts(ad: Advertisement) -> Iterator[str]:
    if ad.kind is not Kind.WORK:
        yield str(KINDS[ad.kind])
    yield ", ".join(one for one in (working_time(ad), hours(ad)) if one)
    if ad.contract is not None:
        yield str(CONTRACTS[ad.contract])
    if ad.remote in REMOTE:
        yield str(REMOTE[ad.remote])


def working_time(ad: Advertisement) -> str:
    return either(
        [str(word) for time, word in WORKING_TIMES.items() if time in ad.working_time]
    )


def hours(ad: Advertisement) -> str:
    """Return "30 Stunden pro Woche"."""
    if ad.hours is None:
        return ""
    words = ngettext(
        "%(hours)s Stunde pro Woche", "%(hours)s Stunden pro Woche", round(ad.hours)
    )
    return words % {"hours": local.number(ad.hours)}


def pay(salary: Salary | None) -> str:
    """Return "3.050 € bis 3.400 € im Monat (TV-L E 5)", or nothing where not typed."""
    if salary is None or salary.unit is None:
        return ""
    amount = _amount(salary)
    if not amount:
        return ""
    whole = _for_each(salary.unit) % {"pay": amount}
    return f"{whole} ({salary.group})" if salary.group else whole


def pay_published(salary: Salary | None) -> str:
    """Return the pay as published, where it is not understood as a sum."""
    if salary is None or pay(salary):
        return ""
    return salary.group or salary.published


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
    """Return "Chemnitz", or "Chemnitz, Leipzig +3" for an advertisement of many."""
    names = list(dict.fromkeys(place.name for place in places if place.name))
    more = f" +{len(names) - 2}" if len(names) > 2 else ""  # noqa: PLR2004
    return ", ".join(names[:2]) + more


def distance(km: float | None) -> str:
    """Return "1,8 km" near by, "13 km" from ten on."""
    if km is None:
        return ""
    text = local.number(km, 0 if km >= 10 else 1)  # noqa: PLR2004
    return _("%(number)s km") % {"number": text}


def age(published: date | None, today: date) -> str:
    """Return "heute", "gestern", "vor 9 Tagen"; nothing for a day yet to come."""
    if published is None or published > today:
        return ""
    days = (today - published).days
    near = {0: _("heute"), 1: _("gestern")}
    return near.get(days) or local.ago(days)


# ── what the portals did ───────────────────────────────────────────────────
def heading(answer: Answer) -> str:
    """Return "41 Stellen, aus 57 Anzeigen zusammengeführt"."""
    jobs, ads = len(answer.entries), answer.advertisements
    if not jobs and answer.complete:
        return _("Keine Stelle gefunden")
    head = ngettext("%(count)s Stelle", "%(count)s Stellen", jobs) % {
        "count": local.number(jobs)
    }
    return head + (_merged(ads) if ads > jobs else "")


def _merged(ads: int) -> str:
    words = ngettext(
        ", aus %(count)s Anzeige zusammengeführt",
        ", aus %(count)s Anzeigen zusammengeführt",
        ads,
    )
    return words % {"count": local.number(ads)}


def how_many_answered(answer: Answer, seconds: float) -> str:
    """Return "6 von 8 Portalen haben in 2 Sekunden geantwortet."."""
    asked = [one for one in answer.outcomes if one.state is not State.OFF]
    done = sum(one.state is State.ANSWERED for one in asked)
    values = {"count": done, "total": len(asked), "seconds": local.number(seconds)}
    if not answer.complete:
        so_far = ngettext(
            "Bisher hat %(count)s von %(total)s Portalen geantwortet.",
            "Bisher haben %(count)s von %(total)s Portalen geantwortet.",
            done,
        )
        return so_far % values
    words = ngettext(
        "%(count)s von %(total)s Portalen hat in %(seconds)s Sekunden geantwortet.",
        "%(count)s von %(total)s Portalen haben in %(seconds)s Sekunden geantwortet.",
        done,
    )
    return words % values


def numbers(outcome: Outcome) -> str:
    """Return "34 von 112" for a portal that has more, "3" for one that gave all."""
    answered = outcome.state is State.ANSWERED
    waiting = outcome.state is State.WAITING
    if waiting or (not answered and not outcome.shown):
        return ""
    if outcome.total is None or outcome.total <= outcome.shown:
        return local.number(outcome.shown)
    values = {
        "shown": local.number(outcome.shown),
        "total": local.number(outcome.total),
    }
    return _("%(shown)s von %(total)s") % values


def trouble(outcome: Outcome) -> str:
    """Return why a portal did not answer; nothing where it did."""
    if outcome.state not in STATES:
        return ""
    return str(REASONS.get(outcome.reason) or STATES[outcome.state])


def remarks(outcome: Outcome) -> tuple[str, ...]:
    """Return what else a reader should know of the answer of a portal."""
    return tuple(_remarks(outcome))


def _remarks(outcome: Outcome) -> Iterator[str]:
    if outcome.place_unknown:
        yield _("kennt den Ort nicht")
    if outcome.cannot:
        yield _cannot(outcome)
    if outcome.unstated:
        yield _without(outcome.unstated)
    if outcome.skipped:
        words = ngettext(
            "%(count)s Anzeige nicht lesbar",
            "%(count)s Anzeigen nicht lesbar",
            outcome.skipped,
        )
        yield words % {"count": local.number(outcome.skipped)}


def _cannot(outcome: Outcome) -> str:
    names = either([str(CRITERIA[one]) for one in outcome.cannot])
    return _("kann nicht filtern nach: %(names)s") % {"names": names}


def _without(count: int) -> str:
    words = ngettext(
        "%(count)s Anzeige ohne Angabe weggelassen",
        "%(count)s Anzeigen ohne Angabe weggelassen",
        count,
    )
    return words % {"count": local.number(count)}


# ── what is wrong with a query ─────────────────────────────────────────────
def problem(understood: Understood, query: Query) -> str:
    """Return what is wrong with the query, or what has to be said about it."""
    values = {"place": query.place, "count": LONGEST}
    sentences = {
        "empty": _("Bitte geben Sie einen Beruf oder einen Ort ein."),
        "too_long": _("Die Eingabe ist zu lang. Es gehen höchstens %(count)s Zeichen."),
        "unknown_place": _("Den Ort „%(place)s“ kennen wir nicht."),
        "unknown_postcode": _("Die Postleitzahl „%(place)s“ gibt es nicht."),
        "no_postcodes": _(
            "Postleitzahlen kennen wir hier noch nicht. "
            "Bitte schreiben Sie den Namen des Ortes."
        ),
    }
    sentence = sentences.get(understood.problem, "")
    return sentence % values if sentence else _unknown(understood)


def busy() -> str:
    """Return what is said where as many search as can."""
    return _(
        "Gerade suchen sehr viele Menschen. "
        "Bitte versuchen Sie es in ein paar Sekunden noch einmal."
    )


def _unknown(understood: Understood) -> str:
    if not understood.problem and understood.asked is not None:
        return ""
    return _("Diese Suche ist so nicht möglich.")
