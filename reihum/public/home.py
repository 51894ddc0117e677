"""The first page: what comes next, who has the chair, what was decided last."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.public.chairs import chairs_of
from reihum.public.frame import Here, missing, page
from reihum.public.mandates import shown_chain
from reihum.public.words import conference_name, quoted, when_and_where
from reihum.reads.about import BodyRow, all_bodies
from reihum.reads.chains import Chain, chains_of
from reihum.reads.clock import today
from reihum.reads.conferences import ConferenceRow, next_conference
from reihum.reads.register import register
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text

NEWEST = 5
STEPS = 5


def home(request: HttpRequest) -> HttpResponse:
    bodies = all_bodies(STRANGER)
    body = next((row for row in bodies if row.slug == settings.REIHUM_BODY), None)
    if body is None:
        missing(
            "Hier ist noch keine Konferenz eingerichtet.",
            "No conference has been set up here yet.",
        )
    coming = next_conference(body.slug, today())
    name = body.name_on(today())
    words = {
        "coming": coming,
        "heading": conference_name(coming.number, name)
        if coming is not None and coming.number
        else name,
        "when_and_where": None if coming is None else when_and_where(coming),
        "motto": None if coming is None else quoted(coming.motto),
        "dates": () if coming is None else _dates(coming),
        "chairs": chairs_of(body.slug, today()),
        "newest": register(body.slug, STRANGER, size=NEWEST),
        "chain": _longest(chains_of(body.slug, STRANGER), body.slug),
        "others": [(row, _name(row)) for row in bodies if row != body],
    }
    return page(request, body, "home", Here("home", said(name)), words)


def _name(row: BodyRow) -> Text:
    return row.name_on(today())


def _dates(coming: ConferenceRow) -> list[tuple[PartialDate, PartialDate | None, str]]:
    """Return the three dates of the year that everybody asks for."""
    motions = coming.deadline("motions")
    dates: list[tuple[PartialDate, PartialDate | None, str]] = []
    if motions is not None:
        day = PartialDate.of(motions.day)
        dates.append((day, None, _("Anmeldeschluss für Anträge")))
    dates += [
        (other.begins, other.ends, _("Vorkonferenz der Fachebene"))
        for other in coming.others
        if other.kind is ConferenceKind.PREPARATORY
    ]
    return [*dates, (coming.begins, coming.ends, _("Hauptkonferenz"))]


def _longest(chains: tuple[Chain, ...], body: str) -> dict[str, object] | None:
    """Show the chain with the longest history: it says most about the conference."""
    if not chains:
        return None
    chain = max(chains, key=lambda one: len(one.steps))
    shown = shown_chain(chain, today(), body)
    return {"subject": chain.subject, "steps": shown.steps[-STEPS:]}


urls = [path("", home, name="home")]
