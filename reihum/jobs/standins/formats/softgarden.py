"""softgarden: an employer's vacancies as a `DataFeed` of schema.org."""

from typing import Any

from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.formats.posting import posting


def feed(rows: Rows, call: Call) -> bytes | None:
    """Return all vacancies of an employer."""
    own = portal.of_employer(rows, call)
    if own is None:
        return None
    return portal.json(
        {
            "@context": "https://schema.org",
            "@type": "DataFeed",
            "name": "Vorführung",
            "dataFeedElement": [_element(row, call) for row in own],
        }
    )


def _element(row: Copy, call: Call) -> dict[str, Any]:
    return {
        "@type": "DataFeedItem",
        "dateModified": f"{portal.moment(row):%Y-%m-%dT%H:%M:%SZ}",
        "item": posting(row, portal.link(call, row)),
    }


PORTAL = Portal(
    key="softgarden", doors=(portal.door("/(?P<who>[^/]+)/jobs.feed.json", feed),)
)
