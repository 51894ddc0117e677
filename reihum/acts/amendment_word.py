"""An amendment that comes as a Word file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict, Unpack

from reihum.acts.amendment_rows import (
    Writable,
    draft_row,
    forget,
    ground_of_member,
    store,
    together,
    wanted_of,
)
from reihum.acts.attachments import Upload, keep
from reihum.acts.door import By, act
from reihum.formats.word.read import WordFile
from reihum.reads.amendments import flat_of, versions_of
from reihum.records.models import Version
from reihum.rules import amendment as rules
from reihum.rules.amendment import Way
from reihum.rules.text.carry import carry, places
from reihum.rules.text.origin import origin, read_against
from reihum.rules.text.stored import to_data
from reihum.rules.text.tokens import Flat
from reihum.rules.text.tracked import Loose, Understood, Wanted
from reihum.rules.words import Refusal, Text


class Sent(TypedDict):
    """A Word file as a Land sends it: as it came, and as it was read."""

    member: str
    file: Upload
    word: WordFile
    instead: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a file asks for, said of the newest version.

    `stale` is what was asked of an older one and finds no safe place in this.
    """

    wanted: Sequence[Wanted]
    stale: Sequence[dict[str, Any]]
    remarks: Sequence[Loose]
    untracked: bool
    notes: Sequence[Text] = ()


@act
def from_word(by: By, *, motion: int, **sent: Unpack[Sent]) -> int | Refusal:
    """Make a draft of what a Word file asks for, also `instead` of the one there is.

    The file may be of any version that was sent out; what it asks for is carried over
    to the newest. The file is kept, for its Land to look at.
    """
    member, word = sent["member"], sent["word"]
    ground = ground_of_member(by, motion, member)
    if isinstance(ground, Refusal):
        return ground
    asked = _asked(ground, word)
    if isinstance(asked, Refusal):
        return asked
    row = draft_row(by, ground, member)
    if sent.get("instead", False):
        forget(row)
    row.way = Way.COMPARED if asked.untracked else Way.WORD
    lost = [["lost", one.de, one.en] for one in (*asked.notes, *word.lost)]
    row.remarks = [*row.remarks, *map(list, asked.remarks), *lost]
    row.stale = [*row.stale, *asked.stale]
    row.file = keep(by, ground.motion, sent["file"], member)
    wanted = together(wanted_of(ground.flat, row), tuple(asked.wanted))
    return store(by, ground, row, wanted)


def _asked(ground: Writable, word: WordFile) -> _Asked | Refusal:
    versions = versions_of(ground.motion.pk)
    flats = [flat_of(one) for one in versions]
    found = origin(flats, word.reading)
    made_from, flat = versions[found.place], flats[found.place]
    understood = read_against(flat, word.reading)
    refusal = rules.check_known(ground.motion.title, found.known) or rules.check_asked(
        len(understood.wanted), len(understood.loose), made_from.number
    )
    if refusal:
        return refusal
    if made_from.pk == ground.version.pk:
        return _Asked(understood.wanted, (), understood.loose, understood.untracked)
    return _carried(ground, made_from, flat, understood)


def _carried(
    ground: Writable, made_from: Version, flat: Flat, understood: Understood
) -> _Asked:
    """Take what was asked of an older version along to the newest."""
    where = places(flat, ground.flat)
    safe: list[Wanted] = []
    stale: list[dict[str, Any]] = []
    for one in understood.wanted:
        there = carry(one, flat, ground.flat, where)
        if there is None:
            (change,) = to_data(flat, [one])
            stale.append({"version": made_from.number, "change": change})
        else:
            safe.append(there)
    note = rules.from_older(
        made_from.number, ground.version.number, len(safe), len(stale)
    )
    return _Asked(safe, stale, understood.loose, understood.untracked, [note])
