"""Personio: one XML feed an employer."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from reihum.jobs.model import Contract, Kind, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import page, portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.vacancy import Vacancy

SCHEDULES = {WorkingTime.PART: "part-time", WorkingTime.MINI: "part-time"}


def feed(rows: Rows, call: Call) -> bytes | None:
    """Return all vacancies of an employer."""
    own = portal.of_employer(rows, call)
    return None if own is None else "".join(_feed(own)).encode()


def _feed(rows: Rows) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n'
    for row in rows:
        yield _position(row)
    yield "</workzag-jobs>\n"


def _position(row: Copy) -> str:
    one = row.vacancy
    parts = "".join(_parts(row))
    return f"""  <position>
    <id>{row.id}</id>
    <subcompany>{escape(row.employer)}</subcompany>
    <office>{escape(one.town.name)}</office>
    <department>{escape(one.trade.sector)}</department>
    <recruitingCategory>Vorführung</recruitingCategory>
    <name>{escape(row.title)}</name>
    <jobDescriptions>{parts}</jobDescriptions>
    <employmentType>{_employment(one)}</employmentType>
    <seniority>{_seniority(one)}</seniority>
    <schedule>{SCHEDULES.get(one.time, "full-time")}</schedule>
    <occupation>{escape(one.trade.job)}</occupation>
    <createdAt>{portal.moment(row):%Y-%m-%dT%H:%M:%S%z}</createdAt>
  </position>
"""


def _employment(one: Vacancy) -> str:
    if one.kind is Kind.APPRENTICESHIP:
        return "trainee"
    return "permanent" if one.contract is Contract.PERMANENT else "temporary"


def _seniority(one: Vacancy) -> str:
    return "student" if one.kind is Kind.APPRENTICESHIP else "experienced"


def _parts(row: Copy) -> Iterator[str]:
    yield _part("Über uns", f"<p>{escape(row.text.intro)}</p>")
    for section in row.text.sections:
        items = "".join(f"<li>{escape(point)}</li>" for point in section.points)
        yield _part(section.heading, f"<ul>{items}</ul>")
    yield _part("Hinweis", texts.NOTE)


def _part(name: str, value: str) -> str:
    inside = value.replace("]]>", "")
    return (
        f"<jobDescription><name>{escape(name)}</name>"
        f"<value><![CDATA[{inside}]]></value></jobDescription>"
    )


PORTAL = Portal(
    key="personio",
    doors=(
        portal.door("/(?P<who>[^/]+)/xml", feed, portal.XML),
        portal.door("/[^/]+/job/(?P<id>[0-9]+)", page.page, portal.HTML),
    ),
)
