"""What fixing a version of the minutes (Niederschrift) has to respect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.facts import ConferenceState
from reihum.rules.numbering import sort_key
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal, Text, listed

LONGEST_REMARK = 5_000
LONGEST_FRAME = 20_000


class State(StrEnum):
    """How settled minutes are."""

    DRAFT = "draft"  # follows what happens
    PROVISIONAL = "provisional"  # vorläufig
    FINAL = "final"  # endgültig


STATE_NAMES: Mapping[State, Text] = {
    State.DRAFT: Text("Entwurf", "draft"),
    State.PROVISIONAL: Text("vorläufig", "provisional"),
    State.FINAL: Text("endgültig", "final"),
}
_REMARK = Text("Der Hinweis", "The remark")
_OPENING = Text("Der Text zur Eröffnung", "The opening text")
_CLOSING = Text("Der Text zum Schluss", "The closing text")

NO_SUCH_STATE = Refusal.invalid(
    "Bitte wählen Sie „vorläufig“ oder „endgültig“.",
    "Please choose “provisional” or “final”.",
    "state",
)
NOTHING_YET = Refusal.conflict(
    "Die Tagesordnung ist leer: Es gibt noch nichts, was in der Niederschrift stehen "
    "könnte.",
    "The agenda is empty: there is nothing yet that the minutes could say.",
)
IN_THE_FUTURE = Refusal.invalid(
    "Der Stand liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.",
    "The date of the version lies in the future. Please give today or an earlier day.",
    "as_of",
)
FINAL = Refusal.conflict(
    "Die Niederschrift ist endgültig; an ihr ändert sich nichts mehr.",
    "The minutes are final; nothing changes in them any more.",
)


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was fixed: how settled, and as of which day (Stand)."""

    state: State
    as_of: date


def state_of(word: str) -> State | Refusal:
    """Read "provisional" or "final": a draft is nothing to fix."""
    fixed = (State.PROVISIONAL, State.FINAL)
    return State(word) if word in fixed else NO_SUCH_STATE


def check_open(
    number: int, state: ConferenceState, versions: Sequence[Version]
) -> Refusal | None:
    """Return why nothing can be added to the record of a conference any more.

    One that was held without minutes here has its record elsewhere.
    """
    if any(version.state is State.FINAL for version in versions):
        return FINAL
    if state is not ConferenceState.HELD or versions:
        return None
    return Refusal.conflict(
        f"Die {number}.{NB}Konferenz ist abgeschlossen; ihre Niederschrift wurde nicht "
        "hier geschrieben, und an ihr ändert sich nichts mehr.",
        f"Conference {number} is closed; its minutes were not written here, and "
        "nothing changes in them any more.",
    )


def check_happened(items: int) -> Refusal | None:
    """Return why there is nothing yet that minutes could say."""
    return None if items else NOTHING_YET


def check_held(number: int, *, cancelled: bool) -> Refusal | None:
    """Return why a conference has no minutes: it did not take place."""
    if not cancelled:
        return None
    return Refusal.conflict(
        f"Die {number}.{NB}Konferenz ist ausgefallen; es gibt keine Niederschrift.",
        f"Conference {number} was cancelled; there are no minutes.",
    )


def check_fix(
    state: State,
    as_of: date,
    versions: Sequence[Version],
    stages: Mapping[str, Stage],
    today: date,
) -> Refusal | None:
    """Return why this version cannot be fixed now.

    `stages` has the stage of each item by its number. No version is fixed during a
    vote, and a final one only when every item has come to its end.
    """
    if as_of > today:
        return IN_THE_FUTURE
    if versions and as_of < versions[-1].as_of:
        return _backwards(versions[-1].as_of)
    if voting := _at(stages, Stage.IN_VOTE):
        return _voting(voting)
    waiting = _at(stages, Stage.ON_AGENDA)
    return _undecided(waiting) if waiting and state is State.FINAL else None


def check_remark(text: str) -> Refusal | None:
    """Return why this remark cannot stand in the minutes."""
    return _too_long("text", _REMARK, text, LONGEST_REMARK)


def check_frame(opening: str, closing: str) -> Refusal | None:
    """Return why this cannot be said before or after the items."""
    return _too_long("opening", _OPENING, opening, LONGEST_FRAME) or _too_long(
        "closing", _CLOSING, closing, LONGEST_FRAME
    )


def _too_long(field: str, name: Text, text: str, most: int) -> Refusal | None:
    if len(text) <= most:
        return None
    return Refusal.invalid(
        f"{name.de} hat {len(text)} Zeichen, möglich sind {most}.",
        f"{name.en} has {len(text)} characters, {most} are possible.",
        field,
    )


def _at(stages: Mapping[str, Stage], stage: Stage) -> list[str]:
    return sorted((no for no, there in stages.items() if there is stage), key=sort_key)


def _backwards(last: date) -> Refusal:
    day = in_words(PartialDate.of(last))
    return Refusal.invalid(
        f"Die letzte Fassung hat den Stand {day.de}; die neue kann nicht älter sein.",
        f"The last version is as of {day.en}; the new one cannot be older.",
        "as_of",
    )


def _voting(numbers: Sequence[str]) -> Refusal:
    names = listed(numbers)
    return Refusal.conflict(
        f"Noch wird abgestimmt: TOP{NB}{names.de}. Bitte schließen Sie erst die "
        "Abstimmung.",
        f"A vote is still open: item{NB}{names.en}. Please close the ballot first.",
    )


def _undecided(numbers: Sequence[str]) -> Refusal:
    names = listed(numbers)
    return Refusal.conflict(
        f"Noch nicht abgeschlossen: TOP{NB}{names.de}. Endgültig wird die "
        "Niederschrift erst, wenn jeder Punkt ein Ergebnis hat; vorläufig kann sie "
        "jetzt schon sein.",
        f"Not yet concluded: item{NB}{names.en}. The minutes can be final only when "
        "every item has a result; they can be provisional now.",
    )
