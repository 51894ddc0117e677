"""Original addresses: the same page is the same, whoever linked to it."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

TRACKING = re.compile(
    "utm_.*|pk_.*|mtm_.*|mc_.*|piwik_.*|at_.*|gh_src|lever-source.*|gclid|fbclid"
    "|msclkid|track|tracking|trk|source|src|ref|referrer|referer|origin|via|partner"
    "|jobboard|channel|campaign|medium|sid|session|sessionid|display|lang|language"
    "|locale|hl|apply"
)  # says who sent the reader, or in what language the page is shown
FORM = re.compile(r"(?:/(?:c/new|apply|application|bewerben|bewerbung))+$")
INDEX = re.compile(r"/(?:index|default)\.\w{3,4}$")
ROUTE = re.compile(r"!?/.*\d")  # "#/job/12" is a page, "#bewerben" a place on it
SPECIFIC = re.compile(r"\d{3}|[a-z0-9]+(?:[-_][a-z0-9]+)+\.|(?:[-_][a-z0-9]+){2}")


@lru_cache(8192)
def address(url: str) -> str:
    """Return what is left of an address when all is gone that is not the page.

    Returns "" for an address that does not name one advertisement: a home page, a list.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    path = INDEX.sub("", FORM.sub("", parts.path.rstrip("/").lower())).rstrip("/")
    page = path + _query(parts.query) + _route(parts.fragment)
    return host + page if host and SPECIFIC.search(page) else ""


def _query(query: str) -> str:
    pairs = parse_qsl(query, max_num_fields=None)
    kept = sorted(pair for pair in pairs if not TRACKING.fullmatch(pair[0].lower()))
    return "".join(f"?{name}={value}" for name, value in kept)


def _route(fragment: str) -> str:
    return "#" + fragment.lower() if ROUTE.fullmatch(fragment) else ""
