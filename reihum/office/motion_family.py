"""A motion merged into another one, split, or made confidential: pages and forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import motion_family as acts
from reihum.acts.confidential import set_confidential
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.asked import whole
from reihum.office.door import in_office, page, refused, sent
from reihum.office.motion_forms import NEEDED, Plain, offer
from reihum.reads.motion_family import Relative, mergeable
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.rules.confidential import check_change
from reihum.rules.motion import OPEN, unknown_motion
from reihum.rules.motion_family import MERGING, blocks, divisible
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.text.references import stale
from reihum.rules.version import check_wording_open
from reihum.rules.words import Refusal

INVALID = 422
Data = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Offers:
    """What the one who looks may do with the motion besides what is done every day."""

    merge: bool
    split: bool
    hide: bool
    lift: bool

    def __bool__(self) -> bool:
        return self.merge or self.split or self.hide or self.lift


class MergeForm(Plain):
    """The motion that stays, and what is agreed."""

    into = forms.ChoiceField(
        label=gettext_lazy("Welcher Antrag bleibt?"),
        error_messages={"required": gettext_lazy("Bitte wählen Sie einen Antrag aus.")},
    )
    append = forms.BooleanField(
        label=gettext_lazy("Den Beschlussvorschlag dieses Antrags dort anhängen"),
        help_text=gettext_lazy(
            "Das gibt eine neue Fassung. Sonst bleibt der Wortlaut dort, wie er ist."
        ),
        required=False,
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Die Länder hinter beiden Anträgen sind einverstanden."),
        help_text=gettext_lazy(
            "Das erklären Sie für die Geschäftsstelle; es steht im Journal."
        ),
        required=False,
    )

    def __init__(self, others: Sequence[Relative], data: Data = None) -> None:
        super().__init__(data)
        offer(
            self,
            "into",
            [("", _("Bitte wählen")), *((one.pk, _named(one)) for one in others)],
        )


class SplitForm(Plain):
    """The paragraphs that become a motion of their own, and its title."""

    paragraphs = forms.MultipleChoiceField(
        label=gettext_lazy("Was wird ein eigener Antrag?"),
        help_text=gettext_lazy(
            "Was unter einer Ziffer steht, geht mit ihr. Ein Einleitungssatz bleibt "
            "und steht danach auch im neuen Antrag."
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Bitte kreuzen Sie mindestens einen Absatz an.")
        },
    )
    title = forms.CharField(
        label=gettext_lazy("Titel des neuen Antrags"), error_messages=NEEDED
    )

    def __init__(self, row: MotionRow, data: Data = None) -> None:
        super().__init__(data, initial={"title": row.title})
        chosen = self.fields["paragraphs"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101  (the form says so)
        chosen.choices = [
            (block[0].id, f"{block[0].number} {block[0].text}".strip())
            for block in blocks(row.text)
        ]


@in_office
def motion_merge(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Ask into which motion this one goes, and let it."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    if refusal := may(by.actor, Right.MERGE_MOTIONS, by.chair):
        return refused(request, by, refusal)
    form = MergeForm(mergeable(row, by.viewer), sent(request))
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        into = whole(given["into"]) or 0
        done = acts.merge(
            by, motion=motion, into=into, append=given["append"], agreed=given["agreed"]
        )
        if not isinstance(done, Refusal):
            words = _("Die Anträge sind zusammengeführt. Es gilt dieser.")
            messages.success(request, words)
            return redirect("office:motion", by.body, done.motion)
        status = refuse(form, done)
    return page(request, by, "motion_merge", {"motion": row, "form": form}, status)


@in_office
def motion_split(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Ask which paragraphs become a motion of their own, and make it."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    if refusal := _no_split(by, row):
        return refused(request, by, refusal)
    form = SplitForm(row, sent(request))
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        done = acts.split(by, motion=motion, **form.cleaned_data)
        if not isinstance(done, Refusal):
            messages.success(request, _("Der Antrag ist geteilt. Das ist der neue."))
            _say_stale(request, by, row, done)
            return redirect("office:motion", by.body, done)
        status = refuse(form, done)
    return page(request, by, "motion_split", {"motion": row, "form": form}, status)


def _say_stale(request: HttpRequest, by: By, row: MotionRow, new: int) -> None:
    """Say which references are wrong now, in either motion; nobody changes them."""
    parts = (read_motion(by.body, pk, by.viewer) for pk in (row.pk, new))
    found = [one for part in parts if part for one in stale(row.text, part.text)]
    if not found:
        return
    words = ", ".join(dict.fromkeys(f"„{one.words}“" for one in found))
    sentence = _("Bitte prüfen Sie Verweise, die nicht mehr stimmen: %(words)s.")
    messages.warning(request, sentence % {"words": words})


@require_POST
@in_office
def motion_confidential(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Make a motion confidential, or lift it: the button says which."""
    wanted = request.POST.get("confidential") == "yes"
    done = set_confidential(by, motion=motion, confidential=wanted)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    if done:
        words = _("Der Antrag ist vertraulich: Nur die Mitglieder lesen ihn.")
    else:
        words = _("Die Vertraulichkeit ist aufgehoben.")
    messages.success(request, words)
    return redirect("office:motion", by.body, motion)


def offers(by: By, row: MotionRow) -> Offers:
    """Work out what the page of a motion offers."""
    office, mine = by.viewer.office, _mine(by, row)
    sets = may(by.actor, Right.SET_CONFIDENTIAL, by.chair, mine) is None and (
        check_change(
            row.stage,
            now=row.confidential,
            wanted=not row.confidential,
            office=office,
            published=False,
        )
        is None
    )
    return Offers(
        merge=office and row.stage in MERGING,
        split=_no_split(by, row) is None and divisible(row.text),
        hide=sets and not row.confidential and row.stage in {*OPEN, Stage.DRAFT},
        lift=sets and row.confidential,
    )


def _no_split(by: By, row: MotionRow) -> Refusal | None:
    return may(by.actor, Right.SPLIT_MOTION, by.chair, _mine(by, row)) or (
        check_wording_open(row.stage)
    )


def _mine(by: By, row: MotionRow) -> str:
    """Return whose motion it is: one's own member where it is among several."""
    own = sorted(by.actor.members & {*row.submitters})
    return next(iter((*own, *row.submitters)), "")


def _named(one: Relative) -> str:
    number = f"{_('TOP')} {one.number}: " if one.number else ""
    return f"{number}{one.title} ({', '.join(one.submitters)})"


def _route(address: str, view: Any, name: str) -> Any:  # noqa: ANN401
    return path(f"<slug:body>/antraege/<int:motion>/{address}/", view, name=name)


urls = [
    _route("zusammenfuehren", motion_merge, "motion_merge"),
    _route("teilen", motion_split, "motion_split"),
    _route("vertraulich", motion_confidential, "motion_confidential"),
]
