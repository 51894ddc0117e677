"""What became of resolutions: the chains of mandates and reports."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.public.frame import Here, of_body, page
from reihum.public.words import short_name
from reihum.reads.about import BodyRow
from reihum.reads.chains import Chain, Step, chains_of
from reihum.reads.clock import today
from reihum.rules.dates import PartialDate
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A step as `look` draws it."""

    when: PartialDate | None
    text: Text | str
    url: str = ""
    link: Text | str = ""
    due: bool = False
    ends: PartialDate | None = None
    tag: str = ""
    tag_text: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chain with its steps and, where it is known, its standing on a day."""

    chain: Chain
    steps: tuple[ChainStep, ...]
    standing: Text | None


@of_body
def mandates(request: HttpRequest, body: BodyRow) -> HttpResponse:
    chains = [
        shown_chain(one, today(), body.slug, titled=True)
        for one in chains_of(body.slug, STRANGER)
    ]
    here = Here("mandates", _("Aufträge"))
    return page(request, body, "mandates", here, {"chains": chains})


def shown_chain(chain: Chain, day: date, body: str, *, titled: bool = False) -> Shown:
    """Return all that happened in a chain, and what is still due.

    Under a title that names the subject and who is charged, no step repeats them.
    """
    steps = [step_of(step, body) for step in chain.steps]
    if titled:
        steps = [replace(one, text=_short(one.text, chain.subject)) for one in steps]
    if chain.waits:
        words = _("steht noch aus") if titled else _charged(chain)
        steps.append(ChainStep(chain.due, words, due=True))
    return Shown(chain, tuple(steps), _standing(chain, day))


def _short(text: Text | str, subject: str) -> Text | str:
    """Return "Auftrag vermerkt" for "Auftrag vermerkt: Bericht zu Ziffer 4"."""
    if isinstance(text, str):
        return text
    tail = f": {subject}"
    return Text(text.de.removesuffix(tail), text.en.removesuffix(tail))


def _standing(chain: Chain, day: date) -> Text | None:
    """Say how a mandate stands; of a chain known only from reports nobody knows."""
    if chain.resolution or chain.due is not None:
        return chain.standing(day).text
    return None


def step_of(step: Step, body: str) -> ChainStep:
    if step.resolution:
        address = reverse("public:resolution", args=[body, step.resolution])
        return ChainStep(step.on, step.what, address, f"({step.resolution})")
    if step.conference is not None:
        address = reverse("public:conference", args=[body, step.conference])
        name = short_name(step.conference)
        return ChainStep(
            step.on, step.what, address, Text(f"({name.de})", f"({name.en})")
        )
    return ChainStep(step.on, step.what)


def _charged(chain: Chain) -> str:
    """Return "Bericht zu Ziffer 4 · Auftrag an Rheinland-Pfalz"."""
    if not chain.addressee:
        return chain.subject
    to = said(Text(f"Auftrag an {chain.addressee}", f"mandate to {chain.addressee}"))
    return f"{chain.subject} · {to}"


urls = [path("<slug:body>/auftraege/", mandates, name="mandates")]
