"""What was decided becomes the next version of the motion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reihum.acts.amendment_carry import carry_over
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.letters import send_each
from reihum.acts.motion_rows import keep_version, words
from reihum.acts.synopsis_letters import taken_over_letter
from reihum.acts.synopsis_rows import Here, here
from reihum.reads.fates import fates
from reihum.records.models import Item, Member, Motion, Version
from reihum.rules.decision import Fate, check_mark, check_take_over
from reihum.rules.rights import Right
from reihum.rules.text import to_data
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.whole import parted
from reihum.rules.version import Cause
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The number of the new version, and how many wishes are still open."""

    version: int
    open: int


@act
def take_over(
    by: By, *, motion: int, version: int, seen: str = ""
) -> TakenOver | Refusal:
    """Make the outcome the next version, numbered anew, and take along what is open.

    `seen` is the mark of the synopsis that was shown (`reads.laid.Laid.mark`).
    """
    place = here(by, motion, version, Right.TAKE_OVER_SYNOPSIS)
    if isinstance(place, Refusal):
        return place
    result = place.laid.result(_taken(place.motion))
    refusal = check_mark(place.laid.mark, seen) or (
        check_take_over(place.laid.base.flat.paragraphs, result)
    )
    if refusal:
        return refusal
    new = _store(by, place.motion, result)
    done = _done(place)
    carry_over(by, place.motion, place.version, new, done)
    open_ = len(place.laid.synopsis.points) - len(done)
    _tell(by, place, new, open_)
    return TakenOver(new.number, open_)


def _taken(row: Motion) -> Iterator[str]:
    """Yield all ids that any version of a motion has given to a paragraph."""
    for version in Version.objects.filter(motion=row).only("text", "rationale"):
        for one in (*version.text, *version.rationale):
            yield one["id"]


def _store(by: By, row: Motion, result: Sequence[Paragraph]) -> Version:
    parts = parted(result)
    row.title = parts.title
    row.text, row.rationale = to_data(parts.text), to_data(parts.rationale)
    row.save(update_fields=["title", "text", "rationale"])
    Item.objects.filter(motion=row).update(title=row.title)
    return keep_version(by, row, Cause.SYNOPSIS)


def _done(place: Here) -> frozenset[str]:
    """Return the keys of the points that something was decided about."""
    points = place.laid.synopsis.points
    return frozenset(
        one.key for one in points if place.laid.fate([one.key]) is not Fate.OPEN
    )


def _tell(by: By, place: Here, new: Version, open_: int) -> None:
    """Write it into the journal, and tell each Land what became of its wishes."""
    entry = note(by, "synopsis.take_over", place.subject,
                 {"from": place.version.number, "version": new.number, "open": open_,
                  **words(place.motion)})  # fmt: skip
    voters = Member.objects.filter(body__slug=by.body, votes=True)
    letters = {
        code: taken_over_letter(place.motion, new.number, fates(place.laid, code),
                                by.chair)
        for code in voters.values_list("code", flat=True)
    }  # fmt: skip
    send_each(by, entry, letters)
