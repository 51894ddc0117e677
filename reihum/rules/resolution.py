"""What the release of a resolution has to respect: whom to ask, and until when.

What may be published on a day, part by part, stands in `release.py`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from reihum.rules.dates import PartialDate, check_reach, in_words
from reihum.rules.release import (
    PART_NAMES,
    Objection,
    Part,
    ReleaseOutcome,
    decide_release,
)
from reihum.rules.words import Refusal, Text, listed

LONGEST_REASON = 2_000

UNKNOWN = Refusal.unknown(
    "Diesen Beschluss gibt es nicht.", "There is no such resolution."
)
NOTHING_LEFT = Refusal.conflict(
    "Alle Teile sind schon veröffentlicht; nach einer Freigabe ist nicht mehr zu "
    "fragen.",
    "All parts are published already; there is no release left to ask for.",
)
IN_THE_PAST = Refusal.invalid(
    "Dieser Tag ist vorbei. Bitte geben Sie den Ländern bis heute oder länger Zeit.",
    "This day is over. Please give the Länder until today or longer.",
    "until",
)
NOT_ASKED = Refusal.conflict(
    "Nach der Freigabe ist noch nicht gefragt. Widersprechen kann man, sobald die "
    "Geschäftsstelle fragt.",
    "The release has not been asked for yet. One can object as soon as the office "
    "asks.",
)
ASK_FIRST = Refusal.conflict(
    "Ein Mitglied kann der Veröffentlichung widersprechen. Bitte fragen Sie zuerst "
    "nach der Freigabe, und bis wann.",
    "A member can object to publication. Please ask for the release first, and say "
    "until when.",
)
NO_SUCH_PART = Refusal.invalid(
    "Diesen Teil hat der Beschluss nicht.", "The resolution has no such part.", "part"
)
NO_OBJECTION = Refusal.conflict(
    "Dagegen liegt von Ihnen kein Widerspruch vor.", "You have not objected to this."
)
NOTHING_CHOSEN = Refusal.invalid(
    "Bitte wählen Sie, was veröffentlicht wird.",
    "Please choose what is to be published.",
    "parts",
)
NOT_BY_ITSELF = Refusal.invalid(
    "Abstimmungsergebnis und Protokollerklärungen erscheinen mit dem Beschluss oder "
    "nach ihm, nicht ohne ihn.",
    "The result of the vote and statements appear with the resolution or after it, "
    "not without it.",
    "parts",
)


@dataclass(frozen=True, slots=True)
class Release:
    """How far the release of one resolution has come.

    `parts` is all there is to release, `released` what is public already, `until` the
    last day for objections: None as long as nobody was asked.
    """

    parts: frozenset[Part]
    released: frozenset[Part]
    objections: tuple[Objection, ...]
    until: date | None
    veto: bool

    @property
    def pending(self) -> frozenset[Part]:
        return self.parts - self.released

    @property
    def must_ask(self) -> bool:
        """Return whether the members have to be asked before anything is public."""
        return self.veto and self.until is None

    def open_on(self, today: date) -> bool:
        """Return whether objections can come on that day."""
        return bool(self.pending) and self.until is not None and today <= self.until

    def decide(self, today: date) -> ReleaseOutcome:
        """Decide what of the rest may be published today."""
        return decide_release(
            self.pending,
            self.objections,
            veto=self.veto,
            deadline=self.until,
            today=today,
        )

    def free_on(self, today: date) -> frozenset[Part]:
        """Return what the office can publish today."""
        return frozenset() if self.must_ask else self.decide(today).released

    def objected(self, member: str, part: Part) -> bool:
        return any((o.member, o.part) == (member, part) for o in self.objections)


def part_of(word: str) -> Part | Refusal:
    """Read "resolution", "votes" or "statement"."""
    return Part(word) if word in set(Part) else NO_SUCH_PART


def check_ask(release: Release, until: date, today: date) -> Refusal | None:
    """Return why the office cannot ask the members until that day."""
    if not release.pending:
        return NOTHING_LEFT
    if refusal := check_reach("until", PartialDate.of(until)):
        return refusal
    if until < today:
        return IN_THE_PAST
    if release.until is not None and until < release.until:
        return _shorter(release.until)
    return None


def check_objection(
    release: Release, member: str, part: Part, reason: str, today: date
) -> Refusal | None:
    """Return why a member cannot object to publishing this part now."""
    if part not in release.parts:
        return NO_SUCH_PART
    if part in release.released:
        return _published({part})
    if release.until is None:
        return NOT_ASKED
    if today > release.until:
        return _over(release.until)
    if release.objected(member, part):
        return _again(part)
    return _too_long(len(reason)) if len(reason) > LONGEST_REASON else None


def check_end_of_objection(release: Release, member: str, part: Part) -> Refusal | None:
    """Return why there is nothing for this member to take back."""
    return None if release.objected(member, part) else NO_OBJECTION


def check_publish(
    release: Release, chosen: Collection[Part], today: date
) -> Refusal | None:
    """Return why these parts cannot become public today."""
    if refusal := _check_choice(release, chosen):
        return refusal
    if release.must_ask:
        return ASK_FIRST
    decided = release.decide(today)
    if decided.waiting:
        return Refusal.conflict(decided.text.de, decided.text.en, "parts")
    if held := frozenset(chosen) & decided.blocked.keys():
        return _blocked(held, decided)
    return None


def _check_choice(release: Release, chosen: Collection[Part]) -> Refusal | None:
    if not chosen:
        return NOTHING_CHOSEN
    if not release.parts.issuperset(chosen):
        return NO_SUCH_PART
    if public := release.released.intersection(chosen):
        return _published(public)
    alone = Part.RESOLUTION not in {*chosen, *release.released}
    return NOT_BY_ITSELF if alone else None


def names_of(parts: Collection[Part]) -> Text:
    """Return "Beschluss und Abstimmungsergebnis", always in the same order."""
    names = [PART_NAMES[part] for part in Part if part in parts]
    return Text(listed(n.de for n in names).de, listed(n.en for n in names).en)


def _shorter(until: date) -> Refusal:
    day = in_words(PartialDate.of(until))
    return Refusal.invalid(
        f"Die Länder haben Zeit bis zum {day.de}. Die Frist lässt sich verlängern, "
        "nicht verkürzen.",
        f"The Länder have time until {day.en}. The time can be extended, not cut.",
        "until",
    )


def _published(parts: Collection[Part]) -> Refusal:
    names = names_of(parts)
    return Refusal.conflict(
        f"Schon veröffentlicht: {names.de}.", f"Published already: {names.en}."
    )


def _over(until: date) -> Refusal:
    day = in_words(PartialDate.of(until))
    return Refusal.conflict(
        f"Widerspruch war bis zum {day.de} möglich.",
        f"Objections were possible until {day.en}.",
    )


def _again(part: Part) -> Refusal:
    name = PART_NAMES[part]
    return Refusal.conflict(
        f"Ihr Widerspruch liegt schon vor ({name.de}).",
        f"Your objection is there already ({name.en}).",
    )


def _too_long(length: int) -> Refusal:
    return Refusal.invalid(
        f"Die Begründung hat {length} Zeichen, möglich sind {LONGEST_REASON}.",
        f"The reason has {length} characters, {LONGEST_REASON} are possible.",
        "reason",
    )


def _blocked(held: Collection[Part], decided: ReleaseOutcome) -> Refusal:
    names = names_of(held)
    who = sorted({member for part in held for member in decided.blocked[part]})
    return Refusal.conflict(
        f"Durch Widerspruch von {listed(who).de} gesperrt: {names.de}.",
        f"Held back by the objection of {listed(who).en}: {names.en}.",
        "parts",
    )
