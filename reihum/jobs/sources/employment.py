"""What portals call the kind of employment, in German and English. Pure."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.answer import Found
from reihum.jobs.model import Contract, Kind, Remote, WorkingTime

LONGEST = 200  # characters that are looked at


class Employment(Struct, frozen=True):
    """Working time, contract and kind, as far as a word says them."""

    working_time: frozenset[WorkingTime] = frozenset()
    contract: Contract | None = None
    kind: Kind = Kind.WORK


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


TIMES = (
    (_any("full ?time", "full or part ?time", "vollzeit", "voll und teilzeit",
          "voll oder teilzeit"), WorkingTime.FULL),
    (_any("part ?time", "teilzeit"), WorkingTime.PART),
    (_any("mini ?jobs?", "marginal", "geringfügig", "geringfügige beschäftigung"),
     WorkingTime.MINI),
    (_any("shift", "schicht(?:arbeit|dienst)?", "nachtschicht"), WorkingTime.SHIFT),
)  # fmt: skip
KINDS = (
    (_any("apprentice(?:ship)?", "ausbildung", "auszubildende[rn]?", "azubi",
          "duales studium", "dual study"), Kind.APPRENTICESHIP),
    (_any("intern", "interns", "internship", "praktikum", "praktikant(?:in)?",
          "working student", "werkstudent(?:in)?", "werkstudium"),
     Kind.INTERNSHIP),
    (_any("freelancer?", "contractor", "freiberuflich", "selbstständig",
          "self employed"), Kind.SELF_EMPLOYED),
)  # fmt: skip
CONTRACTS = (
    (_any("permanent", "unbefristet", "festanstellung", "unlimited"),
     Contract.PERMANENT),
    (_any("temporary", "temp", "fixed ?term", "befristet", "seasonal", "limited"),
     Contract.TEMPORARY),
)  # fmt: skip
SIGNS = re.compile(r"[^\w]+|_")


def employment(*words: str) -> Employment:
    """Return what the words of a portal say: "FULL_TIME", "permanent", "Teilzeit".

    What is said twice and differently about the contract is not said. "Trainee" says
    nothing of the kind: an apprenticeship with one employer, a programme for graduates
    with the next.
    """
    return _employment(" / ".join(words)[:LONGEST])


@lru_cache(4096)
def _employment(words: str) -> Employment:
    text = SIGNS.sub(" ", words).lower()
    contracts = [one for shape, one in CONTRACTS if shape.search(text)]
    return Employment(
        working_time=frozenset(one for shape, one in TIMES if shape.search(text)),
        contract=contracts[0] if len(contracts) == 1 else None,
        kind=next((one for shape, one in KINDS if shape.search(text)), Kind.WORK),
    )


def of_times(found: Found, times: frozenset[WorkingTime]) -> Found:
    """Return what was found with the working time that the portal was asked for.

    It is that of rows which do not name theirs: the portal has chosen them by it.
    """
    if not times:
        return found
    ads = (
        ad if ad.working_time else replace(ad, working_time=times)
        for ad in found.advertisements
    )
    return replace(found, advertisements=tuple(ads))


WORKPLACES = {
    "remote": Remote.YES,
    "hybrid": Remote.PARTLY,
    "onsite": Remote.NO,
    "onsiteonly": Remote.NO,
}


def workplace(word: str | None) -> Remote | None:
    """Return what "Remote", "hybrid", "on-site" or "OnSite" says; None for others."""
    plain = (word or "").lower().replace("-", "").replace("_", "").replace(" ", "")
    return WORKPLACES.get(plain)
