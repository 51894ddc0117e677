"""One body's rules of procedure (Geschäftsordnung), in force from a given day.

A rulebook is a dated TOML text. The files of the bodies stand in `rulebooks/`; the
office can store newer ones. A ballot is judged by the rulebook it was opened under.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from reihum.rules.deadlines import Lead
from reihum.rules.facts import Category
from reihum.rules.rulebook_faults import Fault, at_most, far
from reihum.rules.rulebook_parts import (
    MOST_DAYS,
    Abstention,
    AfterFailure,
    Block,
    Chair,
    Circular,
    Deadline,
    Effects,
    FollowUp,
    Late,
    Majority,
    Meetings,
    Members,
    Minutes,
    Office,
    Part,
    Preparatory,
    Publication,
    PullOut,
    Quorum,
)
from reihum.rules.toml_file import TomlFileError, read
from reihum.rules.toml_lines import Path
from reihum.rules.words import Text


class RulebookError(TomlFileError):
    """A rulebook text cannot be used: in which line, at which key, and why."""


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """All rules of one body. A section that is `None` is known from no source."""

    body: str
    short: str
    title: Text
    subject: Text
    valid_from: date
    source: str
    assumed: bool = False
    note: Text | None = None
    members: Members
    majority: Mapping[Category, Majority]
    meetings: Meetings | None = None
    preparatory: Preparatory | None = None
    invitation: Deadline | None = None
    registration: Deadline | None = None
    cosponsoring: Deadline | None = None
    amending: Deadline | None = None
    documents: Deadline | None = None
    late: Late | None = None
    block: Block | None = None
    pull_out: PullOut | None = None
    quorum: Quorum | None = None
    abstention: Abstention | None = None
    effect: Effects | None = None
    circular: Circular | None = None
    fallback: Mapping[Category, AfterFailure] | None = None
    minutes: Minutes | None = None
    publication: Publication | None = None
    chair: Chair | None = None
    office: Office | None = None
    follow_up: FollowUp | None = None

    @classmethod
    def parse(cls, text: str, name: str = "") -> "Rulebook":
        """Read a rulebook; raises a RulebookError that names line and key."""
        return read(cls, text, name, _faults, RulebookError)

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """All members with a vote, in the order in which the roll is called."""
        return self.members.voters

    @cached_property
    def parts(self) -> Mapping[Path, Part]:
        """Every section that is there, by its path in the file."""
        found: dict[Path, Part] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Part):
                found[(field.name,)] = value
            elif isinstance(value, Mapping):
                found |= {(field.name, str(key)): one for key, one in value.items()}
        return found

    def majority_for(self, category: Category) -> Majority:
        """Return the rule for a category; what has none of its own is ordinary."""
        rule = self.majority.get(category)
        return self.majority[Category.ORDINARY] if rule is None else rule


def in_force(books: Iterable[Rulebook], day: date) -> Rulebook | None:
    """Return the youngest of one body's rulebooks that already applied on that day."""
    begun = [book for book in books if book.valid_from <= day]
    return max(begun, key=lambda book: book.valid_from, default=None)


def _faults(book: Rulebook) -> Iterator[tuple[Path, Fault]]:
    """All that cannot be right although every value has its type."""
    for fault in _unreasoned(book):
        yield (), fault
    for path, part in book.parts.items():
        for fault in (*_unreasoned(part), *_part_faults(part, book)):
            yield path, fault
    if Category.ORDINARY not in book.majority:
        reason = Text(
            "[majority.ordinary] fehlt: was gilt, wenn nichts anderes gilt?",
            "[majority.ordinary] is missing: what applies where nothing else does?",
        )
        yield ("majority",), Fault("ordinary", reason)


def _unreasoned(part: Part | Rulebook) -> Iterator[Fault]:
    """Find an assumption that does not say why: nobody could judge it."""
    if part.assumed and part.note is None:
        yield Fault(
            "assumed",
            Text(
                "Eine Annahme braucht in „note“ ihre Begründung.",
                "An assumption needs its reason in “note”.",
            ),
        )


def _part_faults(part: Part, book: Rulebook) -> Iterator[Fault]:
    laender = len(book.members.laender)
    match part:
        case Members() | Circular():
            yield from part.faults()
        case Majority() | Chair():
            yield from part.faults(book.members)
        case Meetings():
            yield from at_most(
                "special_demanded_by", part.special_demanded_by, len(book.voters)
            )
        case AfterFailure():
            yield from at_most("votes", part.votes, laender)
        case Deadline():
            yield from _lead_faults("lead", part.lead)
        case Preparatory():
            yield from _lead_faults("earliest", part.earliest)
            yield from _lead_faults("latest", part.latest)
        case _:
            pass


def _lead_faults(key: str, lead: Lead | None) -> Iterator[Fault]:
    if lead is None:
        return
    yield from far(key, 7 * lead.weeks + lead.days, MOST_DAYS)
    if not (lead.weeks or lead.days):
        yield Fault(
            key,
            Text(
                f"„{key}“ braucht „weeks“ oder „days“.",
                f"“{key}” needs “weeks” or “days”.",
            ),
        )
