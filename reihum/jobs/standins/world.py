"""The invented labour market of one day: about 1,200 vacancies over all Länder.

The same day always has the same market. Another day has the same one too, with every
date moved: a demonstration is as fresh next year as it is now.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.model import Contract, Kind, PayUnit, WorkingTime
from reihum.jobs.standins import chance, market
from reihum.jobs.standins.market import Employer, Fixed, Town, Trade
from reihum.jobs.standins.vacancy import OPEN, Pay, Vacancy, paid

SIZE = 1200
AGENCY_COPIES = 40
OLDEST = 45  # days
DENSE, USUAL = 3, 2  # how often a town comes: in Saxony, and elsewhere
TIMES = (
    (WorkingTime.FULL, 40.0), (WorkingTime.FULL, 38.5), (WorkingTime.FULL, 39.0),
    (WorkingTime.PART, 20.0), (WorkingTime.PART, 30.0), (WorkingTime.SHIFT, 38.5),
    (WorkingTime.SHIFT, 40.0), (WorkingTime.MINI, 10.0),
)  # fmt: skip
PUBLIC = ("arbeitsagentur", "interamt", "service-bund")
PRIVATE = ("arbeitsagentur", "arbeitsagentur", *OPEN)  # the agency twice as often
TRAINED = (18, "E 5")  # € an hour, and the group up to there
UNITS = (PayUnit.HOUR, PayUnit.HOUR, PayUnit.MONTH, PayUnit.YEAR)
GROUPS = (
    (15, "E 2"),
    (16.5, "E 3"),
    (18, "E 5"),
    (20, "E 6"),
    (23, "E 8"),
    (27, "E 10"),
)


class Draft(Struct, frozen=True, kw_only=True):
    """What is known of a vacancy before the rest is left to chance."""

    trade: Trade
    employer: Employer
    town: Town
    kind: Kind
    days: int  # since it was published
    time: tuple[WorkingTime, float]  # and hours a week


class World(Struct, frozen=True):
    """The labour market on a day."""

    day: date
    vacancies: tuple[Vacancy, ...]


def world(day: date, size: int = SIZE) -> World:
    """Return the labour market of a day."""
    known = [_fixed(one, number, day) for number, one in enumerate(market.fixed(), 1)]
    known = [_with_words(one, known) for one in known]
    drawn = _drawn(size - len(known) - AGENCY_COPIES, len(known) + 1, day, known)
    both = (*known, *drawn)
    return World(day, (*both, *_copied(both, len(both) + 1)))


def _drawn(count: int, first: int, day: date, known: list[Vacancy]) -> list[Vacancy]:
    """Draw so many; an employer seeks one occupation in one town only once."""
    taken = {_what(one) for one in known}
    drawn: list[Vacancy] = []
    attempt = 0
    while len(drawn) < count:
        attempt += 1
        one = _vacancy(first + len(drawn), attempt, day)
        if _what(one) not in taken:
            taken.add(_what(one))
            drawn.append(one)
    return drawn


def _what(one: Vacancy) -> tuple[str, str, str, Kind]:
    return one.employer.name, one.trade.he, one.town.name, one.kind


def _vacancy(number: int, attempt: int, day: date) -> Vacancy:
    trade = chance.pick(_weighted_trades(), attempt, "trade")
    learning = trade.learn and chance.often(20, attempt, "kind")
    kind = Kind.APPRENTICESHIP if learning else Kind.WORK
    draft = Draft(
        trade=trade,
        employer=chance.pick(_seeking(trade.sector), attempt, "employer"),
        town=chance.pick(_weighted_towns(), attempt, "town"),
        kind=kind,
        days=chance.number(OLDEST, number, "age"),
        time=_time(number, kind),
    )
    return _made(number, day, draft)


def _made(number: int, day: date, draft: Draft) -> Vacancy:
    """Fill in what nobody said."""
    trade, working = draft.trade, draft.time
    additions = market.sectors()[trade.sector].additions
    at_a_desk = trade.sector in {"computing", "office"}
    return Vacancy(
        number=number,
        trade=trade,
        employer=draft.employer,
        town=draft.town,
        published=day - timedelta(draft.days),
        deadline=day + timedelta(10 + chance.number(40, number, "deadline")),
        starts=day + timedelta(20 + chance.number(60, number, "starts")),
        portals=_portals(number, draft.employer, draft.town),
        addition=chance.pick(("",) * len(additions) + additions, number, "addition"),
        time=working[0],
        hours=working[1],
        contract=_contract(number, draft.kind),
        kind=draft.kind,
        remote=at_a_desk and chance.often(30, number, "remote"),
        pay=_pay(number, draft),
        level=market.LEVELS[trade.level] if chance.often(70, number, "level") else None,
    )


def _time(number: int, kind: Kind) -> tuple[WorkingTime, float]:
    if kind is Kind.APPRENTICESHIP:
        return WorkingTime.FULL, 40.0
    return chance.pick(TIMES, number, "time")


def _contract(number: int, kind: Kind) -> Contract:
    ends = kind is Kind.APPRENTICESHIP or chance.often(20, number, "contract")
    return Contract.TEMPORARY if ends else Contract.PERMANENT


def _pay(number: int, draft: Draft) -> Pay | None:
    """Return pay; private employers often keep it to themselves."""
    public, learning = draft.employer.public, draft.kind is Kind.APPRENTICESHIP
    if learning or not (public or chance.often(55, number, "pay")):
        return None
    unit = chance.pick(UNITS, number, "unit")
    group = _group(draft.trade) if public else ""
    return paid(*draft.trade.pay, unit, draft.time[1], group)


def _group(trade: Trade) -> str:
    """Return the pay group: after an apprenticeship at least the fifth."""
    if trade.learn and trade.pay[0] < TRAINED[0]:
        return TRAINED[1]
    return next((name for up_to, name in GROUPS if trade.pay[0] < up_to), "E 12")


def _portals(number: int, employer: Employer, town: Town) -> tuple[str, ...]:
    """Return the one to three portals in which the employer advertises."""
    own = tuple(_own_portal(employer, town))
    options = PUBLIC if employer.public else PRIVATE
    count = 1 - len(own) + chance.number(3, number, "many")
    more = chance.some(options, count, number, "portals")
    return tuple(dict.fromkeys((*own, *more)))


def _own_portal(employer: Employer, town: Town) -> Iterator[str]:
    if employer.system:
        yield employer.system
    elif employer.saxon and town.land == "SN":
        yield "karriere-sachsen"


def _fixed(one: Fixed, number: int, day: date) -> Vacancy:
    draft = Draft(
        trade=market.trades()[one.trade],
        employer=market.employers()[one.employer],
        town=market.towns()[one.town],
        kind=one.kind,
        days=one.days,
        time=(one.time, _hours(one.time)),
    )
    return replace(
        _made(number, day, draft),
        portals=one.portals,
        title=one.title,
        addition=one.addition,
        level=market.LEVELS.get(one.level),
        pay=_fixed_pay(one, draft.trade),
        client=market.employers().get(one.copy_of),
    )


def _with_words(one: Vacancy, known: list[Vacancy]) -> Vacancy:
    """Give an agency the words of its client's own advertisement."""
    sought = one.client, one.trade, one.town
    for other in known:
        if (other.employer, other.trade, other.town) == sought:
            return replace(one, words_of=other.number)
    return one


def _hours(time: WorkingTime) -> float:
    return next(hours for known, hours in TIMES if known is time)


def _fixed_pay(one: Fixed, trade: Trade) -> Pay | None:
    if one.group:
        unit = PayUnit.MONTH
        return paid(*trade.pay, unit, _hours(one.time), one.group)
    return paid(*one.pay, PayUnit.HOUR, _hours(one.time)) if one.pay else None


def _copied(vacancies: tuple[Vacancy, ...], first: int) -> Iterator[Vacancy]:
    """Agencies advertise once more what an employer seeks."""
    private = [one for one in vacancies if not one.employer.public and not one.client]
    for number in range(first, first + AGENCY_COPIES):
        original = chance.pick(private, number, "copied")
        portals = ("arbeitsagentur", *chance.some(OPEN, 1, number, "portals"))
        yield replace(
            original,
            number=number,
            employer=chance.pick(_agencies(), number),
            client=original.employer,
            words_of=original.number,
            portals=portals[: 1 + number % 2],
        )


@cache
def _weighted_trades() -> tuple[Trade, ...]:
    return tuple(t for t in market.trades().values() for _ in range(t.weight))


@cache
def _weighted_towns() -> tuple[Town, ...]:
    return tuple(
        town
        for town in market.towns().values()
        for _ in range(DENSE if town.land == "SN" else USUAL)
    )


@cache
def _seeking(sector: str) -> tuple[Employer, ...]:
    return tuple(e for e in market.employers().values() if sector in e.sectors)


@cache
def _agencies() -> tuple[Employer, ...]:
    return tuple(one for one in market.employers().values() if one.agency)
