"""What stands around every public page, and the way in that all of them share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, NoReturn, ParamSpec

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.frame import Group, Link, PublicFrame
from reihum.public import spoken
from reihum.public.words import laender_of
from reihum.reads.about import BodyRow, about
from reihum.reads.chairs import chair_of
from reihum.reads.clock import today
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, BodyRow, P], HttpResponse]


@dataclass(frozen=True, slots=True)
class Here:
    """Where a page stands: its entry in the navigation, and the path that leads to it.

    `path` are (label, address) of the pages above it, below the body's own.
    """

    nav: str
    title: str | Promise
    path: tuple[tuple[str | Promise, str], ...] = ()


def of_body(view: View[P]) -> Callable[..., HttpResponse]:
    """Hand a view the body that its address names, or say that there is none."""

    @wraps(view)
    def shown(
        request: HttpRequest, body: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        return view(request, body_or_404(body), *args, **kwargs)

    return shown


def body_or_404(slug: str) -> BodyRow:
    found = about(slug, STRANGER)
    if found is None:
        missing(
            f"Eine Konferenz mit dem Kürzel „{slug}“ gibt es hier nicht.",
            f"There is no conference called “{slug}” here.",
        )
    return found


def missing(de: str, en: str) -> NoReturn:
    """Answer 404, and say in a sentence what there is not."""
    raise Http404(said(Text(de, en)))


def page(
    request: HttpRequest,
    body: BodyRow,
    template: str,
    here: Here,
    context: dict[str, Any],
) -> HttpResponse:
    """Render a public page inside its frame."""
    around = frame(request, body, here)
    words = {"frame": around, "body": body, "title": here.title, **context}
    return render(request, f"public/{template}.html", words)


def frame(request: HttpRequest, body: BodyRow, here: Here) -> PublicFrame:
    """Return the frame: one query, besides those that found the body."""
    day = today()
    chair = chair_of(body.slug, day) or ""
    name = said(body.name_on(day))
    shown, more = spoken.switch(request)
    return PublicFrame(
        short=body.short,
        name=name,
        home=home_of(body.slug),
        today=day,
        chair=chair,
        languages=shown,
        more_languages=more,
        crumbs=_crumbs(body, here),
        publisher=spoken.publisher(body.slug, name, chair),
        demo=body.demo or settings.REIHUM_DEMO,
        **(_whole(body, here) if spoken.complete() else _part(body, name, here)),
    )


def _whole(body: BodyRow, here: Here) -> dict[str, Any]:
    """Return what leads to pages in German and English."""
    return {
        "strapline": said(laender_of(body)),
        "nav": _nav(body, here),
        "footer": _footer(body),
    }


def _part(body: BodyRow, name: str, here: Here) -> dict[str, Any]:
    """Return what there is in a language that only some pages speak."""
    on_jobs = here.nav == "jobs"
    return {
        "nav": spoken.nav(name, home_of(body.slug), on_jobs=on_jobs),
        "lang": "de",
        "machine_translated": True,
    }


def home_of(slug: str) -> str:
    """Return a body's first page: "/" for the one that this installation is for."""
    if slug == settings.REIHUM_BODY:
        home = reverse("public:home")
    else:
        home = reverse("public:body", args=[slug])
    return home if spoken.complete() else spoken.german(home)


def _nav(body: BodyRow, here: Here) -> tuple[Link, ...]:
    entries = (
        ("conferences", _("Konferenzen"), body.has_conferences),
        ("resolutions", _("Beschlüsse"), body.has_resolutions),
        ("mandates", _("Aufträge"), body.has_mandates),
        ("chairs", _("Vorsitz"), True),
        ("members", _("Mitglieder"), True),
        ("body", _("Über die Konferenz"), True),
    )
    pages = tuple(
        Link(label, reverse(f"public:{name}", args=[body.slug]), name == here.nav)
        for name, label, there in entries
        if there
    )
    ours = body.slug == settings.REIHUM_BODY
    return (*pages, spoken.jobs(current=here.nav == "jobs")) if ours else pages


def _crumbs(body: BodyRow, here: Here) -> tuple[Link, ...]:
    if here.nav == "home":
        return ()
    above = (Link(label, url) for label, url in here.path)
    return (Link(body.short, home_of(body.slug)), *above, Link(here.title, ""))


def _footer(body: BodyRow) -> tuple[Group, ...]:
    calendar = reverse("api:calendar", args=[body.slug])
    take = (
        (Link(_("Termine als Kalender"), calendar, note=".ics"),)
        if body.has_conferences
        else ()
    )
    office = Link(_("Anmelden"), f"{reverse('public:home')}buero/")
    groups = (
        Group(_("Mitnehmen"), take),
        Group(_("Für Geschäftsstelle und Länder"), (office,)),
    )
    return tuple(group for group in groups if group.links)
