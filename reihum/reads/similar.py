"""Earlier resolutions and motions that are like what somebody writes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reihum.reads.visibility import motions, resolutions
from reihum.rules.dates import PartialDate
from reihum.rules.likeness import Near, nearest
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resolution (with its key), or a motion (with its row) that became none."""

    title: str
    conference: int | None
    key: str = ""
    adopted_on: PartialDate | None = None
    motion: int | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """A candidate, and how alike it is."""

    of: Candidate
    near: Near


def similar(
    body: str, title: str, text: str, viewer: Viewer, *, apart: Collection[int] = ()
) -> tuple[Similar, ...]:
    """Return what is most alike among all that the viewer may see: two queries.

    Titles only: of most resolutions no more is known. `apart` are motions that are
    left out: the one that is being written, and those that it came from.
    """
    found = candidates(body, viewer, apart=apart)
    near = nearest(title, text, [one.title for one in found])
    return tuple(Similar(found[one.place], one) for one in near)


def candidates(
    body: str, viewer: Viewer, *, apart: Collection[int] = ()
) -> tuple[Candidate, ...]:
    """Return all resolutions, and the motions that became none, the newest first."""
    return (*_resolved(body, viewer), *_moved(body, viewer, apart))


def _resolved(body: str, viewer: Viewer) -> Iterator[Candidate]:
    rows = resolutions(viewer).filter(body__slug=body)
    columns = ("title", "conference__number", "key", "adopted_on")
    for title, conference, key, adopted_on in rows.values_list(*columns):
        yield Candidate(title, conference, key=key, adopted_on=adopted_on)


def _moved(body: str, viewer: Viewer, apart: Collection[int]) -> Iterator[Candidate]:
    rows = motions(viewer).filter(body__slug=body, item__resolution__isnull=True)
    columns = ("title", "conference__number", "pk", "stage", "item__stage")
    newest_first = rows.exclude(pk__in=apart).order_by("-pk").values_list(*columns)
    for title, conference, pk, own, of_item in newest_first:
        yield Candidate(title, conference, motion=pk, stage=Stage(of_item or own))
