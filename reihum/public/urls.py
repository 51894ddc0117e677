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
)

app_name = "public"
urlpatterns = [
    *home.urls,
    *machines.urls,
    *jobs.urls,
    *body.urls,
    *conferences.urls,
    *resolutions.urls,
    *papers.urls,
    *chairs.urls,
    *members.urls,
    *mandates.urls,
]
