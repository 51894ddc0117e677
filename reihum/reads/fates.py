"""What became of the wishes of one Land: "Ihr Wunsch zu Ziffer 3: angenommen"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from reihum.formats.synopsis.cards import name_of
from reihum.formats.synopsis.results import home_of
from reihum.reads import visibility
from reihum.reads.amendments import COUNTED, AmendmentRow, amendments_to, base_of
from reihum.reads.laid import Laid, laid_all
from reihum.records.models import Version
from reihum.rules.compromise import concerned
from reihum.rules.decision import Fate
from reihum.rules.motion import OPEN
from reihum.rules.text.naming import places
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class WishFate:
    """One wish of a Land: where, what became of it, and the office's reason."""

    key: str
    place: Text
    fate: Fate
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LandFates:
    """What became of all that a Land wished of a version.

    `asked` names the places of compromises that it has not answered yet; `newest` says
    that nothing came after this version.
    """

    motion: int
    title: str
    version: int
    newest: bool
    land: str
    wishes: tuple[WishFate, ...]
    asked: tuple[Text, ...]

    @property
    def decided(self) -> tuple[WishFate, ...]:
        return tuple(one for one in self.wishes if one.fate is not Fate.OPEN)


def fates(laid: Laid, land: str) -> tuple[WishFate, ...]:
    """Return what became of all that a Land wishes, in the order of the text."""
    flat = laid.synopsis.flat
    called, reasons = places(flat.paragraphs), laid.reasons
    return tuple(
        WishFate(
            group[0].group,
            name_of(home_of(flat, group[0]), called),
            laid.fate(point.key for point in group),
            " ".join(dict.fromkeys(
                reasons[one.key] for one in group if one.key in reasons
            )),
        )
        for group in laid.synopsis.groups()
        if land in group[0].lands
    )  # fmt: skip


def own_fates(
    motion: int, viewer: Viewer, known: Sequence[AmendmentRow] = ()
) -> tuple[LandFates, ...]:
    """Return what became of the wishes of the viewer's Länder, newest version first.

    `known` are all amendments to a version that somebody has read already: hundreds
    are not read twice.
    """
    return _fates(_versions(viewer).filter(motion=motion), viewer, known)


def fates_on_the_desk(
    body: str, conference: int | None, viewer: Viewer
) -> tuple[LandFates, ...]:
    """Return the same for the open motions of a conference; the queries are as many."""
    rows = _versions(viewer).filter(
        motion__body__slug=body, motion__conference__number=conference,
        motion__stage__in=OPEN,
    )  # fmt: skip
    return _fates(rows, viewer)


def _versions(viewer: Viewer) -> QuerySet[Version]:
    """Return the versions of which the viewer's Länder wished something."""
    own = Q(member__in=viewer.members) | Q(supports__member__in=viewer.members)
    wished = visibility.amendments(viewer).filter(own, stage__in=COUNTED)
    return (
        Version.objects.filter(pk__in=wished.values("version"))
        .select_related("motion__item")
        .order_by("motion", "-number")
    )


def _fates(
    versions: QuerySet[Version], viewer: Viewer, known: Sequence[AmendmentRow] = ()
) -> tuple[LandFates, ...]:
    if not viewer.members:
        return ()
    found = list(versions)
    read = {one.version for one in known}
    others = [version.pk for version in found if version.pk not in read]
    rows: dict[int, list[AmendmentRow]] = defaultdict(list)
    for one in (*known, *(amendments_to(others, viewer) if others else ())):
        rows[one.version].append(one)
    laid = laid_all((base_of(v.motion, v), rows[v.pk]) for v in found)
    titles = {version.pk: version.title for version in found}
    return tuple(
        each
        for one in laid
        for land in sorted(viewer.members)
        for each in _of(one, land, titles[one.base.version])
    )


def _of(laid: Laid, land: str, title: str) -> Iterator[LandFates]:
    wishes = fates(laid, land)
    if wishes:
        yield LandFates(
            motion=laid.base.motion,
            title=title,
            version=laid.base.number,
            newest=laid.base.ground.newest,
            land=land,
            wishes=wishes,
            asked=tuple(_asked(laid, land)),
        )


def _asked(laid: Laid, land: str) -> Iterator[Text]:
    """Yield the places of compromises that wait for what a Land says."""
    if not laid.base.ground.newest:
        return
    flat = laid.synopsis.flat
    called = dict(
        zip((one.id for one in flat.paragraphs), places(flat.paragraphs), strict=True)
    )
    for one in laid.compromises:
        answered = land in (*one.agree, *one.disagree)
        if not answered and land in concerned(laid.synopsis, one.paragraph):
            yield called[one.paragraph]
