"""Motions that become one, and one that becomes two (zusammenführen, teilen).

When two motions are merged (zusammenführen), one goes on under its number and wording
and takes over who stood behind the other; the other stays readable and points at it.
When a motion is split (teilen), whole paragraphs go into a motion of their own.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from reihum.rules.motion import Standing
from reihum.rules.stages import Stage, name_of
from reihum.rules.text import Paragraph
from reihum.rules.text.numbers import renumber
from reihum.rules.version import check_wording_open
from reihum.rules.words import Refusal

MERGING = frozenset({Stage.SUBMITTED, Stage.ON_AGENDA})
Block = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two motions that are to be merged.

    `pending` are the amendments to it that nobody has decided on yet; `placed` says
    that it has a number on the agenda.
    """

    motion: int
    conference: int
    stage: Stage
    pending: int = 0
    placed: bool = False
    confidential: bool = False


def check_merge(
    gone: Side, kept: Side, *, append: bool, agreed: bool
) -> Refusal | None:
    """Return why one motion cannot go into the other, if so.

    `append` says that its paragraphs are added; `agreed` that the Länder behind both
    have consented, which the office declares.
    """
    if gone.motion == kept.motion:
        return Refusal.invalid(
            "Ein Antrag lässt sich nicht mit sich selbst zusammenführen.",
            "A motion cannot be merged with itself.",
            "into",
        )
    if gone.conference != kept.conference:
        return Refusal.invalid(
            "Die beiden Anträge gehören zu verschiedenen Konferenzen.",
            "The two motions belong to different conferences.",
            "into",
        )
    refusal = _check_stage(gone.stage, "") or _check_stage(kept.stage, "into")
    return (
        refusal
        or _check_place(gone, kept)
        or _check_circle(gone, kept)
        or _check_pending(gone.pending + (kept.pending if append else 0))
        or (None if agreed else _not_agreed())
    )


def behind_both(kept: Standing, gone: Standing) -> Standing:
    """Return who stands behind the motion that stays: nobody is lost, nobody twice.

    Who submitted the other one submits this one too; who co-sponsored, co-sponsors.
    """
    submitters = tuple(dict.fromkeys((*kept.submitters, *gone.submitters)))
    others = dict.fromkeys((*kept.cosponsors, *gone.cosponsors))
    return Standing(
        kept.stage, submitters, tuple(code for code in others if code not in submitters)
    )


def appended(
    kept: Sequence[Paragraph], added: Sequence[Paragraph], taken: Iterable[str] = ()
) -> tuple[Paragraph, ...]:
    """Return a text with the other's paragraphs behind it, numbered on.

    A lead-in that both share stands there once. `taken` are ids of earlier versions,
    which are not used again.
    """
    leads = {one.text for one in kept if one.level == 0}
    fresh = _fresh(chain(taken, (one.id for one in kept)))
    new = [one for one in added if one.level or one.text not in leads]
    behind = (replace(one, id=next(fresh)) for one in new)
    return renumber((*kept, *behind), kept)


def blocks(paragraphs: Iterable[Paragraph]) -> tuple[Block, ...]:
    """Return what can be taken out as a whole: a paragraph with all that is under it.

    A lead-in (level 0) is a block of its own.
    """
    found: list[list[Paragraph]] = []
    for one in paragraphs:
        if found and one.level > found[-1][0].level > 0:
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(map(tuple, found))


def divisible(paragraphs: Iterable[Paragraph]) -> bool:
    """Return whether there is more than one thing to vote on."""
    heads = [block[0] for block in blocks(paragraphs)]
    numbers = [one for one in heads if one.level > 0]
    return len(numbers or heads) > 1


@dataclass(frozen=True, slots=True)
class Parted:
    """A text in two: what stays, and what goes into a motion of its own."""

    left: tuple[Paragraph, ...]
    taken: tuple[Paragraph, ...]


def part(paragraphs: Sequence[Paragraph], chosen: Collection[str]) -> Parted | Refusal:
    """Take the blocks with these heads out; both texts are numbered anew.

    The lead-in under which a taken paragraph stood stays, and goes along too: without
    "The ministers ask the Federation," a sentence is half a sentence.
    """
    all_blocks = blocks(paragraphs)
    unknown = set(chosen) - {block[0].id for block in all_blocks}
    if unknown or not chosen:
        return _nothing_to_take()
    left = [block for block in all_blocks if block[0].id not in chosen]
    taken = list(_with_leads(all_blocks, chosen))
    if not (_substance(left, all_blocks) and _substance(taken, all_blocks)):
        return _one_is_empty()
    return Parted(
        renumber(chain(*left), paragraphs), renumber(chain(*taken), paragraphs)
    )


def check_split(stage: Stage, pending: int) -> Refusal | None:
    """Return why a motion cannot be split now, if so."""
    return check_wording_open(stage) or _check_pending(pending)


def stage_of_part(stage: Stage) -> Stage:
    """Return the stage in which a motion begins that was taken out of another one.

    It has to be placed on the agenda by itself.
    """
    return Stage.SUBMITTED if stage is Stage.ON_AGENDA else stage


def _with_leads(
    all_blocks: Sequence[Block], chosen: Collection[str]
) -> Iterator[Block]:
    """Yield the chosen blocks, each behind the lead-in that it stood under."""
    lead: Block | None = None
    for block in all_blocks:
        head = block[0]
        if head.id in chosen:
            if lead is not None and head.level:
                yield lead
                lead = None
            yield block
        if head.level == 0:
            lead = None if head.id in chosen else block


def _substance(some: Iterable[Block], all_blocks: Iterable[Block]) -> bool:
    """Return whether there is more among them than lead-ins, where there is more."""
    only_leads = all(block[0].level == 0 for block in all_blocks)
    return any(only_leads or block[0].level > 0 for block in some)


def _fresh(taken: Iterable[str]) -> Iterator[str]:
    used = set(taken)
    return (name for name in map("p{}".format, count(1)) if name not in used)


def _check_stage(stage: Stage, field: str) -> Refusal | None:
    if stage in MERGING:
        return None
    if refusal := check_wording_open(stage):
        return replace(refusal, field=field)
    now = name_of(stage)
    return Refusal.conflict(
        f"Zusammenführen lassen sich eingereichte Anträge; dieser ist „{now.de}“.",
        f"Submitted motions can be merged; this one is “{now.en}”.",
        field,
    )


def _check_place(gone: Side, kept: Side) -> Refusal | None:
    if kept.placed or not gone.placed:
        return None
    return Refusal.conflict(
        "Dieser Antrag steht schon auf der Tagesordnung, der andere noch nicht. Führen "
        "Sie den anderen mit diesem zusammen, dann bleibt die Nummer.",
        "This motion is on the agenda already, the other one is not. Merge the other "
        "one into this one; then the number stays.",
        "into",
    )


def _check_circle(gone: Side, kept: Side) -> Refusal | None:
    if gone.confidential == kept.confidential:
        return None
    return Refusal.conflict(
        "Nur einer der beiden Anträge ist vertraulich. Entscheiden Sie zuerst, ob es "
        "beide sind oder keiner.",
        "Only one of the two motions is confidential. Decide first whether both are, "
        "or neither.",
        "into",
    )


def _check_pending(pending: int) -> Refusal | None:
    if not pending:
        return None
    return Refusal.conflict(
        f"Über Änderungsanträge ({pending}) ist noch nicht entschieden. Entscheiden "
        "Sie zuerst in der Synopse darüber, sonst verlören sie ihren Text.",
        f"Amendments ({pending}) have not been decided on yet. Decide on them in the "
        "synopsis first, or they would lose their text.",
    )


def _not_agreed() -> Refusal:
    return Refusal.invalid(
        "Bitte bestätigen Sie, dass die Länder hinter beiden Anträgen einverstanden "
        "sind.",
        "Please confirm that the Länder behind both motions agree.",
        "agreed",
    )


def _nothing_to_take() -> Refusal:
    return Refusal.invalid(
        "Bitte wählen Sie aus, welche Absätze ein eigener Antrag werden. Was unter "
        "einer Ziffer steht, geht mit ihr.",
        "Please choose which paragraphs become a motion of their own. What stands "
        "under a number goes with it.",
        "paragraphs",
    )


def _one_is_empty() -> Refusal:
    return Refusal.invalid(
        "In beiden Anträgen muss etwas stehen, worüber abgestimmt werden kann: Einer "
        "von ihnen hätte nur noch einen Einleitungssatz oder gar nichts.",
        "There must be something to vote on in both motions: one of them would have no "
        "more than a lead-in, or nothing at all.",
        "paragraphs",
    )
