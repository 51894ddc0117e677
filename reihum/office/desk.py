from django.http import HttpRequest, HttpResponse
from django.urls import path

from reihum.acts.door import By
from reihum.office.door import in_office, page


@in_office
def desk(request: HttpRequest, by: By) -> HttpResponse:
    return page(request, by, "desk", {})


urls = [path("<slug:body>/", desk, name="desk")]
