"""Arbeitnow: everything in pages of 100; some texts are escaped once too often."""

from html import escape
from typing import Any

from reihum.jobs.model import WorkingTime
from reihum.jobs.standins import chance, looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal

PATH = "/api/job-board-api"
TYPES = {
    WorkingTime.FULL: ["Full Time"],
    WorkingTime.PART: ["Part Time"],
    WorkingTime.MINI: ["Minijob"],
    WorkingTime.SHIFT: [],
}


def board(rows: Rows, call: Call) -> bytes:
    """Return a page, and where the next one is."""
    number = max(call.number("page", 1), 1)
    shown = looking.page(rows, number, looking.LARGEST)
    more = number * looking.LARGEST < len(rows)
    address = f"{call.base}{PATH}?page="
    return portal.json(
        {
            "data": [_row(row, call) for row in shown],
            "links": {
                "first": f"{address}1",
                "last": None,
                "prev": f"{address}{number - 1}" if number > 1 else None,
                "next": f"{address}{number + 1}" if more else None,
            },
            "meta": {
                "current_page": number,
                "per_page": looking.LARGEST,
                "info": "Vorführung",
            },
        }
    )


def _row(row: Copy, call: Call) -> dict[str, Any]:
    one = row.vacancy
    text = texts.html(row.text)
    twice = chance.often(50, one.number, "escaped")
    return {
        "slug": row.id,
        "company_name": row.employer,
        "title": row.title,
        "description": escape(text) if twice else text,
        "remote": one.remote,
        "url": portal.link(call, row),
        "tags": [one.trade.job],
        "job_types": TYPES[one.time],
        "location": one.town.name,
        "created_at": int(portal.moment(row).timestamp()),
    }


PORTAL = Portal(key="arbeitnow", doors=(portal.door(PATH, board),), pages=("page",))
