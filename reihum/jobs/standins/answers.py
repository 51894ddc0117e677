"""From a call to the bytes of a portal: which door, which rows. Pure."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.standins.copies import Copy, Rows, copies
from reihum.jobs.standins.formats import PORTALS, page, portal
from reihum.jobs.standins.formats.portal import Call, Door, Portal
from reihum.jobs.standins.world import World

SCRIPT = "<script>alert('Vorführung')</script>"
PICTURE = "<img src=x onerror=\"alert('Vorführung')\">"
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


def with_script(row: Copy) -> Copy:
    """Return an advertisement as somebody would send it who means harm."""
    intro = f"{PICTURE}{row.text.intro}"
    text = replace(row.text, intro=intro)
    return replace(row, title=f"{SCRIPT}{row.title}", text=text)
