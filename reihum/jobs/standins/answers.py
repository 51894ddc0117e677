"""From a call to the bytes of a portal: which door, which rows. Pure."""

import re
from collections.abc import Mapping
from itertools import cycle

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.model import PayUnit
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows, copies
from reihum.jobs.standins.formats import PORTALS, page, portal
from reihum.jobs.standins.formats.portal import Call, Door, Portal
from reihum.jobs.standins.vacancy import Pay
from reihum.jobs.standins.world import World

SCRIPT = "<script>alert('Vorführung')</script>"
PICTURE = "<img src=x onerror=\"alert('Vorführung')\">"
ODD_SUMS = (1.0, 10_000_000.0)  # € a month
ODD_DAYS = (b"%T00:00:00.000Z+01:00", b"0000-00-00", b"2026-13-45", b"9999-12-31", b"?")
ISO_DAY = re.compile(
    rb"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?"
)
NOT_FOUND = portal.json({"messages": [{"code": "NICHT_GEFUNDEN"}]})
PAGE = portal.door("/stelle/(?P<id>[^/]+)", page.page, portal.HTML)


class Reply(Struct, frozen=True):
    """An answer: what, of which kind, with which status."""

    body: bytes
    kind: str = portal.JSON
    status: int = 200


def all_rows(world: World) -> dict[str, Rows]:
    """Return what each portal has."""
    return {key: copies(world.vacancies, key, world.day) for key in PORTALS}


def answer(key: str, path: str, method: str, rows: Rows, call: Call) -> Reply:
    """Return what a portal says at a path below its own address."""
    for door in (*PORTALS[key].doors, PAGE):
        found = door.path.fullmatch(path)
        if found and door.method == method:
            return _written(door, rows, replace(call, names=found.groupdict()))
    return Reply(NOT_FOUND, status=404)


def _written(door: Door, rows: Rows, call: Call) -> Reply:
    body = door.write(rows, call)
    return Reply(NOT_FOUND, status=404) if body is None else Reply(body, door.kind)


def first_page(portal: Portal, params: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters without what asks for another page than the first."""
    return {name: text for name, text in params.items() if name not in portal.pages}


def with_odd_pay(row: Copy) -> Copy:
    """Return an advertisement that pays what nobody pays."""
    sum_ = ODD_SUMS[row.vacancy.number % len(ODD_SUMS)]
    vacancy = replace(row.vacancy, pay=Pay(sum_, sum_, PayUnit.MONTH))
    return replace(row, vacancy=vacancy, text=texts.text(vacancy))


def with_odd_days(body: bytes) -> bytes:
    """Return an answer each of whose days is written as some portals do, or is none."""
    odd = cycle(ODD_DAYS)
    return ISO_DAY.sub(lambda day: next(odd).replace(b"%", day[1]), body)


def with_script(row: Copy) -> Copy:
    """Return an advertisement as somebody would send it who means harm."""
    intro = f"{PICTURE}{row.text.intro}"
    text = replace(row.text, intro=intro)
    return replace(row, title=f"{SCRIPT}{row.title}", text=text)
