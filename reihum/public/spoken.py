"""The part of the frame that speaks every language, not only German and English."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.frame import Link
from reihum.look.languages import ALL, COMPLETE, PLAIN, speaks
from reihum.public.words import land

# These stand in the switch as they are, the others behind "weitere".
FIRST = ("de", PLAIN, "en", "ar")


def complete() -> bool:
    """Return whether the whole house speaks the language of this page."""
    return get_language() in COMPLETE


def jobs(*, current: bool) -> Link:
    return Link(_("Jobs"), reverse("public:job_search"), current)


def nav(name: str, home: str, *, on_jobs: bool) -> tuple[Link, ...]:
    """Return what speaks the reader's language, and the way to what speaks German."""
    return (jobs(current=on_jobs), Link(name, german(home), lang="de"))


def german(address: str) -> str:
    """Return the German address of a page."""
    return translate_url(address, "de")


def switch(request: HttpRequest) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the languages of this page: those shown, and those behind "weitere"."""
    address, here, now = request.get_full_path(), request.resolver_match, get_language()
    links = [
        Link(name, translate_url(address, code), code == now, code)
        for code, name in ALL
        if here is None or speaks(here.func, code)
    ]
    shown = tuple(one for one in links if one.lang in FIRST or one.current)
    return shown, tuple(one for one in links if one not in shown)


def publisher(body: str, name: str, chair: str) -> str:
    """Return who publishes; only the body that this installation is for does so."""
    if body != settings.REIHUM_BODY:
        return ""
    if not chair:
        return _("Geschäftsstelle der %(name)s") % {"name": name}
    words = {"name": name, "land": said(land(chair))}
    return _("Geschäftsstelle der %(name)s beim vorsitzenden Land %(land)s") % words
