"""Rows that public pages show, or must not show."""

from collections.abc import Callable, Iterator
from importlib import resources

import pytest

from reihum.public import jobs_busy
from reihum.public.jobs_stream import Places
from reihum.reads import jobs
from reihum.records.models import (
    Ballot,
    CastVote,
    Conference,
    Item,
    Motion,
    Resolution,
    Statement,
)
from reihum.rules.dates import PartialDate
from reihum.rules.laender import CODES
from tests.conftest import NOW
from tests.public.job_search import Prepared

EVERYTHING = ("resolution", "votes", "statement")
UNRELEASED = "Geheimniskrämerei"
WORDING = [
    {"id": "p1", "level": 0, "number": "", "text": "Die Konferenz beschließt:"},
    {"id": "p2", "level": 1, "number": "1.", "text": f"Sie lehnt {UNRELEASED} ab."},
    {"id": "p3", "level": 1, "number": "3.", "text": "Sie bittet um Bericht."},
]
MIXED = dict.fromkeys(CODES, "yes") | {"SN": "no", "HE": "abstain", "ST": "abstain"}
RULES = resources.files("reihum.rules.rulebooks").joinpath("intmk-2020.toml")


@pytest.fixture
def conference(intmk) -> Conference:
    """The 22nd conference, planned, its agenda not yet published."""
    return Conference.objects.get(body=intmk, number=22)


@pytest.fixture
def resolved(intmk, conference) -> Callable[..., Resolution]:
    """Make a resolution that was voted on here: `resolved("2026-u1", released=[])`."""

    def make(
        key: str = "2026-u1",
        *,
        title: str = "Sprachmittlung verlässlich finanzieren",
        votes: dict[str, str] = MIXED,
        released: tuple[str, ...] = EVERYTHING,
        published: bool = True,
        statement: str = "Der Freistaat trägt Ziffer 3 nicht mit.",
        procedure: str = "circular",
    ) -> Resolution:
        motion = Motion.objects.create(
            body=intmk, conference=conference, title=title, text=WORDING,
            stage="adopted",
        )  # fmt: skip
        item = Item.objects.create(
            conference=conference, number=key.partition("-")[2], title=title,
            motion=motion, stage="adopted",
        )  # fmt: skip
        ballot = Ballot.objects.create(
            item=item, procedure=procedure, rulebook=RULES.read_text("utf-8"),
            present=list(CODES), opened_at=NOW, closed_at=NOW, adopted=True,
        )  # fmt: skip
        for code, vote in votes.items():
            CastVote.objects.create(
                ballot=ballot, member=code, vote=vote, at=NOW, by=code
            )
        if statement:
            Statement.objects.create(item=item, member="SN", text=statement, at=NOW)
        return Resolution.objects.create(
            body=intmk, key=key, title=title, conference=conference, item=item,
            ballot=ballot, adopted_on=PartialDate(2026, 9, 18), procedure=procedure,
            text=WORDING, submitters="NI, RP", released=list(released),
            published_at=NOW if published else None, demo=True,
        )  # fmt: skip

    return make


@pytest.fixture
def held(intmk) -> Callable[..., Conference]:
    """Make an old conference: `held(13, "2018-03-15", "2018-03-16")`."""

    def make(
        number: int, begins: str, ends: str | None = None, **more: object
    ) -> Conference:
        return Conference.objects.create(
            body=intmk, number=number, begins=PartialDate.parse(begins),
            ends=None if ends is None else PartialDate.parse(ends),
            **{"state": "held", "agenda_published_at": NOW, **more},
        )  # fmt: skip

    return make


@pytest.fixture
def printed(intmk) -> Callable[..., Resolution]:
    """Make an old resolution of which only number and title are known."""

    def make(conference: Conference, number: str, title: str) -> Resolution:
        item = Item.objects.create(
            conference=conference, number=number, title=title, stage="adopted"
        )
        return Resolution.objects.create(
            body=intmk, key=f"{conference.number}-{number}", title=title, item=item,
            conference=conference, adopted_on=conference.begins, published_at=NOW,
            released=["resolution"],
        )  # fmt: skip

    return make


@pytest.fixture
def page(client) -> Callable[[str], str]:
    """Open a page as a stranger and return it with single plain spaces."""

    def read(address: str, status: int = 200) -> str:
        answer = client.get(address)
        assert answer.status_code == status
        return " ".join(answer.content.decode().replace("\xad", "").split())

    return read


@pytest.fixture
def prepare(intmk) -> Iterator[Callable[..., Prepared]]:
    """Put a job search in place that says what a test wants: `prepare(entries=())`."""

    def put(**said: object) -> Prepared:
        search = Prepared(**said)
        jobs.use(search)
        return search

    yield put
    jobs.use(None)


@pytest.fixture
def room(monkeypatch) -> Places:
    """A house with a single place to wait in."""
    places = Places(1)
    monkeypatch.setattr(jobs_busy, "PLACES", places)
    return places


@pytest.fixture
def whole(client) -> Callable[..., str]:
    """Open a page that comes in parts, and return it as one with single spaces."""

    def read(address: str, status: int = 200, **headers: str) -> str:
        answer = client.get(address, headers=headers)
        assert answer.status_code == status
        content = answer.getvalue() if answer.streaming else answer.content
        return " ".join(content.decode().replace("\xa0", " ").split())

    return read
