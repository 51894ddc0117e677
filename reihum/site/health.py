"""Does it live, and is it ready? For whoever watches the service."""

from django.db import connection
from django.http import HttpRequest, HttpResponse


def alive(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("lebt\n", content_type="text/plain; charset=utf-8")


def ready(_request: HttpRequest) -> HttpResponse:
    """Answer 200 once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("bereit\n", content_type="text/plain; charset=utf-8")
