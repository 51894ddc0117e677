"""Greenhouse: the jobs of a board; the text is HTML, escaped."""

from html import escape
from typing import Any

from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal


def jobs(rows: Rows, call: Call) -> bytes | None:
    """Return all jobs of a board, with their text where `content=true`."""
    own = portal.of_employer(rows, call)
    if own is None:
        return None
    whole = call.word("content") == "true"
    shown = [_job(row, call, whole=whole) for row in own]
    return portal.json({"jobs": shown, "meta": {"total": len(own)}})


def _job(row: Copy, call: Call, *, whole: bool) -> dict[str, Any]:
    one = row.vacancy
    when = f"{portal.moment(row):%Y-%m-%dT%H:%M:%S-05:00}"
    job: dict[str, Any] = {
        "id": int(row.id),
        "internal_job_id": int(row.id) + 1,
        "title": row.title,
        "company_name": row.employer,
        "requisition_id": one.reference,
        "absolute_url": portal.link(call, row),
        "location": {"name": f"{one.town.name}, Germany"},
        "metadata": None,
        "updated_at": when,
        "first_published": when,
        "language": "de",
    }
    if whole:
        job["content"] = escape(texts.html(row.text))
        job["departments"] = [{"id": 1, "name": "Vorführung", "child_ids": []}]
        job["offices"] = [{"id": 2, "name": one.town.name, "location": one.town.name}]
    return job


PORTAL = Portal(
    key="greenhouse", doors=(portal.door("/v1/boards/(?P<who>[^/]+)/jobs", jobs),)
)
