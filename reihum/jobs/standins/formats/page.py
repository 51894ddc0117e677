"""The page of one advertisement, where a portal's link leads to."""

from html import escape

import msgspec

from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call
from reihum.jobs.standins.formats.posting import posting

CONTEXT = {"@context": "https://schema.org"}


def page(rows: Rows, call: Call) -> bytes | None:
    """Return the page of the advertisement that the path names."""
    row = next((row for row in rows if row.id == call.names["id"]), None)
    return None if row is None else _page(row, call)


def _page(row: Copy, call: Call) -> bytes:
    node = {**CONTEXT, **posting(row, portal.link(call, row))}
    data = msgspec.json.encode(node).decode().replace("<", "\\u003c")
    where = f"{row.vacancy.town.postcode} {row.vacancy.town.name}"
    body = (
        f"<p>{escape(row.employer)}, {escape(where)}</p>{texts.html(row.text)}"
        f'<script type="application/ld+json">{data}</script>'
    )
    return html(row.title, body)


def html(title: str, body: str) -> bytes:
    """Return a page that says at its top that it is a demonstration."""
    return (
        '<!doctype html><html lang="de"><head><meta charset="utf-8">'
        f"<title>{escape(title)} – Vorführung</title></head><body>"
        f"<p><strong>Vorführung: alles hier ist erfunden.</strong></p>"
        f"<h1>{escape(title)}</h1>{body}</body></html>\n"
    ).encode()
