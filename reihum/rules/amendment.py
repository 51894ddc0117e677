"""What a Land may want changed in a motion (Änderungsantrag), when, and how it came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import NB
from reihum.rules.laender import who
from reihum.rules.motion import OPEN
from reihum.rules.stages import Stage as MotionStage
from reihum.rules.stages import name_of
from reihum.rules.text.changes import Change, in_order
from reihum.rules.text.origin import LEAST_KNOWN
from reihum.rules.timetable import DeadlineKind
from reihum.rules.words import Refusal, Text, capital

LONGEST_REASON = 5_000
MOST_CHANGES = 5_000  # a file that rewrites forty pages has fewer
DEADLINE = DeadlineKind.AMENDMENTS


class Way(StrEnum):
    """How an amendment came in."""

    BROWSER = "browser"
    WORD = "word"  # a file in which the changes are noted
    COMPARED = "compared"  # a file in which they are not; we compared


class Stage(StrEnum):
    """How far an amendment has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # by a later one of the same Land
    CARRIED = "carried"  # the motion moved on; it goes on with the next version
    DECIDED = "decided"  # the motion moved on, and nothing of it was left open


WAY_NAMES: Mapping[Way, Text] = {
    Way.BROWSER: Text("hier geschrieben", "written here"),
    Way.WORD: Text("aus Word", "from Word"),
    Way.COMPARED: Text("aus Word, durch Vergleich", "from Word, by comparing"),
}
STAGE_NAMES: Mapping[Stage, Text] = {
    Stage.DRAFT: Text("Entwurf", "draft"),
    Stage.SUBMITTED: Text("eingereicht", "submitted"),
    Stage.WITHDRAWN: Text("zurückgezogen", "withdrawn"),
    Stage.REPLACED: Text("ersetzt", "replaced"),
    Stage.CARRIED: Text("in die nächste Fassung mitgenommen", "carried over"),
    Stage.DECIDED: Text("entschieden", "decided"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The version that somebody wants to amend.

    `newest` says that no other came after it, `frozen` that it was put to the vote.
    """

    stage: MotionStage
    newest: bool = True
    frozen: bool = False


def check_open(ground: Ground) -> Refusal | None:
    """Return why a version can no longer be amended, if so."""
    if ground.stage is MotionStage.DRAFT:
        return Refusal.conflict(
            "Dieser Antrag ist noch ein Entwurf Ihres Landes. Ändern Sie ihn "
            "unmittelbar; Änderungsanträge gibt es, sobald er eingereicht ist.",
            "This motion is still a draft of your Land. Change it directly; there are "
            "amendments once it has been submitted.",
        )
    if ground.frozen or ground.stage is MotionStage.IN_VOTE:
        return Refusal.conflict(
            "Über diese Fassung wird abgestimmt; ihr Wortlaut ist eingefroren.",
            "This version is being voted on; its wording is frozen.",
        )
    if ground.stage not in OPEN:
        now = name_of(ground.stage)
        return Refusal.conflict(
            f"Für Änderungen ist es zu spät: Stand des Antrags „{now.de}“.",
            f"It is too late for amendments: the motion’s stage is “{now.en}”.",
        )
    return None if ground.newest else moved_on()


def moved_on() -> Refusal:
    """Say that the text is another one by now."""
    return Refusal.conflict(
        "Inzwischen gibt es eine neuere Fassung des Antrags. Bitte laden Sie die Seite "
        "neu und sehen Sie nach, ob Ihre Änderung dort noch passt; gespeichert wurde "
        "nichts.",
        "By now there is a newer version of the motion. Please reload the page and see "
        "whether your change still fits there; nothing was stored.",
    )


def other_text() -> Refusal:
    """Say that what came in does not belong to this text."""
    return Refusal.invalid(
        "Diese Änderungen gehören zu einem anderen Text. Gespeichert wurde nichts; "
        "bitte laden Sie die Seite neu.",
        "These changes belong to another text. Nothing was stored; please reload the "
        "page.",
    )


def check_known(title: str, known: int) -> Refusal | None:
    """Return why a file is no amendment to this motion: so little of it is known."""
    if known >= LEAST_KNOWN:
        return None
    return Refusal.invalid(
        f"Diese Datei gehört zu einem anderen Text: Von ihren Absätzen stehen nur "
        f"{known} % in „{title}“. Bitte nehmen Sie die Datei, die zu diesem Antrag "
        "gehört; gespeichert wurde nichts.",
        f"This file belongs to another text: only {known} % of its paragraphs stand in "
        f"“{title}”. Please take the file of this motion; nothing was stored.",
        "file",
    )


def check_asked(changes: int, comments: int, number: int) -> Refusal | None:
    """Return why a file is no amendment: it asks for nothing."""
    if changes:
        return None
    if comments:
        return Refusal.invalid(
            "Die Datei enthält Kommentare, aber keine Änderung an "
            f"Fassung{NB}{number}. Ändern Sie den Text selbst; die Kommentare werden "
            "dann seine Begründung.",
            f"The file holds comments, but changes nothing in version {number}. Change "
            "the text itself; the comments then become its reasons.",
            "file",
        )
    return Refusal.invalid(
        f"Die Datei ist wortgleich mit Fassung{NB}{number}: Es ist nichts geändert.",
        f"The file reads as version {number} does: nothing is changed.",
        "file",
    )


def from_older(number: int, newest: int, carried: int, left: int) -> Text:
    """Say that a file was made from an older version, and what came of that."""
    return Text(
        f"Die Datei ist aus Fassung{NB}{number} entstanden. Auf Fassung{NB}{newest} "
        f"übertragen: {carried} von {carried + left} Änderungen.",
        f"The file was made from version {number}. Carried over to version {newest}: "
        f"{carried} of {carried + left} changes.",
    )


def unknown_amendment() -> Refusal:
    """Say that there is no such amendment, at least not for the one who asks."""
    return Refusal.unknown(
        "Diesen Änderungsantrag gibt es nicht, oder er ist noch der Entwurf eines "
        "anderen Landes.",
        "There is no such amendment, or it is still the draft of another Land.",
    )


def not_a_member(member: str, body: str) -> Refusal:
    """Say that amendments come from members only."""
    name = who(member)
    return Refusal.invalid(
        f"{capital(name.de)} ist kein Mitglied der {body}. Änderungsanträge stellen "
        "nur die Mitglieder.",
        f"{capital(name.en)} is no member of the {body}. Only members submit "
        "amendments.",
        "member",
    )


def is_late(day: date, deadline: date | None) -> bool:
    """Return whether an amendment comes after the deadline: it is taken, and marked."""
    return deadline is not None and day > deadline


def check_changes(changes: Sequence[Change], reasons: Sequence[str]) -> Refusal | None:
    """Return why these changes cannot be one amendment, if so."""
    if len(changes) > MOST_CHANGES:
        return Refusal.invalid(
            f"Das sind {len(changes)} Änderungen; möglich sind {MOST_CHANGES}. Bitte "
            "legen Sie einen eigenen Antrag vor.",
            f"These are {len(changes)} changes; {MOST_CHANGES} are possible. Please "
            "submit a motion of your own.",
        )
    longest = max(map(len, reasons), default=0)
    if longest > LONGEST_REASON:
        return Refusal.invalid(
            f"Eine Begründung hat {longest} Zeichen, möglich sind {LONGEST_REASON}.",
            f"A reason has {longest} characters, {LONGEST_REASON} are possible.",
            "reason",
        )
    return None if _apart(changes) else _overlapping()


def check_something(changes: Sequence[Change]) -> Refusal | None:
    """Return why there is nothing to submit, if so."""
    if changes:
        return None
    return Refusal.invalid(
        "Noch ist nichts geändert. Ändern Sie zuerst einen Absatz, oder laden Sie eine "
        "Word-Datei hoch.",
        "Nothing has been changed yet. Change a paragraph first, or upload a Word "
        "file.",
    )


def check_draft(stage: Stage) -> Refusal | None:
    """Return why an amendment cannot be rewritten, if so."""
    if stage is Stage.DRAFT:
        return None
    return Refusal.conflict(
        "Dieser Änderungsantrag ist schon eingereicht. Ziehen Sie ihn zurück, oder "
        "reichen Sie einen weiteren ein.",
        "This amendment has been submitted. Withdraw it, or submit another one.",
    )


def check_submitted(stage: Stage) -> Refusal | None:
    """Return why an amendment is no longer one that stands, if so."""
    if stage is Stage.SUBMITTED:
        return None
    now = STAGE_NAMES[stage]
    return Refusal.conflict(
        f"Dafür ist es zu spät: Stand des Änderungsantrags „{now.de}“.",
        f"It is too late for that: the amendment’s stage is “{now.en}”.",
    )


def check_support(
    author: str, supporters: Sequence[str], member: str
) -> Refusal | None:
    """Return why a member cannot stand behind this amendment, if so."""
    name = who(member)
    if member == author:
        return Refusal.conflict(
            f"{capital(name.de)} hat diesen Änderungsantrag selbst gestellt.",
            f"{capital(name.en)} submitted this amendment itself.",
        )
    if member in supporters:
        return Refusal.conflict(
            f"{capital(name.de)} unterstützt diesen Änderungsantrag schon.",
            f"{capital(name.en)} already supports this amendment.",
        )
    return None


def check_end_support(supporters: Sequence[str], member: str) -> Refusal | None:
    """Return why a member cannot end its support, if so."""
    if member in supporters:
        return None
    name = who(member)
    return Refusal.conflict(
        f"{capital(name.de)} unterstützt diesen Änderungsantrag nicht.",
        f"{capital(name.en)} does not support this amendment.",
    )


def _apart(changes: Sequence[Change]) -> bool:
    """Whether all of them can be made together, and say one thing at each place."""
    end, words_at = 0, -1
    for change in in_order(changes):
        words_in = change.start == change.end and not change.begins_paragraph
        if change.start < end or (words_in and change.start == words_at):
            return False
        end, words_at = change.end, change.start if words_in else words_at
    return True


def _overlapping() -> Refusal:
    return Refusal.invalid(
        "Zwei Ihrer Änderungen betreffen dieselben Wörter. Bitte nehmen Sie eine davon "
        "zurück.",
        "Two of your changes concern the same words. Please take one of them back.",
    )
