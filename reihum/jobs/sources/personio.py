"""Personio: the vacancies of an employer as one XML document.

Format: developer.personio.de, "XML feed for open positions"; no key. `employmentType`
is permanent, temporary, intern, trainee, working_student or freelance; `schedule`
full-time, part-time or full-or-part-time.
"""

import re
from collections.abc import Iterator

from lxml import etree

from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import XML, Hosted
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.located import different, place_said, remote_said
from reihum.jobs.sources.rows import gathered, joined
from reihum.jobs.sources.shared import xml_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import identity, named, needed

HOSTED = Hosted("https://{}.jobs.personio.de", "/xml", XML)
ROOT = "workzag-jobs"


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return HOSTED.asked(settings)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the vacancies of one employer."""
    root = xml_of(body, ROOT)
    home = request.url.removesuffix(HOSTED.path)
    return Read(
        found=gathered(
            root.iterfind("position"), lambda row: _advertisement(row, home, request)
        )
    )


def _advertisement(row: etree._Element, home: str, request: Request) -> Advertisement:
    fields = _fields(row)
    key = identity(fields.get("id"))
    offices = [fields.get("office", ""), *_additional(row)]
    said = employment(fields.get("schedule", ""), fields.get("employmentType", ""))
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(fields.get("name", ""))),
        url=f"{home}/job/{key}",
        employer=line(fields.get("subcompany", "")) or request.employer,
        places=different([place_said(office) for office in offices]),
        text=joined(list(_parts(row))),
        occupations=named([fields.get("occupation", "").replace("_", " ")]),
        working_time=said.working_time,
        contract=said.contract,
        kind=said.kind,
        remote=next(filter(None, map(remote_said, offices)), None),
        published=day(fields.get("createdAt")),
    )


def _fields(row: etree._Element) -> dict[str, str]:
    """Return the texts of an element's children by their names."""
    return {str(child.tag): (child.text or "").strip() for child in row}


def _additional(row: etree._Element) -> list[str]:
    """Return the further offices: elements, or in older feeds one bare text."""
    listed = row.find("additionalOffices")
    if listed is None:
        return []
    texts = [one.text or "" for one in listed] or re.split("[;\n]", listed.text or "")
    return [text.strip() for text in texts]


def _parts(row: etree._Element) -> Iterator[str]:
    listed = row.find("jobDescriptions")
    for part in listed if listed is not None else ():
        fields = _fields(part)
        if text := clean(fields.get("value", "")):
            yield "\n".join(filter(None, (line(fields.get("name", "")), text)))


SOURCE = Source(
    key="personio",
    name="Personio",
    way=Way.MIRROR,
    site="https://www.personio.de",
    settings=Settings(keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset(
        {
            Criterion.RADIUS,
            Criterion.WORKING_TIME,
            Criterion.KIND,
            Criterion.PUBLISHED,
        }
    ),
    needs=("employers",),
    note="Nur Arbeitgeber, die ihren XML-Feed eingeschaltet haben.",
)
