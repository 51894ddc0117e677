"""The synopsis to take away: Word with tracked changes, PDF, workbook, page, JSON."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.formats.synopsis.data import as_json
from reihum.formats.synopsis.page import as_html
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.pdf import as_pdf
from reihum.formats.synopsis.table import as_xlsx
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.look.downloads import download
from reihum.look.parts.dates import stamp
from reihum.office.door import in_office, refused
from reihum.office.links import address
from reihum.reads.about import about
from reihum.reads.conferences import conference
from reihum.reads.synopsis import SynopsisView, synopsis
from reihum.rules.laender import BY_CODE
from reihum.rules.motion import unknown_motion
from reihum.rules.text.layers import layers
from reihum.rules.words import Language, Refusal

LONGEST_NAME = 40
_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


@dataclass(frozen=True, slots=True)
class Papers:
    """The same synopsis twice: as every format takes it, and as the Word file does."""

    view: SynopsisView
    synopsis: SynopsisPaper
    motion: MotionPaper


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is written, and what it is called on a button."""

    media_type: str
    write: Callable[[Papers], bytes]


def _word(papers: Papers) -> bytes:
    synopsis_ = papers.view.laid.synopsis
    moments = [one.at for one in papers.view.sources.values() if one.at]
    return write_redline(
        papers.motion, layers(synopsis_.flat, synopsis_.points), synopsis_.points,
        max(moments, default=papers.view.base.at),
    )  # fmt: skip


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: Mapping[str, Format] = {
    "docx": Format(f"{_OFFICE}.wordprocessingml.document", _word),
    "pdf": Format("application/pdf", lambda papers: as_pdf(papers.synopsis)),
    "xlsx": Format(
        f"{_OFFICE}.spreadsheetml.sheet", lambda papers: as_xlsx(papers.synopsis)
    ),
    "html": Format(
        "text/html; charset=utf-8", lambda papers: as_html(papers.synopsis).encode()
    ),
    "json": Format("application/json", lambda papers: as_json(papers.synopsis)),
}


@in_office
def file(request: HttpRequest, by: By, motion: int, kind: str) -> HttpResponse:
    number = whole(request.GET.get("fassung", "")) or 0
    view = synopsis(by.body, motion, by.viewer, number)
    if view is None or not by.viewer.inside:
        return refused(request, by, unknown_motion())
    if kind not in FORMATS:
        return refused(request, by, unknown_format())
    found, given = FORMATS[kind], papers(by, view)
    name = f"{file_name(view, given.motion.body)}.{kind}"
    return download(found.write(given), name, found.media_type)


def links(by: By, view: SynopsisView) -> list[dict[str, str]]:
    """Return the buttons with which the files are fetched."""
    labels = {
        "docx": _("Word mit Änderungen"), "pdf": _("PDF"), "xlsx": _("Excel"),
        "html": _("HTML"), "json": _("JSON"),
    }  # fmt: skip
    query = f"?fassung={view.base.number}" if view.base.number != view.newest else ""
    return [
        {"label": labels[kind],
         "url": address("office:synopsis_file", by.body, view.motion.pk, kind) + query}
        for kind in FORMATS
    ]  # fmt: skip


def unknown_format() -> Refusal:
    """Say which files there are."""
    kinds = ", ".join(FORMATS)
    return Refusal.unknown(
        f"Die Synopse gibt es in diesem Format nicht, wohl aber als {kinds}.",
        f"There is no synopsis in this format, but there is one as {kinds}.",
    )


def papers(by: By, view: SynopsisView) -> Papers:
    """Return the values that the files are written from, with the words around them."""
    language: Language = "en" if (get_language() or "").startswith("en") else "de"
    state = _("Fassung %(number)s vom %(day)s") % {
        "number": view.base.number, "day": stamp(view.base.at.date()).words,
    }  # fmt: skip
    names = tuple(_name(code) for code in view.motion.submitters)
    others = tuple(_name(code) for code in view.motion.cosponsors)
    facts = [_("Antrag von %(names)s") % {"names": ", ".join(names)}]
    if view.deadline:
        facts.append(_("Änderungen bis %(day)s") % {"day": stamp(view.deadline).words})
    body = about(by.body, by.viewer)
    name = said(body.name_on(by.today)) if body else by.body
    above = _conference(by, view, name)
    return Papers(
        view,
        replace(
            view.paper, above=above, version=state, facts=tuple(facts),
            language=language,
        ),
        MotionPaper(
            body=body.short if body else by.body, title=view.paper.title,
            paragraphs=view.base.flat.paragraphs, conference=above,
            motto=view.motion.motto, lead=view.motion.lead, submitters=names,
            cosponsors=others, state=state, language=language,
        ),
    )  # fmt: skip


def file_name(view: SynopsisView, short: str) -> str:
    """Return "Synopse_22-IntMK_Leitantrag-Ankommen_Fassung-3": so it sorts well."""
    plain = view.paper.title.translate(_PLAIN)
    title = "-".join(re.findall(r"[A-Za-z0-9]+", plain))[:LONGEST_NAME].strip("-")
    title = title if len(title) < LONGEST_NAME else title.rsplit("-", 1)[0]
    conference_ = f"{view.motion.conference}-{short}"
    return f"Synopse_{conference_}_{title}_Fassung-{view.base.number}"


def _conference(by: By, view: SynopsisView, name: str) -> str:
    """Return "22. Integrationsministerkonferenz, 14. und 15. April 2027, Mainz"."""
    row = conference(by.body, view.motion.conference)
    whole = f"{view.motion.conference}. {name}"
    if row is None:
        return whole
    return ", ".join(filter(None, (whole, said(row.when), row.place)))


def _name(code: str) -> str:
    return BY_CODE[code].name if code in BY_CODE else code


urls = [
    path(
        "<slug:body>/antraege/<int:motion>/synopse.<slug:kind>",
        file,
        name="synopsis_file",
    )
]
