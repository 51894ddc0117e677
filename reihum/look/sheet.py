"""What the component sheet shows. All votes and texts on it are invented."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reihum.look.frame import Link
from reihum.look.parts.ballot import Cell
from reihum.look.parts.fields import day_input
from reihum.look.parts.names import BUND
from reihum.look.parts.ring import round_states
from reihum.look.parts.year import Event
from reihum.rules.dates import PartialDate
from reihum.rules.laender import CODES
from reihum.rules.words import Text

BEGINS, ENDS, TODAY = date(2026, 7, 1), date(2027, 6, 30), date(2026, 11, 23)


class SampleForm(forms.Form):
    """A form with one field of each kind."""

    title = forms.CharField(
        label=_("Titel des Antrags"), help_text=_("Höchstens 120 Zeichen")
    )
    deadline = forms.DateField(
        label=_("Frist für Mitanträge"),
        widget=day_input(),
        error_messages={"invalid": _("Diesen Tag gibt es nicht.")},
    )
    land = forms.ChoiceField(
        label=_("Land"), choices=[(code, code) for code in CODES], initial="RP"
    )
    text = forms.CharField(label=_("Begründung"), widget=forms.Textarea, required=False)
    bundesrat = forms.ChoiceField(
        label=_("Ist die Sache beim Bundesrat anhängig?"),
        choices=[("ja", _("Ja")), ("nein", _("Nein"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte Ja oder Nein wählen.")},
    )
    sure = forms.BooleanField(
        label=_("Ich stelle den Antrag für mein Land."), required=False
    )


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph as `reihum.rules.text` has it."""

    id: str
    level: int
    number: str
    text: str


WORDING = (
    Sample("p1", 0, "", "Die Konferenz fasst folgenden Beschluss:"),
    Sample(
        "p2", 1, "1.", "Die Länder bekräftigen, dass Integration im Alltag gelingt."
    ),
    Sample("p3", 1, "3.", "Sie bitten den Bund,"),
    Sample("p4", 2, "a)", "die Kosten der Sprachmittlung zu übernehmen,"),
    Sample("p5", 3, "aa)", "in Behörden und"),
    Sample("p6", 3, "bb)", "im Gesundheitswesen,"),
    Sample("p7", 2, "c)", "jährlich zu berichten."),
    Sample("p8", 1, "4.", "Sie bitten das vorsitzende Land um einen Bericht."),
)
EVENTS = (
    Event(date(2026, 7, 1), "Vorsitz übernommen"),
    Event(date(2026, 9, 16), "Herbsttreffen", date(2026, 9, 17)),
    Event(date(2026, 10, 5), "Antragsaufruf"),
    Event(date(2027, 2, 5), "Anmeldeschluss"),
    Event(date(2027, 3, 10), "Vorkonferenz", date(2027, 3, 11)),
    Event(
        date(2027, 4, 14),
        "22. Hauptkonferenz",
        date(2027, 4, 15),
        main=True,
        note="Mainz",
    ),
    Event(date(2027, 5, 12), "Niederschrift"),
    Event(date(2027, 6, 30), "Übergabe an SL"),
)
AGENDA: tuple[dict[str, Any], ...] = (
    {
        "number": "1",
        "title": "Leitantrag: Ankommen im Alltag",
        "meta": "RP",
        "tag": "a",
    },
    {
        "number": "2.4",
        "title": "Öffnung der Sprachkurse für alle mit Bleibeperspektive",
        "meta": "NI, RP, HB · Mitantrag TH",
        "tag": "a",
    },
    {
        "number": "2.5",
        "title": "Wohnsitzregelung überprüfen",
        "meta": "BE · 3. Februar 2027",
        "tag": "withdrawn",
        "gone": True,
    },
    {
        "number": "2.9",
        "title": "Jugendmigrationsdienste",
        "meta": "alle Länder",
        "tag": "block",
    },
    {
        "number": "2.9b",
        "title": "Frauenkurse wohnortnah anbieten",
        "meta": "HH, SH",
        "tag": "late",
    },
    {
        "number": "2.10",
        "title": "Patenschaften verstetigen",
        "meta": "SH, HB",
        "tag": "done",
    },
)
CHAIN: tuple[dict[str, Any], ...] = (
    {"when": PartialDate(2008, 4), "text": "Arbeitsgruppe eingesetzt"},
    {"when": PartialDate(2021, 4, 29), "text": "Sechster Bericht"},
    {"when": PartialDate(2027, 2, 10), "text": "Bericht zu Ziffer 4", "due": True},
)


def _votes(**marked: str) -> dict[str, str]:
    return dict.fromkeys(CODES, "yes") | marked


def _tags() -> tuple[tuple[tuple[str, ...], str | Promise, str | Promise], ...]:
    return (
        (("draft",), _("nur das eigene Land sieht ihn"), _("punktierter Rand, Stift")),
        (
            ("block",),
            _("in der Vorkonferenz einstimmig, wird gemeinsam beschlossen"),
            _("drei Balken"),
        ),
        (("a",), _("wird beraten"), _("dicker Rand, Sprechblase")),
        (
            ("late",),
            _("nach der Frist angemeldet, muss unter TOP 1 zugelassen werden"),
            _("Uhr"),
        ),
        (
            ("withdrawn", "cancelled"),
            _("die Nummer bleibt frei"),
            _("durchgestrichen, gestrichelt"),
        ),
        (
            ("done",),
            _("erreicht die Hauptkonferenz nicht"),
            _("doppelter Rand, Haken"),
        ),
        (
            ("adopted", "rejected"),
            _("nach dem Schließen der Abstimmung"),
            _("gefüllt mit Haken, Rahmen mit Kreuz"),
        ),
        (("conflict",), _("Wünsche widersprechen sich"), _("Dreieck")),
        (
            ("assumed", "inferred", "unknown"),
            _("keine Quelle nennt den Wert"),
            _("Fragezeichen"),
        ),
        (("planned", "demo"), _("noch nicht so geschehen"), _("punktierter Rand")),
        (("confidential",), _("nur für die Mitglieder"), _("dicker Rand, Punkt")),
    )


COLOURS: tuple[tuple[str, str | Promise], ...] = (
    ("ink", _("Tinte")),
    ("muted", _("Leise")),
    ("edge", _("Kante")),
    ("line", _("Linie")),
    ("tint", _("Grund")),
    ("paper", _("Papier")),
    ("link", _("Handlung")),
    ("mark", _("Eingefügt")),
    ("yes", _("Ja")),
    ("no", _("Nein")),
    ("hatch", _("Enthaltung")),
    ("warn", _("Achtung")),
)


def sample() -> dict[str, Any]:
    """Return everything that the component sheet shows."""
    mixed = _votes(SN="no", HE="abstain", ST="abstain")
    going_on = _votes(
        SH="open", ST="open", RP="open", SL="open", HE="abstain", TH="absent",
        SN="no", BY="no",
    )  # fmt: skip
    with_bund = mixed | {BUND: "no"}
    form = SampleForm(
        {"title": "Öffnung der Sprachkurse", "deadline": "2027-02-31", "land": "RP"}
    )
    return {
        "today": TODAY,
        "begins": BEGINS,
        "ends": ENDS,
        "colours": COLOURS,
        "steps": _steps(),
        "form": form,
        "tags": _tags(),
        "votes": mixed,
        "going_on": going_on,
        "with_bund": with_bund,
        "statements": {"SN": "#text"},
        "cells": _cells(),
        "events": EVENTS,
        "chain_steps": CHAIN,
        "round": round_states("RP"),
        "rows": AGENDA,
        "paragraphs": WORDING,
        "fact_rows": _facts(),
        "wishes": ("BY", "SN", "ST"),
        "verdict": Text("Angenommen mit 13 von 16", "Adopted by 13 of 16"),
        "crumbs": (
            Link("IntMK", "#"),
            Link(_("Beschlüsse"), "#"),
            Link("2026-u3", "#"),
        ),
        "nav": (
            Link(_("Konferenzen"), "#"),
            Link(_("Beschlüsse"), "#", current=True),
            Link(_("Vorsitz"), "#"),
        ),
    }


def _cells() -> tuple[Cell, ...]:
    return (
        Cell("BW", "yes", "10:41"),
        Cell("BY", "no", "10:41"),
        Cell("HE", "abstain", "10:42"),
        Cell("SN", "", str(_("offen"))),
        Cell("TH", "yes", "10:40", open=False),
        Cell(BUND, "", str(_("offen"))),
    )


def _facts() -> tuple[tuple[Text, str], ...]:
    return (
        (Text("Kennung", "Identifier"), "2026-u3"),
        (Text("Verfahren", "Procedure"), "Umlauf"),
        (Text("Vorsitz", "Chair"), "Rheinland-Pfalz"),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the scale of spaces, drawn from the ground up."""

    size: int
    x: int
    y: int


def _steps() -> list[Step]:
    steps, x = [], 0
    for size in (4, 8, 12, 16, 24, 32, 40, 56, 80):
        steps.append(Step(size, x, 80 - size))
        x += size + 32
    return steps
