"""Write an amendment in the browser, at one paragraph after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts import amendments as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.asked import whole
from reihum.office.amendment_forms import Writing, step_of
from reihum.office.door import in_office, page, refused
from reihum.office.links import address
from reihum.reads import amendments as reads
from reihum.reads.amendments import AmendmentRow, Base
from reihum.reads.motions import MotionRow, members_of
from reihum.reads.motions import motion as read_motion
from reihum.rules.amendment import Ground, check_open, other_text
from reihum.rules.amendment_steps import SCHEMES
from reihum.rules.motion import unknown_motion
from reihum.rules.rights import Right, may
from reihum.rules.text.laid_out import Line, laid_out
from reihum.rules.text.naming import PARTS
from reihum.rules.text.paragraph import Part
from reihum.rules.words import Refusal, Text

NEW = {"davor": "insert_before", "danach": "insert_behind"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a Land works at: a motion, its newest version, and the Land's draft."""

    motion: MotionRow
    base: Base
    member: str
    draft: AmendmentRow | None

    @property
    def lines(self) -> tuple[Line, ...]:
        wanted = reads.wanted(self.base, self.draft) if self.draft else ()
        return laid_out(self.base.flat, wanted)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the page; `heading` where a part begins, `open` with a form at it."""

    line: Line
    heading: Text | None
    open: str = ""


@in_office
def amend(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Show the text with the wishes so far, and take a step at one paragraph."""
    sheet = sheet_of(request, by, motion)
    if isinstance(sheet, Refusal):
        return refused(request, by, sheet)
    if request.method == "POST":
        return _step(request, by, sheet)
    wanted = NEW.get(request.GET.get("neu", ""), "rewrite")
    paragraph, key = request.GET.get("ziffer", ""), request.GET.get("stelle", "")
    line = _line(sheet, paragraph, key)
    if line is None:
        return show(request, by, sheet)
    what = "reword" if key else wanted
    return show(request, by, sheet, line=line, what=what, form=_form(line, what))


def sheet_of(request: HttpRequest, by: By, motion: int) -> Sheet | Refusal:
    """Return what somebody may write at, or why not."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return unknown_motion()
    member = _member(request, by)
    if isinstance(member, Refusal):
        return member
    base = reads.base(by.body, motion, by.viewer)
    if base is None:
        return check_open(Ground(row.stage)) or unknown_motion()
    if refusal := check_open(base.ground):
        return refusal
    draft = reads.draft_of(base.version, member, by.viewer)
    return Sheet(row, base, member, draft)


def show(
    request: HttpRequest,
    by: By,
    sheet: Sheet,
    status: int = 200,
    **opened: Any,  # noqa: ANN401  (line, what, form: all or none)
) -> HttpResponse:
    due = reads.deadline_of(sheet.motion.pk)
    lines = sheet.lines
    context = {
        "motion": sheet.motion,
        "base": sheet.base,
        "member": sheet.member,
        "members": members_here(by),
        "draft": sheet.draft,
        "count": sum(line.changed for line in lines),
        "lines": list(_shown(lines, opened.get("line"), opened.get("what", ""))),
        "due": due,
        "late": due is not None and by.today > due,
        **opened,
    }
    return page(request, by, "amend", context, status)


def _step(request: HttpRequest, by: By, sheet: Sheet) -> HttpResponse:
    paragraph, key = request.POST.get("ziffer", ""), request.POST.get("stelle", "")
    what = request.POST.get("do", "")
    line = _line(sheet, paragraph, key)
    form = Writing(request.POST, new=what in {*NEW.values(), "reword"})
    step = step_of(form, what, paragraph, key)
    if line is None or step is None:
        return refused(request, by, other_text())
    done = acts.write(
        by, motion=sheet.motion.pk, member=sheet.member, step=step,
        version=whole(request.POST.get("fassung", "")) or 0,
    )  # fmt: skip
    if not isinstance(done, Refusal):
        messages.success(request, _("Gemerkt. Nur Ihr Land sieht das bisher."))
        return redirect(_here(by, sheet, paragraph))
    form.full_clean()
    form.errors.clear()  # the act says it better
    status = refuse(form, done)
    what = "rewrite" if what in ("delete", "take_back") else what
    return show(request, by, sheet, status, line=line, what=what, form=form)


def _here(by: By, sheet: Sheet, paragraph: str) -> str:
    url = address("office:amend", by.body, sheet.motion.pk)
    asked = f"?land={sheet.member}" if len(members_here(by)) > 1 else ""
    return f"{url}{asked}#{paragraph}" if paragraph else f"{url}{asked}"


def _form(line: Line, what: str) -> Writing:
    new = what != "rewrite"
    if what in NEW.values():
        return Writing(new=True, initial={"scheme": _scheme_beside(line)})
    initial = {
        "text": line.text,
        "scheme": line.scheme,
        "reason": "\n".join(line.reasons),
    }
    return Writing(new=new, initial=initial)


def _scheme_beside(line: Line) -> str:
    """Suggest the kind of number that the paragraph beside a new one has."""
    return line.scheme if line.scheme in SCHEMES else "1."


def _line(sheet: Sheet, paragraph: str, key: str) -> Line | None:
    """Return the line that the address names, if it is still there."""
    found = (
        line
        for line in sheet.lines
        if (key and line.key == key) or (not key and line.id and line.id == paragraph)
    )
    return next(found, None)


def _shown(lines: Iterable[Line], opened: Line | None, what: str) -> Iterator[Shown]:
    part: Part | None = None
    for line in lines:
        heading = PARTS[line.part] if line.part is not part else None
        part = line.part
        same = opened is not None and (line.id, line.key) == (opened.id, opened.key)
        yield Shown(line, heading, what if same else "")


def members_here(by: By) -> list[str]:
    """Return for which members of this body somebody may write."""
    return sorted(by.actor.members & members_of(by.body))


def _member(request: HttpRequest, by: By) -> str | Refusal:
    """Return for whom somebody writes: the only one there is, or the chosen one."""
    own = members_here(by)
    if not own:
        return may(by.actor, Right.AMEND, by.chair) or unknown_motion()
    asked = request.POST.get("land") or request.GET.get("land", "")
    return asked if asked in own else own[0]


urls = [
    path("<slug:body>/antraege/<int:motion>/aendern/", amend, name="amend"),
]
