"""Original addresses: the same page is the same, whoever linked to it."""

import re
from functools import lru_cache

TRACKING = re.compile(
    "(?:utm_.*|pk_.*|mtm_.*|mc_.*|piwik_.*|at_.*|gh_src|lever-source.*|gclid|fbclid"
    "|msclkid|track|tracking|trk|source|src|ref|referrer|referer|origin|via|partner"
    "|jobboard|channel|campaign|medium|sid|session|sessionid|display|lang|language"
    "|locale|hl|apply)(?:=|$)"
)  # says who sent the reader, or in what language the page is shown
FORM = re.compile(r"(?:(?:^|/)(?:c/new|apply|application|bewerben|bewerbung))+$")
LAST = "wyng\n"  # what the last sign of a path to a form can be
INDEX = re.compile(r"(?:^|/)(?:index|default)\.\w{3,4}$")
LONGEST = 600  # signs of an address that are compared
ROUTE = re.compile(r"!?/.*\d")  # "#/job/12" is a page, "#bewerben" a place on it
NUMBERED = re.compile(r"\d\d\d")  # most pages; what else is specific takes longer
NAMED = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+\.|(?:[-_][a-z0-9]+){2}")


@lru_cache(8192)
def addresses(url: str) -> frozenset[str]:
    """Return the one address that is compared, or none."""
    return frozenset(filter(None, (address(url),)))


def address(url: str) -> str:
    """Return what is left of an address when all is gone that is not the page.

    Returns "" for an address that does not name one advertisement: a home page, a list.
    """
    bare, _, fragment = url.strip()[:LONGEST].partition("#")
    bare, _, query = bare.lower().rpartition("://")[2].partition("?")
    host, slash, path = bare.partition("/")
    page = _path(path) + _query(query) + _route(fragment)
    host = host.removeprefix("www.").removeprefix("m.").partition(":")[0]
    return host + slash + page if host and _is_specific(page) else ""


def _is_specific(page: str) -> bool:
    return bool(NUMBERED.search(page) or NAMED.search(page))


def _path(path: str) -> str:
    """Return a path without what leads on to the form on the same page."""
    path = path.rstrip("/")
    if path[-1:] in LAST:
        path = FORM.sub("", path)
    if "index." in path or "default." in path:
        path = INDEX.sub("", path)
    return path.rstrip("/")


def _query(query: str) -> str:
    """Return the parts of a query that name the page, in one order."""
    if not query:
        return ""
    kept = [part for part in query.split("&") if not TRACKING.match(part)]
    return "?" + "&".join(sorted(kept)) if kept else ""


def _route(fragment: str) -> str:
    routed = fragment and ROUTE.fullmatch(fragment)
    return "#" + fragment.lower() if routed else ""
