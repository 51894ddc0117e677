"""All public addresses."""

from reihum.public import (
    body,
    chairs,
    conferences,
    home,
    machines,
    mandates,
    members,
    resolutions,
)

app_name = "public"
urlpatterns = [
    *home.urls,
    *machines.urls,
    *body.urls,
    *conferences.urls,
    *resolutions.urls,
    *chairs.urls,
    *members.urls,
    *mandates.urls,
]
