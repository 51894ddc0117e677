"""Own advertisements for everybody: a list, a page each, a feed and data.

Each page carries the advertisement as schema.org's JobPosting for search engines.
"""

import json
from datetime import datetime, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_current_timezone, make_aware
from django.utils.translation import gettext as _

from reihum.formats.job_posting import Posted, collection, html_of, job_posting
from reihum.look.languages import in_all_languages
from reihum.look.parts.names import member_name
from reihum.public import jobs_entries as entries
from reihum.public import jobs_page
from reihum.public import jobs_words as words
from reihum.public.jobs_details import told
from reihum.reads.clock import today
from reihum.reads.vacancies import (
    VacancyRow,
    advertisement,
    open_vacancies,
    open_vacancy,
)

# What would end the element that the data stand in, or begin another.
HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@in_all_languages
def own_vacancies(request: HttpRequest) -> HttpResponse:
    jobs = [_job(row) for row in open_vacancies(today())]
    return _page(request, "own_vacancies", _("Eigene Anzeigen"), {"jobs": jobs})


@in_all_languages
def own_vacancy(request: HttpRequest, vacancy: int) -> HttpResponse:
    row = _found(vacancy)
    said = told(advertisement(row)) | {
        "it": row.vacancy,
        "text": mark_safe(html_of(row.vacancy.description)),  # noqa: S308  (escaped)
        "needed": mark_safe(html_of(row.vacancy.qualification)),  # noqa: S308
        "data": _as_data(job_posting(_posted(request, row))),
    }
    return _page(request, "own_vacancy", row.vacancy.title, said)


def _job(row: VacancyRow) -> dict[str, object]:
    """Return one line of the list, in the form of the search."""
    ad = advertisement(row)
    return {
        "title": ad.title,
        "url": entries.safe(ad.url),
        "lang": ad.lang,
        "who": entries.who(ad),
        "facts": words.facts(ad),
        "pay": words.pay(ad.salary),
        "pay_published": words.pay_published(ad.salary),
        "level": words.level(ad),
        "bars": entries.bars(ad),
        "deadline": entries.deadline(ad),
    }


def feed(request: HttpRequest) -> HttpResponse:
    """Answer with the open advertisements as an Atom feed."""
    site = request.build_absolute_uri(reverse("public:own_vacancies"))
    atom = Atom1Feed(
        title=_("Eigene Stellenanzeigen"),
        link=site,
        description=_("Stellen, die hier selbst ausgeschrieben sind"),
        author_name=jobs_page.publisher(),
        language="de",
        feed_url=request.build_absolute_uri(),
    )
    for row in open_vacancies(today()):
        it, link = row.vacancy, _address(request, row)
        atom.add_item(
            title=f"{it.title} · {it.employer}, {it.city}",
            link=link,
            description=html_of(it.description),
            author_name=it.employer,
            unique_id=link,
            updateddate=_midnight(row),
        )
    text = atom.writeString("utf-8")
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def data(request: HttpRequest) -> HttpResponse:
    """Answer with the open advertisements as a list of JobPosting."""
    rows = open_vacancies(today())
    posted = [_posted(request, row) for row in rows]
    whole = collection(posted, request.build_absolute_uri())
    return JsonResponse(
        whole,
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _found(pk: int) -> VacancyRow:
    row = open_vacancy(pk, today())
    if row is None:
        raise Http404(_("Diese Stelle ist vergeben, oder die Frist ist vorbei."))
    return row


def _posted(request: HttpRequest, row: VacancyRow) -> Posted:
    land = member_name(row.vacancy.land) if row.vacancy.land else ""
    published = row.published or row.changed
    return Posted(row.vacancy, _address(request, row), published, land)


def _address(request: HttpRequest, row: VacancyRow) -> str:
    return request.build_absolute_uri(reverse("public:own_vacancy", args=[row.pk]))


def _midnight(row: VacancyRow) -> datetime:
    return make_aware(datetime.combine(row.changed, time()), get_current_timezone())


def _as_data(posting: dict[str, Any]) -> SafeString:
    text = json.dumps(posting, ensure_ascii=False).translate(HARMLESS)
    return mark_safe(text)  # noqa: S308  (nothing in it can end the element)


def _page(
    request: HttpRequest, template: str, title: str, said: dict[str, object]
) -> HttpResponse:
    context = jobs_page.around(request, title, below=True)
    return render(request, f"public/{template}.html", context | said)


urls = [
    path("jobs/eigene/", own_vacancies, name="own_vacancies"),
    path("jobs/eigene/<int:vacancy>/", own_vacancy, name="own_vacancy"),
    path("jobs/eigene.atom", feed, name="own_vacancies_atom"),
    path("jobs/eigene.json", data, name="own_vacancies_json"),
]
