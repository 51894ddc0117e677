"""The register of resolutions, and one resolution with its vote as released."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.public.frame import Here, missing, of_body, page
from reihum.public.mandates import ChainStep, shown_chain
from reihum.public.words import (
    and_list,
    citation,
    dated,
    headline,
    land,
    short_name,
    submitted_by,
    sure,
    untagged,
)
from reihum.reads.about import BodyRow
from reihum.reads.clock import today
from reihum.reads.published import InContext, Published, published
from reihum.reads.register import register as register_of
from reihum.reads.results import Origin
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.explain import Reason, explain
from reihum.rules.facts import Certainty, Procedure
from reihum.rules.release import PART_NAMES
from reihum.rules.verdict import verdict
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text, capital, listed

SHOWN = ("yes", "no", "abstain")


@of_body
def register(request: HttpRequest, body: BodyRow) -> HttpResponse:
    q = request.GET.get("q", "").strip()
    year, conference = _number(request, "jahr"), _number(request, "konferenz")
    found = register_of(
        body.slug,
        STRANGER,
        q=q,
        year=year,
        conference=conference,
        page=_number(request, "seite") or 1,
    )
    asked = {"q": q, "jahr": year or "", "konferenz": conference or ""}
    words = {
        "found": found,
        "q": q,
        "year": year,
        "conference": conference,
        "conferences": [(number, short_name(number)) for number in found.conferences],
        "query": {key: str(value) for key, value in asked.items() if value},
        "narrowed": any(asked.values()),
    }
    here = Here("resolutions", _("Beschlüsse"))
    return page(request, body, "register", here, words)


def _number(request: HttpRequest, name: str) -> int | None:
    """Return a number of the query; what is none narrows nothing."""
    return whole(request.GET.get(name, ""))


@of_body
def resolution(request: HttpRequest, body: BodyRow, key: str) -> HttpResponse:
    found = found_or_404(body, key)
    row = found.resolution
    words = {
        "row": row,
        "headline": headline(row),
        "submitted": submitted_by(row.submitters),
        "vote": _vote(row),
        "statements": [(land(code), text) for code, text in row.statements],
        "marks": {code: f"#erklaerung-{code}" for code, _text in row.statements},
        "steps": _steps(found, body.slug),
        "before": found.before,
        "after": found.after,
        "citation": citation(body, row, address_of(request, body, key)),
        "facts": _facts(row),
        "first_anchor": _first_anchor(row),
        "without": _without(row),
    }
    above = ((_("Beschlüsse"), reverse("public:resolutions", args=[body.slug])),)
    here = Here("resolutions", row.key if row.number else row.title, above)
    return page(request, body, "resolution", here, words)


def _first_anchor(row: Published) -> str:
    """Return an example of the addresses of single numbers: "z1"."""
    number = next((p.number for p in row.text if p.level == 1), "")
    return f"z{number.strip('. ')}" if number else ""


def _without(row: Published) -> Text | None:
    report = row.told.report
    return and_list(report.no_consent) if report and report.no_consent else None


def found_or_404(body: BodyRow, key: str) -> InContext:
    found = published(body.slug, key, STRANGER)
    if found is None:
        missing(
            f"Unter der Kennung „{key}“ ist kein Beschluss der {body.short} "
            "veröffentlicht.",
            f"No resolution of the {body.short} is published as “{key}”.",
        )
    return found


def address_of(request: HttpRequest, body: BodyRow, key: str) -> str:
    """Return the address that stays, whatever language the page is read in."""
    return request.build_absolute_uri(f"/{body.slug}/beschluesse/{key}/")


@dataclass(frozen=True, slots=True)
class VoteShown:
    """How a vote is told: `reasons` explain it, `assumed` is what no source gives."""

    verdict: Text
    reasons: tuple[Reason, ...] = ()
    assumed: tuple[Text, ...] = ()
    needed: int | None = None
    kinds: str = ""


def _vote(row: Published) -> VoteShown:
    outcome = row.told.outcome
    if outcome is None:
        words = row.told.words
        return VoteShown(Text(capital(words.de), capital(words.en)), kinds=_kinds(row))
    reasons = explain(outcome)
    return VoteShown(
        verdict(outcome),
        tuple(one for one in reasons if one.kind != "assumed"),
        tuple(untagged(one.text) for one in reasons if one.kind == "assumed"),
        outcome.needed,
        _kinds(row),
    )


def _kinds(row: Published) -> str:
    """Return which signs the key below the map has to explain."""
    cast = set((row.told.votes or {}).values())
    return " ".join([*SHOWN, *sorted(cast - {*SHOWN}, reverse=True)])


def _steps(found: InContext, body: str) -> list[ChainStep]:
    """Return what became of a resolution, in the order of time."""
    row = found.resolution
    steps = [step for chain in found.chains for step in chain.steps]
    told = any(step.resolution == row.key for step in steps)
    done = [] if told else [ChainStep(row.begins, _how(row), ends=row.ends)]
    if row.published_at is not None and row.told.outcome is not None:
        day = PartialDate.of(localtime(row.published_at).date())
        done.append(ChainStep(day, _released(row)))
    waiting: list[ChainStep] = []
    for chain in found.chains:
        shown = shown_chain(chain, today(), body).steps
        done += [step for step in shown if not step.due]
        waiting += [step for step in shown if step.due]
    done.sort(key=lambda step: str(step.when))
    return [*done, *waiting]


def _how(row: Published) -> str:
    if row.procedure is Procedure.CIRCULAR:
        return _("Beschlossen im Umlaufverfahren")
    if row.conference is None:
        return _("Beschlossen")
    held = said(short_name(row.conference))
    if row.told.origin is Origin.NONE:
        return _("Behandelt: %(conference)s") % {"conference": held}
    return _("Beschlossen: %(conference)s") % {"conference": held}


def _released(row: Published) -> str:
    names = listed(said(PART_NAMES[part]) for part in row.released)
    return _("Freigegeben: %(parts)s") % {"parts": said(names)}


def _facts(row: Published) -> list[tuple[str, str]]:
    """Return the facts of the margin; what is not known is left out or said."""
    return [
        (_("Kennung"), row.key),
        (_("Verfahren"), _procedure(row)),
        (_("Vorsitz"), said(land(row.chair)) if row.chair else ""),
        (_("Niederschrift"), "" if row.page is None else _page(row.page)),
        (_("Freigegeben"), _when_released(row)),
        (
            _("Angaben"),
            "" if row.certainty is Certainty.SOURCED else said(sure(row.certainty)),
        ),
    ]


def _page(number: int) -> str:
    return _("Seite %(page)s") % {"page": number}


def _procedure(row: Published) -> str:
    if row.procedure is Procedure.SESSION:
        return _("Sitzung")
    if row.began is None:
        return _("Umlauf")
    begins = said(in_words(PartialDate.of(localtime(row.began).date())))
    ends = said(dated(row))
    return _("Umlauf, %(begins)s bis %(ends)s") % {"begins": begins, "ends": ends}


def _when_released(row: Published) -> str:
    """Old resolutions were released elsewhere, and nobody knows when.

    Where printed minutes give the result, they also say which parts are released.
    """
    if row.number and row.told.report is not None:
        return said(listed(said(PART_NAMES[part]) for part in row.released))
    if row.published_at is None or row.told.outcome is None:
        return ""
    return said(in_words(PartialDate.of(localtime(row.published_at).date())))


urls = [
    path("<slug:body>/beschluesse/", register, name="resolutions"),
    path("<slug:body>/beschluesse/<key:key>/", resolution, name="resolution"),
]
