"""The journal: who did what for whom when, and the proof that nothing was changed."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.office.door import in_office, page, refused
from reihum.office.journal_words import WORDS
from reihum.office.links import address
from reihum.reads.journal import JournalRow, lines, verify
from reihum.rules.rights import Role, roles
from reihum.rules.words import Refusal

PER_PAGE = 50
PAGES = {"motion": "office:motion", "item": "office:item", "ballot": "office:ballot"}
# What these lines are about may be gone, or have no page.
UNLINKED = {
    "motion.draft", "motion.revise", "motion.discard", "agenda.add_section",
    "ballot.open", "ballot.cast", "ballot.record", "ballot.break_off",
}  # fmt: skip
READERS = {Role.OFFICE, Role.MEMBER}


@in_office
def journal(request: HttpRequest, by: By) -> HttpResponse:
    """Show the newest lines; with `?pruefen` all lines are checked first."""
    if not READERS & roles(by.actor, by.chair):
        return refused(
            request,
            by,
            Refusal.forbidden(
                "Das Journal lesen die Mitglieder und die Geschäftsstelle.",
                "The journal is read by the members and the office.",
            ),
        )
    pages = Paginator(lines(by.body, by.viewer), PER_PAGE)
    wanted = whole(request.GET.get("seite", "1"))
    if wanted is None or not 1 <= wanted <= pages.num_pages:
        raise Http404
    shown = pages.page(wanted)
    context = {
        "rows": [(row, _in_words(row), [row.member], _link(by, row)) for row in shown],
        "current": shown.number,
        "total": pages.num_pages,
        "count": pages.count,
        "proof": _proof() if "pruefen" in request.GET else None,
    }
    return page(request, by, "journal", context)


def _in_words(row: JournalRow) -> str:
    words = WORDS.get(row.act)
    return row.act if words is None else said(words)


def _link(by: By, row: JournalRow) -> str:
    """Return where the thing is that a line is about, if it has a page of its own."""
    kind, _colon, key = row.subject.partition(":")
    if kind not in PAGES or row.act in UNLINKED or not key.isdecimal():
        return ""
    return address(PAGES[kind], by.body, int(key))


def _proof() -> tuple[str, str]:
    """Return kind and sentence of what the check of the whole chain found."""
    broken = verify()
    if broken is not None:
        return "danger", said(broken.text)
    return "success", _("Das Journal ist unversehrt: Jede Zeile passt zu der vor ihr.")


urls = [path("<slug:body>/journal/", journal, name="journal")]
