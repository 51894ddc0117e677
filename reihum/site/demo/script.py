"""What happens in the demonstration year, as `data/demo_year.toml` tells it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from reihum.rules.dates import PartialDate
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.laender import CODES
from reihum.rules.rulebook_faults import Fault, unknown_codes
from reihum.rules.toml_file import read
from reihum.rules.toml_lines import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting around the main conference."""

    begins: PartialDate
    ends: PartialDate
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The main conference, and when it was planned and called."""

    number: int
    begins: PartialDate
    ends: PartialDate
    place: str
    motto: str
    planned: datetime
    called: datetime
    message: str
    autumn: Meeting
    preparatory: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The heading of a part of the agenda."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A statement for the record."""

    land: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A mandate that follows from the resolution."""

    subject: str
    addressee: str
    due: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Circular:
    """A vote by circular procedure; who is not named votes yes."""

    opened: datetime
    closed: datetime
    release_until: date
    published: datetime
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    statements: tuple[Declared, ...] = ()
    mandates: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """What some Länder want of a paragraph, and what the office decided about it.

    `text` is how it is to read; with `new` it is a paragraph of its own behind it,
    numbered like `new`.
    """

    lands: tuple[str, ...]
    at: datetime
    paragraph: str
    text: str
    new: str = ""
    reason: str = ""
    accepted: datetime | None = None
    rejected: datetime | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A compromise of the office for a paragraph, and who has agreed to it."""

    paragraph: str
    at: datetime
    text: str
    agree: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A motion: only drafted, or submitted, and what became of it."""

    land: str
    title: str
    text: str
    rationale: str
    bundesrat: BeforeBundesrat
    cosponsors: tuple[str, ...] = ()
    lead: bool = False
    motto: str = ""
    drafted: datetime | None = None
    submitted: datetime | None = None
    withdrawn: datetime | None = None
    number: str = ""
    circular: Circular | None = None
    wish: tuple[Wished, ...] = ()
    compromise: tuple[Worded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The whole year."""

    conference: Planned
    section: tuple[Section, ...]
    motion: tuple[Told, ...] = field(default=())


def parse(text: str, name: str = "") -> Script:
    """Read the script; raises a TomlFileError that names line and key."""
    return read(Script, text, name, _faults)


def _faults(script: Script) -> Iterator[tuple[Path, Fault]]:
    for place, motion in enumerate(script.motion, 1):
        path = ("motion", str(place))
        for key, codes in (("land", (motion.land,)), ("cosponsors", motion.cosponsors)):
            for fault in unknown_codes(key, codes, CODES):
                yield path, fault
        for nth, wish in enumerate(motion.wish, 1):
            for fault in unknown_codes("lands", wish.lands, CODES):
                yield (*path, "wish", str(nth)), fault
        for nth, worded in enumerate(motion.compromise, 1):
            for fault in unknown_codes("agree", worded.agree, CODES):
                yield (*path, "compromise", str(nth)), fault
