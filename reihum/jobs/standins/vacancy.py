"""An invented vacancy: what is true of it, before any portal words it."""

from datetime import date

from msgspec import Struct

from reihum.jobs.model import Contract, Kind, Level, PayUnit, WorkingTime
from reihum.jobs.standins.market import Employer, Town, Trade

OPEN = ("arbeitnow", "adzuna", "careerjet", "eures")  # they take everybody's
WEEKS_A_MONTH = 4.345
ROUNDED = {PayUnit.HOUR: 0.05, PayUnit.MONTH: 10, PayUnit.YEAR: 500}


class Pay(Struct, frozen=True):
    """Pay as it is advertised, in € a `unit`; `group` is a pay group, "E 5"."""

    low: float
    high: float
    unit: PayUnit
    group: str = ""


class Vacancy(Struct, frozen=True, kw_only=True):
    """A vacancy. `client`: whom an agency advertises for; `level` None: not stated.

    `words_of` is the number of the vacancy whose words it has, 0 for its own.
    """

    number: int
    trade: Trade
    employer: Employer
    town: Town
    published: date
    deadline: date
    starts: date
    portals: tuple[str, ...]
    title: str = ""
    addition: str = ""
    time: WorkingTime = WorkingTime.FULL
    hours: float = 40.0
    contract: Contract = Contract.PERMANENT
    kind: Kind = Kind.WORK
    remote: bool = False
    pay: Pay | None = None
    level: Level | None = None
    client: Employer | None = None
    words_of: int = 0

    @property
    def seed(self) -> int:
        """What chooses its words."""
        return self.words_of or self.number

    @property
    def reference(self) -> str:
        """The employer's own number of it, printed in its text."""
        return f"VF-{self.number:05d}"


def paid(low: float, high: float, unit: PayUnit, hours: float, group: str = "") -> Pay:
    """Return pay of so many € an hour as pay a month or year."""
    times = {
        PayUnit.MONTH: hours * WEEKS_A_MONTH,
        PayUnit.YEAR: hours * WEEKS_A_MONTH * 12,
    }.get(unit, 1.0)
    step = ROUNDED[unit]
    return Pay(
        round(round(low * times / step) * step, 2),
        round(round(high * times / step) * step, 2),
        unit,
        group,
    )
