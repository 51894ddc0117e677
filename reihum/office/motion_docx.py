"""A motion as a Word file, in the office's template."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import path

from reihum.acts.door import By
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.write import write_motion
from reihum.look.downloads import download
from reihum.office.door import in_office, refused
from reihum.reads.about import about
from reihum.reads.amendments import base
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.reads.word_templates import template_of
from reihum.rules.attachment import DOCX
from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.laender import called
from reihum.rules.motion import unknown_motion
from reihum.rules.signs import file_word
from reihum.rules.stages import Stage
from reihum.rules.text.whole import whole


@in_office
def motion_docx(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Give the motion away; what is changed in the file of a submitted one is noted."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    own = template_of(by.body)
    content = write_motion(
        paper_of(by, row),
        own[1] if own else None,
        tracking=row.stage is not Stage.DRAFT,
    )
    return download(content, name_of_file(by, row), DOCX)


def paper_of(by: By, row: MotionRow) -> MotionPaper:
    """Return a motion as it is printed. The paper is German, whoever asks for it."""
    of = about(by.body, by.viewer)
    found = conference(by.body, row.conference)
    name = of.name_on(by.today).de if of else by.body
    return MotionPaper(
        body=name,
        title=row.title,
        paragraphs=whole(row.title, row.text, row.rationale),
        conference=_conference(found, of.short if of else name) if found else "",
        motto=row.motto,
        lead=row.lead,
        submitters=_names(row.submitters),
        cosponsors=_names(row.cosponsors),
        state=_state(by, row),
    )


def name_of_file(by: By, row: MotionRow) -> str:
    """Return a name that sorts: "Antrag_22-IntMK_Kurse-oeffnen_Fassung-1.docx"."""
    kind = "Leitantrag" if row.lead else "Antrag"
    text = base(by.body, row.pk, by.viewer)
    state = f"Fassung-{text.number}" if text else "Entwurf"
    of = about(by.body, by.viewer)
    body = of.short if of else by.body
    title = file_word(row.title)
    return f"{kind}_{row.conference}-{file_word(body)}_{title}_{state}.docx"


def _conference(found: ConferenceRow, short: str) -> str:
    where = f" in {found.place}" if found.place else ""
    return f"{found.number}.{NB}{short}, {found.when.de}{where}"


def _names(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(called(code).de for code in codes)


def _state(by: By, row: MotionRow) -> str:
    text = base(by.body, row.pk, by.viewer)
    day = in_words(PartialDate.of(text.at.date() if text else by.today)).de
    return f"Fassung{NB}{text.number} vom {day}" if text else f"Entwurf vom {day}"


urls = [
    path("<slug:body>/antraege/<int:motion>/antrag.docx", motion_docx,
         name="motion_docx"),
]  # fmt: skip
