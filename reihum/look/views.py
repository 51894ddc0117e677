from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reihum.look.sheet import sample


def sheet(request: HttpRequest) -> HttpResponse:
    """Show every component in all its states, with invented votes."""
    return render(request, "look/sheet.html", sample())
