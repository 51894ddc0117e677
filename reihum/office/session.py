"""Signing in and out, and the way from /buero/ to one's own desk."""

from hashlib import sha256
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from reihum.reads.actors import bodies_of
from reihum.reads.demo import is_demo

MOST_FAILURES, WITHIN = 5, 15 * 60  # seconds; counted for each name in each process


class SignInForm(forms.Form):
    """Name and password of an account."""

    name = forms.CharField(
        label=gettext_lazy("Konto"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none"}
        ),
        error_messages={"required": gettext_lazy("Bitte geben Sie Ihr Konto an.")},
    )
    password = forms.CharField(
        label=gettext_lazy("Kennwort"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Bitte geben Sie Ihr Kennwort an.")},
    )


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password, and lead on to where the person wanted to go."""
    if request.method != "POST":
        return _page(request, SignInForm(), 200)
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    name = form.cleaned_data["name"]
    failures = f"sign-in-{sha256(name.casefold().encode()).hexdigest()}"
    if cache.get(failures, 0) >= MOST_FAILURES:
        form.add_error(
            None,
            _(
                "Für dieses Konto gab es zu viele Versuche. Bitte warten Sie eine "
                "Viertelstunde, oder fragen Sie Ihre Verwaltung."
            ),
        )
        return _page(request, form, 429)
    user = authenticate(request, username=name, password=form.cleaned_data["password"])
    if user is None:
        cache.add(failures, 0, WITHIN)
        cache.incr(failures)
        form.add_error(None, _("Konto und Kennwort passen nicht zusammen."))
        return _page(request, form, 422)
    cache.set(failures, 0, WITHIN)
    login(request, user)
    return redirect(_wanted(request))


def _page(request: HttpRequest, form: SignInForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "wanted": _wanted(request),
        "accounts": _demonstration_accounts(),
    }
    return render(request, "office/sign_in.html", context, status=status)


def _wanted(request: HttpRequest) -> str:
    """Return the page that the person came for, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else reverse("office:home")


def _demonstration_accounts() -> str:
    """Return the list of accounts to try out; a real installation has none."""
    file = Path(settings.REIHUM_DEMO_ACCOUNTS)
    if not is_demo() or not file.exists():
        return ""
    return file.read_text("utf-8")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("office:sign_in")


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the desk of the body in which the account has a seat."""
    bodies = bodies_of(request.user.pk or 0)
    if not bodies:
        return render(request, "office/no_seat.html", status=403)
    return redirect("office:desk", bodies[0])


urls = [
    path("", home, name="home"),
    path("anmelden/", sign_in, name="sign_in"),
    path("abmelden/", sign_out, name="sign_out"),
]
