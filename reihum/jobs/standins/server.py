"""The local portals as one web application: `/<portal>/…` is that portal.

How each behaves can be changed while it runs: `GET /_behaviour` shows it, `POST
/_behaviour?portal=personio&do=hang` changes it; both are for the same machine only.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from html import escape
from ipaddress import ip_address

from aiohttp import web
from msgspec.structs import replace

from reihum.jobs.standins import answers, faults
from reihum.jobs.standins.answers import Reply
from reihum.jobs.standins.behaviour import Behaviour, behaviours, usual
from reihum.jobs.standins.formats import PORTALS, page
from reihum.jobs.standins.formats.portal import Call
from reihum.jobs.standins.world import World

Sleep = Callable[[float], Awaitable[None]]
MARK = "X-Demonstration"
LARGEST = 1024 * 1024  # bytes of a question
# What is done to each advertisement before it is written down.
ROWS = {"script": answers.with_script, "odd-pay": answers.with_odd_pay}
ROBOTS = "User-agent: *\nDisallow: /_behaviour\n"


class Site:
    """What the application knows: the rows of all portals, and how they behave."""

    def __init__(
        self, world: World, does: Mapping[str, Behaviour], sleep: Sleep
    ) -> None:
        self.world = world
        self.rows = answers.all_rows(world)
        self.does = {**usual(), **does}
        self.sleep = sleep
        self.stopped = asyncio.Event()

    def reply(self, request: web.Request, body: bytes) -> Reply:
        """Return what the portal says, before anything is done to it."""
        key = request.match_info["portal"]
        rows, fault = self.rows[key], self.does[key].fault
        params = {name: request.query[name] for name in request.query}
        path = request.path.removeprefix(f"/{key}")
        if fault == "repeat":
            params = answers.first_page(PORTALS[key], params)
            path = PORTALS[key].first(path)
        if fault in ROWS:
            rows = tuple(map(ROWS[fault], rows))
        base = f"{request.scheme}://{request.host}/{key}"
        call = Call(base=base, day=self.world.day, params=params, body=body)
        reply = answers.answer(key, path, request.method, rows, call)
        if fault == "odd-days":
            return replace(reply, body=answers.with_odd_days(reply.body))
        return reply


SITE = web.AppKey("site", Site)


def app(
    world: World, does: Mapping[str, Behaviour], sleep: Sleep = asyncio.sleep
) -> web.Application:
    """Return the application; `does` says how portals behave, others do as usual."""
    made = web.Application(client_max_size=LARGEST)
    made[SITE] = Site(world, does, sleep)
    made.on_response_prepare.append(_mark)
    made.on_shutdown.append(_stop)
    made.router.add_get("/", overview)
    made.router.add_get("/robots.txt", robots)
    made.router.add_get("/_behaviour", behaviour_shown)
    made.router.add_post("/_behaviour", behaviour_changed)
    made.router.add_route("*", f"/{{portal:{'|'.join(PORTALS)}}}{{path:/.*}}", portal)
    return made


async def _mark(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers[MARK] = "yes"


async def _stop(made: web.Application) -> None:
    made[SITE].stopped.set()


async def portal(request: web.Request) -> web.StreamResponse:
    """Answer as the portal that the path names, after its time, with its fault."""
    site, body = request.app[SITE], await request.read()
    does = site.does[request.match_info["portal"]]
    if does.fault == "hang":
        return await faults.hang(site.stopped)
    await site.sleep(does.delay_ms / 1000)
    reply = site.reply(request, body)
    if does.status:
        return await faults.status(does.status, reply)
    return await faults.FAULTS.get(does.fault, faults.well)(request, reply)


async def overview(request: web.Request) -> web.Response:
    """Show people which portals there are and what each does."""
    site = request.app[SITE]
    rows = "".join(
        f"<tr><th>{key}</th><td>{len(site.rows[key])} Anzeigen</td>"
        f"<td>{escape(does.sentence)}</td></tr>"
        for key, does in site.does.items()
    )
    body = page.html("Portale auf diesem Rechner", f"<table>{rows}</table>")
    return web.Response(body=body, content_type="text/html", charset="utf-8")


async def robots(_request: web.Request) -> web.Response:
    return web.Response(text=ROBOTS)


async def behaviour_shown(request: web.Request) -> web.Response:
    _only_here(request)
    return _told(request.app[SITE])


async def behaviour_changed(request: web.Request) -> web.Response:
    """Let a portal behave otherwise from now on."""
    _only_here(request)
    site, asked = request.app[SITE], {**await request.post(), **request.query}
    key, do = str(asked.get("portal", "")), str(asked.get("do", ""))
    try:
        site.does = behaviours([f"{key}={do}"], site.does)
    except ValueError as wrong:
        raise web.HTTPBadRequest(text=str(wrong)) from None
    return _told(site)


def _told(site: Site) -> web.Response:
    return web.json_response({key: does.sentence for key, does in site.does.items()})


def _only_here(request: web.Request) -> None:
    """Refuse whoever is not on the same machine."""
    if not request.remote or not ip_address(request.remote).is_loopback:
        text = "Das Verhalten ändert nur, wer am selben Rechner ist."
        raise web.HTTPForbidden(text=text)
