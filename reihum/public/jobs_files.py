"""A search to take along: as JSON, as a table, as a feed.

The form of the JSON is written down in `docs/stellensuche-json.md`.
"""

import csv as tables
import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from reihum.jobs import address
from reihum.jobs.answer import Answer, Facet, Outcome, State
from reihum.jobs.model import Entry
from reihum.jobs.query import PAGE_SIZE, Asked, Order
from reihum.look.languages import in_all_languages
from reihum.look.own_jobs import whole
from reihum.look.parts import local
from reihum.public import jobs_entries as entries
from reihum.public import jobs_page
from reihum.public import jobs_sentences as sentences
from reihum.public import jobs_words as words
from reihum.public.jobs_asked import (
    Search,
    is_machine,
    query_of_request,
    search_of,
    typed,
)
from reihum.public.jobs_busy import in_a_place
from reihum.public.jobs_json import Problem, json_of
from reihum.public.jobs_stream import one_at_a_time
from reihum.reads.jobs import job_search

MOST_ROWS = 1000  # of a table
MOST_NEWS = 50  # of a feed
# A spreadsheet takes a cell that begins so for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Atom wants to know when an entry changed: nobody said it, so it never did.
NEVER = date(1970, 1, 1)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
kept_by_nobody = cache_control(private=True, no_store=True)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A search as JSON."""

    query: str
    asked: Asked
    problem: str
    places: tuple[str, ...]
    occupation: str
    also: tuple[str, ...]
    regulated: tuple[str, ...]
    demonstration: bool
    total: int
    advertisements: int
    page: int
    pages: int
    page_size: int
    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    lands: dict[str, int]
    sources: tuple[Outcome, ...]


def as_json(request: HttpRequest, search: Search) -> HttpResponse:
    """Return the same page of the list that a person is shown."""
    if not search.asks:
        return refused(search)
    return json_of(written(search, search.answer(), site_of(request)))


def site_of(request: HttpRequest) -> str:
    """Return what stands before the paths of this installation."""
    return f"{request.scheme}://{request.get_host()}"


def written(search: Search, answer: Answer, site: str) -> Written:
    query, understood = search.query, search.understood
    assert understood.asked is not None  # noqa: S101  (`as_json` has seen to it)
    return Written(
        query=address.text_of(query),
        asked=understood.asked,
        problem=understood.problem,
        places=understood.places,
        occupation=understood.occupation,
        also=understood.also,
        regulated=understood.regulated,
        demonstration=job_search().config.standins,
        total=len(answer.entries),
        advertisements=answer.advertisements,
        page=entries.page_of(answer, query),
        pages=entries.total_pages(answer),
        page_size=PAGE_SIZE,
        entries=tuple(addressed(one, site) for one in entries.cut(answer, query)),
        facets=answer.facets,
        lands=dict(answer.lands),
        sources=tuple(one for one in answer.outcomes if one.state is not State.OFF),
    )


def addressed(entry: Entry, site: str) -> Entry:
    """Return an entry whose addresses can be followed from anywhere."""
    offers = tuple(replace(one, url=whole(one.url, site)) for one in entry.offers)
    best = replace(entry.best, url=whole(entry.best.url, site))
    return replace(entry, best=best, offers=offers)


def refused(search: Search) -> HttpResponse:
    """Say as JSON why nothing can be asked."""
    understood = search.understood
    sentence = sentences.problem(understood, search.query)
    told = Problem(error=sentence, problem=understood.problem, places=understood.places)
    return json_of(told, 422)


# ── table ──────────────────────────────────────────────────────────────────
@in_all_languages
@require_safe
@kept_by_nobody
@in_a_place(typed, is_machine)
def csv(request: HttpRequest) -> HttpResponse:
    """Return the whole list as a table that German spreadsheets open by a click."""
    search = search_of(query_of_request(request))
    if not search.asks:
        return refused(search)
    file = HttpResponse(
        table(search.answer(), request.build_absolute_uri),
        content_type="text/csv; charset=utf-8",
    )
    # In a demonstration the table itself is marked: it is passed on without its page.
    name = "stellen-vorfuehrung" if job_search().config.standins else "stellen"
    file.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return file


@one_at_a_time
def table(answer: Answer, absolute: Callable[[str], str]) -> str:
    """Return the rows, led by the mark by which Excel knows UTF-8.

    `absolute` makes a whole address of a path of this installation.
    """
    text = io.StringIO()
    rows = tables.writer(text, delimiter=";")
    rows.writerow(_columns())
    names = {one.source: one.name for one in answer.outcomes}
    for entry in answer.entries[:MOST_ROWS]:
        rows.writerow([harmless(cell) for cell in _cells(entry, names, absolute)])
    return "\ufeff" + text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _columns() -> tuple[str, ...]:
    return (
        _("Stelle"), _("Arbeitgeber"), _("Ort"), _("Entfernung"), _("Arbeitszeit"),
        _("Bezahlung"), _("Deutschkenntnisse"), _("Veröffentlicht"),
        _("Bewerben bis"), _("Portale"), _("Adresse"), _("Kennung"),
    )  # fmt: skip


def _cells(
    entry: Entry, names: dict[str, str], absolute: Callable[[str], str]
) -> Iterator[str]:
    ad = entry.best
    yield ad.title
    yield ad.employer
    yield local.listed(f"{one.postcode} {one.name}".strip() for one in ad.places)
    yield words.distance(entry.distance_km)
    yield local.listed(words.facts(ad))
    yield words.pay(ad.salary) or words.pay_published(ad.salary)
    yield "" if ad.level is None else ad.level.name
    yield _iso(ad.published)
    yield _iso(ad.deadline)
    yield local.listed(
        dict.fromkeys(names.get(one.source, one.source) for one in entry.offers)
    )
    url = entries.safe(ad.url)
    yield absolute(url) if url else ""
    yield entry.key


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


# ── feed ───────────────────────────────────────────────────────────────────
@in_all_languages
@require_safe
@kept_by_nobody
@in_a_place(typed, is_machine)
def atom(request: HttpRequest) -> HttpResponse:
    """Return the newest jobs as an Atom feed; a job keeps its id."""
    query = replace(query_of_request(request), order=Order.NEWEST, page=1)
    search = search_of(query)
    if not search.asks:
        return refused(search)
    feed = _feed(request, search)
    for entry in search.answer().entries[:MOST_NEWS]:
        _add(feed, request, entry)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _feed(request: HttpRequest, search: Search) -> Atom1Feed:
    page = f"{reverse('public:job_search')}?{address.text_of(search.query)}"
    mark = f"{_('Vorführung.')} " if job_search().config.standins else ""
    return Atom1Feed(
        title=mark + clean(jobs_page.title_of(search.query)),
        link=request.build_absolute_uri(page),
        description="",
        author_name=jobs_page.publisher(),
        language=get_language() or "de",
        feed_url=request.build_absolute_uri(),
    )


def _add(feed: Atom1Feed, request: HttpRequest, entry: Entry) -> None:
    ad = entry.best
    said = (entries.who(ad), *words.facts(ad), words.pay(ad.salary), words.level(ad))
    feed.add_item(
        title=clean(ad.title),
        link=request.build_absolute_uri(entries.safe(ad.url) or feed.feed["link"]),
        description=clean(" · ".join(one for one in said if one)),
        author_name=clean(ad.employer) or None,
        pubdate=_moment(ad.published),
        updateddate=_moment(ad.changed or ad.published or NEVER),
        unique_id=f"tag:{request.get_host().partition(':')[0]},2026:{clean(entry.key)}",
    )


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None


def clean(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return NOT_IN_XML.sub("", text)
