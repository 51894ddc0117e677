"""What the public is told when something went wrong: named by `site.urls`."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from reihum.look import errors


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a request makes no sense; why it does not is for the log alone."""
    del exception  # Django hands it over by this very name
    return errors.page(request, 400, home=_home())


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this is not for whoever asked."""
    del exception
    return errors.page(request, 403, home=_home())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what there is not, where the page that was asked for said it."""
    reason = exception.args[0] if exception.args else ""
    why = reason if isinstance(reason, str) else ""
    return errors.page(request, 404, why, home=_home())


def wrong_way(request: HttpRequest) -> HttpResponse:
    """Answer where a page was asked for by a way that does not lead to it."""
    return errors.page(request, 405, home=_home())


def foreign_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form did not come from the page that the browser was shown.

    `reason` is Django's, for its log; it says nothing to the person who reads this.
    """
    del reason
    why = _(
        "Das Formular passt nicht zu Ihrer Anmeldung, etwa weil Sie sich inzwischen "
        "neu angemeldet haben. Nichts wurde gespeichert. Bitte gehen Sie zurück, "
        "laden Sie die Seite neu und schicken Sie das Formular noch einmal ab."
    )
    return errors.page(request, 403, why, home=_home())


def broken(_request: HttpRequest) -> HttpResponse:
    """Answer without database, session or request: any of them may be what broke."""
    return errors.page(None, 500)


def _home() -> str:
    return reverse("public:home")
