"""The forms around an amendment."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reihum.look.parts.names import member_name
from reihum.office.file_forms import file_field
from reihum.office.motion_forms import Plain, offer
from reihum.rules.amendment_steps import (
    SCHEMES,
    Delete,
    Insert,
    Reword,
    Rewrite,
    Step,
    TakeBack,
    TakeBackNew,
)

Data = Mapping[str, Any] | None
NUMBERS = dict(
    zip(SCHEMES, (_("ohne Nummer"), "1.", "a)", "aa)", _("Spiegelstrich")), strict=True)
)


class Writing(Plain):
    """The words of one paragraph as they are to read, and why."""

    text = forms.CharField(
        label=_("So soll der Absatz lauten"),
        help_text=_("Eine Leerzeile teilt ihn in zwei."),
        widget=forms.Textarea(attrs={"rows": 5, "autofocus": True}),
    )
    scheme = forms.ChoiceField(label=_("Nummer"))
    reason = forms.CharField(
        label=_("Begründung"),
        help_text=_("Alle Länder lesen sie in der Synopse."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(
        self, data: Data = None, initial: Data = None, *, new: bool = False
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), prefix="aenderung")
        if not new:
            del self.fields["scheme"]
            return
        self.fields["text"].label = _("Neuer Absatz")
        self.fields["text"].help_text = _("Eine Leerzeile beginnt einen weiteren.")
        offer(self, "scheme", [(key, str(name)) for key, name in NUMBERS.items()])

    def said(self, name: str) -> str:
        """Return what was typed into a field, whether or not the form is complete."""
        return str(self.data.get(self.add_prefix(name), ""))


def step_of(form: Writing, wanted: str, paragraph: str, key: str) -> Step | None:
    """Return the step that a button stands for, nothing where there is no such one."""
    text, reason, scheme = (form.said(name) for name in ("text", "reason", "scheme"))
    steps: dict[str, Step] = {
        "rewrite": Rewrite(paragraph, text, reason),
        "delete": Delete(paragraph, reason),
        "take_back": TakeBack(paragraph),
        "insert_before": Insert(paragraph, text, scheme, reason, before=True),
        "insert_behind": Insert(paragraph, text, scheme, reason),
        "reword": Reword(key, text, scheme, reason),
        "take_back_new": TakeBackNew(key),
    }
    return steps.get(wanted)


class WordForm(Plain):
    """A Word file with changes, and for whom it is."""

    member = forms.ChoiceField(label=_("Für wen?"))
    file = file_field(
        _("Word-Datei (.docx)"),
        _(
            "Der Antrag mit Ihren Änderungen, am besten mit „Änderungen "
            "nachverfolgen“. Kommentare werden zu Begründungen."
        ),
    )
    instead = forms.ChoiceField(
        label=_("Ihr Land hat schon einen Entwurf. Was soll mit ihm werden?"),
        choices=[
            ("yes", _("Die Datei ersetzt ihn")),
            ("no", _("Die Änderungen der Datei kommen hinzu")),
        ],
        initial="yes",
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        members: Sequence[str],
        data: Data = None,
        files: Any = None,  # noqa: ANN401  (Django's)
        *,
        drafted: bool = False,
    ) -> None:
        super().__init__(data, files, initial={"member": members[0]})
        offer(self, "member", [(code, member_name(code)) for code in members])
        if len(members) == 1:
            self.fields["member"].widget = forms.HiddenInput()
        if not drafted:
            del self.fields["instead"]
