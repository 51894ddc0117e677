"""One advertisement with all that its portal says, and the page about the portals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from msgspec import structs

from reihum.formats.job_posting import html_of
from reihum.jobs import address
from reihum.jobs.model import Advertisement, Recognition
from reihum.jobs.sources import BY_KEY
from reihum.jobs.sources.source import Way
from reihum.look.languages import in_all_languages
from reihum.look.parts import local
from reihum.look.search_words import source_name
from reihum.public import jobs_entries as entries
from reihum.public import jobs_page
from reihum.public import jobs_words as words
from reihum.public.jobs_asked import own, query_of_request, wants_json
from reihum.public.jobs_busy import in_a_place
from reihum.public.jobs_terms import TERMS, Term, anchors
from reihum.reads.clock import today
from reihum.reads.jobs import job_search

LONGEST_KEY = 300
# Their terms leave only a link to their own search.
ELSEWHERE = (
    ("StepStone", "https://www.stepstone.de/"),
    ("Indeed", "https://de.indeed.com/"),
    ("LinkedIn", "https://www.linkedin.com/jobs/"),
    ("XING", "https://www.xing.com/jobs"),
)
# Whose the list of places is: its licence wants the source named, and itself.
PLACES_FROM = (
    ("GeoNames", "https://www.geonames.org/"),
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
)
kept_by_nobody = cache_control(private=True, no_store=True)


def names_one(request: HttpRequest) -> bool:
    """Return whether the address says which advertisement is meant."""
    return bool(request.GET.get("id"))


@in_all_languages
@require_safe
@kept_by_nobody
@in_a_place(names_one, wants_json)
def job(request: HttpRequest) -> HttpResponse:
    """Show one advertisement: facts, text, explanations, where to apply."""
    found = find(_keys(request))
    if not found:
        return _gone(request)
    best, *copies = found
    way = _back(request)
    context = jobs_page.around(request, best.title, below=True, **way)
    return jobs_page.page(request, "job", context | told(best, *copies) | way)


def _keys(request: HttpRequest) -> tuple[str, ...]:
    """Return the keys of an advertisement and of its copies, one of each portal.

    An address may hold anything. Nothing of it is shown: what has such a key is looked
    up, and what is not found is left out.
    """
    given = [request.GET.get("id", ""), *request.GET.getlist(entries.ALSO)]
    first: dict[str, str] = {}
    for key in given[: entries.MOST_COPIES + 1]:
        if 0 < len(key) <= LONGEST_KEY and key.isprintable():
            first.setdefault(key.partition(":")[0], key)
    return tuple(first.values())


def find(keys: Sequence[str]) -> tuple[Advertisement, ...]:
    """Return those of the advertisements that are there, ours or those of portals.

    Only the portal of the first is asked for all that it says.
    """
    mine = {one.key: one for one in own(today())}
    search = job_search()
    first = [search.details(key) for key in keys[:1] if key not in mine]
    there = [*first, *search.kept([key for key in keys[1:] if key not in mine])]
    found = mine | {one.key: one for one in there if one is not None}
    return tuple(found[key] for key in keys if key in found)


def told(ad: Advertisement, *copies: Advertisement) -> dict[str, Any]:
    """Return what the page of one advertisement says, and where else it stands.

    It was published when it first appeared anywhere, as the list says of it.
    """
    appeared = [one.published for one in (ad, *copies) if one.published]
    ad = structs.replace(ad, published=min(appeared, default=None))
    return {
        "ad": ad,
        "text": mark_safe(html_of(ad.text)),  # noqa: S308  (escaped)
        "doors": doors((ad, *copies)),
        "dir": words.direction(ad.lang),
        "who": entries.who(ad),
        "level": words.level(ad),
        "bars": entries.bars(ad),
        "facts": _facts(ad),
        "terms": terms_in(ad),
        "qualification": _qualification(ad),
        "pay_published": words.pay_published(ad.salary),
        "regulated": ad.recognition in (Recognition.REGULATED, Recognition.ASKED),
    }


def doors(ads: Iterable[Advertisement]) -> tuple[entries.Door, ...]:
    """Return where to apply; what a portal gives may be no address at all."""
    return tuple(
        entries.Door(source_name(ad.source), url)
        for ad in ads
        if (url := entries.safe(ad.url))
    )


def _facts(ad: Advertisement) -> list[tuple[str, str]]:
    rows = (
        (_("Arbeitszeit"), local.listed(words.facts(ad))),
        (_("Bezahlung"), words.pay(ad.salary)),
        (_("Beginn"), local.day(ad.starts) if ad.starts else ""),
        (_("Veröffentlicht"), words.age(ad.published, today())),
        (_("Bewerben bis"), local.day(ad.deadline) if ad.deadline else ""),
        (_("Anerkennung"), _recognition(ad)),
        (_("Art"), _("öffentlicher Dienst") if ad.public_service else ""),
    )
    return [row for row in rows if row[1]]


def _qualification(ad: Advertisement) -> str:
    """Return which one is asked for; our own say it at length, in their text."""
    source = BY_KEY.get(ad.source)
    ours = source is not None and source.way is Way.OWN
    return "" if ours else ad.qualification


def _recognition(ad: Advertisement) -> str:
    return "" if ad.recognition is None else str(words.RECOGNITION[ad.recognition])


def terms_in(ad: Advertisement) -> list[Term]:
    """Return the explanations of the words in an advertisement, and of its facts."""
    text, facts = f"{ad.title} {ad.text}".casefold(), set(anchors(ad))
    return [
        term
        for term in TERMS
        if term.anchor in facts
        or any(word.strip().casefold() in text for word in term.word.split(","))
    ]


def _back(request: HttpRequest) -> dict[str, str]:
    query = query_of_request(request)
    text = address.text_of(query)
    search = reverse("public:job_search")
    return {"back": f"{search}?{text}" if text else search}


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that it is not found: only what a search of late has found is known."""
    words_ = {
        "heading": _("Diese Anzeige finden wir gerade nicht"),
        "sentence": _(
            "Vielleicht ist Ihre Suche schon länger her: Suchen Sie noch einmal. "
            "Vielleicht ist auch die Stelle besetzt oder die Anzeige abgelaufen."
        ),
    }
    return _said(request, words_, 404)


def _said(request: HttpRequest, said: dict[str, str], status: int) -> HttpResponse:
    way = _back(request)
    context = jobs_page.around(request, said["heading"], below=True, **way)
    return jobs_page.page(request, "said", context | said | way, status)


@dataclass(frozen=True, slots=True)
class Asked:
    """A portal that is asked: its name, its own page."""

    name: str
    site: str


@in_all_languages
@require_safe
def portals(request: HttpRequest) -> HttpResponse:
    """Show which portals are asked, what they are told, and which are not asked."""
    context = jobs_page.around(request, _("Welche Portale wir fragen"), below=True)
    words_ = {
        "asked": asked(), "elsewhere": ELSEWHERE, "places_from": PLACES_FROM
    }  # fmt: skip
    return jobs_page.page(request, "portals", context | words_)


def asked() -> list[Asked]:
    """Return the portals that are switched on, and have all that they need."""
    given = job_search().config.sources
    return [
        Asked(source.name, entries.safe(source.site))
        for key, source in BY_KEY.items()
        if source.way is not Way.OWN
        and key in given
        and given[key].on
        and not source.missing(given[key])
    ]
