"""The mails of a saved search, in the language of whoever saved it: plain text.

Advertisements stay in the language that they were written in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from reihum.jobs.address import query_from
from reihum.jobs.model import Entry
from reihum.jobs.query import Query
from reihum.look.own_jobs import whole
from reihum.look.parts import local
from reihum.look.search_words import narrowed, parts

MOST_SHOWN = 20
INSIDE = re.compile(r"([.:@/\\])(?=\S)")  # what an address has between its parts


@dataclass(frozen=True, slots=True)
class Saved:
    """What a mail must know of a saved search.

    `demonstration` says that what is found was invented.
    """

    key: str
    language: str
    site: str  # "https://reihum.example"
    query: str
    every: str
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """Subject, text and headers."""

    subject: str
    body: str
    headers: dict[str, str]


def asking(saved: Saved) -> Mail:
    """Ask whether the search was meant: nothing is sent before the answer."""
    with override(saved.language):
        lines = (
            _("Guten Tag,"),
            "",
            _("jemand möchte an diese Adresse neue Stellen geschickt bekommen:"),
            unlinked(said(query_from(saved.query))),
            "",
            _("Waren Sie das? Dann öffnen Sie bitte diese Seite und bestätigen Sie:"),
            _link(saved, "public:saved_search"),
            "",
            _(
                "Waren Sie das nicht? Dann tun Sie nichts. Wir schicken nichts und "
                "löschen Ihre Adresse nach zwei Tagen."
            ),
        )
        subject = _("Bitte bestätigen: neue Stellen per E-Mail")
        return Mail(subject, "\n".join(lines), {})


def finds(saved: Saved, entries: Sequence[Entry], *, first: bool) -> Mail:
    """Tell what was found; the last line ends it with one click."""
    with override(saved.language):
        count = len(entries)
        query = query_from(saved.query)
        head = (
            ngettext("%(count)s Stelle", "%(count)s Stellen", count)
            if first
            else ngettext("%(count)s neue Stelle", "%(count)s neue Stellen", count)
        ) % {"count": count}
        # In French, a space stands before the colon.
        line = _("%(head)s: %(what)s")
        subject = line % {"head": head, "what": local.dotted(parts(query))}
        lines = [line % {"head": head, "what": said(query)}, "", *_marked(saved)]
        for entry in entries[:MOST_SHOWN]:
            lines += [*_entry(entry, saved.site), ""]
        if count > MOST_SHOWN:
            lines += [_("Alle Stellen auf einmal:"), _search(saved), ""]
        every = _("jede Woche") if saved.every == "week" else _("jeden Tag")
        lines += [
            _("Wir suchen für Sie %(every)s. Nichts Neues heißt: keine E-Mail.")
            % {"every": every},
            _("Keine E-Mails mehr (ein Klick genügt):"),
            ending(saved),
        ]
        headers = {
            "List-Unsubscribe": f"<{ending(saved)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        return Mail(subject, "\n".join(lines), headers)


def _marked(saved: Saved) -> tuple[str, ...]:
    """Return what marks finds that nobody published."""
    if not saved.demonstration:
        return ()
    all_of_it = _("Alle Anzeigen und das Verhalten der Portale sind erfunden.")
    return f"{_('Vorführung.')} {all_of_it}", ""


def said(query: Query) -> str:
    """Return a search in words: "Koch · Chemnitz · 25 km · bis B1 · Teilzeit"."""
    return local.dotted((*parts(query), *narrowed(query)))


def unlinked(text: str) -> str:
    """Return a text in which no mail program finds an address to link to.

    Anybody can have this mail sent to anybody: what was typed must not lead anywhere.
    """
    return INSIDE.sub(r"\1 ", text)


def ending(saved: Saved) -> str:
    """Return the address that ends a saved search."""
    return _link(saved, "public:saved_search_end")


def _entry(entry: Entry, site: str) -> list[str]:
    best, url = entry.best, whole(entry.best.url, site)
    where = best.places[0].name if best.places else ""
    who = " · ".join(part for part in (best.employer, where) if part)
    return [best.title, who, url] if who else [best.title, url]


def _search(saved: Saved) -> str:
    return f"{saved.site}{reverse('public:job_search')}?{saved.query}"


def _link(saved: Saved, name: str) -> str:
    return f"{saved.site}{reverse(name, args=[saved.key])}"
