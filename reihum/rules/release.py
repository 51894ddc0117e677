"""Release for publication (Freigabe): part by part, with or without a veto."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.words import Text, listed


class Part(StrEnum):
    """What can be released, or held back, by itself."""

    RESOLUTION = "resolution"  # Beschluss
    STATEMENT = "statement"  # Protokollerklärung
    VOTES = "votes"  # Abstimmungsergebnis
    ANNEX = "annex"  # Anlage


PART_NAMES: Mapping[Part, Text] = {
    Part.RESOLUTION: Text("Beschluss", "resolution"),
    Part.STATEMENT: Text("Protokollerklärung", "statement for the record"),
    Part.VOTES: Text("Abstimmungsergebnis", "result of the vote"),
    Part.ANNEX: Text("Anlage", "annex"),
}

_NO_VETO = Text(
    "Ein Widerspruch hält hier die Veröffentlichung nicht auf.",
    "An objection does not hold publication back here.",
)


@dataclass(frozen=True, slots=True)
class Objection:
    """One member's objection (Widerspruch) to publishing one part."""

    member: str
    part: Part
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseOutcome:
    """What may be published, what a member holds back, and whether time still runs."""

    released: frozenset[Part]
    blocked: Mapping[Part, tuple[str, ...]]
    waiting: bool
    text: Text


def decide_release(
    parts: Collection[Part],
    objections: Collection[Objection],
    *,
    veto: bool,
    deadline: date | None,
    today: date,
) -> ReleaseOutcome:
    """Decide what may be published today.

    Without a veto everything is free at once, whatever is objected. With a veto, one
    member's objection holds its part back, and nothing is free while objections can
    still come: up to and including the day of the deadline, if there is one.
    """
    against = _by_part(parts, objections)
    blocked = against if veto else {}
    objected = _objected(against, veto=veto)
    if veto and deadline is not None and today <= deadline:
        text = _waiting(deadline) + objected
        return ReleaseOutcome(frozenset(), blocked, waiting=True, text=text)
    released = frozenset(parts) - blocked.keys()
    text = _free(released) + objected
    return ReleaseOutcome(released, blocked, waiting=False, text=text)


def _by_part(
    parts: Collection[Part], objections: Collection[Objection]
) -> dict[Part, tuple[str, ...]]:
    members: dict[Part, set[str]] = {}
    for objection in objections:
        if objection.part in parts:
            members.setdefault(objection.part, set()).add(objection.member)
    return {part: tuple(sorted(members[part])) for part in Part if part in members}


def _waiting(deadline: date) -> Text:
    day = in_words(PartialDate.of(deadline))
    return Text(
        f"Noch nicht freigegeben: Widerspruch ist bis zum {day.de} möglich.",
        f"Not yet released: objections are possible until {day.en}.",
    )


def _free(released: frozenset[Part]) -> Text:
    if not released:
        return Text(
            "Nichts ist frei zur Veröffentlichung.", "Nothing is free to be published."
        )
    names = [PART_NAMES[part] for part in Part if part in released]
    de, en = listed(name.de for name in names).de, listed(name.en for name in names).en
    return Text(f"Frei zur Veröffentlichung: {de}.", f"Free to be published: {en}.")


def _objected(against: Mapping[Part, tuple[str, ...]], *, veto: bool) -> Text:
    if not against:
        return Text("Kein Widerspruch.", "No objection.")
    de = "; ".join(
        f"{PART_NAMES[part].de} ({listed(members).de})"
        for part, members in against.items()
    )
    en = "; ".join(
        f"{PART_NAMES[part].en} ({listed(members).en})"
        for part, members in against.items()
    )
    text = Text(f"Widerspruch gegen: {de}.", f"Objection to: {en}.")
    return text if veto else text + _NO_VETO
