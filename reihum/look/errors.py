"""Error pages: what happened, why, and what to do now."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Problem:
    """The words of one error page."""

    status: int
    title: str | Promise
    why: str | Promise
    what_to_do: str | Promise


PROBLEMS: dict[int, Problem] = {
    problem.status: problem
    for problem in (
        Problem(
            400,
            _("Diese Anfrage ist nicht zu verstehen"),
            _("Etwas an der Adresse oder an den gesendeten Angaben ist unvollständig."),
            _(
                "Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie "
                "noch einmal."
            ),
        ),
        Problem(
            403,
            _("Das ist Ihnen hier nicht möglich"),
            _("Ihr Zugang reicht dafür nicht aus, oder die Anmeldung ist abgelaufen."),
            _("Bitte melden Sie sich neu an, oder fragen Sie die Geschäftsstelle."),
        ),
        Problem(
            404,
            _("Diese Seite gibt es nicht"),
            _("Unter dieser Adresse steht nichts, oder es ist nicht öffentlich."),
            _("Bitte prüfen Sie die Adresse, oder beginnen Sie auf der Startseite."),
        ),
        Problem(
            405,
            _("So lässt sich diese Adresse nicht öffnen"),
            _("Hier kommt nur an, was ein Formular absendet. Geändert ist nichts."),
            _("Bitte gehen Sie zurück und benutzen Sie die Schaltfläche der Seite."),
        ),
        Problem(
            409,
            _("Das ist nicht mehr möglich"),
            _("Der Stand hat sich geändert, seit Sie die Seite geöffnet haben."),
            _("Bitte laden Sie die Seite neu und sehen Sie nach, was jetzt gilt."),
        ),
        Problem(
            422,
            _("Diese Angaben passen nicht"),
            _("Mindestens eine Angabe kann so nicht stimmen. Gespeichert ist nichts."),
            _("Bitte gehen Sie zurück und ändern Sie die Angabe."),
        ),
        Problem(
            500,
            _("Hier ist uns ein Fehler unterlaufen"),
            _(
                "Das liegt nicht an Ihnen. Was Sie zuletzt gesendet haben, ist nicht "
                "gespeichert."
            ),
            _("Bitte versuchen Sie es in einigen Minuten noch einmal."),
        ),
    )
}


def page(
    request: HttpRequest | None, status: int, why: str = "", home: str = "/"
) -> HttpResponse:
    """Return the error page of this status; `why` replaces the general reason.

    It asks neither the database nor the session: it also works when they do not.
    """
    words = {"problem": PROBLEMS[status], "why": why, "home": home}
    return HttpResponse(
        render_to_string("look/error.html", words, request), status=status
    )
