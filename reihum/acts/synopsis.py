"""The synopsis decided: wishes accepted or rejected, compromises worded, agreed to.

Every act locks the row of the motion. So two offices come one after the other, and the
second is told what the first one did since its page was shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.synopsis_rows import Here, here
from reihum.acts.synopsis_taken import TakenOver, take_over
from reihum.records.models import Compromise, Consent, Decision
from reihum.rules import compromise as wording
from reihum.rules import decision as rules
from reihum.rules.decision import Fate
from reihum.rules.rights import Right
from reihum.rules.signs import one_line
from reihum.rules.text.synopsis import Point
from reihum.rules.text.tokens import said
from reihum.rules.words import Refusal

__all__ = [
    "Done",
    "TakenOver",
    "accept_undisputed",
    "consent",
    "decide",
    "end_compromise",
    "take_over",
    "word_compromise",
]


@dataclass(frozen=True, slots=True)
class Done:
    """How many points were decided, and how many of those sent are no longer there."""

    changed: int
    gone: int = 0


@act
def decide(  # noqa: PLR0913  (what one click says)
    by: By,
    *,
    motion: int,
    version: int,
    keys: Sequence[str],
    accepted: bool | None,
    reason: str = "",
    seen: Fate | None = None,
) -> Done | Refusal:
    """Accept or reject wishes, or take that back (None).

    `seen` is what held when the page was shown. Wishes that are no longer there, since
    somebody withdrew them, are passed over.
    """
    place = here(by, motion, version, Right.DECIDE_AMENDMENT)
    if isinstance(place, Refusal):
        return place
    known = [key for key in dict.fromkeys(keys) if key in place.laid.synopsis.by_key]
    wanted, reason = _wanted(accepted=accepted), reason.strip()
    refusal = (
        _check_seen(place, known, wanted, seen)
        or rules.check_reason(reason)
        or _check(place, known, wanted)
    )
    if refusal:
        return refusal
    return Done(_decide(by, place, known, wanted, reason), len({*keys}) - len(known))


@act
def accept_undisputed(by: By, *, motion: int, version: int) -> Done | Refusal:
    """Accept at one stroke all that nobody stands against."""
    place = here(by, motion, version, Right.DECIDE_AMENDMENT)
    if isinstance(place, Refusal):
        return place
    keys = rules.undisputed(place.laid.synopsis, place.laid.decided)
    return Done(_decide(by, place, keys, Fate.ACCEPTED, ""))


@act
def word_compromise(  # noqa: PLR0913  (what one form says)
    by: By, *, motion: int, version: int, paragraph: str, text: str, seen: int = 0
) -> int | Refusal:
    """Word a paragraph instead of the wishes for it; return the compromise.

    `seen` is the compromise that the page showed, 0 for none. Another wording is
    another compromise: what the Länder said to the one before is gone.
    """
    place = here(by, motion, version, Right.WORD_COMPROMISE)
    if isinstance(place, Refusal):
        return place
    text, before = one_line(text), place.compromise(paragraph)
    if before and before.text == text:
        return before.pk
    if before and before.pk != seen:
        return wording.other_wording(before.text)
    if seen and not before:
        return wording.other_wording(None)
    if refusal := wording.check_compromise(place.laid.synopsis, paragraph, text):
        return refusal
    if before:
        before.delete()
    row = Compromise.objects.create(
        version=place.version, paragraph=paragraph, text=text, at=by.now,
        who=by.actor.account,
    )  # fmt: skip
    note(by, "synopsis.compromise", place.subject,
         {"version": version, "paragraph": paragraph, "text": text})  # fmt: skip
    return row.pk


@act
def end_compromise(by: By, *, motion: int, version: int, seen: int) -> int | Refusal:
    """Let the wishes for a paragraph stand again; return the motion."""
    place = here(by, motion, version, Right.WORD_COMPROMISE)
    if isinstance(place, Refusal):
        return place
    row = Compromise.objects.filter(version=place.version, pk=seen).first()
    if row is None:
        return wording.other_wording(None)
    note(by, "synopsis.end_compromise", place.subject,
         {"version": version, "paragraph": row.paragraph})  # fmt: skip
    row.delete()
    return motion


@act
def consent(
    by: By, *, compromise: int, member: str, agrees: bool | None
) -> int | Refusal:
    """Say for a Land whether it agrees to a compromise, or nothing (None).

    Only to the wording that it saw: another wording is another compromise.
    """
    row = _compromise(by, compromise)
    if row is None:
        return wording.other_wording(None)
    version = row.version
    place = here(by, version.motion_id, version.number, Right.CONSENT, member)
    if isinstance(place, Refusal):
        return place
    if _compromise(by, compromise) is None:  # now that the motion is locked
        return wording.other_wording(None)
    synopsis = place.laid.synopsis
    if refusal := wording.check_consent(synopsis, row.paragraph, member):
        return refusal
    if agrees is None:
        row.consents.filter(member=member).delete()
    else:
        Consent.objects.update_or_create(
            compromise=row, member=member, defaults={"agrees": agrees, "at": by.now}
        )
    note(by, "synopsis.consent", place.subject,
         {"version": version.number, "paragraph": row.paragraph, "agrees": agrees},
         member=member)  # fmt: skip
    return version.motion_id


def _compromise(by: By, pk: int) -> Compromise | None:
    rows = Compromise.objects.filter(version__motion__body__slug=by.body, pk=pk)
    return rows.select_related("version").first()


def _wanted(*, accepted: bool | None) -> Fate:
    if accepted is None:
        return Fate.OPEN
    return Fate.ACCEPTED if accepted else Fate.REJECTED


def _check_seen(
    place: Here, keys: Sequence[str], wanted: Fate, seen: Fate | None
) -> Refusal | None:
    return rules.check_seen(place.laid.fate(keys), seen, wanted) if keys else None


def _check(place: Here, keys: Sequence[str], wanted: Fate) -> Refusal | None:
    if wanted is Fate.OPEN:
        return None
    synopsis, decided = place.laid.synopsis, place.laid.decided
    return wording.check_covered(synopsis, decided, keys) or (
        rules.check_accept(synopsis, decided, keys) if wanted is Fate.ACCEPTED else None
    )


def _decide(by: By, place: Here, keys: Sequence[str], wanted: Fate, reason: str) -> int:
    """Store a decision on these points; return to how many of them it is new.

    Decisions on points that are gone go too: should the same wish come again, it is
    decided anew, and nothing accepted can stand against it unseen.
    """
    before = {one.key: (one.accepted, one.reason) for one in place.laid.decisions}
    now = None if wanted is Fate.OPEN else (wanted is Fate.ACCEPTED, reason)
    changed = [key for key in keys if before.get(key) != now]
    rows = Decision.objects.filter(version=place.version)
    rows.exclude(key__in=place.laid.synopsis.by_key).delete()
    rows.filter(key__in=changed).delete()
    if now is not None:
        Decision.objects.bulk_create(
            Decision(
                version=place.version, key=key, accepted=now[0], reason=reason,
                at=by.now, who=by.actor.account,
            )
            for key in changed
        )  # fmt: skip
    if changed:
        note(by, "synopsis.decide", place.subject,
             {"version": place.version.number, "decision": wanted, "reason": reason,
              "points": [_told(place, key) for key in changed]})  # fmt: skip
    return len(changed)


def _told(place: Here, key: str) -> dict[str, object]:
    """Return a point as the journal keeps it, so that it is understood for ever."""
    point: Point = place.laid.synopsis.by_key[key]
    flat, change = place.laid.synopsis.flat, point.change
    index = max(point.paragraph, 0)
    return {
        "key": key,
        "lands": point.lands,
        "paragraph": flat.paragraphs[index].id,
        "old": said(flat.tokens[change.start : change.end]),
        "new": said(change.new),
    }
