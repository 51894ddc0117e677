"""What is measured, against the budget of the design."""

import itertools
from collections.abc import Iterator
from typing import TypeVar

from bench import jobs, merging, synopsis
from bench.combining import combining
from bench.measure import Figure, figure, queries, timed
from bench.wished import opening
from bench.word import motion_as_word, synopsis_as_word
from bench.world import Browser, acting, build, inside, served, session_of
from reihum.acts import agenda, ballots, motions
from reihum.reads.similar import similar
from reihum.records.models import Ballot, Body, Item, Resolution
from reihum.rules.facts import BeforeBundesrat, Category, Vote
from reihum.rules.laender import CODES
from reihum.rules.majority import Poll, decide
from reihum.rules.rulebooks import shipped
from reihum.rules.words import Refusal

TEXT = "1. Die Konferenz stellt fest, dass gemessen wird.\n2. Sie bittet um Zahlen."
T = TypeVar("T")
_number = itertools.count(1)


def run(port: int) -> Iterator[Figure]:
    """Yield one figure after the other."""
    build()
    yield deciding()
    yield from merging.figures()
    yield combining(60, 250, 20)
    yield combining(600, 2500, 5)
    yield importing()
    yield roll_call()
    yield finding_alike()
    yield motion_as_word()
    yield synopsis_as_word()
    yield from synopsis.figures()
    yield from jobs.figures()
    with served(port):
        yield submitting(port)
        fill_agenda()
        yield reading_agenda(port, "/intmk/konferenzen/22/tagesordnung/", "public")
        office = "/buero/intmk/konferenzen/22/tagesordnung/"
        yield reading_agenda(port, office, "office", "buero")
        yield from opening(port)


def done(result: T | Refusal) -> T:
    """Return a result; a refusal means that the benchmark itself is wrong."""
    if isinstance(result, Refusal):
        raise TypeError(result.text.de)
    return result


def deciding() -> Figure:
    votes = dict.fromkeys(CODES, Vote.YES) | {"BY": Vote.NO, "HE": Vote.ABSTAIN}
    poll, book = Poll(votes), shipped("intmk")[-1]

    def thousand() -> None:
        for _ in range(1000):
            decide(poll, book)

    times = [time / 1000 for time in timed(thousand, 30)]
    return figure("`rules` decides one ballot", 0.02, times, 0)


def rows(count: int) -> list[motions.Incoming]:
    return [
        motions.Incoming(
            member=CODES[index % 16], title=f"Antrag {next(_number)}", text=TEXT,
            rationale="", category=Category.ORDINARY, lead=False,
            bundesrat=BeforeBundesrat.NO,
        )
        for index in range(count)
    ]  # fmt: skip


def importing() -> Figure:
    office = acting("buero")

    def work() -> object:
        return done(motions.import_many(office, conference=23, rows=rows(100)))

    times = timed(work, 10, warm=1)
    return figure(
        "import 100 motions", 300, times, queries(work), "OpenSlides 4: 3.7 s"
    )


def an_item(number: str) -> int:
    """Put a fresh motion on the agenda; return the item."""
    motion = done(
        motions.submit_new(
            acting("by"), member="BY", conference=22, title=f"Antrag {number}",
            text=TEXT, rationale="", category=Category.ORDINARY, lead=False,
            bundesrat=BeforeBundesrat.NO,
        )
    )  # fmt: skip
    return done(agenda.place(acting("buero"), motion=motion.motion, number=number))


def roll_call() -> Figure:
    office = acting("buero")
    items = iter([an_item(f"1.{index}") for index in range(1, 30)])
    votes = [Vote.YES] * 13 + [Vote.NO] + [Vote.ABSTAIN] * 2

    def work() -> None:
        ballot = done(ballots.open_ballot(office, item=next(items)))
        for code, vote in zip(CODES, votes, strict=True):
            done(ballots.record(office, ballot=ballot, votes={code: vote}))
        done(ballots.close(office, ballot=ballot))

    times = timed(work, 20)
    return figure(
        "roll call: open, 16 votes, close", 60, times, queries(work),
        "OpenSlides 4: 197–261 ms",
    )  # fmt: skip


def finding_alike() -> Figure:
    """Look for what is like a motion among six hundred resolutions."""
    body = Body.objects.get(slug="intmk")
    titles = itertools.islice(_titles(), 600)
    Resolution.objects.bulk_create(
        Resolution(body=body, key=f"{n}-1", title=title, adopted_on="2020")
        for n, title in enumerate(titles, 1000)
    )
    viewer = acting("by").viewer

    def work() -> object:
        return similar("intmk", "Öffnung der Sprachkurse", TEXT * 30, viewer)

    times, count = timed(work, 50), queries(work)
    Resolution.objects.filter(ballot=None).delete()
    return figure("similar ones among 600 resolutions", 20, times, count)


def _titles() -> Iterator[str]:
    """Yield titles of the length and the variety of real ones."""
    acts = ("Öffnung", "Stärkung", "Reform", "Sicherung", "Bericht über", "Ausbau")
    things = ("Sprachkurse", "Beratungsstellen", "Einbürgerungsverfahren", "Teilhabe")
    for n, (act, thing) in enumerate(itertools.cycle(itertools.product(acts, things))):
        yield f"{act} der {thing} in den Ländern, Vorhaben{n} und Fachkräftefrage{n}"


def form() -> dict[str, str]:
    return {
        "member": "BY", "title": f"Antrag {next(_number)}", "text": TEXT,
        "rationale": "", "category": "ordinary", "bundesrat": "no", "do": "submit",
    }  # fmt: skip


def submitting(port: int) -> Figure:
    browser = Browser(port, session_of("by"))
    path = "/buero/intmk/konferenzen/23/antraege/neu/"

    def work() -> None:
        status, _ = browser.post(path, form())
        if status != 302:
            message = f"submitting answered {status}"
            raise RuntimeError(message)

    client = inside("by")
    count = queries(lambda: client.post(path, form()))
    return figure(
        "submit a motion, whole HTTP request", 15, timed(work, 100), count,
        "OpenSlides 4: 63–86 ms",
    )  # fmt: skip


def fill_agenda() -> None:
    """Have a hundred items on the agenda, none of them in a vote."""
    Ballot.objects.filter(closed_at=None).delete()
    missing = 100 - Item.objects.filter(conference__number=22).count()
    for index in range(missing):
        an_item(f"2.{index + 1}")


def reading_agenda(port: int, path: str, who: str, account: str = "") -> Figure:
    """Read an agenda of a hundred items, as the public or as the office."""
    browser = Browser(port, session_of(account) if account else "")

    def work() -> None:
        status, page = browser.get(path)
        if status != 200 or page.count(b"r-agenda__no") < 100:
            message = f"the agenda answered {status}"
            raise RuntimeError(message)

    client = inside(account)
    return figure(
        f"agenda page of 100 items, {who}", 25, timed(work, 100),
        queries(lambda: client.get(path)),
        "Indico: 221–253 ms",
    )  # fmt: skip
