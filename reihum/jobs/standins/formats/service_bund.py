"""service.bund.de: a search as RSS; employer, place and deadline stand inside CDATA."""

from collections.abc import Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape

from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import page, portal
from reihum.jobs.standins.formats.portal import Call, Portal

LONGEST = 100
START = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Vorführung: Stellenangebote in der Form von service.bund.de</title>
"""


def search(rows: Rows, call: Call) -> bytes:
    """Return the newest that fit, as RSS."""
    place = call.word("city_zipcode")
    near = portal.near(place, call.number("ambit_distance", 0))
    known = not portal.nowhere(place)
    hits = portal.found(rows, call.word("templateQueryString"), near) if known else ()
    return "".join(_feed(hits[:LONGEST], call)).encode()


def _feed(rows: Rows, call: Call) -> Iterator[str]:
    yield START
    for row in rows:
        yield _item(row, call)
    yield "  </channel>\n</rss>\n"


def _item(row: Copy, call: Call) -> str:
    town = row.vacancy.town
    until = row.vacancy.deadline.strftime("%d.%m.%Y")
    address = escape(call.base + _path(row))
    return f"""    <item>
      <title>{escape(row.title)}</title>
      <link>{address}#track=feed-jobs</link>
      <description><![CDATA[
Arbeitgeber: <strong>{_inside(row.employer)}</strong><br />
    Ort: <strong>{town.postcode} {_inside(town.name)}</strong>
 <br />
<br />Bewerbungsfrist:  <strong>{until} 23:59</strong> <br />
]]></description>
      <pubDate>{format_datetime(portal.moment(row))}</pubDate>
      <guid>{address}</guid>
    </item>
"""


def _path(row: Copy) -> str:
    """Return where the page is; what comes from Interamt keeps its number there."""
    origin = "interamt" if "interamt" in row.vacancy.portals else "vorfuehrung"
    return f"/IMPORTE/Stellenangebote/{origin}/{row.published:%Y/%m}/{row.id}.html"


def _inside(text: str) -> str:
    """Return text that stays inside its CDATA, with the portal's own entities."""
    return escape(text).replace("]]>", "").replace("ü", "&#252;").replace("ä", "&#228;")


PORTAL = Portal(
    key="service-bund",
    doors=(
        portal.door("/Content/DE/Stellen/Suche/.+", search, portal.XML),
        portal.door(
            "/IMPORTE/Stellenangebote/.+/(?P<id>[^/]+).html", page.page, portal.HTML
        ),
    ),
)
