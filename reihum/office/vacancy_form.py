"""The form of an own advertisement: the fields of JobPosting, in groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reihum.jobs.model import (
    Contract,
    Kind,
    Level,
    PayUnit,
    Recognition,
    Remote,
    WorkingTime,
)
from reihum.look.parts import local
from reihum.look.parts.fields import day_input
from reihum.look.parts.names import member_name
from reihum.office.motion_forms import NEEDED, Plain, ask_for_whom
from reihum.rules.laender import CODES
from reihum.rules.vacancy import Vacancy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NOT_STATED = ("", _("keine Angabe"))
KINDS = (
    (Kind.WORK, _("Arbeit")),
    (Kind.APPRENTICESHIP, _("Ausbildung")),
    (Kind.INTERNSHIP, _("Praktikum")),
)
WORKING_TIMES = (
    (WorkingTime.FULL, _("Vollzeit")),
    (WorkingTime.PART, _("Teilzeit")),
    (WorkingTime.MINI, _("Minijob")),
    (WorkingTime.SHIFT, _("Schicht, Nacht oder Wochenende")),
)
CONTRACTS = (
    NOT_STATED,
    (Contract.PERMANENT, _("unbefristet")),
    (Contract.TEMPORARY, _("befristet")),
)
REMOTE = (
    NOT_STATED,
    (Remote.NO, _("nein")),
    (Remote.PARTLY, _("zum Teil")),
    (Remote.YES, _("ganz")),
)
UNITS = (
    NOT_STATED,
    (PayUnit.HOUR, _("in der Stunde")),
    (PayUnit.MONTH, _("im Monat")),
    (PayUnit.YEAR, _("im Jahr")),
)
LEVELS = (NOT_STATED, *((str(level.value), level.name) for level in Level))
RECOGNITION = (
    NOT_STATED,
    (Recognition.NOT_NEEDED, _("kein Abschluss nötig")),
    (Recognition.ASKED, _("deutscher oder anerkannter Abschluss gewünscht")),
    (Recognition.REGULATED, _("Anerkennung vorgeschrieben")),
)
DAY = {"invalid": _("Diesen Tag gibt es nicht.")}
SUM = {"invalid": _("Bitte geben Sie eine Zahl ein, zum Beispiel 3050 oder 14,80.")}
GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (
        _("Die Stelle"),
        (
            "member", "title", "kind", "employer", "employer_url", "public_service",
            "description", "qualification",
        ),
    ),
    (_("Der Ort"), ("street", "postcode", "city", "land", "remote")),
    (
        _("Zeit und Geld"),
        (
            "working_time", "hours", "contract", "pay_low", "pay_high", "pay_unit",
            "pay_group", "starts",
        ),
    ),
    (_("Was man braucht"), ("level", "recognition")),
    (_("Bewerbung"), ("apply_url", "apply_mail", "deadline", "reference")),
)  # fmt: skip

# What the page of a vacancy says in its head and its texts.
ELSEWHERE = {"member", "title", "employer", "city", "description", "qualification"}


def _sum(label: "StrOrPromise") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        localize=True,
        max_digits=9,
        decimal_places=2,
        error_messages=SUM,
    )


class VacancyForm(Plain):
    """A vacancy as a Land writes it."""

    member = forms.CharField(label=_("Für wen?"))
    title = forms.CharField(
        label=_("Welche Stelle?"),
        help_text=_("Zum Beispiel: Koch / Köchin (m/w/d) für die Schulküche"),
        max_length=200,
        error_messages=NEEDED,
    )
    kind = forms.ChoiceField(label=_("Was wird angeboten?"), choices=KINDS)
    employer = forms.CharField(
        label=_("Arbeitgeber"), max_length=200, error_messages=NEEDED
    )
    employer_url = forms.URLField(
        label=_("Internetseite des Arbeitgebers"),
        required=False,
        max_length=300,
        assume_scheme="https",
    )
    public_service = forms.BooleanField(
        label=_("Das ist öffentlicher Dienst"), required=False
    )
    description = forms.CharField(
        label=_("Was ist zu tun?"),
        help_text=_(
            "Kurze, einfache Sätze. Ein Strich am Anfang einer Zeile macht einen Punkt "
            "einer Liste."
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages=NEEDED,
    )
    qualification = forms.CharField(
        label=_("Was sollte man können?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    street = forms.CharField(label=_("Straße"), required=False, max_length=120)
    postcode = forms.CharField(label=_("Postleitzahl"), required=False, max_length=5)
    city = forms.CharField(label=_("Ort"), max_length=120, error_messages=NEEDED)
    land = forms.ChoiceField(label=_("Land"), required=False)
    remote = forms.ChoiceField(
        label=_("Geht es von zu Hause?"), required=False, choices=REMOTE
    )
    working_time = forms.MultipleChoiceField(
        label=_("Arbeitszeit"),
        required=False,
        choices=WORKING_TIMES,
        widget=forms.CheckboxSelectMultiple,
    )
    hours = forms.DecimalField(
        label=_("Stunden in der Woche"),
        required=False,
        localize=True,
        max_digits=4,
        decimal_places=1,
        error_messages=SUM,
    )
    contract = forms.ChoiceField(label=_("Vertrag"), required=False, choices=CONTRACTS)
    starts = forms.DateField(
        label=_("Beginn"), required=False, widget=day_input(), error_messages=DAY
    )
    pay_low = _sum(_("Verdienst von (Euro, brutto)"))
    pay_high = _sum(_("Verdienst bis"))
    pay_unit = forms.ChoiceField(
        label=_("Verdienst in welcher Zeit?"), required=False, choices=UNITS
    )
    pay_group = forms.CharField(
        label=_("Entgeltgruppe"),
        help_text=_("Zum Beispiel: TV-L E 5"),
        required=False,
        max_length=40,
    )
    level = forms.ChoiceField(
        label=_("Wie viel Deutsch braucht man?"), required=False, choices=LEVELS
    )
    recognition = forms.ChoiceField(
        label=_("Braucht man einen Abschluss?"), required=False, choices=RECOGNITION
    )
    apply_url = forms.URLField(
        label=_("Bewerbung auf dieser Internetseite"),
        help_text=_("Zum Veröffentlichen braucht es diese oder eine E-Mail-Adresse."),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    apply_mail = forms.EmailField(
        label=_("oder an diese E-Mail-Adresse"), required=False
    )
    deadline = forms.DateField(
        label=_("Letzter Tag für Bewerbungen"),
        help_text=_("Danach verschwindet die Anzeige von selbst."),
        required=False,
        widget=day_input(),
        error_messages=DAY,
    )
    reference = forms.CharField(label=_("Kennziffer"), required=False, max_length=60)

    def __init__(
        self,
        members: Sequence[str],
        data: Mapping[str, Any] | None = None,
        shown: Vacancy | None = None,
    ) -> None:
        start = _initial(shown) if shown else {"member": members[0], "kind": "work"}
        super().__init__(data, initial={"public_service": True, **start})
        lands = self.fields["land"]
        assert isinstance(lands, forms.ChoiceField)  # noqa: S101  (it is one above)
        lands.choices = [NOT_STATED, *((code, member_name(code)) for code in CODES)]
        ask_for_whom(self, members)

    def groups(self) -> Iterator[tuple[str | Promise, list[BoundField]]]:
        """Yield the headings with their fields."""
        for heading, names in GROUPS:
            yield heading, [self[name] for name in names]

    def vacancy(self) -> Vacancy:
        """Return what was entered; only after `is_valid`."""
        data = {one.name: self.cleaned_data[one.name] for one in fields(Vacancy)}
        times = tuple(data["working_time"])
        level = int(data["level"]) if data["level"] else None
        return Vacancy(**{**data, "working_time": times, "level": level})


def facts(row: Vacancy) -> Iterator[tuple[str | Promise, str]]:
    """Yield what a vacancy states besides its texts, by the labels of the form."""
    form = VacancyForm([row.member], shown=row)
    for field in form:
        if field.name not in ELSEWHERE and (said := _said(field)):
            yield field.label, said


def _said(field: BoundField) -> str:
    """Return a value in words: the labels of choices, days and sums as one writes."""
    value, choices = field.initial, dict(getattr(field.field, "choices", ()))
    if isinstance(value, list):
        return ", ".join(str(choices[one]) for one in value)
    if isinstance(value, bool):
        return str(_("ja")) if value else ""
    if choices:
        return str(choices.get(value, value)) if value else ""
    if isinstance(value, date):
        return local.day(value)
    if isinstance(value, Decimal):
        return local.number(float(value), 2)
    return value or ""


def _initial(shown: Vacancy) -> dict[str, Any]:
    values = {one.name: getattr(shown, one.name) for one in fields(shown)}
    level = "" if shown.level is None else str(shown.level)
    return {**values, "working_time": list(shown.working_time), "level": level}
