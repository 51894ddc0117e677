"""What machines ask for first: which pages there are, and which are not for them."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import override

from reihum.reads.about import BodyRow, all_bodies
from reihum.reads.clock import today
from reihum.reads.conferences import main_conferences
from reihum.reads.register import entries
from reihum.reads.vacancies import open_vacancies
from reihum.rules.visibility import STRANGER


def robots(request: HttpRequest) -> HttpResponse:
    lines = (
        "User-agent: *",
        "Disallow: /buero/",
        "Disallow: /en/buero/",
        # A search asks foreign portals: nobody should do that without a person.
        "Disallow: /jobs/?",
        "Disallow: /*/jobs/?",
        "Disallow: /jobs/anzeige/",
        "Disallow: /*/jobs/anzeige/",
        "Disallow: /jobs/stellen.",
        "Disallow: /*/jobs/stellen.",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def sitemap(request: HttpRequest) -> HttpResponse:
    """List the German address of every public page; the English one stands on it."""
    with override("de"):
        addresses = [reverse("public:home"), reverse("public:job_search")]
        addresses += _vacancies()
        for body in all_bodies(STRANGER):
            addresses += _pages(body)
    rows = "".join(
        f"<url><loc>{escape(request.build_absolute_uri(address))}</loc></url>\n"
        for address in addresses
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return HttpResponse(xml, content_type="application/xml")


def _vacancies() -> Iterator[str]:
    """Yield the pages that search engines read as JobPosting."""
    yield reverse("public:own_vacancies")
    for row in open_vacancies(today()):
        yield reverse("public:own_vacancy", args=[row.pk])


def _pages(body: BodyRow) -> Iterator[str]:
    for name in ("body", "chairs", "members"):
        yield reverse(f"public:{name}", args=[body.slug])
    for name, there in (
        ("conferences", body.has_conferences),
        ("resolutions", body.has_resolutions),
        ("mandates", body.has_mandates),
    ):
        if there:
            yield reverse(f"public:{name}", args=[body.slug])
    for held in main_conferences(body.slug):
        yield reverse("public:conference", args=[body.slug, held.number])
    for entry in entries(body.slug, STRANGER):
        yield reverse("public:resolution", args=[body.slug, entry.key])


urls = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
