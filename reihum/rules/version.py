"""The versions of a motion (Fassungen): how each came about, and which is frozen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reihum.rules.dates import NB
from reihum.rules.motion import OPEN
from reihum.rules.stages import Stage, name_of
from reihum.rules.words import Refusal, Text


class Cause(StrEnum):
    """Why there is a new version."""

    DRAFTED = "drafted"  # kept inside a Land, not submitted yet
    SUBMITTED = "submitted"
    SYNOPSIS = "synopsis"  # the office took over what the Länder wish
    MERGED = "merged"
    SPLIT = "split"
    COPIED = "copied"


CAUSE_NAMES: Mapping[Cause, Text] = {
    Cause.DRAFTED: Text("als Entwurf gesichert", "kept as a draft"),
    Cause.SUBMITTED: Text("eingereicht", "submitted"),
    Cause.SYNOPSIS: Text("aus der Synopse übernommen", "taken over from the synopsis"),
    Cause.MERGED: Text("zusammengeführt", "merged"),
    Cause.SPLIT: Text("geteilt", "split"),
    Cause.COPIED: Text("aus einem früheren Antrag", "from an earlier motion"),
}
_WORD = re.compile(r"([1-9][0-9]{0,3})|e([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """How a version is called: its number, or the step of a draft.

    In an address it is "3", or "e2" for the second step (Entwurf).
    """

    number: int
    step: int = 0

    def __str__(self) -> str:
        return f"e{self.step}" if self.step else str(self.number)

    @property
    def name(self) -> Text:
        if self.step:
            return Text(f"Entwurf{NB}{self.step}", f"Draft{NB}{self.step}")
        return Text(f"Fassung{NB}{self.number}", f"Version{NB}{self.number}")


def label_of(word: str) -> Label | None:
    """Read "3" or "e2"; None for everything else."""
    found = _WORD.fullmatch(word)
    if found is None:
        return None
    return Label(int(found[1])) if found[1] else Label(0, int(found[2]))


def unknown_version() -> Refusal:
    """Say that there is no such version, at least not for the one who asks."""
    return Refusal.unknown(
        "Diese Fassung gibt es nicht, oder sie ist ein Schritt am Entwurf eines "
        "anderen Landes.",
        "There is no such version, or it is a step in the draft of another Land.",
    )


def check_wording_open(stage: Stage) -> Refusal | None:
    """Return why the wording of a motion changes no more, if so.

    What is put to the vote is frozen: those who vote vote on what they have read. A
    vote that is broken off, or ends without a result, gives the wording free again.
    """
    if stage is Stage.IN_VOTE:
        return Refusal.conflict(
            "Über diesen Antrag wird abgestimmt, sein Wortlaut ist eingefroren. Er "
            "ändert sich erst wieder, wenn die Abstimmung abgebrochen wird oder ohne "
            "Ergebnis endet.",
            "This motion is being voted on and its wording is frozen. It changes again "
            "only if the vote is broken off or ends without a result.",
        )
    if stage is Stage.DRAFT or stage in OPEN:
        return None
    now = name_of(stage)
    return Refusal.conflict(
        f"Der Wortlaut ändert sich nicht mehr: Stand des Antrags „{now.de}“.",
        f"The wording changes no more: the motion’s stage is “{now.en}”.",
    )
