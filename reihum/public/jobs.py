from django.http import HttpRequest, HttpResponse
from django.urls import path

from reihum.look.languages import in_all_languages


@in_all_languages
def job_search(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


urls = [path("jobs/", job_search, name="job_search")]
