"""karriere.sachsen.de: a list with offset and limit, its dates are no ISO dates."""

from datetime import date
from typing import Any

from reihum.jobs.standins import looking
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal


def listing(rows: Rows, call: Call) -> bytes:
    """Return so many from an offset on; nothing can be searched for."""
    size = min(call.number("limit", 20), looking.LARGEST)
    start = call.number("offset", 0)
    return portal.json([_row(row) for row in rows[start : start + size]])


def _row(row: Copy) -> dict[str, Any]:
    return {
        "id": int(row.id),
        "title": row.title,
        "institution": sum(map(ord, row.vacancy.employer.name)) % 90 + 10,
        "institutionName": row.employer,
        "placeOfEmployments": [{"city": row.vacancy.town.name}],
        "bewerbungStart": _odd(row.published),
        "bewerbungEnde": _odd(row.vacancy.deadline),
        "hinweis": "Vorführung",
    }


def _odd(day: date) -> str:
    """Return a day as this portal writes it: with two time zones."""
    return f"{day.isoformat()}T00:00:00.000Z+01:00"


PORTAL = Portal(
    key="karriere-sachsen",
    doors=(portal.door("/karriere-verwaltung/rest/stellenanzeige", listing),),
    pages=("offset",),
)
