"""The hash chain of the journal: each entry is sealed with the one before it.

The chain alone shows every change inside it. Only a head that is kept elsewhere, say
by the Länder, also shows that the end is missing or that all was written anew.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from reihum.rules.words import Text

GENESIS = "0" * 64
_DOMAIN = "reihum journal 1"  # so that a hash of ours can be no other system's


@dataclass(frozen=True, slots=True)
class Link:
    """One entry: who did what for which Land when; `data` is canonical JSON."""

    seq: int
    at: str
    who: str
    land: str
    act: str
    subject: str
    data: str


@dataclass(frozen=True, slots=True)
class Head:
    """The hash of one entry as somebody outside has kept it."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain is broken first, and how."""

    seq: int
    text: Text


def canonical(data: Mapping[str, object]) -> str:
    """Return the one JSON form of the data: keys sorted, nothing optional in it."""
    return json.dumps(
        data,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def digest(previous: str, link: Link) -> str:
    """Return the seal of an entry: SHA-256 of a JSON list, so that no fields merge."""
    fields = (
        _DOMAIN, previous,
        link.seq, link.at, link.who, link.land, link.act, link.subject, link.data,
    )  # fmt: skip
    return sha256(json.dumps(fields).encode("ascii")).hexdigest()


def first_break(
    links: Iterable[tuple[Link, str]], head: Head | None = None
) -> Break | None:
    """Return the first place where the stored chain is not as it was written."""
    entries, previous, seq = iter(links), GENESIS, 0
    for seq, (link, stored) in enumerate(entries, start=1):
        if link.seq != seq:
            return _out_of_step(seq, link.seq, entries)
        if stored != digest(previous, link):
            return _changed(seq)
        if head is not None and seq == head.seq and stored != head.digest:
            return _rewritten(seq)
        previous = stored
    if head is not None and seq < head.seq:
        return _removed(seq + 1)
    return None


def _out_of_step(expected: int, found: int, rest: Iterator[tuple[Link, str]]) -> Break:
    """Tell an entry that stands elsewhere from one that is gone."""
    if found < expected or any(link.seq == expected for link, _ in rest):
        return Break(
            expected,
            Text(
                f"An der Stelle von Eintrag {expected} steht Eintrag {found}: "
                "die Reihenfolge wurde verändert.",
                f"Entry {found} stands in the place of entry {expected}: "
                "the order was changed.",
            ),
        )
    return _removed(expected)


def _removed(seq: int) -> Break:
    return Break(
        seq,
        Text(f"Eintrag {seq} fehlt: er wurde entfernt.", f"Entry {seq} was removed."),
    )


def _changed(seq: int) -> Break:
    return Break(
        seq,
        Text(
            f"Eintrag {seq} wurde verändert: sein Siegel passt nicht zum Inhalt.",
            f"Entry {seq} was changed: its seal does not fit its content.",
        ),
    )


def _rewritten(seq: int) -> Break:
    return Break(
        seq,
        Text(
            f"Bis Eintrag {seq} wurde das Journal neu geschrieben: "
            "sein Siegel ist nicht das hinterlegte.",
            f"The journal was written anew up to entry {seq}: "
            "its seal is not the one that was deposited.",
        ),
    )
