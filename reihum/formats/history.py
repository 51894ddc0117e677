"""What public sources say about a conference body, read from a TOML file.

The dataclasses are the schema: a field is a key, and a key that is left out says that
no source gives it. Dates in quotation marks are as exact as their source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import PartialDate
from reihum.rules.facts import Certainty, ConferenceState, Mode, Procedure
from reihum.rules.laender import CODES
from reihum.rules.numbering import resolution_key
from reihum.rules.release import Part
from reihum.rules.rotation import Term
from reihum.rules.rulebook_choices import BundRole
from reihum.rules.rulebook_faults import Fault, unknown_codes
from reihum.rules.stages import Stage
from reihum.rules.toml_file import read
from reihum.rules.toml_lines import Path
from reihum.rules.words import Text

Found = Iterator[tuple[Path, Fault]]


class NameKind(StrEnum):
    """What kind of name it is."""

    OFFICIAL = "official"
    USUAL = "usual"
    CHAIR = "chair"  # the form that one chair used in its term


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFact:
    """A name of the body; one that a chair brought along has a beginning and an end."""

    name: str
    kind: NameKind
    name_en: str = ""
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFact:
    """Somebody who sits at the table without a vote."""

    code: str
    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts:
    """The body itself: its names and who sits at the table."""

    slug: str
    short: str
    names: tuple[NameFact, ...]
    members: tuple[str, ...] = CODES
    bund: BundRole | None = None
    guests: tuple[GuestFact, ...] = ()
    founded: PartialDate | None = None
    note: str = ""

    @property
    def codes(self) -> frozenset[str]:
        """All who can vote, move, hold office or sit as a guest."""
        bund = ("BUND",) if self.bund else ()
        return frozenset((*self.members, *bund, *(guest.code for guest in self.guests)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairFact:
    """A Land's time in the chair (Vorsitz)."""

    land: str
    ends: date
    certainty: Certainty
    begins: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact:
    """A meeting around a main conference: Vorkonferenz or Herbsttreffen."""

    begins: PartialDate
    ends: PartialDate | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceFact:
    """A main conference (Hauptkonferenz)."""

    number: int
    begins: PartialDate
    ends: PartialDate | None = None
    place: str = ""
    mode: Mode = Mode.IN_PERSON
    chair: str = ""
    motto: str = ""
    state: ConferenceState = ConferenceState.HELD
    certainty: Certainty = Certainty.SOURCED
    note: str = ""
    note_en: str = ""
    autumn: MeetingFact | None = None
    preparatory: MeetingFact | None = None

    @property
    def when(self) -> PartialDate:
        """When something happened there, no more exact than that: a month for two days.

        Nobody wrote down on which of the days a resolution was taken.
        """
        begins, ends = self.begins, self.ends or self.begins
        if begins == ends:
            return begins
        same_month = (begins.year, begins.month) == (ends.year, ends.month)
        return PartialDate(begins.year, begins.month if same_month else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFact:
    """An agenda item as printed in the minutes, or the heading of a section."""

    conference: int
    number: str
    title: str
    section: bool = False
    stage: Stage = Stage.ADOPTED
    page: int | None = None
    submitters: str = ""
    release: Part | None = None
    result: str = ""
    result_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteFact:
    """A vote of which public sources report, without the number of its item."""

    key: str
    conference: int
    title: str
    adopted: PartialDate | None = None
    procedure: Procedure = Procedure.SESSION
    submitters: str = ""
    reported: str = ""
    reported_en: str = ""
    yes: int | None = None
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    no_consent: tuple[str, ...] = ()
    statement: str = ""
    statement_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFact:
    """One step of a mandate, at a conference, perhaps as one of its resolutions."""

    conference: int
    what: str
    what_en: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFact:
    """A mandate (Auftrag) and what became of it."""

    subject: str
    steps: tuple[StepFact, ...]
    addressee: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFact:
    """Who held which office; `attested` is when a source saw the person in it."""

    person: str
    member: str
    title: str
    source: str
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    attested: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All that one file says about one body."""

    body: BodyFacts
    chair: tuple[ChairFact, ...] = ()
    conference: tuple[ConferenceFact, ...] = ()
    item: tuple[ItemFact, ...] = ()
    vote: tuple[VoteFact, ...] = ()
    mandate: tuple[MandateFact, ...] = ()
    office: tuple[OfficeFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Several bodies of which only the names and the members are known."""

    body: tuple[BodyFacts, ...]


def parse(text: str, name: str = "") -> History:
    """Read the file of one body; raises a TomlFileError that names line and key."""
    return read(History, text, name, _faults)


def parse_bodies(text: str, name: str = "") -> tuple[History, ...]:
    """Read a file of many bodies; raises a TomlFileError that names line and key."""
    bodies = read(Bodies, text, name, _body_faults).body
    return tuple(History(body=body) for body in bodies)


def _body_faults(bodies: Bodies) -> Found:
    for place, body in enumerate(bodies.body, 1):
        for fault in unknown_codes("members", body.members, CODES):
            yield ("body", str(place)), fault


def _faults(history: History) -> Found:
    """All that cannot be right although every value has its type."""
    for fault in unknown_codes("members", history.body.members, CODES):
        yield ("body",), fault
    yield from _members(history)
    yield from _terms(history.chair)
    yield from _doubles(history)
    yield from _conferences(history)


def _members(history: History) -> Found:
    codes = history.body.codes
    for table, key, rows in (
        ("chair", "land", [(one.land,) for one in history.chair]),
        ("conference", "chair", [(one.chair,) for one in history.conference]),
        ("vote", "no", [one.no for one in history.vote]),
        ("vote", "abstain", [one.abstain for one in history.vote]),
        ("vote", "no_consent", [one.no_consent for one in history.vote]),
        ("office", "member", [(one.member,) for one in history.office]),
    ):
        for place, named in enumerate(rows, 1):
            for fault in unknown_codes(key, [code for code in named if code], codes):
                yield (table, str(place)), fault


def _terms(chairs: tuple[ChairFact, ...]) -> Found:
    """Find a term that ends before it begins, or overlaps another one."""
    terms = [Term(one.land, one.begins, one.ends) for one in chairs]
    for place, term in enumerate(terms):
        if term.begins and term.ends and term.ends < term.begins:
            reason = Text(
                "Diese Amtszeit endet, bevor sie beginnt.",
                "This term ends before it begins.",
            )
            yield ("chair", str(place + 1)), Fault("ends", reason)
        elif any(term.overlaps(before) for before in terms[:place]):
            reason = Text(
                "Diese Amtszeit überschneidet sich mit einer anderen.",
                "This term overlaps another one.",
            )
            yield ("chair", str(place + 1)), Fault("ends", reason)


def _conferences(history: History) -> Found:
    """Find what refers to a conference or a resolution that is not in the file."""
    known = {one.number for one in history.conference}
    keys = resolution_keys(history)
    for place, item in enumerate(history.item, 1):
        yield from _stranger(("item", str(place)), item.conference, known)
    for place, vote in enumerate(history.vote, 1):
        yield from _stranger(("vote", str(place)), vote.conference, known)
    for place, mandate in enumerate(history.mandate, 1):
        for number, step in enumerate(mandate.steps, 1):
            path = ("mandate", str(place), "steps", str(number))
            yield from _stranger(path, step.conference, known)
            if step.resolution and step.resolution not in keys:
                yield path, Fault("resolution", _unknown(step.resolution))


def resolution_keys(history: History) -> tuple[str, ...]:
    """Return the permanent ids of all resolutions in the file, in its order."""
    items = tuple(key_of(item) for item in history.item if not item.section)
    return items + tuple(vote.key for vote in history.vote)


def key_of(item: ItemFact) -> str:
    """Return "13-2.9b"."""
    return resolution_key(item.conference, item.number)


def _stranger(path: Path, number: int, known: set[int]) -> Found:
    if number not in known:
        yield path, Fault("conference", _unknown(str(number)))


def _unknown(what: str) -> Text:
    return Text(
        f"„{what}“ steht nicht in dieser Datei.", f"“{what}” is not in this file."
    )


def _doubles(history: History) -> Found:
    """Find what is there twice and can be there only once."""
    items = [f"{one.conference}-{one.number}" for one in history.item]
    for table, key, values in (
        ("conference", "number", [str(one.number) for one in history.conference]),
        ("item", "number", items),
        ("vote", "key", [one.key for one in history.vote]),
    ):
        for place, value in enumerate(values):
            if value in values[:place]:
                reason = Text(
                    f"„{value}“ steht zweimal da.", f"“{value}” is there twice."
                )
                yield (table, str(place + 1)), Fault(key, reason)
