"""Employers' own sites: a sitemap, and pages with schema.org `JobPosting`."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from reihum.jobs.standins.copies import Rows
from reihum.jobs.standins.formats import page, portal
from reihum.jobs.standins.formats.portal import Call, Portal

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(rows: Rows, call: Call) -> bytes | None:
    """Return the addresses of an employer's pages."""
    own = portal.of_employer(rows, call)
    return None if own is None else "".join(_urls(own, call)).encode()


def _urls(rows: Rows, call: Call) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n'
    yield f"  <url><loc>{escape(call.base)}/impressum</loc></url>\n"
    for row in rows:
        day = row.published.isoformat()
        address = escape(portal.link(call, row))
        yield f"  <url><loc>{address}</loc><lastmod>{day}</lastmod></url>\n"
    yield "</urlset>\n"


def imprint(rows: Rows, call: Call) -> bytes:  # noqa: ARG001
    """Return a page without any vacancy, as every site has some."""
    return page.html("Impressum", "<p>Dieser Arbeitgeber ist erfunden.</p>")


PORTAL = Portal(
    key="sitemap",
    doors=(
        portal.door("/(?P<who>[^/]+)/sitemap.xml", sitemap, portal.XML),
        portal.door("/impressum", imprint, portal.HTML),
    ),
)
