"""The forms around a motion."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reihum.acts.motion_rows import Wording
from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.look.parts.editor import EditorField, Writing
from reihum.look.parts.names import member_name
from reihum.reads.mandates import OpenMandate
from reihum.reads.motions import MotionRow
from reihum.reads.writing import Start
from reihum.rules.agenda import CHOICES
from reihum.rules.facts import BeforeBundesrat, Category
from reihum.rules.motion import DECISION_OF_1992
from reihum.rules.rulebook import Rulebook
from reihum.rules.sentences.voting import covers
from reihum.rules.stages import Treatment, name_of
from reihum.rules.text.sheet import begin
from reihum.rules.words import capital

Data = Mapping[str, Any] | None
ANSWERS = (
    (BeforeBundesrat.NO, _("Nein")),
    (BeforeBundesrat.YES, _("Ja")),
    (BeforeBundesrat.UNCHECKED, _("Noch nicht geprüft")),
)
NEEDED = {"required": _("Bitte ausfüllen.")}


def bundesrat_field() -> forms.ChoiceField:
    """Return the question that every motion is asked."""
    return forms.ChoiceField(
        label=_("Ist die Sache beim Bundesrat anhängig?"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte beantworten Sie diese Frage.")},
    )


class Plain(forms.Form):
    """A form that leaves all checking to the server, which says why."""

    use_required_attribute = False


def offer(
    form: forms.Form, name: str, choices: Iterable[tuple[str | int, str]]
) -> None:
    """Let a field choose among what is known only now."""
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ChoiceField)  # noqa: S101  (the form says so)
    chosen.choices = list(choices)


class MotionForm(Plain):
    """A motion as a Land writes it."""

    member = forms.CharField(label=_("Für wen?"))
    title = forms.CharField(label=_("Titel"), error_messages=NEEDED)
    lead = forms.BooleanField(label=_("Das ist der Leitantrag"), required=False)
    motto = forms.CharField(
        label=_("Motto des Vorsitzes"),
        help_text=_("Nur beim Leitantrag; es steht über seinem Titel."),
        required=False,
    )
    category = forms.ChoiceField(
        label=_("Worum geht es?"),
        help_text=_("Davon hängt ab, welche Mehrheit der Antrag braucht."),
    )
    answers = forms.ChoiceField(
        label=_("Antwortet der Antrag auf einen Auftrag?"), required=False
    )
    confidential = forms.BooleanField(
        label=_("Der Antrag ist vertraulich"),
        help_text=_(
            "Dann lesen ihn nur die Mitglieder. Auf der Tagesordnung für Gäste und "
            "Öffentlichkeit steht nur seine Nummer und „nicht öffentlich“."
        ),
        required=False,
    )
    text = EditorField(
        "p",
        label=_("Beschlussvorschlag"),
        help_text=_(
            "Ein Zeilenumbruch beginnt einen neuen Absatz; eine Nummer am Anfang (1., "
            "a), aa) oder ein Strich) macht ihn zum Punkt einer Liste, alle folgenden "
            "zählen von selbst. Hervorheben: **fett**, *kursiv*, "
            "[Text](https://…)."
        ),
        error_messages={
            "required": _("Ohne Wortlaut kann ein Antrag nicht eingereicht werden.")
        },
    )
    rationale = EditorField("b", label=_("Begründung"), required=False)
    bundesrat = bundesrat_field()
    begun_on = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        members: Sequence[str],
        book: Rulebook | None,
        data: Data = None,
        initial: Data = None,
        mandates: Sequence[OpenMandate] = (),
    ) -> None:
        super().__init__(data, initial={"member": members[0], **(initial or {})})
        self._offer_mandates(mandates)
        self.fields["bundesrat"].help_text = said(DECISION_OF_1992)
        # A draft may wait with its text and with the answer; a motion may not.
        for name in ("text", "bundesrat"):
            self.fields[name].required = data is None or _wants(data) == "submit"
        ask_for_whom(self, members)
        kinds = list(book.majority) if book else []
        if book is None or len(kinds) < 2:  # noqa: PLR2004  (nothing to choose)
            del self.fields["category"]
        else:
            kinds.sort(key=list(Category).index)
            offer(
                self,
                "category",
                ((kind, capital(said(covers(book, kind)))) for kind in kinds),
            )

    def _offer_mandates(self, mandates: Sequence[OpenMandate]) -> None:
        """Let the motion reply to one of these; nothing is asked where there is none.

        The one that it replies to already stays, although it was closed meanwhile.
        """
        choices = [(one.pk, one.subject) for one in mandates]
        now = self.initial.get("answers")
        if now and now not in dict(choices):
            choices.append((now, gettext("Auftrag, inzwischen abgeschlossen")))
        if not choices:
            del self.fields["answers"]
            return
        offer(self, "answers", [("", gettext("Nein")), *choices])

    def name_motto(self, motto: str) -> None:
        """Say what the motto of the conference is, if it has one."""
        if motto:
            self.fields["motto"].help_text = _(
                "Nur beim Leitantrag; es steht über seinem Titel. Das Motto der "
                "Konferenz ist „%(motto)s“."
            ) % {"motto": motto}

    @property
    def begun(self) -> bool:
        """Whether there is a draft already."""
        return bool(self.initial.get("pk"))

    @property
    def submits(self) -> bool:
        """Whether it is to be submitted, not only kept."""
        return _wants(self.data) == "submit"

    def typed(self) -> dict[str, Any]:
        """Return everything as it stands in the form, unchecked."""
        found = {
            name: field.widget.value_from_datadict(
                self.data, self.files, self.add_prefix(name)
            )
            for name, field in self.fields.items()
        }
        return {**found, "answers": whole(str(found.get("answers") or ""))}

    def wording(self) -> Wording:
        """Return what the act wants to know."""
        given = self.cleaned_data
        return Wording(
            title=given["title"],
            text=given["text"],
            rationale=given["rationale"],
            category=Category(given.get("category") or Category.ORDINARY),
            lead=given["lead"],
            bundesrat=BeforeBundesrat(given["bundesrat"] or BeforeBundesrat.UNCHECKED),
            motto=given["motto"],
            confidential=given["confidential"],
            answers=whole(given.get("answers") or ""),
        )


def as_typed(row: MotionRow, start: Start, motto: str) -> dict[str, Any]:
    """Return a motion as the form shows it again.

    A lead motion without a motto is offered that of the conference.
    """
    unchecked = row.bundesrat is BeforeBundesrat.UNCHECKED
    return {
        "pk": row.pk,
        "title": row.title,
        "lead": row.lead,
        "motto": row.motto or (motto if row.lead else ""),
        "answers": row.answers,
        "confidential": row.confidential,
        "category": row.category,
        "text": Writing(begin(row.text, "p", start.ids)),
        "rationale": Writing(begin(row.rationale, "b", start.ids)),
        "bundesrat": None if unchecked else row.bundesrat,
        "begun_on": str(start.label or ""),
    }


def ask_for_whom(form: forms.Form, members: Sequence[str]) -> None:
    """Let somebody choose for which of these a form is; nothing is asked of one.

    Whoever is named here, the act says why it may not be; so no ChoiceField.
    """
    choices = [(code, member_name(code)) for code in members]
    hidden = len(members) == 1
    form.fields["member"].widget = (
        forms.HiddenInput() if hidden else forms.Select(choices=choices)
    )


class BundesratForm(Plain):
    """The answer to the question, given or corrected."""

    bundesrat = bundesrat_field()

    def __init__(self, answer: BeforeBundesrat, data: Data = None) -> None:
        unchecked = answer is BeforeBundesrat.UNCHECKED
        super().__init__(
            data, initial={"bundesrat": None if unchecked else answer}, prefix="br"
        )
        self.fields["bundesrat"].help_text = said(DECISION_OF_1992)

    @property
    def answer(self) -> BeforeBundesrat:
        given = self.cleaned_data.get("bundesrat", BeforeBundesrat.UNCHECKED)
        return BeforeBundesrat(given)


class PlaceForm(Plain):
    """A place on the agenda: its number, and how it is to be dealt with."""

    number = forms.CharField(label=_("Nummer"), error_messages=NEEDED)
    treatment = forms.ChoiceField(label=_("Art der Behandlung"))

    def __init__(
        self, suggestions: Sequence[str], *, late: bool, data: Data = None
    ) -> None:
        super().__init__(data, initial={"number": suggestions[0]}, prefix="platz")
        if len(suggestions) > 1:
            self.fields["number"].help_text = _(
                "Frei sind zum Beispiel %(numbers)s."
            ) % {"numbers": ", ".join(suggestions)}
        if late:
            del self.fields["treatment"]
        else:
            offer(self, "treatment", treatments(late=False))


def treatments(*, late: bool) -> list[tuple[str, str]]:
    """Return the treatments that can be chosen, with their names."""
    return [
        (one, said(name_of(one)))
        for one in CHOICES
        if late or one is not Treatment.LATE_ADMITTED
    ]


def _wants(data: Data) -> Literal["submit", "draft"]:
    return "submit" if data and data.get("do") == "submit" else "draft"
