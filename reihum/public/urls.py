"""All public addresses."""

from reihum.public import (
    body,
    chairs,
    conferences,
    home,
    jobs,
    machines,
    mandates,
    members,
    papers,
    resolutions,
    saved_searches,
    vacancies,
)

app_name = "public"
urlpatterns = [
    *jobs.urls,
    *saved_searches.urls,  # before any body
    *vacancies.urls,
    *home.urls,
    *machines.urls,
    *body.urls,
    *conferences.urls,
    *resolutions.urls,
    *papers.urls,
    *chairs.urls,
    *members.urls,
    *mandates.urls,
]
