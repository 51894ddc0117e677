"""The wishes of all Länder laid against a version, and what the office decided of them.

Acts and the page read the same: `laid` is the whole synopsis as a value. Everybody who
may see the motion may see it; the drafts of a Land are not in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from reihum.reads.amendments import COUNTED, AmendmentRow, Base, wishes
from reihum.reads.remembered import Remembered
from reihum.records.models import Compromise, Decision
from reihum.rules.compromise import covered
from reihum.rules.decision import Fate, fate_of
from reihum.rules.text.numbers import renumber
from reihum.rules.text.outcome import Decided, outcome
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.synopsis import Point, Synopsis, combine

Key = tuple[tuple[Paragraph, ...], str]


@dataclass(frozen=True, slots=True)
class CompromiseRow:
    """The office's own wording for a paragraph, and what the Länder say to it."""

    pk: int
    paragraph: str
    text: str
    agree: tuple[str, ...] = ()
    disagree: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided about one point, why, and when."""

    key: str
    accepted: bool
    reason: str
    at: datetime


@dataclass(frozen=True)
class Laid:
    """A synopsis as it stands: wishes, decisions, compromises.

    `key` stands for text and wishes: where it is the same, `synopsis` is.
    """

    base: Base
    amendments: tuple[AmendmentRow, ...]
    synopsis: Synopsis
    decisions: tuple[DecisionRow, ...]
    compromises: tuple[CompromiseRow, ...]
    key: Key

    @cached_property
    def by_key(self) -> Mapping[str, Point]:
        return self.synopsis.by_key

    @cached_property
    def decided(self) -> Decided:
        """Return what was decided about points that are still there."""
        known = self.by_key
        return Decided(
            {one.key: one.accepted for one in self.decisions if one.key in known},
            {one.paragraph: one.text for one in self.compromises},
        )

    @cached_property
    def covered(self) -> frozenset[str]:
        """Return the keys of the points that a compromise stands instead of."""
        return covered(self.synopsis, self.decided)

    @property
    def reasons(self) -> Mapping[str, str]:
        """Return the reasons given for decisions, by the key of the point."""
        return {one.key: one.reason for one in self.decisions if one.reason}

    def fate(self, keys: Iterable[str]) -> Fate:
        """Return what became of points that are shown together."""
        return fate_of(self.decided, self.covered, keys)

    def result(self, taken: Iterable[str] = ()) -> tuple[Paragraph, ...]:
        """Return the resulting text; `taken` are ids that are never given again."""
        return renumber(
            outcome(self.synopsis, self.decided, taken), self.base.flat.paragraphs
        )

    @property
    def mark(self) -> str:
        """Return a mark that changes with everything that the result depends on."""
        points = [point.key for point in self.synopsis.points]
        accepted = sorted(self.decided.accepted.items())
        compromises = sorted(self.decided.compromises.items())
        whole = (self.base.version, points, accepted, compromises)
        return sha256(repr(whole).encode()).hexdigest()[:16]


def laid(base: Base, amendments: Iterable[AmendmentRow]) -> Laid:
    """Return the synopsis of a version, from its amendments (two or three queries)."""
    return laid_all([(base, amendments)])[0]


def laid_all(
    pairs: Iterable[tuple[Base, Iterable[AmendmentRow]]],
) -> tuple[Laid, ...]:
    """Return the synopses of several versions at the cost of one."""
    found = [
        (base, tuple(one for one in amendments if one.stage in COUNTED))
        for base, amendments in pairs
    ]
    versions = [base.version for base, _ in found]
    decisions, compromises = _decisions(versions), _compromises(versions)
    return tuple(
        _laid(base, rows, decisions[base.version], compromises[base.version])
        for base, rows in found
    )


def _laid(
    base: Base,
    rows: tuple[AmendmentRow, ...],
    decisions: Iterable[DecisionRow],
    compromises: Iterable[CompromiseRow],
) -> Laid:
    key = _key(base, rows)
    synopsis = _synopses.of(key, lambda: combine(base.flat, wishes(base, rows)))
    return Laid(base, rows, synopsis, tuple(decisions), tuple(compromises), key)


def _decisions(versions: Iterable[int]) -> dict[int, list[DecisionRow]]:
    found: dict[int, list[DecisionRow]] = defaultdict(list)
    for row in Decision.objects.filter(version__in=list(versions)):
        decided = DecisionRow(row.key, row.accepted, row.reason, row.at)
        found[row.version_id].append(decided)
    return found


def _compromises(versions: Iterable[int]) -> dict[int, list[CompromiseRow]]:
    found: dict[int, list[CompromiseRow]] = defaultdict(list)
    rows = Compromise.objects.filter(version__in=list(versions))
    for row in rows.prefetch_related("consents"):
        found[row.version_id].append(compromise_of(row))
    return found


def compromise_of(row: Compromise) -> CompromiseRow:
    """Return a compromise with what the Länder say to it."""
    said = [(one.member, one.agrees) for one in row.consents.all()]
    return CompromiseRow(
        row.pk, row.paragraph, row.text,
        tuple(member for member, agrees in said if agrees),
        tuple(member for member, agrees in said if not agrees),
    )  # fmt: skip


_synopses: Remembered[Key, Synopsis] = Remembered(32)


def _key(base: Base, rows: Iterable[AmendmentRow]) -> Key:
    """Return the words of text and wishes: all that their synopsis depends on."""
    wished = [(one.pk, one.lands, one.changes) for one in rows]
    return base.flat.paragraphs, sha256(repr(wished).encode()).hexdigest()
