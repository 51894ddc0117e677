"""What the job search says of the portals, of the list, and of a query.

Everything comes back in the language of the page.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reihum.jobs.answer import Answer, Outcome, State
from reihum.jobs.query import LONGEST, Criterion, Query, Understood
from reihum.jobs.sources import BY_KEY
from reihum.jobs.sources.source import Way
from reihum.look.parts import local
from reihum.reads.clock import today

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
    "at-once": gettext_lazy("Grenze der Anfragen erreicht"),
    "per-minute": gettext_lazy("Grenze der Anfragen erreicht"),
    "per-day": gettext_lazy("Grenze der Anfragen erreicht"),
}


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
    """Return "6 von 8 Portalen haben in 2 Sekunden geantwortet.".

    Where no portal is switched on, that is said: nobody must think that all were asked.
    """
    asked = [one for one in answer.outcomes if one.state is not State.OFF]
    if asked and all(_is_own(one) for one in asked):
        return _("Hier suchen wir nur in eigenen Anzeigen, in keinem anderen Portal.")
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


def _is_own(outcome: Outcome) -> bool:
    source = BY_KEY.get(outcome.source)
    return source is not None and source.way is Way.OWN


def numbers(outcome: Outcome) -> str:
    """Return "34 von 112" for a portal that has more, "3" for one that gave all.

    What a portal gives without being asked a question is no number of finds.
    """
    answered = outcome.state is State.ANSWERED
    waiting = outcome.state is State.WAITING
    if waiting or (not answered and not outcome.shown):
        return ""
    searched = outcome.source in BY_KEY and BY_KEY[outcome.source].way is Way.SEARCH
    if not searched or outcome.total is None or outcome.total <= outcome.shown:
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
    if outcome.state is State.ANSWERED and outcome.reason:
        yield _not_all(outcome.reason)
    if outcome.days_old:
        day = today() - timedelta(days=outcome.days_old)
        yield _("Stand: %(day)s") % {"day": local.day(day)}
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


def _not_all(reason: str) -> str:
    """Return what is said where a later page, or one employer of many, failed."""
    if reason == "timeout":
        return _("nicht alles kam rechtzeitig")
    return _("die Antwort ist nicht vollständig")


def _cannot(outcome: Outcome) -> str:
    names = local.either(tuple(str(CRITERIA[one]) for one in outcome.cannot))
    return _("kann nicht filtern nach: %(names)s") % {"names": names}


def we_filter(criterion: Criterion, *, none: bool) -> str:
    """Say that we filter where portals cannot; their names follow, unless none can."""
    words = (
        _("%(criterion)s: Danach kann kein Portal filtern, wir tun es selbst.")
        if none
        else _(
            "%(criterion)s: Danach filtern wir selbst, diese Portale können es nicht:"
        )
    )
    return words % {"criterion": CRITERIA[criterion]}


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
        "unknown_place": _(
            "Den Ort „%(place)s“ kennen wir nicht. Wir suchen nur in Deutschland."
        ),
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
