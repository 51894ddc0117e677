"""Eight portals to measure against, each with a hundred rows after its time.

A fourth of them the next one has as well. Seven speak the employment agency's form (no
texts, as most portals that can be asked a question), one that of Arbeitnow (whole texts
in markup). The ninth never answers. `python -m bench.portals` serves them, in a process
of their own.

Asked at `/<number>/new/`, a portal gives rows that it has never given: every number,
title, employer and text has a word in it that comes from the question.
"""

import asyncio
import sys
from datetime import date

from aiohttp import web
from msgspec import json

from reihum.jobs.model import Kind
from reihum.jobs.standins.answers import all_rows
from reihum.jobs.standins.copies import Rows
from reihum.jobs.standins.formats import arbeitnow, arbeitsagentur
from reihum.jobs.standins.formats.portal import Call
from reihum.jobs.standins.world import world

LATENCIES = (50, 150, 250, 350, 450, 550, 650, 800)  # ms
SLOWEST = max(LATENCIES)
ROWS = 100
WITH_TEXTS = (5,)
STEP = 75  # the rows that a portal has and the next one has not
WORD, NUMBER = b"@word", b"@number"
DAY = date(2026, 11, 23)


def bodies() -> list[bytes]:
    """Return what each portal says to everything."""
    given = all_rows(world(DAY))["arbeitsagentur"]
    rows = tuple(row for row in given if row.vacancy.kind is Kind.WORK)
    return [_body(n, _window(rows, n * STEP)) for n in range(len(LATENCIES))]


def _window(rows: Rows, start: int) -> Rows:
    start %= len(rows)
    return (rows + rows)[start : start + ROWS]


def _body(number: int, rows: Rows) -> bytes:
    call = Call(base="https://portal.example", day=DAY, params={"size": str(ROWS)})
    write = arbeitnow.board if number in WITH_TEXTS else arbeitsagentur.search
    return write(rows, call)


def templates(given: list[bytes]) -> list[bytes]:
    """Return the answers with a place for a word and a number in every row."""
    return [_template(body) for body in given]


def _template(body: bytes) -> bytes:
    answer = json.decode(body.replace(b"10000-990000", b"10000-99" + NUMBER))
    for row in answer.get("ergebnisliste") or answer["data"]:
        for name in ("stellenangebotsTitel", "firma", "title", "company_name"):
            if name in row:
                row[name] += f" {WORD.decode()}"
        if "description" in row:
            row["description"] = row["description"].replace(
                " ", f" {WORD.decode()} ", 1
            )
    return json.encode(answer)


def filled(template: bytes, question: str) -> bytes:
    """Return an answer in which no row is one that was ever given."""
    number = int(question.rsplit(maxsplit=1)[-1]) % 10_000
    word = "Q" + "".join(chr(ord("a") + int(one)) for one in str(number))
    return template.replace(NUMBER, b"%04d" % number).replace(WORD, word.encode())


def application() -> web.Application:
    said = bodies()
    new = templates(said)

    async def answer(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        if number >= len(said):
            await asyncio.sleep(10)
        at = number % len(said)
        body = said[at]
        if request.match_info["path"].startswith("new"):
            body = filled(new[at], request.query["was"])
        await asyncio.sleep(LATENCIES[at] / 1000)
        return web.Response(body=body)

    app = web.Application()
    app.router.add_get("/{number:[0-9]}/{path:.*}", answer)
    return app


async def serve() -> None:
    """Serve on a free port, which is said in a line, until nobody listens."""
    runner = web.AppRunner(application(), access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
