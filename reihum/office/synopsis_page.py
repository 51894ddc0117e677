"""What the page of a synopsis shows: rows, cards, forms, and what is filtered out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.formats.synopsis.cards import Card
from reihum.formats.synopsis.rows import Row
from reihum.look.answers import said
from reihum.look.parts.dates import stamp
from reihum.office.links import address
from reihum.office.synopsis_cards import CardView, card_view
from reihum.office.synopsis_figures import figures, filters, wishing
from reihum.reads.laid import CompromiseRow
from reihum.reads.synopsis import SynopsisView
from reihum.rules.compromise import concerned
from reihum.rules.decision import check_deciding
from reihum.rules.rights import Right, may
from reihum.rules.text.paragraph import Part
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks to see: a filter, and the place of an open form.

    `open` is a row with the form of a compromise, `reasoned` a card with that of a
    reason.
    """

    only: str = ""  # "konflikte" or "offen"
    land: str = ""
    open: str = ""
    reasoned: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """Read the query."""
        asked = request.GET
        names = ("nur", "land", "kompromiss", "begruenden")
        return cls(*(asked.get(name, "") for name in names))

    def shows(self, row: Row, drafts: Iterable[Card]) -> bool:
        """Return whether a row passes the filter; an open form always does."""
        if row.id == self.open:
            return True
        if self.only == "konflikte" and not row.in_conflict:
            return False
        if self.only == "offen" and not row.undecided:
            return False
        cards = (*row.cards, *drafts)
        return not self.land or any(self.land in card.lands for card in cards)


@dataclass(frozen=True, slots=True)
class Failed:
    """What was refused: where, the sentence, and what had been typed."""

    row: str
    sentence: str
    typed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row as it is shown, with the form for a compromise where it is open.

    `answers` are the viewer's own Länder that are asked about the compromise, each
    with what it said.
    """

    row: Row
    cards: tuple[CardView, ...]
    drafts: tuple[Card, ...]
    compromise: CompromiseRow | None
    concerned: tuple[str, ...]
    answers: tuple[tuple[str, bool | None], ...]
    can_word: bool
    form: bool
    typed: str
    sentence: str

    @property
    def quiet(self) -> bool:
        """Return whether nobody wants anything here."""
        return not (self.cards or self.drafts or self.row.remarks or self.row.also)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one part of the text; `silent` if nothing in it is wished."""

    part: Part
    rows: tuple[RowView, ...]
    silent: bool


def deciding(by: By, view: SynopsisView) -> Refusal | None:
    """Return why the viewer cannot decide here now, if so."""
    ground = view.base.ground
    return may(by.actor, Right.DECIDE_AMENDMENT, by.chair) or check_deciding(
        ground.stage, newest=ground.newest, frozen=ground.frozen
    )


def row_views(
    by: By, view: SynopsisView, asked: Asked, failed: Failed | None = None
) -> tuple[RowView, ...]:
    """Return all rows, those with drafts of one's own too."""
    maker = _Maker(by, view, asked, failed)
    return tuple(maker.view(row, drafts) for row, drafts in _with_drafts(view))


def context(
    by: By, view: SynopsisView, asked: Asked, failed: Failed | None = None
) -> dict[str, Any]:
    """Return all that the page shows."""
    views = row_views(by, view, asked, failed)
    shown = [one for one in views if asked.shows(one.row, one.drafts)]
    office = may(by.actor, Right.DECIDE_AMENDMENT, by.chair) is None
    refusal = deciding(by, view) if office else None
    return {
        "view": view,
        "motion": view.motion,
        "heading": heading(view),
        "groups": tuple(_groups(shown)),
        "asked": asked,
        "filters": filters(view, asked.only, asked.land),
        "office": office,
        "can_decide": office and refusal is None,
        "closed": said(refusal.text) if refusal else "",
        "failed": failed,
        "wishing": wishing(view),
        "own": tuple(sorted(by.actor.members)),
        "words": {
            "accept": _("Annehmen"), "reject": _("Ablehnen"),
            "compromise": _("Kompromiss …"), "reason": _("mit Begründung …"),
        },
        "stale": [(land, one) for land, one in view.stale
                  if office or land in by.actor.members],
        "amend": address("office:amend", by.body, view.motion.pk),
        "drafting": sum(len(row.cards) for row in view.drafts),
        **figures(view),
    }  # fmt: skip


def heading(view: SynopsisView) -> str:
    """Return "Synopse zu Fassung 3 vom 2. November 2026"."""
    return _("Synopse zu Fassung %(number)s vom %(day)s") % {
        "number": view.base.number,
        "day": stamp(view.base.at.date()).words,
    }


def _with_drafts(view: SynopsisView) -> Iterator[tuple[Row, tuple[Card, ...]]]:
    """Yield each row with the drafts for it; a gap that is only drafted too."""
    drafts = {row.id: row for row in view.drafts}
    rows = {row.id: row for row in view.rows}
    for name in _order(view):
        if name in rows:
            draft = drafts.get(name)
            yield rows[name], draft.cards if draft else ()
        elif name in drafts:
            draft = drafts[name]
            yield _bare(draft), draft.cards


def _order(view: SynopsisView) -> Iterator[str]:
    yield "anfang"
    for one in view.base.flat.paragraphs:
        yield one.id
        yield f"nach-{one.id}"


def _bare(draft: Row) -> Row:
    return Row(
        id=draft.id, place=draft.place, part=draft.part, paragraph=draft.paragraph,
        cards=(), conflicts=(), also=(), compromise=None, results=(), remarks=(),
    )  # fmt: skip


class _Maker:
    """Makes the views of one page; what they all need is found once."""

    def __init__(
        self, by: By, view: SynopsisView, asked: Asked, failed: Failed | None
    ) -> None:
        self.by, self.of, self.asked, self.failed = by, view, asked, failed
        self.can = deciding(by, view) is None
        self.compromises: Mapping[str, CompromiseRow] = {
            one.paragraph: one for one in view.laid.compromises
        }

    def view(self, row: Row, drafts: tuple[Card, ...]) -> RowView:
        compromise = self.compromises.get(row.id)
        asked = concerned(self.of.laid.synopsis, row.id) if compromise else ()
        failed = self.failed if self.failed and self.failed.row == row.id else None
        can_word = self.can and row.paragraph is not None and bool(row.cards)
        return RowView(
            row=row,
            cards=tuple(card_view(self.by, self.of, row, card,
                                  can=self.can and compromise is None,
                                  reasoned=self.asked.reasoned)
                        for card in row.cards),
            drafts=drafts,
            compromise=compromise,
            concerned=asked,
            answers=self._answers(compromise, asked),
            can_word=can_word,
            form=can_word and (self.asked.open == row.id or
                               bool(failed and failed.typed is not None)),
            typed=self._typed(row, compromise, failed),
            sentence=failed.sentence if failed else "",
        )  # fmt: skip

    def _answers(
        self, compromise: CompromiseRow | None, asked: tuple[str, ...]
    ) -> tuple[tuple[str, bool | None], ...]:
        if compromise is None or not self.of.base.ground.newest:
            return ()
        said_ = dict.fromkeys(compromise.agree, True) | dict.fromkeys(
            compromise.disagree, False
        )
        return tuple(
            (land, said_.get(land)) for land in asked if land in self.by.actor.members
        )

    def _typed(
        self, row: Row, compromise: CompromiseRow | None, failed: Failed | None
    ) -> str:
        """Return what stands in the form: what was typed, what holds, or the result."""
        if failed and failed.typed is not None:
            return failed.typed
        if compromise:
            return compromise.text
        result = "".join(bit.text for bit in row.results[0].pieces) if row.results \
            else ""  # fmt: skip
        return result or (row.paragraph.text if row.paragraph else "")


def _groups(shown: Iterable[RowView]) -> Iterator[Group]:
    """Yield the rows part by part; title and rationale only if something is wished."""
    rows = list(shown)
    for part in Part:
        inside = tuple(one for one in rows if one.row.part is part)
        silent = all(one.quiet for one in inside)
        if inside and not (silent and part is not Part.TEXT):
            yield Group(part, inside, silent)
