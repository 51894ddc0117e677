"""Chains of mandates: what had to be done because of a resolution, step by step."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from reihum.reads.visibility import mandates, resolutions
from reihum.records.models import Mandate, MandateStep
from reihum.rules.dates import PartialDate
from reihum.rules.followup import Standing, state_of
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened; `resolution` is the id that the viewer may open."""

    on: PartialDate
    what: Text
    conference: int | None
    resolution: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A mandate: what, by whom, until when, and what has happened since."""

    pk: int
    subject: str
    addressee: str
    due: PartialDate | None
    reported_on: date | None
    closed_on: date | None
    resolution: str
    resolution_title: str
    adopted_on: PartialDate | None
    steps: tuple[Step, ...]
    demo: bool

    def standing(self, today: date) -> Standing:
        """Say how the mandate stands on a day."""
        return state_of(
            self.due,
            reported=self.reported_on is not None,
            closed=self.closed_on is not None,
            today=today,
        )

    @property
    def waits(self) -> bool:
        """Return whether something is still to come by a certain day."""
        return self.due is not None and not (self.reported_on or self.closed_on)


def chains_of(
    body: str, viewer: Viewer, *, resolution: int | None = None
) -> tuple[Chain, ...]:
    """Return the chains of a body, or those that a resolution belongs to.

    Two queries. Those that wait for something come first, by their due date.
    """
    found = _visible(viewer).filter(body__slug=body)
    if resolution is not None:
        step = MandateStep.objects.filter(mandate=OuterRef("pk"), resolution=resolution)
        found = found.filter(Q(resolution=resolution) | Exists(step))
    chains = [_chain(row) for row in found]
    return tuple(sorted(chains, key=lambda one: (not one.waits, str(one.due or ""))))


def _visible(viewer: Viewer) -> QuerySet[Mandate]:
    shown = resolutions(viewer).filter(pk=OuterRef("resolution"))
    steps = (
        MandateStep.objects.select_related("conference", "resolution")
        .annotate(shown=Exists(shown))
        .order_by("on", "pk")
    )
    return (
        mandates(viewer)
        .select_related("resolution")
        .prefetch_related(Prefetch("steps", queryset=steps))
    )


def _chain(row: Mandate) -> Chain:
    source = row.resolution
    return Chain(
        pk=row.pk,
        subject=row.subject,
        addressee=row.addressee,
        due=row.due,
        reported_on=row.reported_on,
        closed_on=row.closed_on,
        resolution="" if source is None else source.key,
        resolution_title="" if source is None else source.title,
        adopted_on=None if source is None else source.adopted_on,
        steps=tuple(_step(step) for step in row.steps.all()),
        demo=row.demo,
    )


def _step(row: MandateStep) -> Step:
    shown = row.resolution is not None and vars(row)["shown"]
    return Step(
        on=row.on,
        what=Text(row.what, row.what_en or row.what),
        conference=None if row.conference is None else row.conference.number,
        resolution=row.resolution.key if shown and row.resolution is not None else "",
    )
