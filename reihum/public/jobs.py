"""The job search: a page that begins at once and ends when the portals have answered.

Without a script the browser shows frame and form at once, and the list when it is
complete. With `look/js/jobs.js` it also shows the list as it grows: each state of it
comes as an inert `<template>`, and the complete list replaces the last of them.
"""

import logging
from collections.abc import Generator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from reihum.jobs.answer import Answer
from reihum.look.languages import in_all_languages
from reihum.public import jobs_page
from reihum.public.jobs_asked import (
    JSON,
    Search,
    query_of_request,
    search_of,
    typed,
    wants_json,
)
from reihum.public.jobs_busy import in_a_place
from reihum.public.jobs_details import job, portals
from reihum.public.jobs_files import as_json, atom, csv
from reihum.public.jobs_json import json_error
from reihum.public.jobs_stream import one_at_a_time, streamed

LOG = logging.getLogger(__name__)
HERE = "<!--ergebnisse-->"  # nothing typed can look like this: it would be escaped
kept_by_nobody = cache_control(private=True, no_store=True)


@in_all_languages
@require_safe
@kept_by_nobody
@vary_on_headers("Accept", "Accept-Language")
@in_a_place(typed, wants_json)
def jobs(request: HttpRequest) -> HttpResponseBase:
    """Show the form, and what the portals have where something is asked."""
    if request.GET.get("format", "html") not in {"html", "json", ""}:
        return json_error(_("Dieses Format gibt es hier nicht."), 400)
    search = search_of(query_of_request(request))
    if search.asks and request.method == "HEAD":
        return _head(request)
    if wants_json(request):
        return as_json(request, search)
    return _begun(request, search) if search.asks else _still(request, search)


def _head(request: HttpRequest) -> HttpResponse:
    """Say of which type the answer would be, and ask no portal for that."""
    return HttpResponse(content_type=JSON if wants_json(request) else None)


def _still(request: HttpRequest, search: Search) -> HttpResponse:
    """Return the page where nothing is asked, or nothing can be."""
    context = _context(request, search) | jobs_page.help_words()
    if "was" in request.GET or "wo" in request.GET:
        return jobs_page.page(request, "search", context, 422)
    return jobs_page.page(request, "search", context | {"problem": ""})


def _context(request: HttpRequest, search: Search) -> dict[str, Any]:
    title = jobs_page.title_of(search.query)
    around = jobs_page.around(request, _("Stellen suchen"))
    return around | jobs_page.form_words(search) | {"title": title}


@one_at_a_time
def _begun(request: HttpRequest, search: Search) -> HttpResponseBase:
    context = _context(request, search) | {"here": HERE}
    whole = render_to_string("public/jobs/search.html", context, request)
    return streamed(_chunks(request, search, whole))


def _chunks(
    request: HttpRequest, search: Search, whole: str
) -> Generator[str, None, None]:
    """Yield the page: its beginning, the list as it grows, the complete list, the end.

    A generator is resumed between other requests of its thread: each part is written in
    the language of this one.
    """
    language = get_language() or "de"
    beginning, _mark, end = whole.partition(HERE)
    yield beginning
    yield _part("waiting", {"seconds": jobs_page.seconds()}, language, request)
    try:
        for answer in search.answers():
            yield _results(answer, search, language, request)
    except Exception:
        LOG.exception("Die Stellensuche ist abgebrochen")
        yield _part("broken", {}, language, request)
    yield end


@one_at_a_time
def _results(
    answer: Answer, search: Search, language: str, request: HttpRequest
) -> str:
    with override(language):
        if answer.complete:
            told = jobs_page.result_words(search, answer)
        else:
            told = jobs_page.list_words(search, answer)
    template = "results" if answer.complete else "partial"
    return _part(template, told, language, request)


def _part(
    template: str, told: dict[str, Any], language: str, request: HttpRequest
) -> str:
    with override(language):
        return render_to_string(f"public/jobs/{template}.html", told, request)


urls = [
    path("jobs/", jobs, name="job_search"),
    path("jobs/anzeige/", job, name="job"),
    path("jobs/portale/", portals, name="jobs_portals"),
    path("jobs/stellen.csv", csv, name="jobs_csv"),
    path("jobs/stellen.atom", atom, name="jobs_atom"),
]
