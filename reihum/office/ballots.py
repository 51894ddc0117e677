"""Ballots (Abstimmungen): the list of a conference, one ballot, and what one does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from reihum.acts import ballots as acts
from reihum.acts.door import By
from reihum.look.answers import STATUS, refuse, said
from reihum.look.parts.ballot import CHOICES, VALUES, votes_of
from reihum.look.parts.names import member_name
from reihum.look.parts.votes import WORDS
from reihum.office.ballot_board import (
    TREATMENT_TAGS,
    asked,
    board,
    cells,
    counts,
    heading,
    kinds,
    line,
)
from reihum.office.door import in_office, page, refused
from reihum.reads import ballots as reads
from reihum.reads.agenda import ItemRow, agenda, item
from reihum.reads.conferences import conference
from reihum.reads.rulebooks import rulebook_on
from reihum.reads.synopsis import open_places
from reihum.rules.rights import Right, may
from reihum.rules.stages import Move, Stage, move
from reihum.rules.words import Refusal

INVALID = 422
SEEN = "s-"


Sent = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Grid:
    """What the office sent: the votes now chosen, and those that the page had shown."""

    votes: Mapping[str, str]
    seen: Mapping[str, str]

    @property
    def changed(self) -> dict[str, str]:
        return {c: vote for c, vote in self.votes.items() if vote != self.seen.get(c)}


class PresentForm(forms.Form):
    """Who is in the room."""

    def __init__(self, voters: Sequence[str], data: Sent = None) -> None:
        super().__init__(data)
        self.fields["present"] = forms.MultipleChoiceField(
            label=_("Wer ist anwesend?"),
            choices=[(code, member_name(code)) for code in voters],
            initial=voters,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Bitte kreuzen Sie an, wer anwesend ist.")},
        )


class StatementForm(forms.Form):
    """A member's statement for the record."""

    def __init__(self, members: Sequence[str], data: Sent = None) -> None:
        super().__init__(data)
        one = len(members) == 1
        self.fields["member"] = forms.ChoiceField(
            label=_("Für wen?"),
            choices=[(code, member_name(code)) for code in members],
            initial=members[0],
            widget=forms.HiddenInput if one else forms.Select,
        )
        self.fields["text"] = forms.CharField(
            label=_("Wortlaut"),
            help_text=_(
                "So steht es in der Niederschrift: einmal je Mitglied und "
                "Tagesordnungspunkt. Was abgegeben ist, lässt sich nicht mehr ändern."
            ),
            widget=forms.Textarea(attrs={"rows": 10}),
            error_messages={"required": _("Die Erklärung ist leer.")},
        )


@in_office
def ballots(request: HttpRequest, by: By, number: int) -> HttpResponse:
    found = conference(by.body, number)
    if found is None:
        raise Http404
    rows = reads.ballots_of(by.body, number, by.viewer)
    office = may(by.actor, Right.OPEN_BALLOT, by.chair) is None
    items = agenda(by.body, number, by.viewer) if office else ()
    context = {
        "conference": found,
        "open_lines": [line(row) for row in rows if row.is_open],
        "closed_lines": [line(row) for row in rows if not row.is_open],
        "ready": [row for row in items if _votable(row)],
        "office": office,
    }
    return page(request, by, "ballots", context)


@in_office
def ballot(request: HttpRequest, by: By, ballot: int) -> HttpResponse:
    return _show(request, by, ballot)


@in_office
def ballot_open(request: HttpRequest, by: By, item: int) -> HttpResponse:
    """Ask who is present, and open the ballot on an item."""
    row, book = _item(by, item), rulebook_on(by.body, by.today)
    refusal = may(by.actor, Right.OPEN_BALLOT, by.chair)
    if refusal is not None:
        return refused(request, by, refusal)
    form = PresentForm(book.voters if book else (), _sent(request))
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        done = acts.open_ballot(by, item=row.pk, present=form.cleaned_data["present"])
        if not isinstance(done, Refusal):
            messages.success(request, _("Die Abstimmung ist offen."))
            return redirect("office:ballot", by.body, done)
        status = refuse(form, done)
    rules = asked(book, row.category) if book else ()
    undecided = open_places(by.body, row.motion, by.viewer)
    context = {"item": row, "form": form, "rules": rules, "undecided": undecided}
    return page(request, by, "ballot_open", context, status)


@require_POST
@in_office
def ballot_cast(request: HttpRequest, by: By, ballot: int) -> HttpResponse:
    """Take the vote of one's own Land."""
    member = request.POST.get("member", "")
    word = request.POST.get("vote", "")
    vote = VALUES.get(word, word)
    done = acts.cast(by, ballot=ballot, member=member, vote=vote)
    if isinstance(done, Refusal):
        return _show(request, by, ballot, refusal=done)
    words = {"member": member_name(member), "vote": WORDS[done]}
    messages.success(request, _("Gespeichert: %(member)s, %(vote)s.") % words)
    return redirect("office:ballot", by.body, ballot)


@require_POST
@in_office
def ballot_record(request: HttpRequest, by: By, ballot: int) -> HttpResponse:
    """Take the whole grid from the office; only what was changed is stored."""
    grid = _grid(request)
    done = acts.record(by, ballot=ballot, votes=grid.changed, seen=grid.seen)
    if isinstance(done, Refusal):
        return _show(request, by, ballot, refusal=done, typed=grid.votes)
    messages.success(request, _stored(done))
    return redirect("office:ballot", by.body, ballot)


@require_POST
@in_office
def ballot_close(request: HttpRequest, by: By, ballot: int) -> HttpResponse:
    """Close a ballot; what stands in the grid is stored before, so nothing is lost."""
    grid = _grid(request)
    done: object = None
    if grid.changed:
        done = acts.record(by, ballot=ballot, votes=grid.changed, seen=grid.seen)
    if not isinstance(done, Refusal):
        done = acts.close(by, ballot=ballot)
    if isinstance(done, Refusal):
        return _show(request, by, ballot, refusal=done, typed=grid.votes)
    messages.success(request, _("Die Abstimmung ist geschlossen."))
    return redirect("office:ballot", by.body, ballot)


@require_POST
@in_office
def ballot_break_off(request: HttpRequest, by: By, ballot: int) -> HttpResponse:
    done = acts.break_off(by, ballot=ballot)
    if isinstance(done, Refusal):
        return _show(request, by, ballot, refusal=done)
    words = _("Die Abstimmung ist abgebrochen; der Punkt steht wieder zur Abstimmung.")
    messages.success(request, words)
    return redirect("office:ballot", by.body, ballot)


@in_office
def declare(request: HttpRequest, by: By, item: int) -> HttpResponse:
    """Take a statement for the record on an item."""
    row = _item(by, item)
    refusal = may(by.actor, Right.DECLARE_FOR_RECORD, by.chair)
    if refusal is not None:
        return refused(request, by, refusal)
    members = sorted(by.actor.members) or ["BUND"]
    form = StatementForm(members, _sent(request))
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        done = acts.declare(by, item=row.pk, **form.cleaned_data)
        if not isinstance(done, Refusal):
            messages.success(request, _("Die Erklärung ist zu Protokoll genommen."))
            return _back_to(by, row)
        status = refuse(form, done)
    return page(request, by, "declare", {"item": row, "form": form}, status)


def _show(
    request: HttpRequest,
    by: By,
    ballot: int,
    refusal: Refusal | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Show a ballot; after a refusal with the reason, and with what was entered."""
    row = reads.ballot(by.body, ballot, by.viewer)
    if row is None:
        raise Http404
    office = may(by.actor, Right.RECORD_ANY_VOTE, by.chair) is None
    context = {
        "ballot": row,
        "board": board(row),
        "cells": cells(row, typed or {}, None if office else ()),
        "office": office,
        "own": [] if office else _own(by, row),
        "choices": CHOICES,
        "counts": counts(row),
        "heading": heading(row),
        "kinds": kinds(row),
        "treatment_tag": TREATMENT_TAGS.get(row.treatment, ""),
        "may_declare": _may_declare(by, row),
        "statements": {s.member: f"#erklaerung-{s.member}" for s in row.statements},
        "refusal": refusal and said(refusal.text),
    }
    status = 200 if refusal is None else STATUS[refusal.why]
    return page(request, by, "ballot", context, status)


def _grid(request: HttpRequest) -> Grid:
    seen = {
        key.removeprefix(SEEN): str(value)
        for key, value in request.POST.items()
        if key.startswith(SEEN)
    }
    return Grid(votes_of(request.POST.dict()), seen)


def _own(by: By, row: reads.BallotRow) -> list[tuple[str, reads.CastRow | None]]:
    """Return the members with a vote that the account works for, and their votes."""
    mine = (code for code in row.book.voters if code in by.actor.members)
    return [(code, row.by_member.get(code)) for code in mine]


def _may_declare(by: By, row: reads.BallotRow) -> bool:
    """Return whether a member that the account works for has not declared yet."""
    spoken = {statement.member for statement in row.statements}
    return bool(by.actor.members - spoken)


def _item(by: By, pk: int) -> ItemRow:
    row = item(by.body, pk, by.viewer)
    if row is None or row.section:
        raise Http404
    return row


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _back_to(by: By, row: ItemRow) -> HttpResponse:
    if row.last_ballot is None:
        return redirect("office:desk", by.body)
    return redirect("office:ballot", by.body, row.last_ballot)


def _votable(row: ItemRow) -> bool:
    return not row.section and isinstance(move(row.stage, Move.OPEN_VOTE), Stage)


def _stored(count: int) -> str:
    if not count:
        return _("Es gab nichts zu speichern: Alle Stimmen standen schon so da.")
    words = ngettext("%(n)s Stimme gespeichert.", "%(n)s Stimmen gespeichert.", count)
    return words % {"n": count}


ONE = "<slug:body>/abstimmungen/<int:ballot>/"
ITEM = "<slug:body>/punkte/<int:item>/"
urls = [
    path("<slug:body>/konferenzen/<int:number>/abstimmungen/", ballots, name="ballots"),
    path(ONE, ballot, name="ballot"),
    path(ONE + "stimme/", ballot_cast, name="ballot_cast"),
    path(ONE + "stimmen/", ballot_record, name="ballot_record"),
    path(ONE + "schluss/", ballot_close, name="ballot_close"),
    path(ONE + "abbruch/", ballot_break_off, name="ballot_break_off"),
    path(ITEM + "abstimmung/", ballot_open, name="ballot_open"),
    path(ITEM + "erklaerung/", declare, name="declare"),
]
