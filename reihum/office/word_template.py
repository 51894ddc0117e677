"""The office's Word template (Vorlage): which there is, another one, or none."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import word_templates as acts
from reihum.acts.attachments import Upload
from reihum.acts.door import By
from reihum.formats.word.builtin import built_in
from reihum.formats.word.places import NAMES
from reihum.look.answers import refuse
from reihum.look.downloads import download
from reihum.office.door import in_office, page, refused
from reihum.office.file_forms import file_field, sent_file
from reihum.office.motion_forms import Plain
from reihum.reads.word_templates import template_of
from reihum.rules.attachment import DOCX
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal

INVALID = 422


WHAT = {  # what comes to stand at a place
    "text": gettext_lazy("Beschlussvorschlag und Begründung"),
    "titel": gettext_lazy("Titel des Antrags"),
    "antragsteller": gettext_lazy("die Länder, die ihn stellen"),
    "mitantragsteller": gettext_lazy("die Länder, die ihn mittragen"),
    "konferenz": gettext_lazy("Konferenz mit Tag und Ort"),
    "gremium": gettext_lazy("Name der Konferenz, kurz"),
    "stand": gettext_lazy("Fassung und ihr Datum"),
    "art": gettext_lazy("Antrag oder Leitantrag"),
    "motto": gettext_lazy("Motto des Vorsitzes, beim Leitantrag"),
}


class TemplateForm(Plain):
    """A Word file that motions are to look like."""

    file = file_field(
        gettext_lazy("Word-Datei (.docx)"),
        gettext_lazy(
            "Formatvorlagen, Seitenränder, Kopf- und Fußzeile und Logo der Datei "
            "bleiben; der Antrag tritt an die Stelle der Platzhalter."
        ),
    )


@in_office
def word_template(request: HttpRequest, by: By) -> HttpResponse:
    if refusal := may(by.actor, Right.STORE_WORD_TEMPLATE, by.chair):
        return refused(request, by, refusal)
    form, status = TemplateForm(), 200
    if request.method == "POST":
        form = TemplateForm(request.POST, request.FILES)
        done = _store(request, by, form)
        if isinstance(done, str):
            messages.success(
                request, _("Anträge erscheinen ab jetzt in dieser Vorlage.")
            )
            return redirect("office:word_template", by.body)
        status = refuse(form, done) if isinstance(done, Refusal) else INVALID
    own = template_of(by.body)
    places = [(f"{{{{{name}}}}}", WHAT[name]) for name in NAMES]
    where = _(
        "Steht %(place)s in einem Absatz für sich, kommt der Antrag dorthin, sonst ans "
        "Ende."
    )
    context = {
        "where": where % {"place": places[0][0]},
        "form": form,
        "own": own[0] if own else None,
        "places": places,
    }
    return page(request, by, "word_template", context, status)


@in_office
def word_template_file(request: HttpRequest, by: By) -> HttpResponse:
    """Give the template away: the office's own, or the built-in one to start from."""
    if refusal := may(by.actor, Right.STORE_WORD_TEMPLATE, by.chair):
        return refused(request, by, refusal)
    own = template_of(by.body)
    if own is None or "mitgeliefert" in request.GET:
        return download(built_in(), "Vorlage.docx", DOCX)
    return download(own[1], own[0].name, DOCX)


@require_POST
@in_office
def word_template_remove(request: HttpRequest, by: By) -> HttpResponse:
    done = acts.remove(by)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(
        request, _("Anträge erscheinen wieder in der mitgelieferten Vorlage.")
    )
    return redirect("office:word_template", by.body)


def _store(request: HttpRequest, by: By, form: TemplateForm) -> str | Refusal | None:
    file = sent_file(request, form)
    if not isinstance(file, Upload):
        return file
    return acts.store(by, file=file)


urls = [
    path("<slug:body>/vorlage/", word_template, name="word_template"),
    path("<slug:body>/vorlage/vorlage.docx", word_template_file,
         name="word_template_file"),
    path("<slug:body>/vorlage/entfernen/", word_template_remove,
         name="word_template_remove"),
]  # fmt: skip
