"""What the invented labour market is made of: towns, occupations, employers.

The towns are real (names, coordinates: GeoNames, CC BY 4.0); employers are invented.
"""

import csv
import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from reihum.jobs.model import Kind, Level, Point, WorkingTime

DATA = Path(__file__).parent / "data"
LEVELS = {level.name: level for level in Level}


class Town(Struct, frozen=True):
    """A place of work; `land` is a code like "SN"."""

    name: str
    postcode: str
    land: str
    point: Point


class Trade(Struct, frozen=True, kw_only=True):
    """An occupation; `job` is what the employment agency calls it."""

    he: str
    she: str
    pay: tuple[float, float]  # € an hour
    level: str
    job: str = ""
    sector: str = ""
    regulated: bool = False
    learn: bool = False
    weight: int = 1

    @property
    def both(self) -> str:
        """Both titles in one: "Bäcker/in", "Koch/Köchin", "Reinigungskraft"."""
        if self.he == self.she:
            return self.he
        if self.she == f"{self.he}in":
            return f"{self.he}/in"
        return f"{self.he}/{self.she}"


class Sector(Struct, frozen=True, kw_only=True):
    """What the occupations of one kind have in common: what is written about them."""

    key: str
    additions: tuple[str, ...]
    tasks: tuple[str, ...]
    profile: tuple[str, ...]
    trades: tuple[Trade, ...]


class Employer(Struct, frozen=True, kw_only=True):
    """An invented employer; `system` is the portal that has its own feed."""

    name: str
    form: str = ""
    sectors: tuple[str, ...] = ()
    public: bool = False
    saxon: bool = False  # of the Freistaat Sachsen
    system: str = ""
    agency: bool = False

    @property
    def full(self) -> str:
        return f"{self.name} {self.form}".strip()

    @property
    def slug(self) -> str:
        """The name in an address: "pflegedienst-sonnenhang"."""
        return slug(self.name)


class Fixed(Struct, frozen=True, kw_only=True):
    """A vacancy that is always there; what it leaves open is left to chance."""

    trade: str
    employer: str
    town: str
    days: int
    portals: tuple[str, ...]
    title: str = ""
    addition: str = ""
    level: str = ""
    group: str = ""
    pay: tuple[float, float] | None = None
    time: WorkingTime = WorkingTime.FULL
    kind: Kind = Kind.WORK
    copy_of: str = ""


UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(text: str) -> str:
    """Return a text as part of an address: letters, digits, hyphens."""
    plain = text.lower().translate(UMLAUTS)
    signs = (sign if sign.isascii() and sign.isalnum() else " " for sign in plain)
    return "-".join("".join(signs).split())


@cache
def towns() -> dict[str, Town]:
    """Return the towns by name."""
    with (DATA / "towns.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: _town(row) for row in csv.DictReader(file)}


def _town(row: dict[str, str]) -> Town:
    point = Point(float(row["lat"]), float(row["lon"]))
    return Town(row["name"], row["postcode"], row["land"], point)


@cache
def sectors() -> dict[str, Sector]:
    """Return the sectors by key, each trade knowing its sector."""
    read = msgspec.convert(_toml("trades")["sector"], tuple[Sector, ...], strict=False)
    return {one.key: msgspec.structs.replace(one, trades=_known(one)) for one in read}


def _known(sector: Sector) -> tuple[Trade, ...]:
    return tuple(
        msgspec.structs.replace(trade, sector=sector.key, job=trade.job or trade.both)
        for trade in sector.trades
    )


@cache
def trades() -> dict[str, Trade]:
    """Return the occupations by their first title."""
    return {trade.he: trade for one in sectors().values() for trade in one.trades}


@cache
def employers() -> dict[str, Employer]:
    """Return the employers by name."""
    rows = msgspec.convert(_toml("employers")["employers"], tuple[Employer, ...])
    return {row.name: row for row in rows}


def feeds(system: str) -> tuple[str, ...]:
    """Return whose feeds a system has: "Bäckerei Goldähre GmbH = baeckerei-…"."""
    own = (one for one in employers().values() if one.system == system)
    return tuple(f"{one.full} = {one.slug}" for one in own)


def fixed() -> tuple[Fixed, ...]:
    return msgspec.convert(_toml("chemnitz")["vacancy"], tuple[Fixed, ...])


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
