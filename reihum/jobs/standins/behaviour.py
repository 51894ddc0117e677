"""How a local portal behaves: how long it takes, and what is wrong with it.

Written as "300ms", "403", "hang", or several at once: "300ms+html".
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.standins.formats import PORTALS

QUICKEST, SLOWEST = 50, 800  # ms, where nobody said anything else
LONGEST = 60_000  # ms
DELAY = re.compile("([0-9]{1,6})ms")
STATUS = re.compile("[45][0-9]{2}")
WELL = "ok"

FAULTS = {
    "hang": "antwortet nie",
    "html": "antwortet mit einer HTML-Seite",
    "empty": "antwortet mit nichts",
    "half": "antwortet mit der ersten Hälfte",
    "cut": "bricht die Verbindung nach der Hälfte ab",
    "latin1": "antwortet in einer anderen Kodierung, als es sagt",
    "100mb": "antwortet mit 100 MB",
    "bomb": "antwortet mit 100 MB, gepackt in 100 kB",
    "redirect-internal": "leitet auf eine interne Adresse um",
    "redirect-loop": "leitet immer wieder auf sich selbst um",
    "repeat": "gibt auf jeder Seite dieselben Anzeigen",
    "script": "hat Skripte in Titeln und Texten",
    "odd-pay": "zahlt 1 € oder 10 Millionen",
    "odd-days": "hat Tage, die es nicht gibt oder die niemand so schreibt",
}


class Behaviour(Struct, frozen=True):
    """A delay in milliseconds, and a fault: a name of `FAULTS`, a status, or none."""

    delay_ms: int = 0
    fault: str = ""

    @property
    def status(self) -> int:
        """The HTTP status that is answered, 0 where the fault is none of them."""
        return int(self.fault) if STATUS.fullmatch(self.fault) else 0

    @property
    def sentence(self) -> str:
        """What it does, for people."""
        if self.status:
            return f"antwortet nach {self.delay_ms} ms mit {self.status}"
        does = FAULTS.get(self.fault, "antwortet richtig")
        return does if self.fault == "hang" else f"{does}, nach {self.delay_ms} ms"


def behaviour(text: str, before: Behaviour) -> Behaviour:
    """Return what a text says; what it leaves open is as before, a fault is gone.

    Raises ValueError with a sentence for people.
    """
    found = replace(before, fault="")
    for part in text.split("+"):
        if delay := DELAY.fullmatch(part):
            found = replace(found, delay_ms=min(int(delay[1]), LONGEST))
        elif part in FAULTS or STATUS.fullmatch(part):
            found = replace(found, fault=part)
        elif part != WELL:
            raise ValueError(_unknown(part))
    return found


def _unknown(part: str) -> str:
    known = ", ".join([WELL, "300ms", "403", *FAULTS])
    return f"„{part}“ kann kein Portal. Möglich sind: {known}."


def usual() -> dict[str, Behaviour]:
    """Return how the portals behave by themselves: well, each as slow as no other."""
    step = (SLOWEST - QUICKEST) / (len(PORTALS) - 1)
    return {
        key: Behaviour(round(QUICKEST + place * step))
        for place, key in enumerate(PORTALS)
    }


def behaviours(
    said: Iterable[str], before: Mapping[str, Behaviour]
) -> dict[str, Behaviour]:
    """Return how all portals behave, after words like "personio=hang".

    Raises ValueError with a sentence for people.
    """
    found = dict(before)
    for one in said:
        key, _, does = one.partition("=")
        if key not in found:
            raise ValueError(_stranger(key))
        found[key] = behaviour(does, found[key])
    return found


def _stranger(key: str) -> str:
    return f"Ein Portal „{key}“ gibt es hier nicht, nur: {', '.join(PORTALS)}."
