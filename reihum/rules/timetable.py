"""The deadlines of one conference (Fristen), counted back by its body's rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.deadlines import Anchor, Calendar, Due, due
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_parts import Deadline
from reihum.rules.words import Refusal, Text


class DeadlineKind(StrEnum):
    """What has to be done by a day; the values are those of the database."""

    INVITATION = "invitation"
    MOTIONS = "motions"
    COSPONSORS = "cosponsors"
    AMENDMENTS = "amendments"
    DOCUMENTS = "documents"


KIND_NAMES: Mapping[DeadlineKind, Text] = {
    DeadlineKind.INVITATION: Text("Einladung", "Invitation"),
    DeadlineKind.MOTIONS: Text("Anmeldeschluss", "Motions due"),
    DeadlineKind.COSPONSORS: Text("Mitanträge", "Co-sponsoring"),
    DeadlineKind.AMENDMENTS: Text("Änderungsanträge", "Amendments"),
    DeadlineKind.DOCUMENTS: Text("Unterlagen", "Documents"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One deadline with its explanation; `assumed` if no source gives its rule."""

    kind: DeadlineKind
    due: Due
    assumed: bool


def timetable(
    book: Rulebook, anchors: Mapping[Anchor, date], calendar: Calendar
) -> tuple[Planned, ...]:
    """Return the deadlines that the rules give, the earliest first.

    A rule without a lead time, or whose anchor has no day yet, gives none.
    """
    planned = (
        Planned(kind, due(anchors[rule.anchor], rule.lead, calendar), rule.assumed)
        for kind, rule in _rules(book)
        if rule.lead is not None and rule.anchor in anchors
    )
    return tuple(sorted(planned, key=lambda one: one.due.day))


def missing_anchor(book: Rulebook, anchors: Mapping[Anchor, date]) -> Anchor | None:
    """Return the day that a deadline counts from, if it is not known yet."""
    wanted = (rule.anchor for _, rule in _rules(book) if rule.lead is not None)
    return next((anchor for anchor in wanted if anchor not in anchors), None)


def ask_for(anchor: Anchor) -> Refusal:
    """Say that a deadline cannot be counted, because its anchor has no day yet."""
    if anchor is Anchor.FIRST_PRE_MEETING:
        return Refusal.invalid(
            "Die Fristen zählen von der ersten Ländervorbesprechung an. Bitte geben "
            "Sie deren Tag an.",
            "The deadlines count from the first pre-meeting of the Länder. Please name "
            "its day.",
            "first_pre_meeting",
        )
    return Refusal.conflict(
        "Die Fristen zählen von der Vorkonferenz an. Bitte planen Sie diese zuerst.",
        "The deadlines count from the preparatory conference. Please plan that first.",
    )


def check_before(field: str, day: date, session: date) -> Refusal | None:
    """Return why a day that belongs before the conference cannot be this one."""
    if day < session:
        return None
    begins = in_words(PartialDate.of(session))
    return Refusal.invalid(
        f"Dieser Tag liegt nicht vor der Konferenz; sie beginnt am {begins.de}.",
        f"This day does not lie before the conference; that begins on {begins.en}.",
        field,
    )


def with_own_day(
    planned: tuple[Planned, ...], own: date, today: date, session: date
) -> tuple[Planned, ...] | Refusal:
    """Put the office's own day for motions in the place of the computed one."""
    if own < today:
        return _own_day_is_over(own)
    if refusal := check_before("motions_by", own, session):
        return refusal
    ruled = next((one for one in planned if one.kind == DeadlineKind.MOTIONS), None)
    if ruled is not None and ruled.due.day == own:
        return planned
    chosen = Planned(DeadlineKind.MOTIONS, Due(own, _why_own(ruled)), assumed=False)
    others = (one for one in planned if one.kind != DeadlineKind.MOTIONS)
    return tuple(sorted((chosen, *others), key=lambda one: one.due.day))


def check_call(planned: tuple[Planned, ...], today: date) -> Refusal | None:
    """Return why a call for motions cannot go out with these deadlines, if so."""
    ruled = next((one for one in planned if one.kind == DeadlineKind.MOTIONS), None)
    if ruled is None:
        return Refusal.invalid(
            "Das Regelwerk nennt keine Frist für Anträge. Bitte geben Sie selbst einen "
            "Tag an.",
            "The rules give no deadline for motions. Please name a day yourself.",
            "motions_by",
        )
    if ruled.due.day >= today:
        return None
    day = in_words(PartialDate.of(ruled.due.day))
    return Refusal.conflict(
        f"Die Frist für Anträge ist nach der Regel schon vorbei ({day.de}). Bitte "
        "geben Sie selbst einen Tag an.",
        f"By the rule, the deadline for motions is over ({day.en}). Please name a day "
        "yourself.",
        "motions_by",
    )


def _rules(book: Rulebook) -> Iterator[tuple[DeadlineKind, Deadline]]:
    rules = {
        DeadlineKind.INVITATION: book.invitation,
        DeadlineKind.MOTIONS: book.registration,
        DeadlineKind.COSPONSORS: book.cosponsoring,
        DeadlineKind.AMENDMENTS: book.amending,
        DeadlineKind.DOCUMENTS: book.documents,
    }
    return ((kind, rule) for kind, rule in rules.items() if rule is not None)


def _why_own(ruled: Planned | None) -> Text:
    if ruled is None:
        return Text(
            "von der Geschäftsstelle gesetzt; eine Regel dazu ist nicht bekannt",
            "set by the office; no rule for it is known",
        )
    day = in_words(PartialDate.of(ruled.due.day))
    return Text(
        f"von der Geschäftsstelle gesetzt; nach der Regel wäre es der {day.de}",
        f"set by the office; by the rule it would be {day.en}",
    )


def _own_day_is_over(own: date) -> Refusal:
    day = in_words(PartialDate.of(own))
    return Refusal.invalid(
        f"Der {day.de} ist schon vorbei.", f"{day.en} is over.", "motions_by"
    )
