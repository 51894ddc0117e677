"""A visitor's saved search: wish, confirmation, end. No account and no cookie.

The forms have no token against foreign forms: nobody is signed in here, and what a
form does follows from the secret in its address alone.
"""

import secrets

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from reihum.acts import saved_searches
from reihum.acts.door import By, by
from reihum.acts.saved_searches import VisitorMail, Wish
from reihum.jobs.address import query_from, query_of, text_of
from reihum.jobs.query import LONGEST, Query
from reihum.look.answers import STATUS
from reihum.look.languages import in_all_languages
from reihum.look.search_mail import Saved, asking
from reihum.look.search_words import narrowed, parts
from reihum.public import jobs_page, networks
from reihum.reads.clock import now
from reihum.reads.saved_searches import SavedSearchRow, saved_search
from reihum.rules.words import Refusal, Why

NONE_ANY_MORE = 404
TOO_MANY = 429
PURPOSES = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


class WishForm(forms.Form):
    """Where to, and how often."""

    mail = forms.EmailField(
        label=gettext_lazy("Ihre E-Mail-Adresse"),
        max_length=254,
        error_messages={
            "required": gettext_lazy("Bitte geben Sie Ihre E-Mail-Adresse ein."),
            "invalid": gettext_lazy(
                "Das ist keine E-Mail-Adresse. Gemeint ist zum Beispiel "
                "name@beispiel.de."
            ),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    every = forms.ChoiceField(
        label=gettext_lazy("Wie oft?"),
        choices=[
            ("day", gettext_lazy("jeden Tag")),
            ("week", gettext_lazy("jede Woche")),
        ],
        initial="day",
    )


@csrf_exempt
@in_all_languages
@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: HttpRequest) -> HttpResponse:
    """Ask for an address, keep the wish, and write to it."""
    query = query_of(dict(request.GET.lists()))
    if request.method != "POST":
        return _asked(request, query, WishForm(), 200)
    form = WishForm(request.POST)
    if not form.is_valid() or not _searchable(query):
        return _asked(request, query, form, 422)
    if not networks.admits(request):
        form.add_error(None, _busy_network())
        return _asked(request, query, form, TOO_MANY)
    done = _remember(request, query, form)
    if isinstance(done, Refusal):
        form.add_error(None, _sentence(done))
        return _asked(request, query, form, STATUS[done.why])
    return HttpResponseRedirect(reverse("public:saved_search_sent"))


def _searchable(query: Query) -> bool:
    typed = query.words, query.place
    return any(typed) and max(map(len, typed)) <= LONGEST


def _remember(request: HttpRequest, query: Query, form: WishForm) -> str | Refusal:
    saved = Saved(
        key=secrets.token_urlsafe(32),
        language=get_language() or "de",
        site=f"{request.scheme}://{request.get_host()}",
        query=text_of(query),
        every=form.cleaned_data["every"],
    )
    mail = asking(saved)
    wanted = Wish(
        saved.key, form.cleaned_data["mail"], saved.language, saved.query, saved.every,
        saved.site,
    )  # fmt: skip
    letter = VisitorMail(mail.subject, mail.body, mail.headers)
    return saved_searches.remember(_nobody(), wish=wanted, letter=letter)


def _nobody() -> By:
    return by(None, settings.REIHUM_BODY, now())


def _busy_network() -> str:
    return _(
        "Aus Ihrem Netz haben gerade schon viele Menschen eine Suche gemerkt. Bitte "
        "versuchen Sie es in einer Stunde noch einmal."
    )


def _sentence(refusal: Refusal) -> str:
    """Say a refusal in the visitor's language: the rules speak two."""
    if refusal.why is not Why.CONFLICT:
        return _("Das hat nicht geklappt. Bitte prüfen Sie Ihre Angaben.")
    if refusal.field == "mail":
        return _(
            "Für diese Adresse gibt es schon mehrere gemerkte Suchen. Bitte "
            "bestätigen oder beenden Sie zuerst eine davon."
        )
    return _(
        "Gerade merken sich sehr viele Menschen eine Suche. Bitte versuchen Sie es in "
        "einer Stunde noch einmal."
    )


@in_all_languages
def sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way."""
    return _page(request, "sent", {})


@csrf_exempt
@in_all_languages
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a saved search to who has its link; a button confirms it or resumes it."""
    row = saved_search(secret)
    if row is None:
        return _gone(request)
    if request.method == "POST":
        saved_searches.confirm(_nobody(), key=secret)
        return HttpResponseRedirect(request.path)
    return _page(request, "one", _words(row))


@csrf_exempt
@in_all_languages
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, secret: str) -> HttpResponse:
    """End a saved search: a click on the link in a mail is enough.

    Mail programs have a button of their own that sends a form (RFC 8058). A program
    that only looks whether the link exists (HEAD), or fetches it in case somebody will
    click (a prefetch), ends nothing.
    """
    if not _only_looks(request):
        saved_searches.end(_nobody(), key=secret)
    row = saved_search(secret)
    return _gone(request) if row is None else _page(request, "one", _words(row))


def _only_looks(request: HttpRequest) -> bool:
    """Return whether nobody has clicked: browsers say so in one of these headers."""
    said = " ".join(request.headers.get(name, "") for name in PURPOSES).lower()
    return request.method == "HEAD" or "prefetch" in said or "preview" in said


def _words(row: SavedSearchRow) -> dict[str, object]:
    return {
        "saved": row,
        "what": _said(query_from(row.query)),
        "search": f"{reverse('public:job_search')}?{row.query}",
    }


def _said(query: Query) -> tuple[str, ...]:
    return *parts(query), *narrowed(query)


def _gone(request: HttpRequest) -> HttpResponse:
    return _page(request, "gone", {}, NONE_ANY_MORE)


def _asked(
    request: HttpRequest, query: Query, form: WishForm, status: int
) -> HttpResponse:
    words = {
        "form": form,
        "what": _said(query) if _searchable(query) else (),
        "search": f"{reverse('public:job_search')}?{text_of(query)}",
    }
    return _page(request, "wish", words, status)


def _page(
    request: HttpRequest, template: str, words: dict[str, object], status: int = 200
) -> HttpResponse:
    context = jobs_page.around(request, _("Suche merken"), below=True) | words
    answer = render(request, f"public/saved_search/{template}.html", context)
    answer.status_code = status
    answer.headers["Cache-Control"] = "private, no-store"
    # The secret of the address must not travel on with a click.
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


urls = [
    path("jobs/merken/", wish, name="saved_search_wish"),
    path("jobs/merken/gesendet/", sent, name="saved_search_sent"),
    path("jobs/merken/<str:secret>/", one, name="saved_search"),
    path("jobs/merken/<str:secret>/ende/", end, name="saved_search_end"),
]
