"""Two people wrote in the same draft: both versions, and a choice per paragraph."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict

from reihum.acts.door import By
from reihum.look.answers import STATUS, said
from reihum.look.parts.editor import Writing
from reihum.office.door import page
from reihum.office.motion_forms import MotionForm
from reihum.reads.motions import MotionRow
from reihum.reads.versions import Wording, version, versions
from reihum.reads.writing import start_of
from reihum.rules.text import Paragraph, Part
from reihum.rules.text.beside import Beside, beside, settled
from reihum.rules.text.sheet import last_of
from reihum.rules.version import label_of
from reihum.rules.words import Refusal
from reihum.rules.writing import BEGUN

PARTS = {"text": Part.TEXT, "rationale": Part.RATIONALE}
_NOT_CARRIED = ("csrfmiddlewaretoken", "do", "caret-", "pasted-", "pick-")


class Choice(NamedTuple):
    """A part of the motion in both versions."""

    name: str
    label: str
    pairs: tuple[Beside, ...]


def show_conflict(
    request: HttpRequest, by: By, row: MotionRow, form: MotionForm, refusal: Refusal
) -> HttpResponse:
    """Show both versions beside each other; nothing is stored or lost."""
    typed = form.typed()
    stored = form.initial
    newest = next(iter(versions(row.pk, by.viewer)), None)
    context = {
        "motion": row,
        "sentence": said(refusal.text),
        "newest": newest,
        "choices": tuple(_choices(by, row, form)),
        "title": typed["title"],
        "title_differs": typed["title"] != row.title,
        "others": [form.fields[name].label for name in _also(typed, stored)],
        "carried": tuple(_carried(request.POST)),
    }
    return page(request, by, "motion_conflict", context, STATUS[refusal.why])


def settle(by: By, row: MotionRow, form: MotionForm, sent: QueryDict) -> dict[str, Any]:
    """Return what was chosen, begun on the newest version now."""
    typed = {**form.typed(), BEGUN: str(start_of(row.pk, by.viewer).label or "")}
    if sent.get("do") == "mine":
        return typed
    if sent.get("pick-title") == "theirs":
        typed["title"] = row.title
    for choice in _choices(by, row, form):
        picks = {one.id: sent.get(f"pick-{choice.name}-{one.id}", "")
                 for one in choice.pairs}  # fmt: skip
        typed[choice.name] = _chosen(typed[choice.name], choice.pairs, picks)
    return typed


def _chosen(
    writing: Writing, pairs: tuple[Beside, ...], picks: Mapping[str, str]
) -> Writing:
    known = {key: side for key, side in picks.items() if side}
    text = settled(pairs, known, writing.text)
    sheet = writing.sheet
    last = max(sheet.last, last_of(sheet.prefix, (one.id for one in text)))
    return Writing(replace(sheet, paragraphs=text, last=last))


def _choices(by: By, row: MotionRow, form: MotionForm) -> Iterator[Choice]:
    """Yield the text and the rationale, paragraph by paragraph."""
    typed = form.typed()
    begun = label_of(str(typed[BEGUN]))
    base = version(row.pk, begun, by.viewer) if begun else None
    for name, theirs in (("text", row.text), ("rationale", row.rationale)):
        yours: Writing = typed[name]
        sheet = yours.sheet
        last = max(sheet.last, last_of(sheet.prefix, (one.id for one in theirs)))
        pairs = beside(_base(base, name) or theirs, theirs, yours.text, last)
        yield Choice(name, str(form.fields[name].label), pairs)


def _base(base: Wording | None, name: str) -> tuple[Paragraph, ...]:
    return () if base is None else base.of(PARTS[name])


def _also(typed: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[str]:
    """Yield what else differs from what is stored; yours holds."""
    for name, value in typed.items():
        now = stored.get(name)
        if name not in ("title", "text", "rationale", BEGUN, "member") and (
            str(value or "") != str(now or "")
        ):
            yield name


def _carried(sent: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in sent.lists():
        if not name.startswith(_NOT_CARRIED):
            yield from ((name, str(value)) for value in values)
