"""Vetoes: what makes two advertisements two, however alike they look.

`forbidden` stands always. `doubted` stands where no shared number and no shared
address says that the two are one, for portals do make mistakes in what they copy.
"""

from datetime import date, timedelta
from math import cos, hypot, radians

from reihum.jobs.merge import paygroups
from reihum.jobs.merge.employers import alike, one_house
from reihum.jobs.merge.portals import EMPLOYERS, RESELLERS
from reihum.jobs.merge.profile import Profile
from reihum.jobs.model import Kind, Point

FAR = 12.0  # km
KM = 111.2  # km in a degree
NORTH = 1.01 * FAR / KM  # degrees to the north that are far in any case
HOURS = 2.0  # a week by which two portals may differ
DEADLINE = timedelta(days=3)
RENEWED = timedelta(days=21)  # in one portal
OLD = timedelta(days=120)  # between two
PAY = 1.08  # how far two sums may be apart
REGION = 2  # digits of a postcode that say where in the country


def forbidden(one: Profile, two: Profile) -> bool:
    """Return whether nothing may make these two one."""
    return (
        one.kind is not two.kind
        or far(one, two)
        or (bool(one.references and two.references) and _other_post(one, two))
        or _lent(one, two)
    )


def doubted(one: Profile, two: Profile) -> bool:
    """Return whether something stated tells these two apart."""
    return (
        one.title.telling != two.title.telling
        or (bool(one.times and two.times) and one.times.isdisjoint(two.times))
        or _apart(one.hours, two.hours, HOURS)
        or (bool(one.groups and two.groups) and contradict(one, two))
        or _elsewhere(one, two)
        or _other_terms(one, two)
        or _other_time(one, two)
        or _twins(one, two)
    )


def contradict(one: Profile, two: Profile) -> bool:
    return paygroups.contradict(one.groups, two.groups)


def far(one: Profile, two: Profile) -> bool:
    """Return whether both say where, and no place of one is near one of the other."""
    if not one.towns or not two.towns or not one.postcodes.isdisjoint(two.postcodes):
        return False
    if not one.towns.isdisjoint(two.towns):
        return _regions_apart(one, two)
    return not _near(one.points, two.points)


def _near(one: tuple[Point, ...], two: tuple[Point, ...]) -> bool:
    """Return whether a point of one is near one of the other."""
    for here in one:
        for there in two:
            if abs(here.lat - there.lat) < NORTH and km(here, there) < FAR:
                return True
    return False


def _regions_apart(one: Profile, two: Profile) -> bool:
    """Tell Freiberg in Saxony from Freiberg on the Neckar."""
    if not one.postcodes or not two.postcodes:
        return False
    here = {code[:REGION] for code in one.postcodes}
    there = {code[:REGION] for code in two.postcodes}
    return here.isdisjoint(there) and not _near(one.points, two.points)


def km(one: Point, two: Point) -> float:
    """Return a distance, good enough for near or far."""
    width = (one.lon - two.lon) * cos(radians((one.lat + two.lat) / 2))
    return KM * hypot(one.lat - two.lat, width)


def _other_post(one: Profile, two: Profile) -> bool:
    """Return whether both have requisition numbers of one shape, and none in common."""
    if not one.numbers.isdisjoint(two.numbers):
        return False
    shapes = {number.shape for number in one.references if number.shape}
    return (
        bool(shapes)
        and any(number.shape in shapes for number in two.references)
        and one_house(one.employer, two.employer, one.towns)
    )


def _lent(one: Profile, two: Profile) -> bool:
    """Return whether one is an agency's, and the other somebody else's."""
    if one.agency is None and two.agency is None:
        return False
    mine, yours = one.agency or one.employer, two.agency or two.employer
    return mine.key != yours.key and not alike(mine, yours, one.towns)


def _apart(one: float | None, two: float | None, most: float) -> bool:
    return one is not None and two is not None and abs(one - two) > most


def _elsewhere(one: Profile, two: Profile) -> bool:
    """Return whether both name another postcode or street: two branches of a chain."""
    if one.postcodes and two.postcodes and one.postcodes.isdisjoint(two.postcodes):
        return True
    return bool(
        one.streets and two.streets and one.streets.isdisjoint(two.streets)
    ) and not any(
        a.startswith(b) or b.startswith(a) for a in one.streets for b in two.streets
    )


def _other_terms(one: Profile, two: Profile) -> bool:
    mine, yours = one.ad, two.ad
    if mine.contract and yours.contract and mine.contract is not yours.contract:
        return True
    if one.kind is Kind.APPRENTICESHIP and mine.starts and yours.starts:
        return mine.starts.year != yours.starts.year
    return bool(mine.salary and yours.salary) and _other_pay(one, two)


def _other_pay(one: Profile, two: Profile) -> bool:
    """Return whether two sums, both the employer's, do not meet."""
    mine, yours = one.ad.salary, two.ad.salary
    if not mine or not yours or mine.unit is None or mine.unit is not yours.unit:
        return False
    if one.ad.source in RESELLERS or two.ad.source in RESELLERS:
        return False
    sums = [(pay.low or pay.high, pay.high or pay.low) for pay in (mine, yours)]
    (low, high), (least, most) = sums
    if not (low and high and least and most):
        return False
    return low > most * PAY or least > high * PAY


def _other_time(one: Profile, two: Profile) -> bool:
    """Return whether one was over before the other began, or was renewed."""
    mine, yours = one.ad, two.ad
    if mine.deadline and yours.deadline:
        if abs(mine.deadline - yours.deadline) > DEADLINE:
            return True
    elif _over(mine.deadline, yours.published) or _over(yours.deadline, mine.published):
        return True
    if not mine.published or not yours.published:
        return False
    most = RENEWED if mine.source == yours.source else OLD
    return abs(mine.published - yours.published) > most


def _over(deadline: date | None, published: date | None) -> bool:
    return bool(deadline and published and deadline < published)


def _twins(one: Profile, two: Profile) -> bool:
    """Return whether these are two posts of one portal, not one post put in twice.

    An employer's own system has one id for a post. Elsewhere, twice means: all that is
    stated is the same.
    """
    mine, yours = one.ad, two.ad
    if mine.source != yours.source:
        return False
    return mine.source in EMPLOYERS or (
        mine.title != yours.title
        or one.employer.key != two.employer.key
        or one.towns != two.towns
        or (mine.deadline, one.hours, one.times, one.groups)
        != (yours.deadline, two.hours, two.times, two.groups)
        or (mine.text != yours.text)
    )
