"""What a body is, and its rules of procedure in sentences."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.template.loader import select_template
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reihum.public.chairs import chairs_of
from reihum.public.frame import Here, of_body, page
from reihum.public.words import when_and_where
from reihum.reads.about import BodyRow
from reihum.reads.clock import today
from reihum.reads.conferences import next_conference
from reihum.reads.members import members
from reihum.reads.rulebooks import rulebook_on
from reihum.rules.facts import MemberKind
from reihum.rules.rulebook import Rulebook
from reihum.rules.sentences import rules_in_sentences
from reihum.rules.words import Text


@of_body
def body(request: HttpRequest, row: BodyRow) -> HttpResponse:
    day = today()
    book = rulebook_on(row.slug, day)
    coming = next_conference(row.slug, day)
    people = members(row.slug)
    words = {
        "name": row.name_on(day),
        "names": [
            name
            for name in row.names
            if name.text != row.name_on(day) and name.kind != "official"
        ],
        "prose": select_template(_prose(row.slug)).template.name,
        "book": book,
        "rules": () if book is None else _rules(book),
        "guests": [one for one in people if one.kind is not MemberKind.LAND],
        "chairs": chairs_of(row.slug, day),
        "coming": coming,
        "when_and_where": None if coming is None else when_and_where(coming),
    }
    here = Here("body", _("Über die Konferenz"))
    return page(request, row, "body", here, words)


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences that rest on one source: (sentence, whether it is an assumption)."""

    source: str
    sentences: tuple[tuple[Text, bool], ...]


def _rules(book: Rulebook) -> list[tuple[Text, list[Said]]]:
    """Return the rules by section, with each source named once for its sentences."""
    return [
        (
            section.title,
            [
                Said(source, tuple((one.text, one.assumed) for one in some))
                for source, some in groupby(section.sentences, lambda one: one.source)
            ],
        )
        for section in rules_in_sentences(book)
    ]


def _prose(slug: str) -> list[str]:
    """Return the page's text: one written for this body, or what holds for all."""
    language = "en" if (get_language() or "de").startswith("en") else "de"
    return [
        f"public/about/{slug}-{language}.html",
        f"public/about/any-{language}.html",
    ]


urls = [path("<slug:body>/", body, name="body")]
