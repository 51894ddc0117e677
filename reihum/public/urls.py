"""All public addresses."""

from reihum.public import (
    body,
    chairs,
    conferences,
    home,
    mandates,
    members,
    resolutions,
)

app_name = "public"
urlpatterns = [
    *home.urls,
    *body.urls,
    *conferences.urls,
    *resolutions.urls,
    *chairs.urls,
    *members.urls,
    *mandates.urls,
]
