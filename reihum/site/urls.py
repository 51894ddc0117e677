"""Every address of the installation."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from reihum.look import views
from reihum.site import health

urlpatterns = [
    path("gesundheit/lebt", health.alive),
    path("gesundheit/bereit", health.ready),
    *i18n_patterns(
        path("buero/", include("reihum.office.urls")),
        path("bauteile/", views.sheet, name="sheet"),
        path("", include("reihum.api.urls")),
        path("", include("reihum.public.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "reihum.public.errors.bad_request"
handler403 = "reihum.public.errors.forbidden"
handler404 = "reihum.public.errors.not_found"
handler500 = "reihum.public.errors.broken"
