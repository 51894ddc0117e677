"""What a body is: its names, since when, who votes, and what there is to read of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from reihum.reads.visibility import mandates, resolutions
from reihum.records.models import Body, Conference
from reihum.rules.dates import PartialDate
from reihum.rules.facts import MemberKind
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text, plain

Q_VOTES = Q(members__votes=True)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a body: official, usual, or the form of one chair."""

    text: Text
    kind: str
    begins: date | None
    ends: date | None

    def holds_on(self, day: date) -> bool:
        begun = self.begins is None or self.begins <= day
        return begun and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body, and which of its pages have something to show to this viewer."""

    slug: str
    short: str
    founded: PartialDate | None
    names: tuple[Name, ...]
    laender: int
    bund_votes: bool
    has_conferences: bool
    has_resolutions: bool
    has_mandates: bool
    demo: bool

    def name_on(self, day: date) -> Text:
        """Return the name of that day: the chair's form, else the usual one."""
        held = [name for name in self.names if name.holds_on(day)]
        for kind in ("chair", "usual", "official"):
            for name in held:
                if name.kind == kind:
                    return name.text
        return plain(self.short)

    @property
    def official(self) -> Text | None:
        names = (name.text for name in self.names if name.kind == "official")
        return next(names, None)


def about(slug: str, viewer: Viewer) -> BodyRow | None:
    """Return one body: two queries."""
    row = _bodies(viewer).filter(slug=slug).first()
    return None if row is None else _row(row)


def all_bodies(viewer: Viewer) -> tuple[BodyRow, ...]:
    """Return every body of this installation: two queries."""
    return tuple(_row(row) for row in _bodies(viewer))


def _bodies(viewer: Viewer) -> QuerySet[Body]:
    held = Conference.objects.filter(body=OuterRef("pk"))
    laender = Q_VOTES & Q(members__kind=MemberKind.LAND)
    return Body.objects.prefetch_related("names").annotate(
        laender=Count("members", filter=laender),
        bund=Count("members", filter=Q_VOTES & Q(members__kind=MemberKind.BUND)),
        has_conferences=Exists(held.filter(number__isnull=False)),
        has_resolutions=Exists(resolutions(viewer).filter(body=OuterRef("pk"))),
        has_mandates=Exists(mandates(viewer).filter(body=OuterRef("pk"))),
        demo=Exists(held.filter(demo=True)),
    )


def _row(row: Body) -> BodyRow:
    found = vars(row)
    return BodyRow(
        slug=row.slug,
        short=row.short,
        founded=row.founded,
        names=tuple(
            Name(Text(n.name, n.name_en or n.name), n.kind, n.begins, n.ends)
            for n in row.names.all()
        ),
        laender=found["laender"],
        bund_votes=bool(found["bund"]),
        has_conferences=found["has_conferences"],
        has_resolutions=found["has_resolutions"],
        has_mandates=found["has_mandates"],
        demo=found["demo"],
    )
