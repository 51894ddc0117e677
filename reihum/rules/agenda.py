"""What can be done with the items of an agenda (Tagesordnung)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.motion import LONGEST_TITLE
from reihum.rules.numbering import check, merged
from reihum.rules.stages import Move, Stage, Treatment, move, name_of
from reihum.rules.words import Refusal

LONGEST = 24  # characters that a number may have
TOGETHER = frozenset({Treatment.BLOCK, Treatment.GREEN_LIST})
# What the office notes when an item ends without a vote.
ENDINGS = (
    Move.NOTE,
    Move.CLOSE_WITHOUT_DECISION,
    Move.FINISH,
    Move.DEFER,
    Move.DROP,
)
# How a motion ends that never came on the agenda.
LEFT_OUT = (Move.DROP, Move.DEFER)
# These follow from something that was done, and cannot be chosen.
_FOLLOWS = frozenset({Treatment.JOINT, Treatment.FINISHED_IN_PREPARATION})
CHOICES = tuple(one for one in Treatment if one not in _FOLLOWS)


def check_treatment(wanted: Treatment, stage: Stage, *, late: bool) -> Refusal | None:
    """Return why an item cannot be dealt with in this way, if so."""
    if stage is not Stage.ON_AGENDA:
        now = name_of(stage)
        return Refusal.conflict(
            f"Stand des Punktes: „{now.de}“. Wie er behandelt wird, steht damit fest.",
            f"The item’s stage is “{now.en}”. How it is dealt with is settled.",
            "treatment",
        )
    if wanted in _FOLLOWS:
        name = name_of(wanted)
        return Refusal.invalid(
            f"„{name.de}“ ergibt sich, wenn Sie Punkte verbinden oder abschließen.",
            f"“{name.en}” follows when you join or conclude items.",
            "treatment",
        )
    if wanted is Treatment.LATE_ADMITTED and not late:
        return Refusal.invalid(
            "Dieser Punkt war nicht verfristet.",
            "This item was not registered late.",
            "treatment",
        )
    return None


def check_pull_out(
    treatment: Treatment, stage: Stage, *, any_member: bool
) -> Refusal | None:
    """Return why one member cannot pull an item out of the block, if so."""
    if treatment not in TOGETHER or stage is not Stage.ON_AGENDA:
        return Refusal.conflict(
            "Dieser Punkt steht nicht (mehr) im Block; er wird einzeln behandelt.",
            "This item is not (or no longer) in the block; it is dealt with by itself.",
        )
    if not any_member:
        return Refusal.forbidden(
            "Nach den Regeln dieser Konferenz kann ein einzelnes Mitglied keinen Punkt "
            "aus dem Block nehmen.",
            "Under the rules of this conference a single member cannot pull an item "
            "out of the block.",
        )
    return None


def ending(stage: Stage, wanted: Move) -> Stage | Refusal:
    """Return the stage in which an item ends without a vote."""
    if wanted not in ENDINGS:
        name = name_of(wanted)
        return Refusal.invalid(
            f"„{name.de}“ beendet keinen Punkt der Tagesordnung.",
            f"“{name.en}” does not end an item of the agenda.",
            "move",
        )
    if stage is Stage.IN_VOTE:
        return Refusal.conflict(
            "Über diesen Punkt wird gerade abgestimmt. Schließen Sie zuerst die "
            "Abstimmung.",
            "This item is being voted on. Close the vote first.",
        )
    return move(stage, wanted)


def joined_number(kept: str, added: str) -> str | Refusal:
    """Return the number under which two items are dealt with together: "3/5"."""
    number = merged([kept, added])
    return number if len(number) <= LONGEST else _too_long(number, "with_item")


def check_number(number: str, taken: Collection[str]) -> Refusal | None:
    """Return why an item cannot be given this number, if so."""
    if len(number) > LONGEST:
        return _too_long(number, "number")
    return check(number, taken)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two items that are to be joined."""

    item: int
    conference: int
    stage: Stage


def check_join(added: Side, kept: Side) -> Refusal | None:
    """Return why one item cannot be dealt with under another one, if so."""
    if added.item == kept.item:
        return Refusal.invalid(
            "Ein Punkt lässt sich nicht mit sich selbst verbinden.",
            "An item cannot be joined with itself.",
            "with_item",
        )
    if added.conference != kept.conference:
        return Refusal.invalid(
            "Die beiden Punkte gehören zu verschiedenen Konferenzen.",
            "The two items belong to different conferences.",
            "with_item",
        )
    if kept.stage is not Stage.ON_AGENDA:
        now = name_of(kept.stage)
        return Refusal.conflict(
            f"Mit diesem Punkt geht es nicht mehr; sein Stand ist „{now.de}“.",
            f"That item can no longer be joined; its stage is “{now.en}”.",
            "with_item",
        )
    return None


def left_out(word: str) -> Move | Refusal:
    """Read how a motion is left off the agenda: "drop" or "defer"."""
    if word in LEFT_OUT:
        return Move(word)
    return Refusal.invalid(
        "Bitte wählen Sie, ob der Antrag vertagt wird oder entfällt.",
        "Please choose whether the motion is deferred or dropped.",
        "move",
    )


def check_no_item(*, has_item: bool) -> Refusal | None:
    """Return why this is done on the agenda, if the motion stands there."""
    if not has_item:
        return None
    return Refusal.conflict(
        "Dieser Antrag hat schon einen Platz auf der Tagesordnung; was aus ihm wird, "
        "tragen Sie dort ein.",
        "This motion already has its place on the agenda; enter there what becomes of "
        "it.",
    )


def check_no_heading(*, section: bool) -> Refusal | None:
    """Return why this cannot be done with a heading, if it is one."""
    if not section:
        return None
    return Refusal.conflict(
        "Das ist eine Überschrift, kein Tagesordnungspunkt.",
        "This is a heading, not an agenda item.",
    )


def check_title(title: str) -> Refusal | None:
    """Return what is wrong with the title of an item, if anything."""
    if 0 < len(title) <= LONGEST_TITLE:
        return None
    return Refusal.invalid(
        f"Ein Tagesordnungspunkt braucht einen Titel von höchstens {LONGEST_TITLE} "
        "Zeichen.",
        f"An agenda item needs a title of at most {LONGEST_TITLE} characters.",
        "title",
    )


def check_publication(
    *, items: int, published: date | None, public: bool | None
) -> Refusal | None:
    """Return why an agenda cannot be published, if so.

    `public` is what the rules of procedure say: IMK agendas never are.
    """
    if public is False:
        return Refusal.conflict(
            "Nach den Regeln dieser Konferenz ist die Tagesordnung nicht öffentlich.",
            "Under the rules of this conference the agenda is not public.",
        )
    if not items:
        return Refusal.conflict(
            "Die Tagesordnung ist noch leer.", "The agenda is still empty."
        )
    if published is not None:
        day = in_words(PartialDate.of(published))
        return Refusal.conflict(
            f"Die Tagesordnung ist seit dem {day.de} öffentlich; was Sie daran ändern, "
            "ist sofort zu sehen.",
            f"The agenda has been public since {day.en}; what you change in it can be "
            "seen at once.",
        )
    return None


def unknown_item() -> Refusal:
    """Say that there is no such item."""
    return Refusal.unknown(
        "Diesen Tagesordnungspunkt gibt es nicht.", "There is no such agenda item."
    )


def unknown_conference(number: int) -> Refusal:
    """Say that there is no such conference."""
    return Refusal.unknown(
        f"Eine {number}.{NB}Konferenz gibt es hier nicht.",
        f"There is no conference {number} here.",
        "conference",
    )


def _too_long(number: str, field: str) -> Refusal:
    return Refusal.invalid(
        f"„{number}“ ist zu lang: Eine Nummer hat höchstens {LONGEST} Zeichen.",
        f"“{number}” is too long: a number has at most {LONGEST} characters.",
        field,
    )
