"""What happened at a conference, in values: the minutes are written from them."""

from dataclasses import dataclass

from reihum.rules.dates import PartialDate
from reihum.rules.facts import Mode
from reihum.rules.outcome import Outcome
from reihum.rules.stages import Stage, Treatment
from reihum.rules.text import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One item: what became of it.

    `outcome` is the closed ballot, `reported` what an old source says of a vote that
    is not kept here. `joined` are the numbers dealt with together with this one.
    """

    number: str
    title: str
    section: bool = False
    stage: Stage = Stage.ON_AGENDA
    treatment: Treatment = Treatment.NONE
    late: bool = False
    joined_with: str = ""
    joined: tuple[str, ...] = ()
    submitters: tuple[str, ...] = ()
    cosponsors: tuple[str, ...] = ()
    wording: tuple[Paragraph, ...] = ()
    outcome: Outcome | None = None
    reported: str = ""
    key: str = ""
    statements: tuple[tuple[str, str], ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A conference: when, where, under whose chair, who was there, what was done.

    `name` is the body's name of that day; `present` and `voters` are codes in the
    order of the roll call.
    """

    name: str
    number: int
    begins: PartialDate
    ends: PartialDate | None = None
    place: str = ""
    mode: Mode = Mode.IN_PERSON
    chair: str = ""
    motto: str = ""
    present: tuple[str, ...] = ()
    voters: tuple[str, ...] = ()
    items: tuple[Happened, ...] = ()
    demo: bool = False
