"""The rules of procedure: in sentences, all versions, and a newer one to store."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.acts import rulebooks as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.office.door import in_office, page, refused, sent
from reihum.reads.rulebooks import rulebook_on, text_on, versions_of
from reihum.rules.rights import Right, may
from reihum.rules.rulebook import Rulebook
from reihum.rules.sentences import Sentence, rules_in_sentences
from reihum.rules.words import Refusal, Text

INVALID = 422


class RulebookForm(forms.Form):
    """A whole rulebook as text."""

    text = forms.CharField(
        label=gettext_lazy("Regelwerk als TOML"),
        help_text=gettext_lazy(
            "Die geltende Fassung ist eingetragen. Ändern Sie „valid_from“ und was "
            "sonst neu ist; ein Tippfehler wird mit Zeile und Schlüssel genannt."
        ),
        widget=forms.Textarea(
            attrs={"rows": 24, "spellcheck": "false", "autocapitalize": "none"}
        ),
        strip=False,
        max_length=100_000,
        error_messages={"required": gettext_lazy("Das Regelwerk ist leer.")},
    )


@in_office
def rules(request: HttpRequest, by: By) -> HttpResponse:
    """State the rules in force, and store a newer version."""
    stored = text_on(by.body, by.today) or ""
    form = RulebookForm(sent(request), initial={"text": stored})
    if request.method != "POST":
        return _page(request, by, form)
    if refusal := may(by.actor, Right.STORE_RULEBOOK, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _page(request, by, form, INVALID)
    done = acts.store_rulebook(by, text=form.cleaned_data["text"])
    if isinstance(done, Refusal):
        return _page(request, by, form, refuse(form, done))
    messages.success(request, _("Die neue Fassung ist gespeichert."))
    return redirect("office:rules", by.body)


def _page(
    request: HttpRequest, by: By, form: RulebookForm, status: int = 200
) -> HttpResponse:
    book = rulebook_on(by.body, by.today)
    context = {
        "book": book,
        "sections": _sections(book) if book else (),
        "versions": versions_of(by.body),
        "today": by.today,
        "form": form,
        "may_store": may(by.actor, Right.STORE_RULEBOOK, by.chair) is None,
    }
    return page(request, by, "rules", context, status)


def _sections(book: Rulebook) -> list[tuple[Text, list[tuple[Sentence, str]]]]:
    """Return the rules; a source stands behind the last sentence that shares it."""
    return [
        (section.title, _sourced(section.sentences))
        for section in rules_in_sentences(book)
    ]


def _sourced(sentences: Sequence[Sentence]) -> list[tuple[Sentence, str]]:
    following = [*(one.source for one in sentences[1:]), ""]
    return [
        (one, "" if one.source == after else one.source)
        for one, after in zip(sentences, following, strict=True)
    ]


urls = [path("<slug:body>/regelwerk/", rules, name="rules")]
